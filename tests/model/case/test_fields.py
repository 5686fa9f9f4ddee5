"""Fields: what each takes in, what it cleans and what it refuses."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.model.case.entities import ENTITIES, Answer, Case, Person, Tie, decode, encode
from netwerk_widgets.model.case.fields import checks, identifier, read
from netwerk_widgets.model.case.letters import clean, cut
from netwerk_widgets.model.edits import Add, AddPerson, Change, ChangePeople, perform
from netwerk_widgets.model.errors import EditError


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
    ("typed", "line", "lines"),
    [
        ("Truus\u000btwee", "Truus twee", "Truus\ntwee"),
        ("a\tb", "a b", "a\tb"),
        ("a\r\nb\rc", "a b c", "a\nb\nc"),
        ("a\u0085b\u2028c\u2029d\x0ce", "a b c d e", "a\nb\nc\nd\ne"),
        ("a \n b", "a b", "a \n b"),
        ("a\x00\x1b\x9fb", "ab", "ab"),
        ("\u202eoma\u2066\u2069", "oma", "oma"),
        ("o\u00adm\u200ba\ufeff", "oma", "oma"),
        ("oma\u200d\u200c", "oma", "oma"),
        ("👨\u200d👩\u200d👧\u200d👦 gezin", "👨\u200d👩\u200d👧\u200d👦 gezin", "👨\u200d👩\u200d👧\u200d👦 gezin"),
        ("👩🏽\u200d⚕️", "👩🏽\u200d⚕️", "👩🏽\u200d⚕️"),
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"),
        ("oma\U000e0041\U000e0042", "oma", "oma"),
        ("می\u200cخواهم", "می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष", "क्\u200dष"),
        ("Zoe\u0308", "Zoe\u0308", "Zoe\u0308"),
    ],
)
def test_what_cannot_be_seen_goes_and_no_words_are_glued(typed: str, line: str, lines: str) -> None:
    for kind, entity in ENTITIES.items():
        for spec in dataclasses.fields(entity):
            if not spec.metadata.get("check") or not spec.metadata["check"].__qualname__.startswith("text."):
                continue
            several = f"{kind}.{spec.name}" in SEVERAL_LINES
            with contextlib.suppress(EditError):  # an author's name has no room for all of these
                assert read(entity, {spec.name: typed})[spec.name] == (lines if several else line), (
                    f"{kind}.{spec.name}"
                )
    assert dict(read(Answer, {"more": {"fear": typed}})["more"]) == {"fear": lines}


SEVERAL_LINES = {
    *("info.question", "info.story", "person.notes", "person.left_out_why", "person.unsafe_why", "tie.notes"),
    *("compliment.text", "answer.text", "annotation.text"),
}


@given(st.text(max_size=60))
def test_a_text_that_was_cleaned_is_clean(value: str) -> None:
    for lines in (True, False):
        once = clean(value, lines=lines)
        assert clean(once, lines=lines) == once
        assert lines or not set(once) & set("\t\n\r\x0b\x0c\x85\u2028\u2029")


@pytest.mark.parametrize(
    "name", ["\u200b\u200b", "\u2800", "\u3164", "\u200d", "\u202e \u00ad", "\ufe0f", "\u115f\u1160"]
)
def test_a_name_of_which_nothing_can_be_seen_is_refused_with_a_sentence(name: str) -> None:
    case = perform(Case(), AddPerson("p1", "tante"))
    case = perform(case, Add("version", "v1", {"name": "vandaag"}))
    for edit in (
        AddPerson("p2", name),
        Change("person", "p1", {"role": name}),
        ChangePeople(("p1",), {"role": name}),
        Change("version", "v1", {"name": name}),
        Add("version", "v2", {"name": name}),
    ):
        with pytest.raises(EditError) as error:
            perform(case, edit)
        assert error.value.message.key == "model.error.unseen"
        assert "niets te zien" in error.value.message.text("nl")


def test_nobody_needs_a_name() -> None:
    case = perform(Case(), AddPerson("p1", "  "))
    assert perform(case, Change("person", "p1", {"role": ""})).people["p1"].role == ""
    assert decode("person", {"id": "p2", "role": "\u200b\u200b"}) == Person("p2"), "a file of before can be opened"


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("oma 👨\u200d👩\u200d👧", 6, "oma "),
        ("👨\u200d👩\u200d👧", 5, "👨\u200d👩\u200d👧"),
        ("👨\u200d👩\u200d👧", 4, ""),
        ("Zoe\u0308", 3, "Zo"),
        ("🇳🇱🇧🇪", 3, "🇳🇱"),
        ("नीता", 1, ""),
        ("क्षमा", 2, ""),
        ("กำ", 1, ""),
        ("각", 1, "각"),
        ("가\u1100\u1161", 2, "가"),
        ("a\r\nb", 2, "a"),
        ("👍🏽", 1, ""),
        ("oma", 9, "oma"),
        ("oma", 0, ""),
    ],
)
def test_a_text_is_cut_between_signs(text: str, limit: int, kept: str) -> None:
    assert cut(text, limit) == kept


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
