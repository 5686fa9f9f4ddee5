"""The learning log as a text document, read back by another program."""

import io
import zipfile
from datetime import date

import docx
import pytest

from netwerk_widgets.model.meeting.log import Entry
from netwerk_widgets.report.docx import Document
from netwerk_widgets.report.log import render

TODAY = date(2026, 11, 22)
LONG = Entry(
    "e1", "2026-03-04", "13:00", "14:30", method="Incidentmethode", question='Wat doe ik als "stil" < & > wordt?'
)
SHORT = Entry("e2", "2026-03-05", "12:30", "12:50", form="coaching", personal="regel een\nregel twee\x07")


def text(data: bytes) -> str:
    found = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in found.paragraphs), *cells])


@pytest.mark.parametrize(
    ("spoken", "heading", "short"), [("nl", "Leerlogboek", "telt niet mee"), ("en", "Learning log", "not count")]
)
def test_another_program_reads_all_that_is_in_it(spoken, heading, short):
    data = render([LONG, SHORT], TODAY, spoken)
    found = docx.Document(io.BytesIO(data))
    assert found.paragraphs[0].text == heading
    assert found.paragraphs[0].style.name == "Heading 1"
    assert len(found.tables) == 2
    said = text(data)
    assert LONG.question in said
    assert short in said
    assert "regel een\nregel twee" in said
    assert "Incidentmethode" in said


def test_it_asks_for_nothing_outside_and_is_the_same_every_time():
    data = render([LONG], TODAY, "nl")
    assert data == render([LONG], TODAY, "nl")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert not any('TargetMode="External"' in archive.read(name).decode() for name in archive.namelist())


def test_an_empty_log_is_a_document_too():
    assert "0 uur" in text(render([], TODAY, "nl"))
    assert text(Document("nl-NL").bytes()) == ""
