"""The program starts on a full disk: it works elsewhere for as long as it runs, and what one chose holds all the same."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import NotSaved
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.lab import home as lab_home
from netwerk_widgets.lab import workbooks
from netwerk_widgets.lab.errors import LabError
from netwerk_widgets.lab.home import with_room
from netwerk_widgets.lab.state import State
from tests.lab.running import Running


@pytest.fixture
def full(tmp_path, monkeypatch):
    """The disk of this home is full; the rest of the computer has room."""
    home, real_probe, real_write = tmp_path / "thuis", tempfile.TemporaryFile, disk.write_private
    home.mkdir()

    def probe(*given, **named):
        if Path(named["dir"]).is_relative_to(home):
            raise OSError(28, "No space left on device")
        return real_probe(*given, **named)

    def write(path, text):
        if path.is_relative_to(home):
            raise NotSaved("casefile.error.disk_full")
        real_write(path, text)

    monkeypatch.setattr(lab_home.tempfile, "TemporaryFile", probe)
    monkeypatch.setattr(disk, "write_private", write)
    return home


def test_where_there_is_room_it_works_at_home(tmp_path):
    assert with_room(tmp_path / "lab") == tmp_path / "lab"
    assert not list((tmp_path / "lab").iterdir())


def test_without_room_it_works_elsewhere_in_private(full):
    found = with_room(full / "lab")
    assert not found.is_relative_to(full)
    assert os.name == "nt" or found.stat().st_mode & 0o077 == 0


def test_what_was_made_elsewhere_goes_with_the_process():
    code = """
import sys, tempfile
from pathlib import Path
from netwerk_widgets.lab import home
real = tempfile.TemporaryFile
def probe(*given, dir, **named):
    if Path(dir).name == "lab":
        raise OSError(28, "No space left on device")
    return real(*given, dir=dir, **named)
tempfile.TemporaryFile = probe
found = home.with_room(Path(tempfile.mkdtemp()) / "lab")
(found / "iets").write_text("iets")
print(found)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert not Path(done.stdout.strip()).exists()


def test_where_there_is_room_nowhere_that_is_said(tmp_path, monkeypatch):
    def full(*_given, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(lab_home.tempfile, "TemporaryFile", full)
    with pytest.raises(LabError, match="vol"):
        with_room(tmp_path / "lab")


def test_the_workbooks_are_there(full, tmp_path):
    folder = workbooks.working_copies(full, tmp_path / "elders")
    assert not folder.is_relative_to(full)
    assert {book.name for book in workbooks.shipped().glob("*.ipynb")} == {book.name for book in folder.glob("*.ipynb")}


def test_workbooks_that_were_there_stay_where_they_are(tmp_path):
    folder = workbooks.working_copies(tmp_path)
    assert workbooks.working_copies(tmp_path, tmp_path / "elders") == folder


def test_names_that_were_hidden_stay_hidden_for_this_run(full):
    path = full / "voorkeuren.json"
    path.write_text('{"hideNames": false, "lang": "en"}', encoding="utf-8")
    state = State(path)
    for change in ({"hideNames": True}, {"together": True}):
        with pytest.raises(NotSaved):
            state.merge(change)
    assert state.read() == {"hideNames": True, "together": True, "lang": "en"}
    assert State(path).read() == {"hideNames": False, "lang": "en"}


def test_what_was_chosen_on_a_full_disk_is_kept_once_there_is_room(full, monkeypatch):
    state = State(full / "voorkeuren.json")
    with pytest.raises(NotSaved):
        state.merge({"hideNames": True})
    monkeypatch.undo()
    state.merge({"lang": "en"})
    assert State(full / "voorkeuren.json").read() == {"hideNames": True, "lang": "en"}


def test_a_disk_that_is_really_full(tmp_path):
    """On a disk of its own, where this user may make one; the tests above stand for all others."""
    home = tmp_path / "vol"
    home.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(home)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        return
    try:
        with pytest.raises(OSError, match="space"):
            (home / "vol").write_bytes(bytes(1 << 20))
        netwerk = Running(home).ready()
        status, text, _ = netwerk.ask("GET", "/netwerk/state")
        assert status == 200, text
        code, said, _ = netwerk.end()
        assert (code, "Traceback" in said) == (0, False)
    finally:
        subprocess.run(["umount", str(home)], check=True)
