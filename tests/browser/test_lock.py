"""The lock in real JupyterLab: all windows at once, nothing left in them or in a kernel, and back at the same step."""

from __future__ import annotations

import time
from collections.abc import Iterator

import psutil
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Netwerk, launch, open_on, wait_ready
from tests.browser.locks import DOOR, lock
from tests.browser.maps import KERNEL, PRACTICE, READY, STATUS, eventually
from tests.browser.worded import write_worded_book

PHRASE = "vijf natte laarzen dansen"
MARKED = "Zwaluwtante"
BOOK = "90_proef"
STEPS = {
    "kaart": ([("## De kaart", {})], "network_map()"),
    "lijst": ([("## De lijst", {})], "network_list()"),
}
OWN_CASE = f"""
{PRACTICE}
from netwerk_widgets import workbook
from netwerk_widgets.model.edits import AddPerson, perform
case = perform(case, AddPerson("zt", "{MARKED}", circle=1, domain="family"))
print(workbook.desk().begin_own("{PHRASE}", case).code)
"""


def step_of(page: Page) -> str | None:
    return page.locator(".nw-bar").get_attribute("data-step")


def shows(page: Page, code: str, step: str) -> None:
    """The case is there again, at this step."""
    wait_ready(page)
    page.wait_for_function(f"{STATUS}.code === '{code}'")
    expect(page.locator(".nw-bar")).to_have_attribute("data-step", step)


def named(page: Page) -> bool:
    """Whether anything of the marked name is on this page, in sight or not."""
    return MARKED in page.content() + page.title() or page.locator("canvas").count() > 0


def kernels(server: Netwerk) -> list[psutil.Process]:
    return psutil.Process(server.process.pid).children()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Netwerk]:
    home = tmp_path_factory.mktemp("lock") / "thuis"
    write_worded_book(home, BOOK, STEPS)
    running = launch(home).ready()
    yield running
    running.stop()


@pytest.fixture
def two(page: Page, context: BrowserContext, server: Netwerk) -> tuple[Netwerk, Page, Page, str]:
    """Two windows of one own case, each at a step of its own."""
    open_on(page, server, BOOK, step="kaart")
    page.wait_for_function(f"{STATUS}.code")
    code = page.evaluate(KERNEL, OWN_CASE).strip()
    page.wait_for_function(f"{STATUS}.code === '{code}'")
    other = context.new_page()
    other.goto(server.url)
    wait_ready(other)
    other.keyboard.press("PageDown")
    shows(other, code, "lijst")
    expect(other.locator(".nw-book")).to_contain_text(MARKED)
    return server, page, other, code


def test_all_windows_lock_at_once_and_all_come_back_where_they_were(two, context):
    server, one, other, code = two
    held = kernels(server)
    assert held
    one.evaluate("globalThis.remembered = true")
    begun = "document.querySelector('.nw-canvas').netwerkCanvas.look.map"
    one.evaluate(
        f"{begun}.connection.edit({{edit: 'add_person', id: 'laat', role: 'late oom', circle: 2, domain: 'friends'}})"
    )
    lock(one)
    other.wait_for_url(DOOR)
    for page in (one, other):
        expect(page.get_by_role("heading", name="Vergrendeld")).to_be_visible()
        expect(page.get_by_label(f"Wachtzin van casus {code}")).to_be_visible()
        assert not named(page)
    assert one.evaluate("globalThis.remembered") is None  # another page, with a memory of its own
    assert not psutil.wait_procs(held, 10)[1]
    assert kernels(server) == []
    one.go_back()  # there is no way back to what was painted
    one.wait_for_url(DOOR)
    third = context.new_page()
    third.goto(server.url)
    third.wait_for_url(DOOR)
    third.close()

    other.keyboard.type("iets anders dan dat")
    other.keyboard.press("Enter")
    expect(other.get_by_role("alert")).to_contain_text("klopt niet")
    expect(other.get_by_label("Wachtzin van casus")).to_be_focused()
    expect(one.get_by_role("heading", name="Vergrendeld")).to_be_visible()
    other.keyboard.type(PHRASE)
    other.keyboard.press("Enter")
    shows(one, code, "kaart")
    shows(other, code, "lijst")
    expect(other.locator(".nw-book")).to_contain_text("late oom")  # what was done a moment before
    assert len({session["kernel"]["id"] for session in server.ask("api/sessions")}) == 1


def test_who_has_no_phrase_goes_on_without_the_case(two):
    _, one, other, code = two
    lock(one)
    one.get_by_role("button", name="Ga verder zonder deze casus").click()
    for page in (one, other):
        wait_ready(page)
        page.wait_for_function(f"{STATUS}.code && {STATUS}.code !== '{code}' && {STATUS}.practice")
        assert MARKED not in page.content()


def test_quiet_is_counted_over_all_windows_and_not_by_a_window_that_sleeps(page, context, start_netwerk, tmp_path):
    server = start_netwerk(tmp_path / "thuis", NETWERK_QUIET="5").ready()
    page.goto(server.url)
    wait_ready(page)
    other = context.new_page()
    other.goto(server.url, wait_until="commit")
    there = other.locator(READY)
    # Somebody works in the one while the other comes, which may take longer than the limit.
    eventually(lambda: page.mouse.move(300, 300 + time.monotonic() % 9) or there.count(), 60, pause=0.2, page=page)
    other.evaluate("for (let id = setTimeout(() => 0); id > 0; id -= 1) clearTimeout(id)")  # as in a tab that sleeps
    for at in range(12):  # six seconds of work in one window, at a human's pace
        page.mouse.move(300 + at, 300)
        page.wait_for_timeout(500)
    expect(other.locator(".nw-bar")).to_be_visible()
    page.wait_for_url(DOOR, timeout=15_000)
    other.wait_for_url(DOOR, timeout=1000)
    expect(page.get_by_text("Er is tien minuten niets gedaan")).to_be_visible()
    page.keyboard.press("Enter")
    wait_ready(page)
    wait_ready(other)


MEETING = """
from netwerk_widgets.casefile.library.meeting import the_meeting
from netwerk_widgets.exchange.methods import read_methods
meeting = the_meeting()
meeting.gather()
meeting.choose(read_methods().methods["ten_steps"])
meeting.act({"do": "start"})
print(meeting.meeting.phase.titles["nl"])
"""


def test_while_a_meetings_clock_runs_there_is_a_cover_with_clock_and_question(page, context, start_netwerk, tmp_path):
    server = start_netwerk(tmp_path / "thuis", NETWERK_QUIET="5").ready()
    page.goto(server.url)
    wait_ready(page)
    title = page.evaluate(KERNEL, MEETING).strip()
    other = context.new_page()
    other.goto(server.url)
    wait_ready(other)
    held = kernels(server)
    for window in (page, other):
        cover = window.get_by_role("dialog", name="Even afgedekt")
        expect(cover).to_be_visible(timeout=15_000)
        expect(cover.get_by_role("heading")).to_have_text(title)
        expect(cover.locator(".nw-pause-clock")).to_contain_text("nog ")
        expect(cover.locator(".nw-pause-question")).not_to_be_empty()
        assert window.locator("#main").get_attribute("inert") is not None
    before = page.locator(".nw-pause-clock").inner_text()
    expect(page.locator(".nw-pause-clock")).not_to_have_text(before)  # it runs
    step = step_of(page)
    page.keyboard.press("PageDown")  # lifts it, and does nothing beneath
    for window in (page, other):
        expect(window.get_by_role("dialog", name="Even afgedekt")).to_have_count(0)
    assert step_of(page) == step
    assert kernels(server) == held
    page.evaluate(KERNEL, "the_meeting().act({'do': 'pause'})")
    page.wait_for_url(DOOR, timeout=20_000)
    other.wait_for_url(DOOR, timeout=2000)


def within_a_second(page: Page, name: str) -> None:
    """A button of this name is in sight; looked for at every frame."""
    there = "(name) => [...document.querySelectorAll('.nw-bar button')].some((one) => one.textContent === name)"
    page.wait_for_function(there, arg=name, timeout=1000)
    expect(page.get_by_role("button", name=name)).to_be_visible()


def test_hidden_names_hide_in_another_browser_too_and_a_new_window_begins_hidden(
    workbook, page, browser, netwerk_server
):
    workbook()
    elsewhere = browser.new_context(locale="nl-NL")
    other = elsewhere.new_page()
    other.goto(netwerk_server.url)
    wait_ready(other)
    page.keyboard.press("Alt+n")
    within_a_second(other, "Namen tonen")
    other.keyboard.press("Alt+n")
    within_a_second(page, "Namen verbergen")
    page.keyboard.press("Alt+n")
    within_a_second(other, "Namen tonen")
    fresh = browser.new_context(locale="nl-NL")
    new = fresh.new_page()
    new.goto(netwerk_server.url)
    wait_ready(new)
    expect(new.get_by_role("button", name="Namen tonen")).to_be_visible()
    page.keyboard.press("Alt+n")
    for one in (elsewhere, fresh):
        one.close()
