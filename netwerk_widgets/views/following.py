"""Views follow the case on their desk: its revisions, another case in its place, and trouble with its file.

State: per desk, the views that live, what they were told last of its file, and whether it is polled. All references are weak: a view that is closed
or forgotten hears nothing and keeps nothing alive.
"""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.model.errors import NetwerkError

POLL = 0.15
"""How often, in seconds, another process's edits are looked for."""


class Follower(Protocol):
    """Whoever follows a case."""

    def changed(self, revision: Revision) -> None:
        """A revision is on disk."""

    def another_case(self) -> None:
        """Another case, or none, lies on the desk."""

    def troubled(self, error: NetwerkError) -> None:
        """The case can no longer be edited here, or not now."""

    def eased(self) -> None:
        """It can be edited again."""


_followers: weakref.WeakKeyDictionary[Desk, weakref.WeakSet[Follower]] = weakref.WeakKeyDictionary()
_told: weakref.WeakKeyDictionary[Desk, tuple[weakref.ref[CaseFile], str]] = weakref.WeakKeyDictionary()
_polled: weakref.WeakSet[Desk] = weakref.WeakSet()


def follow(desk: Desk, follower: Follower) -> Callable[[], None]:
    """Tell a follower of all that happens to the case on this desk; the result ends it.

    Other processes' edits are looked for while the kernel's loop runs; without a loop nobody could be told.
    """
    _followers.setdefault(desk, weakref.WeakSet()).add(follower)
    link = _Link(follower)
    end = desk.watch(link.another)
    link.take(desk.file)
    _start_polling(desk)

    def leave() -> None:
        _followers.get(desk, weakref.WeakSet()).discard(follower)
        end()
        link.take(None)

    return leave


class _Link:
    """One follower's link to the file that now lies on the desk."""

    def __init__(self, follower: Follower) -> None:
        self._follower = weakref.ref(follower)
        self._end: Callable[[], None] | None = None

    def take(self, file: CaseFile | None) -> None:
        """Let go of the file that was followed, and follow this one."""
        if self._end is not None:
            self._end()
        self._end = None if file is None else file.watch(self._changed)

    def another(self, file: CaseFile | None) -> None:
        self.take(file)
        living = self._follower()
        if living is not None:
            living.another_case()

    def _changed(self, revision: Revision) -> None:
        living = self._follower()
        if living is not None:
            living.changed(revision)


def poll(desk: Desk) -> None:
    """Pick up what other processes did; trouble with the file is told to every follower, once, and its end too.

    It may have been met by an edit, or be over since one: so what counts is what the followers were told last.
    """
    with suppress(NetwerkError):
        desk.poll()
    file = desk.file
    if file is None:
        return
    trouble, (last, told) = file.trouble, _told.get(desk, (None, ""))
    told = told if last is not None and last() is file else ""
    _told[desk] = (weakref.ref(file), str(trouble or ""))
    if str(trouble or "") == told:
        return
    for follower in tuple(_followers.get(desk, ())):
        if trouble is not None:
            follower.troubled(trouble)
        else:
            follower.eased()


def _start_polling(desk: Desk) -> None:
    if desk in _polled:
        return
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return  # tried again with the next view
    _polled.add(desk)
    reference = weakref.ref(desk)

    def tick() -> None:
        living = reference()
        if living is not None:
            poll(living)
            loop.call_later(POLL, tick)

    loop.call_later(POLL, tick)
