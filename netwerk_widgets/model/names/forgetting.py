"""Somebody's names out of a text, for good: what forgetting does to every text that a file holds.

What is taken out is all that they were ever called, in every form (:mod:`.naming`). What names another stays: a second
"tante" is a tante, "Hans" is not Han's, and whoever bears the same name keeps it as their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from netwerk_widgets.model.case import letters
from netwerk_widgets.model.names.everyday import NOBODY
from netwerk_widgets.model.names.naming import Names, Spot
from netwerk_widgets.model.names.parts import others_in

_THEM = "forgotten"


class Forgotten:
    """All that somebody was ever called, and how to take it out of a text.

    Args:
        roles: their roles, of now and before.
        neutral: the word that stands for them from now on.
        others: all that others are or were called, so that theirs stays theirs.

    >>> Forgotten({"tante Rosa"}, "iemand").out_of_text("Rosa's fiets en tante Els")
    "iemand's fiets en tante Els"
    """

    def __init__(self, roles: Iterable[str], neutral: str, others: Iterable[str] = ()) -> None:
        roles = sorted(roles)
        named = [role for role in roles if not _everyday(role)]
        theirs = Names((_THEM, role) for role in named)
        # "moeder van Rosa" is another's role, and Rosa goes from it: so it protects nothing.
        apart = [(f"other{at}", role) for at, role in enumerate(others) if not theirs.spots(others_in(role))]
        self._own = {_even(role) for role in roles}
        self._neutral = neutral
        self._text = Names([*((_THEM, role) for role in roles), *apart])
        self._role = Names([*((_THEM, role) for role in named), *apart])
        self._sign = self._text.sign_of(_THEM)
        self._look = letters.bare if self._sign is None or self._sign.pattern.isascii() else letters.folded
        self._done: dict[str, str] = {}

    def out_of_text(self, text: str) -> str:
        """The text, in which a neutral word stands for this person; one without them as it was."""
        if text not in self._done:  # history tells the same text again with every change beside it
            self._done[text] = self._out_of(self._text, text)
        return self._done[text]

    def out_of_role(self, role: str) -> str:
        """Another person's role, without this person in it; the same role is that person's own."""
        return role if _even(role) in self._own else self._out_of(self._role, role)

    def _out_of(self, names: Names, text: str) -> str:
        if self._sign is None or not self._sign.search(self._look(text)):
            return text
        return names.replaced(text, self._put)

    def _put(self, spot: Spot) -> str | None:
        return self._neutral if _THEM in (*spot.people, *spot.hinted) else None


def _even(role: str) -> str:
    return " ".join(letters.plain(role).split())


def _everyday(role: str) -> bool:
    """Whether all of a role are everyday words, which in another's role are that person's own."""
    return all(word in NOBODY for word in letters.words().findall(letters.plain(role)) if word[0].isalpha())
