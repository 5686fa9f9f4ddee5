"""Case files for the tests, small and quick: the key is machine-made, so that nothing waits for its derivation."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.case.entities import Case
from tests.casefile.make import ANN, Ring, small_case


@pytest.fixture
def key() -> Key:
    return Key.new()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Linde-7.casus"


@pytest.fixture
def file(path: Path, key: Key) -> Iterator[CaseFile]:
    with CaseFile.create(path, key, small_case(), ANN) as opened:
        yield opened


@pytest.fixture
def other(file: CaseFile) -> Iterator[CaseFile]:
    """The same case in another workbook on the same computer."""
    with CaseFile.open(file.path, file.key, Author("CD", ANN.machine)) as opened:
        yield opened


@pytest.fixture
def empty() -> Case:
    return Case()


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "thuis")


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setitem(sys.modules, "keyring", types.SimpleNamespace(get_keyring=lambda: ring))
    return ring


@pytest.fixture
def no_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    fail = types.SimpleNamespace(priority=0)
    monkeypatch.setitem(sys.modules, "keyring", types.SimpleNamespace(get_keyring=lambda: fail))
