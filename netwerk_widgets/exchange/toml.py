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

CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028-\u202e\u2066-\u2069]")
"""Characters that have no place in a text: they are taken for a space."""


class Unreadable(Exception):  # noqa: N818 -- it is told in the words of whoever reads, not raised to the user
    """A file cannot be read. ``why`` is ``unreadable``, ``too_big`` or ``not_toml``; ``line`` where, for the last."""

    def __init__(self, why: str, line: str = "") -> None:
        self.why = why
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
        found = re.search(r"line (\d+)", str(error))
        line = found[1] if found else str(len(text.splitlines()))  # it speaks of the end of the document
    except RecursionError:
        line = "1"  # brackets in brackets in brackets
    raise Unreadable("not_toml", line)


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


def lines(value: object) -> str:
    """A text whose lines stay lines; empty where it is not a text."""
    if not isinstance(value, str):
        return ""
    return "\n".join(one_line(line) for line in value.splitlines()).strip()


def mapping(value: object) -> Mapping[str, Any]:
    """A table; an empty one where it is something else."""
    return value if isinstance(value, Mapping) else {}
