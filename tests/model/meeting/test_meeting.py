"""A meeting as numbers: phases, clock, roles, turns and moves; nothing is forbidden, and all that deviates is noted."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.acts import ACTS, choose, perform
from netwerk_widgets.model.meeting.meeting import Meeting, decode, encode
from netwerk_widgets.model.meeting.method import Method, Phase

ROUND = ("participant", "recorder")
METHOD = Method(
    "incident",
    {"nl": "Incidentmethode", "en": "Incident method"},
    (
        Phase("lookback", 5, ("bringer", "facilitator", *ROUND), turns=True, titles={"nl": "Terugblik"}),
        Phase("questions", 15, ("bringer", *ROUND), moves=("ask", "complete"), turns=True, each=2, again=True),
        Phase("gossip", 10, ROUND, ("bringer",), ("analyse",)),
        Phase("advice", 10, ROUND, ("bringer",), ("analyse", "advise"), turns=True),
    ),
)
PEOPLE = (("AB", "bringer"), ("CD", "facilitator"), ("EF", "participant"), ("GH", "participant"))
AT = "2026-03-04T13:00:00.000Z"


def did(meeting: Meeting, name: str, now: float = 0.0, **more: object) -> Meeting:
    return perform(meeting, {"do": name, **more}, now, AT)


@pytest.fixture
def table() -> Meeting:
    meeting = Meeting("m1")
    for initials, role in PEOPLE:
        meeting = did(meeting, "arrive", initials=initials, role=role)
    return choose(meeting, METHOD)


@pytest.fixture
def going(table: Meeting) -> Meeting:
    return did(table, "start", 100.0)


def test_a_meeting_goes_through_its_phases_and_closes(going: Meeting) -> None:
    seen = [going.phase.id if going.phase else ""]
    meeting = going
    while meeting.state == "going":
        meeting = did(meeting, "next", 100.0)
        seen.append(meeting.phase.id if meeting.phase else meeting.state)
    assert seen == ["lookback", "questions", "gossip", "advice", "closing"]
    assert did(meeting, "end").ended == AT
    assert did(meeting, "back", 100.0).phase == METHOD.phases[-1]


def test_the_clock_is_the_steady_one_and_stands_still_in_a_pause(going: Meeting) -> None:
    assert going.left(100.0) == 300
    assert going.left(160.5) == 239.5
    paused = did(going, "pause", 160.0)
    assert (paused.running, paused.left(5000.0)) == (False, 240)
    assert did(paused, "resume", 5000.0).left(5060.0) == 180
    assert did(paused, "pause", 9000.0) == paused
    assert going.left(100.0 + 3600) == 300 - 3600


def test_two_minutes_more_are_two_minutes_also_when_the_time_was_over(going: Meeting) -> None:
    assert did(going, "extend", 130.0).left(130.0) == 270 + 120
    assert did(going, "extend", 500.0).left(500.0) == 120
    for wrong in (0, -1, True, "2", 7200, None):
        with pytest.raises(EditError):
            did(going, "extend", 130.0, seconds=wrong)


def test_a_phase_that_one_comes_back_to_goes_on_where_it_was(going: Meeting) -> None:
    meeting = did(did(going, "next", 160.0), "back", 200.0)
    assert meeting.phase == METHOD.phases[0]
    assert meeting.left(210.0) == 300 - 70
    assert did(going, "next", 160.0).spent(200.0, 0) == 60


def test_the_end_of_the_meeting_is_what_is_left_of_all_phases(going: Meeting) -> None:
    assert going.ahead(100.0) == 40 * 60
    assert going.ahead(160.0) == 39 * 60
    assert going.ahead(100.0 + 600) == 35 * 60


def test_moves_open_and_close_with_the_phase(going: Meeting) -> None:
    meeting = did(going, "next")
    assert meeting.moves() == ("ask", "complete")
    opened = did(meeting, "open", move="advise")
    assert opened.moves() == ("ask", "complete", "advise")
    assert [(mark.act, mark.what, mark.phase) for mark in opened.marks][-1] == ("open", "advise", "questions")
    assert did(opened, "open", move="advise") == opened
    assert did(opened, "shut", move="advise").moves() == ("ask", "complete")
    assert did(opened, "next").moves() == ("analyse",)
    with pytest.raises(EditError):
        did(meeting, "open", move="zwijgen")


def test_the_bringer_only_listens_in_the_gossip_round(going: Meeting) -> None:
    gossip = did(did(going, "next"), "next")
    listening = [member.initials for member in gossip.members if gossip.listens(member)]
    assert listening == ["AB"]
    assert "AB" not in gossip.speakers()


def test_the_turn_goes_round_among_those_who_ask(going: Meeting) -> None:
    meeting = did(going, "next")
    assert (meeting.turn, meeting.speakers()) == ("EF", ("EF", "GH"))
    meeting = did(meeting, "asked")
    assert (meeting.turn, meeting.questions_left()) == ("GH", 2)
    meeting = did(meeting, "asked")
    assert (meeting.turn, meeting.questions_left()) == ("EF", 1)
    assert did(meeting, "turn", initials="GH").turn == "GH"
    assert did(meeting, "next").asked == ()


def test_somebody_comes_late_and_somebody_leaves(going: Meeting) -> None:
    late = did(going, "arrive", initials=" kl ", role="participant")
    assert late.member("KL").here
    assert late.marks[-1].act == "arrive"
    gone = did(late, "leave", initials="KL")
    assert not gone.member("KL").here
    assert did(gone, "arrive", initials="KL", role="observer").member("KL").role == "observer"
    with pytest.raises(EditError):
        did(late, "arrive", initials="KL")
    with pytest.raises(EditError):
        did(going, "arrive", initials="--")


def test_whoever_has_the_turn_and_leaves_hands_it_on(going: Meeting) -> None:
    meeting = did(going, "next")
    assert did(meeting, "leave", initials="EF").turn == "GH"
    alone = did(did(meeting, "leave", initials="GH"), "leave", initials="EF")
    assert alone.turn == ""


def test_another_takes_over_from_a_facilitator_who_is_away(going: Meeting) -> None:
    taken = did(going, "role", initials="EF", role="facilitator")
    assert taken.holder("facilitator") == "EF"
    assert taken.member("CD").role == "participant"
    without = did(going, "leave", initials="CD")
    assert without.holder("facilitator") == ""
    assert did(without, "next").state == "going"


def test_a_meeting_may_stop_early_and_still_closes(going: Meeting) -> None:
    stopped = did(going, "stop", 130.0)
    assert (stopped.state, stopped.running, stopped.marks[-1].act) == ("closing", False, "stop")
    assert did(stopped, "end").state == "ended"
    with pytest.raises(EditError):
        did(stopped, "pause")


def test_a_second_case_begins_where_a_case_begins(going: Meeting) -> None:
    closing = did(going, "stop", 400.0)
    again = did(did(closing, "role", initials="EF", role="bringer"), "again", 500.0)
    assert again.phase == METHOD.phases[1]
    assert again.left(500.0) == 15 * 60
    assert again.spent(500.0, 0) == 300
    assert again.holder("bringer") == "EF"


def test_out_of_order_is_possible_and_noted(going: Meeting) -> None:
    jumped = did(going, "go", phase="advice")
    assert jumped.phase == METHOD.phases[3]
    assert [mark.act for mark in jumped.marks][-2:] == ["jump", "phase"]
    assert [mark.act for mark in did(going, "go", phase="questions").marks][-2:] == ["begin", "phase"]
    assert [mark.act for mark in did(going, "skip").marks][-2:] == ["skip", "phase"]
    with pytest.raises(EditError):
        did(going, "go", phase="weg")


def test_minutes_can_be_set_for_today(table: Meeting) -> None:
    meeting = did(choose(table, METHOD, {"questions": 5}), "start")
    assert did(meeting, "next").left(0.0) == 300


@pytest.mark.parametrize("act", [{}, {"do": "dans"}, {"do": None}, {"do": ["next"]}, {"do": "leave"}, {"do": "role"}])
def test_what_is_no_act_is_refused(going: Meeting, act: dict[str, object]) -> None:
    with pytest.raises(EditError):
        perform(going, act, 0.0, AT)


def test_it_comes_back_from_json_as_it_was(going: Meeting) -> None:
    meeting = did(did(did(going, "next", 130.0), "asked"), "open", move="advise")
    back = decode(json.loads(json.dumps(encode(meeting))))
    assert encode(back) == encode(meeting)
    before = json.loads(json.dumps(encode(meeting)))
    for row in before["phases"]:
        del row["part"]
    assert [phase.part for phase in decode(before).phases] == [""] * len(before["phases"]), "of a program of before"
    assert back.phases == meeting.phases
    assert back.since is None
    for broken in ({}, {**encode(meeting), "index": 9}, {**encode(meeting), "clocks": []}, {"state": 1}):
        with pytest.raises(EditError):
            decode(broken)


WORDS = st.sampled_from(["", "AB", "EF", "ZZ", "advise", "ask", "advice", "lookback", "facilitator", "bringer"])


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), WORDS, WORDS, st.floats(0, 900)), max_size=25))
def test_whatever_is_done_a_meeting_stays_whole(acts: list[tuple[str, str, str, float]]) -> None:
    now = 100.0
    meeting = Meeting("m1")
    for initials, role in PEOPLE:
        meeting = did(meeting, "arrive", now, initials=initials, role=role)
    meeting = did(choose(meeting, METHOD), "start", now)
    for name, one, other, step in acts:
        before = now
        now += step
        try:
            meeting = did(meeting, name, now, initials=one, move=one, phase=one, role=other, on=bool(one), code=one)
        except EditError:
            continue
        assert decode(json.loads(json.dumps(encode(meeting)))).state == meeting.state
        assert meeting.left(now) <= meeting.left(before) + 3600
        assert all(clock.spent >= 0 for clock in meeting.clocks)
        assert sum(member.role == "bringer" for member in meeting.members) <= 1
        assert meeting.turn == "" or meeting.member(meeting.turn)
