"""The own file on its Python side: closed it says so, opened it is like any case, and it stays apart."""

import json

import pytest

from netwerk_widgets import workbook
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.views import base
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.handlers import own as owning
from netwerk_widgets.views.list import NetworkList
from netwerk_widgets.views.map import NetworkMap
from netwerk_widgets.views.own import OwnBook
from tests.views.conftest import OTHER, PHRASE


@pytest.fixture
def mine(tmp_path, desk, monkeypatch):
    """The desk with the own file, closed; and it, with the case's, as the two of this process."""
    made = Desk(OwnShelf(tmp_path / "eigen"))
    for module in (base, workbook):
        monkeypatch.setattr(module, "the_own_desk", lambda: made)
    for module in (base, owning, workbook):
        monkeypatch.setattr(module, "the_desk", lambda: desk)
    yield made
    made.close()


@pytest.fixture
def view(mine, told):
    return NetworkMap(mine)


@pytest.fixture
def ask(view, page):
    def asked(what, on=view, **content):
        return next(m for m in page(on, kind="ask", id="q1", what=what, **content) if m["kind"] == "answer")

    return asked


@pytest.fixture
def begun(ask, mine):
    """The own file, open."""
    made = ask("begin", phrase=PHRASE, centre="ik", initials="ab")
    assert mine.file.code == made["code"] == "Eigen-AB"
    return mine.file


def kinds(said):
    return [message["kind"] for message in said]


def test_a_closed_one_is_no_error_and_shows_nothing(view, page):
    assert page(view, kind="hello", lang="nl") == [{"kind": "closed"}]
    assert repr(view) == "NetworkMap(own)"
    assert view.own
    (refused,) = page(view, kind="edit", oid="e1", edit={"edit": "put", "people": ["p1"], "circle": 1})
    assert refused["message"]["key"] == "casefile.error.empty_desk"


def test_any_view_of_it_begins_and_opens_it_in_place(view, ask, mine, page, told):
    made = ask("begin", phrase=PHRASE, centre="ik", initials="ab")
    assert len(made["recovery"]) > 60
    assert {"kind": "case"} in [content for who, content in told if who is view]
    (picture,) = page(view, kind="hello", lang="nl")
    assert picture["info"]["own"] is True
    assert [node["label"] for node in picture["nodes"]] == ["ik"]
    ask("put_away")
    assert kinds(page(view, kind="hello", lang="nl")) == ["closed"]
    assert ask("open", code="Eigen-AB")["reason"] == "key_needed"
    assert ask("open", code="Eigen-AB", phrase=OTHER)["reason"] == "wrong_key"
    assert ask("open", code="Eigen-AB", phrase=PHRASE)["code"] == "Eigen-AB"
    assert kinds(page(view, kind="hello", lang="nl")) == ["picture"]


def test_its_initials_are_the_computers_where_that_knew_none(ask, mine, desk):
    desk.shelf.initials = ""
    ask("begin", phrase=PHRASE, centre="ik", initials="")
    assert (mine.file.code, desk.shelf.initials) == ("Eigen", "")
    ask("begin", phrase=PHRASE, centre="ik", initials="cd")
    assert (mine.file.code, desk.shelf.initials) == ("Eigen-CD", "cd")
    ask("begin", phrase=PHRASE, centre="ik", initials="ef")
    assert desk.shelf.initials == "cd"
    assert [case["code"] for case in ask("cases")["cases"]] == ["Eigen-EF", "Eigen-CD", "Eigen"]


def test_a_view_of_the_case_is_asked_nothing_of_it_and_hears_nothing(desk, begun, page, told):
    case = CaseView(desk, view="map")
    before = len(told)
    begun.apply(base.read_edit({"edit": "add_person", "id": "z", "role": "mijn zus"}))
    assert case not in [who for who, _ in told[before:]]
    (picture,) = page(case, kind="hello", lang="nl")
    assert picture["own_open"] is True
    assert "zus" not in json.dumps(picture)
    assert not case.own
    (answer,) = page(case, kind="ask", id="q", what="put_away")
    assert "error" in answer


def test_the_bar_still_learns_which_case_lies_beside_it(view, page, begun, desk):
    (picture,) = page(view, kind="hello", lang="nl")
    assert picture["beside"] == {"code": desk.file.code, "practice": True}
    desk.close()
    (picture,) = page(view, kind="hello", lang="nl")
    assert picture["beside"] is None


def test_a_killed_kernel_opens_it_again_at_the_first_hello(mine, begun, page, told):
    again = Desk(mine.shelf, mine.vault)
    begun._store.close()
    view = NetworkList(again)
    assert repr(view) == "NetworkList(own)"
    *_, picture = page(view, kind="hello", lang="nl")
    assert picture["info"]["code"] == "Eigen-AB"
    again.close()


def test_a_backup_comes_back_where_it_was_forgotten(ask, begun, mine, tmp_path):
    path = ask("copy", code="Eigen-AB", folder=str(tmp_path))["path"]
    assert ask("forget", code="Eigen-AB", typed="Eigen")["error"]["key"] == "shelf.error.typed"
    assert ask("forget", code="Eigen-AB", typed="eigen-ab") == {"kind": "answer", "id": "q1"}
    assert ask("cases")["cases"] == []
    assert ask("bring_in", path=path)["code"] == "Eigen-AB"
    assert ask("open", code="Eigen-AB", phrase=PHRASE)["code"] == "Eigen-AB"
    changed = ask("change_phrase", phrase=OTHER)
    ask("put_away")
    assert ask("open", code="Eigen-AB", phrase=PHRASE)["reason"] == "wrong_key"
    assert ask("open", code="Eigen-AB", recovery=changed["recovery"])["code"] == "Eigen-AB"


def test_the_book_itself_shows_nothing_of_what_is_in_it(mine, begun, page, told):
    book = OwnBook(mine)
    begun.apply(base.read_edit({"edit": "add_person", "id": "z", "role": "mijn zus"}))
    page(book, kind="hello", lang="nl")
    assert "zus" not in json.dumps([content for who, content in told if who is book])
    assert repr(book) == "OwnBook()"


def test_cards_about_oneself_are_answered_in_the_own_file(mine, begun, desk, page, told):
    cards = workbook.question_cards("mirror", own=True)
    assert cards.own
    assert cards.family == "mirror"
    deck = page(cards, kind="ask", id="q", what="deck")[-1]["deck"]
    assert {card["audience"] for card in deck["cards"]} == {"self"}
    before = desk.file.revision
    fields = {"card": deck["cards"][0]["id"], "text": "mijn zus, over het werk"}
    page(cards, kind="edit", oid="e1", edit={"edit": "add", "kind": "answer", "id": "a1", "fields": fields})
    page(cards, kind="edit", oid="e2", edit={"edit": "add_person", "id": "zus", "role": "mijn zus", "circle": 1})
    assert begun.case.answers["a1"].text == fields["text"]
    assert "zus" in begun.case.people
    assert desk.file.revision == before
    assert not {"a1", "zus"} & {*desk.file.case.answers, *desk.file.case.people}


def test_a_workbook_shows_both(mine, desk, told):
    assert repr(workbook.network_map(own=True)) == "NetworkMap(own)"
    assert repr(workbook.own_book()) == "OwnBook()"
    assert "own" not in repr(workbook.network_map())
    assert workbook.own_desk() is mine
