"""Random edits: undo all gives the start, redo all the end, the file replays to the state, reopened in between."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import Edit
from tests.casefile.make import ANN
from tests.strategies import histories

QUICK = settings(max_examples=30, suppress_health_check=list(HealthCheck))


def reopened(file: CaseFile) -> CaseFile:
    """The file, closed and opened again."""
    path, key, case, number = file.path, file.key, file.case, file.revision
    file.close()
    again = CaseFile.open(path, key, ANN, keep_copy=False)
    assert again.case == case
    assert again.revision == number
    return again


@QUICK
@given(histories(max_edits=10), st.data())
def test_undo_all_is_the_start_and_redo_all_the_end(history: list[tuple[Edit, Case]], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = CaseFile.create(Path(folder) / "Iep-1.casus", Key.new(), Case(), ANN)
        start, states = file.case, [file.case]
        for edit, _ in history:
            file.apply(edit)
            states.append(file.case)
            if data.draw(st.booleans()):
                file = reopened(file)
        end = file.case
        assert all(file.at(number) == case for number, case in enumerate(states, start=1))
        while file.can_undo:
            file.undo()
        assert file.case == start
        file = reopened(file)
        while file.can_redo:
            file.redo()
        assert file.case == end
        file.close()
        assert check(file.path, file.key).ok


@QUICK
@given(histories(max_edits=8), st.lists(st.sampled_from(["edit", "undo", "redo", "reopen"]), max_size=20))
def test_the_stacks_in_the_rows_do_as_two_lists_would(history: list[tuple[Edit, Case]], acts: list[str]) -> None:
    """An independent model: a list of past and one of future states."""
    with tempfile.TemporaryDirectory() as folder:
        file = CaseFile.create(Path(folder) / "Iep-1.casus", Key.new(), Case(), ANN)
        past, future, waiting = list[Case](), list[Case](), [case for _, case in history]
        for act in acts:
            now = file.case
            if act == "edit" and waiting:
                if file.take_in(waiting.pop(0)).changes:
                    past.append(now)
                    future.clear()
            elif act == "undo" and past:
                file.undo()
                future.append(now)
                assert file.case == past.pop()
            elif act == "redo" and future:
                file.redo()
                past.append(now)
                assert file.case == future.pop()
            elif act == "reopen":
                file = reopened(file)
            assert bool(file.can_undo) == bool(past)
            assert bool(file.can_redo) == bool(future)
        file.close()
        assert check(file.path, file.key).ok
