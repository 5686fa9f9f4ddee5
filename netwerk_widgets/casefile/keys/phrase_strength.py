"""How strong a pass phrase is, as a rough and honest estimate: 0 (very weak) to 4 (very strong).

The phrase is cut into runs (a word, a row of digits, signs) and every run is given the number of bits that
a patient guesser needs for it: little for common words, years, rows such as 1234 or qwerty and repeats,
about twelve for any other word, as for one drawn from a list of four thousand. It needs no word list of its
own size; it may call a fine phrase only good, and seldom calls a poor one good.
"""

# ruff: noqa: SIM905 -- a page of words reads better as words

from __future__ import annotations

import math
import re
import unicodedata
from typing import NamedTuple

from netwerk_widgets.locale import Message

STEPS = (25, 36, 46, 58)
"""Bits from which a phrase is 1, 2, 3 and 4."""

_COMMON = frozenset(
    """
    welkom wachtwoord password geheim admin letmein iloveyou qwerty azerty qwertyuiop asdf asdfgh zxcvbn test hallo
    hoi dag doei login inlog toegang nederland holland amsterdam rotterdam utrecht eindhoven groningen ajax feyenoord
    psv oranje voetbal schatje liefde liefje ikhouvanjou zomer winter lente herfst januari februari maart april mei
    juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    mama papa oma opa mam pap kind baby hond kat poes konijn paard daan emma sem lotte lisa sanne thomas bram anna jan
    piet klaas kees linda monique peter johan maria sophie tim max kim lola bella luna charlie werk school kantoor
    thuis huis client cliënt casus netwerk hulp zorg jeugd wijkteam team gemeente welzijn sociaal intervisie zonnetje
    superman batman pokemon dragon master monkey shadow sunshine princess football baseball welcome secret
    """.split()
)
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop")
_LEET = str.maketrans("013457@$!", "oleastasi")


class Strength(NamedTuple):
    """How strong a phrase is (0 to 4), the estimate in bits behind it, and what to say about it."""

    score: int
    bits: int
    message: Message


def strength(passphrase: str) -> Strength:
    """The strength of a pass phrase.

    >>> strength("Welkom2026!").score, strength("vijf natte laarzen dansen zacht").score
    (0, 4)
    """
    text = unicodedata.normalize("NFC", passphrase).strip()
    bits, seen = 0.0, set[str]()
    for run in re.findall(r"[^\W\d_]+|\d+|[\W_]+", text):
        small = run.casefold()
        bits += 1 if small in seen else _bits(run)
        seen.add(small)
    if re.sub(r"[\W\d_]+$", "", text.casefold()).translate(_LEET) in _COMMON or _is_row(text.casefold()):
        bits = min(bits, 14)  # one common word, with the usual signs for letters and something after it
    bits = min(bits, 4 * len(set(text)))
    score = sum(bits >= step for step in STEPS)
    return Strength(score, round(bits), Message(f"casefile.strength.{score}"))


def _bits(run: str) -> float:
    small = run.casefold()
    if _is_row(small) or len(set(small)) == 1:
        return 3 + math.log2(len(small))
    if small.isdigit():
        return 5 if re.fullmatch(r"(19|20)\d\d", small) else 3.3 * len(small)
    if not small[0].isalpha():
        return 4.0 * len(set(run.replace(" ", ""))) + (1 if " " in run else 0)
    capitals = 0 if run == small else 1 if run == run.capitalize() or run.isupper() else len(run) / 2
    if small in _COMMON:
        return 6 + capitals
    return min(4.2 * len(small), 12 + max(0, len(small) - 8) * 0.5) + capitals


def _is_row(text: str) -> bool:
    """Whether it is a stretch of the alphabet, the digits or the keyboard, forwards or backwards."""
    return len(text) >= 3 and any(text in row or text in row[::-1] for row in _ROWS)
