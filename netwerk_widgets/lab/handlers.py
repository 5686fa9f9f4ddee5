"""The addresses that the server adds to JupyterLab's.

Addresses:
    /                 the way in with the token or the one-time code of this run; goes on without it in the address
    /netwerk/enter    the waiting page asks whether it may go on
    /netwerk/state    what the page remembers (see state)
    /netwerk/workbooks  which workbooks there are to go to (see workbooks)
    /netwerk/draft    what is typed and not in history yet (see typed)
    /netwerk/vault    keys of unlocked cases, for the kernels of this server only (see vault)
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from tornado import web

from netwerk_widgets.casefile.library.vault import Safe
from netwerk_widgets.lab.admission import Admission
from netwerk_widgets.lab.drafts import DraftHandler, Typed
from netwerk_widgets.lab.errors import StateError
from netwerk_widgets.lab.sharing import Sharing
from netwerk_widgets.lab.state import MAX_BYTES, State
from netwerk_widgets.lab.waiting import Why, policy, render
from netwerk_widgets.locale import Message
from netwerk_widgets.model.errors import NetwerkError

USER = User("netwerk")


@dataclass
class Room:
    """What the handlers share: the preferences, the vault and the way to the workbook."""

    state: State
    vault: Safe
    language: str
    target: Callable[[], str]
    """The address of the workbook to go to."""
    speak: Callable[[str], None]
    """Called when the page chose another language."""
    books: Callable[[], list[dict[str, Any]]]
    """The workbooks there are to go to."""
    spread: Callable[[], None] = lambda: None
    """Called when preferences were kept: every window hears of them at once."""
    typed: Typed = field(init=False)

    def __post_init__(self) -> None:
        self.typed = Typed(self.vault)

    def routes(self) -> list[tuple[str, type[web.RequestHandler], dict[str, Any]]]:
        """These handlers, for tornado."""
        room = {"room": self}
        return [
            (r"/", DoorHandler, room),
            (r"/netwerk/enter", EnterHandler, room),
            (r"/netwerk/state", StateHandler, room),
            (r"/netwerk/workbooks", BooksHandler, room),
            (r"/netwerk/draft", DraftHandler, room),
            (r"/netwerk/vault", VaultHandler, room),
            (r"/(?:login|logout)", ClosedHandler, room),
        ]


class Doorkeeper(IdentityProvider):
    """Knows who may come in as the waiting page does (see admission): one user, by the token or the cookie of this run."""

    admission: Admission

    def generate_anonymous_user(self, handler: web.RequestHandler) -> User:  # noqa: ARG002 -- as Jupyter calls it
        """Whoever has the token: there is one user, so every browser is the same one."""
        return USER

    def get_user_cookie(self, handler: web.RequestHandler) -> User | None:
        """Whoever has the cookie."""
        return USER if self.admission.fits(handler.get_cookie(self.get_cookie_name(handler)) or "") else None

    def set_login_cookie(self, handler: web.RequestHandler, user: User) -> None:  # noqa: ARG002
        """Give a browser the cookie, until it closes or this run ends."""
        name = self.get_cookie_name(handler)
        handler.set_cookie(name, self.admission.cookie, httponly=True, samesite="Strict")


class DoorHandler(Sharing, JupyterHandler):
    """The addresses that the command shows and gives to the browser, opened now that JupyterLab is here."""

    @allow_unauthenticated
    def get(self) -> None:
        """Whoever may come in goes on, without token or code in the address; others read why not."""
        keeper = cast("Doorkeeper", self.identity_provider)
        code = self.get_query_argument("code", "")
        if keeper.admission.spend(code):
            keeper.set_login_cookie(self, USER)
        elif not self.current_user:
            turn_away(self, self.room.language, "spent" if code else "closed")
            return
        self.set_header("Referrer-Policy", "no-referrer")
        self.redirect(self.room.target())


class EnterHandler(Sharing, APIHandler):
    """The waiting page knocks; with the cookie it may go on."""

    def check_xsrf_cookie(self) -> None:
        """Not needed: nothing changes by knocking, and the page has no such cookie yet."""

    @web.authenticated
    def post(self) -> None:
        """Say where the workbook is."""
        self.finish({"go": self.room.target()})


class ClosedHandler(Sharing):
    """Who comes without the token reads how to get in."""

    @allow_unauthenticated
    def get(self) -> None:
        """A plain page in the language of this run."""
        turn_away(self, self.room.language, "closed")


def turn_away(handler: web.RequestHandler, language: str, why: Why) -> None:
    """Answer with a page that says in a sentence why this address does not open, and which one does."""
    nonce = secrets.token_urlsafe(12)
    handler.set_status(403)
    handler.set_header("Content-Security-Policy", policy(nonce))
    handler.set_header("Referrer-Policy", "no-referrer")
    handler.finish(render("closed", language, nonce, why))


class StateHandler(Sharing, APIHandler):
    """Gives and keeps what the page remembers."""

    @web.authenticated
    def get(self) -> None:
        """All that is kept, with the language of this run where none was chosen."""
        self.finish({"lang": self.room.language, **self.room.state.read()})

    @web.authenticated
    def put(self) -> None:
        """Keep what the body holds beside what was kept; an unknown word is refused whole."""
        if len(self.request.body) > MAX_BYTES:
            raise web.HTTPError(413)
        try:
            kept = self.room.state.merge(json.loads(self.request.body))
            self._speak(str(kept.get("lang", self.room.language)))
            self.room.spread()
        except (ValueError, RecursionError, StateError):
            self._refuse(400, Message("lab.error.state"))
        except NetwerkError as error:
            self._refuse(507, error.message)
        else:
            self.finish(kept)

    def _speak(self, language: str) -> None:
        if language != self.room.language:
            self.room.language = language
            self.room.speak(language)

    def _refuse(self, status: int, message: Message) -> None:
        self.set_status(status)
        self.finish({"message": message.wire()})


class BooksHandler(Sharing, APIHandler):
    """The workbooks for the list in the bar."""

    @web.authenticated
    def get(self) -> None:
        """Each by name, with its title by language; those of a team's own are among them."""
        self.finish({"workbooks": self.room.books()})


class VaultHandler(Sharing):
    """Keys for the kernels of this server, by a secret that the browser never gets."""

    def check_xsrf_cookie(self) -> None:
        """Not needed: the secret goes in a header that no other page can set."""

    @allow_unauthenticated
    def post(self) -> None:
        """Do what a kernel of this server asks; whoever else asks is turned away."""
        given = self.request.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {self.room.vault.secret}".encode()):
            raise web.HTTPError(403)
        if self.room.vault.shut:
            raise web.HTTPError(423)
        self.set_header("Cache-Control", "no-store")
        try:
            self.finish({"value": self.room.vault.do(json.loads(self.request.body))})
        except (ValueError, RecursionError):
            raise web.HTTPError(400) from None
