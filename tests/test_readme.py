"""The README's commands are what is run: by .ci/run whole, and here each form of the table that a command line may have."""

from __future__ import annotations

import importlib.util
import re
from itertools import chain
from pathlib import Path

import pytest

from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.lab import command

ROOT = Path(__file__).parents[1]
README, CONTRIBUTING = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
RUN = ROOT / ".ci" / "run"


@pytest.fixture(scope="module")
def commands():
    found = importlib.util.spec_from_file_location("readme", ROOT / ".ci" / "readme.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module.commands


def test_powershell_says_the_same_as_bash(commands):
    said = commands("Start", "powershell")
    for theirs, ours in (
        (
            "python -m venv",
            "python3 -m venv",
        ),  # Linux and macOS have no python outside an environment, Windows no python3
        (r".venv\Scripts\Activate.ps1", "source .venv/bin/activate"),
        (" ;", ";"),
        (";", " &&"),
    ):
        assert theirs in said
        said = said.replace(theirs, ours)
    assert said == commands("Start")


def test_what_is_run_is_what_stands_there(commands):
    assert "\nnetwerk" in commands("Start").replace("&& ", "\n")
    assert commands("Tests").strip().endswith("python -m pytest")
    for section, page in (("Start", README), ("Tests", README), ("Loops", CONTRIBUTING)):
        assert f"```bash\n{commands(section)}```" in page
        assert f"=$(python3 .ci/readme.py {section})\n" in RUN.read_text()
        changed = page.replace(commands(section), "echo something else\n")
        assert commands(section, text=changed) == "echo something else\n"
        with pytest.raises(SystemExit, match=section):
            commands(section, text=changed.replace("```bash", "```"))


def test_what_the_pages_point_at_is_there():
    for page in (README, CONTRIBUTING):
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", page):
            assert (ROOT / target).exists(), target


ROOMS = (".", "netwerk_widgets", "netwerk_widgets/frontend/src")
"""Where a path of CONTRIBUTING begins."""


def test_every_file_that_contributing_names_is_there():
    named = set(re.findall(r"(?<![\w/.-])(?:[\w.-]+/)+[\w-]+\.(?:py|tsx?|json|toml|md)\b", CONTRIBUTING))
    assert len(named) > 30
    assert [name for name in sorted(named) if not any((ROOT / room / name).exists() for room in ROOMS)] == []


def test_the_run_has_no_command_of_its_own_for_what_the_readme_says():
    for line in RUN.read_text().splitlines():
        own = "/tools" in line or line.startswith(("#", "NETWERK_HOME=", "export"))
        assert own or not re.search(r"pip install|pytest|\bvenv\b|netwerk", line), line


def table() -> list[tuple[str, ...]]:
    """The command lines of the README's table, the alternatives of a flag apart."""
    rows = re.findall(r"^\| (`.*?) \|", README.partition("| Command |")[2].partition("\n\n")[0], re.MULTILINE)
    lines = chain.from_iterable(re.findall(r"`([^`]+)`", row) for row in rows)
    return [tuple(word.replace("\\", "") for word in line.split()) for line in lines]


FLAGS = [
    (line[0], *choice)
    for line in table()
    if line[0].startswith("--")
    for choice in ([(one,) for one in line[1].split("|")] if len(line) > 1 else [()])
]
COMMANDS = [line[1:] for line in table() if line[0] == "netwerk"]
ENDS = {"--version": "netwerk ", "--help": "--no-browser"}


def test_the_table_names_all_that_there_is():
    assert {words[0] for words in COMMANDS if words} | {"start"} == set(command.COMMANDS)
    assert () in COMMANDS
    assert {flag[0] for flag in FLAGS} == {"--lang", "--no-browser", "--version", "--help"}


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """A home with a case, and what was started in it; words of the table in which FILE and DIR are there."""
    monkeypatch.setenv("NETWERK_HOME", str(tmp_path))
    monkeypatch.delenv("NETWERK_LANG", raising=False)
    with Shelf(tmp_path).create_practice() as file:
        path = file.path
    started: list[tuple[Path | None, bool]] = []
    monkeypatch.setattr(command, "_start", lambda file, *, browser: started.append((file, browser)) or 0)
    return {"FILE": str(path), "DIR": str(tmp_path / "boeken")}, started


@pytest.mark.parametrize("words", [*COMMANDS, ("start",)], ids=" ".join)
@pytest.mark.parametrize("flag", [(), *FLAGS], ids=" ".join)
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_every_form_of_every_command_is_understood(words, flag, before, typed, capsys):
    there, started = typed
    given = [there.get(word, word) for word in words]
    assert command.main([*flag, *given] if before else [*given, *flag]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    if flag and flag[0] in ENDS:
        assert ENDS[flag[0]] in said.out
        assert not started
    elif not words or words[0] in ("start", "open"):
        assert started == [(Path(there["FILE"]) if "FILE" in words else None, "--no-browser" not in flag)]
    else:
        done = {"DIR": ("Klaar:", "Done:"), "FILE": ("personen", "people")}[words[-1]]
        assert done["en" in flag] in said.out


@pytest.mark.parametrize("flag", ["--help", "-h", "--version"])
@pytest.mark.parametrize("words", [("open",), ("check",), ("workbooks",), ("open", "a", "b")])
def test_who_asks_for_help_gets_it_with_a_command_that_lacks_a_word_too(words, flag, capsys):
    assert command.main([*words, flag]) == 0
    assert "netwerk" in capsys.readouterr().out
