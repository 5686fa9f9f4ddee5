"""What the shelf knows of a case without opening it: one small file per case, with no client data in it.

A file per case, each replaced whole, so that two workbooks never undo each other's notes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.casefile.storage.revision import now
from netwerk_widgets.model.case.wired import wired

DAYS = 30
"""Days after which a case expires, unless it is kept on purpose."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A case on the shelf. Times are ISO 8601 in UTC; ``opened`` is empty for one that never was.

    ``source`` is from what a practice case was made; of an own case nothing of what is in it is noted.
    """

    WIRE: ClassVar[Mapping[str, str]] = {"path": "", "expired": "expired"}

    code: str
    path: Path
    practice: bool = False
    opened: str = ""
    expires: str = ""
    kept: bool = False
    remembered: bool = False
    source: str = ""

    @property
    def expired(self) -> bool:
        """Whether its days are over; nothing is ever thrown away without asking."""
        return not self.kept and bool(self.expires) and self.expires < stamp()

    def wire(self) -> dict[str, Any]:
        """The entry for the page (without its path)."""
        return wired(self) | ({"expires": ""} if self.kept else {})


def stamp(days: int = 0) -> str:
    """This moment, or one some days ahead; fine enough to tell which of two cases was opened last."""
    return now(datetime.now(UTC) + timedelta(days=days))


class Index:
    """The folder of entries."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, code: str, path: Path) -> Entry:
        """What is known of a case; a note that is missing or spoilt gives what the file itself tells."""
        entry = Entry(code, path, expires=_expiry(path))
        try:
            data = outside.read_json(self._note(code))
            known = {n: data[n] for n in ("opened", "expires") if isinstance(data[n], str)}
            known |= {n: data[n] for n in ("practice", "kept", "remembered") if isinstance(data[n], bool)}
            known |= {n: data[n] for n in ("source",) if isinstance(data.get(n), str)}
        except (OSError, ValueError, KeyError, TypeError):
            return entry
        return replace(entry, **known)

    def write(self, entry: Entry) -> None:
        """Note this of a case; a disk that refuses keeps nobody from working."""
        data = {n: getattr(entry, n) for n in ("opened", "expires", "practice", "kept", "remembered")}
        data |= {"source": entry.source} if entry.source else {}
        with suppress(CaseFileError, OSError):
            disk.private_folder(self.folder)
            disk.write_private(self._note(entry.code), json.dumps(data))

    def knows(self, code: str) -> bool:
        """Whether there is a note on this case; one that was forgotten has none."""
        return self._note(code).exists()

    def forget(self, code: str) -> None:
        """Know nothing of this case any more."""
        disk.erase(self._note(code))

    def _note(self, code: str) -> Path:
        return self.folder / f"{code}.json"


def _expiry(path: Path) -> str:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return ""
    return (changed + timedelta(days=DAYS)).isoformat(timespec="seconds").replace("+00:00", "Z")
