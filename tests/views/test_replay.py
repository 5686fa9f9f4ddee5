"""Looking back: every moment as it was, by whole pictures and by differences, and nothing altered by it."""

import json

import pytest

from netwerk_widgets.model.edits import Add, AddPerson, Place, Put, Remove
from netwerk_widgets.views import drawing
from netwerk_widgets.views.replay import Replay


@pytest.fixture
def replay(desk, told):
    return Replay(desk)


@pytest.fixture
def ask(replay, page):
    def asked(what, **content):
        return next(m for m in page(replay, kind="ask", id="q", what=what, **content) if m["kind"] == "answer")

    page(replay, kind="hello", lang="nl")
    return asked


@pytest.fixture
def file(desk):
    """A history with all kinds of moments."""
    found = desk.file
    found.apply(AddPerson("oom", "oom", circle=2))
    found.apply(Add("answer", "a", {"card": "x", "text": "hij belt altijd"}))
    found.apply(Place((("oom", 10.0, 90.0),)))
    found.apply(Add("annotation", "n", {"on": "oom", "text": "wie zag dat?"}))
    found.apply(Add("stroke", "s", {"points": "0,0 5,5"}))
    found.apply(Add("compliment", "c", {"person": "oom", "text": "trots"}))
    found.apply(Add("version", "v", {"name": "intake", "revision": 4}))
    found.apply(Put(("oom", "tante"), circle=3))
    found.apply(Remove((("person", "oom"),)))
    return found


def canonical(nodes, edges):
    return json.dumps([sorted(nodes, key=lambda n: n["id"]), sorted(edges, key=lambda e: e["id"])], sort_keys=True)


class Page:
    """What a page keeps: the nodes and edges as it was told them."""

    def __init__(self):
        self.nodes, self.edges, self.number = {}, {}, None

    def take(self, answer):
        if "frame" in answer:
            self.nodes, self.edges = {}, {}
        for gone in answer.get("gone", []):
            self.nodes.pop(gone, None)
            self.edges.pop(gone, None)
        self.nodes |= {node["id"]: node for node in answer["nodes"]}
        self.edges |= {edge["id"]: edge for edge in answer["edges"]}
        self.number = answer["number"]

    def __str__(self):
        return canonical(self.nodes.values(), self.edges.values())


def test_the_time_line_tells_what_kind_of_moment_each_is(file, ask):
    signs = [sign for _, _, sign in ask("timeline")["moments"]]
    assert signs[-9:] == ["map", "answer", "map", "note", "stroke", "answer", "version", "map", "map"]


def test_every_moment_is_drawn_as_it_was_however_one_comes_there(file, ask):
    scale = drawing.scale_for(file.case)
    shown = Page()
    last = file.revision
    for number in [last, 1, last - 1, 5, 2, *range(1, last + 1), *range(last, 0, -1)]:
        shown.take(ask("seek", number=number, **({} if shown.number is None else {"from": shown.number})))
        net = drawing.network(file.at(number), scale)
        assert str(shown) == canonical(net.nodes, net.edges), number


def test_looking_alters_nothing(desk, file, ask):
    before, count = file.case, file.revision
    for number in range(1, count + 1):
        ask("seek", number=number)
    ask("timeline")
    assert (file.case, file.revision) == (before, count)


def test_what_was_written_is_told_when_it_was(file, ask):
    number = next(n for n, _, sign in ask("timeline")["moments"] if sign == "answer")
    answer = ask("seek", number=number)
    assert answer["told"] == [{"kind": "answer", "text": "hij belt altijd"}]
    assert answer["beside"] == {"annotation": [], "stroke": [], "group": []}
    assert "beside" in ask("seek", number=number + 2, **{"from": number})
    assert [one["id"] for one in ask("seek", number=file.revision - 2)["beside"]["stroke"]] == ["s"]


def test_somebody_who_went_is_named_at_the_moment_of_going(file, ask):
    answer = ask("seek", number=file.revision)
    assert [one["role"] for one in answer["absent"]] == ["oom"]


def test_whoever_is_forgotten_does_not_come_back(file, ask, told):
    ask("seek", number=5)
    file.undo()
    file.forget_person("oom")
    assert [m["anew"] for _, m in told if m["kind"] == "change"][-1] is True
    for number, _, _ in ask("timeline")["moments"]:
        assert "oom" not in json.dumps(ask("seek", number=number))


def test_going_on_names_the_map_of_now_and_sets_the_case_back(file, ask):
    before = file.case
    then = file.at(5)
    answer = ask("go_on", number=5, name="  voor ik terugging ", version="vnow")
    assert answer["rev"] == file.revision
    assert dict(file.case.people) == dict(then.people)
    version = file.case.versions["vnow"]
    assert version.name == "voor ik terugging"
    assert dict(file.at(version.revision).people) == dict(before.people)
    assert set(file.case.versions) == {"v", "vnow"}
    file.undo()
    file.undo()
    assert file.case == before


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("seek", {"number": 0}),
        ("seek", {"number": 10_000}),
        ("seek", {"number": "1"}),
        ("seek", {"number": True}),
        ("go_on", {"number": 2, "name": " ", "version": "v9"}),
        ("go_on", {"number": 2, "name": "x"}),
        ("go_on", {"number": 99, "name": "x", "version": "v9"}),
        ("go_on", {"number": 2, "name": "x", "version": "v"}),
    ],
)
def test_what_cannot_be_is_said_and_alters_nothing(file, ask, what, content):
    count = file.revision
    assert "error" in ask(what, **content)
    assert file.revision == count


def test_a_new_moment_joins_the_line(file, replay, told):
    file.apply(AddPerson("buur", "buur"))
    change = next(m for who, m in reversed(told) if who is replay and m["kind"] == "change")
    assert change["moment"][0] == file.revision
    assert change["moment"][2] == "map"


def test_repr_names_nobody(replay):
    assert repr(replay) == "Replay(people=3, ties=2)"
