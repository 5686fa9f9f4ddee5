"""Groups: people who belong together under a name, and what becomes of a group when they go."""

from __future__ import annotations

from typing import Any

import pytest

from netwerk_widgets.exchange.content import practice_case
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import perform, read_edit
from netwerk_widgets.model.edits.changes import apply, diff, invert
from netwerk_widgets.model.errors import EditError


def do(case: Case, **wire: Any) -> Case:
    return perform(case, read_edit(wire))


@pytest.fixture
def mo() -> Case:
    fields = {"name": "huishouden", "members": "son daughter"}
    return do(practice_case("mo", "nl"), edit="add", kind="group", id="g1", fields=fields)


def test_whoever_goes_leaves_the_group_and_the_last_takes_it_along(mo: Case) -> None:
    one = do(mo, edit="remove", ids=[["person", "son"]])
    assert one.groups["g1"].members == "daughter"
    none = do(one, edit="remove", ids=[["person", "daughter"]])
    assert not none.groups
    assert apply(none, invert(diff(mo, none))).groups == mo.groups, "and undo brings it back"


@pytest.mark.parametrize(
    ("members", "why"), [("", "nothing_chosen"), ("son nobody", "gone"), ("Son", "bad_value"), (["son"], "bad_value")]
)
def test_nobody_is_in_a_group_who_is_not_on_the_map(mo: Case, members: object, why: str) -> None:
    for edit in (
        {"edit": "add", "kind": "group", "id": "g2", "fields": {"name": "straat", "members": members}},
        {"edit": "change", "kind": "group", "id": "g1", "fields": {"members": members}},
    ):
        with pytest.raises(EditError) as error:
            do(mo, **edit)
        assert error.value.message.key == f"model.error.{why}"


def test_a_group_is_renamed_joined_and_dissolved(mo: Case) -> None:
    after = do(mo, edit="change", kind="group", id="g1", fields={"name": "thuis", "members": "son daughter cat"})
    assert (after.groups["g1"].name, after.groups["g1"].members) == ("thuis", "son daughter cat")
    assert not do(after, edit="remove", ids=[["group", "g1"]]).groups
