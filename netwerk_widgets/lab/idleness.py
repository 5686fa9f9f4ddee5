"""How long nothing was done, in any window of this program.

The clock is the meeting's (``casefile.meeting.steady``): it counts while the computer sleeps, and no window's own
timers are asked, since a browser lets them sleep.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal

from netwerk_widgets.casefile.library.meeting import KeptMeeting, steady

LIMIT = 600.0
"""Quiet seconds before the lock."""

Wish = Literal["open", "covered", "locked"]


def limit() -> float:
    """The quiet seconds of this run; tests make them few through the environment (``NETWERK_QUIET``).

    >>> limit()
    600.0
    """
    with suppress(ValueError):
        wished = float(os.environ.get("NETWERK_QUIET", ""))
        if wished > 0:
            return wished
    return LIMIT


@dataclass(frozen=True)
class Beat:
    """The clock of a meeting that goes on.

    Attributes:
        runs: it runs now.
        left: the seconds that are left of the phase; less than nothing once its time is over.
        told: what a cover shows of the phase: its title and its question by language, of the method and not of a case.
    """

    runs: bool
    left: float
    told: dict[str, Any] = field(default_factory=dict)


def beat(kept: KeptMeeting) -> Beat | None:
    """The clock of this meeting; None where no phase of it is on."""
    kept.poll()
    meeting = kept.meeting
    if meeting is None or meeting.phase is None:
        return None
    told = {"title": dict(meeting.phase.titles), "say": dict(meeting.phase.says)}
    return Beat(meeting.running, meeting.left(kept.now()), told)


class Quiet:
    """When the screen is to be covered or locked.

    Args:
        limit: how many quiet seconds are let pass.
        now: seconds on a clock that counts while the computer sleeps.

    >>> quiet = Quiet(600, now=lambda: 0.0)
    >>> quiet.wish()
    'open'
    """

    def __init__(self, limit: float = LIMIT, now: Callable[[], float] = steady) -> None:
        self.limit, self._now = limit, now
        self._last = self._ran = now()

    def wish(self, beat: Beat | None = None) -> Wish:
        """How the windows ought to be now.

        While the clock of a meeting runs its team sits there: the case is covered, and no phrase is asked. A clock whose
        time is over counts as standing still, since everybody may have gone home.
        """
        now = self._now()
        if beat and beat.runs:
            self._ran = max(self._ran, now + min(0.0, beat.left))
        if now - self._last < self.limit:
            return "open"
        return "covered" if now - self._ran < self.limit else "locked"

    def sign(self, beat: Beat | None = None) -> Wish:
        """Somebody did something in a window. After the limit it comes too late: who wakes a computer finds it locked."""
        if self.wish(beat) == "locked":
            return "locked"
        self._last = self._now()
        return "open"

    def anew(self) -> None:
        """The screen was opened: count from now."""
        self._last = self._now()
