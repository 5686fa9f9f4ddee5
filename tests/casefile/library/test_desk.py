"""The desk: one open case for all views, back after a kernel's death without asking."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import CaseFileError, KeyProblem, WrongKey
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library import desk
from netwerk_widgets.casefile.library.desk import Desk, the_desk
from netwerk_widgets.casefile.library.shelf import Shelf
from tests.casefile.make import move, small_case

PHRASE = "vier natte laarzen"


@pytest.fixture
def vault() -> desk.Memory:
    """The server's memory, which outlives a kernel."""
    return desk.Memory()


@pytest.fixture
def table(tmp_path: Path, vault: desk.Memory) -> Desk:
    return Desk(Shelf(tmp_path), vault)


def test_views_hear_which_case_is_on_the_desk(table: Desk) -> None:
    heard: list[CaseFile | None] = []
    stop = table.watch(heard.append)
    first = table.begin_practice()
    second = table.begin_own(PHRASE, small_case())
    table.close()
    table.close()
    stop()
    table.open(first.code)
    assert heard == [first, second, None]
    assert not first.writable
    table.close()


def test_a_killed_kernel_finds_its_case_again(table: Desk, vault: desk.Memory, tmp_path: Path) -> None:
    file = table.begin_own(PHRASE, small_case())
    file.apply(move(), oid="page.1")
    file._store.close()  # killed
    again = Desk(Shelf(tmp_path), vault)
    resumed = again.resume()
    assert resumed is again.file is again.resume()
    assert resumed is not None
    assert resumed.apply(move(), oid="page.1").number == 2
    assert resumed.apply(move(x=44), oid="page.2").number == 3
    again.close()
    assert Desk(Shelf(tmp_path), vault).resume() is None


def test_there_is_nothing_to_resume_where_the_case_is_gone(table: Desk, vault: desk.Memory, tmp_path: Path) -> None:
    assert table.resume() is None
    file = table.begin_own(PHRASE)
    file._store.close()
    file.path.unlink()
    assert Desk(Shelf(tmp_path), vault).resume() is None
    assert vault.current() is None


def test_a_case_that_does_not_open_leaves_the_other_on_the_desk(table: Desk) -> None:
    own = table.begin_own(PHRASE, small_case())
    table.close()
    with pytest.raises(KeyProblem):
        table.open(own.code)
    here = table.begin_practice()
    for wrong in (
        lambda: table.open(own.code, "iets anders"),
        lambda: table.open("Linde-100"),
        lambda: table.open(own.code),
    ):
        with pytest.raises(CaseFileError):
            wrong()
        assert table.file is here
        assert here.writable
    assert table.open(own.code, PHRASE).case == own.case
    table.close()


def test_an_unlocked_case_opens_in_a_second_workbook(table: Desk, vault: desk.Memory, tmp_path: Path) -> None:
    file = table.begin_own(PHRASE, small_case())
    second = Desk(Shelf(tmp_path), vault)
    also = second.open(file.code)
    also.apply(move())
    table.poll()
    assert file.case == also.case
    second.file._store.close()  # type: ignore[union-attr]
    table.close()
    with pytest.raises(KeyProblem):
        Desk(Shelf(tmp_path), vault).open(file.code)  # putting a case away locks it


def test_a_file_that_lies_elsewhere(table: Desk, tmp_path: Path) -> None:
    file = table.begin_own(PHRASE, small_case())
    copy = file.back_up(tmp_path / "Eik-9.casus")
    elsewhere = table.open(copy, PHRASE)
    assert elsewhere.code == "Eik-9"
    assert "Eik-9" not in [entry.code for entry in table.shelf.list()]
    table.close()


def test_own_from_practice_and_another_phrase(table: Desk, vault: desk.Memory) -> None:
    table.begin_practice(small_case()).apply(move())
    own = table.save_as_own(PHRASE)
    assert table.file is own
    assert own.revision == 2
    key = table.change_phrase("vijf droge laarzen")
    assert vault.get(str(own.path)) == key.hex()
    table.close()
    with pytest.raises(WrongKey):
        table.open(own.code, PHRASE)
    with table.open(own.code, recovery=key.recovery_code) as opened:
        assert opened.case == own.case


def test_forgetting_the_case_on_the_desk(table: Desk, vault: desk.Memory) -> None:
    code = table.begin_own(PHRASE).code
    table.forget(code)
    assert table.file is None
    assert vault.current() is None
    assert table.shelf.list() == ()


def test_an_empty_desk_says_so(table: Desk) -> None:
    table.poll()
    for act in (lambda: table.save_as_own(PHRASE), lambda: table.change_phrase(PHRASE)):
        with pytest.raises(KeyProblem):
            act()


def test_there_is_one_desk_per_process() -> None:
    assert the_desk() is the_desk()


def test_importing_the_room_is_light() -> None:
    code = (
        "import sys, netwerk_widgets.casefile;"
        "print([m for m in ('keyring', 'platformdirs', 'pandas', 'numpy', 'pyvis', 'IPython') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
