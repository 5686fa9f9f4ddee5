"""Who is named with an ``@``: whom an answer is linked to, whom a few letters may mean, and who is found by them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from netwerk_widgets.locale import Message
from netwerk_widgets.model.case import letters
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Answer, Case, Person
from netwerk_widgets.model.edits.acts import Name
from netwerk_widgets.model.names.naming import Names, names_of
from netwerk_widgets.model.names.parts import JOINS, Rank

MOST = 30
"""How many people an answer names at most."""

LONGEST, _MOST_WORDS = 60, 5
"""How long a name may be that is still being written: a role, not half an answer."""

_END = re.compile(r"[\n\r\t.,;:!?()\"“”@]")


@dataclass(frozen=True, slots=True)
class Mention:
    """One ``@`` in a text: what was written after it, and who may be meant; several where all of them are called so."""

    written: str
    people: tuple[str, ...]


def names_in(case: Case) -> Names:
    """What everybody in a case is called."""
    return names_of(tuple((person.id, person.role) for person in case.people.values() if person.role))


def mentions(text: str, names: Names) -> list[Mention]:
    """Who is named with an @, in the order of the text; the one of an e-mail address names nobody.

    >>> mentions("Mijn @tantes fiets", Names([("p1", "tante")]))
    [Mention(written='tantes', people=('p1',))]
    """
    whole = letters.composed(text)
    if "@" not in whole:
        return []
    words = list(letters.words().finditer(whole))
    return [_mention(whole, words, at, names) for at in _begun(whole, words)]


def linked(names: Names, before: str, text: str, persons: Sequence[str], nameable: Collection[str]) -> list[str]:
    """Whom an answer is linked to once its text was changed.

    Whoever was linked otherwise stays; whoever is no longer named goes. Where several are called so, nobody is chosen
    for the writer: whoever is linked already is meant.

    >>> linked(Names([("p1", "tante"), ("p2", "oom")]), "@tante", "@oom", ["p1"], {"p1", "p2"})
    ['p2']
    """
    was = _meant(mentions(before, names), persons)
    named = _meant(mentions(text, names), persons)
    kept = [one for one in persons if one in named or one not in was]
    return list(dict.fromkeys([*kept, *(one for one in named if one in nameable)]))[:MOST]


def answered(case: Case, answer: Answer, values: dict[str, Any]) -> dict[str, Any]:
    """New values of an answer, with whom its new text names where it is not said apart who is linked.

    Nobody who is not safe is linked by being named.
    """
    text = values.get("text")
    if text is None or "persons" in values or "@" not in answer.text + text:
        return values
    safe = {person.id for person in case.people.values() if not person.unsafe}
    persons = linked(names_in(case), answer.text, text, answer.persons.split(), safe)
    return values | {"persons": " ".join(persons)}


def with_named(case: Case, edit: Name) -> Case:
    """The case in which an answer is linked to somebody, or no longer is.

    Raises:
        EditError: there is no such answer or person.
    """
    answer = cast("Answer", case.get("answer", edit.answer))
    case.get("person", edit.person)
    linked_now = answer.persons.split()
    if edit.named == (edit.person in linked_now):
        return case
    persons = [one for one in linked_now if one != edit.person] + ([edit.person] if edit.named else [])
    return case.with_entities("answer", {answer.id: replace(answer, persons=" ".join(persons[:MOST]))})


def unknown(text: str, names: Names) -> list[str]:
    """What was written with an @ of those who are not on the map, each once."""
    found: dict[str, str] = {}
    for one in mentions(text, names):
        if not one.people:
            found.setdefault(letters.folded(one.written), one.written)
    return list(found.values())


def unclear(text: str, names: Names, persons: Collection[str]) -> list[str]:
    """Those who may be meant where several are called so, and none of them is linked yet."""
    open_ones = [one.people for one in mentions(text, names) if len(one.people) > 1 and not {*one.people} & {*persons}]
    return list(dict.fromkeys(person for people in open_ones for person in people))


@dataclass(frozen=True, slots=True)
class Offered:
    """Whom a few letters after an @ may mean, the likeliest first; where nobody is, the name to add (or "")."""

    people: tuple[Person, ...]
    new: str


def offered(case: Case, name: str) -> Offered | None:
    """What is offered while a name is being written; None where it is none, or is finished.

    Args:
        case: the case on whose map they may be.
        name: what stands after the @ up to the caret.
    """
    if len(name) > LONGEST or len(name.split()) > _MOST_WORDS or _END.search(name) or name[:1].isspace():
        return None
    people = [person for person in case.people.values() if person.role and person.circle != w.CENTRE]
    if _finished(name, names_in(case)) and not any(_even(one.role).startswith(_even(name, end=True)) for one in people):
        return None
    meant = found(case, name, [person for person in people if not person.unsafe], within=False)
    wanted = letters.clean(name, lines=False).strip()
    known = meant or any(one.people for one in mentions(f"@{wanted}", names_in(case)))
    return Offered(tuple(meant), "" if known or not any(sign.isalnum() for sign in wanted) else wanted)


def _finished(name: str, names: Names) -> bool:
    """Whether it names somebody already, and more was written after it."""
    whole = letters.composed(name)
    words = list(letters.words().finditer(whole))
    best = names.best(whole, words, 0) if words else []
    return bool(best) and best[0].end < len(whole)


def found(case: Case, text: str, people: Iterable[Person] | None = None, *, within: bool = True) -> list[Person]:
    """Whom these letters fit, the closest first: with its accents before without, the beginning before a later word.

    Args:
        case: the case.
        text: what was typed.
        people: among whom; everybody where left out. Somebody without a role goes by what stands in its place.
        within: whether letters inside a word count too.
    """
    exact, typed = " ".join(letters.plain(text).split()), _even(text)
    ranked = []
    for person in case.people.values() if people is None else people:
        shown = person.role or Message("model.unnamed", {"number": person.number}).text()
        folded, plain = _even(shown), " ".join(letters.plain(shown).split())
        later = re.search(rf"(?<!\w){re.escape(typed)}", folded) is not None
        if not later and not (within and typed in folded):
            continue
        close = (plain == exact, plain.startswith(exact), folded == typed, folded.startswith(typed), later)
        ranked.append(((*(not fits for fits in close), person.number), person))
    return [person for _, person in sorted(ranked, key=lambda pair: pair[0])]


def called(case: Case, name: str) -> list[str]:
    """Who is called exactly so, as far as a name goes: whatever its case, accents and spaces.

    >>> called(Case(people={"p1": Person("p1", role="tante Bep")}), "Tante  bep")
    ['p1']
    """
    whole = letters.composed(name).strip()
    words = list(letters.words().finditer(whole))
    best = names_in(case).best(whole, words, 0) if words else []
    if not best or (best[0].start, best[0].end) != (0, len(whole)) or best[0].derived:
        return []
    return [one.form.person for one in best if one.form.rank is Rank.WHOLE]


def _even(text: str, *, end: bool = False) -> str:
    """The text folded, with single spaces; ``end`` keeps one that stands at its end."""
    return " ".join(letters.folded(text).split()) + (" " if end and text[-1:].isspace() else "")


def _begun(text: str, words: Sequence[re.Match[str]]) -> Iterator[int]:
    """The words that stand right after an @ which begins a word."""
    for at, word in enumerate(words):
        start = word.start()
        if text[start - 1 : start] == "@" and (start == 1 or (at == 0 or words[at - 1].end() < start - 1)):
            yield at


def _mention(text: str, words: Sequence[re.Match[str]], at: int, names: Names) -> Mention:
    best = names.best(text, words, at)
    people = tuple(dict.fromkeys(one.form.person for one in best if one.form.rank is not Rank.HINT))
    end = at
    while end + 1 < len(words) and re.fullmatch(rf"[{JOINS}]?", text[words[end].end() : words[end + 1].start()]):
        end += 1
    end -= int(end > at and letters.folded(words[end].group()) == "s")  # "@Piet's" is about Piet
    return Mention(text[words[at].start() : words[end].end()], people)


def _meant(found: Iterable[Mention], persons: Sequence[str]) -> list[str]:
    """Who is meant by each, given who is linked already."""
    meant = ([one for one in each.people if one in persons] or each.people for each in found)
    return list(dict.fromkeys(people[0] for people in map(tuple, meant) if len(people) == 1))
