"""The map view: the drawing first, the entities behind it when asked, and small deltas."""

import json

import pytest

from netwerk_widgets.views.map import NetworkMap


@pytest.fixture
def shown(desk, told):
    return NetworkMap(desk)


def test_the_picture_is_drawn_by_pyvis_and_brings_no_entities(shown, page):
    (picture,) = page(shown, kind="hello", lang="nl")
    assert {node["label"] for node in picture["nodes"]} == {"Mo", "tante", "begeleider"}
    assert picture["options"]["physics"] is False
    assert picture["entities"] == {}
    assert len(picture["frame"]["domains"]) == 7


def test_the_entities_come_when_asked(shown, page):
    (answer,) = page(shown, kind="ask", id="q", what="entities")
    assert len(answer["entities"]["person"]) == 3


def test_a_change_brings_the_changed_nodes_and_edges_only(shown, page):
    edit = {"edit": "place", "moves": [["tante", 10, -90]]}
    (change,) = page(shown, kind="edit", oid="e", edit=edit)
    assert [node["id"] for node in change["nodes"]] == ["tante"]
    assert change["edges"] == []
    assert len(json.dumps(change)) < 2000


def test_where_somebody_is_and_what_they_are_called_is_told_once(shown, page):
    """By the person among the changes; whoever is drawn anew for another reason has it with them."""
    (change,) = page(shown, kind="edit", oid="e", edit={"edit": "place", "moves": [["tante", 10, -90]]})
    (person,), (node,) = change["changes"], change["nodes"]
    assert (person["after"]["x"], person["after"]["role"]) == (10, "tante")
    assert not {"x", "y", "label", "n"} & set(node)
    said = {"person": "tante", "text": "zij kan goed luisteren"}
    (change,) = page(
        shown, kind="edit", oid="c", edit={"edit": "add", "kind": "compliment", "id": "c1", "fields": said}
    )
    (node,) = change["nodes"]
    assert (node["x"], node["label"], node["ring"]) == (10, "tante", 1)


def test_a_removed_person_goes_with_the_ties(shown, page):
    (change,) = page(shown, kind="edit", oid="e", edit={"edit": "remove", "ids": [["person", "tante"]]})
    assert set(change["gone"]) == {"tante", "ttante"}


@pytest.mark.parametrize("lens", ["without_us", "you_give", "then", "now", "soon", "drawn_said"])
def test_a_lens_is_a_sentence_and_a_question(shown, page, lens):
    (answer,) = page(shown, kind="ask", id="q", what="lens", lens=lens)
    assert answer["sentence"]["key"]
    assert answer["question"]["key"]
    assert set(answer["people"]) == {"mo", "tante", "begeleider"}


@pytest.mark.parametrize("lens", ["", None, "score", ["now"]])
def test_an_unknown_lens_is_refused(shown, page, lens):
    (answer,) = page(shown, kind="ask", id="q", what="lens", lens=lens)
    assert "error" in answer


def edited(shown, page, x):
    (change,) = page(shown, kind="edit", oid=f"e{x}", edit={"edit": "place", "moves": [["tante", x, -90]]})
    return change


def test_a_change_brings_what_the_lens_says_now_to_whoever_looks_through_one(shown, page):
    assert "look" not in edited(shown, page, 10)
    page(shown, kind="ask", id="q", what="lens", lens="drawn_said")
    look = edited(shown, page, 20)["look"]
    (asked,) = page(shown, kind="ask", id="q", what="lens", lens="drawn_said")
    assert (look["lens"], look["version"]) == ("drawn_said", "")
    assert look["view"] == {key: asked[key] for key in asked if key not in ("kind", "id")}
    remove = {"edit": "remove", "ids": [["person", "tante"]]}
    (change,) = page(shown, kind="edit", oid="r", edit=remove)
    assert set(change["look"]["view"]["people"]) == {"mo", "begeleider"}


@pytest.mark.parametrize("away", [{"kind": "ask", "id": "q", "what": "look_away"}, {"kind": "hello", "lang": "nl"}])
def test_whoever_looks_away_or_is_drawn_anew_is_told_nothing_of_a_lens(shown, page, away):
    page(shown, kind="ask", id="q", what="lens", lens="now")
    assert "look" in edited(shown, page, 10)
    page(shown, **away)
    assert "look" not in edited(shown, page, 20)


def test_a_lens_that_is_refused_is_not_told(shown, page):
    page(shown, kind="ask", id="q", what="lens", lens="now")
    page(shown, kind="ask", id="q", what="lens", lens="score")
    assert "look" not in edited(shown, page, 10)


def test_repr_is_stable_and_names_nobody(shown):
    assert repr(shown) == "NetworkMap(people=3, ties=2)"
