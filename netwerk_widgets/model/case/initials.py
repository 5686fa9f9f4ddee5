"""Initials: all that is ever kept of who works here, sits at the table or wrote a note. Four letters at most, no name."""

from __future__ import annotations

import unicodedata

MOST = 4
"""How many letters (or figures) initials have at most."""


def as_initials(text: str) -> str:
    """Initials out of what was typed, or was kept before there was a limit: the first letter of each word of a name.

    >>> as_initials(" MvdB "), as_initials("A.B."), as_initials("Sofie de Vries"), as_initials("Sofie"), as_initials("--")
    ('MvdB', 'AB', 'SdV', 'S', '')
    """
    words = "".join(
        sign if sign.isalnum() else " " if sign.isspace() else "" for sign in unicodedata.normalize("NFC", text)
    ).split()
    whole = "".join(words)
    return whole if len(whole) <= MOST else "".join(word[0] for word in words)[:MOST]
