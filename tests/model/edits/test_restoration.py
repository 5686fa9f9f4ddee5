"""The wished map beside the map of now, people called back from then, and the whole case set back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from netwerk_widgets.model.case.entities import Case, Version
from netwerk_widgets.model.case.wishes import as_now, as_wished, wish_of
from netwerk_widgets.model.edits import describe, perform, read_edit
from netwerk_widgets.model.edits.difference import difference
from netwerk_widgets.model.edits.restoration import called_back, set_back
from netwerk_widgets.model.errors import EditError
from tests.strategies import cases


def do(case: Case, **wire: Any) -> Case:
    return perform(case, read_edit(wire))


@pytest.fixture
def mo() -> Case:
    case = do(Case(), edit="add_person", id="mo", role="Mo", circle=0)
    case = do(case, edit="add_person", id="aunt", role="tante", circle=3, domain="family")
    return do(case, edit="add_person", id="uncle", role="oom", circle=2, domain="family")


def test_a_wish_moves_nobody(mo: Case) -> None:
    edit = read_edit({"edit": "place", "moves": [["aunt", 20, -90]], "wished": True})
    case = perform(mo, edit)
    aunt = case.people["aunt"]
    assert (aunt.x, aunt.y, aunt.circle) == (mo.people["aunt"].x, mo.people["aunt"].y, 3)
    assert wish_of(aunt) == (20, -90)
    assert describe(case, edit).text("nl") == "wens voor tante aangepast"


def test_a_wish_at_the_own_place_is_none(mo: Case) -> None:
    case = do(mo, edit="place", moves=[["aunt", 20, -90]], wished=True)
    aunt = case.people["aunt"]
    case = do(case, edit="place", moves=[["aunt", aunt.x + 3, aunt.y]], wished=True)
    assert wish_of(case.people["aunt"]) is None
    assert case == mo


def test_somebody_is_wished_in_a_circle_without_a_drag(mo: Case) -> None:
    before = mo.people["aunt"]
    case = do(mo, edit="put", people=["aunt", "uncle"], circle=1, wished=True)
    aunt, uncle = case.people["aunt"], case.people["uncle"]
    assert (aunt.x, aunt.y, aunt.circle, aunt.domain) == (before.x, before.y, before.circle, before.domain)
    assert wish_of(aunt) != wish_of(uncle)
    there = as_wished(case).people["aunt"]
    assert (there.circle, there.domain) == (1, before.domain)
    case = do(case, edit="put", people=["aunt"], domain="friends", wished=True)
    there = as_wished(case).people["aunt"]
    assert (there.circle, there.domain) == (1, "friends"), "the wished circle stays when the domain is wished"
    assert do(case, edit="put", people=["aunt"], circle=1, domain="friends", wished=True) == case
    case = do(case, edit="put", people=["aunt"], circle=before.circle, domain=before.domain, wished=True)
    assert case.people["aunt"] == before, "wished where one stands is no wish"


def test_whoever_is_in_the_middle_is_wished_nowhere_else(mo: Case) -> None:
    assert do(mo, edit="put", people=["mo"], circle=2, wished=True) == mo
    with pytest.raises(EditError):
        do(mo, edit="put", people=["aunt"], circle=0, wished=True)
    for wrong in ({"circle": 7}, {"domain": "moon"}):
        with pytest.raises(EditError):
            do(mo, edit="put", people=["aunt"], **wrong, wished=True)


def test_a_wish_has_its_own_sentence(mo: Case) -> None:
    edit = read_edit({"edit": "put", "people": ["aunt"], "circle": 1, "wished": True})
    assert describe(mo, edit).text("nl") == "wens voor tante aangepast"


def test_the_wished_map_differs_in_what_was_wished(mo: Case) -> None:
    case = do(mo, edit="place", moves=[["aunt", 20, -90]], wished=True)
    case = do(case, edit="add_person", id="coach", role="trainer", circle=2, domain="clubs", fields={"moment": "soon"})
    found = difference(as_now(case), as_wished(case))
    assert [line.sentence.text("nl") for line in found.lines] == [
        "tante: van kring 3 naar kring 1.",
        "trainer: nieuw op de kaart (kring 2).",
    ]
    assert "coach" not in as_now(case).people
    assert "tcoach" not in as_now(case).ties
    assert as_wished(case).ties["tcoach"].moment == "now"


@given(cases())
def test_without_wishes_the_two_maps_are_alike(case: Case) -> None:
    later = any(p.moment == "soon" for p in case.people.values()) or any(t.moment == "soon" for t in case.ties.values())
    if not later:
        assert difference(as_now(case), as_wished(case)).lines == ()
    for one in (as_now(case), as_wished(case)):
        assert {end for tie in one.ties.values() for end in (tie.source, tie.target)} <= set(one.people)


def test_somebody_comes_back_with_ties_and_compliments(mo: Case) -> None:
    then = do(mo, edit="add", kind="tie", id="b", fields={"source": "aunt", "target": "uncle"})
    then = do(then, edit="add", kind="compliment", id="c", fields={"person": "aunt", "text": "lief"})
    now = do(then, edit="remove", ids=[["person", "aunt"]])
    back = called_back(now, then, ["aunt"])
    assert difference(then, back).lines == ()
    assert dict(back.ties) == dict(then.ties)
    assert set(back.compliments) == {"c"}


def test_a_tie_to_somebody_who_stays_away_does_not_come_back(mo: Case) -> None:
    then = do(mo, edit="add", kind="tie", id="b", fields={"source": "aunt", "target": "uncle"})
    now = do(then, edit="remove", ids=[["person", "aunt"], ["person", "uncle"]])
    assert set(called_back(now, then, ["aunt"]).ties) == {"taunt"}


@pytest.mark.parametrize("people", [[], ["aunt"], ["nobody"]])
def test_only_who_was_there_and_is_not_comes_back(mo: Case, people: list[str]) -> None:
    with pytest.raises(EditError):
        called_back(mo, mo, people)


def test_set_back_is_then_with_the_names_of_now_and_no_number_twice(mo: Case) -> None:
    now = do(mo, edit="add_person", id="late", role="buur")
    now = now.with_entities("version", {"v": Version("v", "vandaag", 5)})
    back = set_back(now, mo)
    assert dict(back.people) == dict(mo.people)
    assert set(back.versions) == {"v"}
    assert back.info.last_number == now.info.last_number


def test_several_people_are_changed_at_once(mo: Case) -> None:
    edit = read_edit({"edit": "change_people", "people": ["aunt", "uncle"], "fields": {"sleeping": True}})
    case = perform(mo, edit)
    assert [person.sleeping for person in case.people.values()] == [False, True, True]
    assert describe(case, edit).text("nl") == "tante en oom aangepast"
    with pytest.raises(EditError):
        do(mo, edit="change_people", people=[], fields={"sleeping": True})
    with pytest.raises(EditError):
        do(mo, edit="change_people", people=["aunt"], fields={"number": 3})
