"""How a case looks: persons and ties as pyvis nodes and edges.

Shape as well as colour tells who is who: kin round, other people square, a professional a diamond, a pet a
hexagon; asleep or long ago dashed and pale; marks over the node tell who died, who is unsafe and who was left
out, a star who is valued in some role, and a ring who gave compliments. The legend in ``frontend/src/drawing/legend.tsx`` shows the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pyvis.network import Network

from netwerk_widgets.canvas.builder import empty_network
from netwerk_widgets.model.case import geometry
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case, Compliment, Person, Tie
from netwerk_widgets.model.edits.changes import Change

INK = "#1f2933"
SELECTED = "#6b3fa0"


class Figure(NamedTuple):
    """How a kind of person is drawn; the size in map units."""

    shape: str
    size: int
    fill: str
    border: str


class Line(NamedTuple):
    """How a quality of tie is drawn, at its least weight; ``dashes`` are drawn and left, in turn."""

    width: float
    colour: str
    dashes: tuple[int, ...] = ()


FIGURES: Mapping[str, Figure] = {
    "centre": Figure("dot", 42, INK, INK),
    "kin": Figure("dot", 30, "#f6d58a", "#8a6410"),
    "other": Figure("square", 26, "#dcebdc", "#18794e"),
    "professional": Figure("diamond", 35, "#d9e8f6", "#0f609b"),
    "pet": Figure("hexagon", 30, "#ecdccb", "#7a4b1e"),
}
FADED = ("#ffffff", "#7b8794")

ROOMY, SMALLEST = 14, 0.4
"""Up to how many people are drawn as large as can be; and how small persons become, of that."""

RING_MOST = 6
"""The ring of compliments grows no further: it is a thanks, and no measure."""

LINES: Mapping[w.Quality, Line] = {
    "strong": Line(9, "#52606d"),
    "ordinary": Line(4, "#52606d"),
    "weak": Line(4, "#7b8794", (4, 10)),
    "strained": Line(6, "#b44d12", (22, 9, 5, 9)),
    "broken": Line(4, "#9aa5b1", (26, 18)),
}

OPTIONS: Mapping[str, Any] = {
    "physics": False,
    "layout": {"improvedLayout": False},
    "interaction": {
        "keyboard": False,
        "hover": False,
        "multiselect": False,
        "hideEdgesOnDrag": False,
        "selectConnectedEdges": False,
    },
    "nodes": {
        "borderWidth": 3,
        "chosen": False,  # a ring around whoever is chosen is drawn by frontend/src/scene
        "shapeProperties": {"interpolation": False},
    },
    "edges": {
        "smooth": False,
        "color": {"highlight": SELECTED, "inherit": False},
        "hoverWidth": 0,
        "selectionWidth": 5,
        "arrows": {"to": {"scaleFactor": 0.7}},
    },
}


def scale_for(case: Case) -> float:
    """How large persons are drawn on this map: 1 down to 0.4, with room for names between most of them.

    A view keeps the scale with which it was opened; nobody shrinks because somebody else was added.

    >>> scale_for(Case())
    1.0
    """
    places = [(person.x, person.y) for person in case.people.values()]
    scale = math.sqrt(ROOMY / max(1, len(places)))
    if scale > SMALLEST and len(places) > 1:
        gaps = sorted(
            min(math.dist(one, other) for other in places[:at] + places[at + 1 :]) for at, one in enumerate(places)
        )
        scale = min(scale, gaps[len(gaps) // 5] / (2.4 * FIGURES["kin"].size))
    return round(max(SMALLEST, min(1.0, scale)), 2)


def network(case: Case, scale: float = 1.0) -> Network:
    """The whole case as a pyvis network, with positions and without physics."""
    net = empty_network()
    net.options = dict(OPTIONS)
    said = Counter(compliment.person for compliment in case.compliments.values())
    for person in case.people.values():
        add_person(net, person, scale, said[person.id])
    _add_ties(net, case, case.ties.values(), scale)
    return net


def part(case: Case, people: Iterable[str], ties: Iterable[str], scale: float = 1.0) -> Network:
    """Only these persons and ties, and whoever stands at an end of such a tie, looking as in the whole."""
    net = empty_network()
    wanted = [case.ties[tie] for tie in ties if tie in case.ties]
    ends = {end for tie in wanted for end in (tie.source, tie.target)}
    said = Counter(compliment.person for compliment in case.compliments.values())
    for identity in dict.fromkeys([*people, *sorted(ends)]):
        if identity in case.people:
            add_person(net, case.people[identity], scale, said[identity])
    _add_ties(net, case, wanted, scale)
    return net


def painted(case: Case, scale: float) -> dict[str, Any]:
    """The whole case as a page paints it, with the circles and sectors under it."""
    net = network(case, scale)
    return {"nodes": net.nodes, "edges": net.edges, "options": net.options, "frame": frame()}


def altered(case: Case, changes: Iterable[Change], scale: float) -> dict[str, Any]:
    """What a page paints anew after these changes, and the ids of what went."""
    changes = tuple(changes)
    people = {who for change in changes for who in drawn_with(change)}
    net = part(case, sorted(people), [change.id for change in changes if change.kind == "tie"], scale)
    return {
        "nodes": [node for node in net.nodes if node["id"] in people],
        "edges": net.edges,
        "gone": [change.id for change in changes if change.kind in ("person", "tie") and change.after is None],
    }


def drawn_with(change: Change) -> set[str]:
    """Who looks other after this change: the person, or whoever gave the compliment that came or went."""
    if change.kind == "person":
        return {change.id}
    if change.kind != "compliment":
        return set()
    return {entity.person for entity in (change.before, change.after) if isinstance(entity, Compliment)}


def add_person(net: Network, person: Person, scale: float = 1.0, said: int = 0) -> None:
    """Draw one person in this network; the centre keeps its size whatever the scale.

    ``said`` is how many compliments they gave: a ring around them grows with it, up to a width that it keeps.
    """
    kind = kind_of(person)
    shape, size, fill, border = FIGURES[kind]
    faded = person.sleeping or person.moment in w.PAST or person.deceased
    if faded and kind != "centre":
        fill, border = FADED
    # Not vis-network's own "group": with one, pyvis leaves out the colour and vis-network chooses its own.
    style: dict[str, Any] = {"color": {"background": fill, "border": border}}
    if person.sleeping or person.moment != "now":
        style["shapeProperties"] = {"borderDashes": [10, 8] if person.moment != "soon" else [3, 7]}
    marks = [mark for mark in ("deceased", "unsafe", "left_out") if getattr(person, mark)]
    if marks:
        style["marks"] = marks
    unknown = [mark for mark in ("unsafe", "left_out") if mark in marks and not getattr(person, f"{mark}_shared")]
    if unknown:  # the client does not know of these: off the page while they look along
        style["unshared"] = unknown
    if person.valued_role:
        style["valued"] = True
    if said and not person.unsafe:  # whoever must not be approached is put forward by nothing
        style["ring"] = min(said, RING_MOST)
    if faded:
        style["faded"] = True
    net.add_node(
        person.id,
        label=person.role,
        shape=shape,
        size=size if kind == "centre" else round(size * scale),
        x=person.x,
        y=person.y,
        n=person.number,
        kind=kind,
        **style,
    )


def kind_of(person: Person) -> str:
    """What kind of person this is to the eye: centre, professional, pet, kin or other."""
    if person.circle == w.CENTRE:
        return "centre"
    if person.professional:
        return "professional"
    if person.pet:
        return "pet"
    return "kin" if person.kin else "other"


def _add_ties(net: Network, case: Case, ties: Iterable[Tie], scale: float) -> None:
    wanted = list(ties)
    beside = siblings(case) if wanted else {}
    for tie in wanted:
        width, colour, dashes = LINES[tie.quality]
        style: dict[str, Any] = {
            "id": tie.id,
            "width": round((width + 2 * (tie.weight - 1)) * scale, 1),
            "color": {"color": colour},
        }
        if dashes:
            style["dashes"] = list(dashes)
        place = beside.get(tie.id, 0)
        if place:
            style["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": 0.18 * place}
        if tie.quality == "broken":
            style["broken"] = True
        if tie.label:
            style["tie_label"] = tie.label
        net.add_edge(tie.source, tie.target, arrows="to" if tie.directed else "", **style)


def siblings(case: Case) -> dict[str, int]:
    """Of the ties that share a pair with others: which place each has beside the first (1, 2, ...)."""
    seen: dict[frozenset[str], int] = {}
    places: dict[str, int] = {}
    for tie in case.ties.values():
        pair = frozenset((tie.source, tie.target))
        place = seen.get(pair, 0)
        seen[pair] = place + 1
        if place:
            places[tie.id] = place
    return places


def frame() -> dict[str, Any]:
    """The circles and sectors, for whoever paints them: radii in map units, names as keys of words."""
    return {
        "radii": [geometry.RADII[circle] for circle in (w.CENTRE, *w.CIRCLES)],
        "domains": list(w.DOMAINS),
    }
