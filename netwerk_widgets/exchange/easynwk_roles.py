"""The roles that easyNWK offers: our word for each, and which domains it leaves open.

The German words are those of easyNWK's own list (MIT licensed), with a few that its users write themselves. Our words
are ``roles.<key>`` in the locale. What lies in which domain follows Tracy & Whittaker's seven (:mod:`..model.words`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

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

_ROLES = """
family_member | ask_home | familienangehörige*r
wife | household | ehefrau
husband | household | ehemann
life_partner | household | lebensgefährt*in
partner | household | partner*in
mother | ask_home | mutter
father | ask_home | vater
stepmother | ask_home | stiefmutter
stepfather | ask_home | stiefvater
foster_mother | ask_home | pflegemutter
foster_father | ask_home | pflegevater
adoptive_mother | ask_home | adoptivmutter
adoptive_father | ask_home | adoptivvater
sister | ask_home | schwester
brother | ask_home | bruder
adoptive_sister | ask_home | adoptivschwester
adoptive_brother | ask_home | adoptivbruder
stepsister | ask_home | stiefschwester
stepbrother | ask_home | stiefbruder
half_sister | ask_home | halbschwester
half_brother | ask_home | halbbruder
foster_sister | ask_home | pflegeschwester
foster_brother | ask_home | pflegebruder
daughter | ask_child | tochter
son | ask_child | sohn
adopted_daughter | ask_child | adoptivtochter
adopted_son | ask_child | adoptivsohn
foster_daughter | ask_child | pflegetochter
foster_son | ask_child | pflegesohn
stepdaughter | ask_child | stieftochter
stepson | ask_child | stiefsohn
grandmother | family | großmutter,oma
grandfather | family | großvater,opa
great_grandmother | family | urgroßmutter
great_grandfather | family | urgroßvater
sibling_in_law | family | schwager/schwägerin,schwager,schwägerin
mother_in_law | family | schwiegermutter
father_in_law | family | schwiegervater
daughter_in_law | family | schwiegertochter
son_in_law | family | schwiegersohn
grandchild | family | enkelkind,enkel,enkelin
great_grandchild | family | urenkelkind
aunt | family | tante,angeheiratete tante
uncle | family | onkel,angeheirateter onkel
great_aunt | family | großtante
great_uncle | family | großonkel
cousin | family | cousin*e,cousin,cousine
niece | family | nichte,angeheiratete nichte
nephew | family | neffe,angeheirateter neffe,angeheirater neffe
ex_partner | ask | ex-partner*in,ex-mann,ex-frau
housemate | household | mitbewohner*in
friend | friends | freund*in,freund,freundin
neighbour | neighbours | nachbar*in,nachbar,nachbarin
acquaintance | ask | bekannte*r
colleague | work_school | kolleg*in,arbeitskolleg*in
club_mate | clubs | vereinskolleg*in
fellow_trainee | work_school | ausbildungskolleg*in
schoolmate | work_school | schulkolleg*in
fellow_student | work_school | studienkolleg*in
professional | professionals | prof. helfer*in
doctor | professionals | ärzt*in,arzt,ärztin,hausarzt,hausärztin
psychotherapist | professionals | psychotherapeut*in
nurse | professionals | pflegefachkraft
guardian | professionals | gesetz. erwachsenenvertretung
psychologist | professionals | psycholog*in
social_worker | professionals | sozialarbeiter*in
counsellor | professionals | berater*in / betreuer*in,berater*in,betreuer*in
minister | ask | pfarrer*in
physiotherapist | professionals | physiotherapeut*in
occupational_therapist | professionals | ergotherapeut*in
dog | household | hund
cat | household | katze,kater
pet | household | haustier
"""
"""Our key, the domain (``ask``: the role does not tell; ``ask_home``, ``ask_child``: lives in or not), German words."""

_ASK: Mapping[str, tuple[Domain, ...]] = {
    "ask": (),
    "ask_home": ("family", "household"),
    "ask_child": ("household", "family"),
}


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Keys by the words for them in any language, and domains by key."""
    keys, domains = {}, {}
    for line in _ROLES.strip().splitlines():
        key, domain, german = (part.strip() for part in line.split("|"))
        domains[key] = domain
        keys.update({_plain(word): key for word in german.split(",")})
        keys.update({_plain(words(language)[f"roles.{key}"]): key for language in LANGUAGES})
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
