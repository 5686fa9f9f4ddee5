"""Copies that leave the shelf and files that come onto it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from netwerk_widgets.casefile.errors import NotSaved
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import copies, disk
from netwerk_widgets.casefile.storage.store import Store, look


def copy_out(path: Path, key: Key, target: Path) -> Path:
    """Copy a case file to a place that has none of that name, without its drafts, verified by opening the copy.

    Raises:
        ShelfError: there is one. NotSaved, ReadOnly, Damaged, WrongKey: no copy was made.
    """
    with Store(path, key, "ro") as store:
        copies.verified_copy(store, key, target, replace=False, leaving=True)
    return target


def copy_in(source: Path, target: Path) -> None:
    """Copy a file from elsewhere to a place that has none of that name, bit for bit.

    Raises:
        NotACase, Damaged: it cannot be a case. NotSaved, ReadOnly, ShelfError: no copy was made.
    """
    look(source)
    with disk.whole(target, replace=False) as draft:
        disk.copy_bytes(source, draft)
        if _digest(source) != _digest(draft):
            raise NotSaved("casefile.error.disk", file=source.name)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
