"""Content that a trainer writes in TOML, read in one way: the cards, the boards and the methods.

What came with the program stands in ``data/<folder>``: ``structure.toml`` says once what holds in every language, and
``<language>/<name>.toml`` holds the words. A team's own stand in the user's data folder, where an upgrade leaves them
alone: one file a name, words and all else together, a text in one language or in both (``{ nl = "...", en = "..." }``).

Either becomes a :class:`Sheet`, in which each text stands by language; what may stand in a field is said by what reads
it (:func:`one_of`, :func:`texts`, ...). Reading never fails: what does not fit is left out and said in a
:class:`Message` that names file, row and field.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.library.home import data_folder as user_folder
from netwerk_widgets.exchange import content
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.exchange.toml import Unreadable, load, mapping, one_line, plain, slug
from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.cards.deck import Source

STRUCTURE = "structure.toml"


class Problem(Exception):  # noqa: N818 -- it is told, not raised to the user
    """Something in a file of content does not fit; ``messages`` say where and what to do."""

    def __init__(self, *messages: Message) -> None:
        self.messages = messages
        super().__init__(*(message.key for message in messages))


@dataclass(frozen=True)
class Kind:
    """What differs between the kinds of content: where they stand, and what is said of them.

    Attributes:
        room: where their sentences stand in ``locale``.
        folder: where the program's stand in ``data``.
        own: where a team's own stand in the user's data folder.
        rows: what the whole is made of: a list with ids, or, where not ``listed``, a table by number.
        apart: under which name the words of the rows stand; empty where they stand by themselves.
        heads: what the words of the whole say; ``words``: what those of a row say.
        nothing: the sentence for when the program's are not there.
        row: what a row is called in a sentence; ``whole``: what the whole is, where a sentence names it too.
    """

    room: str
    folder: str
    own: str
    rows: str
    apart: str
    heads: Collection[str]
    words: Collection[str]
    nothing: str
    listed: bool = True
    row: str = "card"
    whole: str = ""

    @property
    def header(self) -> Message:
        """The beginning of a file, as a place in a sentence."""
        return Message(f"{self.room}.problem.header")

    def own_folder(self) -> Path:
        """Where a team puts its own."""
        return user_folder() / self.own


@dataclass(frozen=True)
class Sheet:
    """One whole as it stands in its file or files, each text by language.

    ``spoken``: the languages that its words must have; empty for a team's own, which may have one or both.
    ``problems``: what was found wrong so far and leaves the rest as it is.
    """

    kind: Kind
    name: str
    data: Mapping[str, Any]
    files: Mapping[str, str]
    spoken: tuple[str, ...] = ()
    problems: list[Message] = field(default_factory=list)

    @classmethod
    def joined(cls, kind: Kind, name: str, meta: Mapping[str, Any], words: Mapping[str, Mapping[str, Any]]) -> Sheet:
        """The program's files: ``meta`` from structure.toml, ``words`` by language."""
        files = {"": STRUCTURE, **{language: f"{language}/{name}.toml" for language in words}}
        raw = meta.get(kind.rows)
        known: dict[str, Any] = {number: {**mapping(row)} for number, row in mapping(raw).items()}
        rows: Any = known
        if kind.listed:
            rows = [dict(row) if isinstance(row, Mapping) else row for row in raw] if isinstance(raw, list) else []
            known = {str(row.get("id")): row for row in rows if isinstance(row, Mapping)}
        data = {key: value for key, value in meta.items() if key not in kind.heads} | {kind.rows: rows}
        sheet = cls(kind, name, data, files, tuple(words))
        sheet._strange((key for key in meta if key in kind.heads), kind.header)
        for number, row in known.items():
            wrong = [key for key, value in row.items() if key in kind.words and not isinstance(value, list)]
            sheet._strange(wrong, sheet._where(number))
            for key in wrong:
                del row[key]
        said = _laid({language: sheet._said(language, texts, known) for language, texts in words.items()})
        for number, texts in said.pop(kind.rows, {}).items():
            row = known.setdefault(number, {})
            for key, value in texts.items():
                names = row.get(key)  # of a list of names the words say what each is called
                row[key] = {str(one): value.get(str(one), {}) for one in names} if isinstance(names, list) else value
        data |= said
        return sheet

    @property
    def head(self) -> Mapping[str, Any]:
        """What stands there of the whole."""
        return {key: value for key, value in self.data.items() if key != self.kind.rows}

    def read(
        self,
        row: Mapping[str, Any],
        fields: Mapping[str, Reads],
        where: str | Message,
        *,
        needed: Collection[str] = (),
        under: str = "",
    ) -> dict[str, Any]:
        """The fields of a row.

        Args:
            row: as it stands there.
            fields: what reads each field.
            where: the row as a sentence names it.
            needed: the fields that must say something.
            under: what stands before the name of a field in a sentence.

        Raises:
            Problem: with all that does not fit.
        """
        found: dict[str, Any] = {}
        wrong: list[Message] = []
        for key, value in {**row, **{key: None for key in needed if key not in row}}.items():
            place = Place(self, where, f"{under}{key}")
            try:
                if key not in fields:
                    raise place.problem("unknown")
                found[key] = fields[key](value, place)
                if key in needed and not found[key]:
                    of_words = isinstance(found[key], Mapping)
                    raise replace(place, language=next(iter(self.spoken), "") if of_words else "").problem("missing")
            except Problem as problem:
                wrong += problem.messages
        if wrong:
            raise Problem(*wrong)
        return found

    def problem(self, key: str, where: str | Message = "", language: str = "", **words: Any) -> Problem:
        """What is wrong, and where: in which file, and at which row."""
        file = self.files.get(language, self.files[""])
        whole = {self.kind.whole: self.name} if self.kind.whole else {}
        gaps = {"file": file, **whole, self.kind.row: where or self.kind.header, **words}
        return Problem(Message(f"{self.kind.room}.problem.{key}", gaps))

    def tell(self, problem: Problem) -> None:
        """Keep what does not fit, and go on."""
        self.problems.extend(problem.messages)

    def _where(self, number: str) -> str:
        return plain(number if self.kind.listed else f"{self.name}-{number}")

    def _strange(self, keys: Collection[str] | Iterator[str], where: str | Message, language: str = "") -> None:
        for key in keys:
            self.tell(Place(self, where, key, language).problem("unknown"))

    def _said(self, language: str, words: Mapping[str, Any], known: Collection[str]) -> Mapping[str, Any]:
        """What a file of words says of what is there; all else in it is a problem."""
        kind = self.kind
        said = {key: value for key, value in words.items() if key in kind.heads}
        rest = {key: value for key, value in words.items() if key not in said}
        rows = mapping(rest.pop(kind.apart, None)) if kind.apart else rest
        strange = {number: None for number in rows if kind.listed and number not in known}
        self._strange({**(rest if kind.apart else {}), **strange}, kind.header, language)
        kept: dict[str, Any] = {}
        for number, row in rows.items():
            if number not in strange:
                kept[number] = {key: value for key, value in mapping(row).items() if key in kind.words}
                self._strange([key for key in mapping(row) if key not in kind.words], self._where(number), language)
        return {**said, kind.rows: kept}


def _laid(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is said in each language, laid over each other: each text by language."""
    if not all(isinstance(one, Mapping) for one in said.values()):
        return dict(said)
    names = dict.fromkeys(name for one in said.values() for name in one)
    return {name: _laid({tongue: one[name] for tongue, one in said.items() if name in one}) for name in names}


class Reader:
    """Reads the files of a kind, and keeps a sentence for each thing that does not fit.

    Args:
        kind: what is read.
        only: the one name to read; all of them where left out.
    """

    def __init__(self, kind: Kind, only: str = "") -> None:
        self.problems: list[Message] = []
        self._kind = kind
        self._only = only

    def read(self, add: Callable[[Sheet], None], folder: Path | None, own: Path | None) -> None:
        """Give each sheet to ``add``, which may raise a :class:`Problem`: the program's first, then a team's own.

        Args:
            add: makes of a sheet what it holds.
            folder: where structure.toml and the folders of the languages lie; the program's own where left out.
            own: the folder of the team; :meth:`Kind.own_folder` where left out.
        """
        for sheets in (self._shipped(folder), self._own(own or self._kind.own_folder())):
            for sheet in sheets:
                try:
                    add(sheet)
                except Problem as problem:
                    sheet.tell(problem)
                self.problems += sheet.problems

    def _shipped(self, folder: Path | None) -> Iterator[Sheet]:
        kind = self._kind
        try:
            place = folder or content.data_folder(kind.folder) / kind.folder
        except ContentError:
            self.problems = [Message(f"{kind.room}.problem.{kind.nothing}")]
            return
        heads = self._load(place / STRUCTURE, STRUCTURE) or {}
        files = {tongue: sorted(file.stem for file in (place / tongue).glob("*.toml")) for tongue in LANGUAGES}
        names = dict.fromkeys([*heads, *(name for found in files.values() for name in found)])
        spoken = [language for language, found in files.items() if found]
        for language in [language for language in files if language not in spoken]:
            self.problems.append(Message(f"{kind.room}.problem.unreadable", {"file": f"{language}/"}))
        if not spoken:
            self.problems = [Message(f"{kind.room}.problem.{kind.nothing}")]
        for name in [name for name in names if self._only in ("", name)]:
            words = {
                language: self._load(place / language / f"{name}.toml", f"{language}/{name}.toml")
                for language in spoken
            }
            there = {language: said for language, said in words.items() if said is not None}
            if there:
                yield Sheet.joined(kind, name, mapping(heads.get(name)), there)

    def _own(self, folder: Path) -> Iterator[Sheet]:
        """A team's own; a folder that is not there holds none."""
        for file in sorted(folder.glob("*.toml")):
            name, called = slug(file.stem), plain(file.name, 80)
            data = self._load(file, called) if self._only in ("", name) else None
            if data is not None:
                yield Sheet(self._kind, name, data, {"": called})

    def _load(self, file: Path, name: str) -> Mapping[str, Any] | None:
        """A TOML file; ``None``, and a problem, where it cannot be read."""
        try:
            return load(file)
        except Unreadable as error:
            # Only a table by number has a sentence for what stands in it twice.
            why, twice = (error.why, {}) if self._kind.listed or not error.twice else ("twice", {"what": error.twice})
            self.problems.append(Message(f"{self._kind.room}.problem.{why}", {"file": name, **twice, **error.words}))
            return None


@dataclass(frozen=True)
class Place:
    """A field, and where it stands, so that a problem can say so; ``language``: the one in whose words it stands."""

    sheet: Sheet
    where: str | Message
    field: str
    language: str = ""

    def problem(self, key: str, **words: Any) -> Problem:
        """What is wrong with this field."""
        return self.sheet.problem(key, self.where, self.language, field=plain(self.field), **words)


Reads = Callable[[Any, Place], Any]
"""Reads a field, or raises the :class:`Problem` that it does not fit."""


def flag(value: Any, place: Place) -> bool:
    """Yes or no."""
    if not isinstance(value, bool):
        raise place.problem("choice", options="true, false")
    return value


def number(least: int, most: int) -> Reads:
    """A whole number, with these two and what is between them."""

    def read(value: Any, place: Place) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise place.problem("number", least=least, most=most)
        return value

    return read


def one_of(options: Sequence[str]) -> Reads:
    """One of a fixed row of words."""

    def read(value: Any, place: Place) -> Any:
        if not isinstance(value, str) or value not in options:
            raise place.problem("choice", options=", ".join(filter(None, options)))
        return value

    return read


def some_of(options: Sequence[str]) -> Reads:
    """Several of a fixed row of words, in their order."""

    def read(value: Any, place: Place) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise place.problem("choice", options=", ".join(options))
        found = [one_of(options)(one, place) for one in value]
        return tuple(option for option in options if option in found)

    return read


def text(limit: int, clean: Callable[[object], str] = one_line) -> Reads:
    """A text, of at most so many characters."""

    def read(value: Any, place: Place) -> str:
        found = clean(value)
        if not 0 < len(found) <= limit:
            raise place.problem("text", limit=limit)
        return found

    return read


def row_of_texts(most: int, limit: int) -> Reads:
    """A list of at most so many texts."""

    def read(value: Any, place: Place) -> tuple[str, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise place.problem("texts", most=most, limit=limit)
        return tuple(text(limit)(one, place) for one in value)

    return read


def by_language(reads: Reads) -> Reads:
    """What is said, by language: what is not said to be of one is of the first; an empty text says nothing."""

    def read(value: Any, place: Place) -> Mapping[str, Any]:
        said = value if isinstance(value, Mapping) else {LANGUAGES[0]: value}
        found: dict[str, Any] = {}
        for language, raw in said.items():
            if language not in LANGUAGES:
                raise replace(place, field=f"{place.field}.{language}").problem("unknown")
            if raw is not None and raw != "":
                found[language] = reads(raw, replace(place, language=language))
        for language in place.sheet.spoken if found else ():
            if language not in found:
                place.sheet.tell(replace(place, language=language).problem("missing"))
        return found

    return read


def texts(limit: int, clean: Callable[[object], str] = one_line) -> Reads:
    """A text by language."""
    return by_language(text(limit, clean))


_SOURCE: Mapping[str, Reads] = {**dict.fromkeys(("author", "year", "title"), text(200)), "general": flag}


def sources(value: Any, place: Place) -> tuple[Source, ...]:
    """Whose thinking it rests on."""
    if not isinstance(value, list) or not all(isinstance(row, Mapping) and row.get("author") for row in value):
        raise place.problem("table")
    return tuple(Source(**place.sheet.read(row, _SOURCE, place.where, under="sources.")) for row in value)
