"""The map of now and the wished map, both drawn in one case.

A wish is drawn beside what is, never instead of it: somebody whom the client would like to see elsewhere has a
wished place, and whoever or whatever belongs to later has the moment *soon*. So the wished map needs no copy of
the case, and what is drawn today is in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case, Entity, Person
from netwerk_widgets.model.case.geometry import spot
from netwerk_widgets.model.case.placement import standing
from netwerk_widgets.model.errors import EditError


def as_now(case: Case) -> Case:
    """The case without what belongs to later.

    >>> as_now(Case(people={"p1": Person("p1", moment="soon")}))
    Case(people=0, ties=0)
    """
    later = {person.id for person in case.people.values() if person.moment == "soon"}
    away: dict[str, Entity | None] = dict.fromkeys(later)
    loose: dict[str, Entity | None] = {
        tie.id: None for tie in case.ties.values() if tie.moment == "soon" or {tie.source, tie.target} & later
    }
    return _with(_with(case, "person", away), "tie", loose)


def as_wished(case: Case) -> Case:
    """The case as the client would like it: everybody in their wished place, and what belongs to later is there.

    >>> as_wished(Case(people={"p1": Person("p1", circle=3, wish_x=0, wish_y=-60)})).people["p1"].circle
    1
    """
    people = {person.id: as_wished_of(person) for person in case.people.values()}
    ties = {tie.id: replace(tie, moment="now") for tie in case.ties.values() if tie.moment == "soon"}
    wished = {i: person for i, person in people.items() if person is not case.people[i]}
    return _with(_with(case, "person", wished), "tie", ties)


def wish_of(person: Person) -> tuple[float, float] | None:
    """Where the client would like somebody to stand, where that was said."""
    return None if person.wish_x is None or person.wish_y is None else (person.wish_x, person.wish_y)


def wished_in(case: Case, person: Person, circle: int | None, domain: str | None) -> Person:
    """Somebody wished in a circle, a domain or both, on a free spot there; where they stand already is no wish.

    Whoever is in the middle stays there.

    Raises:
        EditError: no circle around the middle, or no domain.
    """
    if circle == w.CENTRE:
        raise EditError("model.error.bad_value", field="circle")
    there = as_wished_of(person)
    asked = {"circle": there.circle if circle is None else circle, "domain": domain or there.domain}
    goal = replace(person, **f.read(Person, asked))
    if person.circle == w.CENTRE or (goal.circle, goal.domain) == (there.circle, there.domain):
        return person
    if goal == person:
        return replace(person, wish_x=None, wish_y=None)
    taken = [wish_of(one) or (one.x, one.y) for one in case.people.values() if one.id != person.id]
    x, y = spot(goal.circle, goal.domain, taken)
    return replace(person, wish_x=x, wish_y=y)


def as_wished_of(person: Person) -> Person:
    """Somebody as they stand on the wished map.

    >>> as_wished_of(Person("p1", circle=3, moment="soon")).moment
    'now'
    """
    wish = wish_of(person)
    if wish is not None:
        person = replace(person, **standing(*wish, person))
    return replace(person, moment="now") if person.moment == "soon" else person


def _with(case: Case, kind: str, changed: Mapping[str, Entity | None]) -> Case:
    return case.with_entities("person" if kind == "person" else "tie", changed) if changed else case
