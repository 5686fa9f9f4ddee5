"""What the stage shows by name: for each scene the lines that stand in a workbook's cells."""

from __future__ import annotations

from collections.abc import Sequence

from netwerk_widgets.canvas.editable import EditableNetwork, editable
from tests.stage.stage import Line


def a_network() -> EditableNetwork:
    """A pyvis network of three, without anything of social work."""
    from pyvis.network import Network

    net = Network(directed=True)
    for name, x in (("a", -120), ("b", 0), ("c", 120)):
        net.add_node(name, x=x, y=abs(x) / 2)
    net.add_edge("a", "b", label="first")
    net.add_edge("b", "c", label="second")
    return editable(net)


MAP = "workbook.network_map()"
SCENES: dict[str, Sequence[Line]] = {
    "map": (MAP,),
    "list": ("workbook.network_list()",),
    "cards": ("workbook.question_cards()",),
    "beside": ("workbook.network_map(cards='all')",),
    "board": ("workbook.board('wall')",),
    "notes": (MAP, "workbook.notes()"),
    "replay": ("workbook.replay()",),
    "checkin": ("workbook.meeting_guide('checkin')",),
    "meeting": (MAP, "workbook.meeting_guide('round')"),
    "closing": ("workbook.meeting_guide('closing')",),
    "log": ("workbook.learning_log()",),
    "own": ("workbook.own_book()",),
    "shelf": ("workbook.case_shelf()",),
    "canvas": (a_network,),
}
