"""The case as it was, at any revision, at once: snapshots in memory every so many revisions.

A snapshot is a case that shares all its entities with the next one, so that it costs little. Snapshots are made on
the way back and never written; they are forgotten when history itself is rewritten, so that nobody who was
forgotten comes back from one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from netwerk_widgets.casefile.errors import CaseFileError, Damaged
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.model.case.entities import KINDS, Case, Entity, Kind, decode
from netwerk_widgets.model.errors import EditError

EVERY = 100
"""How many revisions lie between two snapshots."""


class Past:
    """What is remembered of how one case was. Kept beside the open file, in memory only."""

    def __init__(self) -> None:
        self._known: dict[int, Case] = {}

    def forget(self) -> None:
        """History was rewritten: remember nothing of what it was."""
        self._known.clear()

    def at(self, store: Store, case: Case, head: int, number: int) -> Case:
        """The case as it was at a revision: each entity as it was before its next change.

        Args:
            store: the open file.
            case: the case at ``head``.
            head: the last revision.
            number: the revision asked for, 1 to ``head``.

        Raises:
            CaseFileError: there is no such revision. Damaged: history says what no version writes.
        """
        if not 1 <= number <= head:
            raise CaseFileError("casefile.error.no_revision", number=number)
        if number == head:
            return case
        near = min((n for n in self._known if number <= n < head), default=head)
        found = self._known.get(near, case)
        while near > number:
            # Down to the next snapshot, and from the last one to the revision itself.
            step = max(number, (near - 1) // EVERY * EVERY)
            found, near = _before(store, found, step, near), step
            if near % EVERY == 0:
                self._known[near] = found
        return found


def _before(store: Store, case: Case, number: int, head: int) -> Case:
    """The case at ``number``, from the one at ``head``."""
    rows = store.rows("SELECT changes FROM history WHERE number > ? AND number <= ? ORDER BY number", (number, head))
    before: dict[tuple[str, str], Any] = {}
    try:
        for (text,) in rows:
            for change in json.loads(text):
                before.setdefault((change["kind"], change["id"]), change["before"])
        return _put_back(case, before)
    except (EditError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Damaged("casefile.error.bad_rows") from None


def _put_back(case: Case, before: Mapping[tuple[str, str], Any]) -> Case:
    for kind in KINDS:
        entities = {i: _entity(kind, data) for (of, i), data in before.items() if of == kind}
        if entities:
            case = case.with_entities(kind, entities)
    return case


def _entity(kind: Kind, data: Mapping[str, Any] | None) -> Entity | None:
    return None if data is None else decode(kind, data)
