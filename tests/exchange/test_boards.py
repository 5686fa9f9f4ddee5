"""The boards that came with the program: whole, in two languages, and nothing in them is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_widgets.exchange.boards import read_boards
from netwerk_widgets.locale import LANGUAGES, said
from netwerk_widgets.model.cards.board import MOST_FIELDS, Board
from netwerk_widgets.model.cards.deck import STAGES

NOWHERE = Path(__file__).parent / "nowhere"
READING = read_boards(own=NOWHERE)
BOARDS = list(READING.boards.values())


def test_nothing_in_them_is_wrong() -> None:
    assert [problem.text("nl") for problem in READING.problems] == []


def test_the_wall_asks_what_was_said_and_shows_three_ways_on() -> None:
    wall = READING.boards["wall"]
    heard, ways = wall.part("said"), wall.part("ways")
    assert heard is not None
    assert ways is not None
    assert heard.reason
    assert [option.id for option in heard.options] == ["self", "burden", "private", "other"]
    assert len(ways.options) == 3
    assert all(said(option.texts, "nl") for option in ways.options)


def test_how_the_contact_is_stays_with_the_professional_and_is_said_in_words() -> None:
    relation = READING.boards["relation"]
    assert (relation.desk, relation.per_case) == ("own", True)
    assert [(part.id, part.look) for part in relation.parts] == [
        ("before", "line"),
        ("afterwards", "line"),
        ("left", ""),
    ]
    for part in relation.parts:
        assert not any(character.isdigit() for option in part.options for character in said(option.labels, "nl"))


def test_the_ladder_has_the_stages_of_the_cards() -> None:
    stage = READING.boards["ladder"].part("stage")
    assert stage is not None
    assert {option.id for option in stage.options} == {*STAGES} - {"any", "worker"}


def test_what_is_supposed_is_not_shown_to_the_client() -> None:
    supposed = [part for board in BOARDS for part in board.parts if part.supposition]
    assert supposed
    assert all(part.hidden_with_client for part in supposed)


def test_ideas_wait_for_the_question_how_it_is_to_stand_alone() -> None:
    slow = READING.boards["slow"]
    assert [(part.id, part.after) for part in slow.parts] == [("silence", ""), ("alone", "silence"), ("ideas", "alone")]


def test_the_mirror_lies_on_the_own_desk() -> None:
    own = {board.id for board in BOARDS if board.desk == "own"}
    assert own == {"relation", "caseload", "asking", "stance", "journal"}


@pytest.mark.parametrize("board", [board for board in BOARDS if board.desk == "case"], ids=lambda board: board.id)
def test_what_a_client_reads_speaks_to_them(board: Board) -> None:
    """A part is either not for them, or has words to them: "the client" is how one speaks about somebody."""
    for part in board.parts:
        if part.hidden_with_client or part.kind == "exercise":
            assert not part.with_client, part.id
            continue
        assert part.with_client, part.id
        for texts in (part.titles | part.with_client.get("title", {}), part.with_client.get("text", {})):
            about = [word for word in ("cliënt", "client", "deze persoon", "this person") if word in str(texts).lower()]
            assert not about, part.id


NONE = {"nl": ""}
"""What is said where nothing is."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.id)
def test_its_words_fit_on_a_projector(board: Board, language: str) -> None:
    """One to three parts of a board stand on a screen of 1280x720, in letters of 22 px."""
    for part in board.parts:
        assert len(said(part.titles or NONE, language)) <= 120, part.id
        assert len(said(part.texts or NONE, language)) <= 240, part.id
        for words in part.with_client.values():  # in larger letters
            assert len(words[language]) <= 200, part.id
        for option in part.options:
            assert len(said(option.labels, language)) <= 60, (part.id, option.id)
            assert len(said(option.texts or NONE, language)) <= 240, (part.id, option.id)
        assert all(len(said(one.labels, language)) <= 60 for one in part.fields), part.id
        assert all(len(thought) <= 240 for thought in said(part.thoughts or NONE, language)), part.id


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.id)
def test_a_board_is_whole(board: Board) -> None:
    assert set(board.titles) == set(LANGUAGES)
    assert not board.own
    assert board.sources, "whose thinking is it?"
    for part in board.parts:
        assert set(part.titles or part.texts) == set(LANGUAGES), part.id
        for option in part.options:
            assert set(option.labels) == set(LANGUAGES), (part.id, option.id)
        assert len(part.fields) <= MOST_FIELDS
        if part.kind == "exercise":
            assert set(part.thoughts) == set(LANGUAGES), part.id
            assert len({len(texts) for texts in part.thoughts.values()}) == 1, part.id
        for words in (*part.with_client.values(), *(one.client_labels for one in part.fields if one.client_labels)):
            assert set(words) == set(LANGUAGES), part.id
        if part.after:
            assert set(part.closeds) == set(LANGUAGES), part.id


def test_the_rungs_of_the_ladder_are_the_stages_of_the_cards() -> None:
    stage = READING.boards["ladder"].part("stage")
    assert stage is not None
    assert stage.look == "ladder"
    assert {option.id for option in stage.options} == {"accept", "trust_self", "trust_other", "ask"} < set(STAGES)
