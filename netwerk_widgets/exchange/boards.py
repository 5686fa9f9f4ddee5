"""The boards: what came with the program, and a team's own boards beside it.

The program's boards stand in ``data/boards``: ``structure.toml`` says once what holds in every language, and
``<language>/<board>.toml`` holds the words. A team's own boards stand in ``borden/<board>.toml`` in the user's data
folder, where an upgrade leaves them alone: one file a board, with structure and words together, a text in one language
or in both (``{ nl = "...", en = "..." }``). What a part may hold is told in :mod:`.boardparts`.

Reading never fails: what does not fit is left out and said in a :class:`Message` that names file, board, part and field.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.library.home import data_folder as user_folder
from netwerk_widgets.exchange import content
from netwerk_widgets.exchange.boardfields import HEADER, LONGEST, MOST, Problem, Sheet
from netwerk_widgets.exchange.boardparts import NAME, part_of
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.exchange.toml import Unreadable, load, mapping, one_line, slug
from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.cards import board as b
from netwerk_widgets.model.cards.deck import Source

OWN = "borden"


@dataclass(frozen=True)
class Reading:
    """What was read: the boards that fit, by id, and a sentence for each thing that did not."""

    boards: Mapping[str, b.Board] = field(default_factory=dict)
    problems: tuple[Message, ...] = ()


def own_folder() -> Path:
    """Where a team puts its own boards."""
    return user_folder() / OWN


def read_boards(folder: Path | None = None, own: Path | None = None, only: str = "") -> Reading:
    """All boards: the program's, then the team's own.

    >>> read_boards().boards["wall"].title("nl")
    'De muur'

    Args:
        folder: where ``structure.toml`` and the folders of the languages lie; the program's own boards where left out.
        own: the folder with the team's own boards; :func:`own_folder` where left out.
        only: the one board to read, which takes less time; all of them where left out.
    """
    shipped = _Reader(only=only)
    with suppress(ContentError):
        shipped.shipped(folder or content.data_folder("boards") / "boards")
    if not shipped.found:
        shipped.problems = [Message("board.problem.no_boards")]
    theirs = _Reader(shipped.boards, only)
    theirs.own(own or own_folder())
    return Reading(theirs.boards, (*shipped.problems, *theirs.problems))


class _Reader:
    """Reads boards one by one, and keeps what fits and what does not."""

    def __init__(self, before: Mapping[str, b.Board] | None = None, only: str = "") -> None:
        self.boards = dict(before or {})
        self.found = False  # whether there was anything to read at all
        self._only = only
        self.problems: list[Message] = []

    def shipped(self, folder: Path) -> None:
        """The program's boards: what holds in every language joined with the words of each."""
        heads = self._load(folder / "structure.toml", "structure.toml") or {}
        files = {language: {file.stem for file in (folder / language).glob("*.toml")} for language in LANGUAGES}
        for language in [language for language, found in files.items() if not found]:
            self.problems.append(Message("board.problem.unreadable", {"file": f"{language}/"}))
            del files[language]
        names = dict.fromkeys([*heads, *sorted(name for found in files.values() for name in found)])
        self.found = bool(names) and bool(files)
        for name in [name for name in names if self._only in ("", name)]:
            places = {language: f"{language}/{name}.toml" for language in files}
            words = {language: self._load(folder / place, place) for language, place in places.items()}
            there = {language: said for language, said in words.items() if said is not None}
            if there:
                self._add(Sheet(name, mapping(heads.get(name)), there, {"": "structure.toml", **places}, (*there,)))

    def own(self, folder: Path) -> None:
        """A team's own boards; a folder that is not there holds none."""
        for file in sorted(folder.glob("*.toml")):
            name = slug(file.stem)
            data = self._load(file, file.name) if self._only in ("", name) else None
            if data is not None:
                self._add(Sheet.own(name, file.name, data))

    def _add(self, sheet: Sheet) -> None:
        try:
            if sheet.board in self.boards or not NAME.fullmatch(sheet.board):
                raise sheet.problem("taken", HEADER)
            self.boards[sheet.board] = board_of(sheet, self.problems)
        except Problem as problem:
            self.problems.append(problem.message)

    def _load(self, file: Path, name: str) -> Mapping[str, Any] | None:
        try:
            return load(file)
        except Unreadable as error:
            self.problems.append(Message(f"board.problem.{error.why}", {"file": name, **error.words}))
            return None


def board_of(sheet: Sheet, problems: list[Message]) -> b.Board:
    """The board, with the parts that fit; what does not fit is added to ``problems``.

    Raises:
        Problem: nothing of it can be shown.
    """
    rows = sheet.head.get("parts")
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST["parts"]:
        raise sheet.problem("no_parts", HEADER, most=MOST["parts"])
    parts: dict[str, b.Part] = {}
    for row in rows:
        try:
            part = part_of(sheet, row, parts)
            parts[part.id] = part
            problems += (problem.message for problem in sheet.lacking(part))
        except Problem as problem:
            problems.append(problem.message)
    problems += (problem.message for problem in sheet.strangers({str(mapping(row).get("id")) for row in rows}))
    if not parts:
        raise sheet.problem("no_parts", HEADER, most=MOST["parts"])
    titles = sheet.texts(("title",), HEADER, LONGEST["title"], needed=True)
    return b.Board(sheet.board, titles, tuple(parts.values()), **_header(sheet), own=not sheet.spoken)


def _header(sheet: Sheet) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in sheet.head.items():
        if key == "desk":
            if value not in b.DESKS:
                raise sheet.problem("choice", HEADER, field=key, options=", ".join(b.DESKS))
            values[key] = value
        elif key == "per_case":
            if not isinstance(value, bool):
                raise sheet.problem("choice", HEADER, field=key, options="true, false")
            values[key] = value
        elif key == "sources":
            values[key] = _sources(sheet, value)
        elif key != "parts":
            raise sheet.problem("unknown", HEADER, field=str(key)[:40])
    return values


def _sources(sheet: Sheet, rows: Any) -> tuple[Source, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) and row.get("author") for row in rows):
        raise sheet.problem("table", HEADER, field="sources")
    for row in rows:
        for key, value in row.items():
            if key not in ("author", "year", "title", "general"):
                raise sheet.problem("unknown", HEADER, field=f"sources.{key}"[:40])
            if not (isinstance(value, bool) if key == "general" else 0 < len(one_line(value)) <= LONGEST["source"]):
                raise sheet.problem("text", HEADER, field=f"sources.{key}", limit=LONGEST["source"])
    return tuple(Source(**row) for row in rows)
