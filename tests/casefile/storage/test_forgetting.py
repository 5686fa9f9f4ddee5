"""A forgotten person is nowhere: not in the case, its history, its words, its copies or its free pages."""

from __future__ import annotations

import contextlib
import dataclasses
import unicodedata
from pathlib import Path

import pytest

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.forgetting import FREE_TEXT
from netwerk_widgets.casefile.storage.slips import Aside
from netwerk_widgets.model.case import letters
from netwerk_widgets.model.case.entities import ENTITIES
from netwerk_widgets.model.edits import Add, AddPerson, Change, Remove, SetSupport
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.names.forgetting import Forgotten
from tests.casefile.make import ANN, move, plaintext

NAMES = ("Wilhelmientje", "Kwibus")


@pytest.fixture
def told(file: CaseFile) -> CaseFile:
    """A case in which somebody with a rare name is spoken of everywhere, and was called otherwise before."""
    steps = [
        AddPerson("p2", "oom Kwibus", circle=1, domain="family"),
        Change("person", "p2", {"role": "Wilhelmientje", "notes": "Wilhelmientje drinkt."}),
        SetSupport("p2", "practical", "received"),
        Add("tie", "t9", {"source": "p1", "target": "p2", "label": "zus"}),
        Add("tie", "t8", {"source": "p1", "target": "ego", "label": "via Wilhelmientje"}),
        Add("compliment", "c1", {"person": "p2", "text": "WILHELMIENTJE vindt haar sterk"}),
        Add("compliment", "c2", {"person": "p1", "text": "net als wilhelmientje"}),
        Add("answer", "a1", {"text": "Wilhelmientjes hond, en oom  kwibus", "persons": "p1 p2"}),
        Add("answer", "a2", {"card": "search.call", "persons": "p2", "more": {"fear": "dat ze lacht"}}),
        Add(
            "answer",
            "a3",
            {"card": "search.call", "persons": "p1", "more": {"fear": "als Kwibus erbij is", "date": "2026-01-02"}},
        ),
        Add("answer", "a4", {"card": "mirror.own", "persons": "p2", "text": "haar", "more": {"case": "Linde-7"}}),
        Change("person", "p2", {"invited_by": "client"}),
        Add("annotation", "n1", {"on": "p2", "text": "over haar"}),
        Add("annotation", "n2", {"on": "t9", "text": "over hun band"}),
        Add("annotation", "n3", {"on": "p1", "text": "vraag Wilhelmientje, niet Wilhelmientjehof"}),
        Add("step", "s1", {"text": "bel Wilhelmientje", "person": "p2", "by": "als Kwibus thuis is"}),
        Add("version", "v1", {"name": "voor Wilhelmientje", "revision": 3}),
        Change("info", "info", {"question": "Wie is Wilhelmientje?", "story": "Kwibus kwam.", "source": "Kwibus"}),
        Change("person", "p1", {"role": "moeder van Wilhelmientje", "left_out_by": "kwibus", "notes": "Wilhelmientje"}),
        Change("person", "p1", {"notes": "niets", "role": "moeder"}),
        AddPerson("p3", "vriend van Wilhelmientje"),
        Remove((("person", "p3"),)),
    ]
    for edit in steps:
        file.apply(edit)
    file.undo()
    file.redo()
    file.undo()
    return file


def test_nothing_readable_is_left_anywhere(told: CaseFile, path: Path, key: Key) -> None:
    CaseFile.open(path, key, ANN).close()  # a last good copy that knows them
    (path.parent / f"{path.name}.v1").write_bytes(path.read_bytes())  # and one from before a migration
    known = plaintext(path, key)
    assert all(name in known for name in NAMES)
    told.forget_person("p2")
    told.close()
    files = [item for item in path.parent.iterdir() if item.is_file()]
    assert sorted(item.name for item in files) == [path.name, f"{path.name}.kopie"]
    for item in files:
        left = plaintext(item, key).casefold()
        assert all(name.casefold() not in left.replace("wilhelmientjehof", "") for name in NAMES)
        assert "free pages: 0" in left
        assert "moeder van iemand" in left
    assert check(path, key).ok


def test_what_belongs_to_others_stays(told: CaseFile) -> None:
    told.forget_person("p2")
    case = told.case
    assert set(case.people) == {"ego", "p1", "p3"}
    assert case.people["p3"].role == "vriend van iemand"
    assert "p2" not in str([dataclasses.astuple(tie) for tie in case.ties.values()])
    assert set(case.compliments) == {"c2"}
    assert case.compliments["c2"].text == "net als iemand"
    assert set(case.annotations) == {"n3"}
    assert case.annotations["n3"].text == "vraag iemand, niet Wilhelmientjehof"
    assert case.answers["a1"].persons == "p1"
    assert case.answers["a1"].text == "iemand hond, en iemand"
    assert set(case.answers) == {"a1", "a3", "a4"}, "a row about somebody goes with them"
    assert dict(case.answers["a3"].more) == {"fear": "als iemand erbij is", "date": "2026-01-02"}
    assert (case.answers["a4"].text, case.answers["a4"].persons) == ("haar", "")
    assert case.steps["s1"].person == ""
    assert case.versions["v1"].name == "voor iemand"
    assert case.info.question == "Wie is iemand?"


def test_it_cannot_be_undone_and_the_rest_still_can(told: CaseFile, path: Path, key: Key) -> None:
    revision = told.forget_person("p2")
    assert revision.kind == "forget"
    assert "Wilhelmientje" not in revision.message.text("nl")
    while told.can_undo:
        told.undo()
        assert "p2" not in told.case.people
    assert set(told.case.people) == {"ego", "p1"}
    while told.can_redo:
        told.redo()
        assert "p2" not in told.case.people
    for number in range(1, told.revision + 1):
        assert "p2" not in told.at(number).people
    told.close()
    assert check(path, key).ok
    with CaseFile.open(path, key, ANN) as again:
        assert again.apply(move()).number == told.revision + 1


def test_somebody_who_was_taken_off_the_map_can_be_forgotten_too(told: CaseFile, path: Path, key: Key) -> None:
    """A version still shows them, and undo would bring them back: after this neither does."""
    told.apply(Add("version", "v2", {"name": "intake", "revision": told.revision}))
    told.apply(Remove((("person", "p2"),)))
    assert [(one.id, one.role) for one in told.taken_away()] == [("p2", "Wilhelmientje")]
    assert "p2" in told.at(told.case.versions["v2"].revision).people
    assert "a2" in told.case.answers
    told.forget_person("p2")
    assert told.taken_away() == []
    assert "a2" not in told.case.answers, "a row about somebody goes with them, also once it points at nobody"
    assert {"a1", "a3", "a4"} <= set(told.case.answers)
    for number in range(1, told.revision + 1):
        assert "p2" not in told.at(number).people
    while told.can_undo:
        told.undo()
        assert "p2" not in told.case.people
    while told.can_redo:
        told.redo()
        assert "p2" not in told.case.people
    told.close()
    for item in (path, path.parent / f"{path.name}.kopie"):
        left = plaintext(item, key).casefold() if item.exists() else ""
        assert all(name.casefold() not in left.replace("wilhelmientjehof", "") for name in NAMES)
        assert "dat ze lacht" not in left
    assert check(path, key).ok


def test_who_was_never_on_the_map_or_is_forgotten_already_is_not_taken_away(told: CaseFile) -> None:
    told.apply(Remove((("person", "p1"),)))
    told.apply(AddPerson("p7", "achternicht"))
    told.undo()
    assert [one.id for one in told.taken_away()] == ["p1", "p7"], "by number; also whose coming was undone"
    told.forget_person("p7")
    assert [one.id for one in told.taken_away()] == ["p1"]
    with pytest.raises(EditError):
        told.forget_person("p7")


def test_another_workbook_forgets_with_us(told: CaseFile, path: Path, key: Key) -> None:
    with CaseFile.open(path, key, ANN) as other:
        heard = []
        other.watch(heard.append)
        assert "p2" in other.case.people
        revision = told.forget_person("p2")
        other.poll()
        assert other.case == told.case
        assert [
            (change.id, change.after) for change in heard[-1].changes if change.kind == "person" and not change.after
        ] == [("p2", None)]
        assert other.revision == revision.number
        assert other.can_undo is None or "Wilhelmientje" not in other.can_undo.message.text("nl")
        other.apply(move(x=33))
        told.poll()
        assert told.case == other.case


def test_nobody_and_the_last_one_in_the_middle_are_not_forgotten(file: CaseFile) -> None:
    for who in ("nobody", "ego"):
        with pytest.raises(EditError):
            file.forget_person(who)
    assert file.revision == 1


def test_every_text_of_the_model_is_looked_through() -> None:
    """A free text that is added to the model must be added to the table too."""
    for kind, entity in ENTITIES.items():
        for spec in dataclasses.fields(entity):
            check_of = spec.metadata.get("check")
            if check_of is None or not check_of.__qualname__.startswith("text.") or spec.name in _NOT_FREE:
                continue
            where = "goes in FREE_TEXT of casefile/storage/forgetting.py, or in _NOT_FREE here where it can name nobody"
            assert spec.name in FREE_TEXT[kind], f"{kind}.{spec.name} {where}"


_NOT_FREE = {
    "role",
    "persons",
    "code",
    "at",
    "author",
    "case",
    "about",
    "points",
}  # done apart, or never a client's words


@pytest.mark.parametrize(
    ("roles", "text", "left"),
    [
        ({"tante Rosa"}, "Rosa, tante Rosa en TANTE ROSA; tante Els", "iemand, iemand en iemand; tante Els"),
        ({"moeder"}, "Moeder zei: moedermelk", "iemand zei: moedermelk"),
        ({"Jan"}, "Jans fiets, Jan's fiets, januari, Jan-Peter", "iemand fiets, iemand's fiets, januari, iemand-Peter"),
        ({"Zoë"}, "Zoe\u0308 en ZOË", "iemand en iemand"),
        ({"a.b (c)"}, "a.b (c) axb", "iemand axb"),
        ({"", "  "}, "niets", "niets"),
        ({"buurman van 12"}, "de buurman van 12 en de buurman van 14", "de iemand en de buurman van 14"),
    ],
)
def test_whole_words_are_replaced(roles: set[str], text: str, left: str) -> None:
    assert Forgotten(roles, "iemand").out_of_text(text) == left


@pytest.mark.parametrize(
    ("roles", "role", "left"),
    [
        ({"tante"}, "tante", "tante"),
        ({"tante Rosa"}, "tante Els", "tante Els"),
        ({"moeder"}, "moeder van Piet", "moeder van Piet"),
        ({"Rosa"}, "moeder van Rosa", "moeder van iemand"),
    ],
)
def test_anothers_role_keeps_what_is_its_own(roles: set[str], role: str, left: str) -> None:
    assert Forgotten(roles, "iemand").out_of_role(role) == left


def test_a_text_that_grows_beyond_its_field_is_cut(file: CaseFile, path: Path, key: Key) -> None:
    file.apply(AddPerson("p2", "Jo"))
    file.apply(Change("person", "p1", {"notes": "Jo " * 1333}))
    file.forget_person("p2")
    assert len(file.case.people["p1"].notes) == 4000
    file.close()
    assert check(path, key).ok


def test_a_file_that_is_busy_keeps_no_slack_either(told: CaseFile, path: Path, key: Key) -> None:
    """Another program reads on, so the file cannot be pressed together: what was taken out is zeros all the same."""
    told._store.rows("PRAGMA busy_timeout = 50")
    real = told._store.rows
    told._store.rows = lambda sql, values=(): [] if sql == "VACUUM" else real(sql, values)  # type: ignore[method-assign]
    told.forget_person("p2")
    told.close()
    left = plaintext(path, key).casefold()
    assert all(name.casefold() not in left.replace("wilhelmientjehof", "") for name in NAMES)


FORMS = ("{0}", "{0}'s jas", "bij ({0}), en", "{0}\u00a0komt", "een\n{0}\ntwee")


@pytest.mark.parametrize(
    "name", ["नीतांशु", "மீரா", "สมหญิง", "مُحَمَّد", "שָׂרָה", "Đặng", "Zoe\u0308tje", "王小明", "Мария", "អង្គ", "ကြည်"]
)
def test_no_script_and_no_form_is_left_readable_in_any_place(file: CaseFile, path: Path, key: Key, name: str) -> None:
    """Every text of every kind, now and in history, in what lies aside and in sentences."""
    spelled = (name, unicodedata.normalize("NFD", name), name.upper())
    forms = [form.format(word) for form in FORMS for word in spelled]
    file.apply(AddPerson("p2", name, circle=1))
    file.apply(AddPerson("p3", f"zus van {name}"))
    required = {"tie": {"source": "p1", "target": "ego"}, "compliment": {"person": "p1"}}
    for kind, names in FREE_TEXT.items():
        for at, text in enumerate((" en ".join(forms), forms[0])):  # a short field has room for one of them
            for field in names:
                with contextlib.suppress(EditError):
                    values = {**required.get(kind, {}), field: text}
                    if kind in ("info", "person"):
                        file.apply(Change(kind, "info" if kind == "info" else "p1", values))
                    else:
                        file.apply(Add(kind, f"{kind[0]}{at}{field}", values))
    file.apply(Add("answer", "more", {"card": "search.call", "more": {"fear": forms[0], "likely": forms[3]}}))
    file.put_aside(Aside("hypothesis", f"{name} durft niet"))
    file.undo()
    file.redo()
    known = letters.folded(plaintext(path, key))
    assert known.count(letters.folded(name)) > 20
    file.forget_person("p2")
    assert file.case.people["p3"].role == "zus van iemand"
    file.close()
    for item in path.parent.iterdir():
        assert letters.folded(name) not in letters.folded(plaintext(item, key)), item.name
    assert check(path, key).ok


def test_others_keep_what_only_resembles_it(file: CaseFile) -> None:
    for at, role in enumerate(("Han", "Hans", "Hanna", "Han Bakker"), 2):
        file.apply(AddPerson(f"p{at}", role))
    file.apply(Change("person", "p1", {"notes": "Hans belde Hanna, en Han Bakker belde Han; handig, Hanshof"}))
    file.forget_person("p2")
    assert file.case.people["p1"].notes == "Hans belde Hanna, en Han Bakker belde iemand; handig, Hanshof"
    assert [file.case.people[f"p{at}"].role for at in (3, 4, 5)] == ["Hans", "Hanna", "Han Bakker"]


def test_a_sign_is_not_cut_in_two_where_a_text_grows(file: CaseFile) -> None:
    file.apply(AddPerson("p2", "Jo"))
    file.apply(Change("person", "p1", {"organisation": "Jo " * 26 + "\U0001f1f3\U0001f1f1"}))
    file.forget_person("p2")
    left = file.case.people["p1"].organisation
    assert len(left) <= 80
    assert left == ("iemand " * 12)[: len(left)]


def test_a_group_loses_whoever_is_forgotten_and_their_name(told: CaseFile) -> None:
    told.apply(Add("group", "g1", {"name": "huis van Wilhelmientje", "members": "p1 p2"}))
    told.apply(Add("group", "g2", {"name": "alleen Wilhelmientje", "members": "p2"}))
    told.apply(Change("group", "g1", {"members": "p1 p2 p3"}))
    told.forget_person("p2")
    assert {group.id: (group.name, group.members) for group in told.case.groups.values()} == {
        "g1": ("huis van iemand", "p1 p3")
    }
    told.undo()
    assert told.case.groups["g1"].members == "p1"
    for number in range(1, told.revision + 1):
        assert "p2" not in str(told.at(number).groups)
