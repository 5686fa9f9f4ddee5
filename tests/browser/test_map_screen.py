"""What the map looks like: nothing overlaps, nothing is cut off, everything can be read. Keeps screenshots."""

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netwerk_widgets.exchange.content import practice_cases
from netwerk_widgets.locale import LANGUAGES

from .labelled import labels_on
from .maps import CANVAS, STATUS, NetMap

SHOTS = Path(__file__).parents[2] / "test-results"
SCREENS = ((1280, 720), (3840, 2160))
PARTS = (".nw-map-lenses", ".nw-map-tools", ".nw-canvas-place", ".nw-map-side > *")
PRACTICE_CASES = sorted(practice_cases())
SMALLEST = 16
SMALL = """([of, smallest]) => [...document.querySelectorAll(of)].filter((one) => {
    const shown = one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1;
    const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return shown && text && !one.closest(".nw-visually-hidden") && parseFloat(getComputedStyle(one).fontSize) < smallest;
}).map((one) => one.outerHTML.slice(0, 90))"""
"""What shows words of that kind that are smaller than this many pixels."""


def overlap(one: dict, other: dict) -> float:
    """How many pixels two boxes share in their lesser direction."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return min(across, down)


def boxes(page: Page, selector: str) -> list[dict]:
    found = [one.bounding_box() for one in page.locator(f"{selector} >> visible=true").all()]
    return [box for box in found if box and box["width"] > 1 and box["height"] > 1]


def assert_clear(page: Page, selectors: tuple[str, ...], what: str) -> None:
    """No two of these overlap, and all of them are on the screen."""
    found = [(selector, box) for selector in selectors for box in boxes(page, selector)]
    assert found, what
    size = page.viewport_size
    for (a, one), (b, other) in combinations(found, 2):
        assert overlap(one, other) <= 1, f"{what}: {a} and {b} overlap by {overlap(one, other):.0f} px"
    for name, box in found:
        assert box["x"] >= -1, f"{what}: {name} is cut off on the left"
        assert box["y"] >= -1, f"{what}: {name} is cut off at the top"
        assert box["x"] + box["width"] <= size["width"] + 1, f"{what}: {name} is cut off on the right"
        assert box["y"] + box["height"] <= size["height"] + 1, f"{what}: {name} is cut off at the bottom"


def assert_readable(network_map: NetMap, most_left_out: int = 0) -> None:
    """The labels do not overlap, lie within the canvas, and are large enough."""
    placed = network_map.canvas("canvas.placed")
    people = network_map.canvas("canvas.nodes.size")
    inside = network_map.canvas("[...canvas.nodes.keys()].filter((id) => canvas.look.inside(id)).length")
    assert len(placed) >= people - inside - most_left_out, f"{people - len(placed)} of {people} have no label"
    for one, other in combinations(placed, 2):
        assert overlap(one, other) <= 0.5, f"{one['text']} and {other['text']} overlap"
    [found] = labels_on(network_map.page)
    assert not found.fault, found.fault
    box = network_map.canvas("({ width: canvas.element.clientWidth, height: canvas.element.clientHeight })")
    for label in placed:
        assert label["height"] / len(label["text"].split("\n")) >= SMALLEST
        assert 0 <= label["x"] <= box["width"] - label["width"], f"{label['text']} is cut off"
        assert 0 <= label["y"] <= box["height"] - label["height"], f"{label['text']} is cut off"


SPOTS = "Object.fromEntries(canvas.placed.map(({ id, x, y }) => [id, [x, y]]))"
"""Where each label stands."""


def jumped(before: dict, after: dict, whose: str) -> list[str]:
    """Whose label is elsewhere now, or gone; except theirs."""
    elsewhere = (one for one in before if one not in after or abs(after[one][0] - before[one][0]) > 1)
    return [one for one in elsewhere if one != whose]


def shot(page: Page, name: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def test_whose_panel_it_is_comes_into_sight_with_whoever_is_chosen(network_map: NetMap):
    side, title = network_map.side(), network_map.side().locator(".nw-panel-title")
    network_map.choose("tante")
    side.locator("summary", has_text="Bijzonderheden").click()
    side.get_by_label("Is een dier").scroll_into_view_if_needed()
    expect(title).not_to_be_in_viewport()
    network_map.choose("chef")
    expect(title).to_have_text("chef")
    expect(title).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("what", ["nothing", "person", "lens", "list", "sixty"])
def test_nothing_overlaps_and_nothing_is_cut_off(network_map: NetMap, size, what):
    page = network_map.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    if what == "sixty":
        network_map.many(60)
    network_map.until(f"Math.abs({CANVAS}.network.canvas.frame.canvas.clientWidth - {CANVAS}.element.clientWidth) < 2")
    network_map.rest()
    if what == "person":
        network_map.choose("tante")
    if what == "lens":
        page.locator(".nw-map-lens:visible", has_text="Zonder ons").click()
        page.locator(".nw-map-look:visible").wait_for()
    if what == "list":
        network_map.tool("Lijst")
        page.locator(".nw-table:visible").wait_for()
    network_map.rest()
    shot(page, f"map-{what}-{size[0]}x{size[1]}")
    assert_clear(page, PARTS[:3], what)
    assert_clear(page, (".nw-map-tools button",), what)
    assert_clear(page, (".nw-map-lenses button",), what)
    for box in boxes(page, ".nw-map-tools button") + boxes(page, ".nw-map-lenses button"):
        assert min(box["width"], box["height"]) >= 44
    if what != "list":
        # Sixty on the smallest screen is more than it has room for at this size; larger screens name everybody.
        assert_readable(network_map, most_left_out=3 if what == "sixty" and size[0] == 1280 else 0)
    small = page.evaluate(SMALL, [".nw-root *", SMALLEST])
    assert not small, small


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PRACTICE_CASES)
def test_a_practice_case_is_calm(network_map: NetMap, name: str, language: str):
    """Everybody is named, hardly anybody shortened, and no two names overlap; the pictures are kept to look at."""
    network_map.begin(
        f"from netwerk_widgets.exchange.content import practice_case as made; case = made('{name}', '{language}')"
    )
    network_map.rest()
    shot(network_map.page, f"practice-{name}-{language}")
    assert_readable(network_map)
    roles = {person.role for person in network_map.case().people.values()}
    shortened = [label for label in network_map.labels() if label not in roles]
    assert len(shortened) <= 1, shortened


def test_larger_labels_are_larger_and_still_do_not_overlap(network_map: NetMap):
    heights = []
    for _ in range(3):
        heights.append(network_map.canvas("canvas.placed[0].height"))
        assert_readable(network_map, most_left_out=4)
        network_map.tool("Grootte van de namen")
        network_map.rest()
    assert heights == sorted(set(heights))


def test_labels_stay_where_they_are_when_somebody_else_is_moved(network_map: NetMap):
    network_map.many(60)
    before = network_map.canvas(SPOTS)
    start = network_map.spot(*network_map.canvas("(({ x, y }) => [x, y])(canvas.position('p9'))"))
    network_map.drag(start, (start[0] + 12, start[1] + 8))
    network_map.saved().still()
    assert len(jumped(before, network_map.canvas(SPOTS), "p9")) <= 3


@pytest.mark.parametrize("people", [40, 60])
@pytest.mark.parametrize(
    ("edit", "whose"),
    [
        ("Add('compliment', 'c1', {'person': 'p9', 'text': 'Je bent er altijd'})", "p9"),
        ("Change('person', 'p9', {'valued_role': 'luistert goed'})", "p9"),
        ("Change('person', 'p9', {'role': 'de buurvrouw van nummer twaalf'})", "p9"),
        ("AddPerson('px', 'kennis', 210.0, -140.0)", "px"),
        ("Remove((('person', 'p9'),))", "p9"),
    ],
    ids=["thanks", "valued", "called otherwise", "come", "gone"],
)
def test_nothing_else_jumps_when_somebody_comes_or_looks_other(network_map: NetMap, people: int, edit: str, whose: str):
    network_map.many(people).still()
    size = "[canvas.element.clientWidth, canvas.element.clientHeight]"
    before, room = network_map.canvas(SPOTS), network_map.canvas(size)
    revision = network_map.canvas("canvas.look.map.mirror.version.get()")
    network_map.kernel(
        "from netwerk_widgets import workbook\nfrom netwerk_widgets.model.edits.acts import *\n"
        f"made = workbook.desk().file.apply({edit})"
    )
    network_map.until(f"{CANVAS}.look.map.mirror.version.get() > {revision}")
    network_map.still()
    assert network_map.canvas(size) == room
    assert len(jumped(before, network_map.canvas(SPOTS), whose)) <= 5


def test_a_hundred_and_fifty_people_are_drawn_and_can_be_dragged(network_map: NetMap):
    network_map.many(150)
    shot(network_map.page, "map-150-1280x720")
    for one, other in combinations(network_map.canvas("canvas.placed"), 2):
        assert overlap(one, other) <= 0.5
    start = network_map.spot(*network_map.canvas("(({ x, y }) => [x, y])(canvas.position('p120'))"))
    before = network_map.case()
    network_map.drag(start, (start[0] + 15, start[1] + 10))
    after = network_map.saved().case()
    assert {k for k, person in after.people.items() if person != before.people[k]} == {"p120"}
    assert network_map.page.evaluate(f"{STATUS}.saved") != ""
