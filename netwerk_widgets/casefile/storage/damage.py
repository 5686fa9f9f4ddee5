"""When something is wrong with a file: find out what, and save what is readable into a new one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile import opening
from netwerk_widgets.casefile.errors import CaseFileError, Damaged, NotSaved
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key, salt_of
from netwerk_widgets.casefile.storage import drafts, schema, seal
from netwerk_widgets.casefile.storage.revision import KINDS, Author
from netwerk_widgets.casefile.storage.store import Store, look
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import KINDS as ENTITY_KINDS
from netwerk_widgets.model.case.entities import Entity, Kind, decode
from netwerk_widgets.model.errors import EditError

_TRIES = 5000  # after so many stretches that cannot be read, the rest is taken as lost


@dataclass(frozen=True, slots=True)
class Report:
    """What :func:`check` found: whether all is well, what to tell, and how much there is in the file."""

    ok: bool
    findings: tuple[Message, ...]
    format: int | None = None
    people: int | None = None
    revisions: int | None = None


def check(path: Path, key: Key | None = None) -> Report:
    """Verify a case file without altering it.

    From outside always; with its key also every page, every entity, and that history, followed back from the
    case as it is, nowhere contradicts itself.
    """
    try:
        look(path)
        if key is None:
            salt_of(path)
            return Report(ok=True, findings=(Message("casefile.check.outside"),))
        opening.fits(path, key)
        store = Store(path, key, "ro")
    except CaseFileError as error:
        return Report(ok=False, findings=(error.message,))
    try:
        return _inside(store, key)
    except CaseFileError as error:
        return Report(ok=False, findings=(error.message,))
    finally:
        store.close()


def _inside(store: Store, key: Key) -> Report:
    number = schema.found(store)
    faults = seal.broken(store, key)
    if faults:
        return Report(ok=False, findings=(Message("casefile.check.pages", {"pages": len(faults)}),), format=number)
    if number != schema.FORMAT:
        other = "casefile.check.newer" if number > schema.FORMAT else "casefile.check.older"
        return Report(ok=True, findings=(Message(other, {"format": number}),), format=number)
    with store.reading():
        case = schema.load(store)
        rows = schema.raw_history(store)
        wrong = tuple(_contradictions(store, rows))
    if wrong:
        return Report(ok=False, findings=wrong, format=number, people=len(case.people), revisions=len(rows))
    good = Message("casefile.check.good", {"people": len(case.people), "revisions": len(rows)})
    return Report(ok=True, findings=(good,), format=number, people=len(case.people), revisions=len(rows))


def _contradictions(store: Store, rows: list[tuple[Any, ...]]) -> Iterator[Message]:
    """Where history and the case do not agree: numbers that are missing, stacks that point nowhere, images that clash."""
    if strange := drafts.faulty(store):
        yield Message("casefile.check.drafts", {"drafts": strange})
    if [row[0] for row in rows] != list(range(1, len(rows) + 1)) or not rows:
        yield Message("casefile.check.numbers")
        return
    state = {(kind, i): json.loads(data) for kind, i, data in store.rows("SELECT kind, id, data FROM entity")}
    for row in reversed(rows):
        number, kind, changes, stacks = row[0], row[4], row[7], row[8:]
        if kind not in KINDS or any(s is not None and not 1 <= s <= number for s in stacks):
            yield Message("casefile.check.stack", {"number": number})
        try:
            agrees = _step_back(state, json.loads(changes))
        except (EditError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            agrees = False
        if not agrees:
            yield Message("casefile.check.history", {"number": number})
            return


def _step_back(state: dict[tuple[str, str], Any], changes: list[dict[str, Any]]) -> bool:
    for change in reversed(changes):
        place = (change["kind"], change["id"])
        if not _same(change["kind"], state.get(place), change["after"]):
            return False
        if change["before"] is None:
            state.pop(place, None)
        else:
            state[place] = change["before"]
    return True


def _same(kind: Kind, one: dict[str, Any] | None, two: dict[str, Any] | None) -> bool:
    """Whether two images are the same entity, also where one spells out a default."""
    return one == two or (one is not None and two is not None and decode(kind, one) == decode(kind, two))


def export_readable(path: Path, key: Key, target: Path, author: Author) -> CaseFile:
    """Save all that is readable in a damaged file into a new case file, under the same key, and open that.

    Entities come from their own rows, and where those are lost from the last readable history row that
    speaks of them. Ties to people who are lost are left out. The damaged file is not touched.

    Raises:
        Damaged: nothing is readable. ShelfError, NotSaved, ReadOnly: the new file cannot be made.
    """
    found = dict(_from_history(path, key))
    found |= {(kind, i): entity for kind, i, entity in _entities(path, key)}
    collections: dict[Kind, dict[str, Entity]] = {kind: {} for kind in ENTITY_KINDS}
    for (kind, identity), entity in found.items():
        if entity is not None:
            collections[kind][identity] = entity
    if not any(collections.values()):
        raise Damaged("casefile.error.nothing_readable", file=path.name)
    case = schema.assemble(collections, lenient=True)
    message = Message("casefile.history.salvaged")
    made = CaseFile.create(target, key, case, author, practice=case.info.practice, message=message)
    with suppress(CaseFileError):  # words that were still being typed go along where they can be read
        drafts.keep(target, key, _drafts(path, key))
    return made


def _drafts(path: Path, key: Key) -> list[drafts.Draft]:
    with Store(path, key, "ro", salvage=True) as store:
        return list(drafts.read(store))


def _entities(path: Path, key: Key) -> Iterator[tuple[Kind, str, Entity]]:
    for kind, identity, data in _salvage(
        path, key, "SELECT kind, id, data FROM entity WHERE seq BETWEEN ? AND ?", "entity"
    ):
        entity = schema.read_entity(kind, identity, data, lenient=True)
        if entity is not None:
            yield kind, identity, entity


def _from_history(path: Path, key: Key) -> Iterator[tuple[tuple[Kind, str], Entity | None]]:
    for (text,) in _salvage(path, key, "SELECT changes FROM history WHERE number BETWEEN ? AND ?", "history"):
        try:
            changes = [(c["kind"], c["id"], c["after"]) for c in json.loads(text)]
        except (ValueError, TypeError, KeyError):
            continue
        for kind, identity, after in changes:
            entity = schema.read_entity(kind, identity, json.dumps(after), lenient=True) if after else None
            if entity is not None or after is None:
                yield (kind, identity), entity


def _salvage(path: Path, key: Key, sql: str, table: str) -> Iterator[tuple[Any, ...]]:
    """All readable rows of a table, in order: a stretch that cannot be read is halved until it can, or is one row.

    SQLCipher refuses everything after its first bad page, so every failure takes a fresh connection.
    """
    first, last = (_edge(path, key, table, ends) for ends in ("min", "max"))
    waiting, failures = [(first, last)], 0
    while waiting and failures < _TRIES:
        low, high = waiting.pop()
        if low > high:
            continue
        try:
            rows = _read(path, key, sql, low, high)
        except CaseFileError:
            failures += 1
            if low < high:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]
            continue
        yield from rows


def _edge(path: Path, key: Key, table: str, ends: str) -> int:
    """The first or last number of a table; where its own page is lost, found by feeling forward in doubles."""
    column = "seq" if table == "entity" else "number"
    try:
        edge = _read(path, key, f"SELECT {ends}({column}) FROM {table}")  # noqa: S608 -- three words of our own
        return int(edge[0][0] or 0)
    except NotSaved:
        raise
    except CaseFileError:
        return 1 if ends == "min" else _feel(path, key, f"SELECT 1 FROM {table} WHERE {column} = ?")  # noqa: S608


def _feel(path: Path, key: Key, sql: str) -> int:
    """A number safely beyond the last row that can be read."""
    reach, silent = 64, 0
    while reach < 1 << 20 and silent < 3:
        try:
            silent = 0 if _read(path, key, sql, reach) else silent + 1
        except CaseFileError:
            silent += 1
        reach *= 2
    return reach


def _read(path: Path, key: Key, sql: str, *values: int) -> list[tuple[Any, ...]]:
    with Store(path, key, "ro", salvage=True) as store:
        return store.rows(sql, values)
