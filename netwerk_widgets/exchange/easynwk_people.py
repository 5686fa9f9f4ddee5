"""Who is who in an easyNWK file: one id and one pseudonym per person through all versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, TypeAlias

from netwerk_widgets.exchange.easynwk_file import Alter, Network
from netwerk_widgets.exchange.easynwk_roles import SECTOR_ROLES, options, role_key
from netwerk_widgets.exchange.pseudonyms import Scrubber, first_name, plain
from netwerk_widgets.locale import Message, Someone
from netwerk_widgets.model.case.words import Domain
from netwerk_widgets.model.names.privacy import warnings

EGO = "p1"
Labels: TypeAlias = Mapping[tuple[int, str], str]
"""What each person is called in each version."""

_ROLE_LIMIT, _NUMBERED_LIMIT = 60, 52


class Register:
    """The people of a file. Ids are ``p1`` (the middle), ``p2``... in the order in which people first appear.

    A contact is the same person in two versions where the number is the same and name or role too: easyNWK
    gives a number away again after somebody was deleted.
    """

    def __init__(self, networks: Sequence[Network]) -> None:
        self.networks = networks
        self.seen: dict[str, dict[int, Alter]] = {EGO: {n: network.ego for n, network in enumerate(networks)}}
        self.ids: dict[tuple[int, str], str] = {}
        known: dict[str, list[str]] = {}
        for version, network in enumerate(networks):
            for alter in network.alters:
                same = (one for one in known.get(alter.key, ()) if self._same(one, alter))
                person = next(same, "")
                if not person:
                    person = f"p{len(self.seen) + 1}"
                    known.setdefault(alter.key, []).append(person)
                self.seen.setdefault(person, {})[version] = alter
                self.ids[version, alter.key] = person

    def _same(self, person: str, alter: Alter) -> bool:
        before = list(self.seen[person].values())[-1]
        return before.name == alter.name or before.role == alter.role

    def latest(self) -> Iterator[tuple[str, Alter]]:
        """Everybody as in the last version in which they stand."""
        return ((person, list(versions.values())[-1]) for person, versions in self.seen.items())

    @cached_property
    def options(self) -> Mapping[str, tuple[Domain, ...]]:
        """The domains that each contact may belong to in any version, the suggested one first."""
        found: dict[str, tuple[Domain, ...]] = {}
        for person, versions in self.seen.items():
            if person != EGO:
                per_version = [self.choices(alter) for alter in reversed(versions.values())]
                found[person] = tuple(dict.fromkeys(one for choices in per_version for one in choices))
                if all(len(choices) == 1 for choices in per_version):
                    found[person] = per_version[0]
        return found

    def choices(self, alter: Alter) -> tuple[Domain, ...]:
        """The domains that this contact may belong to in this version."""
        return options(role_key(alter.role), alter.sector, human=alter.human, deceased=alter.deceased)

    @cached_property
    def _names(self) -> Scrubber:
        """All names with nothing in their place: good for seeing whether a name stands in a text."""
        return Scrubber(((alter.name, "") for versions in self.seen.values() for alter in versions.values()), "")

    def own_role(self, alter: Alter) -> str:
        """The role as somebody wrote it, where our list has none and it gives nobody away; else empty."""
        role = plain(alter.role)[:_NUMBERED_LIMIT]
        return "" if role_key(role) or self._names.knows(role) or warnings(role) else role

    def _role(self, person: str, alter: Alter) -> str:
        if person == EGO:
            return Message("roles.centre").text()
        key = role_key(alter.role)
        if key is None and (own := self.own_role(alter)):
            return own
        fallback = "pet" if not alter.human else SECTOR_ROLES.get(alter.sector, "somebody")
        return Message(f"roles.{key or fallback}").text()[:_NUMBERED_LIMIT]

    @cached_property
    def pseudonyms(self) -> Labels:
        """Everybody's role in each version; the second person in a role is *role 2*, and so in all versions."""
        bearers: dict[str, list[str]] = {}
        labels: dict[tuple[int, str], str] = {}
        for person, versions in self.seen.items():
            for version, alter in versions.items():
                role = self._role(person, alter)
                same = bearers.setdefault(role.casefold(), [])
                if person not in same:
                    same.append(person)
                number = same.index(person) + 1
                numbered = Message("roles.numbered", {"role": role, "number": number})
                labels[version, person] = role if number == 1 else numbered.text()[:_ROLE_LIMIT]
        return labels

    def labels(self, names: Literal["roles", "names"]) -> Labels:
        """What people are called: by role, or by given name with the role behind it."""
        if names == "roles":
            return self.pseudonyms
        return {(n, who): self._named(self.seen[who][n], role) for (n, who), role in self.pseudonyms.items()}

    @staticmethod
    def _named(alter: Alter, role: str) -> str:
        name = first_name(alter.name)
        return Message("roles.named", {"name": name, "role": role}).text()[:_ROLE_LIMIT] if name else role

    @cached_property
    def scrubber(self) -> Scrubber:
        """Puts pseudonyms for all names of the file."""
        pairs = {
            (alter.name, self.pseudonyms[max(versions), person])
            for person, versions in self.seen.items()
            for alter in versions.values()
        }
        return Scrubber(sorted(pairs), Message("roles.name").text())

    def someone(self, person: str) -> Someone:
        """A person to name in a sentence, by pseudonym."""
        return Someone(person, self.pseudonyms[max(self.seen[person]), person])
