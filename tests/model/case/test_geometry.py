"""Geometry: circles, sectors and free spots."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.model.case.geometry import APART, RADII, circle_at, domain_at, spot, within
from netwerk_widgets.model.case.words import CIRCLES, DOMAINS, Domain

SPOTS = st.floats(-5000, 5000)


@pytest.mark.parametrize(("distance", "circle"), [(0, 1), (120, 1), (121, 2), (225, 2), (330, 3), (331, 4), (9999, 4)])
def test_the_distance_gives_the_circle(distance: float, circle: int) -> None:
    assert circle_at(0, -distance) == circle


def test_the_sectors_go_clockwise_from_the_top() -> None:
    seen = [domain_at(math.sin(turn), -math.cos(turn)) for turn in (math.tau * (n + 0.5) / 7 for n in range(7))]
    assert tuple(seen) == DOMAINS


@given(SPOTS, SPOTS)
def test_whatever_is_placed_comes_onto_the_map_in_its_own_direction(x: float, y: float) -> None:
    inside = within(x, y)
    assert math.hypot(*inside) <= RADII[4]
    assert within(*inside) == pytest.approx(inside)
    if math.hypot(x, y) > 1:
        assert math.atan2(inside[1], inside[0]) == pytest.approx(math.atan2(y, x))


@given(st.sampled_from(CIRCLES), st.sampled_from(DOMAINS), st.lists(st.tuples(SPOTS, SPOTS), max_size=30))
def test_a_spot_lies_where_it_was_asked(circle: int, domain: Domain, taken: list[tuple[float, float]]) -> None:
    place = spot(circle, domain, taken)
    assert (circle_at(*place), domain_at(*place)) == (circle, domain)
    assert place == spot(circle, domain, taken)


def test_the_first_spots_in_a_sector_keep_apart() -> None:
    taken: list[tuple[float, float]] = []
    for _ in range(3):
        taken.append(spot(3, "family", taken))
    assert min(math.dist(a, b) for i, a in enumerate(taken) for b in taken[:i]) >= APART
