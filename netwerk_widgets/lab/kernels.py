"""The kernels of the server: this Python, with the server's vault, and silent in the user's terminal."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado import web

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

KERNEL = "python3"
PATIENCE = 5.0
"""How long a kernel may go on with what it was asked before it is ended, in seconds."""


class KernelOfThis(KernelSpecManager):
    """One kernel: this Python, with the vault of this server; whatever else is installed on the computer."""

    environment: Mapping[str, str] = {}

    def find_kernel_specs(self) -> dict[str, str]:
        """The one kernel there is."""
        return {KERNEL: str(Path(__file__).parent)}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """How the one kernel is started.

        Raises:
            NoSuchKernel: any other name.
        """
        if kernel_name != KERNEL:
            raise NoSuchKernel(kernel_name)
        arguments = ["-f", "{connection_file}", "--HistoryManager.hist_file=:memory:", "--log-level=CRITICAL"]
        return KernelSpec(
            argv=[sys.executable, "-P", "-m", "netwerk_widgets.lab.kernel", *arguments],
            display_name="Python",
            language="python",
            env=dict(self.environment),
            metadata={"debugger": False},
            resource_dir=str(Path(__file__).parent),
        )


class SilentKernels(AsyncMappingKernelManager):
    """Kernels that write nothing in the terminal: a traceback there could name a person of a case."""

    shut = False
    """The screen is locked: no kernel starts, whoever asks."""

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]  # as Jupyter's own, which says less
        """Start a kernel; what it prints reaches its workbook only.

        Raises:
            HTTPError: 423, while the screen is locked.
        """
        if self.shut:
            raise web.HTTPError(423)
        kwargs |= {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return await super().start_kernel(**kwargs)


class KernelsOfAll:
    """The kernels of a server, as the lock needs them.

    Args:
        server: the server; asked late, since it is made after the lock.
    """

    def __init__(self, server: Callable[[], ServerApp]) -> None:
        self._server = server
        self._paths: list[str] = []

    async def still(self) -> None:
        """Wait until all have done what was asked of them; not for ever."""
        manager: Any = self._server().kernel_manager  # Jupyter says less of it than it does
        for _ in range(int(PATIENCE / 0.05)):
            states = [manager.get_kernel(one).execution_state for one in manager.list_kernel_ids()]
            if "busy" not in states:
                return
            await asyncio.sleep(0.05)

    async def end(self) -> None:
        """End all at once: nothing that they hold in memory outlives them. None starts until :meth:`begin`."""
        manager: Any = self._server().kernel_manager
        sessions: Any = self._server().session_manager
        manager.shut = True
        self._paths = [session["path"] for session in await sessions.list_sessions()]
        for one in manager.list_kernel_ids():
            await manager.shutdown_kernel(one, now=True)
        await sessions.list_sessions()  # sweeps out those whose kernel is gone

    async def begin(self) -> None:
        """Start one for all workbooks that were open, as they shared one before."""
        manager: Any = self._server().kernel_manager
        sessions: Any = self._server().session_manager
        manager.shut = False
        shared: dict[str, Any] = {"kernel_name": KERNEL}
        for path in self._paths:
            session = await sessions.create_session(path=path, name=path, type="notebook", **shared)
            shared = {"kernel_id": session["kernel"]["id"]}


class PromptMessages(ZMQChannelsWebsocketConnection):
    """The line to the page, on which every message leaves at once.

    Otherwise a message that follows another waits until the browser acknowledges that one: up to 40 ms for an edit
    (Nagle's algorithm and delayed acknowledgements; tornado's ``WebSocketHandler.set_nodelay``).
    """

    def connect(self) -> asyncio.Future[None] | None:  # type: ignore[override]  # as Jupyter's own
        """Begin as Jupyter does, on a line that does not wait."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
