"""What an answer suggests for the map: on cases one can check by hand, and that each tap does what its sentence says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from netwerk_widgets.locale import LANGUAGES
from netwerk_widgets.model.cards.pile import DECLINED, declined
from netwerk_widgets.model.cards.suggestions import is_put, suggestions, support_with
from netwerk_widgets.model.case.entities import Answer, Case, Person, Tie
from netwerk_widgets.model.case.words import DIRECTIONS, SUPPORT_KINDS
from netwerk_widgets.model.edits import perform, read_edit
from tests.strategies import cases

PUTS = ("received", "given", "received.emotional", "received.marked", "step", "step.half", "valued.role")
PUTS += ("sleeping", "unsafe", "calm", "person", "compliment")


def said(text: str = "", *, mark: str = "", support: dict[str, str] | None = None, **more: str) -> Case:
    """An answer that names a sister, of whom the map says what ``support`` says."""
    people = [Person("mo", number=1, role="Mo", circle=0), Person("zus", number=2, role="zus", circle=2)]
    tie = Tie("t", source="mo", target="zus", support=tuple((support or {}).items()))  # type: ignore[arg-type]
    answer = Answer("a", card="c", text=text, mark=mark, persons="zus", more=tuple(more.items()))
    return Case(people={one.id: one for one in people}, ties={"t": tie}, answers={"a": answer})


def ids(case: Case, *puts: str) -> list[str]:
    return [one.id for one in suggestions(case, "c", puts, declined(case))]


def tapped(case: Case, put: str, tap: int = 0) -> Case:
    found = suggestions(case, "c", [put])[0]
    edit = dict(found.taps[tap].edit)
    return perform(case, read_edit(edit | {"id": "new"} if edit["edit"] == "add" else edit))


def changed(case: Case, **fields: Any) -> Case:
    return case.with_entities("person", {"zus": replace(case.people["zus"], **fields)})


def test_support_of_one_kind_is_offered_and_then_no_more() -> None:
    case = said()
    assert suggestions(case, "c", ["received.emotional"])[0].says.text("nl") == (
        "Zo klinkt het: emotionele steun van zus. Dat staat nog niet op de kaart."
    )
    after = tapped(case, "received.emotional")
    assert dict(after.ties["t"].support) == {"emotional": "received"}
    assert ids(after, "received.emotional") == []
    assert case.ties["t"].support == ()  # nothing is done by itself


@pytest.mark.parametrize(
    ("drawn", "sentence", "after"),
    [
        ("none", "Op de kaart staat dat er van zus geen emotionele steun komt. Hier klinkt het anders.", "received"),
        ("given", "Op de kaart gaat emotionele steun alleen naar zus toe. Hier klinkt het andersom.", "both"),
    ],
)
def test_where_the_map_says_something_else_it_is_asked_about(drawn: str, sentence: str, after: str) -> None:
    case = said(support={"emotional": drawn})
    assert suggestions(case, "c", ["received.emotional"])[0].says.text("nl") == f"{sentence} Klopt de kaart nog?"
    assert support_with(tapped(case, "received.emotional"), "zus") == {"emotional": after}


@pytest.mark.parametrize("drawn", ["received", "both"])
def test_where_the_map_says_so_already_nothing_is_offered(drawn: str) -> None:
    assert ids(said(support={"emotional": drawn}), "received.emotional", "received") == []


def test_of_which_kind_it_is_may_be_chosen_in_one_tap() -> None:
    case = said()
    found = suggestions(case, "c", ["given"])[0]
    assert [tap.label.text("nl") for tap in found.taps] == [
        "praktisch",
        "gezelschap",
        "advies",
        "emotioneel",
        "waardering",
    ]
    assert support_with(tapped(case, "given", 1), "zus") == {"company": "given"}


def test_a_tie_read_from_the_other_end_is_read_rightly() -> None:
    case = said(support={"emotional": "given"})
    turned = replace(case.ties["t"], source="zus", target="mo")
    assert ids(case.with_entities("tie", {"t": turned}), "received.emotional") == []
    assert ids(case.with_entities("tie", {"t": turned}), "given.emotional") == ["given.emotional.zus"]


def test_without_a_tie_one_is_drawn() -> None:
    case = said().with_entities("tie", {"t": None})
    assert support_with(tapped(case, "received.emotional"), "zus") == {"emotional": "received"}


def test_the_marks_of_a_row_say_the_kinds() -> None:
    case = said(mark="practical emotional")
    assert ids(case, "received.marked") == ["received.practical.zus", "received.emotional.zus"]


def test_half_a_step_becomes_a_small_step_once() -> None:
    case = said(half="samen  koffie")
    after = tapped(case, "step.half")
    assert [(step.text, step.person) for step in after.steps.values()] == [("samen koffie", "zus")]
    assert ids(after, "step.half") == []
    assert ids(said(), "step.half") == []


def test_what_somebody_values_is_asked_about_where_the_map_says_another() -> None:
    case = said(role="zingt voor")
    after = tapped(case, "valued.role")
    assert after.people["zus"].valued_role == "zingt voor"
    assert ids(after, "valued.role") == []
    other = suggestions(changed(case, valued_role="kookt"), "c", ["valued.role"])[0]
    assert other.says.key == "suggest.valued.other"


def test_quiet_contact_and_not_to_be_approached_are_offered_until_they_are_there() -> None:
    case = said()
    assert tapped(case, "sleeping").people["zus"].sleeping
    assert ids(changed(case, sleeping=True), "sleeping") == []
    assert tapped(case, "unsafe").people["zus"].unsafe


def test_whoever_must_not_be_approached_is_proposed_nothing_and_only_asked_about() -> None:
    case = changed(said("iets", mark="emotional", half="x", role="y"), unsafe=True)
    assert ids(case, *PUTS) == ["calm.zus"]
    assert suggestions(case, "c", ["calm"])[0].taps == ()


def test_what_was_declined_does_not_come_back() -> None:
    case = said()
    no = Answer("no", card=f"{DECLINED}received.emotional.zus")
    assert ids(case.with_entities("answer", {"no": no}), "received.emotional") == []


def test_answers_about_another_case_say_nothing_of_this_map() -> None:
    assert ids(said(case="Linde-7"), "received.emotional") == []


def test_what_data_may_say() -> None:
    assert all(map(is_put, PUTS))
    assert not any(map(is_put, ("received.money", "sleeping.deep", "paint", "", 3, None)))


@given(cases())
def test_every_tap_can_be_done_and_takes_its_suggestion_away(case: Case) -> None:
    for card in {answer.card for answer in case.answers.values()}:
        for one in suggestions(case, card, PUTS):
            assert all(one.says.text(language) for language in LANGUAGES)
            assert DECLINED + one.id == Answer("x", card=DECLINED + one.id).card
            assert len(DECLINED + one.id) <= 60
            for tap in one.taps:
                edit = dict(tap.edit)
                after = perform(case, read_edit(edit | {"id": "brandnew"} if edit["edit"] == "add" else edit))
                assert one.id not in {left.id for left in suggestions(after, card, PUTS)}


@given(cases())
def test_support_is_read_as_it_is_written(case: Case) -> None:
    for person in case.people.values():
        for kind, direction in support_with(case, person.id).items():
            assert kind in SUPPORT_KINDS
            assert direction in DIRECTIONS
