"""A board as it stands in its files, field by field: what a part may hold, and what is said when it does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netwerk_widgets.exchange.toml import mapping, one_line
from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.cards import board as b

LONGEST = {"title": 160, "text": 4000, "placeholder": 200, "prompt": 200, "closed": 300, "label": 160, "source": 200}
"""How many characters a text may have; an option's own ``text`` and a thought are of ``OPTION`` at most."""
OPTION = 800
MOST = {"options": 10, "thoughts": 8, "parts": 24}

WORDS = ("title", "text", "placeholder", "closed", "prompt", "options", "fields", "thoughts", "with_client")
"""What the words of a part may hold."""
CLIENT = ("title", "text", "placeholder")
"""What they may say otherwise to a client who looks along, besides the labels of fields."""

HEADER = Message("board.problem.header")


class Problem(Exception):  # noqa: N818 -- it is told, not raised to the user
    """Something in a board does not fit; ``message`` says where and what to do."""

    def __init__(self, key: str, **words: Any) -> None:
        self.message = Message(f"board.problem.{key}", words)
        super().__init__(key)


@dataclass(frozen=True)
class Sheet:
    """One board as it stands in its files.

    ``spoken``: the languages that its words must have; empty for a team's own, which may have one or both.
    """

    board: str
    head: Mapping[str, Any]
    words: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, str]
    spoken: tuple[str, ...] = ()

    @classmethod
    def own(cls, board: str, file: str, data: Mapping[str, Any]) -> Sheet:
        """A team's own file: structure and words together, a text in one language or in both."""
        rows = data.get("parts")
        parts = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
        words: dict[str, dict[str, Any]] = {}
        for language in LANGUAGES:
            said = {"title": _in(data.get("title"), language)} | {
                str(part.get("id")): _in({key: part[key] for key in WORDS if key in part}, language) for part in parts
            }
            if any(value for value in said.values()):
                words[language] = {key: value for key, value in said.items() if value}
        head = {key: value for key, value in data.items() if key not in ("title", "parts")}
        return cls(board, head | ({"parts": [_structure(part) for part in parts]} if parts else {}), words, {"": file})

    def file(self, language: str = "") -> str:
        """The file in which the words of a language stand, or all else."""
        return self.files.get(language, self.files[""])

    def texts(
        self,
        path: tuple[str, ...],
        part: str | Message,
        limit: int,
        *,
        needed: bool = False,
        clean: Callable[[object], str] = one_line,
    ) -> Mapping[str, str]:
        """A text by language, found by the names on the way to it.

        Raises:
            Problem: it is not a text, is too long, or is needed and nowhere.
        """
        found: dict[str, str] = {}
        name = ".".join(path if isinstance(part, Message) else path[1:])
        for language in self.words:
            value = self.said(language, path)
            text = clean(value)
            if value == "" or value is None:
                continue
            if not text or len(text) > limit:
                raise self.problem("text", part, language, field=name, limit=limit)
            found[language] = text
        if needed and not found:
            raise self.problem("missing", part, next(iter(self.spoken), ""), field=name)
        return found

    def said(self, language: str, path: Sequence[str]) -> Any:
        """What stands at the end of this way in the words of a language; ``None`` where nothing does."""
        value: Any = self.words.get(language)
        for name in path:
            value = mapping(value).get(name)
        return value

    def lacking(self, part: b.Part) -> Iterator[Problem]:
        """What one language says of a part and another does not; the part works without."""
        lists = {"options": ("label", "text"), "fields": (), "with_client": ()}
        ways: list[tuple[str, ...]] = [(key,) for key in WORDS if key not in lists]
        ways += [("options", option.id, key) for option in part.options for key in lists["options"]]
        ways += [("fields", one.id) for one in part.fields]
        ways += [("with_client", key) for key in CLIENT]
        ways += [("with_client", "fields", one.id) for one in part.fields]
        for way in ways:
            said = [language for language in self.words if self.said(language, (part.id, *way)) is not None]
            for language in self.spoken:
                if said and language not in said:
                    yield self.problem("missing", part.id, language, field=".".join(way))

    def strangers(self, known: set[str]) -> Iterator[Problem]:
        """Words for what is not there: a part that does not exist, a name that is not one of ours."""
        for language, words in self.words.items():
            for name, said in words.items():
                if name == "title":
                    continue
                if name not in known:
                    yield self.problem("unknown", HEADER, language, field=name[:40])
                if name not in known:
                    continue
                otherwise = mapping(mapping(said).get("with_client"))
                strange = [str(key) for key in mapping(said) if key not in WORDS]
                strange += [f"with_client.{key}" for key in otherwise if key not in (*CLIENT, "fields")]
                for key in strange:
                    yield self.problem("unknown", name, language, field=key[:40])

    def problem(self, key: str, part: str | Message, language: str = "", **words: Any) -> Problem:
        """What is wrong, and where: in which file, with which board and part."""
        return Problem(key, file=self.file(language), board=self.board, part=part, **words)


def _in(value: Any, language: str) -> Any:
    """What of a team's own words is said in a language; what is not said to be of one is of the first."""
    if isinstance(value, Mapping):
        if value and set(value) <= set(LANGUAGES):
            return value.get(language)
        said = {key: _in(one, language) for key, one in value.items()}
        return {key: one for key, one in said.items() if one is not None} or None
    return value if language == LANGUAGES[0] else None


def _structure(part: Mapping[str, Any]) -> dict[str, Any]:
    """What holds in every language of a part whose words stand with it."""
    lists = {key: [*mapping(part[key])] for key in ("options", "fields") if key in part}
    return {key: value for key, value in part.items() if key not in WORDS} | lists
