"""The moments of a case's history, as light as they can be told: when, and what kind of thing was altered."""

from __future__ import annotations

import json
from dataclasses import dataclass

from netwerk_widgets.casefile.errors import Damaged
from netwerk_widgets.casefile.storage.store import Store


@dataclass(frozen=True, slots=True)
class Moment:
    """One place in history: its revision, when it was (ISO 8601 in UTC), and the kinds of entity that it altered."""

    number: int
    at: str
    kinds: frozenset[str]


def moments(store: Store) -> list[Moment]:
    """All moments at which something was altered, and the beginning; oldest first.

    Raises:
        Damaged: history says what no version of this program writes.
    """
    rows = store.rows("SELECT number, at, changes FROM history WHERE changes <> '[]' OR number = 1 ORDER BY number")
    try:
        return [Moment(number, at, frozenset(c["kind"] for c in json.loads(text))) for number, at, text in rows]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Damaged("casefile.error.bad_rows") from None
