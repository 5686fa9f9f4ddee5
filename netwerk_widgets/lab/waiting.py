"""The waiting page: one small web server that stands within a second, on this computer only.

JupyterLab takes seconds to load. Until then this door shows the title and the privacy notice; after that it hands
its listening socket to JupyterLab, so the address stays the same and no request is lost in between. Whoever comes with
the code or the token gets the cookie and goes on without them in the address (see admission); JupyterLab knows the
same cookie.
"""

from __future__ import annotations

import html
import json
import secrets
import socket
import threading
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from string import Template
from typing import Literal

from netwerk_widgets.lab.admission import ATTRIBUTES, Admission, query
from netwerk_widgets.lab.errors import LabError
from netwerk_widgets.locale import Message

HOST = "127.0.0.1"
_TEXTS = ("title", "starting", "nofile", "local", "practice", "script")
_SPOKEN = ("closed", "stopped")
Why = Literal["closed", "spent"]
"""Why somebody does not get in: without the address of this run, or with a code that opens nothing any more."""


class Doorway:
    """A waiting page on a free port, until :meth:`hand_over`.

    Args:
        language: ``nl`` or ``en``.

    Raises:
        OSError: no socket can be opened on this computer.
        LabError: no thread can be started here (in a browser, or where a user has none left).

    Example:
        >>> door = Doorway("nl")  # doctest: +SKIP
        >>> door.url  # doctest: +SKIP
        'http://127.0.0.1:40213/?token=...'
    """

    def __init__(self, language: str) -> None:
        self.admission = Admission()
        self._server = _Server((HOST, 0), _Handler)
        self._server.language, self._server.admission = language, self.admission
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True, name="doorway")
        try:
            self._thread.start()
        except RuntimeError:
            self._server.server_close()
            raise LabError("lab.error.threads") from None

    @property
    def url(self) -> str:
        """The address for the user's own eyes; it opens as often as they like."""
        return f"http://{HOST}:{self.port}/?token={self.admission.token}"

    @property
    def once(self) -> str:
        """The address to start a browser with, where others may read it; it opens once."""
        return f"http://{HOST}:{self.port}/?code={self.admission.code}"

    def hand_over(self) -> socket.socket:
        """Stop answering and give the listening socket away; who comes meanwhile waits in its queue."""
        self._server.shutdown()
        self._thread.join()
        # Connections inherit this: else a small message waits up to 40 ms until the one before was acknowledged.
        self._server.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._server.socket.setblocking(False)  # noqa: FBT003 -- the standard library's signature
        return self._server.socket


def render(page: str, language: str, nonce: str, why: Why = "closed") -> bytes:
    """One of the own pages (``waiting`` or ``closed``) in a language, as UTF-8."""
    source = resources.files(__package__).joinpath("pages", f"{page}.html").read_text(encoding="utf-8")
    gaps = {name: html.escape(Message(f"lab.waiting.{name}").text(language)) for name in (*_TEXTS, why)}
    gaps["why"] = gaps[why]
    for name in _SPOKEN:
        gaps[f"say_{name}"] = json.dumps(Message(f"lab.waiting.{name}").text(language)).replace("<", "\\u003c")
    return Template(source).substitute(gaps, lang=language, nonce=nonce).encode()


def cookie_name(port: int) -> str:
    """What the cookie is called: a browser keeps one jar for all ports of a computer."""
    return f"netwerk-{port}"


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
    admission: Admission

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away before its answer came is no news for the terminal."""


class _Handler(BaseHTTPRequestHandler):
    """Shows the page, and says "not yet" to the page that asks to go in."""

    server: _Server

    def do_GET(self) -> None:
        """The waiting page, whatever the address: it may be a tab that was left open."""
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in (HOST, "localhost"):
            self._answer(403)
        elif self.server.admission.opens(self.path):
            cookie = f"{self._cookie}={self.server.admission.cookie}; {ATTRIBUTES}"
            self._answer(303, headers={"Location": "/", "Set-Cookie": cookie})
        elif "code" in query(self.path) and not self._known():
            self._show(403, "closed")
        else:
            self._show(200, "waiting")

    def do_POST(self) -> None:
        """The page asks whether it may go on: not before JupyterLab has taken this place."""
        self._answer(202, b"{}", {"Content-Type": "application/json"})

    @property
    def _cookie(self) -> str:
        return cookie_name(self.server.server_address[1])

    def _known(self) -> bool:
        try:
            found = SimpleCookie(self.headers.get("Cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return found is not None and self.server.admission.fits(found.value)

    def _show(self, status: int, page: str) -> None:
        nonce = secrets.token_urlsafe(12)
        body = render(page, self.server.language, nonce, "spent")
        self._answer(
            status, body, {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy(nonce)}
        )

    def _answer(self, status: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        always = {"Content-Length": str(len(body)), "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
        for name, value in {**always, **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the standard library's name
        """Say nothing: the terminal is for the user."""
