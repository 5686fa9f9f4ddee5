"""The professional's own file: apart from the cases, under its own lock, never taken for one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import KeyProblem, ShelfError
from netwerk_widgets.casefile.library import desk
from netwerk_widgets.casefile.library.desk import Desk, the_own_desk
from netwerk_widgets.casefile.library.own import OwnShelf, code_for, initials_of
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.model.edits import AddPerson
from tests.casefile.make import plaintext, small_case

PHRASE = "vier natte laarzen"


@pytest.fixture
def cases(tmp_path: Path) -> Desk:
    return Desk(Shelf(tmp_path))


@pytest.fixture
def own(tmp_path: Path) -> Desk:
    return Desk(OwnShelf(tmp_path / "eigen"))


def test_it_has_the_professional_in_the_middle_and_is_kept(own: Desk) -> None:
    own.shelf.initials = "A.B."
    file = own.begin_own(PHRASE)
    assert file.code == "Eigen-AB"
    assert file.case.info.own
    assert not file.practice
    assert [(person.role, person.circle) for person in file.case.people.values()] == [("ik", 0)]
    (entry,) = own.shelf.list()
    assert entry.kept
    assert not entry.expired
    own.close()


def test_no_list_of_cases_and_no_copy_of_a_case_meets_it(cases: Desk, own: Desk, tmp_path: Path) -> None:
    code = own.begin_own(PHRASE).code
    own.file.apply(AddPerson("p2", "mijn eigen zus", circle=1, domain="family"))  # type: ignore[union-attr]
    file = cases.begin_own(PHRASE, small_case())
    assert [entry.code for entry in cases.shelf.list()] == [file.code]
    assert [entry.code for entry in own.shelf.list()] == [code]
    copy = cases.shelf.back_up(file.code, tmp_path, file.key)
    assert "mijn eigen zus" not in plaintext(copy, file.key)
    assert "tante Rosa" in plaintext(copy, file.key)
    with pytest.raises(ShelfError):
        cases.shelf.entry(code)
    own.close()
    cases.close()


def test_neither_is_opened_as_the_other(cases: Desk, own: Desk, tmp_path: Path) -> None:
    mine, case = own.begin_own(PHRASE), cases.begin_own(PHRASE, small_case())
    copy = own.shelf.back_up(mine.code, tmp_path, mine.key)
    entry = cases.shelf.move_in(copy)
    with pytest.raises(ShelfError, match="eigen schrift"):
        cases.open(entry.code, PHRASE)
    assert cases.file is case
    with pytest.raises(ShelfError, match="casus"):
        own.open(case.path, PHRASE)
    assert own.file is mine
    with pytest.raises(ShelfError):
        own.begin_practice()
    with pytest.raises(ShelfError):
        own.save_as_own(PHRASE)
    own.close()
    cases.close()


def test_everybody_on_this_computer_has_their_own(own: Desk) -> None:
    own.shelf.initials = "AB"
    first = own.begin_own(PHRASE)
    with pytest.raises(ShelfError, match="Eigen-AB"):
        own.begin_own(PHRASE)
    assert own.file is first
    own.shelf.initials = "cd"
    second = own.begin_own("zes droge sokken hier")
    assert not first.writable
    assert second.author.initials == "CD"
    with pytest.raises(KeyProblem):
        Desk(own.shelf).open("Eigen-AB")
    assert [entry.code for entry in own.shelf.list()] in (["Eigen-AB", "Eigen-CD"], ["Eigen-CD", "Eigen-AB"])
    own.shelf.initials = "xy"
    assert own.open("Eigen-AB", PHRASE).author.initials == "AB"
    own.close()


def test_a_backup_comes_back_under_its_code(own: Desk, tmp_path: Path) -> None:
    own.shelf.initials = "AB"
    file = own.begin_own(PHRASE)
    copy = own.shelf.back_up(file.code, tmp_path, file.key)
    assert own.shelf.move_in(copy).code == "Eigen-AB-2"  # beside the one that is here, never over it
    assert own.shelf.new_code("Eigen-AB") == "Eigen-AB-3"
    own.shelf.forget("Eigen-AB-2")
    own.forget(file.code)
    assert own.file is None
    assert own.shelf.list() == ()
    assert own.shelf.move_in(copy).code == "Eigen-AB"
    assert own.open("Eigen-AB", PHRASE).case.info.own
    own.close()


def test_a_killed_kernel_finds_both_again(tmp_path: Path) -> None:
    vaults = desk.Memory(), desk.Memory()
    shelves = Shelf(tmp_path), OwnShelf(tmp_path / "eigen")
    before = [Desk(shelf, vault) for shelf, vault in zip(shelves, vaults, strict=True)]
    files = [table.begin_own(PHRASE, small_case()) for table in before]
    for file in files:
        file._store.close()  # killed
    again = [Desk(shelf, vault) for shelf, vault in zip(shelves, vaults, strict=True)]
    assert [table.resume().code for table in again] == [file.code for file in files]  # type: ignore[union-attr]
    for table in again:
        table.close()
    assert all(Desk(shelf, vault).resume() is None for shelf, vault in zip(shelves, vaults, strict=True))


def test_the_own_desk_is_another_than_the_desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NETWERK_HOME", str(tmp_path))
    monkeypatch.setattr(desk, "_own_desks", [])
    monkeypatch.setattr(desk, "_desks", [])
    assert the_own_desk() is the_own_desk()
    assert the_own_desk() is not desk.the_desk()
    assert the_own_desk().shelf.cases == tmp_path / "eigen" / "casussen"
    assert the_own_desk().file is None


@pytest.mark.parametrize(
    ("initials", "code", "back"),
    [
        ("ab", "Eigen-AB", "AB"),
        ("../x", "Eigen-X", "X"),
        ("Ø", "Eigen", ""),
        ("J-P", "Eigen-JP", "JP"),
        ("", "Eigen", ""),
    ],
)
def test_initials_make_a_code_that_is_one(initials: str, code: str, back: str) -> None:
    assert code_for(initials) == code
    assert initials_of(code) == back
