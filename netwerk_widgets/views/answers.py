"""What a view answers to its page's questions, where that is more than one thing and no message tells it too.

From these declarations come the page's types (``netwerk_widgets.contract``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

from netwerk_widgets.locale import Sentence
from netwerk_widgets.model.cards.board import Board
from netwerk_widgets.model.cards.deck import Card, Family
from netwerk_widgets.model.meeting.log import Entry
from netwerk_widgets.model.meeting.method import Method


class Methods(TypedDict):
    """The methods to choose from; ``problems`` say what did not fit when they were read."""

    methods: list[Method]
    problems: list[Sentence]


class Intention(TypedDict):
    """What somebody intended at the end of a meeting."""

    id: str
    text: str


class Planned(Intention):
    """A small step that is not done, and what came of it so far."""

    outcome: str


class Intended(TypedDict):
    """What was intended in a case last time; ``locked``: it needs a pass phrase, and nothing of it is told."""

    code: str
    here: bool
    locked: bool
    intentions: list[Intention]
    steps: list[Planned]


class Lasted(TypedDict):
    """How long a meeting was, and whether it counts for a register."""

    minutes: int
    counts: bool


class KeptLog(TypedDict):
    """The learning log of whoever has these initials, with what is reckoned of each entry by its id, and the entry that the meeting of just now begins."""

    initials: str
    entries: list[Entry]
    lasted: Mapping[str, Lasted]
    hours: Sentence
    meeting: Entry | None
    today: str


class BoardContent(TypedDict):
    """A board in all its languages, and which of its parts a step shows.

    ``by_case``: it is another with each case, shown one part at a time; ``missing`` says why there is none with this one.
    """

    board: Board | None
    parts: list[str]
    problems: list[Sentence]
    by_case: bool
    missing: Sentence | None


class CardsTold(TypedDict):
    """A deck in all its languages."""

    cards: list[Card]
    families: list[Family]


class Dealt(TypedDict):
    """A deck, what did not fit when it was read, and whether it can be printed."""

    deck: CardsTold
    problems: list[Sentence]
    paper: bool


class Meant(TypedDict):
    """Whom the letters after an @ may mean, the likeliest first, and whom to add; None where nobody is being named."""

    people: list[str] | None
    new: str


class Unlinked(TypedDict):
    """Of whom a text speaks with an @ who is not linked to it: not on the map, or one of several who are called so."""

    unknown: list[str]
    unclear: list[str]


class PhraseStrength(TypedDict):
    """How strong a pass phrase is, from 0 to 4, and whether this computer can remember one."""

    score: int
    message: Sentence
    keyring: bool


class ShelfAnswer(TypedDict, total=False):
    """What was done on a shelf, or why not and by what the page can help on; ``copy``: there is a last good one."""

    error: Sentence
    reason: Literal["", "in_use", "damaged", "wrong_key", "key_needed"]
    copy: bool
    code: str
    path: str
    recovery: str
    notices: list[Sentence]
