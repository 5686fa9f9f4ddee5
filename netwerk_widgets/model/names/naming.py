"""Where does a text name somebody? The one answer, for sheets and exports, forgetting, ``@`` and finding.

A name is found whatever its case, composition, accents, spaces and hyphens, with a Dutch genitive or as a diminutive,
whole or in part (:mod:`.called`). The longest one counts, what is written exactly so before what only resembles it.
Where that leaves several people, all of them may be meant: whoever asks must not choose one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from netwerk_widgets.model.case import letters
from netwerk_widgets.model.names.everyday import ALSO_WORDS, NOT_THEIRS
from netwerk_widgets.model.names.parts import JOINS, Form, Rank, forms

_GAP = re.compile(rf"[\s_{JOINS}ʼ‘`´]{{1,8}}")
_AFTER_INITIAL = re.compile(rf"\.?[\s_{JOINS}]{{0,8}}")
_OWNED = re.compile(r"['’ʼ‘`´](?=(?:tje|je)s?(?!\w))(?:tje|je)s?", re.IGNORECASE)
_BARE = re.compile(r"['’ʼ](?!\w)")
_QUOTE = "'‘‚"
_UNSEEN = "\u00ad\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""What may stand at the end of a word without belonging to it."""

_REMEMBERED = 20_000
_folded = lru_cache(maxsize=_REMEMBERED)(letters.folded)
_plain = lru_cache(maxsize=_REMEMBERED)(letters.plain)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a text at which somebody is named: from where to where, and who may be meant.

    ``hinted`` are those whom it only gives away: it is not what they are called.
    """

    start: int
    end: int
    people: tuple[str, ...]
    hinted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    form: Form
    start: int
    end: int
    close: tuple[bool, bool, bool, Rank]
    """How far it is from the form: whether of before, derived, without its accents; and the form's rank."""

    @property
    def derived(self) -> bool:
        """Whether it is a genitive or a diminutive."""
        return self.close[1]


class Names:
    """What people are called, read once, to look through many texts with.

    Args:
        called: pairs of a person and what they are called; a person may come several times.
        once: the same pairs, of what people were called before; it counts where nobody is called so now.

    >>> names = Names([("p1", "tante Bep"), ("p2", "Ahmed")])
    >>> [(spot.start, spot.end, spot.people) for spot in names.spots("Ahmeds huis; Bep is aan het beppen")]
    [(0, 6, ('p2',)), (13, 16, ('p1',))]
    """

    def __init__(self, called: Iterable[tuple[str, str]], once: Iterable[tuple[str, str]] = ()) -> None:
        self._first: dict[str, list[Form]] = {}
        found = [form for person, role in called for form in forms(person, role)]
        found += [replace(form, once=True) for person, role in once for form in forms(person, role)]
        for form in dict.fromkeys(found):
            self._first.setdefault(form.words[0], []).append(form)
        self._order = {person: at for at, person in enumerate(dict.fromkeys(f.person for f in self._all()))}

    def _all(self) -> Iterator[Form]:
        for found in self._first.values():
            yield from found

    def sign_of(self, person: str) -> re.Pattern[str] | None:
        """What a folded text has in it wherever it names this person, and sometimes where it does not: quick to look for."""
        needles = {_needle(form) for form in self._all() if form.person == person}
        return re.compile("|".join(sorted(needles))) if needles else None

    def spots(self, text: str) -> list[Spot]:
        """All places where somebody is named, from left to right, none over another. Places are of the composed text."""
        return self.spots_in(letters.composed(text))

    def spots_in(self, text: str) -> list[Spot]:
        """The same, in a text that is composed already."""
        words = list(letters.words().finditer(text)) if self._first else []
        found, at = [], 0
        while at < len(words):
            best = self.best(text, words, at)
            if not best:
                at += 1
                continue
            found.append(self._spot(best))
            while at < len(words) and words[at].start() < best[0].end:
                at += 1
        return found

    def replaced(self, text: str, put: Callable[[Spot], str | None]) -> str:
        """The text with another word for each name; where that is None the name stays. A text without one is left as it was."""
        whole = letters.composed(text)
        parts, done = [], 0
        for spot in self.spots_in(whole):
            if (word := put(spot)) is None:
                continue
            # "Ahmed2" must not become the number of another.
            after = " " if whole[spot.end : spot.end + 1].isdigit() else ""
            parts += [whole[done : spot.start], word, after]
            done = spot.end
        return "".join([*parts, whole[done:]]) if parts else text

    def best(self, text: str, words: Sequence[re.Match[str]], at: int) -> list[_Found]:
        """What is named by the words from this one on: the longest, of these the closest; several people's where it is both's."""
        found = list(self._from(text, words, at))
        if not found:
            return []
        end = max(one.end for one in found)
        longest = [one for one in found if one.end == end]
        closest = min(one.close for one in longest)
        return [one for one in longest if one.close == closest]

    def _from(self, text: str, words: Sequence[re.Match[str]], at: int) -> Iterator[_Found]:
        first = _folded(words[at].group())
        for form in self._first.get(first, ()):
            yield from _fit(form, text, words, at)
        for base in _bases(first):
            for form in self._first.get(base, ()):
                if len(form.words) == 1:
                    yield from _fit(form, text, words, at)

    def _spot(self, best: Sequence[_Found]) -> Spot:
        def who(hinted: bool) -> tuple[str, ...]:  # noqa: FBT001
            ids = {one.form.person for one in best if (one.form.rank is Rank.HINT) == hinted}
            return tuple(sorted(ids, key=lambda one: self._order[one]))

        return Spot(min(one.start for one in best), best[0].end, who(hinted=False), who(hinted=True))


@lru_cache(maxsize=8)
def names_of(called: tuple[tuple[str, str], ...]) -> Names:
    """The names of these people, read once for as long as nobody comes, goes or is called otherwise."""
    return Names(called)


def _needle(form: Form) -> str:
    """Its longest word, without the last letter, which a diminutive may have altered; of initials all of them."""
    longest = max(form.words, key=len)
    if len(longest) == 1 and len(form.words) > 1:
        return r"\W{0,8}".join(map(re.escape, form.words))
    return re.escape(longest[:-1] if len(longest) > 2 else longest)


def _fit(form: Form, text: str, words: Sequence[re.Match[str]], at: int) -> Iterator[_Found]:
    """The form, where it stands in the text from this word on."""
    last = at + len(form.words) - 1
    if last >= len(words):
        return
    for place in range(at, last + 1):
        if place < last and _folded(words[place].group()) != form.words[place - at]:
            return
        if place > at and not _gap(form, text, words[place - 1], words[place]):
            return
    start, word = words[at].start(), words[last].group()
    end = words[last].start() + len(word.rstrip(_UNSEEN))
    derived = _folded(word) != form.words[-1]
    if derived and not _derived(form, _folded(word)):
        return
    exact = [_plain(words[place].group()) for place in range(at, last + 1)]
    accents = exact[:-1] == list(form.exact[:-1]) and form.exact[-1] in {exact[-1], *_bases(exact[-1])}
    if not _allowed(form, words[at : last + 1], text, derived=derived, accents=accents):
        return
    start, end = _around(form, text, start, end)
    yield _Found(form, start, _owned(form, text, start, end), (form.once, derived, not accents, form.rank))


def _gap(form: Form, text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    between = text[one.end() : other.start()]
    single = len(_folded(one.group())) == 1
    if not between:  # signs of a script without spaces, figures, a picture: nothing else can stand so close
        return True
    if (_AFTER_INITIAL if single else _GAP).fullmatch(between):
        return True
    return form.rank is Rank.WHOLE and len(between) <= 8 and not between.strip('()[]/&+.,:;"„“” \u00a0\n')


def _derived(form: Form, word: str) -> bool:
    """Whether a word is a genitive or a diminutive of the form's last one; of an everyday word only the genitive."""
    if form.initials:
        return False
    return word == f"{form.words[-1]}s" if form.everyday else form.words[-1] in _bases(word)


def _allowed(form: Form, words: Sequence[re.Match[str]], text: str, *, derived: bool, accents: bool) -> bool:
    """Whether short words and everyday ones are written so that they are a name."""
    if form.initials:
        return _as_initials(words, text)
    if len(words) > 1:
        return True
    word, name = words[0].group(), form.words[0]
    capital = word[0].isupper() or word[0].lower() == word[0].upper()
    if len(name) == 2 and derived:
        return capital and _folded(word) not in NOT_THEIRS
    if len(name) == 1 or name in ALSO_WORDS:
        return capital
    return accents or len(name) > 2


def _as_initials(words: Sequence[re.Match[str]], text: str) -> bool:
    single = [word for word in words if len(word.group()) == 1]
    if not all(word.group().isupper() or word.group().lower() == word.group().upper() for word in single):
        return False
    dotted = [text[word.end() : word.end() + 1] == "." for word in single]
    return all(dotted) if len(single) == len(words) or len(words[0].group()) > 1 else True


def _around(form: Form, text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the signs that belong to the role, where they stand there."""
    if form.before and text[:start].endswith(form.before):
        start -= len(form.before)
    if form.after and text[end:].startswith(form.after):
        end += len(form.after)
    if form.initials and len(form.words[-1]) == 1 and text[end : end + 1] == ".":
        end += 1
    return start, end


def _owned(form: Form, text: str, start: int, end: int) -> int:
    """The end with what makes a genitive or diminutive by an apostrophe: Fons', Annie'tje. An 's may stay as it is."""
    if not form.everyday and (small := _OWNED.match(text, end)):
        return small.end()
    quoted = text[start - 1 : start] in tuple(_QUOTE)
    if not quoted and text[end - 1 : end].casefold() in ("s", "x", "z") and (bare := _BARE.match(text, end)):
        return bare.end()
    return end


@lru_cache(maxsize=_REMEMBERED)
def _bases(word: str) -> frozenset[str]:
    """What a word may be the genitive or the diminutive of.

    >>> {"jan"} <= _bases("jantjes"), {"pim"} <= _bases("pimmetje"), _bases("markt")
    (True, True, frozenset())
    """
    found = {word[:-1]} if word.endswith("s") else set()
    for whole in {word, word.removesuffix("s")}:
        if whole.endswith("je"):
            found |= _small(whole[:-2])
    return frozenset(base for base in found if len(base) > 1)


def _small(stem: str) -> set[str]:
    """The names whose diminutive is this, without its "je": kees, jant, pimmet, evaat, koninkk."""
    found = {stem}
    if stem.endswith("t"):
        stem = stem[:-1]
        found |= {stem, stem[:-1]} if stem[-2:] in ("aa", "ee", "oo", "uu") else {stem}
        if stem.endswith("e"):  # Pimmetje, and Annetje of Anna
            stem = stem[:-1]
            found |= {stem, stem + "a"}
            found |= {stem[:-1]} if stem[-2:-1] == stem[-1:] else set()
    elif stem.endswith("mp"):
        found.add(stem[:-1])
    elif stem.endswith("nk"):
        found.add(f"{stem[:-1]}g")
    return found
