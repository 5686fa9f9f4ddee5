"""What somebody may be called in a text: their whole role, and the parts of it that are a name.

"Fatima El Idrissi" is also "Fatima", "El Idrissi", "Idrissi", "F. El Idrissi" and "Fatima E."; "tante Bep" is "Bep", and
"tante" is nobody. In "moeder van Rosa" and "Ahmeds broer" Rosa and Ahmed are others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from netwerk_widgets.model.case import letters
from netwerk_widgets.model.names.everyday import NOBODY, OF, ROLES

JOINS = "'’\\-\u2010-\u2015"
_JOINED = re.compile(rf"[{JOINS}ʼ‘`´]")
_INITIALS = 3
"""So many first letters of names stand before a surname at most."""


class Rank(IntEnum):
    """How surely a form names somebody; the lowest one wins."""

    WHOLE = 0
    PART = 1
    HINT = 2
    """It gives somebody away, but is not what they are called: half a double name, or another one in their role."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a text may name somebody: its words, and what stands around them."""

    person: str
    words: tuple[str, ...]
    """As they are looked for: folded."""
    exact: tuple[str, ...]
    """With their accents."""
    rank: Rank
    everyday: bool = False
    """All of it are everyday words: "moeder", which has a genitive, and whose diminutive is somebody else."""
    initials: bool = False
    """A single letter in it stands for a name: it is a capital."""
    once: bool = False
    """They were called so before."""
    before: str = ""
    after: str = ""
    """Signs that belong to it: the brackets of "oom (boven)"."""


@dataclass(slots=True)
class _Unit:
    """A word of a role, with what is joined to it: "Jan-Peter", "O'Brien", "王小明"."""

    chunks: list[list[str]] = field(default_factory=list)
    gap: str = ""

    @property
    def words(self) -> list[str]:
        return [word for chunk in self.chunks for word in chunk]

    @property
    def text(self) -> str:
        return "".join(self.words)

    @property
    def nobody(self) -> bool:
        return all(letters.plain("".join(chunk)) in NOBODY for chunk in self.chunks)

    @property
    def lettered(self) -> bool:
        return any(word[0].isalpha() for word in self.words) and len(self.text) > 1

    @property
    def shown_as_name(self) -> bool:
        """Written as a name: with a capital, or in letters that have none."""
        first = self.text[0]
        return self.lettered and (first.isupper() or first.lower() == first.upper())


def forms(person: str, role: str) -> Iterator[Form]:
    """All forms of a role.

    >>> [" ".join(form.words) for form in forms("p1", "tante Bep")]
    ['tante bep', 'bep']
    """
    text = letters.composed(role)
    spots = list(letters.words().finditer(text))
    if not spots:
        return
    units = _units(text, spots)
    whole = [word for unit in units for word in unit.words]
    around = (text[: spots[0].start()].strip(), text[spots[-1].end() :].strip())
    everyday = all(unit.nobody for unit in units if unit.lettered)
    yield _form(person, whole, Rank.WHOLE, everyday=everyday, around=around)
    lettered = [unit for unit in units if unit.text[0].isalnum()]
    if 0 < len(lettered) < len(units):  # without its pictures
        yield _form(person, [word for unit in lettered for word in unit.words], Rank.WHOLE, everyday=everyday)
    if len(whole) > 1 and all(len(word) == 1 and word.isupper() for word in whole):
        yield _form(person, ["".join(whole)], Rank.WHOLE)
    others = _others(units)
    yield from _parts(person, units, others)
    yield from _short(person, [unit for unit in units if unit.lettered and unit not in others])
    for unit in others:
        yield from (_form(person, words, Rank.HINT) for words in _of_another(unit))


def others_in(role: str) -> str:
    """Who else is spoken of in a role.

    >>> others_in("moeder van Rosa"), others_in("tante Rosa")
    ('Rosa', '')
    """
    text = letters.composed(role)
    units = _units(text, list(letters.words().finditer(text)))
    return " ".join(" ".join(words) for unit in _others(units) for words in _of_another(unit))


def _form(
    person: str, words: Sequence[str], rank: Rank, *, everyday: bool = False, around: tuple[str, str] = ("", "")
) -> Form:
    plain = tuple(map(letters.plain, words))
    before, after = around
    folded = tuple(map(letters.folded, words))
    return Form(person, folded, plain, rank, everyday=everyday, before=before, after=after)


def _units(text: str, spots: Sequence[re.Match[str]]) -> list[_Unit]:
    units: list[_Unit] = []
    end = 0
    for spot in spots:
        gap, word = text[end : spot.start()], spot.group()
        if units and not gap and word[0].isalpha():  # a sign of a script without spaces
            units[-1].chunks[-1].append(word)
        elif units and _JOINED.fullmatch(gap):
            units[-1].chunks.append([word])
        else:
            units.append(_Unit([[word]], gap))
        end = spot.end()
    return units


def _others(units: Sequence[_Unit]) -> list[_Unit]:
    """The words of a role that are somebody else: after "moeder van", or before the thing that is theirs."""
    for at, unit in enumerate(units[1:], 1):
        if letters.plain(unit.text) in OF and all(one.nobody for one in units[:at]):
            if any(letters.plain(one.text) in ROLES for one in units[:at]):
                return [one for one in units[at + 1 :] if one.shown_as_name and not one.nobody]
            break
    if len(units) < 2:
        return []
    first = units[0]
    owner = first.shown_as_name and not first.nobody and letters.plain(first.text).endswith("s")
    if owner and not units[1].gap.strip() and letters.plain(units[1].text) in ROLES:
        return [first]
    return []


def _of_another(unit: _Unit) -> Iterator[list[str]]:
    words = unit.words
    yield words
    if letters.plain(words[-1]) == "s" and len(words) > 1:
        yield words[:-1]
    elif letters.plain(words[-1]).endswith("s") and len(words[-1]) > 3:
        yield [*words[:-1], words[-1][:-1]]


def _parts(person: str, units: Sequence[_Unit], others: Sequence[_Unit]) -> Iterator[Form]:
    """Every run of words that ends in a name, and the halves of double ones."""
    for last, unit in enumerate(units):
        if unit in others or unit.nobody or not unit.lettered:
            continue
        for first in range(last, -1, -1):
            if units[first] in others:
                break
            if (first, last) != (0, len(units) - 1):
                words = [word for one in units[first : last + 1] for word in one.words]
                yield _form(person, words, Rank.PART)
        for half in unit.chunks if len(unit.chunks) > 1 else ():
            if len("".join(half)) > 1 and letters.plain("".join(half)) not in NOBODY:
                yield _form(person, half, Rank.HINT)


def _short(person: str, units: Sequence[_Unit]) -> Iterator[Form]:
    """A name of several words with letters for some of them: "F. El Idrissi", "Fatima E.", "F.E.I."."""
    own = [unit for unit in units if letters.plain(unit.text) not in ROLES]
    if len(own) < 2 or own[0].nobody or own[-1].nobody:
        return
    first, rest = own[0].words, [word for unit in own[1:] for word in unit.words]
    letter = [chunk[0][0] for chunk in own[0].chunks]
    ends = {unit.text[0] for unit in own[1:]}
    shorts = [[*letter, *rest], [letter[0], *rest], [letter[0], own[-1].text]]
    shorts += [[*first, end] for end in sorted(ends)]
    shorts += [[unit.text[0] for unit in own]] if len(own) <= _INITIALS else []
    for words in shorts:
        form = _form(person, words, Rank.PART)
        yield Form(person, form.words, form.exact, Rank.PART, initials=True)
