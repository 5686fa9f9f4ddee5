"""Whoever wants to hear of revisions, told in order and after the fact."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from typing import TypeAlias

from netwerk_widgets.casefile.storage.revision import Revision

Watcher: TypeAlias = Callable[[Revision], None]
_log = logging.getLogger("netwerk.casefile")


class Watchers:
    """Callbacks of one case file.

    A watcher that edits while it is being told does not jump the queue: the others hear of the revisions in
    their order. One that fails harms neither the others nor the edit, which is on disk already.
    """

    def __init__(self) -> None:
        self._callbacks: dict[int, Watcher] = {}
        self._next = 0
        self._telling = False

    def add(self, callback: Watcher) -> Callable[[], None]:
        """Call this from now on; the result ends it."""
        number, self._next = self._next, self._next + 1
        self._callbacks[number] = callback

        def end() -> None:
            self._callbacks.pop(number, None)

        return end

    def tell(self, news: deque[Revision]) -> None:
        """Tell everybody of these revisions, oldest first, and empty the row."""
        if self._telling:
            return
        self._telling = True
        try:
            while news:
                revision = news.popleft()
                for callback in tuple(self._callbacks.values()):
                    _call(callback, revision)
        finally:
            self._telling = False


def _call(callback: Watcher, revision: Revision) -> None:
    try:
        callback(revision)
    except Exception as error:  # noqa: BLE001 -- the edit is saved; a view's fault must not make it look failed
        # Only the kind of error: its text may hold a client's words, and a log is no case file.
        _log.error("a view failed at revision %d: %s", revision.number, type(error).__name__)
