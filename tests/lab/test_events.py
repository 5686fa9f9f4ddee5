"""The addresses of the lock and of what windows hear, as a real server answers them: to its own windows only."""

from __future__ import annotations

import asyncio
import http.client
import json
import time
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import psutil
import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from netwerk_widgets.lab.events import News
from netwerk_widgets.lab.state import State
from tests.finishing import finish
from tests.lab.test_server import Running
from tests.waiting import eventually

ACTS = [("/netwerk/lock", ""), ("/netwerk/unlock", json.dumps({"how": "without"}))]


@pytest.fixture(scope="module")
def running(tmp_path_factory) -> Iterator[Running]:
    server = Running(tmp_path_factory.mktemp("thuis")).ready()
    yield server
    server.end()


class Browser:
    """A browser that came in with the token, and goes on with its cookies."""

    def __init__(self, server: Running) -> None:
        self.port, self.cookies = server.port, SimpleCookie()
        self.ask("GET", "/netwerk/lock", Authorization=f"token {server.token}")

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            given = {"Cookie": self.sent, **{name.replace("_", "-"): value for name, value in headers.items()}}
            connection.request(method, path, body, given)
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    self.cookies.load(value)
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    @property
    def xsrf(self) -> str:
        return self.cookies["_xsrf"].value

    def act(self, path: str, **body: str) -> tuple[int, str]:
        """As the page itself does it."""
        return self.ask("POST", path, json.dumps(body), X_XSRFToken=self.xsrf)

    @property
    def sent(self) -> str:
        return "; ".join(f"{name}={morsel.value}" for name, morsel in self.cookies.items())

    async def line(self, **headers: str) -> WebSocketClientConnection:
        """A window's line, as JavaScript draws it."""
        address = f"ws://127.0.0.1:{self.port}/netwerk/events"
        given = {"Origin": f"http://127.0.0.1:{self.port}", "Cookie": self.sent, **headers}
        return await websocket_connect(HTTPRequest(address, headers=given))


async def heard(line: WebSocketClientConnection, word: str, seconds: float = 10) -> Any:
    """The next that is said about this word."""
    end = time.monotonic() + seconds
    while True:
        said = await asyncio.wait_for(line.read_message(), end - time.monotonic())
        assert said is not None, "the line ended"
        if word in (news := json.loads(said)):
            return news[word]


@pytest.mark.parametrize(("path", "body"), ACTS)
@pytest.mark.parametrize("how", ["no cookie", "no xsrf", "another origin", "a wrong xsrf"])
def test_no_other_page_or_program_locks_or_opens(running, path, body, how):
    browser = Browser(running)
    right = browser.xsrf
    headers = {
        "no cookie": {"Cookie": "", "X_XSRFToken": right},
        "no xsrf": {},
        "another origin": {"Origin": "http://evil.example", "X_XSRFToken": right},
        "a wrong xsrf": {"X_XSRFToken": "2|x|y|1"},
    }[how]
    assert browser.ask("POST", path, body, **headers)[0] in (403, 404)
    assert browser.ask("GET", "/doc/tree/00_start.ipynb")[0] == 200  # open as it was


@pytest.mark.parametrize(
    "headers", [{"Cookie": ""}, {"Origin": "http://evil.example"}, {"Origin": "http://127.0.0.1:1"}, {"Origin": "null"}]
)
def test_no_other_page_or_program_hears_what_windows_hear(running, headers):
    with pytest.raises(HTTPClientError) as refused:
        finish(Browser(running).line(**headers))
    assert refused.value.code == 403


def test_the_door_is_shown_to_its_own_browser_only(running):
    browser = Browser(running)
    assert browser.ask("GET", "/netwerk/lock")[0] == 200
    assert browser.ask("GET", "/netwerk/lock", Cookie="")[0] in (302, 403)


def test_whoever_says_anything_else_on_the_line_is_cut_off(running):
    async def say() -> None:
        line = await Browser(running).line()
        assert await heard(line, "state") == "open"
        await line.write_message("how")
        assert await heard(line, "state") == "open"
        await line.write_message('{"state": "locked"}')
        assert await line.read_message() is None

    finish(say())


def test_hidden_names_reach_every_window_at_once_and_shown_ones_too(running):
    async def listen() -> None:
        browser = Browser(running)
        lines = [await browser.line() for _ in range(8)]  # more than the six requests that a browser lets through
        for hidden in (True, False):
            browser.ask("PUT", "/netwerk/state", json.dumps({"hideNames": hidden}), X_XSRFToken=browser.xsrf)
            for line in lines:
                assert await heard(line, "prefs", 1) == {"hideNames": hidden}
        for line in lines:
            line.close()

    finish(listen())


def test_hidden_names_reach_the_windows_of_another_netwerk_on_the_same_folder_within_a_second(running):
    second = Running(running.home).ready()

    async def listen() -> None:
        line = await Browser(second).line()
        await heard(line, "state")
        for hidden in (True, False):
            begun = time.monotonic()
            assert running.ask("PUT", "/netwerk/state", {"hideNames": hidden})[0] == 200
            assert (await heard(line, "prefs"))["hideNames"] is hidden
            assert time.monotonic() - begun < 1

    try:
        finish(listen())
    finally:
        second.end()


def test_that_the_client_looks_along_is_passed_on_when_it_begins_and_ends_in_each_window(tmp_path: Path):
    state = State(tmp_path / "voorkeuren.json")
    news = News(state)
    state.merge({"together": True, "steps": {"00_start": "kaart"}, "last": "00_start"})
    assert news.look() == {"together": True}
    state.merge({"together": False})
    assert news.look() == {}
    state.merge({"together": True})
    assert news.look() == {"together": True}


def test_locking_ends_every_kernel_and_shuts_the_vault_until_somebody_opens(tmp_path):
    server = Running(tmp_path / "thuis").ready()
    try:
        eventually(psutil.Process(server.process.pid).children, 30, pause=0.1)
        found = psutil.Process(server.process.pid).children()
        bearer = f"Bearer {found[0].environ()['NETWERK_VAULT_SECRET']}"
        given = {"do": "put", "desk": "case", "path": str(tmp_path / "Linde-7.casus"), "key": "ab" * 48}
        assert server.ask("POST", "/netwerk/vault", given, Authorization=bearer)[0] == 200
        browser = Browser(server)
        assert browser.act("/netwerk/lock")[0] == 200
        assert not any(kernel.is_running() for kernel in found)
        for asked in ({"do": "get", "desk": "case", "path": given["path"]}, given):
            assert server.ask("POST", "/netwerk/vault", asked, Authorization=bearer)[0] == 423
        assert server.ask("POST", "/api/kernels", {"name": "python3"})[0] == 423
        assert json.loads(server.ask("GET", "/api/kernels")[1]) == []
        status, _, headers = server.ask("GET", "/doc/tree/00_start.ipynb")
        assert (status, headers["Location"]) == (302, "/netwerk/lock")
        assert json.loads(server.ask("POST", "/netwerk/enter")[1]) == {"go": "/netwerk/lock"}
        assert "Linde-7" in browser.ask("GET", "/netwerk/lock")[1]
        assert browser.act("/netwerk/unlock", how="phrase", phrase="iets anders")[0] == 403
        assert browser.act("/netwerk/unlock", how="force")[0] == 400
        assert browser.act("/netwerk/unlock", how="without")[0] == 200
        vault = server.ask(
            "POST", "/netwerk/vault", {"do": "get", "desk": "case", "path": given["path"]}, Authorization=bearer
        )
        assert json.loads(vault[1]) == {"value": None}
        assert len(json.loads(server.ask("GET", "/api/kernels")[1])) == 1
    finally:
        code, screen, _ = server.end()
    assert code == 0
    assert "Alles zit op slot" in screen
    assert "Linde" not in screen
    assert "Traceback" not in screen
