"""What a stage serves on 127.0.0.1: its page, the front end, and the line between a page and the views."""

from __future__ import annotations

import json
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tornado import web, websocket

from netwerk_widgets.casefile.errors import KeyProblem

if TYPE_CHECKING:
    from tests.stage.stage import Stage

HERE = Path(__file__).parent
KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".map": "application/json"}


class Scene(web.RequestHandler):
    """The page of a scene."""

    def initialize(self, stage: Stage) -> None:
        self.stage = stage

    def get(self, name: str) -> None:
        if name not in self.stage.scenes:
            raise web.HTTPError(404)
        page = (HERE / "stage.html").read_text(encoding="utf-8")
        self.finish(page.replace("__BUNDLE__", self.stage.bundle.name))


class Script(web.RequestHandler):
    """The page's own script, and the front end."""

    def initialize(self, stage: Stage) -> None:
        self.stage = stage

    def get(self, name: str) -> None:
        folder = HERE if name == "stage.js" else self.stage.bundle.parent
        path = folder / name
        if path.suffix not in KINDS or not path.is_file():
            raise web.HTTPError(404)
        self.set_header("Content-Type", KINDS[path.suffix])
        self.finish(path.read_bytes())


class Drafts(web.RequestHandler):
    """What is typed and not in history yet, kept as `netwerk` keeps it (lab/drafts.py)."""

    def initialize(self, stage: Stage) -> None:
        self.stage = stage

    async def get(self) -> None:
        asked = {name: self.get_query_argument(name, "") for name in ("desk", "code", "together")}
        await self._answer(self.stage.typed.kept(asked["desk"], asked["code"], together=asked["together"] == "1"))

    async def post(self) -> None:
        await self._answer(self.stage.typed.keep(json.loads(self.request.body)))

    async def _answer(self, work: Awaitable[Any]) -> None:
        try:
            self.finish(await work or {})
        except KeyProblem:
            self.set_status(409)
            self.finish({})


class Room(websocket.WebSocketHandler):
    """One page: it hears all that the views say, and is heard by them. The bytes of a message come before its words."""

    def initialize(self, stage: Stage) -> None:
        self.stage = stage
        self.brought: list[bytes] = []

    def open(self, name: str) -> None:
        self.set_nodelay(True)
        shown = self.stage.shown(name)
        for identity, (_, state) in self.stage.comms.items():
            self.write_message(json.dumps({"open": identity, "state": state}))
        self.write_message(json.dumps({"show": shown, "at": f"/{name}"}))
        self.stage.pages.append(self)

    def on_message(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self.brought.append(frame)
            return
        message: dict[str, Any] = json.loads(frame)
        buffers, self.brought = self.brought, []
        if "ping" in message:
            self.write_message(json.dumps({"pong": message["ping"]}))
        elif message["to"] in self.stage.comms:
            comm, _ = self.stage.comms[message["to"]]
            data = {"method": "custom", "content": message["content"]}
            comm.handle_msg({"content": {"data": data}, "buffers": buffers, "metadata": {}, "header": {}})

    def on_close(self) -> None:
        if self in self.stage.pages:
            self.stage.pages.remove(self)


def application(stage: Stage) -> web.Application:
    """All that a stage serves, to this computer and under no other name."""
    found = web.Application()
    given = {"stage": stage}
    found.add_handlers(
        r"127\.0\.0\.1",
        [
            (r"/draft", Drafts, given),
            (r"/line/([\w.-]+)", Room, given),
            (r"/script/([\w.-]+)", Script, given),
            (r"/([\w.-]+)", Scene, given),
        ],
    )
    return found
