"""Ids on their way to the page and back: `1` and `"1"` stay two nodes, and a node is never taken for an edge.

The page knows ids as text only, and nodes and edges in one space. A text goes as it is, a number as its digits; a text
that could be taken for something else goes in quotes, and an edge's id carries a mark in front.
"""

from __future__ import annotations

import json
import numbers
import re
from typing import Any, Literal, TypeAlias

from netwerk_widgets.canvas.errors import CanvasError

Id: TypeAlias = str | int
Kind: TypeAlias = Literal["node", "edge"]

LONGEST = 200
_EDGE = "~"
_NUMBER = re.compile(r"-?\d+")
# What every object in the page has under that name already: a node called so would not be found.
_OBJECTS = frozenset(
    [
        *("__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "constructor"),
        *("hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString", "valueOf"),
    ]
)


def read_id(value: Any, where: str) -> Id:
    """The id as text or whole number; numbers of numpy too.

    Raises:
        CanvasError: it is something else (``True`` would be taken for ``1``); the sentence says where.
    """
    if isinstance(value, str) and len(value) <= LONGEST:
        return value
    if isinstance(value, numbers.Integral) and not isinstance(value, bool):
        return int(value)
    raise CanvasError.unsupported(where, value)


def page_id(identity: Id, kind: Kind = "node") -> str:
    """The id as the page knows it.

    >>> page_id(1), page_id("1"), page_id("oma"), page_id(1, "edge")
    ('1', '"1"', 'oma', '~1')
    """
    return (_EDGE if kind == "edge" else "") + _text(identity)


def own_id(page: Any) -> tuple[Kind, Id]:
    """Of what kind an id from the page is, and the id as the network knows it; the way back of :func:`page_id`.

    Raises:
        CanvasError: no id of ours.
    """
    if not isinstance(page, str):
        raise CanvasError("canvas.error.bad_edit")
    kind: Kind = "edge" if page.startswith(_EDGE) else "node"
    text = page.removeprefix(_EDGE)
    try:
        identity = json.loads(text) if text.startswith('"') else int(text) if _NUMBER.fullmatch(text) else text
    except ValueError:
        identity = None
    if not isinstance(identity, (str, int)) or page_id(identity, kind) != page:
        raise CanvasError("canvas.error.bad_edit")
    return kind, identity


def _text(identity: Id) -> str:
    if isinstance(identity, int):
        return str(identity)
    plain = identity and identity[0] not in f'"{_EDGE}' and identity not in _OBJECTS and not _NUMBER.fullmatch(identity)
    return identity if plain else json.dumps(identity)
