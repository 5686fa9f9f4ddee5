"""Builds a case file of format 1, as the first version would have written it, for the tests of migration."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.schema import APPLICATION
from tests.casefile.make import keyed

EGO = {"id": "ego", "number": 1, "role": "ik", "circle": 0}
AUNT = {"id": "p1", "number": 2, "role": "tante Rosa", "circle": 2, "x": 60.0, "y": -150.0}
SUPPORT = {"practical": "received", "advice": "both"}
TABLES = (
    "CREATE TABLE entity (kind TEXT, id TEXT, data TEXT, PRIMARY KEY (kind, id))",
    "CREATE TABLE history (number INTEGER PRIMARY KEY, at TEXT, initials TEXT, kind TEXT, oid TEXT, message TEXT, changes TEXT)",
    "CREATE UNIQUE INDEX history_oid ON history (oid) WHERE oid <> ''",
)


def change(kind: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, Any]:
    return {"kind": kind, "id": (after or before or {})["id"], "before": before, "after": after}


def build(path: Path, key: Key) -> None:
    """An aunt is added, gives support, gives more; an uncle comes and goes; a tie between two stays."""
    info = [{"id": "info", "code": "Linde-7", "last_number": n} for n in (1, 2, 3, 4)]
    some, all_of_it = AUNT | {"support": {"practical": "received"}}, AUNT | {"support": SUPPORT}
    uncle = {"id": "p2", "number": 3, "role": "oom", "circle": 3, "support": {"emotional": "given"}}
    cousin = {"id": "p3", "number": 4, "role": "nicht", "circle": 3, "support": {}}
    tie = {"id": "t1", "source": "p1", "target": "p3", "quality": "strong"}
    history = [
        [],
        [change("info", info[0], info[1]), change("person", None, AUNT)],
        [change("person", AUNT, some)],
        [change("person", some, all_of_it)],
        [change("info", info[1], info[2]), change("person", None, uncle)],
        [change("person", uncle, None)],
        [change("info", info[2], info[3]), change("person", None, cousin), change("tie", None, tie)],
    ]
    entities = [("info", info[3]), ("person", EGO), ("person", all_of_it), ("person", cousin), ("tie", tie)]
    db = keyed(path, key)
    for statement in TABLES:
        db.execute(statement).close()
    rows = [(kind, data["id"], json.dumps(data)) for kind, data in entities]
    db.executemany("INSERT INTO entity VALUES (?, ?, ?)", rows).close()
    for number, changes in enumerate(history, start=1):
        message = json.dumps({"key": "model.edit.begin" if number == 1 else "model.edit.import", "params": {}})
        kind, oid = ("begin", "") if number == 1 else ("edit", f"page.{number}")
        row = (number, f"2025-01-0{number}T10:00:00.000Z", "AB", kind, oid, message, json.dumps(changes))
        db.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?)", row).close()
    db.execute(f"PRAGMA application_id = {APPLICATION}").close()
    db.execute("PRAGMA user_version = 1").close()
    db.close()
