"""What keeps a case from being saved, said as long as it lasts; and the ways on where another file lies in its place.

Those are: keep what is in view as a case of its own, take the other file, or see first what differs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.model.edits.difference import difference
from netwerk_widgets.model.errors import NetwerkError
from netwerk_widgets.views.messages import Act, Acts, Apart, Trouble, Way
from netwerk_widgets.views.offers import named

MOST = 12
"""How many acts of each version are told; the rest is a number."""
_WAYS: Mapping[str, tuple[Way, ...]] = {
    "casefile.apart.gone": ("put_back",),
    "casefile.apart.unreadable": ("keep",),
    "casefile.apart.older": ("keep", "other", "beside"),
    "casefile.apart.other": ("keep", "other", "beside"),
}


def told(file: CaseFile) -> Trouble | None:
    """What the page says of the file as long as it lasts, and which ways on it offers; None where all is well.

    ``apart`` says that what is in view is on disk no longer.
    """
    trouble = file.trouble
    if file.apart and trouble is not None:
        ways = _WAYS.get(trouble.message.key, ("keep",))
        return {"message": trouble.message.wire(), "ways": list(ways), "apart": True}
    if (standstill := file.standstill) is not None:
        return {"message": standstill.wire(), "ways": ["again"], "apart": False}
    return None


class Parting:
    """The page's questions about a file that cannot be saved in.

    Args:
        desk: the desk on which it lies.

    >>> sorted(Parting(Desk()).questions())
    ['beside', 'keep_mine', 'take_other', 'try_again']
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def questions(self) -> dict[str, Any]:
        """What answers which question."""
        return {
            "keep_mine": self._keep_mine,
            "take_other": self._take_other,
            "beside": self._beside,
            "try_again": self._try_again,
        }

    def _apart(self) -> CaseFile:
        """The file, which must still be apart: the page may ask late, and what it shows be saved again."""
        file = self._desk.there()
        if not file.apart:
            raise NetwerkError("casefile.apart.over")
        return file

    def _keep_mine(self, _content: Mapping[str, Any]) -> dict[str, Any]:
        was = self._apart().code
        return {"was": was, "code": self._desk.keep_mine().code}

    def _take_other(self, _content: Mapping[str, Any]) -> dict[str, Any]:
        self._apart()
        return {"code": self._desk.take_other().code}

    def _try_again(self, _content: Mapping[str, Any]) -> dict[str, Any]:
        file = self._desk.there()
        file.try_again()
        return {"writable": file.writable}

    def _beside(self, _content: Mapping[str, Any]) -> Apart:
        file = self._apart()
        found, case = file.beside(), file.case
        lines = difference(found.case, case).lines
        return {
            "mine": _acts(found.mine),
            "theirs": _acts(found.theirs),
            "map": [line.sentence.wire() for line in lines[:MOST]],
            "more": max(0, len(lines) - MOST),
            "people": [named(person) for person in found.case.people.values()],
        }


def _acts(revisions: Sequence[Revision]) -> Acts:
    """The last acts of a version, newest first, and how many more there are."""
    acts: list[Act] = [
        {"at": one.at, "author": one.author.initials, "message": one.message.wire()} for one in revisions[::-1][:MOST]
    ]
    return {"acts": acts, "more": max(0, len(revisions) - MOST)}
