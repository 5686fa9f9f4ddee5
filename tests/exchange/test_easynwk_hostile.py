"""easyNWK files that are damaged, hostile or odd: each is read or refused in one plain sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.exchange.easynwk import read
from netwerk_widgets.exchange.errors import ExchangeError
from netwerk_widgets.model.case.entities import decode, encode

VERSION: dict[str, Any] = {"title": "a", "date": "2025-01-01", "nwk": {"ego": {}, "alteri": [], "connections": []}}


def with_alter(**fields: Any) -> bytes:
    return json.dumps({"ego": {}, "alteri": [{"id": 1, "name": "B", **fields}], "connections": []}).encode()


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "not_json"),
        (b"\xff\xfe\x00", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'{"a": 1' + b"0" * 10_000 + b"}", "not_json"),
        (b"[]", "other_file"),
        (b"{}", "other_file"),
        (b"null", "other_file"),
        (b'{"versions": []}', "empty"),
        (b'{"versions": {}}', "bad_value"),
        (b'{"versions": [null]}', "bad_value"),
        (b'{"versions": [{"nwk": []}]}', "bad_value"),
        (b'{"alteri": "x"}', "bad_value"),
        (b'{"alteri": [1]}', "bad_value"),
        (b'{"alteri": [], "connections": [1]}', "bad_value"),
        (b'{"alteri": [], "ego": 1}', "bad_value"),
        (b'{"alteri": [{"id": 1}, {"id": 1}]}', "same_id"),
        (with_alter(name=["B"]), "bad_value"),
        (with_alter(id={"x": 1}), "bad_value"),
        (with_alter(angle="north"), "bad_value"),
        (with_alter(distance=1e300), "bad_value"),
        (with_alter(edgeType=7), "bad_value"),
        (with_alter(human="yes"), "bad_value"),
        (with_alter(supportSocial=[]), "bad_value"),
        (json.dumps({"alteri": [{}] * 5001}).encode(), "too_large"),
        (json.dumps({"versions": [VERSION] * 201}).encode(), "too_large"),
        (b" " * 20_000_001, "too_large"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_hostile_file_is_refused_in_one_plain_sentence(raw: bytes, key: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(raw)
    assert caught.value.message.key == f"easynwk.error.{key}"
    for language in ("nl", "en"):
        assert caught.value.message.text(language).endswith(".")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(ExchangeError) as caught:
            read(path)
        assert caught.value.message.key == "easynwk.error.no_file"


def test_what_a_file_may_lack_or_write_oddly() -> None:
    fields = {
        "angle": "45",
        "distance": float("nan"),
        "edgeType": "2",
        "note": "x" * 5000,
        "name": "<script>",
        "role": None,
    }
    (state,) = read(with_alter(**fields)).answered({})
    person = state.case.people["p2"]
    assert (len(person.notes), person.role) == (4000, "iemand")


ANYTHING = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | st.lists(st.integers(), max_size=2)
)
ALTER_KEYS = (
    *("id", "name", "role", "note", "age", "human", "deceased", "edgeType", "angle", "distance", "conflict"),
    *("supportSocial", "supportLinking", "contactOfPartner", "emoji", "currentGender"),
)
ALTERS = st.lists(st.dictionaries(st.sampled_from(ALTER_KEYS), ANYTHING), max_size=4)


@given(st.fixed_dictionaries({"ego": st.dictionaries(st.sampled_from(ALTER_KEYS), ANYTHING), "alteri": ALTERS}))
def test_any_network_is_read_or_refused(nwk: dict[str, Any]) -> None:
    raw = json.dumps({"versions": [{"nwk": nwk, "title": "t"}]}).encode()
    try:
        found = read(raw)
    except ExchangeError:
        return
    for state in found.answered({q.person.id: q.options[-1] for q in found.questions}):
        assert all(decode("person", encode(person)) == person for person in state.case.people.values())
    assert all(message.text("en") for message in (*found.lost, *found.warnings))
