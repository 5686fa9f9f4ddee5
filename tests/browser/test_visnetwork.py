"""Every private part of vis-network that is used is there: a version of it that takes one away is told by name."""

import pytest
from pyvis.network import Network

from netwerk_widgets.canvas.editable import editable
from tests.visnetwork import events, private_parts

FOUND = """(network, parts) => {
    const [found, missing] = [new Set(), new Set()];
    const has = (one, name) => {
        const made = Object.getPrototypeOf(one);
        if (made === Object.prototype) return name in one;
        // A method on the thing itself is ours; what vis-network gives it is behind that.
        return name in made || (one[name] !== undefined && typeof one[name] !== "function");
    };
    const seen = new Map();
    const look = (one, kind) => {
        if (seen.get(kind)?.has(one)) return;
        seen.set(kind, (seen.get(kind) ?? new Set()).add(one));
        for (const [name, [optional, type]] of Object.entries(parts[kind])) {
            if (!has(one, name)) { if (!optional) missing.add(`${kind}.${name}`); continue; }
            found.add(`${kind}.${name}`);
            if (!(type in parts)) continue;
            const many = Array.isArray(one[name]) || ["nodes", "edges"].includes(name);
            for (const next of many ? Object.values(one[name]) : [one[name]]) look(next, type);
        }
    };
    look(network, "Inside");
    const all = Object.entries(parts).flatMap(([kind, members]) => Object.keys(members).map((name) => `${kind}.${name}`));
    return [...new Set([...missing, ...all.filter((name) => !found.has(name))])].sort();
}"""


@pytest.fixture
def everything(host):
    """A network with every kind of node and line that is drawn otherwise than vis-network would."""
    net = Network(directed=True)
    net.add_node("dot", label="", shape="dot", x=0, y=0)
    net.add_node("box", label="een doos", shape="box", x=200, y=0, hidden=True)
    for smooth in (False, {"type": "curvedCW"}, {"type": "cubicBezier"}):
        net.add_edge("dot", "box", label="werk", smooth=smooth)
    net.add_edge("dot", "dot", label="zelf")
    host.show(editable(net))
    return host


def test_each_private_part_that_is_named_is_there(everything):
    parts = private_parts()
    assert {"Inside", "Body", "Way", "Words"} <= set(parts)
    assert "_getViaCoordinates" in parts["Way"]
    assert not everything.canvas(f"({FOUND})(canvas.network, given[0])", parts)


def test_one_that_is_gone_would_be_told_by_name(everything):
    parts = private_parts()
    parts["Renderer"]["_drawClouds"] = (False, "")
    parts["Way"]["_getCloud"] = (True, "")
    missing = everything.canvas(f"({FOUND})(canvas.network, given[0])", parts)
    assert missing == ["Renderer._drawClouds", "Way._getCloud"]


def test_a_network_listens_to_each_event_that_it_is_told(everything):
    assert len(events()) == 5
    for event in events():
        assert everything.canvas("canvas.network.hasListeners(given[0])", event), event
