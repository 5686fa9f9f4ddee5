"""Paper shows what the screen shows: each line, area and word, on a network that has everything that is drawn."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from .maps import CANVAS, NetMap

Figure = dict[str, Any]
Point = tuple[float, float]
READ = (Path(__file__).parent / "strokes.js").read_text(encoding="utf-8")
PREFS = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
EVERYTHING = """
from netwerk_widgets import workbook
from netwerk_widgets.model.edits.acts import Add, Change, Place, Remove
file = workbook.desk().file
def add(kind, id, **fields): file.apply(Add(kind, id, fields))
def change(kind, id, **fields): file.apply(Change(kind, id, fields))
add("tie", "there", source="aunt", target="neighbour", directed=True, weight=5)
add("tie", "back", source="neighbour", target="aunt", directed=True, quality="strong")
add("tie", "third", source="aunt", target="neighbour", quality="strained")
add("tie", "over", source="ex", target="boss")
add("tie", "lost", source="boss", target="ex", quality="broken", directed=True, weight=2)
add("tie", "later", source="friend", target="trainer", quality="weak", moment="soon")
change("person", "aunt", valued_role="luistert")
change("person", "ex", unsafe=True)
change("person", "friend", unsafe=True, unsafe_shared=True)
change("person", "boss", left_out=True)
change("person", "neighbour", left_out=True, left_out_shared=True, professional=True)
change("person", "oldmate", moment="soon")
add("compliment", "good", person="aunt", text="goed gedaan", at="2026-01-01", card="facts-01")
for n, (on, tag) in enumerate({"aunt": "question", "lost": "care", "third": ""}.items()):
    add("annotation", f"n{n}", on=on, text="let op", at="2026-01-01", tag=tag)
add("annotation", "n9", on="aunt", text="let op", at="2026-01-01", tag="chance")
add("stroke", "k0", points="-300,-300 -250,-260 -200,-300", colour="orange", at="2026-01-01")
add("stroke", "k1", points="300,300", colour="green", at="2026-01-01")
add("group", "u0", name="straat", members="neighbour friend")
add("group", "u1", name="oude vrienden", members="trainer")
add("version", "v0", name="toen", revision=file.revision, at="2026-01-01")
file.apply(Place((("son", -300.0, 120.0), ("worker", -40.0, 250.0))))
file.apply(Remove((("person", "team"),)))
"""
"""Every look of a person and a tie; three ties of one pair, both ways; then somebody moved and somebody went."""
INKS = {"orange": [194, 85, 10, 0.85], "green": [24, 121, 78, 0.85]}
NOTES = {"question": [15, 96, 155, 1], "chance": [24, 121, 78, 1], "care": [180, 77, 18, 1], "": [123, 135, 148, 1]}
TRAIL = [107, 63, 160, 1]
WARNING = [180, 35, 24, 1]
GROUPS = ["straat", "oude vrienden"]
HULLS = [[230, 239, 223, 1], [226, 234, 245, 1]]

AS_PAPER = """(() => {
    for (const [name, value] of [["clientWidth", 1400], ["clientHeight", 640]])
        Object.defineProperty(canvas.element, name, { value, configurable: true });
    canvas.loosen();
    canvas.network.moveTo({ position: { x: 0, y: 0 }, scale: 1, animation: false });
    return window.drawnBy(() => canvas.network.redraw());
})()"""
"""What is painted on a tall screen, on which a pixel is a map unit as on paper and nothing is out of sight."""
SLIPS = "canvas.look.map.slips = () => new Map([['aunt', [1]], ['grandma', [2, 3]]])"
AS_WAS = "['clientWidth', 'clientHeight'].forEach((name) => delete canvas.element[name]), delete canvas.look.map.slips"
"""The numbers beside somebody in a meeting; and the screen as it was."""


@pytest.fixture
def everything(network_map: NetMap) -> Iterator[NetMap]:
    """A map on which there is everything."""
    network_map.page.set_viewport_size({"width": 2000, "height": 1500})
    network_map.kernel(EVERYTHING)
    network_map.until(f"{CANVAS}.edges.has('lost') && !{CANVAS}.nodes.has('team')")
    network_map.saved().rest()
    network_map.page.evaluate(READ)
    network_map.canvas(SLIPS)
    look(network_map, "")
    yield network_map
    prefer(network_map, hideNames=False, together=False)
    network_map.canvas(AS_WAS)


def prefer(net: NetMap, **choices: bool) -> None:
    net.page.evaluate(f"(choices) => {PREFS}.set({{ ...{PREFS}.get(), ...choices }})", choices)
    net.rest()


def look(net: NetMap, lens: str, version: str = "") -> None:
    net.canvas("canvas.look.map.lookThrough(given[0], given[1])", lens, version)
    net.until(f"({CANVAS}.look.map.look.get()?.lens ?? '') === '{lens}'")
    net.rest()


def on_screen(net: NetMap) -> list[Figure]:
    return net.canvas(AS_PAPER)


def svg(net: NetMap, *, roles: bool = True) -> str:
    net.tool("Afdrukken of bewaren")
    dialog = net.page.locator("dialog[open]")
    dialog.get_by_role("checkbox", name="Zet de rollen erop").set_checked(roles)
    with net.page.expect_download() as found:
        dialog.get_by_role("button", name="SVG", exact=True).click()
    net.page.keyboard.press("Escape")
    return found.value.path().read_text(encoding="utf-8")


def on_paper(net: NetMap, *, roles: bool = True) -> list[Figure]:
    return net.page.evaluate("(text) => window.drawnOnPaper(text)", svg(net, roles=roles))


def of_map(figures: list[Figure]) -> list[Figure]:
    """What is drawn in map units; labels are not."""
    return [figure for figure in figures if figure["map"]]


def labels(figures: list[Figure], *letters: str) -> dict[str, list[float]]:
    """The words of the labels with their colours."""
    return {
        one["text"]: one["colour"]
        for one in figures
        if one["what"] == "words" and not one["map"] and one["letters"] in letters
    }


def close(one: object, other: object) -> bool:
    """Alike, figures but for what is rounded."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(close, one, other))
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=0.01, abs_tol=1)
    return one == other


def differ(screen: list[Figure], paper: list[Figure]) -> list[tuple[Figure, Figure]]:
    assert len(screen) == len(paper)
    said = ("what", "box", "colour", "long", "width", "dashes", "cap", "text", "letters")
    exact = ("what", "colour", "width", "cap", "text", "letters")
    return [
        (one, other)
        for one, other in zip(screen, paper, strict=True)
        if not all(close(one.get(name), other.get(name)) for name in said)
        or any(one.get(name) != other.get(name) for name in exact)
    ]


def lines(figures: list[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure["what"] == "line"]


def areas(figures: list[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure["what"] == "area"]


def colours(figures: list[Figure]) -> list[list[float]]:
    return [figure["colour"] for figure in figures]


@pytest.mark.parametrize(("lens", "version"), [("", ""), ("without_us", ""), ("then", ""), ("since", "v0")])
def test_each_line_area_and_word_on_the_screen_is_on_paper_in_the_same_order(
    everything: NetMap, lens: str, version: str
):
    look(everything, lens, version)
    screen, paper = on_screen(everything), on_paper(everything)
    assert len(of_map(screen)) > 90
    assert differ(of_map(screen), of_map(paper)) == []
    named = labels(paper, "22")
    assert named.items() >= labels(screen, "22").items()
    gone = ["wijkteam"] if lens == "since" else []
    assert sorted(named) == sorted([person.role for person in everything.case().people.values()] + gone)
    assert labels(paper, "18").keys() == set(GROUPS)
    assert labels(screen, "18").items() <= labels(paper, "18").items()
    assert all(hull in colours(lines(of_map(paper))) for hull in HULLS)
    assert all(
        any(close(ink, colour) for colour in colours(of_map(paper))) for ink in [*INKS.values(), *NOTES.values()]
    )
    assert (TRAIL in colours(lines(paper))) == (lens == "since")
    assert any(colour[3] < 0.5 for colour in colours(of_map(paper))) == bool(lens)
    assert {"kring 1", "kring 2", "kring 3", "uit beeld"} <= {one.get("text") for one in paper}


def ties(figures: list[Figure], net: NetMap, one: str, other: str) -> list[tuple[Figure, Point]]:
    """The ties on paper between these two, and where each is halfway."""
    ends = sorted([person.x, person.y] for person in (net.case().people[one], net.case().people[other]))
    found = []
    for figure in figures:
        if re.fullmatch(r"M[-\d. ]+[LQ][-\d. ]+", figure.get("d", "")):
            x, y, *bend, u, v = map(float, re.findall(r"-?[\d.]+", figure["d"]))
            if close(sorted([[x, y], [u, v]]), ends):
                cx, cy = bend or ((x + u) / 2, (y + v) / 2)
                found.append((figure, ((x + 2 * cx + u) / 4, (y + 2 * cy + v) / 4)))
    return found


def middle(figure: Figure) -> Point:
    left, top, right, bottom = figure["box"]
    return (left + right) / 2, (top + bottom) / 2


def test_three_ties_of_one_pair_are_three_on_paper_each_with_its_arrow_weight_and_dashes(everything: NetMap):
    paper = on_paper(everything)
    between = ties(paper, everything, "aunt", "neighbour")
    scale = between[0][0]["width"] / 12  # a map on which people stand close is drawn smaller
    assert 0.9 < scale <= 1
    looks = [(round(one["width"] / scale), bool(one["dashes"]), one["colour"][:3]) for one, _ in between]
    assert looks == [(12, False, [82, 96, 109]), (9, False, [82, 96, 109]), (6, True, [180, 77, 18])]
    assert all(math.dist(one, other) > 25 for (_, one), (_, other) in combinations(between, 2))
    arrows = [one for one in areas(of_map(paper)) if one["colour"] == [82, 96, 109, 1]]
    people = everything.case().people
    for name, size in (("neighbour", 35), ("aunt", 30)):
        at = (people[name].x, people[name].y)
        assert [one for one in arrows if math.dist(middle(one), at) < 2 * size], f"no arrow at {name}"


def test_the_slash_of_a_broken_tie_and_its_note_stand_on_it_and_not_on_its_neighbour(everything: NetMap):
    for figures in (of_map(on_paper(everything)), of_map(on_screen(everything))):
        slashes = [one for one in lines(figures) if one["width"] == 3 and close(one["long"], 24)]
        assert len(slashes) == 1
        noted = [one for one in areas(figures) if one["colour"] == NOTES["care"]]
        (_, whole), (_, broken) = ties(on_paper(everything), everything, "ex", "boss")
        for mark in (*slashes, *noted):
            assert math.dist(middle(mark), broken) < 1
            assert math.dist(middle(mark), whole) > 15


def test_where_names_are_hidden_no_name_and_nothing_written_by_hand_is_on_paper(everything: NetMap):
    shown = svg(everything, roles=False)
    roles = [*GROUPS, *(person.role for person in everything.case().people.values())]
    assert [role for role in roles if f">{role}<" in shown] == []
    paper = everything.page.evaluate("(text) => window.drawnOnPaper(text)", shown)
    assert not [ink for ink in INKS.values() if ink in colours(lines(paper))]
    prefer(everything, hideNames=True)
    screen = on_screen(everything)
    assert differ(of_map(screen), of_map(paper)) == []
    assert labels(paper, "22").items() >= labels(screen, "22").items()
    assert labels(paper, "22").keys() - {"middelpunt"} == {
        f"P{person.number}" for person in everything.case().people.values() if person.circle
    }


def test_printing_alters_nothing_that_a_window_shows(everything: NetMap):
    everything.choose("tante")
    everything.page.evaluate(f"{PREFS}.watch(() => {{ window.altered = true; }})")
    paper = on_paper(everything, roles=False)
    assert everything.page.evaluate("window.altered") is None
    assert everything.canvas("canvas.selectedNodes") == ["aunt"]
    assert TRAIL not in colours(paper)  # the ring of whoever is chosen is the screen's alone
    assert TRAIL in colours(on_screen(everything))


def test_with_the_client_only_what_they_may_see_is_on_paper(everything: NetMap):
    before = of_map(on_paper(everything))
    assert colours(before).count(WARNING) == 2
    prefer(everything, together=True)
    everything.until(f"{CANVAS}.look.map.mirror.others('annotation').length === 0")
    everything.saved().rest()
    screen, paper = on_screen(everything), on_paper(everything)
    assert differ(of_map(screen), of_map(paper)) == []
    assert labels(paper, "22").items() >= labels(screen, "32").items()
    assert colours(of_map(paper)).count(WARNING) == 1
    assert not [ink for ink in INKS.values() if ink in colours(lines(paper))]
    assert not [note for note in NOTES.values() if note in colours(areas(of_map(paper)))]


def test_what_somebody_noted_for_themselves_is_marked_on_no_paper(everything: NetMap):
    marked = len(of_map(on_paper(everything)))
    everything.canvas("canvas.look.map.notes = () => new Map([['aunt', ['question', 'chance']], ['cat', ['care']]])")
    assert len(of_map(on_paper(everything))) == marked
    everything.canvas("delete canvas.look.map.notes")


def test_a_map_that_no_screen_showed_yet_is_drawn_on_paper(everything: NetMap):
    drawn = everything.canvas(
        """window.drawnBy(() => {
            const ended = new AbortController();
            const unseen = new canvas.constructor(document.createElement("div"), { label: () => "" }, {}, ended.signal);
            unseen.show([...canvas.nodes.values()], [...canvas.edges.values()], canvas.options);
            unseen.draw(document.createElement("canvas").getContext("2d"), { scale: 1 });
            ended.abort();
        })"""
    )
    assert len(lines(drawn)) == everything.canvas("canvas.nodes.size + canvas.edges.size")


def test_what_a_lens_says_is_on_paper_whole(everything: NetMap):
    look(everything, "without_us")
    said = everything.page.locator(".nw-map-look:visible p").first.inner_text()
    words = [one for one in on_paper(everything) if one.get("letters") == "16" and one["box"][1] < 400]
    assert " ".join(one["text"] for one in words if not one["map"]) == said
    assert all(one["box"][2] < 400 for one in words if not one["map"])
