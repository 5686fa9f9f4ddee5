"""Whoever wants to hear of revisions, told in order and after the fact."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from typing import Generic, TypeAlias, TypeVar

from netwerk_widgets.casefile.storage.revision import Revision

Told = TypeVar("Told")
Watcher: TypeAlias = Callable[[Revision], None]
_log = logging.getLogger("netwerk.casefile")


class Callbacks(Generic[Told]):
    """Who wants to hear of something, in the order in which they came."""

    def __init__(self) -> None:
        self._all: dict[int, Callable[[Told], None]] = {}
        self._next = 0

    def add(self, callback: Callable[[Told], None]) -> Callable[[], None]:
        """Call this from now on; the result ends it."""
        number, self._next = self._next, self._next + 1
        self._all[number] = callback

        def end() -> None:
            self._all.pop(number, None)

        return end

    def __iter__(self) -> Iterator[Callable[[Told], None]]:
        return iter(tuple(self._all.values()))


class Watchers(Callbacks[Revision]):
    """Callbacks of one case file.

    A watcher that edits while it is being told does not jump the queue: the others hear of the revisions in
    their order. One that fails harms neither the others nor the edit, which is on disk already.
    """

    def __init__(self) -> None:
        super().__init__()
        self._telling = False

    def tell(self, news: deque[Revision]) -> None:
        """Tell everybody of these revisions, oldest first, and empty the row."""
        if self._telling:
            return
        self._telling = True
        try:
            while news:
                revision = news.popleft()
                for callback in self:
                    _call(callback, revision)
        finally:
            self._telling = False


def _call(callback: Watcher, revision: Revision) -> None:
    try:
        callback(revision)
    except Exception as error:  # noqa: BLE001 -- the edit is saved; a view's fault must not make it look failed
        # Only the kind of error: its text may hold a client's words, and a log is no case file.
        _log.error("a view failed at revision %d: %s", revision.number, type(error).__name__)
