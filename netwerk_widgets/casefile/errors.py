"""What can be the matter with a case file, as one tree under :class:`CaseFileError`.

- :class:`NotACase`: this is no case file (a plain database, a shortcut, something else)
- :class:`WrongKey`: the pass phrase is wrong or the first page is damaged, which look the same
- :class:`Damaged`: the key is right and the file is not whole
- :class:`Apart`: another file lies where an open one was, or none; what is in view is kept in memory
- :class:`InUse`: another computer has the case open
- :class:`TakenOver`: another computer took the case over from this one
- :class:`ReadOnly`: the case was opened to read, or lies where nothing can be written
- :class:`Busy`: another program holds the file for longer than we wait
- :class:`NotSaved`: the disk refused; nothing has changed
- :class:`UndoOther`: the last edit is another person's, and undoing it must be confirmed
- :class:`NothingToDo`: there is nothing to undo or redo
- :class:`KeyProblem`: a recovery code with a typing error, a pass phrase too short, no key at hand
- :class:`ShelfError`: a code that is taken or unknown, a copy that is there already
"""

# ruff: noqa: N818 -- each is named after what is the matter, as users of this room read it

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netwerk_widgets.locale import Message
from netwerk_widgets.model.errors import NetwerkError

if TYPE_CHECKING:
    from netwerk_widgets.casefile.storage.revision import Revision


class CaseFileError(NetwerkError):
    """Something is the matter with a case file; the message says what, what is safe and what to do."""


class NotACase(CaseFileError):
    """This is not a case file."""


class WrongKey(CaseFileError):
    """The pass phrase or code does not fit, or the first page is damaged: the two cannot be told apart.

    ``last_good`` is the copy kept beside the file, where there is one.
    """

    def __init__(self, key: str, *, last_good: Path | None = None, **params: Any) -> None:
        super().__init__(key, **params)
        self.last_good = last_good


class Damaged(WrongKey):
    """The file is not whole; ``last_good`` is the copy kept beside it, where there is one."""


class Apart(WrongKey):
    """What lies where an open file was is not that file any more: replaced, written over, taken away.

    Nothing was written in it. What was acknowledged is still in view, and can be kept (:mod:`.mine`).
    """


class InUse(CaseFileError):
    """Another computer has the case open: ``initials`` at ``machine``, since ``since`` (ISO, UTC)."""

    def __init__(self, initials: str, machine: str, since: str) -> None:
        who = initials or Message("casefile.someone")
        super().__init__("casefile.error.in_use", who=who, machine=machine, since=_local(since))
        self.initials, self.machine, self.since = initials, machine, since


def _local(since: str) -> str:
    """A moment as the clock on the wall shows it."""
    try:
        return datetime.fromisoformat(since).astimezone().strftime("%d-%m-%Y %H:%M")
    except ValueError:
        return since


class TakenOver(CaseFileError):
    """Another computer took the case over; from here it can be read only."""


class ReadOnly(CaseFileError):
    """Nothing can be written to this case."""


class Busy(CaseFileError):
    """Another program holds the file."""


class NotSaved(CaseFileError):
    """The disk refused to keep an edit. The case and the file are as they were."""


class UndoOther(CaseFileError):
    """The edit to undo is another person's: ``revision`` says whose and what."""

    def __init__(self, revision: Revision) -> None:
        who = revision.signed or Message("casefile.someone")
        machine = revision.author.machine
        super().__init__("casefile.error.undo_other", who=who, machine=machine, what=revision.message)
        self.revision = revision


class NothingToDo(CaseFileError):
    """There is nothing to undo or to redo."""


class KeyProblem(CaseFileError):
    """A key cannot be made from what was given, or cannot be found."""


class ShelfError(CaseFileError):
    """The shelf cannot do this: a code is taken or unknown, a copy is there already."""
