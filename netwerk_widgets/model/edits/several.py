"""What is done with several people at once, each as one step: ties among them, copies beside them, a row on one circle."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import INFO_ID, Case, Entity, Person, Tie
from netwerk_widgets.model.case.geometry import beside, on_circle
from netwerk_widgets.model.case.letters import cut, plain
from netwerk_widgets.model.case.placement import standing, wished
from netwerk_widgets.model.case.wishes import as_wished_of
from netwerk_widgets.model.edits import acts
from netwerk_widgets.model.errors import EditError

MOST_BETWEEN = 12
"""Among more people than this nobody sees who is tied to whom: they are tied to one."""

_SAME = ("circle", "domain", "belongs", "moment", "professional", "organisation", "pet", "sleeping", "home")
"""What a copy has of a person: what they are and where they are, and nothing that was said of them."""


def connected(case: Case, edit: acts.Connect) -> Case:
    """The case with ties between these people (:class:`.acts.Connect`).

    Raises:
        EditError: all are tied already, fewer than two were chosen, or too many for ties between all.
    """
    people = list(dict.fromkeys(edit.people))
    for identity in [*people, *filter(None, [edit.hub])]:
        case.get("person", identity)
    if not edit.hub and len(people) > MOST_BETWEEN:
        raise EditError("model.error.too_many_ties", limit=MOST_BETWEEN)
    pairs = [(edit.hub, one) for one in people if one != edit.hub] if edit.hub else [*itertools.combinations(people, 2)]
    if not pairs:
        raise EditError("model.error.nothing_chosen")
    there = {frozenset((tie.source, tie.target)) for tie in case.ties.values() if tie.moment in ("now", edit.moment)}
    ties: dict[str, Entity | None] = {}
    middle = {one.id for one in case.centre}
    for one, other in pairs:
        if frozenset((one, other)) in there:
            continue
        ends = (other, one) if other in middle and one not in middle else (one, other)
        identity = next_id({**case.ties, **ties}, f"t{ends[0]}x{ends[1]}")
        fields = f.read(Tie, {"source": ends[0], "target": ends[1], "moment": edit.moment})
        ties[identity] = Tie(identity, **fields)
    if not ties:
        raise EditError("model.error.already_tied")
    return case.with_entities("tie", ties)


def copied(case: Case, edit: acts.Copy) -> Case:
    """The case with somebody beside each of these who looks like them (:class:`.acts.Copy`).

    Raises:
        EditError: nobody was chosen, somebody in the middle, or an id that is taken.
    """
    if not edit.copies:
        raise EditError("model.error.nothing_chosen")
    new = dict(edit.copies)
    later = f.read(Person, {"moment": edit.moment}) if edit.moment else {}
    for old, identity in edit.copies:
        case = _with_copy(case, cast("Person", case.get("person", old)), identity, later)
    middle = {one.id: one.id for one in case.centre}
    ties: dict[str, Entity | None] = {}
    for tie in case.ties.values():
        ends = [{**middle, **new}.get(end) for end in (tie.source, tie.target)]
        if None in ends or ends == [tie.source, tie.target]:
            continue
        identity = next_id({**case.ties, **ties}, f"t{ends[1] if ends[0] in middle else ends[0]}")
        alike = {name: getattr(tie, name) for name in ("directed", "quality", "weight", "moment")}
        ties[identity] = Tie(identity, source=cast("str", ends[0]), target=cast("str", ends[1]), **{**alike, **later})
    return case.with_entities("tie", ties) if ties else case


def _with_copy(case: Case, person: Person, identity: str, later: Mapping[str, Any]) -> Case:
    if person.circle == w.CENTRE:
        raise EditError("model.error.copy_centre")
    if f.identifier(identity) in case.people:
        raise EditError("model.error.id_taken")
    there = as_wished_of(person) if later else person
    x, y = beside(there.x, there.y, [(one.x, one.y) for one in case.people.values()])
    number = case.info.last_number + 1
    same = {name: getattr(person, name) for name in _SAME}
    role = numbered(person.role, {one.role for one in case.people.values()})
    copy = Person(identity, number, **{**same, "role": role, **standing(x, y), **later})
    info = replace(case.info, **f.read(type(case.info), {"last_number": number}))
    return case.with_entities("info", {INFO_ID: info}).with_entities("person", {identity: copy})


def numbered(role: str, taken: set[str]) -> str:
    """What somebody is called who is the next of that kind.

    >>> numbered("tante", {"tante", "tante 2"})
    'tante 3'
    """
    if not role:
        return ""
    known = {plain(one) for one in taken}
    base = re.sub(r" \d+$", "", role)
    names = (f"{cut(base, 56).rstrip()} {number}" for number in itertools.count(2))
    return next(name for name in names if plain(name) not in known)


def in_a_row(case: Case, people: tuple[str, ...], circle: int, *, wish: bool = False) -> Case:
    """The case with these people on one circle, each in the direction in which they stood; whoever is in the middle stays.

    With ``wish`` nobody moves: it is where the client would like them to stand.
    """
    waiting = set(people)
    for identity in people:
        person = cast("Person", case.get("person", identity))
        if person.circle == w.CENTRE:
            continue
        stands = {one.id: as_wished_of(one) if wish else one for one in case.people.values()}
        taken = [(one.x, one.y) for one in stands.values() if one.id not in waiting]
        waiting.discard(identity)
        x, y = on_circle(circle, stands[identity].x, stands[identity].y, taken)
        where = wished(x, y, person) if wish else standing(x, y, person)
        case = case.with_entities("person", {identity: replace(person, **where)})
    return case


def next_id(taken: Mapping[str, Any], wish: str) -> str:
    """The id that is wished, or one like it where that is taken."""
    wish = wish[:24]
    return wish if wish not in taken else next(n for i in range(len(taken) + 1) if (n := f"{wish}x{i}") not in taken)
