"""Files that are no case, or were made to do harm: a plain error, and nothing runs."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import CaseFileError, Damaged, NotACase, WrongKey
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import store
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.revision import decode_message
from netwerk_widgets.casefile.storage.schema import FORMAT
from tests.casefile.make import ANN, keyed, move, small_case


def refused(path: Path, key: Key, error: type[CaseFileError] = CaseFileError) -> str:
    with pytest.raises(error) as told:
        CaseFile.open(path, key, ANN)
    assert not check(path, key).ok
    return told.value.message.text("nl")


def test_no_file_a_folder_and_an_empty_one(path: Path, key: Key) -> None:
    refused(path, key, NotACase)
    path.mkdir()
    refused(path, key, NotACase)
    path.rmdir()
    path.touch()
    assert "leeg" in refused(path, key, Damaged)


@pytest.mark.parametrize("content", [b"x", b"hello world" * 5000, b"PK\x03\x04" + bytes(8188), os.urandom(40960)])
def test_other_content(path: Path, key: Key, content: bytes) -> None:
    path.write_bytes(content)
    refused(path, key)
    assert path.read_bytes() == content


def test_a_plain_database(path: Path, key: Key) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE entity (kind, id, data)")
    db.commit()
    db.close()
    assert "versleutelde" in refused(path, key, NotACase)


def test_another_programs_encrypted_database(path: Path, key: Key) -> None:
    db = keyed(path, key)
    db.execute("CREATE TABLE contacts (name)").close()
    db.close()
    refused(path, key, NotACase)


def test_a_link(path: Path, key: Key, tmp_path: Path) -> None:
    target = tmp_path / "Eik-1.casus"
    CaseFile.create(target, key, small_case(), ANN).close()
    path.symlink_to(target)
    refused(path, key, NotACase)


def test_a_giant(path: Path, key: Key) -> None:
    path.touch()
    os.truncate(path, store.BIGGEST + 4096)  # sparse: takes no room
    refused(path, key, NotACase)


ROWS = {
    "no JSON": "UPDATE entity SET data = '{' WHERE kind = 'person'",
    "no object": "UPDATE entity SET data = '[1]' WHERE kind = 'person'",
    "nothing": "UPDATE entity SET data = x'00ff' WHERE kind = 'person'",
    "an unknown kind": "UPDATE entity SET kind = 'script' WHERE kind = 'tie'",
    "an unknown field": """UPDATE entity SET data = '{"id":"p1","bsn":"123"}' WHERE id = 'p1'""",
    "another id": """UPDATE entity SET data = '{"id":"p9"}' WHERE id = 'p1'""",
    "a wrong type": """UPDATE entity SET data = '{"id":"p1","role":["x"]}' WHERE id = 'p1'""",
    "a bad number": """UPDATE entity SET data = '{"id":"p1","x":1e999}' WHERE id = 'p1'""",
    "not a number": """UPDATE entity SET data = '{"id":"p1","x":NaN}' WHERE id = 'p1'""",
    "far too long": """UPDATE entity SET data = '{"id":"p1","role":"' || hex(zeroblob(9999)) || '"}' WHERE id = 'p1'""",
    "a tie to nobody": "DELETE FROM entity WHERE id = 'p1'",
    "no case": "DELETE FROM entity WHERE kind = 'info'",
    "no history": "DELETE FROM history",
    "no table": "DROP TABLE entity",
}


@pytest.mark.parametrize("sql", ROWS.values(), ids=ROWS)
def test_rows_that_no_version_writes(path: Path, key: Key, sql: str) -> None:
    CaseFile.create(path, key, small_case(), ANN).close()
    db = keyed(path, key)
    db.execute(sql).close()
    db.close()
    refused(path, key, Damaged)


def test_json_nested_beyond_reason(path: Path, key: Key) -> None:
    CaseFile.create(path, key, small_case(), ANN).close()
    db = keyed(path, key)
    db.execute("UPDATE entity SET data = ? WHERE id = 'p1'", ("[" * 100_000,)).close()
    db.close()
    refused(path, key, Damaged)


HISTORY = (
    "UPDATE history SET changes = '{'",
    "UPDATE history SET changes = '[1]'",
    """UPDATE history SET changes = '[{"kind":"script","id":"x","before":null,"after":{}}]'""",
    """UPDATE history SET changes = '[{"kind":"person","id":"p1","before":{"id":"p1"},"after":{"id":"p2"}}]'""",
    "UPDATE history SET kind = 'exec'",
    "UPDATE history SET message = '{'",
)


@pytest.mark.parametrize("sql", HISTORY)
def test_history_that_no_version_writes(path: Path, key: Key, sql: str) -> None:
    with CaseFile.create(path, key, small_case(), ANN) as file:
        file.apply(move())
    db = keyed(path, key)
    db.execute(sql).close()
    db.close()
    assert not check(path, key).ok or "message" in sql
    with CaseFile.open(path, key, ANN) as file:
        case = file.case
        with pytest.raises(CaseFileError):
            file.undo()
        with pytest.raises(CaseFileError):
            file.history()
        assert file.case == case


def test_a_stack_that_runs_in_a_ring_ends(path: Path, key: Key) -> None:
    with CaseFile.create(path, key, small_case(), ANN) as file:
        file.apply(move())
        file.apply(move(x=40))
    db = keyed(path, key)
    db.execute("UPDATE history SET changes = '[]', below = number + (number = 2) - (number = 3)").close()
    db.close()
    with CaseFile.open(path, key, ANN) as file, pytest.raises(Damaged):
        file.undo()


def test_a_trigger_in_the_file_does_not_write_for_us(path: Path, key: Key) -> None:
    CaseFile.create(path, key, small_case(), ANN).close()
    db = keyed(path, key)
    db.execute("CREATE TRIGGER t AFTER INSERT ON history BEGIN DELETE FROM entity WHERE kind = 'tie'; END").close()
    db.close()
    refused(path, key, Damaged)


@pytest.mark.parametrize(
    "data",
    [None, 3, "x", [], {}, {"key": 5}, {"key": "no.such"}, {"key": "model.edit.place", "params": {}},
     {"key": "model.edit.place", "params": [1]}, {"key": "model.edit.place", "params": {"who": {"key": "__class__"}}}],
)  # fmt: skip
def test_a_sentence_from_a_file_is_always_a_sentence(data: object) -> None:
    message = decode_message(json.loads(json.dumps(data)))
    assert message.text("nl")
    assert message.text("en")


def test_a_newer_format_is_read_and_not_written(path: Path, key: Key) -> None:
    with CaseFile.create(path, key, small_case(), ANN) as file:
        file.apply(move())
    db = keyed(path, key)
    db.execute(f"PRAGMA user_version = {FORMAT + 1}").close()
    db.execute(
        """UPDATE entity SET data = '{"id":"p1","role":"tante","mood":"blij","circle":9}' WHERE id = 'p1'"""
    ).close()
    db.execute("INSERT INTO entity (kind, id, data) VALUES ('dream', 'd1', '{}')").close()
    db.close()
    before = path.read_bytes()
    with CaseFile.open(path, key, ANN) as file:
        assert not file.writable
        assert any("nieuwere" in notice.text("nl") for notice in file.notices)
        assert file.case.people["p1"].role == "tante"
        with pytest.raises(CaseFileError):
            file.apply(move())
        file.poll()
    assert path.read_bytes() == before


def test_a_key_of_another_file_is_no_key(path: Path, key: Key) -> None:
    CaseFile.create(path, key, small_case(), ANN).close()
    with pytest.raises(WrongKey):
        CaseFile.open(path, Key.new(), ANN)
