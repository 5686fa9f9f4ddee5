"""A key ring in a file, for the tests only: what a computer's own key ring is to the program."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FileRing(KeyringBackend):
    """Keeps what it is given in the file that NETWERK_TEST_RING names."""

    priority = 5  # type: ignore[assignment]  # keyring has a property of its own kind here

    def get_password(self, service: str, username: str) -> str | None:
        return self._read().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write(self._read() | {f"{service}/{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        self._write({key: value for key, value in self._read().items() if key != f"{service}/{username}"})

    @property
    def _file(self) -> Path:
        return Path(os.environ["NETWERK_TEST_RING"])

    def _read(self) -> dict[str, str]:
        return json.loads(self._file.read_text()) if self._file.exists() else {}

    def _write(self, kept: dict[str, str]) -> None:
        self._file.write_text(json.dumps(kept))
