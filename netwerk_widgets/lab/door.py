"""The door of a locked workbook: a small page without JupyterLab, and the two acts on it.

Addresses:
    GET  /netwerk/lock      the door, which every window shows while the screen is locked
    POST /netwerk/lock      lock now
    POST /netwerk/unlock    ``{"how": "phrase" | "known" | "without", "phrase": "...", "own": "..."}``
"""

from __future__ import annotations

import html
import json
import secrets
from collections.abc import Callable
from dataclasses import asdict
from importlib import resources
from string import Template
from typing import Any

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from tornado import web

from netwerk_widgets.lab.lock import DOOR, Lock
from netwerk_widgets.lab.reopening import HOWS, Given, Wanted, Wrong
from netwerk_widgets.lab.sharing import Sharing
from netwerk_widgets.lab.waiting import policy
from netwerk_widgets.locale import Message

MAX_BYTES = 4096
_TEXTS = (
    *("lock.title", "lock.own", "lock.own.hint", "lock.show", "lock.go", "lock.known"),
    *("lock.without", "lock.without.hint", "lock.stopped", "lock.script"),
)


def routes(lock: Lock, language: Callable[[], str]) -> list[tuple[str, type[web.RequestHandler], dict[str, Any]]]:
    """These handlers, for tornado."""
    shared = {"lock": lock, "language": language}
    return [(DOOR, LockHandler, shared), (r"/netwerk/unlock", UnlockHandler, shared)]


def page(wanted: Wanted, language: str, nonce: str, *, asked: bool, xsrf: str) -> bytes:
    """The door, in a language: what it asks for, and why it is shut."""
    gaps = {key.partition(".")[2].replace(".", "_"): Message(key).text(language) for key in _TEXTS}
    for name in ("case", "practice"):
        gaps[name] = Message(f"lock.{name}", {"code": wanted.code}).text(language)
    gaps["why"] = Message("lock.why.asked" if asked else "lock.why.quiet").text(language)
    facts = asdict(wanted) | {"xsrf": xsrf, "stopped": gaps["stopped"]}
    data = json.dumps(facts).replace("<", "\\u003c")
    source = resources.files(__package__).joinpath("pages", "locked.html").read_text(encoding="utf-8")
    texts = {name: html.escape(text) for name, text in gaps.items()}
    return Template(source).substitute(texts, lang=language, nonce=nonce, facts=data).encode()


class LockHandler(Sharing, JupyterHandler):
    """Shows the door, and locks."""

    @web.authenticated
    def get(self) -> None:
        """The door; never kept by the browser."""
        nonce, host = secrets.token_urlsafe(12), self.request.host
        lines = policy(nonce).replace("connect-src 'self'", f"connect-src 'self' ws://{host}")
        self.set_header("Content-Security-Policy", lines)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "no-referrer")
        xsrf = self.xsrf_token.decode()
        self.finish(page(self.lock.wanted(), self.language(), nonce, asked=self.lock.asked, xsrf=xsrf))

    @web.authenticated
    async def post(self) -> None:
        """Lock now; answered when it is done."""
        await self.lock.lock()
        self.finish({"state": self.lock.state})


class UnlockHandler(Sharing, APIHandler):
    """Opens for all windows."""

    @web.authenticated
    async def post(self) -> None:
        """Open; or say in a sentence which phrase does not fit."""
        given = read(self.request.body)
        if given is None:
            raise web.HTTPError(400)
        try:
            await self.lock.unlock(given)
        except Wrong as error:
            self.set_status(403)
            self.finish({"where": error.where, "message": error.message.text(self.language())})
        else:
            self.finish({"state": self.lock.state})


def read(body: bytes) -> Given | None:
    """What somebody gave at the door; None where it is nothing that one can give.

    >>> read(b'{"how": "without"}')
    Given(how='without', phrase='', own='')
    >>> read(b'{"how": "force"}')
    """
    try:
        found = json.loads(body) if len(body) <= MAX_BYTES else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or set(found) - {"how", "phrase", "own"}:
        return None
    given: dict[str, Any] = {"how": "phrase", "phrase": "", "own": ""} | found
    if given["how"] not in HOWS or not all(isinstance(given[name], str) for name in ("phrase", "own")):
        return None
    return Given(how=given["how"], phrase=given["phrase"], own=given["own"])
