"""The kernels of the server: this Python, with the server's vault, and silent in the user's terminal."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager, NoSuchKernel
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

KERNEL = "python3"


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

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]  # as Jupyter's own, which says less
        """Start a kernel; what it prints reaches its workbook only."""
        kwargs |= {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return await super().start_kernel(**kwargs)


class PromptMessages(ZMQChannelsWebsocketConnection):
    """The line to the page, on which every message leaves at once.

    Otherwise a message that follows another waits until the browser acknowledges that one: up to 40 ms for an edit
    (Nagle's algorithm and delayed acknowledgements; tornado's ``WebSocketHandler.set_nodelay``).
    """

    def connect(self) -> asyncio.Future[None] | None:  # type: ignore[override]  # as Jupyter's own
        """Begin as Jupyter does, on a line that does not wait."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
