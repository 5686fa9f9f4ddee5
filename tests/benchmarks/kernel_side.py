"""What the benchmarks' cells call in the kernel: our map, the reference, an empty anywidget and pyvis's own page."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets
from IPython.display import IFrame, display
from pyvis.network import Network

from netwerk_widgets.casefile.library.desk import the_desk
from netwerk_widgets.exchange.cards import read_deck
from netwerk_widgets.model.edits import Place
from netwerk_widgets.views import drawing
from netwerk_widgets.views.cards import QuestionCards
from netwerk_widgets.views.handlers.cards import Dealer
from netwerk_widgets.views.map import NetworkMap
from tests.benchmarks.networks import network

HEIGHT = "600px"
PACE = 0.04
"""Seconds from one edit to the next while somebody is dragged: the page paints meanwhile what it was told."""
SEEN: dict[str, Any] = {}


def prepare(people: int, esm: str) -> None:
    """Lay a practice case of this many people on the desk, and draw the same graph for the others."""
    case = network(people)
    the_desk().begin_practice(case)
    drawn = drawing.network(case, drawing.scale_for(case))
    options = {**drawing.OPTIONS, "physics": {"enabled": False}}
    SEEN.update(nodes=drawn.nodes, edges=drawn.edges, options=options, esm=Path(esm).read_text(encoding="utf-8"))


def ours() -> NetworkMap:
    """The map of the case on the desk."""
    SEEN["map"] = NetworkMap(the_desk(), layout=ipywidgets.Layout(height=HEIGHT))
    return SEEN["map"]


def cards() -> QuestionCards:
    """Question cards about the case on the desk."""
    SEEN["cards"] = QuestionCards(the_desk(), Dealer(read_deck().deck), layout=ipywidgets.Layout(height=HEIGHT))
    return SEEN["cards"]


def cards_beside() -> NetworkMap:
    """The map of the case on the desk with the cards beside it; of another family, so another card lies on top."""
    dealer = Dealer(read_deck().deck, family="meaning")
    SEEN["map"] = NetworkMap(the_desk(), dealer=dealer, layout=ipywidgets.Layout(height=HEIGHT))
    return SEEN["map"]


def answered() -> str:
    """The answer that was given last."""
    return list(the_desk().file.case.answers.values())[-1].text


class Reference(anywidget.AnyWidget):
    """The same graph with vis-network, saving nothing (its front end: reference.js, bundled with vis-network)."""

    nodes = traitlets.List().tag(sync=True)
    edges = traitlets.List().tag(sync=True)
    options = traitlets.Dict().tag(sync=True)


def reference() -> Reference:
    """The reference of the case on the desk."""
    parts = {name: SEEN[name] for name in ("nodes", "edges", "options")}
    SEEN["reference"] = Reference(_esm=SEEN["esm"], **parts)
    return SEEN["reference"]


class Empty(anywidget.AnyWidget):
    """An anywidget that shows one number."""

    _esm = """
    export default { render({ model, el }) {
      const show = () => {
        el.textContent = model.get("value");
        el.benchValue = model.get("value");
        el.dispatchEvent(new CustomEvent("bench-painted", { bubbles: true }));
      };
      model.on("change:value", () => requestAnimationFrame(show));
      requestAnimationFrame(show);
    } };
    """
    value = traitlets.Float(0).tag(sync=True)


def empty() -> Empty:
    """An empty anywidget."""
    SEEN["empty"] = Empty()
    return SEEN["empty"]


def pyvis_page() -> IFrame:
    """pyvis's own page of the same graph, built as its manual says, with all that it needs in it, in a frame."""
    net = Network(cdn_resources="in_line")
    net.options = SEEN["options"]
    for node in SEEN["nodes"]:
        net.add_node(node["id"], **{key: value for key, value in node.items() if key != "id"})
    for edge in SEEN["edges"]:
        net.add_edge(
            edge["from"], edge["to"], **{key: value for key, value in edge.items() if key not in ("from", "to")}
        )
    page = net.generate_html(notebook=False)
    # What would still be fetched from elsewhere (Bootstrap) is left out: to pyvis's advantage.
    page = re.sub(r"<link[^>]*https://[^>]*>|<script[^>]*https://[^>]*>\s*</script>", "", page)
    told = "network.on('afterDrawing', () => parent.postMessage({benchPainted: nodes.get('p2')}, '*'));"
    at = page.rindex("</script>")
    # The page is drawn inside drawGraph(), called just before the script ends.
    page = page[:at] + told + page[at:]
    Path("pyvis-page.html").write_text(page, encoding="utf-8")
    return IFrame("pyvis-page.html", width="100%", height=HEIGHT)


def edit(x: float) -> None:
    """Move p2, on disk before this returns."""
    the_desk().file.apply(Place((("p2", x, 40.0),)))


def reference_edit(x: float) -> None:
    """Move p2 in the reference's page."""
    SEEN["reference"].send({"id": "p2", "x": x, "y": 40.0})


def pyvis_shown() -> None:
    """Show pyvis's page so that another can take its place."""
    SEEN["page"] = display(pyvis_page(), display_id=True)


def pyvis_edit(x: float) -> None:
    """Move p2 in pyvis's network, make the page anew and show it."""
    next(node for node in SEEN["nodes"] if node["id"] == "p2").update(x=x, y=40.0)
    SEEN["page"].update(pyvis_page())


def saving(edits: int) -> None:
    """Print how long each of so many edits keeps the kernel: of the file alone, and with all that the view does."""
    file, view = the_desk().file, SEEN["map"]
    alone, whole, disk = [], [], []
    timed(file, alone)
    for number in range(edits):
        move = {"edit": "place", "moves": [["p2", 40.0 + number % 50, 50.0]]}
        begin = time.perf_counter()
        view._receive(view, {"kind": "edit", "oid": f"b{time.monotonic_ns()}", "edit": move}, [])
        whole.append(1000 * (time.perf_counter() - begin))
        disk.append(_bare_write(Path("bare-write.bin")))
        time.sleep(PACE)
    print(json.dumps({"alone": alone, "whole": whole, "disk": disk}))
    del file.apply


def _bare_write(path: Path) -> float:
    """How long (ms) this disk takes to keep one page of 4,096 bytes."""
    begin = time.perf_counter()
    with path.open("wb") as file:
        file.write(bytes(4096))
        file.flush()
        os.fsync(file.fileno())
    return 1000 * (time.perf_counter() - begin)


def timed(file: Any, times: list[float]) -> None:
    """Note how long ``apply`` of this file takes, in milliseconds."""
    apply = type(file).apply

    def noted(*given: Any) -> Any:
        begin = time.perf_counter()
        try:
            return apply(file, *given)
        finally:
            times.append(1000 * (time.perf_counter() - begin))

    file.apply = noted


def clear() -> None:
    """Close all widgets."""
    for name in ("map", "reference", "empty", "cards"):
        if name in SEEN:
            SEEN.pop(name).close()
