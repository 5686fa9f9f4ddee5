"""Two workbooks on one case, two computers on one file."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import Busy, InUse, ReadOnly, TakenOver
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import copies, disk, presence, store
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.model.edits import AddPerson
from tests.casefile.make import ANN, BOB, keyed, move, plaintext


def test_each_sees_the_others_edits(file: CaseFile, other: CaseFile) -> None:
    heard: list[Revision] = []
    other.watch(heard.append)
    done = [file.apply(move(x=x)) for x in (10, 20, 30)]
    assert other.revision == 1
    other.poll()
    assert heard == done
    assert other.case == file.case
    other.poll()
    assert len(heard) == 3


def test_an_edit_stands_on_what_others_did_before_it(file: CaseFile, other: CaseFile) -> None:
    file.apply(AddPerson("p2", "oom"))
    other.apply(AddPerson("p3", "buurvrouw"))
    file.apply(move("p3"))
    other.poll()
    assert set(file.case.people) == {"ego", "p1", "p2", "p3"}
    assert file.case == other.case
    assert [other.case.people[p].number for p in ("p2", "p3")] == [3, 4]
    assert check(file.path, file.key).ok


def test_the_same_page_id_counts_once_across_workbooks(file: CaseFile, other: CaseFile) -> None:
    first = file.apply(AddPerson("p2", "oom"), oid="page.1")
    assert other.apply(AddPerson("p2", "oom"), oid="page.1") == first
    assert other.case == file.case


def test_undo_of_one_reaches_the_other(file: CaseFile, other: CaseFile) -> None:
    other.apply(move())
    other.undo()
    file.poll()
    assert file.can_redo is not None
    file.redo()
    other.poll()
    assert other.case == file.case


WRITER = """
import sys
from pathlib import Path
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.edits import AddPerson
path, key, name = Path(sys.argv[1]), Key.from_hex(sys.stdin.readline()), sys.argv[2]
with CaseFile.open(path, key, Author(name, "kantoor"), keep_copy=False) as file:
    for number in range(40):
        file.apply(AddPerson(f"{name}{number}", name))
"""


def test_two_processes_write_at_once_and_nothing_is_lost(file: CaseFile) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(file.path), name], stdin=subprocess.PIPE, text=True)
        for name in ("a", "b")
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(file.key.hex() + "\n")
        writer.stdin.close()
    assert [writer.wait(60) for writer in writers] == [0, 0]
    file.poll()
    assert len(file.case.people) == 82
    assert len({person.number for person in file.case.people.values()}) == 82
    assert check(file.path, file.key).ok


def test_waiting_for_another_program_has_an_end(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file._store.rows("PRAGMA busy_timeout = 100")
    db = keyed(file.path, file.key)
    db.execute("BEGIN EXCLUSIVE")
    start = time.monotonic()
    with pytest.raises(Busy):
        file.apply(move())
    file.poll()
    assert time.monotonic() - start < 2
    assert store.WAIT < 10
    db.execute("ROLLBACK")
    db.close()
    assert file.apply(move()).number == 2


def test_reading_leaves_no_cursor_open(file: CaseFile, other: CaseFile) -> None:
    file.history()
    file.at(1)
    file.poll()
    other._store.rows("PRAGMA busy_timeout = 0")
    assert other.apply(move()).number == 2


def test_a_second_computer_reads_who_is_there(file: CaseFile) -> None:
    with pytest.raises(InUse) as told:
        CaseFile.open(file.path, file.key, BOB)
    assert (told.value.initials, told.value.machine) == ("AB", "kantoor")
    assert told.value.since.startswith("20")
    with CaseFile.open(file.path, file.key, BOB, read_only=True) as reader:
        file.apply(move())
        reader.poll()
        assert reader.case == file.case
        with pytest.raises(ReadOnly):
            reader.apply(move(x=50))
    assert file.apply(move(x=60)).number == 3


@pytest.mark.parametrize("first", ["poll", "apply"])
def test_whoever_is_taken_over_from_reads_on_and_loses_nothing(file: CaseFile, first: str) -> None:
    saved = file.apply(move())
    with CaseFile.open(file.path, file.key, BOB, take_over=True) as winner:
        assert winner.case == file.case
        theirs = winner.apply(move(x=77))
        with pytest.raises(TakenOver, match="CD"):
            file.poll() if first == "poll" else file.apply(move(x=99))
        assert not file.writable
        with pytest.raises(TakenOver):
            file.apply(move(x=99))
        file.poll()  # told once
        assert [r.number for r in winner.history(limit=2)] == [theirs.number, saved.number]
        assert check(file.path, file.key).ok


def test_who_takes_over_is_told_apart_from_who_comes_later(file: CaseFile) -> None:
    CaseFile.open(file.path, file.key, BOB, take_over=True).close()
    with pytest.raises(TakenOver), CaseFile.open(file.path, file.key, BOB, take_over=True):
        file.poll()


def test_after_a_minute_without_a_sign_the_place_is_free(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    monkeypatch.setattr(presence.time, "time", lambda: now + presence.STALE + 1)
    with CaseFile.open(file.path, file.key, BOB) as other:
        other.apply(move())
    assert file.apply(move(x=55)).number == 3  # the lid opens again: nobody is there now, so it goes on
    assert file.case.people["p1"].x == 55


def test_a_heartbeat_is_rare_keeps_the_place_and_is_no_edit(
    file: CaseFile, other: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [time.monotonic(), time.time()]
    monkeypatch.setattr(presence.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(presence.time, "time", lambda: clock[1])
    heard: list[Revision] = []
    other.watch(heard.append)
    writes = 0
    for _ in range(50):  # a minute and a quarter, in steps of a second and a half
        clock[0] += 1.5
        clock[1] += 1.5
        before = file.path.stat().st_mtime_ns
        file.poll()
        writes += file.path.stat().st_mtime_ns != before
        other.poll()
    assert 3 <= writes <= 4
    assert heard == []
    assert file.revision == 1
    with pytest.raises(InUse):
        CaseFile.open(file.path, file.key, BOB)


def test_who_leaves_is_gone_at_once(file: CaseFile, path: Path, key: Key) -> None:
    file.close()
    with CaseFile.open(path, key, BOB) as other:
        assert other.writable


def test_a_killed_kernel_comes_back_on_its_own_computer(path: Path, key: Key, file: CaseFile) -> None:
    file._store.close()  # no goodbye
    with CaseFile.open(path, key, ANN) as again:
        assert again.writable


def test_a_copy_made_while_somebody_is_forgotten_is_made_again(
    file: CaseFile, other: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy of one workbook must not bring back whom the other has just forgotten."""
    real, forgotten = disk.copy_bytes, []

    def slow(source: Path, target: Path) -> None:
        real(source, target)
        if not forgotten:
            forgotten.append("p1")
            other._store._roll_back()  # the copy is read; its lock is gone
            file.forget_person("p1")

    monkeypatch.setattr(disk, "copy_bytes", slow)
    assert copies.keep_last_good(other._store, file.key)
    copy = copies.last_good(file.path)
    assert copy is not None
    assert "Rosa" not in plaintext(copy, file.key)
