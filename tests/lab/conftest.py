"""What the tests of the command share: running it as a user would, in a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "thuis"


@pytest.fixture
def netwerk(home: Path) -> Run:
    """Runs `netwerk` with these words and gives its exit code and what it printed."""

    def run(*words: str, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {**os.environ, "NETWERK_HOME": str(home), "NETWERK_LANG": "", "PYTHONUTF8": "1", **environment}
        command = [sys.executable, "-m", "netwerk_widgets", *words]
        text = {"encoding": "utf-8", "errors": "replace"}
        return subprocess.run(command, env=settings, input=given, capture_output=True, timeout=120, check=False, **text)

    return run
