"""Edits in, changes out: what every view of a case shares."""

import json

import pytest

from netwerk_widgets import locale
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.locale import Message
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.map import NetworkMap


@pytest.fixture
def view(desk, told):
    return CaseView(desk, view="map")


def place(x, y, person="tante"):
    return {"edit": "place", "moves": [[person, x, y]]}


def test_hello_is_answered_with_the_whole_picture(view, page):
    (picture,) = page(view, kind="hello", lang="nl")
    assert picture["kind"] == "picture"
    assert [person["role"] for person in picture["entities"]["person"]] == ["Mo", "tante", "begeleider"]
    assert picture["writable"] is True
    assert picture["undo"] is None


def test_hello_sets_the_language(view, page):
    page(view, kind="hello", lang="en")
    assert locale.language() == "en"
    page(view, kind="hello", lang="nl")
    assert locale.language() == "nl"


def test_an_edit_is_on_disk_before_it_is_acknowledged(view, page, desk):
    (change,) = page(view, kind="edit", oid="e1", edit=place(100, -100))
    assert change["kind"] == "change"
    assert change["oids"] == ["e1"]
    assert change["at"]
    other = Desk(desk.shelf, desk.vault)
    assert other.open(desk.file.code).case.people["tante"].x == 100
    other.file.close()


def test_an_edit_is_small_on_the_wire(view, page):
    (change,) = page(view, kind="edit", oid="e1", edit=place(100, -100))
    assert len(json.dumps(change)) <= 2000


def test_every_view_hears_of_an_edit_once(desk, told, page):
    views = [NetworkMap(desk) for _ in range(3)]
    page(views[0], kind="edit", oid="e1", edit=place(100, -100))
    assert [who for who, content in told if content["kind"] == "change"] == views


def test_the_same_edit_sent_twice_happens_once(view, page, desk):
    page(view, kind="edit", oid="e1", edit=place(100, -100))
    page(view, kind="edit", oid="e2", edit=place(50, -150))
    (again,) = page(view, kind="edit", oid="e1", edit=place(100, -100))
    assert again["oids"] == ["e1"]
    assert again["rev"] == desk.file.revision
    assert again["changes"] == []
    assert desk.file.case.people["tante"].x == 50


def test_the_last_edit_sent_again_is_acknowledged_too(view, page):
    """Its first acknowledgement was lost: no change follows that would say so."""
    page(view, kind="edit", oid="e1", edit=place(100, -100))
    (again,) = page(view, kind="edit", oid="e1", edit=place(100, -100))
    assert (again["oids"], again["changes"]) == (["e1"], [])
    page(view, kind="undo", oid="u1")
    (again,) = page(view, kind="undo", oid="u1")
    assert (again["oids"], again["changes"]) == (["u1"], [])


def test_the_true_state_is_asked_for_without_what_was_told_before(view, page, desk):
    desk.file.notices.append(Message("casefile.notice.no_copy"))
    assert [said["kind"] for said in page(view, kind="hello", lang="nl")] == ["picture", "notice"]
    assert [said["kind"] for said in page(view, kind="hello", lang="nl", told=False)] == ["picture"]


def test_an_edit_that_alters_nothing_is_acknowledged(view, page):
    fields = {"role": "tante"}
    (change,) = page(
        view, kind="edit", oid="e1", edit={"edit": "change", "kind": "person", "id": "tante", "fields": fields}
    )
    assert change["oids"] == ["e1"]
    assert change["changes"] == []


@pytest.mark.parametrize(
    "edit",
    [
        None,
        [],
        {"edit": "place", "moves": [["nobody", 1, 1]]},
        {"edit": "place", "moves": [["tante", float("inf"), 1]]},
        {"edit": "change", "kind": "person", "id": "tante", "fields": {"surname": "Jansen"}},
        {"edit": "change", "kind": "person", "id": "tante", "fields": {"role": "x" * 5000}},
        {"edit": "remove", "ids": [["person", "mo"]]},
        {"edit": "put", "people": ["tante"], "circle": "1; DROP TABLE"},
    ],
)
def test_an_impossible_edit_is_refused_in_a_sentence_and_changes_nothing(view, page, desk, edit):
    before = desk.file.case
    (refused,) = page(view, kind="edit", oid="e1", edit=edit)
    assert refused["kind"] == "refused"
    assert refused["oid"] == "e1"
    assert refused["message"]["key"] in locale.words("nl")
    assert desk.file.case == before


@pytest.mark.parametrize("kind", ["edit", "undo", "redo"])
def test_an_edit_that_brings_bytes_is_refused_in_a_sentence_and_changes_nothing(view, page, desk, kind):
    page(view, kind="edit", oid="e1", edit=place(100, -100))
    page(view, kind="edit", oid="e2", edit=place(50, -50))
    page(view, kind="undo", oid="u1")
    before = desk.file.case, desk.file.revision
    (refused,) = page(view, kind=kind, oid="x1", edit=place(1, 1), buffers=[b"x"])
    assert (refused["kind"], refused["oid"], refused["message"]["key"]) == (
        "refused",
        "x1",
        "model.error.unknown_field",
    )
    assert (desk.file.case, desk.file.revision) == before


@pytest.mark.parametrize("content", [None, 7, "hello", {}, {"kind": None}, {"kind": ["edit"]}, {"kind": "unheard"}])
def test_a_message_that_is_none_is_passed_over(view, told, content):
    view._receive(view, content, [])
    assert told == []


def test_undo_and_redo_go_through_the_file(view, page, desk):
    page(view, kind="edit", oid="e1", edit=place(100, -100))
    (change,) = page(view, kind="undo", oid="u1")
    assert change["oids"] == ["u1"]
    assert desk.file.case.people["tante"].x == 60
    assert change["redo"]["message"]["key"] == "model.edit.place"
    page(view, kind="redo", oid="u2")
    assert desk.file.case.people["tante"].x == 100


def test_nothing_to_undo_is_said(view, page):
    (refused,) = page(view, kind="undo", oid="u1")
    assert refused["message"]["key"] == "casefile.error.nothing_to_undo"


def test_undo_of_anothers_work_asks_first(view, page, desk):
    desk.file.author = type(desk.file.author)("CD", "elders")
    page(view, kind="edit", oid="e1", edit=place(100, -100))
    desk.file.author = type(desk.file.author)("AB", "hier")
    (asked,) = page(view, kind="undo", oid="u1")
    assert asked["kind"] == "refused"
    assert asked["other"]["author"] == "CD"
    page(view, kind="undo", oid="u2", other=True)
    assert desk.file.case.people["tante"].x == 60


def test_a_question_nobody_knows_is_answered_with_an_error(view, page):
    (answer,) = page(view, kind="ask", id="q1", what="everything")
    assert answer["id"] == "q1"
    assert "error" in answer


def test_another_case_on_the_desk_is_told_and_the_old_one_let_go(desk, told):
    view = NetworkMap(desk)
    old = desk.file
    desk.begin_practice()
    assert (view, "case") in [(who, content["kind"]) for who, content in told]
    assert desk.file is not old


@pytest.mark.parametrize("done", [{"kind": "edit", "edit": place(100, -100)}, {"kind": "undo"}, {"kind": "redo"}])
def test_what_was_done_in_one_case_never_lands_in_another(view, page, desk, done):
    first = desk.file
    code, case = first.code, first.case
    desk.begin_practice(case)
    page(view, kind="edit", oid="e0", code=desk.file.code, edit=place(7, 7))
    before = desk.file.revision
    assert page(view, oid="e1", code=code, **done) == [{"kind": "case"}]  # nor is it refused: it waits for its own
    assert desk.file.revision == before
    assert desk.file.case.people["tante"].x == 7
    desk.open(code)
    page(view, kind="edit", oid="e1", code=code, edit=place(100, -100))
    assert desk.file.case.people["tante"].x == 100


def test_what_was_done_waits_while_no_case_lies_on_the_desk(view, page, desk):
    """A kernel that was killed may hear of it before the case is back; what is refused would be thrown away."""
    code = desk.file.code
    desk.close()
    (empty,) = page(view, kind="edit", oid="e1", code=code, edit=place(100, -100))
    assert empty["kind"] == "empty"
    desk.open(code)
    page(view, kind="edit", oid="e1", code=code, edit=place(100, -100))
    assert desk.file.case.people["tante"].x == 100


def test_a_late_text_is_never_put_over_what_another_wrote_meanwhile(view, page, desk):
    late = {"edit": "change", "kind": "person", "id": "tante", "fields": {"notes": "a b"}, "was": {"notes": "a"}}
    page(view, kind="edit", oid="e1", edit=late | {"fields": {"notes": "a c"}, "was": {"notes": ""}})
    (refused,) = page(view, kind="edit", oid="e2", edit=late)
    assert (refused["kind"], refused["message"]["key"]) == ("refused", "model.error.overtaken")
    assert desk.file.case.people["tante"].notes == "a c"
    (change,) = page(view, kind="edit", oid="e1", edit=late)  # sent again, it is known and not refused
    assert change["oids"] == ["e1"]


def test_first_words_that_come_late_make_no_second_answer(view, page, desk):
    fields = {"card": "search.said", "at": "2026-01-01T10:00:00+01:00"}
    first = {"edit": "add", "kind": "answer", "id": "a1", "fields": fields | {"text": "een"}, "beside": []}
    page(view, kind="edit", oid="e1", edit=first)
    (refused,) = page(view, kind="edit", oid="e2", edit=first | {"id": "a2", "fields": fields | {"text": "twee"}})
    assert (refused["kind"], refused["message"]["key"]) == ("refused", "model.error.overtaken")
    assert [one.text for one in desk.file.case.answers.values() if one.card == "search.said"] == ["een"]
    (known,) = page(view, kind="edit", oid="e1", edit=first)  # sent again
    assert known["oids"] == ["e1"]
    (change,) = page(view, kind="edit", oid="e3", edit=first | {"id": "a3", "beside": ["a1"]})  # a later conversation
    assert change["oids"] == ["e3"]
    elsewhere = fields | {"more": {"case": "Wilg-12"}}
    (change,) = page(view, kind="edit", oid="e4", edit=first | {"id": "a4", "fields": elsewhere})  # about another case
    assert change["oids"] == ["e4"]


def test_an_empty_desk_is_said_in_words(tmp_path, told, page):
    view = CaseView(Desk(Shelf(tmp_path)), view="map")
    (notice,) = page(view, kind="hello", lang="nl")
    assert (notice["kind"], notice["offer"]) == ("empty", False)
    assert locale.Message(notice["message"]["key"]).text("nl").startswith("Er ligt geen casus")
    assert repr(NetworkMap(Desk(Shelf(tmp_path)))) == "NetworkMap(people=0, ties=0)"


def test_an_empty_desk_takes_up_a_case_for_all_who_look_at_it(desk, told, page):
    view, other = NetworkMap(desk), NetworkMap(desk)
    desk.spare = lambda empty: empty.begin_practice()
    desk.close()
    (empty,) = page(view, kind="hello", lang="nl")
    assert (empty["kind"], empty["offer"]) == ("empty", True)
    told.clear()
    (_, answer) = page(view, kind="ask", id="q1", what="take_up")
    assert answer["code"] == desk.file.code
    assert {who for who, content in told if content["kind"] == "case"} == {view, other}
    assert page(view, kind="ask", id="q2", what="take_up")[0]["code"] == desk.file.code


def test_an_empty_desk_without_a_spare_case_says_so(desk, page):
    view = NetworkMap(desk)
    desk.close()
    (answer,) = page(view, kind="ask", id="q1", what="take_up")
    assert answer["error"]["key"] == "casefile.error.empty_desk"


def test_a_closed_view_hears_nothing_more(desk, told, page):
    view = NetworkMap(desk)
    other = NetworkMap(desk)
    view.close()
    told.clear()
    page(other, kind="edit", oid="e1", edit=place(100, -100))
    assert {who for who, _ in told} == {other}


def test_no_case_data_in_synced_state(desk):
    view = NetworkMap(desk)
    assert "tante" not in json.dumps({k: v for k, v in view.get_state().items() if isinstance(v, (str, int))})
