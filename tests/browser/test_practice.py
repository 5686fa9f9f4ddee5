"""The practice cases: choose one, read it, meet its conversations; and a desk that became empty."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from netwerk_widgets.exchange.content import practice_case, practice_conversations
from netwerk_widgets.locale import said

from .maps import CANVAS, STATUS, NetMap, eventually
from .walking import Step

JAAP = practice_conversations("jaap").parts
CUT = """(one) => [...one.querySelectorAll("*")].filter((inner) => {
    const box = inner.getBoundingClientRect();
    return inner.checkVisibility() && box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
}).map((inner) => inner.outerHTML.slice(0, 80))"""


@pytest.fixture
def book(on_stage) -> NetMap:
    net = on_stage(*Step("08_oefencasussen", "kiezen").lines)
    net.page.locator(".nw-tile:visible").first.wait_for()
    return net


def tile(book: NetMap, name: str) -> Locator:
    return book.page.locator(f".nw-tile[data-example='{name}']:visible")


def step(book: NetMap, name: str) -> None:
    """On to this step."""
    book.saved().show(*Step("08_oefencasussen", name).lines)


def choose(book: NetMap, name: str) -> None:
    """Begin this practice case, whether or not one of its kind was begun before."""
    was = book.code
    tile(book, name).get_by_role("button").last.click()
    book.until(f"{STATUS}.code && {STATUS}.code !== '{was}'")
    expect(tile(book, name)).to_contain_text("ligt open")


def test_a_case_is_chosen_read_and_gone_on_with(book: NetMap):
    page = book.page
    assert page.locator(".nw-tile:visible").count() >= 7
    assert page.evaluate(CUT, page.locator(".nw-chooser:visible").element_handle()) == []
    choose(book, "jaap")
    first = book.code
    assert book.case().info.source == "practice/jaap"
    step(book, "verhaal")
    expect(page.locator(".nw-map-story:visible")).to_contain_text("Jaap (77) was machinist")
    step(book, "kiezen")
    choose(book, "farid")
    assert book.code != first
    tile(book, "jaap").get_by_role("button", name="Ga verder").click()
    expect(tile(book, "jaap")).to_contain_text("ligt open")
    book.until(f"{STATUS}.code === '{first}'")  # gone on with, not begun anew


def test_a_conversation_asks_for_own_words_before_it_shows_a_colleagues(book: NetMap):
    page = book.page
    choose(book, "jaap")
    step(book, "gesprekken")
    talk = page.locator(".nw-board:visible")
    expect(talk).to_contain_text("U bent de derde.")
    expect(talk).not_to_contain_text(said(JAAP[1].titles, "nl"))
    thought = said(JAAP[0].thoughts, "nl")[0]
    talk.get_by_role("button", name="collega").click()
    expect(talk).not_to_contain_text(thought)
    talk.locator("textarea").fill("Ik zou naar de pan vragen.")
    talk.locator("textarea").blur()
    eventually(lambda: [a.card for a in book.case().answers.values()] == ["practice_jaap.pan"])
    if not talk.get_by_text(thought).is_visible():
        talk.get_by_role("button", name="collega").click()
    for one in said(JAAP[0].thoughts, "nl"):
        expect(talk).to_contain_text(one)
    talk.locator(".nw-board-on").click()
    expect(talk).to_contain_text("uw huisgenoot")
    expect(talk.locator("textarea")).to_have_value("")
    expect(talk).not_to_contain_text(said(JAAP[1].thoughts, "nl")[0])
    assert page.evaluate(CUT, talk.element_handle()) == []


def test_with_another_case_come_its_own_conversations_and_with_an_own_one_a_sentence(book: NetMap):
    page = book.page
    choose(book, "mo")
    step(book, "gesprekken")
    talk = page.locator(".nw-board:visible")
    expect(talk).to_contain_text("Koffie?")
    book.kernel("from netwerk_widgets import workbook; workbook.desk().begin_practice()")
    expect(talk).to_contain_text("Gesprekken horen bij een oefencasus")
    expect(talk).not_to_contain_text("Koffie?")


def test_nobody_goes_by_the_name_of_somebody_in_the_case_before(network_map: NetMap):
    """Ids recur between cases: Mo's neighbour and Jay's are two people."""
    made = "from netwerk_widgets.exchange.content import practice_case as made; case = made('jay', 'nl')"
    network_map.begin(made).rest()
    roles = {person.role for person in practice_case("jay", "nl").people.values()}
    eventually(lambda: "buurman" in network_map.labels())
    assert all(any(role.startswith(label.rstrip("…")) for role in roles) for label in network_map.labels())


def test_a_forgotten_case_leaves_the_screen_and_a_practice_case_is_one_tap_away(network_map: NetMap):
    page, old = network_map.page, network_map.code
    network_map.canvas("canvas.look.map.lookThrough('you_give')")
    page.locator(".nw-map-look:visible").wait_for()
    network_map.kernel("from netwerk_widgets import workbook; desk = workbook.desk(); desk.forget(desk.file.code)")
    side = network_map.side()
    expect(side).to_contain_text("Er ligt geen casus op tafel")
    assert network_map.canvas("canvas.nodes.size") == 0
    assert network_map.canvas(f"{CANVAS}.look.map.mirror.people().length") == 0
    expect(page.locator(".nw-map-look:visible")).to_have_count(0)
    assert old not in page.evaluate(f"JSON.stringify({STATUS})")
    side.get_by_role("button", name="Verder met een oefencasus").click()
    network_map.until(f"{CANVAS}.nodes.size > 1 && {STATUS}.code !== ''")
    assert network_map.code != old
    expect(side).not_to_contain_text("Er ligt geen casus op tafel")
    assert network_map.case().info.practice
