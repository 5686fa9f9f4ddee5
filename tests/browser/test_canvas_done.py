"""What is done to any pyvis network in the browser: it hits what was meant, and all who show the network follow."""

import copy

import pytest
from pyvis.network import Network

from netwerk_widgets.canvas.editable import editable
from tests.canvas.pyvis_networks import CASES

from .hosted import MIDDLES, PAINTED


def name_it(host, words):
    field = host.page.locator(".nw-plain-label").first
    field.fill(words)
    field.press("Enter")
    host.pass_on().rest()


def test_numbers_are_their_own_words_and_one_is_not_the_text_one(host):
    host.case(CASES["number_labels"])
    assert {one["text"] for one in host.canvas(PAINTED)} == {"0", "1"}
    net = host.case(CASES["one_and_text_one"])
    both = host.canvas(PAINTED, place=1)
    assert {one["text"]: one["at"][0] > 0 for one in both} == {"een (getal)": False, "een (tekst)": True}
    host.drag('"1"', 0, 40, place=1)
    assert (net.node_map[1]["y"], net.node_map["1"]["y"] > 20) == (0, True)


def test_a_node_with_the_id_of_an_edge_is_renamed_and_removed_itself(host):
    net = host.case(CASES["edge_ids_like_node_ids"])
    host.page.mouse.click(*host.spot("1"))
    name_it(host, "ander")
    assert [node["label"] for node in net.nodes] == ["ander", "n2", "n3", "n4"]
    assert [edge["label"] for edge in net.edges] == ["band 3-4", "band 1-2"]
    assert {"ander", "band 3-4"} <= {one["text"] for one in host.canvas(PAINTED)}
    host.page.mouse.click(640, 5)
    x = (host.spot("3")[0] + host.spot("4")[0]) / 2
    host.page.mouse.click(x, host.spot("3")[1])
    assert host.page.locator(".nw-plain-label").first.input_value() == "band 3-4"
    host.page.get_by_role("button", name="Weghalen").first.click()
    host.pass_on()
    assert ([edge["id"] for edge in net.edges], len(net.nodes)) == ([2], 4)


def test_a_line_that_was_straight_is_straight_after_a_drag(host):
    for name in ("smooth_true", "no_number"):
        host.clear()
        net = host.case(CASES[name], height="500px")
        host.drag(net.nodes[1]["id"], -60, 90)
        (line,) = host.canvas(MIDDLES)
        ends = [host.canvas("canvas.position(given[0])", node["id"]) for node in net.nodes]
        assert line["middle"] == pytest.approx([sum(end[axis] for end in ends) / 2 for axis in "xy"], abs=0.6)
        assert net.nodes[1]["y"] > 60


def test_shapes_fonts_lines_and_what_is_hidden_are_drawn_as_asked(host):
    net = host.case(CASES["own_labels"], height="700px")
    painted = {one["text"]: one for one in host.canvas(PAINTED)}
    assert set(painted) == {"box", "ellipse", "circle", "database", "f", "regel 1", "regel 2"}
    assert (painted["f"]["font"].strip(), painted["f"]["colour"]) == ("40px arial", "#008000")
    assert painted["regel 2"]["at"][1] - painted["regel 1"]["at"][1] >= 14
    size = "(({ left, top, width, height }) => [left, top, width, height])(canvas.network.body.nodes[given[0]].shape)"
    for name in ("box", "ellipse", "circle"):
        left, top, width, height = host.canvas(size, name)
        x, y = painted[name]["at"]
        assert left < x < left + width / 2
        assert abs(y - (top + height / 2)) < 5
        assert width > 25
    host.page.mouse.click(*host.spot("h"))
    assert host.canvas("canvas.selectedNodes") == []
    host.page.mouse.click(*host.spot("twee"))
    field = host.page.locator(".nw-plain-label").first
    assert field.input_value() == "regel 1\nregel 2"
    field.press("End")
    field.press("Shift+Enter")
    field.type("en 3")
    field.press("Enter")
    host.pass_on()
    assert net.node_map["twee"]["label"] in ("regel 1\nregel 2\nen 3", "regel 1\nen 3\nregel 2")


def test_a_wide_box_is_held_by_its_end_and_not_by_the_air_above_it(host):
    net = Network()
    net.add_node("box", shape="box", label="een heel breed vak met veel woorden erin", x=0, y=0)
    net.add_node("b", x=0, y=300)
    host.show(editable(net))
    x, y = host.spot("box")
    reach = host.canvas("canvas.network.body.nodes.box.shape.width / 2 * canvas.network.getScale()")
    host.page.mouse.click(x + reach - 6, y)
    assert host.canvas("canvas.selectedNodes") == ["box"]
    host.page.mouse.click(x, y - reach * 0.7)
    assert host.canvas("canvas.selectedNodes") == []


def test_what_is_done_in_one_widget_is_shown_in_the_other_both_ways(host):
    net = copy.deepcopy(CASES["edge_ids_like_node_ids"])
    host.show(editable(net, height="300px"), editable(net, height="300px"))
    host.drag("2", 0, 30, place=0)
    host.drag("3", 0, -30, place=1)
    host.page.mouse.click(*host.spot("1"))
    name_it(host, "ander")
    host.widgets[1].add_edge(1, 2, label="tweede")
    host.widgets[0].add_node("nieuw", shape="box", x=0, y=60)
    host.pass_on().rest()
    remove = host.page.get_by_role("button", name="Weghalen")
    assert remove.nth(1).is_enabled()  # "3" is chosen there
    host.widgets[0].remove(3)
    host.pass_on().rest()
    assert not remove.nth(1).is_enabled()
    for place in (0, 1):
        host.canvas("canvas.select([])", place=place)
    first, second = host.facts(0), host.facts(1)
    assert first == second
    assert (len(first["nodes"]), len(first["edges"])) == (4, 2)
    for node in net.nodes:
        places = [
            host.canvas("(({ x, y }) => [x, y])(canvas.position(given[0]))", str(node["id"]), place=place)
            for place in (0, 1)
        ]
        assert places[0] == pytest.approx(places[1], abs=0.2)
        assert places[0] == pytest.approx([node["x"], node["y"]], abs=1)


def test_a_listener_that_raises_is_told_where_the_developer_looks(host, capsys):
    net = host.case(CASES["parallel"], height="400px")
    seen = []
    host.widgets[0].on_edit(lambda _edit: 1 / 0)
    host.widgets[0].on_edit(seen.append)
    host.drag("b", 0, 40)
    assert [edit["edit"] for edit in seen] == ["move"]
    assert "ZeroDivisionError" in host.page.get_by_role("status").first.inner_text()
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert net.node_map["b"]["y"] > 20


def test_a_title_appears_under_the_mouse_as_letters(host):
    net = Network()
    net.add_node("a", title="eerste\n<b>tweede</b>", x=0, y=0)
    net.add_node("b", x=200, y=0)
    host.show(editable(net))
    host.page.mouse.move(*host.spot("b"))
    x, y = host.spot("a")
    host.page.mouse.move(x, y, steps=3)
    tip = host.page.locator(".vis-tooltip")
    tip.wait_for(state="visible")
    assert tip.inner_text() == "eerste\n<b>tweede</b>"


def test_what_may_not_be_dragged_stays(host):
    net = Network()
    net.add_node("a", x=0, y=0)
    net.add_node("vast", fixed=True, x=200, y=0)
    net.toggle_drag_nodes(False)
    host.show(editable(net))
    host.page.get_by_role("button", name="Lijn trekken").click()
    host.page.get_by_role("button", name="Lijn trekken").click()
    host.drag("a", 0, 60)
    assert net.node_map["a"]["y"] == 0
