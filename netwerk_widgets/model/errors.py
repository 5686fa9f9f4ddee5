"""What can go wrong, as one tree; every error carries a sentence that a user can read.

- :class:`NetwerkError`

  - :class:`EditError`: this edit cannot be done; nothing has changed
  - ``CaseFileError``: something is the matter with the file (casefile/errors)
  - ``ExchangeError``: another program's file cannot be read (exchange/errors)
  - ``CanvasError``: a pyvis network asks for what the canvas cannot do (canvas)
"""

from __future__ import annotations

from typing import Any

from netwerk_widgets.locale import Message


class NetwerkError(Exception):
    """An error with a sentence for the user: what happened, what is safe, what to do."""

    def __init__(self, key: str, **params: Any) -> None:
        self.message = Message(key, params)
        super().__init__(key)

    def __str__(self) -> str:
        return self.message.text()


class EditError(NetwerkError):
    """An edit that cannot be done. The case is as it was."""
