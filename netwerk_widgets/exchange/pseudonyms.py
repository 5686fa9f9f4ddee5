"""Roles in place of names: a pseudonym for each person, and names taken out of free text.

It knows the names that stand in the file. A name that only occurs inside a note it cannot know: so a
reader is told to look the notes through.
"""

# ruff: noqa: SIM905 -- a page of words reads better as words

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from netwerk_widgets.model.case import letters

TITLES = frozenset(
    """
    dr drs ir ing mag prof dipl msc bsc ma ba herr frau fr hr familie fam mevrouw mevr mw meneer dhr heer mr mrs
    ms miss sir pastor pfarrer schwester doktor van von der den de di da la le el al ten ter te zu und en and
    """.split()
)
"""Words in a name that tell nothing of who it is: titles, and the small words of surnames."""

_LETTERS = rf"(?:[^\W\d_][{letters.within()}]*)"
_WORD = re.compile(rf"{_LETTERS}(?:['’\-]{_LETTERS})*")


def plain(text: str) -> str:
    """The text with each letter in its one composed form, so that equal looks are equal."""
    return letters.composed(text)


def first_name(name: str) -> str:
    """The name by which somebody is called, without surname and titles; empty where only a surname is left.

    >>> first_name("Rosa Braunsteigl-Müller"), first_name("Dr. Maier")
    ('Rosa', '')
    """
    found = _WORD.findall(plain(name))
    own = [word for word in found if word.casefold() not in TITLES]
    return own[0] if own and (len(own) == len(found) or len(own) > 1) else ""


def name_words(name: str) -> list[str]:
    """The parts of a name that could give somebody away, and the halves of a double name; titles apart."""
    found = _WORD.findall(plain(name))
    halves = [half for word in found if "-" in word for half in word.split("-")]
    return [word for word in (*found, *halves) if word.casefold() not in TITLES and len(word) > 1]


class Scrubber:
    """Takes names out of texts and puts roles in their place.

    Args:
        roles: name as the file has it -> role to put there.
        shared: what stands for a name that several people bear.
    """

    def __init__(self, roles: Iterable[tuple[str, str]], shared: str) -> None:
        whole = [(" ".join(plain(name).split()), role) for name, role in roles if name.strip()]
        bearers = Counter(word.casefold() for name, _ in whole for word in set(name_words(name)))
        table = {
            word: role if bearers[word.casefold()] == 1 else shared for name, role in whole for word in name_words(name)
        }
        table |= {name: role for name, role in whole if len(name_words(name)) > 1}
        self._roles: Mapping[str, str] = table
        self._lower = {name.casefold(): role for name, role in table.items()}
        self._pattern = self._compile(table)

    @staticmethod
    def _compile(names: Iterable[str]) -> re.Pattern[str] | None:
        longest_first = sorted(names, key=len, reverse=True)
        if not longest_first:
            return None
        apart = letters.within()
        names = "|".join(map(re.escape, longest_first))
        return re.compile(rf"(?<![{apart}])({names})(?:['’]?s)?(?![{apart}])", re.IGNORECASE)

    def clean(self, text: str) -> str:
        """The text with roles for names. Two- and three-letter names only where they begin with a capital."""
        if self._pattern is None:
            return plain(text)
        return self._pattern.sub(self._role, plain(text))

    def _role(self, found: re.Match[str]) -> str:
        name = found.group(1)
        if len(name) < 4 and not name[0].isupper():
            return found.group()
        return self._roles.get(name) or self._lower.get(name.casefold(), found.group())

    def knows(self, text: str) -> bool:
        """Whether a name stands in this text."""
        return self.clean(text) != plain(text)
