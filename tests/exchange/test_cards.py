"""The deck that came with the program: whole, in two languages, in own words, and steering nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from netwerk_widgets.exchange.cards import read_deck
from netwerk_widgets.exchange.content import data_folder
from netwerk_widgets.locale import LANGUAGES, said
from netwerk_widgets.model.cards.deck import AUDIENCES, CARD_KINDS, PUTS, SIGNS, STAGES, TEMPOS, Card
from tests.own_words import FIVES, SENTENCES, from_an_article

SHIPPED = data_folder("cards") / "cards"
NOWHERE = Path(__file__).parent / "nowhere"
DECK = read_deck(own=NOWHERE).deck
CARDS = list(DECK.cards.values())

STAGE_OF = {
    **dict.fromkeys(("recognition", "facts", "solution"), "accept"),
    **dict.fromkeys(("confidence", "meaning"), "trust_self"),
    **dict.fromkeys(
        ("bystander", "once", "difference", "sequence", "perspective", "reflexive"),
        "trust_other",
    ),
    **dict.fromkeys(("threshold", "ladder", "handover"), "ask"),
    "safety": "any",
    "mirror": "worker",
}
CONSULTING = {"confidence", "meaning", "bystander", "difference", "sequence", "perspective", "solution"}


def every_text(language: str) -> Iterator[tuple[str, str]]:
    for card in CARDS:
        yield card.id, card.questions[language]
        yield from ((card.id, text) for text in card.follow_ups_in[language])
    for family in DECK.families.values():
        yield from ((family.id, part) for part in (family.names[language], family.purposes[language]))


class TestTheDeck:
    def test_nothing_in_it_is_wrong(self) -> None:
        assert [problem.text("nl") for problem in read_deck(own=NOWHERE).problems] == []

    def test_it_is_large_enough(self) -> None:
        assert len(CARDS) >= 160
        assert list(DECK.families) == [
            *("recognition", "confidence", "meaning", "bystander", "facts", "once", "threshold", "ladder"),
            *("difference", "sequence", "perspective", "reflexive", "solution", "handover", "safety", "mirror"),
        ]
        for family in DECK.families:
            assert len(DECK.fitting(family=family)) >= 10, family

    def test_both_languages_hold_the_same_cards(self) -> None:
        ids = {
            language: {
                f"{file.stem}-{number}"
                for file in (SHIPPED / language).glob("*.toml")
                for number in re.findall(r"^\[cards\.(\w+)\]$", file.read_text(encoding="utf-8"), re.MULTILINE)
            }
            for language in LANGUAGES
        }
        assert ids["nl"] == ids["en"] == set(DECK.cards)

    @pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
    def test_a_card_is_whole(self, card: Card) -> None:
        assert set(card.questions) == set(card.follow_ups_in) == set(LANGUAGES)
        assert card.stage == STAGE_OF[card.family]
        assert card.tempo in TEMPOS
        assert card.audience in AUDIENCES
        assert card.kind in CARD_KINDS
        assert set(card.puts) <= set(PUTS)
        assert set(card.signs) <= set(SIGNS)
        assert len({len(texts) for texts in card.follow_ups_in.values()}) == 1
        for language in LANGUAGES:
            assert 2 <= len(said(card.follow_ups_in, language)) <= 3
            assert len(said(card.questions, language).split()) <= 16
            for text in (said(card.questions, language), *said(card.follow_ups_in, language)):
                assert text[0].isupper()
                assert text.endswith("?")
                assert text.count("?") == 1

    def test_no_two_cards_ask_the_same(self) -> None:
        for language in LANGUAGES:
            questions = [said(card.questions, language) for card in CARDS]
            assert len(set(questions)) == len(questions)

    def test_going_gentler_ends_at_a_calm_card_for_the_same_people(self) -> None:
        for card in CARDS:
            seen = [card]
            while gentler := DECK.gentler(seen[-1]):
                assert TEMPOS.index(gentler.tempo) <= TEMPOS.index(seen[-1].tempo), card.id
                assert (gentler.audience, gentler.family) == (card.audience, card.family), card.id
                assert gentler not in seen, card.id
                seen.append(gentler)
            assert seen[-1].tempo == "calm", card.id

    def test_every_family_names_its_sources(self) -> None:
        for family in DECK.families.values():
            assert family.sources
            assert not family.own
            for source in family.sources:
                assert source.author
                assert source.year or source.title or source.general
                assert source.author in source.message.text("nl")

    def test_every_sign_calls_for_a_card_for_the_client(self) -> None:
        for sign in SIGNS:
            called = DECK.called(sign)
            assert called
            assert all(card.audience == "client" for card in called)

    def test_there_are_cards_for_everybody_of_every_kind_and_tempo(self) -> None:
        assert {card.audience for card in CARDS} == set(AUDIENCES)
        assert {card.kind for card in CARDS} == set(CARD_KINDS)
        assert {card.tempo for card in CARDS} == set(TEMPOS)
        assert {card.stage for card in CARDS} == set(STAGES)
        assert {put for card in CARDS for put in card.puts} == set(PUTS)

    def test_the_relation_chooses_the_families(self) -> None:
        def families(relation: str) -> set[str]:
            return {card.family for card in DECK.fitting(relation=relation)}  # type: ignore[arg-type]

        assert families("vrijblijvend") == {"recognition", "confidence", "safety"}
        assert families("zoekend") == {"recognition", "facts", "once", "safety"}
        assert families("consulterend") == {*CONSULTING, "safety"}
        assert families("co_expert") == {"threshold", "ladder", "reflexive", "handover", "safety"}

    def test_without_obligation_only_recognition_and_appreciation(self) -> None:
        for card in DECK.fitting(relation="vrijblijvend"):
            assert card.family in ("recognition", "safety") or "compliment" in card.puts


PUSHING = {
    "nl": r"\bmoet(en)?\b|\bzou je niet\b|\bkun je niet\b|\bwaarom\b|\beigenlijk\b|\btoch eens\b"
    r"|\bnetwerk|\bhulpvraag|\bsteunfiguur|\bkracht(en)?bron|\bcasus|\bcaseload|\bheb je al\b|\bje kunt\b|\bprobeer\b",
    "en": r"\b(must|should|ought|have to|had better|why)\b|\bcan't you\b|\bdon't you (ask|call)\b"
    r"|\bhave you tried\b|\bnetwork|\bactually\b",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_card_pushes(language: str) -> None:
    assert not [found for found in every_text(language) if re.search(PUSHING[language], found[1].lower())]


def test_no_card_is_a_sentence_of_an_article() -> None:
    assert not [found for found in every_text("nl") if from_an_article(found[1])]


def test_a_sentence_of_an_article_would_be_seen() -> None:
    assert len(SENTENCES) > 100
    assert len(FIVES) > 1000
    title = next(s.title for f in DECK.families.values() for s in f.sources if "belofte" in s.title)
    assert from_an_article(title)
    assert from_an_article(f"Ken jij {title.lower()}?")
