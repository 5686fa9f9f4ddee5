"""What goes wrong while one works: a full disk, made-up messages, hostile words, a server that does not answer."""

from __future__ import annotations

import json
import re
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Netwerk, wait_ready
from tests.browser.maps import CANVAS, STATUS, NetMap, eventually
from tests.browser.test_map_screen import shot
from tests.stage.scenes import MAP

ADD = "canvas.look.map.connection.edit({ edit: 'add_person', id: given[0], role: given[0], x: 60, y: 60 })"
EVIL = "<img src=x onerror=window.hit=1><script>hit=1</script>"
HOSTILE = f"""
import dataclasses
from netwerk_widgets.exchange.content import practice_case
case = practice_case("mo", "nl")
evil = {EVIL!r}
def hostile(one):
    wide = {{f.name for f in dataclasses.fields(one)}}
    texts = ("role", "notes", "organisation", "left_out_why", "unsafe_why", "valued_role", "label", "question", "story")
    return dataclasses.replace(one, **{{name: evil for name in texts if name in wide}})
case = dataclasses.replace(
    case,
    info=hostile(case.info),
    people={{key: hostile(one) for key, one in case.people.items()}},
    ties={{key: hostile(one) for key, one in case.ties.items()}},
)
"""


@pytest.fixture
def here(spare_turn_to, spare_netwerk: Netwerk) -> NetMap:
    """The map of the start workbook, with a fresh practice case, on a server that may be halted."""
    return NetMap(spare_turn_to("00_start"), spare_netwerk.home, spare_netwerk.process.pid).plain().begin()


def people(here: NetMap) -> list[str]:
    return [person.role for person in here.case().people.values()]


def test_a_disk_that_is_full_keeps_what_was_saved_and_says_what_was_not(network_map: NetMap):
    """SQLite's own way to be full: the file may not grow. Sixty edits at once, of which some find room."""
    network_map.kernel(
        "from netwerk_widgets import workbook\nstore = workbook.desk().file._store\n"
        "store.rows('PRAGMA max_page_count = %d' % store.value('PRAGMA page_count'))"
    )
    before = people(network_map)
    for number in range(60):
        network_map.canvas(ADD, f"mens{number}")
    notice = network_map.page.locator(".nw-notice:visible")
    expect(notice).to_contain_text("De schijf is vol. Deze bewerking is niet opgeslagen")
    network_map.until(f"{STATUS}.pending === 0")
    kept = people(network_map)
    assert len(before) <= len(kept) < len(before) + 60
    network_map.until(f"{CANVAS}.nodes.size === {len(kept)}")
    shot(network_map.page, "full-disk")
    network_map.kernel("store.rows('PRAGMA max_page_count = 100000')")
    network_map.canvas(ADD, "ruimte")
    network_map.until(f"{STATUS}.pending === 0")
    assert people(network_map) == [*kept, "ruimte"]


def test_made_up_messages_are_answered_in_words_and_change_nothing(network_map: NetMap):
    """To the shelf as well as to the map, of which test_map_privacy sends more."""
    before = network_map.case()
    network_map.page.evaluate(
        """(canvas) => {
            const { connection } = eval(canvas).look.map;
            const said = [null, 7, [], "hello", {}, { kind: 7 }, { kind: "explode" }, { kind: "edit" },
                { kind: "edit", oid: 7, edit: null }, { kind: "edit", oid: "x".repeat(9999), edit: { edit: "place", moves: [] } },
                { kind: "undo", oid: { toString: 1 } }, { kind: "ask", what: "__class__", id: "q" }, { kind: "ask" },
                { kind: "edit", oid: "o1", edit: { edit: "place", moves: [["aunt", 1e308, -1e308]] } },
                { kind: "edit", oid: "o2", edit: { edit: "change", kind: "person", id: "aunt", fields: { role: "x".repeat(99999) } } },
                { kind: "edit", oid: "o3", edit: { edit: "change", kind: "person", id: "aunt", fields: { __proto__: 1, circle: 9 } } },
                { kind: "edit", oid: "o4", edit: { edit: "add", kind: "tie", id: "t9", fields: { source: "aunt", target: "nobody" } } }];
            for (const message of said) connection.model.send(message);
        }""",
        CANVAS,
    )
    answers = network_map.page.evaluate(
        """(canvas) => Promise.all(["open", "copy", "forget", "bring_in", "keep", "begin_from", "upload", "nonsense"].map((what) =>
            eval(canvas).look.map.connection.ask(what, { code: "../../etc/passwd", path: 7, typed: "../../etc/passwd" })))""",
        CANVAS,
    )
    assert all("key" in answer["error"] for answer in answers), answers
    expect(network_map.page.locator(".nw-notice:visible")).to_be_visible()
    network_map.add("gewoon verder")
    after = network_map.case()
    assert [person.role for key, person in after.people.items() if key not in before.people] == ["gewoon verder"]
    assert {key: after.people[key] for key in before.people} == dict(before.people)


def test_hostile_words_in_a_case_show_as_words_in_every_step(lab_map: NetMap):
    here, page = lab_map, lab_map.page
    page.evaluate("() => { window.alert = () => { window.hit = 1; }; }")
    here.begin(HOSTILE)
    here.tap(here.where_id("aunt"))
    for fold in here.side().locator("summary").all():
        fold.click()
    assert here.side().locator(".nw-panel-title").inner_text().strip() == EVIL
    here.tool("Lijst")
    expect(page.locator(".nw-table:visible")).to_contain_text("<img src=x")
    here.tool("Lijst")
    books = [book.stem for book in sorted((here.home / "werkboeken").glob("*.ipynb"))]
    assert len(books) >= 3
    for _ in range(40):
        page.keyboard.press("PageDown")
        wait_ready(page)
        assert page.evaluate("window.hit") is None
        assert page.locator(".nw-root :is(img, script)").count() == 0
        if page.locator(".nw-bar button", has_text="Volgende").is_disabled():
            break
    svg = page.evaluate("document.title")
    assert "<" not in svg


def test_a_hostile_file_of_another_program_shows_as_words(network_map: NetMap, tmp_path: Path):
    page = network_map.page
    page.add_init_script("window.alert = () => { window.hit = 1; }")
    file = tmp_path / "kwaad.json"
    alter = {"id": 1, "name": EVIL, "role": EVIL, "note": EVIL, "angle": 45, "distance": 20, EVIL: EVIL}
    file.write_text(json.dumps({"ego": {"name": EVIL}, "alteri": [alter], EVIL: EVIL}), encoding="utf-8")
    network_map.show("workbook.case_shelf()")
    page.get_by_role("button", name="Bestand erbij halen").click()
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("Waar hoort ieder bij?")).to_be_visible()
    page.get_by_label("Neem voornamen over in plaats van rollen").check()
    page.get_by_label("Maak er een oefencasus van").check()
    shot(page, "hostile-import")
    assert page.locator(".nw-root :is(img, script)").count() == 0
    page.get_by_role("button", name="Begin de casus").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    network_map.show(MAP)
    network_map.until(f"{CANVAS}.nodes.size === 2 && {CANVAS}.look.map.mirror.people().length === 2")
    assert page.locator(".nw-root :is(img, script)").count() == 0
    assert page.evaluate("window.hit") is None


def test_whoever_cannot_be_drawn_a_map_reads_so_and_that_the_case_is_safe(network_map: NetMap):
    page = network_map.page
    network_map.canvas("canvas.update = () => { throw new Error('made by a test'); }")
    network_map.canvas(ADD, "ongetekend")
    notice = page.locator(".nw-notice:visible")
    expect(notice).to_contain_text("Wat als opgeslagen stond, is veilig")
    shot(page, "not-drawn")
    eventually(lambda: "ongetekend" in people(network_map))
    network_map.reload()
    network_map.until(f"{CANVAS}.nodes.has('ongetekend')", 30)
    expect(notice).to_have_count(0)


@pytest.fixture
def halted(here: NetMap):
    """The server stands still until the test lets it go on."""
    server = psutil.Process(here.server)
    server.suspend()
    yield server.resume
    server.resume()


def test_what_is_done_while_the_server_stands_still_waits_and_arrives_once_each(here: NetMap, halted):
    before = people(here)
    page = here.page
    page.mouse.dblclick(*here.spot(250, 250))
    page.locator(".nw-map-adding:visible input").fill("wachtend")
    page.keyboard.press("Enter")
    here.until(f"{STATUS}.pending === 1")
    for number in range(3):
        here.canvas(ADD, f"wacht{number}")
    bar = page.locator(".nw-bar-saved")
    expect(bar).to_contain_text("nog niet opgeslagen (4)")
    expect(bar).to_contain_text("Verbinding weg", timeout=10_000)
    expect(bar).to_contain_text("Nog niet opgeslagen: 4")
    # Words in a field that nobody left wait too, and count as long as they are there.
    page.mouse.dblclick(*here.spot(-250, 250))
    field = page.locator(".nw-map-adding:visible input")
    field.fill("nog bezig")
    expect(bar).to_contain_text("Nog niet opgeslagen: 5")
    field.fill("")
    expect(bar).to_contain_text("Nog niet opgeslagen: 4")
    page.keyboard.press("Escape")
    # To the next step, and from there to a workbook that cannot be fetched now: the screen does not become empty.
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    expect(page.locator(".nw-board:visible").first).to_be_visible()
    expect(bar).to_contain_text("Nog niet opgeslagen: 4")
    shot(page, "halted")
    halted()
    here.until(f"{STATUS}.pending === 0 && !{STATUS}.away", 40)
    assert sorted(people(here)[len(before) :]) == ["wacht0", "wacht1", "wacht2", "wachtend"]
    expect(bar).to_contain_text("Opgeslagen")
    assert page.locator(".jp-Dialog").count() == 0


def test_what_waits_survives_a_view_that_is_drawn_anew(here: NetMap, halted):
    """The cell's output is drawn a second time from its model, as JupyterLab does when a notebook is scrolled or split."""
    before = people(here)
    page = here.page
    for number in range(3):
        here.canvas(ADD, f"wacht{number}")
    page.evaluate(
        """() => {
            const panel = [...jupyterapp.shell.widgets("main")].find((one) => one.isVisible && one.sessionContext);
            for (const cell of panel.content.widgets) {
                const outputs = cell.model.outputs;
                if (!outputs?.length) continue;
                const kept = outputs.toJSON();
                outputs.fromJSON(kept);
            }
        }"""
    )
    here.until(f"{STATUS}.pending === 3")
    halted()
    here.until(f"{STATUS}.pending === 0 && !{STATUS}.away && {CANVAS}.nodes.has('wacht2')", 40)
    eventually(lambda: people(here)[len(before) :] == ["wacht0", "wacht1", "wacht2"])
    assert re.search(r"Opgeslagen \d", page.locator(".nw-bar-saved").inner_text())
