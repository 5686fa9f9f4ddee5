"""Warns on what looks like a detail that tells who somebody is and has no place in a case.

It looks at shape alone: it may see a number where there is none, and it does not see every name. So it warns and
never refuses. A BSN is recognised by the 11-proof of Dutch law (Besluit burgerservicenummer).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from re import Pattern

from netwerk_widgets.locale import Message

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|oct|nov|dec"
)
_GAP = r"[ \-.]?"

_PATTERNS: Mapping[str, Pattern[str]] = {
    "bsn": re.compile(rf"(?<![0-9+]){'[0-9]' + rf'(?:{_GAP}[0-9]){{7,8}}'}(?![0-9])"),
    "birth": re.compile(
        r"(?<![0-9])(?:[0-3]?[0-9][-/. ][01]?[0-9][-/. ](?:19|20)[0-9]{2}"
        r"|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]"
        rf"|[0-3]?[0-9]\.? (?:{_MONTHS})\.? (?:19|20)?[0-9]{{2}})(?![0-9])"
        r"|\b(?:geb\.?|geboren(?: op)?|geboortedatum|born(?: on)?|date of birth)[ :]{1,3}[0-9]",
        re.IGNORECASE,
    ),
    "postcode": re.compile(
        r"(?<![0-9])[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z0-9])|(?<![0-9])[1-9][0-9]{3}[a-z]{2}(?!\w)"
    ),
    "phone": re.compile(
        rf"(?<![0-9])(?:(?:\+|00)31{_GAP}(?:\(0\){_GAP})?|\(?0)[1-9](?:[ \-.)]{{0,2}}[0-9]){{8}}(?![0-9])"
        rf"|(?<![0-9])\+[1-9](?:{_GAP}[0-9]){{8,13}}(?![0-9])"
    ),
    "email": re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"),
}


def warnings(text: str) -> tuple[Message, ...]:
    """What in this text looks like a BSN, a date of birth, a postcode, a phone number or an e-mail address.

    Each kind is told once, however often it occurs, and never repeats what it found.

    >>> [message.key for message in warnings("bel tante op 06-12345678")]
    ['privacy.phone']
    """
    found = (kind for kind, pattern in _PATTERNS.items() if any(map(_PROOFS.get(kind, bool), pattern.findall(text))))
    return tuple(Message(f"privacy.{kind}") for kind in found)


def is_bsn(digits: str) -> bool:
    """Whether these digits pass the 11-proof of a BSN; eight digits are read with a nought before them.

    >>> is_bsn("111222333"), is_bsn("111222334")
    (True, False)
    """
    figures = [int(figure) for figure in digits.rjust(9, "0") if figure in "0123456789"]
    if len(figures) != 9 or not any(figures):
        return False
    return sum(weight * figure for weight, figure in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), figures, strict=True)) % 11 == 0


_PROOFS: Mapping[str, Callable[[str], bool]] = {"bsn": lambda found: is_bsn(re.sub(r"[^0-9]", "", found))}
