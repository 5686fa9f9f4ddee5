"""The agenda of a method on paper: one sheet, from the check-in or while the meeting goes on."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from netwerk_widgets.exchange.methods import MOST_PHASES, read_methods
from netwerk_widgets.locale import LANGUAGES
from netwerk_widgets.model.meeting.method import Method, Phase
from netwerk_widgets.report.agenda import render
from tests.browser.held import HELD

METHODS = read_methods(own=Path("nowhere")).methods
LONGEST = Method(
    "lang",
    {"nl": "Een heel lange methode"},
    tuple(
        Phase(f"p{n}", 90, titles={"nl": "T" * 40}, says={"nl": "zeg " * 30}, helps={"nl": "hulp " * 60})
        for n in range(MOST_PHASES)
    ),
)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_it_is_one_sheet_of_a4_also_of_the_longest_method_that_there_can_be(browser: Browser, spoken: str):
    page, start = browser.new_page(), datetime(2026, 11, 30, 22, 30).astimezone()
    for method in (*METHODS.values(), LONGEST):
        page.goto("about:blank")  # each page brings a policy of its own
        page.set_content(render(method.names, [(one, one.minutes) for one in method.phases], start, spoken))
        pdf = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1, method.id
    page.close()


def test_it_is_printed_at_check_in_with_the_minutes_of_today(on_stage):
    net = on_stage("workbook.meeting_guide('checkin')", begin=HELD)
    page = net.page
    page.get_by_role("button", name="Agenda op papier").click()
    sheet = page.frame_locator("iframe.nw-print")
    expect(sheet.locator("h1")).to_have_text("Incidentmethode")
    expect(sheet.locator("tr")).to_have_count(7)
    expect(sheet.locator("header p")).to_contain_text("65 minuten")
    expect(sheet.locator("body")).not_to_contain_text("EF")
    page.evaluate("() => document.querySelector('.nw-print').remove()")
