"""What a case is: a centre, the persons around it, the ties between them and what was said.

Everything here is frozen. An edit makes a new :class:`Case` that shares all that it left alone with the
old one, so the difference between two cases is found by identity (:mod:`.changes`).
There is no field for a surname, a date of birth, an address or a BSN, and none may be added.
"""

# ruff: noqa: RUF009 -- the functions of .fields make a dataclasses.field, as dataclasses.field itself does

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, cast, get_args

from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.annotations import Annotation, Stroke
from netwerk_widgets.model.case.groups import Group
from netwerk_widgets.model.case.phases import PhaseMark
from netwerk_widgets.model.errors import EditError

Kind = Literal[
    "info", "person", "tie", "version", "compliment", "answer", "annotation", "step", "stroke", "phase", "group"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
INFO_ID = "info"
MEETING = "meeting."
"""What stands before the ``card`` of an answer that a group gave in a meeting: a supposition, a question, advice."""


@dataclass(frozen=True, slots=True)
class Info:
    """The case itself: its code on the outside, what stands in the middle; ``own`` is a professional's own file."""

    id: str = INFO_ID
    code: str = f.text(40)
    practice: bool = f.flag()
    own: bool = f.flag()
    centre_kind: w.CentreKind = f.choice(w.CENTRE_KINDS, "one")
    question: str = f.text(400, lines=True)
    story: str = f.text(4000, lines=True)
    source: str = f.text(120)
    last_number: int = f.number(0, 1_000_000, 0, whole=True)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or a pet) in the network. ``circle`` 0 is the centre, 4 is out of sight.

    ``circle`` is where a person was drawn, ``closeness`` what the client said; neither is ever derived
    from the other. ``x`` and ``y`` are map units from the middle, y downwards (see :mod:`.geometry`).
    ``wish_x`` and ``wish_y`` are where the client would like somebody to stand; without a wish they are None.
    ``domain`` is the sector where somebody stands; ``belongs`` the one of which they are, where that is another: a son who
    is drawn among the neighbours stays family. ``professional_asked``: whether it is still to be asked if somebody who was
    put among the professionals is one, or was answered with no.
    ``number`` makes the neutral label when names are hidden. ``left_out_shared`` and ``unsafe_shared``: the client knows
    of the mark (most often they said it), so it stays in sight while they look along; its reason never does.
    """

    id: str
    number: int = f.number(0, 1_000_000, 0, whole=True)
    role: str = f.text(60)
    x: float = f.number(-1000, 1000, 0.0)
    y: float = f.number(-1000, 1000, 0.0)
    wish_x: float | None = f.number(-1000, 1000, None)
    wish_y: float | None = f.number(-1000, 1000, None)
    circle: int = f.choice((w.CENTRE, *w.CIRCLES), 3)
    domain: w.Domain = f.choice(w.DOMAINS, "family")
    belongs: str = f.choice(("", *w.DOMAINS), "")
    moment: w.Moment = f.choice(w.MOMENTS, "now")
    closeness: int | None = f.choice((None, *w.CLOSENESS), None)
    frequency: str = f.choice(w.FREQUENCIES, "")
    years_known: int | None = f.number(0, 110, None, whole=True)
    age_band: str = f.choice(w.AGE_BANDS, "")
    home: int = f.choice((0, 1, 2), 0)
    professional: bool = f.flag()
    professional_asked: w.Asked = f.choice(w.ASKED, "")
    organisation: str = f.text(80)
    pet: bool = f.flag()
    deceased: bool = f.flag()
    sleeping: bool = f.flag()
    left_out: bool = f.flag()
    left_out_by: str = f.text(80)
    left_out_why: str = f.text(400, lines=True)
    left_out_shared: bool = f.flag()
    unsafe: bool = f.flag()
    unsafe_why: str = f.text(400, lines=True)
    unsafe_shared: bool = f.flag()
    valued_role: str = f.text(120)
    invited_by: w.Inviter = f.choice(w.INVITERS, "")
    notes: str = f.text(4000, lines=True)

    @property
    def kin(self) -> bool:
        """Of the household or the family, and neither a professional nor a pet."""
        return (self.belongs or self.domain) in w.KIN_DOMAINS and not self.professional and not self.pet

    @property
    def formal(self) -> bool:
        """A professional, by their own mark; or by the sector of which they are, until somebody says that they are none."""
        of_them = (self.belongs or self.domain) == w.PROFESSIONALS and self.professional_asked != "no"
        return self.professional or of_them


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two persons, the centre included; several per pair may stand side by side.

    ``support`` reads from the source: *given* is what the source gives to the target. A tie with the
    centre has the centre as its source, so there *given* is what the client gives.
    """

    id: str
    source: str = f.reference()
    target: str = f.reference()
    directed: bool = f.flag()
    quality: w.Quality = f.choice(w.QUALITIES, "ordinary")
    weight: float = f.number(1, 5, 1)
    label: str = f.text(60)
    moment: w.Moment = f.choice(w.MOMENTS, "now")
    support: tuple[tuple[w.SupportKind, w.Direction], ...] = f.mapping(w.SUPPORT_KINDS, w.DIRECTIONS)
    notes: str = f.text(4000, lines=True)

    def direction(self, kind: w.SupportKind) -> w.Direction:
        """Which way this kind of support goes; *not asked* where nobody asked."""
        return dict(self.support).get(kind, "not_asked")


@dataclass(frozen=True, slots=True)
class Version:
    """The map of a day under a name: the case as it was at ``revision``."""

    id: str
    name: str = f.text(80)
    revision: int = f.number(0, 1e12, 0, whole=True)
    at: str = f.text(32)


@dataclass(frozen=True, slots=True)
class Compliment:
    """A bystander's positive view: who, what, when, and which card asked for it."""

    id: str
    person: str = f.reference()
    text: str = f.text(1000, lines=True)
    at: str = f.text(32)
    card: str = f.text(60)
    expectation: bool = f.flag()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a card, a step of a workbook or a part of a board, in the client's words.

    ``mark`` are the ids of what was chosen, by spaces; ``more`` the further texts of a row, by name (:mod:`.board`).
    """

    id: str
    card: str = f.text(60)
    text: str = f.text(4000, lines=True)
    mark: str = f.words(200)
    more: tuple[tuple[str, str], ...] = f.table(12, 1000)
    at: str = f.text(32)
    persons: str = f.text(1000)  # ids, by spaces


@dataclass(frozen=True, slots=True)
class Step:
    """A small step: what somebody will try, with whom, by when, and what came of it."""

    id: str
    text: str = f.text(400)
    person: str = f.reference(optional=True)
    by: str = f.text(32)
    outcome: str = f.text(400)
    done: bool = f.flag()


Entity: TypeAlias = Info | Person | Tie | Version | Compliment | Answer | Annotation | Step | Stroke | PhaseMark | Group

# Both name the same things in the same order.
ENTITIES: Mapping[Kind, type[Entity]] = dict(zip(KINDS, get_args(Entity), strict=True))


@dataclass(frozen=True)
class Case:
    """One person's network with all that was said about it.

    Each collection maps ids to entities, in the order in which they came. They are never altered in
    place: :meth:`with_entities` makes the next case.
    """

    info: Info = field(default_factory=Info)
    people: Mapping[str, Person] = field(default_factory=dict)
    ties: Mapping[str, Tie] = field(default_factory=dict)
    versions: Mapping[str, Version] = field(default_factory=dict)
    compliments: Mapping[str, Compliment] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    annotations: Mapping[str, Annotation] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    strokes: Mapping[str, Stroke] = field(default_factory=dict)
    phases: Mapping[str, PhaseMark] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)

    def collection(self, kind: Kind) -> Mapping[str, Entity]:
        """All entities of one kind, by id."""
        return {INFO_ID: self.info} if kind == "info" else getattr(self, COLLECTIONS[kind])

    def get(self, kind: Kind, identity: str) -> Entity:
        """One entity.

        Raises:
            EditError: it is not (or no longer) in the case.
        """
        try:
            return self.collection(kind)[identity]
        except KeyError:
            raise EditError("model.error.gone") from None

    def with_entities(self, kind: Kind, changed: Mapping[str, Entity | None]) -> Case:
        """The next case, with these entities put in or (``None``) taken out."""
        if kind == "info":
            return dataclasses.replace(self, info=cast("Info", changed[INFO_ID]))
        entities = dict(self.collection(kind))
        for identity, entity in changed.items():
            if entity is None:
                entities.pop(identity, None)
            else:
                entities[identity] = entity
        return dataclasses.replace(self, **cast("dict[str, Any]", {COLLECTIONS[kind]: entities}))

    @property
    def centre(self) -> tuple[Person, ...]:
        """The person or persons in the middle, in the order in which they came.

        By number, since an undone removal puts an entity at the end of its collection.
        """
        members = (person for person in self.people.values() if person.circle == w.CENTRE)
        return tuple(sorted(members, key=lambda person: person.number))

    def tie_with_centre(self, identity: str) -> Tie | None:
        """The tie that carries what was said of the support between the centre and somebody: their first one."""
        middle = {member.id for member in self.centre}
        return next((tie for tie in self.ties_of(identity) if {tie.source, tie.target} & middle), None)

    def ties_of(self, person: str) -> tuple[Tie, ...]:
        """All ties that begin or end at this person."""
        return tuple(tie for tie in self.ties.values() if person in (tie.source, tie.target))

    def __repr__(self) -> str:
        return f"Case(people={len(self.people)}, ties={len(self.ties)})"


# Case names them in the same order, its info first.
COLLECTIONS: Mapping[Kind, str] = dict(
    zip(KINDS[1:], (spec.name for spec in dataclasses.fields(Case)[1:]), strict=True)
)


def encode(entity: Entity) -> dict[str, Any]:
    """An entity as a JSON object: its id and what differs from the default, so that little is written."""
    result: dict[str, Any] = {"id": entity.id}
    for spec in dataclasses.fields(entity):
        value = getattr(entity, spec.name)
        if spec.name != "id" and value != spec.default:
            result[spec.name] = dict(value) if isinstance(value, tuple) else value
    return result


def decode(kind: Kind, data: Mapping[str, Any]) -> Entity:
    """An entity from a JSON object, every field checked.

    Raises:
        EditError: an unknown kind or field, or a value that the field cannot hold.
    """
    if not isinstance(kind, str) or kind not in ENTITIES or not isinstance(data, Mapping):
        raise EditError("model.error.bad_value", field="kind")
    values = {name: value for name, value in data.items() if name != "id"}
    entity = ENTITIES[kind]
    return entity(id=f.identifier(data.get("id")), **f.read(entity, values))
