"""What the page remembers: read leniently, written strictly, private and small."""

from __future__ import annotations

import json
import os

import pytest

from netwerk_widgets.lab.errors import StateError
from netwerk_widgets.lab.state import _CHECKS, KeptPrefs, State


@pytest.fixture
def state(tmp_path):
    return State(tmp_path / "voorkeuren.json")


def test_what_is_kept_comes_back(state):
    state.merge({"lang": "en", "hideNames": True, "labelSize": 26, "singleKeys": False, "together": True})
    state.merge({"size": "near"})
    state.merge({"last": "01_netwerk_in_kaart", "steps": {"00_start": "kaart"}})
    state.merge({"steps": {"01_netwerk_in_kaart": "geven"}})
    assert state.read() == {
        "lang": "en",
        "hideNames": True,
        "labelSize": 26,
        "size": "near",
        "singleKeys": False,
        "together": True,
        "last": "01_netwerk_in_kaart",
        "steps": {"00_start": "kaart", "01_netwerk_in_kaart": "geven"},
    }


def test_what_may_be_kept_is_what_is_declared():
    assert KeptPrefs.__annotations__.keys() == _CHECKS.keys()


@pytest.mark.parametrize(
    "change",
    [
        [],
        "nl",
        None,
        {"lang": "fr"},
        {"hideNames": "ja"},
        {"together": 1},
        {"labelSize": 7},
        {"labelSize": 22.5},
        {"labelSize": [22]},
        {"size": "huge"},
        {"size": ["room"]},
        {"naam": "Truus"},
        {"last": "../../etc/passwd"},
        {"last": "a" * 65},
        {"steps": {"a/b": "c"}},
        {"steps": {f"boek{number}": "a" for number in range(65)}},
        {"lang": ["nl"]},
        {"lang": "en", "naam": "Truus"},
    ],
)
def test_an_unknown_word_is_refused_whole(state, change):
    state.merge({"lang": "nl"})
    with pytest.raises(StateError):
        state.merge(change)
    assert state.read() == {"lang": "nl"}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"lang": 3, "hideNames": true}', b"[" * 9999])
def test_a_damaged_file_means_the_defaults(tmp_path, damage):
    (tmp_path / "voorkeuren.json").write_bytes(damage)
    kept = State(tmp_path / "voorkeuren.json").read()
    assert kept in ({}, {"hideNames": True})


def test_the_file_is_private_and_whole(state, tmp_path):
    state.merge({"lang": "nl"})
    path = tmp_path / "voorkeuren.json"
    assert json.loads(path.read_text()) == {"lang": "nl"}
    assert [found.name for found in tmp_path.iterdir()] == ["voorkeuren.json"]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
