"""The list on its Python side: the whole case in words, and what its panel asks."""

from netwerk_widgets.canvas.surface import Surface
from netwerk_widgets.views.list import NetworkList


def answer(page, view, what, **content):
    return page(view, kind="ask", id="q1", what=what, **content)[-1]


def test_the_list_gets_all_that_is_known(desk, page, told):
    (picture,) = page(NetworkList(desk), kind="hello", lang="nl")
    assert {person["id"] for person in picture["entities"]["person"]} == {"mo", "tante", "begeleider"}
    assert picture["info"]["code"] == desk.file.code


def test_what_is_edited_in_the_list_comes_to_every_other_view(desk, page, told):
    one, other = NetworkList(desk), NetworkList(desk)
    page(one, kind="edit", oid="e1", edit={"edit": "put", "people": ["tante"], "circle": 1})
    assert [(who, content["kind"]) for who, content in told] == [(one, "change"), (other, "change")]
    assert desk.file.case.people["tante"].circle == 1


def test_a_text_that_gives_somebody_away_is_warned_of(desk, page, told):
    view = NetworkList(desk)
    found = answer(page, view, "privacy", text="bel tante op 06-12345678")
    assert [warning["key"] for warning in found["warnings"]] == ["privacy.phone"]
    assert answer(page, view, "privacy", text="gaat mee naar de markt")["warnings"] == []
    assert answer(page, view, "privacy", text=None)["warnings"] == []


def test_a_person_is_forgotten_when_the_page_asks(desk, page, told):
    view = NetworkList(desk)
    assert answer(page, view, "forget_person", person="tante")["rev"] == desk.file.revision
    assert "tante" not in desk.file.case.people
    assert desk.file.can_undo is None or "tante" not in str(desk.file.can_undo.message)


def test_forgetting_somebody_who_is_not_there_says_so(desk, page, told):
    assert answer(page, NetworkList(desk), "forget_person", person="niemand")["error"]["key"] == "model.error.gone"


def test_a_notebook_that_is_saved_names_nobody(desk):
    view = NetworkList(desk)
    assert repr(view) == "NetworkList(people=3, ties=2)"
    kept = {name: value for name, value in view.get_state().items() if name != "_esm"}
    assert "tante" not in str(kept)
    assert isinstance(view, Surface)
