"""Any pyvis network, editable, two ways.

>>> from pyvis.network import Network
>>> net = Network(); net.add_node("a"); net.add_node("b")
>>> widget = editable(net)                                          # doctest: +SKIP
>>> widget.on_edit(lambda edit: print(edit))                        # doctest: +SKIP
{'edit': 'move', 'nodes': [['a', 12.0, 30.0]]}

The network object follows what is done in the page: after a drag its node has the new ``x`` and ``y``, after an
edge is drawn it is in ``net.edges``. And the page follows Python: :meth:`EditableNetwork.add_node`, ``add_edge``,
``change`` and ``remove`` change both.
"""

from __future__ import annotations

import math
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network

from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.layout import lay_out
from netwerk_widgets.canvas.supported import check, clean_options
from netwerk_widgets.canvas.surface import Surface
from netwerk_widgets.model.errors import NetwerkError

Listener = Callable[[Mapping[str, Any]], None]

TEXT_LIMIT = 200


def editable(network: Network, *, height: str = "600px") -> EditableNetwork:
    """Show a pyvis network as a widget in which it can be edited.

    Args:
        network: the network; it is changed in place by what is done in the page.
        height: CSS height of the widget.

    Raises:
        CanvasError: the network uses an option that the canvas does not support; the sentence names it.
    """
    return EditableNetwork(network, height=height)


class EditableNetwork(Surface):
    """A pyvis network on the canvas; the layer under the network map, without anything of social work."""

    def __init__(self, network: Network, *, height: str = "600px") -> None:
        check(network)
        self.network = network
        self._revision = 0
        self._listeners: list[Listener] = []
        self._oid = ""
        _place(network)
        for edge in network.edges:
            edge.setdefault("id", _edge_id())
        super().__init__(view="canvas", height=height)
        self.answers("hello", lambda _content: self._picture())
        self.answers("edit", self._edit)

    def on_edit(self, listener: Listener) -> Callable[[], None]:
        """Call this with every edit made in the page, once the network has followed; gives what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def add_node(self, identity: str | int, label: str | None = None, **style: Any) -> None:
        """Add a node; without ``x`` and ``y`` it comes beside the others, which stay where they are."""
        if "x" not in style or "y" not in style:
            style = {**style, "x": _right_of(self.network), "y": 0.0}
        self.network.add_node(identity, label=label, **style)
        self._tell(nodes=[self._node(identity)])

    def add_edge(self, source: str | int, target: str | int, **style: Any) -> str:
        """Add an edge and give its id; several may stand between the same two nodes."""
        self._node(source)
        self._node(target)
        style.setdefault("id", _edge_id())
        # pyvis's own add_edge would drop a second edge between this pair where the network is undirected.
        edge: dict[str, Any] = Edge(source, target, self.network.directed, **style).options
        self.network.edges.append(edge)
        self._tell(edges=[edge])
        return str(edge["id"])

    def change(self, identity: str | int, **style: Any) -> None:
        """Give a node or an edge another look, label or place."""
        found = next((e for e in self.network.edges if e["id"] == identity), None)
        item = found if found is not None else self._node(identity)
        item.update(style)
        self._tell(**{"edges" if found is not None else "nodes": [item]})

    def remove(self, identity: str | int) -> None:
        """Take out a node with its edges, or one edge."""
        net = self.network
        gone = [e["id"] for e in net.edges if identity in (e["id"], e["from"], e["to"])]
        net.edges[:] = [e for e in net.edges if e["id"] not in gone]
        if identity in net.node_map:
            net.nodes[:] = [n for n in net.nodes if n["id"] != identity]
            net.node_ids.remove(identity)
            del net.node_map[identity]
            gone.append(identity)
        self._tell(gone=gone)

    def _node(self, identity: Any) -> dict[str, Any]:
        """The node as pyvis keeps it: what is changed in it is changed in the network."""
        node: dict[str, Any] | None = self.network.node_map.get(identity) if isinstance(identity, (str, int)) else None
        if node is None:
            raise CanvasError("canvas.error.no_node", node=str(identity)[:40])
        return node

    def _picture(self) -> None:
        net = self.network
        self.say(
            "picture",
            rev=self._revision,
            nodes=net.nodes,
            edges=net.edges,
            options=clean_options(net),
            directed=net.directed,
            background=net.bgcolor,
        )

    def _tell(self, **parts: Any) -> None:
        self._revision += 1
        self.say("change", rev=self._revision, oids=[self._oid] if self._oid else [], **parts)

    def _edit(self, content: Mapping[str, Any]) -> None:
        oid = content.get("oid")
        self._oid = oid if isinstance(oid, str) and len(oid) <= 64 else ""
        try:
            edit = self._perform(content.get("edit"))
        except (NetwerkError, TypeError, ValueError) as error:
            message = error.message if isinstance(error, NetwerkError) else CanvasError("canvas.error.bad_edit").message
            self.say("refused", oid=self._oid, message=message.wire())
            return
        finally:
            self._oid = ""
        for listener in list(self._listeners):
            listener(edit)

    def _perform(self, edit: Any) -> Mapping[str, Any]:
        match edit:
            case {"edit": "move", "nodes": [*moves]} if len(edit) == 2:
                self._move(moves)
            case {"edit": "add_node", "id": str(), "label": str(), "x": x, "y": y} if len(edit) == 5:
                place = {"x": _finite(x), "y": _finite(y)}
                if edit["id"] in self.network.node_map:
                    raise CanvasError("canvas.error.bad_edit")
                self.network.add_node(edit["id"][:64], label=edit["label"][:TEXT_LIMIT], **place)
                self._tell(nodes=[self._node(edit["id"])])
            case {"edit": "add_edge", "id": str(), "from": source, "to": target} if len(edit) == 4:
                if any(e["id"] == edit["id"] for e in self.network.edges):
                    raise CanvasError("canvas.error.bad_edit")
                self.add_edge(source, target, id=edit["id"][:64])
            case {"edit": "label", "id": identity, "label": str()} if len(edit) == 3:
                self.change(identity, label=edit["label"][:TEXT_LIMIT])
            case {"edit": "remove", "ids": [*ids]} if len(edit) == 2:
                for identity in ids:
                    self.remove(identity)
            case _:
                raise CanvasError("canvas.error.bad_edit")
        return dict(edit)

    def _move(self, moves: Sequence[Any]) -> None:
        places = [(self._node(identity), _finite(x), _finite(y)) for identity, x, y in moves]
        for node, x, y in places:
            node.update(x=x, y=y)
        self._tell(nodes=[{"id": node["id"], "x": x, "y": y} for node, x, y in places])

    def __repr__(self) -> str:
        return f"EditableNetwork(nodes={len(self.network.nodes)}, edges={len(self.network.edges)})"


def _finite(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value) or abs(value) > 1e6:
        raise CanvasError("canvas.error.bad_edit")
    return round(float(value), 1)


def _edge_id() -> str:
    return f"e{uuid.uuid4().hex[:12]}"


def _place(network: Network) -> None:
    """Give a place to a network that has none. Nodes that have one keep it."""
    missing = [node for node in network.nodes if "x" not in node or "y" not in node]
    if not missing:
        return
    edges = [(edge["from"], edge["to"]) for edge in network.edges]
    places = lay_out([node["id"] for node in network.nodes], edges)
    for node in missing:
        node["x"], node["y"] = places[node["id"]]


def _right_of(network: Network) -> float:
    return max((float(node.get("x", 0)) for node in network.nodes), default=-120.0) + 120.0
