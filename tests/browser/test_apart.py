"""A sync program meets an open case: the bar and the view say so at once, all stays in view, and every way on works by keys."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.damage import check
from tests.browser.maps import CANVAS, STATUS, NetMap, eventually
from tests.browser.test_map_screen import shot

ADD = "canvas.look.map.connection.edit({ edit: 'add_person', id: given[0], role: given[0], x: -320 + 60 * given[1], y: 205 })"
DONE = 10
TOLD = "[...document.querySelectorAll('.nw-trouble')].some((one) => one.offsetParent && one.innerText.includes('oudere versie over'))"


@pytest.fixture
def edited(lab_map: NetMap) -> tuple[NetMap, Path, bytes]:
    """A map with ten acknowledged edits, its file, and what was in that before them."""
    path = Shelf(lab_map.home).path(lab_map.code)
    older = path.read_bytes()
    for number in range(DONE):
        lab_map.canvas(ADD, f"vriend{number}", number)
    lab_map.until(f"{CANVAS}.nodes.has('vriend{DONE - 1}') && {STATUS}.pending === 0")
    eventually(lambda: len(lab_map.case().people) > DONE + 5)
    return lab_map, path, older


def whole(net: NetMap, code: str) -> bool:
    shelf = Shelf(net.home)
    return check(shelf.path(code), shelf.key(code)).ok


def test_an_older_copy_over_an_open_case(edited: tuple[NetMap, Path, bytes]) -> None:
    net, path, older = edited
    page, bar = net.page, net.page.locator(".nw-bar-saved")
    was, people = net.code, net.canvas("canvas.nodes.size")
    trouble = page.locator(".nw-trouble:visible")
    begun = time.perf_counter()
    path.write_bytes(older)
    net.until(TOLD)  # looked for at every frame; `expect` looks again after half a second
    took = time.perf_counter() - begun
    expect(trouble).to_contain_text("oudere versie over")
    assert took < 1, f"told after {took:.2f} s"
    expect(bar).to_have_text("Niet meer op de schijf")
    assert net.canvas("canvas.nodes.size") == people
    expect(trouble.get_by_role("button")).to_have_text(
        ["Bewaar mijn versie als kopie", "Neem de andere versie", "Vergelijk"]
    )
    for part in (trouble.locator("p").first, *trouble.get_by_role("button").all()):
        expect(part).to_be_in_viewport(ratio=0.95)
    shot(page, "apart-older")
    trouble.get_by_role("button").last.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("vriend9 toegevoegd")
    shot(page, "apart-beside")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    trouble.get_by_role("button").first.press("Enter")
    expect(trouble).to_have_count(0)
    expect(page.locator(".nw-notice:visible")).to_contain_text("met de hele geschiedenis")
    expect(bar).to_contain_text("Opgeslagen")
    shot(page, "apart-kept")
    assert net.code != was
    net.until(f"{CANVAS}.nodes.size === {people}")
    page.locator(".nw-map-tools:visible").get_by_role("button", name=re.compile("ongedaan", re.IGNORECASE)).click()
    net.until(f"!{CANVAS}.nodes.has('vriend9')")
    assert path.read_bytes() == older
    assert whole(net, was)
    assert whole(net, net.code)


def test_a_case_that_is_taken_away_is_put_back_and_the_other_version_is_asked_for(
    edited: tuple[NetMap, Path, bytes],
) -> None:
    net, path, older = edited
    page, trouble = net.page, net.page.locator(".nw-trouble:visible")
    path.unlink()
    expect(trouble).to_contain_text("niet meer op zijn plaats")
    trouble.get_by_role("button", name="Zet mijn versie terug").press("Enter")
    expect(trouble).to_have_count(0)
    expect(page.locator(".nw-bar-saved")).to_contain_text("Opgeslagen")
    assert whole(net, net.code)
    fresh = path.with_name("~sync")
    fresh.write_bytes(older)
    fresh.replace(path)
    trouble.get_by_role("button", name="Neem de andere versie").press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text(re.compile("Wat alleen in jouw versie staat, is daarna weg.*vriend9", re.DOTALL))
    dialog.get_by_role("button", name="Terug").press("Enter")
    assert net.canvas("canvas.nodes.has('vriend9')")
    trouble.get_by_role("button", name="Neem de andere versie").press("Enter")
    takes = dialog.get_by_role("button", name="Neem de andere versie")
    expect(takes).to_be_enabled()
    takes.press("Enter")
    net.until(f"!{CANVAS}.nodes.has('vriend9')")
    expect(page.locator(".nw-bar-saved")).to_contain_text("Opgeslagen")
    expect(trouble).to_have_count(0)
    assert whole(net, net.code)
