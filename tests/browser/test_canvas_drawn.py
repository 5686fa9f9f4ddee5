"""What the browser draws of any pyvis network: as pyvis's own page does, and lines of one pair apart."""

import itertools
import json
import re
from pathlib import Path

import pytest
import pyvis
from pyvis.network import Network

from netwerk_widgets.canvas.editable import editable
from tests.canvas.documented import SHOWN
from tests.canvas.pyvis_networks import CASES

from .hosted import FACTS, MIDDLES, in_order

VIS = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
"""The vis-network of pyvis's own page."""

THEIRS = """([facts, nodes, edges, options]) => {
    const container = document.createElement("div");
    document.body.append(container);
    const given = { nodes: new vis.DataSet(JSON.parse(nodes)), edges: new vis.DataSet(JSON.parse(edges)) };
    const network = new vis.Network(container, given, JSON.parse(options));
    const found = (0, eval)(facts)(network);
    network.destroy();
    container.remove();
    return found;
}"""
COLOURS = """(() => {
    const sheet = canvas.element.querySelector("canvas");
    const { data } = sheet.getContext("2d").getImageData(0, 0, sheet.width, sheet.height);
    const seen = { red: 0, blue: 0, green: 0 };
    for (let at = 0; at < data.length; at += 4) {
        const [r, g, b, a] = data.subarray(at, at + 4);
        if (a > 60 && r - Math.max(g, b) > 60) seen.red += 1;
        if (a > 60 && b - Math.max(r, g) > 60) seen.blue += 1;
        if (a > 60 && g - Math.max(r, b) > 60) seen.green += 1;
    }
    return seen;
})()"""


@pytest.fixture
def theirs(host):
    """What pyvis's own page draws of a network."""
    if not host.page.evaluate("() => 'vis' in globalThis"):
        host.page.add_script_tag(path=VIS)
    return lambda written, facts=FACTS: host.page.evaluate(THEIRS, [facts, *written])


def in_pyvis_page(net):
    """What pyvis writes in its page: nodes, edges and options, as JSON."""
    html = net.generate_html()
    nodes, edges = re.findall(r"new vis\.DataSet\((.*)\);", html)
    options = re.search(r"var options = (\{.*?\});?\s*\n\s*network = ", html, re.DOTALL)
    return nodes, edges, options[1] if options else "{}"


@pytest.mark.parametrize("name", SHOWN)
def test_pyvis_own_documentation_shows_the_same_nodes_edges_words_and_styles(host, theirs, name):
    written = in_pyvis_page(SHOWN[name]())
    meant = theirs(written)
    words = {str(node["id"]): node["label"] for node in json.loads(written[0])}
    net = SHOWN[name]()
    host.show(editable(net))
    ours = host.facts()
    assert {node["id"]: node["words"] for node in ours["nodes"]} == {one: str(label) for one, label in words.items()}
    for node in (*meant["nodes"], *ours["nodes"]):
        if not isinstance(words[node["id"]], str):
            # pyvis means a number to be read (it makes the id the label); its page leaves it out.
            node.pop("words"), node.pop("font")
    assert in_order(ours) == in_order(meant)
    assert host.canvas("canvas.element.style.backgroundColor") == (
        "rgb(34, 34, 34)" if "thrones" in name else "rgb(255, 255, 255)"
    )


def apart(boxes):
    """Whether no two of these boxes (left, top, width, height) share a point."""
    return all(
        a[0] + a[2] <= b[0] or b[0] + b[2] <= a[0] or a[1] + a[3] <= b[1] or b[1] + b[3] <= a[1]
        for a, b in itertools.combinations(boxes, 2)
    )


def distances(lines):
    return [
        ((a["middle"][0] - b["middle"][0]) ** 2 + (a["middle"][1] - b["middle"][1]) ** 2) ** 0.5
        for a, b in itertools.combinations(lines, 2)
    ]


SMOOTHS = [None, True, False, *({"type": kind} for kind in ("continuous", "curvedCW", "vertical", "cubicBezier"))]
PLACES = [(300, 0), (0, 200), (140, 140), (-140, 140), (-300, 20)]


@pytest.mark.parametrize("smooth", SMOOTHS, ids=str)
def test_lines_of_one_pair_and_their_words_stand_apart_whichever_way_they_run(host, smooth):
    net = Network(directed=True)
    words = ("werk", "familie van vroeger", "terug")
    for place, (x, y) in enumerate(PLACES):
        left, right = f"a{place}", f"b{place}"
        net.add_node(left, x=700 * place, y=0)
        net.add_node(right, x=700 * place + x, y=y)
        own = {} if smooth is None else {"smooth": smooth}
        for label, ends in zip(words, ((left, right), (left, right), (right, left)), strict=True):
            net.add_edge(*ends, label=label, **own)
    host.show(editable(net))
    found = host.canvas(MIDDLES)
    for place in range(len(PLACES)):
        lines = found[3 * place : 3 * place + 3]
        assert [line["label"] for line in lines] == list(words)
        assert min(distances(lines)) > 12
        assert apart([line["words"] for line in lines])
    if smooth is False:
        kinds = "Object.values(canvas.network.body.edges).map((e) => e.edgeType.getViaNode() ?? null)"
        assert set(map(json.dumps, host.canvas(kinds))) == {"null"}


WAYS = """(network) => Object.values(network.body.edges).map(({ fromId, options: { smooth }, edgeType }) => ({
    from: fromId, dynamic: smooth.enabled && smooth.type === "dynamic",
    points: [0.2, 0.5, 0.7].map((part) => edgeType.getPoint(part)).map(({ x, y }) => [Math.round(x), Math.round(y)]),
}))"""
BENDS = ("continuous", "discrete", "diagonalCross", "straightCross", "horizontal", "vertical", "curvedCW", "curvedCCW")
ASKED = [
    *(None, True, False, {}, {"enabled": False}, {"roundness": 0.2}, {"enabled": True, "type": "dynamic"}),
    *({"type": kind} for kind in (*BENDS, "cubicBezier")),
    {"type": "curvedCW", "roundness": 0.8, "enabled": True},
    {"type": "cubicBezier", "forceDirection": "vertical"},
]


@pytest.mark.parametrize("of_all", ASKED, ids=str)
def test_a_line_alone_runs_as_in_vis_network_and_without_physics_a_dynamic_one_straight(host, theirs, of_all):
    net = Network()
    for place, own in enumerate(ASKED):
        net.add_node(f"a{place}", x=300 * place, y=0)
        net.add_node(f"b{place}", x=300 * place + 90 * (place % 3), y=200 - 150 * (place % 2))
        net.add_edge(f"a{place}", f"b{place}", **({} if own is None else {"smooth": own}))
    net.options = {"physics": {"enabled": False}, **({} if of_all is None else {"edges": {"smooth": of_all}})}
    meant = {line["from"]: line for line in theirs(in_pyvis_page(net), WAYS)}
    host.show(editable(net))
    for line in host.canvas(f"({WAYS})(canvas.network)"):
        if meant[line["from"]]["dynamic"]:
            ends = [net.node_map[line["from"]], net.node_map[line["from"].replace("a", "b")]]
            begin, end = ([node["x"], node["y"]] for node in ends)
            straight = [
                [round(a + (b - a) * part) for a, b in zip(begin, end, strict=True)] for part in (0.2, 0.5, 0.7)
            ]
            assert line["points"] == straight
        else:
            assert line["points"] == meant[line["from"]]["points"]


def test_the_colours_of_all_three_lines_and_both_loops_are_seen(host):
    host.show(*(editable(CASES[name], height="400px") for name in ("parallel", "loops")))
    seen = host.canvas(COLOURS)
    assert min(seen.values()) > 150, seen
    loops = host.canvas(COLOURS, place=1)
    assert min(loops["red"], loops["blue"]) > 50, loops


def test_loops_stand_around_their_node_with_their_words(host):
    net = Network()
    net.add_node("A", x=0, y=0)
    net.edges.extend({"from": "A", "to": "A", "label": f"lus nummer {place}"} for place in range(8))
    host.show(editable(net))
    loops = host.canvas(MIDDLES)
    assert min(distances(loops)) > 20
    assert apart([loop["words"] for loop in loops[:6]])
