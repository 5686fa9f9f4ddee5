"""The agenda of a method: one sheet, in both languages, with nothing on it that could run."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from netwerk_widgets.exchange.methods import read_methods
from netwerk_widgets.locale import LANGUAGES, said
from netwerk_widgets.model.meeting.method import Method, Phase
from netwerk_widgets.report.agenda import render

METHODS = read_methods(own=Path("nowhere")).methods
START = datetime(2026, 11, 30, 22, 30).astimezone()


def sheet(method: Method, spoken: str) -> str:
    return render(method.names, [(phase, phase.minutes) for phase in method.phases], START, spoken)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_each_phase_has_its_time_and_what_it_is_about(spoken: str) -> None:
    html = sheet(METHODS["incident"], spoken)
    assert re.findall(r"<td>(\d\d:\d\d)</td>", html) == ["22:30", "22:35", "22:45", "22:50", "23:05", "23:15", "23:25"]
    assert "23:35" in html
    for phase in METHODS["incident"].phases:
        assert said(phase.says, spoken) in html.replace("&#x27;", "'")


def test_what_a_team_wrote_is_text_and_nothing_else() -> None:
    evil = Method("m", {"nl": "<script>"}, (Phase("p", 5, titles={"nl": "<img src=x>"}, says={"nl": "a & b"}),))
    html = sheet(evil, "nl")
    assert "<script" not in html
    assert "<img" not in html
    assert "default-src 'none'" in html
