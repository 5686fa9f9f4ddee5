"""Which of pyvis's options the canvas can do; the others are refused by name, never silently dropped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pyvis.network import Network

from netwerk_widgets.canvas.errors import CanvasError

_OPTIONS = frozenset({"nodes", "edges", "groups", "interaction", "layout", "physics", "configure"})
_TURNED_OFF: Mapping[str, Any] = {"physics": False, "layout": {"improvedLayout": False}}
"""Nothing moves by itself: pyvis turns physics on by default, the canvas always off."""


def check(network: Network) -> None:
    """Refuse what the canvas cannot do.

    Raises:
        CanvasError: names the first option that is not supported.
    """
    asked = {
        "heading": bool(network.heading),
        "select_menu": network.select_menu,
        "filter_menu": network.filter_menu,
        "neighborhood_highlight": network.neighborhood_highlight,
        "from_DOT": network.use_DOT,
        "show_buttons": bool(network.conf),
        "template": network.template is not None,
    }
    options = _options(network)
    asked |= {f"options.{name}": True for name in options if name not in _OPTIONS}
    asked["options.configure"] = bool((options.get("configure") or {}).get("enabled"))
    layout = options.get("layout") or {}
    hierarchical = layout.get("hierarchical") if isinstance(layout, Mapping) else None
    asked["layout.hierarchical"] = bool(
        hierarchical.get("enabled", True) if isinstance(hierarchical, Mapping) else hierarchical
    )
    for node in network.nodes:
        if node.get("shape") in ("image", "circularImage", "icon", "custom"):
            asked[f"shape={node['shape']}"] = True
    refused = next((name for name, wanted in asked.items() if wanted), None)
    if refused:
        raise CanvasError("canvas.error.unsupported", option=refused)


def clean_options(network: Network) -> dict[str, Any]:
    """The network's options for vis-network, with all that would move nodes turned off."""
    options = {name: value for name, value in _options(network).items() if name in _OPTIONS - {"configure", "layout"}}
    edges = options.get("edges")
    if isinstance(edges, dict) and isinstance(edges.get("smooth"), dict) and edges["smooth"].get("type") == "dynamic":
        options["edges"] = {**edges, "smooth": False}
    interaction = {**(options.get("interaction") or {}), "keyboard": False, "navigationButtons": False, "hover": False}
    return {**options, **_TURNED_OFF, "interaction": interaction}


def _options(network: Network) -> dict[str, Any]:
    options = network.options
    loaded = dict(options) if isinstance(options, Mapping) else json.loads(options.to_json())
    return loaded if isinstance(loaded, dict) else {}
