"""The list: by keyboard alone, in words, and together with the map."""

import re

import pytest
from playwright.sync_api import Page, expect

from .boards import PREFS
from .maps import STATUS, NetMap


@pytest.fixture
def listed(network_map: NetMap) -> Page:
    """The list in the map's place, opened by its key."""
    page = network_map.page
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("l")
    expect(page.locator(".nw-table:visible tr[data-id]").first).to_be_visible()
    return page


def row(page: Page, name: str):
    called = page.locator("[data-part='name']", has_text=re.compile(rf"^\s*{name}\b"))
    return page.locator(".nw-table:visible tr[data-id]").filter(has=called)


def live(page: Page, words: str):
    """What the screen reader is told."""
    return expect(page.locator(".nw-live").filter(has_text=words).first).to_be_attached()


def saved(page: Page):
    page.wait_for_function(f"() => {STATUS}.saved && {STATUS}.pending === 0")


def hide(page: Page, hidden: bool) -> None:
    page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: {str(hidden).lower()} }})")


def add(page: Page, role: str) -> None:
    """A new person, from the first row, by keys."""
    page.locator(".nw-table:visible [data-part='name'][tabindex='0']").focus()
    page.keyboard.press("p")
    page.keyboard.type(role)
    page.keyboard.press("Enter")
    expect(row(page, role)).to_have_count(1)


def test_all_by_keyboard_alone(listed: Page):
    page, keys = listed, listed.keyboard
    add(page, "opa")
    live(page, "opa toegevoegd")
    # To the row, and from it to what is known of him.
    keys.press("Shift+Tab")
    row(page, "opa").locator("[data-part='name']").focus()
    keys.press("Enter")
    expect(page.locator(".nw-panel-title:focus")).to_have_text("opa")
    # His role, then the first kind of support.
    keys.press("Tab")
    keys.press("End")
    keys.type(" Jan")
    keys.press("Enter")
    live(page, "opa Jan aangepast")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Space")
    expect(page.locator(":focus")).to_have_accessible_name(re.compile("geeft dit aan opa Jan"))
    live(page, "steun bij opa Jan aangepast")
    # Another circle from the row itself; the focus goes along with the row.
    select = row(page, "opa Jan").locator("[data-part='circle']")
    select.focus()
    keys.press("ArrowUp")
    expect(row(page, "opa Jan").locator("[data-part='circle']")).to_have_value("1")
    expect(row(page, "opa Jan").locator("[data-part='circle']")).to_be_focused()
    # Away, and back.
    keys.press("Shift+Tab")
    expect(row(page, "opa Jan").locator("[data-part='name']")).to_be_focused()
    keys.press("Delete")
    expect(row(page, "opa Jan")).to_have_count(0)
    live(page, "opa Jan weggehaald")
    keys.press("Control+z")
    expect(row(page, "opa Jan")).to_have_count(1)
    live(page, "Ongedaan gemaakt")
    saved(page)


def test_arrows_go_from_row_to_row_and_tab_leaves_the_row(listed: Page):
    names = listed.locator(".nw-table:visible [data-part='name']")
    names.nth(0).focus()
    listed.keyboard.press("ArrowDown")
    expect(names.nth(1)).to_be_focused()
    listed.keyboard.press("End")
    expect(names.last).to_be_focused()
    listed.keyboard.press("Home")
    expect(names.nth(0)).to_be_focused()
    assert listed.locator(".nw-table:visible [data-part='name'][tabindex='0']").count() == 1


def test_two_people_are_connected_without_drawing(listed: Page):
    add(listed, "oom Piet")
    row(listed, "oom Piet").locator("[data-part='name']").click()
    panel = listed.locator(".nw-panel:visible")
    panel.get_by_label("Nieuwe band van oom Piet met").select_option(label="zoon")
    expect(listed.locator(".nw-panel-title:visible")).to_have_text(re.compile("oom Piet en zoon|zoon en oom Piet"))
    panel.get_by_label("Hoe is de band").select_option("strong")
    live(listed, "aangepast")
    panel.get_by_role("button", name="Haal deze band weg").click()
    live(listed, "weggehaald")


def test_the_filter_finds_and_says_when_nobody_is_found(listed: Page):
    listed.keyboard.press("/")
    find = listed.get_by_label("Zoek in de lijst")
    find.fill("tante")
    expect(listed.locator(".nw-table:visible tr[data-id]")).to_have_count(1)
    find.fill("bestaat niet")
    expect(listed.get_by_text("Niemand gevonden")).to_be_visible()


def test_single_letters_can_be_switched_off(listed: Page):
    listed.locator(".nw-list:visible summary", has_text="Toetsen").click()
    listed.get_by_label("Losse letters werken als sneltoets").uncheck()
    listed.locator(".nw-table:visible [data-part='name'][tabindex='0']").focus()
    listed.keyboard.press("p")
    expect(listed.locator(".nw-table:visible [data-part='name']:focus")).to_have_count(1)
    listed.get_by_label("Losse letters werken als sneltoets").check()


def test_what_gives_somebody_away_is_warned_of_and_kept(listed: Page):
    row(listed, "tante").locator("[data-part='name']").click()
    panel = listed.locator(".nw-panel:visible")
    panel.locator("summary", has_text="Meer over tante").click()
    notes = panel.get_by_label("Notities")
    notes.fill("bel 06-12345678")
    notes.blur()
    expect(panel.locator(".nw-privacy")).to_be_visible()
    live(listed, "tante aangepast")
    notes.fill("")
    notes.blur()
    expect(panel.locator(".nw-privacy")).to_have_count(0)


def test_hidden_names_show_nowhere_in_list_and_panel(listed: Page):
    row(listed, "tante").locator("[data-part='name']").click()
    expect(listed.locator(".nw-panel-title:visible")).to_have_text("tante")
    hide(listed, True)
    expect(row(listed, "tante")).to_have_count(0)
    shown = listed.evaluate(
        """() => [...document.querySelectorAll(".nw-root *")].filter((e) => e.checkVisibility?.()).flatMap((e) =>
          [e.getAttribute("aria-label"), e.title, e.value, e.placeholder, e.childElementCount ? "" : e.textContent])
          .filter(Boolean).join("\\n")"""
    )
    shown = shown.replace("rol, bijvoorbeeld: tante", "")
    assert not re.search(r"\btante\b|\bbegeleider\b|\bbuurvrouw\b", shown)
    assert listed.get_by_label("Rol of roepnaam").get_attribute("readonly") is not None
    hide(listed, False)
    expect(row(listed, "tante")).to_have_count(1)


def test_whoever_is_chosen_in_the_list_is_chosen_on_the_map(listed: Page):
    row(listed, "buurvrouw").locator("[data-part='name']").click()
    listed.locator(".nw-table:visible [data-part='name'][tabindex='0']").focus()
    listed.locator("button[aria-pressed='true']", has=listed.locator("svg")).first.click()
    expect(listed.locator(".nw-canvas:visible")).to_be_visible()
    expect(listed.locator(".nw-panel-title:visible")).to_have_text("buurvrouw")
