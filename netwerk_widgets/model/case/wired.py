"""How a declaration of the model is told to the page: its fields as JSON, some of them under a shorter name.

A dataclass says so in ``WIRE``: what a field is called there, "" where it stays away, and which properties are told too.
The page's types are made from the same (``netwerk_widgets.contract``).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any


def told(entity: type) -> dict[str, str]:
    """The fields of a dataclass of which the page is told, each with its name there."""
    names = {spec.name: spec.name for spec in dataclasses.fields(entity)} | getattr(entity, "WIRE", {})
    return {name: called for name, called in names.items() if called}


def wired(value: Any) -> dict[str, Any]:
    """A dataclass as a JSON object."""
    return {called: _plain(getattr(value, name)) for name, called in told(type(value)).items()}


def _plain(value: Any) -> Any:
    if hasattr(value, "wire"):
        return value.wire()
    if dataclasses.is_dataclass(value):
        return wired(value)
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
