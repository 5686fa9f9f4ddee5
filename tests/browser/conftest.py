"""Views and real JupyterLab in a real browser. From what costs little to what costs much:

on_stage          views without JupyterLab, loaded in a third of a second; network_map, board, host likewise (see staged.py)
turn_to           turns to a workbook on one page for all tests of a module: `turn_to("00_start", step="kaart")`
lab_map           the map on a fresh practice case there (see maps.py)
lab_board         a step with a board in sight there, on a practice case of its own: `lab_board("wall")`
spare_turn_to     as turn_to, on a second `netwerk` that is treated roughly: its kernels die, it stands still
in_a_book         opens a workbook of a test's own steps there, on a practice case of its own
workbook          loads JupyterLab on a page of the test's own, and waits until the workbook was run
start_netwerk     starts another `netwerk` with a home of its own: `start_netwerk(home, "open", "file")`

netwerk_server    the running command: `url`, `base`, `token`, `home` (its own NETWERK_HOME), `process`
page              a Playwright page that has seen nothing yet; a request that leaves this computer fails the test
requests_outside  the addresses outside this computer that the page asked for (checked when the test ends)
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import boards, turning
from tests.browser.again import (  # noqa: F401 -- hooks, which pytest finds here
    failed,
    pytest_collection_modifyitems,
    pytest_runtest_makereport,
)
from tests.browser.books import write_book
from tests.browser.hosted import host, hosted  # noqa: F401 -- fixtures, which pytest finds here
from tests.browser.maps import BEGIN, READY, NetMap
from tests.browser.staged import board, network_map, on_stage, stage, stage_page  # noqa: F401 -- fixtures
from tests.waiting import eventually

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/snap/bin/chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
]
HELP = (
    "These tests need Chromium, Chrome or Edge. Install one, or run `python -m playwright install chromium`, "
    "or name the program in the environment variable CHROMIUM."
)
LOCAL = ("127.0.0.1", "localhost", "::1")
VIEWPORT = {"width": 1280, "height": 720}


@dataclass
class Netwerk:
    """A running `netwerk --no-browser`."""

    process: subprocess.Popen[str]
    url: str
    home: Path
    complaints: IO[str]
    """What it wrote on stderr: no Python, whatever the pages did."""

    @property
    def base(self) -> str:
        return self.url.split("/?")[0]

    @property
    def token(self) -> str:
        return self.url.split("token=")[1]

    def ask(self, path: str, body: object = None, method: str | None = None) -> Any:
        """One authenticated request to the server; gives its JSON."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"token {self.token}"}
        request = urllib.request.Request(f"{self.base}/{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")

    def ready(self, patience: float = 60) -> Netwerk:
        """Wait until JupyterLab has taken over from the waiting page."""

        def entered() -> bool:
            with contextlib.suppress(OSError):
                return bool(self.ask("netwerk/enter", {}, "POST"))
            return self.process.poll() is not None

        eventually(entered, patience, pause=0.1)
        assert self.process.poll() is None, "netwerk ended by itself"
        return self

    def stop(self) -> int:
        """Ctrl-C, and the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        self.complaints.seek(0)
        assert "Traceback" not in (said := self.complaints.read()), said
        return code


def find_browser() -> str | None:
    """An installed Chromium, Chrome or Edge; None where there is none."""
    wished = os.environ.get("PLAYWRIGHT_CHROMIUM") or os.environ.get("CHROMIUM")
    if wished:
        return wished
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in (*found, *PLACES) if path and Path(path).exists()), None)


def launch(home: Path, *arguments: str, before: Callable[[], None] | None = None, **environment: str) -> Netwerk:
    """Start `netwerk --no-browser` with a home of its own and read the address that it prints.

    ``before`` is called in the new process first (see `as_anybody`).
    """
    command = [sys.executable, "-m", "netwerk_widgets", "--no-browser", *arguments]
    settings = {**os.environ, "NETWERK_HOME": str(home), "NETWERK_EXPOSE_APP": "1", "NETWERK_LANG": "", **environment}
    first = before if os.name == "posix" else None
    complaints = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 -- as long as the process lives
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": complaints, "text": True}
    process = subprocess.Popen(command, env=settings, preexec_fn=first, **pipes)  # noqa: PLW1509
    assert process.stdout is not None
    return Netwerk(process, process.stdout.readline().strip(), home, complaints)


@pytest.fixture
def start_netwerk() -> Iterator[Callable[..., Netwerk]]:
    """Starts further `netwerk`s; they end with the test."""
    started: list[Netwerk] = []

    def start(home: Path, *arguments: str, **how: Any) -> Netwerk:
        started.append(launch(home, *arguments, **how))
        return started[-1]

    yield start
    for one in started:
        one.stop()


@pytest.fixture(scope="session")
def netwerk_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Netwerk]:
    running = launch(tmp_path_factory.mktemp("netwerk-home"))
    yield running.ready()
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        program = find_browser()
        if program is None and not Path(playwright.chromium.executable_path).exists():
            if os.environ.get("CI"):
                pytest.fail(HELP)
            pytest.skip(HELP)
        root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        started = playwright.chromium.launch(executable_path=program, args=[*QUIET, *root])
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser context of its own: no cookie, no storage of another test."""
    own = browser.new_context(viewport=VIEWPORT, locale="nl-NL", reduced_motion="reduce")
    own.set_default_timeout(30_000)
    yield own
    own.close()


@pytest.fixture
def requests_outside(context: BrowserContext) -> Iterator[list[str]]:
    """Every address that is not on this computer and that a page of this test asked for; there must be none."""
    outside: list[str] = []

    def note(request) -> None:
        if is_outside(request.url):
            outside.append(request.url)

    context.on("request", note)
    yield outside
    assert not outside, f"asked for outside this computer: {outside}"


@pytest.fixture
def page(context: BrowserContext, requests_outside: list[str]) -> Page:
    return context.new_page()


def open_on(page: Page, running: Netwerk, name: str, *, step: str = "", lang: str = "nl") -> Page:
    """Load a workbook by name, at a step or at its first one, with the preferences as they are at first."""
    (running.home / "voorkeuren.json").unlink(missing_ok=True)
    change: dict[str, object] = {"lang": lang, "last": name}
    running.ask("netwerk/state", change | ({"steps": {name: step}} if step else {}), "PUT")
    page.goto(running.url)
    wait_ready(page)
    return page


@pytest.fixture
def workbook(page: Page, netwerk_server: Netwerk) -> Callable[..., Page]:
    def open_workbook(name: str = "00_start", *, on: Page = page, **where: str) -> Page:
        return open_on(on, netwerk_server, name, **where)

    return open_workbook


@contextlib.contextmanager
def one_page(browser: Browser, running: Netwerk) -> Iterator[Page]:
    """A page for several tests, open on a map; it asks for nothing outside this computer."""
    own = browser.new_context(viewport=VIEWPORT, locale="nl-NL", reduced_motion="reduce", accept_downloads=True)
    own.set_default_timeout(30_000)
    outside: list[str] = []
    own.on("request", lambda request: outside.append(request.url) if is_outside(request.url) else None)
    yield open_on(own.new_page(), running, "00_start")
    own.close()
    assert not outside, f"asked for outside this computer: {outside}"


def turning_on(page: Page, running: Netwerk) -> Callable[..., Page]:
    """Opens a workbook at a step as a link in its words would, with the preferences as they are at first."""

    def turned(name: str, *, step: str = "") -> Page:
        if page.viewport_size != VIEWPORT:
            page.set_viewport_size(VIEWPORT)
        if failed or page.locator("dialog[open], .nw-cover").count():  # whatever the test before left on the page
            failed.clear()
            page.goto(running.url)
            wait_ready(page)
        turning.follow(page, name, step)
        return page

    return turned


@pytest.fixture(scope="module")
def map_page(browser: Browser, netwerk_server: Netwerk) -> Iterator[Page]:
    with one_page(browser, netwerk_server) as page:
        yield page


@pytest.fixture
def turn_to(map_page: Page, netwerk_server: Netwerk) -> Callable[..., Page]:
    return turning_on(map_page, netwerk_server)


@pytest.fixture(scope="session")
def spare_netwerk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Netwerk]:
    running = launch(tmp_path_factory.mktemp("spare-home"))
    yield running.ready()
    running.stop()


@pytest.fixture(scope="module")
def spare_page(browser: Browser, spare_netwerk: Netwerk) -> Iterator[Page]:
    with one_page(browser, spare_netwerk) as page:
        yield page


@pytest.fixture
def spare_turn_to(spare_page: Page, spare_netwerk: Netwerk) -> Callable[..., Page]:
    return turning_on(spare_page, spare_netwerk)


@pytest.fixture
def lab_map(turn_to: Callable[..., Page], netwerk_server: Netwerk) -> NetMap:
    """The map in sight, with a fresh practice case."""
    return NetMap(turn_to("00_start"), netwerk_server.home).plain().begin()


def as_anybody() -> None:
    """Give up what lets root write where it may not, so that a folder can be read-only to a test that root runs."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    import ctypes

    drop, overriding, searching = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    for capability in (overriding, searching):
        ctypes.CDLL(None, use_errno=True).prctl(drop, capability, 0, 0, 0)


def is_outside(address: str) -> bool:
    """Whether an address is not on this computer."""
    parts = urlsplit(address)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname not in LOCAL


def wait_ready(page: Page, timeout: float = 60_000) -> None:
    """Wait until the workbook in front was run."""
    page.wait_for_selector(READY, timeout=timeout)


@pytest.fixture
def lab_board(turn_to: Callable[..., Page], netwerk_server: Netwerk) -> Callable[[str], NetMap]:
    """Opens a step with a board (see boards.py), on a practice case of its own."""
    own_boards = netwerk_server.home / "borden"
    own_boards.mkdir(exist_ok=True)
    (own_boards / "stil.toml").write_text(boards.TEAM, encoding="utf-8")
    write_book(netwerk_server.home, boards.NAME, boards.STEPS)

    def opened(step: str) -> NetMap:
        page = turn_to(boards.NAME, step=step)
        net = NetMap(page, netwerk_server.home)
        net.kernel(BEGIN)
        net.told()
        if step not in boards.OWN:
            expect(page.locator(".nw-part:visible, .nw-board:visible .nw-notice").first).to_be_visible()
        return net

    return opened


@pytest.fixture
def in_a_book(spare_turn_to: Callable[..., Page], spare_netwerk: Netwerk) -> Callable[[str, dict[str, str]], NetMap]:

    def opened(book: str, steps: dict[str, str]) -> NetMap:
        for log in spare_netwerk.home.glob("leerlogboek*.json"):  # it outlives a case, and so a test
            log.unlink()
        write_book(spare_netwerk.home, book, steps)
        found = NetMap(spare_turn_to(book), spare_netwerk.home)
        found.kernel(BEGIN)
        return found.told()

    return opened
