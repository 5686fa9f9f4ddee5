"""Reads what a network asks for as a whole: its switches, and pyvis's options for all nodes and edges."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyvis
from pyvis.network import Network

from netwerk_widgets.canvas.colours import colour
from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.styles import EDGE, NODE, UNDRAWN
from netwerk_widgets.canvas.values import Reader, either, flag, group, number, one_of, one_word

_TURNED_off: Mapping[str, Any] = {"physics": False, "layout": {"improvedLayout": False}}
"""Nothing moves by itself: pyvis turns physics on by default, the canvas always off."""

_ON = (True,)
_FORCES = group({}, others=number())
_TEMPLATE = Path(pyvis.__file__).parent / "templates" / "template.html"


def _off(value: Any, path: str) -> Any:
    """Reads an option that may be named, but not turned on."""
    if value is False or (isinstance(value, Mapping) and value.get("enabled") is False):
        return False
    raise CanvasError.unsupported(path, value)


_OPTIONS: Mapping[str, Reader] = {
    "nodes": group(NODE),
    "edges": group(EDGE),
    "groups": group({"useDefaultGroups": flag}, others=group(NODE)),
    "interaction": group(
        {
            **dict.fromkeys(("dragNodes", "dragView", "hideEdgesOnDrag", "hideEdgesOnZoom", "hideNodesOnDrag"), flag),
            **dict.fromkeys(("hover", "hoverConnectedEdges", "multiselect", "selectConnectedEdges", "zoomView"), flag),
            "tooltipDelay": number(0),
            "zoomSpeed": number(0, 100),
            "selectable": one_of(*_ON),
            "keyboard": _off,
            "navigationButtons": _off,
        }
    ),
    "layout": group(
        {
            "randomSeed": either(number(), one_word),
            "improvedLayout": flag,
            "clusterThreshold": number(),
            "hierarchical": _off,
        }
    ),
    "physics": either(
        flag,
        group(
            {
                "enabled": flag,
                **dict.fromkeys(
                    ("barnesHut", "forceAtlas2Based", "repulsion", "hierarchicalRepulsion", "wind"), _FORCES
                ),
                **dict.fromkeys(("maxVelocity", "minVelocity", "timestep"), number()),
                "solver": one_of("barnesHut", "repulsion", "hierarchicalRepulsion", "forceAtlas2Based"),
                "stabilization": either(flag, group({"enabled": flag}, others=either(flag, number()))),
                "adaptiveTimestep": flag,
            }
        ),
    ),
    "configure": _off,
    "manipulation": _off,
}


def read_options(network: Network) -> dict[str, Any]:
    """The network's options for the page, with all that would move nodes turned off.

    Raises:
        CanvasError: names the first thing that the canvas cannot do: ``options.configure``.
    """
    _check_switches(network)
    options = group(_OPTIONS)(_asked(network), "options")
    drawn = {name: options[name] for name in ("nodes", "edges", "groups") if name in options}
    for name in ("nodes", "edges"):
        if name in drawn:
            drawn[name] = {key: value for key, value in drawn[name].items() if key not in UNDRAWN}
    interaction = {**options.get("interaction", {}), "keyboard": False, "navigationButtons": False}
    return {**drawn, **_TURNED_off, "interaction": interaction}


def read_background(network: Network) -> str:
    """The colour behind the network; empty where none is asked for."""
    return str(colour(network.bgcolor, "bgcolor")) if network.bgcolor else ""


def _check_switches(network: Network) -> None:
    asked = {
        "heading": network.heading,
        "select_menu": network.select_menu,
        "filter_menu": network.filter_menu,
        "neighborhood_highlight": network.neighborhood_highlight,
        "from_DOT": network.use_DOT,
        "show_buttons": network.conf,
        # `Network(notebook=True)` takes pyvis's own; one of somebody's own holds whatever they wrote.
        "template": network.template is not None and Path(network.template.filename or "") != _TEMPLATE,
    }
    refused = next((name for name, wanted in asked.items() if wanted), None)
    if refused:
        raise CanvasError.unsupported(refused)


def _asked(network: Network) -> Any:
    """The options as they would stand in pyvis's page: `set_options` leaves a dictionary, or whatever was in its text."""
    options = network.options
    if isinstance(options, Mapping):
        return options
    try:
        return json.loads(options.to_json())
    except (AttributeError, TypeError, ValueError, RecursionError):
        raise CanvasError.unsupported("options", options) from None
