"""Where things are on the map: circles and sectors around the middle, and a free spot in them.

Map units: the middle is (0, 0), x to the right, y downwards, angles clockwise from the top. The widest
circle is out of sight (4). Whoever draws the map takes these figures from here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from netwerk_widgets.model.case.words import CENTRE, CIRCLES, DOMAINS, OUT_OF_SIGHT, Domain

RADII = {CENTRE: 42.0, 1: 120.0, 2: 225.0, 3: 330.0, OUT_OF_SIGHT: 410.0}
"""The outer edge of every circle, in map units; 0 is the centre's own place."""

SECTOR = 360.0 / len(DOMAINS)
APART = 76.0
"""How far apart two persons are put when the program chooses the spot."""
TOUCHING = 62.0
"""Nearer than this the symbols of two persons overlap, where they are drawn as large as can be."""


def circle_at(x: float, y: float) -> int:
    """The circle that this place is in, 1 to 4."""
    distance = math.hypot(x, y)
    return next((circle for circle in CIRCLES if distance <= RADII[circle]), OUT_OF_SIGHT)


def domain_at(x: float, y: float) -> Domain:
    """The sector that this place is in.

    >>> domain_at(10, -100)
    'family'
    """
    return DOMAINS[int((math.degrees(math.atan2(x, -y)) % 360.0) // SECTOR) % len(DOMAINS)]


def within(x: float, y: float) -> tuple[float, float]:
    """The place itself, or the nearest one on the map where it lies beyond the outer edge."""
    distance, edge = math.hypot(x, y), RADII[OUT_OF_SIGHT] - 12
    if distance <= edge:
        return x, y
    return x * edge / distance, y * edge / distance


def spot(circle: int, domain: Domain, taken: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """A place in this circle and sector, away from the places that are taken.

    The same question gets the same answer: a list that adds a person draws the same map twice. Where all
    is full it is the place that is farthest from its nearest neighbour.
    """
    others = list(taken)

    def gap(place: tuple[float, float]) -> float:
        return min((math.dist(place, other) for other in others), default=math.inf)

    places = list(_candidates(circle, domain, _SHARES, _TURNS))
    free = next((place for place in places if gap(place) >= APART), None)
    if free is None and len(others) <= _FEW:
        places += _candidates(circle, domain, _FINE, _FINE)
    return free or max(places, key=gap)


def on_circle(circle: int, x: float, y: float, taken: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """A place in the middle of this circle's ring, in the direction of the given place, or next to that where it is taken.

    >>> on_circle(2, 0, -50, [])
    (0.0, -172.5)
    """
    others, domain = list(taken), domain_at(x, y)
    radius, own = (RADII[circle - 1] + RADII[circle]) / 2, math.degrees(math.atan2(x, -y))
    start = DOMAINS.index(domain) * SECTOR
    turns = sorted((start + SECTOR * step / 60 for step in range(1, 60)), key=lambda turn: _between(turn, own))
    places = [at for turn in (own, *turns) if domain_at(*(at := _at(radius, turn))) == domain]
    for apart in (APART, TOUCHING):
        for place in places:
            if all(math.dist(place, other) >= apart for other in others):
                return place
    return spot(circle, domain, others)


def beside(x: float, y: float, taken: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The nearest free place in the same circle and sector, so that nobody's symbol covers another's.

    >>> math.dist((0, -170), beside(0, -170, [(0, -170)])) < 100
    True
    """
    others, circle, domain = list(taken), circle_at(x, y), domain_at(x, y)
    places = sorted(_candidates(circle, domain, _FINE, _FINE), key=lambda place: math.dist(place, (x, y)))
    free = (place for place in places if all(math.dist(place, other) >= APART for other in others))
    return next(free, None) or spot(circle, domain, others)


def _between(one: float, other: float) -> float:
    """How far two directions are apart, in degrees."""
    return abs((one - other + 180.0) % 360.0 - 180.0)


def _at(radius: float, turn: float) -> tuple[float, float]:
    angle = math.radians(turn)
    return round(radius * math.sin(angle), 1), round(-radius * math.cos(angle), 1)


_SHARES = (0.5, 0.3, 0.7, 0.15, 0.85)
_TURNS = (0.5, 0.3, 0.7, 0.15, 0.85, 0.4, 0.6, 0.22, 0.78)
_FINE = tuple(step / 20 for step in range(2, 19))
"""Where is looked for a place in a circle and along a sector: first with some room around it, then anywhere."""
_FEW = 300
"""Among more people than this no place is much better than another."""


def _candidates(
    circle: int, domain: Domain, shares: tuple[float, ...], turns: tuple[float, ...]
) -> Iterator[tuple[float, float]]:
    if circle == CENTRE:
        yield (0.0, 0.0)
        for step in range(1, 9):
            yield (step * APART, 0.0)
        return
    inner, outer = RADII[circle - 1], RADII[circle]
    start = DOMAINS.index(domain) * SECTOR
    for share in shares:
        radius = inner + (outer - inner) * share
        for turn in turns:
            yield _at(radius, start + SECTOR * turn)
