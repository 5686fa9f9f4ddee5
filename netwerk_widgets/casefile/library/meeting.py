"""The meeting of this team: kept in one small file, so that it goes on where it was.

``bijeenkomst.json`` in the data folder holds who is there by initials, the method, the phase and the clock, and the
codes of the cases that were spoken of; nothing that was said, so it needs no key. It is written whole at every act.

The clock of a running phase is a steady one that no change of the computer's time touches and that counts on while the
computer sleeps. It ends with the process; across a restart the time of day bridges the gap, and a gap of hours leaves
the clock standing where it was.

State: the meeting as on disk, who watches it, and the two clocks.
"""

from __future__ import annotations

import json
import secrets
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from netwerk_widgets.casefile.library.home import data_folder
from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.casefile.storage.revision import now
from netwerk_widgets.casefile.storage.stamp import Stamp, stamp
from netwerk_widgets.casefile.watchers import Callbacks
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.acts import choose, perform
from netwerk_widgets.model.meeting.meeting import Meeting, decode, encode
from netwerk_widgets.model.meeting.method import Method

FILE = "bijeenkomst.json"
LONG_AWAY = 4 * 3600.0
"""A gap, in seconds, after which nobody was meeting any more: the clock then stood still."""


def steady() -> float:
    """Seconds on a clock that never goes back and counts while the computer sleeps, where the system has one."""
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # Python's own stops there during sleep
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


@dataclass
class Time:
    """Where the time comes from; a test puts its own in the place."""

    steady: Callable[[], float] = steady
    wall: Callable[[], float] = time.time

    def at(self) -> str:
        """This moment in UTC, as history writes it."""
        return now(datetime.fromtimestamp(self.wall(), UTC))


@dataclass(frozen=True)
class Before:
    """The meeting before this one: whose intentions come back at check-in."""

    WIRE: ClassVar[Mapping[str, str]] = {"cases": ""}

    cases: tuple[str, ...] = ()
    method: str = ""
    members: tuple[tuple[str, str], ...] = ()
    ended: str = ""


@dataclass
class KeptMeeting:
    """The meeting that goes on in this data folder, if one does.

    >>> import tempfile
    >>> meeting = KeptMeeting(Path(tempfile.mkdtemp()))
    >>> meeting.gather().state
    'checkin'
    """

    folder: Path = field(default_factory=data_folder)
    time: Time = field(default_factory=Time)
    meeting: Meeting | None = None
    before: Before = field(default_factory=Before)

    def __post_init__(self) -> None:
        self._watchers: Callbacks[KeptMeeting] = Callbacks()
        self.watch = self._watchers.add
        """Call this with the meeting at every change; the result ends it."""
        self._seen: Stamp | None = None
        self.poll()

    @property
    def path(self) -> Path:
        """The file in which the meeting is kept."""
        return self.folder / FILE

    def now(self) -> float:
        """This moment on the steady clock."""
        return self.time.steady()

    def gather(self) -> Meeting:
        """Begin a check-in; a meeting that goes on stays as it is."""
        self.poll()
        if self.meeting is None or self.meeting.state == "ended":
            before = self.before if self.meeting is None else _before(self.meeting)
            sound = self.meeting.sound if self.meeting else True
            self._keep(Meeting(id=f"m{secrets.token_hex(8)}", sound=sound), before)
        return self._there()

    def choose(self, method: Method, minutes: Mapping[str, int] | None = None) -> Meeting:
        """Take this method for the meeting that is about to begin.

        Raises:
            EditError: a meeting goes on already.
        """
        self.poll()
        meeting = self._there()
        if meeting.state != "checkin":
            raise EditError("guide.error.going")
        return self._keep(choose(meeting, method, minutes, self.time.at()))

    def act(self, act: Mapping[str, Any]) -> Meeting:
        """Do an act (:mod:`netwerk_widgets.model.meeting.acts`); it is on disk when this returns.

        Raises:
            EditError: it cannot be done. NotSaved, ReadOnly: it was not kept. The meeting is as it was.
        """
        self.poll()
        return self._keep(perform(self._there(), act, self.now(), self.time.at()))

    def poll(self) -> None:
        """Take in what another process did to the meeting; cheap where nothing happened."""
        seen = stamp(self.path, behind_links=True)
        if seen == self._seen:
            return
        self._seen = seen
        self._read()
        self.tell()

    def _there(self) -> Meeting:
        if self.meeting is None:
            raise EditError("guide.error.none")
        return self.meeting

    def _keep(self, meeting: Meeting, before: Before | None = None) -> Meeting:
        before = before or self.before
        now = self.now()
        data = {
            "format": 1,
            "session": encode(meeting),
            "running": meeting.running,
            "spent": meeting.spent(now),
            "wall": self.time.wall(),
            "before": asdict(before),
        }
        disk.private_folder(self.folder)
        disk.write_private(self.path, json.dumps(data, ensure_ascii=False))
        self.meeting, self.before = meeting, before
        self._seen = stamp(self.path, behind_links=True)
        self.tell()
        return meeting

    def _read(self) -> None:
        try:
            data = outside.read_json(self.path)
            meeting = decode(data["session"])
            old = data["before"]
            members = tuple((str(who), str(role)) for who, role in old["members"])
            before = Before(tuple(map(str, old["cases"])), str(old["method"]), members, str(old["ended"]))
            self.meeting = self._going_on(meeting, data) if data["running"] else meeting
            self.before = before
        except (OSError, ValueError, KeyError, TypeError, EditError):
            # No meeting, or a file that nobody can read: a new meeting loses nothing that was said.
            self.meeting = None

    def _going_on(self, meeting: Meeting, data: Mapping[str, Any]) -> Meeting:
        """The meeting with its clock running on, as if nobody had been away; unless that was for hours."""
        away = max(0.0, self.time.wall() - float(data["wall"]))
        clocks = list(meeting.clocks)
        spent = float(data["spent"]) + (away if away < LONG_AWAY else 0.0)
        clocks[meeting.index] = replace(clocks[meeting.index], spent=spent)
        since = self.now() if away < LONG_AWAY else None
        return replace(meeting, clocks=tuple(clocks), since=since)

    def tell(self) -> None:
        """Let everybody who watches look again."""
        for callback in self._watchers:
            callback(self)


def _before(meeting: Meeting) -> Before:
    members = tuple((member.initials, member.role) for member in meeting.members)
    return Before(meeting.cases, meeting.method, members, meeting.ended)


_meetings: dict[Path, KeptMeeting] = {}


def the_meeting() -> KeptMeeting:
    """The meeting of this process's data folder, the same for all views of the kernel."""
    folder = data_folder()
    if folder not in _meetings:
        _meetings[folder] = KeptMeeting(folder)
    return _meetings[folder]
