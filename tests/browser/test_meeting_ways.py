"""From a phase to the cards and the board that fit it, and back; six people and ten phases on a projector."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.maps import OF_ONE_CASE, NetMap, eventually
from tests.browser.test_meeting import CLOCK, ROUND, STRIP, at_the_check_in, phase, step

TABLE = (
    ("AB", "bringer"),
    ("CD", "facilitator"),
    ("EF", "participant"),
    ("GH", "participant"),
    ("IJ", "recorder"),
    ("KL", "observer"),
)
GOING = """
from netwerk_widgets.exchange.methods import read_methods
if the.meeting.state != "checkin":
    the.act({{"do": "stop"}})
    the.act({{"do": "end"}})
    the.gather()
for initials, role in {table}:
    the.act({{"do": "arrive", "initials": initials, "role": role}})
the.choose(read_methods().methods["{method}"])
the.act({{"do": "start"}})
"""
LEFT = "print(the.meeting.running, the.meeting.left(the.now()))"
PREFS = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
WHOLE = """(pane) => {
    const faults = [];
    if (pane.scrollHeight > pane.clientHeight + 1) faults.push("it scrolls");
    const room = pane.getBoundingClientRect();
    for (const one of pane.querySelectorAll("button")) {
        const box = one.getBoundingClientRect();
        if (box.bottom > room.bottom || box.right > room.right) faults.push(`off: ${one.textContent}`);
        if (box.height < 44 || box.width < 44) faults.push(`small: ${one.textContent}`);
    }
    for (const one of pane.querySelectorAll("p, span, em, button"))
        if (parseFloat(getComputedStyle(one).fontSize) < 16) faults.push(`tiny: ${one.textContent}`);
    return faults;
}"""
STRIP_WHOLE = """(strip) => {
    const faults = [];
    if (strip.scrollWidth > strip.clientWidth + 1) faults.push("it scrolls sideways");
    for (const one of strip.querySelectorAll(".nw-phase")) {
        const box = one.getBoundingClientRect();
        if (box.right > innerWidth || box.left < 0) faults.push(`off: ${one.textContent}`);
        if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
            faults.push(`cut: ${one.textContent}`);
    }
    return faults;
}"""


@pytest.fixture
def net(turn_to, netwerk_server) -> NetMap:
    """The check-in of a new meeting, on one page for all tests: the ways lead from step to step of a workbook."""
    return at_the_check_in(NetMap(turn_to("09_intervisie", step="checkin"), netwerk_server.home))


def going(net: NetMap, method: str) -> Page:
    """A meeting of six that goes on by this method, in its own step."""
    net.kernel(GOING.format(table=TABLE, method=method))
    net.page.evaluate("window.dispatchEvent(new Event('focus'))")
    step(net.page, "bijeenkomst")
    expect(net.page.locator(f"{ROUND} h2")).to_be_visible()
    return net.page


def to_phase(page: Page, title: str) -> None:
    page.locator(STRIP).get_by_role("button", name=title).click()
    eventually(lambda: phase(page) == title)


def fits(page: Page) -> Locator:
    return page.locator(f"{ROUND} .nw-ready")


def runs(net: NetMap) -> float:
    """The seconds that are left in the kernel, where the clock runs on."""
    running, left = net.kernel(LEFT).split()
    assert running == "True"
    return float(left)


def test_the_cards_that_fit_a_phase_are_one_tap_away_and_the_meeting_goes_on(net: NetMap):
    page = going(net, "incident")
    expect(fits(page)).to_have_count(0)  # nothing is offered where nothing fits
    to_phase(page, "Vragenronde")
    expect(fits(page)).to_contain_text("Kaarten die hier passen:")
    expect(fits(page).get_by_role("button")).to_have_text(["Feiten eerst", "Wie was er ooit"])
    for name in ("Wie was er ooit", "Feiten eerst"):
        before = runs(net)
        fits(page).get_by_role("button", name=name).press("Enter")
        expect(page.locator(".nw-bar[data-step='kaarten']")).to_have_count(1)
        expect(page.locator(".nw-cards-kind:visible")).to_contain_text(name)
        back = page.locator(".nw-return:visible")
        expect(back).to_contain_text("Vragenronde")
        assert abs(seconds(back) - runs(net)) <= 1.5
        back.get_by_role("button", name="Terug naar de bijeenkomst").press("Enter")
        expect(page.locator(".nw-bar[data-step='bijeenkomst']")).to_have_count(1)
        assert runs(net) < before


def seconds(back: Locator) -> int:
    minutes, rest = back.get_by_role("timer").inner_text().split(":")
    return 60 * int(minutes) + int(rest)


def test_the_dilemma_method_leads_to_its_board_perspectives_values_and_norms_then_a_choice_and_its_cost(net: NetMap):
    page = going(net, "dilemma")
    to_phase(page, "Morele vraag")
    board = page.locator(".nw-board:visible")
    to_board(page, "dilemmabord")
    board.get_by_role("textbox", name="Tussen welke twee wegen").fill("Of ik zeg niets, of ik vraag ernaar")
    page.locator(".nw-return:visible").get_by_role("button").click()
    to_phase(page, "Perspectieven")
    to_board(page, "dilemmabord")
    for label, text in (
        ("Wie?", "de buurvrouw"),
        ("Wat is voor die van waarde?", "rust"),
        ("Wat moet er dan gebeuren?", "niet aanbellen"),
    ):
        board.get_by_label(label).first.fill(text)
    page.locator(".nw-return:visible").get_by_role("button").click()
    to_phase(page, "Eigen keuze")
    to_board(page, "keuze")
    for label, text in (("Ik zou", "het vragen"), ("Wat kost het?", "vertrouwen"), ("Wat maakt die prijs", "tijd")):
        board.get_by_label(label).first.fill(text)
    page.keyboard.press("Tab")
    eventually(lambda: set(kept(net)) == {"dilemma.question", "dilemma.views", "dilemma.choice"})
    eventually(
        lambda: kept(net)["dilemma.views"] == {"perspective": "de buurvrouw", "value": "rust", "norm": "niet aanbellen"}
    )
    eventually(lambda: kept(net)["dilemma.choice"] == {"choose": "het vragen", "costs": "vertrouwen", "soften": "tijd"})
    assert [one.text for one in net.case().answers.values() if one.card == "dilemma.question"] == [
        "Of ik zeg niets, of ik vraag ernaar"
    ]
    assert runs(net) > 0


def kept(net: NetMap) -> dict[str, dict[str, str]]:
    """What stands on the dilemma board in the file: the texts of a row, by part."""
    return {one.card: dict(one.more) for one in net.case().answers.values() if one.card.startswith("dilemma.")}


def to_board(page: Page, name: str) -> None:
    fits(page).get_by_role("button", name="Naar het bord").click()
    expect(page.locator(f".nw-bar[data-step='{name}']")).to_have_count(1)
    expect(page.locator(".nw-return:visible")).to_be_visible()
    page.wait_for_function(OF_ONE_CASE)


def test_with_the_client_beside_one_no_cards_for_the_team_are_offered(net: NetMap):
    page = going(net, "incident")
    to_phase(page, "Vragenronde")
    expect(fits(page)).to_be_visible()
    page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), together: true }})")
    expect(fits(page)).to_have_count(0)
    page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), together: false }})")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_six_people_and_every_phase_of_a_long_method_fit_on_a_projector(net: NetMap, lang: str):
    for method in ("ten_steps", "dilemma"):
        page = going(net, method)
        page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), lang: '{lang}' }})")
        page.locator(STRIP).get_by_role("button").nth(4).click()
        expect(page.locator(f"{STRIP} .nw-phase").nth(4)).to_have_attribute("aria-current", "step")
        for width, height in ((1280, 720), (1920, 1080)):
            page.set_viewport_size({"width": width, "height": height})
            net.rest()
            expect(page.locator(f"{CLOCK} .nw-person-row")).to_have_count(6)
            assert page.locator(f"{CLOCK} .nw-clock-pane").evaluate(WHOLE) == []
            assert page.locator(f"{STRIP} .nw-phases").evaluate(STRIP_WHOLE) == []
        page.set_viewport_size({"width": 1280, "height": 720})
        page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), lang: 'nl' }})")


def test_whoever_comes_late_still_gets_a_place(net: NetMap):
    page = going(net, "incident")
    page.locator(CLOCK).get_by_role("button", name="Meer mogelijk").click()
    dialog = page.locator("dialog[open]")
    dialog.get_by_role("button", name="Iemand erbij").click()
    dialog.get_by_label("Initialen").fill("mn")
    dialog.get_by_role("button", name="Erbij", exact=True).click()
    expect(page.locator(f"{CLOCK} .nw-initials", has_text="MN")).to_be_visible()


def on_the_wall(minutes: int) -> str:
    return f"{datetime.now().astimezone() + timedelta(minutes=minutes):%H:%M}"


def test_we_stop_at_an_agreed_time_and_the_phases_share_what_there_is(net: NetMap):
    page = net.page
    pane = page.locator(".nw-meeting-checkin:visible")
    pane.get_by_label("Methode").select_option("incident")
    time = on_the_wall(36)
    pane.get_by_label("We stoppen om").fill(time)
    pane.get_by_label("We stoppen om").press("Enter")
    expect(pane).to_contain_text(f"minuten, tot {time}.")
    page = going(net, "incident")
    expect(page.locator(CLOCK)).to_contain_text(f"we stoppen om {time}")
    said = page.locator(f"{STRIP} .nw-phase span").all_inner_texts()
    assert sum(int(one.split()[0]) for one in said) in (34, 35, 36)
    page.locator(CLOCK).get_by_role("button", name="Meer mogelijk").click()
    dialog = page.locator("dialog[open]")
    later = on_the_wall(65)
    dialog.get_by_label("We stoppen om").fill(later)
    dialog.get_by_label("We stoppen om").press("Enter")
    expect(page.locator(CLOCK)).to_contain_text(f"we stoppen om {later}")
    dialog.get_by_role("button", name="Geen eindtijd").click()
    expect(page.locator(CLOCK)).to_contain_text("bijeenkomst tot")
    page.keyboard.press("Escape")
