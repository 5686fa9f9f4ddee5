"""Every value of every option is read before it is drawn, whichever way it comes in; what cannot be drawn is named."""

import copy
import json

import pytest
from pyvis.network import Network

from netwerk_widgets.canvas.editable import editable
from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.styles import EDGE, NODE, UNDRAWN
from tests.canvas.pyvis_networks import CASES

OUTSIDE = "http://192.0.2.1/a.png"

BAD_NODE = {
    "shape": ["image", "circularImage", "icon", "custom", "blob", 3, True],
    "image": [OUTSIDE, "//host/a.png", "data:image/png;base64,AA", {"unselected": OUTSIDE}],
    "brokenImage": [OUTSIDE],
    "icon": [{"face": "Ionicons", "code": "x"}],
    "imagePadding": [3],
    "color": [
        f"url({OUTSIDE})",
        "blauw",
        0,
        ["red"],
        {"background": f"url({OUTSIDE})"},
        {"fill": "red"},
        {"hover": {"border": 1}},
    ],
    "font": [
        f"14px url({OUTSIDE}) red",
        14,
        {"face": f"url({OUTSIDE})"},
        {"size": "big"},
        {"color": 3},
        {"bold": {"size": -1}},
    ],
    "title": [f"<img src={OUTSIDE}>", '<a href="//host">x</a>', f"<p style='background:url({OUTSIDE})'>", ["x"], True],
    "size": ["25", -1, float("nan"), float("inf"), True, [25], 1e9],
    "borderWidth": ["dik", -2],
    "hidden": ["ja", 1],
    "opacity": [2, -0.1, "half"],
    "label": [["a"], {"a": 1}, True, float("nan")],
    "shadow": ["yes", {"color": f"url({OUTSIDE})"}, {"blur": 3}],
    "shapeProperties": [True, {"borderDashes": "x"}, {"borderDashes": [1, -1]}, {"borderDashes": []}],
    "scaling": [5, {"min": "a"}, {"customScalingFunction": "alert(1)"}],
    "widthConstraint": ["wide", {"maximum": float("nan")}],
    "group": [["a"], True],
    "value": ["veel", float("nan")],
    "fixed": ["x", {"x": 1}],
    "chosen": ["no", {"node": "function () {}"}],
    "mass": ["zwaar"],
    "physics": ["aan"],
    "level": ["hoog"],
}
BAD_EDGE = {
    "color": [f"url({OUTSIDE})", 5, {"color": "geen"}, {"inherit": "of"}, {"opacity": 3}],
    "arrows": [
        True,
        "up",
        ["to"],
        {"to": {"type": "image", "src": OUTSIDE}},
        {"to": {"src": OUTSIDE}},
        {"to": {"scaleFactor": "2"}},
    ],
    "dashes": ["-", [], [1, "a"], {"a": 1}],
    "width": ["2", -1, float("nan"), True],
    "smooth": ["dynamic", 1, ["curvedCW"], {"type": "round"}, {"roundness": "veel"}, {"enabled": 1}, {"kind": "x"}],
    "font": [{"align": "left"}, {"face": "a;b"}],
    "title": [f'<img src="{OUTSIDE}">'],
    "hidden": ["true"],
    "selfReference": [20, {"size": -1}, {"angle": "up"}],
    "background": ["red", {"color": f"url({OUTSIDE})"}],
    "length": ["long"],
}


def two():
    net = Network()
    net.add_node("a", x=0, y=0)
    net.add_node("b", x=100, y=0)
    net.add_edge("a", "b", id="e")
    return net


def for_all(kind):
    def ask(net, asked):
        net.options = {kind: asked}
        editable(net)

    return ask


NODE_ENTRANCES = {
    "its own": lambda net, asked: (net.node_map["a"].update(asked), editable(net)),
    "added by pyvis": lambda net, asked: (net.nodes.append({"id": "c", **asked}), editable(net)),
    "options.nodes": for_all("nodes"),
    "options.groups": lambda net, asked: for_all("groups")(net, {"buren": asked}),
    "add_node": lambda net, asked: editable(net).add_node("c", **asked),
    "change": lambda net, asked: editable(net).change("a", **asked),
}
EDGE_ENTRANCES = {
    "its own": lambda net, asked: (net.edges[0].update(asked), editable(net)),
    "added by pyvis": lambda net, asked: (net.edges.append({"from": "a", "to": "b", **asked}), editable(net)),
    "options.edges": for_all("edges"),
    "add_edge": lambda net, asked: editable(net).add_edge("a", "b", **asked),
    "change": lambda net, asked: editable(net).change("e", **asked),
}


def every(bad):
    return [pytest.param(name, value, id=f"{name}={value!r}"[:60]) for name, values in bad.items() for value in values]


def refuses(entrance, name, value):
    net = two()
    with pytest.raises(CanvasError) as refused:
        entrance(net, {name: copy.deepcopy(value)})
    for language in ("nl", "en"):
        assert name in refused.value.message.text(language)
    return net


@pytest.mark.parametrize("entrance", NODE_ENTRANCES)
@pytest.mark.parametrize(("name", "value"), every(BAD_NODE))
def test_what_a_node_cannot_be_is_refused_by_name_at_every_entrance(entrance, name, value):
    refuses(NODE_ENTRANCES[entrance], name, value)


@pytest.mark.parametrize("entrance", EDGE_ENTRANCES)
@pytest.mark.parametrize(("name", "value"), every(BAD_EDGE))
def test_what_an_edge_cannot_be_is_refused_by_name_at_every_entrance(entrance, name, value):
    refuses(EDGE_ENTRANCES[entrance], name, value)


@pytest.mark.parametrize("entrance", ["add_node", "change"])
def test_what_is_refused_later_leaves_the_network_as_it_was(entrance):
    net, before = two(), two()
    for name, values in BAD_NODE.items():
        for value in values:
            with pytest.raises(CanvasError):
                NODE_ENTRANCES[entrance](net, {name: value})
    assert (net.nodes, net.edges, net.node_ids) == (before.nodes, before.edges, before.node_ids)


def test_a_network_that_is_refused_is_as_it_was():
    net, before = Network(), Network()
    for one in (net, before):
        one.add_nodes("ab")
        one.add_edge("a", "b")
        one.edges.append({"from": "a", "to": "b", "dashes": "-"})
    with pytest.raises(CanvasError):
        editable(net)
    assert (net.nodes, net.edges) == (before.nodes, before.edges)


def test_what_pyvis_alone_did_to_a_shown_network_is_read_when_it_is_drawn_again(show, page):
    net = two()
    widget = show(net)
    net.add_node("c", shape="image", image=OUTSIDE)
    told = page(widget)
    assert told["kind"] == "notice"
    assert "shape=image" in told["message"]["params"]["option"]
    assert OUTSIDE not in json.dumps(widget.told)


def test_options_set_later_are_read_before_the_next_line_is_drawn(show):
    net = two()
    widget = show(net)
    net.set_options('{"edges": {"arrows": {"to": {"src": "http://192.0.2.1/a.png"}}}}')
    with pytest.raises(CanvasError, match=r"options\.edges\.arrows\.to\.src"):
        widget.add_edge("a", "b")
    assert len(net.edges) == 1


def test_what_the_page_is_told_is_what_can_be_asked(show, page):
    net = two()
    net.add_node("c", mine=object(), onclick="alert(1)", weight=0.87, x=1, y=1)
    net.edges[0]["weight"] = {"of": "mine"}
    told = page(show(net))
    known = {"id", "x", "y", "from", "to", "strand", *NODE, *EDGE} - UNDRAWN
    assert all(set(item) <= known for item in (*told["nodes"], *told["edges"]))
    assert net.node_map["c"]["weight"] == 0.87


@pytest.mark.parametrize("numbers", ["Fraction", "numpy"])
def test_numbers_of_other_libraries_are_numbers(show, page, numbers):
    made = pytest.importorskip("numpy").int64 if numbers == "numpy" else __import__("fractions").Fraction
    net = two()
    net.node_map["a"].update(size=made(30), value=made(3))
    told = page(show(net))
    assert (told["nodes"][0]["size"], told["nodes"][0]["value"]) == (30, 3)


@pytest.mark.parametrize("place", [float("nan"), float("inf"), -float("inf"), None])
def test_what_is_no_place_gets_one_of_the_layout(show, page, place):
    net = two()
    net.add_node("q", x=place, y=7)
    net.add_edge("a", "q")
    told = page(show(net))
    assert [(-1e6 < node["x"] < 1e6, node["y"]) for node in told["nodes"]][2] == (True, 7.0)
    assert net.node_map["q"]["x"] == told["nodes"][2]["x"]
    assert (net.node_map["a"]["x"], net.node_map["a"]["y"]) == (0, 0)


@pytest.mark.parametrize("place", ["links", [1], True, 1e9, {}])
def test_a_place_that_cannot_be_read_is_refused_by_name(place):
    net = two()
    net.node_map["a"]["x"] = place
    with pytest.raises(CanvasError, match="node 'a': x"):
        editable(net)


def test_the_case_with_an_image_in_its_options_is_refused_by_name():
    with pytest.raises(CanvasError, match=r"options\.nodes\.shape=image"):
        editable(CASES["image_in_options"])
