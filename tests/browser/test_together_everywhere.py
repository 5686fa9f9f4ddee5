"""With the client beside them somebody goes through every step of every workbook: of what was planted nothing is there."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.asking import Cards
from tests.browser.books import write_book
from tests.browser.maps import OPEN_OWN, PRACTICE, ROOT, NetMap, eventually
from tests.browser.test_every_step import BOOKS, steps_of
from tests.browser.turning import FOLLOW, IN_FRONT
from tests.browser.worded import share
from tests.planted import SECRET, WRITER, marked

PLANT = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
{PRACTICE}
from netwerk_widgets import workbook
from netwerk_widgets.casefile.library.log import LogFile
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.meeting.log import Entry
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
    for (const draft of globalThis[Symbol.for("netwerk-widgets.page.1")].drafts.all.values()) told("draft", draft.text);
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
"""All that the page holds: every text, value and attribute in the document, what its maps paint and remember, its drafts."""
WITH_CLIENT = """(together) => {
    const { prefs } = globalThis[Symbol.for("netwerk-widgets.page.1")];
    prefs.set({ ...prefs.get(), together });
}"""
"""As where it is said in another window: nothing is asked here, and nobody leaves their field first."""
TOGETHER = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs.get().together"
UNFINISHED = """([place, text]) => {
    const { drafts, status } = globalThis[Symbol.for("netwerk-widgets.page.1")];
    const draft = drafts.begin({ own: false, code: status.get().code, place }, "");
    drafts.type(draft, text);
    drafts.rest(draft);
}"""
"""A dialog that was shut with words in its field."""
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
    map_page.evaluate(WITH_CLIENT, False)


def test_what_is_typed_and_not_put_down_is_nowhere_either(turn_to, netwerk_server, alone):
    """Also where somebody is still in the field, or was and went to another step."""
    write_book(netwerk_server.home, "96_team", {"kaartjes": "workbook.question_cards(audience='team')"})
    net = NetMap(turn_to("10_live_annoteren", step="meekijken"), netwerk_server.home)
    net.kernel(f"{PRACTICE}\nfrom netwerk_widgets import workbook\nworkbook.desk().begin_practice(case)")
    net.told().plain()
    net.canvas("canvas.look.map.find(given[0])", net.person("tante").id)
    net.page.locator(".nw-canvas:visible").focus()
    net.page.keyboard.type(f"1{SECRET} noot")
    net.page.evaluate(UNFINISHED, ["silent:hypothesis", f"{SECRET} stil"])
    cards = Cards(turn_to("96_team"), netwerk_server.home)
    net.told()
    cards.field.press_sequentially(f"{SECRET} kaart")
    held = f"({HELD})(['{SECRET}', '{WRITER}'])"
    found = net.page.evaluate(held)
    assert {word for word in ("noot", "stil", "kaart") if f"draft: {SECRET} {word}" in found} == {
        "noot",
        "stil",
        "kaart",
    }
    net.page.evaluate(WITH_CLIENT, True)
    net.until(f"{held}.length === 0")
    go(net, "10_live_annoteren", "meekijken")
    assert net.page.evaluate(held) == []
    net.page.evaluate(WITH_CLIENT, False)
    net.until(f"{held}.filter((one) => one.startsWith('draft: ')).length >= 2")  # and nothing of it is lost


def test_what_ended_here_does_not_begin_again_by_news_that_was_under_way(turn_to, netwerk_server, heard, alone):
    """The server tells that the client looks along while this window's word that they went is on its way."""
    page, late = turn_to("00_start"), []
    eventually(lambda: not netwerk_server.ask("netwerk/state").get("together"))
    page.route(
        "**/netwerk/state", lambda route: late.append(route) if route.request.method == "PUT" else route.continue_()
    )
    page.evaluate(WITH_CLIENT, True)
    page.evaluate(WITH_CLIENT, False)
    netwerk_server.ask("netwerk/state", {"together": True}, "PUT")
    eventually(lambda: any('"together": true' in one for one in heard), page=page)
    page.evaluate("new Promise((done) => setTimeout(done))")
    assert page.evaluate(TOGETHER) is False
    page.unroute("**/netwerk/state")
    for route in late:
        route.continue_()


def test_nothing_that_was_planted_is_anywhere(turn_to, netwerk_server, heard, alone):
    """The last here: all workbooks stay open on the page after it."""
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
