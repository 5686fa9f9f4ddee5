"""The methods of intervision: what came with the program, and a team's own beside or instead of them.

How their files stand and are read is told in :mod:`.reader`. A team's own stand in ``methoden/<method>.toml``. A file
with the name of one of the program's methods takes its place: so a team changes minutes and steps.
``data/methods/voorbeeld.toml`` is one to copy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from netwerk_widgets.exchange import reader as r
from netwerk_widgets.locale import Message
from netwerk_widgets.model.meeting import method as m

MOST_PHASES = 16
PEOPLE = r.number(1, 40)
SPEAKERS: Mapping[str, tuple[m.Role, ...]] = {
    "all": m.ROLES,
    "bringer": ("bringer",),
    "facilitator": ("facilitator",),
    "participants": ("participant", "recorder"),
    "recorder": ("recorder",),
    "observer": ("observer",),
}
"""Who is meant: ``participants`` are all but whoever brings the case and whoever guards the time."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,29}")


def _name(value: Any, place: r.Place) -> str:
    if value != "" and (not isinstance(value, str) or not _NAME.fullmatch(value)):
        raise place.problem("table")
    return str(value)


def _names(value: Any, place: r.Place) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise place.problem("table")
    return tuple(_name(one, place) for one in value)


def _roles(value: Any, place: r.Place) -> tuple[m.Role, ...]:
    found = {role for name in r.some_of(tuple(SPEAKERS))(value, place) for role in SPEAKERS[name]}
    return tuple(role for role in m.ROLES if role in found)


def _group(value: Any, place: r.Place) -> tuple[int, int]:
    least, most = sorted(
        PEOPLE(one, place) for one in (value if isinstance(value, list) and len(value) == 2 else [0, 0])
    )
    return least, most


METHOD: Mapping[str, r.Reads] = {
    "name": r.texts(60),
    "purpose": r.texts(400),
    "level": r.one_of(m.LEVELS),
    "group": _group,
    "questions": r.some_of(m.QUESTIONS),
    **dict.fromkeys(("free", "general", "minutes_general"), r.flag),
    "sources": r.sources,
}
WORDS: Mapping[str, r.Reads] = {
    "title": r.texts(40),
    "say": r.texts(120),  # read from the other end of the room
    "help": r.texts(300),
    "yields": r.texts(160),
}
PHASE: Mapping[str, r.Reads] = {
    "id": _name,
    "minutes": r.number(1, 90),
    **dict.fromkeys(("speaks", "silent"), _roles),
    "moves": r.some_of(m.MOVES),
    "each": r.number(1, 20),
    **dict.fromkeys(("turns", "writing", "again", "several"), r.flag),
    **dict.fromkeys(("board", "part"), _name),
    "cards": _names,
    **WORDS,
}
KIND = r.Kind(
    "methods",
    "methods",
    "methoden",
    rows="phases",
    apart="phases",
    heads=("name", "purpose"),
    words=WORDS,
    nothing="no_methods",
)


@dataclass(frozen=True)
class Reading:
    """What was read: the methods that fit, by id, and a sentence for each thing that did not."""

    methods: Mapping[str, m.Method] = field(default_factory=dict)
    problems: tuple[Message, ...] = ()


def read_methods(folder: Path | None = None, own: Path | None = None) -> Reading:
    """All methods: the program's, or the team's own version of one; then the team's own.

    >>> read_methods().methods["incident"].minutes
    65

    Args:
        folder: where ``structure.toml`` and the folders of the languages lie; the program's own where left out.
        own: the folder with the team's own methods; in the user's data folder where left out.
    """
    methods: dict[str, m.Method] = {}

    def add(sheet: r.Sheet) -> None:
        methods[sheet.name] = method_of(sheet)

    reader = r.Reader(KIND)
    reader.read(add, folder, own)
    return Reading(methods, tuple(reader.problems))


def method_of(sheet: r.Sheet) -> m.Method:
    """The method that a sheet tells of.

    Raises:
        Problem: something in it is missing or does not fit.
    """
    rows = sheet.data.get("phases")
    if not isinstance(rows, list) or not 0 < len(rows) <= MOST_PHASES:
        raise sheet.problem("no_phases")
    phases = tuple(_phase(sheet, row) for row in rows)
    if len({phase.id for phase in phases}) < len(phases):
        raise sheet.problem("id", phases[0].id)
    head = sheet.read(sheet.head, METHOD, KIND.header, needed=KIND.heads if sheet.spoken else ("name",))
    words = {"names": head.pop("name"), "purposes": head.pop("purpose", {})}
    return m.Method(sheet.name, phases=phases, own=not sheet.spoken, **words, **head)


def _phase(sheet: r.Sheet, row: Any) -> m.Phase:
    if not isinstance(row, Mapping):
        raise sheet.problem("table", field="phases")
    name = row.get("id")
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise sheet.problem("id", str(name)[:40])
    found = sheet.read(row, PHASE, name, needed=("minutes", "title", "say"))
    return m.Phase(titles=found.pop("title"), says=found.pop("say"), helps=found.pop("help", {}), **found)
