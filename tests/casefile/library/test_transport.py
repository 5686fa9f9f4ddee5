"""Copies that leave the shelf, files that come onto it, and a case that is forgotten altogether."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import CaseFileError, Damaged, ShelfError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.shelf import Shelf
from tests.casefile.make import Ring, move, small_case

PHRASE = "vier natte laarzen"


def everything(folder: Path) -> list[str]:
    return sorted(str(item.relative_to(folder)) for item in folder.rglob("*") if item.is_file())


def test_a_backup_is_opened_before_it_counts(shelf: Shelf, tmp_path: Path) -> None:
    with shelf.create_own(PHRASE, small_case()) as file:
        code, key = file.code, file.key
        file.apply(move())
        copy = shelf.back_up(code, tmp_path, key)
        with pytest.raises(ShelfError):
            shelf.back_up(code, tmp_path, key)
    with CaseFile.open(copy, key, shelf.author) as opened:
        assert opened.revision == 2
    copy.unlink()
    spoilt = bytearray(shelf.path(code).read_bytes())
    spoilt[-9] ^= 1
    shelf.path(code).write_bytes(spoilt)
    with pytest.raises(Damaged):
        shelf.back_up(code, tmp_path, key)
    assert not [item for item in tmp_path.iterdir() if item.is_file() and item.suffix == ".casus"]


def test_a_case_moves_to_another_computer(shelf: Shelf, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with shelf.create_own(PHRASE, small_case()) as file:
        code, key, case = file.code, file.key, file.case
    moved = shelf.move_out(code, stick, key)
    assert shelf.list() == ()
    there = Shelf(tmp_path / "kantoor")
    entry = there.move_in(moved)
    assert entry.code == code
    with there.open(code, there.key(code, PHRASE)) as file:
        assert file.case == case
    again = there.move_in(moved)
    assert again.code != code
    assert {e.code for e in there.list()} == {code, again.code}


def test_what_cannot_move_stays(shelf: Shelf, tmp_path: Path) -> None:
    with shelf.create_practice() as practice:
        pass
    with pytest.raises(ShelfError):
        shelf.move_out(practice.code, tmp_path)
    with shelf.create_own(PHRASE) as own:
        pass
    with pytest.raises(CaseFileError):
        shelf.move_out(own.code, tmp_path / "nergens", own.key)
    assert {entry.code for entry in shelf.list()} == {practice.code, own.code}
    (tmp_path / "brief.casus").write_text("geen casus")
    with pytest.raises(CaseFileError):
        shelf.move_in(tmp_path / "brief.casus")


def test_a_backup_comes_back_under_its_own_code(shelf: Shelf, tmp_path: Path) -> None:
    with shelf.create_own(PHRASE) as file:
        copy = shelf.back_up(file.code, tmp_path, file.key)
    shelf.forget(file.code)
    assert shelf.move_in(copy).code == file.code


def test_a_forgotten_case_leaves_nothing(shelf: Shelf, ring: Ring) -> None:
    with shelf.create_own(PHRASE, small_case()) as file:
        shelf.remember(file)
    shelf.open(file.code, file.key).close()
    for ending in ("-journal", ".v1"):
        file.path.with_name(file.path.name + ending).write_text("left")
    file.path.with_name(f".{file.path.name}.ab12.new").write_text("left")
    practice = shelf.create_practice()
    practice.close()
    before = everything(shelf.home)
    assert len(before) > 6
    shelf.forget(file.code)
    shelf.forget(practice.code)
    assert everything(shelf.home) == []
    assert not ring.kept
    with pytest.raises(ShelfError):
        shelf.forget(file.code)


def test_a_damaged_case_can_be_forgotten_too(shelf: Shelf) -> None:
    with shelf.create_own(PHRASE) as file:
        pass
    file.path.write_bytes(b"")
    shelf.forget(file.code)
    assert everything(shelf.home) == []
