"""A browser with its password manager on, in a profile that stays: nothing that was typed here is kept in its files."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import VIEWPORT, find_browser, wait_ready
from tests.browser.locks import lock
from tests.browser.maps import CANVAS
from tests.browser.test_own_cases import NO_RING, begin

INITIALS, PHRASE, WRONG, NAME = "QJZX", "vijf natte laarzen dansen", "zeven scheve hoeden zwemmen", "Xylofonia"
ORDINARY, FIELD = "gewoneklant", "gewoonveld"
PASSING = {"Cache", "Code Cache", "GPUCache", "DawnGraphiteCache", "DawnWebGPUCache", "ShaderCache", "GrShaderCache"}
"""Folders with pages and programs as they came: not what is typed, and full of chance letters."""
LOGIN = """<!doctype html><title>Proef</title>
<form action="/in" method="post"><label>Naam <input name="username"></label>
<label>Woord <input name="password" type="password"></label><button>Log in</button></form>
<form action="/in" method="post"><input name="veld" id="veld"><button>Verstuur</button></form>"""


class Site(BaseHTTPRequestHandler):
    """An ordinary page with a login, to see that this browser does keep what is typed in one."""

    def do_GET(self) -> None:
        self.tell(LOGIN if self.path == "/" else "")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.tell("<p>Welkom</p>")

    def tell(self, words: str) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(words.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def kept_in(profile: Path, word: str) -> set[str]:
    """The files of a profile in which a word stands, in one encoding or another."""
    forms = (word.encode(), word.lower().encode(), word.encode("utf-16-le"))
    files = [f for f in profile.rglob("*") if f.is_file() and not PASSING & set(f.relative_to(profile).parts)]
    return {f.name for f in files if any(form in f.read_bytes() for form in forms)}


def type_all(page: Page) -> None:
    """Initials and a pass phrase for an own case, the locked page, a note and somebody's name: all of it by key."""
    page.locator(".nw-shelf").get_by_role("button", name="Nieuwe casus", exact=True).click()
    page.get_by_label("Je initialen").press_sequentially(INITIALS + "meer")
    expect(page.get_by_label("Je initialen")).to_have_value(INITIALS)
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)  # and the focus is back at the button
    initials = page.locator(".nw-shelf").get_by_label("Initialen")
    initials.press_sequentially(INITIALS)
    initials.press("Enter")
    begin(page)
    through_the_door(page)
    expect(page.locator(".nw-shelf")).to_be_visible()
    page.keyboard.press("PageUp")
    expect(page.locator(".nw-canvas:visible")).to_be_visible()
    page.wait_for_function(f"() => {{ try {{ return Boolean({CANVAS}.network); }} catch {{ return false; }} }}")
    page.locator(".nw-map-tools:visible").get_by_role("button", name="Lijst").click()
    field = page.locator("[data-mark='add']:visible")
    field.press_sequentially(NAME)
    field.press("Enter")
    expect(page.locator(".nw-table:visible")).to_contain_text(NAME)


def through_the_door(page: Page) -> None:
    """Locked, a wrong phrase in plain sight, and the right one: by key, on the page that the server shows meanwhile."""
    lock(page)
    field = page.get_by_label("Wachtzin van casus")
    expect(field).to_be_focused()
    assert page.locator("input[type=password]").count() == 0
    page.get_by_role("checkbox").check()
    for phrase in (WRONG, PHRASE):
        field.press_sequentially(phrase)
        field.press("Enter")
        if phrase == WRONG:
            expect(page.get_by_role("alert")).to_contain_text("klopt niet")
            page.get_by_role("checkbox").uncheck()
    wait_ready(page)


def test_no_browser_takes_it_for_a_login(browser: Browser, start_netwerk, tmp_path: Path, site: str):
    running = start_netwerk(tmp_path / "thuis", **NO_RING).ready()
    running.ask("netwerk/state", {"lang": "nl", "last": "00_start", "steps": {"00_start": "casus"}}, "PUT")
    profile = tmp_path / "profiel"
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    context = browser.browser_type.launch_persistent_context(
        profile,
        executable_path=find_browser(),
        args=["--password-store=basic", *root],
        viewport=VIEWPORT,
        locale="nl-NL",
    )
    page = context.pages[0]
    page.goto(running.url)
    wait_ready(page)
    expect(page.locator(".nw-shelf")).to_be_visible()
    type_all(page)
    page.goto(site)
    page.get_by_label("Naam").press_sequentially(ORDINARY)
    page.get_by_label("Woord").press_sequentially("een gewoon woord")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_text("Welkom")).to_be_visible()
    page.goto(site)
    page.locator("#veld").press_sequentially(FIELD)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_text("Welkom")).to_be_visible()
    context.close()
    assert "Login Data" in kept_in(profile, ORDINARY)  # so it does keep what it takes for a login
    assert "Web Data" in kept_in(profile, FIELD)  # and what is typed in any field
    typed = (INITIALS, PHRASE, WRONG, NAME)
    assert {word: kept_in(profile, word) for word in typed} == {word: set() for word in typed}
