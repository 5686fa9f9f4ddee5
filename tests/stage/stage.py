"""A stage: views with their real Python half on a blank page, without JupyterLab.

Python lives on one thread with a loop of its own, as it does in a kernel; pages speak with it over a web socket. What a
view says goes to every page, as a widget does that is shown twice. State: the comms that are open, what each page shows
(a scene, by its name in the address), the pages, and the names that code here shares.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import io
import json
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self, TypeAlias, TypeVar
from unittest.mock import patch

from comm.base_comm import BaseComm
from tornado import netutil
from tornado.httpserver import HTTPServer

from netwerk_widgets import locale, workbook
from netwerk_widgets.canvas.surface import EXTENSION, bundle_name
from netwerk_widgets.casefile.library import desk
from netwerk_widgets.lab.drafts import Typed
from tests.stage.pages import Room, application

Made = TypeVar("Made")
Line: TypeAlias = str | Callable[[], Any]
PATIENCE = 60
"""How long, in seconds, whoever calls into the stage waits."""


class OpenFiles:
    """What lies on the desks, as the server's vault would tell it."""

    @property
    def current(self) -> dict[str, str]:
        return {name: str(one.file.path) for name, one in desks().items() if one.file}

    @property
    def keys(self) -> dict[str, str]:
        return {str(one.file.path): one.file.key.hex() for one in desks().values() if one.file}


def desks() -> dict[str, desk.Desk]:
    """The desks of this process."""
    return {"case": desk.the_desk(), "own": desk.the_own_desk()}


class StageComm(BaseComm):
    """The line of one widget: what it says is told on the stage."""

    def __init__(self, stage: Stage, **how: Any) -> None:
        self._stage = stage
        super().__init__(**how)

    def publish_msg(self, msg_type: str, data: Any = None, metadata: Any = None, buffers: Any = None, **_: Any) -> None:
        match msg_type:
            case "comm_open":
                self._stage.comms[self.comm_id] = (self, dict(data["state"]))
                self._stage.tell({"open": self.comm_id, "state": data["state"]})
            case "comm_msg" if data["method"] == "update":
                self._stage.comms[self.comm_id][1].update(data["state"])
                self._stage.tell({"update": self.comm_id, "state": data["state"]})
            case "comm_msg":
                self._stage.tell({"to": self.comm_id, "content": data["content"]}, buffers or ())
            case "comm_close":
                self._stage.comms.pop(self.comm_id, None)


class Stage:
    """Views on blank pages; ends with its ``with``.

    Args:
        home: the data folder (NETWERK_HOME) of all that happens here.
        bundle: the front end; the one that was built last where left out.
    """

    def __init__(self, home: Path, bundle: Path | None = None) -> None:
        self.home = home
        self.bundle = bundle or EXTENSION / bundle_name()
        self.address = ""
        self.comms: dict[str, tuple[StageComm, dict[str, Any]]] = {}
        self.scenes: dict[str, Sequence[Line]] = {}
        self.pages: list[Room] = []
        self.names: dict[str, Any] = {"workbook": workbook}
        self.typed = Typed(OpenFiles())
        self._shown: dict[str, list[Any]] = {}
        self._loop = asyncio.new_event_loop()
        self._ends = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Begin: the desks are empty, as in a kernel that starts; what was there before comes back at the end."""
        for one in (
            patch.dict(os.environ, NETWERK_HOME=str(self.home)),
            patch("comm.create_comm", lambda **how: StageComm(self, **how)),
            patch.object(desk, "_desks", []),
            patch.object(desk, "_own_desks", []),
        ):
            self._ends.enter_context(one)
        self._ends.callback(locale.use, locale.language())
        thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        thread.start()
        self.call(self._open)
        self._ends.callback(thread.join, PATIENCE)
        self._ends.callback(self._loop.call_soon_threadsafe, self._loop.stop)
        self._ends.callback(self.call, self._close)
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.close()

    def call(self, work: Callable[[], Made]) -> Made:
        """Do this where the views live, and give what comes of it."""
        done: concurrent.futures.Future[Made] = concurrent.futures.Future()

        def act() -> None:
            try:
                done.set_result(work())
            except BaseException as error:  # noqa: BLE001 -- it is raised where the work was asked for
                done.set_exception(error)

        self._loop.call_soon_threadsafe(act)
        return done.result(PATIENCE)

    def run(self, code: str) -> str:
        """Run this as a kernel would; gives what it printed."""

        def act() -> str:
            with contextlib.redirect_stdout(io.StringIO()) as said:
                exec(code, self.names)
            return said.getvalue()

        return self.call(act)

    def set(self, name: str, *lines: Line) -> str:
        """Set the scene of this name: a view for each line, side by side, made when a page first asks; gives its address.

        What stood there before is taken away. A line is what stands in a workbook's cell (``workbook.network_map()``), or
        what makes a view.
        """

        def act() -> None:
            for widget in self._shown.pop(name, ()):
                widget.close()
            self.scenes[name] = lines

        self.call(act)
        return f"{self.address}/{name}"

    def shown(self, name: str) -> list[str]:
        """The views of a scene, by the ids of their comms. Called where the views live."""
        if name not in self._shown:
            lines = self.scenes[name]
            self._shown[name] = [eval(line, self.names) if isinstance(line, str) else line() for line in lines]
        return [widget.model_id for widget in self._shown[name]]

    def put(self, name: str, *widgets: Any) -> None:
        """Put further widgets on a scene, and on the pages where it is shown."""
        self._shown.setdefault(name, []).extend(widgets)
        self.tell({"show": [widget.model_id for widget in widgets], "at": f"/{name}"})

    def tell(self, message: dict[str, Any], buffers: Sequence[bytes] = ()) -> None:
        """Tell every page something, from any thread; the bytes of a message go before its words.

        As it goes over a wire: what is no JSON (a NaN) is refused here.
        """
        frames = *buffers, json.dumps(message, allow_nan=False)

        def write() -> None:
            for page in self.pages:
                for frame in frames:
                    page.write_message(frame, binary=not isinstance(frame, str))

        self._loop.call_soon_threadsafe(write)

    def _open(self) -> None:
        (socket,) = netutil.bind_sockets(0, "127.0.0.1")
        self._server = HTTPServer(application(self))
        self._server.add_socket(socket)
        self.address = f"http://127.0.0.1:{socket.getsockname()[1]}"

    def _close(self) -> None:
        self._server.stop()
        for page in list(self.pages):
            page.close()
        for widget in [one for all_of_it in self._shown.values() for one in all_of_it]:
            widget.close()
        for found in desks().values():
            found.close()
