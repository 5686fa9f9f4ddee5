"""What a page is told is what was declared (the fixture ``told`` looks at every message that any test here sees)."""

import pytest

from netwerk_widgets.casefile.library.meeting import KeptMeeting
from netwerk_widgets.model.cards.board import Board, Field, Option, Part
from netwerk_widgets.model.cards.deck import Card, Deck, Family, Source
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.lenses.sight import View
from netwerk_widgets.model.meeting.method import Method, Phase
from netwerk_widgets.views import messages
from netwerk_widgets.views.map import NetworkMap
from netwerk_widgets.views.meeting import MeetingGuide
from tests.views.declared import faults, undeclared


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ({"kind": "notice", "message": {"key": "a", "params": {}}}, "notice.level is missing"),
        ({"kind": "closed", "more": 1}, "closed.more is undeclared"),
        ({"kind": "empty", "message": {"key": "a", "params": {}}, "offer": 1}, "empty.offer: 1 is no <class 'bool'>"),
        ({"kind": "refused", "oid": "e1", "message": {"key": 2, "params": {}}}, "refused.message.key: 2 is no"),
    ],
)
def test_a_message_that_is_another_than_declared_is_seen(message, fault):
    (found,) = undeclared(message)
    assert found.startswith(fault)


def test_an_entity_of_which_a_field_is_unknown_is_seen():
    change = {"kind": "tie", "id": "t1", "after": {"id": "t1", "source": "a", "target": "b", "warmth": 3}}
    assert len(list(faults(change, messages.Changed))) == 1
    del change["after"]["warmth"]
    assert list(faults(change, messages.Changed)) == []


def test_a_shelf_is_told_as_declared(ask, own):
    answer = {name: value for name, value in ask("cases").items() if name not in ("id", "kind")}
    assert answer["cases"]
    assert list(faults(answer, messages.Shelved)) == []


def test_without_a_meeting_a_page_is_told_as_much_as_with_one(desk, page, told):
    """It drew from ``moves`` and ``listening``, which were not there before the first meeting."""
    guide = MeetingGuide(desk, KeptMeeting(desk.shelf.home), {}, part="checkin")
    (answer,) = page(guide, kind="ask", id="q1", what="meeting")
    assert answer["meeting"] is None
    assert list(faults({k: v for k, v in answer.items() if k not in ("id", "kind")}, messages.Told)) == []


def test_a_lens_is_told_as_declared(desk, page, told):
    (answer,) = page(NetworkMap(desk), kind="ask", id="q1", what="lens", lens="without_us")
    assert list(faults({k: v for k, v in answer.items() if k not in ("id", "kind")}, View)) == []


WORDS = {"nl": "Wat?", "en": "What?"}
SOURCE = (Source("A. Schrijver", "2001", "Een boek"),)
PART = Part("p", "rows", WORDS, options=(Option("o", WORDS),), fields=(Field("f", WORDS),), thoughts={"nl": ("Eén.",)})
CARD = Card("c", "f", WORDS, {"nl": ("En dan?",)}, puts=("person",), signs=("unheard",))
METHOD = Method("m", WORDS, (Phase("one", 10, speaks=("bringer",), titles=WORDS),), sources=SOURCE)


def test_boards_cards_and_methods_are_told_as_declared():
    deck = Deck({"f": Family("f", WORDS, WORDS, SOURCE)}, {"c": CARD}).wire()
    for value, declared in (
        (wired(Board("b", WORDS, (PART,), sources=SOURCE)), Board),
        (wired(METHOD), Method),
        (deck["cards"][0], Card),
        (deck["families"][0], Family),
    ):
        assert list(faults(value, declared)) == [], declared
