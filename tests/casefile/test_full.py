"""A disk that takes nothing from the start: every case opens to read, says so, and is worked in once there is room."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.damage import check
from tests.casefile import format1, format2
from tests.casefile.make import ANN, move, small_case

PHRASE = "vijf natte laarzen"

FULL = """
import resource, signal, sys
from pathlib import Path
from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.storage.schema import FORMAT
from netwerk_widgets.model.edits import AddPerson, Place

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
full = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
room = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
edit = Place((("p1", 12.0, -90.0),))

def looked_at(file):
    assert not file.writable and file.case.people, file
    (notice,) = file.notices
    assert notice.key in ("casefile.notice.disk_refuses", "casefile.notice.disk_full"), notice
    assert file.history() and file.at(1) and file.trouble
    for act in (lambda: file.apply(edit), file.undo, lambda: file.forget_person("p1")):
        try:
            act()
        except CaseFileError as error:
            assert str(error)
        else:
            raise SystemExit("it was kept on a full disk")
    file.poll()

def worked_in(file):
    assert file.apply(edit).number and file.writable and not file.trouble
    assert {notice.key for notice in file.notices} <= {"casefile.notice.renewed"}, file.notices
    assert check(file.path, file.key).format == FORMAT and check(file.path, file.key).ok
"""


def run(script: str, *arguments: str, said: str = "") -> None:
    """Run this in a process of its own, in which the system itself can be told to take nothing."""
    if os.name == "nt":
        return  # Windows has no such limit; tests/views/handlers/test_trouble.py stands for it
    done = subprocess.run(
        [sys.executable, "-c", FULL + script, *arguments],
        input=said,
        text=True,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("old", [0, 1, 2])
def test_a_case_of_any_format_opens_to_read(path: Path, key: Key, old: int) -> None:
    if old:
        (format1 if old == 1 else format2).build(path, key)
    else:
        CaseFile.create(path, key, small_case(), ANN).close()
    before = path.read_bytes()
    run(
        """
path, key = Path(sys.argv[1]), Key.from_hex(sys.stdin.readline())
full()
file = CaseFile.open(path, key, Author("AB", "kantoor"))
looked_at(file)
full_bytes = path.read_bytes()
room()
worked_in(file)
file.close()
assert full_bytes == Path(sys.argv[2]).read_bytes()
""",
        str(path),
        str(_aside(path, before)),
        said=key.hex(),
    )
    with CaseFile.open(path, key, ANN) as file:
        assert file.case.people["p1"].x == 12


def _aside(path: Path, data: bytes) -> Path:
    copy = path.with_name("zoals het was")
    copy.write_bytes(data)
    return copy


def test_whatever_lies_on_a_desk_opens_to_read(tmp_path: Path) -> None:
    """Practice, own and the professional's own file; by its code, and after a kernel that died."""
    desk, own = Desk(Shelf(tmp_path)), Desk(OwnShelf(tmp_path / "eigen"))
    practice = desk.begin_practice(small_case()).code
    mine = desk.begin_own(PHRASE, small_case()).code
    own.shelf.initials = "AB"
    book = own.begin_own(PHRASE, small_case()).code
    desk.close()
    own.close()
    run(
        f"""
home = Path(sys.argv[1])
desk, own = Desk(Shelf(home)), Desk(OwnShelf(home / "eigen"))
full()
for table, code, phrase in ((desk, {practice!r}, None), (desk, {mine!r}, {PHRASE!r}), (own, {book!r}, {PHRASE!r})):
    file = table.open(code, phrase)
    looked_at(file)
    again = Desk(table.shelf, table.vault).resume()
    looked_at(again)
    again.close()
    room()
    worked_in(file)
    full()
""",
        str(tmp_path),
    )


def test_a_disk_that_fills_up_meanwhile_and_has_room_again(path: Path, key: Key) -> None:
    CaseFile.create(path, key, small_case(), ANN).close()
    run(
        """
import time
path, key = Path(sys.argv[1]), Key.from_hex(sys.stdin.readline())
file = CaseFile.open(path, key, Author("AB", "kantoor"))
file.apply(edit)
full()
for number in range(3):
    try:
        file.apply(AddPerson(f"n{number}", "iemand"))
    except CaseFileError as error:
        assert str(error)
    else:
        raise SystemExit("it was kept on a full disk")
    file._presence._next = 0.0
    file.poll()
assert file.revision == 2 and "n0" not in file.case.people
room()
assert file.apply(AddPerson("n9", "weer ruimte")).number == 3
file.close()
full()
file = CaseFile.open(path, key, Author("AB", "kantoor"))
assert not file.writable
room()
end = time.monotonic() + 20
while not file.writable and time.monotonic() < end:
    file.poll()
    time.sleep(0.05)  # looks again, as a kernel does
worked_in(file)
""",
        str(path),
        said=key.hex(),
    )


def test_a_case_is_looked_over_on_a_full_disk(path: Path, key: Key) -> None:
    CaseFile.create(path, key, small_case(), ANN).close()
    run(
        """
path, key = Path(sys.argv[1]), Key.from_hex(sys.stdin.readline())
full()
report = check(path, key)
assert report.ok and report.people == 2, report
""",
        str(path),
        said=key.hex(),
    )


def test_a_folder_that_was_locked_and_is_opened(path: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    from netwerk_widgets.casefile.storage import disk

    CaseFile.create(path, key, small_case(), ANN).close()
    locked = [True]
    monkeypatch.setattr(disk, "writable", lambda _: not locked)  # root may write anywhere, so it cannot show this
    with CaseFile.open(path, key, ANN) as file, CaseFile.open(path, key, ANN, read_only=True) as looked:
        assert not file.writable
        locked.clear()
        assert file.apply(move()).number == 2
        assert file.notices == []
        looked.poll()
        assert looked.revision == 2
        assert not looked.writable  # nobody asked for that
        locked.append(True)
    with CaseFile.open(path, key, ANN) as reader:
        locked.clear()
        with CaseFile.open(path, key, ANN) as writer:
            locked.append(True)
            writer.apply(move(x=44))
        reader.poll()
        assert reader.case.people["p1"].x == 44  # whoever may only look follows the others
    assert check(path, key).ok
