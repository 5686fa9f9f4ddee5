"""The first browser comes in by a code, others by the printed address; neither is left in an address, a history or a page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import VIEWPORT, wait_ready
from tests.lab.running import Running


def came_in(page: Page, netwerk: Running) -> None:
    """See that the page is on the workbook and that nothing of how it came in can be read back."""
    wait_ready(page)
    book = f"http://127.0.0.1:{netwerk.port}/doc/tree/00_start.ipynb"
    assert page.url == book
    history = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    places = [entry["url"] for entry in history if entry["url"] != "about:blank"]
    assert not [place for place in places if "?" in place]
    assert netwerk.token not in page.content()
    cookies = page.context.cookies()
    assert {(cookie["sameSite"], cookie["expires"]) for cookie in cookies} == {("Strict", -1)}
    assert [cookie["name"] for cookie in cookies if cookie["httpOnly"]] == [f"netwerk-{netwerk.port}"]


def test_a_browser_comes_in_once_by_the_code_and_others_by_the_printed_address(browser: Browser, tmp_path: Path):
    netwerk = Running(tmp_path / "thuis", browser=True)
    first, second = (browser.new_context(viewport=VIEWPORT, locale="nl-NL") for _ in range(2))
    try:
        page = first.new_page()
        page.goto(netwerk.given[0])
        came_in(page, netwerk)
        page.reload()
        came_in(page, netwerk)
        other = second.new_page()
        other.goto(netwerk.given[0])
        expect(other.get_by_text("Dit adres werkte één keer, en alleen de eerste twee minuten.")).to_be_visible()
        assert second.cookies() == []
        other = second.new_page()
        other.goto(netwerk.url)
        came_in(other, netwerk)
    finally:
        first.close()
        second.close()
        code, screen, _ = netwerk.end()
    assert (code, "Traceback" in screen) == (0, False)
