"""What stands before and after the phases of a meeting fits on one screen, however much there is of it."""

from __future__ import annotations

import contextlib
import itertools

import pytest
from playwright.sync_api import Page, expect

from netwerk_widgets.locale import LANGUAGES
from tests.browser.maps import PRACTICE, NetMap, eventually
from tests.browser.test_every_step import in_language
from tests.browser.test_meeting import HANDS, at_the_check_in, step

SIZES = ((1280, 720), (1024, 768))
OVER = """() => {
    const shown = [...document.querySelectorAll(".nw-meeting, .nw-meeting .nw-card")].filter((one) => one.checkVisibility());
    const over = shown.filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1);
    const off = shown.filter((one) => { const box = one.getBoundingClientRect();
        return box.bottom > innerHeight + 1 || box.right > innerWidth + 1; });
    return [...over, ...off].map((one) => `${one.className}: ${one.scrollHeight} in ${one.clientHeight}`);
}"""
BEFORE = """
from datetime import datetime, timedelta
from netwerk_widgets.exchange.methods import read_methods
from netwerk_widgets.model.edits import Add
method = read_methods().methods["ten_steps"]
file = workbook.desk().file
the.act({"do": "arrive", "initials": "AB", "role": "bringer"})
the.choose(method)
the.act({"do": "start"})
the.act({"do": "case", "code": file.code})
said = "Ik vraag eerst wie haar kent, en dan pas wat zij zelf al bedacht had voor de dinsdag en de hond"
file.apply(Add("answer", "int1", {"card": "meeting.intention", "text": said, "at": the.time.at()}))
for number in range(9):
    file.apply(Add("step", f"s{number}", {"text": f"{number} {said}", "by": "voor de volgende keer"}))
the.act({"do": "stop"})
the.act({"do": "end"})
the.gather()
"""
FULL = """
for one in ("AB", "CD", "EF", "GH", "IJ", "KL", "MN", "OP", "QR", "ST", "UV", "WX"):
    the.act({"do": "arrive", "initials": one, "role": {"AB": "bringer", "CD": "facilitator"}.get(one, "participant")})
the.choose(method)
the.act({"do": "stops", "time": f"{datetime.now() + timedelta(minutes=50):%H:%M}"})
file.apply(Add("answer", "st1", {"card": "case.dilemma", "text": said, "at": the.time.at()}))
"""
BROUGHT = """
the.act({"do": "start"})
for number in range(12):
    kind = ("hypothesis", "question", "advice")[number % 3]
    file.apply(Add("answer", f"b{number}", {"card": f"meeting.{kind}", "text": f"{number} {said}", "at": the.time.at()}))
for number in range(5):
    file.apply(Add("answer", f"t{number}", {"card": "meeting.takes", "text": f"eigen {number}", "at": the.time.at()}))
the.act({"do": "stop"})
"""


@pytest.fixture
def net(turn_to, netwerk_server) -> NetMap:
    """The check-in of a new meeting."""
    return at_the_check_in(NetMap(turn_to("09_intervisie", step="checkin"), netwerk_server.home))


def fits(page: Page) -> None:
    for lang, (width, height) in itertools.product(LANGUAGES[::-1], SIZES):
        in_language(page, lang)
        page.set_viewport_size({"width": width, "height": height})
        over: list[str] = []

        def fitting(over: list[str] = over) -> bool:
            over[:] = page.evaluate(OVER)
            return not over

        with contextlib.suppress(AssertionError):
            eventually(fitting, seconds=5)
        assert over == [], (lang, width, height)
    page.set_viewport_size({"width": 1280, "height": 720})


def test_the_first_check_in_fits_and_the_next_one_with_all_that_was_meant_to_be_done(net: NetMap):
    page = net.page
    net.kernel("the.before = kept.Before()\nworkbook.desk().begin_practice(case)")  # nobody met before
    net.told()
    expect(page.locator(".nw-before:visible")).to_have_count(0)
    fits(page)
    net.kernel(BEFORE + FULL)
    expect(page.locator(".nw-members:visible li")).to_have_count(12)
    expect(page.locator(".nw-before:visible")).to_contain_text("8 Ik vraag eerst")
    fits(page)
    page.get_by_role("button", name="Minuten per fase").locator("visible=true").click()
    rows = page.locator("dialog[open] .nw-minutes label")
    expect(rows).to_have_count(10)
    assert rows.evaluate_all("(all) => all.every((one) => one.scrollWidth <= one.clientWidth + 1)")
    expect(rows.first).to_contain_text("wordt")
    page.keyboard.press("Escape")


def test_what_came_of_last_time_is_written_one_tap_further(net: NetMap):
    page = net.page
    net.kernel(BEFORE)
    page.get_by_role("button", name="Wat kwam ervan?").locator("visible=true").click()
    dialog = page.locator("dialog[open]")
    expect(dialog.get_by_label("Wat kwam ervan?")).to_have_count(7)  # the intention, and the last six steps
    dialog.get_by_label("Wat kwam ervan?").nth(1).fill("zij belde zelf")
    dialog.get_by_label("Gedaan").first.check()
    expect(dialog.get_by_label("Gedaan")).to_have_count(6)
    eventually(lambda: (net.case().steps["s3"].outcome, net.case().steps["s3"].done) == ("zij belde zelf", True))
    page.keyboard.press("Escape")


def test_the_closing_fits_with_a_dozen_things_on_the_table(net: NetMap):
    net.kernel(BEFORE + FULL + BROUGHT)
    step(net.page, "afronding")
    expect(net.page.locator(".nw-gathered:visible li")).to_have_count(12)
    fits(net.page)


SHARE = """() => {
    const column = [...document.querySelectorAll(".nw-notes-view")].find((one) => one.checkVisibility());
    const [room, list] = [column, column.querySelector(":scope > .nw-notes-list")].map((one) => one.getBoundingClientRect());
    const seen = Math.min(list.bottom, room.bottom, innerHeight) - Math.max(list.top, room.top);
    return [seen / room.height, column.scrollHeight - column.clientHeight];
}"""
NOTED = """
from netwerk_widgets.model.edits import Add
for number in range(14):
    tag, who = ("question", "chance", "feeling")[number % 3], ("AB", "CD")[number % 2]
    fields = {"text": f"Wat zag ik bij haar, {number}", "tag": tag, "author": who, "at": the.time.at()}
    workbook.desk().file.apply(Add("annotation", f"n{number}", fields))
"""
GOALS = """
for number in range(3):
    fields = {"text": f"Ik leer een stilte te laten duren, {number}", "goal": True, "author": "AB", "at": the.time.at()}
    workbook.desk().file.apply(Add("annotation", f"g{number}", fields))
"""


@pytest.mark.parametrize("with_goals", [False, True])
def test_the_notes_have_half_of_their_column_in_every_step(turn_to, netwerk_server, with_goals: bool):
    net = NetMap(turn_to("10_live_annoteren", step="eerst-jij"), netwerk_server.home)
    net.kernel(f"{PRACTICE}\n{HANDS}\nworkbook.desk().begin_practice(case)\n{NOTED}\n{GOALS if with_goals else ''}")
    net.told()
    page = net.page
    for name in ("eerst-jij", "meekijken", "leerdoelen"):
        step(page, name)
        expect(page.locator(".nw-notes-view:visible > .nw-notes-list > .nw-note")).to_have_count(14)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            eventually(lambda: page.evaluate(SHARE)[0] >= 0.495 and page.evaluate(SHARE)[1] <= 1, seconds=5)
        page.set_viewport_size({"width": 1280, "height": 720})
    goals = page.get_by_role("region", name="Leerdoelen").locator("visible=true").locator(".nw-note")
    expect(goals).to_have_count(3 if with_goals else 0)
    page.get_by_role("button", name="Start de klok").locator("visible=true").click()
    expect(page.get_by_role("timer").locator("visible=true")).to_contain_text("2:5")
