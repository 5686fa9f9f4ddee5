"""The board: one widget whose content comes from data. A board has parts, and each part is answered in its own way.

The wall, the iceberg, the ladder, the search, the support ladder, hand-over, the question mirror, slowing down, safety
and the mirror are boards that differ in nothing but their parts and words. What is answered are edits of the case: an
:class:`~netwerk_widgets.model.case.entities.Answer` with ``card = "<board>.<part>"``, small steps, persons. Nothing is scored.

Words are by language (``{"nl": ..., "en": ...}``), so that one switch changes them; all else holds in every language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, TypeAlias, get_args

from netwerk_widgets.model.cards.deck import Source
from netwerk_widgets.model.case.words import Moment

PartKind = Literal["words", "choice", "rows", "steps", "trail", "scene", "silence", "exercise", "text"]
Look = Literal["", "ladder", "line", "iceberg"]
DeskName = Literal["case", "own"]

PART_KINDS: tuple[PartKind, ...] = get_args(PartKind)
DESKS: tuple[DeskName, ...] = get_args(DeskName)
LOOKS: Mapping[str, tuple[Look, ...]] = {"choice": ("", "line", "ladder"), "rows": ("", "line", "iceberg")}
"""How a part of a kind may look; all others look one way."""

MOST_FIELDS = 4
"""How many texts a row may have: more do not fit beside each other on a projector."""

DILEMMA = "case.dilemma"
"""The ``Answer.card`` of where it got stuck: asked once about a case, and in sight wherever it is worked on."""
DILEMMAS = (DILEMMA, "meeting.stuck", "01.dilemma", "wall.stuck", "ladder.stuck", "handover.stuck")
"""Under what it was kept when every workbook still asked it anew: what was written there is still read."""

OUTCOMES = ("right", "wrong", "other")
"""What may have come of a supposition once it was checked (``Answer.more``, under ``outcome``)."""

Words: TypeAlias = Mapping[str, str]
"""A text by language."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: what it is called, and what is said once it is chosen (what it does to the contact, say)."""

    id: str
    labels: Words = field(hash=False)
    texts: Words = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Field:
    """One of the texts of a row: the name under which it is kept (``Answer.more``), and its label.

    ``client_labels`` is what it is called while the client looks along, where that differs.
    """

    id: str
    labels: Words = field(hash=False)
    client_labels: Words = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to answer on a board.

    >>> part = Part("way", "exercise", {"nl": "Wat zou jij vragen?"}, thoughts={"nl": ("Ik zou even wachten.",)})
    >>> part.titles["nl"], part.thoughts["nl"]
    ('Wat zou jij vragen?', ('Ik zou even wachten.',))

    Attributes:
        id: unlike the board's other parts'; with the board's id the ``card`` of its answers.
        kind: ``words`` (own words), ``choice`` (one option, or ``many``), ``rows`` (a row per person or thought, with
            ``fields`` and, as marks, ``options``), ``steps`` (small steps), ``trail`` (who said what good, how often),
            ``scene`` (people of a moment, or those asleep), ``silence``, ``exercise`` (own words first, ``thoughts``
            of an experienced colleague only afterwards) and ``text`` (to read).
        titles: what is asked.
        texts: a sentence or two under it; lines stay lines, so a conversation may stand here.
        placeholders: what stands, softly, where one is to write.
        prompts: the label of the field of an exercise.
        closeds: why the part is still closed, with ``after``.
        look: how it is drawn (``LOOKS``).
        reason: a choice with own words beside it.
        person: each row is about a person of the network.
        date: each row has a date.
        supposition: each row is marked as something that was not checked yet, until it says what came of it (``OUTCOMES``).
        dilemma: where it got stuck: the same answer wherever it is asked (``DILEMMA``).
        shows: the card of what was answered elsewhere and is in sight here ("wall.said"), so that nobody types it again;
            ``before`` is the part with that card, once it was looked up.
        after: the id of the part that has to be answered before this one opens.
        hidden_with_client: not shown while the client sits beside you; an exercise never is.
        with_client: ``title``, ``text`` and ``placeholder`` in the words for a client who looks along; without, the
            title stays and what was written for the professional is left out.
        seconds: how long a silence lasts.
        moment: whom a scene shows; with ``sleeping`` whoever the contact with is asleep.
        puts: what an answer may put on the map, offered in one tap (:mod:`.suggestions`).
    """

    id: str
    kind: PartKind
    titles: Words = field(default_factory=dict, hash=False)
    texts: Words = field(default_factory=dict, hash=False)
    placeholders: Words = field(default_factory=dict, hash=False)
    prompts: Words = field(default_factory=dict, hash=False)
    closeds: Words = field(default_factory=dict, hash=False)
    options: tuple[Option, ...] = ()
    many: bool = False
    look: Look = ""
    reason: bool = False
    fields: tuple[Field, ...] = ()
    person: bool = False
    date: bool = False
    supposition: bool = False
    dilemma: bool = False
    shows: str = ""
    before: Part | None = None
    after: str = ""
    hidden_with_client: bool = False
    with_client: Mapping[str, Words] = field(default_factory=dict, hash=False)
    seconds: int = 60
    moment: Moment = "five_years"
    sleeping: bool = False
    puts: tuple[str, ...] = ()
    thoughts: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)

    @property
    def for_client(self) -> bool:
        """Whether it may be seen while the client looks along: an exercise and what was only supposed never are."""
        return not (self.hidden_with_client or self.dilemma or self.supposition or self.kind == "exercise")

    def option(self, identity: str) -> Option | None:
        """One option; ``None`` where there is none of that id (any more)."""
        return next((option for option in self.options if option.id == identity), None)


@dataclass(frozen=True, slots=True)
class Board:
    """A board: its parts, in order, and on which desk its answers lie.

    >>> board = Board("wall", {"nl": "De muur"}, (Part("said", "words", {"nl": "Wat zei de cliënt?"}),))
    >>> board.titles["nl"], board.card("said")
    ('De muur', 'wall.said')

    Attributes:
        desk: ``case``, or ``own``: the professional's own file.
        per_case: on the own desk: answers are kept per case code.
        sources: whose thinking it rests on.
        own: a team's own board, not one that came with the program.
    """

    WIRE: ClassVar[Mapping[str, str]] = {"titles": "title", "own": ""}

    id: str
    titles: Words = field(hash=False)
    parts: tuple[Part, ...]
    desk: DeskName = "case"
    per_case: bool = False
    sources: tuple[Source, ...] = ()
    own: bool = False

    def part(self, identity: str) -> Part | None:
        """One part; ``None`` where there is none of that id."""
        return next((part for part in self.parts if part.id == identity), None)

    def card(self, part: str) -> str:
        """What stands in ``Answer.card`` of what is answered to this part."""
        found = self.part(part)
        return DILEMMA if found and found.dilemma else f"{self.id}.{part}"

    def for_client(self) -> Board:
        """The board with only the parts that may be seen while the client looks along, and nothing said before them."""
        return replace(self, parts=tuple(replace(part, before=None) for part in self.parts if part.for_client))
