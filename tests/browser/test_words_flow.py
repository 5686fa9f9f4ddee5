"""Words flow: where it got stuck is asked once, what was said goes along, and a supposition can be resolved."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.maps import CANVAS, NetMap
from tests.stage.scenes import MAP

WORDS = "Ik vroeg wie er langskomt. Toen keek ze naar de klok."
ASKED = [
    "board('01', parts='dilemma')",
    "board('wall', parts='stuck')",
    "board('ladder', parts='stuck')",
    "board('handover', parts='stuck')",
]


def shown(on_stage: Callable[..., NetMap], *lines: str) -> NetMap:
    net = on_stage(*lines)
    net.until("document.querySelector('.nw-part') && !document.querySelector('.nw-coming')")
    return net.rest()


def written(net: NetMap, text: str = WORDS) -> NetMap:
    net.page.locator(".nw-part textarea").first.fill(text)
    return net.saved()


@pytest.mark.parametrize("first", ASKED)
def test_where_it_got_stuck_is_asked_once(on_stage, first: str):
    net = written(shown(on_stage, f"workbook.{first}"))
    for board in ASKED:
        net.show(f"workbook.{board}")
        expect(net.page.locator(".nw-part textarea").first).to_have_value(WORDS)
    written(net, "Het ging over oppassen.")
    assert [one.text for one in net.case().answers.values() if one.text] == ["Het ging over oppassen."]


@pytest.mark.parametrize("card", ["wall.stuck", "ladder.stuck", "handover.stuck", "01.dilemma", "meeting.stuck"])
def test_what_was_written_before_it_was_asked_once_is_still_there(on_stage, card: str):
    net = shown(on_stage, "workbook.board('wall', parts='stuck')")
    net.kernel(
        f"workbook.desk().file.apply(__import__('netwerk_widgets.model.edits', fromlist=['Add']).Add('answer', 'old', {{'card': {card!r}, 'text': {WORDS!r}, 'at': '2026-01-01T10:00:00'}}))"
    )
    expect(net.page.locator(".nw-part textarea").first).to_have_value(WORDS)


def test_it_stands_beside_the_map_and_on_a_board_and_unfolds(on_stage):
    net = written(shown(on_stage, "workbook.board('wall', parts='stuck')"))
    assert net.page.locator(".nw-dilemma").count() == 0  # where it is written itself
    net.show(MAP, "workbook.board('wall', parts='rule')")
    for place in (".nw-map-side", ".nw-board-top"):
        line = net.page.locator(f"{place} .nw-dilemma")
        expect(line).to_contain_text(WORDS)
        net.still()
        expect(line).to_be_visible()
        low = line.bounding_box()["height"]
        line.click()
        expect(line).to_have_attribute("aria-expanded", "true")
        assert line.bounding_box()["height"] > low or place == ".nw-board-top"


def test_a_practice_case_has_its_own_question_until_then(on_stage):
    net = shown(on_stage, "workbook.board('wall', parts='rule')")
    expect(net.page.locator(".nw-dilemma")).to_contain_text("Hoe praat ik met Mo")


def test_a_client_does_not_read_it_and_hidden_names_hide_it(on_stage):
    net = written(shown(on_stage, "workbook.board('wall', parts='stuck')"))
    net.show(MAP, "workbook.board('valued')")
    net.until(f"{CANVAS}.look.map.mirror.people().length > 1")
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: true }})")
    expect(net.page.locator(".nw-dilemma").first).not_to_contain_text("klok")
    net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: false, together: true }})")
    expect(net.page.locator(".nw-dilemma")).to_have_count(0)
    net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), together: false }})")


def test_what_the_client_said_goes_along(on_stage):
    net = shown(on_stage, "workbook.board('wall', parts='said')")
    net.page.get_by_role("button", name="Dit gaat niemand iets aan").click()
    written(net, "Dat hoeft u niet te weten.")
    for board in ("iceberg", "questions", "prepare"):
        net.show(f"workbook.board({board!r})")
        line = net.page.locator(".nw-said-before")
        expect(line).to_contain_text("‘Dit gaat niemand iets aan’ ‘Dat hoeft u niet te weten.’")


def test_a_supposition_is_resolved_and_taken_back(on_stage):
    net = shown(on_stage, "workbook.board('iceberg')")
    net.page.get_by_role("button", name="Schaamte").click()
    net.page.keyboard.type("bang dat ik haar zwak vind")
    net.page.keyboard.press("Tab")
    net.saved()
    row = net.page.locator(".nw-ice-below .nw-board-row")
    expect(row).to_contain_text("vermoeden, nog niet nagegaan")
    row.get_by_role("button", name="klopte niet").click()
    expect(row).not_to_contain_text("vermoeden, nog niet nagegaan")
    row.get_by_label("Wat bleek er?").fill("Ze was vooral moe.")
    net.saved()
    found = dict(next(one for one in net.case().answers.values() if one.card == "iceberg.ice").more)
    assert (found["outcome"], found["learned"]) == ("wrong", "Ze was vooral moe.")
    row.get_by_role("button", name="klopte niet").click()
    expect(row).to_contain_text("vermoeden, nog niet nagegaan")
