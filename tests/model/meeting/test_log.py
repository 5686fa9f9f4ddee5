"""The learning log: what counts, what does not, and nothing of a case."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import AddPerson, perform
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.meeting.log import Entry, Hours, hours, of_the_case, read_entry, write_entry

TODAY = date(2026, 11, 22)


def entry(day: str = "2026-03-04", start: str = "13:00", end: str = "14:30", number: int = 1) -> Entry:
    return Entry(f"e{number}", day, start, end)


def test_an_hour_counts_and_less_does_not() -> None:
    assert entry(end="14:00").counts
    assert not entry(end="13:59").counts
    assert entry(start="23:30", end="00:45").minutes == 75


def test_the_hours_of_five_years_are_added_up() -> None:
    entries = [
        entry(),
        entry("2021-11-23", end="14:00", number=2),
        entry("2021-11-22", number=3),
        entry("2026-05-05", end="13:20", number=4),
        entry("2027-01-01", number=5),
    ]
    assert hours(entries, TODAY) == Hours(150, 2, 1)
    assert "2 uur en 30 minuten" in hours(entries, TODAY).message.text("nl")
    assert hours([], date(2024, 2, 29)) == Hours()


def test_an_entry_comes_back_as_it_was() -> None:
    whole = Entry("e1", "2026-03-04", "13:00", "14:30", participants="AB, CD", question="Wat doe ik?")
    assert read_entry(write_entry(whole)) == whole


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "4-3-2026"},
        {"day": "2026-02-30"},
        {"start": "13.00"},
        {"end": "25:00"},
        {"form": "borrel"},
        {"client": "x"},
        {"question": "x" * 601},
        {"id": "E 1"},
        {"number": 3},
    ],
)
def test_what_does_not_fit_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(EditError):
        read_entry({**write_entry(entry()), **wrong})
    with pytest.raises(EditError):
        read_entry([])


def test_a_text_that_names_somebody_on_the_map_is_warned_of() -> None:
    case = perform(Case(), AddPerson("p1", "tante Roos"))
    named = of_the_case(["Ik dacht steeds aan Tante roos, zei ik."], case)
    assert [message.key for message in named] == ["log.warning.named"]
    assert of_the_case(["Ik merkte dat ik snel een oplossing wilde."], case) == []
    assert of_the_case(["bel 06 12345678"], None)


@given(st.lists(st.tuples(st.dates(date(2019, 1, 1), date(2026, 11, 22)), st.times(), st.times()), max_size=20))
def test_the_sum_is_that_of_its_parts(rows: list[tuple[date, object, object]]) -> None:
    entries = [entry(day.isoformat(), str(one)[:5], str(other)[:5], i) for i, (day, one, other) in enumerate(rows)]
    total = hours(entries, TODAY)
    recent = [one for one in entries if one.day > "2021-11-22"]
    assert total.minutes == sum(one.minutes for one in recent if one.minutes >= 60)
    assert total.meetings + total.short == len(recent)
