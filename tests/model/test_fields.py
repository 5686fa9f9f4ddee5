"""Fields: what each takes in, what it cleans and what it refuses."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.model.case import ENTITIES, Answer, Case, Person, Tie, decode, encode
from netwerk_widgets.model.edits import Add, Change, perform
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.fields import checks, identifier, read


def test_every_field_says_how_it_is_checked() -> None:
    for entity in ENTITIES.values():
        assert set(checks(entity)) == {spec.name for spec in dataclasses.fields(entity)} - {"id"}


def test_no_entity_has_a_place_for_what_may_not_be_kept() -> None:
    forbidden = ("surname", "lastname", "birth", "address", "street", "postcode", "bsn", "phone", "email")
    names = {spec.name for entity in ENTITIES.values() for spec in dataclasses.fields(entity)}
    assert not [name for name in names if any(word in name for word in forbidden)]


@given(st.text(max_size=60))
def test_a_text_can_always_be_written_and_shown(value: str) -> None:
    role = read(Person, {"role": value})["role"]
    role.encode("utf-8")
    assert not set(role) & set("\x00\x1b\u202e\u2066\u2028")
    assert read(Person, {"role": role})["role"] == role


def test_halves_of_surrogate_pairs_are_taken_out() -> None:
    assert read(Person, {"role": json.loads('"tante \\ud83d"')})["role"] == "tante "


def test_a_line_break_and_an_emoji_stay() -> None:
    assert read(Person, {"notes": "een\ntwee \U0001f415"})["notes"] == "een\ntwee \U0001f415"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("role", 7),
        ("role", "x" * 61),
        ("pet", "yes"),
        ("circle", True),
        ("circle", "1"),
        ("circle", []),
        ("circle", 5),
        ("domain", {}),
        ("x", float("nan")),
        ("x", float("inf")),
        ("x", 10**400),
        ("x", "1"),
        ("x", 1001),
        ("years_known", 1.5),
        ("years_known", -1),
        ("closeness", 4),
        ("surname", "Jansen"),
    ],
)
def test_what_a_person_cannot_hold_is_refused(name: str, value: Any) -> None:
    with pytest.raises(EditError):
        read(Person, {name: value})


def test_a_whole_number_stays_whole_whoever_sent_it() -> None:
    values = read(Person, {"circle": 2.0, "years_known": 3.0})
    assert repr(values["circle"]) == "2"
    assert repr(values["years_known"]) == "3"


def test_support_is_kept_in_its_fixed_order() -> None:
    first = read(Tie, {"support": {"advice": "given", "practical": "both"}})
    second = read(Tie, {"support": [["practical", "both"], ["advice", "given"]]})
    assert first == second == {"support": (("practical", "both"), ("advice", "given"))}


@pytest.mark.parametrize(
    "value", [{"money": "given"}, {"advice": "much"}, {"advice": []}, [[["advice"], "given"]], 3, "ab"]
)
def test_support_that_is_not_in_the_words_is_refused(value: Any) -> None:
    with pytest.raises(EditError):
        read(Tie, {"support": value})


@pytest.mark.parametrize("value", ["", "A", "1a", "a-b", "a" * 33, "a\n", None, ["a"], 7])
def test_an_id_is_small_letters_and_digits(value: Any) -> None:
    with pytest.raises(EditError):
        identifier(value)


def test_an_entity_is_written_with_only_what_differs_from_the_default() -> None:
    person = Person(id="p", role="tante", x=1.5)
    assert encode(person) == {"id": "p", "role": "tante", "x": 1.5}
    assert decode("person", encode(person)) == person


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mark", "Self"),
        ("mark", "a-b"),
        ("mark", ["a"]),
        ("mark", " ".join(f"option{number}" for number in range(40))),
        ("more", "fear"),
        ("more", {"Fear": "x"}),
        ("more", {"fear": 3}),
        ("more", {"fear": "x" * 1001}),
        ("more", {f"n{number}": "x" for number in range(13)}),
    ],
)
def test_what_an_answer_cannot_hold_is_refused(name: str, value: Any) -> None:
    with pytest.raises(EditError):
        read(Answer, {name: value})


def test_marks_are_ids_each_once() -> None:
    assert read(Answer, {"mark": " self  other_1 self "})["mark"] == "self other_1"


def test_a_row_is_written_and_read_as_a_table() -> None:
    row = decode("answer", {"id": "a1", "card": "search.call", "more": {"likely": "ja", "fear": "nee\x00"}})
    assert row == Answer("a1", card="search.call", more=(("fear", "nee"), ("likely", "ja")))
    assert decode("answer", encode(row)) == row
    assert "more" not in encode(Answer("a1"))


def test_a_change_of_one_text_of_a_row_leaves_the_others_and_an_empty_one_takes_it_out() -> None:
    case = perform(Case(), Add("answer", "a1", {"more": {"fear": "nee", "likely": ""}}))
    assert case.answers["a1"].more == (("fear", "nee"),)
    case = perform(case, Change("answer", "a1", {"more": {"likely": "ja"}}))
    assert case.answers["a1"].more == (("fear", "nee"), ("likely", "ja"))
    case = perform(case, Change("answer", "a1", {"more": {"fear": ""}}))
    assert case.answers["a1"].more == (("likely", "ja"),)
    assert perform(case, Change("answer", "a1", {"more": {"fear": ""}})) is case


def test_a_row_never_grows_beyond_what_a_file_can_hold() -> None:
    case = perform(Case(), Add("answer", "a1", {"more": {f"n{number}": "x" for number in range(12)}}))
    with pytest.raises(EditError):
        perform(case, Change("answer", "a1", {"more": {"one_more": "x"}}))
