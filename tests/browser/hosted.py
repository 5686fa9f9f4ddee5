"""Any pyvis networks on a stage: what the canvas draws of them, and what is done to them there."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from playwright.sync_api import Page
from pyvis.network import Network

from netwerk_widgets.canvas.editable import EditableNetwork, editable
from tests.stage.stage import Stage

SCENE = "networks"
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
    """Widgets on a stage, one below the other in the order in which they are shown."""

    def __init__(self, stage: Stage, page: Page) -> None:
        self.stage, self.page = stage, page
        self.widgets: list[EditableNetwork] = []
        page.goto(stage.set(SCENE))
        page.add_style_tag(content="main { position: static; display: block; padding: 0; }")

    def show(self, *widgets: EditableNetwork) -> None:
        """Put widgets on the page, and wait until they are drawn."""
        self.widgets.extend(widgets)
        self.stage.put(SCENE, *widgets)
        self.page.wait_for_function(DRAWN, arg=len(self.widgets))
        self.pass_on().rest()

    def clear(self) -> None:
        """Take all widgets off the page."""
        self.page.evaluate("stage.clear()")
        self.stage.set(SCENE)
        self.widgets = []

    def pass_on(self) -> Host:
        """Wait until what was said has gone to and fro, and nothing is left to say."""
        self.page.evaluate("stage.silence()")
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
def hosted(stage: Stage, stage_page: Page) -> Host:
    """One page for all tests of a module."""
    return Host(stage, stage_page)


@pytest.fixture
def host(hosted: Host) -> Host:
    """The page, with nothing on it yet."""
    hosted.clear()
    return hosted
