"""Trouble on the shelf: in use elsewhere, damage, what stays behind, hostile questions."""

import json

import pytest

from netwerk_widgets.casefile.errors import InUse
from netwerk_widgets.model.edits import AddPerson
from tests.views.conftest import OTHER, PHRASE


def test_in_use_elsewhere_can_be_read_or_taken_over(ask, desk, own, monkeypatch):
    desk.close()
    ways = []

    def opened(_target, _phrase, *, recovery=None, take_over=False, read_only=False):
        ways.append((take_over, read_only))
        raise InUse("CD", "laptop-cd", "2026-11-22T13:00:00Z")

    monkeypatch.setattr(desk, "open", opened)
    found = ask("open", code=own, phrase=PHRASE)
    assert (found["reason"], found["error"]["params"]["machine"]) == ("in_use", "laptop-cd")
    ask("open", code=own, phrase=PHRASE, how="take_over")
    ask("open", code=own, phrase=PHRASE, how="read_only")
    assert ways == [(False, False), (True, False), (False, True)]


def damaged(desk, own):
    """Spoil the case's last page, with the copy of the last opening beside it."""
    path = desk.file.path
    desk.close()
    desk.open(own, PHRASE)
    desk.close()
    data = bytearray(path.read_bytes())
    data[-3000:-2900] = bytes(100)
    path.write_bytes(data)


def test_damage_offers_the_copy_and_what_is_readable(ask, shelf, page, desk, own):
    desk.file.apply(AddPerson("p9", "tante"))
    damaged(desk, own)
    found = ask("open", code=own, phrase=PHRASE)
    assert (found["reason"], found["copy"]) == ("damaged", True)
    copy = ask("open", code=own, phrase=PHRASE, how="copy")
    assert copy["code"] not in (None, own)
    assert page(shelf, kind="hello", lang="nl")[0]["info"]["code"] == copy["code"]
    assert desk.file.case.people["p9"].role == "tante"
    assert desk.file.writable


def test_what_is_readable_becomes_a_case(ask, desk, own):
    desk.file.apply(AddPerson("p9", "tante"))
    damaged(desk, own)
    saved = ask("open", code=own, phrase=PHRASE, how="salvage")
    assert saved["code"] == desk.file.code != own
    assert desk.file.case.centre


def test_where_nothing_is_readable_the_copy_is_offered(ask, desk, own):
    damaged(desk, own)
    path = desk.shelf.path(own)
    path.write_bytes(path.read_bytes()[:5000])
    found = ask("open", code=own, phrase=PHRASE, how="salvage")
    assert (found["error"]["key"], found["copy"]) == ("casefile.error.nothing_readable", True)


@pytest.mark.parametrize("left", [b"", b"short", bytes(5000)], ids=["nothing", "a few bytes", "another beginning"])
def test_the_copy_opens_by_its_phrase_whatever_is_left_of_the_file(ask, desk, own, left):
    damaged(desk, own)
    desk.shelf.path(own).write_bytes(left)
    found = ask("open", code=own, phrase=PHRASE)
    assert found["copy"]
    assert ask("open", code=own, phrase=PHRASE, how="copy")["code"] == desk.file.code != own


def test_a_case_that_can_only_be_read_can_be_opened_again(ask, desk, own):
    desk.close()
    desk.open(own, PHRASE, read_only=True)
    assert ask("cases")["current"]["writable"] is False
    ask("open", code=own)
    assert ask("cases")["current"]["writable"] is True


def test_without_a_copy_that_is_said(ask, own):
    assert ask("open", code=own, phrase=PHRASE, how="copy")["error"]["key"] == "shelf.error.no_copy"


def test_no_phrase_stays_behind(shelf, ask, own, told):
    ask("change_phrase", phrase=OTHER)
    kept = {name: value for name, value in shelf.get_state().items() if name != "_esm"}
    assert PHRASE not in str(kept)
    assert OTHER not in json.dumps([content for _, content in told], default=str)
    assert repr(shelf) == "CaseShelf()"


def test_hostile_questions_are_answered_in_a_sentence(ask, shelf, page):
    for content in ({"code": 7}, {"code": "../../etc/passwd"}, {"code": "x" * 5000}, {}):
        for what in ("open", "keep", "copy", "forget", "bring_in"):
            assert "key" in ask(what, **content)["error"]
