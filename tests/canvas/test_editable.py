"""Any pyvis network: edits arrive in Python, the network follows, and what is not supported is refused by name."""

import json

import pytest
from pyvis.network import Network

from netwerk_widgets.canvas.editable import EditableNetwork, editable
from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.layout import APART, lay_out


@pytest.fixture
def net():
    network = Network()
    for name in "abc":
        network.add_node(name)
    network.add_edge("a", "b")
    return network


@pytest.fixture
def shown(net, monkeypatch):
    widget = editable(net)
    widget.told = []
    monkeypatch.setattr(EditableNetwork, "send", lambda self, content, buffers=None: self.told.append(content))
    return widget


def from_page(widget, edit, oid="e1"):
    widget._receive(widget, {"kind": "edit", "oid": oid, "edit": edit}, [])
    return widget.told[-1]


def test_a_drag_moves_the_node_in_the_network_and_is_acknowledged(shown, net):
    told = from_page(shown, {"edit": "move", "nodes": [["a", 12.04, -7]]})
    assert (net.node_map["a"]["x"], net.node_map["a"]["y"]) == (12.0, -7.0)
    assert told["kind"] == "change"
    assert told["oids"] == ["e1"]
    assert len(json.dumps(told)) < 300


def test_an_edit_that_brings_bytes_is_refused_and_not_done(shown, net):
    edit = {"edit": "label", "id": "a", "label": "ander"}
    shown._receive(shown, {"kind": "edit", "oid": "e1", "edit": edit}, [memoryview(b"x")])
    assert (shown.told[-1]["kind"], shown.told[-1]["message"]["key"]) == ("refused", "canvas.error.bad_edit")
    assert net.node_map["a"]["label"] == "a"


def test_nodes_and_edges_can_be_added_named_and_removed(shown, net):
    from_page(shown, {"edit": "add_node", "id": "n1", "label": "nieuw", "x": 1, "y": 2})
    from_page(shown, {"edit": "add_edge", "id": "e9", "from": "n1", "to": "a"})
    from_page(shown, {"edit": "add_edge", "id": "e10", "from": "n1", "to": "a"})
    assert [e["id"] for e in net.edges if e["from"] == "n1"] == ["e9", "e10"]
    from_page(shown, {"edit": "label", "id": "n1", "label": "ander"})
    assert net.node_map["n1"]["label"] == "ander"
    told = from_page(shown, {"edit": "remove", "ids": ["n1"]})
    assert "n1" not in net.node_map
    assert set(told["gone"]) == {"n1", "~e9", "~e10"}
    assert len(net.edges) == 1


def test_edits_reach_whoever_listens_after_the_network_followed(shown, net):
    seen = []
    end = shown.on_edit(lambda edit: seen.append((edit["edit"], net.node_map["a"]["x"])))
    from_page(shown, {"edit": "move", "nodes": [["a", 5, 5]]})
    end()
    from_page(shown, {"edit": "move", "nodes": [["a", 6, 6]]})
    assert seen == [("move", 5.0)]


@pytest.mark.parametrize(
    "edit",
    [
        None,
        {},
        {"edit": "move", "nodes": [["nobody", 1, 1]]},
        {"edit": "move", "nodes": [["a", float("nan"), 1]]},
        {"edit": "move", "nodes": [["a", "1", 1]]},
        {"edit": "move", "nodes": [["a", 1]]},
        {"edit": "move", "nodes": [[["a"], 1, 1]]},
        {"edit": "add_node", "id": "a", "label": "dubbel", "x": 0, "y": 0},
        {"edit": "add_node", "id": "z", "label": "z", "x": 0, "y": 0, "onclick": "alert(1)"},
        {"edit": "add_edge", "id": "e", "from": "a", "to": "nobody"},
        {"edit": "explode"},
    ],
)
def test_an_impossible_edit_changes_nothing_and_is_refused_in_words(shown, net, edit):
    before = json.dumps([net.nodes, net.edges])
    told = from_page(shown, edit)
    assert told["kind"] == "refused"
    assert told["message"]["key"].startswith("canvas.error")
    assert json.dumps([net.nodes, net.edges]) == before


def test_python_changes_reach_the_page(shown, net):
    shown.add_node("d", label="dirk")
    assert shown.told[-1]["nodes"][0]["id"] == "d"
    assert shown.told[-1]["nodes"][0]["x"] > max(n["x"] for n in net.nodes if n["id"] != "d")
    edge = shown.add_edge("d", "a")
    shown.change("d", label="D")
    shown.remove(edge)
    assert shown.told[-1]["gone"] == [f"~{edge}"]


def test_a_network_without_positions_gets_one_layout_and_keeps_it(net):
    first = editable(net)
    places = {n["id"]: (n["x"], n["y"]) for n in first.network.nodes}
    assert len(set(places.values())) == 3
    again = editable(net)
    assert {n["id"]: (n["x"], n["y"]) for n in again.network.nodes} == places


def test_given_positions_are_never_touched():
    network = Network()
    network.add_node("a", x=10, y=20)
    network.add_node("b")
    editable(network)
    assert (network.node_map["a"]["x"], network.node_map["a"]["y"]) == (10, 20)
    assert "x" in network.node_map["b"]


def test_physics_is_off_whatever_pyvis_says(shown):
    shown._receive(shown, {"kind": "hello"}, [])
    assert shown.told[-1]["options"]["physics"] is False


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (lambda n: setattr(n, "heading", "<b>x</b>"), "heading"),
        (lambda n: setattr(n, "select_menu", True), "select_menu"),
        (lambda n: setattr(n, "filter_menu", True), "filter_menu"),
        (lambda n: n.show_buttons(), "show_buttons"),
        (lambda n: n.add_node("i", shape="image", image="http://example.org/x.png"), "shape=image"),
        (lambda n: setattr(n, "options", {"manipulation": {"enabled": True}}), "options.manipulation"),
    ],
)
def test_what_is_not_supported_is_refused_by_name(net, spoil, name):
    spoil(net)
    with pytest.raises(CanvasError) as refused:
        editable(net)
    assert name in refused.value.message.text("nl")
    assert name in refused.value.message.text("en")


def test_a_hierarchical_layout_is_refused():
    with pytest.raises(CanvasError, match=r"layout\.hierarchical"):
        editable(Network(layout=True))


def test_repr_is_stable(shown):
    assert repr(shown) == "EditableNetwork(nodes=3, edges=1)"


def test_the_layout_is_the_same_every_time_and_keeps_nodes_apart():
    ids = list(range(40))
    edges = [(i, (i * 7) % 40) for i in ids]
    places = lay_out(ids, edges)
    assert lay_out(ids, edges) == places
    points = list(places.values())
    nearest = min(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for i, a in enumerate(points) for b in points[:i])
    assert nearest > 15


def test_what_hangs_on_nothing_stays_in_sight():
    points = lay_out(list(range(10)), []).values()
    assert max(max(abs(x), abs(y)) for x, y in points) < 4 * APART


def test_thousands_of_nodes_are_laid_out_in_reasonable_time():
    assert len(lay_out(list(range(3000)), [])) == 3000
