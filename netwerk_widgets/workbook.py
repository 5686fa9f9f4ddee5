"""What a workbook's cells call: one line each, so that a workbook stays readable and holds no program.

>>> from netwerk_widgets import workbook
>>> workbook.network_map()                                           # doctest: +SKIP
NetworkMap(people=11, ties=12)

Every view shows the case that lies on the desk. Where none does, the one of last time is taken up again, or a
practice case is begun: so a workbook always opens on a map that can be edited.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.library.desk import Desk, the_desk, the_own_desk

if TYPE_CHECKING:
    from netwerk_widgets.casefile.file import CaseFile
    from netwerk_widgets.casefile.library.shelf import Entry
    from netwerk_widgets.views.board import BoardView
    from netwerk_widgets.views.cards import QuestionCards
    from netwerk_widgets.views.handlers.cards import Dealer
    from netwerk_widgets.views.list import NetworkList
    from netwerk_widgets.views.log import LearningLog
    from netwerk_widgets.views.map import Needs, NetworkMap
    from netwerk_widgets.views.meeting import MeetingGuide
    from netwerk_widgets.views.notes import NotesView
    from netwerk_widgets.views.own import OwnBook
    from netwerk_widgets.views.replay import Replay
    from netwerk_widgets.views.shelf import CaseShelf

PRACTICE = "mo"
"""The practice case that the start workbook begins with, in ``data/practice``."""


def network_map(  # noqa: PLR0913 -- what a cell chooses, each by its name
    lens: str = "",
    pane: str = "panel",
    ask: str = "",
    cards: str = "",
    *,
    audience: str = "client",
    client_ask: str = "",
    needs: Needs = "",
    with_client: bool = False,
    own: bool = False,
) -> NetworkMap:
    """The editable map of the case on the desk: with a lens on it, the list, a question or question cards beside it.

    ``ask`` names the answer that is kept in the case ("01.slot"); "centre" asks who stands in the middle, "story" shows the
    story, and both may have a name after them. With ``with_client`` it is asked of the client too: question and answer stay
    while they look along; ``client_ask`` names the answer to a question of their own. ``cards`` is a family of question cards ("meaning"), or "all", for an ``audience`` as in
    :func:`question_cards`. ``needs`` is what stands on top of the panel of whoever is chosen ("support"; views/map.py tells
    which). With ``own`` it is the professional's own network, in
    their own file (:func:`own_book`), and the cards are those about oneself.
    """
    from netwerk_widgets.views.map import NetworkMap

    dealer = _dealer("" if cards == "all" else cards, "self" if own else audience) if cards else None
    where = own_desk() if own else desk()
    return NetworkMap(
        where,
        lens=lens,
        pane=pane,
        ask=ask,
        client_ask=client_ask,
        needs=needs,
        with_client=with_client,
        dealer=dealer,
    )


def network_list(*, own: bool = False) -> NetworkList:
    """The same network as an editable list; with ``own`` the professional's own."""
    from netwerk_widgets.views.list import NetworkList

    return NetworkList(own_desk() if own else desk())


def replay() -> Replay:
    """Looking back: the history of the case on the desk, moment by moment, with the map as it was."""
    from netwerk_widgets.views.replay import Replay

    return Replay(desk())


def case_shelf(part: str = "") -> CaseShelf:
    """*Mijn casussen*: begin, open, back up and forget cases; with ``part="practice"`` only to choose a practice case."""
    from netwerk_widgets.exchange.arrivals import IMPORTERS
    from netwerk_widgets.exchange.content import SOURCE, practice_case, practice_cases
    from netwerk_widgets.views.shelf import CaseShelf, Examples

    examples = Examples(practice_cases, practice_case, SOURCE)
    return CaseShelf(desk(), importers=IMPORTERS, examples=examples, part=part)


def practice_cases() -> CaseShelf:
    """The practice cases, each with its title and two sentences: choose one, or go on with the one you began."""
    return case_shelf("practice")


def own_book() -> OwnBook:
    """*Mijn eigen schrift*: begin, open, lock, back up and forget the professional's own file."""
    from netwerk_widgets.views.own import OwnBook

    return OwnBook(own_desk())


def question_cards(family: str = "", audience: str = "client", *, own: bool = False) -> QuestionCards:
    """Question cards about the case on the desk: all of them, or one family ("confidence") at first.

    ``audience`` is for whom the cards are: "client", "team" or "self"; empty for everybody. With ``own`` they are the
    cards about oneself, and what is answered goes into the professional's own file (:func:`own_book`), never a case.
    """
    from netwerk_widgets.views.cards import QuestionCards

    return QuestionCards(own_desk() if own else desk(), _dealer(family, "self" if own else audience))


def _dealer(family: str, audience: str) -> Dealer:
    """The deck as it now stands on disk, a team's own cards with it, and the way to print it."""
    from netwerk_widgets.exchange.cards import deck_now
    from netwerk_widgets.report.cards import render
    from netwerk_widgets.views.handlers.cards import Dealer

    reading = deck_now()
    return Dealer(reading.deck, family=family, audience=audience, problems=reading.problems, paper=render)


def notes(*, goals: bool = False) -> NotesView:
    """Notes beside a map, by one key; ``goals``: three minutes in which notes become learning goals."""
    from netwerk_widgets.views.notes import NotesView

    return NotesView(desk(), own_desk(), goals=goals)


def meeting_guide(part: str = "round", ways: Mapping[str, str] | None = None) -> MeetingGuide:
    """A part of the guide of a meeting: "checkin", "phases", "clock", "round", "closing" or "return".

    ``ways`` says in which steps of the workbook the cards, a board and the meeting itself stand:
    ``{"cards": "kaarten", "dilemma question views": "dilemmabord"}``, and for "return" ``{"meeting": "bijeenkomst"}``.
    """
    from netwerk_widgets.casefile.library.meeting import the_meeting
    from netwerk_widgets.exchange.cards import deck_now
    from netwerk_widgets.exchange.methods import read_methods
    from netwerk_widgets.report.agenda import render
    from netwerk_widgets.views.meeting import MeetingGuide

    reading = read_methods()
    families = {key: family.names for key, family in deck_now().deck.families.items()} if part == "round" else {}
    more: dict[str, Any] = {"families": families, "ways": ways, "problems": reading.problems, "agenda": render}
    return MeetingGuide(desk(), the_meeting(), reading.methods, part=part, **more)


session_guide = meeting_guide
"""As it was called before: workbooks of a team's own still call it so."""


def learning_log() -> LearningLog:
    """The learning log: hours, three dimensions, and a text document for a register."""
    from netwerk_widgets.casefile.library.log import LogFile
    from netwerk_widgets.casefile.library.meeting import the_meeting
    from netwerk_widgets.report.log import render
    from netwerk_widgets.views.log import LearningLog

    return LearningLog(desk(), the_meeting(), LogFile(), render)


def board(name: str, parts: str = "") -> BoardView:
    """A board ("wall") beside the case on the desk, or beside one's own file where that is the board's.

    ``parts`` are the parts to show, by spaces ("said ways"); all of them where left out. A board or part that does
    not exist is said on the page.
    """
    from netwerk_widgets.exchange.boards import read_board
    from netwerk_widgets.locale import Message
    from netwerk_widgets.views.board import BoardView

    reading = read_board(name)
    found = reading.boards.get(name)
    problems = reading.problems or (() if found else (Message("board.unknown.board", {"board": name[:40]}),))
    where = the_own_desk() if found and found.desk == "own" else desk()
    return BoardView(where, found, parts.split(), beside=the_desk(), problems=problems)


def conversations() -> BoardView:
    """The conversations of the practice case on the desk, one at a time: own words first, then a colleague's thoughts.

    With a case that was made from no practice case it says in a sentence how to choose one.
    """
    from netwerk_widgets.exchange.content import conversations_of
    from netwerk_widgets.locale import Message
    from netwerk_widgets.views.board import BoardView, ByCase

    return BoardView(desk(), ByCase(conversations_of, Message("content.no_conversations")))


def desk() -> Desk:
    """The desk of this kernel, with a case on it."""
    found = the_desk()
    if found.file is None:
        with suppress(CaseFileError):
            found.resume()
    found.spare = _spare
    if found.file is None:
        _take_up(found)
    return found


def own_desk() -> Desk:
    """The desk of this kernel for the professional's own file, which may be closed: a view then offers to open it.

    What was open before a kernel died is open again, the case too, so that the bar goes on naming it.
    """
    for found in (the_desk(), the_own_desk()):
        with suppress(CaseFileError):
            found.resume()
    return the_own_desk()


def _take_up(found: Desk) -> None:
    """Open what was open last and needs no pass phrase; else begin the practice case."""
    shy = found.vault.shy()
    if _open_first(found, lambda entry: entry.practice or (entry.remembered and not shy)) is None:
        _begin_practice(found)


def _spare(found: Desk) -> CaseFile:
    """The practice case that was open last; a new one where there is none, or none that opens."""
    return _open_first(found, lambda entry: entry.practice) or _begin_practice(found)


def _open_first(found: Desk, fits: Callable[[Entry], bool]) -> CaseFile | None:
    for entry in filter(fits, found.shelf.list()):
        with suppress(CaseFileError):
            return found.open(entry.code)
    return None


def _begin_practice(found: Desk) -> CaseFile:
    from netwerk_widgets.exchange.content import practice_case

    return found.begin_practice(practice_case(PRACTICE))
