"""What keeps an open case true: one transaction per revision, others' revisions picked up, everybody told after.

State: the watchers, and the revisions that these have still to hear of; how the case stands with its file is
:mod:`.standing`'s. For the kernel's main thread.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Self, TypeAlias

from netwerk_widgets.casefile import opening
from netwerk_widgets.casefile.condition import Standing
from netwerk_widgets.casefile.errors import Apart, TakenOver
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import drafts, history, schema
from netwerk_widgets.casefile.storage import twin as mine
from netwerk_widgets.casefile.storage.revision import OID, Author, Revision, now
from netwerk_widgets.casefile.storage.snapshots import Past
from netwerk_widgets.casefile.watchers import Watcher, Watchers
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import changes as ch
from netwerk_widgets.model.errors import EditError

Plan: TypeAlias = Callable[[history.Stamp], Revision]


class LiveFile(Standing):
    """An open file and the case in it; :class:`.file.CaseFile` adds what one can do with it."""

    def __init__(self, opened: opening.Opened, key: Key, author: Author) -> None:
        self._watchers = Watchers()
        self._tops: dict[int, Revision | None] = {}
        self._past = Past()
        self._news: deque[Revision] = deque()
        super().__init__(opened, key, author)

    @property
    def can_undo(self) -> Revision | None:
        """The revision that an undo would take back."""
        return self._top(self._head.undo_top)

    @property
    def can_redo(self) -> Revision | None:
        """The undo that a redo would take back."""
        return self._top(self._head.redo_top)

    def watch(self, callback: Watcher) -> Callable[[], None]:
        """Hear of every revision after it is on disk, other processes' too; the result ends it."""
        return self._watchers.add(callback)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"CaseFile(revision={self.revision}, writable={self.writable})"

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
                if oid:
                    drafts.commit(self._store, oid)
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
            mine.follow(self._store.twin, rows)
            for row in rows:
                self._move_on(ch.apply(self.case, row.changes), row)
            return
        # History itself was rewritten, since somebody was forgotten: read all anew.
        after = schema.load(self._store)
        last = schema.revisions(self._store, "number = ?", history.read_head(self._store).number)[0]
        self._rewritten()
        self._store.twin = None  # it knows whom it should not; a new one comes at the next poll
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
