"""Where the workbooks run: a Python kernel whose desk keeps its keys with the server that started it.

The server hands the vault's address and a secret in the environment. They are taken out of it at once, so a program
that a workbook starts does not get them.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
from typing import Any


def main() -> None:
    """Start the kernel; its command line is Jupyter's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who ends the program while this loads reads no traceback
    address, secret = os.environ.pop("NETWERK_VAULT", ""), os.environ.pop("NETWERK_VAULT_SECRET", "")
    from ipykernel.kernelapp import IPKernelApp

    app: Any = IPKernelApp.instance()
    app.initialize()
    if address and secret:
        furnish(address, secret)
    app.start()


def furnish(address: str, secret: str) -> None:
    """Give this process's two desks (case, own file) the server's vault, and load what every workbook needs while the browser loads.

    Args:
        address: where the server keeps its vault.
        secret: what lets this kernel in.
    """
    from netwerk_widgets.casefile.library.desk import the_desk, the_own_desk
    from netwerk_widgets.lab.vault import HttpVault

    the_desk().vault = HttpVault(address, secret)
    the_own_desk().vault = HttpVault(address, secret, "own")
    for name in ("workbook", "views.map", "views.list", "views.shelf", "views.own"):
        with contextlib.suppress(ImportError):  # the cell that needs it says so
            importlib.import_module(f"netwerk_widgets.{name}")


if __name__ == "__main__":
    main()
