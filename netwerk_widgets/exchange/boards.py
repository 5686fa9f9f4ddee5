"""The boards: what came with the program, and a team's own boards beside it.

How their files stand and are read is told in :mod:`.reader`, what a part may hold in :mod:`.boardparts`. A team's own
boards stand in ``borden/<board>.toml``, and ``data/boards/voorbeeld.toml`` is one to copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from netwerk_widgets.exchange import reader as r
from netwerk_widgets.exchange.boardparts import NAME, TEXTS, WORDS, part_of
from netwerk_widgets.locale import Message
from netwerk_widgets.model.cards import board as b

KIND = r.Kind(
    "board",
    "boards",
    "borden",
    rows="parts",
    apart="",
    heads=("title",),
    words=(*WORDS, "options", "fields"),
    nothing="no_boards",
    row="part",
    whole="board",
)
own_folder = KIND.own_folder
HEAD: Mapping[str, r.Reads] = {
    "title": TEXTS["title"],
    "desk": r.one_of(b.DESKS),
    "per_case": r.flag,
    "sources": r.sources,
}
MOST_PARTS = 24


@dataclass(frozen=True)
class Reading:
    """What was read: the boards that fit, by id, and a sentence for each thing that did not."""

    boards: Mapping[str, b.Board] = field(default_factory=dict)
    problems: tuple[Message, ...] = ()


def read_boards(folder: Path | None = None, own: Path | None = None, only: str = "") -> Reading:
    """All boards: the program's, then the team's own.

    >>> read_boards().boards["wall"].titles["nl"]
    'De muur'

    Args:
        folder: where ``structure.toml`` and the folders of the languages lie; the program's own boards where left out.
        own: the folder with the team's own boards; :func:`own_folder` where left out.
        only: the one board to read, which takes less time; all of them where left out.
    """
    boards: dict[str, b.Board] = {}

    def add(sheet: r.Sheet) -> None:
        if sheet.name in boards or not NAME.fullmatch(sheet.name):
            raise sheet.problem("taken")
        boards[sheet.name] = board_of(sheet)

    reader = r.Reader(KIND, only)
    reader.read(add, folder, own)
    return Reading(boards, tuple(reader.problems))


def read_board(name: str) -> Reading:
    """One board, with the parts of others that are in sight on it (``Part.shows``).

    >>> read_board("iceberg").boards["iceberg"].parts[0].before.titles["nl"]
    'Wat zei de cliënt?'
    """
    reading = read_boards(only=name)
    found = reading.boards.get(name)
    others = {part.shows.partition(".")[0] for part in found.parts} - {"", name} if found else set()
    boards = [*reading.boards.values(), *(board for one in others for board in read_boards(only=one).boards.values())]
    known = {board.card(part.id): part for board in boards for part in board.parts}
    if not found:
        return reading
    parts = tuple(replace(part, before=known.get(part.shows)) for part in found.parts)
    return Reading({name: replace(found, parts=parts)}, reading.problems)


def board_of(sheet: r.Sheet) -> b.Board:
    """The board, with the parts that fit.

    Raises:
        Problem: nothing of it can be shown.
    """
    rows = sheet.data.get("parts")
    parts: dict[str, b.Part] = {}
    for row in rows if isinstance(rows, list) and len(rows) <= MOST_PARTS else ():
        try:
            part = part_of(sheet, row, parts)
            parts[part.id] = part
        except r.Problem as problem:
            sheet.tell(problem)
    if not parts:
        raise sheet.problem("no_parts", most=MOST_PARTS)
    head = sheet.read(sheet.head, HEAD, KIND.header, needed=("title",))
    return b.Board(sheet.name, head.pop("title"), tuple(parts.values()), **head, own=not sheet.spoken)
