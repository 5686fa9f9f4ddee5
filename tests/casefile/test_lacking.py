"""What a system may lack, a browser all of it: links, threads, PBKDF2, a key ring. It is asked for, never assumed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import KeyProblem, ShelfError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import ROUNDS, Key, derive, pbkdf2, salt_of
from netwerk_widgets.casefile.keys import ring as remember
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.model.edits import AddPerson
from tests.casefile.make import ANN, small_case
from tests.casefile.test_engines import WITHOUT

PHRASE = "vier natte laarzen, één hond"


def no_links(patch: pytest.MonkeyPatch) -> None:
    patch.delattr(os, "link")


def refused_links(patch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    patch.setattr(os, "link", refuse)


def no_threads(patch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise RuntimeError("can't start new thread")  # as WebAssembly says it

    patch.setattr(threading.Thread, "start", refuse)


def no_pbkdf2(patch: pytest.MonkeyPatch) -> None:
    patch.delattr(hashlib, "pbkdf2_hmac")


def no_key_ring(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(sys.modules, "keyring", None)


def nothing(_: pytest.MonkeyPatch) -> None:
    """Everything is there."""


LACKING = [nothing, no_links, refused_links, no_threads, no_pbkdf2, no_key_ring]


def day(home: Path) -> None:
    """What somebody does in a day: begin, save, undo, take a copy, change the phrase, come back, forget."""
    shelf = Shelf(home / "thuis")
    with shelf.create_own(PHRASE, small_case()) as file:
        code = file.code
        file.apply(AddPerson("p9", "buur"))
        file.undo()
        file.redo()
        file.poll()
        copy = file.path.with_name("elders.casus")
        file.back_up(copy)
        before = copy.read_bytes()
        with pytest.raises(ShelfError):
            file.back_up(copy)
        shelf.change_phrase(file, "vijf droge laarzen")
        if not remember.available():
            with pytest.raises(KeyProblem, match="sleutelbos"):
                shelf.remember(file)
    with shelf.open(code, derive("vijf droge laarzen", salt_of(shelf.path(code)))) as file:
        assert set(file.case.people) == {"ego", "p1", "p9"}
        file.forget_person("p1")
        assert check(file.path, file.key).ok
    assert copy.read_bytes() == before
    shelf.forget(code)


@pytest.mark.parametrize("lack", LACKING)
def test_a_day_without_it(lack: Callable[[pytest.MonkeyPatch], None], tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        lack(patch)
        day(tmp_path)


ALL_AT_ONCE = """
import hashlib, os, sys, threading
from pathlib import Path
import pytest
from tests.casefile import test_lacking
from netwerk_widgets.casefile.storage import engine
patch = pytest.MonkeyPatch()
for lack in test_lacking.LACKING:
    if lack is not test_lacking.refused_links:
        lack(patch)
test_lacking.day(Path(sys.argv[1]))
print(type(engine.chosen()).__name__, {"sqlcipher3", "apsw"} & set(sys.modules))
"""


def test_a_day_in_a_process_that_has_nothing_of_it(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", ALL_AT_ONCE, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": WITHOUT},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "MultipleCiphers {'apsw'}\n", "")


@pytest.mark.parametrize("lack", [no_links, refused_links])
def test_without_links_no_file_takes_the_place_of_another(
    lack: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lack(monkeypatch)
    target = tmp_path / "a"
    put = disk.whole(target, replace=False)
    put.__enter__().write_text("nieuw", encoding="utf-8")
    target.write_text("van een ander, net nog", encoding="utf-8")
    with pytest.raises(ShelfError):
        put.__exit__(None, None, None)
    assert target.read_text(encoding="utf-8") == "van een ander, net nog"
    assert [item.name for item in tmp_path.iterdir()] == ["a"]
    target.unlink()
    with disk.whole(target, replace=False) as draft:
        draft.write_text("nieuw", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "nieuw"


@pytest.mark.parametrize("words", [b"", b"x", "één hond".encode(), b"y" * 128, b"z" * 500])
@pytest.mark.parametrize("rounds", [1, 2, 1000])
def test_the_own_derivation_is_pythons(words: bytes, rounds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    real = hashlib.pbkdf2_hmac("sha512", words, b"zout", rounds, 32)
    assert pbkdf2(words, b"zout", rounds) == real
    no_pbkdf2(monkeypatch)
    assert pbkdf2(words, b"zout", rounds) == real


def test_a_phrase_opens_the_same_file_with_and_without_pythons_derivation(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = derive(PHRASE)
    CaseFile.create(path, key, small_case(), ANN).close()
    no_pbkdf2(monkeypatch)
    assert ROUNDS == 256_000
    assert derive(PHRASE, key.salt) == key
    with CaseFile.open(path, Key(derive(PHRASE, key.salt).raw, key.salt), ANN) as file:
        assert file.revision == 1
