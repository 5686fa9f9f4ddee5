"""Widgets on an empty page: the real bundle and the real Python, without JupyterLab between them.

What a widget says is handed to its page and what the page says to its widget, one message after the other, whenever
:meth:`Host.pass_on` is called.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pyvis.network import Network

from netwerk_widgets.canvas.editable import EditableNetwork, editable
from netwerk_widgets.canvas.surface import EXTENSION, bundle_name

ADDRESS = "http://localhost/hosted/"
SHOW = """async ([place, traits, height]) => {
    const { render } = await import("/hosted/views.js");
    const heard = new Set();
    const said = [];
    const model = {
        get: (name) => traits[name],
        on: (_event, listener) => heard.add(listener),
        off: (_event, listener) => heard.delete(listener),
        send: (message) => said.push(message),
    };
    const el = document.createElement("div");
    document.body.append(el);
    const end = render({ model, el });
    (globalThis.hosted ??= [])[place] = { said, end, hear: (message) => heard.forEach((one) => one(message)) };
}"""
PASS = """([place, messages]) => {
    for (const message of messages) hosted[place].hear(JSON.parse(message));
    return hosted[place].said.splice(0);
}"""
DRAWN = (
    "(count) => [...document.querySelectorAll('.nw-canvas')].filter((e) => e.netwerkCanvas?.network).length === count"
)

FACTS = """(network) => {
    const font = ({ labelModule }) => {
        const { size, face, color, align, multi, vadjust, strokeWidth, strokeColor, background } = labelModule.fontOptions;
        return { size, face, color, align, multi, vadjust, strokeWidth, strokeColor, background };
    };
    network.moveTo({ scale: 1 }); // zoomed out, thin lines are drawn thicker
    const { nodes, edges } = network.body;
    const own = (all) => Object.values(all).filter(({ id }) => !String(id).startsWith("edgeId:"));
    const common = (one) => ({ look: one.getFormattingValues(), hidden: one.options.hidden, title: one.getTitle() ?? null,
        words: one.options.label ?? "", font: one.options.label ? font(one) : null });
    return {
        nodes: own(nodes).map((n) => ({ id: String(n.id), shape: n.options.shape, ...common(n) })),
        edges: own(edges).map((e) => ({ from: String(e.fromId), to: String(e.toId), ...common(e) })),
    };
}"""
"""All that a network draws, as vis-network keeps it: which shape, size, colour, words, font and title each has."""
MIDDLES = """[...canvas.edges.keys()].map((id) => canvas.network.body.edges[id]).map((edge) => {
    const { edgeType, labelModule, from, to } = edge;
    const loop = from === to;
    const [x, y, radius] = loop ? edgeType._getCircleData() : [];
    const middle = loop ? edge._pointOnCircle(x, y, radius, edgeType.options.selfReference.angle) : edgeType.getPoint(0.5);
    const { left, top, width, height } = labelModule.size;
    return { middle: [middle.x, middle.y], words: [left, top, width, height], label: edge.options.label };
})"""
"""Where each line has its middle, and each its words, in the network's own units."""
PAINTED = """(() => {
    const { prototype } = CanvasRenderingContext2D;
    const { fillText } = prototype;
    const painted = [];
    prototype.fillText = function (text, ...at) {
        painted.push({ text, font: this.font, colour: this.fillStyle, at: at.map(Math.round) });
        fillText.call(this, text, ...at);
    };
    try { canvas.network.redraw(); } finally { prototype.fillText = fillText; }
    return painted;
})()"""
"""The words that are painted, each with its font, its colour and its place in the network's own units."""


class Host:
    """An empty page with widgets on it, in the order in which they are shown."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.widgets: list[EditableNetwork] = []
        self._waiting: list[list[str]] = []
        bundle = (EXTENSION / bundle_name()).read_text(encoding="utf-8")
        empty = "<!doctype html><meta charset='utf-8'><body style='margin: 0'></body>"
        page.route(f"{ADDRESS}views.js", lambda route: route.fulfill(body=bundle, content_type="text/javascript"))
        page.route(ADDRESS, lambda route: route.fulfill(body=empty, content_type="text/html"))
        page.goto(ADDRESS)

    def show(self, *widgets: EditableNetwork) -> None:
        """Put widgets on the page, and wait until they are drawn."""
        for widget in widgets:
            place = len(self.widgets)
            waiting: list[str] = []
            # As it goes over a wire: what is no JSON (a NaN) ends the test here.
            widget.send = lambda content, buffers=None, to=waiting: to.append(json.dumps(content, allow_nan=False))  # type: ignore[method-assign]
            self.widgets.append(widget)
            self._waiting.append(waiting)
            self.page.evaluate(SHOW, [place, {"view": widget.view, "height": widget.height}, widget.height])
        self.pass_on()
        self.page.wait_for_function(DRAWN, arg=len(self.widgets))
        self.rest()

    def clear(self) -> None:
        """Take all widgets off the page."""
        self.page.evaluate(
            "for (const one of globalThis.hosted ?? []) one.end(); globalThis.hosted = []; document.body.replaceChildren()"
        )
        for widget in self.widgets:
            widget.close()
        self.widgets, self._waiting = [], []

    def pass_on(self) -> Host:
        """Carry what was said to and fro until nothing is left to say."""
        quiet = False
        while not quiet:
            quiet = True
            for place, widget in enumerate(self.widgets):
                told, self._waiting[place][:] = list(self._waiting[place]), []
                for message in self.page.evaluate(PASS, [place, told]):
                    widget._receive(widget, message, [])
                    quiet = quiet and message["kind"] == "sight"
            quiet = quiet and not any(self._waiting)
        return self

    def rest(self) -> None:
        """Wait until all that was told is painted."""
        self.page.evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
        )

    def canvas(self, expression: str, *given: Any, place: int = 0) -> Any:
        """Evaluate JavaScript in which ``canvas`` is a widget's canvas."""
        return self.page.evaluate(
            f"""(given) => {{
                const canvas = document.querySelectorAll(".nw-canvas")[{place}].netwerkCanvas;
                return {expression};
            }}""",
            list(given),
        )

    def facts(self, place: int = 0) -> dict[str, list[dict[str, Any]]]:
        """All that a widget draws, in an order of its own."""
        return in_order(self.canvas(f"({FACTS})(canvas.network)", place=place))

    def case(self, net: Network, **how: Any) -> Network:
        """Show a copy of a network; gives the copy."""
        own = copy.deepcopy(net)
        self.show(editable(own, **how))
        return own

    def spot(self, identity: str, place: int = 0) -> tuple[float, float]:
        """Where a node is on the page, which is brought into sight."""
        self.canvas("canvas.element.scrollIntoView({ block: 'center' })", place=place)
        at = self.canvas("canvas.toScreen(canvas.position(given[0]))", identity, place=place)
        box = self.canvas("canvas.element.getBoundingClientRect().toJSON()", place=place)
        return box["left"] + at["x"], box["top"] + at["y"]

    def drag(self, identity: str, dx: float, dy: float, place: int = 0) -> None:
        """Drag a node by so many pixels."""
        x, y = self.spot(identity, place)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + dx, y + dy, steps=5)
        self.page.mouse.up()
        self.pass_on().rest()


def in_order(facts: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The same facts, nodes and edges each sorted."""
    return {kind: sorted(items, key=lambda item: json.dumps(item, sort_keys=True)) for kind, items in facts.items()}


@pytest.fixture(scope="module")
def hosted(browser: Browser) -> Iterator[Host]:
    """One empty page for all tests of a module; it asks for nothing outside this computer."""
    from .conftest import VIEWPORT, is_outside  # which finds these fixtures here

    context = browser.new_context(viewport=VIEWPORT, locale="nl-NL", reduced_motion="reduce")
    outside: list[str] = []
    context.on("request", lambda request: outside.append(request.url) if is_outside(request.url) else None)
    yield Host(context.new_page())
    context.close()
    assert not outside, f"asked for outside this computer: {outside}"


@pytest.fixture
def host(hosted: Host) -> Host:
    """The page, with nothing on it yet."""
    hosted.clear()
    return hosted
