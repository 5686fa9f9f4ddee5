"""A case that is apart from its file becomes one that lies on the shelf again."""

from __future__ import annotations

import os
from dataclasses import replace

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library import home
from netwerk_widgets.casefile.library.index import Index
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage import disk


def keep_mine(shelf: Shelf, file: CaseFile) -> str:
    """Keep what is in view of a case that is apart from its file: in its place where nothing lies there, else beside.

    It opens with the same pass phrase, and what now lies in its place is left as it is.

    Returns:
        The code under which it is kept.

    Raises:
        NotSaved, ReadOnly: nothing is kept; it is still in view.
    """
    disk.private_folder(shelf.cases)
    notes = Index(shelf.home / home.NOTES)
    known = notes.read(file.code, file.path)
    back = file.path.parent == shelf.cases and not os.path.lexists(file.path)
    code = file.code if back else shelf.new_code(file.code)
    file.keep_mine(shelf.path(code))
    if file.practice:
        home.keep_practice_key(shelf.home, code, file.key)
    notes.write(replace(known, code=code, path=shelf.path(code)))
    return code


def was_forgotten(shelf: Shelf, file: CaseFile) -> bool:
    """Whether a case of this shelf was forgotten meanwhile, in another window: then nothing is known of it any more."""
    return file.path.parent == shelf.cases and not Index(shelf.home / home.NOTES).knows(file.code)
