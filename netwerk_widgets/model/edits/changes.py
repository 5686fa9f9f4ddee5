"""The change: which entities an edit altered, before and after.

One concept serves as history row, undo (:func:`invert`), message to the views and picture of what differs
between two versions.

Laws (kept by ``tests/model/edits/test_changes.py``): ``apply(a, diff(a, b)) == b``,
``apply(b, invert(diff(a, b))) == a`` and ``invert(invert(c)) == c``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from netwerk_widgets.model.case.entities import KINDS, Case, Entity, Kind, decode, encode
from netwerk_widgets.model.errors import EditError


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after; ``None`` where it did not yet, or no longer, exist."""

    kind: Kind
    id: str
    before: Entity | None
    after: Entity | None


Changes: TypeAlias = tuple[Change, ...]


def diff(before: Case, after: Case) -> Changes:
    """What differs between two cases, found by identity; costs nothing for collections left alone."""
    return tuple(change for kind in KINDS for change in _diff_kind(kind, before, after))


def _diff_kind(kind: Kind, before: Case, after: Case) -> Iterable[Change]:
    old, new = before.collection(kind), after.collection(kind)
    if old is new:
        return
    for identity, entity in old.items():
        other = new.get(identity)
        if other is not entity and other != entity:
            yield Change(kind, identity, entity, other)
    for identity, entity in new.items():
        if identity not in old:
            yield Change(kind, identity, None, entity)


def invert(changes: Sequence[Change]) -> Changes:
    """The change that takes this one back."""
    return tuple(Change(c.kind, c.id, c.after, c.before) for c in reversed(changes))


def apply(case: Case, changes: Sequence[Change]) -> Case:
    """The case after these changes."""
    by_kind: dict[Kind, dict[str, Entity | None]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, {})[change.id] = change.after
    for kind, entities in by_kind.items():
        case = case.with_entities(kind, entities)
    return case


def encode_changes(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """Changes as JSON: ``{kind, id, before, after}`` each."""
    return [
        {"kind": c.kind, "id": c.id, "before": c.before and encode(c.before), "after": c.after and encode(c.after)}
        for c in changes
    ]


def decode_changes(data: Sequence[Mapping[str, Any]]) -> Changes:
    """Changes from JSON, every entity checked.

    Raises:
        EditError: an entity that the model does not know.
    """
    try:
        return tuple(Change(c["kind"], c["id"], _entity(c, "before"), _entity(c, "after")) for c in data)
    except (TypeError, KeyError):
        raise EditError("model.error.bad_value", field="changes") from None


def _entity(change: Mapping[str, Any], when: str) -> Entity | None:
    if change[when] is None:
        return None
    entity = decode(change["kind"], change[when])
    if entity.id != change["id"]:
        raise KeyError(when)
    return entity
