"""Undo and redo as arithmetic on history rows.

Two stacks, written into the rows (``prev`` is the row before, ``t`` the row undone, ``u`` the undo redone):

- edit *e*: below = prev.undo_top, undo_top = e, redo_top = none
- undo *u* of t = prev.undo_top: changes = inverse of t, below = prev.redo_top, undo_top = t.below, redo_top = u
- redo *r* of u = prev.redo_top: changes = inverse of u, below = prev.undo_top, undo_top = r, redo_top = u.below
- anything else (a forgetting, a mark, an edit that altered nothing): both tops as they were

A row that has no changes (left) is stepped over: there is nothing in it to undo.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from netwerk_widgets.casefile.errors import Damaged
from netwerk_widgets.casefile.storage import schema
from netwerk_widgets.casefile.storage.revision import Author, Revision, RevisionKind
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.locale import Message
from netwerk_widgets.model.edits.changes import Changes, invert


@dataclass(frozen=True, slots=True)
class Head:
    """Where history stands: the last revision's number, the tops of both stacks, and which revision it is.

    Two histories that parted have the same numbers; ``name`` (when, where, by which act) tells their revisions apart, and
    no forgetting alters it.
    """

    number: int
    undo_top: int | None = None
    redo_top: int | None = None
    name: tuple[str, ...] = ()

    @classmethod
    def of(cls, revision: Revision) -> Head:
        """The head after this revision."""
        name = (revision.at, revision.author.initials, revision.author.machine, revision.kind, revision.oid)
        return cls(revision.number, revision.undo_top, revision.redo_top, name)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When, by whom and under which page id a revision is made."""

    at: str
    author: Author
    oid: str = ""


def read_head(store: Store) -> Head:
    """The head of a file.

    Raises:
        Damaged: history has no rows, and a case begins with one.
    """
    rows = store.rows(
        "SELECT number, undo_top, redo_top, at, initials, machine, kind, oid FROM history ORDER BY number DESC LIMIT 1"
    )
    if not rows or not isinstance(rows[0][0], int):
        raise Damaged("casefile.error.bad_rows")
    number, undo_top, redo_top, *name = rows[0]
    return Head(number, undo_top, redo_top, tuple(name))


def names(store: Store) -> list[tuple[str, ...]]:
    """Which revisions a history is made of, oldest first (see :class:`Head`)."""
    return [tuple(row) for row in store.rows("SELECT at, initials, machine, kind, oid FROM history ORDER BY number")]


def goes_on(store: Store, head: Head) -> bool:
    """Whether a file's history is the one with this head, or goes on from it."""
    row = store.rows("SELECT at, initials, machine, kind, oid FROM history WHERE number = ?", (head.number,))
    return bool(row) and tuple(row[0]) == head.name


def edit(head: Head, stamp: Stamp, message: Message, changes: Changes, kind: RevisionKind = "edit") -> Revision:
    """The revision of an edit or an import; one that altered nothing leaves both stacks alone."""
    number = head.number + 1
    start = (number, stamp.at, stamp.author, kind, stamp.oid, message, changes)
    if not changes:
        return Revision(*start, undo_top=head.undo_top, redo_top=head.redo_top)
    return Revision(*start, undo_top=number, redo_top=None, below=head.undo_top)


def mark(head: Head, stamp: Stamp, message: Message, changes: Changes) -> Revision:
    """The revision of something that happened and that no undo takes back: a phase of a meeting."""
    start = (head.number + 1, stamp.at, stamp.author)
    return Revision(*start, "mark", stamp.oid, message, changes, head.undo_top, head.redo_top)


def undo(head: Head, stamp: Stamp, target: Revision) -> Revision:
    """The revision that takes ``target`` back."""
    number, message = head.number + 1, Message("casefile.history.undone", {"what": _named(target)})
    changes, start = invert(target.changes), (number, stamp.at, stamp.author)
    return Revision(*start, "undo", stamp.oid, message, changes, target.below, number, head.redo_top)


def redo(head: Head, stamp: Stamp, target: Revision) -> Revision:
    """The revision that does again what the undo ``target`` took back."""
    number, message = head.number + 1, Message("casefile.history.redone", {"what": _named(target)})
    changes, start = invert(target.changes), (number, stamp.at, stamp.author)
    return Revision(*start, "redo", stamp.oid, message, changes, number, target.below, head.undo_top)


def _named(revision: Revision) -> Any:
    """What the revision was about: an undone undo still speaks of the first edit."""
    return (
        revision.message.params.get("what", revision.message) if revision.kind in ("undo", "redo") else revision.message
    )


def top(store: Store, number: int | None) -> Revision | None:
    """The first revision from this place in a stack downwards that has something to take back."""
    while number is not None:
        found = schema.revisions(store, "number = ?", number)
        if not found:
            raise Damaged("casefile.error.bad_rows")
        revision = found[0]
        if revision.changes:
            return revision
        if revision.below is not None and revision.below >= number:
            raise Damaged("casefile.error.bad_rows")  # a stack that points upwards has no end
        number = revision.below
    return None


def digest(store: Store, number: int) -> list[tuple[Any, ...]]:
    """What tells two histories apart up to a revision, whatever page of theirs it is that differs."""
    return store.rows(
        "SELECT count(*), total(length(message)), total(length(changes)), group_concat(at || machine || kind || oid, '|') "
        "FROM (SELECT * FROM history WHERE number <= ? ORDER BY number)",
        (number,),
    )
