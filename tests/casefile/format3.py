"""Builds a case file of format 3: the tables of format 2, with what the model gained until format 4 began."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.keys import Key
from tests.casefile import format2
from tests.casefile.make import keyed

GAINED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("stroke", {"id": "k1", "points": "0,0 10,10", "colour": "green", "author": "AB"}),
    ("phase", {"id": "f1", "meeting": "m1", "act": "begin", "phase": "facts", "title": "Feiten"}),
    ("answer", {"id": "a2", "card": "search.call", "persons": "p1", "mark": "self", "more": {"fear": "nee"}}),
)


def build(path: Path, key: Key) -> None:
    """What a file of format 2 holds, then strokes, phases and rows, and a slip of a silent round."""
    format2.build(path, key)
    db = keyed(path, key)
    db.execute("CREATE TABLE aside (id TEXT PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID").close()
    db.execute("INSERT INTO aside VALUES ('x1', 'question', 'wie nog meer?')").close()
    rows = [(kind, data["id"], json.dumps(data)) for kind, data in GAINED]
    db.executemany("INSERT INTO entity (kind, id, data) VALUES (?, ?, ?)", rows).close()
    db.execute("PRAGMA user_version = 3").close()
    db.close()
