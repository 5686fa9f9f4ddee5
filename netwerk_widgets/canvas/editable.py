"""Any pyvis network, editable, two ways.

>>> from pyvis.network import Network
>>> net = Network(); net.add_node("a"); net.add_node("b")
>>> widget = editable(net)                                          # doctest: +SKIP
>>> widget.on_edit(lambda edit: print(edit))                        # doctest: +SKIP
{'edit': 'move', 'nodes': [['a', 12.0, 30.0]]}

The network object follows what is done in the page: after a drag its node has the new ``x`` and ``y``, after an
edge is drawn it is in ``net.edges``. And the page follows Python: :meth:`EditableNetwork.add_node`, ``add_edge``,
``change`` and ``remove`` change both. Several widgets may show one network: each follows what is done in the others.

Everything is read before it is drawn (``styles``, ``options``), whichever way it comes in; what the canvas cannot do
is refused by name, and the network stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pyvis.network import Network

from netwerk_widgets.canvas.editing import Editing, Told
from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.ids import LONGEST, Id, Kind, own_id
from netwerk_widgets.canvas.listeners import Listener, Listeners
from netwerk_widgets.canvas.surface import Surface
from netwerk_widgets.canvas.values import MOST, real
from netwerk_widgets.model.errors import NetwerkError

TEXT_LIMIT = 200


def editable(network: Network, *, height: str = "600px") -> EditableNetwork:
    """Show a pyvis network as a widget in which it can be edited.

    Args:
        network: the network; it is changed in place by what is done in the page.
        height: CSS height of the widget.

    Raises:
        CanvasError: the network asks for what the canvas cannot do; the sentence names it.
    """
    return EditableNetwork(network, height=height)


class EditableNetwork(Surface):
    """A pyvis network on the canvas; the layer under the network map, without anything of social work."""

    def __init__(self, network: Network, *, height: str = "600px") -> None:
        self._editing = Editing(network)
        self._editing.picture()  # refuses now what could not be drawn later
        self.network = network
        self._listeners = Listeners()
        super().__init__(view="canvas", height=height)
        self._editing.known.widgets.add(self)
        self.answers("hello", lambda _content: self._picture())
        self.answers("edit", self._edit)

    def on_edit(self, listener: Listener) -> Callable[[], None]:
        """Call this with every edit made in the page, once the network has followed; gives what ends it.

        Where it raises, the widget says so and the traceback is shown; the other listeners are called all the same.
        """
        return self._listeners.add(listener)

    def add_node(self, identity: Id, label: Any = None, **style: Any) -> None:
        """Add a node; without ``x`` and ``y`` it comes beside the others, which stay where they are.

        Raises:
            CanvasError: there is one with this id, or it asks for what the canvas cannot do.
        """
        self._tell(self._editing.add_node(identity, label, style))

    def add_edge(self, source: Id, target: Id, **style: Any) -> Id:
        """Add an edge and give its id; several may stand between the same two nodes.

        Raises:
            CanvasError: an end is no node, there is one with this id, or it asks for what the canvas cannot do.
        """
        identity, told = self._editing.add_edge(source, target, style)
        self._tell(told)
        return identity

    def change(self, identity: Id, *, of: Kind | None = None, **style: Any) -> None:
        """Give a node or an edge another look, label or place.

        Args:
            identity: its id.
            of: ``"node"`` or ``"edge"``: needed where one of each has this id.
            style: pyvis's own options; None takes one back.

        Raises:
            CanvasError: there is none, or it asks for what the canvas cannot do.
        """
        self._tell(self._editing.change(identity, self._editing.kind(identity, of), style))

    def remove(self, identity: Id, *, of: Kind | None = None) -> None:
        """Take out a node with its edges, or one edge; ``of`` as for :meth:`change`."""
        node = self._editing.kind(identity, of) == "node"
        self._tell(self._editing.remove([identity] if node else [], [] if node else [identity]))

    def close(self) -> None:
        """Take the widget off the page; the network stays, and so does what else shows it."""
        self._editing.known.widgets.discard(self)
        super().close()

    def _picture(self) -> None:
        """What was done to the network by pyvis alone is read here; where it cannot be drawn, the page says why."""
        try:
            picture = self._editing.picture()
        except CanvasError as error:
            self.say("notice", message=error.message.wire(), level="error")
        else:
            self.say("picture", rev=self._editing.known.revision, **picture)

    def _tell(self, told: Told, oid: str = "") -> None:
        self._editing.known.tell(self, oid, **told)

    def _edit(self, content: Mapping[str, Any]) -> None:
        given = content.get("oid")
        oid = given if isinstance(given, str) and len(given) <= 64 else ""
        try:
            edit, told = self._perform(None if content["buffers"] else content.get("edit"))
        except (NetwerkError, TypeError, ValueError) as error:
            message = error.message if isinstance(error, NetwerkError) else CanvasError("canvas.error.bad_edit").message
            self.say("refused", oid=oid, message=message.wire())
            return
        self._tell(told, oid)
        for listener, raised in self._listeners.call(edit):
            message = CanvasError("canvas.error.listener", listener=listener, error=raised).message
            self.say("notice", message=message.wire(), level="error")

    def _perform(self, edit: Any) -> tuple[Mapping[str, Any], Told]:
        """Does an edit of the page; gives it in the network's own ids, and what the page must be told."""
        do = self._editing
        match edit:
            case {"edit": "move", "nodes": [*moves]} if len(edit) == 2:
                places = [(_node(page), _finite(x), _finite(y)) for page, x, y in moves]
                return {"edit": "move", "nodes": [list(place) for place in places]}, do.move(places)
            case {"edit": "add_node", "id": str(new), "label": str(label), "x": x, "y": y} if len(edit) == 5:
                fields = {"label": label[:TEXT_LIMIT], "x": _finite(x), "y": _finite(y)}
                told = do.add_node(_new(new), fields["label"], {"x": fields["x"], "y": fields["y"]})
                return {"edit": "add_node", "id": new, **fields}, told
            case {"edit": "add_edge", "id": str(new), "from": source, "to": target} if len(edit) == 4:
                begin, end = _node(source), _node(target)
                told = do.add_edge(begin, end, {"id": _new(new)})[1]
                return {"edit": "add_edge", "id": new, "from": begin, "to": end}, told
            case {"edit": "label", "id": page, "label": str(label)} if len(edit) == 3:
                kind, identity = own_id(page)
                label = label[:TEXT_LIMIT]
                told = do.change(identity, do.kind(identity, kind), {"label": label})
                return {"edit": "label", kind: identity, "label": label}, told
            case {"edit": "remove", "ids": [*pages]} if len(edit) == 2:
                nodes, edges = _by_kind(pages)
                return {"edit": "remove", "nodes": nodes, "edges": edges}, do.remove(nodes, edges)
        raise CanvasError("canvas.error.bad_edit")

    def __repr__(self) -> str:
        return f"EditableNetwork(nodes={len(self.network.nodes)}, edges={len(self.network.edges)})"


def _node(page: Any) -> Id:
    kind, identity = own_id(page)
    if kind != "node":
        raise CanvasError("canvas.error.bad_edit")
    return identity


def _new(identity: str) -> str:
    if not 1 <= len(identity) <= LONGEST:
        raise CanvasError("canvas.error.bad_edit")
    return identity


def _by_kind(pages: Sequence[Any]) -> tuple[list[Id], list[Id]]:
    found = [own_id(page) for page in pages]
    return [one for kind, one in found if kind == "node"], [one for kind, one in found if kind == "edge"]


def _finite(value: Any) -> float:
    number = real(value)
    if number is None or abs(number) > MOST:
        raise CanvasError("canvas.error.bad_edit")
    return round(float(number), 1)
