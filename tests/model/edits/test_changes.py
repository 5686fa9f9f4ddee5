"""The change: its laws, and that it survives JSON."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from hypothesis import given

from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits.changes import apply, decode_changes, diff, encode_changes, invert
from netwerk_widgets.model.errors import EditError
from tests.strategies import cases, histories


@given(cases(), cases())
def test_a_diff_leads_from_one_case_to_the_other_and_back(a: Case, b: Case) -> None:
    changes = diff(a, b)
    assert apply(a, changes) == b
    assert apply(b, invert(changes)) == a
    assert invert(invert(changes)) == changes


@given(cases())
def test_nothing_changed_is_no_change(case: Case) -> None:
    assert diff(case, case) == ()
    assert apply(case, ()) is case


@given(histories())
def test_undoing_all_edits_gives_the_start(history: list[tuple[Any, Case]]) -> None:
    states = [Case(), *(case for _, case in history)]
    steps = [diff(before, after) for before, after in itertools.pairwise(states)]
    case = states[-1]
    for changes in reversed(steps):
        case = apply(case, invert(changes))
    assert case == Case()
    for changes, expected in zip(steps, states[1:], strict=True):
        case = apply(case, changes)
        assert case == expected


@given(cases(), cases())
def test_changes_survive_json(a: Case, b: Case) -> None:
    changes = diff(a, b)
    text = json.dumps(encode_changes(changes), allow_nan=False).encode("utf-8")
    assert decode_changes(json.loads(text)) == changes


@given(cases())
def test_an_edit_of_one_person_alters_one_entity(case: Case) -> None:
    person = next(iter(case.people))
    after = case.with_entities("person", {person: None})
    assert [(change.kind, change.id, change.after) for change in diff(case, after)] == [("person", person, None)]


@pytest.mark.parametrize(
    "data",
    [
        None,
        [None],
        [[]],
        [{}],
        [{"kind": "person", "id": "p", "before": None}],
        [{"kind": "person", "id": "p", "before": None, "after": {"id": "q"}}],
        [{"kind": ["person"], "id": "p", "before": None, "after": {"id": "p"}}],
        [{"kind": "surname", "id": "p", "before": None, "after": {"id": "p"}}],
        [{"kind": "person", "id": "p", "before": None, "after": []}],
        [{"kind": "person", "id": "p", "before": None, "after": {"id": "p", "bsn": "1"}}],
    ],
    ids=str,
)
def test_a_damaged_change_is_refused(data: Any) -> None:
    with pytest.raises(EditError):
        decode_changes(data)
