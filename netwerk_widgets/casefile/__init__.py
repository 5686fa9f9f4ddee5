"""The encrypted case file: open, apply, undo, redo, history, watch, forget; the shelf and the desk.

>>> from netwerk_widgets.casefile import Desk, Shelf
"""

from netwerk_widgets.casefile.errors import (
    Apart,
    Busy,
    CaseFileError,
    Damaged,
    InUse,
    KeyProblem,
    NotACase,
    NothingToDo,
    NotSaved,
    ReadOnly,
    ShelfError,
    TakenOver,
    UndoOther,
    WrongKey,
)
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key, derive, read_recovery_code, recovery_code, salt_of
from netwerk_widgets.casefile.keys.phrase_strength import Strength, strength
from netwerk_widgets.casefile.library.desk import Desk, the_desk, the_own_desk
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.library.shelf import Entry, Shelf
from netwerk_widgets.casefile.library.vault import Vault
from netwerk_widgets.casefile.storage.damage import Report, check, export_readable
from netwerk_widgets.casefile.storage.revision import Author, Revision

__all__ = [
    "Apart",
    "Author",
    "Busy",
    "CaseFile",
    "CaseFileError",
    "Damaged",
    "Desk",
    "Entry",
    "InUse",
    "Key",
    "KeyProblem",
    "NotACase",
    "NotSaved",
    "NothingToDo",
    "OwnShelf",
    "ReadOnly",
    "Report",
    "Revision",
    "Shelf",
    "ShelfError",
    "Strength",
    "TakenOver",
    "UndoOther",
    "Vault",
    "WrongKey",
    "check",
    "derive",
    "export_readable",
    "read_recovery_code",
    "recovery_code",
    "salt_of",
    "strength",
    "the_desk",
    "the_own_desk",
]
