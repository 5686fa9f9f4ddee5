"""What happens in a meeting: every act as a pure function from a :class:`.session.Session` to the next.

On the wire an act is ``{"do": name, ...}``. Nothing is ever forbidden: a move that is closed is opened with one act, and
that is noted; the order of phases can be left at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast

from netwerk_widgets.model.case.initials import MOST, as_initials
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.meeting import MOST_MARKS, MOST_MEMBERS, Clock, Mark, Member, Session
from netwerk_widgets.model.meeting.method import MOVES, ROLES, Method, Move, Role

LONGEST_EXTRA = 3600.0
"""The most seconds that one act adds to a phase."""


def choose(session: Session, method: Method, minutes: Mapping[str, int] | None = None) -> Session:
    """The meeting by this method; ``minutes`` says of a phase what it takes today."""
    given = minutes or {}
    phases = tuple(replace(phase, minutes=given.get(phase.id, phase.minutes)) for phase in method.phases)
    return replace(
        session,
        method=method.id,
        names=dict(method.names),
        free=method.free,
        phases=phases,
        clocks=tuple(Clock(60.0 * phase.minutes) for phase in phases),
        index=0,
    )


def perform(session: Session, act: Mapping[str, Any], now: float, at: str) -> Session:
    """The meeting after an act.

    Args:
        session: the meeting.
        act: ``{"do": name, ...}`` as it came from a page.
        now: seconds on a clock that never goes back.
        at: this moment, for people to read.

    Raises:
        EditError: there is no such act, or it cannot be done now; ``session`` stands as it was.
    """
    name = act.get("do")
    if not isinstance(name, str) or name not in ACTS:
        raise EditError("session.error.unknown")
    return ACTS[name](session, act, now, at)


def _start(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    if session.state != "checkin" or not session.phases:
        raise EditError("session.error.no_method")
    return _enter(replace(session, state="going", began=at), 0, now, at, "begin")


def _next(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    return _forward(session, now, at, "phase")


def _skip(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    here = _going(session).phase
    return _forward(_marked(session, at, "skip", here.id if here else ""), now, at, "phase")


def _forward(session: Session, now: float, at: str, act: str) -> Session:
    if _going(session).index + 1 < len(session.phases):
        return _enter(session, session.index + 1, now, at, act)
    return _close(session, now, at, "closing")


def _back(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    if session.state == "closing":
        return _enter(replace(session, state="going"), session.index, now, at, "phase")
    return _enter(_going(session), max(0, session.index - 1), now, at, "phase")


def _go(session: Session, act: Mapping[str, Any], now: float, at: str) -> Session:
    for place, phase in enumerate(session.phases):
        if phase.id == act.get("phase"):
            if session.state not in ("going", "closing"):
                break
            jumped = session.free or place == session.index + 1
            passed = session if jumped else _marked(session, at, "jump", phase.id)
            return _enter(replace(passed, state="going"), place, now, at, "phase")
    raise EditError("session.error.no_phase")


def _pause(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    going = _going(session)
    return _marked(_still(going, now), at, "pause", "") if going.running else going


def _resume(session: Session, _act: Mapping[str, Any], now: float, _at: str) -> Session:
    return replace(_going(session), since=now) if not session.running else session


def _extend(session: Session, act: Mapping[str, Any], now: float, at: str) -> Session:
    seconds = act.get("seconds", 120)
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not 0 < seconds <= LONGEST_EXTRA:
        raise EditError("model.error.bad_value", field="seconds")
    clocks = list(_going(session).clocks)
    clock = clocks[session.index]
    # What comes after the time was over counts from now: two minutes more are two minutes.
    late = max(0.0, session.spent(now) - clock.total)
    clocks[session.index] = replace(clock, total=clock.total + late + float(seconds))
    return _marked(replace(session, clocks=tuple(clocks)), at, "extend", str(round(seconds / 60)))


def _open(session: Session, act: Mapping[str, Any], _now: float, at: str) -> Session:
    move = act.get("move")
    if move not in MOVES:
        raise EditError("model.error.bad_value", field="move")
    if move in _going(session).moves():
        return session
    opened = (*session.opened, cast("Move", move))
    return _marked(replace(session, opened=opened), at, "open", str(move))


def _shut(session: Session, act: Mapping[str, Any], _now: float, _at: str) -> Session:
    return replace(session, opened=tuple(move for move in session.opened if move != act.get("move")))


def _turn(session: Session, act: Mapping[str, Any], _now: float, _at: str) -> Session:
    order = _going(session).speakers()
    wished = act.get("initials")
    if isinstance(wished, str) and wished:
        session.member(wished)
        return replace(session, turn=wished)
    if not order:
        return replace(session, turn="")
    place = order.index(session.turn) + 1 if session.turn in order else 0
    return replace(session, turn=order[place % len(order)])


def _asked(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    """A question was asked: it is counted only where the phase has a most, and the turn goes on."""
    phase = _going(session).phase
    if phase is not None and phase.each and session.turn:
        counts = dict(session.asked)
        counts[session.turn] = counts.get(session.turn, 0) + 1
        session = replace(session, asked=tuple(counts.items()))
    return _turn(session, {}, now, at)


def _arrive(session: Session, act: Mapping[str, Any], _now: float, at: str) -> Session:
    initials = _read_initials(act.get("initials"))
    role = _role(act.get("role", "participant"))
    known = [member.initials for member in session.members]
    if initials in known:
        if session.member(initials).here:
            raise EditError("session.error.twice", who=initials)
        members = tuple(replace(m, here=True) if m.initials == initials else m for m in session.members)
    elif len(known) >= MOST_MEMBERS:
        raise EditError("session.error.full", most=MOST_MEMBERS)
    else:
        members = (*session.members, Member(initials, "participant"))
    session = _given(replace(session, members=members), initials, role)
    return session if session.state == "checkin" else _marked(session, at, "arrive", initials)


def _leave(session: Session, act: Mapping[str, Any], now: float, at: str) -> Session:
    """Somebody goes. At check-in they were a slip of the pen; later they stay in the log."""
    who = session.member(str(act.get("initials", ""))).initials
    if session.state == "checkin":
        return replace(session, members=tuple(m for m in session.members if m.initials != who))
    if session.turn == who:
        session = _turn(session, {}, now, at)
    members = tuple(replace(m, here=False) if m.initials == who else m for m in session.members)
    turn = "" if session.turn == who else session.turn
    return _marked(replace(session, members=members, turn=turn), at, "leave", who)


def _assign(session: Session, act: Mapping[str, Any], _now: float, at: str) -> Session:
    who = session.member(str(act.get("initials", ""))).initials
    role = _role(act.get("role"))
    session = _given(session, who, role)
    return session if session.state == "checkin" else _marked(session, at, "role", f"{who} {role}")


def _given(session: Session, initials: str, role: Role) -> Session:
    """One brings the case and one guards the time: whoever had that role becomes a participant."""
    single = role in ("bringer", "facilitator")
    freed = [replace(m, role="participant") if single and m.role == role else m for m in session.members]
    return replace(session, members=tuple(replace(m, role=role) if m.initials == initials else m for m in freed))


def _stop(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    """The meeting stops early: it still closes in peace."""
    return _close(_going(session), now, at, "stop")


def _again(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    """A second case: the same people and method, from the phase in which a case begins, with its time anew."""
    if session.state not in ("going", "closing"):
        raise EditError("session.error.not_going")
    place = next((i for i, phase in enumerate(session.phases) if phase.again), 0)
    session = _still(session, now)
    fresh = tuple(Clock(60.0 * session.phases[i].minutes) if i >= place else c for i, c in enumerate(session.clocks))
    return _enter(replace(session, state="going", clocks=fresh), place, now, at, "again")


def _end(session: Session, _act: Mapping[str, Any], now: float, at: str) -> Session:
    if session.state not in ("going", "closing"):
        raise EditError("session.error.not_going")
    return _marked(replace(_still(session, now), state="ended", ended=at, turn="", silent=False), at, "end", "")


def _sound(session: Session, act: Mapping[str, Any], _now: float, _at: str) -> Session:
    return replace(session, sound=act.get("on") is True)


def _silent(session: Session, act: Mapping[str, Any], _now: float, at: str) -> Session:
    on = act.get("on") is True
    if on and not session.silent:
        session = _marked(session, at, "silent", "")
    return replace(session, silent=on)


def _case(session: Session, act: Mapping[str, Any], _now: float, _at: str) -> Session:
    code = act.get("code")
    if not isinstance(code, str) or not 0 < len(code) <= 40:
        raise EditError("model.error.bad_value", field="code")
    return session if code in session.cases else replace(session, cases=(*session.cases[-9:], code))


def _enter(session: Session, place: int, now: float, at: str, act: str) -> Session:
    session = replace(_still(session, now), index=place, since=now, opened=(), asked=(), turn="", silent=False)
    phase = session.phases[place]
    if phase.turns and (order := session.speakers()):
        session = replace(session, turn=order[0])
    return _marked(session, at, act, phase.id)


def _close(session: Session, now: float, at: str, act: str) -> Session:
    quiet = replace(_still(session, now), state="closing", turn="", opened=(), silent=False)
    return _marked(quiet, at, act, "")


def _still(session: Session, now: float) -> Session:
    """The meeting with its clock standing, and what it ran put down."""
    if session.since is None:
        return session
    clocks = list(session.clocks)
    clocks[session.index] = replace(clocks[session.index], spent=session.spent(now))
    return replace(session, clocks=tuple(clocks), since=None)


def _marked(session: Session, at: str, act: str, what: str) -> Session:
    phase = session.phases[session.index].id if session.phases else ""
    return replace(session, marks=(*session.marks, Mark(at, act, phase, what))[-MOST_MARKS:])


def _going(session: Session) -> Session:
    if session.state != "going":
        raise EditError("session.error.not_going")
    return session


def _read_initials(value: Any) -> str:
    clean = as_initials(value).upper()[:MOST] if isinstance(value, str) else ""
    if not clean:
        raise EditError("session.error.initials")
    return clean


def _role(value: Any) -> Role:
    if value not in ROLES:
        raise EditError("model.error.bad_value", field="role")
    return cast("Role", value)


ACTS: Mapping[str, Callable[[Session, Mapping[str, Any], float, str], Session]] = {
    "start": _start,
    "next": _next,
    "back": _back,
    "skip": _skip,
    "go": _go,
    "pause": _pause,
    "resume": _resume,
    "extend": _extend,
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
