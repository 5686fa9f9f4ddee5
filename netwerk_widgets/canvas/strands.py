"""Where the edges between one pair lie, so that each is seen and its words can be read.

vis-network lays them on each other, save where its physics pushes them apart; the canvas has none. Each keeps its
way, straight or bent as asked, and lies a little aside from the others. Loops stand around their node.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

AROUND = 6
"""How many loops stand around a node before the next ones are wider."""
WIDER = 0.8

_SMOOTH: Mapping[str, Any] = {"enabled": True, "type": "dynamic", "forceDirection": "none", "roundness": 0.5}
_LOOP: Mapping[str, Any] = {"size": 20, "angle": math.pi / 4, "renderBehindTheNode": True}
_BENT: Mapping[str, Any] = {"enabled": True, "type": "curvedCW", "roundness": 0}
"""A bent line in its simplest form: straight on until it is laid aside."""


def way(own: Any, of_all: Any) -> dict[str, Any]:
    """How an edge runs that asks for this while all edges ask for that, as vis-network puts the two together.

    >>> way({"type": "curvedCW"}, True)["enabled"], way(False, {"type": "vertical"})["type"]
    (True, 'vertical')
    """
    found = dict(_SMOOTH)
    for asked in (of_all, own):
        if isinstance(asked, bool):
            found["enabled"] = asked
        elif asked is not None:
            found |= {"enabled": found["enabled"], **asked}
    return found


def lay(styles: Sequence[dict[str, Any]], of_all: Mapping[str, Any]) -> None:
    """Give all edges of one pair (or all loops of one node) their way, beside each other where they are several.

    Args:
        styles: each as it is drawn, with its ``from`` and ``to`` in the page's ids; is completed in place.
        of_all: what the network asks of all edges.
    """
    seen = [style for style in styles if not style.get("hidden", of_all.get("hidden", False))]
    for place, style in enumerate(seen):
        if style["from"] == style["to"]:
            _lay_loop(style, place, len(seen), of_all)
        elif len(seen) > 1:
            beside = place - (len(seen) - 1) / 2
            style["strand"] = [beside if style["from"] < style["to"] else -beside, len(seen)]
    for style in styles:
        smooth = way(style.get("smooth"), of_all.get("smooth"))
        if smooth["enabled"] and smooth["type"] == "dynamic":
            smooth = dict(_BENT) if "strand" in style else {**_BENT, "enabled": False}
        style["smooth"] = smooth


def _lay_loop(style: dict[str, Any], place: int, many: int, of_all: Mapping[str, Any]) -> None:
    own = style.get("selfReference", {})
    asked = {**_LOOP, **of_all.get("selfReference", {}), **own}
    size = style.pop("selfReferenceSize", of_all.get("selfReferenceSize"))
    if size is not None:
        asked["size"] = size
    if many > 1:
        ring, turn = divmod(place, AROUND)
        step = 2 * math.pi / min(many, AROUND)
        if "angle" not in own:
            asked["angle"] += turn * step + ring * step / 2
        asked["size"] *= 1 + WIDER * ring
        style["strand"] = [place, many]
    style["selfReference"] = asked
