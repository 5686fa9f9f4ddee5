"""The guide of a meeting and the learning log on their Python side: what goes to the page, the case and the log."""

import ast
import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from netwerk_widgets import workbook
from netwerk_widgets.casefile.library.log import LogFile
from netwerk_widgets.casefile.library.meeting import KeptMeeting, Time
from netwerk_widgets.exchange.methods import read_methods
from netwerk_widgets.locale import words
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.log import Entry
from netwerk_widgets.views.log import LearningLog
from netwerk_widgets.views.meeting import NOTED, MeetingGuide

PEOPLE = (("AB", "bringer"), ("CD", "facilitator"), ("EF", "participant"), ("GH", "participant"))
START = 1_772_629_200.0  # a Wednesday afternoon


@pytest.fixture
def hands():
    return {"steady": 50.0, "wall": START}


@pytest.fixture
def meeting(tmp_path, hands):
    return KeptMeeting(tmp_path / "data", Time(lambda: hands["steady"], lambda: hands["wall"]))


@pytest.fixture
def guide(desk, told, meeting, tmp_path):
    return MeetingGuide(desk, meeting, read_methods(own=tmp_path / "nowhere").methods, part="clock")


@pytest.fixture
def ask(guide, page):
    def asked(what, on=guide, **content):
        return next(m for m in reversed(page(on, kind="ask", id="q1", what=what, **content)) if m["kind"] == "answer")

    return asked


@pytest.fixture
def act(ask):
    return lambda name, **more: ask("act", act={"do": name, **more})


@pytest.fixture
def going(ask, act):
    ask("gather")
    for initials, role in PEOPLE:
        act("arrive", initials=initials, role=role)
    ask("choose", method="incident")
    return act("start")


def test_the_page_is_told_the_clock_and_the_phase(going, ask, hands):
    assert going["meeting"]["state"] == "going"
    assert (going["left"], going["ahead"], going["running"]) == (300, 65 * 60, True)
    hands["steady"] += 3600
    assert ask("meeting")["left"] == 300 - 3600


def test_every_part_hears_of_every_act(desk, told, going, act, guide):
    meeting = guide._kept
    other = MeetingGuide(desk, meeting, {}, part="phases")
    before = len(told)
    act("next")
    heard = {who for who, message in told[before:] if message["kind"] == "meeting"}
    assert heard == {guide, other}
    other.close()
    before = len(told)
    act("next")
    assert other not in {who for who, _ in told[before:]}


def test_the_case_remembers_the_phases_and_nobody_of_the_table(going, act, desk):
    for _ in range(3):
        act("next")
    act("open", move="advise")
    act("leave", initials="GH")
    marks = list(desk.file.case.phases.values())
    assert [mark.act for mark in marks] == ["begin", "phase", "phase", "phase", "open"]
    assert [mark.phase for mark in marks] == ["lookback", "cases", "choose", "questions", "questions"]
    assert marks[3].title == "Vragenronde"
    assert "bijeenkomst: Vragenronde begonnen" in [row.message.text("nl") for row in desk.file.history()]
    assert not any(initials in json.dumps([mark.what for mark in marks]) for initials, _ in PEOPLE)
    assert desk.file.can_undo is None, "a phase is not undone"
    assert all(f"session.act.{name}" in words("nl") for name in NOTED)


def test_in_the_question_round_advice_is_closed_and_the_map_takes_people(going, act):
    act("next")
    act("next")
    told = act("next")
    assert told["moves"] == ["ask", "complete"]
    assert act("next")["listening"] == ["AB"]


def test_a_silent_round_shows_all_at_once_and_persons_on_the_map(going, ask, desk):
    for kind, text in (
        ("hypothesis", "zij schaamt zich"),
        ("person", "trainer"),
        ("person", "Tante"),
        ("question", "hoe lang al?"),
    ):
        told = ask("aside", of=kind, text=text)
        assert "meeting" in told
        assert text not in str(told)
    assert ask("meeting")["aside"] == 4
    assert not desk.file.case.answers
    assert ask("reveal", oid="s1")["aside"] == 0
    case = desk.file.case
    assert sorted(answer.card for answer in case.answers.values()) == [
        "meeting.hypothesis",
        "meeting.person",
        "meeting.person",
        "meeting.question",
    ]
    trainer = next(person for person in case.people.values() if person.role == "trainer")
    assert (trainer.circle, trainer.sleeping) == (4, True)
    assert [person.role for person in case.people.values()].count("tante") == 1, "who is there is not put there twice"
    desk.file.undo()
    assert not desk.file.case.answers
    assert len(desk.file.case.people) == 3


@pytest.mark.parametrize(
    "wrong", [{}, {"of": "advice", "text": "x"}, {"of": "question", "text": "  "}, {"of": 1, "text": 2}]
)
def test_an_empty_note_is_not_kept(going, ask, wrong):
    assert ask("aside", **wrong)["error"]["key"] == "guide.error.empty"


def test_last_time_comes_back_also_from_another_case(going, act, ask, desk):
    first = desk.file.code
    desk.file.apply(EDIT("answer", "a1", card="meeting.intention", text="eerst luisteren", at="2026-03-04T15:00:00Z"))
    desk.file.apply(EDIT("step", "s1", text="tante bellen"))
    act("stop")
    act("end")
    ask("gather")
    here = ask("before")["cases"]
    assert [(one["code"], one["here"]) for one in here] == [(first, True)]
    desk.begin_practice()
    there = next(one for one in ask("before")["cases"] if one["code"] == first)
    assert (there["here"], there["intentions"][0]["text"], there["steps"][0]["text"]) == (
        False,
        "eerst luisteren",
        "tante bellen",
    )
    ask("take", code=first)
    assert desk.file.code == first
    assert "error" in ask("take", code="Elders-1")


def test_a_map_that_is_as_it_was_needs_no_other_name(ask, desk):
    from netwerk_widgets.model.edits import Change

    def same():
        found = ask("as_it_is")["version"]
        return found and found["name"]

    assert same() is None
    desk.file.apply(EDIT("version", "v1", name="intake", revision=desk.file.revision))
    assert same() == "intake"
    desk.file.apply(EDIT("answer", "a1", card="meeting.takes", text="vertragen"))
    assert same() == "intake", "what was said is not the map"
    desk.file.apply(Change("person", "tante", {"closeness": 3}))
    assert same() is None
    desk.file.undo()
    assert same() == "intake"


def test_a_case_that_was_proposed_is_not_for_the_client_and_names_nobody_who_was_forgotten(desk):
    from netwerk_widgets.model.together import case_for_client

    desk.file.apply(EDIT("answer", "a1", card="meeting.case", text="toen tante zweeg", more={"who": "EF"}))
    assert case_for_client(desk.file.case, lambda card: card.startswith("support.")).answers == {}
    desk.file.forget_person("tante")
    assert "tante" not in desk.file.case.answers["a1"].text


def test_the_agenda_says_when_each_phase_begins_and_who_is_there_not(desk, meeting, ask, act, hands):
    from netwerk_widgets.report.agenda import render

    guide = MeetingGuide(desk, meeting, read_methods().methods, agenda=render)
    assert ask("agenda", guide)["error"]["key"] == "guide.error.no_method"
    ask("gather")
    for initials, role in PEOPLE:
        act("arrive", initials=initials, role=role)
    ask("choose", method="incident")
    began = datetime.fromtimestamp(START, UTC).astimezone()
    act("start")
    hands["wall"] += 600
    html = ask("agenda", guide)["html"]
    assert html.count("<tr>") == 7
    assert f"<td>{began:%H:%M}</td><td>5 min</td>" in html
    assert f"<td>{began + timedelta(minutes=5):%H:%M}</td><td>10 min</td>" in html
    assert "Stel één feitelijke vraag tegelijk" in html
    assert not any(f">{initials}<" in html or f" {initials} " in html for initials, _ in PEOPLE)
    assert ask("agenda")["error"]["key"] == "guide.error.no_method", "a guide that cannot print"


def EDIT(kind, identity, **fields):  # noqa: N802 -- reads as the edit it makes
    from netwerk_widgets.model.edits import Add

    return Add(kind, identity, fields)


def test_what_cannot_be_done_is_said(ask, act):
    assert act("next")["error"]["key"] == "guide.error.none"
    ask("gather")
    assert ask("choose", method="weg")["error"]["key"] == "model.error.bad_value"
    assert ask("choose", method="incident", minutes={"questions": 900})["error"]["key"] == "model.error.bad_value"
    assert act("start")["error"]["key"] == "guide.error.no_method"
    assert ask("act", act="next")["error"]["key"] == "guide.error.unknown"
    assert ask("fit", people=-1)["error"]["key"] == "model.error.bad_value"
    assert ask("fit", question="x")["error"]["key"] == "model.error.bad_value"


def test_which_method_fits_is_told_of_all_of_them(ask):
    ids = {method["id"] for method in ask("methods")["methods"]}
    fits = ask("fit", people=6, minutes=60, level="some", question="dilemma")["fits"]
    assert {fit["method"] for fit in fits} == ids
    assert [fit["method"] for fit in fits if not fit["mind"]] == []
    assert {fit["method"] for fit in fits if len(fit["mind"]) == 1} >= {"dilemma", "reflection"}


def test_without_a_case_the_meeting_goes_on(going, act, desk):
    desk.close()
    assert act("next")["meeting"]["index"] == 1


def test_a_notebook_that_is_saved_holds_nothing_of_the_meeting(going, guide):
    kept = str({name: value for name, value in guide.get_state().items() if name != "_esm"})
    assert "AB" not in kept
    assert repr(guide) == "MeetingGuide(part=clock)"


@pytest.fixture
def log(desk, told, meeting, tmp_path):
    return LearningLog(
        desk, meeting, LogFile(tmp_path / "data"), lambda entries, today: f"{len(entries)} {today}".encode()
    )


def test_the_log_begins_with_the_meeting_of_just_now(going, act, ask, log, hands):
    hands["wall"] += 75 * 60
    act("stop")
    act("end")
    entry = ask("log", log)["meeting"]
    assert (entry["method"], entry["facilitator"]) == ("Incidentmethode", "CD")
    assert "AB (inbrenger)" in entry["participants"]
    answer = ask("keep_log", log, entry={**entry, "question": "Wat doe ik als het stil valt?"})
    assert answer["lasted"] == {entry["id"]: {"minutes": 75, "counts": True}}
    assert answer["hours"]["params"]["hours"] == 1
    document = ask("log_docx", log)
    (docx,) = document["buffers"]
    assert docx.decode().startswith("1 ")
    assert ask("drop_log", log, entry=entry["id"])["entries"] == []


def test_another_says_their_initials_and_has_their_own_log(ask, log, desk):
    from netwerk_widgets.model.meeting.log import write_entry

    entry = write_entry(Entry("e1", "2026-03-04", "12:30", "14:00"))
    assert ask("keep_log", log, entry=entry)["initials"] == "AB"
    told = ask("log_of", log, initials="c.d.")
    assert (told["initials"], told["entries"]) == ("CD", [])
    assert ask("keep_log", log, entry={**entry, "id": "e2"})["initials"] == "CD"
    assert desk.shelf.initials == "AB", "who signs edits stays the same"
    assert [one["id"] for one in ask("log_of", log, initials="ab")["entries"]] == ["e1"]
    desk.shelf.initials = "EF"
    assert (ask("log", log)["initials"], ask("log", log)["entries"]) == ("EF", [])
    assert ask("log_of", log, initials=" ")["error"]["key"] == "guide.error.initials"


def test_a_short_meeting_is_kept_and_does_not_count(ask, log):
    entry = Entry("e1", date(2026, 3, 4).isoformat(), "12:30", "12:50")
    from netwerk_widgets.model.meeting.log import write_entry

    answer = ask("keep_log", log, entry=write_entry(entry))
    assert answer["lasted"] == {"e1": {"minutes": 20, "counts": False}}
    assert answer["hours"]["params"]["hours"] == 0
    assert ask("keep_log", log, entry={"id": "e2", "day": "nu"})["error"]["key"] == "log.error.day"


def test_the_log_warns_of_what_is_the_cases(ask, log):
    warnings = ask("check_log", log, entry={"question": "Waarom belde ik tante niet?"})["warnings"]
    assert [warning["key"] for warning in warnings] == ["log.warning.named"]
    assert ask("check_log", log, entry={"question": "Waarom wilde ik het oplossen?"})["warnings"] == []


def test_a_workbook_makes_them(desk, told, monkeypatch, tmp_path):
    monkeypatch.setenv("NETWERK_HOME", str(tmp_path))
    monkeypatch.setattr(workbook, "desk", lambda: desk)
    assert repr(workbook.meeting_guide("phases")) == "MeetingGuide(part=phases)"
    assert repr(workbook.learning_log()) == "LearningLog()"


def test_an_act_that_the_model_refuses_leaves_the_meeting_as_it_was(going, meeting):
    before = meeting.meeting
    with pytest.raises(EditError):
        meeting.act({"do": "open", "move": "x"})
    assert meeting.meeting == before


def test_the_page_is_told_which_families_of_cards_fit_the_phase(desk, meeting, going, act, ask):
    methods = read_methods().methods
    families = {"facts": {"nl": "Feiten eerst", "en": "Facts first"}, "mirror": {"nl": "Spiegel"}}
    ways = {"cards": "kaarten", "dilemma question views": "dilemmabord"}
    guide = MeetingGuide(desk, meeting, methods, families=families, ways=ways)
    assert guide.ways == ways
    assert ask("meeting", on=guide)["fits"] == []
    act("go", phase="questions")
    assert meeting.meeting.phase.cards == ("facts", "once"), "of which the team threw one away"
    assert ask("meeting", on=guide)["fits"] == [{"id": "facts", "name": families["facts"]}]
    assert ask("meeting")["fits"] == [], "a part that shows no cards is told of none"


def test_the_steps_that_the_guide_leads_to_are_in_its_workbook():
    """The way from a phase to cards and board, and back, as workbook 09 lays it."""
    book = json.loads((Path(__file__).parents[2] / "workbooks" / "09_intervisie.ipynb").read_text(encoding="utf-8"))
    steps = {cell["metadata"]["netwerk"]["step"] for cell in book["cells"]}
    ways = [
        call.group(1) for cell in book["cells"] for call in re.finditer(r"ways ?= ?(\{.*?\})", "".join(cell["source"]))
    ]
    assert len(ways) == 6
    for way in ways:
        assert set(ast.literal_eval(way).values()) <= steps
    for method in read_methods().methods.values():
        for phase in method.phases:
            if phase.board:
                found = [what.split() for what in ast.literal_eval(next(way for way in ways if "cards" in way))]
                assert [what for what in found if what[0] == phase.board and phase.part in what[1:]], phase.id
