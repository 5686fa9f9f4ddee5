"""What the handlers of one run share, such as the preferences, the safe and the lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tornado import web

if TYPE_CHECKING:
    from netwerk_widgets.lab.handlers import Room
    from netwerk_widgets.lab.lock import Lock


class Sharing(web.RequestHandler):
    """A handler that takes as its own what its route shares with it."""

    room: Room
    lock: Lock
    language: Callable[[], str]

    def initialize(self, **shared: Any) -> None:
        """Take what the handlers share."""
        vars(self).update(shared)
