"""From an older format to this one, after a copy beside the file, in one transaction.

Format 1 kept support with the person (``support`` in a person's row) and drew no ties with the centre; its
history had neither the computer's name nor undo stacks. Format 2 keeps support in the tie between the
centre and the person. So every image of a person, in the case and in history, gives the person without
support and, where there was any, the tie that carries it; and every edit of old can be undone now.

Format 3 has the same tables. It may hold what a program of format 2 does not know: strokes, phases of meetings, rows
of boards, wishes, answers to notes. So nothing is rewritten but the number.

Format 4 adds the table of drafts, which begins empty.
"""

from __future__ import annotations

import json
from typing import Any, cast

from netwerk_widgets.casefile.errors import CaseFileError, Damaged
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import copies, disk, schema
from netwerk_widgets.casefile.storage.revision import compact
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.model.case.entities import Kind, decode, encode
from netwerk_widgets.model.errors import EditError


def renew(store: Store, key: Key, number: int) -> None:
    """Bring an open file from format ``number`` to this one; a copy of the old one stays beside it.

    Raises:
        Damaged: the old file holds what its own version never wrote. It is as it was.
        NotSaved, Busy: it could not be done now. It is as it was.
    """
    copies.verified_copy(store, key, disk.beside(store.path, f"{copies.OLD}{number}"), replace=True)
    with store.writing():
        if schema.found(store) != number:
            return  # another process was first
        _renew(store, number)


def renewed_in_memory(store: Store, key: Key, number: int) -> Store:
    """The file as this format has it, in this process's memory only; for where nothing can be written.

    The open file is closed, and nothing of it is changed or written anywhere.

    Raises:
        Damaged: the old file holds what its own version never wrote.
    """
    copy = Store(store.path, key, "ro", memory=True)
    try:
        if schema.found(copy) == number:
            _renew(copy, number)
    except CaseFileError:
        copy.close()
        raise
    store.close()
    return copy


def _renew(store: Store, number: int) -> None:
    try:
        if number == 1:
            _from_1(store)
        else:
            store.rows(schema.DRAFTS)
        schema.stamp(store)
    except CaseFileError:
        raise
    except (EditError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Damaged("casefile.error.bad_rows") from None
    schema.load(store)  # what came out must be a case, or nothing is changed


def _from_1(store: Store) -> None:
    entities = [(kind, json.loads(d)) for kind, d in store.rows("SELECT kind, data FROM entity ORDER BY rowid")]
    rows = store.rows("SELECT number, at, initials, kind, oid, message, changes FROM history ORDER BY number")
    centre = next((d["id"] for kind, d in entities if kind == "person" and d.get("circle") == 0), "")
    store.rows("ALTER TABLE entity RENAME TO old_entity")
    store.rows("ALTER TABLE history RENAME TO old_history")
    store.rows("DROP INDEX IF EXISTS history_oid")
    schema.make(store)
    images = [image for kind, data in entities for image in _images(kind, data, centre)]
    images.sort(key=lambda image: image[0] == "tie")
    store.many(
        "INSERT INTO entity (kind, id, data) VALUES (?, ?, ?)",
        [(kind, data["id"], compact(data)) for kind, data in images],
    )
    store.many(
        "INSERT INTO history VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, NULL, ?)",
        [_row(row, centre) for row in rows],
    )
    store.rows("DROP TABLE old_entity")
    store.rows("DROP TABLE old_history")


def _row(row: tuple[Any, ...], centre: str) -> tuple[Any, ...]:
    number, at, initials, kind, oid, message, text = row
    changes = [new for change in json.loads(text) for new in _changes(change, centre)]
    top = number if kind == "edit" else None
    below = number - 1 if kind == "edit" and number > 2 else None
    return (number, at, initials, kind, oid, message, compact(changes), top, below)


def _changes(change: dict[str, Any], centre: str) -> list[dict[str, Any]]:
    """One change of old as changes of now: the person's, and that of the tie that carries their support."""
    sides = {when: dict(_by_key(change["kind"], change[when], centre)) for when in ("before", "after")}
    keys = list(dict.fromkeys([*sides["before"], *sides["after"]]))
    pairs = ((key, sides["before"].get(key), sides["after"].get(key)) for key in keys)
    return [
        {"kind": kind, "id": identity, "before": before, "after": after}
        for (kind, identity), before, after in pairs
        if before != after
    ]


def _by_key(kind: str, data: dict[str, Any] | None, centre: str) -> list[tuple[tuple[str, str], dict[str, Any]]]:
    return [((k, d["id"]), d) for k, d in (_images(kind, data, centre) if data else ())]


def _images(kind: str, data: dict[str, Any], centre: str) -> list[tuple[str, dict[str, Any]]]:
    """An entity of format 1 as the entities of now, spelled as this version spells them."""
    return [(k, encode(decode(cast("Kind", k), d))) for k, d in _split(kind, data, centre)]


def _split(kind: str, data: dict[str, Any], centre: str) -> list[tuple[str, dict[str, Any]]]:
    support = data.get("support") if kind == "person" else None
    if kind != "person" or support is None:
        return [(kind, data)]
    person = {name: value for name, value in data.items() if name != "support"}
    if not support or not centre or data["id"] == centre:
        return [("person", person)]
    tie = {"id": f"c{data['id']}"[:32], "source": centre, "target": data["id"], "support": support}
    return [("person", person), ("tie", tie)]
