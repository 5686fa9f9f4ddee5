"""Question cards beside the map: a tap names somebody, two views see each other's answers, a killed kernel."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.asking import Cards
from tests.browser.books import write_book
from tests.browser.conftest import VIEWPORT, Netwerk, wait_ready
from tests.browser.maps import CANVAS, DRAFTS, STATUS, eventually
from tests.browser.test_cards import CUT, SMALL
from tests.browser.test_map_kernel import KILL, send_silently

BOOK = "98_kaarten_naast"


@pytest.fixture
def beside(on_stage) -> Cards:
    """A map with cards beside it."""
    return laid(on_stage("workbook.network_map(cards='meaning')", begin="", kind=Cards))


def laid(cards: Cards) -> Cards:
    """A practice case of its own lies there, and the map has drawn it."""
    cards.lay().until(f"{CANVAS}.network && {CANVAS}.nodes.has('aunt') && {CANVAS}.look.map.mirror.person('aunt')")
    cards.rest()
    return cards


@pytest.fixture
def own(spare_turn_to, spare_netwerk: Netwerk) -> Cards:
    """A map with cards beside it, on a server whose kernel may be killed."""
    write_book(spare_netwerk.home, BOOK, {"naast": "workbook.network_map(cards='meaning')"}, "beside")
    return laid(Cards(spare_turn_to(BOOK), spare_netwerk.home))


def test_a_tap_on_the_map_names_somebody_and_a_good_word_joins_their_trail(beside: Cards):
    assert (
        beside.pane.locator(".nw-cards-question").evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") >= 22
    )
    beside.tap(beside.where("tante"))
    eventually(lambda: beside.named() == ["tante"])
    beside.tap(beside.where("tante"))  # once is enough
    beside.field.focus()
    beside.page.keyboard.type("Zij zegt dat ik het goed doe")
    beside.tap(beside.where("vriendin"))  # the words are still being written
    eventually(lambda: beside.named() == ["tante", "vriendin"])
    beside.saved()
    eventually(lambda: beside.answers()[-1].text == "Zij zegt dat ik het goed doe")
    beside.press("Compliment van tante: op het spoor")
    eventually(lambda: [one.person for one in beside.compliments()] == ["aunt"])
    beside.tap(beside.where("tante"))
    expect(beside.side()).to_contain_text("5× positief genoemd")
    assert beside.side().evaluate(SMALL) == beside.side().evaluate(CUT) == []
    assert len(beside.answers()) == 1
    for _ in range(3):
        beside.page.locator(".nw-map-tools:visible").get_by_role("button", name="Ongedaan maken").click()
        beside.saved()
    eventually(lambda: not beside.compliments())


def test_dragging_choosing_several_and_the_middle_name_nobody(beside: Cards):
    x, y = beside.where("tante")
    beside.drag((x, y), (x + 30, y + 20))
    beside.saved()
    beside.tap(beside.where("Mo"))
    beside.page.keyboard.down("Control")
    beside.tap(beside.where("zoon"))
    beside.page.keyboard.up("Control")
    beside.edit(edit="change", kind="person", id="ex", fields={"unsafe": True})
    beside.until(f"{CANVAS}.look.map.mirror.person('ex').unsafe")
    beside.tap(beside.where("ex-partner"))
    beside.tool("Band trekken")
    beside.tap(beside.where("zoon"))
    beside.saved()
    assert not beside.answers()


def test_all_by_keyboard(beside: Cards):
    beside.page.locator(".nw-canvas:visible").focus()
    for _ in range(12):
        beside.page.keyboard.press("ArrowUp")
        if beside.canvas("canvas.selectedNodes.length"):
            break
    beside.page.keyboard.press("Enter")
    role = beside.canvas("canvas.look.map.name(canvas.selectedNodes[0])")
    eventually(lambda: beside.named() == [role])
    beside.field.focus()
    beside.page.keyboard.type("Op @buu")
    beside.page.keyboard.press("Tab")
    eventually(lambda: beside.named() == [role, "buurvrouw"])
    expect(beside.field).to_be_focused()
    reached = []
    for _ in range(30):
        beside.page.keyboard.press("Tab")
        reached.append(beside.page.evaluate("document.activeElement.ariaLabel || document.activeElement.innerText"))
    for name in ("Compliment van buurvrouw: op het spoor", "Overslaan", "Doorvragen", "Trek een kaart"):
        assert name in reached
    assert "Bewaar voor later" in reached
    assert "Waarom deze kaart?" in reached


def test_two_windows_see_each_others_answers(own: Cards, browser: Browser, spare_netwerk: Netwerk):
    """The other shows the cards by themselves, in a notebook with a kernel of its own."""
    write_book(own.home, "98_tweede", {"naast": "workbook.question_cards(family='meaning')"})
    context = browser.new_context(viewport=VIEWPORT, locale="nl-NL")
    context.add_cookies(own.page.context.cookies())
    page = context.new_page()
    page.goto(f"{spare_netwerk.base}/doc/tree/98_tweede.ipynb")
    wait_ready(page)
    other = Cards(page, own.home)
    other.kernel(f"from netwerk_widgets import workbook; workbook.desk().open({own.code!r})")
    other.until(f"{STATUS}.code === '{own.code}'")
    expect(other.pane.locator(".nw-cards-question")).to_have_text(own.question)
    own.write("Mijn @zoon rekent op mij")
    expect(other.field).to_have_value("Mijn @zoon rekent op mij")
    expect(other.pane.locator(".nw-link")).to_contain_text("zoon")
    other.press("Compliment van zoon: op het spoor")
    expect(own.pane.get_by_role("button", name="Compliment van zoon")).to_have_attribute("aria-pressed", "true")
    own.press("zoon niet meer noemen in dit antwoord")
    expect(other.pane.locator(".nw-link")).to_have_count(0)
    assert len(own.answers()) == 1
    context.close()


def test_a_kernel_killed_while_one_answers_loses_no_word(own: Cards):
    own.field.focus()
    own.page.keyboard.type("Eerst dit, ")
    own.until(f"{DRAFTS}.bar.get() === 'kept'")
    send_silently(own, KILL)
    own.page.keyboard.type("en dan over @tante")
    own.page.keyboard.press("Escape")
    own.field.evaluate("(field) => field.blur()")
    own.until(f"{STATUS}.pending === 0 && !{STATUS}.away", 40)
    eventually(lambda: [one.text for one in own.answers()] == ["Eerst dit, en dan over @tante"], 40)
    assert own.named() == ["tante"]
    expect(own.field).to_have_value("Eerst dit, en dan over @tante")
    own.turns("Trek een kaart")
