"""What the server tells every open window by itself, and how it hears that somebody is there.

One line (a web socket) per window: a browser allows only six lasting requests to an address over all its tabs, and
hundreds of these. On it go down ``{"state": "open" | "covered" | "locking" | "locked", ...}`` and ``{"prefs": {...}}``;
up come two words: ``alive`` (somebody did something there) and ``how`` (how do things stand?). The line ends with the window or the server, and the window draws a new one.

Address:
    /netwerk/events    the line; with ``?door=1`` for a window that is locked
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.base.websocket import WebSocketMixin
from tornado import web
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from netwerk_widgets.lab.state import State

ALIVE, HOW = "alive", "how"


class Windows:
    """The lines to all windows that are open now.

    Attributes:
        greeting: what a window is told when it comes.
        heard: called when somebody did something in a window.
    """

    def __init__(self) -> None:
        self.greeting: Callable[[], dict[str, Any]] = dict
        self.heard: Callable[[], None] = lambda: None
        self._lines: set[EventsHandler] = set()

    @property
    def working(self) -> int:
        """How many windows show the workbook, and not the lock."""
        return sum(not line.door for line in self._lines)

    def tell(self, news: dict[str, Any]) -> None:
        """Tell every window."""
        for line in tuple(self._lines):
            line.tell(news)

    def add(self, line: EventsHandler) -> None:
        """A window came."""
        self._lines.add(line)
        line.tell(self.greeting())

    def remove(self, line: EventsHandler) -> None:
        """A window went."""
        self._lines.discard(line)


class EventsHandler(WebSocketMixin, WebSocketHandler, JupyterHandler):
    """One window's line; only with the cookie of this run, and only for a page of this server."""

    def initialize(self, windows: Windows) -> None:
        """Take what the lines share."""
        self.windows = windows
        self.door = self.get_query_argument("door", "") == "1"

    def set_default_headers(self) -> None:
        """None: this is not a page."""

    def get_compression_options(self) -> None:
        """No compression: the messages are short."""

    async def get(self, *args: Any, **kwargs: Any) -> None:
        """Begin the line, for whoever is known.

        Raises:
            HTTPError: 403, for whoever is not.
        """
        if not self.current_user:
            raise web.HTTPError(403)
        await super().get(*args, **kwargs)

    def open(self, *args: Any, **kwargs: Any) -> None:
        """The window is told how things stand."""
        super().open(*args, **kwargs)
        self.set_nodelay(True)
        self.windows.add(self)

    def on_message(self, message: str | bytes) -> None:
        """One of the two words; whatever else is said ends the line."""
        if message == HOW:
            self.tell(self.windows.greeting())
        elif message != ALIVE:
            self.close(1003)
        elif not self.door:
            self.windows.heard()

    def on_close(self) -> None:
        """The window is gone."""
        self.windows.remove(self)

    def tell(self, news: dict[str, Any]) -> None:
        """Tell this window; one that is just going hears nothing."""
        with contextlib.suppress(WebSocketClosedError):
            self.write_message(json.dumps(news)).add_done_callback(asyncio.Future.exception)


class News:
    """What changed in the preferences on disk, by this program or by another one on the same data folder.

    That the client looks along is passed on when it begins. Where it ends, every window goes on hiding what is not for
    the client until that is said in the window itself: another screen may still be turned towards them.

    >>> import tempfile
    >>> from pathlib import Path
    >>> state = State(Path(tempfile.mkdtemp()) / "voorkeuren.json")
    >>> news = News(state)
    >>> kept = state.merge({"hideNames": True, "last": "00_start"})
    >>> news.look(), news.look()
    ({'hideNames': True}, {})
    """

    SHARED = ("lang", "hideNames", "singleKeys", "labelSize", "size", "tags", "together")

    def __init__(self, state: State) -> None:
        self._state = state
        self._stamp = state.stamp()
        self._known = state.read()

    def look(self) -> dict[str, Any]:
        """What is other than at the last look; cheap where nothing is."""
        stamp = self._state.stamp()
        if stamp == self._stamp:
            return {}
        self._stamp, before, self._known = stamp, self._known, self._state.read()
        changed = {name: self._known[name] for name in self.SHARED if name in self._known}
        return {name: value for name, value in changed.items() if value != before.get(name) and _told(name, value)}


def _told(name: str, value: object) -> bool:
    return name != "together" or value is True
