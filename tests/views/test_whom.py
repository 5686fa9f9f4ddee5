"""A page asks who is meant: the kernel answers by the one rule of names."""

import json

import pytest

from netwerk_widgets.model.edits import Add, AddPerson, Change, Remove
from netwerk_widgets.views.list import NetworkList
from tests.naming.examples import FOLDER

CASES = json.loads((FOLDER / "naming.json").read_text(encoding="utf-8"))["wrong_today"]


@pytest.fixture
def asked(desk, page, told):
    """Asks a question as a page would, of a case with these people."""
    for at, role in enumerate(("Zoë", "André", "Andre", "Ahmed", "Ahmed", "tante Bep")):
        desk.file.apply(AddPerson(f"p{at + 3}", role, circle=1, domain="friends"))
    view = NetworkList(desk)
    return lambda what, **content: page(view, kind="ask", id="q1", what=what, **content)[-1]


@pytest.mark.parametrize("row", [row for row in CASES if "find" in row], ids=lambda row: row["find"])
def test_finding_as_in_the_case_file(asked, desk, row):
    found = asked("find", text=row["find"])["people"]
    assert sorted(desk.file.case.people[one].role for one in found) == sorted(row["right"])


@pytest.mark.parametrize("row", [row for row in CASES if row.get("right", "")[:1] == "p"], ids=lambda row: row["typed"])
def test_linking_as_in_the_case_file(asked, desk, row):
    desk.file.apply(Add("answer", "a1", {"card": "x", "text": row["typed"]}))
    assert desk.file.case.answers["a1"].persons == row["right"]
    assert asked("named", text=row["typed"], persons=row["right"]) == {
        "kind": "answer", "id": "q1", "unknown": [], "unclear": [],
    }  # fmt: skip


def test_offering(asked):
    assert asked("offered", name="zoe")["people"] == ["p3"]
    assert asked("offered", name="ahmed")["people"] == ["p6", "p7"]
    assert asked("offered", name="Piet") == {"kind": "answer", "id": "q1", "people": [], "new": "Piet"}
    assert asked("offered", name="Zoë was er")["people"] is None
    assert asked("called", name="AHMED")["people"] == ["p6", "p7"]
    assert asked("named", text="@ahmed", persons="")["unclear"] == ["p6", "p7"]


def test_a_sheet_without_names_knows_who_was_called_so_before(asked, desk):
    desk.file.apply(AddPerson("p9", "Wilhelmien"))
    desk.file.apply(Remove((("person", "p9"),)))
    desk.file.apply(Change("person", "p8", {"role": "buurvrouw"}))
    texts = ["Ahmeds broer", "Zoe\u0308 en Mo", "Wilhelmiens hond bij tante  Bep", "de buurvrouw komt op de markt", ""]
    number = {one: person.number for one, person in desk.file.case.people.items()}
    assert asked("unnamed", texts=texts)["texts"] == [
        f"P{number['p6']}/P{number['p7']} broer",
        f"P{number['p3']} en middelpunt",
        f"iemand hond bij P{number['p8']}",
        f"de P{number['p8']} komt op de markt",
        "",
    ]


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("unnamed", {"texts": "tante"}),
        ("unnamed", {"texts": [3]}),
        ("unnamed", {"texts": ["x" * 8001]}),
        ("find", {"text": None}),
        ("find", {"text": "x" * 8001}),
        ("offered", {}),
        ("named", {"text": "@x"}),
        ("called", {"name": ["x"]}),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(asked, what, content):
    assert asked(what, **content)["error"]["key"] == "model.error.bad_value"


def test_nothing_is_found_where_no_case_lies(desk, page, told):
    view = NetworkList(desk)
    desk.close()
    assert page(view, kind="ask", id="q1", what="find", text="tante")[-1]["people"] == []
    assert "error" in page(view, kind="ask", id="q1", what="unnamed", texts=[])[-1]
