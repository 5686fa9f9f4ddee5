"""With the client beside them somebody goes through every step of every workbook: of what was planted nothing is there."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.maps import OPEN_OWN, PRACTICE, ROOT, NetMap
from tests.browser.test_every_step import BOOKS, steps_of
from tests.browser.turning import FOLLOW, IN_FRONT
from tests.browser.worded import share
from tests.planted import SECRET, WRITER, marked

PLANT = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
{PRACTICE}
from netwerk_widgets import workbook
from netwerk_widgets.casefile.log import LogFile
from netwerk_widgets.casefile.revision import Author
from netwerk_widgets.model.log import Entry
from tests.planted import SECRET, WRITER, plant
workbook.desk().begin_practice(case)
workbook.desk().file.author = Author(WRITER, "kantoor")
{OPEN_OWN}
plant(workbook.desk().file, own.file)
LogFile().keep(Entry("geheim", "2026-03-04", "13:00", "14:30", question=SECRET))
"""
HELD = """([secret, writer]) => {
    const found = [];
    const told = (where, text) => [secret, writer].some((word) => String(text).includes(word)) && found.push(`${where}: ${text}`.slice(0, 200));
    told("title", document.title);
    for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) told(name, value);
        if ("value" in element) told("value", element.value);
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) told("text", node.data);
    }
    for (const { netwerkCanvas } of document.querySelectorAll(".nw-canvas")) {
        if (!netwerkCanvas) continue;
        const { map } = netwerkCanvas.look;
        for (const id of netwerkCanvas.nodes.keys()) told("name", map.name(id));
        for (const label of netwerkCanvas.placed) told("label", label.text);
        const kept = [...(map.mirror?.collections?.values() ?? [])].flatMap((all) => [...all.values()]);
        told("mirror", JSON.stringify([kept, map.mirror?.info ?? ""]));
        if (map.notes?.().size || map.lines?.().length) found.push("a mark of a note, or a line drawn by hand");
    }
    return found;
}"""
"""All that the page holds: every text, value and attribute in the document, and what its maps paint and remember."""
DRAWN = "!document.querySelector('.nw-root:not([hidden]) .nw-loading') && document.querySelector('.nw-bar').dataset.step === '{}'"


@pytest.fixture
def heard(map_page: Page) -> Iterator[list[str]]:
    """What the kernel sends, as text."""
    said: list[str] = []

    def frame(event: dict) -> None:
        data = event["response"]["payloadData"]
        said.append(base64.b64decode(data).decode("utf-8", "replace") if event["response"]["opcode"] == 2 else data)

    line = map_page.context.new_cdp_session(map_page)
    line.send("Network.enable")
    line.on("Network.webSocketFrameReceived", frame)
    yield said
    line.detach()


def go(net: NetMap, book: str, step: str) -> None:
    """To a step as a link in its words goes, without putting the preferences back as they were at first."""
    net.page.evaluate(FOLLOW, f"{book}.ipynb#{step}")
    net.page.wait_for_function(IN_FRONT, arg=f"{book}.ipynb", timeout=60_000)
    net.until(DRAWN.format(step))
    net.rest()


@pytest.fixture
def alone(map_page: Page) -> Iterator[None]:
    """However the test ends, the client has gone after it."""
    yield
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    map_page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), together: false }})")


def test_nothing_that_was_planted_is_anywhere(turn_to, netwerk_server, heard, alone):
    net = NetMap(turn_to("11_terugblik", step="film"), netwerk_server.home)
    net.kernel(PLANT)
    net.until(f"({HELD})(['{SECRET}', '{WRITER}']).length > 0")
    net.page.get_by_role("button", name="Een stap terug").first.click()
    assert marked("\n".join(heard))  # so it does hear
    share(net.page)
    net.until(f"({HELD})(['{SECRET}', '{WRITER}']).length === 0")  # the hidden steps are told a moment later
    heard.clear()
    found = {}
    for book in BOOKS:
        for step in steps_of(book):
            go(net, book, step)
            if (there := net.page.evaluate(HELD, [SECRET, WRITER])) or (there := marked("\n".join(heard))):
                found[f"{book}: {step}"] = there[:3]
            heard.clear()
    assert not found
    go(net, "11_terugblik", "film")
    back = net.page.get_by_role("button", name="Een stap terug").first
    while back.is_enabled():
        back.click()
        net.rest()
        assert net.page.evaluate(HELD, [SECRET, WRITER]) == []
    assert marked("\n".join(heard)) == []
