"""The vault as a kernel sees it: keys of unlocked cases, kept in the memory of the server that started the kernel.

There they stay until the screen is locked. So a kernel that was killed comes back without asking for the pass phrase, and no key is ever on disk, in a command
line or in an environment variable.
"""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit

from netwerk_widgets.casefile.library.vault import Vault
from netwerk_widgets.lab.errors import LabError

TIMEOUT = 5.0
"""Seconds; the server is on this computer and answers in milliseconds."""


class HttpVault(Vault):
    """The vault at the ``netwerk`` server (see ``lab.handlers``).

    Every method raises ``LabError`` where the server does not answer.

    Args:
        address: where the server keeps its vault (``http://127.0.0.1:PORT/netwerk/vault``).
        secret: what lets this kernel in.
        desk: which desk's keys: "case", or "own" for the professional's own file. Each has its own current file.

    Example:
        >>> vault = HttpVault("http://127.0.0.1:8888/netwerk/vault", "secret")
        >>> vault.put("/home/a/linde-7.casus", "key")  # doctest: +SKIP
        >>> vault.get("/home/a/linde-7.casus")  # doctest: +SKIP
        'key'
    """

    def __init__(self, address: str, secret: str, desk: str = "case") -> None:
        super().__init__(desk)
        parts = urlsplit(address)
        self._host, self._port, self._path = parts.hostname or "", parts.port, parts.path
        self._headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}

    def ask(self, act: str, **words: str) -> str | None:
        """Have the server do this."""
        connection = http.client.HTTPConnection(self._host, self._port, timeout=TIMEOUT)
        try:
            connection.request("POST", self._path, json.dumps({"do": act, "desk": self.desk, **words}), self._headers)
            answer = connection.getresponse()
            data = answer.read()
            if answer.status != 200:
                raise LabError("lab.vault.away")
            held = json.loads(data)["value"]
        except (OSError, http.client.HTTPException, ValueError, KeyError) as error:
            raise LabError("lab.vault.away") from error
        finally:
            connection.close()
        return held if isinstance(held, str) else None
