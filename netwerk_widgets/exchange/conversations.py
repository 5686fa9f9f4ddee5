"""The conversations of a practice case: each an exercise, to be answered in own words before anybody else's are shown.

A conversation has ``id``, ``when`` (day and place in the story), ``lines`` (``who``, the id of somebody in the case, and
the literal ``words``), ``halt`` (the moment at which it halts), ``ask`` (what the reader is asked), and two to four
``thoughts`` of experienced colleagues: different ones, since there is no right answer. Texts stand in both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.locale import LANGUAGES
from netwerk_widgets.model.cards.board import Board, Part, Words
from netwerk_widgets.model.case import fields as f

Rows = Sequence[tuple[str, Mapping[str, Any]]]
Texts = Callable[[Any, str], Words]
"""Reads a text by language, at a place that an error can name."""

_FIELDS = {"id", "when", "lines", "halt", "ask", "thoughts"}
FEWEST_LINES = 2
THOUGHTS = range(2, 5)
"""How many thoughts a conversation may have: one alone would look like the answer."""


class Conversations:
    """Reads the conversations of one file.

    Args:
        roles: what everybody in the case is called, by id.
        texts: reads a text in every language.
        wrong: makes the error that names a place in the file.
    """

    def __init__(self, roles: Mapping[str, Words], texts: Texts, wrong: Callable[[str], ContentError]) -> None:
        self._roles = roles
        self._texts = texts
        self._wrong = wrong

    def board(self, identity: str, titles: Words, rows: Rows) -> Board:
        """The board of these conversations.

        Raises:
            ContentError: one of them does not fit.
        """
        parts: dict[str, Part] = {}
        for where, row in rows:
            for key in (*row, *sorted(_FIELDS - set(row))):
                if key not in _FIELDS or key not in row:
                    raise self._wrong(f"{where}.{key}")
            name = row["id"]
            if not isinstance(name, str) or not f.IDENTIFIER.fullmatch(name) or name in parts:
                raise self._wrong(f"{where}.id")
            parts[name] = self._part(name, row, where)
        if not parts:
            raise self._wrong("conversations")
        return Board(identity, titles, tuple(parts.values()))

    def _part(self, name: str, row: Mapping[str, Any], where: str) -> Part:
        lines = [self._line(line, f"{where}.lines[{place}]") for place, line in self._rows(row, "lines", where)]
        thoughts = [self._texts(one, f"{where}.thoughts[{place}]") for place, one in self._rows(row, "thoughts", where)]
        if len(lines) < FEWEST_LINES:
            raise self._wrong(f"{where}.lines")
        if len(thoughts) not in THOUGHTS:
            raise self._wrong(f"{where}.thoughts")
        halt = self._texts(row["halt"], f"{where}.halt")
        return Part(
            name,
            "exercise",
            titles=self._texts(row["when"], f"{where}.when"),
            texts={tongue: "\n".join([*(line[tongue] for line in lines), "", halt[tongue]]) for tongue in LANGUAGES},
            prompts=self._texts(row["ask"], f"{where}.ask"),
            thoughts={tongue: tuple(thought[tongue] for thought in thoughts) for tongue in LANGUAGES},
        )

    def _line(self, line: Any, where: str) -> Words:
        """Who says what, as one line: "Mo: Koffie?"."""
        if not isinstance(line, Mapping) or set(line) != {"who", "words"}:
            raise self._wrong(where)
        if not isinstance(line["who"], str) or line["who"] not in self._roles:
            raise self._wrong(f"{where}.who")
        roles, words = self._roles[line["who"]], self._texts(line["words"], f"{where}.words")
        return {tongue: f"{_begun(roles[tongue])}: {words[tongue]}" for tongue in LANGUAGES}

    def _rows(self, row: Mapping[str, Any], key: str, where: str) -> list[tuple[int, Any]]:
        rows = row[key]
        if not isinstance(rows, list):
            raise self._wrong(f"{where}.{key}")
        return list(enumerate(rows, start=1))


def _begun(role: str) -> str:
    """A role as it begins a line."""
    return role[:1].upper() + role[1:]
