"""What an answer says of the map: offered to be put there in one tap, and never done by itself.

Which answer may put what is data (``puts`` in ``data/cards/structure.toml`` and ``data/boards/structure.toml``):

====================  ==================================================================================
``received``          support from whoever is named; of which kind is asked
``received.emotional``  support of this kind
``received.marked``   support of the kinds that the row is marked with
``given``             the same, to whoever is named
``step.half``         the text ``half`` of a row becomes a small step with them; ``step``: the whole answer
``valued.role``       the text ``role`` of a row is what they value somebody as
``sleeping``          the contact with them is quiet
``unsafe``            they are not to be approached
``calm``              nothing; asks where the map says that they are not to be approached
====================  ==================================================================================

Where the map says something else, one sentence asks which of the two is right. Whoever must not be approached is proposed
nothing. A suggestion can be declined for good (:func:`.pile.declined`), and its edit is undone like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from netwerk_widgets.locale import Message
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Answer, Case, Person, Step
from netwerk_widgets.model.case.fields import most
from netwerk_widgets.model.case.letters import cut
from netwerk_widgets.model.edits.description import someone

MARKED = "marked"
"""In the place of a kind of support: what the row is marked with says which."""
ACTS = ("received", "given", "step", "valued", "sleeping", "unsafe", "calm", "person", "compliment")
"""What may be put on the map; ``person`` and ``compliment`` are offered where somebody is named (``cards/answer.tsx``)."""


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap: what stands on its button, and the edit that it sends (an added entity gets its id from the page)."""

    label: Message
    edit: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What could be put on the map; ``id`` is what declining it for good keeps, ``person`` whom it is about.

    Without ``taps`` it only asks which is right: what was said, or what stands on the map.
    """

    id: str
    person: str
    says: Message
    taps: tuple[Tap, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """One person named in one answer, and the text or kind after the dot of what it may put on the map."""

    case: Case
    answer: Answer
    person: Person
    detail: str

    @property
    def who(self) -> dict[str, Any]:
        return {"who": someone(self.case, self.person.id)}

    @property
    def text(self) -> str:
        """What was written: the text of the row by that name, or the whole answer."""
        return dict(self.answer.more).get(self.detail, "") if self.detail else self.answer.text

    def change(self, **fields: Any) -> dict[str, Any]:
        return {"edit": "change", "kind": "person", "id": self.person.id, "fields": fields}


def is_put(name: object) -> bool:
    """Whether something that data says may be put on the map can be.

    >>> is_put("received.emotional"), is_put("received.money")
    (True, False)
    """
    if not isinstance(name, str):
        return False
    act, _, detail = name.partition(".")
    if act in ("received", "given"):
        return detail in ("", MARKED, *w.SUPPORT_KINDS)
    return act in ACTS and (act in ("step", "valued") or not detail)


def suggestions(
    case: Case, card: str, puts: Sequence[str], declined: Collection[str] = (), about: str = ""
) -> tuple[Suggestion, ...]:
    """What the answers to a card or to a part of a board suggest for the map, oldest answer first.

    >>> people = {"p0": Person("p0", circle=0), "p1": Person("p1", role="zus")}
    >>> case = Case(people=people, answers={"a": Answer("a", card="handover.hears", persons="p1")})
    >>> [one.id for one in suggestions(case, "handover.hears", ["received.emotional"])]
    ['received.emotional.p1']

    Args:
        case: whose map.
        card: under what the answers are kept (``Answer.card``).
        puts: what such an answer may put on the map.
        declined: ids of suggestions that are not to come back.
        about: on a board that is kept per case, that case's code.
    """
    found: dict[str, Suggestion] = {}
    for answer in case.answers.values():
        if answer.card != card or dict(answer.more).get("case", "") != about:
            continue
        for person in _named(case, answer):
            for put in puts:
                act, _, detail = put.partition(".")
                if act in _SUGGESTED and (not person.unsafe or act == "calm"):
                    found |= {one.id: one for one in _SUGGESTED[act](_Said(case, answer, person, detail))}
    return tuple(one for one in found.values() if one.id not in declined)


def _named(case: Case, answer: Answer) -> Iterator[Person]:
    """Those around the middle whom an answer names."""
    for identity in answer.persons.split():
        person = case.people.get(identity)
        if person is not None and person.circle != w.CENTRE:
            yield person


def _support(way: w.Direction) -> Callable[[_Said], Iterator[Suggestion]]:
    def suggested(said: _Said) -> Iterator[Suggestion]:
        if said.person.deceased:
            return
        now = support_with(said.case, said.person.id)
        if not said.detail:
            if not any(found in (way, "both") for found in now.values()):
                yield Suggestion(
                    f"{way}.{said.person.id}",
                    said.person.id,
                    Message(f"suggest.{way}", said.who),
                    tuple(_towards(said, kind, way, now, Message(f"model.support.{kind}")) for kind in w.SUPPORT_KINDS),
                )
            return
        marked = said.answer.mark.split()
        for kind in w.SUPPORT_KINDS:
            if kind == said.detail or (said.detail == MARKED and kind in marked):
                yield from _of_kind(said, kind, way, now)

    return suggested


def _of_kind(
    said: _Said, kind: w.SupportKind, way: w.Direction, now: Mapping[w.SupportKind, w.Direction]
) -> Iterator[Suggestion]:
    """Support of one kind; where the map says that there is none, or that it only goes the other way, that is asked about."""
    drawn = now.get(kind, "not_asked")
    if drawn in (way, "both"):
        return
    other = "" if drawn == "not_asked" else ".none" if drawn == "none" else ".other"
    label = Message("suggest.put" if not other else "suggest.alter")
    words = {**said.who, "kind": Message(f"lenses.kind.{kind}")}
    yield Suggestion(
        f"{way}.{kind}.{said.person.id}",
        said.person.id,
        Message(f"suggest.{way}.kind{other}", words),
        (_towards(said, kind, way, now, label),),
    )


def _towards(
    said: _Said, kind: w.SupportKind, way: w.Direction, now: Mapping[w.SupportKind, w.Direction], label: Message
) -> Tap:
    turned = now.get(kind) == w.TURNED[way]
    edit = {"edit": "set_support", "person": said.person.id, "kind": kind, "direction": "both" if turned else way}
    return Tap(label, edit)


def support_with(case: Case, person: str) -> Mapping[w.SupportKind, w.Direction]:
    """Which way each kind of support goes between the centre and somebody, as the tie has it that carries it.

    *given* is what the centre gives; what nobody asked after is left out (see :class:`.acts.SetSupport`).
    """
    tie = case.tie_with_centre(person)
    if tie is None:
        return {}
    middle = {member.id for member in case.centre}
    return {kind: way if tie.source in middle else w.TURNED.get(way, way) for kind, way in tie.support}


def _step(said: _Said) -> Iterator[Suggestion]:
    """A small step with somebody, in the words that stand there, which the sentence does not repeat: they may hold names."""
    text = cut(" ".join(said.text.split()), most(Step, "text"))
    there = any(step.person == said.person.id and step.text == text for step in said.case.steps.values())
    if text and not there:
        fields = {"text": text, "person": said.person.id}
        yield Suggestion(
            f"step.{said.answer.id}.{said.person.id}",
            said.person.id,
            Message("suggest.step", said.who),
            (Tap(Message("suggest.step.make"), {"edit": "add", "kind": "step", "fields": fields}),),
        )


def _valued(said: _Said) -> Iterator[Suggestion]:
    """What somebody is valued as; where the map says another role, that is asked about."""
    text = cut(" ".join(said.text.split()), most(Person, "valued_role"))
    drawn = said.person.valued_role
    if text and text != drawn:
        yield Suggestion(
            f"valued.{said.answer.id}.{said.person.id}",
            said.person.id,
            Message("suggest.valued.other" if drawn else "suggest.valued", said.who),
            (Tap(Message("suggest.alter" if drawn else "suggest.put"), said.change(valued_role=text)),),
        )


def _marked(flag: str) -> Callable[[_Said], Iterator[Suggestion]]:
    """A mark on somebody, sleeping or not to be approached; whoever has died gets neither."""

    def suggested(said: _Said) -> Iterator[Suggestion]:
        if not (getattr(said.person, flag) or said.person.deceased):
            yield Suggestion(
                f"{flag}.{said.person.id}",
                said.person.id,
                Message(f"suggest.{flag}", said.who),
                (Tap(Message("suggest.put"), said.change(**{flag: True})),),
            )

    return suggested


def _calm(said: _Said) -> Iterator[Suggestion]:
    if said.person.unsafe:
        yield Suggestion(f"calm.{said.person.id}", said.person.id, Message("suggest.calm", said.who), ())


_SUGGESTED: Mapping[str, Callable[[_Said], Iterator[Suggestion]]] = {
    "received": _support("received"),
    "given": _support("given"),
    "step": _step,
    "valued": _valued,
    "sleeping": _marked("sleeping"),
    "unsafe": _marked("unsafe"),
    "calm": _calm,
}
