"""Every row of the two articles lives in a workbook and step that exist, as the README says."""

import json
import re
from pathlib import Path

import pytest

from netwerk_widgets.exchange.boards import read_boards

ROOT = Path(__file__).parents[2]
WORKBOOKS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "workbooks").glob("*.ipynb")}
ROWS = [f"P{number}" for number in range(1, 16)] + [f"J{number}" for number in range(1, 14)]


def table() -> list[tuple[str, str, str]]:
    """Row, workbook and step, one for each step that the README names."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = []
    for row, _, where, how in re.findall(r"^\| ([PJ]\d+) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", text, re.MULTILINE):
        books, named = re.findall(r"`([^`]+)`", where), re.findall(r"`([^`]+)`", how)
        pairs = zip(books, named, strict=True) if len(books) > 1 else [(books[0], step) for step in named]
        found += [(row, book, step) for book, step in pairs]
    return found


def sources(book: str, step: str) -> list[str]:
    cells = (cell for cell in WORKBOOKS[book]["cells"] if cell["cell_type"] == "code")
    return ["".join(cell["source"]) for cell in cells if cell["metadata"]["netwerk"]["step"] == step]


def steps(book: str) -> list[str]:
    return list(dict.fromkeys(cell["metadata"]["netwerk"]["step"] for cell in WORKBOOKS[book]["cells"]))


def test_the_readme_names_every_row() -> None:
    assert list(dict.fromkeys(row for row, _, _ in table())) == ROWS


@pytest.mark.parametrize(("row", "book", "step"), table())
def test_a_row_lives_in_a_step_that_exists(row: str, book: str, step: str) -> None:
    assert book in WORKBOOKS, row
    assert step in steps(book), row
    assert sources(book, step)


def boards_called() -> list[tuple[str, str, str, str]]:
    """Workbook, step, board and parts, for each cell that shows a board."""
    return [
        (book, step, board, parts)
        for book in WORKBOOKS
        for step in steps(book)
        for source in sources(book, step)
        for board, parts in re.findall(r'workbook\.board\("(\w+)"(?:, parts="([^"]*)")?', source)
    ]


@pytest.mark.parametrize(("book", "step", "board", "parts"), boards_called())
def test_a_step_shows_parts_that_its_board_has(book: str, step: str, board: str, parts: str) -> None:
    found = read_boards().boards.get(board)
    assert found is not None, (book, step)
    assert len(parts.split()) <= 3
    assert [part for part in parts.split() if found.part(part) is None] == []


def test_every_part_of_every_board_is_shown_in_a_workbook() -> None:
    shown = {(board, part) for _, _, board, parts in boards_called() for part in parts.split()}
    whole = {board for _, _, board, parts in boards_called() if not parts}
    every = {(board.id, part.id) for board in read_boards().boards.values() for part in board.parts}
    assert {(board, part) for board, part in every - shown if board not in whole} == set()


@pytest.mark.parametrize("book", sorted(WORKBOOKS))
def test_links_lead_to_steps_that_exist(book: str) -> None:
    words = "".join("".join(c["source"]) for c in WORKBOOKS[book]["cells"] if c["cell_type"] == "markdown")
    for target, step in re.findall(r"\]\((\w+)\.ipynb#([\w-]+)\)", words):
        assert step in steps(target), f"{book}: {target}#{step}"


@pytest.mark.parametrize("book", sorted(book for book in WORKBOOKS if "02" <= book < "09"))
def test_a_workbook_tells_its_goal_first_and_closes_on_the_workers_stance(book: str) -> None:
    assert steps(book)[-1] == "slot"
    assert 6 <= len(steps(book)) <= 12


def test_the_workbooks_of_the_articles_are_one_chain() -> None:
    seen = ["00_start"]
    while following := WORKBOOKS[seen[-1]]["metadata"]["netwerk"].get("next"):
        assert WORKBOOKS[following]["metadata"]["netwerk"]["previous"] == seen[-1]
        seen.append(following)
    assert seen[:8] == sorted(WORKBOOKS)[:8]
