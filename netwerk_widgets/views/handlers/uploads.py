"""Files that come from the page in parts: kept in memory until they are whole, and never larger than agreed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from netwerk_widgets.casefile.errors import ShelfError
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage.strangers import LARGEST

T = TypeVar("T")


class Uploads:
    """One upload at a time; a new one begins where ``part`` is 0."""

    def __init__(self) -> None:
        self._name = ""
        self._data = bytearray()
        self._parts = 0

    def take(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """Take one part: ``upload`` (an id), ``part`` (0, 1, ...) and its bytes, as the one buffer.

        Raises:
            ShelfError: out of order, not one buffer, an empty one, or with what came before larger than
                :data:`.strangers.LARGEST`; the upload is dropped.
        """
        name, part = content.get("upload"), content.get("part")
        if part == 0 and isinstance(name, str):
            self._name, self._data, self._parts = name, bytearray(), 0
        try:
            self._add(name, part, content["buffers"])
        except ShelfError:
            self._drop()
            raise
        return {"bytes": len(self._data)}

    def _add(self, name: object, part: object, buffers: Sequence[memoryview]) -> None:
        if name != self._name or part != self._parts or len(buffers) != 1:
            raise ShelfError("shelf.error.upload")
        (data,) = buffers
        if not data:
            raise ShelfError("shelf.error.upload_empty")
        if len(self._data) + len(data) > LARGEST:
            raise ShelfError("shelf.error.upload_big", limit=LARGEST // (1024 * 1024))
        self._data += data
        self._parts += 1

    def whole(self, name: object) -> bytes:
        """All bytes of an upload, which is then forgotten here.

        Raises:
            ShelfError: there is no such upload.
        """
        if not self._parts or name != self._name:
            raise ShelfError("shelf.error.upload")
        data = bytes(self._data)
        self._drop()
        return data

    def as_file(self, name: object, called: str, use: Callable[[Path], T]) -> T:
        """What ``use`` makes of an upload as a file of this name, in a folder that is gone afterwards.

        Raises:
            ShelfError: there is no such upload, or no room for it.
        """
        data = self.whole(name)
        with tempfile.TemporaryDirectory(prefix="netwerk-") as folder:
            file = Path(folder) / (Path(called).name or "casus")
            try:
                disk.born_private(file)
                file.write_bytes(data)
            except OSError as error:
                raise disk.refusal(error, file) from None
            return use(file)

    def _drop(self) -> None:
        self._name, self._data, self._parts = "", bytearray(), 0
