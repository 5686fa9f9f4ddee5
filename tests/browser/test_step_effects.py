"""Doing what the step says has the effect it names."""

import pytest
from playwright.sync_api import expect

from tests.browser.maps import CANVAS, NetMap


def shown(on_stage, line: str) -> NetMap:
    net = on_stage(line)
    net.until(f"{CANVAS}.look.map.mirror.people().length > 1")
    return net.rest()


def added(net: NetMap, role: str) -> None:
    net.page.mouse.dblclick(*net.spot(180, 260))
    net.page.locator(".nw-map-adding input").fill(role)


def test_under_then_a_new_person_belongs_to_then(on_stage):
    net = shown(on_stage, "workbook.network_map(lens='then')")
    net.until(f"{CANVAS}.look.map.look.get()")
    added(net, "juf")
    when = net.page.locator(".nw-map-adding").get_by_role("group", name="Wanneer?")
    expect(when.get_by_role("button", name="ooit")).to_have_attribute("aria-pressed", "true")
    when.get_by_role("button", name="vijf jaar geleden").click()
    net.page.get_by_role("button", name="Zet op de kaart").click()
    net.saved()
    assert net.person("juf").moment == "five_years"


def test_elsewhere_nobody_is_asked_when(on_stage):
    net = shown(on_stage, "workbook.network_map()")
    added(net, "juf")
    assert net.page.locator(".nw-map-adding fieldset").count() == 0
    net.page.keyboard.press("Enter")
    net.saved()
    assert net.person("juf").moment == "now"


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("workbook.network_map(lens='you_give')", "given"),
        ("workbook.network_map(cards='meaning', needs='giving')", "given"),
        ("workbook.network_map(needs='support')", "received"),
        ("workbook.network_map()", "received"),
    ],
)
def test_in_a_step_on_giving_the_first_tap_gives(on_stage, line: str, way: str):
    net = shown(on_stage, line)
    net.tap(net.where("chef"))
    net.page.locator(".nw-chip").filter(has_text="gezelschap").click()
    net.saved()
    (tie,) = (tie for tie in net.case().ties_of(net.person("chef").id) if dict(tie.support).get("company"))
    assert dict(tie.support)["company"] == way


@pytest.mark.parametrize(
    ("needs", "first"),
    [
        ("giving", ".nw-support"),
        ("support", ".nw-support"),
        ("moment", "label:has-text('Wanneer')"),
        ("left_out", "label:has-text('Wordt buiten gelaten')"),
        ("closeness", ":scope > .nw-pair"),
    ],
)
def test_what_the_step_needs_is_in_sight_on_top_of_the_panel(on_stage, needs: str, first: str):
    net = shown(on_stage, f"workbook.network_map(needs={needs!r}, ask='99.x')")
    net.tap(net.where("tante"))
    wanted = net.page.locator(".nw-panel").locator(first)
    expect(wanted).to_have_count(1)
    top, side = wanted.bounding_box()["y"], net.page.locator(".nw-map-side").bounding_box()["y"]
    role = net.page.get_by_label("Rol of roepnaam").bounding_box()["y"]
    assert side <= top < min(role, side + 160)


def test_what_is_chosen_stands_above_what_the_lens_says_so_that_no_tap_moves_it(on_stage):
    net = shown(on_stage, "workbook.network_map(lens='you_give')")
    net.tap(net.where("chef"))
    chip = net.page.locator(".nw-chip").filter(has_text="gezelschap")
    before = chip.bounding_box()
    for _ in range(3):
        chip.click()
        net.saved().still()
        assert chip.bounding_box() == before


def test_a_tie_says_from_whom_it_begins(on_stage):
    net = shown(on_stage, "workbook.network_map()")
    net.page.locator(".nw-canvas").focus()
    net.page.keyboard.press("t")
    saying = net.page.locator(".nw-map-connecting")
    expect(saying).to_have_text("Tik op iemand, en dan op de ander.")
    net.tap(net.where("tante"))
    expect(saying).to_have_text("Band vanaf tante: tik op de ander.")
    net.page.keyboard.press("Escape")
    expect(saying).to_have_count(0)


def test_whoever_comes_in_from_out_of_sight_gets_the_tie_that_others_have(on_stage):
    net = shown(on_stage, "workbook.network_map()")
    net.canvas(
        "canvas.look.map.connection.edit({ edit: 'add_person', id: 'juf', role: 'juf', circle: 4, domain: 'friends' })"
    )
    net.saved()
    assert net.case().ties_of("juf") == ()
    net.drag(net.where("juf"), net.spot(150, 40))
    net.saved()
    assert [tie.source for tie in net.case().ties_of("juf")] == [net.case().centre[0].id]
    net.page.keyboard.press("Control+z")
    net.saved()
    assert net.case().ties_of("juf") == ()


def test_the_client_answers_a_question_of_their_own(on_stage):
    net = shown(on_stage, "workbook.network_map(ask='01.slot', client_ask='01.slot.client')")
    field = net.page.get_by_label("Schrijf het hier op, als je wilt")
    field.fill("wat ik bewust niet deed")
    net.saved()
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), together: true }})")
    try:
        expect(field).to_have_value("")
        field.fill("ik vond het fijn")
        net.saved()
    finally:
        net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), together: false }})")
    expect(field).to_have_value("wat ik bewust niet deed")
    said = {answer.card: answer.text for answer in net.case().answers.values() if answer.card.startswith("01.")}
    assert said == {"01.slot": "wat ik bewust niet deed", "01.slot.client": "ik vond het fijn"}
