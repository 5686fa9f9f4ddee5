"""The methods of intervision: what came with the program, and a team's own beside or instead of them.

The program's methods stand in ``data/methods``: ``structure.toml`` says once what holds in every language, and
``<language>/<method>.toml`` holds the words. A team's own stand in ``methoden/<method>.toml`` in the user's data folder,
where an upgrade leaves them alone: one file a method, words and all else together, a text in one language or in both
(``{ nl = "...", en = "..." }``). A file with the name of one of the program's methods takes its place: so a team
changes minutes and steps. ``data/methods/voorbeeld.toml`` is one to copy.

Reading never fails: a method that does not fit is left out and said in a :class:`Message` that names file, phase and
field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.library.home import data_folder as user_folder
from netwerk_widgets.exchange import content
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.exchange.methodfields import Problem, Sheet
from netwerk_widgets.exchange.toml import Unreadable, load, mapping, slug
from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.meeting.method import Method

OWN = "methoden"


@dataclass(frozen=True)
class Reading:
    """What was read: the methods that fit, by id, and a sentence for each thing that did not."""

    methods: Mapping[str, Method] = field(default_factory=dict)
    problems: tuple[Message, ...] = ()


def own_folder() -> Path:
    """Where a team puts its own methods."""
    return user_folder() / OWN


def read_methods(folder: Path | None = None, own: Path | None = None) -> Reading:
    """All methods: the program's, or the team's own version of one; then the team's own.

    >>> read_methods().methods["incident"].minutes
    65

    Args:
        folder: where ``structure.toml`` and the folders of the languages lie; the program's own where left out.
        own: the folder with the team's own methods; :func:`own_folder` where left out.
    """
    reader = _Reader()
    with suppress(ContentError):
        reader.shipped(folder or content.data_folder("methods") / "methods")
    if not reader.methods:
        reader.problems.append(Message("methods.problem.no_methods"))
    reader.own(own or own_folder())
    return Reading(reader.methods, tuple(reader.problems))


class _Reader:
    def __init__(self) -> None:
        self.methods: dict[str, Method] = {}
        self.problems: list[Message] = []

    def shipped(self, folder: Path) -> None:
        heads = self._load(folder / "structure.toml", "structure.toml") or {}
        for name, head in heads.items():
            words = {
                language: said
                for language in LANGUAGES
                if (said := self._load(folder / language / f"{name}.toml", f"{language}/{name}.toml")) is not None
            }
            if words:
                self._add(partial(Sheet.joined, name, mapping(head), words))

    def own(self, folder: Path) -> None:
        for file in sorted(folder.glob("*.toml")):
            data = self._load(file, file.name)
            if data is not None:
                self._add(partial(Sheet, slug(file.stem), data, {"": file.name}))

    def _add(self, sheet: Callable[[], Sheet]) -> None:
        try:
            method = sheet().read()
        except Problem as problem:
            self.problems.append(problem.message)
        else:
            self.methods[method.id] = method

    def _load(self, file: Path, name: str) -> Mapping[str, Any] | None:
        try:
            return load(file)
        except Unreadable as error:
            self.problems.append(Message(f"methods.problem.{error.why}", {"file": name, **error.words}))
            return None
