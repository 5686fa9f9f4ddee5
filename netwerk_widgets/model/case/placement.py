"""Where a hand puts somebody: the place, and the circle and sector that follow from it; or the place that is wished."""

from __future__ import annotations

import math
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


def wished(x: float, y: float, person: Person) -> dict[str, Any]:
    """Where somebody is wished; to wish them where they stand is to wish nothing.

    >>> wished(3, 4, Person("p1", x=1, y=4))
    {'wish_x': None, 'wish_y': None}
    """
    place = f.read(Person, dict(zip("xy", within(finite(x), finite(y)), strict=True)))
    if math.dist((place["x"], place["y"]), (person.x, person.y)) < NO_WISH:
        return {"wish_x": None, "wish_y": None}
    return {"wish_x": place["x"], "wish_y": place["y"]}
