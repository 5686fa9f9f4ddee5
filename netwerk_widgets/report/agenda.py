"""The agenda of a meeting on one sheet of A4: its phases, when each begins and how long it takes, and what it is about.

Nobody's name or initials stand on it, and nothing that was said: it may lie on the table.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from html import escape

from netwerk_widgets.locale import Message, language, said
from netwerk_widgets.model.meeting.method import Phase
from netwerk_widgets.report.page import page

_LARGEST, _SMALLEST = 12.5, 8.0
"""Letters in points, where there is room, and where a method has many phases with much to say."""
_ROOM, _LINE, _WIDE = 236.0, 1.35 * 0.353, 700.0
"""What the phases have on a sheet, in mm; a line in mm, by points; and how many letters stand on it, times points."""
_BETWEEN = 3.2
"""Above and below a phase, in mm."""

_STYLE = """
@page { size: A4 portrait; margin: 14mm; }
html { color: #1f2933; font: SIZEpt/1.35 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
body { margin: 0; }
h1 { margin: 0; font-size: 20pt; }
p { margin: 0; }
header p { margin: 1mm 0 4mm; font-size: 12pt; color: #52606d; }
table { width: 100%; border-collapse: collapse; }
td { padding: 1.5mm 3mm 1.5mm 0; border-top: 0.2mm solid #9aa5b1; vertical-align: top; overflow-wrap: anywhere; }
td:nth-child(-n + 2) { white-space: nowrap; font-variant-numeric: tabular-nums; }
.say { font-weight: 600; }
.help { color: #3e4c59; }
"""


def render(names: Mapping[str, str], phases: Sequence[tuple[Phase, int]], start: datetime, spoken: str = "") -> str:
    """The agenda as one HTML page, ready to print.

    >>> from netwerk_widgets.model.meeting.method import Phase
    >>> phase = Phase("q", 10, titles={"nl": "Vragen"}, says={"nl": "Stel een vraag"})
    >>> "10:00" in render({"nl": "Incident"}, [(phase, 10)], datetime(2026, 11, 30, 10), "nl")
    True

    Args:
        names: what the method is called, by language.
        phases: the phases in their order, each with the minutes that it takes today.
        start: when the first one begins, on the wall.
        spoken: one of the interface's languages; the one now spoken where left out.
    """
    tongue = spoken or language()
    texts, size = _fitting([_texts(phase, tongue) for phase, _ in phases])
    rows, time = [], start
    for said_of, (_, minutes) in zip(texts, phases, strict=True):
        rows.append(_row(said_of, minutes, time, tongue))
        time += timedelta(minutes=minutes)
    total = sum(minutes for _, minutes in phases)
    gaps = {"day": f"{start.day}-{start.month}-{start.year}", "start": f"{start:%H:%M}", "end": f"{time:%H:%M}"}
    about = Message("guide.agenda.about", gaps | {"minutes": total}).text(tongue)
    title = said(names, tongue) if names else ""
    body = f"""<header>
<h1>{escape(title)}</h1>
<p>{escape(about)}</p>
</header>
<table>
{"".join(rows)}
</table>"""
    return page(title, _STYLE.replace("SIZE", f"{size:.1f}"), body, tongue)


def _row(texts: Sequence[str], minutes: int, time: datetime, tongue: str) -> str:
    took = escape(Message("guide.minutes", {"minutes": minutes}).text(tongue))
    told = "".join(
        f'<p class="{name}">{escape(text)}</p>' for name, text in zip(("say", "ask", "help"), texts, strict=False)
    )
    return f"<tr><td>{time:%H:%M}</td><td>{took}</td><td>{told}</td></tr>\n"


def _texts(phase: Phase, tongue: str) -> list[str]:
    return [said(texts, tongue) for texts in (phase.titles, phase.says, phase.helps) if texts]


def _fitting(texts: list[list[str]]) -> tuple[list[list[str]], float]:
    """What stands on the sheet, and the largest letters with which all of it does; without the help where there is no room."""
    size = _LARGEST
    while size > _SMALLEST and _height(texts, size) > _ROOM:
        size -= 0.5
    return ([told[:2] for told in texts] if _height(texts, size) > _ROOM else texts), size


def _height(texts: list[list[str]], size: float) -> float:
    lines = sum(math.ceil(len(text) * size / _WIDE) for told in texts for text in told)
    return lines * size * _LINE + len(texts) * _BETWEEN
