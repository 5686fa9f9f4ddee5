"""Live annotation in real JupyterLab: one key a note, private until released, and a pen on the map."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import wait_ready
from tests.browser.maps import CANVAS, KERNEL, OPEN_OWN, PICTURE, PRACTICE, STATUS, NetMap, eventually

ANOTHER = f"{PRACTICE}\nfrom netwerk_widgets import workbook\nworkbook.desk().begin_practice(case)"
ENTER_AFTER = f"""([code, line]) => {{
    void ({KERNEL})(code);
    document.querySelector(line).requestSubmit();
}}"""
"""Enter in a line while the kernel does something else, of which the page has not heard yet."""
LINE = ".nw-note-line.nw-note-open"
NOTES = ".nw-notes-view:visible"


@pytest.fixture
def notes(turn_to, netwerk_server) -> NetMap:
    """The step in which the other looks along, on a practice case of its own, with an own file open."""
    page = turn_to("10_live_annoteren", step="meekijken")
    net = NetMap(page, netwerk_server.home)
    net.kernel(ANOTHER)
    net.kernel(OPEN_OWN)
    net.told()
    net.plain()
    net.until("[...document.querySelectorAll('.nw-notes-view')].some((one) => one.offsetParent)")
    page.locator(NOTES).get_by_role("button", name="gedeeld").click()
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


def test_a_hundred_notes_at_speed_lose_no_key_and_are_all_in_the_replay(notes: NetMap, turn_to):
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
    replay_shows_what_the_map_shows(notes, turn_to)


def replay_shows_what_the_map_shows(notes: NetMap, turn_to) -> None:
    """Played from its beginning, the history of this case ends in the picture of its live map."""
    page, code = turn_to("11_terugblik", step="doel"), notes.code
    notes.kernel(f"from netwerk_widgets import workbook\nworkbook.desk().open('{code}')")
    notes.until(f"{STATUS}.code === '{code}' && [...{CANVAS}.look.map.notes().values()].flat().length === 100")
    live = json.loads(notes.rest().canvas(PICTURE))
    turn_to("11_terugblik", step="film")
    line = page.locator(".nw-replay-line:visible input:not([max='0'])")
    line.press("Home")
    page.locator(".nw-replay-happened:visible").get_by_text("Casus begonnen").wait_for()
    assert json.loads(notes.canvas(PICTURE)) != live
    page.get_by_label("Hoe snel").locator("visible=true").select_option("8")
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

    hide = "Namen verbergen"
    page.get_by_role("button", name=hide).click()
    expect(page.locator(f"{NOTES} .nw-note")).to_have_count(0)
    assert "hier werd ik boos" not in page.content()
    page.get_by_role("button", name="Namen tonen").click()

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


def test_only_for_me_holds_until_it_is_changed_and_never_becomes_everybodys(notes: NetMap, turn_to):
    page = notes.page
    page.locator(NOTES).get_by_role("button", name="alleen voor mij").click()
    page.keyboard.press("PageDown")  # another step, with notes of its own
    page.keyboard.press("PageDown")
    pressed = page.locator(NOTES).get_by_role("button", name="alleen voor mij")
    expect(pressed).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    page.reload()
    wait_ready(page)
    notes.plain()
    expect(pressed).to_have_attribute("aria-pressed", "true")
    notes.kernel("workbook.own_desk().close()")
    expect(page.locator(f"{NOTES} .nw-notes-closed")).to_contain_text("zodra je eigen schrift open is")
    look_at(notes, "tante")
    page.keyboard.type("1wat")
    field = page.locator("[data-nw-note]:visible")
    expect(field).to_have_value("")  # it has no place yet where only its writer finds it
    expect(field).to_have_attribute("placeholder", re.compile("zodra je eigen schrift open is"))
    field.press("Enter")
    expect(page.locator(f"{NOTES} .nw-notice")).to_contain_text("zodra je eigen schrift open is")
    notes.kernel(OPEN_OWN)
    expect(page.locator(f"{NOTES} .nw-notes-closed")).to_be_empty()
    field.press_sequentially("wat denk ik zelf")
    assert kept(notes) == {}
    field.press("Enter")
    eventually(lambda: "wat denk ik zelf" in private(notes))
    assert kept(notes) == {}


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
    expect(page.locator(".nw-bar-saved")).to_have_text("concept bewaard")
    page.reload()
    wait_ready(page)
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
    page.evaluate(ENTER_AFTER, [ANOTHER, LINE])
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
    notes.kernel(ANOTHER)
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
