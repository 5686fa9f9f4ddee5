"""A file of question cards, field by field: what a family and a card may hold, and what is said when it does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from netwerk_widgets.exchange.toml import mapping, one_line, plain
from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.cards import deck as d

CHOICES: Mapping[str, Sequence[str]] = {
    "stage": d.STAGES,
    "tempo": d.TEMPOS,
    "audience": d.AUDIENCES,
    "kind": d.CARD_KINDS,
}
LISTS: Mapping[str, Sequence[str]] = {"relation": d.RELATIONS, "puts": d.PUTS, "signs": d.SIGNS}
SHARED = ("stage", "relation", "audience", "tempo", "kind", "puts")
"""What may stand with the family for all its cards; what a card says of itself goes before it."""

LONGEST = {"name": 60, "purpose": 400, "question": 300, "follow_ups": 200, "gentler": 60, "source": 200}
MOST = 5
"""How many follow-up questions a card may have."""

_NUMBER = re.compile(r"[a-z0-9][a-z0-9_]{0,19}")


class Problem(Exception):  # noqa: N818 -- it is told, not raised to the user
    """Something in a file of cards does not fit; ``message`` says where and what to do."""

    def __init__(self, key: str, **words: Any) -> None:
        self.message = Message(f"deck.problem.{key}", words)
        super().__init__(key)


@dataclass(frozen=True)
class Table:
    """One family as it stands in its file or files, words and all else together.

    ``spoken``: the languages that its texts must have; empty for a team's own, which may have one or both.
    """

    family: str
    head: Mapping[str, Any]
    rows: Mapping[str, Any]
    files: Mapping[str, str]
    spoken: tuple[str, ...] = ()
    scraps: tuple[Problem, ...] = field(default=())

    @classmethod
    def own(cls, family: str, file: str, data: Mapping[str, Any]) -> Table:
        """A team's own file: all of it stands there."""
        head = {key: value for key, value in data.items() if key != "cards"}
        return cls(family, head, mapping(data.get("cards")), {"": file})

    @classmethod
    def joined(cls, family: str, meta: Any, words: Mapping[str, Mapping[str, Any]]) -> Table:
        """The program's files: ``meta`` from structure.toml, ``words`` by language."""
        files = {"": "structure.toml", **{language: f"{language}/{family}.toml" for language in words}}
        parts: list[tuple[str, Mapping[str, Any], tuple[str, ...], tuple[str, ...]]] = [
            ("", mapping(meta), (*SHARED, "sources"), (*CHOICES, *LISTS, "gentler")),
            *((language, data, ("name", "purpose"), ("question", "follow_ups")) for language, data in words.items()),
        ]
        head: dict[str, Any] = {}
        rows: dict[str, Any] = {}
        scraps: list[Problem] = []
        for language, data, heads, fields in parts:
            own = {key: value for key, value in data.items() if key != "cards"}
            scraps += _put(head, own, heads, language, {"file": files[language], "card": _HEADER})
            for number, row in mapping(data.get("cards")).items():
                where = {"file": files[language], "card": plain(f"{family}-{number}")}
                scraps += _put(rows.setdefault(number, {}), mapping(row), fields, language, where)
        return cls(family, head, rows, files, tuple(words), tuple(scraps))

    def file(self, language: str = "") -> str:
        """The file in which the words of a language stand, or all else."""
        return self.files.get(language, self.files[""])

    def cards(self) -> Iterator[d.Card | Problem]:
        """Each card, or all that does not fit about it."""
        for number, row in self.rows.items():
            found = self._card(str(number), row)
            yield from found if isinstance(found, list) else [found]

    def untranslated(self) -> Iterator[Problem]:
        """What the words of a language lack or have too much of; the cards work without."""
        yield from self.scraps
        for number, row in self.rows.items():
            for key in ("question", "follow_ups"):
                for language in self.spoken:
                    if isinstance(row, Mapping) and language not in mapping(row.get(key)) and row.get("question"):
                        where = {"file": self.file(language), "card": plain(f"{self.family}-{number}"), "field": key}
                        yield Problem("missing", **where)

    def _card(self, number: str, row: Any) -> d.Card | list[Problem]:
        identity = f"{self.family}-{number}"
        if not _NUMBER.fullmatch(number):
            return [Problem("number", file=self.file(), card=plain(number))]
        if not isinstance(row, Mapping):
            return [Problem("table", file=self.file(), card=identity, field=number)]
        shared = {key: self.head[key] for key in SHARED if key in self.head}
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for key, value in {**shared, **row}.items():
            if key == "question" and not value:
                continue  # told as missing, once
            try:
                name, fits = self._field(key, value, identity)
                values[name] = fits
            except Problem as problem:
                problems.append(problem)
        if not row.get("question"):
            first = self.file(next(iter(self.spoken), ""))
            problems.append(Problem("missing", file=first, card=identity, field="question"))
        if problems:
            return problems
        return d.Card(identity, self.family, **{"follow_ups_in": {}, **values})

    def _field(self, key: str, value: Any, card: str) -> tuple[str, Any]:
        """What a field is called in a card, and what it holds.

        Raises:
            Problem: it does not fit.
        """
        if key == "question":
            return "questions", self.texts(value, card, key)
        if key == "follow_ups":
            return "follow_ups_in", self._rows_of_texts(value, card)
        if key == "gentler":
            return key, self._text(value, card, key)
        return key, self._meta(key, value, card)

    def _meta(self, key: str, value: Any, card: str | Message) -> Any:
        """One of a fixed row of words, or several of them."""
        where = {"file": self.file(), "card": card, "field": plain(key)}
        options = CHOICES.get(key) or LISTS.get(key)
        if options is None:
            raise Problem("unknown", **where)
        if key in CHOICES:
            if not isinstance(value, str) or value not in options:
                raise Problem("choice", **where, options=", ".join(options))
            return value
        if not isinstance(value, list) or not all(isinstance(one, str) and one in options for one in value):
            raise Problem("choice", **where, options=", ".join(options))
        return tuple(option for option in options if option in value)

    def texts(self, value: Any, card: str | Message, key: str) -> Mapping[str, str]:
        """A text by language: one that is not said to be of a language is of the first."""
        return {
            language: self._text(text, card, key, language)
            for language, text in self._by_language(value, card, key).items()
        }

    def _rows_of_texts(self, value: Any, card: str) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for language, texts in self._by_language(value, card, "follow_ups").items():
            if not isinstance(texts, list) or len(texts) > MOST:
                where = {"file": self.file(language), "card": card, "field": "follow_ups"}
                raise Problem("texts", **where, most=MOST, limit=LONGEST["follow_ups"])
            found[language] = tuple(self._text(text, card, "follow_ups", language) for text in texts)
        return found

    def _by_language(self, value: Any, card: str | Message, key: str) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            return {LANGUAGES[0]: value}
        for language in value:
            if language not in LANGUAGES:
                raise Problem("unknown", file=self.file(), card=card, field=plain(f"{key}.{language}"))
        return value

    def _text(self, value: Any, card: str | Message, key: str, language: str = "") -> str:
        clean = one_line(value)
        limit = LONGEST.get(key, LONGEST["source"])
        if not clean or len(clean) > limit:
            raise Problem("text", file=self.file(language), card=card, field=key, limit=limit)
        return clean

    def source(self, row: Any) -> d.Source:
        """One source of the family."""
        values: dict[str, Any] = {}
        if not isinstance(row, Mapping) or "author" not in row:
            raise Problem("table", file=self.file(), card=_HEADER, field="sources")
        for key, value in row.items():
            if key == "general" and isinstance(value, bool):
                values[key] = value
            elif key in ("author", "year", "title"):
                values[key] = self._text(value, _HEADER, f"sources.{key}")
            else:
                raise Problem("unknown", file=self.file(), card=_HEADER, field=plain(f"sources.{key}"))
        return d.Source(**values)

    def check_head(self) -> None:
        """Whether the family's own fields are known, and fit."""
        for key, value in self.head.items():
            if key in SHARED:
                self._meta(key, value, _HEADER)
            elif key not in ("name", "purpose", "sources"):
                raise Problem("unknown", file=self.file(), card=_HEADER, field=plain(key))


_HEADER = Message("deck.problem.header")


def family_of(table: Table) -> d.Family:
    """The family that a file tells of.

    Raises:
        Problem: its name is missing, or something in its header does not fit.
    """
    table.check_head()
    for key in ("name", "purpose") if table.spoken else ("name",):
        for language in table.spoken or ("",):
            if not table.head.get(key) or (language and language not in table.head[key]):
                raise Problem("missing", file=table.file(language), card=_HEADER, field=key)
    names = table.texts(table.head["name"], _HEADER, "name")
    purposes = table.texts(table.head["purpose"], _HEADER, "purpose") if table.head.get("purpose") else {}
    rows = table.head.get("sources", [])
    if not isinstance(rows, list):
        raise Problem("table", file=table.file(), card=_HEADER, field="sources")
    sources = tuple(table.source(row) for row in rows) or (d.Source(),)
    return d.Family(table.family, names, purposes, sources, own=not table.spoken)


def _put(
    target: dict[str, Any], values: Mapping[str, Any], known: Sequence[str], language: str, where: Mapping[str, Any]
) -> Iterator[Problem]:
    """Put what a file says with the rest, a text under its language; what does not belong in that file is a problem."""
    for key, value in values.items():
        if key not in known:
            yield Problem("unknown", **where, field=plain(key))
        elif language:
            target.setdefault(key, {})[language] = value
        else:
            target[key] = value
