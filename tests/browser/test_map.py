"""The map: gesture in the browser, assertion on the case as it is on disk."""

import dataclasses
import re

from playwright.sync_api import Browser, expect

from netwerk_widgets.model.case.geometry import circle_at, domain_at

from .conftest import VIEWPORT
from .maps import CANVAS, STATUS, NetMap, eventually


def test_a_double_tap_adds_a_person_where_it_was(network_map: NetMap):
    network_map.add("opa", (-60, -250))
    opa = network_map.person("opa")
    assert (opa.circle, opa.domain) == (circle_at(opa.x, opa.y), domain_at(opa.x, opa.y))
    assert abs(opa.x + 60) < 2
    assert abs(opa.y + 250) < 2
    assert "opa" in network_map.labels()
    assert len([tie for tie in network_map.case().ties.values() if opa.id in (tie.source, tie.target)]) == 1


def test_the_plus_tool_asks_one_field_and_enter_is_enough(network_map: NetMap):
    network_map.tool("Persoon erbij")
    network_map.tap(network_map.spot(300, 130))
    field = network_map.page.locator(".nw-map-adding:visible input")
    expect(field).to_be_focused()
    network_map.page.keyboard.type("zwemmaatje")
    network_map.page.keyboard.press("Enter")
    network_map.saved()
    assert network_map.person("zwemmaatje").domain == domain_at(300, 130)


def test_escape_adds_nobody(network_map: NetMap):
    before = len(network_map.case().people)
    network_map.page.mouse.dblclick(*network_map.spot(250, 250))
    network_map.page.keyboard.type("niemand")
    network_map.page.keyboard.press("Escape")
    expect(network_map.page.locator(".nw-map-adding:visible")).to_have_count(0)
    assert len(network_map.saved().case().people) == before


def test_a_drag_sets_circle_and_domain_and_what_somebody_is_stays(network_map: NetMap):
    before = network_map.case()
    network_map.drag(network_map.where("buurvrouw"), network_map.spot(-200, -120))
    after = network_map.saved().case()
    old, new = before.people["neighbour"], after.people["neighbour"]
    assert (new.circle, new.domain) == (circle_at(new.x, new.y), domain_at(new.x, new.y))
    assert (new.circle, new.domain) != (old.circle, old.domain)
    assert abs(new.x + 200) < 12
    assert (new.domain, new.belongs) == ("professionals", "neighbours")
    asked = {"belongs": "", "professional_asked": ""}
    assert dataclasses.replace(new, x=old.x, y=old.y, circle=old.circle, domain=old.domain, **asked) == old
    assert {k: p for k, p in after.people.items() if k != "neighbour"} == {
        k: p for k, p in before.people.items() if k != "neighbour"
    }
    assert after.ties == before.ties


def test_somebody_dragged_twice_at_once_stays_where_they_were_put_last(network_map: NetMap):
    network_map.drag(network_map.where("buurvrouw"), network_map.spot(60, 300))
    network_map.drag(network_map.spot(60, 300), network_map.spot(250, 200))
    network_map.saved().rest()
    person = network_map.person("buurvrouw")
    shown = network_map.canvas("canvas.position(given[0])", person.id)
    assert abs(shown["x"] - person.x) < 1
    assert abs(person.x - 250) < 12


def test_a_fresh_picture_in_the_middle_of_a_drag_lets_nobody_go(network_map: NetMap):
    mouse, start, end = network_map.page.mouse, network_map.where("buurvrouw"), network_map.spot(250, 200)
    mouse.move(*start)
    mouse.down()
    mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
    drawn = network_map.canvas("canvas.look.map.drawn.get()")
    network_map.canvas("void canvas.look.map.connection.hello()")
    network_map.until(f"{CANVAS}.look.map.drawn.get() >= {drawn + 2}")  # the picture, and all that belongs to it
    mouse.move(*end, steps=4)
    mouse.up()
    person = network_map.saved().person("buurvrouw")
    assert (abs(person.x - 250) < 12, abs(person.y - 200) < 12) == (True, True)


def test_two_taps_connect(network_map: NetMap):
    network_map.tool("Band trekken")
    network_map.tap(network_map.where("kat"))
    network_map.tap(network_map.where("buurvrouw"))
    network_map.saved()
    assert network_map.tie("kat", "buurvrouw").quality == "ordinary"
    expect(network_map.side().locator(".nw-panel-title")).to_have_text("kat en buurvrouw")


def test_a_drag_from_one_to_another_connects(network_map: NetMap):
    before = network_map.case()
    network_map.tool("Band trekken")
    network_map.drag(network_map.where("chef"), network_map.where("wijkteam"))
    network_map.saved()
    assert network_map.tie("chef", "wijkteam")
    assert network_map.case().people == before.people


def test_the_side_panel_edits_support_and_quality(network_map: NetMap):
    network_map.choose("vriendin")
    chip = network_map.side().locator(".nw-chip", has_text="praktisch")
    expect(chip).to_have_accessible_name(re.compile("nog niet gevraagd"))
    chip.click()
    network_map.saved()
    assert network_map.tie("Mo", "vriendin").direction("practical") == "received"
    tie = network_map.tie("ex-partner", "zoon")
    middle = [sum(axis) / 2 for axis in zip(network_map.where("ex-partner"), network_map.where("zoon"), strict=True)]
    network_map.tap((middle[0], middle[1]))
    network_map.side().get_by_label("Hoe is de band").select_option("strained")
    network_map.saved().rest()
    assert network_map.tie("ex-partner", "zoon").quality == "strained"
    assert network_map.canvas("canvas.edges.get(given[0]).dashes", tie.id)
    network_map.side().get_by_label("Hoe is de band").select_option("ordinary")
    network_map.saved().rest()
    drawn = network_map.canvas("canvas.network.body.edges[given[0]].options.dashes", tie.id)
    assert drawn is False, "what is no longer so must not stay on the map"


def test_several_are_chosen_and_moved_together(network_map: NetMap):
    network_map.tool("Kies een groep")
    for role in ("begeleider", "wijkteam"):
        network_map.tap(network_map.where(role))
    expect(network_map.side()).to_contain_text("2 mensen gekozen")
    before = network_map.case()
    start = network_map.where("wijkteam")
    network_map.drag(start, (start[0] + 20, start[1] + 60))
    after = network_map.saved().case()
    moved = {k for k, person in after.people.items() if person != before.people[k]}
    assert moved == {"worker", "team"}
    shift = {round(after.people[k].y - before.people[k].y) for k in moved}
    assert max(shift) - min(shift) <= 1


def test_delete_and_undo(network_map: NetMap):
    before = network_map.case()
    network_map.choose("tante")
    network_map.page.locator(".nw-canvas:visible").focus()
    network_map.page.keyboard.press("Delete")
    network_map.saved()
    assert "aunt" not in network_map.case().people
    network_map.tool("Ongedaan maken: tante")
    network_map.saved().rest()
    after = network_map.case()
    assert after.people["aunt"] == before.people["aunt"]
    assert dict(after.ties) == dict(before.ties)
    assert "tante" in network_map.labels()


def test_undo_reaches_over_a_reload(network_map: NetMap):
    network_map.add("opa")
    code = network_map.code
    network_map.reload()
    network_map.until(f"{STATUS}.code === '{code}' && {CANVAS}.placed.length > 5")
    network_map.tool("Ongedaan maken: opa toegevoegd")
    network_map.saved()
    assert "opa" not in {person.role for person in network_map.case().people.values()}
    network_map.tool("Opnieuw doen")
    network_map.saved()
    assert network_map.person("opa")


def test_find_goes_to_somebody(network_map: NetMap):
    network_map.tool("Zoek iemand")
    network_map.page.keyboard.type("buurv")
    network_map.page.keyboard.press("Enter")
    network_map.until(f"{CANVAS}.selectedNodes[0] === 'neighbour'")
    expect(network_map.side().locator(".nw-panel-title")).to_have_text("buurvrouw")


def test_an_edit_brings_what_the_lens_says_now_and_nothing_is_asked_again(network_map: NetMap):
    network_map.canvas("canvas.look.map.lookThrough('now')")
    network_map.until(f"{CANVAS}.look.map.look.get()?.lens === 'now'")
    network_map.canvas(
        """(() => {
            const { connection } = canvas.look.map;
            const ask = connection.ask.bind(connection);
            window.asked = [];
            connection.ask = (what, content) => { window.asked.push(what); return ask(what, content); };
            connection.edit({ edit: "add_person", id: "nieuw", role: "buurman", x: 90, y: 90 });
        })()"""
    )
    network_map.until(f"{CANVAS}.look.map.look.get()?.people.nieuw === 'bright'")
    network_map.saved().rest()
    assert "lens" not in network_map.page.evaluate("window.asked")
    assert network_map.canvas("canvas.nodes.get('nieuw').opacity") == 1


def test_a_lens_says_a_sentence_asks_a_question_and_dims_the_rest(network_map: NetMap):
    page = network_map.page
    for lens in ("Zonder ons", "Wat geef jij?", "Toen", "Straks", "Getekend en gezegd", "Nu"):
        page.locator(".nw-map-lens:visible", has_text=re.compile(f"^{re.escape(lens)}$")).click()
        card = page.locator(".nw-map-look:visible")
        expect(card.locator("h3")).to_have_text(lens)
        sentence, question = card.locator("p").all_inner_texts()[:2]
        assert re.search(r"\w.*[.?]$", sentence), sentence
        assert question.endswith("?"), question
    page.locator(".nw-map-lens:visible", has_text="Zonder ons").click()
    network_map.until(f"{CANVAS}.nodes.get('worker').opacity < 0.3 && {CANVAS}.nodes.get('aunt').opacity === 1")
    page.locator(".nw-map-lens:visible", has_text="Zonder ons").click()
    network_map.until(f"{CANVAS}.nodes.get('worker').opacity === 1")
    expect(page.locator(".nw-map-look:visible")).to_have_count(0)


def test_the_map_by_keys_alone(network_map: NetMap):
    page = network_map.page
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("ArrowRight")
    network_map.until(f"{CANVAS}.selectedNodes.length === 1")
    page.keyboard.press("p")
    page.keyboard.type("opa")
    page.keyboard.press("Enter")
    network_map.saved()
    page.locator(".nw-canvas:visible").focus()
    first = network_map.canvas("canvas.selectedNodes[0]")
    before = set(network_map.case().ties)
    page.keyboard.press("t")
    page.keyboard.press("ArrowUp")
    network_map.saved()
    (new,) = set(network_map.case().ties) - before
    assert first in (network_map.case().ties[new].source, network_map.case().ties[new].target)
    page.keyboard.press("Delete")
    network_map.saved()
    assert new not in network_map.case().ties
    page.keyboard.press("Control+z")
    network_map.saved()
    assert new in network_map.case().ties


def test_whoever_takes_a_tool_by_key_goes_on_by_key(network_map: NetMap):
    """A tap on the map is not asked of them, and letters that they type next are a name and no shortcuts."""
    page = network_map.page
    tools = page.locator(".nw-map-tools:visible")
    people = len(network_map.case().people)
    tools.get_by_role("button", name="Persoon erbij").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("mam van de buren")
    page.keyboard.press("Enter")
    network_map.saved()
    assert len(network_map.case().people) == people + 1
    assert network_map.person("mam van de buren")
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("ArrowRight")
    network_map.until(f"{CANVAS}.selectedNodes.length === 1")
    ties = len(network_map.case().ties)
    tools.get_by_role("button", name="Band trekken").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowUp")
    network_map.saved()
    assert len(network_map.case().ties) == ties + 1


def test_whoever_works_by_keys_stays_where_they_were(network_map: NetMap):
    """What had the focus goes or is switched off: the focus stays in the view, and not at the top of the page."""
    page = network_map.page
    tools = page.locator(".nw-map-tools:visible")
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("p")
    page.keyboard.press("Escape")
    expect(page.locator(".nw-canvas:visible")).to_be_focused()
    page.keyboard.press("p")
    page.keyboard.type("opa")
    page.keyboard.press("Enter")
    network_map.saved()
    expect(page.locator(".nw-canvas:visible")).to_be_focused()
    undo = tools.get_by_role("button", name=re.compile("ongedaan", re.IGNORECASE))
    undo.focus()
    page.keyboard.press("Enter")
    expect(undo).to_be_disabled()
    network_map.until("document.activeElement.closest('.nw-root')")
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.matches('.vis-network')")  # one stop for a map, and one with words


def test_touch_connects_by_two_taps(browser: Browser, network_map: NetMap):
    context = browser.new_context(viewport=VIEWPORT, locale="nl-NL", has_touch=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(network_map.page.url)
    touched = NetMap(page, network_map.home, stage=network_map.stage).plain().begin()
    tool = page.locator(".nw-map-tools:visible").get_by_role("button", name="Band trekken")
    box = tool.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    tool.tap()
    for role in ("kat", "buurvrouw"):
        page.touchscreen.tap(*touched.where(role))
        touched.rest()
    touched.saved()
    eventually(lambda: touched.tie("kat", "buurvrouw"))
    context.close()


def test_nothing_moves_by_itself(browser: Browser, network_map: NetMap):
    """For five seconds of the page's own clock, in which every timer and every frame has its turn."""
    context = browser.new_context(viewport=VIEWPORT, locale="nl-NL", reduced_motion="reduce")
    page = context.new_page()
    page.clock.install()
    page.goto(network_map.page.url)
    watched = NetMap(page, network_map.home, stage=network_map.stage).plain().still()
    places = "[...canvas.nodes.keys()].map((id) => { const { x, y } = canvas.position(id); return [id, x, y]; })"
    before = watched.canvas(places)
    assert len(before) > 1
    page.evaluate("window.painted = 0, window.addEventListener('nw-painted', () => { window.painted += 1; })")
    page.clock.run_for(5000)
    watched.still()
    assert watched.canvas(places) == before
    assert page.evaluate("window.painted") == 0, "a map at rest is not painted again and again"
    running = page.evaluate("document.getAnimations().filter((one) => one.playState === 'running').length")
    assert running == 0
    context.close()
