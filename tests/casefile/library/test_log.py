"""The learning log on disk: private, whole, never written over when it cannot be read."""

from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import NotSaved, ShelfError
from netwerk_widgets.casefile.library.log import BEFORE, FILE, LogFile
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.model.meeting.log import Entry

FIRST = Entry("e1", "2026-03-04", "13:00", "14:30", question="Wat doe ik als het stil wordt?")
SECOND = Entry("e2", "2026-04-04", "13:00", "14:00")


@pytest.fixture
def log(tmp_path):
    return LogFile(tmp_path)


def test_entries_come_back_the_last_in_front(log, tmp_path):
    assert log.entries() == ()
    log.keep(FIRST)
    log.keep(SECOND)
    assert LogFile(tmp_path).entries() == (SECOND, FIRST)
    log.keep(Entry("e1", "2026-03-04", "13:00", "14:00"))
    assert [entry.minutes for entry in log.entries()] == [60, 60]
    log.remove("e2")
    assert [entry.id for entry in log.entries()] == ["e1"]
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    assert "e2" in (tmp_path / BEFORE).read_text(encoding="utf-8")


def test_what_cannot_be_read_is_not_written_over(log, tmp_path):
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    with pytest.raises(ShelfError) as told:
        log.keep(FIRST)
    assert BEFORE in str(told.value)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "{"


def test_a_full_disk_leaves_the_log_as_it_was(log, monkeypatch):
    log.keep(FIRST)

    def full(*_):
        raise NotSaved("casefile.error.disk_full")

    monkeypatch.setattr(disk, "write_private", full)
    with pytest.raises(NotSaved):
        log.keep(SECOND)
    monkeypatch.undo()
    assert log.entries() == (FIRST,)


def test_each_has_a_log_of_their_own_whatever_the_case_of_their_initials(tmp_path):
    mine, other = LogFile(tmp_path, "ab"), LogFile(tmp_path, "CD")
    mine.keep(FIRST)
    other.keep(SECOND)
    assert LogFile(tmp_path, "AB").entries() == (FIRST,)
    assert mine.of("c.d.").entries() == (SECOND,)
    mine.remove("e1")
    assert other.entries() == (SECOND,)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "leerlogboek-AB.json",
        "leerlogboek-AB.vorige.json",
        "leerlogboek-CD.json",
    ]


def test_the_log_of_before_goes_along_with_the_first_initials_and_with_nobody_else(log, tmp_path):
    log.keep(FIRST)
    log.keep(SECOND)
    assert LogFile(tmp_path, "AB").entries() == (SECOND, FIRST)
    assert LogFile(tmp_path, "AB").entries() == (SECOND, FIRST)
    assert LogFile(tmp_path, "CD").entries() == ()
    assert not (tmp_path / FILE).exists()
    assert (tmp_path / "leerlogboek-AB.vorige.json").exists()
    log.keep(FIRST)  # somebody without initials
    assert LogFile(tmp_path, "AB").entries() == (SECOND, FIRST), "who has a log keeps it"


def test_a_log_of_before_that_cannot_be_read_stays_where_it_is(tmp_path):
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    with pytest.raises(ShelfError) as told:
        LogFile(tmp_path, "AB").entries()
    assert FILE in str(told.value)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "{"


def test_where_nothing_can_be_moved_the_log_of_before_is_read_there(log, tmp_path, monkeypatch):
    log.keep(FIRST)

    def refused(*_):
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refused)
    mine = LogFile(tmp_path, "AB")
    assert mine.entries() == (FIRST,)
    mine.keep(SECOND)
    assert mine.entries() == (SECOND, FIRST)
