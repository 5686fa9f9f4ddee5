"""Another file in the place of an open case, or a full disk: what every view says, and the ways on that it offers."""

import asyncio
import time
from unittest.mock import Mock

import pytest

from netwerk_widgets.casefile.errors import NotSaved
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library import transport as travel
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.model.case.entities import encode
from netwerk_widgets.model.edits import AddPerson, Place
from netwerk_widgets.views import following
from netwerk_widgets.views.following import poll
from netwerk_widgets.views.list import NetworkList
from netwerk_widgets.views.map import NetworkMap
from tests.casefile import format3
from tests.finishing import finish
from tests.views.conftest import OTHER, PHRASE

DONE = 10


@pytest.fixture(params=["practice", "own file"])
def table(request, desk, tmp_path):
    """A desk with a case on it, and one with the professional's own file."""
    if request.param == "practice":
        yield desk
        return
    own = Desk(OwnShelf(tmp_path / "eigen"))
    own.shelf.initials = "AB"
    own.begin_own(PHRASE)
    yield own
    own.close()


@pytest.fixture
def view(table, told):
    return NetworkMap(table)


@pytest.fixture
def older(table, view):
    """The file as it was before the ten edits that follow."""
    data = table.file.path.read_bytes()
    for number in range(DONE):
        table.file.apply(AddPerson(f"n{number}", f"vriend {number}"))
    return data


def ask(page, view, what):
    return next(m for m in page(view, kind="ask", id="q1", what=what) if m["kind"] == "answer")


def pictures(told, view):
    return [content for who, content in told if who is view and content["kind"] == "picture"]


def seen(told, view):
    picture = pictures(told, view)[-1]
    return {one["id"] for one in picture.get("nodes") or picture["entities"]["person"]}


def test_every_view_is_told_once_and_goes_on_showing_what_was_acknowledged(table, view, older, told):
    other = NetworkList(table)
    told.clear()
    table.file.path.write_bytes(older)
    poll(table)
    poll(table)
    for each in (view, other):
        (picture,) = pictures(told, each)
        assert picture["writable"] is False
        assert picture["trouble"]["message"]["key"] == "casefile.apart.older"
        assert picture["trouble"]["ways"] == ["keep", "other", "beside"]
        assert {f"n{number}" for number in range(DONE)} <= seen(told, each)


def test_it_is_told_within_a_second_where_the_kernel_polls(desk, told, monkeypatch):
    """With the real interval, and nobody who does anything."""
    took, polled = [], asyncio.Event()
    monkeypatch.setattr(following, "poll", lambda table: (poll(table), polled.set()))

    async def wait() -> None:
        NetworkMap(desk)
        for number in range(DONE):
            desk.file.apply(AddPerson(f"n{number}", f"vriend {number}"))
        await asyncio.wait_for(polled.wait(), 20)
        told.clear()
        begun = time.perf_counter()
        desk.file.path.unlink()
        while not any(content.get("trouble") for _, content in told) and time.perf_counter() - begun < 5:
            await asyncio.sleep(0.01)
        took.append(time.perf_counter() - begun)

    finish(wait())
    assert took[0] < 1


def test_an_edit_that_meets_it_first_is_refused_and_the_others_hear_of_it(table, view, older, told, page):
    other = NetworkList(table)
    table.file.path.write_bytes(older)
    said = page(view, kind="edit", oid="e1", edit={"edit": "place", "moves": [["n1", 5.0, 5.0]]})
    assert [content["kind"] for content in said] == ["refused"]
    told.clear()
    poll(table)
    assert pictures(told, other)[-1]["trouble"]["apart"]
    assert "n9" in seen(told, other)


def test_what_is_in_view_is_kept_as_a_copy_and_gone_on_in(table, view, older, told, page):
    path, people = table.file.path, set(table.file.case.people)
    path.write_bytes(older)
    poll(table)
    answer = ask(page, view, "keep_mine")
    assert (answer["was"], answer["code"]) == (path.name.removesuffix(".casus"), table.file.code)
    assert answer["code"] != answer["was"]
    page(view, kind="hello", lang="nl")
    assert seen(told, view) == people
    assert pictures(told, view)[-1]["trouble"] is None
    assert path.read_bytes() == older
    for number in range(DONE):
        table.file.undo()
        assert f"n{DONE - 1 - number}" not in table.file.case.people
    for entry in table.shelf.list():
        assert check(entry.path, table.file.key).ok


def test_what_was_taken_away_is_put_back(table, view, older, told, page):
    path = table.file.path
    path.unlink()
    poll(table)
    assert pictures(told, view)[-1]["trouble"]["ways"] == ["put_back"]
    assert ask(page, view, "keep_mine")["code"] == ask(page, view, "keep_mine").get("code", table.file.code)
    assert table.file.path == path
    assert table.file.apply(AddPerson("n99", "nog iemand")).number
    assert check(path, table.file.key).ok


def test_the_other_version_is_taken_and_nothing_is_asked_twice(table, view, older, told, page):
    table.file.path.write_bytes(older)
    poll(table)
    ask(page, view, "take_other")
    assert "n0" not in table.file.case.people
    assert table.file.writable
    again = ask(page, view, "take_other")
    assert again["error"]["key"] == "casefile.apart.over"
    assert len(table.shelf.list()) == 1


def test_what_differs_is_told_in_sentences(table, view, older, page):
    path = table.file.path
    elsewhere = table.shelf.home / "elders.casus"
    elsewhere.write_bytes(older)
    with CaseFile.open(elsewhere, table.file.key, Author("CD", table.file.author.machine)) as file:
        file.apply(AddPerson("z1", "zus van elders"))
    path.write_bytes(elsewhere.read_bytes())
    poll(table)
    found = ask(page, view, "beside")
    assert len(found["mine"]["acts"]) == DONE
    assert found["mine"]["acts"][0]["author"] == "AB"
    (theirs,) = found["theirs"]["acts"]
    assert theirs["author"] == "CD"
    assert "z1" in {one["id"] for one in found["people"]}
    assert found["map"]
    assert path.read_bytes() == elsewhere.read_bytes()


def test_what_does_not_open_is_not_compared(table, view, older, told, page):
    table.file.path.write_bytes(b"dit is geen casus")
    poll(table)
    assert pictures(told, view)[-1]["trouble"]["ways"] == ["keep"]
    for what in ("beside", "take_other"):
        assert ask(page, view, what)["error"]["key"]
    assert table.file.apart
    assert "n9" in table.file.case.people


@pytest.mark.parametrize("act", ["close", "another"])
def test_whoever_chooses_nothing_loses_nothing(desk, told, act):
    data, key = desk.file.path.read_bytes(), desk.file.key
    desk.file.apply(AddPerson("n0", "vriend"))
    case, code = desk.file.case, desk.file.code
    desk.file.path.write_bytes(data)
    poll(desk)
    desk.close() if act == "close" else desk.begin_practice()
    others = [entry for entry in desk.shelf.list() if entry.code not in (code, desk.file and desk.file.code)]
    (kept,) = others
    assert kept.practice
    with CaseFile.open(kept.path, desk.shelf.key(kept.code), Author("AB", "x"), read_only=True) as file:
        assert file.case == case
        assert file.key == key


@pytest.mark.parametrize("where", ["here", "in another window"])
def test_what_is_forgotten_does_not_come_back(desk, told, where):
    code = desk.file.code
    desk.file.apply(AddPerson("n0", "vriend"))
    (desk if where == "here" else Desk(desk.shelf)).forget(code)
    poll(desk)
    desk.close()
    assert desk.shelf.list() == ()


def test_a_full_disk_shows_the_case_until_there_is_room(desk, told, page, monkeypatch):
    full = []
    real = Store.writing

    def writing(store):
        if full:
            raise NotSaved("casefile.error.disk_full")
        return real(store)

    monkeypatch.setattr(Store, "writing", writing)
    code = desk.file.code
    desk.close()
    full.append(True)
    desk.open(code)
    view = NetworkMap(desk)
    said = page(view, kind="hello", lang="nl")
    assert [content["kind"] for content in said] == ["picture"]
    assert said[0]["trouble"] == {
        "message": {"key": "casefile.notice.disk_full", "params": {}},
        "ways": ["again"],
        "apart": False,
    }
    assert said[0]["writable"] is False
    assert len(said[0]["nodes"]) == 3
    refused = page(view, kind="edit", oid="e1", edit={"edit": "place", "moves": [["tante", 5.0, 5.0]]})
    assert refused[0]["message"]["key"] == "casefile.error.disk_full"
    assert ask(page, view, "try_again")["writable"] is False
    poll(desk)
    full.clear()
    assert ask(page, view, "try_again")["writable"] is True
    told.clear()
    poll(desk)
    assert pictures(told, view)[-1]["trouble"] is None
    assert desk.file.apply(Place((("tante", 5.0, 5.0),))).number == 2


@pytest.mark.parametrize("why", ["read_only", "old_read_only"])
def test_a_folder_where_nothing_can_be_written_is_told_as_long_as_it_lasts(desk, told, page, monkeypatch, why):
    path, key, locked = desk.file.path, desk.file.key, [True]
    desk.close()
    if why == "old_read_only":
        path.unlink()
        format3.build(path, key)
    monkeypatch.setattr(disk, "writable", lambda _: not locked)
    desk.open(path.stem)
    view = NetworkMap(desk)
    page(view, kind="hello", lang="nl")
    poll(desk)
    said = {(content["kind"], content["trouble"]["message"]["key"]) for _, content in told}
    assert said == {("picture", f"casefile.notice.{why}")}
    locked.clear()
    assert ask(page, view, "try_again")["writable"] is True
    poll(desk)
    assert pictures(told, view)[-1]["trouble"] is None


def test_after_room_was_made_the_next_edit_is_kept(desk, monkeypatch):
    full = [True]
    real = Store.writing
    code = desk.file.code
    desk.close()

    def writing(store):
        if full:
            raise NotSaved("casefile.error.disk")
        return real(store)

    monkeypatch.setattr(Store, "writing", writing)
    file = desk.open(code)
    assert [notice.key for notice in file.notices] == ["casefile.notice.disk_refuses"]
    full.clear()
    assert file.apply(Place((("tante", 5.0, 5.0),))).number == 2
    assert file.trouble is None
    assert file.notices == []


def test_nothing_of_a_case_is_in_what_is_said_but_what_the_page_shows_anyway(table, view, older, told):
    table.file.path.write_bytes(older)
    poll(table)
    trouble = pictures(told, view)[-1]["trouble"]
    names = {str(encode(person).get("role")) for person in table.file.case.people.values()}
    assert not any(name in str(trouble) for name in names if len(name) > 2)
    assert OTHER not in str(trouble)


def test_a_file_from_a_stick_is_read_where_it_lies_while_the_disk_is_full(ask, own, desk, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    source = desk.file.back_up(stick / "Eik-9.casus")
    desk.close()
    before = source.read_bytes()
    full = Mock(side_effect=NotSaved("casefile.error.disk_full"))
    with monkeypatch.context() as patch:
        patch.setattr(travel, "copy_in", full)
        assert ask("bring_in", path=str(source))["code"] == "Eik-9"
    assert {"Eik-9", own} <= {entry["code"] for entry in ask("cases")["cases"]}
    assert ask("open", code="Eik-9")["reason"] == "key_needed"
    opened = ask("open", code="Eik-9", phrase=PHRASE)
    assert [notice["key"] for notice in opened["notices"]] == ["shelf.notice.elsewhere"]
    assert desk.file.case.centre
    assert not desk.file.writable
    assert source.read_bytes() == before
    assert ask("bring_in", path=str(source))["code"] == "Eik-9"
    assert desk.shelf.entry("Eik-9").path.exists()
