"""Views out of sight hear of edits together, later."""

from types import SimpleNamespace

import pytest

from netwerk_widgets.model.edits import Place, SetSupport
from netwerk_widgets.views import unseen as sight
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.map import NetworkMap
from netwerk_widgets.views.replay import Replay


class Quiet:
    """A loop in a test's hands: what waits happens when the test says that it has been quiet."""

    def __init__(self):
        self.waiting = []

    def call_later(self, seconds, act):
        assert seconds == sight.QUIET
        handle = SimpleNamespace(cancel=lambda: self.waiting.remove(act))
        self.waiting.append(act)
        return handle

    def pass_by(self):
        for act in tuple(self.waiting):
            act()


@pytest.fixture
def quiet(monkeypatch):
    loop = Quiet()
    monkeypatch.setattr(sight, "asyncio", SimpleNamespace(get_running_loop=lambda: loop, TimerHandle=object))
    return loop


@pytest.fixture
def seen(desk, told):
    return CaseView(desk, view="map")


@pytest.fixture
def unseen(desk, page, quiet):
    view = NetworkMap(desk)
    page(view, kind="sight", seen=False)
    return view


def heard(told, view, kind="change"):
    return [content for who, content in told if who is view and content["kind"] == kind]


def move(desk, x, oid=""):
    desk.file.apply(Place((("tante", x, -100.0),)), oid)


def test_edits_in_a_row_come_as_one_when_the_view_comes_into_sight(desk, told, page, seen, unseen):
    for x in range(5):
        move(desk, float(x), f"e{x}")
    assert len(heard(told, seen)) == 5
    assert heard(told, unseen) == []
    page(unseen, kind="sight", seen=True)
    move(desk, 50.0, "e5")
    together, after = heard(told, unseen)
    assert together["oids"] == ["e0", "e1", "e2", "e3", "e4"]
    assert [row["after"]["x"] for row in together["changes"]] == [4.0]
    assert [node["id"] for node in together["nodes"]] == ["tante"]
    assert together["rev"] == after["rev"] - 1
    assert after["oids"] == ["e5"]


def test_a_view_nobody_sees_hears_once_it_has_been_quiet(desk, told, unseen, quiet):
    move(desk, 1.0)
    move(desk, 2.0)
    assert heard(told, unseen) == []
    quiet.pass_by()
    assert len(heard(told, unseen)) == 1


def test_what_came_and_went_meanwhile_is_told_as_gone(desk, told, page, unseen):
    page(unseen, kind="edit", oid="e1", edit={"edit": "add_person", "id": "opa", "role": "opa", "circle": 2})
    desk.file.apply(SetSupport("opa", "practical", "received"))
    desk.file.undo()
    desk.file.undo()
    page(unseen, kind="sight", seen=True)
    own, together = heard(told, unseen)
    assert own["oids"] == ["e1"], "its own edit it hears of at once"
    assert "opa" in together["gone"]


def test_another_case_is_told_once_and_an_empty_desk_at_once(desk, told, unseen, quiet):
    move(desk, 1.0)
    desk.begin_practice(desk.file.case)
    desk.begin_practice(desk.file.case)
    assert heard(told, unseen, "case") == []
    quiet.pass_by()
    assert len(heard(told, unseen, "case")) == 1
    assert heard(told, unseen) == []
    desk.close()
    assert len(heard(told, unseen, "case")) == 2


def test_whoever_is_forgotten_goes_from_every_page_at_once(desk, told, unseen):
    move(desk, 1.0)
    desk.file.forget_person("tante")
    assert heard(told, unseen)[-1]["forgotten"] == ["tante"]


def test_without_a_loop_nothing_waits_that_nobody_could_tell_later(desk, told, unseen, monkeypatch):
    def none():
        raise RuntimeError

    monkeypatch.setattr(sight.asyncio, "get_running_loop", none)
    move(desk, 1.0)
    assert len(heard(told, unseen)) == 1


def test_a_time_line_hears_of_each_moment(desk, told, page, quiet):
    replay = Replay(desk)
    page(replay, kind="sight", seen=False)
    move(desk, 1.0)
    move(desk, 2.0)
    assert len(heard(told, replay)) == 2
