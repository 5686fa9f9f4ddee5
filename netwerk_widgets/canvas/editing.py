"""What can be done to a network: each edit is read, done in pyvis's own lists, and says what the page must be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict, cast

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

from netwerk_widgets.canvas.drawn import (
    CanvasEdge,
    CanvasNode,
    CanvasOptions,
    coordinate,
    drawn_edges,
    drawn_node,
    place_all,
)
from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.ids import Id, Kind, page_id, read_id
from netwerk_widgets.canvas.options import read_background, read_options
from netwerk_widgets.canvas.shared import Item, check_lists, new_edge_id, shared

_FILL = {"color": "#97c2fc"}
"""What pyvis gives a node of no group."""


class Told(TypedDict, total=False):
    """What the page must be told: nodes, edges, and ``gone``, the ids of what goes or is drawn afresh; at first all of it."""

    network: str
    nodes: list[CanvasNode]
    edges: list[CanvasEdge]
    gone: list[str]
    options: CanvasOptions
    background: str


class Editing:
    """A network and what can be done to it; where it cannot, a CanvasError says why and nothing has changed."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.known = shared(network)

    def picture(self) -> Told:
        """All of the network as the page draws it."""
        check_lists(self.network)
        nameless = [edge for edge in self.network.edges if edge.get("id") is None]
        try:
            return self._read()
        except CanvasError:
            self.known.unname(nameless)
            raise

    def _read(self) -> Told:
        net = self.network
        options, background = read_options(net), read_background(net)
        known = self.known.look(net, anew=True)
        of_all = options.get("edges", {})
        nodes = [drawn_node(node) for node in net.nodes]
        edges = [style for pair in known.between.values() for style in drawn_edges(pair, of_all)]
        place_all(net, known)
        places = ({"x": coordinate(node, "x"), "y": coordinate(node, "y")} for node in net.nodes)
        placed = [{**style, **place} for style, place in zip(nodes, places, strict=True)]
        told = {"network": known.name, "nodes": placed, "edges": edges, "options": options, "background": background}
        return cast("Told", told)

    def node(self, identity: Any) -> Item:
        """The node as pyvis keeps it: what is changed in it is changed in the network."""
        found = self.known.look(self.network).nodes.get(page_id(read_id(identity, "node: id")))
        if found is None:
            raise CanvasError("canvas.error.no_node", node=str(identity)[:40])
        return found

    def kind(self, identity: Any, asked: Kind | None) -> Kind:
        """Whether a node or an edge is meant."""
        known, own = self.known.look(self.network), read_id(identity, "id")
        found: list[Kind] = ["node"] if page_id(own) in known.nodes else []
        found += ["edge"] if page_id(own, "edge") in known.edges else []
        if asked is None and len(found) > 1:
            raise CanvasError("canvas.error.which", identity=str(identity)[:40])
        if not found or (asked or found[0]) not in found:
            raise CanvasError("canvas.error.no_node", node=str(identity)[:40])
        return asked or found[0]

    def move(self, moves: Iterable[tuple[Id, float, float]]) -> Told:
        """Give nodes other places."""
        places = [(self.node(identity), x, y) for identity, x, y in moves]
        for node, x, y in places:
            node.update(x=x, y=y)
        return {"nodes": [{"id": page_id(node["id"]), "x": x, "y": y} for node, x, y in places]}

    def add_node(self, identity: Any, label: Any, style: Mapping[str, Any]) -> Told:
        """Add a node; without a place it comes beside the others, which stay where they are."""
        known, net = self.known.look(self.network), self.network
        self._free(read_id(identity, "node: id"), "node")
        beside = {"x": self._right(), "y": 0.0}
        missing = {axis for axis in beside if coordinate({**style, "id": identity}, axis) is None}
        style = {**style, **{axis: beside[axis] for axis in missing}}
        defaults = Node(
            identity, "dot", label or identity, net.font_color, **({} if "group" in style else _FILL)
        ).options
        drawn = drawn_node({**defaults, **style})
        net.add_node(identity, label=label, **style)
        known.added(net)
        return {"nodes": [drawn]}

    def add_edge(self, source: Any, target: Any, style: Mapping[str, Any]) -> tuple[Id, Told]:
        """Add an edge; gives its id too. Several may stand between the same two nodes."""
        self.node(source), self.node(target)
        # pyvis's own add_edge would drop a second edge between this pair where the network is undirected.
        edge: Item = Edge(source, target, self.network.directed, **{"id": new_edge_id(), **style}).options
        identity = read_id(edge["id"], "edge: id")
        self._free(identity, "edge")
        drawn_edges([edge], self._of_all())  # read before anything is done
        self.known.put_in(self.network, edge)
        return identity, self._afresh({self.known.ends(edge)})

    def change(self, identity: Id, kind: Kind, style: Mapping[str, Any]) -> Told:
        """Give a node or an edge another look, label or place; an edge may lead elsewhere."""
        if style.get("id", identity) != identity:
            raise CanvasError.unsupported(f"{kind} {identity!r}: id", style["id"])
        return self._change_node(identity, style) if kind == "node" else self._change_edge(identity, style)

    def remove(self, nodes: Iterable[Id], edges: Iterable[Id]) -> Told:
        """Take out nodes with their edges, and edges."""
        known = self.known.look(self.network)
        ends = dict.fromkeys(page_id(self.node(identity)["id"]) for identity in nodes)
        named = [page_id(identity, "edge") for identity in edges]
        gone = {page_id(edge["id"], "edge"): edge for end in ends for edge in known.at(end)}
        gone |= {page: known.edges[page] for page in named if page in known.edges}
        pairs = {known.ends(edge) for edge in gone.values()}
        known.remove(self.network, ends, gone)
        told = self._afresh(pairs)
        return {**told, "gone": [*ends, *gone, *told["gone"]]}

    def _change_node(self, identity: Id, style: Mapping[str, Any]) -> Told:
        node = self.node(identity)
        for axis in ("x", "y"):
            if axis in style and coordinate({**style, "id": identity}, axis) is None:
                raise CanvasError.unsupported(f"node {identity!r}: {axis}", style[axis])
        before, after = drawn_node(node), drawn_node({**node, **style})
        node.update(style)
        if not _lost(before, after):
            return {"nodes": [after]}
        # The page keeps what it is not told anew. So it draws the node afresh, and with it all that hangs on it.
        told = self._afresh({self.known.ends(edge) for edge in self.known.at(after["id"])})
        return {**told, "nodes": [after], "gone": [after["id"], *told["gone"]]}

    def _change_edge(self, identity: Id, style: Mapping[str, Any]) -> Told:
        known = self.known.look(self.network)
        edge = known.edges[page_id(identity, "edge")]
        after = {**edge, **style}
        self.node(after["from"]), self.node(after["to"])
        drawn_edges([after], self._of_all())  # read before anything is done
        pairs = {known.ends(edge), known.ends(after)}
        if len(pairs) > 1:
            known.take_out(edge)
        edge.update(style)
        if len(pairs) > 1:
            known.put_in(self.network, edge)
        return self._afresh(pairs)

    def _afresh(self, pairs: Iterable[frozenset[str]]) -> Told:
        """The edges between these pairs, drawn anew: where one comes or goes the others make room."""
        of_all, between = self._of_all(), self.known.between
        drawn = [style for pair in pairs for style in drawn_edges(between.get(pair, ()), of_all)]
        return {"edges": drawn, "gone": [style["id"] for style in drawn]}

    def _of_all(self) -> Mapping[str, Any]:
        asked: Mapping[str, Any] = read_options(self.network).get("edges", {})
        return asked

    def _free(self, identity: Id, kind: Kind) -> None:
        known = self.known.look(self.network)
        if page_id(identity, kind) in (known.nodes if kind == "node" else known.edges):
            raise CanvasError("canvas.error.taken", identity=str(identity)[:40])

    def _right(self) -> float:
        """Right of all others."""
        return (
            max((place for n in self.network.nodes if (place := coordinate(n, "x")) is not None), default=-120.0) + 120
        )


def _lost(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether something was asked before, at any depth, that is not asked now."""
    return any(
        name not in after
        or (isinstance(value, Mapping) and not (isinstance(after[name], Mapping) and not _lost(value, after[name])))
        for name, value in before.items()
    )
