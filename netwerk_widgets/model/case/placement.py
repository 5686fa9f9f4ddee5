"""Where a hand puts somebody: the place, and the circle and sector that follow from it; or the place that is wished."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Person
from netwerk_widgets.model.case.geometry import circle_at, domain_at, within
from netwerk_widgets.model.edits.acts import finite

NO_WISH = 12.0
"""Closer than this (map units) to where somebody stands, a hand meant to put them back."""


def standing(x: float, y: float, person: Person | None = None) -> dict[str, Any]:
    """A place, and the circle and domain that it gives; whoever is in the centre stays of the centre.

    >>> standing(0, -160)["circle"]
    2
    """
    place = f.read(Person, dict(zip("xy", within(finite(x), finite(y)), strict=True)))
    if person is not None and person.circle == w.CENTRE:
        return place
    return place | {"circle": circle_at(**place), "domain": domain_at(**place)}


def settled(before: Person | None, person: Person) -> Person:
    """Somebody as they are after an edit: who stands in another sector now stays of the one where they were drawn.

    Whoever came among the professionals, or is wished there, and is not marked as one, is to be asked about; once, for
    no stands as an answer, and so does taking the mark away.

    >>> before = Person("p1", domain="family")
    >>> settled(before, replace(before, domain="professionals"))
    Person(id='p1', ...
    """
    belongs = person.belongs
    if before is not None and before.circle != w.CENTRE and before.domain != person.domain and not belongs:
        belongs = before.domain
    if belongs == person.domain:
        belongs = ""
    asked = _asked(before, person)
    same = (belongs, asked) == (person.belongs, person.professional_asked)
    return person if same else replace(person, belongs=belongs, professional_asked=asked)


def _asked(before: Person | None, person: Person) -> w.Asked:
    asked = person.professional_asked
    if person.professional:
        return ""
    if before is not None and before.professional and w.PROFESSIONALS in (person.belongs, person.domain):
        return "no"
    if not _among_professionals(person) or person.pet:
        return "" if asked == "open" else asked
    came = before is not None and not _among_professionals(before)
    return "open" if came and not asked else asked


def _among_professionals(person: Person) -> bool:
    if person.circle == w.CENTRE:
        return False
    wish = None if person.wish_x is None or person.wish_y is None else domain_at(person.wish_x, person.wish_y)
    return w.PROFESSIONALS in (person.domain, wish)


def wished(x: float, y: float, person: Person) -> dict[str, Any]:
    """Where somebody is wished; to wish them where they stand is to wish nothing.

    >>> wished(3, 4, Person("p1", x=1, y=4))
    {'wish_x': None, 'wish_y': None}
    """
    place = f.read(Person, dict(zip("xy", within(finite(x), finite(y)), strict=True)))
    if math.dist((place["x"], place["y"]), (person.x, person.y)) < NO_WISH:
        return {"wish_x": None, "wish_y": None}
    return {"wish_x": place["x"], "wish_y": place["y"]}
