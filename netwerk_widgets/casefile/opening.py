"""From a path and a key to an open file: begin a new one, open an old or newer one, change the lock."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from netwerk_widgets.casefile.errors import (
    Apart,
    Busy,
    CaseFileError,
    Damaged,
    KeyProblem,
    NotSaved,
    ReadOnly,
    WrongKey,
)
from netwerk_widgets.casefile.keys import Key, salt_of
from netwerk_widgets.casefile.storage import copies, disk, history, schema
from netwerk_widgets.casefile.storage import migration as migrate
from netwerk_widgets.casefile.storage.engine import Access
from netwerk_widgets.casefile.storage.presence import Presence
from netwerk_widgets.casefile.storage.revision import Author, Revision, now
from netwerk_widgets.casefile.storage.stamp import stamp
from netwerk_widgets.casefile.storage.store import Store, look
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case


@dataclass(slots=True)
class Opened:
    """What was found in a file; ``refused`` says why it is there to read only where that was not ``asked``."""

    store: Store
    case: Case
    head: history.Head
    notices: list[Message] = field(default_factory=list)
    refused: CaseFileError | None = None
    asked: bool = False


def begin(path: Path, key: Key, case: Case, author: Author, message: Message | None) -> None:
    """Write a new file with this case and its first history row; whole, or not at all.

    Raises:
        EditError: a field holds what the model refuses. ShelfError, NotSaved, ReadOnly: no file is left.
    """
    checked = schema.tidy(case)
    named = message or Message("model.edit.begin")
    first = Revision(1, now(), author, "import" if message else "begin", "", named, ())
    with disk.whole(path, replace=False) as draft, Store(draft, key) as store, store.writing():
        schema.make(store)
        schema.write_all(store, checked)
        schema.add_revision(store, first)


def open_store(path: Path, key: Key, *, read_only: bool) -> Opened:
    """Open a file, of whatever format, and read the case in it.

    Raises:
        NotACase, WrongKey, Damaged: with ``last_good`` where there is such a copy.
    """
    try:
        look(path)
        fits(path, key)
        return _open(path, key, read_only=read_only)
    except WrongKey as error:
        error.last_good = error.last_good or copies.last_good(path)
        raise


def fits(path: Path, key: Key) -> None:
    """See that a key was made for this file's salt.

    Raises:
        WrongKey: it was not, or the first page is damaged.
    """
    if salt_of(path) != key.salt:
        raise WrongKey("casefile.error.wrong_key", file=path.name)


def _open(path: Path, key: Key, *, read_only: bool) -> Opened:
    refused: CaseFileError | None = None if read_only or disk.writable(path) else ReadOnly("casefile.error.read_only")
    access: Access = "ro" if read_only or refused else "rw"
    notices = [Message("casefile.notice.read_only")] if refused else []
    if access == "rw":
        disk.tighten(path)
    store = Store(path, key, access)
    try:
        number = schema.found(store)
        if number > schema.FORMAT:
            store.close()
            store = Store(path, key, "ro")
            return _newer(store, notices)
        if 0 < number < schema.FORMAT:
            store, told, refused = _renewed(store, key, number, refused)
            notices = [] if read_only else [told]
        elif number != schema.FORMAT:
            raise Damaged("casefile.error.bad_rows", file=path.name)
        store.mark(store.sight())
        with store.reading():
            return Opened(store, schema.load(store), history.read_head(store), notices, refused, read_only)
    except CaseFileError:
        store.close()
        raise


def _renewed(
    store: Store, key: Key, number: int, refused: CaseFileError | None
) -> tuple[Store, Message, CaseFileError | None]:
    """A file of an older format as this one has it: on disk, or in memory where the disk takes nothing now."""
    if store.access == "rw":
        try:
            migrate.renew(store, key, number)
        except (NotSaved, ReadOnly) as error:
            refused = error
        else:
            return store, Message("casefile.notice.renewed"), None
    renewed = migrate.renewed_in_memory(store, key, number)
    told = why(refused) if isinstance(refused, NotSaved) else Message("casefile.notice.old_read_only")
    return renewed, told, refused


def why(refused: CaseFileError) -> Message:
    """What to tell whoever has a case open to read only, since the disk takes nothing now."""
    full = refused.message.key == "casefile.error.disk_full"
    return Message("casefile.notice.disk_full" if full else "casefile.notice.disk_refuses")


def goes_on(path: Path, key: Key, head: history.Head, ours: Store | None) -> None:
    """See, without writing in it, that what lies at a path has our history or goes on from it.

    Args:
        path: where an open file was.
        key: its key.
        head: where our history stands.
        ours: our version in memory, to tell an older copy from another history.

    Raises:
        Apart: it does not, or nothing that can be read lies there. Busy: somebody writes in it this moment.
    """
    if stamp(path) is None:
        raise Apart("casefile.apart.gone", file=path.stem)
    try:
        look(path)
        fits(path, key)
        with Store(path, key, "ro") as store, store.reading():
            if schema.found(store) != schema.FORMAT or not history.goes_on(store, head):
                raise parted(store, ours)
    except (Apart, Busy):
        raise
    except CaseFileError:
        raise Apart("casefile.apart.unreadable", file=path.stem) from None


def parted(store: Store, ours: Store | None) -> Apart:
    """How a file that does not go on from ours differs: an older copy of it, or another history."""
    older = ours is not None and history.goes_on(ours, history.read_head(store))
    return Apart("casefile.apart.older" if older else "casefile.apart.other", file=store.path.stem)


def _newer(store: Store, notices: list[Message]) -> Opened:
    """What this version can make of a file that a newer one wrote; never to write in."""
    store.mark(store.sight())
    with store.reading():
        case = schema.load(store, lenient=True)
        head = history.read_head(store)
    return Opened(store, case, head, [*notices, Message("casefile.notice.newer")])


def change_key(store: Store, presence: Presence, key: Key) -> Key:
    """Encrypt the file anew in one transaction; the old key fits until it is done, then only the new one.

    Raises:
        KeyProblem: the key was made for another file. Otherwise as any edit.
    """
    if key.salt != salt_of(store.path):
        raise KeyProblem("casefile.error.no_key")
    with store.writing():
        presence.hold(store, writing=True)
    store.rows(f'PRAGMA rekey = "{key.pragma}"')
    proof = Store(store.path, key, "ro")  # raises where the new key does not open the file
    proof.close()
    return key
