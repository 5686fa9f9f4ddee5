"""The professional's own file in real JupyterLab: begun in place, back after a crash, locked, and apart from the case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Netwerk, wait_ready
from tests.browser.locks import lock
from tests.browser.maps import KERNEL, STATUS
from tests.browser.worded import open_worded_book, write_worded_book

PHRASE = "vijf natte laarzen dansen"
BOOK = "90_proef"
MINE = ".nw-book .jp-Cell:visible .nw-inside .nw-canvas"
KILL = """() => void window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute(
    {code: "import os, signal; os.kill(os.getpid(), getattr(signal, 'SIGKILL', 9))"})"""
OWN_MAP = "workbook.network_map(own=True)"
STEPS = {
    "kaart": ([("## Jouw kaart\n\n**Bij wie kun jij terecht?**", {})], "network_map(own=True)"),
    "schrift": ([("## Je eigen schrift", {})], "own_book()"),
    "stuk": ([("## Wat er niet is", {})], "nergens()"),
    "casus": ([("## De casus", {})], "network_map()"),
}


@pytest.fixture
def book(page: Page, start_netwerk, tmp_path: Path) -> Page:
    """A workbook that begins with the own map, in a home without an own file."""
    open_worded_book(page, start_netwerk, tmp_path / "thuis", BOOK, STEPS)
    page.wait_for_function(f"{STATUS}.code")
    return page


def begin(page: Page) -> None:
    """In the step that is in front, whose view was closed."""
    begin_in(page.locator(".jp-Cell:visible"))
    expect(page.locator(MINE)).to_be_visible()


def begin_in(closed: Locator, initials: str = "A.B.") -> None:
    """By keyboard, from the view that was closed."""
    page = closed.page
    closed.get_by_role("button", name="Begin je eigen schrift").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Je initialen").fill(initials)
    page.get_by_label("Nieuwe wachtzin").fill(PHRASE)
    page.get_by_label("Nog een keer").fill(PHRASE)
    expect(page.locator("dialog[open] .nw-strength")).to_contain_text("Deze wachtzin is")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open] .nw-code span")).to_have_count(4)
    page.get_by_label("Ik heb de code bewaard").check()
    page.get_by_role("button", name="Verder").click()


def status(page: Page) -> dict:
    return page.evaluate(STATUS)


def step(page: Page, name: str) -> None:
    order = list(STEPS)
    for _ in order:
        at = page.locator(".nw-bar").get_attribute("data-step")
        if at == name:
            return
        page.keyboard.press("PageDown" if order.index(name) > order.index(at) else "PageUp")
        expect(page.locator(".nw-bar")).not_to_have_attribute("data-step", at)


def test_it_is_begun_in_place_saved_and_back_after_a_crash(book: Page):
    case = status(book)["code"]
    expect(book.locator(".jp-Cell:visible")).to_contain_text(["Jouw kaart", "Hier kun je iets voor jezelf bewaren"])
    begin(book)
    expect(book.locator(".nw-own-line")).to_contain_text("Alleen voor jou Eigen-AB")
    before = status(book)["saved"]
    book.locator(MINE).focus()
    book.evaluate(
        f"document.querySelector('{MINE.replace('.jp-Cell:visible ', '')}').netwerkCanvas.look.map.connection.edit("
        "{edit: 'add_person', id: 'zus', role: 'mijn zus', circle: 1, domain: 'family'})"
    )
    book.wait_for_function(f"{STATUS}.pending === 0 && {STATUS}.saved > '{before}'")
    expect(book.locator(".nw-bar-case")).to_have_text(f"Casus {case}")
    book.evaluate(KILL)
    book.wait_for_function(f"{STATUS}.away", timeout=30_000)
    book.wait_for_function(f"!{STATUS}.away && {STATUS}.own", timeout=60_000)
    book.wait_for_function(
        "[...document.querySelectorAll('.nw-inside .nw-canvas')].some("
        "(one) => one.netwerkCanvas?.look.map.mirror.person('zus')?.role === 'mijn zus')"
    )
    expect(book.locator(".nw-bar-case")).to_have_text(f"Casus {case}")
    # In no list of cases, and the case knows nothing of it.
    told = book.evaluate(
        KERNEL,
        "from netwerk_widgets.casefile.library.desk import the_desk\n"
        "print([entry.code for entry in the_desk().shelf.list()], the_desk().file.code, 'zus' in the_desk().file.case.people)",
    )
    assert told.strip() == f"['{case}'] {case} False"


def test_it_is_put_away_opened_again_and_given_another_phrase(on_stage):
    net = on_stage(OWN_MAP)
    page, mine = net.page, net.page.locator(".nw-inside .nw-canvas:visible")
    begin_in(page.locator("main"))
    expect(mine).to_be_visible()
    page.get_by_role("button", name="Leg weg").click()
    expect(mine).to_have_count(0)
    assert status(page)["own"] is False
    net.show("workbook.own_book()")
    page.get_by_role("button", name="Open Eigen-AB").click()
    page.get_by_label("Wachtzin", exact=True).fill("zeven droge sokken slapen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").last).to_contain_text("wachtzin")
    page.get_by_label("Wachtzin", exact=True).fill(PHRASE)
    page.keyboard.press("Enter")
    expect(page.locator(".nw-own-book")).to_contain_text("Eigen-AB ligt open")
    page.locator(".nw-own-book").get_by_role("button", name="Andere wachtzin").click()
    page.get_by_label("Nieuwe wachtzin").fill(PHRASE + " weer")
    page.get_by_label("Nog een keer").fill(PHRASE + " weer")
    page.keyboard.press("Enter")
    page.get_by_label("Ik heb de code bewaard").check()
    page.get_by_role("button", name="Verder").click()
    net.show(OWN_MAP)
    expect(mine).to_be_visible()


def test_the_lock_asks_for_its_phrase_or_leaves_it_closed(book: Page):
    begin(book)
    lock(book)
    field = book.get_by_label("Wachtzin van je eigen schrift")
    expect(field).to_be_focused()
    field.fill("iets anders dan dat")
    book.keyboard.press("Enter")
    expect(book.get_by_role("alert")).to_contain_text("klopt niet")
    field.fill(PHRASE)
    book.keyboard.press("Enter")
    wait_ready(book)
    expect(book.locator(MINE)).to_be_visible()
    lock(book)
    book.get_by_role("button", name="Ga verder").click()
    wait_ready(book)
    expect(book.locator(".jp-Cell:visible")).to_contain_text(["Jouw kaart", "Open Eigen-AB"])
    expect(book.locator(MINE)).to_have_count(0)


def test_a_step_that_fails_says_what_is_safe_and_the_others_work(spare_turn_to, spare_netwerk: Netwerk):
    write_worded_book(spare_netwerk.home, BOOK, STEPS)
    book = spare_turn_to(BOOK, step="kaart")
    step(book, "stuk")
    said = book.locator(".jp-Cell:visible .nw-failed")
    expect(said).to_contain_text("Alles wat opgeslagen was, is veilig")
    expect(book.locator(".jp-Cell:visible .jp-OutputArea-output:visible")).to_have_count(0)
    assert "Traceback" not in book.locator("body").inner_text()
    said.get_by_role("button", name="Opnieuw proberen").click()
    expect(said).to_have_count(1)
    step(book, "casus")
    expect(book.locator(".jp-Cell:visible .nw-canvas")).to_be_visible()
    expect(book.locator(".jp-Cell:visible .nw-failed")).to_have_count(0)
    assert re.fullmatch(r"Casus \w+-\d+", book.locator(".nw-bar-case").inner_text())
