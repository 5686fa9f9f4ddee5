"""What of a view only JupyterLab shows: its shortcuts, its notebook, the top bar, and the room that a step's words leave."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser import boards
from tests.browser.boards import PREFS
from tests.browser.conftest import Netwerk, wait_ready
from tests.browser.maps import BEGIN, CANVAS, IN_SIGHT, OPEN_OWN, NetMap, eventually
from tests.browser.test_map_screen import SCREENS, SMALL, SMALLEST
from tests.browser.test_notes import NOTES, kept, look_at, private

TELLING = """
import dataclasses
from netwerk_widgets.exchange.content import practice_case
case = practice_case("mo", "nl")
def told(one, *fields):
    return dataclasses.replace(one, **{field: f"{getattr(one, field)} Quzzel" for field in fields})
free = ("role", "notes", "organisation", "left_out_by", "left_out_why", "unsafe_why", "valued_role")
people = {k: told(one, *free) for k, one in case.people.items()}
ties = {k: told(one, "label", "notes") for k, one in case.ties.items()}
case = dataclasses.replace(case, people=people, ties=ties, info=told(case.info, "question", "story"))
"""
"""A case in which every free text ends on a word that stands nowhere else."""

EVERYWHERE = """() => {
    const parts = [document.documentElement.outerHTML, document.title];
    for (const one of document.querySelectorAll("input, textarea, select")) parts.push(one.value);
    return parts.join("\\n");
}"""
HIDDEN = """(key) => new Promise((done) => {
    const begin = performance.now();
    window.addEventListener("nw-painted", () => requestAnimationFrame(() => done(performance.now() - begin)), { once: true });
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, code: "KeyN", altKey: true, bubbles: true }));
})"""


def show_names(lab_map: NetMap) -> None:
    lab_map.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: false }})")
    lab_map.rest()


def test_labs_own_shortcuts_never_fire_from_inside_a_view(lab_map: NetMap):
    page = lab_map.page
    cells = (
        "jupyterapp.shell.currentWidget.content.widgets.map((cell) => cell.model.type + cell.model.sharedModel.source)"
    )
    before = page.evaluate(cells)
    for inside in (".nw-canvas:visible", ".nw-map-tools:visible button >> nth=0", ".nw-map-lens:visible >> nth=0"):
        page.locator(inside).first.focus()
        for key in ("d", "d", "1", "2", "3", "6", "a", "b", "x", "y", "Enter", "Shift+Enter", "Escape", "0", "0"):
            page.keyboard.press(key)
        page.keyboard.press("Escape")
        if page.evaluate("globalThis[Symbol.for('netwerk-widgets.page.1')].cover.get()"):
            page.keyboard.press("b")
        assert page.evaluate(cells) == before
    assert page.locator(".jp-Dialog").count() == 0


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_in_the_bar_is_small_to_read(lab_map: NetMap, size: tuple[int, int]):
    lab_map.page.set_viewport_size({"width": size[0], "height": size[1]})
    assert not lab_map.rest().page.evaluate(SMALL, [".nw-bar *", SMALLEST])


def test_zoom_and_fit_and_a_hidden_map_that_comes_back(lab_map: NetMap):
    page = lab_map.page
    scale = lab_map.canvas("canvas.network.getScale()")
    lab_map.tool("Groter")
    lab_map.rest()
    assert lab_map.canvas("canvas.network.getScale()") == pytest.approx(1.25 * scale)
    lab_map.tool("Hele kaart in beeld")
    lab_map.rest()
    assert lab_map.canvas("canvas.network.getScale()") == pytest.approx(scale)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.keyboard.press("PageDown")
    lab_map.until(f"!{IN_SIGHT}.some((one) => one.querySelector('.nw-map'))")
    lab_map.still()
    page.keyboard.press("PageUp")
    lab_map.until(f"{CANVAS}.placed.length > 5")
    assert lab_map.canvas("canvas.network.getScale()") == pytest.approx(scale)
    assert not problems


def test_one_key_hides_all_names_everywhere_within_a_tenth_of_a_second(lab_map: NetMap):
    page = lab_map.begin(TELLING).page
    lab_map.choose("tante Quzzel")
    for fold in lab_map.side().locator("summary").all():
        fold.click()
    page.locator(".nw-map-lens:visible", has_text="Zonder ons").click()
    expect(page.locator(".nw-map-look:visible")).to_contain_text("begeleider Quzzel")
    lab_map.side().get_by_label("Notities").first.fill("belt elke dag Quzzel")
    page.locator(".nw-canvas:visible").focus()
    lab_map.saved().rest()
    assert page.evaluate(EVERYWHERE).count("Quzzel") > 20
    spent = page.evaluate(HIDDEN, "n")
    assert spent <= 100, f"{spent:.0f} ms"
    assert not [line for line in page.evaluate(EVERYWHERE).split("<") if "Quzzel" in line]
    labels = lab_map.labels()
    assert all(re.fullmatch(r"P\d+|middelpunt", label) for label in labels), labels
    page.locator(".nw-map-lens:visible", has_text="Wat geef jij?").click()
    expect(page.locator(".nw-map-look:visible h3")).to_have_text("Wat geef jij?")
    lab_map.tool("Lijst")
    expect(page.locator(".nw-table:visible")).to_be_visible()
    assert not [line for line in page.evaluate(EVERYWHERE).split("<") if "Quzzel" in line]
    lab_map.tool("Lijst")
    show_names(lab_map)
    assert "tante Quzzel" in lab_map.labels()
    page.locator(".nw-map-lens:visible", has_text="Wat geef jij?").click()


def test_names_stay_hidden_after_a_reload(lab_map: NetMap, netwerk_server: Netwerk):
    page = lab_map.begin(TELLING).page
    lab_map.choose("tante Quzzel")
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("n")
    eventually(lambda: netwerk_server.ask("netwerk/state").get("hideNames") is True)
    page.reload()
    wait_ready(page)
    lab_map.until(f"{CANVAS}.placed.length > 5 && {CANVAS}.look.map.mirror.people().length > 5")
    assert not [line for line in page.evaluate(EVERYWHERE).split("<") if "Quzzel" in line]
    assert not [label for label in lab_map.labels() if "Quzzel" in label]
    show_names(lab_map)
    eventually(lambda: netwerk_server.ask("netwerk/state")["hideNames"] is False)


def test_the_saved_workbook_holds_no_role_and_no_output(lab_map: NetMap):
    lab_map.add("zeldzame oudoom")
    books = lab_map.home / "werkboeken"
    before = (books / "00_start.ipynb").stat().st_mtime_ns
    lab_map.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    assert (books / "00_start.ipynb").stat().st_mtime_ns > before
    for path in books.rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert "zeldzame oudoom" not in text
        book = json.loads(text)
        assert not [cell for cell in book["cells"] if cell.get("outputs")]
        assert "widgets" not in book["metadata"]


CLIPPED = """(view) => {
    const faults = [];
    const wide = view.scrollWidth - view.clientWidth;
    if (wide > 1) faults.push(`the board is ${wide} px too wide`);
    for (const card of view.querySelectorAll(".nw-part")) {
        if (card.scrollWidth > card.clientWidth + 1) faults.push(`wide: ${card.className}`);
        const box = card.getBoundingClientRect();
        if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1) faults.push(`off: ${card.className}`);
    }
    for (const one of view.querySelectorAll(".nw-part button, .nw-part input:not([type=checkbox]), .nw-part select")) {
        const { height } = one.getBoundingClientRect();
        if (height && height < 43.5) faults.push(`low: ${one.className} ${height}`);
    }
    for (const one of view.querySelectorAll(".nw-part *")) {
        const said = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        const size = parseFloat(getComputedStyle(one).fontSize);
        if (said && size < 16) faults.push(`small: ${one.className} ${size}`);
    }
    for (const one of view.querySelectorAll(".nw-part-title, .nw-part-text, .nw-option-button, .nw-part textarea")) {
        if (parseFloat(getComputedStyle(one).fontSize) < 22) faults.push(`below 22: ${one.className}`);
    }
    return faults;
}"""


def test_nothing_is_clipped_or_small_on_a_projector(lab_board):
    net = lab_board("wall")
    steps = [step for step in boards.STEPS if step not in ("cards", "quiet", "unknown", "part")]
    for size in ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080}):
        net.page.set_viewport_size(size)
        for index, step in enumerate(steps):
            if index:
                net.page.get_by_role("button", name="Volgende").click()
            if step == "contact":
                continue  # on the own desk, which is closed here
            expect(net.page.locator(".nw-part:visible").first).to_be_visible()
            net.rest()
            faults = net.page.locator(".nw-board:visible").evaluate(CLIPPED)
            assert not faults, f"{step} at {size['width']}: {faults}"
        for _ in steps[1:]:
            net.page.get_by_role("button", name="Vorige").click()


def test_only_for_me_holds_until_it_is_changed_and_never_becomes_everybodys(turn_to, netwerk_server):
    page = turn_to("10_live_annoteren", step="meekijken")
    notes = NetMap(page, netwerk_server.home)
    for line in (BEGIN, OPEN_OWN):
        notes.kernel(line)
    notes.told().plain()
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


def test_a_blank_screen_covers_an_open_question(turn_to):
    shelf = turn_to("00_start", step="casus")
    shelf.locator(".nw-shelf:visible").get_by_role("button", name="Nieuwe casus").click()
    shelf.keyboard.press("Alt+b")
    expect(shelf.locator(".nw-cover")).to_be_visible()
    expect(shelf.locator("dialog[open].nw-dialog")).to_have_count(0)
    shelf.keyboard.press("Alt+b")
    expect(shelf.locator("dialog[open].nw-dialog")).to_have_count(1)
