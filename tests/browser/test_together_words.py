"""The client looks along: boards speak to them in larger letters, and they may answer; a mark that is not theirs is gone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Netwerk
from tests.browser.maps import BEGIN, CANVAS, KERNEL, NetMap, eventually, tool_button
from tests.browser.worded import share, write_worded_book

BOOK = "92_samen"
DRAWN = f"() => {{ try {{ return Boolean({CANVAS}.network); }} catch {{ return false; }} }}"
STEPS = {
    "kaart": ([("## De kaart", {})], "network_map(ask='92.samen', with_client=True)"),
    "lijst": ([("## De lijst", {})], "network_list()"),
    "nu": ([("## Toen en nu", {})], "network_map(lens='since')"),
    "werkt": ([("## Stap", {})], "board('support', parts='works')"),
    "waardering": ([("## Waardering", {})], "board('valued', parts='roles feels')"),
    "straks": ([("## Straks", {})], "board('handover', parts='promise review')"),
    "oefenen": ([("## Oefenen", {})], "board('support', parts='heavy try')"),
    "dilemma": ([("## Dilemma", {})], "board('dilemma', parts='question views')"),
}
MARKS = """
from netwerk_widgets.model.edits import read_edit
file = workbook.desk().file
version = {"name": "eerst", "revision": file.revision, "at": "2026-01-01T10:00:00Z"}
file.apply(read_edit({"edit": "add", "kind": "version", "id": "v1", "fields": version}))
def mark(who, **fields):
    file.apply(read_edit({"edit": "change", "kind": "person", "id": who, "fields": fields}))
mark("aunt", unsafe=True)
mark("neighbour", unsafe=True, unsafe_shared=True)
mark("friend", left_out=True)
"""
SHOWN = f"(id) => {CANVAS}.nodes.get(id)"
CLIPPED = """() => [...document.querySelectorAll(".jp-Cell:not(.nw-off) .nw-board :is(.nw-part, .nw-part *)")].filter((one) => {
    const box = one.getBoundingClientRect();
    if (!box.width || one.closest("svg") || one.matches(".nw-visually-hidden")) return false;
    if (box.right > innerWidth + 1) return true;
    const inside = one.closest(".nw-part").getBoundingClientRect();
    const scrolls = getComputedStyle(one.closest(".nw-part")).overflowY === "auto";
    return inside.bottom > innerHeight + 1 || (box.bottom > inside.bottom + 1 && !scrolls);
}).map((one) => one.className)"""
WIDTH = "(one) => Math.round(one.getBoundingClientRect().width)"
SIZE = "(one) => parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom"


@pytest.fixture
def book(turn_to: Callable[..., Page], netwerk_server: Netwerk) -> Page:
    """A map on which three people are marked, one of these marks known to the client."""
    write_worded_book(netwerk_server.home, BOOK, STEPS)
    page = turn_to(BOOK, step="kaart")
    page.wait_for_function(DRAWN)
    page.evaluate(KERNEL, f"{BEGIN}\n{MARKS}")
    NetMap(page, netwerk_server.home).told()
    page.wait_for_function(f"() => {CANVAS}.nodes.get('friend')?.marks")
    return page


def go(page: Page, step: str) -> None:
    page.evaluate("document.activeElement?.blur()")
    for _ in STEPS:
        at = page.locator(".nw-bar").get_attribute("data-step")
        if at == step:
            NetMap(page, Path()).told()  # what comes into sight may show the case of the test before, and is drawn anew
            return
        page.keyboard.press("PageDown" if list(STEPS).index(step) > list(STEPS).index(at) else "PageUp")
        expect(page.locator(".nw-bar")).not_to_have_attribute("data-step", at)


def test_the_client_may_answer_what_is_asked_of_them_too(book: Page):
    field = book.locator(".nw-map-side:visible").get_by_label("Schrijf het hier op, als je wilt")
    expect(book.locator(".nw-map-side:visible")).to_contain_text("Dit blijft staan als jullie samen kijken")
    share(book)
    expect(book.locator(".nw-map-side:visible")).not_to_contain_text("Dit blijft staan")
    field.fill("dat het er meer zijn dan ik dacht")
    field.blur()
    said = (
        "from netwerk_widgets.casefile.library.desk import the_desk\n"
        "print([a.text for a in the_desk().file.case.answers.values()])"
    )
    book.wait_for_function("globalThis[Symbol.for('netwerk-widgets.page.1')].status.get().saved")
    eventually(lambda: "meer zijn dan ik dacht" in book.evaluate(KERNEL, said))


def test_a_mark_stays_only_where_the_client_knows_of_it(book: Page):
    signs = book.locator(".nw-map-legend:visible")
    panel = book.locator(".nw-panel:visible")
    book.evaluate(f"{CANVAS}.look.map.find('friend')")
    expect(panel).to_contain_text("buiten gelaten")
    tool_button(book, "Wat de lijnen en vormen betekenen").click()
    expect(signs).to_contain_text("buiten gelaten")
    share(book)
    expect(panel).not_to_contain_text("· buiten gelaten")
    expect(signs).to_contain_text("niet benaderen")  # the neighbour's, of which the client knows
    expect(signs).not_to_contain_text("buiten gelaten")
    book.evaluate(f"{CANVAS}.look.map.find('aunt')")
    expect(panel.locator(".nw-panel-title")).to_have_text("tante")
    expect(panel).not_to_contain_text("· niet benaderen")
    panel.get_by_text("Bijzonderheden").click()
    expect(panel.get_by_label("Niet benaderen: onveilig")).not_to_be_checked()
    expect(panel.get_by_label("De cliënt weet dit")).to_have_count(0)
    book.evaluate(f"{CANVAS}.look.map.find('neighbour')")
    expect(panel).to_contain_text("· niet benaderen")
    assert json.dumps(book.evaluate(SHOWN, "aunt")["unshared"]) == '["unsafe"]'
    go(book, "lijst")
    rows = book.locator(".nw-list:visible tr[data-id]")
    expect(rows.filter(has_text="buurvrouw")).to_contain_text("niet benaderen")
    expect(rows.filter(has_text="tante").first).not_to_contain_text("niet benaderen")
    go(book, "nu")
    lines = book.locator(".nw-map-lines:visible")
    expect(lines).to_contain_text("buurvrouw: nu: niet benaderen")
    expect(lines).not_to_contain_text("tante")
    book.keyboard.press("Alt+s")
    expect(lines).to_contain_text("tante: nu: niet benaderen")


def test_boards_speak_to_the_client_in_larger_letters_and_nothing_is_cut_off(book: Page):
    go(book, "werkt")
    title = book.locator(".nw-part-title:visible").first
    expect(title).to_have_text("Wat gaat er al, en wat is een halve stap verder?")
    before = title.evaluate(SIZE)
    share(book)
    expect(title).to_have_text("Wat gaat er al goed, en wat is een klein stapje verder?")
    assert title.evaluate(SIZE) >= before * 1.15
    shown = book.locator(".jp-CodeCell:visible")
    shown.locator(".nw-who select").first.select_option(label="zoon")
    for step, words in {
        "werkt": "Een klein stapje verder",
        "waardering": "Voor wie ben jij belangrijk, en als wat?",
        "straks": "Drie maanden later: hoe is het nu?",
    }.items():
        go(book, step)
        expect(shown).to_contain_text(words)
        assert "cliënt" not in shown.inner_text()
        assert book.evaluate(CLIPPED) == [], step
        assert shown.locator(".nw-part textarea").first.evaluate(SIZE) >= 26
    go(book, "oefenen")
    expect(shown).to_contain_text("Wat maakt vragen soms moeilijk?")
    expect(book.locator(".nw-part:visible")).to_have_count(1)  # a colleague's thoughts are not for the client
    go(book, "dilemma")
    expect(shown).to_contain_text("omdat jullie samen kijken")
    expect(book.locator(".nw-part:visible")).to_have_count(0)


def test_what_is_the_professionals_leaves_its_place_to_the_map(turn_to: Callable[..., Page]):
    page = turn_to("10_live_annoteren", step="meekijken")
    cell = page.locator(".jp-Cell.nw-main")
    expect(cell.locator(".nw-canvas")).to_be_visible()
    before = cell.evaluate(WIDTH)
    share(page)
    expect(page.locator(".jp-Cell.nw-right")).to_be_hidden()
    assert cell.evaluate(WIDTH) > before + 200
    page.keyboard.press("Alt+s")
    expect(page.locator(".jp-Cell.nw-right")).to_be_visible()
    assert cell.evaluate(WIDTH) == before
