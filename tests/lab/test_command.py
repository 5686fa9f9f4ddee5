"""The command line: what it answers, in which language, with which exit code, and never a traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from netwerk_widgets import __version__
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.lab import workbooks
from netwerk_widgets.model.case.entities import Case

BOOKS = sorted(book.name for book in workbooks.shipped().glob("*.ipynb"))


def test_help_in_dutch_by_default_and_in_english_when_asked(netwerk):
    dutch, english = netwerk("--help"), netwerk("--help", "--lang", "en")
    assert (dutch.returncode, english.returncode) == (0, 0)
    assert "gebruik: netwerk" in dutch.stdout
    assert "usage: netwerk" in english.stdout
    for word in ("open FILE", "workbooks DIR", "check FILE", "--no-browser", "--version"):
        assert word in dutch.stdout
        assert word in english.stdout


def test_the_language_comes_from_the_environment_or_from_the_last_choice(netwerk, home):
    assert "usage:" in netwerk("--help", NETWERK_LANG="en").stdout
    home.mkdir()
    (home / "voorkeuren.json").write_text(json.dumps({"lang": "en"}))
    assert "usage:" in netwerk("--help").stdout
    assert "gebruik:" in netwerk("--help", "--lang=nl").stdout


def test_version(netwerk):
    shown = netwerk("--version")
    assert (shown.returncode, shown.stdout.strip()) == (0, f"netwerk {__version__}")


@pytest.mark.parametrize(
    "words", [("teken",), ("open",), ("check",), ("workbooks",), ("--lang", "fr"), ("--kleur",), ("open", "a", "b")]
)
def test_a_command_that_is_not_understood_ends_with_2_and_a_sentence(netwerk, words):
    refused = netwerk(*words)
    assert refused.returncode == 2
    assert "netwerk --help" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.stdout == ""


@pytest.mark.parametrize("command", ["open", "check"])
def test_a_file_that_is_not_there_ends_with_1_and_a_sentence(netwerk, command, tmp_path):
    refused = netwerk(command, str(tmp_path / "weg.casus"), "--no-browser")
    assert refused.returncode == 1
    assert "weg.casus" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_home_that_cannot_be_made_ends_with_1_and_names_the_folder(netwerk, tmp_path):
    (tmp_path / "bestand").write_text("geen map")
    refused = netwerk("--no-browser", NETWERK_HOME=str(tmp_path / "bestand" / "thuis"))
    assert refused.returncode == 1
    assert "bestand" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_workbooks_are_copied_and_never_overwritten(netwerk, tmp_path):
    folder = tmp_path / "kopie"
    first = netwerk("workbooks", str(folder))
    assert first.returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == BOOKS
    mine = folder / BOOKS[0]
    mine.write_text("van mij")
    second = netwerk("workbooks", str(folder), "--lang", "en")
    assert second.returncode == 0
    assert mine.read_text() == "van mij"
    assert "not touched" in second.stdout


def test_workbooks_into_a_file_is_refused(netwerk, tmp_path):
    target = tmp_path / "bestand"
    target.write_text("van mij")
    refused = netwerk("workbooks", str(target))
    assert refused.returncode == 1
    assert target.read_text() == "van mij"
    assert "Traceback" not in refused.stderr


def test_check_knows_a_practice_case_without_asking(netwerk, home):
    shelf = Shelf(home)
    file = shelf.create_practice()
    path = file.path
    file.close()
    report = netwerk("check", str(path))
    assert (report.returncode, report.stderr) == (0, "")
    assert "0 personen" in report.stdout


def test_check_tells_a_damaged_file_and_leaves_it_as_it_is(netwerk, tmp_path):
    path = tmp_path / "linde-7.casus"
    CaseFile.create(path, Key.new(), Case(), Author.here("AB")).close()
    broken = path.read_bytes()[:-700]
    path.write_bytes(broken)
    report = netwerk("check", str(path), given="een lange wachtzin\n")
    assert report.returncode == 1
    assert report.stderr.strip()
    assert "Traceback" not in report.stderr
    assert path.read_bytes() == broken


def test_check_of_something_else_ends_with_1(netwerk, tmp_path):
    path = tmp_path / "brief.txt"
    path.write_text("Beste collega")
    report = netwerk("check", str(path))
    assert report.returncode == 1
    assert "Traceback" not in report.stderr


@pytest.mark.parametrize("folder", ["casussen", "lab"])
def test_what_check_makes_is_for_its_owner_only(netwerk, home, folder):
    Shelf(home).create_practice().close()
    netwerk("check", str(next((home / "casussen").glob("*.casus"))))
    made = home / folder
    if made.exists() and os.name == "posix":
        assert made.stat().st_mode & 0o077 == 0


def test_nothing_of_the_command_line_is_python_of_the_machine(netwerk):
    assert str(Path(__file__).parents[2]) not in netwerk("--help").stdout
