"""Damage: told plainly, with the last good copy at hand, and what is readable can be saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import CaseFileError, Damaged, WrongKey
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.copies import last_good
from netwerk_widgets.casefile.storage.damage import check, export_readable
from netwerk_widgets.model.edits import AddPerson
from tests.casefile.make import ANN, keyed, move, small_case

PAGE = 4096


@pytest.fixture
def whole(path: Path, key: Key) -> bytes:
    """A file of a few pages with some history, closed."""
    with CaseFile.create(path, key, small_case(), ANN) as file:
        for number in range(6):
            file.apply(AddPerson(f"q{number}", f"buur {number}"))
    return path.read_bytes()


def opens_or_fails_plainly(path: Path, key: Key) -> bool:
    try:
        file = CaseFile.open(path, key, ANN, keep_copy=False)
    except CaseFileError as error:
        plain = bool(error.message.text("nl") and error.message.text("en"))
    else:
        assert file.case.people
        file.close()
        return True
    assert plain
    return False


def test_every_truncation_opens_or_fails_plainly(path: Path, key: Key, whole: bytes) -> None:
    assert len(whole) < 20 * PAGE
    for size in range(len(whole) - 1, -1, -1):
        os.truncate(path, size)
        assert not opens_or_fails_plainly(path, key)
    path.write_bytes(whole)
    assert opens_or_fails_plainly(path, key)


def test_a_flipped_bit_anywhere_is_noticed(path: Path, key: Key, whole: bytes) -> None:
    for at in range(7, len(whole), 509):
        spoilt = bytearray(whole)
        spoilt[at] ^= 4
        path.write_bytes(spoilt)
        opens_or_fails_plainly(path, key)
        assert not check(path, key).ok
        with pytest.raises(CaseFileError):
            CaseFile.open(path, key, ANN)  # with the copy, which looks at every page


def test_a_wrong_phrase_and_a_spoilt_first_page_are_one_error_that_says_both(
    path: Path, key: Key, whole: bytes
) -> None:
    texts = set()
    with pytest.raises(WrongKey) as told:
        CaseFile.open(path, Key(bytes(32), key.salt), ANN)
    texts.add(str(told.value))
    path.write_bytes(whole[:100] + b"\0" * 200 + whole[300:])
    with pytest.raises(WrongKey) as told:
        CaseFile.open(path, key, ANN)
    texts.add(str(told.value))
    assert len(texts) == 1
    assert "wachtzin" in texts.pop()
    assert "beschadigd" in str(told.value)


def test_a_wrong_phrase_prints_nothing(path: Path, key: Key, whole: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WrongKey):
        CaseFile.open(path, Key(bytes(32), key.salt), ANN)
    path.write_bytes(whole[: 3 * PAGE] + bytes(PAGE) + whole[4 * PAGE :])
    with pytest.raises(Damaged):
        CaseFile.open(path, key, ANN)
    assert capfd.readouterr() == ("", "")


def test_damage_offers_the_last_good_copy_and_never_spoils_it(path: Path, key: Key, whole: bytes) -> None:
    CaseFile.open(path, key, ANN).close()
    copy = last_good(path)
    assert copy is not None
    good = copy.read_bytes()
    spoilt = bytearray(path.read_bytes())
    spoilt[-100] ^= 1
    path.write_bytes(spoilt)
    with pytest.raises(Damaged) as told:
        CaseFile.open(path, key, ANN)
    assert told.value.last_good == copy
    assert copy.read_bytes() == good
    with CaseFile.open(copy, key, ANN, keep_copy=False) as rescued:
        assert len(rescued.case.people) == 8


def test_there_is_at_most_one_copy_and_it_is_of_the_last_opening(path: Path, key: Key, whole: bytes) -> None:
    for x in range(3):
        with CaseFile.open(path, key, ANN) as file:
            file.apply(move(x=x))
    assert sorted(item.name for item in path.parent.iterdir()) == ["Linde-7.casus", "Linde-7.casus.kopie"]
    copy = last_good(path)
    assert copy is not None
    assert os.name == "nt" or copy.stat().st_mode & 0o777 == 0o600
    with CaseFile.open(copy, key, ANN, read_only=True) as before:
        assert before.revision == 9


def test_what_is_readable_is_saved(path: Path, key: Key, whole: bytes, tmp_path: Path) -> None:
    with CaseFile.open(path, key, ANN) as file:
        for number in range(120):
            file.apply(AddPerson(f"r{number}", f"persoon {number}", domain="friends"))
        people = dict(file.case.people)
    good = path.read_bytes()
    saved = []
    for page in range(1, len(good) // PAGE):
        spoilt = bytearray(good)
        spoilt[page * PAGE + 50] ^= 1
        path.write_bytes(spoilt)
        target = tmp_path / f"Gered-{page}.casus"
        with export_readable(path, key, target, ANN) as file:
            assert all(people[i] == person for i, person in file.case.people.items())
            saved.append(len(file.case.people))
        assert path.read_bytes() == bytes(spoilt)
        assert check(target, key).ok
    assert sum(count == len(people) for count in saved) > len(saved) / 2
    assert min(saved) >= len(people) / 2


def test_a_file_without_its_end_is_saved_as_far_as_it_goes(path: Path, key: Key, whole: bytes, tmp_path: Path) -> None:
    path.write_bytes(whole[: -2 * PAGE - 17])
    with export_readable(path, key, tmp_path / "Gered-1.casus", ANN) as file:
        assert file.case.people
        assert file.history()[-1].message.key == "casefile.history.salvaged"


def test_where_nothing_is_readable_that_is_said(path: Path, key: Key, whole: bytes, tmp_path: Path) -> None:
    path.write_bytes(whole[:20] + bytes(len(whole) - 20))
    with pytest.raises(CaseFileError):
        export_readable(path, key, tmp_path / "Gered-1.casus", ANN)
    assert not list(tmp_path.glob("*Gered*"))


def test_check_finds_history_that_contradicts_the_case(path: Path, key: Key, whole: bytes) -> None:
    assert check(path).ok
    assert check(path, key).ok
    for wrong in (
        "UPDATE entity SET data = replace(data, 'buur 3', 'buur 9')",
        "DELETE FROM history WHERE number = 3",
        "UPDATE history SET undo_top = 99 WHERE number = 4",
        "UPDATE history SET changes = '[{}]' WHERE number = 4",
    ):
        path.write_bytes(whole)
        db = keyed(path, key)
        db.execute(wrong).close()
        db.close()
        report = check(path, key)
        assert not report.ok
        assert all(finding.text("nl") and finding.text("en") for finding in report.findings)


def test_check_alters_nothing(path: Path, key: Key, whole: bytes) -> None:
    check(path)
    check(path, key)
    check(path, Key.new())
    assert path.read_bytes() == whole
    assert [item.name for item in path.parent.iterdir()] == [path.name]
