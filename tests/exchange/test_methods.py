"""The methods: the program's whole and in two languages, a team's own beside or instead of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from netwerk_widgets.exchange import content
from netwerk_widgets.exchange.boards import read_boards
from netwerk_widgets.exchange.cards import read_deck
from netwerk_widgets.exchange.methods import read_methods
from netwerk_widgets.locale import LANGUAGES, said
from netwerk_widgets.model.meeting.method import FULL_HOUR, Method, Wish, fitting

NOWHERE = Path(__file__).parent / "nowhere"
READING = read_methods(own=NOWHERE)
METHODS = list(READING.methods.values())
EXAMPLE = content.data_folder("methods") / "methods" / "voorbeeld.toml"


def test_nothing_in_them_is_wrong() -> None:
    assert [problem.text("nl") for problem in READING.problems] == []
    assert len(METHODS) == 11


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_a_method_is_whole_in_both_languages(method: Method) -> None:
    families, boards = read_deck(own=NOWHERE).deck.families, read_boards(own=NOWHERE).boards
    assert set(method.names) == set(method.purposes) == set(LANGUAGES)
    assert sum(phase.again for phase in method.phases) == 1, "a second case begins somewhere"
    for phase in method.phases:
        assert set(phase.titles) == set(phase.says) == set(phase.helps) == set(phase.yields) == set(LANGUAGES)
        assert set(phase.cards) <= set(families)
        assert phase.board in ("", *boards)
        assert not phase.part or phase.part in {part.id for part in boards[phase.board].parts}
        assert not set(phase.speaks) & set(phase.silent), f"{phase.id}: who speaks does not only listen"


def test_the_facts_stand_in_the_data() -> None:
    incident, gossip = READING.methods["incident"], READING.methods["gossip"]
    assert [phase.minutes for phase in incident.phases] == [5, 10, 5, 15, 10, 10, 10]
    questions = next(phase for phase in incident.phases if phase.id == "questions")
    assert questions.moves == ("ask", "complete")
    assert "bringer" in next(phase for phase in incident.phases if phase.id == "analysis").silent
    assert next(phase for phase in gossip.phases if phase.id == "questions").each == 3
    assert "bringer" in next(phase for phase in gossip.phases if phase.id == "gossip").silent
    assert READING.methods["solution"].general
    assert not any(phase.moves for phase in READING.methods["socratic"].phases if "advise" in phase.moves)
    assert READING.methods["reflection"].minutes == 20


def test_what_fits_is_told_with_reasons_and_leaves_nothing_out() -> None:
    fits = fitting(METHODS, Wish(people=6, level="beginner", minutes=60, question="stuck"))
    assert {fit.method.id for fit in fits} == set(READING.methods)
    assert [fit.method.id for fit in fits[:2]] == ["incident", "five_steps"]
    assert all(fit.suits or fit.mind for fit in fits)
    for fit in fits:
        said = [message.text(language) for message in (*fit.suits, *fit.mind) for language in LANGUAGES]
        assert all(said)
        short = any(message.key == "methods.mind.short" for message in fit.mind)
        assert short == (fit.method.minutes < FULL_HOUR)
    moral = fitting(METHODS, Wish(question="dilemma"))
    assert [fit.method.id for fit in moral if not fit.mind] == ["socratic", "dilemma"]


def test_a_team_adds_a_method_of_its_own(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / "Ons half uur.toml")
    reading = read_methods(own=tmp_path)
    assert reading.problems == ()
    own = reading.methods["ons_half_uur"]
    assert (own.own, own.minutes, said(own.names, "en")) == (True, 30, "Ons half uur")


def test_a_team_changes_one_of_the_programs_methods(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / "incident.toml")
    reading = read_methods(own=tmp_path)
    assert len(reading.methods) == 11
    assert reading.methods["incident"].own
    assert reading.methods["incident"].minutes == 30


BROKEN = {
    "not_toml": "name = ",
    "no_phases": 'name = "x"',
    "missing": '[[phases]]\nid = "a"\nminutes = 5\ntitle = "t"\nsay = "s"',
    "number": 'name = "x"\n[[phases]]\nid = "a"\nminutes = 500\ntitle = "t"\nsay = "s"',
    "choice": 'name = "x"\n[[phases]]\nid = "a"\nminutes = 5\ntitle = "t"\nsay = "s"\nmoves = ["dansen"]',
    "unknown": 'name = "x"\nkleur = "rood"\n[[phases]]\nid = "a"\nminutes = 5\ntitle = "t"\nsay = "s"',
    "id": 'name = "x"\n[[phases]]\nid = "A b"\nminutes = 5\ntitle = "t"\nsay = "s"',
    "text": f'name = "x"\n[[phases]]\nid = "a"\nminutes = 5\ntitle = "{"t" * 99}"\nsay = "s"',
    "table": 'name = "x"\nsources = ["Balint"]\n[[phases]]\nid = "a"\nminutes = 5\ntitle = "t"\nsay = "s"',
}


@pytest.mark.parametrize("wrong", BROKEN)
def test_what_does_not_fit_is_said_and_the_others_work(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text(BROKEN[wrong], encoding="utf-8")
    reading = read_methods(own=tmp_path)
    assert [problem.key for problem in reading.problems] == [f"methods.problem.{wrong}"]
    assert all("eigen.toml" in problem.text(language) for problem in reading.problems for language in LANGUAGES)
    assert set(reading.methods) == set(READING.methods)


def test_without_the_programs_methods_that_is_said(tmp_path: Path) -> None:
    reading = read_methods(folder=tmp_path, own=NOWHERE)
    assert reading.methods == {}
    assert "methods.problem.no_methods" in [problem.key for problem in reading.problems]
