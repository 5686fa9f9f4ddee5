"""What a network asks as a whole, of whatever type, is read or refused by name; nothing else is raised."""

import json

import pytest
from pyvis.network import Network

from netwerk_widgets.canvas.editable import editable
from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.options import read_options
from netwerk_widgets.canvas.styles import EDGE, NODE
from tests.canvas.pyvis_networks import REFUSED
from tests.canvas.test_reading import OUTSIDE, two

ALL = [
    True,
    False,
    None,
    0,
    5,
    -1,
    1e400,
    float("nan"),
    "",
    "x",
    OUTSIDE,
    [],
    ["physics"],
    [[]],
    {},
    {"x": 1},
    {"enabled": "yes"},
    {"enabled": True},
]
NAMES = [
    "nodes",
    "edges",
    "groups",
    "interaction",
    "layout",
    "physics",
    "configure",
    "manipulation",
    "locale",
    "autoResize",
]
INNER = {
    "interaction": ["dragNodes", "hover", "keyboard", "navigationButtons", "selectable", "tooltipDelay", "zoomSpeed"],
    "layout": ["hierarchical", "improvedLayout", "randomSeed"],
    "physics": ["enabled", "barnesHut", "solver", "stabilization", "wind", "timestep"],
    "nodes": list(NODE),
    "edges": list(EDGE),
    "groups": ["useDefaultGroups", "buren", "__proto__"],
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ALL, ids=repr)
def test_an_option_of_any_type_is_read_or_refused_and_nothing_else_is_raised(name, value):
    asked = [{name: value}, *({name: {inner: value}} for inner in INNER.get(name, ()))]
    for options in asked:
        net = two()
        net.options = options
        refused = None
        try:
            json.dumps(read_options(net), allow_nan=False)
        except CanvasError as error:
            refused = error.message.text("nl")
        assert refused is None or f"options.{name}" in refused


@pytest.mark.parametrize("options", REFUSED)
def test_a_configurator_is_refused_by_name(options):
    net = two()
    net.set_options(options)
    with pytest.raises(CanvasError, match=r"options\.configure"):
        editable(net)


@pytest.mark.parametrize("options", [5, None, "text", [], ["nodes"], True, object()])
def test_options_that_are_none_are_refused_by_name(options):
    net = two()
    net.options = options
    with pytest.raises(CanvasError, match="options"):
        editable(net)


@pytest.mark.parametrize("kind", ["nodes", "edges"])
@pytest.mark.parametrize("items", [None, 5, "ab", {"a": 1}, [5], ["a"], [None], [[]], [{}], [{"id": {}}]])
def test_what_are_no_nodes_or_edges_is_refused_by_name(kind, items):
    net = two()
    setattr(net, kind, items)
    with pytest.raises(CanvasError, match=kind[:-1]):
        editable(net)


def test_options_object_of_pyvis_is_read_too():
    net = two()
    net.options.edges.smooth = "yes"
    with pytest.raises(CanvasError, match=r"options\.edges\.smooth=yes"):
        editable(net)


@pytest.mark.parametrize("colour", [f"url({OUTSIDE})", "red; background: url(//host)", 5, ["red"]])
def test_the_colour_behind_a_network_is_read(colour):
    net = two()
    net.bgcolor = colour
    with pytest.raises(CanvasError, match="bgcolor"):
        editable(net)


def test_a_template_of_ones_own_is_refused_and_pyvis_own_is_not(tmp_path):
    (tmp_path / "mine.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    editable(Network(notebook=True, cdn_resources="in_line"))
    net = two()
    net.prep_notebook(custom_template=True, custom_template_path=f"{tmp_path}/mine.html")
    with pytest.raises(CanvasError, match="template"):
        editable(net)
