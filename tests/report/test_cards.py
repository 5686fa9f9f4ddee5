"""The printable deck: a whole page that asks for nothing from outside, and in which no text does anything."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from netwerk_widgets.exchange.cards import read_deck
from netwerk_widgets.locale import LANGUAGES, said
from netwerk_widgets.model.cards.deck import Card, Deck, Family, Source
from netwerk_widgets.report.cards import render

DECK = read_deck(own=Path(__file__).parent / "nowhere").deck
VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page strictly: every tag closed in its order; keeps tags, ids and what a card says."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.card = ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "article":
            self.card = dict(attrs)["id"] or ""
            self.texts[self.card] = []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "article":
            self.card = ""

    def handle_data(self, data: str) -> None:
        if self.card and data.strip():
            self.texts[self.card].append(data)

    def count(self, tag: str, **attributes: str) -> int:
        return sum(name == tag and attributes.items() <= found.items() for name, found in self.tags)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_is_there_in_its_language(language: str) -> None:
    page = Page(render(DECK, language=language))
    assert list(page.texts) == list(DECK.cards)
    for card in DECK.cards.values():
        told = page.texts[card.id]
        assert {said(card.questions, language), *said(card.follow_ups_in, language)} <= set(told)
        name = said(DECK.families[card.family].names, language)
        assert f"{name} {int(card.id[-2:])}" in told
        if card.gentler:
            assert any(line.endswith(f": {name} {int(card.gentler[-2:])}") for line in told)
        assert any(DECK.families[card.family].sources[0].author in line for line in told)
    assert page.tags[0] == ("html", {"lang": language})


def test_four_cards_on_a_sheet_and_each_family_on_its_own() -> None:
    page = Page(render(DECK, ["safety", "facts"], "nl"))
    assert {card.partition("-")[0] for card in page.texts} == {"facts", "safety"}
    assert next(iter(page.texts)) == "facts-01"
    assert page.count("section") == 2
    sheets = [len(DECK.fitting(family=family)) for family in ("facts", "safety")]
    assert page.count("div", **{"class": "sheet"}) == sum(-(-count // 4) for count in sheets)


@pytest.mark.parametrize("families", [[], ["nowhere"]])
def test_nothing_chosen_says_what_to_do(families: list[str]) -> None:
    text = render(DECK, families, "nl")
    assert not Page(text).texts
    assert "Kies een vraagfamilie." in text


def test_the_page_asks_for_nothing_from_outside() -> None:
    text = render(DECK, language="nl")
    page = Page(text)
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(found["content"] for tag, found in page.tags if tag == "meta" and "http-equiv" in found)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not {"script", "link", "img", "iframe", "object", "base", "form", "a"} & {tag for tag, _ in page.tags}
    assert not re.search(r"https?:|//|url\(|@import", text)
    assert not [name for _, found in page.tags for name in found if name.startswith("on") or name in ("style", "src")]
    assert "size: A4" in style


EVIL = "<script>alert(1)</script>\"' onload=x & </article>"


def test_a_text_does_nothing() -> None:
    card = Card("own-01", "own", {"nl": EVIL}, {"nl": (EVIL,)})
    family = Family("own", {"nl": EVIL}, {"nl": EVIL}, (Source(EVIL, EVIL, EVIL),), own=True)
    text = render(Deck({"own": family}, {"own-01": card}), language="nl")
    assert "<script" not in text
    page = Page(text)
    assert page.texts["own-01"].count(EVIL) == 2  # question, follow-up
    assert f"{EVIL} 1" in page.texts["own-01"]
    assert page.count("article") == 1


def test_a_long_question_is_set_smaller() -> None:
    family = Family("own", {"nl": "Eigen"}, {}, (Source(),))
    cards = {f"own-{n}": Card(f"own-{n}", "own", {"nl": "a" * n}, {}) for n in (20, 200)}
    page = Page(render(Deck({"own": family}, cards), language="nl"))
    assert page.count("article", **{"class": "card long"}) == 1


def test_a_card_that_suits_no_contact_in_particular() -> None:
    family = Family("own", {"nl": "Eigen"}, {}, (Source(),))
    card = Card("own-00", "own", {"nl": "Wie?"}, {}, relation=())
    page = Page(render(Deck({"own": family}, {"own-00": card}), language="nl"))
    assert page.texts["own-00"] == ["Eigen 0", "Wie?", "Kaart voor de cliënt · gewoon tempo", "Naar: eigen kaarten"]
