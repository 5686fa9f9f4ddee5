"""pyvis as the builder of what the canvas draws: nodes, edges and options."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyvis.network import Network


class _Ids(list[Any]):
    """pyvis keeps its node ids in a list and searches it at every node and edge; this one answers at once."""

    def __init__(self, ids: Iterable[Any] = ()) -> None:
        super().__init__(ids)
        self._known = set(self)

    def append(self, item: Any) -> None:
        super().append(item)
        self._known.add(item)

    def remove(self, item: Any) -> None:
        super().remove(item)
        self._known.discard(item)

    def __contains__(self, item: object) -> bool:
        return item in self._known


def empty_network() -> Network:
    """A pyvis network in which several edges may stand between one pair.

    Undirected, pyvis silently drops a second edge between a pair and compares every edge with all others; so
    it is directed, and an edge without an arrow says so itself (``arrows=""``).
    """
    network = Network(directed=True)
    network.node_ids = _Ids()
    return network
