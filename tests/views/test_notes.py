"""Notes on their Python side: shared ones are the case's, private ones their author's own."""

import pytest

from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.views.notes import NotesView
from tests.views.conftest import PHRASE


@pytest.fixture
def own(desk, tmp_path):
    made = Desk(OwnShelf(tmp_path / "eigen"))
    made.begin_own(PHRASE)
    yield made
    made.close()


def note(view, page, oid, **fields):
    return page(view, kind="edit", oid=oid, edit={"edit": "add", "kind": "annotation", "id": oid, "fields": fields})


def test_a_shared_note_is_an_edit_that_every_view_sees(desk, own, page, told):
    one, other = NotesView(desk, own), NotesView(desk, own)
    note(one, page, "n1", on="tante", text="Wat zag zij?", tag="question", author="AB")
    assert [(who, content["kind"]) for who, content in told] == [(one, "change"), (other, "change")]
    assert desk.file.case.annotations["n1"].on == "tante"
    assert own.file.case.annotations == {}


def test_a_private_note_reaches_the_own_file_and_no_row_of_the_case(desk, own, page):
    view = NotesView(desk, own)
    before = desk.file.revision
    note(view.secret, page, "n2", on="tante", text="ik werd boos", case=desk.file.code)
    assert own.file.case.annotations["n2"].text == "ik werd boos"
    assert desk.file.revision == before
    assert "boos" not in str([(one.message, one.changes) for one in desk.file.history(50)])


def test_whose_initials_stand_with_a_note_is_asked_of_the_case(desk, own, page, told):
    assert page(NotesView(desk, own), kind="ask", id="q1", what="writer")[-1]["initials"] == "AB"


def test_a_notebook_that_is_saved_holds_no_note(desk, own, page):
    view = NotesView(desk, own)
    note(view, page, "n3", text="stil bij de foto")
    kept = {name: value for name, value in view.get_state().items() if name != "_esm"}
    assert "foto" not in str(kept)
    assert repr(view) == "NotesView(shared=1)"


def test_without_an_own_file_there_is_only_sharing(desk, tmp_path, page, told):
    closed = Desk(OwnShelf(tmp_path / "leeg"))
    view = NotesView(desk, closed)
    page(view.secret, kind="hello", lang="nl")
    assert [content["kind"] for who, content in told if who is view.secret] != ["picture"]
