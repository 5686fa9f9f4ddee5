"""What a pyvis network can ask for that the canvas cannot do, refused by name."""

from __future__ import annotations

import json
from typing import Any

from netwerk_widgets.model.errors import NetwerkError

_SHORT = 40


class CanvasError(NetwerkError):
    """The network stays as it is; the sentence names what is not supported."""

    @classmethod
    def unsupported(cls, option: str, *value: Any) -> CanvasError:
        """The refusal of an option, or of a value of it: ``options.nodes.shape=image``."""
        return cls("canvas.error.unsupported", option="=".join([option, *map(_shortly, value)]))


def _shortly(value: Any) -> str:
    try:
        text = value if isinstance(value, str) else json.dumps(value)
    except (TypeError, ValueError, RecursionError):
        text = type(value).__name__
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
