"""Any pyvis network in an ordinary notebook: edits in the page arrive in Python, and two networks on a page stay apart."""

from pathlib import Path

import nbformat
import pytest

from .maps import KERNEL, NetMap, eventually

CODE = """
from pyvis.network import Network
from netwerk_widgets.canvas.editable import editable

def made(*names):
    net = Network()
    for place, name in enumerate(names):
        net.add_node(name, x=120 * place - 120, y=0)
    net.nodes.append({"id": "woordloos", "shape": "dot", "x": 0, "y": 90})
    net.add_edge(names[0], names[1], label="buren")
    return net

first, second = made("a", "b", "c"), made("k", "l", "m")
display(editable(first, height="300px"), editable(second, height="300px"))
"""
MARK = "() => document.querySelectorAll('.nw-canvas').forEach((one) => { one.dataset.before = ''; })"
DRAWN = """() => { const all = [...document.querySelectorAll('.nw-canvas')];
    return all.length === 2 && all.every((one) => one.netwerkCanvas?.network && !("before" in one.dataset)); }"""
SPOT = """([which, id]) => {
    const element = document.querySelectorAll(".nw-canvas")[which];
    element.scrollIntoView({ block: "center" });
    const at = element.netwerkCanvas.toScreen(element.netwerkCanvas.position(id));
    const box = element.getBoundingClientRect();
    return [box.left + at.x, box.top + at.y];
}"""

WORDS = """() => {
    const { network } = document.querySelector(".nw-canvas").netwerkCanvas;
    const { prototype } = CanvasRenderingContext2D;
    const { fillText } = prototype;
    const painted = [];
    prototype.fillText = function (text, ...at) { painted.push([text, this.font]); fillText.call(this, text, ...at); };
    try { network.redraw(); } finally { prototype.fillText = fillText; }
    const fonts = (items) => Object.values(items).map(({ labelModule }) => "size" in labelModule.fontOptions.bold);
    return [painted, fonts(network.body.edges), fonts(network.body.nodes)];
}"""
"""The words that are painted, with their fonts; and which edges and which nodes had fonts made for their words."""


@pytest.fixture(scope="module")
def book(map_page, netwerk_server):
    """An ordinary notebook, open on one page for all tests."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CODE)])
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = netwerk_server.home / "werkboeken" / "netwerken.ipynb"
    nbformat.write(made, path)
    map_page.goto(f"{netwerk_server.base}/doc/tree/netwerken.ipynb")
    map_page.wait_for_function("() => globalThis.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel")
    yield map_page
    path.unlink(missing_ok=True)
    for session in netwerk_server.ask("api/sessions"):
        if session["path"] == path.name:
            netwerk_server.ask(f"api/sessions/{session['id']}", method="DELETE")


@pytest.fixture
def notebook(book):
    """The notebook with two networks, run anew."""
    book.evaluate(MARK)
    book.evaluate("() => jupyterapp.commands.execute('notebook:run-all-cells')")
    book.wait_for_function(DRAWN, timeout=60_000)
    return book


def kernel(page, expression):
    return page.evaluate(KERNEL, f"print({expression})").strip()


def drag(page, which, node, dx, dy):
    x, y = page.evaluate(SPOT, [which, node])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx, y + dy, steps=5)
    page.mouse.up()


def test_a_drag_an_edge_and_a_label_arrive_in_the_network_object(notebook):
    drag(notebook, 0, "c", 40, 60)
    eventually(lambda: kernel(notebook, "first.node_map['c']['y'] > 20, second.node_map['m']['y']") == "True 0")

    notebook.locator("button:visible", has_text="Lijn trekken").first.click()
    notebook.mouse.click(*notebook.evaluate(SPOT, [0, "a"]))  # from "c", which the drag has selected
    edges = "[(e['from'], e['to']) for e in first.edges]"
    eventually(lambda: kernel(notebook, edges) == "[('a', 'b'), ('c', 'a')]")

    notebook.mouse.click(*notebook.evaluate(SPOT, [0, "b"]))
    field = notebook.locator(".nw-plain-label").first
    field.fill("bakker <b>")
    field.blur()
    eventually(lambda: kernel(notebook, "first.node_map['b']['label']") == "bakker <b>")
    assert kernel(notebook, "len(second.edges)") == "1"


def test_two_networks_on_a_page_do_not_hear_each_other(notebook):
    notebook.evaluate(
        """() => [...document.querySelectorAll('.nw-canvas')].forEach((element) => {
            element.dataset.paints = '0';
            element.addEventListener('nw-painted', () => { element.dataset.paints = String(+element.dataset.paints + 1); });
        })"""
    )
    drag(notebook, 0, "c", 30, 30)
    eventually(lambda: kernel(notebook, "first.node_map['c']['y'] > 10") == "True")
    NetMap(notebook, Path()).still()
    paints = notebook.evaluate("() => [...document.querySelectorAll('.nw-canvas')].map((e) => +e.dataset.paints)")
    assert paints[0] > 0
    assert paints[1] == 0


def test_words_have_their_font_and_what_has_no_words_gets_none(notebook):
    painted, edges, nodes = notebook.evaluate(WORDS)
    assert ["buren", "14px arial"] in painted
    assert {text for text, _ in painted} == {"a", "b", "c", "buren"}
    assert (edges, nodes) == ([True], [True, True, True, False])
