"""From the command to a map that can be edited, and from one workbook to the next."""

from __future__ import annotations

import json
import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import Page

from tests.benchmarks.lab import VIEWPORT, browser, now
from tests.benchmarks.report import Report, median
from tests.browser.conftest import launch
from tests.browser.maps import STILL

USABLE = """() => {
    const shown = [...document.querySelectorAll('.nw-canvas')].find((one) => one.clientWidth > 0);
    const { status } = globalThis[Symbol.for('netwerk-widgets.page.1')] ?? {};
    return shown?.netwerkCanvas?.network && shown.netwerkCanvas.nodes.size > 1 && shown.netwerkCanvas.placed.length > 1
        && status.get().saved && !status.get().away;
}"""


def start(report: Report, repeats: int) -> None:
    """`netwerk` in a new home; the browser is there already, as a user's is."""
    waiting, usable = [], []
    with browser() as started:
        for _ in range(min(3, repeats)):
            with tempfile.TemporaryDirectory(prefix="netwerk-bench-") as home:
                context = started.new_context(viewport=VIEWPORT, locale="nl-NL")
                page = context.new_page()
                begin = now()
                running = launch(Path(home))
                try:
                    with urllib.request.urlopen(running.url) as answer:
                        assert "dossier" in answer.read().decode()
                    waiting.append(now() - begin)
                    page.goto(running.url)
                    page.wait_for_function(USABLE, timeout=60_000)
                    usable.append(now() - begin)
                finally:
                    context.close()
                    running.stop()
    report.most("netwerk to the waiting page", median(waiting) / 1000, 1, "s")
    report.most("netwerk to a map that can be edited, new home", median(usable) / 1000, 8, "s")


SHOWN = """(title) => {
    const bar = document.querySelector(".nw-bar");
    const view = [...document.querySelectorAll(".nw-root")].find((one) => one.clientHeight > 100);
    const canvas = view?.querySelector(".nw-canvas");
    const drawn = canvas ? canvas.netwerkCanvas?.placed.length > 1 : view?.querySelector("button");
    return bar?.dataset.ready === "true" && bar.innerText.includes(title) && drawn;
}"""


def switch(report: Report, repeats: int) -> None:
    """From the last step of workbook 00 to the first of 01, and back."""
    with tempfile.TemporaryDirectory(prefix="netwerk-bench-") as home, browser() as started:
        running = launch(Path(home)).ready()
        try:
            page = started.new_page(viewport=VIEWPORT, locale="nl-NL")
            page.goto(running.url)
            page.wait_for_function(SHOWN, arg="Beginnen", timeout=60_000)
            cells = json.loads((Path(home) / "werkboeken" / "00_start.ipynb").read_text(encoding="utf-8"))["cells"]
            for step in list(dict.fromkeys(cell["metadata"]["netwerk"]["step"] for cell in cells))[1:]:
                page.keyboard.press("PageDown")
                page.wait_for_selector(f".nw-bar[data-step='{step}'][data-ready='true']")
                page.evaluate(STILL)
            first = _go(page, "PageDown", "in kaart")
            times = []
            for _ in range(min(5, repeats)):
                times.append(_go(page, "PageUp", "Beginnen"))
                times.append(_go(page, "PageDown", "in kaart"))
        finally:
            running.stop()
    report.most("to the next workbook, the first time", first / 1000, 1.5, "s")
    report.most("to a workbook that was open", median(times) / 1000, 1.5, "s")


def _go(page: Page, key: str, title: str) -> float:
    begin = now()
    page.keyboard.press(key)
    page.wait_for_function(SHOWN, arg=title, polling=10)
    spent = now() - begin
    page.evaluate(STILL)
    return spent
