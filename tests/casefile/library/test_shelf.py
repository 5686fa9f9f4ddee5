"""The shelf: what is known without opening, codes, keys, copies, and forgetting a case altogether."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import KeyProblem, ShelfError, WrongKey
from netwerk_widgets.casefile.keys import ring as remember
from netwerk_widgets.casefile.library import codes, home, index
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.model.edits import Add
from tests.casefile.make import Ring, move, plaintext, small_case
from tests.waiting import eventually

PHRASE = "vier natte laarzen"


def test_a_practice_case_asks_for_nothing(shelf: Shelf) -> None:
    with shelf.create_practice(small_case()) as file:
        code = file.code
        assert file.practice
        assert file.case.info.code == code
        file.apply(move())
    with shelf.open(code, shelf.key(code)) as again:
        assert again.revision == 2
    keys = list(shelf.home.rglob("*.key"))
    assert len(keys) == 1
    assert sys.platform == "win32" or stat.S_IMODE(keys[0].stat().st_mode) == 0o600
    assert sys.platform == "win32" or stat.S_IMODE(shelf.home.stat().st_mode) == 0o700


def test_codes_are_plants_with_a_number_and_never_twice() -> None:
    taken: list[str] = []
    for _ in range(300):
        taken.append(codes.new_code(taken))
    assert len({code.casefold() for code in taken}) == 300
    assert all(code == codes.checked(code) for code in taken)
    full = [f"{plant}-{number}" for plant in codes.PLANTS for number in range(1, 100)]
    assert codes.new_code(full) not in full


@pytest.mark.parametrize("code", ["", "../../etc/passwd", "a/b", "a\\b", ".hidden", "7", "a" * 41, "Linde-7\n", None])
def test_a_code_is_no_way_out_of_the_folder(shelf: Shelf, code: str) -> None:
    with pytest.raises(ShelfError):
        shelf.path(code)
    with pytest.raises(ShelfError):
        shelf.forget(code)


def test_the_list_tells_without_opening(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shelf.list() == ()
    own, practice = shelf.create_own(PHRASE, small_case()), shelf.create_practice()
    own.close()
    practice.close()
    later = index.stamp(days=1)
    with monkeypatch.context() as patch:
        patch.setattr(index, "stamp", lambda days=0: later)
        patch.setattr("netwerk_widgets.casefile.library.shelf.stamp", lambda days=0: later)
        shelf.open(own.code, shelf.key(own.code, PHRASE)).close()
    first, second = shelf.list()
    assert (first.code, second.code) == (own.code, practice.code)
    assert (first.practice, second.practice) == (False, True)
    assert first.opened == later
    assert second.opened < second.expires
    assert set(first.wire()) == {
        *("code", "practice", "opened", "expires", "kept", "remembered", "expired", "source"),
    }


def test_what_was_opened_last_stands_first_also_within_one_second(shelf: Shelf) -> None:
    codes_of_three = [shelf.create_practice().code for _ in range(3)]
    for code in (*codes_of_three, *codes_of_three[::-1]):
        shelf.open(code, shelf.key(code)).close()
        moment = index.stamp()
        eventually(lambda moment=moment: index.stamp() > moment, pause=0.0005)
        assert shelf.list()[0].code == code


def test_a_spoilt_note_does_not_hide_a_case(shelf: Shelf) -> None:
    with shelf.create_own(PHRASE) as file:
        code = file.code
    for text in ("{", "[]", '{"opened": 5}', ""):
        next(shelf.home.rglob(f"{code}.json")).write_text(text)
        assert [entry.code for entry in shelf.list()] == [code]


def test_a_case_expires_unless_it_is_kept(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    with shelf.create_own(PHRASE) as file:
        code = file.code
    assert not any(entry.expired for entry in shelf.list())
    ahead = index.stamp(days=31)
    monkeypatch.setattr(index, "stamp", lambda days=0: ahead)
    assert [entry.code for entry in shelf.list() if entry.expired] == [code]
    assert shelf.path(code).exists()
    shelf.keep(code)
    assert not any(entry.expired for entry in shelf.list())
    assert shelf.entry(code).kept


def test_notes_beside_the_files_hold_no_client(shelf: Shelf) -> None:
    with shelf.create_own(PHRASE, small_case()) as file:
        file.apply(move())
    for item in shelf.home.rglob("*"):
        if item.is_file():
            assert b"Rosa" not in item.read_bytes()
    note = json.loads(next(shelf.home.rglob("*.json")).read_text())
    assert set(note) == {"opened", "expires", "practice", "kept", "remembered"}


def test_a_pass_phrase_has_a_least_length(shelf: Shelf) -> None:
    with pytest.raises(KeyProblem):
        shelf.create_own("kort")
    assert not shelf.list()


def test_an_own_case_opens_with_phrase_or_code_and_asks_where_it_has_none(shelf: Shelf) -> None:
    with shelf.create_own(PHRASE, small_case()) as file:
        code, recovery = file.code, file.key.recovery_code
    with pytest.raises(KeyProblem):
        shelf.key(code)
    with pytest.raises(WrongKey):
        shelf.open(code, shelf.key(code, "iets heel anders"))
    for key in (shelf.key(code, PHRASE), shelf.key(code, recovery=recovery.lower())):
        shelf.open(code, key).close()


def test_a_practice_case_becomes_an_own_one_with_all_its_history(shelf: Shelf) -> None:
    practice = shelf.create_practice(small_case())
    practice.apply(Add("version", "v1", {"name": "begin", "revision": 1}))
    practice.apply(move())
    with shelf.save_as_own(practice, PHRASE) as own:
        assert own.code != practice.code
        assert own.case.info.code == own.code
        assert not own.practice
        assert own.at(1).people == practice.at(1).people
        assert own.case.people == practice.case.people
        while own.can_undo:
            own.undo()
        assert not own.practice
    assert practice.practice
    assert check(own.path, shelf.key(own.code, PHRASE)).ok
    practice.close()


def test_another_phrase(shelf: Shelf, ring: Ring) -> None:
    with shelf.create_own(PHRASE) as file:
        shelf.remember(file)
        code = file.code
        key = shelf.change_phrase(file, "vijf droge laarzen")
        assert file.key == key
    assert shelf.known_key(code) == key
    with pytest.raises(WrongKey):
        shelf.open(code, shelf.key(code, PHRASE))
    shelf.open(code, shelf.key(code, "vijf droge laarzen")).close()
    with shelf.create_practice() as practice, pytest.raises(KeyProblem):
        shelf.change_phrase(practice, PHRASE)


def test_remembered_on_this_computer_and_no_longer(shelf: Shelf, ring: Ring) -> None:
    with shelf.create_own(PHRASE) as file:
        code = file.code
        shelf.remember(file)
        assert PHRASE not in str(ring.kept)
        assert code not in str(ring.kept)
        assert shelf.entry(code).remembered
        assert shelf.key(code) == file.key
        shelf.stop_remembering(file.code)
        assert not ring.kept
        assert shelf.known_key(code) is None


def test_without_a_key_ring_all_else_works(shelf: Shelf, no_ring: None) -> None:
    assert not remember.available()
    with shelf.create_own(PHRASE) as file:
        with pytest.raises(KeyProblem, match="sleutelbos"):
            shelf.remember(file)
        assert not shelf.entry(file.code).remembered
        shelf.change_phrase(file, "vijf droge laarzen")
    shelf.forget(file.code)


def test_a_broken_key_ring_is_none(monkeypatch: pytest.MonkeyPatch, shelf: Shelf) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)  # importing it fails
    assert not remember.available()
    with shelf.create_own(PHRASE) as file, pytest.raises(KeyProblem):
        shelf.remember(file)


def test_initials_sign_edits_from_now_on(shelf: Shelf) -> None:
    assert shelf.initials == ""
    shelf.initials = "  MvdB  "
    with shelf.create_practice(small_case()) as file:
        assert file.apply(move()).author.initials == "MvdB"
    assert Shelf(shelf.home).initials == "MvdB"


@pytest.mark.parametrize(("before", "after"), [("Sofie de Vries", "SdV"), ("Sofie", "S"), ("A.B.", "AB"), ("AB", "AB")])
def test_who_works_here_is_four_letters_and_nothing_more(shelf: Shelf, before: str, after: str) -> None:
    kept = shelf.home / home.SETTINGS
    kept.parent.mkdir(parents=True)
    kept.write_text(json.dumps({"initials": before, "name": before}), encoding="utf-8")
    assert Shelf(shelf.home).initials == after
    assert json.loads(kept.read_text(encoding="utf-8")) == {"initials": after}  # what was more is gone from the disk
    shelf.initials = "Anna Bella"
    assert json.loads(kept.read_text(encoding="utf-8")) == {"initials": "AB"}


def test_the_data_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NETWERK_HOME", str(tmp_path / "elders"))
    assert Shelf().home == tmp_path / "elders"
    monkeypatch.delenv("NETWERK_HOME")
    assert home.data_folder().name == "netwerk-werkboek"


def test_a_look_at_all_that_is_in_a_file_sees_its_words(shelf: Shelf) -> None:
    """The instrument of the tests on forgetting does find what is there."""
    with shelf.create_own(PHRASE, small_case()) as file:
        assert "tante Rosa" in plaintext(file.path, file.key)
