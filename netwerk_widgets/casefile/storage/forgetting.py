"""Forgetting a person: out of the case, out of every history row, and out of the words of others.

Rows keep their number and their place in the undo stacks. An image (an entity before or after a change)
that is the person, or cannot be without them, becomes *not there*; in every other image and in every
sentence of history their names are replaced by a neutral word, in every form that :mod:`netwerk_widgets.model.names.naming`
knows: all that their role ever was, and the names in it ("tante" in "tante Rosa" stays, "Rosa" goes).

Another person's role keeps everyday words and its own name: a second "tante" stays a "tante".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, cast

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import copies, drafts, history, schema
from netwerk_widgets.casefile.storage import slips as aside
from netwerk_widgets.casefile.storage.revision import Revision, compact
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case import fields, letters
from netwerk_widgets.model.case.entities import ENTITIES, Case, Kind, Person
from netwerk_widgets.model.case.groups import without
from netwerk_widgets.model.edits import Remove, perform
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.names.forgetting import Forgotten

FREE_TEXT: Mapping[str, tuple[str, ...]] = {
    "info": ("question", "story", "source"),
    "person": ("organisation", "left_out_by", "left_out_why", "unsafe_why", "valued_role", "notes"),
    "tie": ("label", "notes"),
    "version": ("name",),
    "compliment": ("text", "card"),
    "answer": ("text", "card"),
    "annotation": ("text", "tag"),
    "step": ("text", "outcome", "by"),
    "stroke": (),
    "group": ("name",),
    "phase": ("meeting", "act", "phase", "title", "what"),
}
"""The fields in which somebody may have written about somebody, by kind (a person's role comes apart)."""

_ROW = 1000
"""How long a text of a row may be (``Answer.more``): a neutral word must not make it longer."""


@dataclass(slots=True)
class Forgetting:
    """One person being forgotten: what of an image, a change and a sentence stays."""

    identity: str
    names: Forgotten
    ties: set[str]
    rows: set[str] = field(default_factory=set)

    def image(self, kind: str, data: dict[str, Any] | None) -> dict[str, Any] | None:
        """An entity's image without the person; None where nothing of it can stay."""
        if data is None or self._goes(kind, data):
            return None
        kept = dict(data)
        for name in FREE_TEXT.get(kind, ()):
            if isinstance(kept.get(name), str):
                kept[name] = _fitting(kind, name, self.names.out_of_text(kept[name]))
        if kind == "person" and isinstance(kept.get("role"), str):
            kept["role"] = _fitting(kind, "role", self.names.out_of_role(kept["role"]))
        if kind == "answer" and isinstance(kept.get("more"), dict):
            kept["more"] = {
                name: text if name in ("case", "date") else letters.cut(self.names.out_of_text(str(text)), _ROW)
                for name, text in kept["more"].items()
            }
        if kind == "step" and kept.get("person") == self.identity:
            del kept["person"]
        if kind == "answer" and self.identity in str(kept.get("persons", "")).split():
            kept["persons"] = without(kept["persons"], {self.identity})
        if kind == "group":
            kept["members"] = without(str(kept.get("members", "")), {self.identity})
        return {name: value for name, value in kept.items() if value != ""}

    def _goes(self, kind: str, data: Mapping[str, Any]) -> bool:
        if kind == "person":
            return bool(data.get("id") == self.identity)
        if kind == "tie":
            return self.identity in (data.get("source"), data.get("target"))
        if kind == "compliment":
            return bool(data.get("person") == self.identity)
        if kind == "answer":
            return data.get("id") in self.rows or (data.get("persons") == self.identity and _is_row(data))
        if kind == "group":
            return data.get("members") == self.identity
        return kind == "annotation" and data.get("on") in {self.identity, *self.ties}

    def changes(self, changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """A row's changes; those of which nothing is left, or that alter nothing any more, go."""
        kept = (
            change
            | {
                "before": self.image(change["kind"], change["before"]),
                "after": self.image(change["kind"], change["after"]),
            }
            for change in changes
        )
        return [change for change in kept if change["before"] != change["after"]]

    def message(self, part: Any) -> Any:
        """A sentence of history, as it stands in the file."""
        if isinstance(part, list):
            return [self.message(item) for item in part]
        if isinstance(part, str):
            return self.names.out_of_text(part)
        if not isinstance(part, dict):
            return part
        if part.get("someone") == self.identity:
            return {"key": "casefile.someone", "params": {}}
        if "someone" in part:
            return part | {"name": self.names.out_of_role(str(part.get("name", "")))}
        return part | {"params": {name: self.message(value) for name, value in part.get("params", {}).items()}}


def person(store: Store, case: Case, identity: str, head: history.Head, stamp: history.Stamp) -> Revision:
    """Forget a person, inside a transaction of the caller; the result is the history row, which is silent.

    It may be somebody who was taken off the map before, and whom only history still knows.

    Raises:
        EditError: nobody of that id, or the last one in the middle.
    """
    if identity in case.people or all(one.id != identity for one in taken_away(store, case)):
        perform(case, Remove((("person", identity),)))
    rows = [(row[0], json.loads(row[6]), json.loads(row[7])) for row in schema.raw_history(store)]
    entities = [
        (seq, kind, json.loads(data))
        for seq, kind, data in store.rows("SELECT seq, kind, data FROM entity ORDER BY seq")
    ]
    images = [(kind, data) for _, kind, data in entities]
    images += [
        (c["kind"], c[when]) for _, _, changes in rows for c in changes for when in ("before", "after") if c[when]
    ]
    ever = _called(images, [message for _, message, _ in rows])
    others = {role for one, roles in ever.items() if one != identity for role in roles}
    names = Forgotten(ever.get(identity, ()), _neutral(), sorted(others))
    ties = _ties(identity, images) - _surviving(identity, entities)
    work = Forgetting(identity, names, ties, _rows_about(identity, images))
    _rewrite_history(store, rows, work)
    _rewrite_entities(store, entities, work)
    aside.rewrite(store, work.names.out_of_text)
    drafts.rewrite(store, work.names.out_of_text, {identity, *work.ties, *work.rows})
    row = history.edit(head, stamp, Message("model.edit.forget"), (), "forget")
    schema.add_revision(store, row)
    return row


def taken_away(store: Store, case: Case) -> list[Person]:
    """Whom history knows and the map no longer shows, as they were last, in the order of their numbers."""
    found: dict[str, Person] = {}
    for (text,) in store.rows("SELECT changes FROM history WHERE changes LIKE '%\"person\"%' ORDER BY number"):
        for change in json.loads(text):
            if change["kind"] != "person" or change["id"] in case.people:
                continue
            image = schema.read_entity("person", change["id"], compact(change["after"] or change["before"]))
            found[change["id"]] = cast("Person", image)
    return sorted(found.values(), key=lambda one: (one.number, one.id))


def called(store: Store) -> dict[str, set[str]]:
    """All that everybody was ever called, by id."""
    rows = store.rows("SELECT changes FROM history WHERE changes LIKE '%\"person\"%'")
    changes = [change for (text,) in rows for change in json.loads(text) if change["kind"] == "person"]
    images = [("person", change[when]) for change in changes for when in ("before", "after") if change[when]]
    return _called(images, [])


def _rewrite_history(store: Store, rows: list[tuple[int, Any, Any]], work: Forgetting) -> None:
    for number, message, changes in rows:
        fresh = (compact(work.message(message)), compact(work.changes(changes)))
        if fresh != (compact(message), compact(changes)):
            store.rows("UPDATE history SET message = ?, changes = ? WHERE number = ?", (*fresh, number))


def _rewrite_entities(store: Store, entities: list[tuple[int, str, Any]], work: Forgetting) -> None:
    for seq, kind, data in entities:
        image = work.image(kind, data)
        if image is None:
            store.rows("DELETE FROM entity WHERE seq = ?", (seq,))
        elif image != data:
            store.rows("UPDATE entity SET data = ? WHERE seq = ?", (compact(image), seq))


def sweep(store: Store, key: Key) -> None:
    """After the transaction: press the freed room out of the file, and renew the copies.

    ``secure_delete`` has already overwritten what was taken out, so a file that is busy now loses nothing.
    """
    with suppress(CaseFileError):
        store.rows("VACUUM")
    copies.renew(store, key)


def _called(images: list[tuple[str, Any]], messages: list[Any]) -> dict[str, set[str]]:
    """All that everybody was ever called, by id."""
    ever: dict[str, set[str]] = {}
    for kind, data in images:
        if kind == "person":
            ever.setdefault(data["id"], set()).add(str(data.get("role", "")))
    waiting = list(messages)
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if "someone" in part:
                ever.setdefault(str(part["someone"]), set()).add(str(part.get("name", "")))
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return ever


def _ties(identity: str, images: list[tuple[str, Any]]) -> set[str]:
    return {d["id"] for kind, d in images if kind == "tie" and identity in (d.get("source"), d.get("target"))}


def _is_row(data: Mapping[str, Any]) -> bool:
    """Whether an answer is a row of a board; one that is about one person goes with them, as a compliment does."""
    return bool(set(data.get("more") or ()) - {"case"})


def _rows_about(identity: str, images: list[tuple[str, Any]]) -> set[str]:
    """Rows of boards that were about this person and never about another; off the map they point at nobody."""
    about: dict[str, set[str]] = {}
    for kind, data in images:
        if kind == "answer" and _is_row(data):
            about.setdefault(data["id"], set()).add(str(data.get("persons", "")))
    return {row for row, persons in about.items() if persons - {""} == {identity}}


def _surviving(identity: str, entities: list[tuple[int, str, Any]]) -> set[str]:
    return {d["id"] for _, kind, d in entities if kind == "tie" and identity not in (d.get("source"), d.get("target"))}


def _fitting(kind: str, name: str, text: str) -> str:
    """The text, cut where the neutral word made it longer than its field may be."""
    try:
        return str(fields.checks(cast("type", ENTITIES[cast("Kind", kind)]))[name](text))
    except EditError as error:
        return letters.cut(text, int(error.message.params["limit"]))


def _neutral() -> str:
    return Message("casefile.someone").text()
