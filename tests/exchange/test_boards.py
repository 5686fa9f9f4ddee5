"""The boards that came with the program: whole, in two languages, and nothing in them is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_widgets.exchange.boards import read_boards
from netwerk_widgets.locale import LANGUAGES
from netwerk_widgets.model.board import MOST_FIELDS, Board

NOWHERE = Path(__file__).parent / "nowhere"
READING = read_boards(own=NOWHERE)
BOARDS = list(READING.boards.values())


def test_nothing_in_them_is_wrong() -> None:
    assert [problem.text("nl") for problem in READING.problems] == []


def test_the_wall_asks_what_was_said_what_one_does_and_how_the_contact_is() -> None:
    wall = READING.boards["wall"]
    said, ways = wall.part("said"), wall.part("ways")
    assert said is not None
    assert ways is not None
    assert said.reason
    assert [option.id for option in said.options] == ["self", "burden", "private", "other"]
    assert len(ways.options) == 3
    assert all(option.text("nl") for option in ways.options)
    assert [part.id for part in wall.parts if part.look == "gauge"] == ["before", "after"]


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
        if part.after:
            assert set(part.closeds) == set(LANGUAGES), part.id
