"""A name is never read as another's: in every map step of every workbook, under each lens, on every size of screen.

The README's command tries a slice. All of it (each map step, with 8 to 60 people, on four sizes of screen) is tried by
`NETWERK_SCREENS=all python -m pytest -n 0 tests/browser/test_labels.py`.
"""

from __future__ import annotations

import os
from itertools import product

import pytest

from netwerk_widgets.model.lenses import LOOKS
from tests.benchmarks.labels import KINDS, MAKING, PEOPLE, SCREENS
from tests.browser.labelled import labels_on
from tests.browser.maps import BEGIN, CANVAS, STATUS, NetMap
from tests.browser.test_every_step import BOOKS, steps_of
from tests.browser.test_together_everywhere import go
from tests.browser.walking import Step

ALL = os.environ.get("NETWERK_SCREENS") == "all"
LETTERS = 16
"""What letters are at least, in pixels on a screen of 720 lines."""
MAP_STEPS = [
    step
    for book in BOOKS
    for step in (Step(book, name) for name in steps_of(book))
    if any(what in ("network_map", "replay") for what, _ in step.calls)
]
SLICE = (
    list(product(KINDS, PEOPLE, SCREENS))
    if ALL
    else [
        *((kind, people, (1280, 720)) for kind, people in product(KINDS, (16, 25, 60))),
        *(("network", 40, size) for size in SCREENS if size != (1280, 720)),
    ]
)


def resize(net: NetMap, size: tuple[int, int]) -> None:
    net.page.set_viewport_size({"width": size[0], "height": size[1]})
    net.until(f"Math.abs({CANVAS}.network.canvas.frame.canvas.clientWidth - {CANVAS}.element.clientWidth) < 2")
    net.rest()


@pytest.mark.parametrize(
    ("kind", "people", "size"),
    SLICE,
    ids=lambda given: "x".join(map(str, given)) if isinstance(given, tuple) else str(given),
)
def test_a_name_is_nearest_to_its_own_symbol_under_each_lens(network_map: NetMap, kind, people, size):
    network_map.begin(MAKING.format(kind=kind, people=people, seed=7))
    resize(network_map, size)
    for lens in ("", *LOOKS):
        network_map.canvas(f"canvas.look.map.lookThrough({lens!r})")
        network_map.canvas("canvas.fit()")
        network_map.rest()
        [found] = labels_on(network_map.page)
        found.expect(LETTERS)


def test_it_stays_so_while_people_come_are_renamed_and_moved(network_map: NetMap):
    network_map.begin(MAKING.format(kind="crowded", people=16, seed=8))
    for number in range(12):
        network_map.canvas(
            "canvas.look.map.connection.edit({ edit: 'add_person', id: `n${given[0]}`, role: 'vriendin van vroeger',"
            " circle: 1 + given[0] % 4, domain: ['family', 'friends', 'household'][given[0] % 3] })",
            number,
        )
        network_map.saved().rest()
        [found] = labels_on(network_map.page)
        assert not found.fault, found.fault
    for number in range(12):
        network_map.canvas(
            "canvas.look.map.connection.edit({ edit: 'place', moves: [[`n${given[0]}`, 30 * given[0] - 150, 40]] })",
            number,
        )
        network_map.saved().rest()
        [found] = labels_on(network_map.page)
        assert not found.fault, found.fault


def test_whoever_has_a_number_is_in_the_key_which_folds(network_map: NetMap):
    network_map.begin(MAKING.format(kind="crowded", people=60, seed=7))
    network_map.rest()
    numbers = network_map.canvas(
        "canvas.placed.filter(({ form }) => form === 'number').map(({ id, text }) => [text, canvas.look.label(id)])"
    )
    assert numbers
    key = network_map.page.locator(".nw-map-key")
    fold = key.get_by_role("button", name="Nummers")
    if fold.get_attribute("aria-expanded") == "false":  # there is little room beside a map as high as this one
        fold.click()
    rows = key.locator("li").all_inner_texts()
    assert sorted(rows) == sorted(f"{number} {name}" for number, name in numbers)
    key.locator("li button").first.click()
    assert network_map.canvas("canvas.selectedNodes.length") == 1
    fold.focus()
    network_map.page.keyboard.press("Enter")
    assert key.locator("li").count() == 0
    assert fold.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("people", PEOPLE if ALL else (16,))
def test_in_every_map_step_of_every_workbook(turn_to, netwerk_server, people: int):
    net = NetMap(turn_to("00_start"), netwerk_server.home)
    net.kernel(MAKING.format(kind="network", people=people, seed=7))
    net.kernel("from netwerk_widgets import workbook\nworkbook.desk().begin_practice(case)")
    seen = 0
    try:
        for step in MAP_STEPS:
            go(net, step.book, step.name)
            net.until(f"!{STATUS}.away")  # whoever goes on before the line is there stays where they are
            net.until("[...document.querySelectorAll('.nw-canvas, .nw-own-card')].some((one) => one.checkVisibility())")
            if net.page.locator(".nw-canvas:visible").count() == 0:
                continue  # what is the professional's own is shut
            for size in SCREENS if ALL else [(1280, 720)]:
                resize(net, size)
                for found in labels_on(net.page):
                    assert not found.fault, (step, size, found.fault)
                    seen += 1
    finally:
        net.kernel(BEGIN)
    assert seen >= len(MAP_STEPS) - 2
