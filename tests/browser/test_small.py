"""Small windows: a laptop at 200 %, a tablet, a phone. All can be reached, nothing lies over another, the map has its half."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.maps import BEGIN, OPEN_OWN, NetMap
from tests.browser.test_every_step import BOOKS, DRAWN, steps_of
from tests.browser.test_keys_everywhere import USABLE
from tests.browser.test_room import sized
from tests.browser.turning import follow

SIZES = [(640, 360), (390, 844), (853, 480), (960, 540)][: 4 if os.environ.get("NETWERK_SCREENS") else 2]
SLICE = {
    "00_start": ["welkom", "casus"],
    "01_netwerk_in_kaart": ["tekenen"],
    "02_de_muur": ["ijsberg"],
    "03_vragen_die_ruimte_maken": ["geven"],
    "06_niet_de_hoofdrol": ["moeilijke-dingen"],
    "09_intervisie": ["checkin", "bijeenkomst"],
    "10_live_annoteren": ["meekijken"],
    "11_terugblik": ["film", "toen-nu"],
}
"""Every kind of step; all of them on demand."""
STEPS = {book: steps_of(book) for book in BOOKS} if os.environ.get("NETWERK_SCREENS") else SLICE
FAULTS = """() => {
    const faults = [];
    const told = (what, one) => faults.push(`${what}: ${one.outerHTML.slice(0, 110)}`);
    if (document.documentElement.scrollWidth > innerWidth) faults.push(`wider than the window: ${document.documentElement.scrollWidth}`);
    for (const one of USABLE) {
        one.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
        const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
        if (left < -1 || right > innerWidth + 1) { told(`out of the window at the side (${Math.round(left)}-${Math.round(right)})`, one); continue; }
        const at = [(left + right) / 2, Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1)];
        const there = document.elementFromPoint(...at);
        const own = there && (one.contains(there) || there.contains(one) || there.closest("label")?.control === one);
        if (width > 0 && height > 0 && !own) told(`lies under ${there?.outerHTML.slice(0, 60)}`, one);
    }
    for (const map of document.querySelectorAll(".nw-map-main, .nw-replay-main")) {
        if (!map.checkVisibility()) continue;
        map.scrollIntoView({ block: "end", behavior: "instant" });
        const { left, right, top, bottom } = map.getBoundingClientRect();
        const seen = (Math.min(right, innerWidth) - Math.max(left, 0)) * (Math.min(bottom, innerHeight) - Math.max(top, 0));
        if (seen < innerWidth * innerHeight / 2) faults.push(`the map has ${Math.round(100 * seen / innerWidth / innerHeight)} % of the window`);
    }
    return faults;
}""".replace("USABLE", USABLE)


def faults_in(turn_to: Callable[..., Page], home: Path, size: tuple[int, int], places: list[tuple[str, str]]) -> str:
    page = turn_to("00_start")
    net = NetMap(page, home)
    net.kernel(f"{BEGIN}\n{OPEN_OWN}")
    net.told()
    sized(page, size)
    faults = {}
    for book, step in places:
        follow(page, book, step)
        page.wait_for_function(DRAWN, arg=step)
        net.rest().still()
        if found := page.evaluate(FAULTS):
            faults[f"{book} {step}"] = found
    return "\n".join(f"{step}: {fault}" for step, found in faults.items() for fault in found)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_in_a_small_window_all_is_reached(turn_to, netwerk_server, size: tuple[int, int]):
    assert not faults_in(turn_to, netwerk_server.home, size, [(book, step) for book in STEPS for step in STEPS[book]])


def test_at_400_percent_shelf_boards_and_cards_flow_anew(turn_to, netwerk_server):
    places = [
        (book, step) for book, steps in SLICE.items() for step in steps if step not in ("bijeenkomst", "meekijken")
    ]
    assert not faults_in(turn_to, netwerk_server.home, (320, 256), places)


def test_at_400_percent_the_list_flows_anew(turn_to, netwerk_server):
    page = turn_to("01_netwerk_in_kaart", step="tekenen")
    net = NetMap(page, netwerk_server.home).plain().begin()
    net.canvas("(globalThis.listed = canvas.look.map.listOpen).set(true)")
    try:
        for size in ((320, 256), (390, 844)):
            sized(page, size)
            net.rest().still()
            assert not page.evaluate(FAULTS)
    finally:
        page.evaluate("globalThis.listed.set(false)")
