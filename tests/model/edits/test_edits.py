"""Edits: what each does, what none may break, and that a hostile one ends in one plain error."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.case.geometry import circle_at, domain_at
from netwerk_widgets.model.edits import (
    EDITS,
    Add,
    AddPerson,
    Change,
    Place,
    Put,
    Remove,
    SetSupport,
    describe,
    perform,
    read_edit,
)
from netwerk_widgets.model.errors import EditError
from tests.strategies import edits, histories


def do(case: Case, **wire: Any) -> Case:
    return perform(case, read_edit(wire))


@pytest.fixture
def mo() -> Case:
    case = do(Case(), edit="add_person", id="mo", role="Mo", circle=0)
    case = do(case, edit="add_person", id="aunt", role="tante", circle=2, domain="family")
    return do(case, edit="add_person", id="coach", role="begeleider", x=-200, y=-30)


def test_a_new_person_stands_where_the_place_says_and_is_tied_to_the_centre(mo: Case) -> None:
    coach = mo.people["coach"]
    assert (coach.circle, coach.domain, coach.professional) == (2, "professionals", True)
    assert (coach.x, coach.y, coach.number) == (-200, -30, 3)
    assert [(t.source, t.target) for t in mo.ties.values()] == [("mo", "aunt"), ("mo", "coach")]


def test_a_person_out_of_sight_and_a_second_centre_get_no_tie(mo: Case) -> None:
    case = do(mo, edit="add_person", id="niece", role="nicht", circle=4)
    case = do(case, edit="add_person", id="sam", role="Sam", circle=0)
    assert len(case.ties) == len(mo.ties)
    assert [member.id for member in case.centre] == ["mo", "sam"]


def test_a_tie_id_that_is_taken_does_not_swallow_the_new_tie(mo: Case) -> None:
    case = do(mo, edit="add", kind="tie", id="tneighbour", fields={"source": "mo", "target": "aunt"})
    case = do(case, edit="add_person", id="neighbour", role="buurvrouw")
    assert [tie.target for tie in case.ties_of("neighbour")] == ["neighbour"]


def test_what_somebody_is_stays_when_they_are_drawn_elsewhere(mo: Case) -> None:
    friends = do(mo, edit="place", moves=[["aunt", 200, 220]])
    assert (friends.people["aunt"].domain, friends.people["aunt"].belongs) == ("neighbours", "family")
    assert friends.people["aunt"].kin
    further = do(friends, edit="put", people=["aunt"], domain="clubs")
    assert further.people["aunt"].belongs == "family"
    back = do(further, edit="put", people=["aunt"], domain="family")
    assert (back.people["aunt"].belongs, back.people["aunt"].kin) == ("", True)
    other = do(friends, edit="change", kind="person", id="aunt", fields={"belongs": "neighbours"})
    assert (other.people["aunt"].belongs, other.people["aunt"].kin) == ("", False)


def test_whoever_comes_out_of_the_middle_is_of_where_they_are_put(mo: Case) -> None:
    case = do(mo, edit="add_person", id="sam", role="Sam", circle=0)
    case = do(case, edit="change", kind="person", id="sam", fields={"circle": 1, "domain": "friends"})
    assert (case.people["sam"].domain, case.people["sam"].belongs) == ("friends", "")


WAYS_AMONG_PROFESSIONALS: list[dict[str, Any]] = [
    {"edit": "place", "moves": [["aunt", -200, -60]]},
    {"edit": "place", "moves": [["aunt", -200, -60]], "wished": True},
    {"edit": "put", "people": ["aunt"], "domain": "professionals"},
    {"edit": "put", "people": ["aunt"], "domain": "professionals", "wished": True},
    {"edit": "change", "kind": "person", "id": "aunt", "fields": {"domain": "professionals"}},
    {"edit": "change_people", "people": ["aunt"], "fields": {"domain": "professionals"}},
]


@pytest.mark.parametrize("way", WAYS_AMONG_PROFESSIONALS)
def test_whoever_comes_among_the_professionals_is_asked_about_once(mo: Case, way: dict[str, Any]) -> None:
    case = do(mo, **way)
    aunt = case.people["aunt"]
    assert (aunt.professional_asked, aunt.professional, aunt.formal, aunt.kin) == ("open", False, False, True)
    yes = do(case, edit="change", kind="person", id="aunt", fields={"professional": True}).people["aunt"]
    assert (yes.professional_asked, yes.formal, yes.kin) == ("", True, False)
    no = do(case, edit="change", kind="person", id="aunt", fields={"professional_asked": "no"})
    away = do(no, edit="put", people=["aunt"], domain="friends")
    again = do(away, edit="put", people=["aunt"], domain="professionals")
    assert [one.people["aunt"].professional_asked for one in (no, away, again)] == ["no", "no", "no"]


def test_whoever_leaves_unasked_is_not_asked_about_any_more(mo: Case) -> None:
    case = do(mo, edit="put", people=["aunt"], domain="professionals")
    assert do(case, edit="put", people=["aunt"], domain="family").people["aunt"].professional_asked == ""


def test_to_take_the_mark_away_is_an_answer_and_an_animal_is_no_professional(mo: Case) -> None:
    coach = do(mo, edit="change", kind="person", id="coach", fields={"professional": False}).people["coach"]
    assert (coach.professional_asked, coach.formal) == ("no", False)
    cat = do(mo, edit="change", kind="person", id="aunt", fields={"pet": True})
    assert do(cat, edit="put", people=["aunt"], domain="professionals").people["aunt"].professional_asked == ""


def test_placing_sets_circle_and_domain_and_nothing_else(mo: Case) -> None:
    before = mo.people["aunt"]
    after = do(mo, edit="place", moves=[["aunt", 10, -400]]).people["aunt"]
    assert (after.circle, after.domain) == (4, "family")
    changed = {name for name in before.__slots__ if getattr(before, name) != getattr(after, name)}
    assert changed <= {"x", "y", "circle", "domain"}


def test_a_place_beyond_the_map_comes_back_onto_it(mo: Case) -> None:
    aunt = do(mo, edit="place", moves=[["aunt", 5000, 0]]).people["aunt"]
    assert (aunt.x, aunt.circle) == (398.0, 4)


def test_putting_finds_a_spot_of_its_own(mo: Case) -> None:
    case = do(mo, edit="put", people=["aunt", "coach"], circle=1, domain="friends")
    aunt, coach = case.people["aunt"], case.people["coach"]
    assert {aunt.circle, coach.circle} == {1}
    assert (aunt.x, aunt.y) != (coach.x, coach.y)


def test_a_changed_circle_moves_the_person_along(mo: Case) -> None:
    aunt = do(mo, edit="change", kind="person", id="aunt", fields={"circle": 1, "notes": "belt elke week"}).people[
        "aunt"
    ]
    assert (circle_at(aunt.x, aunt.y), aunt.notes) == (1, "belt elke week")


def test_support_reads_from_the_client(mo: Case) -> None:
    case = do(mo, edit="set_support", person="aunt", kind="practical", direction="given")
    assert case.ties["taunt"].direction("practical") == "given"
    assert case.ties["taunt"].direction("advice") == "not_asked"
    assert do(case, edit="set_support", person="aunt", kind="practical", direction="not_asked") == mo


def test_support_along_an_arrow_towards_the_client_is_turned(mo: Case) -> None:
    case = do(mo, edit="remove", ids=[["tie", "taunt"]])
    arrow = {"source": "aunt", "target": "mo", "directed": True}
    case = do(case, edit="add", kind="tie", id="arrow", fields=arrow)
    case = do(case, edit="set_support", person="aunt", kind="advice", direction="given")
    assert case.ties["arrow"].direction("advice") == "received"


def test_a_tie_drawn_towards_the_centre_keeps_its_meaning(mo: Case) -> None:
    fields = {"source": "aunt", "target": "mo", "support": {"advice": "given"}}
    tie = do(mo, edit="add", kind="tie", id="t2", fields=fields).ties["t2"]
    assert (tie.source, tie.target, tie.direction("advice")) == ("mo", "aunt", "received")


def test_a_person_goes_with_all_that_hangs_on_them(mo: Case) -> None:
    case = do(mo, edit="add", kind="compliment", id="c", fields={"person": "aunt", "text": "houdt vol"})
    case = do(case, edit="add", kind="annotation", id="n", fields={"on": "taunt", "text": "wie begon?"})
    case = do(case, edit="add", kind="step", id="s", fields={"person": "aunt", "text": "koffie"})
    case = do(case, edit="add", kind="answer", id="a", fields={"persons": "aunt coach", "text": "tante"})
    case = do(case, edit="remove", ids=[["person", "aunt"]])
    assert not {"aunt", "taunt"} & {*case.people, *case.ties}
    assert not case.compliments
    assert not case.annotations
    assert (case.steps["s"].person, case.steps["s"].text, case.answers["a"].persons) == ("", "koffie", "coach")


@pytest.mark.parametrize(
    "edit",
    [
        {"edit": "remove", "ids": [["person", "mo"]]},
        {"edit": "put", "people": ["mo"], "circle": 2},
        {"edit": "change", "kind": "person", "id": "mo", "fields": {"circle": 2}},
    ],
)
def test_somebody_stays_in_the_middle(mo: Case, edit: dict[str, Any]) -> None:
    with pytest.raises(EditError) as caught:
        do(mo, **edit)
    assert caught.value.message.key == "model.error.last_centre"


HOSTILE: list[Any] = [
    None,
    [],
    "add",
    {},
    {"edit": ["add"]},
    {"edit": "evaluate"},
    {"edit": "add_person"},
    {"edit": "add_person", "id": "p", "role": None},
    {"edit": "add_person", "id": ["p"], "role": "x"},
    {"edit": "add_person", "id": "P p", "role": "x"},
    {"edit": "add_person", "id": "aunt", "role": "x"},
    {"edit": "add_person", "id": "p", "role": "x" * 61},
    {"edit": "add_person", "id": "p", "role": "x", "x": 10**400, "y": 0},
    {"edit": "add_person", "id": "p", "role": "x", "x": float("nan"), "y": 0},
    {"edit": "add_person", "id": "p", "role": "x", "x": True, "y": 0},
    {"edit": "add_person", "id": "p", "role": "x", "circle": 1.5},
    {"edit": "add_person", "id": "p", "role": "x", "circle": 9},
    {"edit": "add_person", "id": "p", "role": "x", "domain": ["family"]},
    {"edit": "add_person", "id": "p", "role": "x", "fields": [1]},
    {"edit": "add_person", "id": "p", "role": "x", "fields": {"number": 7}},
    {"edit": "add_person", "id": "p", "role": "x", "fields": {"surname": "Jansen"}},
    {"edit": "add_person", "id": "p", "role": "x", "fields": {"years_known": 10**400}},
    {"edit": "add_person", "id": "p", "role": "x", "__class__": 1},
    {"edit": "add", "kind": "person", "id": "p"},
    {"edit": "add", "kind": "info", "id": "info"},
    {"edit": "add", "kind": ["tie"], "id": "t"},
    {"edit": "add", "kind": "tie", "id": "taunt", "fields": {"source": "mo", "target": "coach"}},
    {"edit": "add", "kind": "tie", "id": "t", "fields": {"source": "mo", "target": "mo"}},
    {"edit": "add", "kind": "tie", "id": "t", "fields": {"source": "mo", "target": "nobody"}},
    {"edit": "add", "kind": "tie", "id": "t", "fields": {"source": "mo", "target": {}}},
    {"edit": "add", "kind": "tie", "id": "t", "fields": {"source": "mo", "target": "aunt", "support": [[[]]]}},
    {"edit": "add", "kind": "tie", "id": "t", "fields": {"source": "mo", "target": "aunt", "support": {"x": []}}},
    {"edit": "add", "kind": "tie", "id": "t", "fields": {"source": "mo", "target": "aunt", "weight": float("inf")}},
    {"edit": "change", "kind": "info", "id": "info", "fields": {"code": "Linde-7"}},
    {"edit": "change", "kind": "person", "id": "nobody", "fields": {}},
    {"edit": "change", "kind": "person", "id": "aunt", "fields": {"pet": 1}},
    {"edit": "change", "kind": "tie", "id": "taunt", "fields": {"target": "mo"}},
    {"edit": "remove", "ids": []},
    {"edit": "remove", "ids": ["aunt"]},
    {"edit": "remove", "ids": [["info", "info"]]},
    {"edit": "remove", "ids": [["person", ["aunt"]]]},
    {"edit": "remove", "ids": [["person", "aunt"], ["person", "nobody"]]},
    {"edit": "place", "moves": []},
    {"edit": "place", "moves": [["aunt", 1]]},
    {"edit": "place", "moves": [["aunt", "1", "2"]]},
    {"edit": "place", "moves": {"aunt": [1, 2]}},
    {"edit": "put", "people": "aunt", "circle": 1},
    {"edit": "put", "people": ["aunt"], "circle": "1"},
    {"edit": "set_support", "person": "mo", "kind": "advice", "direction": "given"},
    {"edit": "set_support", "person": "aunt", "kind": "money", "direction": "given"},
    {"edit": "set_support", "person": "aunt", "kind": "advice", "direction": None},
]


@pytest.mark.parametrize("wire", HOSTILE, ids=lambda wire: str(wire)[:70])
def test_a_hostile_edit_ends_in_one_plain_error(mo: Case, wire: Any) -> None:
    with pytest.raises(EditError) as caught:
        perform(mo, read_edit(wire))
    for language in ("nl", "en"):
        assert caught.value.message.text(language).endswith(".")


def test_a_deeply_nested_edit_is_refused_without_going_down_into_it() -> None:
    nested: list[Any] = []
    for _ in range(100_000):
        nested = [nested]
    with pytest.raises(EditError):
        read_edit({"edit": "remove", "ids": nested})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELD_NAMES = ("id", "role", "x", "y", "circle", "domain", "tie", "fields", "kind", "ids", "moves", "people", "person")


@given(st.sampled_from(sorted(EDITS)), st.dictionaries(st.sampled_from(FIELD_NAMES), JSON))
def test_any_json_is_read_or_refused(name: str, values: dict[str, Any]) -> None:
    with contextlib.suppress(EditError):
        perform(Case(), read_edit({"edit": name, **values}))


@pytest.mark.parametrize(
    "edit",
    [
        AddPerson(id="p", role=None),  # type: ignore[arg-type]
        AddPerson(id="p", role="x", x=10**400, y=0),
        Add(kind=["tie"], id="t"),  # type: ignore[arg-type]
        Change(kind="person", id="aunt", fields=None),  # type: ignore[arg-type]
        Remove(ids=None),  # type: ignore[arg-type]
        Remove(ids=((["person"], "aunt"),)),  # type: ignore[arg-type]
        Place(moves=(("aunt", "1", 2),)),  # type: ignore[arg-type]
        Put(people=([],)),  # type: ignore[arg-type]
        SetSupport(person="aunt", kind=[], direction="given"),  # type: ignore[arg-type]
    ],
    ids=repr,
)
def test_an_act_made_by_hand_ends_in_the_same_error(mo: Case, edit: Any) -> None:
    with pytest.raises(EditError):
        perform(mo, edit)


@given(histories())
def test_what_no_edit_may_break(history: list[tuple[Any, Case]]) -> None:
    for _, case in history:
        assert case.centre
        assert all({tie.source, tie.target} <= set(case.people) for tie in case.ties.values())
        assert all(tie.source != tie.target for tie in case.ties.values())
        numbers = [person.number for person in case.people.values()]
        assert len(set(numbers)) == len(numbers)
        for person in case.people.values():
            if person.circle != w.CENTRE:
                assert (person.circle, person.domain) == (circle_at(person.x, person.y), domain_at(person.x, person.y))


@given(histories(), st.data())
def test_every_edit_can_be_told_in_both_languages(history: list[tuple[Any, Case]], data: st.DataObject) -> None:
    before = history[-1][1]
    edit = data.draw(edits(before))
    try:
        after = perform(before, edit)
    except EditError:
        return
    message = describe(before if isinstance(edit, Remove) else after, edit)
    assert message.text("nl")
    assert message.text("en")
    assert message.wire()["key"].startswith("model.")


def test_a_note_goes_with_what_it_is_pinned_on_and_takes_its_replies_along(mo: Case) -> None:
    case = mo
    who = next(person for person in case.people.values() if person.circle).id
    for identity, fields in (
        ("n1", {"on": who, "text": "hoort zichzelf praten"}),
        ("n2", {"reply": "n1", "text": "wat zag je?"}),
        ("n3", {"about": "card:facts-01", "text": "mooie vraag"}),
    ):
        case = perform(case, Add("annotation", identity, fields))
    assert set(perform(case, Remove((("annotation", "n1"),))).annotations) == {"n3"}
    assert set(perform(case, Remove((("person", who),))).annotations) == {"n3"}
