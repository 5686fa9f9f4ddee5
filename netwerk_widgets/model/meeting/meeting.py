"""One meeting: who is there, which phase is on, whose turn it is, and a clock that is made of numbers.

Pure: nothing here looks at a clock. Every act is given ``now``, seconds on a clock that never goes back, and ``at``, the
moment for people to read (ISO 8601). A meeting holds nothing of what is said in it: that is the case's.

    checkin -> going -> closing -> ended        (a second case goes from closing, or from any phase, back to going)

What each act does stands in :mod:`.acts`; how a meeting is kept on disk in ``casefile.meeting``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal, cast, get_args

from netwerk_widgets.model.case.initials import as_initials
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.method import MOVES, ROLES, Move, Phase, Role

State = Literal["checkin", "going", "closing", "ended"]
STATES: tuple[State, ...] = get_args(State)
MOST_MEMBERS = 24
MOST_MARKS = 400


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody at the table, by initials. ``here`` is false for who left."""

    initials: str
    role: Role = "participant"
    here: bool = True


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of one phase, in seconds: what it may take and what it took until it last stood still."""

    total: float
    spent: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened: a phase that began, a move opened out of turn, somebody who came late.

    ``what`` says what it was about (a move, initials), never a word of what was said.
    """

    at: str
    act: str
    phase: str = ""
    what: str = ""


@dataclass(frozen=True)
class Meeting:
    """A meeting. ``since`` is the moment since when the clock of this phase runs, ``None`` while it stands still.

    ``stops`` is when it is to end, where that was agreed (:mod:`.sharing`).
    """

    WIRE: ClassVar[Mapping[str, str]] = {"since": ""}

    id: str
    state: State = "checkin"
    method: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    free: bool = False
    phases: tuple[Phase, ...] = ()
    members: tuple[Member, ...] = ()
    index: int = 0
    clocks: tuple[Clock, ...] = ()
    since: float | None = None
    turn: str = ""
    asked: tuple[tuple[str, int], ...] = ()
    opened: tuple[Move, ...] = ()
    silent: bool = False
    sound: bool = True
    marks: tuple[Mark, ...] = ()
    cases: tuple[str, ...] = ()
    began: str = ""
    ended: str = ""
    stops: str = ""

    @property
    def phase(self) -> Phase | None:
        """The phase that is on; ``None`` before the first and after the last."""
        return self.phases[self.index] if self.state == "going" and self.phases else None

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self.since is not None

    @property
    def here(self) -> tuple[Member, ...]:
        """Who is at the table now."""
        return tuple(member for member in self.members if member.here)

    def member(self, initials: str) -> Member:
        """Somebody at the table.

        Raises:
            EditError: nobody of these initials.
        """
        for member in self.members:
            if member.initials == initials:
                return member
        raise EditError("guide.error.nobody", who=initials[:12])

    def holder(self, role: Role) -> str:
        """The initials of whoever has this role and is here; empty where nobody does."""
        return next((member.initials for member in self.here if member.role == role), "")

    def moves(self) -> tuple[Move, ...]:
        """The moves that are open now: the phase's, and what was opened on purpose."""
        allowed = self.phase.moves if self.phase else MOVES
        return tuple(move for move in MOVES if move in allowed or move in self.opened)

    def listens(self, member: Member) -> bool:
        """Whether somebody only listens in this phase."""
        return self.phase is not None and member.role in self.phase.silent

    def speakers(self) -> tuple[str, ...]:
        """Those who may have a turn in this phase, in the order in which they sit; the one who brings comes last."""
        phase = self.phase
        if phase is None:
            return ()
        asking = [m for m in self.here if m.role in phase.speaks and m.role not in ("facilitator", *phase.silent)]
        if "ask" in phase.moves or "advise" in phase.moves:  # whoever brings the case answers, and has no turn to ask
            asking = [m for m in asking if m.role != "bringer"]
        return tuple(m.initials for m in sorted(asking, key=lambda m: m.role == "bringer"))

    def questions_left(self) -> int | None:
        """How many questions whoever has the turn may still ask; ``None`` without a limit."""
        if self.phase is None or not self.phase.each:
            return None
        return max(0, self.phase.each - dict(self.asked).get(self.turn, 0))

    def spent(self, now: float, index: int | None = None) -> float:
        """The seconds that a phase (the one that is on, where left out) took until now."""
        place = self.index if index is None else index
        if place >= len(self.clocks):
            return 0.0
        going = now - self.since if self.since is not None and place == self.index else 0.0
        return self.clocks[place].spent + max(0.0, going)

    def left(self, now: float) -> float:
        """The seconds that are left of this phase; less than nothing once its time is over."""
        if self.index >= len(self.clocks):
            return 0.0
        return self.clocks[self.index].total - self.spent(now)

    def ahead(self, now: float) -> float:
        """The seconds until the meeting ends, if all goes as planned from here."""
        later = sum(max(0.0, clock.total - clock.spent) for clock in self.clocks[self.index + 1 :])
        return max(0.0, self.left(now)) + later if self.state == "going" else 0.0


def encode(meeting: Meeting) -> dict[str, Any]:
    """A meeting as JSON, all but ``since``: whoever keeps it knows how long ago that was."""
    return wired(meeting)


def decode(data: Mapping[str, Any]) -> Meeting:
    """A meeting from JSON, its clock standing still.

    Raises:
        EditError: it is not one.
    """
    try:
        values = dict(data)
        phases = tuple(_phase(row) for row in values.pop("phases"))
        clocks = tuple(Clock(float(row["total"]), float(row["spent"])) for row in values.pop("clocks"))
        members = tuple(
            Member(as_initials(str(row["initials"])), row["role"], row["here"] is True) for row in values.pop("members")
        )
        marks = tuple(Mark(**row) for row in values.pop("marks"))
        asked = tuple((str(who), int(count)) for who, count in values.pop("asked"))
        lists: dict[str, Any] = {key: tuple(values.pop(key)) for key in ("opened", "cases")}
        if stops := str(values.get("stops", "")):  # a meeting of before has none
            datetime.fromisoformat(stops)
        meeting = Meeting(
            phases=phases, clocks=clocks, members=members, marks=marks, asked=asked, **lists, **values, since=None
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise EditError("guide.error.unreadable") from None
    if not _whole(meeting):
        raise EditError("guide.error.unreadable")
    return meeting


def _whole(meeting: Meeting) -> bool:
    place = meeting.state in STATES and isinstance(meeting.index, int)
    clocks = len(meeting.clocks) == len(meeting.phases) and all(clock.total >= 0 for clock in meeting.clocks)
    inside = 0 <= meeting.index < max(1, len(meeting.phases))
    people = all(member.role in ROLES for member in meeting.members)
    return place and clocks and inside and people and isinstance(meeting.id, str)


def _phase(row: Mapping[str, Any]) -> Phase:
    texts = {**Phase.WIRE, "yields": "yields"}
    lists = {key: cast("Any", tuple(row[key])) for key in ("speaks", "silent", "moves", "cards")}
    plain = {key: row[key] for key in ("id", "minutes", "turns", "each", "writing", "board", "again")}
    spoken: dict[str, Any] = {name: dict(row[key]) for name, key in texts.items()}
    later: dict[str, Any] = {"part": str(row.get("part", "")), "several": row.get("several") is True}
    return Phase(**plain, **lists, **spoken, **later)  # a meeting of before has none of these
