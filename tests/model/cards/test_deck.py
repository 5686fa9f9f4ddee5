"""The deck: what fits, what is drawn, and that why() always answers in a whole sentence."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets import locale
from netwerk_widgets.locale import LANGUAGES, Message, said, words
from netwerk_widgets.model.cards.deck import (
    AUDIENCES,
    CARD_KINDS,
    PUTS,
    RELATIONS,
    STAGES,
    TEMPOS,
    Card,
    Deck,
    Family,
    Situation,
    Source,
    why,
)


def card(identity: str, **fields: object) -> Card:
    family = identity.partition("-")[0]
    return Card(identity, family, {"nl": f"{identity}?"}, {}, **fields)  # type: ignore[arg-type]


def deck(*cards: Card) -> Deck:
    families = {one.family: Family(one.family, {"nl": one.family}, {}) for one in cards}
    return Deck(families, {one.id: one for one in cards})


FACTS = card("facts-01", stage="accept", relation=("zoekend",), tempo="calm")
STEP = card("ladder-01", stage="ask", relation=("co_expert",), tempo="brisk", gentler="ladder-02")
HALF = card("ladder-02", stage="ask", relation=("co_expert",), tempo="calm")
LIMIT = card("safety-01", stage="any", tempo="ordinary")
TEAM = card("safety-02", stage="any", audience="team", tempo="calm")
MINE = card("mirror-01", stage="worker", relation=(), audience="self", tempo="calm")
WHOLE = deck(FACTS, STEP, HALF, LIMIT, TEAM, MINE)


class TestFitting:
    def test_nothing_asked_gives_all(self) -> None:
        assert WHOLE.fitting() == (FACTS, STEP, HALF, LIMIT, TEAM, MINE)

    def test_a_stage_takes_along_what_fits_always(self) -> None:
        assert WHOLE.fitting(stage="accept") == (FACTS, LIMIT, TEAM)
        assert WHOLE.fitting(stage="worker") == (MINE,)
        assert WHOLE.fitting(stage="any") == (LIMIT, TEAM)

    def test_a_relation(self) -> None:
        assert WHOLE.fitting(relation="zoekend") == (FACTS, LIMIT, TEAM)
        assert WHOLE.fitting(relation="co_expert", audience="client") == (STEP, HALF, LIMIT)

    def test_a_calm_card_fits_every_tempo(self) -> None:
        assert WHOLE.fitting(tempo="calm", audience="client") == (FACTS, HALF)
        assert WHOLE.fitting(tempo="brisk") == WHOLE.fitting()

    def test_a_family_and_for_whom(self) -> None:
        assert WHOLE.fitting(family="safety", audience="team") == (TEAM,)
        assert WHOLE.fitting(family="nowhere") == ()

    def test_the_families_that_fit(self) -> None:
        def families(cards: Iterable[Card]) -> list[str]:
            return list(dict.fromkeys(card.family for card in cards))

        assert families(WHOLE.fitting(relation="co_expert")) == ["ladder", "safety"]
        assert families(WHOLE.fitting(stage="worker")) == ["mirror"]


class TestDrawing:
    def test_every_card_comes_and_none_that_was_left_in_the_deck(self) -> None:
        rng = Random(3)
        drawn = {WHOLE.draw(rng, without={"facts-01"}) for _ in range(200)}
        assert drawn == {STEP, HALF, LIMIT, TEAM, MINE}

    def test_from_the_cards_that_fit(self) -> None:
        assert WHOLE.draw(Random(0), WHOLE.fitting(stage="worker")) == MINE

    def test_an_empty_deck(self) -> None:
        assert WHOLE.draw(Random(0), ()) is None
        assert WHOLE.draw(Random(0), without=set(WHOLE.cards)) is None


def test_the_gentler_card_is_one_step_away() -> None:
    assert WHOLE.gentler(STEP) == HALF
    assert WHOLE.gentler(HALF) is None


def test_of_two_decks_the_first_stays() -> None:
    other = deck(card("facts-01", tempo="brisk"), card("own-01"))
    joined = WHOLE.joined(other)
    assert joined.cards["facts-01"] == FACTS
    assert list(joined.cards)[-1] == "own-01"
    assert list(joined.families) == ["facts", "ladder", "safety", "mirror", "own"]


def test_the_page_gets_every_language() -> None:
    both = Card("a-1", "a", {"nl": "Wie?", "en": "Who?"}, {"nl": ("Waar?",)}, puts=("person",))
    family = Family("a", {"nl": "A"}, {"nl": "Voor a."}, (Source("X", "2000"),))
    wire = Deck({"a": family}, {"a-1": both}).wire()
    assert wire["cards"][0]["question"] == {"nl": "Wie?", "en": "Who?"}
    assert wire["cards"][0]["follow_ups"] == {"nl": ["Waar?"]}
    assert wire["cards"][0]["puts"] == ["person"]
    assert wire["families"][0]["purpose"] == {"nl": "Voor a."}
    assert wire["families"][0]["sources"][0]["params"]["year"] == "2000"


def test_what_a_language_lacks_is_said_in_another() -> None:
    both = Card("a-1", "a", {"nl": "Wie?", "en": "Who?"}, {"en": ("Where?",)})
    spoken = locale.language()
    try:
        locale.use("en")
        assert said(both.questions) == "Who?"
    finally:
        locale.use(spoken)
    assert said(both.questions, "nl") == "Wie?"
    assert said(both.follow_ups_in, "nl") == ("Where?",)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (Source("A. Uthor", "1990", "Title"), "A. Uthor (1990), Title"),
        (Source("A. Uthor", "1990"), "A. Uthor (1990)"),
        (Source("A. Uthor", "", "Title"), "A. Uthor (zonder jaar), Title"),
        (Source("A. Uthor", general=True), "A. Uthor (algemene kennis, niet nagegaan in een bron)"),
        (Source(), "eigen kaarten"),
    ],
)
def test_a_source_on_a_card(source: Source, text: str) -> None:
    assert source.message.text("nl") == text


class TestWhy:
    def test_what_was_chosen_fits(self) -> None:
        text = why(FACTS, Situation("accept", "zoekend", "ordinary")).text("nl")
        assert text == (
            "Deze kaart helpt om te kunnen zeggen wat er speelt. "
            "Dat past bij wat je koos: erkennen wat er speelt, zoekend en gewoon tempo."
        )

    def test_what_was_chosen_does_not_fit(self) -> None:
        text = why(STEP, Situation("ask", "zoekend", "calm")).text("nl")
        assert text == (
            "Deze kaart helpt om te kijken naar vragen, zonder dat het hoeft. "
            "Bij wat je koos past ze minder: zoekend en rustig tempo. Leg haar gerust weg."
        )

    def test_nothing_was_chosen(self) -> None:
        assert why(LIMIT).text("nl") == "Deze kaart past op elk moment."
        assert why(FACTS).text("nl").endswith("Ze past bij een contact dat je zo noemt: zoekend.")
        assert why(MINE).text("nl") == "Deze kaart is voor jou: ze gaat over jezelf en je werk."
        assert why(TEAM, Situation("ask")).text("nl") == "Deze kaart is voor het team, voor of na een gesprek."

    def test_the_network_called_for_it(self) -> None:
        reason = Message("deck.called.sleeping", {"who": "oom"})
        assert why(FACTS, Situation("ask", reason=reason)) is reason

    @given(
        st.builds(
            Card,
            id=st.just("x-1"),
            family=st.just("x"),
            questions=st.just({"nl": "Wie?"}),
            follow_ups_in=st.just({}),
            stage=st.sampled_from(STAGES),
            relation=st.lists(st.sampled_from(RELATIONS), unique=True).map(tuple),
            tempo=st.sampled_from(TEMPOS),
            audience=st.sampled_from(AUDIENCES),
        ),
        st.builds(
            Situation,
            stage=st.none() | st.sampled_from(STAGES),
            relation=st.none() | st.sampled_from(RELATIONS),
            tempo=st.none() | st.sampled_from(TEMPOS),
        ),
        st.sampled_from(LANGUAGES),
    )
    def test_it_always_answers(self, one: Card, situation: Situation, language: str) -> None:
        text = why(one, situation).text(language)
        assert text[0].isupper()
        assert text.endswith(".")
        assert not [scrap for scrap in ("  ", " .", ": .", "{", "}") if scrap in text]


def test_every_word_of_the_deck_has_a_name() -> None:
    rows = {
        "stage": STAGES,
        "serves": (*STAGES, "team", "self"),
        "relation": RELATIONS,
        "tempo": TEMPOS,
        "audience": AUDIENCES,
        "kind": CARD_KINDS,
        "put": PUTS,
    }
    for language in LANGUAGES:
        assert not [
            f"{row}.{name}"
            for row, names in rows.items()
            for name in names
            if f"deck.{row}.{name}" not in words(language)
        ]
