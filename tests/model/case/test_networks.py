"""The invented networks that the benchmarks draw are such as the model makes."""

from __future__ import annotations

import pytest

from netwerk_widgets.model.case.entities import decode, encode
from netwerk_widgets.model.case.words import DOMAINS
from netwerk_widgets.model.lenses import LOOKS, look
from tests.benchmarks.networks import SIZES, network


@pytest.mark.parametrize("size", SIZES)
def test_a_network_is_whole_and_the_same_each_time(size: int) -> None:
    case = network(size)
    assert (len(case.people), len(case.ties)) == (size, round(size * 1.3))
    assert network.__wrapped__(size) == case
    assert {person.domain for person in case.people.values()} == set(DOMAINS)
    assert all(decode("person", encode(person)) == person for person in case.people.values())
    assert all(decode("tie", encode(tie)) == tie for tie in case.ties.values())
    assert len({(person.x, person.y) for person in case.people.values()}) == size
    assert len({frozenset((tie.source, tie.target)) for tie in case.ties.values()}) == len(case.ties)
    assert all(look(lens, case).sentence.text("nl") for lens in LOOKS)
