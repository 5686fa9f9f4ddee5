"""The learning log on disk, apart from every case: ``leerlogboek-AB.json`` in the data folder, one for each by initials.

What was written before anybody gave initials stands in ``leerlogboek.json``; whoever gives theirs first takes it along.
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
from netwerk_widgets.model.case.initials import as_initials
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.log import Entry, read_entry, write_entry

FILE = "leerlogboek.json"
BEFORE = "leerlogboek.vorige.json"
LARGEST = 5_000_000
"""Bytes; a long working life's."""


class LogFile:
    """The log of whoever has these initials; of nobody in particular where none were given.

    >>> import tempfile
    >>> log = LogFile(Path(tempfile.mkdtemp()), "AB")
    >>> log.keep(Entry("e1", "2026-03-04", "13:00", "14:30"))
    >>> [entry.minutes for entry in log.entries()], log.path.name, log.of("cd").path.name
    ([90], 'leerlogboek-AB.json', 'leerlogboek-CD.json')
    """

    def __init__(self, folder: Path | None = None, initials: str = "") -> None:
        self.folder = folder or data_folder()
        self.initials = as_initials(initials).upper()

    def of(self, initials: str) -> LogFile:
        """The log of another, in the same folder."""
        return LogFile(self.folder, initials)

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / self._named(FILE)

    def entries(self) -> tuple[Entry, ...]:
        """All entries, the last day in front.

        Raises:
            ShelfError: the file is there and cannot be read; it is left as it is.
        """
        # A link that leads nowhere just now is not a log that was never begun.
        name = next((one for one in (self.path.name, FILE) if os.path.lexists(self.folder / one)), "")
        if not name:
            return ()
        try:
            rows = outside.read_json(self.folder / name, LARGEST)["entries"]
            found = [read_entry(row) for row in rows]
        except (OSError, ValueError, KeyError, TypeError, EditError):
            before = self._named(BEFORE) if name == self.path.name else BEFORE
            raise ShelfError("log.error.unreadable", file=name, before=before) from None
        if name != self.path.name:
            self._take_along()
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
                disk.write_private(self.folder / self._named(BEFORE), outside.read(self.path, LARGEST).decode())
        rows = [write_entry(entry) for entry in entries]
        text = json.dumps({"format": 1, "entries": rows}, ensure_ascii=False, indent=1)
        disk.write_private(self.path, text)

    def _take_along(self) -> None:
        """What was written without initials is theirs from now on; where nothing can be moved it is read where it is."""
        for name in (FILE, BEFORE):
            with suppress(OSError):
                (self.folder / name).rename(self.folder / self._named(name))

    def _named(self, name: str) -> str:
        return name.replace("leerlogboek", f"leerlogboek-{self.initials}", 1) if self.initials else name
