"""`netwerk check`, `open` and `workbooks` with every kind of file that is not as it should be: code and sentence."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.exchange.content import practice_case
from netwerk_widgets.model.case.entities import Case
from tests.browser.conftest import as_anybody
from tests.casefile import format1
from tests.casefile.make import keyed


@pytest.fixture
def known(home: Path) -> tuple[Path, Key]:
    """A practice case, whose key this computer knows."""
    with Shelf(home).create_practice(practice_case("mo", "nl")) as file:
        return file.path, file.key


def newer(path: Path, key: Key) -> None:
    db = keyed(path, key)
    db.execute("PRAGMA user_version = 9").close()
    db.close()


def older(path: Path, key: Key) -> None:
    path.unlink()
    format1.build(path, key)


def spoilt(path: Path, _: Key) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: 3 * 4096] + bytes(4096) + data[4 * 4096 :])


def contradicting(path: Path, key: Key) -> None:
    db = keyed(path, key)
    db.execute("UPDATE history SET number = number + 5").close()
    db.close()


def other_start(path: Path, _: Key) -> None:
    path.write_bytes(bytes(16) + path.read_bytes()[16:])


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (lambda *_: None, 0, f"Alles klopt: {len(practice_case('mo', 'nl').people)} personen"),
        (newer, 0, "nieuwere vorm (9)"),
        (older, 0, "oude vorm (1)"),
        (spoilt, 1, "beschadigd"),
        (contradicting, 1, "ontbreken stappen"),
        (other_start, 1, "De wachtzin klopt niet, of het begin van het bestand is beschadigd"),
    ],
    ids=["good", "newer", "older", "spoilt", "contradicting", "other start"],
)
def test_check_says_of_a_case_how_it_is(netwerk, known, make: Callable[[Path, Key], None], code: int, words: str):
    path, key = known
    make(path, key)
    before = path.read_bytes()
    report = netwerk("check", str(path))
    said = report.stdout if code == 0 else report.stderr
    assert (report.returncode, words in said) == (code, True), report
    assert "Traceback" not in report.stderr
    assert path.read_bytes() == before


def plain_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_bytes(b""), "leeg of te kort"),
        (lambda path: path.write_bytes(b"kort"), "leeg of te kort"),
        (lambda path: path.write_text("Beste collega, " * 40), "niet compleet"),
        (plain_database, "gewone database"),
        (lambda path: path.mkdir(), "geen bestand"),
    ],
    ids=["empty", "a few bytes", "a letter", "a plain database", "a folder"],
)
def test_check_of_what_is_no_case_says_what_it_is(netwerk, tmp_path, make, words):
    path = tmp_path / "linde-7.casus"
    make(path)
    report = netwerk("check", str(path))
    assert report.returncode == 1
    assert words in report.stderr
    assert "Traceback" not in report.stderr
    english = netwerk("check", str(path), "--lang", "en")
    assert english.returncode == 1
    assert words not in english.stderr


def test_check_without_a_phrase_looks_from_outside(netwerk, tmp_path):
    path = tmp_path / "linde-7.casus"
    CaseFile.create(path, Key.new(), Case(), Author.here("AB")).close()
    report = netwerk("check", str(path), given="\n")
    assert report.returncode == 0
    assert "Van buiten" in report.stdout


def refused(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What the command answers to somebody who may not do everything."""
    settings = {**os.environ, "NETWERK_HOME": str(home), "NETWERK_LANG": "", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "netwerk_widgets", *words]
    first = as_anybody if os.name == "posix" else None
    return subprocess.run(
        command,
        env=settings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=first,
    )


@pytest.mark.parametrize("command", ["open", "check"])
def test_a_file_that_may_not_be_read(home, known, command):
    path, _ = known
    path.chmod(0)
    report = refused(home, command, str(path), "--no-browser")
    path.chmod(0o600)
    assert report.returncode == 1
    assert path.name in report.stderr
    assert "Er is niets veranderd" in report.stderr
    assert "Traceback" not in report.stderr


def test_open_of_a_folder_ends_with_1(netwerk, tmp_path):
    report = netwerk("open", str(tmp_path), "--no-browser")
    assert report.returncode == 1
    assert "geen bestand" in report.stderr


def test_workbooks_to_a_folder_where_nothing_can_be_written(home, tmp_path):
    folder = tmp_path / "dicht"
    folder.mkdir(mode=0o500)
    report = refused(home, "workbooks", str(folder))
    folder.chmod(0o700)
    assert report.returncode == 1
    assert "kan ik niet schrijven" in report.stderr
    assert "Kies een andere map" in report.stderr
    assert not list(folder.iterdir())


def test_a_home_where_nothing_can_be_written(tmp_path):
    tmp_path.chmod(0o500)
    report = refused(tmp_path / "thuis", "--no-browser")
    tmp_path.chmod(0o700)
    assert report.returncode == 1
    assert "Traceback" not in report.stderr
    assert "niet" in report.stderr
