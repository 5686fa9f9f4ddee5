"""What format 4 holds, and how a file of format 2 becomes one with nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import disk, schema
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.slips import Aside
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case import fields
from netwerk_widgets.model.case.entities import ENTITIES, encode
from netwerk_widgets.model.case.phases import PhaseMark
from netwerk_widgets.model.edits import Add, Change, Place
from tests.casefile import format2
from tests.casefile.make import ANN, keyed, move, small_case

HELD = {
    "info": "code practice own centre_kind question story source last_number",
    "person": "number role x y wish_x wish_y circle domain belongs moment closeness frequency years_known age_band home "
    "professional professional_asked organisation pet deceased sleeping left_out left_out_by left_out_why "
    "left_out_shared unsafe unsafe_why unsafe_shared valued_role invited_by notes",
    "tie": "source target directed quality weight label moment support notes",
    "version": "name revision at",
    "compliment": "person text at card expectation",
    "answer": "card text mark more at persons",
    "annotation": "on about text tag author at reply goal case",
    "step": "text person by outcome done",
    "stroke": "points colour author at",
    "phase": "meeting act phase title what at",
    "group": "name members",
}
"""What a file of format 4 may hold, beside its drafts (tests/casefile/storage/test_drafts.py)."""


@pytest.fixture
def old(path: Path, key: Key) -> Path:
    format2.build(path, key)
    return path


def table(path: Path, key: Key, name: str) -> list[tuple[Any, ...]]:
    db = keyed(path, key)
    found: list[tuple[Any, ...]] = db.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
    db.close()
    return found


def number(path: Path, key: Key) -> int:
    db = keyed(path, key)
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    db.close()
    return found


def test_a_kind_or_field_that_is_added_raises_the_format() -> None:
    """An older program would call a file with it damaged: raise ``schema.FORMAT``, migrate, and say here what it holds.

    What is added before a release of format 4 belongs to format 4: it is put in ``HELD``, and the number stays.
    """
    assert schema.FORMAT == 4
    found = {kind: " ".join(fields.checks(entity)) for kind, entity in ENTITIES.items()}
    other = [f"{kind}.{name}" for kind in found for name in {*found[kind].split()} ^ {*HELD.get(kind, "").split()}]
    assert found == HELD, f"{other}: put it in HELD; once format {schema.FORMAT} is released, raise the format first"


def test_a_file_of_format_2_opens_with_nothing_lost(old: Path, key: Key) -> None:
    before = {name: table(old, key, name) for name in ("entity", "history")}
    with CaseFile.open(old, key, ANN) as file:
        assert file.writable
        assert [notice.key for notice in file.notices] == ["casefile.notice.renewed"]
        assert encode(file.case.info) == format2.INFO
        assert [encode(person) for person in file.case.people.values()] == [format2.EGO, format2.AUNT]
        assert encode(file.case.ties["t1"]) == format2.TIE
        for kind, data in format2.REST:
            assert encode(file.case.get(kind, data["id"])) == data  # type: ignore[arg-type]
    assert {name: table(old, key, name) for name in before} == before
    assert number(old, key) == schema.FORMAT
    assert check(old, key).ok


def test_its_history_can_be_undone_and_looked_back_on(old: Path, key: Key) -> None:
    with CaseFile.open(old, key, ANN) as file:
        end = file.case
        assert file.at(3).people["p1"].circle == 1
        assert file.at(4).people["p1"].circle == 2
        undone = 0
        while file.can_undo:
            file.undo()
            undone += 1
        assert undone == 6
        assert set(file.case.people) == {"ego"}
        assert not (file.case.ties)
        assert not (file.case.steps)
        assert not (file.case.versions)
        while file.can_redo:
            file.redo()
        assert file.case == end
        assert file.apply(move(), oid="page.3").number == 3  # done long ago
    assert check(old, key).ok


def test_the_old_file_stays_beside_it_and_forgetting_takes_it_along(old: Path, key: Key) -> None:
    before = old.read_bytes()
    CaseFile.open(old, key, ANN).close()
    copy = disk.beside(old, ".v2")
    assert copy.read_bytes() == before
    with CaseFile.open(old, key, ANN) as file:
        assert not file.notices  # once
        file.forget_person("p1")
    assert not copy.exists()


def test_where_nothing_can_be_written_it_is_read_as_it_is(old: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes(), sorted(old.parent.iterdir())
    monkeypatch.setattr(disk, "writable", lambda _: False)  # root may write anywhere, so it cannot show this
    with CaseFile.open(old, key, ANN) as file:
        assert not file.writable
        assert [notice.key for notice in file.notices] == ["casefile.notice.old_read_only"]
        assert file.case.steps["s1"].outcome == "gebeld"
    assert (old.read_bytes(), sorted(old.parent.iterdir())) == before


def everything_new(file: CaseFile) -> None:
    """All that format 2 did not know when it began."""
    for edit in (
        Add("stroke", "k1", {"points": "0,0 10,10", "colour": "green", "author": "AB"}),
        Add("answer", "a9", {"card": "search.call", "persons": "p1", "mark": "self", "more": {"fear": "nee"}}),
        Add("annotation", "n9", {"about": "card:facts-01", "text": "hm", "goal": True, "case": "Linde-7"}),
        Change("person", "p1", {"invited_by": "client"}),
        Place((("p1", 5.0, -80.0),), wished=True),
    ):
        file.apply(edit)
    file.mark(PhaseMark("f1", "m1", "begin", "facts", "Feiten"), Message("model.edit.phase", {"title": "Feiten"}))
    file.put_aside(Aside("question", "wie nog meer?"))
    file.undo()


def test_a_file_of_format_2_with_all_of_now_in_it_loses_nothing(path: Path, key: Key) -> None:
    """As programs wrote it between the two formats."""
    with CaseFile.create(path, key, small_case(), ANN) as file:
        everything_new(file)
        case = file.case
    db = keyed(path, key)
    db.execute("PRAGMA user_version = 2").close()
    db.close()
    before = {name: table(path, key, name) for name in ("entity", "history", "aside")}
    with CaseFile.open(path, key, ANN) as file:
        assert file.case == case
        assert file.set_aside == 1
        assert file.can_redo
        file.redo()
        assert file.case.people["p1"].wish_y == -80.0
        file.undo()
    assert table(path, key, "aside") == before["aside"]
    assert table(path, key, "history")[: len(before["history"])] == before["history"]
    assert check(path, key).ok


def test_a_program_of_format_2_reads_a_file_of_now_and_leaves_it_alone(
    path: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CaseFile.create(path, key, small_case(), ANN) as file:
        everything_new(file)
    before = path.read_bytes()
    monkeypatch.setattr(schema, "FORMAT", 2)
    # Restored in the same order: the contract with the page is written in it.
    with patch.dict(ENTITIES):  # type: ignore[arg-type]
        for kind in ("stroke", "phase"):
            del ENTITIES[kind]  # type: ignore[attr-defined]
        older_reads(path, key)
    assert path.read_bytes() == before


def older_reads(path: Path, key: Key) -> None:
    with CaseFile.open(path, key, ANN) as file:
        assert [notice.key for notice in file.notices] == ["casefile.notice.newer"]
        assert set(file.case.people) == {"ego", "p1"}
        assert not (file.case.strokes)
        assert not (file.case.phases)
        with pytest.raises(CaseFileError):
            file.apply(move())
