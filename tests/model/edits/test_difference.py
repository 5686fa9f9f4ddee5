"""What differs between two versions: each kind of difference in a sentence, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import perform, read_edit
from netwerk_widgets.model.edits.difference import Difference, difference
from tests.strategies import cases


def do(case: Case, *wires: dict[str, Any]) -> Case:
    for wire in wires:
        case = perform(case, read_edit(wire))
    return case


@pytest.fixture
def mo() -> Case:
    return do(
        Case(),
        {"edit": "add_person", "id": "mo", "role": "Mo", "circle": 0},
        {"edit": "add_person", "id": "neighbour", "role": "buurvrouw", "circle": 3, "domain": "neighbours"},
        {"edit": "add_person", "id": "aunt", "role": "tante", "circle": 2, "domain": "family"},
    )


def told(before: Case, after: Case) -> list[str]:
    return [line.sentence.text("nl") for line in difference(before, after).lines]


def change(identity: str, **fields: Any) -> dict[str, Any]:
    return {"edit": "change", "kind": "person", "id": identity, "fields": fields}


def group(edit: str, **fields: Any) -> dict[str, Any]:
    return {"edit": edit, "kind": "group", "id": "g1", "fields": fields}


def test_groups_are_told_by_who_is_in_them(mo: Case) -> None:
    first = do(mo, group("add", name="straat", members="aunt"))
    more = do(first, group("change", members="aunt neighbour"))
    assert told(first, more) == ["Bij een groep gekomen: buurvrouw."]
    assert told(more, first) == ["Niet meer in de groep: buurvrouw."]
    assert told(first, do(first, group("change", name="buren"))) == []
    assert told(first, do(first, {"edit": "remove", "ids": [["group", "g1"]]})) == ["Geen groep meer: tante."]
    gone = do(more, {"edit": "remove", "ids": [["person", "aunt"]]})
    assert told(more, gone) == ["tante: staat niet meer op de kaart."]


def test_somebody_who_came_nearer_and_helps_reads_as_one_sentence(mo: Case) -> None:
    after = do(
        mo,
        {"edit": "put", "people": ["neighbour"], "circle": 2},
        {"edit": "set_support", "person": "neighbour", "kind": "practical", "direction": "received"},
    )
    assert told(mo, after) == ["buurvrouw: van kring 3 naar kring 2, praktische hulp erbij."]
    found = difference(mo, after)
    assert found.were == {"neighbour": (mo.people["neighbour"].x, mo.people["neighbour"].y)}
    assert (found.came, found.went, found.gone) == ((), (), ())


SAID = [
    (change("aunt", domain="friends"), "tante: nu bij vrienden, eerst bij familie."),
    (change("aunt", closeness=3), "tante: gezegd: heel dichtbij."),
    (change("aunt", frequency="weekly"), "tante: contact: elke week."),
    (change("aunt", sleeping=True), "tante: nu slapend."),
    (change("aunt", professional=True), "tante: is hulpverlener."),
    (group("add", name="straat", members="aunt neighbour"), "Groep erbij: tante en buurvrouw."),
    (change("aunt", left_out=True), "tante: nu buiten gelaten."),
    (change("aunt", deceased=True), "tante: overleden."),
    (change("aunt", unsafe=True), "tante: nu: niet benaderen."),
    (change("aunt", valued_role="kookt"), "tante: een gewaardeerde rol erbij."),
    (change("aunt", moment="once"), "tante: van nu naar ooit."),
    (change("aunt", role="oudtante"), "oudtante: heet nu anders."),
    ({"edit": "put", "people": ["aunt"], "circle": 4}, "tante: nu uit beeld, eerst kring 2."),
    ({"edit": "put", "people": ["aunt"], "circle": 0}, "tante: staat nu in het midden."),
    ({"edit": "remove", "ids": [["person", "aunt"]]}, "tante: staat niet meer op de kaart."),
    ({"edit": "remove", "ids": [["tie", "taunt"]]}, "tante: geen band met Mo meer."),
    (
        {"edit": "change", "kind": "tie", "id": "taunt", "fields": {"quality": "strong"}},
        "tante: band van gewoon naar sterk.",
    ),
    (
        {"edit": "set_support", "person": "aunt", "kind": "advice", "direction": "given"},
        "tante: krijgt nu advies van Mo.",
    ),
    (
        {"edit": "add", "kind": "tie", "id": "x", "fields": {"source": "aunt", "target": "neighbour"}},
        "Band erbij: tante en buurvrouw.",
    ),
    (
        {"edit": "add", "kind": "compliment", "id": "c", "fields": {"person": "aunt", "text": "lief"}},
        "tante: een compliment erbij.",
    ),
    (
        {"edit": "add", "kind": "step", "id": "s", "fields": {"person": "aunt", "text": "bellen"}},
        "Een kleine stap erbij, met tante.",
    ),
    ({"edit": "add", "kind": "step", "id": "s", "fields": {"text": "bellen"}}, "Een kleine stap erbij."),
    (
        {"edit": "add_person", "id": "coach", "role": "trainer", "circle": 2, "domain": "clubs"},
        "trainer: nieuw op de kaart (kring 2).",
    ),
]


@pytest.mark.parametrize(("edit", "sentence"), SAID, ids=[sentence for _, sentence in SAID])
def test_each_difference_has_its_sentence(mo: Case, edit: dict[str, Any], sentence: str) -> None:
    after = do(mo, edit)
    assert told(mo, after) == [sentence]
    assert all(line.sentence.text("en") for line in difference(mo, after).lines)


PARTS = (
    "emotionele steun niet meer",
    "krijgt geen emotionele steun meer van Mo",
    "gezegd: niet zo dichtbij, eerst heel dichtbij",
    "niet meer slapend",
    "geen gewaardeerde rol meer genoemd",
)


def test_what_was_and_is_no_more_is_said_too(mo: Case) -> None:
    then = do(
        mo,
        change("aunt", closeness=3, sleeping=True, unsafe=True, valued_role="kookt"),
        {"edit": "set_support", "person": "aunt", "kind": "emotional", "direction": "both"},
        {"edit": "put", "people": ["neighbour"], "circle": 4},
    )
    now = do(
        then,
        change("aunt", closeness=1, sleeping=False, unsafe=False, valued_role=""),
        {"edit": "set_support", "person": "aunt", "kind": "emotional", "direction": "none"},
        {"edit": "put", "people": ["neighbour"], "circle": 3},
    )
    assert told(then, now) == [
        "buurvrouw: weer in beeld (kring 3).",
        "tante: " + ", ".join(PARTS) + ".",
        "tante: staat niet meer op ‘niet benaderen’.",
    ]
    assert set(difference(then, now).came) == {"aunt", "neighbour"}


@pytest.mark.parametrize("mark", ["unsafe", "left_out"])
def test_a_mark_that_the_client_does_not_know_of_has_a_line_of_its_own(mo: Case, mark: str) -> None:
    then = do(mo, change("aunt", **{mark: True, "closeness": 3}))
    assert [line.private for line in difference(mo, then).lines] == [False, True]
    assert [line.private for line in difference(then, do(then, change("aunt", **{mark: False}))).lines] == [True]
    known = do(mo, change("aunt", **{mark: True, f"{mark}_shared": True, "closeness": 3}))
    assert [line.private for line in difference(mo, known).lines] == [False]
    assert [line.private for line in difference(known, do(known, change("aunt", **{mark: False}))).lines] == [False]


def test_a_small_step_that_was_done_is_told(mo: Case) -> None:
    then = do(mo, {"edit": "add", "kind": "step", "id": "s", "fields": {"person": "aunt", "text": "bellen"}})
    now = do(then, {"edit": "change", "kind": "step", "id": "s", "fields": {"done": True}})
    assert told(then, now) == ["Een kleine stap gedaan, met tante."]


def test_free_text_and_figures_are_in_no_sentence(mo: Case) -> None:
    now = do(mo, change("aunt", valued_role="ZEKER", notes="GEHEIM", left_out=True, left_out_why="RUZIE"))
    now = do(
        now,
        *(
            {"edit": "add", "kind": "compliment", "id": f"c{n}", "fields": {"person": "aunt", "text": "FIJN"}}
            for n in range(7)
        ),
    )
    text = json.dumps([line.sentence.wire() for line in difference(mo, now).lines]) + "".join(told(mo, now))
    assert not [word for word in ("ZEKER", "GEHEIM", "RUZIE", "FIJN", "7") if word in text]
    assert "complimenten erbij" in text


def test_who_is_gone_can_be_drawn_where_they_stood(mo: Case) -> None:
    found = difference(mo, do(mo, {"edit": "remove", "ids": [["person", "aunt"]]}))
    assert [(person.id, person.circle) for person in found.gone] == [("aunt", 2)]
    assert [line.people for line in found.lines] == [("aunt",)]


def test_a_step_aside_within_a_circle_is_no_sentence(mo: Case) -> None:
    aunt = mo.people["aunt"]
    found = difference(mo, do(mo, {"edit": "place", "moves": [["aunt", aunt.x + 14, aunt.y]]}))
    assert found.lines == ()
    assert set(found.were) == {"aunt"}


@given(cases(), cases())
def test_any_two_versions_can_be_compared(a: Case, b: Case) -> None:
    found = difference(a, b)
    for line in found.lines:
        assert line.sentence.text("nl")
        assert line.sentence.text("en")
        json.dumps(line.sentence.wire())
    assert {person.id for person in found.gone} == set(a.people) - set(b.people)
    assert set(b.people) - set(a.people) <= found.people
    assert set(found.were) <= set(a.people) & set(b.people)


@given(cases())
def test_nothing_differs_from_itself(case: Case) -> None:
    assert difference(case, case) == Difference()
