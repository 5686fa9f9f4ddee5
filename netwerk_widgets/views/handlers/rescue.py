"""A case that does not open any more: go on with the last good copy, or with all that is still readable.

Either becomes a case of its own under a new code; the damaged file is left as it is.
"""

from __future__ import annotations

from contextlib import suppress

from netwerk_widgets.casefile.errors import CaseFileError, Damaged, ShelfError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library import home
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.storage import copies, damage


def open_copy(desk: Desk, code: str, key: Key) -> CaseFile:
    """Put the last good copy of a case on the desk.

    Raises:
        ShelfError: there is none. WrongKey, Damaged: it does not open either; nothing is left of the attempt.
    """
    entry = desk.shelf.entry(code)
    copy = copies.last_good(entry.path)
    if copy is None:
        raise ShelfError("shelf.error.no_copy", code=code)
    found = desk.shelf.move_in(copy)
    return _opened(desk, found.code, key, practice=entry.practice)


def salvage(desk: Desk, code: str, key: Key) -> CaseFile:
    """Save all that is readable of a damaged case into a new one, and put that on the desk.

    Raises:
        Damaged: nothing is readable. NotSaved, ReadOnly: the new file cannot be made.
    """
    entry = desk.shelf.entry(code)
    new = desk.shelf.new_code(code)
    try:
        damage.export_readable(entry.path, key, desk.shelf.path(new), desk.shelf.author).close()
    except Damaged as error:  # then the copy is the way on
        error.last_good = copies.last_good(entry.path)
        raise
    return _opened(desk, new, key, practice=entry.practice)


def _opened(desk: Desk, code: str, key: Key, *, practice: bool) -> CaseFile:
    if practice:
        home.keep_practice_key(desk.shelf.home, code, key)
    try:
        # The recovery code is the key itself in letters: it opens what the key opens, with or without a phrase.
        return desk.open(code, recovery=key.recovery_code)
    except CaseFileError:
        with suppress(CaseFileError):
            desk.shelf.forget(code)
        raise
