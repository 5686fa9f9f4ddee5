"""Of an edit only its part of the picture is painted: what is seen then is what would be painted whole."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits.acts import Add, AddPerson, Change, Edit, Place, Remove

from .maps import CANVAS, NetMap

WAYS = {"whole": "canvas.fit()", "zoomed in": "canvas.zoom(2.5)", "somebody chosen": "canvas.look.map.find('p7')"}
EDITS = 30
COUNT = f"""() => {{
    const canvas = {CANVAS};
    const ctx = canvas.element.getElementsByTagName("canvas")[0].getContext("2d");
    [window.painted, window.parts] = [0, []];
    window.ended?.abort();
    window.ended = new AbortController();
    canvas.element.addEventListener("nw-painted", () => {{ window.painted += 1; }}, window.ended);
    const {{ rect, clip }} = CanvasRenderingContext2D.prototype;
    let size = 0;
    ctx.rect = (x, y, width, height) => {{ size = width * height; rect.call(ctx, x, y, width, height); }};
    ctx.clip = () => {{ window.parts.push(size / (ctx.canvas.width * ctx.canvas.height)); clip.call(ctx); }};
}}"""
STAINS = """(() => {
    const [drawn] = canvas.element.getElementsByTagName("canvas");
    const page = document.createElement("canvas");
    [page.width, page.height] = [drawn.width, drawn.height];
    const ctx = page.getContext("2d", { willReadFrequently: true });
    const seen = () => {
        ctx.fillStyle = "#fff";
        ctx.fillRect(0, 0, page.width, page.height);
        ctx.drawImage(drawn, 0, 0);
        return ctx.getImageData(0, 0, page.width, page.height).data;
    };
    const shown = seen();
    canvas.network.body.emitter.emit("_redraw");
    const whole = seen();
    const stains = [];
    for (let at = 0; at < whole.length; at += 4)
        if ([0, 1, 2].some((part) => Math.abs(shown[at + part] - whole[at + part]) > given[0]))
            stains.push([(at / 4) % drawn.width, Math.floor(at / 4 / drawn.width)]);
    return stains;
})()"""
"""Pixels as seen on white that another painting, of all, makes other by more than this much of 255."""

FAINT = 64
FEW = 3
"""Where an outline is cut in two a browser smooths a few pixels of its edge otherwise."""


def looks(draw: random.Random) -> dict[str, object]:
    """Something of a person that shows on the map."""
    flag = draw.choice(("left_out", "unsafe", "deceased", "sleeping", "professional", "pet"))
    return draw.choice(
        (
            {flag: draw.random() < 0.7},
            {"role": draw.choice(("oma", "de buurvrouw van nummer twaalf", "juf Els"))},
            {"moment": draw.choice(w.MOMENTS)},
            {"valued_role": draw.choice(("", "luistert goed"))},
            {"domain": draw.choice(w.DOMAINS)},
        )
    )


def edits(draw: random.Random) -> Iterator[str]:
    """Which kind of edit comes next, for ever: each kind as often as the others."""
    kinds = ["nudge", "far", "looks", "tie", "new tie", "thanks", "remove tie", "remove", "add"]
    while True:
        draw.shuffle(kinds)
        yield from kinds


def an_edit(kind: str, case: Case, draw: random.Random, number: int) -> Edit:
    """One edit of this kind that shows."""
    others = [person for person in case.people.values() if person.circle]
    who, other = draw.sample(others, 2)
    tie = draw.choice(list(case.ties.values()))
    place = (draw.uniform(-380, 380), draw.uniform(-380, 380))
    line = {"quality": draw.choice(w.QUALITIES), "weight": draw.randint(1, 5), "directed": draw.random() < 0.5}
    made: dict[str, Edit] = {
        "nudge": Place(((who.id, who.x + draw.uniform(-9, 9), who.y + draw.uniform(-9, 9)),)),
        "far": Place(((who.id, *place), (other.id, -place[1], place[0]))),
        "looks": Change("person", who.id, looks(draw)),
        "tie": Change("tie", tie.id, line),
        "new tie": Add("tie", f"tx{number}", {"source": who.id, "target": other.id, **line}),
        "thanks": Add("compliment", f"cx{number}", {"person": who.id, "text": "Je bent er altijd"}),
        "remove tie": Remove((("tie", tie.id),)),
        "remove": Remove((("person", who.id),)),
        "add": AddPerson(f"px{number}", "kennis", *place),
    }
    return made[kind]


def apply(network_map: NetMap, code: str) -> None:
    """Do this to the case in the kernel, and wait until the map has painted it."""
    painted = network_map.page.evaluate("window.painted")
    network_map.kernel(f"from netwerk_widgets import workbook\nfile = workbook.desk().file\nmade = {code}")
    network_map.until(f"window.painted > {painted}")
    network_map.rest()


def no_stain(network_map: NetMap, after: str) -> None:
    """What is seen is what would be painted whole."""
    stains = network_map.canvas(STAINS, FAINT)
    assert len(stains) <= FEW, f"{len(stains)} after {after}: {stains[:9]}"


@pytest.mark.parametrize(("seed", "way"), list(enumerate(WAYS)), ids=list(WAYS))
def test_a_part_painted_anew_leaves_no_stain(network_map: NetMap, seed: int, way: str):
    draw = random.Random(seed)
    network_map.many(40)
    network_map.canvas(f"void {WAYS[way]}")
    network_map.still().page.evaluate(COUNT)
    network_map.kernel("from netwerk_widgets.model.edits.acts import *")
    for number, kind in zip(range(EDITS), edits(draw), strict=False):
        apply(network_map, f"file.apply({an_edit(kind, network_map.case(), draw, number)!r})")
        no_stain(network_map, f"{kind}, edit {number}")
        if number % 7 == 6:
            apply(network_map, "file.undo()")
            no_stain(network_map, f"{kind} undone, edit {number}")
    parts, painted = network_map.page.evaluate("[window.parts, window.painted]")
    edits_and_undos = EDITS + EDITS // 7
    assert len(parts) == edits_and_undos
    assert min(parts) < 0.25
    # Once for each edit and once for each look at it; a panel that grew may have had all painted again.
    assert painted - 2 * edits_and_undos < 5
    network_map.canvas("void canvas.fit()")


def test_what_was_edited_while_the_list_stood_in_its_place_is_there_when_the_map_comes_back(network_map: NetMap):
    network_map.many(40).still()
    network_map.canvas("canvas.look.map.listOpen.set(true)")
    network_map.page.wait_for_selector(".nw-list:visible")
    element = (
        "[...document.querySelectorAll('.nw-canvas')].find((one) => one.netwerkCanvas?.nodes.has('p9')).netwerkCanvas"
    )
    network_map.kernel(
        "from netwerk_widgets import workbook\nfrom netwerk_widgets.model.edits.acts import *\n"
        "made = workbook.desk().file.apply(Place((('p9', -210.0, 150.0),)))"
    )
    network_map.until(f"{element}.position('p9').x === -210")
    network_map.page.evaluate(f"{element}.look.map.listOpen.set(false)")
    network_map.until(f"{CANVAS}.element.clientWidth > 0")
    network_map.still()
    no_stain(network_map, "the list")
