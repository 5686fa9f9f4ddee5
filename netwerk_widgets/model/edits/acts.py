"""The named acts by which somebody alters a case, and how they are read from a browser's message.

On the wire an act is ``{"edit": name, ...}`` with the names and fields of the classes below
(``add_person``, ``add``, ``change``, ``change_people``, ``remove``, ``place``, ``put``, ``connect``, ``copy``,
``set_support``, ``name``).
:func:`read_edit` looks at the shape alone; whether an act can be done is for :mod:`.perform` to say.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from netwerk_widgets.model.case.entities import Kind
from netwerk_widgets.model.errors import EditError


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Put a new person on the map: at a place (``x``, ``y``), or anywhere in a circle and sector.

    With ``tie`` a person within sight gets an ordinary tie with the centre.
    """

    name: ClassVar[str] = "add_person"
    id: str
    role: str
    x: float | None = None
    y: float | None = None
    circle: int | None = None
    domain: str | None = None
    tie: bool = True
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Add:
    """Add an entity other than a person: a tie, a compliment, an answer, a version...

    ``beside`` says of a place that has one answer which ones were known there: where another wrote the first words
    meanwhile, theirs stand, and these are not put beside them unseen.
    """

    name: ClassVar[str] = "add"
    kind: Kind
    id: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    beside: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Give fields of an entity another value.

    Where a person's circle or domain is among them the program finds a free spot there; where ``x`` and
    ``y`` are, circle and domain follow from the place. ``was`` holds what stood in fields when somebody began to write
    there: an edit that arrives late is not put over what another wrote meanwhile.
    """

    name: ClassVar[str] = "change"
    kind: Kind
    id: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    was: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChangePeople:
    """Give the same fields of several persons the same value, as one step."""

    name: ClassVar[str] = "change_people"
    people: tuple[str, ...]
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remove:
    """Take entities out. ``ids`` are pairs of kind and id.

    A person goes with their ties and compliments; whatever goes takes the notes pinned on it along.
    """

    name: ClassVar[str] = "remove"
    ids: tuple[tuple[Kind, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Move persons on the map; their circle and domain follow from the place, and nothing else does.

    ``moves`` are triples of person, x and y. With ``wished`` nobody moves: it is where the client would like
    them to stand, and a wish at the place where somebody stands already is none.
    """

    name: ClassVar[str] = "place"
    moves: tuple[tuple[str, float, float], ...]
    wished: bool = False


@dataclass(frozen=True, slots=True)
class Put:
    """Give persons a circle, a domain or both without a drag; the program finds a free spot.

    Several who get a circle alone stand in a row on it, each in the direction in which they stood.

    With ``wished`` nobody moves: it is where the client would like them to stand. Whoever is in the middle stays there.
    """

    name: ClassVar[str] = "put"
    people: tuple[str, ...]
    circle: int | None = None
    domain: str | None = None
    wished: bool = False


@dataclass(frozen=True, slots=True)
class Connect:
    """Draw an ordinary tie between all of these people; with ``hub`` between each of them and that one alone.

    A pair that has a tie already keeps it and gets no second one.
    """

    name: ClassVar[str] = "connect"
    people: tuple[str, ...]
    hub: str = ""
    moment: str = "now"


@dataclass(frozen=True, slots=True)
class Copy:
    """Put somebody like each of these beside them, with ties of the same kind to the centre and among the new ones.

    ``copies`` are pairs of a person and the id of the new one. What was said of somebody, or noted, is not copied: the
    new one is another person of whom nobody said anything yet. ``moment`` is theirs where it is given.
    """

    name: ClassVar[str] = "copy"
    copies: tuple[tuple[str, str], ...]
    moment: str = ""


@dataclass(frozen=True, slots=True)
class SetSupport:
    """Say of one kind of support which way it goes between the centre and a person.

    *given* is what the client gives. Their first tie carries it; where there is none, one is drawn.
    """

    name: ClassVar[str] = "set_support"
    person: str
    kind: str
    direction: str


@dataclass(frozen=True, slots=True)
class Name:
    """Link an answer to a person, or with ``named`` false let them go from it; whoever is named in its words stays so."""

    name: ClassVar[str] = "name"
    answer: str
    person: str
    named: bool = True


Edit: TypeAlias = AddPerson | Add | Change | ChangePeople | Remove | Place | Put | Connect | Copy | SetSupport | Name
EDITS: Mapping[str, type[Edit]] = {
    edit.name: edit
    for edit in (AddPerson, Add, Change, ChangePeople, Remove, Place, Put, Connect, Copy, SetSupport, Name)
}


def read_edit(data: object) -> Edit:
    """An edit from a JSON object, or an error that says what is wrong with it.

    >>> read_edit({"edit": "put", "people": ["p2"], "circle": 1})
    Put(people=('p2',), circle=1, domain=None, wished=False)

    Raises:
        EditError: not an edit, an unknown key, a value of another type.
    """
    if not isinstance(data, Mapping):
        raise EditError("model.error.unknown_edit")
    name = data.get("edit")
    if not isinstance(name, str) or name not in EDITS:
        raise EditError("model.error.unknown_edit")
    known = {spec.name for spec in dataclasses.fields(EDITS[name])}
    values = {}
    for key, value in data.items():
        if key == "edit":
            continue
        if key not in known:
            raise EditError("model.error.unknown_field", field=str(key)[:40])
        values[key] = _read(key, value)
    try:
        return EDITS[name](**values)
    except TypeError:  # a field that must be there is not
        raise EditError("model.error.unknown_edit") from None


def _read(key: str, value: object) -> Any:
    try:
        return _SHAPES[key](value)
    except TypeError:
        raise EditError("model.error.bad_value", field=key) from None


def finite(value: object) -> float:
    """A number that a map can use.

    Raises:
        TypeError: not a number, infinite, or beyond all measure.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not -1e9 < value < 1e9:
        raise TypeError
    if not math.isfinite(value):
        raise TypeError
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _table(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise TypeError
    return value


def _maybe(check: Callable[[object], Any]) -> Callable[[object], Any]:
    return lambda value: None if value is None else check(value)


def _row(*checks: Callable[[object], Any]) -> Callable[[object], tuple[Any, ...]]:
    def check(value: object) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)) or len(value) != len(checks):
            raise TypeError
        return tuple(each(item) for each, item in zip(checks, value, strict=True))

    return check


def _many(check: Callable[[object], Any]) -> Callable[[object], tuple[Any, ...]]:
    def every(value: object) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise TypeError
        return tuple(check(item) for item in value)

    return every


def _circle(value: object) -> int:
    number = finite(value)
    if not number.is_integer():
        raise TypeError
    return int(number)


_SHAPES: Mapping[str, Callable[[object], Any]] = {
    "id": _text,
    "kind": _text,
    "role": _text,
    "person": _text,
    "answer": _text,
    "named": _yes_or_no,
    "direction": _text,
    "domain": _maybe(_text),
    "x": _maybe(finite),
    "y": _maybe(finite),
    "circle": _maybe(_circle),
    "tie": _yes_or_no,
    "wished": _yes_or_no,
    "hub": _text,
    "moment": _text,
    "copies": _many(_row(_text, _text)),
    "fields": _table,
    "was": _table,
    "beside": _maybe(_many(_text)),
    "ids": _many(_row(_text, _text)),
    "moves": _many(_row(_text, finite, finite)),
    "people": _many(_text),
}
"""The shape of each field of an act; the same name means the same thing in every act."""
