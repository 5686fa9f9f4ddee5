"""What a person and a tie look like: shape as well as colour, several ties side by side, only what changed."""

import json

from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import perform, read_edit
from netwerk_widgets.views import drawing
from tests.benchmarks.networks import network


def case_of(*edits):
    case = perform(Case(), read_edit({"edit": "add_person", "id": "p0", "role": "Mo", "circle": 0}))
    for edit in edits:
        case = perform(case, read_edit(edit))
    return case


def add(identity, role, x=50, y=-150, **fields):
    return {"edit": "add_person", "id": identity, "role": role, "x": x, "y": y, "fields": fields}


def node(case, identity):
    return next(n for n in drawing.network(case).nodes if n["id"] == identity)


def test_shape_tells_who_is_who():
    case = case_of(
        add("kin", "tante"),
        add("other", "buurvrouw", 100, 200),
        add("pro", "begeleider", -250, -30),
        add("pet", "hond", pet=True),
    )
    shapes = [node(case, name)["shape"] for name in ("p0", "kin", "other", "pro", "pet")]
    assert shapes == ["dot", "dot", "square", "diamond", "hexagon"]
    assert node(case, "p0")["size"] > node(case, "kin")["size"]


def test_a_mark_is_the_clients_only_where_they_know_of_it():
    case = case_of(
        add("a", "oom", unsafe=True, left_out=True, left_out_shared=True),
        add("b", "tante", unsafe=True, unsafe_shared=True),
        add("c", "neef", unsafe_shared=True),
    )
    assert [node(case, name).get("unshared") for name in "abc"] == [["unsafe"], None, None]
    assert [node(case, name).get("marks") for name in "abc"] == [["unsafe", "left_out"], ["unsafe"], None]


def test_marks_and_dashes_tell_what_colour_cannot():
    case = case_of(add("a", "oma", deceased=True), add("b", "oom", sleeping=True), add("c", "stiefvader", unsafe=True))
    assert node(case, "a")["marks"] == ["deceased"]
    assert node(case, "b")["shapeProperties"]["borderDashes"]
    assert node(case, "c")["marks"] == ["unsafe"]


def test_every_quality_has_its_own_line():
    case = case_of(add("a", "tante"))
    looks = set()
    for quality in ("strong", "ordinary", "weak", "strained", "broken"):
        changed = perform(
            case, read_edit({"edit": "change", "kind": "tie", "id": "ta", "fields": {"quality": quality}})
        )
        edge = drawing.network(changed).edges[0]
        looks.add((edge["width"], json.dumps(edge.get("dashes")), edge["color"]["color"]))
    assert len(looks) == 5


def test_several_ties_of_a_pair_stand_side_by_side():
    case = case_of(
        add("a", "tante"),
        {"edit": "add", "kind": "tie", "id": "t2", "fields": {"source": "p0", "target": "a"}},
        {"edit": "add", "kind": "tie", "id": "t3", "fields": {"source": "p0", "target": "a"}},
    )
    edges = {e["id"]: e for e in drawing.network(case).edges}
    assert "smooth" not in edges["ta"]
    assert edges["t2"]["smooth"]["roundness"] != edges["t3"]["smooth"]["roundness"]


def test_only_what_changed_is_drawn_and_it_looks_as_in_the_whole():
    case = case_of(add("a", "tante"), add("b", "oom", -100, 200), add("c", "zus", 200, 20))
    part = drawing.part(case, ["b"], ["ta"])
    assert {n["id"] for n in part.nodes} == {"b", "p0", "a"}
    whole = {e["id"]: e for e in drawing.network(case).edges}
    assert part.edges == [whole["ta"]]


def test_a_full_map_draws_people_smaller_and_so_does_one_where_they_stand_close():
    assert drawing.scale_for(network(12)) == 1
    assert 0.4 <= drawing.scale_for(network(150)) < drawing.scale_for(network(40)) < 1
    together = [add(f"a{at}", "tante", 20 * at, 200) for at in range(6)]
    assert drawing.scale_for(case_of(*together)) == 0.4
    assert drawing.scale_for(case_of(add("a", "tante", 100, 0), add("b", "oom", 0, 100))) == 1


def test_an_undirected_tie_has_no_arrow():
    case = case_of(add("a", "tante"))
    assert drawing.network(case).edges[0]["arrows"] == ""


def test_good_words_make_a_ring_and_never_around_whoever_is_unsafe():
    case = Case()
    for person, unsafe in (("tante", False), ("ex", True)):
        case = perform(
            case, read_edit({"edit": "add_person", "id": person, "role": person, "fields": {"unsafe": unsafe}})
        )
        fields = {"person": person, "text": "Goed zo"}
        case = perform(case, read_edit({"edit": "add", "kind": "compliment", "id": f"c{person}", "fields": fields}))
    rings = {node["id"]: node.get("ring") for node in drawing.network(case).nodes}
    assert rings == {"tante": 1, "ex": None}
