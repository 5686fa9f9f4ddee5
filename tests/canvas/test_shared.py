"""Nodes and edges with the same id, several widgets on one network, and listeners that go wrong."""

import copy
import json

import pytest
from pyvis.network import Network

from netwerk_widgets.canvas.builder import empty_network
from netwerk_widgets.canvas.errors import CanvasError
from tests.canvas.pyvis_networks import CASES


@pytest.fixture
def net():
    """Nodes 1, "1" and 2; edges with the ids 1 and "1"."""
    made = Network(directed=True)
    for identity in (1, "1", 2):
        made.add_node(identity, label=f"{identity!r}", x=0, y=0)
    made.edges.extend(
        [{"id": 1, "from": 2, "to": "1", "label": "e1"}, {"id": "1", "from": 1, "to": 2, "label": "e'1'"}]
    )
    return made


def labels(net):
    return {
        (kind, item["id"]): item["label"]
        for kind, items in (("node", net.nodes), ("edge", net.edges))
        for item in items
    }


def on_page(told):
    """What a page shows that heard all of this: by id, every node and edge."""
    shown = {}
    for message in told:
        if message["kind"] == "picture":
            shown = {}
        for identity in message.get("gone", ()):
            shown.pop(identity, None)
        for item in (*message.get("nodes", ()), *message.get("edges", ())):
            shown[item["id"]] = {**shown.get(item["id"], {}), **item}
    return shown


@pytest.mark.parametrize(
    ("page_id", "renamed"),
    [("1", ("node", 1)), ('"1"', ("node", "1")), ("~1", ("edge", 1)), ('~"1"', ("edge", "1"))],
)
def test_renaming_and_removing_hit_what_was_meant(show, from_page, net, page_id, renamed):
    widget = show(net)
    before = labels(net)
    (told,) = from_page(widget, {"edit": "label", "id": page_id, "label": "ander"})
    assert labels(net) == {**before, renamed: "ander"}
    assert {item["label"] for item in (*told.get("nodes", ()), *told.get("edges", ())) if item["id"] == page_id} == {
        "ander"
    }
    (told,) = from_page(widget, {"edit": "remove", "ids": [page_id]})
    assert renamed not in labels(net)
    assert page_id in told["gone"]
    kind, identity = renamed
    hanging = {("edge", 1): {2, "1"}, ("edge", "1"): {1, 2}}
    left = {
        edge
        for edge, ends in hanging.items()
        if kind == "edge" or not any(end is identity or end == identity for end in ends)
    }
    assert set(labels(net)) == {one for one in before if one != renamed and (one[0] == "node" or one in left)}


def test_python_says_which_it_means_or_is_asked(show, net):
    widget = show(net)
    for ambiguous in (lambda: widget.change(1, label="x"), lambda: widget.remove("1")):
        with pytest.raises(CanvasError, match="of="):
            ambiguous()
    widget.change(1, of="node", label="de node")
    widget.change("1", of="edge", label="de band")
    widget.remove(1, of="edge")
    assert labels(net) == {("node", 1): "de node", ("node", "1"): "'1'", ("node", 2): "2", ("edge", "1"): "de band"}
    with pytest.raises(CanvasError):
        widget.change(True, label="x")
    with pytest.raises(CanvasError):
        widget.change(1, of="edge", label="x")


def test_listeners_hear_of_ids_as_the_network_knows_them(show, from_page, net):
    widget, seen = show(net), []
    widget.on_edit(seen.append)
    from_page(widget, {"edit": "move", "nodes": [["1", 1, 2], ['"1"', 3, 4]]})
    from_page(widget, {"edit": "label", "id": "~1", "label": "x"})
    from_page(widget, {"edit": "add_edge", "id": "e9", "from": "1", "to": '"1"'})
    from_page(widget, {"edit": "remove", "ids": ["1", "~1"]})
    assert seen == [
        {"edit": "move", "nodes": [[1, 1.0, 2.0], ["1", 3.0, 4.0]]},
        {"edit": "label", "edge": 1, "label": "x"},
        {"edit": "add_edge", "id": "e9", "from": 1, "to": "1"},
        {"edit": "remove", "nodes": [1], "edges": [1]},
    ]
    assert net.edges == []


def test_number_ids_are_words_and_two_kinds_of_one_are_two_nodes(show, page):
    told = page(show(copy.deepcopy(CASES["number_labels"])))
    assert [node["label"] for node in told["nodes"]] == ["0", "1"]
    told = page(show(copy.deepcopy(CASES["one_and_text_one"])))
    assert {(node["id"], node["label"]) for node in told["nodes"]} == {("1", "een (getal)"), ('"1"', "een (tekst)")}
    assert {told["edges"][0]["from"], told["edges"][0]["to"]} == {"1", '"1"'}


EDITS = [
    {"edit": "move", "nodes": [["a", 5, 6]]},
    {"edit": "add_node", "id": "n", "label": "nieuw", "x": 1, "y": 2},
    {"edit": "add_edge", "id": "f", "from": "n", "to": "a"},
    {"edit": "add_edge", "id": "g", "from": "a", "to": "b"},
    {"edit": "label", "id": "~g", "label": "buren"},
    {"edit": "label", "id": "a", "label": "ander"},
    {"edit": "remove", "ids": ["~g"]},
    {"edit": "remove", "ids": ["n"]},
]


def test_all_widgets_on_a_network_show_what_is_done_in_one_both_ways(show, page, from_page):
    net, other = copy.deepcopy(CASES["parallel"]), copy.deepcopy(CASES["parallel"])
    first, second, elsewhere = show(net), show(net), show(other)
    page(first), page(second)
    for turn, edit in enumerate(EDITS):
        widget, beside = (first, second) if turn % 2 else (second, first)
        heard = len(beside.told)
        (told,) = from_page(widget, edit, oid=f"o{turn}")
        assert told["oids"] == [f"o{turn}"]
        (also,) = beside.told[heard:]
        assert also == {**told, "oids": []}
        assert on_page(second.told) == on_page([page(first)])
    first.add_edge("b", "a", color="red")
    second.change("a", color="green", size=40)
    second.change("a", size=None)
    assert on_page(second.told) == on_page([page(second)])
    assert on_page(first.told)["a"]["color"] == "green"
    assert elsewhere.told == []


def test_a_closed_widget_is_not_told_and_the_others_are(show):
    net = copy.deepcopy(CASES["parallel"])
    first, second = show(net), show(net)
    first.close()
    told = len(first.told)
    second.change("a", label="x")
    assert len(first.told) == told
    assert second.told[-1]["kind"] == "change"


def test_a_listener_that_raises_stops_no_other_and_is_not_kept_quiet(show, from_page, capsys):
    widget, seen = show(copy.deepcopy(CASES["parallel"])), []

    def failing(_edit):
        raise ZeroDivisionError("door nul")

    widget.on_edit(failing)
    widget.on_edit(seen.append)
    widget.on_edit(lambda _edit: {}["weg"])
    told = from_page(widget, {"edit": "move", "nodes": [["a", 5, 6]]})
    assert [message["kind"] for message in told] == ["change", "notice", "notice"]
    assert told[1]["message"]["params"]["error"] == "ZeroDivisionError: door nul"
    assert "failing" in told[1]["message"]["params"]["listener"]
    assert [edit["edit"] for edit in seen] == ["move"]
    shown = capsys.readouterr().err
    assert "ZeroDivisionError: door nul" in shown
    assert "KeyError: 'weg'" in shown


def test_whatever_was_asked_and_is_not_asked_any_more_is_drawn_afresh(show, page):
    net = copy.deepcopy(CASES["parallel"])
    widget = show(net)
    page(widget)
    widget.change("a", font={"size": 40, "color": "green"}, hidden=True)
    assert widget.told[-1].get("gone") is None
    widget.change("a", font={"size": 20}, hidden=None)
    told = widget.told[-1]
    assert set(told["gone"]) == {"a", *(edge["id"] for edge in told["edges"])}
    assert len(told["edges"]) == 3
    assert on_page(widget.told) == on_page([page(widget)])


def test_lines_make_room_for_who_comes_and_take_it_back_when_one_goes(show, page):
    net = copy.deepcopy(CASES["parallel"])
    widget = show(net)
    page(widget)

    def places():
        return sorted(edge["strand"][0] if "strand" in edge else None for edge in page(widget)["edges"])

    ids = [edge["id"] for edge in net.edges]
    assert places() == [-1.0, -1.0, 0.0]  # the third runs the other way: -1 of its own is +1 of theirs
    widget.change(ids[2], hidden=True)
    assert [edge.get("strand") for edge in page(widget)["edges"]] == [[-0.5, 2], [0.5, 2], None]
    widget.remove(ids[2])
    widget.remove(ids[0])
    (edge,) = page(widget)["edges"]
    assert "strand" not in edge
    assert edge["smooth"]["enabled"] is False
    assert on_page(widget.told) == on_page([page(widget)])


def test_an_edge_may_be_led_elsewhere(show, page):
    net = copy.deepcopy(CASES["parallel"])
    widget = show(net)
    page(widget)
    widget.add_node("c")
    widget.change(net.edges[0]["id"], to="c")
    assert on_page(widget.told) == on_page([page(widget)])
    with pytest.raises(CanvasError):
        widget.change(net.edges[0]["id"], to="niemand")
    assert net.edges[0]["to"] == "c"


def test_what_pyvis_adds_is_known_to_the_next_edit(show, from_page):
    net = copy.deepcopy(CASES["parallel"])
    widget = show(net)
    net.add_node("c", x=0, y=0)
    net.nodes.append({"id": "d", "x": 0, "y": 0})
    from_page(widget, {"edit": "move", "nodes": [["c", 5, 6], ["d", 7, 8]]})
    assert [(node["x"], node["y"]) for node in net.nodes[2:]] == [(5.0, 6.0), (7.0, 8.0)]
    from_page(widget, {"edit": "remove", "ids": ["d"]})
    assert [node["id"] for node in net.nodes] == ["a", "b", "c"]


def test_an_id_that_is_free_again_can_be_used_again(show):
    net = empty_network()
    net.add_node("a")
    widget = show(net)
    widget.remove("a")
    widget.add_node("a")
    assert net.node_ids == ["a"]
    with pytest.raises(CanvasError, match="id: a"):
        widget.add_node("a")
    edge = widget.add_edge("a", "a")
    with pytest.raises(CanvasError):
        widget.add_edge("a", "a", id=edge)


def test_an_edit_costs_the_same_in_a_large_network(show, from_page):
    """What is told of one new line does not grow with the network, and neither does what is read for it."""
    net = empty_network()
    for place in range(2000):
        net.add_node(place, x=place, y=0)
    net.edges.extend({"id": place, "from": place, "to": place + 1} for place in range(1999))
    widget = show(net)
    (told,) = from_page(widget, {"edit": "add_edge", "id": "e", "from": "7", "to": "8"})
    assert len(json.dumps(told)) < 1000
    assert [edge["strand"][1] for edge in told["edges"]] == [2, 2]
