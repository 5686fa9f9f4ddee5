"""Invented networks of any size, the same each time: for benchmarks and for tests that need many people."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from netwerk_widgets.model.case.entities import Case, Info, Person, Tie
from netwerk_widgets.model.case.geometry import RADII, circle_at, domain_at
from netwerk_widgets.model.case.words import CLOSENESS, DIRECTIONS, MOMENTS, QUALITIES, SUPPORT_KINDS, Domain
from netwerk_widgets.model.edits import AddPerson, perform

SIZES = (20, 150, 2000)
TIES_PER_PERSON = 1.3

_ROLES: Mapping[Domain, tuple[str, ...]] = {
    "family": ("tante", "oom", "nicht", "oma", "zus"),
    "friends": ("vriendin", "vriend", "oude vriend", "maatje"),
    "neighbours": ("buurvrouw", "buurman", "overbuur"),
    "clubs": ("trainer", "koorlid", "teamgenoot"),
    "work_school": ("collega", "chef", "juf", "klasgenoot"),
    "professionals": ("begeleider", "wijkteam", "huisarts"),
    "household": ("zoon", "dochter", "partner", "kat"),
}


@cache
def network(people: int, seed: int = 7) -> Case:
    """A case of this many people, the centre included, and 1.3 ties for each.

    Everybody but the centre has a tie with the centre; the rest of the ties join people to one another, at most
    one a pair. The same size and seed give the same case.

    >>> network(20)
    Case(people=20, ties=26)
    """
    draw = random.Random(f"{seed}/{people}")
    case = perform(Case(), AddPerson("ego", "Linde", circle=0))
    everybody = dict(case.people)
    everybody |= {f"p{n}": _person(n, people, draw) for n in range(2, people + 1)}
    others = list(everybody)[1:]
    ties = {f"t{who}": _tie(f"t{who}", "ego", who, draw) for who in others}
    pairs: set[tuple[str, str]] = set()
    most = len(others) * (len(others) - 1) // 2
    while len(ties) < min(round(people * TIES_PER_PERSON), len(others) + most):
        one, other = sorted(draw.sample(others, 2))
        if (one, other) not in pairs:
            pairs.add((one, other))
            ties[f"b{len(pairs)}"] = replace(_tie(f"b{len(pairs)}", one, other, draw), support=())
    return Case(info=replace(Info(), code=f"bench{people}", last_number=people), people=everybody, ties=ties)


@cache
def crowded(people: int, seed: int = 7) -> Case:
    """A case of this many people as cases are: most of them near, in a few sectors, put there by the program.

    >>> crowded(25)
    Case(people=25, ties=24)
    """
    draw = random.Random(f"crowded/{seed}/{people}")
    case = perform(Case(), AddPerson("ego", "Linde", circle=0))
    for number in range(2, people + 1):
        domain = draw.choices(list(_CROWDS), list(_CROWDS.values()))[0]
        circle = draw.choices((1, 2, 3, 4), (20, 35, 30, 15))[0]
        role = draw.choice((*_ROLES[domain], *_LONG))
        case = perform(case, AddPerson(f"p{number}", role, circle=circle, domain=domain))
    return replace(case, info=replace(case.info, code=f"crowded{people}"))


_CROWDS: Mapping[Domain, int] = {
    "household": 20,
    "family": 30,
    "friends": 15,
    "neighbours": 8,
    "clubs": 5,
    "work_school": 7,
    "professionals": 15,
}
_LONG = ("vriendin van vroeger", "oma van moeders kant")


def _person(number: int, total: int, draw: random.Random) -> Person:
    """Somebody on a spiral that fills the map evenly, so that no two stand in one place."""
    share = (number - 1.5) / (total - 1)
    radius = RADII[0] + 24 + (RADII[4] - 16 - RADII[0] - 24) * math.sqrt(share)
    turn = math.radians(number * 137.50776405)  # the golden angle
    x, y = round(radius * math.sin(turn), 2), round(-radius * math.cos(turn), 2)
    circle, domain = circle_at(x, y), domain_at(x, y)
    role = draw.choice(_ROLES[domain])
    return Person(
        id=f"p{number}",
        number=number,
        role=f"{role} {number}",
        x=x,
        y=y,
        circle=circle,
        domain=domain,
        moment=draw.choice(MOMENTS) if circle == 4 else "now",
        closeness=draw.choice((None, *CLOSENESS)),
        professional=domain == "professionals",
        pet=role == "kat",
        deceased=draw.random() < 0.03,
        sleeping=draw.random() < 0.05,
        unsafe=draw.random() < 0.02,
    )


def _tie(identity: str, source: str, target: str, draw: random.Random) -> Tie:
    said = tuple((kind, draw.choice(DIRECTIONS[:4])) for kind in SUPPORT_KINDS if draw.random() < 0.5)
    return Tie(id=identity, source=source, target=target, quality=draw.choice(QUALITIES), support=said)
