"""Who has a case open to write: one row per process inside the file, beating every 20 seconds.

Processes on one computer share a case freely. Another computer's row that beat within a minute means that
somebody works there: :meth:`Presence.arrive` then refuses, unless told to take over, and whoever was taken over
from finds its own row gone (:meth:`Presence.hold`) before it writes anything.

A beat is no revision: readers see the file's data version move, look for a new revision and find none.
"""

from __future__ import annotations

import math
import secrets
import time
from datetime import UTC, datetime
from typing import Any

from netwerk_widgets.casefile.errors import InUse, TakenOver
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.storage.store import Store

BEAT = 20.0
"""Seconds between two beats."""
STALE = 60.0
"""Seconds without a beat after which a computer no longer counts as there."""


def elsewhere(store: Store, machine: str, after: float) -> tuple[Any, ...] | None:
    """Who has the case open on another computer and beat last after this moment: initials, machine, since when."""
    sql = "SELECT initials, machine, since FROM presence WHERE machine <> ? AND beat > ? ORDER BY beat DESC LIMIT 1"
    return next(iter(store.rows(sql, (machine, after))), None)


def ours(store: Store, machine: str, after: float = -math.inf) -> None:
    """See that no other computer has the case; a program there would not hear of what is written here.

    Raises:
        TakenOver: one has, and beat after this moment.
    """
    if other := elsewhere(store, machine, after):
        raise TakenOver("casefile.error.taken_over", who=other[0] or other[1], machine=other[1])


class Presence:
    """This process's row in the file."""

    def __init__(self, author: Author) -> None:
        self.author = author
        self.opening = secrets.token_hex(8)
        self._next = 0.0

    def arrive(self, store: Store, *, take_over: bool) -> None:
        """Sign in, inside a transaction of the caller.

        Raises:
            InUse: another computer works in the case, and ``take_over`` is False.
        """
        now, machine = time.time(), self.author.machine
        other = elsewhere(store, machine, now - STALE)
        if other and not take_over:
            initials, where, since = other
            raise InUse(str(initials), str(where), _iso(since))
        store.rows("DELETE FROM presence WHERE machine <> ? OR beat <= ?", (machine, now - STALE))
        self._sign_in(store)

    def due(self) -> bool:
        """Whether it is time to beat."""
        return time.monotonic() >= self._next

    def beat(self, store: Store) -> None:
        """Say that we are still here, inside a transaction of the caller."""
        self._next = time.monotonic() + BEAT
        store.rows("UPDATE presence SET beat = ? WHERE session = ?", (time.time(), self.opening))

    def hold(self, store: Store, *, writing: bool) -> None:
        """See that nobody took the case over.

        A row that went stale (the lid was closed) and was cleared, while nobody else is writing now, is
        put back where ``writing`` says that the caller has a transaction to do it in.

        Raises:
            TakenOver: another computer did.
        """
        if store.value("SELECT 1 FROM presence WHERE session = ?", (self.opening,)):
            return
        ours(store, self.author.machine)
        if writing:
            self._sign_in(store)

    def _sign_in(self, store: Store) -> None:
        now = time.time()
        store.rows(
            "INSERT INTO presence (session, initials, machine, since, beat) VALUES (?, ?, ?, ?, ?)",
            (self.opening, self.author.initials, self.author.machine, now, now),
        )
        self._next = time.monotonic() + BEAT

    def leave(self, store: Store) -> None:
        """Sign out, inside a transaction of the caller."""
        store.rows("DELETE FROM presence WHERE session = ?", (self.opening,))


def _iso(since: object) -> str:
    moment = float(since) if isinstance(since, (int, float)) else 0.0
    try:
        return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (OverflowError, ValueError, OSError):
        return ""
