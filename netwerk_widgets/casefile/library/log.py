"""The learning log on disk: ``leerlogboek.json`` in the data folder, apart from every case.

It is a plain file that only this user can read, and not an encrypted one. Nothing of a case belongs in it; it has to be
shown to a register, as many as five years later, and a pass phrase that was forgotten meanwhile would take the proof of
five years along. It is written whole at every change, and the one before stays beside it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from netwerk_widgets.casefile.errors import CaseFileError, ShelfError
from netwerk_widgets.casefile.library.home import data_folder
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.log import Entry, read_entry, write_entry

FILE = "leerlogboek.json"
BEFORE = "leerlogboek.vorige.json"
LARGEST = 5_000_000
"""Bytes; a long working life's."""


class LogFile:
    """The log of this user.

    >>> import tempfile
    >>> log = LogFile(Path(tempfile.mkdtemp()))
    >>> log.keep(Entry("e1", "2026-03-04", "13:00", "14:30"))
    >>> [entry.minutes for entry in log.entries()]
    [90]
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_folder()

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / FILE

    def entries(self) -> tuple[Entry, ...]:
        """All entries, the last day in front.

        Raises:
            ShelfError: the file is there and cannot be read; it is left as it is.
        """
        if not os.path.lexists(self.path):  # a link that leads nowhere just now is not a log that was never begun
            return ()
        try:
            rows = outside.read_json(self.path, LARGEST)["entries"]
            found = [read_entry(row) for row in rows]
        except (OSError, ValueError, KeyError, TypeError, EditError):
            raise ShelfError("log.error.unreadable", file=FILE, before=BEFORE) from None
        return tuple(sorted(found, key=lambda entry: (entry.day, entry.start), reverse=True))

    def keep(self, entry: Entry) -> None:
        """Add an entry, or put it in the place of the one with its id.

        Raises:
            ShelfError: what is there cannot be read, and is not written over. NotSaved, ReadOnly: nothing has changed.
        """
        self._write([entry, *(other for other in self.entries() if other.id != entry.id)])

    def remove(self, identity: str) -> None:
        """Take an entry out; errors as :meth:`keep`."""
        self._write([entry for entry in self.entries() if entry.id != identity])

    def _write(self, entries: Sequence[Entry]) -> None:
        disk.private_folder(self.folder)
        if self.path.exists():
            with suppress(CaseFileError, OSError, ValueError):
                disk.write_private(self.folder / BEFORE, outside.read(self.path, LARGEST).decode())
        rows = [write_entry(entry) for entry in entries]
        text = json.dumps({"format": 1, "entries": rows}, ensure_ascii=False, indent=1)
        disk.write_private(self.path, text)
