"""People who belong together under a name: a household, a street, those of one app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Container


@dataclass(frozen=True, slots=True)
class Group:
    """A group and who is in it: ``members`` are ids of persons, by spaces. Somebody may be in several.

    A group has at least one member: it goes with the last of them.
    """

    id: str
    name: str = f.text(60)
    members: str = f.words(2000)


def seen_to(group: Group, people: Container[str]) -> Group:
    """The group, once it is seen that there is somebody in it and that all of them are on the map.

    Raises:
        EditError: nobody is in it, or somebody who is not on the map.
    """
    if not group.members:
        raise EditError("model.error.nothing_chosen")
    if not all(one in people for one in group.members.split()):
        raise EditError("model.error.gone")
    return group


def without(members: str, gone: Container[str]) -> str:
    """The members who stay.

    >>> without("p1 p2 p3", {"p2"})
    'p1 p3'
    """
    return " ".join(one for one in members.split() if one not in gone)
