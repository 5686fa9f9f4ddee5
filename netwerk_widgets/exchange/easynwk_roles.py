"""The roles that easyNWK offers: our word for each, and which domains it leaves open.

They stand in ``data/easynwk/roles.toml``, with easyNWK's German words; our words are ``roles.<key>`` in the locale. What
lies in which domain follows Tracy & Whittaker's seven (:mod:`..model.words`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from netwerk_widgets.exchange.content import data_folder
from netwerk_widgets.exchange.toml import load
from netwerk_widgets.locale import LANGUAGES, words
from netwerk_widgets.model.case.words import Domain

SECTORS: Mapping[int | None, tuple[Domain, ...]] = {
    0: ("family", "household"),
    1: ("friends", "neighbours", "clubs"),
    2: ("work_school", "clubs"),
    3: ("professionals",),
    None: ("family", "friends", "neighbours", "clubs", "work_school", "professionals", "household"),
}
"""What each of the four sectors may be here, the likeliest first; ``None`` is a contact without a place."""

SECTOR_ROLES: Mapping[int | None, str] = {0: "family_member", 1: "acquaintance", 2: "colleague", 3: "professional"}
"""The role of somebody whose own cannot be used, by sector."""

_ASK: Mapping[str, tuple[Domain, ...]] = {
    "ask": (),
    "ask_home": ("family", "household"),
    "ask_child": ("household", "family"),
}


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Keys by the words for them in any language, and domains by key."""
    keys, domains = {}, {}
    for key, (domain, *german) in load(data_folder("easynwk") / "easynwk" / "roles.toml").items():
        domains[key] = domain
        ours = (words(language)[f"roles.{key}"] for language in LANGUAGES)
        keys.update({_plain(word): key for word in (*german, *ours)})
    return keys, domains


def _plain(role: str) -> str:
    """A role with its gendered ending in one form: ``Freund*in``, ``Freund:in`` and ``Freund_in`` are one."""
    return re.sub(r"[*:_/]-?(?=(?:in|r|e)\b)", "*", role.casefold()).strip()


def role_key(role: str) -> str | None:
    """Our key for a role as the file has it, in German, English or Dutch; ``None`` where it is not on the list.

    >>> role_key("Studienkolleg*in"), role_key("Nachbar:in"), role_key("Trommler")
    ('fellow_student', 'neighbour', None)
    """
    return _table()[0].get(_plain(role))


def options(key: str | None, sector: int | None, *, human: bool, deceased: bool) -> tuple[Domain, ...]:
    """The domains that a contact may belong to, the suggested one first; one means that nothing need be asked."""
    drawn = SECTORS[sector]
    if not human:
        return ("household",)
    told = _table()[1].get(key or "", "ask")
    if told not in _ASK:
        role: Domain = told  # type: ignore[assignment]  # the table holds domains alone beside the three above
        if role in drawn or (sector == 0 and role == "household"):
            return (role,)
        return (role, *drawn)  # role and place disagree
    if deceased and sector == 0:
        return ("family",)
    return tuple(dict.fromkeys((*(one for one in _ASK[told] if one in drawn), *drawn)))
