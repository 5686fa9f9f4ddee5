"""Our own version of an open case, in memory: what stays when another file takes its place on disk.

A sync program writes over the very pages in which the last ten edits were. So beside every open file there is a twin of
it in this process's memory, history and all, that is told whatever is written (:attr:`.store.Store.twin`). It goes with
the file: whoever is forgotten is forgotten in it too, and where the case is closed nothing of it is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netwerk_widgets.casefile.errors import Damaged
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import disk, history, schema, seal
from netwerk_widgets.casefile.storage.revision import Author, Revision, now
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import changes as ch


def twin_of(store: Store, key: Key) -> Store | None:
    """All of an open file in memory; None where the file was altered while it was read."""
    with store.reading():
        store.rows("SELECT count(*) FROM sqlite_master")  # the lock comes with the first read
        twin = Store(store.path, key, "ro", memory=True)
    if store.altered:
        twin.close()
        return None
    return twin


def follow(twin: Store | None, revisions: Sequence[Revision]) -> None:
    """What others did, as soon as it was taken in; what they wrote beside history comes with the next twin."""
    if twin is not None:
        with twin.writing():
            for revision in revisions:
                schema.write(twin, revision.changes)
                schema.add_revision(twin, revision)


def whole(twin: Store | None, path: Path, case: Case, author: Author) -> Store:
    """The twin, with this case in it; where it lags behind, one history row brings it there.

    Without a twin (nothing could be read any more) history begins with this case.
    """
    if twin is None:
        twin = Store(path, None, memory=True)
        first = Revision(1, now(), author, "import", "", Message("casefile.history.kept"), ())
        with twin.writing():
            schema.make(twin)
            schema.write_all(twin, case)
            schema.add_revision(twin, first)
        return twin
    behind = ch.diff(schema.load(twin), case)
    if behind:
        stamp = history.Stamp(now(), author)
        row = history.edit(history.read_head(twin), stamp, Message("casefile.history.kept"), behind, "import")
        with twin.writing():
            schema.write(twin, behind)
            schema.add_revision(twin, row)
    return twin


def save(twin: Store, key: Key, target: Path, case: Case) -> None:
    """Write our version as a case file under its own key, history and all; whole and opened once, or not at all.

    Raises:
        ShelfError: a file of that name is there. NotSaved, ReadOnly: the disk refuses; nothing is left.
    """
    twin.rows("DELETE FROM presence")
    with disk.whole(target, replace=False) as draft:
        twin.pour_out(draft, key)
        with Store(draft, key, "ro") as copy:
            if seal.broken(copy, key) or schema.load(copy) != case:
                raise Damaged("casefile.error.damaged", file=target.name)
