"""The question cards on their Python side: the deck once, what fits, what the network calls for, and always a why."""

import pytest

from netwerk_widgets import workbook
from netwerk_widgets.exchange.cards import read_deck
from netwerk_widgets.locale import Message, said
from netwerk_widgets.model.cards.deck import Deck
from netwerk_widgets.model.edits import read_edit
from netwerk_widgets.report.cards import render
from netwerk_widgets.views.cards import QuestionCards
from netwerk_widgets.views.handlers.cards import Dealer
from netwerk_widgets.views.map import NetworkMap

DECK = read_deck().deck
UNSAFE = {"edit": "change", "kind": "person", "id": "tante", "fields": {"unsafe": True}}
ASLEEP = {"edit": "change", "kind": "person", "id": "tante", "fields": {"sleeping": True, "circle": 4}}


@pytest.fixture(params=["alone", "beside a map"])
def view(desk, told, request):
    if request.param == "alone":
        return QuestionCards(desk, Dealer(DECK, paper=render))
    return NetworkMap(desk, dealer=Dealer(DECK, paper=render))


@pytest.fixture
def ask(view, page):
    def asked(what, on=view, **content):
        return page(on, kind="ask", id="q1", what=what, **content)[-1]

    return asked


def edit(desk, **fields):
    desk.file.apply(read_edit(fields))


def test_the_deck_goes_to_the_page_with_the_cards_for_these_people_alone(ask, view):
    deck = ask("deck")["deck"]
    assert {card["audience"] for card in deck["cards"]} == {"client"}
    assert {card["family"] for card in deck["cards"]} == {family["id"] for family in deck["families"]}
    assert set(deck["cards"][0]["question"]) == {"nl", "en"}
    assert ask("deck")["problems"] == []


def test_a_view_says_how_many_cards_it_holds(desk, told):
    assert repr(QuestionCards(desk, Dealer(DECK))) == f"QuestionCards(cards={len(DECK.fitting(audience='client'))})"


def test_what_fits_is_what_the_deck_says(ask):
    fits = ask("fitting", family="confidence", stage="", relation="consulterend", tempo="calm")["cards"]
    found = DECK.fitting(family="confidence", relation="consulterend", tempo="calm", audience="client")
    assert fits == [card.id for card in found]


@pytest.mark.parametrize(
    "choice", [{"stage": "x"}, {"tempo": 3}, {"relation": ["zoekend"]}, {"family": "x"}, {"family": {"a": 1}}]
)
def test_a_choice_that_does_not_exist_is_said(ask, choice):
    assert ask("fitting", **choice)["error"]["key"] == "model.error.bad_value"


def test_every_card_has_a_why_whatever_was_chosen(ask):
    for card in ask("deck")["deck"]["cards"]:
        assert ask("why", card=card["id"])["why"]["key"].startswith("deck.why.")
        assert ask("why", card=card["id"], stage="worker", tempo="calm")["why"]["key"].startswith("deck.why.")


def test_a_card_that_is_gone_is_said(ask):
    assert ask("why", card="weg-01")["error"]["key"] == "cards.error.gone"
    assert ask("why", card=None)["error"]["key"] == "cards.error.gone"


def test_a_card_that_the_network_calls_for_says_so_as_its_why(ask, desk):
    edit(desk, **ASLEEP)
    offer = next(one for one in ask("called_for")["offers"] if one["sign"] == "sleeping")
    assert offer["people"] == ["tante"]
    assert ask("why", card=offer["cards"][0], offer=offer["id"])["why"] == offer["reason"]


def test_an_offer_that_is_declined_stays_away_until_that_is_undone(ask, desk):
    edit(desk, **ASLEEP)
    ids = [offer["id"] for offer in ask("called_for")["offers"]]
    assert "sleeping.tante" in ids
    edit(desk, edit="add", kind="answer", id="a1", fields={"card": "declined:sleeping.tante"})
    left = [offer["id"] for offer in ask("called_for")["offers"]]
    assert left == [one for one in ids if one != "sleeping.tante"]
    desk.file.undo()
    assert [offer["id"] for offer in ask("called_for")["offers"]] == ids


def test_nobody_unsafe_is_offered_or_named(ask, desk):
    edit(desk, **ASLEEP)
    edit(desk, **UNSAFE)
    assert "tante" not in str(ask("called_for")["offers"])


def test_a_family_that_is_not_there_is_said_and_all_cards_are_shown(desk, told, ask):
    dealer = Dealer(DECK, family="weg", audience="iedereen", problems=[Message("deck.problem.no_deck")])
    view = QuestionCards(desk, dealer)
    problems = ask("deck", view)["problems"]
    assert [problem["params"]["what"] for problem in problems[1:]] == ["weg", "iedereen"]
    assert view.family == ""
    assert len(ask("deck", view)["deck"]["cards"]) == len(DECK.cards)


def test_an_empty_deck_still_answers(desk, told, ask):
    view = QuestionCards(desk, Dealer(Deck()))
    assert ask("deck", view)["deck"] == {"families": [], "cards": []}
    assert ask("fitting", view)["cards"] == ask("called_for", view)["offers"] == []


def test_a_notebook_that_is_saved_holds_no_card_and_names_nobody(view):
    kept = str({name: value for name, value in view.get_state().items() if name != "_esm"})
    assert "tante" not in kept
    assert said(DECK.cards["facts-01"].questions, "nl") not in kept


def test_a_workbook_lays_the_deck_down_with_its_problems(desk, told, ask, monkeypatch, tmp_path):
    monkeypatch.setenv("NETWERK_HOME", str(tmp_path))
    monkeypatch.setattr(workbook, "desk", lambda: desk)
    (tmp_path / "kaarten").mkdir()
    (tmp_path / "kaarten" / "eigen.toml").write_text("dit is geen kaart", encoding="utf-8")
    view = workbook.question_cards(family="meaning")
    assert view.family == "meaning"
    assert [problem["key"] for problem in ask("deck", view)["problems"]] == ["deck.problem.not_toml"]
    beside = workbook.network_map(cards="meaning")
    assert (beside.cards, workbook.network_map(cards="all").cards, workbook.network_map().cards) == ("meaning", "*", "")
    assert [problem["key"] for problem in ask("deck", beside)["problems"]] == ["deck.problem.not_toml"]
    assert "<article" in ask("paper", beside, family="meaning", lang="en")["html"]


def test_a_map_without_cards_answers_nothing_about_them(desk, told, ask):
    assert ask("deck", NetworkMap(desk))["error"]["key"] == "model.error.unknown_edit"


def test_the_page_to_print_holds_one_family_or_all_in_the_language_asked_for(ask, desk, told):
    one, every = ask("paper", family="meaning", lang="en")["html"], ask("paper", family="", lang="nl")["html"]
    assert said(DECK.cards["meaning-01"].questions, "en") in one
    assert said(DECK.cards["facts-01"].questions, "en") not in one
    assert said(DECK.cards["facts-01"].questions, "nl") in every
    assert said(DECK.cards["mirror-01"].questions, "nl") not in every  # for the client alone, as the deck that is shown
    assert ask("paper", family="weg", lang="nl")["error"]["key"] == "model.error.bad_value"
    assert ask("paper", family="", lang="fr")["error"]["key"] == "model.error.bad_value"
    assert ask("paper", QuestionCards(desk, Dealer(DECK)), family="", lang="nl")["error"]


def test_what_is_laid_aside_says_so_when_it_is_undone(desk, told):
    for card, words in (("later:facts-01", "bewaard voor later"), ("declined:unheard", "niet meer aangeboden")):
        edit(desk, edit="add", kind="answer", id=f"a{card[0]}", fields={"card": card})
        assert words in desk.file.history(1)[0].message.text("nl")
    edit(desk, edit="remove", ids=[["answer", "al"]])
    assert desk.file.history(1)[0].message.text("nl") == "vraagkaart voor later weggehaald"
