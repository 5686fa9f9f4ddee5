"""Nodes and edges as the page is told of them: every value read, ids of the page's own, edges beside each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict, cast

from pyvis.network import Network

from netwerk_widgets.canvas.ids import page_id, read_id
from netwerk_widgets.canvas.layout import lay_out
from netwerk_widgets.canvas.shared import Shared
from netwerk_widgets.canvas.strands import lay
from netwerk_widgets.canvas.styles import EDGE, NODE, read_style
from netwerk_widgets.canvas.values import parsed


class CanvasNode(TypedDict):
    """A node as a page draws it, or without a shape what changed of it; all else of its look stands beside these."""

    id: str
    label: NotRequired[str]
    x: float
    y: float
    size: NotRequired[float]


CanvasEdge = TypedDict("CanvasEdge", {"id": str, "from": str, "to": str, "strand": NotRequired[tuple[float, int]]})
"""An edge as a page draws it; ``strand`` is where it lies among the edges of its pair (:mod:`.strands`)."""


class CanvasOptions(TypedDict):
    """What is asked of a network as a whole; ``interaction`` says what may be done to it."""

    interaction: NotRequired[Mapping[str, Any]]


def drawn_node(node: Mapping[str, Any]) -> CanvasNode:
    """A node as it is drawn, with its place where it has one.

    Raises:
        CanvasError: it asks for what the canvas cannot do.
    """
    where = f"node {node['id']!r}"
    style = read_style(node, NODE, where)
    places = {axis: place for axis in ("x", "y") if (place := coordinate(node, axis)) is not None}
    return cast("CanvasNode", {**style, "id": page_id(read_id(node["id"], where)), **places})


def drawn_edges(edges: Sequence[Mapping[str, Any]], of_all: Mapping[str, Any]) -> list[CanvasEdge]:
    """All edges of one pair as they are drawn beside each other; ``of_all`` is what the network asks of all edges.

    Raises:
        CanvasError: one of them asks for what the canvas cannot do.
    """
    styles = []
    for edge in edges:
        where = f"edge {edge['id']!r}"
        ends = {end: page_id(read_id(edge.get(end), f"{where}: {end}")) for end in ("from", "to")}
        styles.append({**read_style(edge, EDGE, where), "id": page_id(edge["id"], "edge"), **ends})
    lay(styles, of_all)
    return cast("list[CanvasEdge]", styles)


def coordinate(node: Mapping[str, Any], axis: str) -> float | None:
    """Where a node stands on this axis, or None: what is no number is no place, and a layout gives it one.

    Raises:
        CanvasError: it is a place that cannot be read, or farther off than anybody would find it.
    """
    place = node.get(axis)
    if place is None or (isinstance(place, float) and not math.isfinite(place)):
        return None
    return float(parsed(place, f"node {node['id']!r}: {axis}"))


def place_all(network: Network, known: Shared) -> None:
    """Give a place to the nodes that have none. What has one keeps it."""
    missing = [node for node in network.nodes if coordinate(node, "x") is None or coordinate(node, "y") is None]
    if not missing:
        return
    order = {page: place for place, page in enumerate(known.nodes)}
    pairs = [(min(pair), max(pair)) for pair in sorted(known.between, key=lambda pair: sorted(order[n] for n in pair))]
    places = lay_out(list(known.nodes), pairs)
    for node in missing:
        for axis, place in zip(("x", "y"), places[page_id(node["id"])], strict=True):
            if coordinate(node, axis) is None:
                node[axis] = place
