"""The privacy scanner: what it sees, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.model.names.privacy import is_bsn, warnings


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("BSN 111222333", "bsn"),
        ("nummer 1112.22.333 staat erbij", "bsn"),
        ("123 456 782", "bsn"),
        ("geboren op 3-5-2011", "birth"),
        ("jarig 03/05/2011", "birth"),
        ("2011-05-03", "birth"),
        ("3 mei 2011", "birth"),
        ("geb. 3 mei", "birth"),
        ("woont op 1234 AB", "postcode"),
        ("1234ab", "postcode"),
        ("bel 06-12345678", "phone"),
        ("bel 06 12 34 56 78", "phone"),
        ("(010) 123 45 67", "phone"),
        ("+31 6 12345678", "phone"),
        ("0031612345678", "phone"),
        ("+49 151 23456789", "phone"),
        ("mail naar tante.bep+x@voorbeeld.nl", "email"),
    ],
)
def test_what_tells_who_somebody_is_is_seen(text: str, kind: str) -> None:
    assert [message.key for message in warnings(text)] == [f"privacy.{kind}"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tante, sinds 2018 en nog steeds",
        "in 2018 op vakantie",
        "belt om 14.30 uur, drie keer per week",
        "nummer 111222334",
        "000000000",
        "kring 3, 12 jaar, 5 mensen",
        "over 10 jaar @ oma",
        "1234 SS",
        "werkt 24 uur, 7 dagen",
        "mei 2024",
    ],
)
def test_what_tells_nothing_is_left_alone(text: str) -> None:
    assert warnings(text) == ()


def test_each_kind_is_told_once_and_never_repeats_what_it_found() -> None:
    found = warnings("06-12345678 en 06-87654321, of a@b.nl")
    assert [message.key for message in found] == ["privacy.phone", "privacy.email"]
    for message in found:
        assert "1234" not in message.text("nl") + message.text("en")


@given(st.integers(1, 99_999_999))
def test_one_wrong_figure_never_passes_the_11_proof(number: int) -> None:
    first = f"{number:08d}"
    last = [figure for figure in "0123456789" if is_bsn(first + figure)]
    assert len(last) <= 1
    for figure in last:
        other = str((int(first[0]) + 1) % 10)
        assert not is_bsn(other + first[1:] + figure)


@given(st.text())
def test_any_text_can_be_scanned(text: str) -> None:
    assert len(warnings(text)) <= 5


def test_a_long_text_is_scanned_at_once() -> None:
    assert warnings("1 " * 50_000) == ()
    assert warnings("a.-" * 50_000) == ()
