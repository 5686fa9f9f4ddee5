"""A case file born from a row of states: one revision and one named version for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.revision import Author
from netwerk_widgets.exchange.easynwk import State
from netwerk_widgets.exchange.errors import ExchangeError
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case import Case, Version


def born(path: Path, key: Key, author: Author, states: Sequence[State]) -> CaseFile:
    """Begin a case file with these states, oldest first; the last is the case as it now is.

    Every state becomes one revision and one named version, so history and versions show what the other
    program knew. On an error no half-filled file is left.

    Args:
        path: where the case file is to lie.
        key: its key.
        author: who reads the file in.
        states: title, date and case of each version.

    Raises:
        ExchangeError: there is no state.
        CaseFileError: the disk refuses, or a file of that name is there.
    """
    if not states:
        raise ExchangeError("easynwk.error.empty")
    versions: dict[str, Version] = {}
    messages = [Message("easynwk.imported", {"title": state.title}) for state in states]
    versions["v1"] = _version(states[0], 1)
    file = CaseFile.create(path, key, _with(states[0].case, versions), author, message=messages[0])
    try:
        for number, (state, message) in enumerate(zip(states[1:], messages[1:], strict=True), start=2):
            versions[f"v{number}"] = _version(state, file.revision + 1, number)
            file.take_in(_with(state.case, versions), message)
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    return file


def _version(state: State, revision: int, number: int = 1) -> Version:
    return Version(id=f"v{number}", name=state.title, revision=revision, at=state.date)


def _with(case: Case, versions: dict[str, Version]) -> Case:
    return replace(case, versions=dict(versions))
