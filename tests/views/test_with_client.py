"""While the client looks along, no view tells its page what is not for them: no picture, change, offer, answer or moment."""

import pytest

from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.log import LogFile
from netwerk_widgets.casefile.library.meeting import KeptMeeting
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.exchange.boards import read_boards
from netwerk_widgets.exchange.cards import deck_now
from netwerk_widgets.model.edits import Add
from netwerk_widgets.model.edits.acts import Change, Place
from netwerk_widgets.model.meeting.log import Entry
from netwerk_widgets.views.board import BoardView
from netwerk_widgets.views.cards import QuestionCards
from netwerk_widgets.views.handlers.cards import Dealer
from netwerk_widgets.views.list import NetworkList
from netwerk_widgets.views.log import LearningLog
from netwerk_widgets.views.map import NetworkMap
from netwerk_widgets.views.meeting import MeetingGuide
from netwerk_widgets.views.notes import NotesView
from netwerk_widgets.views.own import OwnBook
from netwerk_widgets.views.replay import Replay
from netwerk_widgets.views.shelf import CaseShelf
from tests.finishing import finish
from tests.planted import AT, SECRET, WRITER, marked, plant
from tests.views.conftest import PHRASE

ASKED = {
    "lens": ({"lens": "since"}, {"lens": "wished"}, {"lens": "without_us"}),
    "drawn": ({"lens": "since"},),
    "seek": ({"number": 3}, {"number": 9, "from": 3}),
    "why": ({"card": "facts-01"},),
}
ACTS = frozenset({"begin_practice", "put_away", "take_up", "reveal", "unlock", "forget", "forget_person"})


@pytest.fixture
def own(tmp_path):
    made = Desk(OwnShelf(tmp_path))
    made.begin_own(PHRASE)
    yield made
    made.close()


@pytest.fixture
def views(desk, own, told, tmp_path):
    """Every view that there is, beside a case and an own file that are full of marked words."""
    desk.file.author = Author(WRITER, "kantoor")
    plant(desk.file, own.file)
    log = LogFile(tmp_path / "log")
    log.keep(Entry("e1", "2026-03-04", "13:00", "14:30", question=SECRET))
    deck = deck_now().deck
    meeting = KeptMeeting(tmp_path / "meeting")
    meeting.gather()
    boards = [BoardView(own if b.desk == "own" else desk, b, beside=desk) for b in read_boards().boards.values()]
    return [
        NetworkMap(desk, ask="01.dilemma", dealer=Dealer(deck, audience="")),
        NetworkList(desk),
        QuestionCards(desk, Dealer(deck, audience="")),
        QuestionCards(own, Dealer(deck, audience="self")),
        NetworkMap(own),
        NotesView(desk, own),
        OwnBook(own),
        Replay(desk),
        CaseShelf(desk),
        MeetingGuide(desk, meeting, {}),
        LearningLog(desk, meeting, log, lambda _entries, _day: b""),
        *boards,
    ]


def all_asked(views, page):
    """All that the page of each view can ask, with what a page would send along; not what puts another case there."""
    said = []
    for view in views:
        for what in [one for one in view._asked if one not in ACTS]:
            for content in ASKED.get(what, ({},)):
                said += page(view, kind="ask", id="q", what=what, **content)
    return said


def test_no_marked_word_leaves_the_kernel(views, desk, page, told):
    heard = [m for view in views for m in page(view, kind="hello", lang="nl")]
    assert len(set(marked([*heard, *all_asked(views, page)]))) > 100  # it would be told otherwise
    heard = [m for view in views for m in page(view, kind="hello", lang="nl", together=True)]
    assert any(m["kind"] == "picture" and m["entities"].get("person") for m in heard)
    assert marked(heard) == []
    assert marked(all_asked(views, page)) == []


def test_what_changes_meanwhile_is_told_as_the_client_may_see_it(views, desk, page, told):
    for view in views:
        page(view, kind="hello", lang="nl", together=True)
    before = len(told)
    person = next(p for p in desk.file.case.people.values() if p.circle)
    for edit in (
        Change("person", person.id, {"notes": f"{SECRET} nu", "role": "tante Bep"}),
        Add("annotation", "nieuw", {"on": person.id, "text": SECRET, "author": WRITER}),
        Add("version", "w", {"name": SECRET, "revision": 2, "at": AT}),
        Place(((person.id, 10.0, 90.0),)),
    ):
        desk.file.apply(edit)
    desk.file.undo()
    desk.file.undo()
    news = [message for _, message in told[before:]]
    assert "tante Bep" in str(news)  # the role is on the map
    assert marked(news) == []


def test_what_was_kept_from_a_hidden_step_is_not_told_after_all(views, desk, page, told):
    async def looks_along() -> list:
        for view in views:
            page(view, kind="sight", seen=False)
        desk.file.apply(Add("annotation", "kort", {"text": SECRET, "author": WRITER}))
        for view in views:
            page(view, kind="hello", lang="nl", together=True)
        before = len(told)
        for view in views:
            view._unseen.let_go()
        return [message for _, message in told[before:]]

    assert marked(finish(looks_along())) == []


def test_the_film_with_the_client_is_the_maps_own_history(views, desk, page):
    film = next(view for view in views if isinstance(view, Replay))
    whole = page(film, kind="ask", id="q", what="timeline")[-1]["moments"]
    page(film, kind="hello", lang="nl", together=True)
    moments = page(film, kind="ask", id="q", what="timeline")[-1]["moments"]
    assert 1 < len(moments) < len(whole)
    assert {sign for number, _, sign in moments if number > 1} == {"map"}
    for number, *_ in moments:
        shown = page(film, kind="ask", id="q", what="seek", number=number)[-1]
        assert (shown["told"], shown["author"]) == ([], "")
        assert (shown["beside"]["annotation"], shown["beside"]["stroke"]) == ([], [])


def test_all_comes_back_when_the_client_has_gone(views, page):
    for view in views:
        page(view, kind="hello", lang="nl", together=True)
    assert marked([m for view in views for m in page(view, kind="hello", lang="nl", together=False)])
