"""Where cases live: the data folder of this user, and the little that is kept there besides cases."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from netwerk_widgets.casefile.errors import CaseFileError, KeyProblem
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.casefile.storage.revision import Author

CASES, NOTES, PRACTICE_KEYS, SETTINGS, OWN = "casussen", "lijst", "oefensleutels", "wie.json", "eigen"


def data_folder() -> Path:
    """The folder of this user's data: ``NETWERK_HOME``, else the system's own place for it."""
    wished = os.environ.get("NETWERK_HOME", "")
    if wished:
        return Path(wished).expanduser().absolute()
    from platformdirs import user_data_path  # slow to import, and seldom needed

    return user_data_path("netwerk-werkboek", appauthor=False)


def read_author(home: Path) -> Author:
    """Who works here: the initials that were given once, and this computer's name.

    A file of before may hold a whole name: what is more than initials goes out of it at once.
    """
    try:
        data = outside.read_json(home / SETTINGS)
        initials = data["initials"]
    except (OSError, ValueError, KeyError, TypeError):
        return Author.here("")
    author = Author.here(initials if isinstance(initials, str) else "")
    if data != {"initials": author.initials}:
        write_initials(home, author.initials)
    return author


def was_asked(home: Path) -> bool:
    """Whether the initials were asked once, whatever the answer."""
    return (home / SETTINGS).exists()


def write_initials(home: Path, initials: str) -> None:
    """Keep the initials with which edits are signed."""
    with suppress(CaseFileError, OSError):
        disk.private_folder(home)
        disk.write_private(home / SETTINGS, json.dumps({"initials": Author.here(initials).initials}))


def practice_key(home: Path, code: str) -> Key:
    """The machine-made key of a practice case.

    Raises:
        KeyProblem: it is not there.
    """
    try:
        return Key.from_hex(outside.read(home / PRACTICE_KEYS / f"{code}.key").decode("ascii"))
    except (OSError, ValueError):
        raise KeyProblem("casefile.error.no_practice_key") from None


def keep_practice_key(home: Path, code: str, key: Key) -> None:
    """Keep the key of a practice case, private to this user."""
    folder = disk.private_folder(home / PRACTICE_KEYS)
    disk.write_private(folder / f"{code}.key", key.hex())


def drop_practice_key(home: Path, code: str) -> None:
    """Erase the key of a practice case."""
    disk.erase(home / PRACTICE_KEYS / f"{code}.key")
