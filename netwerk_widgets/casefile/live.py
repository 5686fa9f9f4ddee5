"""What keeps an open case true: one transaction per revision, others' revisions picked up, everybody told after.

State: the case and its place in history (both as on disk), the connection with its twin in memory, this process's
presence, the watchers, the revisions that these have still to hear of, and what keeps it from being worked in.

Three things may keep it from that. Another took the case over, or the file was closed: that stays so. The disk takes
nothing now (full, read-only): it is tried again. Another file lies at the path (:class:`.errors.Apart`): the twin takes
the file's place, so that all that was acknowledged stays in view, and what lies there is looked at whenever it changes.
For the kernel's main thread.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Self, TypeAlias

from netwerk_widgets.casefile import history, mine, opening, schema
from netwerk_widgets.casefile.errors import Apart, Busy, CaseFileError, InUse, NotSaved, ReadOnly, TakenOver
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.past import Past
from netwerk_widgets.casefile.place import Stamp, stamp
from netwerk_widgets.casefile.presence import Presence
from netwerk_widgets.casefile.revision import OID, Author, Revision, now
from netwerk_widgets.casefile.watchers import Watcher, Watchers
from netwerk_widgets.model import changes as ch
from netwerk_widgets.model.case import Case
from netwerk_widgets.model.errors import EditError

Plan: TypeAlias = Callable[[history.Stamp], Revision]
_GLANCE = 0.05  # seconds that a poll may wait for another's commit
_PASSING = {f"casefile.notice.{name}" for name in ("disk_full", "disk_refuses", "read_only", "old_read_only")}
AGAIN = 2.0
"""Seconds after which a disk that took nothing is tried again."""


class LiveFile:
    """An open file and the case in it; :class:`.file.CaseFile` adds what one can do with it."""

    def __init__(self, opened: opening.Opened, key: Key, author: Author) -> None:
        store = opened.store
        self.path, self.case, self.author = store.path, opened.case, author
        self.writable, self.notices = store.access == "rw", opened.notices
        self._key, self._store, self._head = key, store, opened.head
        self._presence = Presence(author)
        self._watchers = Watchers()
        self._tops: dict[int, Revision | None] = {}
        self._past = Past()
        self._news: deque[Revision] = deque()
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
    def can_undo(self) -> Revision | None:
        """The revision that an undo would take back."""
        return self._top(self._head.undo_top)

    @property
    def can_redo(self) -> Revision | None:
        """The undo that a redo would take back."""
        return self._top(self._head.redo_top)

    @property
    def trouble(self) -> CaseFileError | None:
        """What keeps it from being worked in, where something does that was not asked for."""
        return self._trouble or self._refused

    @property
    def apart(self) -> bool:
        """Whether what is in view is on disk no longer: another file lies there, or none."""
        return isinstance(self._trouble, Apart)

    def watch(self, callback: Watcher) -> Callable[[], None]:
        """Hear of every revision after it is on disk, other processes' too; the result ends it."""
        return self._watchers.add(callback)

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
            elif self._store.altered and not self._store.in_place:
                self._take_up()
            else:
                with self._store.hurried(_GLANCE):
                    self._look_round()
                if self._stale:
                    self._pour()
        except Busy:
            return  # somebody is saving this moment; the next poll is soon
        except NotSaved:
            return  # the disk may think better of it; the next edit tells
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
        self._trouble, self._refused = self._trouble or ReadOnly("casefile.error.closed"), None
        for store in (self._store.twin, self._store):
            if store is not None:
                store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"CaseFile(revision={self.revision}, writable={self.writable})"

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

    def _look_round(self) -> None:
        if self._store.altered:
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
            if not history.goes_on(self._store, self._head):
                raise opening.parted(self._store, self._store.twin)
            self._catch_up()
            if not self._store.memory and schema.load(self._store) != self.case:
                raise Apart("casefile.apart.unreadable", file=self.path.name)  # pages of two files
        except (Apart, TakenOver, Busy):
            raise
        except CaseFileError:
            raise Apart("casefile.apart.unreadable", file=self.path.name) from None

    def _pour(self) -> None:
        """A twin that knows all that is in the file now."""
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
        if self.apart or self._store.altered:
            opening.goes_on(self.path, self._key, self._head, ours)
        opened = opening.open_store(self.path, self._key, read_only=self._looks)
        if opened.refused and self._refused and not self.apart:
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

    def _commit(self, plan: Plan, oid: str) -> Revision:
        """One transaction: catch up, see that the case is still ours, do, write; then move on and tell."""
        if not isinstance(oid, str) or not OID.fullmatch(oid):
            raise EditError("model.error.bad_value", field="oid")
        self._must_write()
        try:
            with self._store.writing():
                self._presence.hold(self._store, writing=True)
                if oid and (first := schema.revisions(self._store, "oid = ?", oid)):
                    return first[0]
                revision = plan(history.Stamp(now(), self.author, oid))
                schema.write(self._store, revision.changes)
                schema.add_revision(self._store, revision)
                if self._presence.due():
                    self._presence.beat(self._store)
            self._move_on(ch.apply(self.case, revision.changes), revision)
        except (TakenOver, Apart) as error:
            self._lose(error)
            raise
        finally:
            self._announce()
        return revision

    def _rewrite(self, plan: Plan) -> Revision:
        """One transaction that rewrites history itself; ``plan`` does the writing."""
        self._must_write()
        try:
            with self._store.writing():
                self._presence.hold(self._store, writing=True)
                row = plan(history.Stamp(now(), self.author))
                after = schema.load(self._store)
            self._rewritten()
            row = replace(row, changes=ch.diff(self.case, after))
            self._move_on(after, row)
        except (TakenOver, Apart) as error:
            self._lose(error)
            raise
        finally:
            self._announce()
        return row

    def _catch_up(self) -> None:
        """Take in what other processes committed, inside a transaction of the caller."""
        top = self._store.value("SELECT max(number) FROM history")
        if top == self.revision:
            return
        rows = schema.revisions(self._store, "number > ? ORDER BY number", self.revision)
        if rows and rows[0].number == self.revision + 1 and all(row.kind != "forget" for row in rows):
            for row in rows:
                self._move_on(ch.apply(self.case, row.changes), row)
            return
        # History itself was rewritten, since somebody was forgotten: read all anew.
        after = schema.load(self._store)
        last = schema.revisions(self._store, "number = ?", history.read_head(self._store).number)[0]
        self._rewritten()
        self._move_on(after, replace(last, changes=ch.diff(self.case, after)))

    def _rewritten(self) -> None:
        self._tops.clear()
        self._past.forget()

    def _move_on(self, case: Case, revision: Revision) -> None:
        self.case, self._head = case, history.Head.of(revision)
        self._tops = {n: r for n, r in self._tops.items() if n in (revision.undo_top, revision.redo_top)}
        if revision.changes and revision.number in (revision.undo_top, revision.redo_top):
            self._tops[revision.number] = revision
        self._news.append(revision)

    def _top(self, number: int | None) -> Revision | None:
        if number is None:
            return None
        if number not in self._tops:
            self._tops[number] = history.top(self._store, number)
        return self._tops[number]

    def _announce(self) -> None:
        self._watchers.tell(self._news)

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
