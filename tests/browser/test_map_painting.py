"""How often a map is painted, and what is left out of the painting where nobody can see it."""

from .maps import CANVAS, NetMap

COUNT = f"""() => {{
    window.painted = 0;
    {CANVAS}.element.addEventListener("nw-painted", () => {{ window.painted += 1; }});
}}"""
OUTSIDE = """() => {
    const seen = (window.netwerkSeen = []);
    const note = (changes) => {
        for (const { target, type } of changes) {
            const element = target.nodeType === 1 ? target : target.parentElement;
            if (!element?.closest(".nw-root")) seen.push(`${type} ${element?.outerHTML.slice(0, 200)}`);
        }
    };
    const every = { subtree: true, childList: true, attributes: true, characterData: true };
    const watching = new MutationObserver(note);
    for (const part of document.querySelectorAll("head, .jp-NotebookPanel")) watching.observe(part, every);
}"""
"""Notes all that changes in the page's head and in the notebook, outside the views."""
WEAK = [4, 10]
CHOSEN = "#6b3fa0"
STROKES = """(() => {
    const { prototype } = CanvasRenderingContext2D;
    const { stroke } = prototype;
    const seen = new Set();
    prototype.stroke = function (...path) { seen.add(`${this.strokeStyle} ${this.getLineDash()}`); return stroke.apply(this, path); };
    try { canvas.network.redraw(); } finally { prototype.stroke = stroke; }
    return [...seen];
})()"""


def dashes(network_map: NetMap) -> list[list[float]]:
    """The dashes with which anything on the map is drawn."""
    drawn = (one.rsplit(" ", 1)[1] for one in network_map.canvas(STROKES))
    return [[float(part) for part in one.split(",") if part] for one in drawn]


def colours(network_map: NetMap) -> set[str]:
    """The colours of all lines on the map."""
    return {one.rsplit(" ", 1)[0] for one in network_map.canvas(STROKES)}


def test_an_edit_of_another_is_painted_once(network_map: NetMap):
    network_map.many(20)
    network_map.still().page.evaluate(COUNT)
    network_map.kernel(
        "from netwerk_widgets.model.edits import Place\nrevision = workbook.desk().file.apply(Place((('p2', 61.0, 40.0),)))"
    )
    network_map.until(f"{CANVAS}.position('p2').x === 61")
    network_map.still()
    assert network_map.page.evaluate("window.painted") == 1


def test_among_thousands_of_ties_those_hardly_wider_than_a_pixel_have_no_dashes_until_one_looks_closer(
    network_map: NetMap,
):
    network_map.many(150)
    assert WEAK in dashes(network_map)
    network_map.many(900)
    assert WEAK not in dashes(network_map)
    network_map.canvas("canvas.zoom(4)")
    network_map.rest()
    assert WEAK in dashes(network_map)
    network_map.canvas("canvas.fit()")


def test_whoever_is_chosen_has_a_ring_and_a_chosen_tie_its_colour(network_map: NetMap):
    assert CHOSEN not in colours(network_map)
    network_map.choose("tante")
    assert CHOSEN in colours(network_map)
    (x, y), (u, v) = network_map.where("Mo"), network_map.where("vriendin")
    network_map.tap((x + 0.7 * (u - x), y + 0.7 * (v - y)))
    tie = network_map.tie("Mo", "vriendin").id
    network_map.until(f"{CANVAS}.selectedEdges[0] === '{tie}'")
    assert network_map.canvas("canvas.selectedNodes") == []
    assert CHOSEN in colours(network_map)
    network_map.page.keyboard.press("Escape")
    network_map.rest()


def test_an_edit_leaves_all_around_the_views_alone_and_fetches_no_icon(network_map: NetMap):
    network_map.drag(
        network_map.where("buurvrouw"), network_map.spot(-200, -120)
    )  # after that its cell is the active one
    network_map.saved().still()
    asked: list[str] = []
    network_map.page.on("request", lambda request: asked.append(request.url))
    network_map.page.evaluate(OUTSIDE)
    network_map.drag(network_map.where("buurvrouw"), network_map.spot(-160, -180))
    network_map.saved().still()
    assert network_map.page.evaluate("netwerkSeen") == []
    assert [url for url in asked if "/static/" in url] == []
