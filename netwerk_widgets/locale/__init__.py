"""The interface's words, in Dutch first and in English complete.

A sentence travels through the program as a :class:`Message` (a key with its parameters) and becomes
text only where somebody reads it: in the page by the front end, elsewhere by :meth:`Message.text`.
So one switch changes the language everywhere, and a page that hides names can put neutral labels in
a sentence that speaks of persons.

The words live in ``locale/<language>/<room>.json``; a key is ``room.name``. The front end bundles the
same files.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, NamedTuple, TypedDict, TypeVar, get_args

Language = Literal["nl", "en"]


class Tongue(NamedTuple):
    """What a language of the interface is called elsewhere."""

    name: str
    """By those who speak it."""
    tag: str
    """In a page and a document."""
    pack: str
    """By JupyterLab, whose own words are in a language pack."""


TONGUES: Mapping[str, Tongue] = {"nl": Tongue("Nederlands", "nl-NL", "nl_NL"), "en": Tongue("English", "en-GB", "en")}
"""All that is to be told of a language besides its words, in one place for Python and the page."""
LANGUAGES: tuple[str, ...] = get_args(Language)
DEFAULT = LANGUAGES[0]

_Said = TypeVar("_Said")
_asked = os.environ.get("NETWERK_LANG", "")
_current = _asked if _asked in LANGUAGES else DEFAULT


@lru_cache(maxsize=len(LANGUAGES))
def words(language: str) -> Mapping[str, str]:
    """All words of a language, by their key ``room.name``.

    >>> words("nl")["model.domain.friends"]
    'vrienden'
    """
    folder = resources.files(__package__) / language
    return {
        f"{file.name.removesuffix('.json')}.{name}": text
        for file in folder.iterdir()
        if file.name.endswith(".json")
        for name, text in json.loads(file.read_text(encoding="utf-8")).items()
    }


def language() -> str:
    """The language in which this process speaks, one of :data:`LANGUAGES`."""
    return _current


def use(language: str) -> None:
    """Speak this language from now on; an unknown one is read as Dutch."""
    global _current  # noqa: PLW0603 -- a process speaks one language at a time
    _current = language if language in LANGUAGES else DEFAULT


def said(texts: Mapping[str, _Said], spoken: str | None = None) -> _Said:
    """What is said in this language, or in the one now spoken; in the first that is there, where it is not.

    >>> said({"nl": "muur", "en": "wall"}, "en")
    'wall'
    """
    tongue = spoken or _current
    return texts[tongue] if tongue in texts else next(iter(texts.values()))


class Sentence(TypedDict):
    """A message as JSON: a person in it is only named by their id."""

    key: str
    params: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence of the interface: its key, and what stands in its gaps.

    A parameter is a text, a number, another :class:`Message`, a :class:`Someone`, or a list of these
    (written out as "a, b en c").

    >>> Message("model.closeness.3").text("nl")
    'heel dichtbij'
    """

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def text(self, language: str | None = None) -> str:
        """The sentence, in this language or in the one now spoken."""
        spoken = language or _current
        sentence = words(spoken)[self.key]
        return sentence.format_map({name: _spell(value, spoken) for name, value in self.params.items()})

    def wire(self) -> Sentence:
        """The message as JSON for the page, which spells it itself."""
        return {"key": self.key, "params": {name: _wire(value) for name, value in self.params.items()}}


@dataclass(frozen=True, slots=True)
class Someone:
    """A person named in a sentence; the page shows ``name`` or, with names hidden, a neutral label."""

    id: str
    name: str


def _spell(value: object, language: str) -> str:
    if isinstance(value, Message):
        return value.text(language)
    if isinstance(value, Someone):
        return value.name
    if isinstance(value, (list, tuple)):
        parts = [_spell(part, language) for part in value]
        joint = words(language)["model.list.and"]
        return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {joint} {parts[-1]}" if parts else ""
    return str(value)


def _wire(value: object) -> Any:
    if isinstance(value, Message):
        return value.wire()
    if isinstance(value, Someone):
        return {"person": value.id}
    if isinstance(value, (list, tuple)):
        return [_wire(part) for part in value]
    return value
