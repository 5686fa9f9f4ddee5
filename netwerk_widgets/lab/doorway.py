"""The waiting page: one small web server that stands within a second, on this computer only.

JupyterLab takes seconds to load. Until then this door shows the title and the privacy notice; after that it hands
its listening socket to JupyterLab, so the address stays the same and no request is lost in between. The page
exchanges the token for a cookie and goes on, so the token is gone from the address bar at once.
"""

from __future__ import annotations

import html
import json
import secrets
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from string import Template

from netwerk_widgets.locale import Message

HOST = "127.0.0.1"
_TEXTS = ("title", "starting", "nofile", "local", "practice", "script")
_SPOKEN = ("closed", "stopped")


class Doorway:
    """A waiting page on a free port, until :meth:`hand_over`.

    Args:
        language: ``nl`` or ``en``.

    Raises:
        OSError: no socket can be opened on this computer.

    Example:
        >>> door = Doorway("nl")  # doctest: +SKIP
        >>> door.url  # doctest: +SKIP
        'http://127.0.0.1:40213/?token=...'
    """

    def __init__(self, language: str) -> None:
        self.token = secrets.token_urlsafe(24)
        self._server = _Server((HOST, 0), _Handler)
        self._server.language = language
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True, name="doorway")
        self._thread.start()

    @property
    def url(self) -> str:
        """The address to open in a browser."""
        return f"http://{HOST}:{self.port}/?token={self.token}"

    def hand_over(self) -> socket.socket:
        """Stop answering and give the listening socket away; who comes meanwhile waits in its queue."""
        self._server.shutdown()
        self._thread.join()
        # Connections inherit this: else a small message waits up to 40 ms until the one before was acknowledged.
        self._server.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._server.socket.setblocking(False)  # noqa: FBT003 -- the standard library's signature
        return self._server.socket


def render(page: str, language: str, nonce: str) -> bytes:
    """One of the own pages (``waiting`` or ``closed``) in a language, as UTF-8."""
    source = resources.files(__package__).joinpath("pages", f"{page}.html").read_text(encoding="utf-8")
    gaps = {name: html.escape(Message(f"lab.waiting.{name}").text(language)) for name in _TEXTS}
    for name in _SPOKEN:
        text = Message(f"lab.waiting.{name}").text(language)
        gaps[name] = html.escape(text) if page == "closed" else json.dumps(text).replace("<", "\\u003c")
    return Template(source).substitute(gaps, lang=language, nonce=nonce).encode()


def policy(nonce: str) -> str:
    """The content security policy of the own pages: nothing from elsewhere, no script but the one inside."""
    return (
        f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    language = "nl"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away before its answer came is no news for the terminal."""


class _Handler(BaseHTTPRequestHandler):
    """Shows the page, and says "not yet" to the page that asks to go in."""

    server: _Server

    def do_GET(self) -> None:
        """The waiting page, whatever the address: it may be a tab that was left open."""
        nonce = secrets.token_urlsafe(12)
        self._answer(200, "text/html; charset=utf-8", render("waiting", self.server.language, nonce), nonce)

    def do_POST(self) -> None:
        """The page asks whether it may go on: not before JupyterLab has taken this place."""
        self._answer(202, "application/json", b"{}", "")

    def _answer(self, status: int, kind: str, body: bytes, nonce: str) -> None:
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in (HOST, "localhost"):
            status, body = 403, b""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Security-Policy", policy(nonce))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the standard library's name
        """Say nothing: the terminal is for the user."""
