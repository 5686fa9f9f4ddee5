"""Declares what a field of an entity may hold, and reads a JSON object strictly by that declaration.

An entity is a frozen dataclass whose every field says in its metadata how a value from outside is
checked; :func:`read` refuses what is unknown, too long or of another type.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from netwerk_widgets.model.case.initials import MOST, as_initials
from netwerk_widgets.model.case.letters import clean
from netwerk_widgets.model.errors import EditError

T = TypeVar("T")
Check = Callable[[Any], Any]

IDENTIFIER = re.compile(r"[a-z][a-z0-9]{0,31}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")


def text(limit: int = 200, *, lines: bool = False) -> Any:
    """A text of at most ``limit`` characters, on one line unless it may have several (:func:`.letters.clean`).

    What cannot be seen, or would turn the text round, is taken out. So are halves of surrogate pairs: they have no
    UTF-8 form, and no file could hold them.
    """

    def check(value: Any) -> str:
        if not isinstance(value, str):
            raise TypeError
        found = clean(value, lines=lines)
        if len(found) > limit:
            raise EditError("model.error.too_long", limit=limit)
        return found

    return dataclasses.field(default="", metadata={"check": check, "limit": limit})


def initials() -> Any:
    """Whose it is, by initials; what is longer, as files of before may hold, is cut to them."""
    clean = text(60).metadata["check"]
    return dataclasses.field(default="", metadata={"check": lambda value: as_initials(clean(value)), "limit": MOST})


def flag(default: bool = False) -> Any:  # noqa: FBT001, FBT002 -- reads as flag(True) in a declaration
    """Yes or no."""

    def check(value: Any) -> bool:
        if not isinstance(value, bool):
            raise TypeError
        return value

    return dataclasses.field(default=default, metadata={"check": check})


def choice(options: Sequence[Any], default: Any) -> Any:
    """One of a fixed row of values."""

    def check(value: Any) -> Any:
        if isinstance(value, bool) or value not in options:
            raise TypeError
        return options[options.index(value)]  # 1.0 equals 1, and is written as 1

    return dataclasses.field(default=default, metadata={"check": check})


def number(low: float, high: float, default: float | None = None, *, whole: bool = False) -> Any:
    """A number between two bounds, ends included; ``None`` where the default is ``None``."""

    def check(value: Any) -> float | int | None:
        if value is None and default is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
            raise TypeError  # not a number, NaN and infinity are between no bounds
        if whole and value != int(value):
            raise TypeError
        return int(value) if whole else round(float(value), 2)

    return dataclasses.field(default=default, metadata={"check": check, "range": (low, high)})


def reference(*, optional: bool = False) -> Any:
    """The id of another entity; that it exists is for the edit to check."""

    def check(value: Any) -> str:
        if optional and value == "":
            return ""
        return identifier(value)

    return dataclasses.field(default="", metadata={"check": check, "needed": not optional})


def mapping(keys: Sequence[str], values: Sequence[str]) -> Any:
    """A small table from fixed keys to fixed values, kept as a sorted tuple so that it is hashable."""

    def check(value: Any) -> tuple[tuple[str, str], ...]:
        pairs = value.items() if isinstance(value, Mapping) else value
        table = dict(pairs)
        if not set(table) <= set(keys) or not set(table.values()) <= set(values):
            raise TypeError
        return tuple((key, table[key]) for key in keys if key in table)

    return dataclasses.field(default=(), metadata={"check": check})


def words(limit: int = 200) -> Any:
    """Ids of something chosen, by spaces, each once: small letters, digits and underscores."""

    def check(value: Any) -> str:
        if not isinstance(value, str):
            raise TypeError
        found = list(dict.fromkeys(value.split()))
        if len(value) > limit or not all(map(_NAME.fullmatch, found)):
            raise TypeError
        return " ".join(found)

    return dataclasses.field(default="", metadata={"check": check, "limit": limit})


def table(most: int, limit: int) -> Any:
    """A small table from names to texts of at most ``limit`` characters, as a sorted tuple so that it is hashable.

    An empty text is kept: in a change it says that what stood there goes (:func:`merged`).
    """
    read_text = text(limit, lines=True).metadata["check"]

    def check(value: Any) -> tuple[tuple[str, str], ...]:
        rows = dict(value.items() if isinstance(value, Mapping) else value)
        if len(rows) > most or not all(isinstance(name, str) and _NAME.fullmatch(name) for name in rows):
            raise TypeError
        return tuple((name, read_text(rows[name])) for name in sorted(rows))

    return dataclasses.field(default=(), metadata={"check": check, "limit": limit})


def merged(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """A table with these texts put in, and those that are empty taken out.

    >>> merged((("fear", "nee"), ("likely", "ja")), (("fear", ""), ("message", "hoi")))
    (('likely', 'ja'), ('message', 'hoi'))
    """
    rows = dict(old) | dict(new)
    return tuple((name, rows[name]) for name in sorted(rows) if rows[name])


def identifier(value: Any) -> str:
    """An id: a small letter, then small letters and digits, 32 at most."""
    if not isinstance(value, str) or not IDENTIFIER.fullmatch(value):
        raise EditError("model.error.bad_value", field="id")
    return value


@lru_cache(maxsize=64)
def checks(entity: type) -> Mapping[str, Check]:
    """The checks of an entity's fields, by name (the id apart)."""
    return {f.name: f.metadata["check"] for f in dataclasses.fields(entity) if "check" in f.metadata}


def most(entity: type, name: str) -> int:
    """How many characters a text of an entity may have."""
    return next(int(spec.metadata["limit"]) for spec in dataclasses.fields(entity) if spec.name == name)


def read(entity: type, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values from outside, checked by the entity's declaration.

    Raises:
        EditError: an unknown field, or a value that the field cannot hold.
    """
    if not isinstance(values, Mapping):
        raise EditError("model.error.bad_value", field="fields")
    known = checks(entity)
    result = {}
    for name, value in values.items():
        if name not in known:
            raise EditError("model.error.unknown_field", field=str(name)[:40])
        try:
            result[name] = known[name](value)
        except (TypeError, ValueError, AttributeError):
            raise EditError("model.error.bad_value", field=name) from None
    return result
