"""The learning log as a text document, to be handed to a register or kept in one's own portfolio."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netwerk_widgets.locale import TONGUES, Message, language
from netwerk_widgets.model.meeting.log import DIMENSIONS, Entry, hours
from netwerk_widgets.model.meeting.method import FULL_HOUR
from netwerk_widgets.report.docx import Document


def render(entries: Sequence[Entry], today: date, spoken: str | None = None) -> bytes:
    """The log as a .docx: the hours of five years, then each meeting.

    >>> render([Entry("e1", "2026-03-04", "13:00", "14:30")], date(2026, 11, 1), "nl")[:2]
    b'PK'

    Args:
        entries: what to write down, in this order.
        today: the day up to which the hours are counted.
        spoken: one of the interface's languages; the one now spoken where left out.
    """
    tongue = spoken if spoken and spoken in TONGUES else language()
    document = Document(TONGUES[tongue].tag)
    document.heading(Message("log.title").text(tongue))
    document.paragraph(hours(entries, today).message.text(tongue))
    document.paragraph(Message("log.paper", {"day": _day(today.isoformat())}).text(tongue))
    for entry in entries:
        gaps = {"form": Message(f"log.form.{entry.form}"), "day": _day(entry.day)}
        document.heading(Message("log.meeting", gaps).text(tongue), 2)
        document.table([(Message(f"log.field.{name}").text(tongue), text) for name, text in _rows(entry, tongue)])
    return document.bytes()


def _rows(entry: Entry, tongue: str) -> list[tuple[str, str]]:
    key = "log.time.counts" if entry.counts else "log.time.short"
    time = Message(key, {"start": entry.start, "end": entry.end, "minutes": entry.minutes, "hour": FULL_HOUR}).text(
        tongue
    )
    plain = [(name, getattr(entry, name)) for name in ("method", "participants", "facilitator", "number", "question")]
    deep = [(name, getattr(entry, name)) for name in DIMENSIONS]
    nothing = Message("log.nothing").text(tongue)
    return [("time", time), *((name, text or nothing) for name, text in (*plain, *deep))]


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}-{int(month)}-{year}"
