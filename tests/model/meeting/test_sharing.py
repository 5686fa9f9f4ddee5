"""The minutes until a meeting stops, shared out over its phases."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.acts import choose, perform
from netwerk_widgets.model.meeting.meeting import Meeting, decode, encode
from netwerk_widgets.model.meeting.method import Method, Phase
from netwerk_widgets.model.meeting.sharing import LONGEST, moment_of, shared

METHOD = Method("m", {"nl": "M"}, tuple(Phase(f"p{n}", minutes) for n, minutes in enumerate((5, 10, 15, 10))))
NOW = datetime(2026, 11, 30, 10, 0, tzinfo=UTC).astimezone()
AT = NOW.astimezone(UTC).isoformat()


def wall(minutes: int) -> str:
    return f"{NOW + timedelta(minutes=minutes):%H:%M}"


def at(minutes: float) -> str:
    return (NOW + timedelta(minutes=minutes)).astimezone(UTC).isoformat()


def did(meeting: Meeting, name: str, minutes: float = 0.0, **more: object) -> Meeting:
    return perform(meeting, {"do": name, **more}, 60.0 * minutes, at(minutes))


def total(meeting: Meeting, first: int = 0) -> list[float]:
    return [clock.total / 60 for clock in meeting.clocks[first:]]


@pytest.fixture
def table() -> Meeting:
    return choose(Meeting("m1"), METHOD, at=AT)


WEIGHTS = st.lists(st.integers(0, 90) | st.floats(0, 5400), min_size=1, max_size=16)


@given(st.integers(-60, 720), WEIGHTS)
def test_the_minutes_add_up_and_nobody_gets_less_than_one(minutes: int, weights: list[float]) -> None:
    found = shared(minutes, weights)
    assert len(found) == len(weights)
    assert min(found) >= 1
    assert sum(found) == max(minutes, len(weights))


@given(st.integers(1, 720), WEIGHTS)
def test_what_took_longer_never_gets_less(minutes: int, weights: list[float]) -> None:
    found = shared(minutes, weights)
    rows = sorted(zip(weights, found, strict=True))
    assert all(one[1] <= other[1] for one, other in pairwise(rows) if one[0] < other[0])


@given(st.integers(1, 20), st.lists(st.integers(1, 90), min_size=1, max_size=16))
def test_in_proportion_where_that_comes_out_whole(times: int, weights: list[int]) -> None:
    assert shared(times * sum(weights), weights) == tuple(times * weight for weight in weights)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=16), st.integers(20, 720))
def test_no_further_than_a_minute_from_its_part_where_all_get_one(weights: list[int], minutes: int) -> None:
    exact = [minutes * weight / sum(weights) for weight in weights]
    if min(exact) >= 1:
        assert all(abs(one - part) < 1 for one, part in zip(shared(minutes, weights), exact, strict=True))


def test_an_end_time_shares_the_minutes_and_without_one_the_method_says_them(table: Meeting) -> None:
    short = did(table, "stops", time=wall(20))
    assert total(short) == [3, 5, 7, 5]
    assert [phase.minutes for phase in short.phases] == [5, 10, 15, 10], "what the method says stays as it is"
    assert total(did(short, "stops", time="")) == [5, 10, 15, 10]
    assert did(short, "stops", time="").stops == ""
    again = did(did(short, "stops", time=wall(4)), "stops", time=wall(80))
    assert total(again) == [10, 20, 30, 20], "nothing of it is lost where there was hardly any time before"
    assert total(choose(short, METHOD, at=AT)) == [3, 5, 7, 5]


def test_what_the_check_in_took_is_shared_too_once_the_meeting_begins(table: Meeting) -> None:
    begun = did(did(table, "stops", time=wall(30)), "start", 10)
    assert sum(total(begun)) == 20
    assert begun.ahead(600.0) == 20 * 60


def test_a_phase_that_took_longer_takes_from_those_that_come(table: Meeting) -> None:
    begun = did(did(table, "stops", time=wall(40)), "start")
    late = did(begun, "next", 12)
    assert total(late, 1) == [8, 12, 8]
    assert late.ahead(12 * 60.0) == 28 * 60
    soon = did(late, "next", 14)
    assert sum(total(soon, 2)) == 26
    paused = did(did(soon, "pause", 16), "resume", 26)
    assert paused.left(26 * 60.0) + paused.clocks[3].total == 14 * 60


def test_it_can_be_altered_and_given_up_in_the_meeting(table: Meeting) -> None:
    begun = did(did(table, "start"), "next", 5)
    sooner = did(begun, "stops", 7, time=wall(27))
    assert sooner.ahead(7 * 60.0) == 20 * 60
    assert sooner.spent(7 * 60.0) == 120
    free = did(sooner, "stops", 8, time="")
    assert (free.stops, total(free)) == ("", [5, 10, 15, 10])
    with pytest.raises(EditError):
        did(did(begun, "stop"), "stops", time=wall(30))


def test_after_midnight_and_what_is_over() -> None:
    assert datetime.fromisoformat(moment_of(wall(90), AT)) == NOW + timedelta(minutes=90)
    late = NOW.replace(hour=23, minute=30)
    assert datetime.fromisoformat(moment_of("00:30", late.isoformat())) - late == timedelta(hours=1)
    for wrong in ("25:00", "12.00", "straks", "", wall(-1), wall(int(LONGEST.total_seconds() // 60) + 1)):
        with pytest.raises(EditError):
            moment_of(wrong, AT)


def test_it_is_kept_and_a_meeting_of_before_has_none(table: Meeting) -> None:
    short = did(table, "stops", time=wall(20))
    assert decode(json.loads(json.dumps(encode(short)))).stops == short.stops
    before = encode(replace(table))
    del before["stops"]
    assert decode(before).stops == ""
    with pytest.raises(EditError):
        decode({**encode(short), "stops": "straks"})
