"""What is written in a silent round and not yet shown: in the case's own encrypted file, beside its history.

No row says who wrote it, when, or after whom: the only key is a random one, and the table is kept in its order. So
nothing is lost when a kernel or a computer stops, and nobody can be traced. A file without a silent round has no such
table; programs of before do not look for it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from random import SystemRandom

from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.model.case.letters import cut

_TABLE = "CREATE TABLE IF NOT EXISTS aside (id TEXT PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID"
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that somebody wrote in silence: a ``kind`` (hypothesis, question, person) and a text."""

    kind: str
    text: str


def add(store: Store, found: Aside) -> None:
    """Put something aside, inside a transaction of the caller."""
    store.rows(_TABLE)
    store.rows("INSERT INTO aside VALUES (?, ?, ?)", (secrets.token_hex(16), found.kind, cut(found.text, LONGEST)))


def count(store: Store) -> int:
    """How much was put aside."""
    return int(store.value("SELECT count(*) FROM aside")) if store.has("aside") else 0


def take(store: Store) -> list[Aside]:
    """Take all that was put aside, shuffled; inside a transaction of the caller."""
    if not store.has("aside"):
        return []
    found = [Aside(kind, text) for kind, text in store.rows("SELECT kind, text FROM aside")]
    store.rows("DELETE FROM aside")
    SystemRandom().shuffle(found)
    return found


def rewrite(store: Store, change: Callable[[str], str]) -> None:
    """Change every text, for a person who is being forgotten; inside a transaction of the caller."""
    for identity, text in store.rows("SELECT id, text FROM aside") if store.has("aside") else []:
        if (fresh := change(text)) != text:
            store.rows("UPDATE aside SET text = ? WHERE id = ?", (cut(fresh, LONGEST), identity))
