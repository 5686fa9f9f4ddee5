"""Editing on the map: what a hand does there, and what it is told."""

from collections.abc import Callable

from playwright.sync_api import expect

from .maps import CANVAS, NetMap

AMONG_PROFESSIONALS = (-200, -60)


def test_whoever_is_dragged_among_the_professionals_is_asked_about_in_one_tap(network_map: NetMap):
    asks = network_map.page.locator(".nw-panel-asks:visible")
    network_map.drag(network_map.where("buurvrouw"), network_map.spot(*AMONG_PROFESSIONALS))
    network_map.saved()
    expect(asks).to_contain_text("Is buurvrouw een hulpverlener?")
    expect(network_map.page.locator("dialog:visible")).to_have_count(0)
    asks.get_by_role("button", name="Ja").click()
    network_map.saved().rest()
    expect(asks).to_have_count(0)
    assert network_map.person("buurvrouw").professional
    assert network_map.canvas("canvas.nodes.get('neighbour').kind") == "professional"
    network_map.page.locator(".nw-map-lens:visible", has_text="Zonder ons").click()
    network_map.until(f"{CANVAS}.nodes.get('neighbour').opacity < 0.3")


def test_a_son_among_the_professionals_stays_family_and_no_is_remembered(network_map: NetMap):
    asks = network_map.page.locator(".nw-panel-asks:visible")
    network_map.drag(network_map.where("zoon"), network_map.spot(*AMONG_PROFESSIONALS))
    network_map.saved().rest()
    assert network_map.canvas("canvas.nodes.get('son').kind") == "kin"
    expect(network_map.side()).to_contain_text("hulpverleners · kring 2 · gezinslid")
    asks.get_by_role("button", name="Nee").click()
    network_map.saved()
    for place in ((200, 60), AMONG_PROFESSIONALS):
        network_map.drag(network_map.where("zoon"), network_map.spot(*place))
        network_map.saved().rest()
    expect(asks).to_have_count(0)
    assert (network_map.person("zoon").belongs, network_map.person("zoon").professional_asked) == ("household", "no")
    network_map.tool("Ongedaan maken: zoon verplaatst")
    network_map.saved()


def test_the_list_asks_it_too(on_stage: Callable[..., NetMap]):
    net = on_stage("workbook.network_list()")
    net.page.get_by_label("Levensgebied van tante").select_option("professionals")
    asks = net.page.locator(".nw-panel-asks:visible")
    expect(asks).to_contain_text("Is tante een hulpverlener?")
    asks.get_by_role("button", name="Nee").click()
    net.saved()
    expect(asks).to_have_count(0)
    assert net.person("tante").professional_asked == "no"


WRITTEN = """() => { window.written = [];
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
    window.written.push(text);
    return fillText.call(this, text, ...where);
}; }"""
"""From now on the page keeps what is written on its canvases."""


def held(net: NetMap, role: str, *ways: tuple[float, float]) -> None:
    """Somebody is taken along these places, and not let go."""
    net.page.mouse.move(*net.where(role))
    net.page.mouse.down()
    for way in ways:
        net.page.mouse.move(*net.spot(*way), steps=4)


def test_a_drag_shows_where_somebody_is_and_says_what_they_become(network_map: NetMap):
    page = network_map.page
    page.evaluate(WRITTEN)
    held(network_map, "chef", (-200, 150))
    network_map.until("window.written.includes('chef')")
    assert not page.evaluate("window.written.some((text) => text.startsWith('wordt:'))"), "still among work and school"
    page.mouse.move(*network_map.spot(110, 150), steps=4)
    network_map.until("window.written.includes('wordt: buurt')")
    page.mouse.up()
    network_map.saved().rest()
    assert network_map.person("chef").domain == "neighbours"
    page.evaluate("window.written = []")
    network_map.canvas("canvas.refresh()")
    network_map.until("window.written.includes('chef')")
    assert not page.evaluate("window.written.some((text) => text.startsWith('wordt:'))"), "nobody is dragged now"


def test_escape_in_a_drag_puts_back(network_map: NetMap):
    before, start = network_map.case(), network_map.where("chef")
    held(network_map, "chef", (110, 150))
    network_map.page.keyboard.press("Escape")
    network_map.page.mouse.move(*network_map.spot(160, 100), steps=4)
    network_map.page.mouse.up()
    network_map.rest()
    assert network_map.saved().case() == before
    assert network_map.canvas("canvas.position(given[0]).x", "boss") == before.people["boss"].x
    network_map.drag(start, network_map.spot(110, 150))
    assert network_map.saved().person("chef").domain == "neighbours", "and can be taken hold of again"


def test_the_wished_map_says_that_it_is_a_wish(network_map: NetMap):
    network_map.canvas("canvas.look.map.lookThrough('wished')")
    network_map.until(f"{CANVAS}.look.map.look.get()?.lens === 'wished'")
    network_map.page.evaluate(WRITTEN)
    held(network_map, "chef", (110, 150))
    network_map.until("window.written.includes('wens: buurt')")
    network_map.page.mouse.up()
    network_map.saved()


def drawn(net: NetMap, *places: tuple[float, float]) -> None:
    """A line by hand along these places of the map."""
    for number, place in enumerate(places):
        net.page.mouse.move(*net.spot(*place), steps=5)
        if not number:
            net.page.mouse.down()
    net.page.mouse.up()
    net.rest()


def chosen(net: NetMap) -> set[str]:
    return set(net.canvas("canvas.selectedNodes"))


AROUND_US = ((-300, -60), (-170, -60), (-190, 90), (-300, 90))
"""A line around the two professionals of the practice case."""


def test_a_box_with_shift_and_a_line_with_the_tool_choose_who_stands_within(network_map: NetMap):
    page, before = network_map.page, network_map.case()
    view = network_map.canvas("canvas.network.getViewPosition()")
    page.keyboard.down("Shift")
    drawn(network_map, (-300, -60), (-170, 90))
    page.keyboard.up("Shift")
    assert chosen(network_map) == {"worker", "team"}
    expect(network_map.side()).to_contain_text("2 mensen gekozen")
    page.keyboard.press("Escape")
    network_map.tool("Kies een groep")
    drawn(network_map, *AROUND_US)
    assert chosen(network_map) == {"worker", "team"}
    network_map.tap(network_map.where("chef"))
    network_map.tap(network_map.where("wijkteam"))
    assert chosen(network_map) == {"worker", "boss"}
    drawn(network_map, (200, -100), (310, -100), (310, 0), (200, 0))
    assert chosen(network_map) == {"worker", "boss", "friend"}, "a second line adds to who was chosen"
    assert network_map.canvas("canvas.network.getViewPosition()") == view, "the map stays where it is"
    assert network_map.saved().case() == before
    page.keyboard.press("Escape")
    assert network_map.canvas("canvas.look.map.tool.get()") == "select"


def test_a_tap_with_shift_adds_and_takes_out(network_map: NetMap):
    network_map.tap(network_map.where("tante"))
    network_map.page.keyboard.down("Shift")
    network_map.tap(network_map.where("chef"))
    network_map.tap(network_map.where("oma"))
    network_map.tap(network_map.where("chef"))
    network_map.page.keyboard.up("Shift")
    assert chosen(network_map) == {"aunt", "grandma"}


def test_a_tool_stays_in_hand_until_it_is_put_down(network_map: NetMap):
    page = network_map.page
    add = page.locator(".nw-map-tools:visible").get_by_role("button", name="Persoon erbij")
    network_map.tool("Persoon erbij")
    for role, place in (("opa", (-60, -300)), ("buurman", (200, 250)), ("dokter", (-300, -90))):
        expect(add).to_have_attribute("aria-pressed", "true")
        network_map.tap(network_map.spot(*place))
        page.keyboard.type(role)
        page.keyboard.press("Enter")
        network_map.saved().rest()
        assert network_map.person(role)
    network_map.tap(network_map.spot(300, 130))
    page.keyboard.press("Escape")
    expect(page.locator(".nw-map-adding:visible")).to_have_count(0)
    expect(add).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(add).to_have_attribute("aria-pressed", "false")


def test_ties_are_drawn_one_after_another(network_map: NetMap):
    tie = network_map.page.locator(".nw-map-tools:visible").get_by_role("button", name="Band trekken")
    network_map.tool("Band trekken")
    for one, other in (("kat", "buurvrouw"), ("chef", "wijkteam")):
        network_map.tap(network_map.where(one))
        network_map.tap(network_map.where(other))
        network_map.saved().rest()
        assert network_map.tie(one, other)
    expect(tie).to_have_attribute("aria-pressed", "true")
    tie.click()
    expect(tie).to_have_attribute("aria-pressed", "false")


def around_us(net: NetMap) -> None:
    """The two professionals and the boss are chosen."""
    net.tool("Kies een groep")
    drawn(net, *AROUND_US)
    net.tap(net.where("chef"))
    net.page.keyboard.press("Escape")
    assert chosen(net) == {"worker", "team", "boss"}


def test_several_are_connected_copied_and_put_in_a_row_each_as_one_step(network_map: NetMap):
    page, side, before = network_map.page, network_map.side(), network_map.case()
    around_us(network_map)
    side.get_by_role("button", name="Verbind deze mensen met elkaar").click()
    network_map.saved()
    assert network_map.tie("chef", "wijkteam")
    assert network_map.tie("chef", "begeleider")
    page.keyboard.press("Control+z")
    network_map.saved().rest()
    assert network_map.case() == before
    side.get_by_label("Verbind allemaal met").select_option("aunt")
    network_map.saved()
    assert len(network_map.case().ties) == len(before.ties) + 3
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("Control+z")
    network_map.saved().rest()
    side.get_by_label("Zet op één kring").select_option("3")
    network_map.saved().rest()
    after = network_map.case().people
    assert {after[one].circle for one in ("worker", "team", "boss")} == {3}
    assert [after[one].domain for one in ("worker", "boss")] == ["professionals", "work_school"]
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("Control+z")
    network_map.saved().rest()
    side.get_by_role("button", name="Kopieer", exact=True).click()
    network_map.saved().rest()
    roles = {person.role for person in network_map.case().people.values()}
    assert {"begeleider 2", "wijkteam 2", "chef 2"} <= roles
    assert len(chosen(network_map) - {"worker", "team", "boss"}) == 3, "the new ones are chosen"


def test_the_same_by_keys_on_the_map_and_in_the_list(network_map: NetMap):
    page, before = network_map.page, network_map.case()
    around_us(network_map)
    page.keyboard.press("v")
    network_map.saved()
    assert len(network_map.case().ties) == len(before.ties) + 2, "two of the three were tied already"
    page.keyboard.press("Control+z")
    network_map.saved().rest()
    page.keyboard.press("Control+d")
    network_map.saved().rest()
    assert network_map.person("chef 2")
    page.keyboard.press("Control+z")
    network_map.saved().rest()
    assert network_map.case().people == before.people
    around_us(network_map)
    page.keyboard.press("Shift+Digit3")
    network_map.saved()
    assert network_map.person("wijkteam").circle == 3
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    rows = page.locator(".nw-table:visible tr[data-id]")
    rows.nth(1).locator("input").check()
    rows.nth(4).locator("input").click(modifiers=["Shift"])
    expect(network_map.side()).to_contain_text("4 mensen gekozen")
    page.keyboard.press("Control+d")
    network_map.saved()
    assert len(network_map.case().people) == len(before.people) + 4
    rows.nth(1).locator("[data-part='name']").focus()
    page.keyboard.press("Control+a")
    expect(network_map.side()).to_contain_text(f"{len(before.people) + 4} mensen gekozen")
    page.get_by_text("Toetsen").click()
    expect(page.locator(".nw-keys:visible")).to_contain_text("Ctrl+D")


def test_the_keys_stand_with_the_signs_of_the_map(network_map: NetMap):
    network_map.tool("Wat de lijnen en vormen betekenen")
    network_map.page.locator(".nw-map-signs summary").click()
    expect(network_map.page.locator(".nw-keys:visible")).to_contain_text("Shift+slepen")
