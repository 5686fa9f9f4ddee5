"""When a meeting stops: a time on the wall, and the minutes until then shared out over the phases that are still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.meeting import Clock, Meeting

LONGEST = timedelta(hours=12)
"""A time that is further away than this was over already."""

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def shared(minutes: int, weights: Sequence[float]) -> tuple[int, ...]:
    """So many whole minutes in proportion to these weights, at least one each; they add up to ``minutes`` where that can be.

    >>> shared(50, (5, 10, 5, 15, 10, 10, 10))
    (4, 8, 4, 11, 8, 8, 7)
    >>> shared(2, (10, 20, 30))
    (1, 1, 1)

    Args:
        minutes: what there is; less than one for each gives one for each.
        weights: how long each would take; where all are nothing they count the same.
    """
    parts = [Fraction(max(0.0, weight)) for weight in weights]
    if not any(parts):
        parts = [Fraction(1)] * len(parts)
    # Whoever would get less than a minute gets one; what is left is shared by the others.
    large = set(range(len(parts)))
    while small := {one for one in large if (minutes - len(parts) + len(large)) * parts[one] < _sum(parts, large)}:
        large -= small
    found = [1] * len(parts)
    rest = minutes - len(parts) + len(large)
    exact = {one: rest * parts[one] / _sum(parts, large) for one in large}
    for one, wished in exact.items():
        found[one] = int(wished)
    by_rest = sorted(large, key=lambda one: (found[one] - exact[one], one))
    for one in by_rest[: rest - sum(found[one] for one in large)] if large else ():
        found[one] += 1
    return tuple(found)


def _sum(parts: Sequence[Fraction], places: set[int]) -> Fraction:
    return sum((parts[one] for one in places), Fraction(0))


def moment_of(time: str, at: str) -> str:
    """The first moment after ``at`` when the clock on this wall says this time, as ISO 8601 in UTC.

    Raises:
        EditError: it is no time, or was over already.
    """
    found = _TIME.fullmatch(time.strip())
    if found is None:
        raise EditError("guide.error.time")
    now = datetime.fromisoformat(at).astimezone()
    moment = now.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    if moment <= now:
        moment += timedelta(days=1)
    if moment - now > LONGEST:
        raise EditError("guide.error.time_over")
    return moment.astimezone(UTC).isoformat()


def timed(meeting: Meeting, now: float, at: str) -> Meeting:
    """The meeting with the minutes until it stops shared out over its phases from here on; as it was without an end time.

    A phase that was begun counts for what is left of it. Before the meeting begins it is as if it began now.
    """
    if not meeting.stops or not meeting.phases:
        return meeting
    first = meeting.index if meeting.state == "going" else 0
    places = range(first, len(meeting.phases))
    spent = [meeting.spent(now, place) for place in places]
    weights = [60.0 * meeting.phases[place].minutes - gone for place, gone in zip(places, spent, strict=True)]
    left = datetime.fromisoformat(meeting.stops) - datetime.fromisoformat(at)
    parts = shared(int(left.total_seconds() // 60), weights)
    clocks = tuple(
        replace(meeting.clocks[place], total=gone + 60.0 * part)
        for place, gone, part in zip(places, spent, parts, strict=True)
    )
    return replace(meeting, clocks=(*meeting.clocks[:first], *clocks))


def untimed(meeting: Meeting) -> Meeting:
    """The meeting without an end time: each phase takes what its method says."""
    clocks = tuple(
        Clock(60.0 * phase.minutes, clock.spent) for phase, clock in zip(meeting.phases, meeting.clocks, strict=True)
    )
    return replace(meeting, stops="", clocks=clocks)
