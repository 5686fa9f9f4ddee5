"""Every option of nodes and edges that the canvas draws, with its reader; the names are vis-network's.

The same tables read what a node or an edge asks for itself, what a group asks and what is asked for all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from netwerk_widgets.canvas.colours import colour
from netwerk_widgets.canvas.errors import CanvasError
from netwerk_widgets.canvas.values import (
    Reader,
    arrows,
    dashes,
    either,
    face,
    flag,
    group,
    matching,
    never,
    number,
    one_of,
    one_word,
    parsed,
    title,
    words,
)

SHAPES = (
    *("dot", "ellipse", "circle", "database", "box", "text", "diamond", "star", "triangle", "triangleDown"),
    "square",
)
_ENDS = ("arrow", "bar", "box", "circle", "crow", "curve", "diamond", "inv_curve", "inv_triangle", "triangle", "vee")
_CROSS = ("continuous", "discrete", "diagonalCross", "straightCross", "horizontal", "vertical")

_SIZE = number(0, 10_000)
_ANY = number()
_MULTI = either(flag, one_of("html", "md", "markdown"))
_LETTERS: Mapping[str, Reader] = {"color": colour, "size": _SIZE, "face": face, "vadjust": _ANY}
_SHORT_FONT = re.compile(r"\s+")


def _font(align: tuple[str, ...]) -> Reader:
    marked = group({**_LETTERS, "mod": matching(re.compile(r"[a-z0-9 ]*"))})
    options = group(
        {
            **_LETTERS,
            "align": one_of(*align),
            "background": either(one_of("none"), colour),
            "strokeWidth": _SIZE,
            "strokeColor": colour,
            "multi": _MULTI,
            **dict.fromkeys(("bold", "boldital", "ital", "mono"), either(_short_font(marked), marked)),
        }
    )
    return either(_short_font(options), options)


def _short_font(options: Reader) -> Reader:
    """Reads a font in one text, ``"14px arial red"``, as vis-network does: size, face, colour."""

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, str):
            raise CanvasError.unsupported(path, value)
        size, *others = _SHORT_FONT.split(value.strip())
        if len(others) != 2:
            raise CanvasError.unsupported(path, value)
        return options({"size": parsed(size.removesuffix("px"), path), "face": others[0], "color": others[1]}, path)

    return read


def _switched(options: Mapping[str, Reader]) -> Reader:
    """Reads what is turned on or off, or told in options of its own."""
    return either(flag, group({"enabled": flag, **options}))


_SHADOW = _switched({"color": colour, "size": _SIZE, "x": _ANY, "y": _ANY})
_SCALING = group(
    {
        "min": _SIZE,
        "max": _SIZE,
        "label": _switched(dict.fromkeys(("min", "max", "maxVisible", "drawThreshold"), _SIZE)),
    }
)
_PAIR = either(colour, group({"border": colour, "background": colour}))
_SIDES = either(_SIZE, group(dict.fromkeys(("top", "right", "bottom", "left"), _SIZE)))
_ARROW = _switched({"scaleFactor": number(-100, 100), "type": one_of(*_ENDS)})

NODE: Mapping[str, Reader] = {
    "borderWidth": _SIZE,
    "borderWidthSelected": _SIZE,
    "chosen": either(flag, group({"node": flag, "label": flag})),
    "color": either(colour, group({"border": colour, "background": colour, "highlight": _PAIR, "hover": _PAIR})),
    "fixed": either(flag, group({"x": flag, "y": flag})),
    "font": _font(("left", "center", "right")),
    "group": either(number(), one_word),
    "heightConstraint": either(flag, _SIZE, group({"minimum": _SIZE, "valign": one_of("top", "middle", "bottom")})),
    "hidden": flag,
    "label": words,
    "labelHighlightBold": flag,
    "level": number(),
    "margin": _SIDES,
    "mass": number(),
    "opacity": number(0, 1),
    "physics": flag,
    "scaling": _SCALING,
    "shadow": _SHADOW,
    "shape": one_of(*SHAPES, "hexagon"),
    "shapeProperties": group(
        {
            "borderDashes": dashes,
            "borderRadius": _SIZE,
            "interpolation": flag,
            "useImageSize": flag,
            "useBorderWithImage": flag,
            "coordinateOrigin": one_of("center"),
        }
    ),
    "size": _SIZE,
    "title": title,
    "value": parsed,
    "widthConstraint": either(flag, _SIZE, group({"minimum": _SIZE, "maximum": _SIZE})),
    # What would bring a picture along from elsewhere, or a drawing of somebody's own.
    **dict.fromkeys(("image", "brokenImage", "imagePadding", "icon", "ctxRenderer"), never),
}

EDGE: Mapping[str, Reader] = {
    "arrows": either(arrows, group(dict.fromkeys(("to", "from", "middle"), _ARROW))),
    "arrowStrikethrough": flag,
    "background": _switched({"color": colour, "size": _SIZE, "dashes": dashes}),
    "chosen": either(flag, group({"edge": flag, "label": flag})),
    "color": either(
        colour,
        group(
            {
                "color": colour,
                "highlight": colour,
                "hover": colour,
                "inherit": either(flag, one_of("from", "to", "both")),
                "opacity": number(0, 1),
            }
        ),
    ),
    "dashes": dashes,
    "endPointOffset": group({"from": _ANY, "to": _ANY}),
    "font": _font(("horizontal", "top", "middle", "bottom")),
    "hidden": flag,
    "hoverWidth": _ANY,
    "label": words,
    "labelHighlightBold": flag,
    "length": _ANY,
    "physics": flag,
    "scaling": _SCALING,
    "selectionWidth": _ANY,
    "selfReferenceSize": _SIZE,
    "selfReference": group({"size": _SIZE, "angle": _ANY, "renderBehindTheNode": flag}),
    "shadow": _SHADOW,
    "smooth": _switched(
        {
            "type": one_of("dynamic", *_CROSS, "curvedCW", "curvedCCW", "cubicBezier"),
            "roundness": number(-5, 5),
            "forceDirection": either(flag, one_of("horizontal", "vertical", "none")),
        }
    ),
    "title": title,
    "value": parsed,
    "width": _SIZE,
    "widthConstraint": either(flag, _SIZE, group({"maximum": _SIZE})),
}

UNDRAWN = frozenset({"level", "mass", "physics", "length"})
"""What only moves nodes by themselves, or ranks them: it is read, and the page is not told of it."""


def read_style(item: Mapping[str, Any], known: Mapping[str, Reader], where: str) -> dict[str, Any]:
    """What of this node or edge is drawn. Whatever else the network's maker keeps in it is theirs, as in pyvis.

    Raises:
        CanvasError: it asks for what the canvas cannot do; the sentence names it.
    """
    asked = {name: item[name] for name in known if item.get(name) is not None}
    style: dict[str, Any] = group(known)(asked, where)
    return {name: value for name, value in style.items() if name not in UNDRAWN}
