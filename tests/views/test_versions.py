"""Now beside then and beside what is wished, and people called back: what the map answers."""

import json

import pytest

from netwerk_widgets.model.edits import Change, Put, Remove
from netwerk_widgets.views.map import NetworkMap


@pytest.fixture
def shown(desk, told):
    return NetworkMap(desk, lens="since")


@pytest.fixture
def ask(shown, page):
    def asked(what, **content):
        return next(m for m in page(shown, kind="ask", id="q", what=what, **content) if m["kind"] == "answer")

    return asked


@pytest.fixture
def since(desk, shown, page):
    """A version, and after it: the aunt nearer, the worker gone."""
    file = desk.file
    fields = {"name": "intake", "revision": file.revision, "at": "2026-08-20T10:00:00Z"}
    page(shown, kind="edit", oid="v", edit={"edit": "add", "kind": "version", "id": "v1", "fields": fields})
    file.apply(Put(("tante",), circle=1))
    file.apply(Remove((("person", "begeleider"),)))
    return file


def test_without_a_version_it_says_how_to_begin(ask):
    answer = ask("lens", lens="since")
    assert answer["sentence"]["key"] == "difference.since.no_version.sentence"
    assert (answer["version"], answer["lines"], answer["gone"]) == ("", [], [])


def test_now_beside_the_latest_version(since, ask):
    answer = ask("lens", lens="since")
    assert answer["version"] == "v1"
    assert [line["people"] for line in answer["lines"]] == [["tante"], ["begeleider"]]
    assert answer["were"] == {"tante": [60, -160]}
    assert [(one["id"], one["back"]) for one in answer["gone"]] == [("begeleider", True)]
    assert answer["people"] == {"mo": "bright", "tante": "bright"}
    assert "tante" not in json.dumps([line["sentence"] for line in answer["lines"]]).replace('{"person": "tante"}', "")


def moved(shown, page, x):
    edit = {"edit": "place", "moves": [["tante", x, -90]]}
    return next(m for m in page(shown, kind="edit", oid=f"m{x}", edit=edit) if m["kind"] == "change")


def test_a_change_brings_what_differs_now_and_nothing_of_a_version_that_is_gone(since, shown, page, ask):
    ask("lens", lens="since", version="v1")
    look = moved(shown, page, 10)["look"]
    assert (look["lens"], look["version"], look["view"]["version"]) == ("since", "v1", "v1")
    assert look["view"] == {
        key: value
        for key, value in ask("lens", **{k: look[k] for k in ("lens", "version")}).items()
        if key not in ("kind", "id")
    }
    page(shown, kind="edit", oid="gone", edit={"edit": "remove", "ids": [["version", "v1"]]})
    assert "look" not in moved(shown, page, 20)


def test_a_wish_comes_with_the_change_that_is_one(shown, page, ask):
    ask("lens", lens="wished")
    edit = {"edit": "place", "moves": [["tante", 10, -80]], "wished": True}
    change = next(m for m in page(shown, kind="edit", oid="w", edit=edit) if m["kind"] == "change")
    assert change["look"]["view"]["were"] == {"tante": [60, -160]}
    assert set(change["look"]["view"]["wishes"]) == {"tante"}


def test_with_the_client_a_change_tells_no_mark_that_they_do_not_know_of(since, shown, page, ask):
    page(shown, kind="hello", lang="nl", together=True)
    ask("lens", lens="since")
    since.apply(Change("person", "tante", {"left_out": True}))
    look = moved(shown, page, 10)["look"]
    assert look["view"]["lines"]
    assert not any(line["private"] for line in look["view"]["lines"])


def test_the_map_of_then_is_drawn_as_it_was(since, ask):
    answer = ask("drawn", lens="since", version="v1")
    assert {node["id"]: (node["x"], node["y"]) for node in answer["nodes"]}["tante"] == (60, -160)
    assert len(answer["nodes"]) == 3
    assert since.revision == ask("entities")["rev"]


def test_somebody_is_called_back_by_an_edit_that_can_be_undone(since, ask, told):
    revision = since.revision
    answer = ask("call_back", people=["begeleider"], version="v1", oid="b1")
    assert answer["rev"] == revision + 1
    assert "begeleider" in since.case.people
    assert since.history(1)[0].message.text("nl") == "begeleider teruggeroepen"
    assert [m["rev"] for _, m in told if m["kind"] == "change"][-1] == revision + 1
    since.undo()
    assert "begeleider" not in since.case.people


def test_whoever_must_not_be_approached_is_not_offered_back(desk, since, ask):
    for _ in range(2):
        since.undo()
    since.apply(Change("person", "begeleider", {"unsafe": True}))
    fields = {"name": "later", "revision": since.revision}
    since.apply(Remove((("person", "begeleider"),)))
    since.apply(Change("version", "v1", fields))
    assert [(one["id"], one["back"]) for one in ask("lens", lens="since")["gone"]] == [("begeleider", False)]


def test_whoever_is_off_the_map_can_be_forgotten_for_good(since, ask, shown, page, told):
    assert [(one["id"], one["role"]) for one in ask("taken_away")["people"]] == [("begeleider", "begeleider")]
    answer = ask("forget_person", person="begeleider")
    assert answer["rev"] == since.revision
    heard = [message for _, message in told if message["kind"] == "change"][-1]
    assert heard["forgotten"] == []
    assert "begeleider" not in json.dumps(heard)
    assert ask("taken_away")["people"] == []
    look = ask("lens", lens="since")
    assert (look["gone"], [line["people"] for line in look["lines"]]) == ([], [["tante"]])
    assert "error" in ask("call_back", people=["begeleider"], version="v1", oid="b1")
    assert "error" in ask("forget_person", person="begeleider")


def test_a_wish_is_drawn_beside_what_is(desk, shown, page, ask):
    (change,) = page(shown, kind="edit", oid="w", edit={"edit": "place", "moves": [["tante", 10, -80]], "wished": True})
    (person,) = change["changes"]
    assert (person["after"]["x"], person["after"]["y"]) == (60, -160)
    answer = ask("lens", lens="wished")
    assert answer["were"] == {"tante": [60, -160]}
    assert [line["people"] for line in answer["lines"]] == [["tante"]]
    assert answer["wishes"] == {"tante": [1, desk.file.case.people["tante"].domain]}
    assert "wishes" not in ask("lens", lens="since")


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("lens", {"lens": "since", "version": "nope"}),
        ("lens", {"lens": "since", "version": 3}),
        ("drawn", {"lens": "then"}),
        ("drawn", {"lens": "since"}),
        ("call_back", {"people": "tante"}),
        ("call_back", {"people": [3]}),
        ("call_back", {"people": ["tante"], "version": "v1"}),
    ],
)
def test_what_is_not_there_is_said(desk, ask, what, content):
    revision = desk.file.revision
    assert "error" in ask(what, **content)
    assert desk.file.revision == revision


def test_undo_names_whoever_was_taken_away_also_after_a_reload(desk, shown, page):
    desk.file.apply(Remove((("person", "tante"),)))
    picture = next(m for m in page(shown, kind="hello", lang="nl") if m["kind"] == "picture")
    assert picture["undo"]["gone"] == [{"id": "tante", "number": 2, "role": "tante", "circle": 2}]
    desk.file.undo()
    picture = next(m for m in page(shown, kind="hello", lang="nl") if m["kind"] == "picture")
    assert picture["redo"]["gone"] == []


def test_whoever_is_forgotten_is_named_no_more(desk, shown, page, told):
    desk.file.forget_person("tante")
    change = [m for _, m in told if m["kind"] == "change"][-1]
    assert change["forgotten"] == ["tante"]
    picture = next(m for m in page(shown, kind="hello", lang="nl") if m["kind"] == "picture")
    assert "tante" not in json.dumps(picture)


def test_the_ring_grows_with_compliments_and_no_further_than_it_should(desk, shown, page):
    for number in range(9):
        edit = {"edit": "add", "kind": "compliment", "id": f"c{number}", "fields": {"person": "tante", "text": "lief"}}
        (change,) = page(shown, kind="edit", oid=f"c{number}", edit=edit)
        (node,) = change["nodes"]
        assert (node["id"], node["ring"]) == ("tante", min(number + 1, 6))
    (change,) = page(shown, kind="undo", oid="u")
    assert change["nodes"][0]["ring"] == 6


def test_a_valued_role_has_its_mark(desk, shown, page):
    edit = {"edit": "change", "kind": "person", "id": "tante", "fields": {"valued_role": "zingt voor"}}
    (change,) = page(shown, kind="edit", oid="r", edit=edit)
    assert change["nodes"][0]["valued"] is True
    assert "zingt" not in json.dumps(change["nodes"])
