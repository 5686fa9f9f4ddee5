"""What any view of the professional's own file is asked besides: begin it, open it in place, put it away, bring it back."""

from __future__ import annotations

from pathlib import Path

from netwerk_widgets.casefile.file import code_of
from netwerk_widgets.casefile.library.desk import Desk, the_desk
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import AddPerson, perform
from netwerk_widgets.views.handlers.files import Content, Keeping, Question, Result, all_explained, copies_folder, said
from netwerk_widgets.views.handlers.uploads import Uploads


class OwnKeeping(Keeping):
    """The page's questions about own files. What they hold is never told here, only which there are.

    >>> sorted(OwnKeeping(the_own_desk()).questions())[:3]
    ['begin', 'bring_in', 'cases']
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._uploads = Uploads()

    def questions(self) -> dict[str, Question]:
        """What answers which question."""
        asked: dict[str, Question] = {
            "cases": self._cases,
            "begin": self._begin,
            "put_away": self._put_away,
            "upload": self._uploads.take,
            "bring_in": self._bring_in,
        }
        return {**super().questions(), **all_explained(asked)}

    def _cases(self, _content: Content) -> Result:
        file = self._desk.file
        return {
            "cases": [entry.wire() for entry in self._shelf.list()],
            "current": file and {"code": file.code, "practice": False, "writable": file.writable},
            "initials": self._shelf.initials or the_desk().shelf.initials,
            "asked": True,
            "folder": str(self._shelf.cases),
            "copies": str(copies_folder()),
            "examples": [],
            "imports": [],
            "offered": "",
        }

    def _begin(self, content: Content) -> Result:
        """Begin an own file; the initials may stay empty, and are the computer's too where it knew none."""
        initials = said(content, "initials")
        self._shelf.initials = initials
        centre = perform(Case(), AddPerson("p1", said(content, "centre"), circle=0, tie=False))
        file = self._desk.begin_own(said(content, "phrase"), centre)
        cases = the_desk().shelf
        if initials and not cases.initials:
            cases.initials = initials
        return self.opened(file, content, new=True)

    def _put_away(self, _content: Content) -> Result:
        """Close it and lock it, before the ten minutes are over."""
        self._desk.close()
        return {}

    def _bring_in(self, content: Content) -> Result:
        """A backup, by its path or as an upload: it comes beside what is here, never over it."""
        name, path = said(content, "name"), said(content, "path")
        if not path:
            return {"code": self._uploads.as_file(content.get("upload"), name, self._shelf.move_in).code}
        source = Path(path).expanduser()
        here = source.resolve().parent == self._shelf.cases.resolve()
        return {"code": code_of(source) if here else self._shelf.move_in(source).code}
