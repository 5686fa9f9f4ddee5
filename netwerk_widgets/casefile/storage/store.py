"""The connection under a case file: opened with the raw key, bounded in its waiting, plain in its errors.

State: the connection, and how the file looked when this process last knew it (``mark``). Every query is fetched to its
end and its cursor closed, since an open read cursor would lock other processes out.

Not everybody heeds a lock (a sync program does not). So whoever opens a store to work in it gives it a ``guard``, which
is asked within the transaction whenever the file looks otherwise than it was left; and what changes under a transaction
ends it before a page is written. A ``twin`` in memory is told all that was written, after it is on disk.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from netwerk_widgets.casefile.errors import Apart, Busy, CaseFileError, Damaged, NotACase, NotSaved, ReadOnly, WrongKey
from netwerk_widgets.casefile.keys import SALT_BYTES, Key
from netwerk_widgets.casefile.storage import disk, engine, seal
from netwerk_widgets.casefile.storage.engine import Access
from netwerk_widgets.casefile.storage.pour import pour
from netwerk_widgets.casefile.storage.stamp import Stamp, stamp

BIGGEST = 1 << 30
"""A file above this size (bytes) is no case."""
WAIT = 5.0
"""How long to wait for another program's commit, in seconds."""
PLAIN_START = b"SQLite format 3\0"

Sight = tuple[Stamp | None, int]
_ALTERS = ("INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP")


class Store:
    """One connection to one encrypted file.

    Args:
        path: the file, which must exist.
        key: its raw key; None for an empty store in memory.
        access: ``rw`` or ``ro``.
        salvage: read on past a missing end, to save what is readable.
        memory: pour all of it into this process's memory, where it may be altered, and let the file go.

    Raises:
        NotACase, WrongKey, Damaged: as :mod:`.errors` says.
    """

    def __init__(
        self, path: Path, key: Key | None, access: Access = "rw", *, salvage: bool = False, memory: bool = False
    ) -> None:
        self.path, self.access, self.memory = path, access, memory
        self.proven = key is None
        self.guard: Callable[[], None] | None = None
        self.twin: Store | None = None
        self._known: Sight = (None, -1)
        self._told: list[tuple[str, Sequence[Any]]] | None = None
        self._engine = engine.chosen()
        try:
            self._db = self._engine.connect(":memory:" if memory else self._engine.address(path, access))
        except self._engine.errors:
            raise NotACase("casefile.error.unreachable", file=path.name) from None
        try:
            self._wait(WAIT)
            if memory and key:
                self._pour(key)
            elif key:
                self._unlock(key, salvage=salvage)
            self.rows("PRAGMA trusted_schema = OFF")
        except CaseFileError:
            self.close()
            raise

    def _unlock(self, key: Key, *, salvage: bool) -> None:
        self.rows(f'PRAGMA key = "{key.pragma}"')
        if salvage:
            self.rows("PRAGMA writable_schema = ON")
        self.rows("SELECT count(*) FROM sqlite_master")
        self.proven = True
        # Nothing of a transaction reaches the file before it ends: so what looks altered before that was another's doing.
        for setting in ("journal_mode = DELETE", "synchronous = EXTRA", "secure_delete = ON", "cache_spill = OFF"):
            if self.access == "rw" or "journal" not in setting:
                self.rows(f"PRAGMA {setting}")

    def _pour(self, key: Key) -> None:
        """All that is in the file, into this process's memory."""
        self.rows("PRAGMA temp_store = MEMORY")
        with self._attached(self.path, key, self.access):
            self.proven = True
            pour(self, "file", "main")

    def pour_out(self, target: Path, key: Key) -> None:
        """All that is in a store in memory, into an empty file under this key."""
        with self._attached(target, key, "rw"):
            pour(self, "main", "file")

    @contextmanager
    def _attached(self, path: Path, key: Key, access: Access) -> Iterator[None]:
        self.rows(f'ATTACH DATABASE ? AS file KEY "{key.pragma}"', [self._engine.address(path, access)])
        try:
            yield
        finally:
            self._roll_back()
            self.rows("DETACH DATABASE file")

    def sight(self) -> Sight:
        """How the file looks now: take it before reading, so that nothing slips through."""
        here = stamp(self.path)
        if self.memory or here is None:
            return here, 0
        try:
            return here, int(self.value("PRAGMA data_version"))
        except WrongKey:  # its first page is not ours: no version of this file
            return here, -1

    def mark(self, sight: Sight) -> None:
        """Know the file as it looked then: all that is in it was taken in."""
        self._known = sight

    @property
    def altered(self) -> bool:
        """Whether the file looks otherwise than it is known, or was written in here."""
        return self._known != self.sight()

    @property
    def in_place(self) -> bool:
        """Whether the file that this connection has open is the one that lies at its path."""
        here = self._known[0]
        return not self.memory and here is not None and here.same_file(stamp(self.path))

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, read to the end."""
        if self._told is not None and sql.startswith(_ALTERS):
            self._told.append((sql, values))
        try:
            cursor = self._db.execute(sql, values)
            try:
                found: list[tuple[Any, ...]] = cursor.fetchall()
            finally:
                cursor.close()
        except self._engine.errors as error:
            raise self._plain(error) from None
        return found

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first field of the first row, or None."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def has(self, table: str) -> bool:
        """Whether there is such a table."""
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)))

    def many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows."""
        if self._told is not None:
            self._told += [(sql, row) for row in rows]
        try:
            self._db.executemany(sql, rows).close()
        except self._engine.errors as error:
            raise self._plain(error) from None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction that is on disk when the block ends, or never was.

        Raises:
            Busy: another program keeps the file. NotSaved: the disk refuses. Nothing has changed then.
            Apart: where there is a guard, the file is not the one that was open; nothing was written in it.
        """
        self._begin()
        try:
            sight = self._guarded()
            self._told = []
            yield
            self._still(sight)
            self.rows("COMMIT")
            told, self._told = self._told, None
        except BaseException:
            self._told = None
            self._roll_back()
            raise
        if sight is not None:
            self._known = (stamp(self.path), sight[1])
        if self.twin is not None:
            self._tell_twin(told)

    def _begin(self) -> None:
        try:
            self.rows("BEGIN IMMEDIATE")
        except Busy:
            raise
        except CaseFileError:
            if self.guard is None or stamp(self.path) == self._known[0]:
                raise
            raise Apart("casefile.apart.unreadable", file=self.path.stem) from None

    def _guarded(self) -> Sight | None:
        """How the file looks in a transaction that has just begun, after the guard has seen what another altered."""
        if self.guard is None:
            return None
        sight = self.sight()
        if sight != self._known:
            self.guard()
        return sight

    def _still(self, sight: Sight | None) -> None:
        """Nothing of ours was written yet: so nobody else has either, or this transaction ends."""
        if sight is not None and stamp(self.path) != sight[0]:
            raise Apart("casefile.apart.other", file=self.path.stem)

    def _tell_twin(self, told: list[tuple[str, Sequence[Any]]]) -> None:
        """What is on disk now; a twin that cannot follow is none any more, and harms nothing."""
        twin = self.twin
        try:
            if told and twin is not None:
                with twin.writing():
                    for sql, values in told:
                        twin.rows(sql, values)
        except CaseFileError:
            self.twin = None

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One consistent look at the file, during which nobody else commits."""
        self.rows("BEGIN")
        try:
            yield
        finally:
            self._roll_back()

    def _roll_back(self) -> None:
        with suppress(*self._engine.errors):  # the first error is the one to tell
            if self._db.in_transaction:
                self._db.execute("ROLLBACK").close()

    @contextmanager
    def hurried(self, seconds: float) -> Iterator[None]:
        """Wait at most this long for other programs while the block lasts."""
        self._wait(seconds)
        try:
            yield
        finally:
            self._wait(WAIT)

    def _wait(self, seconds: float) -> None:
        self.rows(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go; a ``with`` does so at its end."""
        with suppress(*self._engine.errors):
            self._db.close()

    def _plain(self, error: Exception) -> CaseFileError:
        """The library's error as one that a user can read; never with SQL or a value in it."""
        name = self._engine.name(error)
        if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return Busy("casefile.error.busy")
        if name.startswith("SQLITE_FULL"):
            return NotSaved("casefile.error.disk_full")
        if not self.path.exists():
            return NotSaved("casefile.error.vanished", file=self.path.name)
        if name.startswith("SQLITE_READONLY"):
            return ReadOnly("casefile.error.read_only")
        if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")):
            return NotSaved("casefile.error.disk", file=self.path.name)
        if name.startswith("SQLITE_NOTADB") or not self.proven:
            return WrongKey("casefile.error.wrong_key", file=self.path.name)
        return Damaged("casefile.error.damaged", file=self.path.name)


def look(path: Path) -> None:
    """Look at a file from outside before it is opened: is it one that could be a case?

    Raises:
        NotACase: a link, a folder, a plain or gigantic file. Damaged: it is empty or its end is missing.
    """
    try:
        about = path.lstat()
    except OSError:
        raise NotACase("casefile.error.unreachable", file=path.name) from None
    if not stat.S_ISREG(about.st_mode):
        raise NotACase("casefile.error.not_a_file", file=path.name)
    if about.st_size > BIGGEST:
        raise NotACase("casefile.error.too_big", file=path.name)
    if about.st_size == 0:
        raise Damaged("casefile.error.empty", file=path.name)
    if not os.access(path, os.R_OK):
        raise NotACase("casefile.error.unreachable", file=path.name)
    with path.open("rb") as file:
        start = file.read(SALT_BYTES)
    if start == PLAIN_START:
        raise NotACase("casefile.error.plain", file=path.name)
    interrupted = disk.beside(path, "-journal").exists()  # then SQLite mends the end itself
    if about.st_size % seal.PAGE and not interrupted:
        raise Damaged("casefile.error.truncated", file=path.name)
