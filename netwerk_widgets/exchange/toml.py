"""Files that a trainer writes in TOML: read without failing, and a file's name made an id."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LARGEST = 1_000_000
"""How many bytes a file of content may have."""

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
        Unreadable: it is not there, too big, not text or not TOML.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise Unreadable("too_big")
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        raise Unreadable("unreadable") from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(text, str(error)) from None
    except RecursionError:  # brackets in brackets in brackets
        raise Unreadable("not_toml", "1") from None


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
