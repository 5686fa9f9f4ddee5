"""Methods of intervision: what a method and its phases are, and which of them fit a group.

Where methods come from (the program's own, a team's) is for ``exchange`` to say. What is said of a method here is a
reason to look at it, never a verdict: every method stays open to choose.

Source of the methods: Dutch handouts on intervision, told in our own words; ``general`` marks what was not checked
against a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, get_args

from netwerk_widgets.locale import Message
from netwerk_widgets.model.cards.deck import Source

Role = Literal["bringer", "facilitator", "participant", "recorder", "observer"]
Move = Literal["ask", "complete", "analyse", "advise"]
Level = Literal["beginner", "some", "experienced"]
Question = Literal["stuck", "touched", "dilemma", "decision", "strength", "concept"]

ROLES: tuple[Role, ...] = get_args(Role)
MOVES: tuple[Move, ...] = get_args(Move)
LEVELS: tuple[Level, ...] = get_args(Level)
QUESTIONS: tuple[Question, ...] = get_args(Question)
FULL_HOUR = 60
"""The least that a meeting lasts, in minutes, for SKJ to count it."""

_ALMOST = 10
"""So many minutes more than there are, and a method still fits: a group may shorten a phase."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase: how long, who speaks, who only listens, and which moves are open.

    ``each`` is the most questions that one person asks (0: no limit). ``writing``: the silent round fits here.
    ``board``: the board that fits here, ``part`` which of its parts; ``cards``: families that do. ``again``: a second case begins here.
    ``several``: several cases lie on the table, proposed in a sentence each or chosen among. The texts are by language.
    """

    WIRE: ClassVar[Mapping[str, str]] = {"titles": "title", "says": "say", "helps": "help"}

    id: str
    minutes: int
    speaks: tuple[Role, ...] = ()
    silent: tuple[Role, ...] = ()
    moves: tuple[Move, ...] = ()
    turns: bool = False
    each: int = 0
    writing: bool = False
    board: str = ""
    part: str = ""
    cards: tuple[str, ...] = ()
    again: bool = False
    several: bool = False
    titles: Mapping[str, str] = field(default_factory=dict, hash=False)
    says: Mapping[str, str] = field(default_factory=dict, hash=False)
    helps: Mapping[str, str] = field(default_factory=dict, hash=False)
    yields: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Method:
    """A method: for whom, for what, and its phases in their order.

    ``general``: the method itself, ``minutes_general``: its minutes, were not checked against a source. ``own``: the
    team's own, or its own version of one of the program's.
    """

    WIRE: ClassVar[Mapping[str, str]] = {"names": "name", "purposes": "purpose", "minutes": "minutes"}

    id: str
    names: Mapping[str, str] = field(hash=False)
    phases: tuple[Phase, ...]
    purposes: Mapping[str, str] = field(default_factory=dict, hash=False)
    level: Level = "beginner"
    group: tuple[int, int] = (2, 12)
    questions: tuple[Question, ...] = QUESTIONS
    free: bool = False
    general: bool = False
    minutes_general: bool = False
    sources: tuple[Source, ...] = ()
    own: bool = False

    @property
    def minutes(self) -> int:
        """How long the method takes as it stands."""
        return sum(phase.minutes for phase in self.phases)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a group says of itself; what is ``None`` was left open. ``minutes`` is the time that there is."""

    people: int | None = None
    level: Level | None = None
    minutes: int | None = None
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """How a method fits a group: what speaks for it and what asks for attention, in sentences."""

    WIRE: ClassVar[Mapping[str, str]] = {"method": "", "id": "method"}

    method: Method
    suits: tuple[Message, ...] = ()
    mind: tuple[Message, ...] = ()

    @property
    def id(self) -> str:
        """The method's own."""
        return self.method.id


def fitting(methods: Iterable[Method], wish: Wish) -> tuple[Fit, ...]:
    """Every method with its reasons, those with least to mind in front. None is left out.

    >>> method = Method("m", {"nl": "M"}, (Phase("p", 60),), group=(4, 6), questions=("stuck",))
    >>> fit = fitting([method], Wish(people=3, question="stuck"))[0]
    >>> [message.text("nl") for message in fit.mind]
    ['bedoeld voor 4 tot 6 mensen; jullie zijn met 3']
    """
    fits = [_fit(method, wish) for method in methods]
    return tuple(sorted(fits, key=lambda fit: (len(fit.mind), -len(fit.suits))))


def _fit(method: Method, wish: Wish) -> Fit:
    suits: list[Message] = []
    mind: list[Message] = []
    if wish.question is not None:
        right = wish.question in method.questions
        key = "methods.suits.question" if right else "methods.mind.question"
        kinds = [wish.question] if right else method.questions
        (suits if right else mind).append(Message(key, {"kinds": [Message(f"methods.question.{k}") for k in kinds]}))
    if wish.people is not None:
        least, most = method.group
        right = least <= wish.people <= most
        gaps = {"least": least, "most": most, "people": wish.people}
        (suits if right else mind).append(Message("methods.suits.people" if right else "methods.mind.people", gaps))
    if wish.minutes is not None:
        right = method.minutes <= wish.minutes + _ALMOST
        gaps = {"minutes": method.minutes, "time": wish.minutes}
        (suits if right else mind).append(Message("methods.suits.time" if right else "methods.mind.time", gaps))
    if wish.level is not None:
        right = LEVELS.index(method.level) <= LEVELS.index(wish.level)
        key = f"methods.suits.level.{method.level}" if right else f"methods.mind.level.{method.level}"
        (suits if right else mind).append(Message(key))
    if method.minutes < FULL_HOUR:
        mind.append(Message("methods.mind.short", {"minutes": method.minutes, "hour": FULL_HOUR}))
    return Fit(method, tuple(suits), tuple(mind))
