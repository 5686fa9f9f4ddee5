"""What of an easyNWK file could not be kept, or stands in another form: one sentence each."""

from __future__ import annotations

from collections.abc import Callable

from netwerk_widgets.exchange.easynwk_case import NOTE_LIMIT, age_band, connections
from netwerk_widgets.exchange.easynwk_file import Alter
from netwerk_widgets.exchange.easynwk_people import EGO, Register
from netwerk_widgets.exchange.easynwk_roles import role_key
from netwerk_widgets.locale import Message, Someone

_NO_GENDER = frozenset({"", "nicht festgelegt"})
_NAMED = 5


def lost(people: Register) -> tuple[Message, ...]:
    """All that the user should know before the old file goes into a drawer."""
    found = [Message("easynwk.lost.sectors")]
    everybody = [alter for versions in people.seen.values() for alter in versions.values()]
    simple: dict[str, Callable[[Alter], bool]] = {
        "names": lambda alter: bool(alter.name),
        "gender": lambda alter: alter.gender.casefold() not in _NO_GENDER,
        "age": lambda alter: bool(age_band(alter.age)),
        "emoji": lambda alter: bool(alter.emoji),
        "support_none": lambda alter: 0 in (alter.support or {}).values(),
    }
    found += [Message(f"easynwk.lost.{name}") for name, holds in simple.items() if any(map(holds, everybody))]
    told: dict[str, Callable[[Alter], bool]] = {
        "age_unread": lambda alter: bool(alter.age) and not age_band(alter.age),
        "role_name": lambda alter: bool(alter.role) and not role_key(alter.role) and not people.own_role(alter),
        "linking": lambda alter: bool((alter.support or {}).get("linking")),
        "partner": lambda alter: alter.of_partner,
        "multiplex": lambda alter: alter.edge > 1,
        "sleeping": _sleeps,
        "no_place": lambda alter: alter.sector is None,
        "note_cut": lambda alter: len(alter.note) > NOTE_LIMIT,
    }
    found += [
        Message(f"easynwk.lost.{name}", {"who": who}) for name, holds in told.items() if (who := _who(people, holds))
    ]
    if kept := [*dict.fromkeys(own for alter in everybody if (own := people.own_role(alter)))]:
        found.append(Message("easynwk.lost.own_roles", {"roles": kept[:_NAMED]}))
    if astray := _astray(people):
        found.append(Message("easynwk.lost.connections", {"count": astray}))
    return tuple(found)


def _who(people: Register, holds: Callable[[Alter], bool]) -> list[Someone | Message]:
    """Those contacts of whom it holds in any version: a few, then how many more."""
    found = [who for who, versions in people.seen.items() if who != EGO and any(map(holds, versions.values()))]
    named: list[Someone | Message] = [people.someone(who) for who in found[:_NAMED]]
    if len(found) > _NAMED:
        named.append(Message("lenses.more", {"count": len(found) - _NAMED}))
    return named


def _sleeps(alter: Alter) -> bool:
    within = alter.distance is not None and alter.distance <= 100
    return alter.edge == 0 and alter.human and not alter.deceased and within


def _astray(people: Register) -> int:
    """How many connections lead to nobody in the file, or from somebody to themselves."""
    return sum(
        len({tuple(sorted(pair)) for pair in network.connections}) - len(connections(people, version))
        for version, network in enumerate(people.networks)
    )
