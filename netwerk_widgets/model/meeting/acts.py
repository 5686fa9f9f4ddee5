"""What happens in a meeting: every act as a pure function from a :class:`.meeting.Meeting` to the next.

On the wire an act is ``{"do": name, ...}``. Nothing is ever forbidden: a move that is closed is opened with one act, and
that is noted; the order of phases can be left at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast

from netwerk_widgets.model.case.initials import MOST, as_initials
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.meeting import MOST_MARKS, MOST_MEMBERS, Clock, Mark, Meeting, Member
from netwerk_widgets.model.meeting.method import MOVES, ROLES, Method, Move, Role
from netwerk_widgets.model.meeting.sharing import moment_of, timed, untimed

LONGEST_EXTRA = 3600.0
"""The most seconds that one act adds to a phase."""


def choose(meeting: Meeting, method: Method, minutes: Mapping[str, int] | None = None, at: str = "") -> Meeting:
    """The meeting by this method; ``minutes`` says of a phase what it takes today, ``at`` is this moment."""
    given = minutes or {}
    phases = tuple(replace(phase, minutes=given.get(phase.id, phase.minutes)) for phase in method.phases)
    chosen = replace(
        meeting,
        method=method.id,
        names=dict(method.names),
        free=method.free,
        phases=phases,
        clocks=tuple(Clock(60.0 * phase.minutes) for phase in phases),
        index=0,
    )
    return timed(chosen, 0.0, at) if at else chosen


def perform(meeting: Meeting, act: Mapping[str, Any], now: float, at: str) -> Meeting:
    """The meeting after an act.

    Args:
        meeting: the meeting.
        act: ``{"do": name, ...}`` as it came from a page.
        now: seconds on a clock that never goes back.
        at: this moment, for people to read.

    Raises:
        EditError: there is no such act, or it cannot be done now; ``meeting`` stands as it was.
    """
    name = act.get("do")
    if not isinstance(name, str) or name not in ACTS:
        raise EditError("guide.error.unknown")
    return ACTS[name](meeting, act, now, at)


def _start(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    if meeting.state != "checkin" or not meeting.phases:
        raise EditError("guide.error.no_method")
    return _enter(replace(meeting, state="going", began=at), 0, now, at, "begin")


def _next(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    return _forward(meeting, now, at, "phase")


def _skip(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    here = _going(meeting).phase
    return _forward(_marked(meeting, at, "skip", here.id if here else ""), now, at, "phase")


def _forward(meeting: Meeting, now: float, at: str, act: str) -> Meeting:
    if _going(meeting).index + 1 < len(meeting.phases):
        return _enter(meeting, meeting.index + 1, now, at, act)
    return _close(meeting, now, at, "closing")


def _back(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    if meeting.state == "closing":
        return _enter(replace(meeting, state="going"), meeting.index, now, at, "phase")
    return _enter(_going(meeting), max(0, meeting.index - 1), now, at, "phase")


def _go(meeting: Meeting, act: Mapping[str, Any], now: float, at: str) -> Meeting:
    for place, phase in enumerate(meeting.phases):
        if phase.id == act.get("phase"):
            if meeting.state not in ("going", "closing"):
                break
            jumped = meeting.free or place == meeting.index + 1
            passed = meeting if jumped else _marked(meeting, at, "jump", phase.id)
            return _enter(replace(passed, state="going"), place, now, at, "phase")
    raise EditError("guide.error.no_phase")


def _pause(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    going = _going(meeting)
    return _marked(_still(going, now), at, "pause", "") if going.running else going


def _resume(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    return timed(replace(_going(meeting), since=now), now, at) if not meeting.running else meeting


def _stops(meeting: Meeting, act: Mapping[str, Any], now: float, at: str) -> Meeting:
    """The meeting stops at a time on the wall, or (an empty one) when its phases are over."""
    time = act.get("time")
    if not isinstance(time, str) or meeting.state not in ("checkin", "going"):
        raise EditError("guide.error.time")
    if not time:
        return untimed(meeting)
    return timed(replace(meeting, stops=moment_of(time, at)), now, at)


def _extend(meeting: Meeting, act: Mapping[str, Any], now: float, at: str) -> Meeting:
    seconds = act.get("seconds", 120)
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not 0 < seconds <= LONGEST_EXTRA:
        raise EditError("model.error.bad_value", field="seconds")
    clocks = list(_going(meeting).clocks)
    clock = clocks[meeting.index]
    # What comes after the time was over counts from now: two minutes more are two minutes.
    late = max(0.0, meeting.spent(now) - clock.total)
    clocks[meeting.index] = replace(clock, total=clock.total + late + float(seconds))
    return _marked(replace(meeting, clocks=tuple(clocks)), at, "extend", str(round(seconds / 60)))


def _open(meeting: Meeting, act: Mapping[str, Any], _now: float, at: str) -> Meeting:
    move = act.get("move")
    if move not in MOVES:
        raise EditError("model.error.bad_value", field="move")
    if move in _going(meeting).moves():
        return meeting
    opened = (*meeting.opened, cast("Move", move))
    return _marked(replace(meeting, opened=opened), at, "open", str(move))


def _shut(meeting: Meeting, act: Mapping[str, Any], _now: float, _at: str) -> Meeting:
    return replace(meeting, opened=tuple(move for move in meeting.opened if move != act.get("move")))


def _turn(meeting: Meeting, act: Mapping[str, Any], _now: float, _at: str) -> Meeting:
    order = _going(meeting).speakers()
    wished = act.get("initials")
    if isinstance(wished, str) and wished:
        meeting.member(wished)
        return replace(meeting, turn=wished)
    if not order:
        return replace(meeting, turn="")
    place = order.index(meeting.turn) + 1 if meeting.turn in order else 0
    return replace(meeting, turn=order[place % len(order)])


def _asked(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    """A question was asked: it is counted only where the phase has a most, and the turn goes on."""
    phase = _going(meeting).phase
    if phase is not None and phase.each and meeting.turn:
        counts = dict(meeting.asked)
        counts[meeting.turn] = counts.get(meeting.turn, 0) + 1
        meeting = replace(meeting, asked=tuple(counts.items()))
    return _turn(meeting, {}, now, at)


def _arrive(meeting: Meeting, act: Mapping[str, Any], _now: float, at: str) -> Meeting:
    initials = _read_initials(act.get("initials"))
    role = _role(act.get("role", "participant"))
    known = [member.initials for member in meeting.members]
    if initials in known:
        if meeting.member(initials).here:
            raise EditError("guide.error.twice", who=initials)
        members = tuple(replace(m, here=True) if m.initials == initials else m for m in meeting.members)
    elif len(known) >= MOST_MEMBERS:
        raise EditError("guide.error.full", most=MOST_MEMBERS)
    else:
        members = (*meeting.members, Member(initials, "participant"))
    meeting = _given(replace(meeting, members=members), initials, role)
    return meeting if meeting.state == "checkin" else _marked(meeting, at, "arrive", initials)


def _leave(meeting: Meeting, act: Mapping[str, Any], now: float, at: str) -> Meeting:
    """Somebody goes. At check-in they were a slip of the pen; later they stay in the log."""
    who = meeting.member(str(act.get("initials", ""))).initials
    if meeting.state == "checkin":
        return replace(meeting, members=tuple(m for m in meeting.members if m.initials != who))
    if meeting.turn == who:
        meeting = _turn(meeting, {}, now, at)
    members = tuple(replace(m, here=False) if m.initials == who else m for m in meeting.members)
    turn = "" if meeting.turn == who else meeting.turn
    return _marked(replace(meeting, members=members, turn=turn), at, "leave", who)


def _assign(meeting: Meeting, act: Mapping[str, Any], _now: float, at: str) -> Meeting:
    who = meeting.member(str(act.get("initials", ""))).initials
    role = _role(act.get("role"))
    meeting = _given(meeting, who, role)
    return meeting if meeting.state == "checkin" else _marked(meeting, at, "role", f"{who} {role}")


def _given(meeting: Meeting, initials: str, role: Role) -> Meeting:
    """One brings the case and one guards the time: whoever had that role becomes a participant."""
    single = role in ("bringer", "facilitator")
    freed = [replace(m, role="participant") if single and m.role == role else m for m in meeting.members]
    return replace(meeting, members=tuple(replace(m, role=role) if m.initials == initials else m for m in freed))


def _stop(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    """The meeting stops early: it still closes in peace."""
    return _close(_going(meeting), now, at, "stop")


def _again(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    """A second case: the same people and method, from the phase in which a case begins, with its time anew."""
    if meeting.state not in ("going", "closing"):
        raise EditError("guide.error.not_going")
    place = next((i for i, phase in enumerate(meeting.phases) if phase.again), 0)
    meeting = _still(meeting, now)
    fresh = tuple(Clock(60.0 * meeting.phases[i].minutes) if i >= place else c for i, c in enumerate(meeting.clocks))
    return _enter(replace(meeting, state="going", clocks=fresh), place, now, at, "again")


def _end(meeting: Meeting, _act: Mapping[str, Any], now: float, at: str) -> Meeting:
    if meeting.state not in ("going", "closing"):
        raise EditError("guide.error.not_going")
    return _marked(replace(_still(meeting, now), state="ended", ended=at, turn="", silent=False), at, "end", "")


def _sound(meeting: Meeting, act: Mapping[str, Any], _now: float, _at: str) -> Meeting:
    return replace(meeting, sound=act.get("on") is True)


def _silent(meeting: Meeting, act: Mapping[str, Any], _now: float, at: str) -> Meeting:
    on = act.get("on") is True
    if on and not meeting.silent:
        meeting = _marked(meeting, at, "silent", "")
    return replace(meeting, silent=on)


def _case(meeting: Meeting, act: Mapping[str, Any], _now: float, _at: str) -> Meeting:
    code = act.get("code")
    if not isinstance(code, str) or not 0 < len(code) <= 40:
        raise EditError("model.error.bad_value", field="code")
    return meeting if code in meeting.cases else replace(meeting, cases=(*meeting.cases[-9:], code))


def _enter(meeting: Meeting, place: int, now: float, at: str, act: str) -> Meeting:
    meeting = replace(_still(meeting, now), index=place, since=now, opened=(), asked=(), turn="", silent=False)
    phase = meeting.phases[place]
    if phase.turns and (order := meeting.speakers()):
        meeting = replace(meeting, turn=order[0])
    return _marked(timed(meeting, now, at), at, act, phase.id)


def _close(meeting: Meeting, now: float, at: str, act: str) -> Meeting:
    quiet = replace(_still(meeting, now), state="closing", turn="", opened=(), silent=False)
    return _marked(quiet, at, act, "")


def _still(meeting: Meeting, now: float) -> Meeting:
    """The meeting with its clock standing, and what it ran put down."""
    if meeting.since is None:
        return meeting
    clocks = list(meeting.clocks)
    clocks[meeting.index] = replace(clocks[meeting.index], spent=meeting.spent(now))
    return replace(meeting, clocks=tuple(clocks), since=None)


def _marked(meeting: Meeting, at: str, act: str, what: str) -> Meeting:
    phase = meeting.phases[meeting.index].id if meeting.phases else ""
    return replace(meeting, marks=(*meeting.marks, Mark(at, act, phase, what))[-MOST_MARKS:])


def _going(meeting: Meeting) -> Meeting:
    if meeting.state != "going":
        raise EditError("guide.error.not_going")
    return meeting


def _read_initials(value: Any) -> str:
    clean = as_initials(value).upper()[:MOST] if isinstance(value, str) else ""
    if not clean:
        raise EditError("guide.error.initials")
    return clean


def _role(value: Any) -> Role:
    if value not in ROLES:
        raise EditError("model.error.bad_value", field="role")
    return cast("Role", value)


ACTS: Mapping[str, Callable[[Meeting, Mapping[str, Any], float, str], Meeting]] = {
    "start": _start,
    "next": _next,
    "back": _back,
    "skip": _skip,
    "go": _go,
    "pause": _pause,
    "resume": _resume,
    "extend": _extend,
    "stops": _stops,
    "open": _open,
    "shut": _shut,
    "turn": _turn,
    "asked": _asked,
    "arrive": _arrive,
    "leave": _leave,
    "role": _assign,
    "stop": _stop,
    "again": _again,
    "end": _end,
    "sound": _sound,
    "silent": _silent,
    "case": _case,
}
