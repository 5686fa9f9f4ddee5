"""Which texts are colours: by name, with ``#``, or as ``rgb()`` and ``hsl()``; a canvas keeps silent about others."""

from __future__ import annotations

import re
from typing import Any

from netwerk_widgets.canvas.errors import CanvasError

_LONGEST = 60
_HEX = r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"
_PART = r"[-+]?[\d.]+(?:%|deg|rad|turn)?"
_FUNCTION = rf"(?:rgb|hsl)a?\(\s*{_PART}(?:\s*[,/\s]\s*{_PART}){{2,3}}\s*\)"
_WRITTEN = re.compile(f"{_HEX}|{_FUNCTION}", re.IGNORECASE)
_NAMES = """
transparent aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan
darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred
darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue
dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray
green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen
lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey lightpink
lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen
linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy
oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip
peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown
seagreen seashell sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal
thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
"""
_NAMED = frozenset(_NAMES.split())


def colour(value: Any, path: str) -> Any:
    """Reads a colour of CSS: by name, with ``#``, or as ``rgb()`` and ``hsl()``; a canvas keeps silent about others."""
    known = isinstance(value, str) and len(value) <= _LONGEST
    if not known or not (value.lower() in _NAMED or _WRITTEN.fullmatch(value)):
        raise CanvasError.unsupported(path, value)
    return value
