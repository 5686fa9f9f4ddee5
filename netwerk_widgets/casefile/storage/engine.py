"""The library under :class:`.store.Store`, which reads and writes SQLCipher's files: the only module that knows which.

``sqlcipher3`` where it exists. Where it does not (in a browser), SQLite3 Multiple Ciphers (``apsw-sqlite3mc``) takes its
place: the same file, the same keys, and the same sentences where something is the matter.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol

from netwerk_widgets.casefile.errors import CaseFileError

Access = Literal["rw", "ro"]


class Cursor(Protocol):
    """The answer to one statement."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""

    def close(self) -> None:
        """Let go of what it locks."""


class Connection(Protocol):
    """What both libraries give; each statement is a transaction of its own unless one was begun."""

    in_transaction: bool

    def execute(self, sql: str, values: Sequence[Any] = (), /) -> Cursor:
        """Run one statement."""

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> Cursor:
        """Run one statement for many rows."""

    def close(self) -> None:
        """Let the file go."""


class Engine(ABC):
    """One library. Made only where it is installed."""

    errors: tuple[type[Exception], ...]
    """What its connections raise, also for letters and figures that SQLite has no place for."""
    scheme = ""
    """What an address says beside the way in, so that the library takes the file for SQLCipher's."""

    def address(self, path: Path, access: Access) -> str:
        """Where a file is, as ``connect`` and ``ATTACH`` take it."""
        return f"{path.absolute().as_uri()}?mode={access}{self.scheme}"

    @abstractmethod
    def connect(self, address: str) -> Connection:
        """A connection to a file, or to ``:memory:``; its key comes next."""

    @abstractmethod
    def name(self, error: Exception) -> str:
        """SQLite's name for an error (``SQLITE_BUSY``), at least as far as its first part; nothing for another's."""


class SQLCipher(Engine):
    """``sqlcipher3``: Zetetic's own, for Linux, macOS and Windows."""

    def __init__(self) -> None:
        import sqlcipher3

        self._library: Any = sqlcipher3
        self.errors = (sqlcipher3.Error, UnicodeError, OverflowError)

    def connect(self, address: str) -> Connection:
        """A connection that says nothing of a wrong phrase on the terminal."""
        db: Connection = self._library.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        db.execute("PRAGMA cipher_log_level = NONE").close()
        return db

    def name(self, error: Exception) -> str:
        """As the library tells it."""
        return str(getattr(error, "sqlite_errorname", ""))


class MultipleCiphers(Engine):
    """``apsw-sqlite3mc``: also where nothing but WebAssembly runs."""

    scheme = "&cipher=sqlcipher&legacy=4"

    def __init__(self) -> None:
        import apsw

        if not hasattr(apsw, "mc_version"):  # plain APSW has the same name, hears of no key, and would write plain text
            raise ImportError("apsw without ciphers")
        self._library: Any = apsw
        self.errors = (apsw.Error, UnicodeError, OverflowError)

    def connect(self, address: str) -> Connection:
        """A connection that creates no file by itself."""
        db: Connection = self._library.Connection(
            address, flags=self._library.SQLITE_OPEN_READWRITE | self._library.SQLITE_OPEN_URI
        )
        return db

    def name(self, error: Exception) -> str:
        """By the number that the library tells."""
        return str(self._library.mapping_result_codes.get(getattr(error, "result", None), ""))


@cache
def chosen() -> Engine:
    """The first engine that is installed.

    Raises:
        CaseFileError: none is.
    """
    for kind in (SQLCipher, MultipleCiphers):
        with suppress(ImportError):
            return kind()
    raise CaseFileError("casefile.error.no_engine")
