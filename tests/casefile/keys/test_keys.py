"""Keys: the derivation is SQLCipher's own, the recovery code survives paper and reports typing errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.casefile.errors import KeyProblem, WrongKey
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key, derive, read_recovery_code, recovery_code, salt_of
from tests.casefile.make import ANN, move, small_case, unlocked

KEYS = st.builds(Key, st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))
PHRASE = "vier natte laarzen, één hond"


def test_the_phrase_opens_the_file_in_any_sqlcipher_program(path: Path) -> None:
    CaseFile.create(path, derive(PHRASE), small_case(), ANN).close()
    db = unlocked(path, f"'{PHRASE}'")
    assert db.execute("SELECT count(*) FROM entity").fetchone()[0] == 4
    db.close()


def test_the_phrase_is_the_same_on_every_keyboard() -> None:
    assert derive("caf\u00e9 noir", bytes(16)) == derive("cafe\u0301 noir", bytes(16))


def test_an_empty_phrase_is_no_phrase() -> None:
    with pytest.raises(KeyProblem):
        derive("")


@given(KEYS)
def test_a_recovery_code_spells_its_key(key: Key) -> None:
    code = recovery_code(key)
    assert len(code.split("-")) == 14
    assert read_recovery_code(code, key.salt) == key
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert read_recovery_code(typed, key.salt) == key


@given(KEYS, st.integers(0, 69), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_mistyped_letter_is_told(key: Key, at: int, letter: str) -> None:
    code = recovery_code(key)
    typed = code[: at % 69] + letter + code[at % 69 + 1 :]
    if typed.replace("-", "") == code.replace("-", ""):
        return
    with pytest.raises(KeyProblem):
        read_recovery_code(typed, key.salt)


@given(KEYS, st.integers(0, 12))
def test_groups_changed_round_or_left_out_are_told(key: Key, at: int) -> None:
    groups = recovery_code(key).split("-")
    with pytest.raises(KeyProblem):
        read_recovery_code("-".join(groups[:at] + groups[at + 1 :]), key.salt)
    if groups[at] != groups[at + 1]:
        groups[at], groups[at + 1] = groups[at + 1], groups[at]
        with pytest.raises(KeyProblem):
            read_recovery_code("-".join(groups), key.salt)


@pytest.mark.parametrize("typed", ["", "een", "U" * 56, "\u00e9" * 56, "0" * 5000])
def test_what_is_no_code_is_told(typed: str) -> None:
    with pytest.raises(KeyProblem):
        read_recovery_code(typed, bytes(16))


@given(KEYS)
def test_a_key_survives_the_vault_and_shows_nothing(key: Key) -> None:
    assert Key.from_hex(key.hex()) == key
    assert key.raw.hex() not in repr(key)


@pytest.mark.parametrize("text", ["", "zz", "00" * 47, "'; DROP TABLE entity; --"])
def test_what_is_no_key_never_reaches_the_database(text: str) -> None:
    with pytest.raises(KeyProblem):
        Key.from_hex(text)


def test_another_phrase_means_another_code_and_the_old_one_is_void(path: Path) -> None:
    old = derive(PHRASE)
    with CaseFile.create(path, old, small_case(), ANN) as file:
        file.apply(move())
        new = derive("vijf droge laarzen", salt_of(path))
        file.change_key(new)
        file.apply(move(x=30))
        assert file.key.recovery_code != old.recovery_code
    with pytest.raises(WrongKey):
        CaseFile.open(path, old, ANN)
    with CaseFile.open(path, read_recovery_code(new.recovery_code, salt_of(path)), ANN) as file:
        assert file.revision == 3
    db = unlocked(path, "'vijf droge laarzen'")
    assert db.execute("SELECT count(*) FROM history").fetchone()[0] == 3
    db.close()


def test_a_change_of_key_leaves_no_copy_under_the_old_one(file: CaseFile) -> None:
    old = file.key
    CaseFile.open(file.path, old, ANN).close()
    file.change_key(Key(bytes(32), old.salt))
    for copy in file.path.parent.glob("*.casus.*"):
        with pytest.raises(WrongKey):
            CaseFile.open(copy, old, ANN, read_only=True)


def test_a_key_for_another_file_is_refused(file: CaseFile) -> None:
    with pytest.raises(KeyProblem):
        file.change_key(Key.new())
    assert file.apply(move()).number == 2


def test_another_process_learns_that_the_key_was_changed(file: CaseFile, other: CaseFile) -> None:
    file.change_key(Key(bytes(32), file.key.salt))
    file.apply(move())
    with pytest.raises(WrongKey):
        other.poll()
    other.poll()  # told once
    assert not other.writable
    with pytest.raises(WrongKey):
        other.apply(move(x=50))
