"""Edits: the named acts that make the next case out of this one.

:func:`perform` is a pure function; it gives a new :class:`Case` or raises an error that says what to do,
and then nothing has changed. :func:`read_edit` reads an edit strictly from a JSON object that came from a
browser.

On the wire an edit is ``{"edit": name, ...}`` with the names and fields of the classes below
(``add_person``, ``add``, ``change``, ``remove``, ``place``, ``put``, ``set_support``).
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, TypeAlias

from netwerk_widgets.locale import Message, Someone
from netwerk_widgets.model import fields as f
from netwerk_widgets.model import words as w
from netwerk_widgets.model.case import ENTITIES, INFO_ID, Case, Entity, Kind, Person, Tie
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.geometry import circle_at, domain_at, spot, within

_OWN = {"person": {"number"}, "info": {"last_number", "practice", "code"}}
"""Fields that only the program itself sets, by kind."""


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
    """Add an entity other than a person: a tie, a compliment, an answer, a version..."""

    name: ClassVar[str] = "add"
    kind: Kind
    id: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """Give fields of an entity another value."""

    name: ClassVar[str] = "change"
    kind: Kind
    id: str
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remove:
    """Take entities out; a person goes with their ties. ``ids`` are pairs of kind and id."""

    name: ClassVar[str] = "remove"
    ids: tuple[tuple[Kind, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Move persons on the map; their circle and domain follow from the place, and nothing else does.

    ``moves`` are triples of person, x and y.
    """

    name: ClassVar[str] = "place"
    moves: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Put:
    """Give persons a circle, a domain or both without a drag; the program finds a free spot."""

    name: ClassVar[str] = "put"
    people: tuple[str, ...]
    circle: int | None = None
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class SetSupport:
    """Say of one kind of support which way it goes between the centre and a person.

    *given* is what the client gives. Their first tie carries it; where there is none, one is drawn.
    """

    name: ClassVar[str] = "set_support"
    person: str
    kind: str
    direction: str


Edit: TypeAlias = AddPerson | Add | Change | Remove | Place | Put | SetSupport
EDITS: Mapping[str, type[Edit]] = {
    edit.name: edit for edit in (AddPerson, Add, Change, Remove, Place, Put, SetSupport)
}


def read_edit(data: object) -> Edit:
    """An edit from a JSON object, or an error that says what is wrong with it.

    >>> read_edit({"edit": "put", "people": ["p2"], "circle": 1})
    Put(people=('p2',), circle=1, domain=None)

    Raises:
        EditError: not an edit, an unknown key, a value of another type.
    """
    if not isinstance(data, Mapping) or data.get("edit") not in EDITS:
        raise EditError("model.error.unknown_edit")
    kind = EDITS[data["edit"]]
    names = {spec.name for spec in dataclasses.fields(kind)}
    values = {key: _freeze(value) for key, value in data.items() if key != "edit"}
    unknown = set(values) - names
    if unknown:
        raise EditError("model.error.unknown_field", field=min(map(str, unknown))[:40])
    try:
        return kind(**values)
    except TypeError:
        raise EditError("model.error.unknown_edit") from None


def _freeze(value: Any) -> Any:
    return tuple(_freeze(item) for item in value) if isinstance(value, list) else value


def perform(case: Case, edit: Edit) -> Case:
    """The case after this edit.

    Raises:
        EditError: the edit cannot be done; ``case`` stands as it was.
    """
    try:
        match edit:
            case AddPerson():
                return _add_person(case, edit)
            case Add():
                return _add(case, edit)
            case Change():
                return _change(case, edit)
            case Remove():
                return _remove(case, edit)
            case Place():
                return _place(case, edit)
            case Put():
                return _put(case, edit)
            case SetSupport():
                return _set_support(case, edit)
    except (TypeError, ValueError):
        raise EditError("model.error.unknown_edit") from None


def _add_person(case: Case, edit: AddPerson) -> Case:
    identity = _free_id(case, "person", edit.id)
    number = case.info.last_number + 1
    if edit.x is not None and edit.y is not None:
        x, y = within(_finite(edit.x), _finite(edit.y))
        circle, domain = circle_at(x, y), domain_at(x, y)
    else:
        circle = _one_of(edit.circle, (w.CENTRE, *w.CIRCLES), 3)
        domain = _one_of(edit.domain, w.DOMAINS, "family")
        x, y = spot(circle, domain, _places(case))
    own = {"professional": domain == "professionals"} | _checked("person", edit.fields)
    person = Person(
        **{
            **f.read(Person, {"role": edit.role.strip(), "x": x, "y": y, "circle": circle, "domain": domain}),
            **own,
            "id": identity,
            "number": number,
        }
    )
    case = case.with_entities("info", {INFO_ID: replace(case.info, last_number=number)})
    case = case.with_entities("person", {identity: person})
    if edit.tie and circle in (1, 2, 3) and len(case.centre) > 0:
        tie = Tie(id=f"t{identity}"[:32], source=case.centre[0].id, target=identity, moment=person.moment)
        if tie.id not in case.ties:
            case = case.with_entities("tie", {tie.id: tie})
    return case


def _add(case: Case, edit: Add) -> Case:
    if edit.kind not in ENTITIES or edit.kind in ("person", "info"):
        raise EditError("model.error.bad_value", field="kind")
    identity = _free_id(case, edit.kind, edit.id)
    entity = ENTITIES[edit.kind](id=identity, **_checked(edit.kind, edit.fields))
    return case.with_entities(edit.kind, {identity: _linked(case, entity)})


def _change(case: Case, edit: Change) -> Case:
    if edit.kind not in ENTITIES:
        raise EditError("model.error.bad_value", field="kind")
    entity = case.get(edit.kind, edit.id)
    values = _checked(edit.kind, edit.fields)
    if isinstance(entity, Person) and entity.circle == w.CENTRE and values.get("circle", 0) != w.CENTRE:
        _keep_a_centre(case, {entity.id})
    changed = _linked(case, replace(entity, **values))
    return case if changed == entity else case.with_entities(edit.kind, {edit.id: changed})


def _remove(case: Case, edit: Remove) -> Case:
    gone: dict[Kind, dict[str, Entity | None]] = {}
    for kind, identity in edit.ids:
        if kind not in ENTITIES or kind == "info":
            raise EditError("model.error.bad_value", field="kind")
        case.get(kind, identity)
        gone.setdefault(kind, {})[identity] = None
        if kind == "person":
            gone.setdefault("tie", {}).update({tie.id: None for tie in case.ties_of(identity)})
            gone.setdefault("compliment", {}).update(
                {c.id: None for c in case.compliments.values() if c.person == identity}
            )
    _keep_a_centre(case, set(gone.get("person", {})))
    for kind, entities in gone.items():
        case = case.with_entities(kind, entities)
    return case


def _place(case: Case, edit: Place) -> Case:
    moved: dict[str, Entity | None] = {}
    for identity, raw_x, raw_y in edit.moves:
        person = _person(case, identity)
        x, y = within(_finite(raw_x), _finite(raw_y))
        moved[identity] = replace(person, **f.read(Person, {"x": x, "y": y}), **_standing(person, x, y))
    return case.with_entities("person", moved)


def _standing(person: Person, x: float, y: float) -> dict[str, Any]:
    """The circle and domain that a place gives; whoever is in the centre stays of the centre."""
    if person.circle == w.CENTRE:
        return {}
    return {"circle": circle_at(x, y), "domain": domain_at(x, y)}


def _put(case: Case, edit: Put) -> Case:
    for identity in edit.people:
        person = _person(case, identity)
        circle = _one_of(edit.circle, (w.CENTRE, *w.CIRCLES), person.circle)
        domain = _one_of(edit.domain, w.DOMAINS, person.domain)
        if (circle, domain) == (person.circle, person.domain):
            continue
        if person.circle == w.CENTRE:
            _keep_a_centre(case, {identity})
        x, y = spot(circle, domain, _places(case, but=identity))
        put = replace(person, circle=circle, domain=domain, x=x, y=y)
        case = case.with_entities("person", {identity: put})
    return case


def _set_support(case: Case, edit: SetSupport) -> Case:
    person = _person(case, edit.person)
    kind = _one_of(edit.kind, w.SUPPORT_KINDS, None)
    direction = _one_of(edit.direction, w.DIRECTIONS, None)
    centre = [member.id for member in case.centre]
    if person.id in centre:
        raise EditError("model.error.centre_support")
    tie = next((t for t in case.ties_of(person.id) if {t.source, t.target} & set(centre)), None)
    if tie is None:
        tie = Tie(id=_next_id(case.ties, f"t{person.id}"), source=centre[0], target=person.id)
    if tie.target in centre and direction in ("given", "received"):
        direction = "received" if direction == "given" else "given"
    table = dict(tie.support) | {kind: direction}
    changed = replace(tie, **f.read(Tie, {"support": {k: v for k, v in table.items() if v != "not_asked"}}))
    return case if case.ties.get(tie.id) == changed else case.with_entities("tie", {tie.id: changed})


def describe(case: Case, edit: Edit) -> Message:
    """The edit in a sentence for history and undo, for instance "tante: verplaatst".

    ``case`` is one in which the person or tie still, or already, exists.
    """
    match edit:
        case AddPerson():
            return Message("model.edit.add_person", {"who": Someone(edit.id, edit.role)})
        case Add() | Change():
            return Message(f"model.edit.{edit.name}", {"what": _what(case, edit.kind, edit.id)})
        case Remove():
            return Message("model.edit.remove", {"what": [_what(case, kind, identity) for kind, identity in edit.ids]})
        case Place():
            return Message("model.edit.place", {"who": [_someone(case, move[0]) for move in edit.moves]})
        case Put():
            return Message("model.edit.place", {"who": [_someone(case, identity) for identity in edit.people]})
        case SetSupport():
            return Message("model.edit.set_support", {"who": _someone(case, edit.person)})


def _what(case: Case, kind: Kind, identity: str) -> Message | Someone:
    if kind == "person":
        return _someone(case, identity)
    tie = case.ties.get(identity) if kind == "tie" else None
    if tie is not None:
        return Message("model.tie_between", {"who": [_someone(case, tie.source), _someone(case, tie.target)]})
    return Message(f"model.kind.{kind}")


def _someone(case: Case, identity: str) -> Someone:
    person = case.people.get(identity)
    return Someone(identity, person.role if person else "?")


def _linked(case: Case, entity: Entity) -> Entity:
    """The entity, once what it points at is seen to exist; a tie with the centre begins there."""
    if isinstance(entity, Tie):
        ends = [_person(case, entity.source), _person(case, entity.target)]
        if entity.source == entity.target:
            raise EditError("model.error.tie_to_self")
        if ends[1].circle == w.CENTRE and ends[0].circle != w.CENTRE and not entity.directed:
            return replace(entity, source=entity.target, target=entity.source)
    for link in ("person",):
        target = getattr(entity, link, "")
        if target:
            _person(case, target)
    return entity


def _keep_a_centre(case: Case, leaving: set[str]) -> None:
    if case.centre and leaving and not [member for member in case.centre if member.id not in leaving]:
        raise EditError("model.error.last_centre")


def _person(case: Case, identity: str) -> Person:
    person = case.get("person", identity)
    assert isinstance(person, Person)
    return person


def _checked(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Fields from outside, read strictly; those that only the program sets are refused."""
    own = _OWN.get(kind, set()) & set(values)
    if own:
        raise EditError("model.error.unknown_field", field=min(own))
    return f.read(ENTITIES[kind], values)


def _free_id(case: Case, kind: Kind, identity: str) -> str:
    if f.identifier(identity) in case.collection(kind):
        raise EditError("model.error.id_taken")
    return identity


def _next_id(taken: Mapping[str, Any], wish: str) -> str:
    wish = wish[:24]
    return wish if wish not in taken else next(n for i in range(len(taken) + 1) if (n := f"{wish}x{i}") not in taken)


def _places(case: Case, but: str = "") -> list[tuple[float, float]]:
    return [(person.x, person.y) for person in case.people.values() if person.id != but]


def _one_of(value: Any, options: tuple[Any, ...], default: Any) -> Any:
    if value is None and default is not None:
        return default
    if isinstance(value, bool) or value not in options:
        raise EditError("model.error.bad_value", field=str(value)[:40])
    return value


def _finite(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise EditError("model.error.bad_value", field="x, y")
    return float(value)
