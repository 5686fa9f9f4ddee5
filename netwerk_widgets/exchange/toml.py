"""Files that a trainer writes in TOML: read without failing, and a file's name made an id.

A file is counted before it is parsed: Python's parser needs a thousand times as much for some small files as for what
anybody would write (a key of ten thousand parts, a hundred thousand commas).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.storage import strangers as outside

LARGEST = 250_000
"""How many bytes a file of content may have."""

MOST_PIECES = 40_000
"""How many keys, values, signs and lines it may have."""

DEEPEST = 8
"""How many parts a key may have (``a.b.c`` has three), and how many brackets may stand in each other."""

LONGEST = 200
"""How many letters a word without quotation marks may have: a number, or the part of a key."""

# What TOML is made of, without its meaning. The repeats are possessive and a text may end with the line or the file, as the
# parser stops there, so that no text makes the search begin anew.
_PIECE = re.compile(
    r'''"""(?:[^"\\]++|\\.?+|"(?!""))*+(?:"{3,5}+|\Z)|\'\'\'(?:[^']++|'(?!''))*+(?:'{3,5}+|\Z)'''
    r"""|"(?:[^"\\\n]++|\\.?+)*+(?:"|\Z)?|'[^'\n]*+'?|\#[^\n]*+|[^\s"'\#\[\]{}.,=]++|[\[\]{}.,=\n]""",
    re.DOTALL,
)

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Characters that are not to be seen, or turn a text round: they are taken for a space."""


class Unreadable(Exception):  # noqa: N818 -- it is told in the words of whoever reads, not raised to the user
    """A file cannot be read. ``why`` is ``unreadable``, ``too_big`` or ``not_toml``; ``line`` where, for the last.

    ``twice`` is what stands in it twice, where that is why it is no TOML.
    """

    def __init__(self, why: str, line: str = "", twice: str = "") -> None:
        self.why = why
        self.twice = twice
        self.words = {"line": line} if line else {}
        super().__init__(why)


def load(file: Path) -> Mapping[str, Any]:
    """What stands in a TOML file.

    Raises:
        Unreadable: it is not there, no regular file, too big, not text, not TOML, or nothing that anybody would write.
    """
    try:
        text = outside.read(file, LARGEST).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except outside.TooBig:
        raise Unreadable("too_big") from None
    except (OSError, ValueError):
        raise Unreadable("unreadable") from None
    _count(text)
    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError is one; a number of thousands of digits is another
        raise _no_toml(text, str(error)) from None


def _count(text: str) -> None:
    """See that a text is one that somebody may have written.

    Raises:
        Unreadable: a key with too many parts, brackets too deep, a word too long, or too much in all.
    """
    depth, parts, before = 0, 0, ""
    for number, found in enumerate(_PIECE.finditer(text)):
        piece = found[0]
        depth = max(0, depth + (piece in "[{") - (piece in "]}"))
        parts = parts + 1 if piece == "." else parts if before == "." else 1
        before = piece
        if number > MOST_PIECES:
            raise Unreadable("too_big")
        if max(depth, parts) > DEEPEST or (len(piece) > LONGEST and piece[0] not in "\"'#"):
            raise Unreadable("not_toml", str(text.count("\n", 0, found.start()) + 1))


def _no_toml(text: str, error: str) -> Unreadable:
    """Where a text is no TOML, as far as tomllib tells, and whether something stands in it twice."""
    rows = text.splitlines()
    found = re.search(r"line (\d+)", error)
    line = int(found[1]) if found else len(rows)  # otherwise it speaks of the end of the document
    same = re.search("Cannot (declare|overwrite|redefine)|Duplicate", error) and 0 < line <= len(rows)
    return Unreadable("not_toml", str(line), plain(rows[line - 1].split("=")[0].strip(" []")) if same else "")


def slug(stem: str) -> str:
    """A file's name as an id: small letters, digits and underscores.

    >>> slug("Onze Buurt"), slug("2 straten")
    ('onze_buurt', 'k_2_straten')
    """
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:30]
    return found if found[:1].isalpha() else f"k_{found}"


def one_line(value: object) -> str:
    """A text on one line; empty where it is not a text."""
    return " ".join(CONTROL.sub(" ", value).split()) if isinstance(value, str) else ""


def plain(text: object, most: int = 40) -> str:
    """A name out of a file as it may stand in a sentence: on one line, read one way, and not too long."""
    return one_line(str(text))[:most]


def lines(value: object) -> str:
    """A text whose lines stay lines; empty where it is not a text."""
    if not isinstance(value, str):
        return ""
    return "\n".join(one_line(line) for line in value.splitlines()).strip()


def mapping(value: object) -> Mapping[str, Any]:
    """A table; an empty one where it is something else."""
    return value if isinstance(value, Mapping) else {}
