"""The networks of pyvis's own documentation (README, tutorial, reference, example notebook), built as it says.

``SHOWN`` are those that pyvis draws with nodes and edges only; ``REFUSED`` ask for a menu, a panel of buttons or a file
in DOT as well, and name what the refusal must name.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
from pyvis.network import Network

TABLE = Path(__file__).with_name("pyvis_docs") / "NetworkOfThrones.csv"
DOT = """digraph {
    a [label=12, entity_id=12, entity_class="truck"];
    b [label=7, entity_id=7, entity_class="bike"];
    a -> b [label="dashed edge", style=dashed];
}"""
PHYSICS = """
var options = {
    "physics": {
        "enabled": true,
        "barnesHut": {
            "theta": 0.5, "gravitationalConstant": -2000, "centralGravity": 0.3, "springLength": 200,
            "springConstant": 0.04, "damping": 0.09, "avoidOverlap": 0
        },
        "maxVelocity": 50,
        "minVelocity": 0.1,
        "solver": "barnesHut",
        "stabilization": {
            "enabled": true, "iterations": 1000, "updateInterval": 100, "onlyDynamicEdges": false, "fit": true
        }
    }
}
"""
THREE: dict[str, Any] = {
    "value": [10, 100, 400],
    "title": ["I am node 1", "node 2 here", "and im node 3"],
    "label": ["NODE 1", "NODE 2", "NODE 3"],
    "color": ["#00ff1e", "#162347", "#dd4b39"],
}

SHOWN: dict[str, Callable[[], Network]] = {}
REFUSED: dict[str, tuple[str, Callable[[Path], Network]]] = {}


def shown(make: Callable[[], Network]) -> Callable[[], Network]:
    SHOWN[make.__name__] = make
    return make


def refused(name: str) -> Callable[[Callable[[Path], Network]], Callable[[Path], Network]]:
    def note(make: Callable[[Path], Network]) -> Callable[[Path], Network]:
        REFUSED[make.__name__] = (name, make)
        return make

    return note


@shown
def quick_start() -> Network:
    g = Network()
    g.add_node(0)
    g.add_node(1)
    g.add_edge(0, 1)
    return g


@shown
def tutorial_nodes() -> Network:
    net = Network()
    net.add_node(1, label="Node 1")
    net.add_node(2)
    net.add_nodes(["a", "b", "c", "d"])
    net.add_nodes("hello")
    return net


@shown
def tutorial_properties() -> Network:
    g = Network()
    g.add_nodes([1, 2, 3], x=[21.4, 54.2, 11.2], y=[100.2, 23.54, 32.1], **THREE)
    return g


@shown
def tutorial_edges() -> Network:
    net = Network()
    net.add_node(0, label="a")
    net.add_node(1, label="b")
    net.add_edge(0, 1)
    net.add_edge(0, 1, weight=0.87)
    return net


def cycle() -> nx.Graph:
    graph = nx.cycle_graph(10)
    graph.nodes[1]["title"] = "Number 1"
    graph.nodes[1]["group"] = 1
    graph.nodes[3]["title"] = "I belong to a different group!"
    graph.nodes[3]["group"] = 10
    graph.add_node(20, size=20, title="couple", group=2)
    graph.add_node(21, size=15, title="couple", group=2)
    graph.add_edge(20, 21, weight=5)
    graph.add_node(25, size=25, label="lonely", title="lonely node", group=3)
    return graph


@shown
def tutorial_networkx() -> Network:
    nt = Network("500px", "500px")
    nt.from_nx(cycle())
    return nt


def thrones(**options: Any) -> Network:
    net = Network(height="750px", width="100%", bgcolor="#222222", font_color="white", **options)
    net.barnes_hut()
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            source, target = row["Source"], row["Target"]
            net.add_node(source, source, title=source)
            net.add_node(target, target, title=target)
            net.add_edge(source, target, value=int(row["Weight"]))
    neighbours = net.get_adj_list()
    for node in net.nodes:
        node["title"] += " Neighbors:<br>" + "<br>".join(sorted(neighbours[node["id"]]))
        node["value"] = len(neighbours[node["id"]])
    return net


@shown
def tutorial_thrones() -> Network:
    return thrones()


@shown
def reference_nodes() -> Network:
    nt = Network("500px", "500px")
    nt.add_node(0, label="Node 0")
    nt.add_node(1, label="Node 1", color="blue")
    nt.add_edge(0, 1, value=4)
    nt.toggle_physics(True)
    return nt


@shown
def reference_sizes() -> Network:
    g = Network()
    g.add_nodes([1, 2, 3], size=[2, 4, 6], title=["n1", "n2", "n3"])
    g.add_edges([(1, 2), (2, 3, 5)])
    g.inherit_edge_colors(False)
    g.set_edge_smooth("dynamic")
    return g


def notebook_graph() -> Network:
    g = Network(notebook=True, cdn_resources="in_line")
    g.add_nodes(range(5))
    g.add_edges([(0, 2), (0, 3), (0, 4), (1, 1), (1, 3), (1, 2)])
    return g


@shown
def notebook_first() -> Network:
    return notebook_graph()


@shown
def notebook_tree() -> Network:
    g = notebook_graph()
    g.from_nx(nx.random_labeled_tree(20, seed=11))
    g.toggle_physics(False)
    return g


@shown
def notebook_coordinates() -> Network:
    g = Network(notebook=True, cdn_resources="remote")
    g.add_nodes([1, 2, 3], x=[21.4, 21.4, 21.4], y=[100.2, 223.54, 32.1], **THREE)
    return g


@shown
def notebook_options() -> Network:
    g = notebook_graph()
    g.set_options(PHYSICS)
    return g


@refused("select_menu")
def tutorial_select_menu(_folder: Path) -> Network:
    return thrones(select_menu=True)


@refused("filter_menu")
def tutorial_filter_menu(_folder: Path) -> Network:
    return thrones(filter_menu=True)


@refused("show_buttons")
def tutorial_buttons(_folder: Path) -> Network:
    net = notebook_graph()
    net.show_buttons(filter_=["physics"])
    return net


@refused("filter_menu")
def notebook_custom_properties(_folder: Path) -> Network:
    nt = Network(notebook=True, height="750px", width="100%", cdn_resources="remote", filter_menu=True)
    nt.from_nx(cycle())
    return nt


@refused("from_DOT")
def notebook_dot(folder: Path) -> Network:
    (folder / "test.dot").write_text(DOT, encoding="utf-8")
    net = Network(notebook=True, cdn_resources="in_line")
    net.from_DOT(str(folder / "test.dot"))
    net.set_options(PHYSICS)
    return net


@refused("layout.hierarchical")
def reference_layout(_folder: Path) -> Network:
    net = Network(layout=True)
    net.add_nodes("ab")
    return net
