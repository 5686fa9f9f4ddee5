"""The learning log of a professional: what a register asks of a meeting, and how the hours add up.

Nothing of a case belongs in it. The fields and the count follow what SKJ and Registerplein ask (as we know it: reflection
in three dimensions; SKJ counts meetings of at least an hour, 60 hours in five years).
"""

# ruff: noqa: RUF009 -- the functions of .fields make a dataclasses.field, as dataclasses.field itself does

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal, get_args

from netwerk_widgets.locale import Message
from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.method import FULL_HOUR
from netwerk_widgets.model.names.mentions import names_in
from netwerk_widgets.model.names.privacy import warnings

Form = Literal["intervision", "supervision", "case_discussion", "coaching", "consultation", "work_guidance"]
FORMS: tuple[Form, ...] = get_args(Form)
DIMENSIONS = ("technical", "normative", "personal")
YEARS = 5
WANTED = 60
"""The hours of reflection that SKJ asks in five years."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting in the log. ``day`` is ISO (2026-03-04), ``start`` and ``end`` are HH:MM on the wall.

    ``technical``, ``normative`` and ``personal`` are the three dimensions of one's own reflection.
    """

    id: str
    day: str = f.text(10)
    start: str = f.text(5)
    end: str = f.text(5)
    form: Form = f.choice(FORMS, "intervision")
    method: str = f.text(60)
    participants: str = f.text(600)
    facilitator: str = f.text(120)
    number: str = f.text(40)
    question: str = f.text(600, lines=True)
    technical: str = f.text(2000, lines=True)
    normative: str = f.text(2000, lines=True)
    personal: str = f.text(2000, lines=True)

    @property
    def minutes(self) -> int:
        """How long the meeting was; one that ended after midnight went on into the next day."""
        if not (_TIME.fullmatch(self.start) and _TIME.fullmatch(self.end)):
            return 0
        return (_minutes(self.end) - _minutes(self.start)) % (24 * 60)

    @property
    def counts(self) -> bool:
        """Whether it lasted the hour from which SKJ counts."""
        return self.minutes >= FULL_HOUR


@dataclass(frozen=True, slots=True)
class Hours:
    """What was counted in the five years up to a day, in minutes; ``short`` meetings are in none of it."""

    minutes: int = 0
    meetings: int = 0
    short: int = 0

    @property
    def message(self) -> Message:
        """The count in a sentence."""
        gaps = {"hours": self.minutes // 60, "minutes": self.minutes % 60, "meetings": self.meetings}
        return Message("log.hours", gaps | {"years": YEARS, "wanted": WANTED})


def hours(entries: Iterable[Entry], today: date) -> Hours:
    """The hours of the five years up to this day.

    >>> two = [Entry("e1", "2026-03-04", "13:00", "14:30"), Entry("e2", "2026-03-11", "13:00", "13:20")]
    >>> hours(two, date(2026, 11, 1))
    Hours(minutes=90, meetings=1, short=1)
    """
    first = _years_before(today)
    recent = [entry for entry in entries if first < entry.day <= today.isoformat()]
    counted = [entry.minutes for entry in recent if entry.counts]
    return Hours(sum(counted), len(counted), len(recent) - len(counted))


def read_entry(data: object) -> Entry:
    """An entry from a JSON object, every field checked.

    Raises:
        EditError: an unknown field, or a day, time or text that does not fit.
    """
    if not isinstance(data, Mapping):
        raise EditError("model.error.bad_value", field="entry")
    values: dict[str, Any] = f.read(Entry, {key: value for key, value in data.items() if key != "id"})
    entry = Entry(id=f.identifier(data.get("id")), **values)
    if not _DAY.fullmatch(entry.day) or not _real(entry.day):
        raise EditError("log.error.day")
    for time in (entry.start, entry.end):
        if not _TIME.fullmatch(time):
            raise EditError("log.error.time")
    return entry


def write_entry(entry: Entry) -> dict[str, Any]:
    """An entry as a JSON object."""
    return asdict(entry)


def of_the_case(texts: Iterable[str], case: Case | None) -> list[Message]:
    """Warnings where a text for the log seems to be about the case: a detail, or what somebody on the map is called."""
    whole = " \n".join(texts)
    found = list(warnings(whole))
    roles = {person.id: person.role.strip() for person in case.people.values()} if case else {}
    spots = names_in(case).spots(whole) if case else []
    named = sorted({roles[who] for spot in spots for who in spot.people})
    if named:
        found.append(Message("log.warning.named", {"names": named}))
    return found


def _minutes(time: str) -> int:
    return 60 * int(time[:2]) + int(time[3:])


def _real(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _years_before(today: date) -> str:
    """The day five years before; the 29th of February has its 28th."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return date(today.year - YEARS, today.month, day).isoformat()
