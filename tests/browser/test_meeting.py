"""A whole meeting in real JupyterLab, with a clock that the test moves; and a meeting that goes on where it was."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import wait_ready
from tests.browser.maps import PRACTICE, NetMap, eventually
from tests.browser.slips import covered, the_slips_on_the_map

HANDS = """
from netwerk_widgets import workbook
from netwerk_widgets.casefile.library import meeting as kept
import time
ahead = {"seconds": 0.0}
the = kept.the_meeting()
the.time = kept.Time(lambda: kept.steady() + ahead["seconds"], lambda: time.time() + ahead["seconds"])
"""
LEFT = "print(the.meeting.left(the.now()))"
KILL = """() => {
    const panel = [...jupyterapp.shell.widgets("main")].find((one) => one.isVisible && one.sessionContext);
    panel.sessionContext.session.kernel.requestExecute({ code: "import os, signal; os.kill(os.getpid(), signal.SIGKILL)" });
}"""
CLOCK, ROUND, STRIP = ".nw-meeting-clock:visible", ".nw-meeting-round:visible", ".nw-meeting-phases:visible"
PEOPLE = (("ab", "bringer"), ("cd", "facilitator"), ("ef", "participant"), ("gh", "participant"), ("ij", "participant"))


@pytest.fixture
def net(turn_to, netwerk_server) -> NetMap:
    """The check-in of a new meeting."""
    return at_the_check_in(NetMap(turn_to("09_intervisie", step="checkin"), netwerk_server.home))


@pytest.fixture
def alone(workbook, netwerk_server) -> NetMap:
    """The same on a page of its own, which is loaded anew there."""
    return at_the_check_in(NetMap(workbook("09_intervisie", step="checkin"), netwerk_server.home))


def at_the_check_in(made: NetMap) -> NetMap:
    """A new meeting about a practice case of its own; the kernel's clock in the test's hands."""
    for name in ("bijeenkomst.json", "leerlogboek.json"):
        (made.home / name).unlink(missing_ok=True)
    made.kernel(f"{PRACTICE}\n{HANDS}\nworkbook.desk().begin_practice(case)\nthe.poll()\nthe.gather()")
    made.told()
    expect(made.page.locator(".nw-meeting-checkin:visible[data-state='checkin']")).to_be_visible()
    return made


def begin(net: NetMap, method: str = "incident") -> Page:
    """The check-in, until the meeting goes on in its own step."""
    page, pane = net.page, net.page.locator(".nw-meeting-checkin:visible")
    for place, (initials, role) in enumerate(PEOPLE):
        pane.get_by_label("Initialen").fill(initials)
        pane.get_by_label("Rol", exact=True).select_option(role)
        pane.get_by_role("button", name="Erbij").press("Enter")
        expect(pane.locator(".nw-members li")).to_have_count(place + 1)
    pane.get_by_label("Waar liep het vast?").fill("Bij de vraag naar oppassen klapte het dicht")
    pane.get_by_label("Methode").select_option(method)
    pane.get_by_role("button", name="Begin", exact=True).click()
    expect(page.locator(".nw-bar")).to_have_attribute("data-step", "bijeenkomst")
    expect(page.locator(f"{ROUND} h2")).to_be_visible()
    return page


def phase(page: Page) -> str:
    return page.locator(f"{STRIP} .nw-phase-now strong").inner_text()


def on(page: Page, name: str = "Volgende fase") -> None:
    before = phase(page)
    page.locator(CLOCK).get_by_role("button", name=name).click()
    expect(page.locator(f"{STRIP} .nw-phase-now strong", has_text=before)).to_have_count(0)
    if page.locator(ROUND).count():  # a view of its own, which hears of it by itself
        expect(page.locator(f"{ROUND} .nw-round")).to_have_attribute("aria-label", phase(page))


def shown(page: Page) -> float:
    """The seconds that the ring shows as left."""
    text = page.locator(".nw-meeting-clock .nw-ring text").first.text_content() or ""
    minutes, seconds = text.removeprefix("+").split(":")
    return (-1 if text.startswith("+") else 1) * (60 * int(minutes) + int(seconds))


def right(net: NetMap) -> bool:
    """Whether the page's clock is off by less than a second (it shows whole ones)."""
    truth = float(net.kernel(LEFT))
    return abs(shown(net.page) - truth) <= 1.5


def answers(net: NetMap) -> list[tuple[str, str]]:
    return [(one.card, one.text) for one in net.case().answers.values()]


def test_a_whole_incident_meeting_from_check_in_to_learning_log(net: NetMap):
    page = begin(net)
    eventually(lambda: ("case.dilemma", "Bij de vraag naar oppassen klapte het dicht") in answers(net))
    readable_and_whole(page)
    for _ in range(3):
        on(page)
    assert phase(page) == "Vragenronde"
    the_question_round(net)
    on(page)
    the_silent_round(net)
    net.kernel('ahead["seconds"] += 70 * 60')
    on(page)
    on(page)
    page.locator(CLOCK).get_by_role("button", name="Naar de afronding").click()
    expect(page.locator(".nw-bar")).to_have_attribute("data-step", "afronding")
    expect(page.locator(".nw-meeting-clock[data-state='closing']")).to_have_count(1)
    the_closing(net)
    step(page, "leerlogboek")
    the_log(net)
    step(page, "checkin", "PageUp")
    page.get_by_role("button", name="Nieuwe bijeenkomst").first.click()
    before = page.locator(".nw-meeting-checkin:visible .nw-before")
    expect(before).to_contain_text("eerst vragen wie haar kent")
    expect(before).to_contain_text("samen bellen")


def step(page: Page, name: str, key: str = "PageDown") -> None:
    """Go by key until this step is in front."""
    page.locator(".nw-bar strong").first.evaluate("() => document.activeElement.blur()")
    for _ in range(8):
        if page.locator(f".nw-bar[data-step='{name}']").count():
            return
        page.keyboard.press(key)
    expect(page.locator(f".nw-bar[data-step='{name}']")).to_have_count(1)


def readable_and_whole(page: Page) -> None:
    """Clock and question can be read from four metres, and nothing runs over the edge of a projector."""
    for selector, least in ((f"{CLOCK} .nw-ring text", 22), (f"{ROUND} h2", 22), (f"{STRIP} .nw-phase strong", 16)):
        size = page.locator(selector).first.evaluate(
            "(one) => parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM ? one.getScreenCTM().a : 1)"
        )
        assert size >= least, selector
    for part in (CLOCK, ROUND, STRIP, ".nw-main .nw-map-main:visible"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["y"] + box["height"] <= 720, part
        assert box["x"] + box["width"] <= 1280, part


def the_question_round(net: NetMap) -> None:
    """Advice is closed and the map takes new persons; one tap deviates, and that is noted; the turn goes on."""
    page = net.page
    moves = page.locator(f"{ROUND} .nw-move.nw-open")
    expect(moves).to_have_text(["vragen", "kaart aanvullen"])
    page.locator(ROUND).get_by_role("button", name="Leg vast").click()
    expect(page.locator("dialog[open]").get_by_role("button", name="Advies")).to_be_disabled()
    page.keyboard.press("Escape")
    page.locator(ROUND).get_by_role("button", name="adviseren is dicht").press("Enter")
    expect(page.locator(f"{ROUND} .nw-deviated")).to_contain_text("adviseren")
    page.locator(ROUND).get_by_role("button", name="Weer dicht").click()
    expect(moves).to_have_count(2)
    turn = page.locator(f"{CLOCK} .nw-turn .nw-initials")
    first = turn.inner_text()
    page.locator(CLOCK).get_by_role("button", name="Vraag gesteld").click()
    eventually(lambda: turn.inner_text() != first)
    net.canvas("void canvas.look.map.startAdding({ x: 200, y: -200 })")
    expect(page.locator(".nw-map-adding:visible")).to_be_visible()
    page.locator(".nw-map-adding:visible input").press("Escape")


def the_silent_round(net: NetMap) -> None:
    """Whoever brought the case only listens, the map is closed; all that was written is shown at once."""
    page = net.page
    expect(page.locator(f"{CLOCK} .nw-listens .nw-initials")).to_have_text(["AB"])
    net.canvas("void canvas.look.map.startAdding({ x: 200, y: -200 })")
    expect(page.get_by_text("In deze fase komt er niemand bij op de kaart.")).to_be_visible()
    expect(page.locator(".nw-map-adding:visible")).to_have_count(0)
    page.locator(ROUND).get_by_role("button", name="Stille ronde").click()
    dialog = page.locator("dialog[open]")
    dialog.get_by_role("button", name="Vraag", exact=True).click()
    dialog.locator("textarea").fill("half geschr")
    dialog.get_by_role("button", name="Later verder").click()
    page.locator(ROUND).get_by_role("button", name="Stille ronde").click()
    expect(dialog.get_by_role("button", name="Vraag", exact=True)).to_have_attribute("aria-pressed", "true")
    eventually(lambda: dialog.locator("textarea").input_value() == "half geschr")
    for kind, text in (
        ("Vermoeden", "tante schaamt zich voor oma"),
        ("Vraag", "sinds wanneer?"),
        ("Iemand om", "oude trainer"),
    ):
        dialog.get_by_role("button", name=kind).click()
        dialog.locator("textarea").fill(text)
        covered(dialog)
        dialog.get_by_role("button", name="Leg het weg").click()
        expect(dialog.locator("textarea")).to_have_value("")
        assert text not in dialog.inner_html()
    expect(dialog.locator(".nw-aside-count")).to_contain_text("3 briefjes")
    assert "meeting.hypothesis" not in dict(answers(net))
    dialog.get_by_role("button", name="Laat alles tegelijk zien").click()
    expect(dialog.locator(".nw-table-group li")).to_have_count(3)
    assert net.person("oude trainer").circle == 4
    the_slips_on_the_map(net)
    page.locator(ROUND).get_by_role("button", name="Leg vast").click()
    dialog.get_by_role("button", name="Een ander geluid").click()
    dialog.locator("textarea").fill("ik zou juist")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.locator(ROUND).get_by_role("button", name="Leg vast").click()
    expect(dialog.locator("textarea")).to_have_value("ik zou juist")
    dialog.locator("textarea").fill("ik zou juist wachten")
    dialog.get_by_role("button", name="Leg vast").click()
    eventually(lambda: ("meeting.minority", "ik zou juist wachten") in answers(net))


def the_closing(net: NetMap) -> None:
    """Intention, small step, what one takes along and what was left; the case remembers the phases."""
    closing = net.page.locator(".nw-meeting-closing:visible")
    closing.get_by_label("Voornemen van wie inbracht").fill("eerst vragen wie haar kent")
    closing.get_by_label("Wat ga je proberen?").fill("samen bellen")
    closing.get_by_role("button", name="Zet erbij").first.click()
    closing.get_by_label("Eén zin").fill("vertragen")
    closing.get_by_label("Eén zin").press("Enter")
    closing.get_by_label("Wat hebben we bewust niet gedaan?").fill("zelf bellen")
    net.saved()
    eventually(lambda: {"meeting.intention", "meeting.takes", "meeting.not_done"} <= {card for card, _ in answers(net)})
    closing.get_by_role("button", name="Rond de bijeenkomst af").click()
    expect(closing.get_by_text("De bijeenkomst is afgerond")).to_be_visible()
    marks = [mark.act for mark in net.case().phases.values()]
    assert marks.count("phase") == 6
    assert "open" in marks
    assert marks[-1] == "end"


def the_log(net: NetMap) -> None:
    """The log knows the meeting, holds nothing of the case, counts the hour and hands out a document."""
    page, log = net.page, net.page.locator(".nw-log:visible")
    expect(log.get_by_label("Methode")).to_have_value("Incidentmethode")
    log.get_by_label("Leervraag").fill("Wat doe ik als mijn vraag iemand dichtklapt?")
    log.get_by_role("button", name="Bewaar in het logboek").click()
    expect(log.get_by_text("Bewaard in het logboek")).to_be_visible()
    kept = json.loads((net.home / "leerlogboek.json").read_text(encoding="utf-8"))["entries"][0]
    assert "CD (gespreksleider)" in kept["participants"]
    assert "trainer" not in str(kept)
    expect(log.locator(".nw-log-hours")).to_contain_text("1 uur")
    with page.expect_download() as download:
        log.get_by_role("button", name="Maak een tekstdocument").click()
    assert download.value.suggested_filename == "leerlogboek.docx"


def test_the_meeting_goes_on_after_a_reload_a_dead_kernel_and_in_a_second_window(
    alone: NetMap, context, netwerk_server
):
    net, page = alone, begin(alone)
    on(page)
    on(page)
    assert right(net)
    page.reload()
    wait_ready(page)
    expect(page.locator(f"{STRIP} .nw-phase-now strong")).to_have_text("Keuze")
    eventually(lambda: right(net))

    second = context.new_page()
    second.goto(netwerk_server.url)
    wait_ready(second)
    expect(second.locator(f"{STRIP} .nw-phase-now strong")).to_have_text("Keuze")
    on(second)
    expect(page.locator(f"{STRIP} .nw-phase-now strong")).to_have_text("Vragenronde")
    page.locator(CLOCK).get_by_role("button", name="Pauze").click()
    expect(second.locator(CLOCK).get_by_role("button", name="Verder")).to_be_visible()
    second.close()

    before = shown(page)
    page.evaluate(KILL)
    page.wait_for_selector(".nw-bar-saved.nw-away", timeout=30_000)
    page.wait_for_selector(".nw-bar-saved.nw-away", state="detached", timeout=60_000)
    expect(page.locator(f"{STRIP} .nw-phase-now strong")).to_have_text("Vragenronde", timeout=30_000)
    expect(page.locator(CLOCK).get_by_role("button", name="Verder")).to_be_visible()
    assert abs(shown(page) - before) <= 1
    page.locator(CLOCK).get_by_role("button", name="Verder").click()
    eventually(lambda: shown(page) < before)


def test_the_clock_is_right_after_an_hour_and_after_a_tab_that_slept(net: NetMap):
    page = begin(net)
    page.locator(CLOCK).get_by_role("button", name="+ 2 min").click()
    eventually(lambda: shown(page) > 360)
    assert right(net)
    # A laptop that slept: an hour is gone for the kernel, and the page heard nothing; then the tab comes in sight.
    net.kernel('ahead["seconds"] += 3600')
    assert not right(net)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    eventually(lambda: right(net))
    assert shown(page) < -3000
    # The computer's time of day is changed by a day: the phase does not notice.
    net.kernel("the.time.wall = lambda: time.time() + 86400")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    net.rest()
    assert right(net)
