"""``/netwerk/draft``: where a page brings what is typed and not in history yet, also on its way out.

It is the server that writes it into the case file, with the key that the vault holds: so it works while the kernel is
dead or busy, and the request outlives the page. The page names a desk and the code that it shows, never a path; words
for a case that is not on that desk any more are refused, and the page keeps them and says so.
"""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypedDict

from jupyter_server.base.handlers import APIHandler
from tornado import web

from netwerk_widgets.casefile.errors import Busy, CaseFileError, KeyProblem
from netwerk_widgets.casefile.file import code_of
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.vault import Safe
from netwerk_widgets.casefile.storage import drafts
from netwerk_widgets.casefile.storage.drafts import Draft
from netwerk_widgets.lab.sharing import Sharing
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.errors import NetwerkError

MAX_BYTES = 1 << 20
_REMEMBERED = 4096


class Order:
    """In which order the words of a sitting were typed, whatever the order in which they arrive.

    A request that overtakes another is as usual as a page that closes: what is older than what was heard is let go.

    >>> order = Order()
    >>> order.newer("d1", 2), order.newer("d1", 1), order.newer("d1", 3)
    (True, False, True)
    """

    def __init__(self) -> None:
        self._last: OrderedDict[str, int] = OrderedDict()

    def newer(self, identity: str, tick: int) -> bool:
        """Whether this was typed after all that was heard of the sitting before; from then on it was heard."""
        if tick <= self._last.get(identity, 0):
            return False
        self._last[identity] = tick
        self._last.move_to_end(identity)
        while len(self._last) > _REMEMBERED:
            self._last.popitem(last=False)
        return True

    def again(self, identity: str, tick: int) -> None:
        """It was not kept after all: the same words may come once more."""
        if self._last.get(identity) == tick:
            self._last[identity] = tick - 1


class KeptDrafts(TypedDict):
    """What is kept for a case, and how many drafts are not for the eyes of a client who looks along."""

    drafts: list[Draft]
    hidden: int


class Typed:
    """Brings drafts into the files that the vault has open, one request after another.

    Args:
        vault: what this server keeps of unlocked cases.
    """

    def __init__(self, vault: Safe) -> None:
        self._vault = vault
        self._order = Order()
        self._one = asyncio.Lock()

    async def keep(self, asked: object) -> None:
        """Keep what a page brings: ``{"desk": "case", "code": "Linde-7", "drafts": [{"id", "tick", "place", ...}]}``.

        A draft whose ``text`` is null was taken back.

        Raises:
            ValueError: it is nothing of the kind. KeyProblem: that case is not on that desk, or is locked.
            CaseFileError: it could not be kept now.
        """
        found = [_read(one) for one in _list(asked)]
        path, key = self._file(asked)
        async with self._one:
            new = [(tick, one, text) for tick, one, text in found if self._order.newer(one.id, tick)]
            fresh = [one for _, one, there in new if there]
            gone = [one.id for _, one, there in new if not there]
            try:
                if new:
                    await asyncio.to_thread(drafts.keep, path, key, fresh, gone)
            except CaseFileError:
                for tick, one, _ in new:
                    self._order.again(one.id, tick)
                raise

    async def kept(self, desk: str, code: str, *, together: bool) -> dict[str, Any]:
        """What is kept for a case: its drafts, and how many are not for the eyes of a client who looks along.

        Raises:
            As :meth:`keep`.
        """
        path, key = self._file({"desk": desk, "code": code})
        async with self._one:
            found, hidden = await asyncio.to_thread(drafts.kept, path, key, together=together)
        return {"drafts": [wired(one) for one in found], "hidden": hidden}

    def _file(self, asked: object) -> tuple[Path, Key]:
        match asked:
            case {"desk": ("case" | "own") as desk, "code": str(code)}:
                path = self._vault.current.get(desk)
                key = self._vault.keys.get(path) if path else None
            case _:
                raise ValueError("no drafts")
        if not path or not key or code_of(Path(path)) != code:
            raise KeyProblem("lab.draft.elsewhere")
        return Path(path), Key.from_hex(key)


def _list(asked: object) -> list[object]:
    found = asked.get("drafts") if isinstance(asked, Mapping) else None
    if not isinstance(found, list) or len(found) > drafts.MOST:
        raise ValueError("no drafts")
    return found


def _read(one: object) -> tuple[int, drafts.Draft, bool]:
    """One draft of a page: when it was typed, what, and whether it is still there."""
    match one:
        case {"id": str(identity), "tick": int(tick), "text": None}:
            return tick, drafts.Draft(identity, "gone", ""), False
        case {
            "id": str(identity),
            "tick": int(tick),
            "text": str(text),
            "place": str(place),
            "base": str(base),
            "after": str(after),
            "shared": bool(shared),
        }:
            return tick, drafts.Draft(identity, place, text, base, shared, after), True
    raise ValueError("no drafts")


class DraftHandler(Sharing, APIHandler):
    """Keeps what a page brings, and gives what was kept to a page that begins."""

    @web.authenticated
    async def get(self) -> None:
        """All that is kept for the case that the page shows."""
        together = self.get_query_argument("together", "") == "1" or self.room.state.read().get("together") is True
        desk, code = self.get_query_argument("desk", ""), self.get_query_argument("code", "")
        await self._answer(self.room.typed.kept(desk, code, together=together))

    @web.authenticated
    async def post(self) -> None:
        """Keep what the body holds; whole, or not at all."""
        if len(self.request.body) > MAX_BYTES:
            raise web.HTTPError(413)
        try:
            asked = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise web.HTTPError(400) from None
        await self._answer(self.room.typed.keep(asked))

    async def _answer(self, work: Any) -> None:
        self.set_header("Cache-Control", "no-store")
        try:
            self.finish(await work or {})
        except ValueError:
            raise web.HTTPError(400) from None
        except NetwerkError as error:
            away = isinstance(error, KeyProblem)
            self.set_status(409 if away else 503 if isinstance(error, Busy) else 507)
            self.finish({"message": error.message.wire()})
