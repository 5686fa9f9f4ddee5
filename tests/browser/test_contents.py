"""The list in the bar: to any step and any workbook, by tap and by key."""

from playwright.sync_api import expect

from tests.browser.maps import NetMap
from tests.browser.test_every_step import steps_of
from tests.browser.turning import IN_FRONT

WHERE = "Naar een stap of werkboek"


def test_it_goes_to_any_step_and_any_workbook(turn_to, netwerk_server):
    page = turn_to("01_netwerk_in_kaart", step="tekenen")
    where = page.locator(".nw-bar-where")
    where.click()
    listing = page.get_by_role("navigation", name=WHERE)
    steps = listing.locator("ol button")
    expect(steps).to_have_count(len(steps_of("01_netwerk_in_kaart")))
    expect(listing.locator("ol [aria-current='step']")).to_have_text("Wie horen erbij?")
    assert {*map(str.strip, listing.locator("ul button").all_inner_texts())} >= {
        "Een netwerk in kaart",
        "Niet de hoofdrol",
    }
    steps.filter(has_text="Zonder ons").click()
    expect(listing).to_have_count(0)
    expect(page.locator(".nw-bar")).to_have_attribute("data-step", "zonder-ons")
    where.click()
    listing.locator("ul button").filter(has_text="Niet de hoofdrol").click()
    page.wait_for_function(IN_FRONT, arg="06_niet_de_hoofdrol.ipynb", timeout=60_000)


def test_by_keys_alone_and_escape_shuts_it(turn_to, netwerk_server):
    page = turn_to("01_netwerk_in_kaart", step="tekenen")
    page.locator(".nw-bar-where").focus()
    page.keyboard.press("Enter")
    listing = page.get_by_role("navigation", name=WHERE)
    expect(listing).to_be_visible()
    page.keyboard.press("Escape")
    expect(listing).to_have_count(0)
    expect(page.locator(".nw-bar-where")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".nw-bar")).to_have_attribute("data-step", steps_of("01_netwerk_in_kaart")[1])


def test_the_client_reads_the_steps_in_their_own_words(turn_to, netwerk_server):
    net = NetMap(turn_to("03_vragen_die_ruimte_maken", step="geven"), netwerk_server.home)
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), together: true }})")
    net.page.locator(".nw-bar-where").click()
    listing = net.page.get_by_role("navigation", name=WHERE)
    expect(listing.locator("ol [aria-current='step']")).to_have_text("Wat jij geeft")
    net.page.keyboard.press("Escape")
    net.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), together: false }})")
