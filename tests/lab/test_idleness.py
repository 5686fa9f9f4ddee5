"""Ten quiet minutes: counted on a clock that goes on while the computer sleeps, and never by a window's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_widgets.casefile.library.meeting import KeptMeeting, Time, steady
from netwerk_widgets.lab import idleness as clock
from netwerk_widgets.lab.idleness import Beat, Quiet
from netwerk_widgets.model.meeting.method import Method, Phase

MINUTE = 60.0


class Now:
    """A clock that a test moves on; by how much is of no matter to it, as when a computer sleeps."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time

    def later(self, minutes: float) -> None:
        self.time += minutes * MINUTE


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def quiet(now: Now) -> Quiet:
    return Quiet(10 * MINUTE, now)


def test_after_ten_quiet_minutes_it_locks_and_not_before(quiet, now):
    now.later(9.9)
    assert quiet.wish() == "open"
    now.later(0.2)
    assert quiet.wish() == "locked"


def test_a_sign_from_whichever_window_begins_the_ten_minutes_anew(quiet, now):
    for _ in range(5):
        now.later(9)
        assert quiet.sign() == "open"
    now.later(9)
    assert quiet.wish() == "open"


def test_who_wakes_a_computer_that_slept_finds_it_locked(quiet, now):
    now.later(300)
    assert quiet.sign() == "locked"  # the movement that woke it comes before the server looked
    assert quiet.wish() == "locked"


def test_while_a_clock_runs_the_case_is_covered_and_a_sign_lifts_it(quiet, now):
    running = Beat(runs=True, left=30 * MINUTE)
    now.later(11)
    assert quiet.wish(running) == "covered"
    assert quiet.sign(running) == "open"
    assert quiet.wish(running) == "open"


def test_once_the_clock_stands_ten_more_quiet_minutes_lock(quiet, now):
    now.later(15)
    assert quiet.wish(Beat(runs=True, left=MINUTE)) == "covered"
    for _ in range(9):
        now.later(1)
        assert quiet.wish(Beat(runs=False, left=MINUTE)) == "covered"
    now.later(1.1)
    assert quiet.wish(Beat(runs=False, left=MINUTE)) == "locked"


def test_a_clock_whose_time_is_over_counts_as_standing_still_also_while_the_computer_slept(quiet, now):
    now.later(25)
    assert quiet.wish(Beat(runs=True, left=-9 * MINUTE)) == "covered"
    now.later(2)
    assert quiet.wish(Beat(runs=True, left=-11 * MINUTE)) == "locked"
    assert quiet.sign(Beat(runs=True, left=-11 * MINUTE)) == "locked"


def test_the_clock_is_the_one_that_counts_during_sleep():
    assert Quiet.__init__.__defaults__ == (600.0, steady)


@pytest.mark.parametrize(("said", "limit"), [("", 600.0), ("4", 4.0), ("-1", 600.0), ("x", 600.0), ("nan", 600.0)])
def test_tests_may_make_the_ten_minutes_short(monkeypatch, said, limit):
    monkeypatch.setenv("NETWERK_QUIET", said)
    assert clock.limit() == limit


def test_what_is_told_of_a_meeting_is_the_methods_own(tmp_path: Path, now: Now):
    phase = Phase("vragen", 10, titles={"nl": "Vragen"}, says={"nl": "Wat wil je weten?"})
    method = Method("proef", names={"nl": "Proef"}, phases=(phase,))
    meeting = KeptMeeting(tmp_path, Time(steady=now))
    assert clock.beat(meeting) is None
    meeting.gather()
    assert clock.beat(meeting) is None
    meeting.choose(method)
    meeting.act({"do": "start"})
    now.later(4)
    found = clock.beat(KeptMeeting(tmp_path, Time(steady=now, wall=meeting.time.wall)))
    assert found is not None
    assert found.told == {"title": {"nl": "Vragen"}, "say": {"nl": "Wat wil je weten?"}}
    seen = clock.beat(meeting)
    assert (seen.runs, seen.left) == (True, 6 * MINUTE)
    meeting.act({"do": "pause"})
    assert clock.beat(meeting).runs is False
