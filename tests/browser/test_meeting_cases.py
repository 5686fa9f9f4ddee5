"""Several cases in a meeting: each proposed in a sentence, one of them chosen; its words stand in the case file alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.held import at_phase
from tests.browser.maps import NetMap, eventually

GUIDE = "workbook.meeting_guide('round')"
ROLES = "print({one.initials: one.role for one in the.meeting.members})"


@pytest.fixture
def net(on_stage) -> NetMap:
    found = on_stage(GUIDE, begin=at_phase("cases"))
    expect(found.page.locator(".nw-meeting-round h2")).to_have_text("Waar liep het vast? Vertel het in één minuut.")
    return found


def opened(net: NetMap) -> Locator:
    net.page.locator(".nw-ready").get_by_role("button", name="Casussen").click()
    return net.page.locator("dialog[open]")


def propose(dialog: Locator, who: str, text: str) -> None:
    dialog.get_by_label("Van wie").select_option(who)
    dialog.get_by_label("Waar liep het vast").fill(text)
    dialog.get_by_label("Waar liep het vast").press("Enter")
    expect(dialog.locator(".nw-proposed li").last).to_contain_text(text)


def said(net: NetMap, card: str) -> list[tuple[str, dict[str, str]]]:
    return [(one.text, dict(one.more)) for one in net.case().answers.values() if one.card == card]


def test_each_proposes_a_sentence_and_the_one_that_is_chosen_is_the_dilemma(net: NetMap):
    page, dialog = net.page, opened(net)
    propose(dialog, "EF", "bij de vraag naar oppas werd het stil")
    propose(dialog, "#4", "hij liet me niet binnen")
    eventually(
        lambda: (
            said(net, "meeting.case")
            == [("bij de vraag naar oppas werd het stil", {"who": "EF"}), ("hij liet me niet binnen", {"seat": "4"})]
        )
    )
    assert "stil" not in (net.home / "bijeenkomst.json").read_text(encoding="utf-8")
    rows = dialog.locator(".nw-proposed li")
    expect(rows.nth(1)).to_contain_text("plek 4")
    rows.nth(0).get_by_role("button", name="Kies deze").click()
    expect(rows.nth(0).get_by_role("button", name="Gekozen")).to_be_visible()
    eventually(lambda: "'EF': 'bringer'" in net.kernel(ROLES))
    rows.nth(1).get_by_role("button", name="Kies deze").press("Enter")
    expect(dialog.get_by_role("button", name="Gekozen")).to_have_count(1)
    eventually(lambda: "'GH': 'bringer'" in net.kernel(ROLES))
    assert said(net, "case.dilemma")[-1] == ("hij liet me niet binnen", {})
    rows.nth(0).get_by_role("button", name="Haal de casus van EF weg").click()
    expect(rows).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".nw-ready").get_by_role("button")).to_have_text("Casussen (1)")


def test_what_was_written_at_check_in_is_the_first_and_a_sentence_that_was_begun_waits(net: NetMap):
    net.kernel("file.apply(Add('answer', 'st', {'card': 'case.dilemma', 'text': 'zij zei niets meer', 'at': now()}))")
    dialog = opened(net)
    expect(dialog.locator(".nw-proposed li")).to_have_count(1)
    expect(dialog.locator(".nw-proposed li")).to_contain_text("zij zei niets meer")
    expect(dialog.get_by_role("button", name="Gekozen")).to_have_count(1)
    dialog.get_by_label("Waar liep het vast").fill("half geschr")
    net.page.keyboard.press("Escape")
    eventually(lambda: opened(net).get_by_label("Waar liep het vast").input_value() == "half geschr")


def test_only_where_cases_are_proposed_or_chosen(net: NetMap):
    button = net.page.locator(".nw-ready")
    expect(button).to_have_count(1)
    net.kernel("the.act({'do': 'go', 'phase': 'choose'})")
    expect(net.page.locator(".nw-meeting-round h2")).to_have_text("Met welk moment gaan we aan het werk?")
    expect(button).to_have_count(1)
    net.kernel("the.act({'do': 'go', 'phase': 'questions'})")
    expect(button).to_have_count(0)
