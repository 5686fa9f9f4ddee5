"""Two engines, one file: what either wrote the other reads, edits and gives back, and both say the same of what is wrong.

The rest of this folder runs with the second engine by ``PYTHONPATH=tests/casefile/without python -m pytest
tests/casefile``, where importing sqlcipher3 fails; a part of it does so here.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import Busy, CaseFileError, WrongKey
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key, derive, read_recovery_code, salt_of
from netwerk_widgets.casefile.storage import engine
from netwerk_widgets.casefile.storage.damage import check, export_readable
from netwerk_widgets.casefile.storage.store import Store
from netwerk_widgets.model.edits import AddPerson
from tests.casefile import format1, format2, format3
from tests.casefile.golden import FOLDER, KEY, NAMES, golden, told
from tests.casefile.make import ANN, keyed, move, plaintext, small_case
from tests.casefile.test_together import WRITER

PAGE = 4096
WITHOUT = str(Path(__file__).parent / "without")
PAIRS = [NAMES, (NAMES[1], NAMES[0])]
EXPECTED = json.loads((FOLDER / "told.json").read_text(encoding="utf-8"))
Pair = tuple[str, str]
Use = Callable[[str], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Use]:
    """Choose an engine by name, from now on and in processes that begin later; both exist, wherever this is run."""
    missing = WITHOUT in sys.path
    monkeypatch.setattr(sys, "path", [folder for folder in sys.path if folder != WITHOUT])
    made = {name: getattr(engine, name)() for name in NAMES}

    def choose(name: str) -> None:
        monkeypatch.setattr(engine, "chosen", lambda: made[name])
        monkeypatch.setenv("PYTHONPATH", WITHOUT if name == "MultipleCiphers" else "")

    yield choose
    if missing:
        del sys.modules["sqlcipher3"]


def started(*arguments: str, said: str) -> subprocess.Popen[str]:
    """A process of Python that is told something; it uses the engine chosen last."""
    process = subprocess.Popen(
        [sys.executable, "-c", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    process.stdin.write(said + "\n")
    process.stdin.flush()
    return process


@pytest.mark.parametrize("written", NAMES)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_same_golden_file_opens_with_both_both_ways(
    path: Path, use: Use, written: str, one: str, other: str
) -> None:
    shutil.copyfile(golden(written), path)
    use(one)
    with CaseFile.open(path, KEY, ANN) as file:
        assert told(file) == EXPECTED
        file.apply(AddPerson("p9", f"buur — ☕ {one}"), oid="page.90")
    use(other)
    with CaseFile.open(path, KEY, ANN) as file:
        assert not file.notices
        assert file.case.people["p9"].role == f"buur — ☕ {one}"
        assert file.apply(AddPerson("p9", "nog eens"), oid="page.90").number == 14  # done by the other
        while file.can_undo:
            file.undo()
        assert set(file.case.people) == {"ego", "p1"}
        while file.can_redo:
            file.redo()
        case = file.case
    assert check(path, KEY).ok
    use(one)
    with CaseFile.open(path, KEY, ANN) as file:
        assert file.case == case
        file.forget_person("p1")
    assert check(path, KEY).ok
    use(other)
    assert check(path, KEY).ok
    assert "Rosa" not in plaintext(path, KEY)


@pytest.mark.parametrize("name", NAMES)
def test_the_golden_files_are_only_looked_at(use: Use, name: str) -> None:
    use(name)
    for written in NAMES:
        before = golden(written).read_bytes()
        assert check(golden(written), KEY).people == 2
        with CaseFile.open(golden(written), KEY, ANN, read_only=True) as file:
            assert told(file) == EXPECTED
        assert golden(written).read_bytes() == before


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_phrase_recovery_code_and_a_new_phrase_fit_with_both(path: Path, use: Use, one: str, other: str) -> None:
    use(one)
    CaseFile.create(path, derive("vier natte laarzen, één hond"), small_case(), ANN).close()
    salt = path.read_bytes()[:16]
    use(other)
    first = derive("vier natte laarzen, één hond", salt_of(path))
    with CaseFile.open(path, first, ANN) as file:
        file.apply(move())
        file.change_key(derive("vijf droge laarzen", salt))
        code = file.key.recovery_code
    assert path.read_bytes()[:16] == salt
    use(one)
    with pytest.raises(WrongKey):
        CaseFile.open(path, first, ANN)
    with CaseFile.open(path, read_recovery_code(code, salt), ANN) as file:
        assert file.revision == 2
    assert check(path, derive("vijf droge laarzen", salt)).ok


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("old", [format1, format2, format3])
def test_an_old_format_that_one_wrote_the_other_renews(
    path: Path, key: Key, use: Use, old: types.ModuleType, pair: Pair
) -> None:
    one, other = pair
    use(one)
    old.build(path, key)
    use(other)
    with CaseFile.open(path, key, ANN) as file:
        assert [notice.key for notice in file.notices] == ["casefile.notice.renewed"]
        case = file.case
    use(one)
    with CaseFile.open(path, key, ANN) as file:
        assert file.case == case
    assert check(path, key).ok


def both(use: Use, act: Callable[[], object]) -> object:
    """What an act gives or raises, which is the same with either engine."""
    found = []
    for name in NAMES:
        use(name)
        try:
            found.append(act())
        except CaseFileError as error:
            found.append((type(error), error.message.key, str(error)))
    assert found[0] == found[1]
    return found[0]


def test_both_say_the_same_of_a_wrong_key_and_of_damage(
    path: Path, use: Use, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = golden("SQLCipher").read_bytes()

    def opened(key: Key = KEY) -> object:
        with CaseFile.open(path, key, ANN, read_only=True) as file:
            return told(file)

    def saved() -> object:
        target = tmp_path / f"Gered-{len(list(tmp_path.iterdir()))}.casus"
        with export_readable(path, KEY, target, ANN) as file:
            return set(file.case.people), set(file.case.ties), set(file.case.steps)

    path.write_bytes(whole)
    assert both(use, lambda: opened(Key(bytes(32), KEY.salt))) == both(use, lambda: opened(Key.new()))
    spoilt = [
        *(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :] for at in range(7, len(whole), PAGE + 41)),
        *(whole[:at] + bytes(PAGE) + whole[at + PAGE :] for at in (0, 3 * PAGE, len(whole) - PAGE)),
        *(whole[:at] for at in (0, 15, PAGE, 4 * PAGE, len(whole) - 1)),
        whole[: 2 * PAGE] + whole[3 * PAGE :] + whole[2 * PAGE : 3 * PAGE],
        whole + bytes(PAGE),
    ]
    for number, content in enumerate(spoilt):
        path.write_bytes(content)
        both(use, opened)
        assert not getattr(both(use, lambda: check(path, KEY)), "ok", True)
        if number % 4 == 0:  # takes long: page by page, what can be read
            both(use, saved)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("pair", PAIRS)
def test_one_waits_for_the_other_and_no_longer_than_it_says(
    path: Path, key: Key, use: Use, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = pair
    use(one)
    CaseFile.create(path, key, small_case(), ANN).close()
    holder = started(
        "import sys; from pathlib import Path; from tests.casefile.make import Key, keyed\n"
        "db = keyed(Path(sys.argv[1]), Key.from_hex(sys.stdin.readline()))\n"
        "db.execute('BEGIN EXCLUSIVE').close(); print('held', flush=True); sys.stdin.readline()\n",
        str(path),
        said=key.hex(),
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    use(other)
    monkeypatch.setattr("netwerk_widgets.casefile.storage.store.WAIT", 0.1)
    for read_only in (True, False):
        with pytest.raises(Busy):
            CaseFile.open(path, key, ANN, read_only=read_only)
    holder.communicate("go\n", timeout=30)
    with CaseFile.open(path, key, ANN) as file:
        assert file.apply(move()).number == 2


def test_both_write_at_once_and_nothing_is_lost(path: Path, key: Key, use: Use) -> None:
    use(NAMES[0])
    with CaseFile.create(path, key, small_case(), ANN) as file:
        writers = []
        for name in NAMES:
            use(name)
            writers.append(started(WRITER, str(path), name[0].lower(), said=key.hex()))
        assert [writer.wait(60) for writer in writers] == [0, 0]
        file.poll()
        assert len(file.case.people) == 82
        assert len({person.number for person in file.case.people.values()}) == 82
    assert check(path, key).ok


def test_the_first_that_is_there_is_chosen(monkeypatch: pytest.MonkeyPatch, use: Use) -> None:
    assert isinstance(engine.chosen.__wrapped__(), engine.SQLCipher)
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert isinstance(engine.chosen.__wrapped__(), engine.MultipleCiphers)
    monkeypatch.setitem(sys.modules, "apsw", types.ModuleType("apsw"))  # without ciphers: it would write plain text
    with pytest.raises(CaseFileError) as told:
        engine.chosen.__wrapped__()
    assert "pip install" in told.value.message.text("nl")
    assert "pip install" in told.value.message.text("en")


@pytest.mark.parametrize("name", NAMES)
def test_no_second_statement_in_a_file_is_run(path: Path, key: Key, use: Use, name: str, tmp_path: Path) -> None:
    use(name)
    CaseFile.create(path, key, small_case(), ANN).close()
    db, stray = keyed(path, key), tmp_path / "stray"
    db.execute("PRAGMA writable_schema = ON").close()
    more = f"; ATTACH '{stray}' AS stray; CREATE TABLE stray.t (x)"
    db.execute("UPDATE sqlite_master SET sql = sql || ? WHERE name = 'presence'", (more,)).close()
    db.close()
    with suppress(CaseFileError), CaseFile.open(path, key, ANN) as file:  # a newer SQLite does not even open it
        file.apply(move())
        file.poll()
    with pytest.raises(CaseFileError):
        Store(path, key, "ro", memory=True)
    assert not stray.exists()


def test_a_part_of_this_folder_passes_where_sqlcipher3_does_not_exist() -> None:
    names = ("storage/test_disk", "test_file", "test_format", "keys/test_keys", "test_together")
    files = [str(Path(__file__).parent / f"{name}.py") for name in names]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-o", "addopts=-p no:cacheprovider", *files],
        env=os.environ | {"PYTHONPATH": WITHOUT},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_there_sqlcipher3_does_not_exist() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from netwerk_widgets.casefile.storage import engine; print(type(engine.chosen()).__name__)",
        ],
        env=os.environ | {"PYTHONPATH": WITHOUT},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "MultipleCiphers\n"
    assert importlib.import_module("apsw").mc_version
