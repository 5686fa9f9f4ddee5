"""The guide of a meeting: check-in, the phase that is on, the clock, whose turn it is, the silent round and the closing.

A workbook shows it in parts, side by side; all parts of all windows follow the one meeting of this data folder. What is
said of the case (intentions, steps, what was written in silence) are edits of the case; the meeting itself holds none of
it. A phase that begins is noted in the case, so that it can be looked back on.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, get_args

import traitlets

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.meeting import KeptMeeting
from netwerk_widgets.casefile.library.peek import glance
from netwerk_widgets.casefile.storage.slips import LONGEST, Aside
from netwerk_widgets.locale import Message, said
from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case.entities import MEETING, Answer, Case
from netwerk_widgets.model.case.entities import encode as encode_entity
from netwerk_widgets.model.case.letters import cut
from netwerk_widgets.model.case.phases import PhaseMark
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.meeting import Mark, Meeting, encode
from netwerk_widgets.model.meeting.method import LEVELS, QUESTIONS, Method, Phase, Wish, fitting
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.handlers.comparison import as_it_is
from netwerk_widgets.views.handlers.slips import laid_open

Agenda = Callable[[Mapping[str, str], Sequence[tuple[Phase, int]], datetime], str]
"""Makes a page to print of a method: its names, its phases with the minutes of today, and when it begins."""

Pane = Literal["checkin", "phases", "clock", "round", "closing", "return"]
PARTS: tuple[Pane, ...] = get_args(Pane)
Slip = Literal["hypothesis", "question", "person"]
ASIDE: tuple[Slip, ...] = get_args(Slip)
"""What may be written in a silent round."""

NOTED = frozenset({"begin", "phase", "again", "closing", "stop", "end", "open", "skip", "jump", "silent"})
"""What happens in a meeting that its case remembers; who came, left or had which role it does not."""

INTENTION = f"{MEETING}intention"

MINUTES = range(1, 91)
"""What a phase may take, in minutes."""

WISHED = {"people": 40, "minutes": 600}
"""The most that a group may say of itself."""


class MeetingGuide(CaseView):
    """A part of the guide of the meeting.

    Args:
        desk: the desk whose case is spoken of.
        meeting: the meeting of this data folder.
        methods: the methods to choose from, by id.
        part: which part this is, one of ``PARTS``.
        families: the families of question cards, by id: their names by language.
        ways: the steps of the workbook to which this part leads: "cards", "meeting", "closing", or a board and those of its parts
            that the step shows ("dilemma question views").
        problems: what did not fit when the methods were read, in sentences for whoever wrote them.
        agenda: makes a page to print of a method's phases; without it nothing can be printed.

    >>> MeetingGuide(desk, the_meeting(), methods, part="clock")  # doctest: +SKIP
    MeetingGuide(part=clock)
    """

    FOR_CLIENT = False

    part = traitlets.Unicode("round").tag(sync=True)
    ways = traitlets.Dict(key_trait=traitlets.Unicode(), value_trait=traitlets.Unicode()).tag(sync=True)

    def __init__(  # noqa: PLR0913 -- said by name
        self,
        desk: Desk,
        meeting: KeptMeeting,
        methods: Mapping[str, Method],
        *,
        part: str = "round",
        families: Mapping[str, Mapping[str, str]] | None = None,
        ways: Mapping[str, str] | None = None,
        problems: Sequence[Message] = (),
        agenda: Agenda | None = None,
        **traits: Any,
    ) -> None:
        known = part if part in PARTS else "round"
        super().__init__(desk, view="meeting", part=known, ways=dict(ways or {}), **traits)
        self._families, self._agenda = families or {}, agenda
        self._kept, self._methods, self._problems = meeting, methods, problems
        self.answers_to(meeting=self._look, gather=self._gather, choose=self._choose, act=self._act)
        self.answers_to(methods=self._all_methods, fit=self._fit, aside=self._aside, reveal=self._reveal)
        self.answers_to(before=self._last_time, take=self._take, as_it_is=self._as_it_is, agenda=self._on_paper)
        self._end = meeting.watch(lambda _: self.say("meeting", **self._told()))

    def close(self) -> None:
        """Stop following the meeting, then close the widget."""
        self._end()
        super().close()

    def _look(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        self._kept.poll()
        return self._told()

    def _gather(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        self._kept.gather()
        return self._told()

    def _choose(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        name, given = content.get("method"), content.get("minutes") or {}
        if not isinstance(name, str) or name not in self._methods:
            raise EditError("model.error.bad_value", field="method")
        if not isinstance(given, Mapping) or not all(type(n) is int and n in MINUTES for n in given.values()):
            raise EditError("model.error.bad_value", field="minutes")
        self._kept.choose(self._methods[name], given)
        return self._told()

    def _act(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        act = content.get("act")
        if not isinstance(act, Mapping):
            raise EditError("guide.error.unknown")
        before = self._kept.meeting
        marks = len(before.marks) if before else 0
        meeting = self._kept.act(act)
        file = self._desk.file
        if meeting.state == "going" and file is not None and file.code not in meeting.cases:
            meeting = self._kept.act({"do": "case", "code": file.code})
        self._note(meeting, meeting.marks[marks:])
        return self._told()

    def _note(self, meeting: Meeting, marks: Sequence[Mark]) -> None:
        """Note in the case what happened. A case that is closed or read-only goes without: the meeting goes on."""
        for mark in marks:
            if mark.act not in NOTED or self._desk.file is None:
                continue
            title = next(
                (said(p.titles) if p.titles else p.id for p in meeting.phases if p.id == mark.phase), mark.phase
            )
            # The key stands in histories, so it keeps the name that it had when they were written.
            named = Message(f"session.act.{mark.act}", {"title": title})
            noted = PhaseMark(
                f"f{secrets.token_hex(8)}", meeting.id, mark.act, mark.phase, cut(title, 60), mark.what[:20], mark.at
            )
            with contextlib.suppress(CaseFileError):
                self._desk.file.mark(noted, Message("model.edit.phase", {"title": named}))

    def _all_methods(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        return {
            "methods": [wired(method) for method in self._methods.values()],
            "problems": [problem.wire() for problem in self._problems],
        }

    def _fit(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"fits": [wired(fit) for fit in fitting(self._methods.values(), _wish(content))]}

    def _aside(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Keep something that was written in silence; only how much there is comes back."""
        kind, text = content.get("of"), content.get("text")
        if kind not in ASIDE or not isinstance(text, str) or not text.strip():
            raise EditError("guide.error.empty")
        clean = f.read(Answer, {"text": cut(" ".join(text.split()), LONGEST)})["text"]
        draft = content.get("draft")
        self.file.put_aside(Aside(str(kind), clean), draft if isinstance(draft, str) else "")
        self._kept.tell()
        return self._told()

    def _reveal(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Lay all open at once: persons on the map, hypotheses and questions beside it."""
        at = self._kept.time.at()
        oid = content.get("oid")
        self.file.lay_open(lambda case, found: laid_open(case, found, at), oid if isinstance(oid, str) else "")
        if self._kept.meeting is not None and self._kept.meeting.silent:
            self._kept.act({"do": "silent", "on": False})
        self._kept.tell()
        return self._told()

    def _last_time(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        """What was intended last time, also in cases that are not on the desk but need no pass phrase."""
        here = self._desk.file.code if self._desk.file else ""
        codes = [code for code in self._kept.before.cases if code != here]
        found = [(code, glance(self._desk, code)) for code in (*codes, here) if code]
        return {
            "cases": [
                {"code": code, "here": code == here, "locked": case is None, **_intended(case or Case())}
                for code, case in found
            ]
        }

    def _on_paper(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        """The agenda of the method that was chosen, from when the meeting began, or from now."""
        meeting = self._kept.meeting
        if self._agenda is None or meeting is None or not meeting.phases:
            raise EditError("guide.error.no_method")
        start = datetime.fromisoformat(meeting.began or self._kept.time.at()).astimezone()
        minutes = [round(clock.total / 60) for clock in meeting.clocks]
        return {"html": self._agenda(meeting.names, list(zip(meeting.phases, minutes, strict=True)), start)}

    def _as_it_is(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        """The version that the map still is, so that nobody is asked to name the same map twice."""
        found = as_it_is(self.file)
        return {"version": encode_entity(found) if found else None}

    def _take(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Put a case of last time on the desk."""
        code = content.get("code")
        if not isinstance(code, str) or code not in self._kept.before.cases:
            raise EditError("model.error.bad_value", field="code")
        self._desk.open(code)
        return self._told()

    def _told(self) -> dict[str, Any]:
        """All that a page draws the meeting from."""
        meeting, last = self._kept.meeting, wired(self._kept.before)
        if meeting is None:
            return {**_NO_MEETING, "last": last}
        now, file = self._kept.now(), self._desk.file
        with_limit = meeting.questions_left()
        return {
            "meeting": encode(meeting),
            "last": last,
            "running": meeting.running,
            "left": round(meeting.left(now), 3),
            "ahead": round(meeting.ahead(now), 3),
            "spent": [round(meeting.spent(now, place), 1) for place in range(len(meeting.clocks))],
            "moves": list(meeting.moves()),
            "listening": [member.initials for member in meeting.here if meeting.listens(member)],
            "speakers": list(meeting.speakers()),
            "fits": self._fits(meeting),
            "questions_left": -1 if with_limit is None else with_limit,
            "aside": file.set_aside if file is not None else 0,
        }

    def _fits(self, meeting: Meeting) -> list[dict[str, Any]]:
        """The families of cards that fit the phase, by name; one that a team no longer has is not told."""
        found = meeting.phase.cards if meeting.phase else ()
        return [{"id": one, "name": dict(self._families[one])} for one in found if one in self._families]

    def __repr__(self) -> str:
        return f"MeetingGuide(part={self.part})"


_NO_MEETING: Mapping[str, Any] = {
    "meeting": None,
    "running": False,
    "left": 0,
    "ahead": 0,
    "questions_left": -1,
    "aside": 0,
    **{name: [] for name in ("spent", "moves", "listening", "speakers", "fits")},
}


def _intended(case: Case) -> dict[str, Any]:
    answers = [answer for answer in case.answers.values() if answer.card == INTENTION and answer.text]
    steps = [step for step in case.steps.values() if not step.done and step.text]
    return {
        "intentions": [{"id": answer.id, "text": answer.text} for answer in answers[-1:]],
        "steps": [{"id": step.id, "text": step.text, "outcome": step.outcome} for step in steps[-6:]],
    }


def _wish(content: Mapping[str, Any]) -> Wish:
    """What a group said of itself; what is empty was left open.

    Raises:
        EditError: a choice that does not exist.
    """
    values: dict[str, Any] = {}
    for name, options in (("level", LEVELS), ("question", QUESTIONS)):
        value = content.get(name) or None
        if value is not None and value not in options:
            raise EditError("model.error.bad_value", field=name)
        values[name] = value
    for name, most in WISHED.items():
        value = content.get(name)
        if value is not None and (type(value) is not int or not 0 < value <= most):
            raise EditError("model.error.bad_value", field=name)
        values[name] = value
    return Wish(**values)
