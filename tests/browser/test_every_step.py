"""Every step of every workbook, in both languages, as somebody far from the screen or with a screen reader meets it."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from netwerk_widgets.casefile.library.codes import PLANTS
from netwerk_widgets.locale import LANGUAGES

from .maps import BEGIN, OPEN_OWN, NetMap, eventually
from .turning import FOLLOW

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "test-results" / "steps"
KEEP = os.environ.get("NETWERK_SHOTS")
"""Set: a picture of each step is kept, not only of those with a fault."""
BOOKS = sorted(path.stem for path in (ROOT / "workbooks").glob("*.ipynb"))
FAULTS = """() => {
    const faults = [];
    const told = (what, one) => faults.push(`${what}: ${one.outerHTML.slice(0, 140)}`);
    const shown = (one) => {
        const box = one.getBoundingClientRect();
        return one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1 && box.height > 1;
    };
    const roots = [...document.querySelectorAll(".nw-root, .nw-bar, .nw-book .jp-RenderedMarkdown")].filter(shown);
    const all = [...new Set(roots.flatMap((root) => [...root.querySelectorAll("*")]))].filter(shown);
    const named = (one) => [
        one.getAttribute("aria-label"),
        ...(one.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent),
        ...[...(one.labels ?? [])].map((label) => label.textContent),
        ["INPUT", "SELECT", "TEXTAREA"].includes(one.tagName) ? "" : one.textContent,
        one.title,
    ].some((name) => name?.trim());
    for (const one of all) {
        if (one.closest("svg, .jp-InputPrompt, .vis-network")) continue;
        const acts = one.matches("button, input, select, textarea, summary, a[href], [role='button'], [tabindex='0']");
        const style = getComputedStyle(one);
        if (acts && !named(one)) told("has no name", one);
        const target = one.matches("input[type='checkbox'], input[type='radio']") ? one.closest("label") ?? one : one;
        const box = target.getBoundingClientRect();
        const inWords = one.matches("a[href], .nw-plain");
        if (acts && !inWords && !one.matches(".jp-Cell, [role='application']") && Math.min(box.width, box.height) < 43.5)
            told(`${Math.round(box.width)} x ${Math.round(box.height)} is small for a finger`, one);
        const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
        if (text && parseFloat(style.fontSize) < 16) told(`${style.fontSize} is small to read`, one);
        if (text && box.right > innerWidth + 1) told("runs off the screen", one);
        if (text && style.overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1) told("is cut off", one);
    }
    return faults;
}"""

DRAWN = """(step) => document.querySelector(".nw-bar").dataset.step === step
    && !document.querySelector(".nw-root:not([hidden]) .nw-loading")"""


def steps_of(book: str) -> list[str]:
    cells = json.loads((ROOT / "workbooks" / f"{book}.ipynb").read_text(encoding="utf-8"))["cells"]
    named = [cell["metadata"].get("netwerk", {}).get("step", "") for cell in cells]
    return [step for step in dict.fromkeys(named) if step]


def in_language(page: Page, lang: str) -> None:
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), lang: '{lang}' }})")


def lasting_faults(net: NetMap) -> list[str]:
    """What is wrong with the step in sight, and still is once it was laid out."""
    faults: list[str] = []

    def faultless() -> bool:
        faults[:] = net.rest().page.evaluate(FAULTS)
        return not faults

    with contextlib.suppress(AssertionError):
        eventually(faultless, seconds=2, pause=0.2)
    return faults


@pytest.fixture(scope="module")
def laid(map_page: Page, netwerk_server) -> None:
    """A practice case, and an own file that is open; nobody changes them."""
    NetMap(map_page, netwerk_server.home).kernel(f"{BEGIN}\n{OPEN_OWN}")


@pytest.mark.parametrize("book", BOOKS)
def test_all_can_be_read_named_and_touched(book: str, laid: None, turn_to, netwerk_server):
    steps = steps_of(book)
    page = turn_to(book, step=steps[0])
    net = NetMap(page, netwerk_server.home)
    if book != "07_spiegel":
        net.told()
    SHOTS.mkdir(parents=True, exist_ok=True)
    faults = {}
    for lang in LANGUAGES:  # once: all that is open on the page is written anew in another language
        in_language(page, lang)
        for step in steps:
            page.evaluate(FOLLOW, f"{book}.ipynb#{step}")
            page.wait_for_function(DRAWN, arg=step)
            faults[f"{step} ({lang})"] = lasting_faults(net)
            if faults[f"{step} ({lang})"] or KEEP:
                page.screenshot(path=SHOTS / f"{book}-{step}-{lang}.png")
    found = {where: what for where, what in faults.items() if what}
    assert not found, json.dumps(found, indent=1, ensure_ascii=False)


def test_beside_the_longest_code_of_a_case_the_longest_title_is_whole(turn_to, netwerk_server):
    page = turn_to("05_van_praktisch_naar_emotioneel")
    net = NetMap(page, netwerk_server.home)
    status = "globalThis[Symbol.for('netwerk-widgets.page.1')].status"
    before = page.evaluate(f"{status}.get().code")
    page.evaluate(f"(code) => {status}.set({{ ...{status}.get(), code }})", f"{max(PLANTS, key=len)}-88")
    for lang in LANGUAGES:
        in_language(page, lang)
        page.wait_for_function("document.querySelector('.nw-bar-case').textContent.endsWith('-88')")
        assert lasting_faults(net) == []
        title, bar = (page.locator(one).bounding_box() for one in (".nw-bar-title", ".nw-bar"))
        assert page.locator(".nw-bar-title").evaluate("(it) => it.scrollHeight - it.clientHeight") <= 1
        assert bar["y"] <= title["y"]
        step = page.locator(".nw-bar-step").bounding_box()
        assert step["y"] + step["height"] <= bar["y"] + bar["height"]
    page.screenshot(path=SHOTS.parent / "bar-longest-1280x720.png")
    page.evaluate(f"(code) => {status}.set({{ ...{status}.get(), code }})", before)
