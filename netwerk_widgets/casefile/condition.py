"""How an open case stands with its file: signed in, kept out for a while, or apart from what now lies there.

Three things may keep a case from being worked in. Another took it over, or the file was closed: that stays so. The disk
takes nothing now (full, read-only): it is tried again. Another file lies at the path (:class:`.errors.Apart`): the twin in
memory takes the file's place, so that all that was acknowledged stays in view, and what lies there is looked at whenever it
changes; where its history is ours, or goes on from ours, it is worked in again.

State: the case and its place in history (both as on disk), the connection with its twin, this process's presence, and
what keeps the case from being worked in. For the kernel's main thread.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path

from netwerk_widgets.casefile import opening
from netwerk_widgets.casefile.comparison import Beside, beside
from netwerk_widgets.casefile.errors import Apart, Busy, CaseFileError, InUse, NotSaved, ReadOnly, TakenOver, WrongKey
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import history, schema
from netwerk_widgets.casefile.storage import twin as mine
from netwerk_widgets.casefile.storage.presence import Presence
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.storage.stamp import Stamp, stamp
from netwerk_widgets.locale import Message

_GLANCE = 0.05  # seconds that a poll may wait for another's commit
_PASSING = {f"casefile.notice.{name}" for name in ("disk_full", "disk_refuses", "read_only", "old_read_only")}
AGAIN = 2.0
"""Seconds after which a disk that took nothing is tried again."""


class Standing(ABC):
    """An open file, and whether it can be worked in; :class:`.live.LiveFile` adds what is done in it."""

    def __init__(self, opened: opening.Opened, key: Key, author: Author) -> None:
        store = opened.store
        self.path, self.case, self.author = store.path, opened.case, author
        self.writable, self.notices = store.access == "rw", opened.notices
        self._key, self._store, self._head = key, store, opened.head
        self._presence = Presence(author)
        self._trouble: CaseFileError | None = None
        self._refused: CaseFileError | None = opened.refused
        self._looks = opened.asked
        self._next_try = time.monotonic() + AGAIN
        self._met: Stamp | None = None  # what lay there when it was looked at last, while we are apart from it
        self._stale = True  # whether the twin does not know all that others wrote
        store.guard = self._examine

    @property
    def revision(self) -> int:
        """The number of the last revision."""
        return self._head.number

    @property
    def trouble(self) -> CaseFileError | None:
        """What keeps it from being worked in, where something does that was not asked for."""
        return self._trouble or self._refused

    @property
    def standstill(self) -> Message | None:
        """What to tell for as long as the disk takes nothing, or the folder is nobody's to write in."""
        told = (notice for notice in self.notices if notice.key in _PASSING)
        return next(told, None) if self._refused else None

    @property
    def apart(self) -> bool:
        """Whether what is in view is on disk no longer: another file lies there, or none."""
        return isinstance(self._trouble, Apart)

    def poll(self) -> None:
        """Pick up what other processes did and keep our presence fresh; cheap when nothing happened.

        A file that was out of reach, or a disk that took nothing, is looked at again: see :attr:`trouble`.

        Raises:
            TakenOver, Apart, InUse: once, when this file can no longer be worked in; it is read-only from then on.
        """
        if self._trouble is not None and not self.apart:
            return
        try:
            if self.apart or self._refused:
                self._again(at_once=False)
            if not self.apart:
                self._follow()
        except (Busy, NotSaved):
            return  # somebody is saving this moment, or the disk may think better of it; the next poll is soon
        except CaseFileError as error:
            self._lose(error)
            raise
        finally:
            self._announce()

    def close(self) -> None:
        """Sign out and let the file go; nothing waits to be saved."""
        if self.writable:
            with suppress(CaseFileError), self._store.hurried(_GLANCE), self._store.writing():
                self._presence.leave(self._store)
        self.writable = False
        if self._trouble is None or self.apart:
            self._trouble = ReadOnly("casefile.error.closed")
        self._refused = None
        for store in (self._store.twin, self._store):
            if store is not None:
                store.close()

    def keep_mine(self, target: Path) -> Path:
        """Write what is in view as a case file of its own, history and all, while it is apart from its file.

        Raises:
            ShelfError: a file of that name is there. NotSaved, ReadOnly: the disk refuses; it is still in view.
        """
        mine.save(self._store, self._key, target, self.case)
        return target

    def beside(self) -> Beside:
        """What is in view beside what now lies on disk, while it is apart from its file.

        Raises:
            Apart: nothing that opens lies there.
        """
        return beside(self._store, self.path, self._key)

    def try_again(self) -> None:
        """Look at once whether the file is back, or the disk takes something now."""
        with suppress(CaseFileError):
            self._must_write()
        self._announce()

    def _arrive(self, *, take_over: bool) -> None:
        """Sign in; where the disk takes nothing now, the case is there to read until it does.

        Raises:
            InUse: another computer works in the case, and ``take_over`` is False.
        """
        self.notices = [notice for notice in self.notices if notice.key not in _PASSING]
        try:
            with self._store.writing():
                self._presence.leave(self._store)
                self._presence.arrive(self._store, take_over=take_over)
        except (NotSaved, ReadOnly) as error:
            self.writable, self._refused = False, error
            self._next_try = time.monotonic() + AGAIN
            self.notices.append(opening.why(error))
        else:
            self.writable, self._refused = True, None

    def _follow(self) -> None:
        if self._store.altered and not self._store.in_place:
            self._take_up()
        with self._store.hurried(_GLANCE):
            self._look_round()
        if self._stale:
            self._pour()

    def _look_round(self) -> None:
        if self._store.altered and not self._store.memory:
            with self._store.reading():
                sight = self._store.sight()
                self._examine()
                if self.writable:
                    self._presence.hold(self._store, writing=False)
            self._store.mark(sight)
        if self.writable and self._presence.due():
            with suppress(NotSaved, ReadOnly), self._store.writing():  # a full disk is told at the next edit
                self._presence.hold(self._store, writing=True)
                self._presence.beat(self._store)

    def _examine(self) -> None:
        """In a transaction that finds the file altered: see that it goes on from ours, and take in what it adds.

        Raises:
            Apart: it does not. Our version is what it was.
        """
        self._stale = True
        try:
            self._store.rows("PRAGMA shrink_memory")  # pages that we remember may be others by now
            if not history.goes_on(self._store, self._head):
                raise opening.parted(self._store, self._store.twin)
            self._catch_up()
            one = self._store.memory or self._is_one()
        except (Apart, TakenOver, Busy):
            raise
        except CaseFileError:
            one = False
        if not one:
            raise Apart("casefile.apart.unreadable", file=self.path.stem)

    def _is_one(self) -> bool:
        """Whether these are pages of one file: a program that writes over it may have got half-way, or write on."""
        store, twin = self._store, self._store.twin
        if twin is None:
            same = schema.load(store) == self.case
        else:  # it followed all that was taken in, and to compare rows costs less than to read a case
            same = schema.raw_entities(store) == schema.raw_entities(twin)
            same = same and history.digest(store, self.revision) == history.digest(twin, self.revision)
        return same and store.value("PRAGMA integrity_check(1)") == "ok"

    def _pour(self) -> None:
        """A twin that knows all that is in the file now."""
        fresh = None
        with suppress(CaseFileError):  # at the next poll, then
            fresh = mine.twin_of(self._store, self._key) if not self._store.memory else None
        if fresh is not None:
            old, self._store.twin = self._store.twin, fresh
            if old is not None:
                old.close()
        self._stale = fresh is None and not self._store.memory

    def _again(self, *, at_once: bool) -> None:
        """Look whether the file is back, or the disk takes something now.

        Raises:
            Apart: what lies there is another than before, and still not ours.
        """
        here = stamp(self.path)
        if self.apart:
            if here == self._met:
                return
            self._met = here
        elif not at_once and time.monotonic() < self._next_try:
            return
        self._next_try = time.monotonic() + AGAIN
        if self.apart or self._store.access == "ro" or self._store.altered:
            self._take_up()
        else:
            self._arrive(take_over=False)

    def _take_up(self) -> None:
        """Open what lies at our path now, and go on in it where its history goes on from ours.

        Raises:
            Apart: it does not. InUse: another computer works in it. Otherwise as for opening; all is as it was then.
        """
        ours = self._store if self.apart else self._store.twin
        fresh = self.apart or self._store.altered
        if fresh:
            opening.goes_on(self.path, self._key, self._head, ours)
        try:
            opened = opening.open_store(self.path, self._key, read_only=self._looks)
        except WrongKey:
            raise Apart("casefile.apart.unreadable", file=self.path.stem) from None
        if opened.refused and self._refused and not fresh:
            opened.store.close()
            return  # as it was
        old, self._store = self._store, opened.store
        self._store.guard, self._store.twin = self._examine, ours
        if old is not ours:
            old.close()
        with self._store.reading():
            self._examine()
        self._trouble, self._refused, self.notices = None, opened.refused, opened.notices
        self.writable = self._store.access == "rw"
        if self.writable:
            self._arrive(take_over=False)
        self._pour()

    def _must_write(self) -> None:
        """See that an edit can be kept here; what kept it from that may be over by now."""
        try:
            if self.apart or self._refused:
                self._again(at_once=True)
            elif self._trouble is None and self._store.altered and not self._store.in_place:
                self._take_up()
        except (Apart, InUse) as error:
            self._lose(error)
            raise
        if self._trouble is not None:
            raise self._trouble
        if not self.writable:
            raise self._refused or ReadOnly("casefile.error.read_only")

    def _lose(self, error: CaseFileError) -> None:
        """This file can be worked in no longer; apart from it, our own version is what is in view from now on."""
        self.writable, self._trouble, self._refused = False, error, None
        if not isinstance(error, Apart):
            return
        self._met, old = stamp(self.path), self._store
        if not old.memory:
            self._store = mine.whole(old.twin, self.path, self.case, self.author)
            old.close()
        head = history.read_head(self._store)
        if head.number != self.revision:
            self._head = head
            self._rewritten()

    @abstractmethod
    def _catch_up(self) -> None:
        """Take in what other processes committed, inside a transaction of the caller."""

    @abstractmethod
    def _rewritten(self) -> None:
        """History is another: remember nothing of what it was."""

    @abstractmethod
    def _announce(self) -> None:
        """Tell everybody of what is new."""
