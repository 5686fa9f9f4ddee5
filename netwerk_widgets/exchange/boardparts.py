"""One part of a board, read strictly: what its kind may hold, and its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from netwerk_widgets.exchange.boardfields import CLIENT, HEADER, LONGEST, MOST, OPTION, Problem, Sheet
from netwerk_widgets.exchange.toml import lines, one_line
from netwerk_widgets.model.cards import board as b
from netwerk_widgets.model.case.words import MOMENTS

ALWAYS = ("id", "kind", "after", "hidden_with_client")
FITS: Mapping[str, tuple[str, ...]] = {
    "words": (),
    "choice": ("options", "many", "look", "reason"),
    "rows": ("options", "many", "look", "fields", "person", "date", "supposition", "onto"),
    "steps": (),
    "trail": (),
    "scene": ("moment", "sleeping"),
    "silence": ("seconds",),
    "exercise": ("options", "many"),
    "text": (),
}
"""What may be said of a part of a kind, besides ``ALWAYS``."""

NEEDS: Mapping[str, tuple[str, ...]] = {"choice": ("options",), "rows": ("fields",)}
FLAGS = ("many", "reason", "person", "date", "supposition", "hidden_with_client", "sleeping")
RESERVED = ("date", "case")
"""Names that ``Answer.more`` has a use for already."""

NAME = re.compile(r"[a-z][a-z0-9_]{0,27}")
"""The id of a board, a part, an option or a field."""


def part_of(sheet: Sheet, row: Any, before: Collection[str]) -> b.Part:
    """A part as its sheet tells of it.

    Args:
        sheet: the board's files.
        row: the part in ``structure.toml``.
        before: the ids of the parts above it; ``after`` names one of these.

    Raises:
        Problem: something in it does not fit.
    """
    return _Row(sheet, row, before).part()


class _Row:
    def __init__(self, sheet: Sheet, row: Any, before: Collection[str]) -> None:
        self._sheet = sheet
        if not isinstance(row, Mapping):
            raise sheet.problem("table", HEADER, field="parts")
        self._row = row
        self._before = before
        self._id = self._name(row.get("id"), HEADER, "id", taken=before)

    def part(self) -> b.Part:
        kind = self._one_of("kind", b.PART_KINDS)
        for key in self._row:
            if key not in (*ALWAYS, *FITS[kind]):
                raise self._problem("unfit", field=str(key)[:40], kind=kind)
        for key in NEEDS.get(kind, ()):
            if not self._row.get(key):
                raise self._problem("missing", field=key)
        return b.Part(self._id, kind, **self._words(kind), **self._plain(kind))

    def _plain(self, kind: b.PartKind) -> dict[str, Any]:
        """All that holds in every language."""
        values: dict[str, Any] = {}
        for key, value in self._row.items():
            if key in FLAGS:
                if not isinstance(value, bool):
                    raise self._problem("choice", field=key, options="true, false")
                values[key] = value
            elif key == "look":
                values[key] = self._one_of(key, b.LOOKS[kind])
            elif key == "moment":
                values[key] = self._one_of(key, MOMENTS)
            elif key == "onto":
                values[key] = self._one_of(key, b.ONTO)
            elif key == "after":
                values[key] = self._one_of(key, ("", *self._before))
            elif key == "seconds":
                if isinstance(value, bool) or not isinstance(value, int) or not 5 <= value <= 600:
                    raise self._problem("number", field=key, low=5, high=600)
                values[key] = value
        return values

    def _words(self, kind: b.PartKind) -> dict[str, Any]:
        sheet, way = self._sheet, self._id
        texts = {
            f"{key}s": sheet.texts((way, key), way, LONGEST[key])
            for key in ("title", "placeholder", "prompt", "closed")
        }
        texts["texts"] = sheet.texts((way, "text"), way, LONGEST["text"], clean=lines)
        if not texts["titles"] and not (kind == "text" and texts["texts"]):
            raise self._problem("missing", next(iter(sheet.spoken), ""), field="title")
        options = tuple(self._option(one) for one in self._names("options", MOST["options"]))
        fields = tuple(self._field(one) for one in self._names("fields", b.MOST_FIELDS))
        rest = {"thoughts": self._thoughts(), "with_client": self._with_client()}
        return {**texts, "options": options, "fields": fields, **rest}

    def _with_client(self) -> dict[str, Mapping[str, str]]:
        """What is said otherwise to a client who looks along."""
        way = (self._id, "with_client")
        clean = {"text": lines}
        said = {
            key: self._sheet.texts((*way, key), self._id, LONGEST[key], clean=clean.get(key, one_line))
            for key in CLIENT
        }
        return {key: texts for key, texts in said.items() if texts}

    def _option(self, name: str) -> b.Option:
        way = (self._id, "options", name)
        labels = self._sheet.texts((*way, "label"), self._id, LONGEST["label"], needed=True)
        return b.Option(name, labels, self._sheet.texts((*way, "text"), self._id, OPTION))

    def _field(self, name: str) -> b.Field:
        if name in RESERVED:
            raise self._problem("name", field="fields", name=name)
        labels = self._sheet.texts((self._id, "fields", name), self._id, LONGEST["label"], needed=True)
        to_client = self._sheet.texts((self._id, "with_client", "fields", name), self._id, LONGEST["label"])
        return b.Field(name, labels, to_client)

    def _thoughts(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for language in self._sheet.words:
            said = self._sheet.said(language, (self._id, "thoughts"))
            if said is None:
                continue
            texts = [one_line(text) for text in said] if isinstance(said, list) else []
            if not texts or len(texts) > MOST["thoughts"] or not all(0 < len(text) <= OPTION for text in texts):
                raise self._problem("texts", language, field="thoughts", most=MOST["thoughts"], limit=OPTION)
            found[language] = tuple(texts)
        return found

    def _names(self, key: str, most: int) -> Sequence[str]:
        """The ids of options or fields, each once."""
        names = self._row.get(key, [])
        if not isinstance(names, list) or len(names) > most:
            raise self._problem("names", field=key, most=most)
        found: list[str] = []
        for name in names:
            found.append(self._name(name, self._id, key, taken=found))
        return found

    def _name(self, name: Any, part: Any, field: str, *, taken: Collection[str]) -> str:
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise self._sheet.problem("name", part, field=field, name=str(name)[:40])
        if name in taken:
            raise self._sheet.problem("twice", part, field=field, name=name)
        return name

    def _one_of(self, key: str, options: Sequence[Any]) -> Any:
        value = self._row.get(key)
        if not isinstance(value, str) or value not in options:
            raise self._problem("choice", field=key, options=", ".join(filter(None, options)))
        return value

    def _problem(self, key: str, language: str = "", **words: Any) -> Problem:
        return self._sheet.problem(key, self._id, language, **words)
