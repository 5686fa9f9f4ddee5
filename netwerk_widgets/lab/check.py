"""``netwerk check FILE``: is this case file whole? Nothing is changed."""

from __future__ import annotations

import getpass
from pathlib import Path

from netwerk_widgets.casefile.keys import Key, derive, salt_of
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.damage import Report, check
from netwerk_widgets.locale import Message


def examine(file: Path) -> Report:
    """Check a case file, asking for its pass phrase where it is not known on this computer.

    Without a phrase the file is looked at from outside only.

    Raises:
        NetwerkError: it is not a case file at all.
    """
    path = file.absolute()
    salt_of(path)
    return check(path, Shelf().known_key(path) or _ask(path))


def _ask(path: Path) -> Key | None:
    try:
        phrase = getpass.getpass(Message("lab.command.phrase").text())
    except EOFError:
        return None
    return derive(phrase, salt_of(path)) if phrase else None
