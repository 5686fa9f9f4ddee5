"""A meeting goes on where it was: after a restart, in another process, after sleep, after a change of the clock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import NotSaved
from netwerk_widgets.casefile.library.meeting import FILE, LONG_AWAY, KeptMeeting, Time, steady
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.exchange.methods import read_methods
from netwerk_widgets.model.errors import EditError

INCIDENT = read_methods(own=Path("nowhere")).methods["incident"]


class Hands:
    """Two clocks that a test moves: the steady one, and the time of day."""

    def __init__(self) -> None:
        self.steady, self.wall = 1000.0, 1_800_000_000.0

    def on(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += seconds

    @property
    def time(self) -> Time:
        return Time(lambda: self.steady, lambda: self.wall)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def meeting(tmp_path, hands) -> KeptMeeting:
    made = KeptMeeting(tmp_path, hands.time)
    made.gather()
    for initials, role in (("AB", "bringer"), ("CD", "facilitator"), ("EF", "participant")):
        made.act({"do": "arrive", "initials": initials, "role": role})
    made.choose(INCIDENT)
    made.act({"do": "start"})
    return made


def left(meeting: KeptMeeting) -> float:
    assert meeting.meeting is not None
    return meeting.meeting.left(meeting.now())


def test_after_an_hour_the_clock_is_right_to_the_second(meeting, hands):
    hands.on(3600)
    assert left(meeting) == pytest.approx(300 - 3600)


def test_a_change_of_the_time_of_day_does_not_touch_it(meeting, hands):
    hands.on(60)
    hands.wall += 7200
    assert left(meeting) == pytest.approx(240)
    hands.wall -= 90_000
    assert left(meeting) == pytest.approx(240)


def test_a_kernel_that_died_finds_the_meeting_running_on(meeting, hands, tmp_path):
    hands.on(60)
    meeting.act({"do": "next"})
    hands.on(30)
    hands.wall += 45
    other = Hands()
    other.steady, other.wall = 5.0, hands.wall
    back = KeptMeeting(tmp_path, other.time)
    assert back.meeting is not None
    assert back.meeting.phase == INCIDENT.phases[1]
    assert left(back) == pytest.approx(600 - 75)
    assert back.meeting.spent(back.now(), 0) == pytest.approx(60)


def test_a_paused_meeting_waits_as_long_as_it_must(meeting, hands, tmp_path):
    hands.on(60)
    meeting.act({"do": "pause"})
    hands.on(LONG_AWAY * 3)
    assert left(KeptMeeting(tmp_path, hands.time)) == pytest.approx(240)


def test_after_hours_away_the_clock_stood_where_it_was(meeting, hands, tmp_path):
    hands.on(60)
    meeting.act({"do": "extend", "seconds": 60})
    hands.wall += LONG_AWAY + 1
    back = KeptMeeting(tmp_path, hands.time)
    assert back.meeting is not None
    assert (back.meeting.running, left(back)) == (False, pytest.approx(300))


def test_a_time_of_day_that_went_back_takes_nothing_away(meeting, hands, tmp_path):
    hands.on(60)
    meeting.act({"do": "sound", "on": False})
    hands.wall -= 5000
    assert left(KeptMeeting(tmp_path, hands.time)) == pytest.approx(240)


def test_another_process_sees_every_act(meeting, hands, tmp_path):
    other = KeptMeeting(tmp_path, hands.time)
    told = []
    end = other.watch(told.append)
    meeting.act({"do": "next"})
    other.poll()
    assert other.meeting is not None
    assert other.meeting.phase == INCIDENT.phases[1]
    assert told == [other]
    other.act({"do": "next"})
    meeting.act({"do": "next"})
    assert meeting.meeting.phase == INCIDENT.phases[3]
    end()
    other.poll()
    assert len(told) == 2


def test_last_time_comes_back_at_the_next_check_in(meeting):
    meeting.act({"do": "case", "code": "Linde-7"})
    meeting.act({"do": "stop"})
    first = meeting.act({"do": "end"})
    second = meeting.gather()
    assert second.id != first.id
    assert (second.state, second.members, second.cases) == ("checkin", (), ())
    assert meeting.before.cases == ("Linde-7",)
    assert meeting.before.method == "incident"
    assert ("AB", "bringer") in meeting.before.members
    assert meeting.gather() == second


def test_a_meeting_that_goes_on_is_not_begun_anew(meeting):
    assert meeting.gather() == meeting.meeting
    with pytest.raises(EditError):
        meeting.choose(INCIDENT)


def test_a_file_that_nobody_can_read_costs_nothing_but_the_meeting(meeting, tmp_path, hands):
    for text in ("", "{", "[]", '{"session": {}}', json.dumps({"session": 3, "running": True})):
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        assert KeptMeeting(tmp_path, hands.time).meeting is None
    (tmp_path / FILE).unlink()
    with pytest.raises(EditError):
        KeptMeeting(tmp_path, hands.time).act({"do": "next"})


def test_what_the_disk_refuses_did_not_happen(meeting, monkeypatch):
    before = meeting.meeting

    def full(*_):
        raise NotSaved("casefile.error.disk_full")

    monkeypatch.setattr(disk, "write_private", full)
    with pytest.raises(NotSaved):
        meeting.act({"do": "next"})
    assert meeting.meeting == before


def test_the_file_is_private_and_says_nothing_of_a_case(meeting, tmp_path):
    kept = (tmp_path / FILE).read_text(encoding="utf-8")
    assert set(json.loads(kept)) == {"format", "session", "running", "spent", "wall", "before"}
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_the_steady_clock_goes_on():
    first = steady()
    assert steady() >= first
