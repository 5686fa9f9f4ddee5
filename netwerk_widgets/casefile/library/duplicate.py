"""A practice case becomes an own one: a new file under a new code and key, with all of its history."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import disk, schema
from netwerk_widgets.casefile.storage.revision import COLUMNS, compact
from netwerk_widgets.casefile.storage.store import Store


def as_own(source: Store, target: Path, key: Key, code: str) -> None:
    """Write an own case with the entities and history of an open one, and with this code.

    Raises:
        ShelfError: a file of that name is there. NotSaved, ReadOnly: no file is left.
    """
    with source.reading():
        entities = source.rows("SELECT seq, kind, id, data FROM entity ORDER BY seq")
        rows = schema.raw_history(source)
    with disk.whole(target, replace=False) as draft, Store(draft, key) as store, store.writing():
        schema.make(store)
        store.many(
            "INSERT INTO entity (seq, kind, id, data) VALUES (?, ?, ?, ?)",
            [(seq, kind, i, _own_text(kind, data, code)) for seq, kind, i, data in entities],
        )
        store.many(
            f"INSERT INTO history ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            [(*row[:7], _own_changes(row[7], code), *row[8:]) for row in rows],
        )
        schema.load(store)


def _own_text(kind: str, data: str, code: str) -> str:
    return compact(_own(json.loads(data), code)) if kind == "info" else data


def _own_changes(text: str, code: str) -> str:
    if '"kind":"info"' not in text:
        return text
    changes = json.loads(text)
    for change in changes:
        if change["kind"] == "info":
            change |= {when: change[when] and _own(change[when], code) for when in ("before", "after")}
    return compact(changes)


def _own(info: dict[str, Any], code: str) -> dict[str, Any]:
    return {name: value for name, value in info.items() if name != "practice"} | {"code": code}
