"""An empty chair in a meeting: somebody speaks as one who is absent, and what is said lies beside that person."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.held import at_phase
from tests.browser.maps import NetMap, eventually

GUIDE = "workbook.meeting_guide('round')"
UNSAFE = "from netwerk_widgets.model.edits import Change\nfile.apply(Change('person', '{0}', {{'unsafe': True}}))"


@pytest.fixture
def net(on_stage) -> NetMap:
    found = on_stage(GUIDE, begin=at_phase("analysis"))
    expect(found.page.locator(".nw-meeting-round h2")).to_be_visible()
    return found


def seated(net: NetMap) -> Locator:
    net.page.get_by_role("button", name="Leg vast").first.click()
    dialog = net.page.locator("dialog[open]")
    dialog.get_by_role("button", name="Lege stoel").click()
    return dialog


def test_what_is_said_from_the_chair_names_whose_chair_it_was(net: NetMap):
    page, dialog, aunt = net.page, seated(net), net.person("tante").id
    keep = dialog.get_by_role("button", name="Leg vast")
    dialog.locator("textarea").fill("ik wil wel, als je het mij vraagt")
    expect(keep).to_be_disabled()  # nobody sits there yet
    dialog.get_by_label("Wie zit er op de stoel?").select_option(aunt)
    expect(dialog.get_by_label("Ik ben tante. Wat ik jullie zou willen zeggen")).to_have_value(
        "ik wil wel, als je het mij vraagt"
    )
    keep.click()
    eventually(
        lambda: (
            [(one.text, one.persons) for one in net.case().answers.values() if one.card == "meeting.chair"]
            == [("ik wil wel, als je het mij vraagt", aunt)]
        )
    )
    page.get_by_role("button", name="Op tafel (1)").click()
    table = page.locator("dialog[open]")
    expect(table.locator("h3")).to_have_text("Vanaf de lege stoel")
    expect(table.get_by_role("button", name="Toon tante op de kaart")).to_be_visible()


def test_whoever_must_not_be_approached_is_never_asked_to_sit_there(net: NetMap):
    uncle = net.person("ex-partner").id
    net.kernel(UNSAFE.format(uncle))
    dialog = seated(net)
    offered = dialog.get_by_label("Wie zit er op de stoel?").locator("option")
    expect(offered.filter(has_text="tante")).to_have_count(1)
    expect(offered.filter(has_text="ex-partner")).to_have_count(0)
    expect(offered.filter(has_text="kat")).to_have_count(0)
    expect(offered.first).to_have_text("kies iemand")
