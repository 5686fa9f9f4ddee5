"""The client looks along: agreed first, and then nothing on the page that is not for the client, not even in passing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Netwerk, wait_ready
from tests.browser.maps import BEGIN, CANVAS, KERNEL, OPEN_OWN, NetMap, tool_button
from tests.browser.test_paper import CATCH, printed
from tests.browser.worded import FOUND, share, write_worded_book

BOOK = "91_samen"
DRAWN = f"() => {{ try {{ return Boolean({CANVAS}.network); }} catch {{ return false; }} }}"
PREFS = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs.get()"
STEPS = {
    "kaart": (
        [("## De kaart\n\nDit lijkt op een GEHEIM vermoeden van het team.\n\n**Wie ken je?**", {})],
        "network_map(ask='91.vraag')",
    ),
    "lijst": ([("## De lijst", {})], "network_list()"),
    "kaartjes": (
        [("## Voor het team", {}), ("## Even samen\n\n**Wat vind je fijn?**", {"with": "client"})],
        "question_cards(audience='team')",
    ),
    "vragen": ([("## Vragen", {})], "question_cards(audience='')"),
    "noten": ([("## Aantekeningen", {})], "notes()"),
    "eigen": ([("## Jouw kaart", {})], "network_map(own=True)"),
}
SECRETS = """
from netwerk_widgets.model.edits import read_edit
fields = {"notes": "GEHEIM 1", "unsafe": True, "unsafe_why": "GEHEIM 2", "left_out": True, "left_out_why": "GEHEIM 3"}
file = workbook.desk().file
file.apply(read_edit({"edit": "change", "kind": "person", "id": "aunt", "fields": fields}))
tie = next(iter(file.case.ties_of("aunt"))).id
file.apply(read_edit({"edit": "change", "kind": "tie", "id": tie, "fields": {"notes": "GEHEIM 4"}}))
file.apply(read_edit({"edit": "add", "kind": "answer", "id": "a1", "fields": {"card": "91.vraag", "text": "GEHEIM 5"}}))
note = {"on": "aunt", "text": "GEHEIM 7", "at": "2026-01-01T10:00:00Z"}
file.apply(read_edit({"edit": "add", "kind": "annotation", "id": "n1", "fields": note}))
if "zus" not in own.file.case.people:
    own.file.apply(read_edit({"edit": "add_person", "id": "zus", "role": "GEHEIM 6", "circle": 1, "domain": "family"}))
"""
TODAY = """
from datetime import UTC, datetime
at = datetime.now(tz=UTC).isoformat()
said = (
    ("annotation", {"on": "aunt", "text": "GEHEIM noot", "at": at}),
    ("annotation", {"text": "GEHEIM leerdoel", "at": at, "goal": True}),
    ("answer", {"card": "meeting.intention", "text": "GEHEIM voornemen", "at": at}),
    ("answer", {"card": "meeting.hypothesis", "text": "GEHEIM vermoeden", "at": at}),
    ("step", {"text": "samen tante bellen", "person": "aunt"}),
)
for number, (kind, fields) in enumerate(said):
    file.apply(read_edit({"edit": "add", "kind": kind, "id": f"z{number}", "fields": fields}))
"""


@pytest.fixture
def book(spare_turn_to: Callable[..., Page], spare_netwerk: Netwerk) -> Page:
    """A map with the aunt chosen, of whom much was noted; and an own file that is open."""
    write_worded_book(spare_netwerk.home, BOOK, STEPS)
    return planted(spare_turn_to(BOOK, step="kaart"), spare_netwerk)


def planted(page: Page, running: Netwerk) -> Page:
    page.wait_for_function(DRAWN)
    page.evaluate(KERNEL, f"{BEGIN}\n{OPEN_OWN}\n{SECRETS}")
    NetMap(page, running.home).told()
    choose(page)
    return page


def choose(page: Page) -> None:
    """The aunt, whose panel then shows what was noted of her; another step begins with nobody chosen."""
    page.evaluate(f"{CANVAS}.look.map.find('aunt')")
    expect(page.locator(".jp-Cell:visible .nw-panel-title")).to_have_text("tante")


def go(page: Page, step: str) -> None:
    """To a step, by keys."""
    order = list(STEPS)
    while (at := page.locator(".nw-bar").get_attribute("data-step")) != step:
        page.keyboard.press("PageDown" if order.index(step) > order.index(str(at)) else "PageUp")
        expect(page.locator(".nw-bar")).not_to_have_attribute("data-step", str(at))


def found(page: Page) -> list[str]:
    """What is on the page, the words of hidden steps apart: those are the workbook's, and of no client."""
    return [text for text in page.evaluate(FOUND) if "vermoeden van het team" not in text]


def test_it_is_asked_first_and_no_may_be_said(book: Page):
    button = book.get_by_role("button", name="Samen met de cliënt")
    button.click()
    dialog = book.locator("#nw-asking dialog[open]")
    expect(dialog).to_contain_text("Nee zeggen mag")
    assert book.evaluate(
        "getComputedStyle(document.querySelector('#nw-asking dialog'), '::backdrop').backgroundColor"
    ) == ("rgb(251, 250, 246)")  # nothing shines through while it is asked
    book.keyboard.press("PageDown")
    expect(book.locator(".nw-bar")).to_have_attribute("data-step", "kaart")
    book.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_have_attribute("aria-pressed", "false")
    assert book.evaluate(PREFS)["together"] is False
    book.keyboard.press("Alt+s")
    expect(dialog).to_be_visible()
    book.keyboard.press("Tab")
    book.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(dialog).to_have_count(0)  # two frames later: no key is heeded while it is there
    book.keyboard.press("Alt+s")  # to stop asks nothing
    expect(button).to_have_attribute("aria-pressed", "false")


def test_nothing_that_is_not_for_the_client_is_on_the_page(book: Page):
    go(book, "noten")  # a step draws what it heard of once it was in sight
    expect(book.locator(".jp-Cell:visible").filter(has_text="GEHEIM 7").first).to_be_visible()
    go(book, "kaart")
    choose(book)
    assert {text[-1] for text in found(book)} >= {"1", "2", "3", "5", "7"}  # it is all there before
    share(book)
    assert found(book) == []
    book.wait_for_function(f"!{CANVAS}.look.map.mirror.person('aunt').notes")  # nor does the page remember it
    assert book.evaluate(f"{CANVAS}.look.map.notes().size") == 0  # no mark of a note on the map
    shown = book.locator(".jp-Cell:visible")
    assert "vermoeden" not in book.locator("body").inner_text()
    expect(shown.filter(has_text="De kaart").first).to_contain_text("Wie ken je?")
    for step in list(STEPS)[1:]:
        book.keyboard.press("PageDown")
        expect(book.locator(".nw-bar")).to_have_attribute("data-step", step)
        NetMap(book, Path()).still()  # what the step hears once it is in sight has come
        assert found(book) == [], step
    expect(shown.last).to_contain_text("omdat jullie samen kijken")
    book.keyboard.press("Alt+s")
    expect(book.locator(".jp-Cell:visible .nw-inside .nw-canvas")).to_be_visible()
    book.wait_for_function(f"({FOUND})().includes('label: GEHEIM 6')")


def test_the_words_of_a_step_are_the_clients_and_larger(book: Page):
    share(book)
    book.keyboard.press("PageDown")
    book.keyboard.press("PageDown")
    text = book.locator(".nw-book .jp-MarkdownCell:visible")
    expect(text).to_contain_text("Even samen")
    expect(text).to_contain_text("Wat vind je fijn?")
    size = "(e) => parseFloat(getComputedStyle(e).fontSize)"
    assert text.get_by_role("heading").evaluate(size) >= 32
    expect(book.locator(".jp-CodeCell:visible .nw-cards-pane")).to_have_count(0)  # cards for the team
    expect(book.locator(".jp-CodeCell:visible")).to_contain_text("omdat jullie samen kijken")
    book.keyboard.press("PageDown")
    card = book.locator(".jp-CodeCell:visible .nw-cards-question")
    expect(card).to_be_visible()
    expect(book.get_by_role("button", name="Waarom deze kaart?")).to_have_count(0)
    assert "Nee, niet" not in book.locator("body").inner_text()


def test_it_stays_after_a_reload_and_nothing_flashes(workbook: Callable[..., Page], netwerk_server: Netwerk):
    write_worded_book(netwerk_server.home, BOOK, STEPS)
    book = planted(workbook(BOOK, step="kaart"), netwerk_server)
    share(book)
    book.add_init_script(
        """const seen = (globalThis.seenSecrets = []);
        const look = () => {
            for (const element of document.querySelectorAll(".nw-root *")) {
                for (const node of element.childNodes) if (node.data?.includes("GEHEIM")) seen.push(node.data);
                if (String(element.value ?? "").includes("GEHEIM")) seen.push(element.value);
            }
            requestAnimationFrame(look);
        };
        look();"""
    )
    book.reload()
    wait_ready(book)
    book.wait_for_function(DRAWN)
    book.evaluate(f"{CANVAS}.look.map.find('aunt')")
    expect(book.locator(".jp-Cell:visible .nw-panel-title")).to_have_text("tante")
    expect(book.get_by_role("button", name="Samen met de cliënt")).to_have_attribute("aria-pressed", "true")
    assert found(book) == []
    assert book.evaluate("seenSecrets") == []
    book.keyboard.press("s")  # a single letter, where these are on and nobody types
    expect(book.locator(".jp-Cell:visible").get_by_label("Notities")).to_have_count(1)
    book.wait_for_function("seenSecrets.length > 0")  # so it does look
    book.keyboard.press("Alt+s")
    book.get_by_role("button", name="Ja, samen kijken").click()
    assert found(book) == []


def test_paper_and_picture_have_none_of_it(book: Page):
    share(book)
    tool_button(book, "Afdrukken").click()
    book.get_by_role("checkbox", name="Zet de rollen erop").check()
    with book.expect_download() as saved:
        book.locator("dialog[open]").get_by_role("button", name="SVG").click()
    drawn = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "tante" in drawn
    assert "GEHEIM" not in drawn


def sheet_of_the_day(page: Page) -> str:
    """What goes to the printer, with the roles on it."""
    tool_button(page, "Afdrukken").click()
    dialog = page.locator("dialog[open]")
    dialog.get_by_role("checkbox", name="Zet de rollen erop").check()
    dialog.get_by_role("checkbox", name=re.compile("één A4")).check()
    page.evaluate("window.printed = []")
    sheet = printed(dialog)
    page.evaluate("document.querySelector('.nw-print')?.remove()")
    page.keyboard.press("Escape")
    return sheet


def test_the_sheet_of_the_day_has_only_what_the_client_may_see(book: Page):
    book.evaluate(KERNEL, TODAY)
    book.evaluate(CATCH)
    book.wait_for_function(f"{CANVAS}.look.map.mirror.others('step').length === 1")
    before = sheet_of_the_day(book)
    assert {word for word in ("noot", "leerdoel", "voornemen", "vermoeden") if f"GEHEIM {word}" in before} == {
        "noot",
        "leerdoel",
        "voornemen",
    }
    share(book)
    sheet = sheet_of_the_day(book)
    assert "GEHEIM" not in sheet
    assert "samen tante bellen (tante)" in sheet
    assert "<svg" in sheet
    assert found(book) == []


def test_the_map_that_is_printed_has_none_of_it(book: Page):
    book.evaluate(CATCH)
    share(book)
    tool_button(book, "Afdrukken").click()
    dialog = book.locator("dialog[open]")
    dialog.get_by_role("checkbox", name="Zet de rollen erop").check()
    sheet = printed(dialog)
    assert "tante" in sheet
    assert "GEHEIM" not in sheet
