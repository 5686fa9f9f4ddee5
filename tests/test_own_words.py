"""Everything that a reader meets is said in own words: boards, practice cases and workbooks."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.own_words import from_an_article

ROOT = Path(__file__).parents[1]
BOARDS = sorted((ROOT / "data" / "boards" / "nl").glob("*.toml"))
PRACTICE = sorted((ROOT / "data" / "practice").glob("*.json"))
WORKBOOKS = sorted((ROOT / "workbooks").glob("*.ipynb"))


def texts(value: Any) -> Iterator[str]:
    """Every text in it, a sentence at a time."""
    if isinstance(value, str):
        yield from (part for part in re.split(r"(?<=[.?!:])\s+|\n+", value) if part)
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def words_of(book: Path) -> Iterator[str]:
    for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            yield from texts("".join(cell["source"]))


@pytest.mark.parametrize("file", BOARDS, ids=lambda file: file.stem)
def test_no_board_says_a_sentence_of_an_article(file: Path) -> None:
    assert [text for text in texts(tomllib.loads(file.read_text(encoding="utf-8"))) if from_an_article(text)] == []


@pytest.mark.parametrize("file", PRACTICE, ids=lambda file: file.stem)
def test_no_practice_case_says_a_sentence_of_an_article(file: Path) -> None:
    assert [text for text in texts(json.loads(file.read_text(encoding="utf-8"))) if from_an_article(text)] == []


@pytest.mark.parametrize("file", WORKBOOKS, ids=lambda file: file.stem)
def test_no_workbook_says_a_sentence_of_an_article(file: Path) -> None:
    assert [text for text in words_of(file) if from_an_article(text)] == []


def test_there_is_something_to_look_at() -> None:
    assert len(BOARDS) >= 12
    assert len(PRACTICE) >= 2
    assert len(WORKBOOKS) >= 3
    for book in WORKBOOKS:
        assert len(list(words_of(book))) > 10
