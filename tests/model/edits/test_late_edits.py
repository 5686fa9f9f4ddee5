"""A text is changed as it was when somebody began to write in it, and left alone where another wrote meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import perform, read_edit
from netwerk_widgets.model.errors import EditError


def do(case: Case, **wire: Any) -> Case:
    return perform(case, read_edit(wire))


@pytest.mark.parametrize(
    ("stands", "was", "fields"),
    [
        ({"text": "eerst"}, {"text": "eerst"}, {"text": "later"}),
        ({"text": "later"}, {"text": "eerst"}, {"text": "later"}),
        ({"more": {"fear": "dat"}}, {"more": {"message": ""}}, {"more": {"message": "hoi"}}),
        ({"more": {"fear": "dat"}}, {"more": {"fear": "dat"}}, {"more": {"fear": ""}}),
    ],
)
def test_a_text_that_stands_as_it_was_is_changed(stands: Any, was: Any, fields: Any) -> None:
    before = do(Case(), edit="add", kind="answer", id="a1", fields={"card": "search.try", **stands})
    after = do(before, edit="change", kind="answer", id="a1", fields=fields, was=was)
    assert after == do(before, edit="change", kind="answer", id="a1", fields=fields)


@pytest.mark.parametrize(
    ("stands", "was", "fields"),
    [
        ({"text": "van een ander"}, {"text": "eerst"}, {"text": "later"}),
        ({"text": "van een ander"}, {"text": ""}, {"text": "later"}),
        (
            {"more": {"fear": "dat", "message": "van een ander"}},
            {"more": {"message": ""}},
            {"more": {"message": "hoi"}},
        ),
    ],
)
def test_a_text_that_another_changed_meanwhile_is_left_alone(stands: Any, was: Any, fields: Any) -> None:
    before = do(Case(), edit="add", kind="answer", id="a1", fields={"card": "search.try", **stands})
    with pytest.raises(EditError, match=r"intussen|meantime"):
        do(before, edit="change", kind="answer", id="a1", fields=fields, was=was)
