"""Live annotation: one key a note, private until released, and a pen on the map."""

import json
import time

import pytest
from playwright.sync_api import expect

from tests.browser.boards import PREFS
from tests.browser.maps import BEGIN, CANVAS, DRAFTS, OPEN_OWN, PICTURE, STATUS, NetMap, eventually
from tests.stage.scenes import MAP

FASTER = """() => {
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (act, wait = 0, ...given) => setTimeout(act, wait / 16, ...given);
}"""
"""Whatever this page waits for comes sooner: what is played stays in its order."""
LINE = ".nw-note-line.nw-note-open"
NOTES = ".nw-notes-view:visible"


@pytest.fixture
def notes(on_stage) -> NetMap:
    """Notes beside the map, on a practice case of its own, with an own file open."""
    net = on_stage(MAP, "workbook.notes()")
    net.kernel(OPEN_OWN)
    net.told()
    net.plain()
    net.until("[...document.querySelectorAll('.nw-notes-view')].some((one) => one.offsetParent)")
    net.page.locator(NOTES).get_by_role("button", name="gedeeld").click()
    return net


def look_at(net: NetMap, role: str) -> str:
    """Choose somebody on the map, with the focus there."""
    who = net.person(role).id
    net.canvas("canvas.look.map.find(given[0])", who)
    net.page.locator(".nw-canvas:visible").focus()
    return who


def kept(net: NetMap) -> dict:
    return {one.text: one for one in net.case().annotations.values()}


def private(net: NetMap) -> str:
    return net.kernel("print([one.text for one in own.file.case.annotations.values()])")


def test_a_hundred_notes_at_speed_lose_no_key_and_are_all_in_the_replay(notes: NetMap):
    page = notes.page
    who = look_at(notes, "tante")
    begin = time.monotonic()
    for number in range(100):
        page.keyboard.type(f"{number % 6 + 1}nummer {number}\n")
    eventually(lambda: len(kept(notes)) == 100)
    assert time.monotonic() - begin < 60
    assert set(kept(notes)) == {f"nummer {number}" for number in range(100)}
    assert {one.on for one in kept(notes).values()} == {who}
    assert kept(notes)["nummer 2"].tag == "compliment"
    expect(page.locator(f"{NOTES} .nw-note")).to_have_count(100)
    replay_shows_what_the_map_shows(notes)


def replay_shows_what_the_map_shows(notes: NetMap) -> None:
    """Played from its beginning, the history of this case ends in the picture of its live map."""
    page, code = notes.page, notes.code
    notes.show("workbook.network_map(ask='11.doel', with_client=True)")
    notes.until(f"{STATUS}.code === '{code}' && [...{CANVAS}.look.map.notes().values()].flat().length === 100")
    live = json.loads(notes.rest().canvas(PICTURE))
    notes.show("workbook.replay()")
    line = page.locator(".nw-replay-line:visible input:not([max='0'])")
    line.press("Home")
    page.locator(".nw-replay-happened:visible").get_by_text("Casus begonnen").wait_for()
    assert json.loads(notes.canvas(PICTURE)) != live
    page.get_by_label("Hoe snel").locator("visible=true").select_option("8")
    page.evaluate(FASTER)
    page.locator(".nw-replay:visible").get_by_role("button", name="Speel af", exact=True).click()
    notes.until(f"[...{CANVAS}.look.map.notes().values()].flat().length === 100", 60)
    page.locator(".nw-replay:visible").get_by_role("button", name="Speel af", exact=True).wait_for()
    assert json.loads(notes.canvas(PICTURE)) == live


def test_a_note_is_written_with_the_eyes_on_the_map_and_can_be_let_go(notes: NetMap):
    page = notes.page
    look_at(notes, "tante")
    page.keyboard.type("1Wat zou zij zeggen?")
    expect(page.locator(f"{LINE} .nw-note-about")).to_contain_text("tante")
    line, canvas = page.locator(LINE).bounding_box(), page.locator(".nw-canvas:visible").bounding_box()
    assert line["y"] > canvas["y"] + canvas["height"] / 2
    page.keyboard.press("Escape")
    expect(page.locator(LINE)).to_have_count(0)
    assert page.evaluate("Boolean(document.activeElement.closest('.nw-canvas'))")
    assert kept(notes) == {}
    page.keyboard.type("2tante wil graag\n")
    eventually(lambda: list(kept(notes)) == ["tante wil graag"])
    notes.canvas("canvas.look.map.listOpen.set(true)")
    row = page.locator(f".nw-table:visible tr[data-id='{notes.person('tante').id}']")
    expect(row).to_contain_text("1 aantekening")
    notes.plain()
    look_at(notes, "tante")
    page.keyboard.press("Control+z")
    eventually(lambda: kept(notes) == {})


def test_a_private_note_is_in_no_row_of_the_case_until_it_is_released(notes: NetMap):
    page = notes.page
    look_at(notes, "ex-partner")
    page.locator(NOTES).get_by_role("button", name="alleen voor mij").click()
    look_at(notes, "ex-partner")
    page.keyboard.type("5hier werd ik boos")
    field = page.locator("[data-nw-note]:visible")
    expect(field).to_have_css("-webkit-text-security", "disc")  # others sit in the room
    page.keyboard.press("Enter")
    eventually(lambda: "hier werd ik boos" in private(notes))
    assert kept(notes) == {}
    note = page.locator(f"{NOTES} .nw-note")
    expect(note).to_contain_text("alleen voor mij")
    assert "hier werd ik boos" not in page.content()  # folded
    note.get_by_role("button", name="Lezen").click()
    expect(note).to_contain_text("hier werd ik boos")
    history = "print([str(row.changes) for row in workbook.desk().file.history(99)])"
    assert "boos" not in notes.kernel(history)

    page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: true }})")
    expect(page.locator(f"{NOTES} .nw-note")).to_have_count(0)
    assert "hier werd ik boos" not in page.content()
    page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: false }})")

    page.locator(f"{NOTES} .nw-note").get_by_role("button", name="Meer bij deze aantekening").click()
    page.get_by_role("button", name="Vrijgeven").click()
    asked = page.locator("dialog[open]")
    expect(asked).to_contain_text(f"Iedereen die casus {notes.code} opent, kan deze aantekening dan lezen")
    asked.get_by_role("button", name="Terug").click()
    assert kept(notes) == {}
    page.get_by_role("button", name="Vrijgeven").click()
    asked.get_by_role("button", name="Ja, vrijgeven").click()
    eventually(lambda: list(kept(notes)) == ["hier werd ik boos"])
    eventually(lambda: "boos" not in private(notes))
    expect(page.locator(f"{NOTES} .nw-note")).to_have_count(1)


def test_a_note_is_answered_and_becomes_a_goal(notes: NetMap):
    page = notes.page
    look_at(notes, "tante")
    page.keyboard.type("1Wie vroeg het eerst?\n")
    more = page.locator(f"{NOTES} .nw-note").get_by_role("button", name="Meer bij deze aantekening")
    more.click()
    page.get_by_role("button", name="Reageren").click()
    page.keyboard.type("Mo zelf\n")
    expect(page.locator(f"{NOTES} .nw-note-answer")).to_contain_text("Mo zelf")
    page.get_by_role("button", name="Hier leer ik van").click()
    page.keyboard.type("Ik wacht tien tellen\n")
    eventually(lambda: "Ik wacht tien tellen" in kept(notes))
    assert kept(notes)["Ik wacht tien tellen"].goal
    assert kept(notes)["Mo zelf"].reply == kept(notes)["Wie vroeg het eerst?"].id
    expect(page.get_by_role("region", name="Leerdoelen")).to_contain_text("Ik wacht tien tellen")


def test_a_line_drawn_by_hand_is_kept_hidden_with_the_names_and_undone(notes: NetMap):
    page = notes.page
    look_at(notes, "tante")
    page.keyboard.press("d")
    box = page.locator(".nw-canvas:visible").bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 120)
    page.mouse.down()
    for step in range(1, 20):
        page.mouse.move(box["x"] + 200 + 8 * step, box["y"] + 120 + 4 * step)
    page.mouse.up()
    eventually(lambda: len(notes.case().strokes) == 1)
    (stroke,) = notes.case().strokes.values()
    assert len(stroke.points.split()) > 10
    notes.until(f"{CANVAS}.look.map.pen.lines().length === 1")
    page.keyboard.press("d")
    page.keyboard.press("Control+z")
    eventually(lambda: not notes.case().strokes)


def test_a_note_that_was_begun_is_there_after_escape_and_after_a_reload(notes: NetMap):
    page = notes.page
    look_at(notes, "tante")
    page.keyboard.type("1Wat zou zij")
    page.keyboard.press("Escape")
    again = page.locator(NOTES).get_by_role("button", name="Verder met je begonnen aantekening")
    again.click()
    expect(page.locator(LINE).locator("input")).to_have_value("Wat zou zij")
    notes.until(f"{DRAFTS}.bar.get() === 'kept'")
    notes.reload()
    expect(page.locator(LINE).locator("input")).to_have_value("Wat zou zij")
    expect(page.locator(f"{LINE} .nw-note-about")).to_contain_text("tante")
    page.locator(LINE).locator("input").press("End")
    page.keyboard.type(" zeggen?\n")
    eventually(lambda: list(kept(notes)) == ["Wat zou zij zeggen?"])
    expect(again).to_have_count(0)


def test_a_note_of_one_case_never_lands_in_another(notes: NetMap):
    page, first = notes.page, notes.code
    look_at(notes, "tante")
    page.keyboard.type("1Wat zou zij")
    # Enter in a line while the kernel does something else, of which the page has not heard yet.
    with notes.occupied(BEGIN):
        page.evaluate("(line) => document.querySelector(line).requestSubmit()", LINE)
    notes.until(f"{STATUS}.code !== '{first}'")
    notes.told()
    assert kept(notes) == {}
    notes.kernel(f"workbook.desk().open('{first}')")
    notes.told()
    eventually(lambda: list(kept(notes)) == ["Wat zou zij"])


def test_a_line_that_is_open_stays_with_its_case(notes: NetMap):
    page, first = notes.page, notes.code
    look_at(notes, "tante")
    page.keyboard.type("1Wat zou zij")
    notes.kernel(BEGIN)
    notes.told()
    expect(page.locator(LINE)).to_have_count(0)
    page.keyboard.insert_text(" zeggen?")
    page.keyboard.press("Enter")
    notes.rest()
    assert kept(notes) == {}
    begun = page.locator(NOTES).get_by_role("button", name="Verder met je begonnen aantekening")
    expect(begun).to_have_count(0)
    notes.kernel(f"workbook.desk().open('{first}')")
    notes.told()
    begun.click()
    expect(page.locator(LINE).locator("input")).to_have_value("Wat zou zij")
    expect(page.locator(f"{LINE} .nw-note-about")).to_contain_text("tante")
