"""The question cards in real JupyterLab: draw, answer, name somebody, a good word on the trail; read back from disk."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.maps import PRACTICE, STATUS, NetMap, eventually

CARDS = ".nw-cards-pane:visible"


@pytest.fixture
def cards(workbook, netwerk_server) -> NetMap:
    """The step with the cards of one family, on a practice case of its own."""
    page = workbook("03_vragen_die_ruimte_maken", step="zelfvertrouwen")
    net = NetMap(page, netwerk_server.home)
    net.kernel(f"{PRACTICE}\nfrom netwerk_widgets import workbook\nworkbook.desk().begin_practice(case)")
    code = net.kernel("print(workbook.desk().file.code)").strip()
    net.until(f"{STATUS}.code === '{code}'")
    expect(page.locator(f"{CARDS} .nw-cards-question")).to_be_visible()
    return net


def question(net: NetMap) -> str:
    return net.page.locator(f"{CARDS} .nw-cards-question").inner_text()


def press(net: NetMap, name: str) -> None:
    net.page.locator(CARDS).get_by_role("button", name=name, exact=True).click()


def test_a_card_is_drawn_answered_and_joins_somebodys_trail(cards: NetMap):
    page, first = cards.page, question(cards)
    size = page.locator(f"{CARDS} .nw-cards-question").evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")
    assert size >= 26
    press(cards, "Trek een kaart")
    eventually(lambda: question(cards) != first)
    press(cards, "Terug")
    eventually(lambda: question(cards) == first)
    press(cards, "Waarom deze kaart?")
    expect(page.locator(f"{CARDS} .nw-cards-why")).to_have_text(re.compile("Deze kaart .+"))
    press(cards, "Doorvragen")
    expect(page.locator(f"{CARDS} .nw-cards-further li")).to_have_count(2)

    said = "Mijn @tante en mijn @peetoom zien het"
    page.locator(CARDS).get_by_label("Antwoord, in de eigen woorden").fill(said)
    tante = cards.person("tante").id
    eventually(lambda: any(one.text == said and one.persons == tante for one in cards.case().answers.values()))
    page.get_by_role("button", name="Compliment van tante").click()
    eventually(lambda: any(one.person == tante and one.text == said for one in cards.case().compliments.values()))
    press(cards, "+ peetoom op de kaart")
    eventually(lambda: any(one.role == "peetoom" for one in cards.case().people.values()))
    peetoom = cards.person("peetoom").id
    eventually(lambda: any(peetoom in one.persons.split() for one in cards.case().answers.values()))

    page.get_by_role("button", name="tante niet meer noemen in dit antwoord").click()
    eventually(lambda: not any(one.person == tante and one.card for one in cards.case().compliments.values()))
    page.keyboard.press("Control+z")

    page.evaluate(
        "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs.set("
        "{ ...globalThis[Symbol.for('netwerk-widgets.page.1')].prefs.get(), hideNames: true })"
    )
    cards.rest()
    view = page.locator(".nw-cards-view:visible")
    typed = "(one) => [...one.querySelectorAll('input, textarea')].map((field) => field.value).join(' ')"
    shown = view.evaluate("(one) => one.innerHTML") + view.evaluate(typed)
    assert "verborgen" in view.evaluate(typed)
    assert not re.search("tante|peetoom", shown)


def test_all_by_keyboard_and_what_is_declined_stays_away(cards: NetMap):
    page = cards.page
    uncle = {"edit": "add_person", "id": "oom", "role": "oom", "circle": 4, "fields": {"sleeping": True}}
    cards.kernel(f"from netwerk_widgets.model.edits import read_edit\nworkbook.desk().file.apply(read_edit({uncle}))")
    offer = page.locator(f"{CARDS} .nw-cards-offer")
    for _ in range(6):
        expect(offer).to_be_visible()
        if "oom" in offer.inner_text():
            break
        was = offer.inner_text()
        offer.get_by_role("button", name="Liever niet").press("Enter")
        eventually(lambda was=was: offer.inner_text() != was)
    offer.get_by_role("button", name="Liever niet").press("Enter")
    eventually(lambda: any(one.card == "declined:sleeping.oom" for one in cards.case().answers.values()))
    page.locator(f"{CARDS} .nw-cards-question").press("Control+z")
    eventually(lambda: not any(one.card == "declined:sleeping.oom" for one in cards.case().answers.values()))
    page.locator(f"{CARDS} .nw-cards-question").press("Control+y")
    eventually(lambda: any(one.card == "declined:sleeping.oom" for one in cards.case().answers.values()))
    expect(page.locator(f"{CARDS} .nw-cards-offer", has_text="oom")).to_have_count(0)

    first = question(cards)
    page.locator(CARDS).get_by_role("button", name="Bewaar voor later").press("Enter")
    eventually(lambda: question(cards) != first)
    page.locator(".nw-cards-trail:visible").get_by_role("button", name=first).press("Enter")
    eventually(lambda: question(cards) == first)
