"""What is chosen in one window holds in the others, and is said once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.again import failed
from tests.browser.conftest import VIEWPORT, Netwerk, one_page, wait_ready
from tests.browser.maps import NetMap, eventually, tool_button
from tests.browser.turning import AT_FIRST
from tests.browser.worded import share

PREFS = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs.get()"
FIRST = {"together": False, "hideNames": False, "lang": "nl", "singleKeys": True, "labelSize": 22}
LISTEN = """() => {
    if (globalThis.news === undefined) window.addEventListener("storage", () => globalThis.news++);
    globalThis.news = 0;
}"""
FEW = 6
"""How often a window may hear from the browser's storage of one choice; two windows that answer each other: hundreds."""


def menu(page: Page, line: str) -> None:
    page.get_by_role("button", name="Meer", exact=True).click()
    page.get_by_role("button", name=line).click()


CHOICES: dict[str, tuple[Callable[[Page], None], object]] = {
    "together": (share, True),
    "hideNames": (lambda page: page.keyboard.press("Alt+n"), True),
    "lang": (lambda page: menu(page, "English"), "en"),
    "singleKeys": (lambda page: menu(page, "Sneltoetsen met één letter"), False),
    "labelSize": (lambda page: tool_button(page, "Grootte van de namen").click(), 26),
    "size": (lambda page: menu(page, "Gewoon, dichtbij"), "near"),
}


@pytest.fixture(scope="module")
def opened(browser: Browser, netwerk_server: Netwerk) -> Iterator[tuple[Page, Page]]:
    """Two windows of one browser, both opened by hand, for all tests."""
    with one_page(browser, netwerk_server) as one:
        two = one.context.new_page()
        two.goto(netwerk_server.url)
        wait_ready(two)
        yield one, two
    (netwerk_server.home / "voorkeuren.json").unlink(missing_ok=True)


@pytest.fixture
def windows(opened: tuple[Page, Page], netwerk_server: Netwerk) -> tuple[Page, Page]:
    """The two, with the preferences as they are at first, which both and the server know."""
    for page in opened:
        if failed:  # whatever the test before left on the page
            page.goto(netwerk_server.url)
            wait_ready(page)
        page.evaluate(AT_FIRST)
    failed.clear()
    eventually(lambda: FIRST | (state := netwerk_server.ask("netwerk/state")) == state | FIRST, page=opened[0])
    for page in opened:
        page.wait_for_function(f"Object.entries({json.dumps(FIRST)}).every(([name, value]) => {PREFS}[name] === value)")
        expect(page.locator(".nw-canvas:visible").first).to_be_visible()
        page.evaluate(LISTEN)
        NetMap(page, netwerk_server.home).rest()
    return opened


@pytest.fixture
def elsewhere(browser: Browser, netwerk_server: Netwerk, windows: tuple[Page, Page]) -> Iterator[Page]:
    """A window of another browser."""
    own = browser.new_context(viewport=VIEWPORT, locale="nl-NL", reduced_motion="reduce")
    page = own.new_page()
    page.goto(netwerk_server.url)
    wait_ready(page)
    yield page
    own.close()


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_in_the_second_window_holds_in_the_first_and_on_disk(windows, netwerk_server, name):
    one, two = windows
    choose, chosen = CHOICES[name]
    sent: list[str] = []
    for page in windows:
        page.on(
            "request", lambda it: it.method == "PUT" and f'"{name}"' in (it.post_data or "") and sent.append(it.url)
        )
    choose(two)
    for page in windows:
        page.wait_for_function(
            f"{PREFS}.{name} === {str(chosen).lower() if isinstance(chosen, bool) else repr(chosen)}"
        )
    eventually(lambda: sent and netwerk_server.ask("netwerk/state").get(name) == chosen, page=one)
    assert 1 <= len(sent) <= 2
    NetMap(one, netwerk_server.home).rest()
    assert [page.evaluate("globalThis.news") <= FEW for page in windows] == [True, True]


def test_the_client_looks_along_in_all_windows_and_stops_in_each_by_itself(windows, elsewhere):
    one, two = windows
    share(two)
    for page in (one, elsewhere):
        page.wait_for_function(f"{PREFS}.together")
    two.keyboard.press("Alt+s")
    two.wait_for_function(f"!{PREFS}.together")
    two.keyboard.press("Alt+n")
    for page in (one, elsewhere):  # so the news of that has come, and they still hide what is not for the client
        page.wait_for_function(f"{PREFS}.hideNames")
        assert page.evaluate(f"{PREFS}.together")
    one.reload()
    wait_ready(one)
    assert one.evaluate(f"{PREFS}.together")


def test_a_window_that_comes_later_begins_as_the_others_are(windows, netwerk_server):
    _, two = windows
    share(two)
    third = two.context.new_page()
    third.add_init_script("globalThis.first = localStorage.getItem('netwerk.together')")
    third.goto(netwerk_server.url)
    wait_ready(third)
    assert third.evaluate("globalThis.first") == "true"  # before the server has said anything
    assert third.evaluate(f"{PREFS}.together")
    third.close()
