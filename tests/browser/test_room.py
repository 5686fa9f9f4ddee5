"""The map is the stage: how much of the screen it has, what folds for it, and that all grows with the screen."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import VIEWPORT
from tests.browser.maps import BEGIN, CANVAS, OPEN_OWN, ROOT, STATUS, NetMap, eventually
from tests.browser.test_every_step import BOOKS
from tests.browser.test_meeting import STRIP, at_the_check_in, begin, on, phase

ALL = ((1024, 768), (1280, 720), (1366, 768), (1920, 1080))
SIZES = ALL if os.environ.get("NETWERK_SCREENS") else ALL[1:2]
"""On every screen that is promised, or on the projector only."""
SMALL, PROJECTOR, LARGE = ALL[0], ALL[1], ALL[3]
ALONE, MEETING, PAIR = 0.72, 0.6, 0.5
"""How much of the height below the bar the outer circle takes across, at least."""
RINGS = """() => {
    const below = innerHeight - document.querySelector("#nw-bar").getBoundingClientRect().height;
    const maps = [...document.querySelectorAll(".nw-canvas")].filter((one) => one.clientWidth && one.netwerkCanvas?.network);
    return maps.map(({ netwerkCanvas: { look, network } }) => (2 * look.frame.radii.at(-1) * network.getScale()) / below);
}"""
FITTED = """[...document.querySelectorAll('.nw-canvas')].filter((one) => one.clientWidth && one.netwerkCanvas?.network)
    .every(({ clientWidth: width, clientHeight: height, netwerkCanvas: { network, look } }) =>
        Math.abs(network.canvas.frame.canvas.clientWidth - width) < 2 && look.frame)"""
SETTLED = """async ([width, height]) => {
    if (window.innerWidth !== width || window.innerHeight !== height) return false;
    const boxes = () => JSON.stringify([...document.querySelectorAll('.nw-bar > *, .nw-part, .nw-canvas, .nw-beside')]
        .map((one) => one.getBoundingClientRect()));
    const before = boxes();
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return before === boxes();
}"""
LARGENESS = """(selector) => {
    const found = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
    const { height } = found.getBoundingClientRect();
    return [parseFloat(getComputedStyle(found).fontSize) * found.currentCSSZoom, height];
}"""
"""How large letters are on the screen, and what holds them."""
LONGEST = f"""
from netwerk_widgets.casefile.library import codes
drawn, codes.new_code = codes.new_code, lambda taken: f"Ratelpopulier-{{max(10, 99 - len(taken))}}"
{BEGIN}
codes.new_code = drawn"""
"""In the kernel: a practice case whose code is as long as one can be."""


def maps_of(book: str) -> list[str]:
    """The steps of a workbook that are about the map, and the film of it; the meeting has a share of its own."""
    cells = json.loads((ROOT / "workbooks" / f"{book}.ipynb").read_text(encoding="utf-8"))["cells"]
    shown = [cell["metadata"]["netwerk"]["step"] for cell in cells if drawn("".join(cell["source"]))]
    return [step for step in dict.fromkeys(shown) if step != "bijeenkomst"]


def drawn(source: str) -> bool:
    return "network_map(" in source or "replay(" in source


def sized(page: Page, size: tuple[int, int]) -> None:
    """Once the window is so large, and what stands in it has found its own size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_function(SETTLED, arg=list(size))


def rings(net: NetMap) -> list[float]:
    net.until(FITTED)
    net.still()
    return net.page.evaluate(RINGS)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("book", [book for book in BOOKS if maps_of(book)])
def test_the_map_has_the_room_in_every_step(turn_to: Callable[..., Page], netwerk_server, book: str, size):
    found = {}
    for step in maps_of(book):
        page = turn_to(book, step=step)
        sized(page, size)
        net = NetMap(page, netwerk_server.home)
        if step == "eigen-kaart":
            net.kernel(OPEN_OWN)
        expect(page.locator(".nw-canvas:visible").first).to_be_visible()
        found[step] = min(rings(net))
    assert all(share >= ALONE for share in found.values()), found


@pytest.mark.parametrize(
    "size", SIZES if len(SIZES) > 1 else (SMALL, PROJECTOR), ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_two_maps_side_by_side_have_their_room(lab_map: NetMap, size):
    page = lab_map.page
    sized(page, size)
    lab_map.tool("Toen, nu en gewenst")
    page.locator(".nw-map-versions:visible select").first.select_option("wished")
    page.get_by_role("button", name="Naast elkaar").click()
    expect(page.locator(".nw-canvas:visible")).to_have_count(2)
    shares = rings(lab_map)
    assert len(shares) == 2
    assert min(shares) >= PAIR, shares
    unfold = page.get_by_role("button", name="Wat je gekozen hebt uitklappen")
    if size == SMALL:  # two maps, and what they differ in on demand
        unfold.press("Enter")
    expect(page.locator(".nw-map-versions:visible")).to_be_visible()
    page.get_by_role("button", name="Naast elkaar").click()
    expect(page.locator(".nw-canvas:visible")).to_have_count(1)
    expect(page.locator(".nw-map-versions:visible")).to_be_visible()
    lab_map.tool("Toen, nu en gewenst")


def test_what_the_signs_mean_stands_over_the_map_when_it_is_asked_for(network_map: NetMap):
    legend = network_map.page.locator(".nw-map-legend")
    size = "[canvas.element.clientWidth, canvas.element.clientHeight, canvas.network.getScale()]"
    before = network_map.canvas(size)
    expect(legend).to_have_count(0)
    network_map.tool("Wat de lijnen en vormen betekenen")
    expect(legend).to_contain_text("dier")
    expect(legend).not_to_contain_text("niet benaderen")  # nobody is
    assert network_map.canvas(size) == before
    network_map.choose("kat")
    network_map.page.keyboard.press("Delete")
    network_map.saved()
    expect(legend).not_to_contain_text("dier")
    network_map.page.keyboard.press("Escape")
    expect(legend).to_have_count(0)
    expect(network_map.page.locator("[data-nw-tool='legend'], [data-nw-tool='rest']").first).to_be_focused()


def test_a_tool_that_does_not_fit_stands_in_a_menu_and_never_in_a_second_column(network_map: NetMap):
    page = network_map.page
    column = page.locator(".nw-map-tools")
    sized(page, (1280, 480))
    rest = column.get_by_role("button", name="Meer gereedschap")
    rest.focus()
    page.keyboard.press("Enter")
    expect(rest).to_have_attribute("aria-expanded", "true")
    assert column.bounding_box()["width"] <= 48
    shown = column.locator("> button, > .nw-map-rest > button")
    edges = [box["x"] for box in (one.bounding_box() for one in shown.all()) if box]
    assert len(set(edges)) == 1
    page.keyboard.press("Escape")
    expect(rest).to_be_focused()
    before = network_map.canvas("canvas.network.getScale()")
    network_map.tool("Wat de lijnen en vormen betekenen")
    network_map.tool("Groter")  # what lies over the map does not lie over the menu
    network_map.until(f"{CANVAS}.network.getScale() > {before}")
    expect(rest).to_have_attribute("aria-expanded", "false")


@pytest.fixture(scope="module")
def meeting(browser, netwerk_server) -> NetMap:
    """A meeting that is at its round of questions, on a page of its own."""
    from tests.browser.conftest import wait_ready

    netwerk_server.ask(
        "netwerk/state", {"lang": "nl", "last": "09_intervisie", "steps": {"09_intervisie": "checkin"}}, "PUT"
    )
    context = browser.new_context(viewport=VIEWPORT, locale="nl-NL", reduced_motion="reduce")
    page = context.new_page()
    page.goto(netwerk_server.url)
    wait_ready(page)
    net = at_the_check_in(NetMap(page, netwerk_server.home))
    begin(net)
    for _ in range(3):
        on(page)
    assert phase(page) == "Vragenronde"
    yield net
    context.close()


class TestInAMeeting:
    def test_the_map_has_the_room_and_the_words_take_two_lines(self, meeting: NetMap):
        sized(meeting.page, PROJECTOR)
        assert rings(meeting)[0] >= MEETING
        words = meeting.page.locator(".nw-round-words:visible")
        lines = words.evaluate(
            "(one) => new Set([...one.querySelectorAll('*')].flatMap((part) =>"
            " [...part.getClientRects()].map(({ bottom }) => Math.round(bottom / 12)))).size"
        )
        assert lines <= 2
        assert words.bounding_box()["height"] <= 70
        assert meeting.page.locator(f"{STRIP} .nw-phase").first.bounding_box()["height"] <= 48

    @pytest.mark.parametrize(("column", "what"), [("left", "Klok"), ("right", "Aantekeningen")])
    def test_a_column_folds_by_key_and_stays_so_on_this_page(self, meeting: NetMap, column: str, what: str):
        page = meeting.page
        width = "canvas.element.clientWidth"
        before = meeting.canvas(width)
        button = page.locator(f".nw-{column} .nw-fold-column:visible")
        expect(button).to_have_attribute("aria-label", f"{what} inklappen")
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_have_attribute("aria-label", f"{what} uitklappen")
        expect(button).to_be_focused()
        meeting.until(f"{CANVAS}.element.clientWidth > {before} + 150")
        page.keyboard.press("PageDown")
        expect(page.locator(".nw-bar[data-step='kaarten']")).to_have_count(1)
        page.keyboard.press("PageUp")
        expect(button).to_have_attribute("aria-expanded", "false")
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-expanded", "true")
        meeting.until(f"Math.abs({CANVAS}.element.clientWidth - {before}) < 2")

    def test_with_the_clock_folded_its_time_is_still_in_sight(self, meeting: NetMap):
        page = meeting.page
        button = page.locator(".nw-left .nw-fold-column:visible")
        button.click()
        expect(page.locator(".nw-clock-short:visible")).to_have_text(
            page.locator(".nw-return, .nw-ring text").first.text_content()
        )
        button.click()

    def test_with_the_notes_folded_a_key_still_begins_one(self, meeting: NetMap):
        page = meeting.page
        button = page.locator(".nw-right .nw-fold-column:visible")
        button.click()
        meeting.canvas("canvas.look.map.find('aunt')")
        page.locator(".nw-canvas:visible").focus()
        page.keyboard.press("3")
        expect(page.locator(".nw-note-line.nw-note-open input:visible")).to_be_focused()
        page.keyboard.press("Escape")
        button.click()


PARTS = {
    "heading": ".nw-beside .jp-MarkdownCell h2",
    "button": ".nw-bar .nw-main",
    "side panel": ".nw-map-hint p",
    "lens": ".nw-map-lens",
}


class TestGrowth:
    def measured(self, net: NetMap, size: tuple[int, int]) -> dict[str, float]:
        sized(net.page, size)
        rings(net)
        found = {name: net.page.evaluate(LARGENESS, selector) for name, selector in PARTS.items()}
        letters = {f"{name}: letters": letter for name, (letter, _) in found.items()}
        heights = {f"{name}: height": height for name, (_, height) in found.items() if name in ("button", "lens")}
        target = {"tool": net.page.locator(".nw-map-tools:visible button").first.bounding_box()["width"]}
        return letters | heights | target | {"map": net.canvas("canvas.placed[0].height")}

    def test_all_grows_with_the_screen(self, lab_map: NetMap):
        def all_grew() -> bool:
            small, large = self.measured(lab_map, PROJECTOR), self.measured(lab_map, LARGE)
            grown = {name: large[name] / small[name] for name in small}
            assert not {name: times for name, times in grown.items() if abs(times - 1.5) >= 0.03}
            return True

        eventually(all_grew)  # letters find their size a moment after the map has found its own

    @pytest.mark.parametrize(("book", "step"), [("06_niet_de_hoofdrol", "avond"), ("10_live_annoteren", "meekijken")])
    def test_what_stands_beside_a_map_grows_once_and_not_twice(self, turn_to, netwerk_server, book: str, step: str):
        net = NetMap(turn_to(book, step=step), netwerk_server.home)
        widths = []
        for size in (PROJECTOR, LARGE):
            sized(net.page, size)
            rings(net)
            widths.append(net.canvas("canvas.element.clientWidth"))
        assert abs(widths[1] / widths[0] - 1.5) < 0.02, widths

    def test_for_somebody_close_by_it_hardly_grows(self, lab_map: NetMap):
        small = self.measured(lab_map, PROJECTOR)
        choose(lab_map.page, "Gewoon, dichtbij")
        near = self.measured(lab_map, LARGE)
        choose(lab_map.page, "Groot, voor de zaal")
        grown = {name: near[name] / small[name] for name in small}
        assert not {name: times for name, times in grown.items() if abs(times - 1.15) >= 0.03}

    def test_under_the_finger_is_what_is_seen_there(self, lab_map: NetMap):
        sized(lab_map.page, LARGE)
        rings(lab_map)
        lab_map.choose("tante")
        lab_map.drag(lab_map.where("kat"), lab_map.spot(-200, -200))
        lab_map.saved()
        cat = lab_map.person("kat")
        assert max(abs(cat.x + 200), abs(cat.y + 200)) < 4
        at = lab_map.spot(220, 150)
        lab_map.page.mouse.dblclick(*at)
        box = lab_map.page.locator(".nw-map-adding:visible").bounding_box()
        assert abs(box["x"] + box["width"] / 2 - at[0]) < 4
        assert 0 < box["y"] - at[1] < 40
        lab_map.page.keyboard.press("Escape")
        low = (at[0], lab_map.page.locator(".nw-canvas:visible").bounding_box()["y"] + 800)
        lab_map.page.mouse.dblclick(*low)  # where there is no room below it stands above, and never under the finger
        box = lab_map.page.locator(".nw-map-adding:visible").bounding_box()
        assert 0 < low[1] - box["y"] - box["height"] < 40
        lab_map.page.keyboard.press("Escape")


def choose(page: Page, line: str) -> None:
    page.locator(".nw-bar-menu > button").click()
    page.get_by_role("button", name=line).click()


def test_the_bar_holds_on_one_line_on_a_small_screen(turn_to: Callable[..., Page], netwerk_server):
    page = turn_to("05_van_praktisch_naar_emotioneel", step="geven")
    net = NetMap(page, netwerk_server.home)
    net.kernel(LONGEST)
    net.told().until(f"{STATUS}.saved && {STATUS}.code.startsWith('Ratelpopulier-')")
    sized(page, SMALL)
    parts = [box for box in (one.bounding_box() for one in page.locator(".nw-bar > *").all()) if box]
    for one, other in pairwise(parts):
        assert one["x"] + one["width"] <= other["x"] + 1
    assert parts[-1]["x"] + parts[-1]["width"] <= SMALL[0]
    bar = page.locator(".nw-bar").bounding_box()
    assert all(bar["y"] - 1 <= box["y"] and box["y"] + box["height"] <= bar["y"] + bar["height"] + 1 for box in parts)
    cut = page.locator(".nw-bar-case, .nw-bar-title, .nw-bar-saved, .nw-bar button")
    assert not cut.evaluate_all(
        "(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1).map((one) => one.className)"
    )
