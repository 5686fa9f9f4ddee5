"""The learning log on disk: private, whole, never written over when it cannot be read."""

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
