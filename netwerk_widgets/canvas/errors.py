"""What a pyvis network can ask for that the canvas cannot do, refused by name."""

from __future__ import annotations

from netwerk_widgets.model.errors import NetwerkError


class CanvasError(NetwerkError):
    """The network stays as it is; the sentence names what is not supported."""
