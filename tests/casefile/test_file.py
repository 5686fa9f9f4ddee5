"""One edit is one transaction with its history row; what was told is on disk."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import CaseFileError, NothingToDo, ShelfError, UndoOther
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author, Revision
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case, Info
from netwerk_widgets.model.edits import Add, AddPerson, Change, Place, Remove
from netwerk_widgets.model.errors import EditError
from tests.casefile.make import ANN, BOB, keyed, move, small_case


def test_a_file_is_private_from_birth_and_sealed(file: CaseFile, path: Path, key: Key) -> None:
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"SQLite" not in path.read_bytes()[:16]
    assert b"Rosa" not in path.read_bytes()
    db = keyed(path, key)
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert db.execute("SELECT count(*) FROM history").fetchone()[0] == 1
    db.close()


def test_the_settings_that_keep_an_edit_are_on(file: CaseFile) -> None:
    assert file._store.value("PRAGMA synchronous") == 3
    assert file._store.value("PRAGMA secure_delete") == 1


def test_an_edit_is_there_after_reopening(file: CaseFile, path: Path, key: Key) -> None:
    revision = file.apply(move(), oid="a-1")
    after = file.case
    file.close()
    with CaseFile.open(path, key, ANN) as again:
        assert again.case == after
        assert again.revision == revision.number == 2
        assert again.history()[0] == revision


def test_an_edit_that_cannot_be_done_leaves_all_as_it_was(file: CaseFile, path: Path) -> None:
    case = file.case
    for edit in (move("nobody"), Place((("p1", float("nan"), 0),)), Change("person", "p1", {"bsn": "x"})):
        with pytest.raises(EditError):
            file.apply(edit)
    assert file.case is case
    assert file.revision == 1


def test_a_page_id_counts_once(file: CaseFile, path: Path, key: Key) -> None:
    first = file.apply(move(), oid="page.7")
    file.apply(move(x=60), oid="page.8")
    assert file.apply(move(), oid="page.7") == first
    file.close()
    with CaseFile.open(path, key, ANN) as again:
        assert again.apply(move(), oid="page.7") == first
        assert again.undo(oid="u").number == 4
        assert again.undo(oid="u").number == 4
        assert again.revision == 4


@pytest.mark.parametrize("oid", ["é", "a b", "x" * 81, "'", 7, None])
def test_a_page_id_is_a_plain_word(file: CaseFile, oid: object) -> None:
    with pytest.raises(EditError):
        file.apply(move(), oid=oid)  # type: ignore[arg-type]


def test_an_edit_that_alters_nothing_is_acknowledged_and_stays_out_of_the_way(file: CaseFile) -> None:
    file.apply(move())
    file.undo()
    person = file.case.people["p1"]
    silent = file.apply(Change("person", "p1", {"role": person.role}), oid="n")
    assert silent.changes == ()
    assert file.can_redo is not None
    assert silent.number not in [revision.number for revision in file.history()]
    assert file.apply(Change("person", "p1", {"role": "x"}), oid="n") == silent


def test_watchers_hear_in_order_after_the_fact_and_until_they_stop(file: CaseFile, path: Path, key: Key) -> None:
    heard: list[tuple[str, int]] = []

    def nosy(revision: Revision) -> None:
        db = keyed(path, key)
        on_disk = db.execute("SELECT max(number) FROM history").fetchone()[0]
        db.close()
        assert on_disk >= revision.number
        heard.append(("nosy", revision.number))
        if revision.number == 2:
            file.apply(move(x=70))

    def broken(revision: Revision) -> None:
        raise RuntimeError

    file.watch(nosy)
    file.watch(broken)
    stop = file.watch(lambda revision: heard.append(("plain", revision.number)))
    file.apply(move())
    assert heard == [("nosy", 2), ("plain", 2), ("nosy", 3), ("plain", 3)]
    stop()
    stop()
    file.apply(move(x=80))
    assert heard[-1] == ("nosy", 4)


def test_undo_and_redo_say_what_they_are_about(file: CaseFile) -> None:
    file.apply(AddPerson("p2", "buurman"))
    assert file.undo().message.text("nl") == "teruggedraaid: buurman toegevoegd"
    assert file.redo().message.text("nl") == "opnieuw gedaan: buurman toegevoegd"
    assert file.undo().message.text("en").startswith("undone: buurman")
    assert "p2" not in file.case.people


def test_there_is_an_end_to_undo_and_redo(file: CaseFile) -> None:
    with pytest.raises(NothingToDo):
        file.undo()
    with pytest.raises(NothingToDo):
        file.redo()


def test_another_persons_edit_is_undone_only_knowingly(file: CaseFile, other: CaseFile) -> None:
    done = file.apply(move())
    with pytest.raises(UndoOther) as told:
        other.undo()
    assert told.value.revision == done
    assert "AB" in str(told.value)
    assert "tante Rosa" in str(told.value)
    assert other.undo(other=True).kind == "undo"
    file.poll()
    assert file.case == other.case


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (ANN, BOB, False),
        (ANN, Author("AB", "thuis"), True),
        (Author("", "kantoor"), Author("", "kantoor"), True),
        (Author("", "kantoor"), Author("", "thuis"), False),
    ],
)
def test_who_is_the_same_person(one: Author, two: Author, same: bool) -> None:
    assert one.same(two) is same


def test_the_case_as_it_was(file: CaseFile) -> None:
    cases = {1: file.case}
    for number, edit in enumerate([move(), AddPerson("p2", "oom"), Remove((("person", "p1"),)), move("p2")], start=2):
        file.apply(edit)
        cases[number] = file.case
    file.undo()
    cases[6] = file.case
    assert all(file.at(number) == case for number, case in cases.items())
    for wrong in (0, 7, -1):
        with pytest.raises(CaseFileError):
            file.at(wrong)


def test_a_named_version_finds_its_day(file: CaseFile) -> None:
    file.apply(Add("version", "v1", {"name": "eerste gesprek", "revision": file.revision}))
    file.apply(move(x=90))
    version = file.case.versions["v1"]
    assert file.at(version.revision).people["p1"] == small_case().people["p1"]


def test_an_import_is_one_step_that_can_be_undone(file: CaseFile) -> None:
    before = file.case
    revision = file.take_in(Case(info=Info(code="x", practice=True, question="?")), Message("model.edit.import"))
    assert revision.kind == "import"
    assert not file.case.people
    assert file.case.info.code == "Linde-7"
    file.undo()
    assert file.case == before


def test_history_is_read_page_by_page(file: CaseFile) -> None:
    for x in range(9):
        file.apply(move(x=20 + x))
    newest = file.history(limit=4)
    assert [revision.number for revision in newest] == [10, 9, 8, 7]
    assert [revision.number for revision in file.history(limit=4, before=7)] == [6, 5, 4, 3]


def test_a_file_is_never_begun_over_another(file: CaseFile, path: Path, key: Key, empty: Case) -> None:
    with pytest.raises(ShelfError):
        CaseFile.create(path, key, empty, ANN)
    assert file.apply(move()).number == 2
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_closed_file_says_so(file: CaseFile) -> None:
    file.close()
    with pytest.raises(CaseFileError, match="gesloten"):
        file.apply(move())
    file.poll()
