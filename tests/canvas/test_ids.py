"""Ids keep their type on their way to the page and back; what is no id, or stands for two, is refused by name."""

import pytest
from pyvis.network import Network

from netwerk_widgets.canvas.editable import editable
from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.ids import own_id, page_id


def two():
    net = Network()
    net.add_nodes("ab")
    net.add_edge("a", "b", id="e")
    return net


IDS = [
    0,
    1,
    -1,
    2**60,
    2**60 + 1,
    "1",
    "-1",
    "01",
    "",
    " ",
    '"',
    '"1"',
    "~1",
    "a~",
    "een b",
    "é",
    "__proto__",
    "constructor",
    "x" * 200,
]


def test_every_id_has_a_page_id_of_its_own_and_comes_back_as_it_was():
    found = [page_id(identity, kind) for identity in IDS for kind in ("node", "edge")]
    assert len(set(found)) == len(found)
    for identity in IDS:
        for kind in ("node", "edge"):
            back = own_id(page_id(identity, kind))
            assert back == (kind, identity)
            assert type(back[1]) is type(identity)


@pytest.mark.parametrize("bad", [None, 1, True, ["a"], "", '"a"', '"', '"a', "~"])
def test_what_is_no_page_id_is_refused(bad):
    with pytest.raises(CanvasError):
        own_id(bad)


@pytest.mark.parametrize("bad", [True, 1.5, None, ("a",), "x" * 201])
def test_an_id_is_text_or_a_whole_number(bad):
    net = two()
    net.nodes.append({"id": bad, "label": "x"})
    with pytest.raises(CanvasError, match="node: id"):
        editable(net)


@pytest.mark.parametrize(("kind", "twice"), [("node", {"id": "a"}), ("edge", {"id": "e", "from": "a", "to": "b"})])
def test_an_id_that_stands_for_two_is_refused_by_name(kind, twice):
    net = two()
    (net.nodes if kind == "node" else net.edges).append(twice)
    with pytest.raises(CanvasError, match=f"{kind}: id={twice['id']}"):
        editable(net)


def test_an_edge_to_nobody_is_refused_by_name():
    net = two()
    net.edges.append({"id": "f", "from": "a", "to": "c"})
    with pytest.raises(CanvasError, match="edge 'f': to=c"):
        editable(net)
