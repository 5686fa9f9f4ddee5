"""Copies of a case file: the last good one beside it, and backups that were opened before they count.

At most one last good copy is kept, ``<name>.casus.kopie``. A copy made before a migration is
``<name>.casus.v<format>``. All are as encrypted as the file itself.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from netwerk_widgets.casefile.errors import CaseFileError, Damaged
from netwerk_widgets.casefile.keys import Key, salt_of
from netwerk_widgets.casefile.storage import disk, drafts, schema, seal
from netwerk_widgets.casefile.storage.store import Store

GOOD = ".kopie"
OLD = ".v"
_TRIES = 5


def last_good(path: Path) -> Path | None:
    """The last good copy beside a case file, where there is one."""
    copy = disk.beside(path, GOOD)
    return copy if copy.is_file() and not copy.is_symlink() else None


def salt_left(path: Path) -> bytes:
    """The salt of a case file, or of the copy beside it where the file is too short to have one.

    Raises:
        NotACase: it cannot be read. Damaged: neither has a salt.
    """
    try:
        return salt_of(path)
    except Damaged:
        copy = last_good(path)
        if copy is None:
            raise
        return salt_of(copy)


def old_formats(path: Path) -> list[Path]:
    """The copies that were made before migrations."""
    return [
        copy for copy in (disk.beside(path, f"{OLD}{number}") for number in range(1, schema.FORMAT)) if copy.exists()
    ]


def everything(path: Path) -> list[Path]:
    """The file and all that belongs to it on disk: journal, copies, drafts of copies."""
    drafts = list(path.parent.glob(f".{_literal(path.name)}*.new*"))
    names = [path, *(disk.beside(path, ending) for ending in ("-journal", "-wal", "-shm", GOOD)), *old_formats(path)]
    return [name for name in (*names, *drafts) if name.exists() or name.is_symlink()]


def verified_copy(store: Store, key: Key, target: Path, *, replace: bool, leaving: bool = False) -> None:
    """Copy an open case file to a place, whole and verified by opening it, or not at all.

    A copy that is ``leaving`` the shelf carries no drafts: what somebody has not finished is not sent along unasked.

    Raises:
        Damaged: the file itself is not whole; an older copy stays as it is.
        ShelfError, NotSaved, ReadOnly: the target is there already, or cannot be written.
    """
    with disk.whole(target, replace=replace) as draft:
        with store.reading():
            store.rows("SELECT count(*) FROM sqlite_master")  # the lock comes with the first read
            disk.copy_bytes(
                store.path, draft
            )  # closing it lets this process's lock go (POSIX), with nothing left to read
        if leaving:
            _without_drafts(draft, key)
        with Store(draft, key, "ro") as copy:
            schema.found(copy)
            if seal.broken(copy, key):
                raise Damaged("casefile.error.damaged", file=store.path.name, last_good=last_good(store.path))


def _without_drafts(path: Path, key: Key) -> None:
    with Store(path, key) as copy, copy.writing():
        drafts.clear(copy)


def keep_last_good(store: Store, key: Key) -> bool:
    """Renew the last good copy; False where the disk has no room for one, which keeps nobody from working.

    Raises:
        Damaged: the file is not whole; the older copy stays.
    """
    try:
        for _ in range(_TRIES):
            before = store.value("PRAGMA data_version")
            verified_copy(store, key, disk.beside(store.path, GOOD), replace=True)
            if store.value("PRAGMA data_version") == before:
                break  # else another process wrote meanwhile, and may have forgotten somebody who is in this copy
    except Damaged:
        raise
    except (CaseFileError, OSError):
        return False
    return True


def renew(store: Store, key: Key) -> None:
    """Take away the copies that know too much (after a forgetting, under an old key) and make the one anew."""
    for copy in (*old_formats(store.path), *filter(None, [last_good(store.path)])):
        disk.erase(copy)
    with suppress(CaseFileError):
        keep_last_good(store, key)


def _literal(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
