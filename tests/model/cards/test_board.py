"""A board and its parts: words in a language, found by id, and as JSON for the page."""

from __future__ import annotations

import json

import pytest

from netwerk_widgets.locale import said
from netwerk_widgets.model.cards.board import LOOKS, PART_KINDS, Board, Field, Option, Part
from netwerk_widgets.model.cards.deck import Source
from netwerk_widgets.model.case.wired import wired

SAID = Option("self", {"nl": "Zelf", "en": "Self"}, {"nl": "Trots"})
PART = Part(
    "said",
    "choice",
    {"nl": "Wat werd er gezegd?", "en": "What was said?"},
    options=(SAID, Option("other", {"nl": "Anders"})),
    fields=(Field("fear", {"nl": "Wat vrees je?"}),),
    thoughts={"nl": ("Ik zou wachten.",), "en": ("I would wait.",)},
)
BOARD = Board("wall", {"nl": "De muur"}, (PART, Part("why", "text", texts={"nl": "Lees."})), sources=(Source("Paans"),))


def test_words_come_in_the_language_asked_and_else_in_one_that_is_there() -> None:
    assert said(PART.titles, "en") == "What was said?"
    assert said(BOARD.titles, "en") == "De muur"
    assert said(SAID.labels, "en") == "Self"
    assert said(SAID.texts, "en") == "Trots"
    assert PART.options[1].texts == {}
    assert PART.texts == {}
    assert BOARD.parts[1].titles == {}
    assert said(PART.thoughts, "en") == ("I would wait.",)
    assert BOARD.parts[1].thoughts == {}
    assert said(PART.fields[0].labels, "nl") == "Wat vrees je?"


def test_parts_and_options_are_found_by_id() -> None:
    assert BOARD.part("said") is PART
    assert BOARD.part("gone") is None
    assert PART.option("self") is SAID
    assert PART.option("gone") is None
    assert BOARD.card("said") == "wall.said"


def test_a_board_travels_as_json_with_all_its_languages() -> None:
    told = json.loads(json.dumps(wired(BOARD)))
    assert told["title"] == {"nl": "De muur"}
    assert told["parts"][0]["options"][0] == {
        "id": "self",
        "labels": {"nl": "Zelf", "en": "Self"},
        "texts": {"nl": "Trots"},
    }
    assert told["parts"][0]["thoughts"]["nl"] == ["Ik zou wachten."]
    assert told["parts"][0]["seconds"] == 60
    assert told["sources"][0]["key"].startswith("deck.source.")


@pytest.mark.parametrize("kind", PART_KINDS)
def test_a_part_of_any_kind_can_be_made_of_little(kind: str) -> None:
    part = Part("p", kind, {"nl": "Vraag"})  # type: ignore[arg-type]
    assert wired(part)["kind"] == kind
    assert "" in LOOKS.get(kind, ("",))
