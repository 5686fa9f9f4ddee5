"""What of a case a client who looks along may see: the network, what they said themselves, and the good words.

Notes, reasons, suppositions, lines drawn by hand and the names of versions are the professional's. What is not named
here is not shown, so a field or kind that is new stays out of sight until somebody decides otherwise.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from netwerk_widgets.model.case.entities import COLLECTIONS, INFO_ID, Answer, Case, Entity, Info, Kind
from netwerk_widgets.model.edits.changes import Change, Changes

Shares = Callable[[str], bool]
"""Whether the answers under this card (``Answer.card``) are the client's own."""

MAP: frozenset[Kind] = frozenset({"person", "tie", "group"})
"""The kinds of entity that the map's own history tells of."""


SEEN: Mapping[Kind, frozenset[str]] = {
    "info": frozenset({"id", "code", "practice", "own", "centre_kind", "last_number"}),
    "person": frozenset(
        [
            "id",
            "number",
            "role",
            "x",
            "y",
            "wish_x",
            "wish_y",
            "circle",
            "domain",
            "belongs",
            "moment",
            "closeness",
            "frequency",
            "years_known",
            "age_band",
            "home",
            "professional",
            "professional_asked",
            "organisation",
            "pet",
            "deceased",
            "sleeping",
            "left_out",
            "left_out_shared",
            "unsafe",
            "unsafe_shared",
            "valued_role",
            "invited_by",
        ]
    ),
    "tie": frozenset(["id", "source", "target", "directed", "quality", "weight", "label", "moment", "support"]),
    "group": frozenset({"id", "name", "members"}),
    "version": frozenset({"id", "revision", "at"}),
    "compliment": frozenset({"id", "person", "text", "at", "card", "expectation"}),
    "answer": frozenset({"id", "card", "text", "mark", "more", "at", "persons"}),
    "step": frozenset({"id", "text", "person", "by", "outcome", "done"}),
}
"""The fields that stay, by kind; all others are as if nothing was filled in."""


def for_client(kind: Kind, entity: Entity | None, shares: Shares) -> Entity | None:
    """An entity as the client may see it; ``None`` where nothing of it is for them.

    Args:
        kind: the kind of entity.
        entity: the entity; ``None`` gives ``None``.
        shares: which answers are the client's own.

    >>> from netwerk_widgets.model.case.entities import Tie
    >>> for_client("tie", Tie("t", "a", "b", notes="spannend"), lambda card: False)
    Tie(id='t', source='a', target='b', ...)
    """
    seen = SEEN.get(kind)
    if entity is None or seen is None or (isinstance(entity, Answer) and not shares(entity.card)):
        return None
    hidden: dict[str, Any] = {
        spec.name: spec.default
        for spec in dataclasses.fields(entity)
        if spec.name not in seen and getattr(entity, spec.name) != spec.default
    }
    return dataclasses.replace(entity, **hidden) if hidden else entity


def case_for_client(case: Case, shares: Shares) -> Case:
    """The whole case as the client may see it.

    >>> case_for_client(Case(info=Info(story="...")), lambda card: False).info.story
    ''
    """
    shown: dict[str, dict[str, Entity]] = {}
    for kind, name in COLLECTIONS.items():
        seen = ((one, for_client(kind, entity, shares)) for one, entity in case.collection(kind).items())
        shown[name] = {one: entity for one, entity in seen if entity is not None}
    info = for_client("info", case.info, shares)
    return Case(info=info if isinstance(info, Info) else Info(INFO_ID), **shown)  # type: ignore[arg-type]


def changes_for_client(changes: Iterable[Change], shares: Shares) -> Changes:
    """What of these changes the client sees happen; what alters nothing for them is left out."""
    seen = (
        Change(one.kind, one.id, for_client(one.kind, one.before, shares), for_client(one.kind, one.after, shares))
        for one in changes
    )
    return tuple(one for one in seen if one.before != one.after)
