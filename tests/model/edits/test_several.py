"""What is done with several people at once: ties among them, copies beside them, a row on one circle."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.exchange.content import practice_case
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.case.geometry import TOUCHING, circle_at, domain_at
from netwerk_widgets.model.edits import describe, perform, read_edit
from netwerk_widgets.model.errors import EditError
from tests.strategies import cases


def do(case: Case, **wire: Any) -> Case:
    return perform(case, read_edit(wire))


def refused(case: Case, **wire: Any) -> str:
    """Why it is not done."""
    with pytest.raises(EditError) as error:
        do(case, **wire)
    return error.value.message.key.removeprefix("model.error.")


@pytest.fixture
def mo() -> Case:
    return practice_case("mo", "nl")


def pairs(case: Case) -> list[frozenset[str]]:
    return [frozenset((tie.source, tie.target)) for tie in case.ties.values()]


def test_all_are_tied_to_each_other_once(mo: Case) -> None:
    chosen = ("cat", "boss", "neighbour")
    after = do(mo, edit="connect", people=chosen)
    new = set(pairs(after)) - set(pairs(mo))
    assert new == {frozenset(pair) for pair in itertools.combinations(chosen, 2)}
    assert len(after.ties) == len(mo.ties) + 3
    again = do(after, edit="connect", people=(*chosen, "team"))
    assert len(again.ties) == len(after.ties) + 3, "who is tied already gets no second tie"
    assert refused(after, edit="connect", people=chosen) == "already_tied"


def test_all_are_tied_to_one_and_a_tie_with_the_centre_begins_there(mo: Case) -> None:
    after = do(mo, edit="connect", people=["oldmate", "trainer", "niece"], hub="mo", moment="soon")
    new = [tie for identity, tie in after.ties.items() if identity not in mo.ties]
    assert {(tie.source, tie.target, tie.moment) for tie in new} == {
        ("mo", one, "soon") for one in ("oldmate", "trainer", "niece")
    }
    assert describe(after, read_edit({"edit": "connect", "people": ["cat"], "hub": "mo"})).text("nl") == (
        "Mo en kat verbonden"
    )


def test_too_many_are_refused_and_nobody_is_tied_to_themselves(mo: Case) -> None:
    assert refused(mo, edit="connect", people=list(mo.people)) == "too_many_ties"
    assert refused(mo, edit="connect", people=["mo"], hub="mo") == "nothing_chosen"
    assert refused(mo, edit="connect", people=["mo", "nobody"]) == "gone"


def test_a_copy_stands_beside_looks_the_same_and_knows_nothing(mo: Case) -> None:
    mo = do(mo, edit="change", kind="person", id="aunt", fields={"unsafe": True, "unsafe_why": "x", "left_out": True})
    after = do(mo, edit="copy", copies=[["aunt", "p1"], ["worker", "p2"]])
    aunt, copy, worker = after.people["aunt"], after.people["p1"], after.people["p2"]
    assert (copy.role, worker.role) == ("tante 2", "begeleider 2")
    assert (copy.circle, copy.domain, copy.kin) == (aunt.circle, aunt.domain, aunt.kin)
    assert (worker.professional, worker.organisation) == (True, mo.people["worker"].organisation)
    assert 0 < math.dist((copy.x, copy.y), (aunt.x, aunt.y)) < 150
    said = ("notes", "valued_role", "closeness", "unsafe", "unsafe_why", "left_out")
    assert not [name for name in said if getattr(copy, name)]
    (tie,) = after.ties_of("p1")
    assert (tie.source, tie.quality, tie.support, tie.notes) == ("mo", "strong", (), "")
    assert do(after, edit="copy", copies=[["p1", "p3"]]).people["p3"].role == "tante 3"


def test_ties_among_those_who_are_copied_are_copied_too(mo: Case) -> None:
    after = do(mo, edit="copy", copies=[["worker", "p1"], ["team", "p2"]])
    among = frozenset(("worker", "team")) in pairs(mo)
    assert (frozenset(("p1", "p2")) in pairs(after)) == among
    assert refused(mo, edit="copy", copies=[["mo", "p9"]]) == "copy_centre"
    assert refused(mo, edit="copy", copies=[["aunt", "cat"]]) == "id_taken"


def turn(x: float, y: float) -> float:
    return math.degrees(math.atan2(x, -y)) % 360


def test_a_row_on_one_circle_keeps_directions(mo: Case) -> None:
    chosen = ["aunt", "friend", "boss", "ex"]
    after = do(mo, edit="put", people=chosen, circle=2)
    for identity in chosen:
        old, new = mo.people[identity], after.people[identity]
        assert (new.circle, new.domain) == (2, old.domain)
        assert abs((turn(old.x, old.y) - turn(new.x, new.y) + 180) % 360 - 180) < 30
    assert all(abs(math.hypot(after.people[one].x, after.people[one].y) - 172.5) < 0.5 for one in chosen)


def test_a_row_can_be_wished(mo: Case) -> None:
    after = do(mo, edit="put", people=["aunt", "boss", "mo"], circle=1, wished=True)
    assert all((p.x, p.y) == (mo.people[i].x, mo.people[i].y) for i, p in after.people.items())
    wishes = [(p.wish_x, p.wish_y) for p in after.people.values() if p.wish_x is not None and p.wish_y is not None]
    assert [circle_at(*wish) for wish in wishes] == [1, 1]


@given(st.data())
def test_whatever_is_done_with_several_places_and_words_agree(data: st.DataObject) -> None:
    case = data.draw(cases())
    people = (
        data.draw(st.lists(st.sampled_from(sorted(case.people)), min_size=2, max_size=6, unique=True))
        if len(case.people) > 1
        else []
    )
    if not people:
        return
    circle = data.draw(st.sampled_from(w.CIRCLES))
    edits: list[dict[str, Any]] = [
        {"edit": "put", "people": people, "circle": circle},
        {"edit": "copy", "copies": [(one, f"n{at}") for at, one in enumerate(people)]},
        {"edit": "connect", "people": people},
    ]
    for edit in edits:
        try:
            after = do(case, **edit)
        except EditError:
            continue
        assert after.centre
        for person in after.people.values():
            if person.circle != w.CENTRE:
                assert (person.circle, person.domain) == (circle_at(person.x, person.y), domain_at(person.x, person.y))


def test_in_a_row_nobody_stands_over_another(mo: Case) -> None:
    everybody = [person.id for person in mo.people.values() if person.circle != w.CENTRE]
    after = do(mo, edit="put", people=everybody, circle=3)
    places = [(person.x, person.y) for person in after.people.values()]
    assert min(math.dist(one, other) for one, other in itertools.combinations(places, 2)) >= TOUCHING
