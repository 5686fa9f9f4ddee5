"""What any view of the professional's own file is asked besides: begin it, open it in place, put it away, bring it back."""

from __future__ import annotations

from netwerk_widgets.casefile.library.desk import the_desk
from netwerk_widgets.views.handlers.files import Content, Keeping, Question, Result, all_explained, said


class OwnKeeping(Keeping):
    """The page's questions about own files. What they hold is never told here, only which there are.

    >>> sorted(OwnKeeping(the_own_desk()).questions())[:3]
    ['begin', 'bring_in', 'cases']
    """

    def questions(self) -> dict[str, Question]:
        """What answers which question."""
        asked: dict[str, Question] = {
            "cases": self._cases,
            "begin": self._begin,
            "put_away": self._put_away,
            "upload": self.uploads.take,
            "bring_in": self.bring_in,
        }
        return {**super().questions(), **all_explained(asked)}

    def _cases(self, _content: Content) -> Result:
        return self.shelved(initials=self._shelf.initials or the_desk().shelf.initials)

    def _begin(self, content: Content) -> Result:
        """Begin an own file; the initials may stay empty, and are the computer's too where it knew none."""
        initials = said(content, "initials")
        self._shelf.initials = initials
        begun = self.begin(content)
        cases = the_desk().shelf
        if initials and not cases.initials:
            cases.initials = initials
        return begun

    def _put_away(self, _content: Content) -> Result:
        """Close it and lock it, before the ten minutes are over."""
        self._desk.close()
        return {}
