"""An old format becomes the new one after a copy; whatever goes wrong, the old file is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import CaseFileError, Damaged, ReadOnly
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import disk, schema
from netwerk_widgets.casefile.storage import migration as migrate
from netwerk_widgets.casefile.storage.damage import check
from tests.casefile import format1
from tests.casefile.make import ANN, keyed, move


@pytest.fixture
def old(path: Path, key: Key) -> Path:
    format1.build(path, key)
    return path


def test_support_moves_from_the_person_to_the_tie(old: Path, key: Key) -> None:
    with CaseFile.open(old, key, ANN) as file:
        assert file.case.people.keys() == {"ego", "p1", "p3"}
        assert file.case.ties.keys() == {"t1", "cp1"}
        tie = file.case.ties["cp1"]
        assert (tie.source, tie.target, dict(tie.support)) == ("ego", "p1", format1.SUPPORT)
        assert any("bijgewerkt" in notice.text("nl") for notice in file.notices)
    assert check(old, key).ok


def test_all_of_its_history_can_be_undone_and_looked_back_on(old: Path, key: Key) -> None:
    with CaseFile.open(old, key, ANN) as file:
        end = file.case
        assert dict(file.at(3).ties["cp1"].support) == {"practical": "received"}
        assert dict(file.at(5).ties["cp2"].support) == {"emotional": "given"}
        assert file.at(2).ties == {}
        while file.can_undo:
            file.undo()
        assert file.case.people.keys() == {"ego"}
        assert not file.case.ties
        while file.can_redo:
            file.redo()
        assert file.case == end
        assert file.apply(move(), oid="page.3").number == 3  # done long ago
    assert check(old, key).ok


def test_the_old_file_stays_beside_it(old: Path, key: Key) -> None:
    before = old.read_bytes()
    CaseFile.open(old, key, ANN).close()
    copy = disk.beside(old, ".v1")
    assert copy.read_bytes() == before
    with CaseFile.open(old, key, ANN) as file:
        assert not file.notices  # once


def test_a_migration_that_fails_leaves_the_old_file(old: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()

    def broken(*_: object) -> None:
        raise KeyError

    with monkeypatch.context() as patch:
        patch.setattr(schema, "load", broken)
        with pytest.raises((CaseFileError, KeyError)):
            CaseFile.open(old, key, ANN)
    assert old.read_bytes() == before
    with monkeypatch.context() as patch:
        patch.setattr(migrate, "_images", broken)
        with pytest.raises(Damaged):
            CaseFile.open(old, key, ANN)
    assert old.read_bytes() == before
    CaseFile.open(old, key, ANN).close()


def test_an_old_file_with_nonsense_in_it_is_refused_as_it_is(old: Path, key: Key) -> None:
    db = keyed(old, key)
    db.execute("""UPDATE entity SET data = '{"id":"p1","support":7}' WHERE id = 'p1'""").close()
    db.close()
    before = old.read_bytes()
    with pytest.raises(Damaged):
        CaseFile.open(old, key, ANN)
    assert old.read_bytes() == before


def test_where_nothing_can_be_written_it_opens_to_read(old: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    """Brought to this format in memory: the file, and its folder, stay as they are."""
    before = old.read_bytes(), sorted(old.parent.iterdir())
    monkeypatch.setattr(disk, "writable", lambda _: False)  # root may write anywhere, so it cannot show this
    with CaseFile.open(old, key, ANN) as file:
        assert not file.writable
        assert [notice.key for notice in file.notices] == ["casefile.notice.old_read_only"]
        assert dict(file.case.ties["cp1"].support) == format1.SUPPORT
        assert file.can_undo is not None
        assert file.history()[-1].number == 1
        assert dict(file.at(3).ties["cp1"].support) == {"practical": "received"}
        file.poll()
        for act in (lambda: file.apply(move()), file.undo, lambda: file.forget_person("p1")):
            with pytest.raises(ReadOnly):
                act()
    assert (old.read_bytes(), sorted(old.parent.iterdir())) == before
    assert check(old, key).format == 1


def test_an_old_file_that_is_only_looked_at_is_not_brought_up_to_date(old: Path, key: Key) -> None:
    before = old.read_bytes()
    with CaseFile.open(old, key, ANN, read_only=True) as file:
        assert file.case.people.keys() == {"ego", "p1", "p3"}
        assert not file.notices
    assert old.read_bytes() == before


def test_a_spoilt_old_file_is_told_where_nothing_can_be_written(
    old: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = keyed(old, key)
    db.execute("UPDATE entity SET data = '[]' WHERE kind = 'person'").close()
    db.close()
    monkeypatch.setattr(disk, "writable", lambda _: False)
    with pytest.raises(Damaged):
        CaseFile.open(old, key, ANN)


def test_forgetting_takes_the_old_copy_too(old: Path, key: Key) -> None:
    with CaseFile.open(old, key, ANN) as file:
        file.forget_person("p1")
        assert not disk.beside(old, ".v1").exists()
        while file.can_undo:
            file.undo()
            assert not {"p1", "cp1", "t1"} & {*file.case.people, *file.case.ties}
    assert check(old, key).ok
