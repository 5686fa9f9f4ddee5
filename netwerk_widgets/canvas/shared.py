"""What all widgets on one network share: who is told of an edit, and which of its nodes and edges is which."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from pyvis.network import Network

from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.ids import page_id, read_id

Item = dict[str, Any]


class Shared:
    """One network's widgets, its revision, and its nodes and edges by the ids of the page.

    The network's own lists stay the truth: where somebody altered them by pyvis, all is looked up anew.
    """

    def __init__(self) -> None:
        self.name = f"network:{uuid.uuid4().hex[:12]}"
        """In the page: what waits to be sent for this network is sent to no other."""
        self.revision = 0
        self.widgets: WeakSet[Any] = WeakSet()
        self.nodes: dict[str, Item] = {}
        self.edges: dict[str, Item] = {}
        self.between: dict[frozenset[str], list[Item]] = {}
        self._seen: tuple[int, ...] = ()

    def tell(self, sender: Any, oid: str, **parts: Any) -> None:
        """Tell all widgets what changed; whoever asked for it knows by its ``oid`` that it is done."""
        self.revision += 1
        for widget in list(self.widgets):
            widget.say("change", rev=self.revision, oids=[oid] if oid and widget is sender else [], **parts)

    def look(self, network: Network, *, anew: bool = False) -> Shared:
        """Know the network as it is now.

        Raises:
            CanvasError: an id is none or stands for two, or an edge leads to nobody; the sentence names it.
        """
        seen = (id(network.nodes), len(network.nodes), id(network.edges), len(network.edges))
        if seen == self._seen and not anew:
            return self
        nodes = _by_id(network.nodes, "node")
        for edge in network.edges:
            if edge.get("id") is None:
                edge["id"] = new_edge_id()
        edges = _by_id(network.edges, "edge")
        between: dict[frozenset[str], list[Item]] = {}
        for edge in network.edges:
            between.setdefault(_ends(edge, nodes), []).append(edge)
        self.nodes, self.edges, self.between, self._seen = nodes, edges, between, seen
        return self

    def unname(self, edges: Iterable[Item]) -> None:
        """Take back the ids that these edges were given: the network is refused, and stays as it was."""
        self._seen = ()
        for edge in edges:
            edge.pop("id", None)

    def ends(self, edge: Mapping[str, Any]) -> frozenset[str]:
        """The two nodes of an edge, or the one of a loop, by the ids of the page."""
        return _ends(edge, self.nodes)

    def put_in(self, network: Network, edge: Item) -> None:
        """Put a new edge, or one that leads elsewhere now, in the network."""
        if page_id(edge["id"], "edge") not in self.edges:
            network.edges.append(edge)
        self.edges[page_id(edge["id"], "edge")] = edge
        self.between.setdefault(self.ends(edge), []).append(edge)
        self._remember(network)

    def take_out(self, edge: Item) -> None:
        """Know no longer where this edge leads; it stays in the network."""
        pair = self.ends(edge)
        left = [one for one in self.between.pop(pair, []) if one is not edge]
        if left:
            self.between[pair] = left

    def added(self, network: Network) -> None:
        """Know the node that was just added to the network."""
        node = network.nodes[-1]
        self.nodes[page_id(node["id"])] = node
        self._remember(network)

    def at(self, node: str) -> Iterator[Item]:
        """The edges that begin or end at this node."""
        return (edge for pair, edges in self.between.items() if node in pair for edge in edges)

    def remove(self, network: Network, nodes: Iterable[str], edges: Iterable[str]) -> None:
        """Take these out of the network."""
        for page in edges:
            edge = self.edges.pop(page)
            self.take_out(edge)
            _drop(network.edges, edge)
        for page in nodes:
            node = self.nodes.pop(page)
            _drop(network.nodes, node)
            if network.node_map.pop(node["id"], None) is not None:
                network.node_ids.remove(node["id"])
        self._remember(network)

    def _remember(self, network: Network) -> None:
        self._seen = (id(network.nodes), len(network.nodes), id(network.edges), len(network.edges))


_ALL: WeakKeyDictionary[Network, Shared] = WeakKeyDictionary()


def shared(network: Network) -> Shared:
    """What the widgets on this network share."""
    return _ALL.setdefault(network, Shared())


def check_lists(network: Network) -> None:
    """See that nodes and edges are what pyvis keeps: lists of dictionaries.

    Raises:
        CanvasError: something else stands there.
    """
    for kind, items in (("node", network.nodes), ("edge", network.edges)):
        if not isinstance(items, list):
            raise CanvasError.unsupported(f"{kind}s", items)
        for item in items:
            if not isinstance(item, dict):
                raise CanvasError.unsupported(kind, item)


def new_edge_id() -> str:
    """An id for an edge that was given none."""
    return f"e{uuid.uuid4().hex[:12]}"


def _ends(edge: Mapping[str, Any], nodes: Mapping[str, Any]) -> frozenset[str]:
    found = []
    for end in ("from", "to"):
        where = f"edge {edge.get('id')!r}: {end}"
        page = page_id(read_id(edge.get(end), where))
        if page not in nodes:
            raise CanvasError.unsupported(where, edge.get(end))
        found.append(page)
    return frozenset(found)


def _by_id(items: Iterable[Item], kind: Any) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for item in items:
        page = page_id(read_id(item.get("id"), f"{kind}: id"), kind)
        if page in found:
            raise CanvasError.unsupported(f"{kind}: id", item["id"])
        found[page] = item
    return found


def _drop(items: list[Item], item: Item) -> None:
    """Take this very item out of a list: another one may be equal."""
    place = next(place for place, one in enumerate(items) if one is item)
    del items[place]
