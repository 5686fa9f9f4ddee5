"""A look at a case that does not lie on the desk, where that needs no pass phrase: what was intended last time."""

from __future__ import annotations

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.model.case.entities import Case


def glance(desk: Desk, code: str) -> Case | None:
    """The case of this code: the one on the desk, or read quietly; ``None`` where it is gone or locked.

    Looking leaves no trace: the case counts as opened no later, and nobody else is kept from it.
    """
    if desk.file is not None and desk.file.code == code:
        return desk.file.case
    try:
        path = desk.shelf.path(code)
        known = desk.vault.get(str(path))
        key = Key.from_hex(known) if known else desk.shelf.known_key(code)
        if key is None or not path.exists():
            return None
        with CaseFile.open(path, key, desk.shelf.author, read_only=True) as file:
            return file.case
    except CaseFileError:
        return None
