"""*Mijn casussen*: begin, open, keep, back up, move, bring in and forget cases.

Nothing of this is ever kept in a trait: what the page asks it is told, once. A pass phrase lives in the one
message that carries it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import traitlets

from netwerk_widgets.casefile.errors import ShelfError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library import home
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.model.case.entities import Case, encode
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.handlers.arrivals import Importer, Reading, begin_from, on_the_page
from netwerk_widgets.views.handlers.files import Content, Keeping, Result, all_explained, said
from netwerk_widgets.views.messages import Example


class Examples(NamedTuple):
    """The practice cases that come with the program: the title and who it is about by name, and how one is made."""

    told: Callable[[], Mapping[str, tuple[str, str]]]
    make: Callable[[str], Case]
    source: str = ""
    """What stands before the name in the ``source`` of a case that was made from one."""


class CaseShelf(CaseView):
    """The list of one's own cases, and all that can be done with them.

    Args:
        desk: the desk on which a case comes to lie.
        importers: what reads another program's file, by the ending of its name (``.json``).
        examples: the practice cases to begin from.
        part: "practice" shows only these, to choose from; "" the whole shelf.
        traits: ``height`` (a CSS length), and what any widget takes.

    >>> CaseShelf(desk)  # doctest: +SKIP
    CaseShelf()
    """

    FOR_CLIENT = False

    part = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        desk: Desk,
        *,
        importers: Mapping[str, Importer] | None = None,
        examples: Examples | None = None,
        part: str = "",
        **traits: Any,
    ) -> None:
        super().__init__(desk, view="shelf", part=part, **traits)
        self._shelf = desk.shelf
        self._importers = dict(importers or {})
        self._examples = examples
        self._reading: Reading | None = None
        self._keeping = Keeping(desk)
        self.answers("hello", self._greeted)
        questions = {
            "cases": self._cases,
            "begin": self._begin,
            "begin_practice": self._begin_practice,
            "save_as_own": self._save_as_own,
            "keep": self._keep,
            "upload": self._keeping.uploads.take,
            "bring_in": self._bring_in,
            "begin_from": self._begin_from,
            "take_offer": self._take_offer,
        }
        self.answers_to(**self._keeping.questions() | all_explained(questions))

    def picture(self, file: CaseFile) -> dict[str, Any]:
        """Only which case it is: the shelf shows nothing of what is in it."""
        return {"info": encode(self.named(file)), "entities": {}}

    def changed(self, revision: Revision) -> None:
        """Say nothing: what is edited in a case does not alter the shelf."""

    def _greeted(self, content: Content) -> None:
        self._heed(content)
        if self._desk.file is not None:
            self._hello(content)

    def _cases(self, _content: Content) -> Result:
        return self._keeping.shelved(
            asked=home.was_asked(self._shelf.home),
            examples=self._told(),
            imports=list(self._importers),
            offered=self._desk.vault.offered() or "",
        )

    def _told(self) -> list[Example]:
        """What is told of each practice case, with the one of its kind that was open last and opens without asking."""
        if self._examples is None:
            return []
        begun = {entry.source: entry.code for entry in reversed(self._shelf.list()) if entry.practice and entry.source}
        source = self._examples.source
        return [
            {"name": name, "title": title, "about": about, "begun": begun.get(f"{source}{name}", "")}
            for name, (title, about) in self._examples.told().items()
        ]

    def _begin(self, content: Content) -> Result:
        if "initials" in content:  # asked with the first own case; to leave it empty is fine
            self._shelf.initials = said(content, "initials")
        return self._keeping.begin(content)

    def _begin_practice(self, content: Content) -> Result:
        name = said(content, "example")
        case = self._examples.make(name) if self._examples and name else None
        return self._keeping.opened(self._desk.begin_practice(case), {})

    def _save_as_own(self, content: Content) -> Result:
        return self._keeping.opened(self._desk.save_as_own(said(content, "phrase")), content, new=True)

    def _keep(self, content: Content) -> Result:
        return self._shelf.keep(said(content, "code"), on=content.get("on") is True).wire()

    def _bring_in(self, content: Content) -> Result:
        """A file, by its path or as an upload: a case file comes onto the shelf, another program's is read."""
        name, path = said(content, "name"), said(content, "path")
        source = Path(path).expanduser() if path else None
        ending = (source.suffix if source else Path(name).suffix).casefold()
        importer = self._importers.get(ending)
        if importer is None:
            return self._keeping.bring_in(content)
        self._reading = importer(_bytes(source) if source else self._keeping.uploads.whole(content.get("upload")))
        return {**on_the_page(self._reading)}

    def _begin_from(self, content: Content) -> Result:
        reading, answers = self._reading, content.get("answers")
        if reading is None or not isinstance(answers, Mapping):
            raise ShelfError("shelf.error.upload")
        states = reading.answered(answers, "names" if content.get("names") == "names" else "roles")
        own = content.get("practice") is not True
        file = begin_from(self._desk, states, said(content, "phrase") if own else None)
        self._reading = None
        return self._keeping.opened(file, content, new=own)

    def _take_offer(self, _content: Content) -> Result:
        """The file of ``netwerk open FILE`` was brought in, or the user closed the dialogue."""
        self._desk.vault.take()
        return {}


def _bytes(path: Path) -> bytes:
    try:
        return outside.read(path, outside.LARGEST)
    except outside.TooBig:
        raise ShelfError("shelf.error.upload_big", limit=outside.LARGEST // (1024 * 1024)) from None
    except OSError:
        raise ShelfError("casefile.error.unreachable", file=path.name) from None
