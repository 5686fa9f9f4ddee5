"""Words that somebody typed and that are not in history yet: in the case's own encrypted file, beside its history.

A draft belongs to one *sitting* in one field: its id is the sitting's, and the edit that brings the words into history
carries that same id. So a commit takes its own draft along in one transaction, and a draft that arrives after it (a
page sent it on its way out) finds its id in history and is not kept: old words never come back over newer ones.

``place`` says where the words stand: the kind of field, then the ids of what it belongs to (``person:p3:notes``).
``base`` is what stood in the field when the sitting began: where the case says something else by now, the draft is
offered and never put over it. ``shared`` drafts were typed while the client looked along; the others are not sent to a
page where the client does.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from netwerk_widgets.casefile.errors import ReadOnly, WrongKey
from netwerk_widgets.casefile.keys import Key, salt_of
from netwerk_widgets.casefile.storage import disk, schema
from netwerk_widgets.casefile.storage.engine import Access
from netwerk_widgets.casefile.storage.presence import STALE, ours
from netwerk_widgets.casefile.storage.revision import OID, Author, now
from netwerk_widgets.casefile.storage.store import Store, look

LONGEST = 8000
"""How many characters of a field are kept; no field of ours holds more."""
MOST = 200
"""How many drafts one file keeps; nobody has so many fields open, and a page gone wild fills no disk."""
_PLACE = re.compile(r"[a-z_]+(:[^:\x00-\x1f]{0,80}){0,6}")
_WAIT = 0.5  # seconds that a draft waits for another program's commit; then the page asks again


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in one field and is not in history yet.

    Raises:
        ValueError: it is too long, or its id or place is none.

    >>> Draft("d1", "person:p3:notes", "belt zondag").text
    'belt zondag'
    """

    WIRE: ClassVar[Mapping[str, str]] = {"after": ""}

    id: str
    place: str
    text: str
    base: str = ""
    shared: bool = False
    after: str = ""
    """The draft that this one goes on from, and so replaces: it was shown in the field when the sitting began."""
    at: str = ""

    def __post_init__(self) -> None:
        fits = self.id and OID.fullmatch(self.id) and OID.fullmatch(self.after) and _PLACE.fullmatch(self.place)
        if not fits or max(len(self.text), len(self.base)) > LONGEST:
            raise ValueError("no draft")


def keep(path: Path, key: Key, fresh: Iterable[Draft] = (), gone: Iterable[str] = ()) -> None:
    """Keep drafts in the file of a case that is open elsewhere, and let others go; on disk when this returns.

    Args:
        path: the case file.
        key: its key.
        fresh: what is typed now; of an id that history knows nothing is kept.
        gone: ids of drafts whose words were taken back.

    Raises:
        TakenOver: another computer works in it. ReadOnly, NotSaved, Busy: it could not be kept now.
    """
    with _opened(path, key, "rw") as store, store.hurried(_WAIT), store.writing():
        ours(store, Author.here().machine, time.time() - STALE)
        for one in fresh:
            if not store.value("SELECT 1 FROM history WHERE oid = ?", (one.id,)):
                _write(store, one)
        for identity in gone:
            commit(store, identity)


def kept(path: Path, key: Key, *, together: bool = False) -> tuple[list[Draft], int]:
    """The drafts in a file, oldest first; and how many were left out because the client looks along (``together``).

    Raises:
        CaseFileError: the file cannot be read now.
    """
    with _opened(path, key, "ro") as store, store.hurried(_WAIT):
        found = list(read(store))
    told = [one for one in found if one.shared or not together]
    return told, len(found) - len(told)


def read(store: Store) -> Iterable[Draft]:
    """What is readable of the drafts in an open file; a row that makes no sense is left out."""
    if not store.has("draft"):
        return
    for identity, place, text, base, shared, at in store.rows(
        "SELECT id, place, text, base, shared, at FROM draft ORDER BY at, id"
    ):
        try:
            yield Draft(identity, place, text, base, bool(shared), "", str(at))
        except (ValueError, TypeError):
            continue


def faulty(store: Store) -> int:
    """How many rows make no sense."""
    return int(store.value("SELECT count(*) FROM draft")) - len(list(read(store)))


def commit(store: Store, oid: str) -> None:
    """The words of this sitting are in history now; inside the transaction that brought them there."""
    store.rows("DELETE FROM draft WHERE id = ?", (oid,))


def clear(store: Store) -> None:
    """Take all drafts out, inside a transaction of the caller: a copy that leaves the house carries none."""
    if store.has("draft"):
        store.rows("DELETE FROM draft")


def rewrite(store: Store, change: Callable[[str], str], ids: Collection[str]) -> None:
    """Forget somebody: drafts in fields of these entities go, and all other words are changed.

    Inside a transaction of the caller.
    """
    for identity, place, *texts in store.rows("SELECT id, place, text, base FROM draft") if store.has("draft") else []:
        kind, *about = place.split(":")
        if set(about) & set(ids):
            commit(store, identity)
            continue
        fresh = (":".join([kind, *map(change, about)])[:400], *(change(text)[:LONGEST] for text in texts))
        if fresh != (place, *texts):
            store.rows("UPDATE draft SET place = ?, text = ?, base = ? WHERE id = ?", (*fresh, identity))


def _write(store: Store, one: Draft) -> None:
    if one.after:
        commit(store, one.after)
    store.rows(
        "INSERT INTO draft (id, place, text, base, shared, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET place = excluded.place, text = excluded.text, base = excluded.base, shared = excluded.shared, "
        "at = excluded.at",
        (one.id, one.place, one.text, one.base, one.shared, one.at or now()),
    )
    if store.value("SELECT count(*) FROM draft") > MOST:
        raise ReadOnly("casefile.error.many_drafts")


@contextmanager
def _opened(path: Path, key: Key, access: Access) -> Iterator[Store]:
    """The file, for as long as this takes; only one of this format is written in.

    Raises:
        NotACase, WrongKey, Damaged: it is another than was open. ReadOnly: nothing can be written there.
    """
    look(path)
    if salt_of(path) != key.salt:
        raise WrongKey("casefile.error.wrong_key", file=path.name)
    if access == "rw" and not disk.writable(path):
        raise ReadOnly("casefile.error.read_only")
    with Store(path, key, access) as store:
        if schema.found(store) != schema.FORMAT and access == "rw":
            raise ReadOnly("casefile.error.read_only")
        yield store
