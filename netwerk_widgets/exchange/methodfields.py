"""A method as it stands in its files, field by field: what it may hold, and what is said when it does not fit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netwerk_widgets.exchange.toml import mapping, one_line
from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.cards.deck import Source
from netwerk_widgets.model.meeting import method as m

LONGEST = {"name": 60, "purpose": 400, "title": 40, "say": 120, "help": 300, "yields": 160, "source": 200}
"""How many characters a text may have: ``say`` is read from the other end of the room."""
MOST_PHASES = 16
MINUTES = (1, 90)
PEOPLE = (1, 40)
EACH = (1, 20)
TEXTS = ("title", "say", "help", "yields")
SPEAKERS: Mapping[str, tuple[m.Role, ...]] = {
    "all": m.ROLES,
    "bringer": ("bringer",),
    "facilitator": ("facilitator",),
    "participants": ("participant", "recorder"),
    "recorder": ("recorder",),
    "observer": ("observer",),
}
"""Who is meant: ``participants`` are all but whoever brings the case and whoever guards the time."""

HEADER = Message("methods.problem.header")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,29}")
_HEADS = {"name", "purpose", "level", "group", "questions", "free", "general", "minutes_general", "sources", "phases"}
_PHASE = {"id", "minutes", "speaks", "silent", "moves", "turns", "each", "writing", "board", "part", "cards", "again"}
_PHASE |= set(TEXTS)


class Problem(Exception):  # noqa: N818 -- it is told, not raised to the user
    """Something in a method does not fit; ``message`` says where and what to do."""

    def __init__(self, key: str, **words: Any) -> None:
        self.message = Message(f"methods.problem.{key}", words)
        super().__init__(key)


@dataclass(frozen=True)
class Sheet:
    """One method as it stands in its file or files, its words laid with the rest, each by language.

    ``spoken``: the languages that its words must have; empty for a team's own, which may have one or both.
    """

    method: str
    data: Mapping[str, Any]
    files: Mapping[str, str]
    spoken: tuple[str, ...] = ()

    @classmethod
    def joined(cls, method: str, meta: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]) -> Sheet:
        """The program's files: ``meta`` from structure.toml, ``words`` by language.

        Raises:
            Problem: words for a phase or a field that is not there.
        """
        files = {"": "structure.toml", **{language: f"{language}/{method}.toml" for language in words}}
        rows = meta.get("phases")
        phases = [dict(row) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
        known = {str(phase.get("id")): phase for phase in phases}
        data: dict[str, Any] = {**meta, "phases": phases}
        for language, said in words.items():
            for key, value in said.items():
                if key in ("name", "purpose"):
                    data.setdefault(key, {})[language] = value
                elif key != "phases":
                    raise Problem("unknown", file=files[language], card=HEADER, field=key[:40])
            for name, texts in mapping(said.get("phases")).items():
                for key, value in mapping(texts).items():
                    if name not in known or key not in TEXTS:
                        raise Problem("unknown", file=files[language], card=name[:40], field=str(key)[:40])
                    known[name].setdefault(key, {})[language] = value
        return cls(method, data, files, tuple(words))

    def read(self) -> m.Method:
        """The method.

        Raises:
            Problem: something in it is missing or does not fit.
        """
        for key in self.data:
            if key not in _HEADS:
                raise self.problem("unknown", HEADER, field=str(key)[:40])
        rows = self.data.get("phases")
        if not isinstance(rows, list) or not 0 < len(rows) <= MOST_PHASES:
            raise self.problem("no_phases", HEADER)
        phases = tuple(self._phase(row) for row in rows)
        if len({phase.id for phase in phases}) < len(phases):
            raise self.problem("id", phases[0].id)
        values: dict[str, Any] = {"names": self.texts(self.data, "name", HEADER, needed=True)}
        values["purposes"] = self.texts(self.data, "purpose", HEADER, needed=bool(self.spoken))
        if "level" in self.data:
            values["level"] = self._one(self.data["level"], m.LEVELS, HEADER, "level")
        if "group" in self.data:
            values["group"] = self._group(self.data["group"])
        if "questions" in self.data:
            values["questions"] = self._some(self.data["questions"], m.QUESTIONS, HEADER, "questions")
        for key in ("free", "general", "minutes_general"):
            values[key] = self._flag(self.data, key, HEADER)
        return m.Method(self.method, phases=phases, sources=self._sources(), own=not self.spoken, **values)

    def _phase(self, row: Any) -> m.Phase:
        if not isinstance(row, Mapping):
            raise self.problem("table", HEADER, field="phases")
        name = row.get("id")
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            raise self.problem("id", str(name)[:40])
        for key in row:
            if key not in _PHASE:
                raise self.problem("unknown", name, field=str(key)[:40])
        return m.Phase(
            id=name,
            minutes=self._number(row.get("minutes"), MINUTES, name, "minutes"),
            speaks=self._roles(row, "speaks", name),
            silent=self._roles(row, "silent", name),
            moves=self._some(row.get("moves", []), m.MOVES, name, "moves"),
            turns=self._flag(row, "turns", name),
            each=self._number(row["each"], EACH, name, "each") if "each" in row else 0,
            writing=self._flag(row, "writing", name),
            board=self._name(row.get("board", ""), name, "board"),
            part=self._name(row.get("part", ""), name, "part"),
            cards=tuple(self._name(one, name, "cards") for one in self._list(row.get("cards", []), name, "cards")),
            again=self._flag(row, "again", name),
            titles=self.texts(row, "title", name, needed=True),
            says=self.texts(row, "say", name, needed=True),
            helps=self.texts(row, "help", name),
            yields=self.texts(row, "yields", name),
        )

    def texts(
        self, row: Mapping[str, Any], key: str, where: str | Message, *, needed: bool = False
    ) -> Mapping[str, str]:
        """A text by language: one that is not said to be of a language is of the first."""
        value = row.get(key)
        said = value if isinstance(value, Mapping) else {LANGUAGES[0]: value} if value is not None else {}
        found: dict[str, str] = {}
        for language, raw in said.items():
            if language not in LANGUAGES:
                raise self.problem("unknown", where, field=f"{key}.{language}"[:40])
            text = one_line(raw)
            if not text or len(text) > LONGEST[key]:
                raise self.problem("text", where, language, field=key, limit=LONGEST[key])
            found[language] = text
        for language in self.spoken if found or needed else ():
            if language not in found:
                raise self.problem("missing", where, language, field=key)
        if needed and not found:
            raise self.problem("missing", where, field=key)
        return found

    def problem(self, key: str, where: str | Message, language: str = "", **words: Any) -> Problem:
        """What is wrong, and where."""
        return Problem(key, file=self.files.get(language, self.files[""]), card=where, **words)

    def _roles(self, row: Mapping[str, Any], key: str, where: str) -> tuple[m.Role, ...]:
        named = self._some(row.get(key, []), tuple(SPEAKERS), where, key)
        found = {role for name in named for role in SPEAKERS[name]}
        return tuple(role for role in m.ROLES if role in found)

    def _some(self, value: Any, options: Sequence[Any], where: str | Message, key: str) -> tuple[Any, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) and one in options for one in value):
            raise self.problem("choice", where, field=key, options=", ".join(options))
        return tuple(option for option in options if option in value)

    def _one(self, value: Any, options: Sequence[Any], where: str | Message, key: str) -> Any:
        return self._some([value], options, where, key)[0]

    def _flag(self, row: Mapping[str, Any], key: str, where: str | Message) -> bool:
        value = row.get(key, False)
        if not isinstance(value, bool):
            raise self.problem("choice", where, field=key, options="true, false")
        return value

    def _number(self, value: Any, bounds: tuple[int, int], where: str | Message, key: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not bounds[0] <= value <= bounds[1]:
            raise self.problem("number", where, field=key, least=bounds[0], most=bounds[1])
        return value

    def _group(self, value: Any) -> tuple[int, int]:
        if not isinstance(value, list) or len(value) != 2:
            raise self.problem("number", HEADER, field="group", least=PEOPLE[0], most=PEOPLE[1])
        least, most = (self._number(one, PEOPLE, HEADER, "group") for one in value)
        return (min(least, most), max(least, most))

    def _list(self, value: Any, where: str, key: str) -> list[Any]:
        if not isinstance(value, list):
            raise self.problem("table", where, field=key)
        return value

    def _name(self, value: Any, where: str, key: str) -> str:
        if value != "" and (not isinstance(value, str) or not _NAME.fullmatch(value)):
            raise self.problem("table", where, field=key)
        return str(value)

    def _sources(self) -> tuple[Source, ...]:
        rows = self.data.get("sources", [])
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) and row.get("author") for row in rows):
            raise self.problem("table", HEADER, field="sources")
        for row in rows:
            for key, value in row.items():
                if key not in ("author", "year", "title", "general"):
                    raise self.problem("unknown", HEADER, field=f"sources.{key}"[:40])
                if not (isinstance(value, bool) if key == "general" else 0 < len(one_line(value)) <= LONGEST["source"]):
                    raise self.problem("text", HEADER, field=f"sources.{key}", limit=LONGEST["source"])
        return tuple(Source(**row) for row in rows)
