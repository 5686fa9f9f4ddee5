"""The closing of a meeting: what lay on the table to choose from, and a name for the map of today."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.held import BEGUN
from tests.browser.maps import NetMap, eventually

GUIDE = "workbook.meeting_guide('closing')"
CLOSES = f"""{BEGUN}
say("hypothesis", "zij schaamt zich")
say("advice", "vraag wat zij al deed")
say("minority", "ik zou wachten")
file.apply(Add("annotation", "n1", {{"text": "stil bij haar zus", "author": "AB", "at": now()}}))
file.apply(Add("annotation", "n2", {{"text": "van vorig jaar", "author": "AB", "at": "2020-01-01T10:00:00Z"}}))
the.act({{"do": "stop"}})
"""


@pytest.fixture
def net(on_stage) -> NetMap:
    found = on_stage(GUIDE, begin=CLOSES)
    expect(found.page.locator(".nw-meeting-closing[data-state='closing']")).to_be_visible()
    return found


def takes(net: NetMap) -> list[str]:
    return [one.text for one in net.case().answers.values() if one.card == "meeting.takes"]


def lay(net: NetMap) -> Locator:
    return net.page.locator(".nw-gathered").get_by_role("button")


def test_what_lay_on_the_table_is_taken_along_by_a_tap_and_never_by_itself(net: NetMap):
    expect(lay(net)).to_have_text(
        [
            "Vermoeden zij schaamt zich",
            "Advies vraag wat zij al deed",
            "Een ander geluid ik zou wachten",
            "Aantekening stil bij haar zus",
        ]
    )
    assert takes(net) == []
    lay(net).nth(1).click()
    expect(lay(net).nth(1)).to_have_attribute("aria-pressed", "true")
    lay(net).nth(3).press("Enter")
    eventually(lambda: takes(net) == ["vraag wat zij al deed", "stil bij haar zus"])
    lay(net).nth(1).click()
    expect(lay(net).nth(1)).to_have_attribute("aria-pressed", "false")
    eventually(lambda: takes(net) == ["stil bij haar zus"])
    net.page.get_by_label("Eén zin").fill("vertragen")
    net.page.get_by_label("Eén zin").press("Enter")
    expect(net.page.locator(".nw-rows li")).to_have_text(["vertragen✕"])  # what was tapped is not said twice


def test_with_names_hidden_nothing_of_it_is_read_or_tapped(net: NetMap):
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: true }})")
    expect(net.page.get_by_text("zij schaamt zich")).to_have_count(0)
    expect(lay(net).first).to_be_disabled()
    net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: false }})")


def test_the_map_of_today_gets_its_name_by_one_tap_and_is_not_named_twice(net: NetMap):
    page = net.page
    name = page.get_by_label("Geef de kaart van nu een naam")
    expect(name).to_have_value(
        page.evaluate("'intervisie ' + new Intl.DateTimeFormat('nl', { day: 'numeric', month: 'long' }).format()")
    )
    proposed = name.input_value()
    page.get_by_role("button", name="Bewaar").click()
    same = page.get_by_text("De kaart is nog zoals bij")
    expect(same).to_contain_text(proposed)
    (version,) = net.case().versions.values()
    assert version.name == proposed
    net.kernel(
        "from netwerk_widgets.model.edits import AddPerson\nworkbook.desk().file.apply(AddPerson('nieuw', 'buurman'))"
    )
    expect(same).to_have_count(0)
    expect(name).to_have_value(f"{proposed} (2)")


def test_of_many_steps_the_last_ones_stand_there_and_all_are_one_tap_away(net: NetMap):
    net.kernel("for n in range(5): file.apply(Add('step', f's{n}', {'text': f'stap {n}'}))")
    rows = net.page.locator(".nw-closing > .nw-card > .nw-rows li")
    expect(rows).to_have_text(["stap 3✕", "stap 4✕"])
    net.page.get_by_role("button", name="Alle 5").click()
    dialog = net.page.locator("dialog[open]")
    expect(dialog.locator("li")).to_have_count(5)
    dialog.get_by_role("button", name="Haal weg: stap 0").click()
    expect(dialog.locator("li")).to_have_count(4)
