"""The format of a case file: its tables, its number, and how entities are read from and written to them.

Format 4. ``entity`` holds one row per entity, in the order in which they came (``seq``); ``history`` one row
per revision; ``presence`` who has the case open to write (:mod:`.presence`); ``draft`` what was typed and is not in
history yet (:mod:`.drafts`). What an entity may hold is
the model's; a row that the model refuses is damage, not something to guess at. So a kind or a field that the model
gains raises the format: a program of before then reads the file as a newer one, and does not call it damaged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from netwerk_widgets.casefile.errors import Damaged, NotACase
from netwerk_widgets.casefile.storage.revision import COLUMNS, Revision, Row, compact
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.model.case import fields
from netwerk_widgets.model.case.entities import (
    COLLECTIONS,
    ENTITIES,
    KINDS,
    Case,
    Compliment,
    Entity,
    Info,
    Kind,
    Tie,
    decode,
    encode,
)
from netwerk_widgets.model.edits.changes import Changes
from netwerk_widgets.model.errors import EditError

FORMAT = 4
APPLICATION = 0x4E774341  # "NwCA", so that `file` and others can tell
TABLES = """
CREATE TABLE entity (
    seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, data TEXT NOT NULL, UNIQUE (kind, id));
CREATE TABLE history (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, initials TEXT NOT NULL, machine TEXT NOT NULL,
    kind TEXT NOT NULL, oid TEXT NOT NULL, message TEXT NOT NULL, changes TEXT NOT NULL,
    undo_top INTEGER, redo_top INTEGER, below INTEGER);
CREATE UNIQUE INDEX history_oid ON history (oid) WHERE oid <> '';
CREATE TABLE presence (
    session TEXT PRIMARY KEY, initials TEXT NOT NULL, machine TEXT NOT NULL, since REAL NOT NULL, beat REAL NOT NULL);
"""
DRAFTS = """
CREATE TABLE IF NOT EXISTS draft (
    id TEXT PRIMARY KEY, place TEXT NOT NULL, text TEXT NOT NULL, base TEXT NOT NULL, shared INTEGER NOT NULL,
    at TEXT NOT NULL) WITHOUT ROWID
"""


def found(store: Store) -> int:
    """The format of the file.

    Raises:
        NotACase: an encrypted database, but of another program. Damaged: it has triggers or views, which run by
            themselves and which no version makes.
    """
    if store.value("PRAGMA application_id") != APPLICATION:
        raise NotACase("casefile.error.other_program", file=store.path.name)
    if store.value("SELECT 1 FROM sqlite_master WHERE type NOT IN ('table', 'index') LIMIT 1"):
        raise Damaged("casefile.error.bad_rows")
    return int(store.value("PRAGMA user_version"))


def make(store: Store) -> None:
    """Make the tables of this format, inside a transaction of the caller."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            store.rows(statement)
    store.rows(DRAFTS)
    store.rows(f"PRAGMA application_id = {APPLICATION}")
    stamp(store)


def stamp(store: Store) -> None:
    """Write down that the file is of this format, inside a transaction of the caller."""
    store.rows(f"PRAGMA user_version = {FORMAT}")


def load(store: Store, *, lenient: bool = False) -> Case:
    """The case that the file holds.

    Args:
        store: the open file.
        lenient: leave out what this version does not know (a newer format) instead of refusing the file.

    Raises:
        Damaged: an entity that the model refuses, or a tie whose end is not there.
    """
    collections: dict[Kind, dict[str, Entity]] = {kind: {} for kind in KINDS}
    for kind, identity, data in store.rows("SELECT kind, id, data FROM entity ORDER BY seq"):
        entity = read_entity(kind, identity, data, lenient=lenient)
        if entity is not None:
            collections[kind][identity] = entity
    return assemble(collections, lenient=lenient)


def assemble(collections: Mapping[Kind, Mapping[str, Entity]], *, lenient: bool = False) -> Case:
    """A case from its entities, with nothing in it that points at somebody who is not there.

    Raises:
        Damaged: something does, or there is no case row (unless ``lenient``, which leaves it out).
    """
    people = collections["person"]
    parts: dict[str, Any] = {}
    for kind, name in COLLECTIONS.items():
        entities = collections[kind]
        stray = {i for i, entity in entities.items() if any(p not in people for p in _points_at(entity))}
        if stray and not lenient:
            raise Damaged("casefile.error.bad_rows")
        parts[name] = {i: entity for i, entity in entities.items() if i not in stray} if stray else entities
    info = collections["info"].get("info")
    if info is None and not lenient:
        raise Damaged("casefile.error.bad_rows")
    return Case(info=cast("Info", info) if info else Info(), **parts)


def _points_at(entity: Entity) -> tuple[str, ...]:
    """The persons without whom this entity has no place."""
    if isinstance(entity, Tie):
        return (entity.source, entity.target)
    return (entity.person,) if isinstance(entity, Compliment) and entity.person else ()


def read_entity(kind: Any, identity: Any, data: Any, *, lenient: bool = False) -> Entity | None:
    """One entity from its row, every field checked; None where ``lenient`` leaves it out.

    Raises:
        Damaged: the model refuses it.
    """
    try:
        values = json.loads(data)
        if lenient:
            values = _known(kind, values)
        entity = decode(kind, values)
    except (EditError, ValueError, TypeError, AttributeError, RecursionError, KeyError):
        if lenient:
            return None
        raise Damaged("casefile.error.bad_rows") from None
    if entity.id != identity:
        if lenient:
            return None
        raise Damaged("casefile.error.bad_rows")
    return entity


def _known(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Those fields that this version knows and whose values it can hold."""
    known = fields.checks(cast("type", ENTITIES[kind]))
    kept = {"id": values["id"]}
    for name, value in values.items():
        try:
            kept |= {name: known[name](value)}
        except (EditError, KeyError, TypeError, ValueError, AttributeError):
            continue
    return kept


def tidy(case: Case) -> Case:
    """The case as it will come back from the file: every field checked, figures rounded as the model does.

    Raises:
        EditError: a field holds what the model refuses.
    """
    parts = {
        name: {i: decode(kind, encode(entity)) for i, entity in case.collection(kind).items()}
        for kind, name in COLLECTIONS.items()
    }
    return Case(info=cast("Info", decode("info", encode(case.info))), **cast("dict[str, Any]", parts))


def write_all(store: Store, case: Case) -> None:
    """Every entity of a case, into an empty table."""
    store.many(
        "INSERT INTO entity (kind, id, data) VALUES (?, ?, ?)",
        [(kind, i, compact(encode(entity))) for kind in KINDS for i, entity in case.collection(kind).items()],
    )


def write(store: Store, changes: Changes) -> None:
    """The entities that these changes leave behind; the cost is that of what changed."""
    for change in changes:
        if change.after is None:
            store.rows("DELETE FROM entity WHERE kind = ? AND id = ?", (change.kind, change.id))
        else:
            store.rows(
                "INSERT INTO entity (kind, id, data) VALUES (?, ?, ?) "
                "ON CONFLICT (kind, id) DO UPDATE SET data = excluded.data",
                (change.kind, change.id, compact(encode(change.after))),
            )


def add_revision(store: Store, revision: Revision) -> None:
    """One history row."""
    store.rows(f"INSERT INTO history ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", revision.row())  # noqa: S608


def revisions(store: Store, where: str, *values: object) -> list[Revision]:
    """Revisions from history. ``where`` is written in this package, never made from input."""
    sql = f"SELECT {COLUMNS} FROM history WHERE {where}"  # noqa: S608
    return [Revision.read(row) for row in store.rows(sql, values)]


def raw_entities(store: Store) -> list[tuple[Any, ...]]:
    """All entities as they stand, in their order."""
    return store.rows("SELECT kind, id, data FROM entity ORDER BY seq")


def raw_history(store: Store) -> list[Row]:
    """All history rows as they stand, oldest first."""
    return store.rows(f"SELECT {COLUMNS} FROM history ORDER BY number")  # noqa: S608
