"""What the lenses have in common: what a view is, whom a sentence names, how people and ties are shaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from netwerk_widgets.locale import Message, Someone
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case, Person, Tie
from netwerk_widgets.model.edits.description import someone

Look = Literal["without_us", "you_give", "then", "now", "soon", "drawn_said"]
Shade = Literal["bright", "dim", "gone", "ask"]
Said = Mapping[w.SupportKind, set[w.Direction]]

NAMED = 4
"""How many people a sentence names before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class View:
    """What a lens shows: how each person and tie looks, short marks, one sentence and one question."""

    lens: Look
    people: Mapping[str, Shade]
    ties: Mapping[str, Shade]
    sentence: Message
    question: Message
    marks: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sight:
    """The case as a lens looks at it: what its sentences need over and over."""

    case: Case
    lens: Look
    moments: tuple[w.Moment, ...] = ("now",)

    @property
    def around(self) -> list[Person]:
        """Everybody but the centre."""
        return [person for person in self.case.people.values() if person.circle != w.CENTRE]

    def support(self) -> Mapping[str, Said]:
        """What was said of each kind of support between the centre and each person, as the centre sees it.

        *given* is what the client gives. A kind that nobody asked after is left out.
        """
        middle = {member.id for member in self.case.centre}
        said: dict[str, dict[w.SupportKind, set[w.Direction]]] = {identity: {} for identity in self.case.people}
        for tie in self.case.ties.values():
            if tie.moment != "now" or not {tie.source, tie.target} & middle:
                continue
            other = tie.target if tie.source in middle else tie.source
            for kind, direction in tie.support:
                if direction != "not_asked":
                    seen = direction if tie.source in middle else w.TURNED.get(direction, direction)
                    said[other].setdefault(kind, set()).add(seen)
        return said

    def names(self, people: Iterable[Person]) -> list[Someone | Message]:
        """The people to name, without those who must not be approached: a few, then how many more."""
        found = safe(people)
        shown = found if len(found) <= NAMED + 1 else found[:NAMED]
        names: list[Someone | Message] = [someone(self.case, person.id) for person in shown]
        if len(shown) < len(found):
            names.append(Message("lenses.more", {"count": len(found) - len(shown)}))
        return names

    def view(
        self, name: str, shades: Mapping[str, Shade], words: Mapping[str, Any], marks: Mapping[str, Message]
    ) -> View:
        """The view: ``name`` picks the sentence and the question, ``words`` fill their gaps."""
        middle = safe(self.case.centre)
        centre = [someone(self.case, person.id) for person in middle] or Message("lenses.the_centre")
        people: dict[str, Shade] = {identity: shades.get(identity, "dim") for identity in self.case.people}
        people |= {person.id: "bright" for person in self.case.centre}
        return View(
            lens=self.lens,
            people=people,
            ties={tie.id: self._tie_shade(people, tie) for tie in self.case.ties.values()},
            sentence=Message(f"lenses.{name}.sentence", {"centre": centre, **words}),
            question=Message(f"lenses.{name}.question", {"centre": centre}),
            marks=marks,
        )

    def _tie_shade(self, people: Mapping[str, Shade], tie: Tie) -> Shade:
        ends = {people.get(tie.source, "dim"), people.get(tie.target, "dim")}
        if "gone" in ends:
            return "gone"
        if tie.moment != "now":
            return "bright" if tie.moment in self.moments and "bright" in ends else "dim"
        return next(shade for shade in ("dim", "ask", "bright") if shade in ends)


def stands(person: Person) -> bool:
    """Within sight now, as the map has it."""
    away = person.sleeping or person.left_out or person.deceased or person.circle == w.OUT_OF_SIGHT
    return person.moment == "now" and not away


def safe(people: Iterable[Person]) -> list[Person]:
    """Those among them who may be approached."""
    return [person for person in people if not person.unsafe]


def kinds(said: Iterable[Said], way: w.Direction = "received") -> list[w.SupportKind]:
    """The kinds of support that go this way with at least one of these people, in their fixed order."""
    found = {kind for table in said for kind, ways in table.items() if ways & {way, "both"}}
    return [kind for kind in w.SUPPORT_KINDS if kind in found]


def kind_words(found: Iterable[w.SupportKind]) -> list[Message]:
    """Kinds of support as words in a sentence."""
    return [Message(f"lenses.kind.{kind}") for kind in found]


def codes(found: Iterable[w.SupportKind]) -> Message:
    """Kinds of support as the letters of the ecogram, short enough to stand beside a person."""
    given = set(found)
    return Message(
        "lenses.mark.codes",
        {kind: Message(f"lenses.code.{kind if kind in given else 'none'}") for kind in w.SUPPORT_KINDS},
    )


def aside(*, unasked: bool = False, unsafe: bool = False) -> Message:
    """What a reader must know to read a sentence right: not all was asked, or some people do not count."""
    which = "both" if unasked and unsafe else "unasked" if unasked else "unsafe" if unsafe else "none"
    return Message(f"lenses.aside.{which}")
