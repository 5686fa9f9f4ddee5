"""The same work by keys alone, by finger, with a screen reader, in full screen, and where movement is not wanted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import VIEWPORT, Netwerk, wait_ready
from .maps import CANVAS, STATUS, NetMap, eventually

FOCUS = "document.activeElement"
NAMED = "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"


def tab_to(page: Page, condition: str, most: int = 90) -> None:
    """Tab until the focus is where this JavaScript is true."""
    for _ in range(most):
        if page.evaluate(condition):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} times Tab, and never: {condition}")


def roles(net: NetMap) -> set[str]:
    return {person.role for person in net.case().people.values()}


def on_to(page: Page, step: str) -> None:
    page.keyboard.press("PageDown")
    page.wait_for_selector(f".nw-bar[data-step='{step}']")


def test_a_whole_workbook_by_keys_alone(turn_to, netwerk_server: Netwerk):
    net = NetMap(turn_to("01_netwerk_in_kaart", step="tekenen"), netwerk_server.home).plain().begin()
    page = net.page
    for step in ("midden", "dilemma"):
        page.keyboard.press("PageUp")
        page.wait_for_selector(f".nw-bar[data-step='{step}']")

    tab_to(page, f"{FOCUS}.tagName === 'TEXTAREA' && {FOCUS}.checkVisibility()")
    page.keyboard.type("Bij de vraag naar tante")
    page.keyboard.press("Tab")
    eventually(lambda: any(one.text == "Bij de vraag naar tante" for one in net.case().answers.values()))
    tab_to(page, f"{FOCUS}.tagName === 'BUTTON'")

    on_to(page, "midden")
    on_to(page, "tekenen")
    tab_to(page, f"{FOCUS}.closest('.nw-canvas') && {FOCUS}.checkVisibility()")
    page.keyboard.press("p")
    page.keyboard.type("opa")
    page.keyboard.press("Enter")
    eventually(lambda: "opa" in roles(net))
    was = net.person("tante")
    net.canvas("canvas.look.map.find('aunt')")
    tab_to(page, f"{FOCUS}.closest('.nw-canvas') && {FOCUS}.checkVisibility()")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowLeft")
    eventually(lambda: net.person("tante").x == was.x - 36)
    page.keyboard.press("Control+z")
    eventually(lambda: net.person("tante").x == was.x - 24)

    on_to(page, "geven")
    expect(page.locator(".nw-map-look:visible h3")).to_have_text("Wat geef jij?")
    on_to(page, "krijgen")
    net.canvas("canvas.look.map.find('aunt')")
    tab_to(page, f"{FOCUS}.tagName === 'SELECT' && {FOCUS}.closest('.nw-map-side')")
    for step in ("uit-beeld", "zonder-ons", "brillen", "slot"):
        on_to(page, step)
        net.until(f"{CANVAS}.network")
    tab_to(page, f"{FOCUS}.closest('a') && {NAMED}.endsWith('De muur')")
    page.keyboard.press("Enter")
    page.wait_for_selector(".nw-bar[data-ready='true'][data-step='doel']")
    page.keyboard.press("PageUp")
    page.wait_for_selector(".nw-bar[data-ready='true'][data-step='slot']")


def test_a_screen_reader_meets_the_step_in_its_order(turn_to, netwerk_server: Netwerk):
    net = NetMap(turn_to("01_netwerk_in_kaart", step="tekenen"), netwerk_server.home).plain().begin()
    page = net.page
    bar = page.locator(".nw-bar").aria_snapshot()
    for words in ("Casus", "stap 3 van 9", 'button "Namen verbergen"', 'button "Volgende"', 'button "Volledig scherm"'):
        assert words in bar
    step = page.locator(".jp-Notebook:visible").first.aria_snapshot()
    order = [
        'heading "Wie horen erbij?"',
        'application "',
        'complementary "',
    ]
    places = [step.find(one) for one in order]
    assert -1 not in places, step
    net.choose("tante")
    side = net.side().aria_snapshot()
    assert 'heading "tante"' in side
    page.keyboard.press("Alt+n")
    net.until("globalThis[Symbol.for('netwerk-widgets.page.1')].prefs.get().hideNames")
    net.rest()
    assert "tante" not in page.locator("body").aria_snapshot()


def test_full_screen_and_back(turn_to, netwerk_server: Netwerk):
    net = NetMap(turn_to("00_start"), netwerk_server.home).plain()
    button = net.page.locator(".nw-bar").get_by_role("button", name="Volledig scherm")
    button.press("Enter")
    net.until("document.fullscreenElement !== null")
    net.until(f"{CANVAS}.network && {STATUS}.code")
    button.press("Enter")
    net.until("document.fullscreenElement === null")


@pytest.fixture
def touched(browser: Browser, netwerk_server: Netwerk):
    context = browser.new_context(viewport=VIEWPORT, locale="nl-NL", has_touch=True, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    netwerk_server.ask("netwerk/state", {"lang": "nl", "last": "00_start"}, "PUT")
    page = context.new_page()
    page.goto(netwerk_server.url)
    wait_ready(page)
    yield NetMap(page, netwerk_server.home).begin()
    context.close()


def test_by_finger_one_chooses_drags_adds_and_hides(touched: NetMap):
    page = touched.page
    page.touchscreen.tap(*touched.where("chef"))
    expect(touched.side().locator(".nw-panel-title")).to_have_text("chef")
    was = touched.person("chef")
    swipe(touched, touched.where("chef"), (40, 30))
    eventually(lambda: (touched.person("chef").x, touched.person("chef").y) != (was.x, was.y))
    page.locator(".nw-map-tools:visible").get_by_role("button", name="Persoon erbij").tap()
    box = page.locator(".nw-canvas:visible").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.75)
    page.keyboard.type("huisarts")
    page.keyboard.press("Enter")
    eventually(lambda: "huisarts" in roles(touched))
    assert touched.person("huisarts").circle > 0
    page.get_by_role("button", name="Namen verbergen").tap()
    eventually(lambda: "huisarts" not in touched.labels())
    page.get_by_role("button", name="Namen tonen").tap()


def swipe(net: NetMap, start: tuple[float, float], by: tuple[float, float]) -> None:
    """One finger goes down, along and up; each of its places is painted."""
    session = net.page.context.new_cdp_session(net.page)
    x, y = start
    dx, dy = by
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in range(1, 6):
        point = {"x": x + dx * part / 5, "y": y + dy * part / 5}
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        net.rest()
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_where_no_movement_is_wanted_nothing_glides(lab_map: NetMap):
    page = lab_map.page
    slow = """() => [...document.querySelectorAll(".nw-root *, .nw-bar *")].filter((one) => {
        const { transitionDuration, animationDuration } = getComputedStyle(one);
        return [transitionDuration, animationDuration].some((time) => parseFloat(time) > 0.01);
    }).map((one) => one.outerHTML.slice(0, 80))"""
    lab_map.choose("tante")
    assert page.evaluate(slow) == []
    view = "[canvas.network.getScale(), canvas.network.getViewPosition()]"
    lab_map.canvas("canvas.fit()")
    whole = lab_map.still().canvas(view)
    lab_map.canvas("canvas.zoom(2)")
    lab_map.rest()
    at_once = lab_map.canvas(f"(canvas.fit(), {view})")
    assert at_once == whole
    assert lab_map.still().canvas(view) == at_once
