"""Builds a case file of format 2, with all that the model held when that format began, for the tests of migration."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.schema import APPLICATION
from tests.casefile.make import keyed

TABLES = (
    (
        "CREATE TABLE entity (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL, "
        "UNIQUE (kind, id))"
    ),
    (
        "CREATE TABLE history (number INTEGER PRIMARY KEY, at TEXT NOT NULL, initials TEXT NOT NULL, "
        "machine TEXT NOT NULL, kind TEXT NOT NULL, oid TEXT NOT NULL, message TEXT NOT NULL, changes TEXT NOT NULL, "
        "undo_top INTEGER, redo_top INTEGER, below INTEGER)"
    ),
    "CREATE UNIQUE INDEX history_oid ON history (oid) WHERE oid <> ''",
    (
        "CREATE TABLE presence (session TEXT PRIMARY KEY, initials TEXT NOT NULL, machine TEXT NOT NULL, "
        "since REAL NOT NULL, beat REAL NOT NULL)"
    ),
)
INFO = {"id": "info", "code": "Linde-7", "question": "Wie is er?", "last_number": 2}
EGO = {"id": "ego", "number": 1, "role": "ik", "circle": 0}
AUNT: dict[str, Any] = {"id": "p1", "number": 2, "role": "tante Rosa", "circle": 2, "x": 60.0, "y": -150.0}
TIE = {"id": "t1", "source": "ego", "target": "p1", "quality": "strong", "support": {"practical": "received"}}
REST = (
    ("version", {"id": "v1", "name": "begin", "revision": 2, "at": "2025-01-02T10:00:00.000Z"}),
    ("compliment", {"id": "c1", "person": "p1", "text": "ze houdt vol", "card": "meaning.1", "expectation": True}),
    ("answer", {"id": "a1", "card": "01.dilemma", "text": "ik wil te snel", "persons": "p1"}),
    ("annotation", {"id": "n1", "on": "p1", "text": "en zij zelf?", "tag": "vraag", "author": "AB"}),
    ("step", {"id": "s1", "text": "tante bellen", "person": "p1", "by": "vrijdag", "outcome": "gebeld", "done": True}),
)


def change(kind: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    return {"kind": kind, "id": (after or before or {})["id"], "before": before, "after": after}


def build(path: Path, key: Key) -> None:
    """An aunt comes, moves, and moves back by an undo; then all that is said of her, of which the last is undone."""
    moved = AUNT | {"circle": 1, "x": 20.0}
    said = [[change(kind, None, data)] for kind, data in REST]
    history = [
        ("begin", [], None, None, None),
        ("edit", [change("person", None, AUNT), change("tie", None, TIE)], 2, None, None),
        ("edit", [change("person", AUNT, moved)], 3, None, 2),
        ("undo", [change("person", moved, AUNT)], 2, 4, None),
        *(("edit", made, number, None, 2 if number == 5 else number - 1) for number, made in enumerate(said, start=5)),
    ]
    entities = [("info", INFO), ("person", EGO), ("person", AUNT), ("tie", TIE), *REST]
    db = keyed(path, key)
    for statement in TABLES:
        db.execute(statement).close()
    rows = [(kind, data["id"], json.dumps(data)) for kind, data in entities]
    db.executemany("INSERT INTO entity (kind, id, data) VALUES (?, ?, ?)", rows).close()
    for number, (kind, changes, *stacks) in enumerate(history, start=1):
        message = json.dumps({"key": "model.edit.begin" if number == 1 else "model.edit.import", "params": {}})
        at, oid = f"2025-01-{number:02}T10:00:00.000Z", f"page.{number}" if number > 1 else ""
        row = (number, at, "AB", "kantoor", kind, oid, message, json.dumps(changes), *stacks)
        db.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row).close()
    db.execute(f"PRAGMA application_id = {APPLICATION}").close()
    db.execute("PRAGMA user_version = 2").close()
    db.close()
