"""JupyterLab for a workbook: on this computer only, with a token, without anything that a workbook does not need."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from socket import socket
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp
from tornado import web
from tornado.ioloop import PeriodicCallback
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError
from traitlets.config import Config

from netwerk_widgets.casefile.errors import NotSaved
from netwerk_widgets.casefile.library.meeting import KeptMeeting
from netwerk_widgets.casefile.library.vault import Safe
from netwerk_widgets.lab import door as locked
from netwerk_widgets.lab import settings, workbooks
from netwerk_widgets.lab.errors import LabError
from netwerk_widgets.lab.events import EventsHandler, News, Windows
from netwerk_widgets.lab.handlers import Doorkeeper, Room
from netwerk_widgets.lab.home import private_folder
from netwerk_widgets.lab.idleness import Quiet, beat, limit
from netwerk_widgets.lab.kernels import KERNEL, KernelOfThis, KernelsOfAll, PromptMessages, SilentKernels
from netwerk_widgets.lab.lock import DOOR, TICK, Lock
from netwerk_widgets.lab.state import State
from netwerk_widgets.lab.waiting import HOST, Doorway, cookie_name

START = "00_start"
PATIENCE = 5.0
"""How long, in seconds, what still goes on may take to end with the server."""


def extension() -> Path:
    """The folder with the built front end, the same in a wheel and in a checkout.

    Raises:
        LabError: it was not built or not installed.
    """
    folder = Path(__file__).resolve().parent.parent / "labextension"
    if not (folder / "package.json").exists():
        raise LabError("lab.error.frontend")
    return folder


def manifest() -> dict[str, Any]:
    """What the built front end says of itself; read for every page, since a checkout may be built anew."""
    found: dict[str, Any] = json.loads((extension() / "package.json").read_text(encoding="utf-8"))
    return found


class WorkbookServer(ServerApp):
    """A Jupyter server on the socket of the waiting page, ended by Ctrl-C without a question."""

    door: Doorway
    no_browser_open_file = True

    @property
    def config_file_paths(self) -> list[str]:
        """No configuration of the user's own Jupyter."""
        return []

    def init_signal(self) -> None:
        """Ctrl-C, closing the window or a shutdown of the computer ends the server at once."""
        names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
        for number in (getattr(signal, name) for name in names if hasattr(signal, name)):
            signal.signal(number, lambda *_: self._end())
        if sys.platform == "win32":  # there, a signal waits until the loop wakes
            PeriodicCallback(lambda: None, 250).start()

    def _end(self) -> None:
        """Stop, from within a signal; who presses Ctrl-C again while it stops changes nothing."""
        if not self._stopping:
            self._stopping = True
            loop: Any = self.io_loop
            loop.asyncio_loop.call_soon_threadsafe(self.stop)

    def write_server_info_file(self) -> None:
        """The token stands in no file, not even in one for this user only."""

    def _find_http_port(self) -> None:
        """The port is the one of the waiting page."""

    def _bind_http_server(self) -> None:
        sockets: list[socket] = [self.door.hand_over()]
        self.http_server.add_sockets(sockets)


class WorkbookApp(LabApp):  # type: ignore[misc]  # JupyterLab has no types
    """JupyterLab with the workbook's own front end and addresses."""

    room: Room
    windows: Windows
    lock: Lock
    serverapp_class = WorkbookServer

    @classmethod
    def get_extension_package(cls) -> str:
        """This module is the server extension."""
        return __name__

    def initialize_settings(self) -> None:
        """Give the page only the extensions that a workbook needs."""
        super().initialize_settings()
        self.settings["page_config_hook"] = self._page

    def initialize_handlers(self) -> None:
        """Put the own addresses before JupyterLab's; the front end is served from this package itself."""
        files = self.serverapp.web_app.settings["static_handler_class"]
        own = (r"/lab/extensions/netwerk-widgets/(.*)", files, {"path": [str(extension())], "no_cache_paths": ["/"]})
        line = (r"/netwerk/events", EventsHandler, {"windows": self.windows})
        doors = locked.routes(self.lock, lambda: self.room.language)
        self.handlers.extend([own, line, *doors, *self.room.routes()])
        self.serverapp.contents_manager.register_pre_save_hook(strip_on_save)
        super().initialize_handlers()

    async def _start_jupyter_server_extension(self, serverapp: ServerApp) -> None:
        """Start the kernel while the browser is still loading the page, and the clock of the lock."""
        asyncio.get_running_loop().set_exception_handler(without_who_left)
        self.ticking = PeriodicCallback(self.lock.look, TICK * 1000)
        self.ticking.start()
        path = self.room.target().removeprefix("/doc/tree/")
        await serverapp.session_manager.create_session(path=path, name=path, type="notebook", kernel_name=KERNEL)

    def _page(self, handler: JupyterHandler, config: dict[str, Any]) -> dict[str, Any]:
        """What JupyterLab's page is given; while the screen is locked, whoever comes for it is led to the door.

        Raises:
            Finish: they were.
        """
        if self.lock.shut:
            handler.redirect(DOOR)
            raise web.Finish
        return settings.page_config(config, manifest())


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": __name__, "app": WorkbookApp}]


def strip_on_save(model: dict[str, Any], **_: Any) -> None:
    """Before a workbook is saved: take out what a run put into it."""
    if model["type"] == "notebook" and model["content"]["nbformat"] == 4:
        workbooks.strip(model["content"])


def without_who_left(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Say nothing of a page that was gone before what was on its way to it arrived: that is no news for the terminal."""
    if not isinstance(context.get("exception"), WebSocketClosedError | StreamClosedError):
        loop.default_exception_handler(context)


def configure(door: Doorway, folder: Path, base: Path, language: str) -> Config:
    """How the server and JupyterLab behave; every line is a promise of the product.

    Args:
        door: the waiting page, with the port and the token of this run.
        folder: the working copies of the workbooks.
        base: the folder from :func:`settings.isolate`.
        language: ``nl`` or ``en``.
    """
    config = Config()
    _configure_server(config.ServerApp, door, folder)
    _configure_lab(config.WorkbookApp, base, language)
    config.IdentityProvider.token = door.admission.token
    config.IdentityProvider.cookie_name = cookie_name(door.port)
    config.FileContentsManager.delete_to_trash = False
    config.FileCheckpoints.checkpoint_dir = str(base / "checkpoints")
    config.AsyncIOLoopKernelRestarter.time_to_dead = 0.5
    config.AsyncIOLoopKernelRestarter.restart_limit = 1000
    config.KernelManager.shutdown_wait_time = 2.0
    return config


def _configure_server(server: Config, door: Doorway, folder: Path) -> None:
    sockets = f"ws://localhost:{door.port} ws://{HOST}:{door.port}"
    security = (
        f"default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src 'self' data: blob: {sockets}; "
        "frame-ancestors 'self'; base-uri 'self'; form-action 'self'"
    )
    server.ip, server.port, server.port_retries = HOST, door.port, 0
    server.root_dir = str(folder)
    server.open_browser = False
    server.allow_root = True
    server.terminals_enabled = False
    server.quit_button = False
    server.cookie_secret = os.urandom(32)  # in memory, not in a file
    server.identity_provider_class = Doorkeeper
    server.log_level = "CRITICAL"
    server.tornado_settings = {
        "headers": {"Content-Security-Policy": security},
        "xsrf_cookie_kwargs": {"samesite": "Strict", "expires_days": None},
    }
    server.kernel_spec_manager_class = KernelOfThis
    server.kernel_manager_class = SilentKernels
    server.kernel_websocket_connection_class = PromptMessages


def _configure_lab(lab: Config, base: Path, language: str) -> None:
    lab.log_level = "CRITICAL"
    lab.news_url = None
    lab.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
    lab.extension_manager = "readonly"
    lab.user_settings_dir, lab.workspaces_dir = str(base / "user"), str(private_folder(base / "workspaces"))
    lab.app_settings_dir = str(settings.write_settings(base, language))
    lab.expose_app_in_browser = bool(os.environ.get("NETWERK_EXPOSE_APP"))


def serve(
    door: Doorway,
    home: Path,
    language: str,
    offered: Path | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> None:
    """Run the server until Ctrl-C; the kernels end with it.

    Args:
        door: the waiting page that is already there.
        home: the program's folder.
        language: ``nl`` or ``en``.
        offered: a file that the user wants to open, handed to the desk.
        say: says a sentence in the terminal.

    Raises:
        LabError: a folder cannot be written, or the installation is incomplete.
    """
    base = settings.isolate(home)
    extension()
    folder = workbooks.working_copies(home, base)
    config = configure(door, folder, base, language)
    state = State(home / "voorkeuren.json")
    if offered:
        _go_where_files_open(state, folder)
    vault = Safe(offered=str(offered) if offered else None)
    lock = _lock(home, vault, KernelsOfAll(lambda: server), News(state), say)
    target, speak = _target(state, folder), partial(settings.speak, base)
    go, books = (lambda: DOOR if lock.shut else target()), partial(workbooks.titles, folder)
    WorkbookApp.room = Room(state, vault, language, go, speak, books, lock.spread)
    Doorkeeper.admission, WorkbookServer.door = door.admission, door
    WorkbookApp.serverapp_config = {"jpserver_extensions": {__name__: True}}
    KernelOfThis.environment = _environment(door, vault, language)
    server = WorkbookApp.initialize_server(argv=[], config=config)
    workbooks.trust(server.contents_manager.notary, folder)
    try:
        server.start()
    finally:
        finish(server.io_loop.asyncio_loop)


def finish(loop: asyncio.AbstractEventLoop) -> None:
    """End what still goes on in a loop that was stopped, as :func:`asyncio.run` does.

    A request may have left a thread behind that lives as long as the task it began in (anyio's threads, by which files
    are read), and a program whose thread waits for ever never ends: Ctrl-C then seemed to do nothing.
    """
    if loop.is_running() or loop.is_closed():
        return
    loop.run_until_complete(_end_tasks())
    loop.run_until_complete(loop.shutdown_default_executor())
    asyncio.set_event_loop(None)


async def _end_tasks() -> None:
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    if tasks:
        done, _ = await asyncio.wait(tasks, timeout=PATIENCE)
        for task in done:
            if not task.cancelled():
                task.exception()  # looked at, so that none is told of in the terminal


def _go_where_files_open(state: State, folder: Path) -> None:
    with suppress(NotSaved):  # it holds for this run all the same
        state.merge({"last": START, "steps": {START: workbooks.step_that_opens(folder / f"{START}.ipynb")}})


def _environment(door: Doorway, vault: Safe, language: str) -> dict[str, str]:
    """What a kernel is told when it starts."""
    address = f"http://{HOST}:{door.port}/netwerk/vault"
    return {"NETWERK_VAULT": address, "NETWERK_VAULT_SECRET": vault.secret, "NETWERK_LANG": language}


def _lock(home: Path, vault: Safe, kernels: KernelsOfAll, news: News, say: Callable[[str], None]) -> Lock:
    """The lock of this run, and the lines to its windows."""
    WorkbookApp.windows = Windows()
    WorkbookApp.lock = Lock(
        *(home, vault, WorkbookApp.windows, kernels),
        quiet=Quiet(limit()),
        beat=partial(beat, KeptMeeting(home)),
        news=news,
        say=lambda message: say(message.text(WorkbookApp.room.language)),
    )
    return WorkbookApp.lock


def _target(state: State, folder: Path) -> Callable[[], str]:
    """Gives the address of the workbook where the user stopped, or of the start workbook."""

    def target() -> str:
        last = state.read().get("last", START)
        book = last if (folder / f"{last}.ipynb").is_file() else START
        return f"/doc/tree/{book}.ipynb"

    return target
