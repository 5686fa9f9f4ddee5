"""One version of an easyNWK file as a case: persons where they stood, ties with support and strain."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from netwerk_widgets.exchange.easynwk_file import Alter
from netwerk_widgets.exchange.easynwk_people import EGO, Labels, Register
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case.entities import Case, Info, Person, Tie
from netwerk_widgets.model.case.geometry import RADII, SECTOR, circle_at, domain_at, spot
from netwerk_widgets.model.case.words import AGE_BANDS, CENTRE, DOMAINS, OUT_OF_SIGHT, Domain

HORIZONS = (100 / 3, 200 / 3, 100.0)
"""The outer edges of easyNWK's three circles; beyond the last is out of sight."""

NOTE_LIMIT = 4000
_TOO_NEAR = 24.0
"""Map units under which two people would hide each other; then the program looks for a free spot."""

_WAYS = {1: "given", 2: "received", 3: "both"}
_MONTHS = re.compile(r"monat|woche|month|week|maand", re.IGNORECASE)


def build(
    people: Register, version: int, labels: Labels, answers: Mapping[str, Domain], clean: Callable[[str], str]
) -> Case:
    """The case of one version.

    Args:
        people: who is who.
        version: which version, from 0.
        labels: what people are called.
        answers: the domain of each person asked after.
        clean: takes names out of a note, or leaves it as it is.
    """
    network = people.networks[version]
    persons = {EGO: _person(EGO, network.ego, labels[version, EGO], clean, circle=CENTRE)}
    ties: dict[str, Tie] = {}
    for alter in network.alters:
        who = people.ids[version, alter.key]
        choices = people.choices(alter)
        domain = answers.get(who, choices[0]) if len(choices) > 1 else choices[0]
        where = _place(alter, domain, [(person.x, person.y) for person in persons.values()])
        persons[who] = _person(who, alter, labels[version, who], clean, **where)
        if tie := _tie(who, alter):
            ties[tie.id] = tie
    for one, other in sorted(connections(people, version)):
        ties[f"t{one}x{other}"] = Tie(id=f"t{one}x{other}", source=one, target=other)
    return Case(info=Info(source="easyNWK", last_number=len(people.seen)), people=persons, ties=ties)


def connections(people: Register, version: int) -> set[tuple[str, str]]:
    """The relations between contacts, each once; those that lead nowhere are left out."""
    found = set()
    for first, second in people.networks[version].connections:
        one, other = people.ids.get((version, first)), people.ids.get((version, second))
        if one and other and one != other:
            found.add((min(one, other), max(one, other)))
    return found


def _person(who: str, alter: Alter, label: str, clean: Callable[[str], str], **where: Any) -> Person:
    living = alter.human and not alter.deceased
    fields = {
        "number": int(who[1:]),
        "role": label,
        "age_band": age_band(alter.age),
        "pet": not alter.human,
        "deceased": alter.deceased,
        "sleeping": where["circle"] not in (CENTRE, OUT_OF_SIGHT) and living and not _related(alter),
        "professional": where.get("domain") == "professionals",
        "notes": clean(alter.note)[:NOTE_LIMIT],
        **where,
    }
    return Person(id=who, **f.read(Person, fields))


def _related(alter: Alter) -> bool:
    return alter.edge > 0 or alter.conflict or any((alter.support or {}).values())


def _tie(who: str, alter: Alter) -> Tie | None:
    if not _related(alter):
        return None
    support = {kind: _WAYS[way] for kind, way in (alter.support or {}).items() if way and kind != "linking"}
    fields = {
        "source": EGO,
        "target": who,
        "quality": "strained" if alter.conflict else "ordinary",
        "weight": 2 if alter.edge > 1 else 1,
        "label": Message("easynwk.multiplex").text() if alter.edge > 1 else "",
        "support": support,
    }
    return Tie(id=f"t{who}", **f.read(Tie, fields))


def age_band(age: str) -> str:
    """The band of an age; empty where the text is not one plain age.

    >>> age_band("86"), age_band("27 J."), age_band("1978")
    ('75+', '25-39', '')
    """
    found = re.fullmatch(r"\D{0,12}(\d{1,3})\D{0,12}", age, re.ASCII)
    years = int(found.group(1)) if found else 999
    if years > 120:
        return ""
    if _MONTHS.search(age):
        return AGE_BANDS[1]
    starts = [(int(re.split(r"[-+]", band)[0]), band) for band in AGE_BANDS if band]
    return next(band for start, band in reversed(starts) if years >= start)


def _place(alter: Alter, domain: Domain, taken: list[tuple[float, float]]) -> dict[str, Any]:
    """Where somebody comes to stand: as far from the middle as they stood, as far along the sector as they stood."""
    circle = circle_of(alter.distance)
    if alter.sector is None or alter.angle is None or alter.distance is None:
        x, y = spot(circle, domain, taken)
        return {"x": x, "y": y, "circle": circle, "domain": domain}
    inner, outer = (HORIZONS[circle - 2] if circle > 1 else 0.0), (*HORIZONS, 150.0)[circle - 1]
    depth = min((alter.distance - inner) / (outer - inner), 1.0)
    nearest = RADII[circle - 1] + (30 if circle == 1 else 12)
    radius = nearest + (RADII[circle] - 12 - nearest) * depth
    along = 1 - (alter.angle % 90.0) / 90.0  # theirs run against the clock, ours with it
    turn = math.radians((DOMAINS.index(domain) + 0.1 + 0.8 * along) * SECTOR)
    x, y = round(radius * math.sin(turn), 1), round(-radius * math.cos(turn), 1)
    if any(math.dist((x, y), other) < _TOO_NEAR for other in taken):
        x, y = spot(circle, domain, taken)
    return {"x": x, "y": y, "circle": circle_at(x, y), "domain": domain_at(x, y)}


def circle_of(distance: float | None) -> int:
    """The circle for a distance; the widest within sight where none is known."""
    if not distance or distance < 0:
        return 3
    return next((circle for circle, edge in enumerate(HORIZONS, start=1) if distance <= edge), OUT_OF_SIGHT)
