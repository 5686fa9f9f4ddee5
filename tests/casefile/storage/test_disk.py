"""The disk refuses: the user is told, the case is as on disk, and work goes on once there is room."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from netwerk_widgets.casefile.errors import CaseFileError, NotSaved, ReadOnly, ShelfError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import disk, engine
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.model.edits import AddPerson
from tests.casefile.make import ANN, keyed, move, small_case


def trouble(name: str) -> Exception:
    """An error of this name, as the engine in use raises it."""
    chosen = engine.chosen()
    if isinstance(chosen, engine.SQLCipher):
        error: Exception = chosen._library.OperationalError("disk trouble")
        error.sqlite_errorname = name  # type: ignore[attr-defined]
        return error
    codes = chosen._library.mapping_extended_result_codes | chosen._library.mapping_result_codes
    return chosen._library.exception_for(codes[name])  # type: ignore[no-any-return]


class Failing:
    """A connection whose COMMIT fails as SQLite's would; the transaction is then still open."""

    def __init__(self, real: Any, name: str, *, after: bool = False) -> None:
        self.real, self.name, self.after = real, name, after

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        if sql == "COMMIT":
            if self.after:
                self.real.execute(sql).close()
            raise trouble(self.name)
        return self.real.execute(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


@pytest.mark.parametrize("name", ["SQLITE_FULL", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC", "SQLITE_IOERR_WRITE"])
def test_a_commit_that_fails_changes_nothing(file: CaseFile, name: str) -> None:
    heard: list[object] = []
    file.watch(heard.append)
    before, real = file.case, file._store._db
    file._store._db = Failing(real, name)
    for act in (lambda: file.apply(move(), oid="a"), file.undo, lambda: file.forget_person("p1")):
        with pytest.raises(CaseFileError):
            act()
    assert file.case is before
    assert file.revision == 1
    assert not heard
    file._store._db = real
    assert file.apply(move(), oid="a").number == 2
    assert check(file.path, file.key).ok


def test_a_commit_that_failed_too_late_is_found_out(file: CaseFile) -> None:
    """The journal is gone but the folder's fsync fails: the edit is there, though nobody was told so."""
    real = file._store._db
    file._store._db = Failing(real, "SQLITE_IOERR_DIR_FSYNC", after=True)
    with pytest.raises(NotSaved):
        file.apply(move(), oid="a")
    file._store._db = real
    assert file.apply(move(), oid="a").number == 2  # the page sends it again: once
    assert file.revision == 2
    assert file.apply(move(x=50)).number == 3
    assert check(file.path, file.key).ok


def test_a_full_disk(file: CaseFile) -> None:
    """SQLite's own way to be full: the file may not grow."""
    pages = file._store.value("PRAGMA page_count")
    file._store.rows(f"PRAGMA max_page_count = {pages}")
    file.apply(move())

    def fill() -> None:
        for number in range(200):
            file.apply(AddPerson(f"n{number}", f"iemand {number}" * 4))

    with pytest.raises(NotSaved, match="vol"):
        fill()
    kept = len(file.case.people) - 2
    assert 0 < kept < 200
    assert check(file.path, file.key).people == 2 + kept
    file._store.rows("PRAGMA max_page_count = 100000")
    file.apply(AddPerson("later", "weer ruimte"))
    assert check(file.path, file.key).people == 3 + kept


LIMITED = """
import resource, signal, sys
from pathlib import Path
from netwerk_widgets.casefile.errors import NotSaved
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.edits import AddPerson
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path, key = Path(sys.argv[1]), Key.from_hex(sys.stdin.readline())
file = CaseFile.open(path, key, Author("AB", "kantoor"))
room = path.stat().st_size + 8192
resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
kept = 0
try:
    for number in range(500):
        file.apply(AddPerson(f"n{number}", "iemand met een lange rol"))
        kept += 1
except NotSaved as error:
    assert str(error), error
else:
    raise SystemExit("the limit was not felt")
assert len(file.case.people) == 2 + kept
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
file.apply(AddPerson("later", "weer ruimte"))
case = file.case
file.close()
report = check(path, key)
assert report.ok and report.people == 3 + kept, report
assert CaseFile.open(path, key, Author("AB", "kantoor")).case == case
"""


def test_writes_that_the_system_refuses(path: Path, key: Key) -> None:
    """A real refusal by the operating system, in the middle of a transaction's pages."""
    if os.name == "nt":
        return  # Windows has no such limit; the tests above stand for it
    CaseFile.create(path, key, small_case(), ANN).close()
    run = subprocess.run(
        check=False,
        args=[sys.executable, "-c", LIMITED, str(path)],
        input=key.hex(),
        text=True,
        capture_output=True,
        timeout=60,
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_a_copy_without_room_keeps_nobody_from_working(path: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    CaseFile.create(path, key, small_case(), ANN).close()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "copy_bytes", full)
    with CaseFile.open(path, key, ANN) as file:
        assert [notice.key for notice in file.notices] == ["casefile.notice.no_copy"]
        assert file.apply(move()).number == 2
        with pytest.raises(NotSaved, match="vol"):
            file.back_up(path.with_name("elders.casus"))
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_beginning_a_file_without_room_leaves_nothing(path: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "sync", full)
    with pytest.raises(NotSaved):
        CaseFile.create(path, key, small_case(), ANN)
    assert not list(path.parent.iterdir())


def test_a_folder_where_nothing_can_be_written(path: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    CaseFile.create(path, key, small_case(), ANN).close()
    monkeypatch.setattr(disk, "writable", lambda _: False)  # root may write anywhere, so it cannot show this
    before = path.read_bytes()
    with CaseFile.open(path, key, ANN) as file:
        assert not file.writable
        assert "niet schrijven" in file.notices[0].text("nl").replace("kun je ", "")
        assert file.case.people
        for act in (lambda: file.apply(move()), file.undo, lambda: file.forget_person("p1")):
            with pytest.raises(ReadOnly):
                act()
        file.poll()
    assert path.read_bytes() == before


def test_the_stick_is_taken_out(file: CaseFile) -> None:
    case = file.case
    file.path.unlink()
    with pytest.raises(CaseFileError, match="niet meer op zijn plaats"):
        file.apply(move())
    assert file.case is case


def test_an_interrupted_saving_is_mended_on_opening(path: Path, key: Key) -> None:
    """The pages were half written when the power went; the journal is still there."""
    CaseFile.create(path, key, small_case(), ANN).close()
    before = path.read_bytes()
    db = keyed(path, key)
    db.execute("PRAGMA cache_size = 1").close()
    db.execute("BEGIN IMMEDIATE").close()
    for number in range(200):
        db.execute("INSERT INTO entity (kind, id, data) VALUES ('step', ?, ?)", (f"s{number}", "x" * 900)).close()
    torn, journal = path.read_bytes(), disk.beside(path, "-journal").read_bytes()
    db.execute("ROLLBACK").close()
    db.close()
    assert torn != before
    path.write_bytes(torn[:-1000])
    disk.beside(path, "-journal").write_bytes(journal)
    with CaseFile.open(path, key, ANN) as file:
        assert file.case.people.keys() == {"ego", "p1"}
    assert check(path, key).ok


def test_files_are_put_in_place_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a"
    disk.write_private(target, "één")
    with pytest.raises(NotSaved), disk.whole(target, replace=True) as draft:
        draft.with_name("nergens").joinpath("half").write_text("half")
    assert target.read_text(encoding="utf-8") == "één"
    with pytest.raises(ShelfError), disk.whole(target, replace=False):
        pass
    assert [item.name for item in tmp_path.iterdir()] == ["a"]
    disk.erase(target)
    disk.erase(target)
    assert not list(tmp_path.iterdir())
