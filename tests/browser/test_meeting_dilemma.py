"""Where it got stuck: asked once about a case, and in sight in every phase of the meeting."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.held import BEGUN, HELD
from tests.browser.maps import NetMap, eventually

LINE = ".nw-dilemma"
PREFS = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
LONG = "Bij de vraag wie er kan oppassen klapte het dicht, en ik wist niet meer wat ik moest zeggen"
STUCK = "file.apply(Add('answer', 'st', {{'card': '{card}', 'text': '{text}', 'at': '{at}'}}))"


def stuck(card: str = "case.dilemma", text: str = LONG, at: str = "2020-01-01T10:00:00Z") -> str:
    return STUCK.format(card=card, text=text, at=at)


def said(net: NetMap) -> list[str]:
    return [one.text for one in net.case().answers.values() if one.card == "case.dilemma"]


@pytest.mark.parametrize("card", ["case.dilemma", "meeting.stuck", "wall.stuck"])
def test_what_was_written_before_stands_in_the_field_and_is_not_asked_again(on_stage, card: str):
    net = on_stage("workbook.meeting_guide('checkin')", begin=f"{HELD}\n{stuck(card, 'zij zei niets meer')}")
    field = net.page.get_by_label("Waar liep het vast?")
    expect(field).to_have_value("zij zei niets meer")
    field.fill("zij zei niets meer, en ik ook niet")
    field.blur()
    eventually(lambda: said(net)[-1:] == ["zij zei niets meer, en ik ook niet"])
    before = [one.text for one in net.case().answers.values()]
    assert "zij zei niets meer" in before, "what was written for an earlier meeting stays as it is"
    field.fill("wij zwegen allebei")
    field.blur()
    eventually(lambda: said(net)[-1:] == ["wij zwegen allebei"])
    assert len(net.case().answers) == 2


def one_line(page: Page) -> None:
    """It is one line in sight, cut with dots, that unfolds to the whole."""
    line = page.locator(LINE)
    expect(line).to_contain_text("Bij de vraag wie er kan oppassen")
    expect(line).to_have_attribute("aria-expanded", "false")
    folded = line.bounding_box()
    assert folded["height"] <= 50
    line.press("Enter")
    expect(line).to_have_attribute("aria-expanded", "true")
    assert line.bounding_box()["height"] > folded["height"]
    assert line.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1")
    line.press("Enter")


def test_it_stands_in_sight_in_every_phase_and_at_the_closing(on_stage):
    net = on_stage("workbook.meeting_guide('clock')", begin=f"{BEGUN}\n{stuck()}")
    net.page.add_style_tag(content="main { width: 290px; }")
    for place in range(7):
        eventually(lambda place=place: net.kernel("print(the.meeting.index)").strip() == str(place))
        expect(net.page.locator(LINE)).to_be_visible()
        net.page.locator(".nw-clock-ways .nw-main").click()
    net.kernel("the.act({'do': 'back'})")
    one_line(net.page)
    net.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: true }})")
    expect(net.page.locator(LINE)).not_to_contain_text("oppassen")
    net.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: false }})")
    net.kernel("the.act({'do': 'stop'})")
    net.show("workbook.meeting_guide('closing')")
    expect(net.page.locator(f".nw-closing {LINE}")).to_contain_text("Bij de vraag")


def test_beside_the_cards_it_stands_with_the_way_back(on_stage):
    net = on_stage("workbook.meeting_guide('return')", begin=f"{BEGUN}\n{stuck()}")
    expect(net.page.locator(f".nw-return {LINE}")).to_contain_text("Bij de vraag")
