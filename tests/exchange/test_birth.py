"""A case file born from another program's versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.revision import Author
from netwerk_widgets.exchange import easynwk
from netwerk_widgets.exchange.birth import born
from netwerk_widgets.exchange.errors import ExchangeError

THREE = Path(__file__).parent / "easynwk" / "drie_versies.json"
AUTHOR = Author("AB", "kantoor")


def test_each_version_is_a_revision_under_its_name(tmp_path: Path) -> None:
    states = easynwk.read(THREE).answered({})
    file = born(tmp_path / "Linde-7.casus", Key.new(), AUTHOR, states)
    assert [(v.name, v.at) for v in file.case.versions.values()] == [(s.title, s.date) for s in states]
    assert dict(file.case.people) == dict(states[-1].case.people)
    for version, state in zip(file.case.versions.values(), states, strict=True):
        assert dict(file.at(version.revision).people) == dict(state.case.people)
    assert "Met tante aan tafel" in file.history()[1].message.text("nl")
    file.close()


def test_no_state_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError):
        born(tmp_path / "a.casus", Key.new(), AUTHOR, ())


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.casus"
    path.write_bytes(b"mine")
    with pytest.raises(CaseFileError):
        born(path, Key.new(), AUTHOR, easynwk.read(THREE).answered({}))
    assert path.read_bytes() == b"mine"
