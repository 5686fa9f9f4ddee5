"""The learning log as a view: what a register asks of the meeting of just now, and the hours of five years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.log import LogFile
from netwerk_widgets.casefile.library.meeting import KeptMeeting
from netwerk_widgets.locale import Message, said
from netwerk_widgets.model.case.initials import as_initials
from netwerk_widgets.model.case.letters import cut
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.log import DIMENSIONS, Entry, hours, of_the_case, read_entry, write_entry
from netwerk_widgets.model.meeting.meeting import Meeting
from netwerk_widgets.views.base import CaseView

Writer: TypeAlias = Callable[[Sequence[Entry], date], bytes]
_TOLD = ("question", *DIMENSIONS, "method", "participants")


class LearningLog(CaseView):
    """The learning log of whoever works on this computer, or of another at the table: one each, by initials.

    Args:
        desk: the desk whose case was spoken of; the log only looks whether a text names somebody in it.
        meeting: the meeting that the next entry begins from.
        log: where entries are kept; of those who say their initials in logs of their own.
        writer: makes a text document of entries.

    >>> LearningLog(desk, the_meeting(), LogFile(), writer)  # doctest: +SKIP
    LearningLog()
    """

    FOR_CLIENT = False

    def __init__(self, desk: Desk, meeting: KeptMeeting, log: LogFile, writer: Writer, **traits: Any) -> None:
        super().__init__(desk, view="log", **traits)
        self._kept, self._log, self._writer = meeting, log, writer
        self._works, self._whose = "", ""
        self.answers_to(log=self._look, keep_log=self._keep, drop_log=self._drop, log_of=self._of)
        self.answers_to(check_log=self._check, log_docx=self._document)
        self._end = meeting.watch(lambda _: self.say("meeting"))

    def close(self) -> None:
        """Stop following the meeting, then close the widget."""
        self._end()
        super().close()

    def _of(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Take the log of another; nothing else of this computer is theirs by that."""
        whose = content.get("initials")
        if not isinstance(whose, str) or not as_initials(whose):
            raise EditError("guide.error.initials")
        self._works, self._whose = self._desk.shelf.initials, as_initials(whose).upper()
        return self._look({})

    def _mine(self) -> None:
        """Take the log of whoever works here now, unless another was asked for since they came."""
        works = self._desk.shelf.initials
        if works != self._works:
            self._works, self._whose = works, works
        self._log = self._log.of(self._whose)

    def _look(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        self._mine()
        entries = self._log.entries()
        self._kept.poll()
        meeting = self._kept.meeting
        return {
            "initials": self._log.initials,
            "entries": [write_entry(entry) for entry in entries],
            "lasted": {entry.id: {"minutes": entry.minutes, "counts": entry.counts} for entry in entries},
            "hours": hours(entries, self._today()).message.wire(),
            "meeting": write_entry(_begun(meeting, self._kept.time.at())) if meeting and meeting.began else None,
            "today": self._today().isoformat(),
        }

    def _keep(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        self._log.keep(read_entry(content.get("entry")))
        return self._look({})

    def _drop(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        self._log.remove(str(content.get("entry", "")))
        return self._look({})

    def _check(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """What in these texts seems to be about the case and not about oneself."""
        entry = content.get("entry")
        if not isinstance(entry, Mapping):
            raise EditError("model.error.bad_value", field="entry")
        texts = [text for name in _TOLD if isinstance(text := entry.get(name), str)]
        case = self._desk.file.case if self._desk.file else None
        return {"warnings": [message.wire() for message in of_the_case(texts, case)]}

    def _document(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        data = self._writer(self._log.entries(), self._today())
        return {"buffers": [data], "name": Message("log.file").text()}

    def _today(self) -> date:
        return _local(self._kept.time.at()).date()


def _begun(meeting: Meeting, now: str) -> Entry:
    """The entry that a meeting begins: when, how, with whom; what was learned is for its people to say."""
    start, end = _local(meeting.began), _local(meeting.ended or now)
    there = [f"{member.initials} ({Message(f'methods.role.{member.role}').text()})" for member in meeting.members]
    return Entry(
        meeting.id,
        day=start.date().isoformat(),
        start=f"{start:%H:%M}",
        end=f"{end:%H:%M}",
        method=cut(said(meeting.names) if meeting.names else "", 60),
        participants=", ".join(there)[:600],
        facilitator=meeting.holder("facilitator")
        or next((member.initials for member in meeting.members if member.role == "facilitator"), ""),
    )


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()
