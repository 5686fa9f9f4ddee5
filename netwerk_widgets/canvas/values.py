"""Reads single values of options: what type, in which range. What cannot be drawn as asked is refused by name.

A reader takes a value and the path to it (``options.nodes.size``) and gives the value for the page.

>>> number(0)(25, "size")
25
>>> number(0)("25", "size")
Traceback (most recent call last):
netwerk_widgets.canvas.errors.CanvasError: ...
"""

from __future__ import annotations

import math
import numbers
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from netwerk_widgets.canvas.errors import CanvasError

Reader: TypeAlias = Callable[[Any, str], Any]

MOST = 1e6
"""No place and no size is larger, in canvas units."""

_FACE = re.compile(r"[\w '\"-]+(?:,[\w '\"-]+)*")
_ARROWS = re.compile(r"(?:\b(?:to|from|middle)\b|[\s,;])*", re.IGNORECASE)
# Of a title the page shows the letters. Where pyvis would make more of it (it takes any "href" for HTML), or where
# it brings something along from elsewhere, showing the letters would be something other than asked.
_HTML = re.compile(
    r"href|src\s*=|url\(|<\s*/?\s*(?:a|img|script|iframe|link|object|embed|svg|style|video|audio)\b", re.IGNORECASE
)


def real(value: Any) -> float | int | None:
    """The number that this is, of whatever library; None for what is no number, or not a finite one."""
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        return None
    if isinstance(value, numbers.Integral):
        return int(value)
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def number(least: float = -MOST, most: float = MOST) -> Reader:
    """Reads a number from the one to the other."""

    def read(value: Any, path: str) -> Any:
        found = real(value)
        if found is None or not least <= found <= most:
            raise CanvasError.unsupported(path, value)
        return found

    return read


def parsed(value: Any, path: str) -> Any:
    """Reads a number that may be written as text, where vis-network reads it so too (places and values)."""
    try:
        return number()(float(value) if isinstance(value, str) else value, path)
    except ValueError:
        raise CanvasError.unsupported(path, value) from None


def flag(value: Any, path: str) -> Any:
    """Reads true or false."""
    if not isinstance(value, bool):
        raise CanvasError.unsupported(path, value)
    return value


def one_of(*words: Any) -> Reader:
    """Reads one of these."""

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, (str, bool)) or value not in words:
            raise CanvasError.unsupported(path, value)
        return value

    return read


def never(_value: Any, path: str) -> Any:
    """Refuses the option, whatever it says."""
    raise CanvasError.unsupported(path)


def matching(pattern: re.Pattern[str]) -> Reader:
    """Reads a text of this form, up to 200 signs."""

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, str) or len(value) > 200 or not pattern.fullmatch(value):
            raise CanvasError.unsupported(path, value)
        return value

    return read


one_word = matching(re.compile(r".*", re.DOTALL))
face = matching(_FACE)
arrows = matching(_ARROWS)


def words(value: Any, path: str) -> Any:
    """Reads a label: a text, or a number, which is its own word."""
    if isinstance(value, str):
        return value
    found = real(value)
    if found is None:
        raise CanvasError.unsupported(path, value)
    return str(int(found) if found == int(found) else found)


def title(value: Any, path: str) -> Any:
    """Reads what appears under the mouse: letters, no HTML with addresses in it."""
    text = words(value, path)
    if _HTML.search(text):
        raise CanvasError.unsupported(path, text)
    return text


def dashes(value: Any, path: str) -> Any:
    """Reads whether a line is dashed, or the lengths of dashes and gaps."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, (list, tuple)) or not 1 <= len(value) <= 20:
        raise CanvasError.unsupported(path, value)
    return [number(0)(length, path) for length in value]


def either(*readers: Reader) -> Reader:
    """Reads what one of these reads; a group of options is given last, and says itself which of them it refuses."""

    def read(value: Any, path: str) -> Any:
        if isinstance(value, Mapping):
            return readers[-1](value, path)
        for reader in readers:
            try:
                return reader(value, path)
            except CanvasError:
                continue
        raise CanvasError.unsupported(path, value)

    return read


def group(known: Mapping[str, Reader], *, others: Reader | None = None) -> Reader:
    """Reads options by name, each by its own reader; what is None was not asked."""

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, Mapping):
            raise CanvasError.unsupported(path, value)
        found = {}
        for name, one in value.items():
            where = f"{path}.{name}"
            reader = known.get(name, others) if isinstance(name, str) and name != "__proto__" else None
            if reader is None:
                raise CanvasError.unsupported(where)
            if one is not None:
                found[name] = reader(one, where)
        return found

    return read
