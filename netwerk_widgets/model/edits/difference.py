"""What differs between two versions of a case, told in sentences and in what moved on the map.

It is made from the change (:mod:`.changes`), the same that history and undo are made of. A difference counts
nothing and judges nothing: it says what was drawn then and what is drawn now.

>>> from netwerk_widgets.model.case.entities import Case, Person
>>> before = Case(people={"p1": Person("p1", role="buurvrouw", circle=3)})
>>> after = Case(people={"p1": Person("p1", role="buurvrouw", circle=2)})
>>> [line.sentence.text("nl") for line in difference(before, after).lines]
['buurvrouw: van kring 3 naar kring 2.']
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from netwerk_widgets.locale import Message, Someone
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case, Compliment, Person, Step, Tie
from netwerk_widgets.model.case.groups import Group
from netwerk_widgets.model.edits.changes import Change, Changes, diff
from netwerk_widgets.model.edits.description import named, someone
from netwerk_widgets.model.lenses.sight import kind_words, safe

STILL = 6.0
"""Somebody who stands within this distance (map units) of where they stood has not moved."""

_FLAGS = ("professional", "sleeping", "left_out", "deceased", "unsafe")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, the ids of the persons whom it is about, and whether it tells of what the client does not know."""

    people: tuple[str, ...]
    sentence: Message
    private: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: sentences, where people stood who now stand elsewhere, and who came, went or is gone.

    ``came`` are new or back in sight, ``went`` are out of sight but still on the map, ``gone`` are on the map no
    longer; ``were`` gives the place where somebody of both versions stood; ``ties`` are those that differ.
    """

    lines: tuple[Line, ...] = ()
    were: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    gone: tuple[Person, ...] = ()
    ties: tuple[str, ...] = ()

    @property
    def people(self) -> frozenset[str]:
        """Everybody who is spoken of, or stands elsewhere."""
        return frozenset({person for line in self.lines for person in line.people} | set(self.were))


def difference(before: Case, after: Case) -> Difference:
    """What differs between the case as it was and as it is.

    >>> difference(Case(), Case()).lines
    ()
    """
    changes = diff(before, after)
    told = _Telling(before, after, changes)
    people = [cast("tuple[Person | None, Person | None]", (c.before, c.after)) for c in changes if c.kind == "person"]
    both = [(old, new) for old, new in people if old and new]
    return Difference(
        lines=(*told.of_people(), *told.of_ties(), *told.of_groups(), *told.of_steps()),
        were={new.id: (old.x, old.y) for old, new in both if math.dist((old.x, old.y), (new.x, new.y)) > STILL},
        came=tuple(new.id for old, new in people if new and _seen(new) and not (old and _seen(old))),
        went=tuple(new.id for old, new in both if _seen(old) and not _seen(new)),
        gone=tuple(old for old, new in people if old and not new),
        ties=tuple(c.id for c in changes if c.kind == "tie" and c.after),
    )


def _seen(person: Person) -> bool:
    """Within sight on the map, whatever the moment."""
    return person.circle != w.OUT_OF_SIGHT and not person.sleeping and not person.left_out


class _Telling:
    """The sentences about one difference."""

    def __init__(self, before: Case, after: Case, changes: Changes) -> None:
        self.before, self.after, self.changes = before, after, changes
        self.middle = {person.id for case in (before, after) for person in case.centre}
        self.said = (_supports(before, self.middle), _supports(after, self.middle))
        names = [someone(after, person.id) for person in safe(after.centre)]
        self.centre: list[Someone] | Message = names or Message("lenses.the_centre")

    def of_people(self) -> Iterator[Line]:
        """One line for everybody about whom there is something to say, in the order of their numbers."""
        touched = {change.id for change in self.changes if change.kind == "person"}
        for change in self.changes:
            touched |= self._whom(change)
        everybody = {**self.before.people, **self.after.people}
        for identity in sorted(touched & set(everybody), key=lambda one: (everybody[one].number, one)):
            old, new = self.before.people.get(identity), self.after.people.get(identity)
            parts = list(self._person(old, new))
            # What the client does not know of has a line of its own: it is not read to them with the rest.
            unknown = list(_flags(old, new, known=False)) if old and new else []
            for told, private in ((parts, False), (unknown, True)):
                if told:
                    words = {"who": named(everybody[identity]), "what": _joined(told)}
                    yield Line((identity,), Message("difference.line", words), private)

    def _whom(self, change: Change) -> set[str]:
        """Whose line a change of something else belongs in."""
        entities = [entity for entity in (change.before, change.after) if entity is not None]
        if change.kind == "compliment":
            return {cast("Compliment", entity).person for entity in entities}
        if change.kind != "tie":
            return set()
        ends = {end for entity in entities for end in (cast("Tie", entity).source, cast("Tie", entity).target)}
        return ends - self.middle if ends & self.middle else set()

    def _person(self, old: Person | None, new: Person | None) -> Iterator[Message]:
        if new is None:
            if old is not None:
                yield Message("difference.gone")
            return
        if old is None:
            yield Message("difference.came", {"circle": Message(f"model.circle.{new.circle}")})
        else:
            yield from _place(old, new)
        yield from self._support(new.id)
        if old is not None:
            yield from self._bond(new.id)
            yield from _said(old, new)
        yield from self._praise(new.id)

    def _support(self, identity: str) -> Iterator[Message]:
        """Kinds of support that came or went between the centre and this person, each way."""
        old, new = (dict(said.get(identity, {})) for said in self.said)
        for way in ("received", "given"):
            had, has = ({kind for kind, ways in table.items() if way in ways} for table in (old, new))
            for name, found in (("more", has - had), ("less", had - has)):
                if found:
                    kinds = kind_words(kind for kind in w.SUPPORT_KINDS if kind in found)
                    yield Message(f"difference.{way}.{name}", {"kinds": kinds, "centre": self.centre})

    def _bond(self, identity: str) -> Iterator[Message]:
        """What became of the tie with the centre, where it is one tie in both versions."""
        for change in self.changes:
            if change.kind != "tie" or identity not in self._whom(change):
                continue
            old, new = cast("Tie | None", change.before), cast("Tie | None", change.after)
            if old and new and old.quality != new.quality:
                yield Message("difference.bond", _from_to("quality", old.quality, new.quality))
            elif not old or not new:
                yield Message(f"difference.bond.{'came' if new else 'gone'}", {"centre": self.centre})

    def _praise(self, identity: str) -> Iterator[Message]:
        new = [
            change
            for change in self.changes
            if change.kind == "compliment" and not change.before and cast("Compliment", change.after).person == identity
        ]
        if new:
            yield Message(f"difference.praise.{'one' if len(new) == 1 else 'many'}")

    def of_ties(self) -> Iterator[Line]:
        """Ties between people around the centre, both of whom stand on the map now."""
        for change in self.changes:
            if change.kind != "tie":
                continue
            old, new = cast("Tie | None", change.before), cast("Tie | None", change.after)
            tie = new or old
            if tie is None or {tie.source, tie.target} & self.middle:
                continue
            ends = [self.after.people.get(end) for end in (tie.source, tie.target)]
            if None in ends:
                continue  # whoever is gone took the tie along: that is said of them
            who = [named(cast("Person", end)) for end in ends]
            if old and new and old.quality != new.quality:
                words = {"who": who, **_from_to("quality", old.quality, new.quality)}
                yield Line((tie.source, tie.target), Message("difference.tie.changed", words))
            elif not old or not new:
                name = f"difference.tie.{'came' if new else 'gone'}"
                yield Line((tie.source, tie.target), Message(name, {"who": who}))

    def of_groups(self) -> Iterator[Line]:
        """Groups that came or went, and whoever came into one or left it; by who is in them, never by what they are called."""
        for change in self.changes:
            if change.kind != "group":
                continue
            old, new = (cast("Group | None", one) for one in (change.before, change.after))
            had, has = ((one.members if one else "").split() for one in (old, new))
            told = {"came": [] if old else has, "gone": [] if new else had}
            if old and new:
                told = {
                    "joined": [one for one in has if one not in had],
                    "left": [one for one in had if one not in has],
                }
            for name, members in told.items():
                people = [self.after.people[one] for one in members if one in self.after.people]
                if people:
                    words = {"who": [named(person) for person in people]}
                    yield Line(tuple(person.id for person in people), Message(f"difference.group.{name}", words))

    def of_steps(self) -> Iterator[Line]:
        """Small steps that were agreed on, or done."""
        for change in self.changes:
            if change.kind != "step" or change.after is None:
                continue
            old, new = cast("Step | None", change.before), cast("Step", change.after)
            name = "came" if old is None else "done" if new.done and not old.done else ""
            person = self.after.people.get(new.person)
            if name and person:
                yield Line((person.id,), Message(f"difference.step.{name}_with", {"who": named(person)}))
            elif name:
                yield Line((), Message(f"difference.step.{name}"))


def _supports(case: Case, middle: set[str]) -> dict[str, dict[w.SupportKind, set[w.Direction]]]:
    """Which ways each kind of support goes between the centre and everybody, as the centre sees it."""
    said: dict[str, dict[w.SupportKind, set[w.Direction]]] = {}
    for tie in case.ties.values():
        ends = {tie.source, tie.target}
        if not ends & middle or ends <= middle:
            continue
        outward = tie.source in middle
        table = said.setdefault(tie.target if outward else tie.source, {})
        for kind, direction in tie.support:
            if direction == "both":
                table.setdefault(kind, set()).update(("given", "received"))
            elif direction in ("given", "received"):
                table.setdefault(kind, set()).add(direction if outward else w.TURNED[direction])
    return said


def _place(old: Person, new: Person) -> Iterator[Message]:
    if old.moment != new.moment:
        yield Message("difference.moment", _from_to("moment", old.moment, new.moment))
    if old.circle != new.circle:
        words = _from_to("circle", old.circle, new.circle)
        if w.CENTRE in (old.circle, new.circle):
            yield Message(f"difference.middle.{'in' if new.circle == w.CENTRE else 'out'}")
        elif w.OUT_OF_SIGHT in (old.circle, new.circle):
            yield Message(f"difference.sight.{'back' if old.circle == w.OUT_OF_SIGHT else 'away'}", words)
        else:
            yield Message("difference.circle", words)
    if old.domain != new.domain and w.CENTRE not in (old.circle, new.circle):
        yield Message("difference.domain", _from_to("domain", old.domain, new.domain))


def _said(old: Person, new: Person) -> Iterator[Message]:
    """What is written of somebody and now reads otherwise; free text is never put in a sentence."""
    if old.role != new.role:
        yield Message("difference.role")
    for name in ("closeness", "frequency"):
        was, now = getattr(old, name), getattr(new, name)
        if was != now and now:
            yield Message(f"difference.{name}{'.from' if was else ''}", _from_to(name, was or "", now))
    yield from _flags(old, new, known=True)
    if bool(old.valued_role) != bool(new.valued_role):
        yield Message(f"difference.valued.{'on' if new.valued_role else 'off'}")


def _flags(old: Person, new: Person, *, known: bool) -> Iterator[Message]:
    """What became special about somebody or is so no longer: what the client knows of, or what they do not."""
    for flag in _FLAGS:
        was, now = getattr(old, flag), getattr(new, flag)
        if was != now and getattr(new if now else old, f"{flag}_shared", True) == known:
            yield Message(f"difference.{flag}.{'on' if now else 'off'}")


def _from_to(word: str, old: object, new: object) -> dict[str, Message]:
    return {"from": Message(f"model.{word}.{old}"), "to": Message(f"model.{word}.{new}")}


def _joined(parts: list[Message]) -> Message:
    """The parts with commas between them; a list would put "and" between kinds of support and what follows."""
    whole = parts[-1]
    for part in reversed(parts[:-1]):
        whole = Message("difference.and_then", {"first": part, "rest": whole})
    return whole
