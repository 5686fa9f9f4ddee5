"""How strong a phrase is: common words and patterns are seen through, and every score has its sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.casefile.keys.phrase_strength import strength

WEAK = ["", "welkom01", "Welkom2026!", "wachtwoord", "P@ssw0rd!", "12345678", "qwertyuiop", "aaaaaaaaaaaa",
        "Zomer2024", "ikhouvanjou", "Jan1985", "admin", "21-06-1984", "hondhondhondhond"]  # fmt: skip
FAIR = ["drie kleine biggetjes", "tafel raam kozijn"]
GOOD = ["paard lamp wolk fiets", "kelder-zwaan-dertien-potlood", "kX9#vQ2pLm4!zT"]
BEST = ["vijf natte laarzen dansen zacht", "kraan gordijn muts wortel trommel ijs"]


@pytest.mark.parametrize(("phrases", "low", "high"), [(WEAK, 0, 1), (FAIR, 1, 2), (GOOD, 3, 3), (BEST, 4, 4)])
def test_phrases_stand_where_one_would_put_them(phrases: list[str], low: int, high: int) -> None:
    scores = {phrase: strength(phrase).score for phrase in phrases}
    assert all(low <= score <= high for score in scores.values()), scores


@given(st.text(max_size=60))
def test_any_text_gets_a_score_and_a_sentence(text: str) -> None:
    result = strength(text)
    assert 0 <= result.score <= 4
    assert result.message.text("nl")
    assert result.message.text("en")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=30))
def test_repeating_a_phrase_adds_next_to_nothing(text: str) -> None:
    assert strength(f"{text} {text} {text}").bits <= strength(f"{text} {text}").bits + 3 + text.count(" ") * 2 + len(
        text.split()
    )
