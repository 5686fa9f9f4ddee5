"""Content that a trainer edits without Python: the practice cases in ``data/practice``, read strictly.

Every text stands there in both languages, ``{"nl": ..., "en": ...}``: ``title``, ``about`` (who it is, what one
practises), ``story`` and ``question``. ``centre`` holds who stand in the middle and ``centre_kind`` what they are to each
other (``couple`` where it is left out and there are several). A person has ``at: [x, y]`` in map units (circle and domain
follow from it; in the middle it may be left out), may have ``tie``, the tie with the first person in the middle, and
further the fields of :class:`~netwerk_widgets.model.case.entities.Person`; ``home`` only where the centre has two homes. ``ties``
are those between other people, ``compliments`` what was said of the centre by whom and when, and ``conversations`` are
told in :mod:`.conversations`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import netwerk_widgets
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.exchange.conversations import Conversations
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.locale import LANGUAGES, language
from netwerk_widgets.model.cards.board import Board
from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case.entities import Case, Compliment, Info, Person, Tie
from netwerk_widgets.model.case.geometry import circle_at, domain_at, spot
from netwerk_widgets.model.case.words import CENTRE, CENTRE_KINDS
from netwerk_widgets.model.edits.acts import finite
from netwerk_widgets.model.errors import EditError

SOURCE = "practice/"
"""What stands in :attr:`.Info.source` before the name of the practice case that a case was made from."""

_TEXTS = ("title", "about", "story", "question")
_PARTS = {*_TEXTS, "centre", "centre_kind", "people", "ties", "compliments", "conversations"}
PRACTICE = "practice_"
"""What the id of the board with a practice case's conversations begins with."""

_OWN_WAY = {"id", "at", "tie"}
_NOT_HERE = {"number", "x", "y", "circle", "domain"}


def data_folder(part: str = "practice") -> Path:
    """The content that came with the program: inside the package, or at the top of a checkout.

    Raises:
        ContentError: it is in neither place.
    """
    package = Path(netwerk_widgets.__file__).parent
    for folder in (package / "data", package.parent / "data"):
        if (folder / part).is_dir():
            return folder
    raise ContentError("content.error.no_folder")


class Example(NamedTuple):
    """What somebody reads who chooses a practice case: its title, and in two sentences who it is about."""

    title: str
    about: str


def practice_cases(folder: Path | None = None) -> Mapping[str, Example]:
    """The practice cases by name, in the language now spoken.

    >>> practice_cases()["jay"].title in ("Jay wordt achttien", "Jay turns eighteen")
    True

    Raises:
        ContentError: a file does not fit.
    """
    files = sorted(((folder or data_folder()) / "practice").glob("*.json"))
    readers = {file.stem: _Reader(file, language()) for file in files}
    return {name: Example(reader.text("title"), reader.text("about")) for name, reader in readers.items()}


def practice_case(name: str, spoken: str | None = None, folder: Path | None = None) -> Case:
    """A practice case.

    >>> practice_case("mo", "nl").people["aunt"].role
    'tante'

    Args:
        name: of the file, without ``.json``.
        spoken: the language of its texts; the one now spoken where left out.
        folder: where ``practice/`` lies; the program's own content where left out.

    Raises:
        ContentError: no such case, or it does not fit; the error names file and field.
    """
    file = (folder or data_folder()) / "practice" / f"{name}.json"
    return _Reader(file, spoken or language()).case()


def practice_name(case: Case) -> str:
    """From which practice case this one was made; empty for any other case.

    It is still told of a copy that was kept as an own case, so that what one wrote there stays where it can be read.

    >>> practice_name(practice_case("mo")), practice_name(Case())
    ('mo', '')
    """
    source = case.info.source
    return source.removeprefix(SOURCE) if source.startswith(SOURCE) else ""


def practice_conversations(name: str, folder: Path | None = None) -> Board:
    """The conversations of a practice case: a board with an exercise for each, in all languages.

    Raises:
        ContentError: no such case, or it does not fit; the error names file and field.
    """
    file = (folder or data_folder()) / "practice" / f"{name}.json"
    return _Reader(file, language()).conversations(name)


def conversations_of(case: Case) -> Board | None:
    """The conversations of the practice case that this case was made from; None where it was made from none.

    >>> conversations_of(Case()) is None
    True

    Raises:
        ContentError: that practice case is no longer there, or does not fit.
    """
    name = practice_name(case)
    return practice_conversations(name) if f.IDENTIFIER.fullmatch(name) else None


class _Reader:
    """Reads one file in one language, and knows where it is so that an error can say so."""

    def __init__(self, file: Path, tongue: str) -> None:
        self._file = file.name
        self._tongue = tongue if tongue in LANGUAGES else LANGUAGES[0]
        self._people: dict[str, Person] = {}
        self._ties: dict[str, Tie] = {}
        try:
            self._data = outside.read_json(file)
        except OSError:
            raise ContentError("content.error.no_file", file=self._file) from None
        except ValueError:
            raise ContentError("content.error.not_json", file=self._file) from None
        if not isinstance(self._data, Mapping):
            raise ContentError("content.error.not_json", file=self._file)

    def text(self, key: str) -> str:
        return self._spoken(self._data.get(key), key)

    def case(self) -> Case:
        for key in self._data:
            if key not in _PARTS:
                raise self._wrong(str(key))
        self._everybody()
        for place, (where, row) in enumerate(self._rows("ties"), start=1):
            self._tie(row, f"b{place}", where)
        about = self._read(Info, {key: self.text(key) for key in ("question", "story")}, "case")
        values = {"centre_kind": self._centre_kind(), "last_number": len(self._people)}
        info = Info(**about, **values, source=f"{SOURCE}{Path(self._file).stem}")
        return Case(info=info, people=self._people, ties=self._ties, compliments=self._compliments())

    def conversations(self, name: str) -> Board:
        self._everybody()
        roles = {row["id"]: self._texts(row["role"], f"{where}.role") for where, row in self._everyone()}
        talk = Conversations(roles, self._texts, self._wrong)
        titles = self._texts(self._data.get("title"), "title")
        return talk.board(f"{PRACTICE}{name}", titles, self._rows("conversations"))

    def _everyone(self) -> list[tuple[str, Mapping[str, Any]]]:
        return [*self._rows("centre"), *self._rows("people")]

    def _everybody(self) -> None:
        """Read who is in the case, the middle first."""
        centre = self._rows("centre")
        if not centre:
            raise self._wrong("centre")
        for where, row in centre:
            free = spot(CENTRE, "family", [(one.x, one.y) for one in self._people.values()])
            self._add(row, where, self._at(row, where) if "at" in row else free, CENTRE)
        for where, row in self._rows("people"):
            person = self._add(row, where, self._at(row, where))
            if "tie" in row:
                own = row["tie"]
                if not isinstance(own, Mapping) or {"source", "target"} & set(own):
                    raise self._wrong(f"{where}.tie")
                ends = {"source": next(iter(self._people)), "target": person}
                self._tie({**ends, **own}, f"t{person}", f"{where}.tie")

    def _centre_kind(self) -> Any:
        """What those in the middle are to each other; two homes are told of nobody else's people."""
        several = len(self._rows("centre")) > 1
        kind = self._data.get("centre_kind", "couple" if several else "one")
        if kind not in CENTRE_KINDS or ((kind == "one") == several and kind != "two_homes"):
            raise self._wrong("centre_kind")
        for where, row in self._everyone():
            if row.get("home") and kind != "two_homes":
                raise self._wrong(f"{where}.home")
        return kind

    def _compliments(self) -> dict[str, Compliment]:
        found: dict[str, Compliment] = {}
        for place, (where, row) in enumerate(self._rows("compliments"), start=1):
            values = self._read(Compliment, row, where)
            person = self._people.get(values.get("person", ""))
            if person is None or person.unsafe:  # nobody is to be drawn to whoever must not be approached
                raise self._wrong(f"{where}.person")
            for key in ("text", "at"):
                if not values.get(key):
                    raise self._wrong(f"{where}.{key}")
            found[f"c{place}"] = Compliment(id=f"c{place}", **values)
        return found

    def _add(self, row: Mapping[str, Any], where: str, at: tuple[float, float], circle: int | None = None) -> str:
        if wrong := set(row) & _NOT_HERE:
            raise self._wrong(f"{where}.{min(wrong)}")
        identity = row.get("id")
        if not isinstance(identity, str) or not f.IDENTIFIER.fullmatch(identity) or identity in self._people:
            raise self._wrong(f"{where}.id")
        if "role" not in row:
            raise self._wrong(f"{where}.role")
        place = {"x": at[0], "y": at[1], "circle": circle_at(*at) if circle is None else circle}
        fields = {key: value for key, value in row.items() if key not in _OWN_WAY}
        values = self._read(Person, {**fields, **place, "domain": domain_at(*at)}, where)
        self._people[identity] = Person(**{**values, "id": identity, "number": len(self._people) + 1})
        return identity

    def _at(self, row: Mapping[str, Any], where: str) -> tuple[float, float]:
        try:
            x, y = (finite(number) for number in row["at"])
        except (KeyError, TypeError, ValueError):
            raise self._wrong(f"{where}.at") from None
        return x, y

    def _tie(self, row: Mapping[str, Any], identity: str, where: str) -> None:
        tie = Tie(id=identity, **self._read(Tie, row, where))
        for end in ("source", "target"):
            if getattr(tie, end) not in self._people:
                raise self._wrong(f"{where}.{end}")
        if tie.source == tie.target:
            raise self._wrong(f"{where}.target")
        self._ties[identity] = tie

    def _rows(self, key: str) -> list[tuple[str, Mapping[str, Any]]]:
        rows = self._data.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise self._wrong(key)
        return [(f"{key}[{place}]", row) for place, row in enumerate(rows, start=1)]

    def _read(self, entity: type, row: Mapping[str, Any], where: str) -> dict[str, Any]:
        """The fields, checked one by one so that the error can name the one that does not fit."""
        values: dict[str, Any] = {}
        for key, value in row.items():
            translated = isinstance(value, Mapping) and key != "support"
            plain = self._spoken(value, f"{where}.{key}") if translated else value
            try:
                values |= f.read(entity, {key: plain})
            except EditError:
                raise self._wrong(f"{where}.{key}") from None
        return values

    def _spoken(self, texts: Any, where: str) -> str:
        """A text in this reader's language."""
        return self._texts(texts, where)[self._tongue]

    def _texts(self, texts: Any, where: str) -> dict[str, str]:
        """A text by language; one that is not there in every language is refused."""
        whole = isinstance(texts, Mapping) and set(texts) == set(LANGUAGES)
        if not whole or not all(isinstance(text, str) and text.strip() for text in texts.values()):
            raise ContentError("content.error.language", file=self._file, where=where)
        return {tongue: str(texts[tongue]).strip() for tongue in LANGUAGES}

    def _wrong(self, where: str) -> ContentError:
        return ContentError("content.error.field", file=self._file, where=where)
