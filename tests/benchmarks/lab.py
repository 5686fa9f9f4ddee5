"""A real JupyterLab, started by `netwerk`, with a plain notebook in which benchmarks run their cells."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from tests.browser.conftest import QUIET, Netwerk, find_browser, launch
from tests.browser.maps import STILL

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FRONTEND = ROOT / "netwerk_widgets" / "frontend"
VIEWPORT = {"width": 1280, "height": 900}
NOTEBOOK = "bench.ipynb"

MAP, REFERENCE, EMPTY, PYVIS = "ours", "reference", "empty", "pyvis"
CELLS = {MAP: "b.ours()", REFERENCE: "b.reference()", EMPTY: "b.empty()", PYVIS: "b.pyvis_page()"}
PAINTED = {
    MAP: "from.netwerkCanvas?.nodes.size > 1",
    REFERENCE: "from.benchPosition",
    EMPTY: "from.benchValue !== undefined",
    PYVIS: "data?.benchPainted",
}


@functools.cache
def reference_bundle() -> Path:
    """The reference with vis-network in one file, made by the same tool as our own bundle."""
    target = Path(tempfile.mkdtemp(prefix="netwerk-bench-")) / "reference.js"
    tool = FRONTEND / "node_modules" / ".bin" / "esbuild"
    subprocess.run(
        [
            tool,
            HERE / "reference.js",
            "--bundle",
            "--minify",
            "--format=esm",
            f"--outfile={target}",
            "--log-level=error",
        ],
        check=True,
        env={**os.environ, "NODE_PATH": str(FRONTEND / "node_modules")},
    )
    return target


@dataclass
class Frames:
    """The bytes over the kernel's websocket, each way, since the last :meth:`begin`."""

    sent: list[bytes] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many there were, both ways together."""
        return len(self.sent) + len(self.received)

    def follow(self, socket: WebSocket) -> None:
        if "/channels" not in socket.url:
            return
        socket.on("framesent", lambda payload: self.sent.append(_bytes(payload)))
        socket.on("framereceived", lambda payload: self.received.append(_bytes(payload)))

    def begin(self) -> None:
        self.sent.clear()
        self.received.clear()


def _bytes(payload: Any) -> bytes:
    return payload.encode() if isinstance(payload, str) else payload


@dataclass
class Lab:
    """A page with the benchmark's notebook open."""

    netwerk: Netwerk
    page: Page
    frames: Frames
    people: int = 0

    def reload(self) -> None:
        """Load the page anew: all that follows is cold."""
        self.page.goto(f"{self.netwerk.base}/lab/tree/{NOTEBOOK}?reset")
        self.page.wait_for_function("window.jupyterapp?.shell")
        self.page.evaluate((HERE / "page.js").read_text(encoding="utf-8"))
        self.page.evaluate("(path) => bench.open(path)", NOTEBOOK)

    def python(self, code: str) -> str:
        """Run this in the kernel, and give what it printed."""
        return self.page.evaluate("(code) => bench.kernel(code)", code)

    def load(self, people: int) -> None:
        """Lay a practice case of this many people on the desk."""
        start = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom tests.benchmarks import kernel_side as b\n"
        self.python(f"{start}b.clear()\nb.prepare({people}, {str(reference_bundle())!r})")
        self.people = people

    def show(self, what: str, cell: int = 0) -> float:
        """Show a map (or what it is compared with) in a cell; the milliseconds until it was painted."""
        return self.paint(cell, CELLS[what], PAINTED[what])

    def paint(self, cell: int, code: str, seen: str) -> float:
        """Run code in a cell; the milliseconds until a painting of which ``seen`` is true."""
        return self.page.evaluate("([cell, code, seen]) => bench.paint(cell, code, seen)", [cell, code, seen])

    def edit(self, code: str, seen: str) -> float:
        """Run code in the kernel; the milliseconds until a painting of which ``seen`` is true."""
        return self.page.evaluate("([code, seen]) => bench.edit(code, seen)", [code, seen])

    def clear(self, cells: int = 1) -> None:
        """Take out what the cells show, and let things come to rest."""
        for cell in range(cells):
            self.page.evaluate("(cell) => bench.clear(cell)", cell)
        self.python("b.clear()")
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is painted any more, and nothing went over the kernel's websocket meanwhile."""
        told = -1
        while told != (told := self.frames.count):
            self.page.evaluate(STILL)

    def spot(self, person: str) -> tuple[float, float]:
        """Where a person of our map stands on the page."""
        x, y = self.page.evaluate(
            """(id) => {
                const canvas = bench.canvas();
                const at = canvas.toScreen(canvas.position(id));
                const box = canvas.element.getBoundingClientRect();
                return [box.left + at.x, box.top + at.y];
            }""",
            person,
        )
        return x, y


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    flags = [*QUIET, *root, "--enable-precise-memory-info"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=flags)
        yield started
        started.close()


@contextlib.contextmanager
def lab() -> Iterator[Lab]:
    """JupyterLab with an empty notebook, in a new NETWERK_HOME."""
    with (
        tempfile.TemporaryDirectory(prefix="netwerk-bench-") as home,
        browser() as started,
        contextlib.ExitStack() as ends,
    ):
        books = Path(home) / "werkboeken"
        books.mkdir(mode=0o700)
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("")])
        nbformat.write(notebook, books / NOTEBOOK)
        running = launch(Path(home))
        ends.callback(running.stop)
        running.ready()
        page = started.new_page(viewport=VIEWPORT, locale="nl-NL", reduced_motion="reduce")
        page.set_default_timeout(60_000)
        frames = Frames()
        page.on("websocket", frames.follow)
        page.goto(running.url)
        page.wait_for_selector(".nw-bar[data-ready='true']")
        found = Lab(running, page, frames)
        found.reload()
        yield found


def wait_json(lab: Lab, code: str) -> Any:
    """Run this in the kernel and read the JSON that it prints."""
    return json.loads(lab.python(code))


def now() -> float:
    """Milliseconds."""
    return 1000 * time.perf_counter()
