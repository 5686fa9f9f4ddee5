"""A running `netwerk` for the tests of the command, asked without a browser."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.waiting import eventually

STAND_IN = Path(__file__).with_name("stand_in.py")


class Running:
    """`netwerk` in a home of its own.

    With ``browser`` it is started as a user would, and its browser is a program that writes down what it was given and
    then stays for a while, as a browser does. Without, it is `netwerk --no-browser`.
    """

    def __init__(self, home: Path, *words: str, browser: bool = False, **environment: str) -> None:
        self.home, self.begun = home, time.monotonic()
        self._given = home.with_name(f"{home.name}.given")
        settings = {"NETWERK_HOME": str(home), "NETWERK_LANG": "nl", "PYTHONUTF8": "1"}
        settings |= {"BROWSER": f"{sys.executable} {STAND_IN} {self._given} %s"}
        command = [sys.executable, "-m", "netwerk_widgets", *([] if browser else ["--no-browser"]), *words]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, env=os.environ | settings | environment, **pipes)
        self.url = self.process.stdout.readline().split()[-1]
        parts = urlsplit(self.url)
        self.port, self.token = parts.port, parse_qs(parts.query)["token"][0]

    @property
    def given(self) -> list[str]:
        """What the stand-in was started with."""
        eventually(self._given.exists, 30)
        return self._given.read_text().splitlines()

    @property
    def once(self) -> str:
        """The path that the stand-in was to open."""
        parts = urlsplit(self.given[0])
        return f"{parts.path}?{parts.query}"

    def ask(self, method: str, path: str, body: object = None, **headers: str) -> tuple[int, str, dict[str, str]]:
        """One request; its status, text and headers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            given = {"Authorization": f"token {self.token}", **{n.replace("_", "-"): v for n, v in headers.items()}}
            connection.request(method, path, body if isinstance(body, str) else json.dumps(body), given)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), dict(answer.getheaders())
        finally:
            connection.close()

    def ready(self) -> Running:
        """Wait until JupyterLab has taken over from the waiting page."""
        eventually(lambda: self.ask("POST", "/netwerk/enter")[0] == 200, 90, pause=0.1)
        return self

    def end(self, number: int = signal.SIGINT) -> tuple[int, str, float]:
        """A signal; the exit code, what stood on the screen and how long it took."""
        begun = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(number)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out + err, time.monotonic() - begun
