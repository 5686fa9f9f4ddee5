"""A meeting of four about a practice case of its own, for views on a stage."""

from __future__ import annotations

from tests.browser.maps import BEGIN

HELD = f"""{BEGIN}
from netwerk_widgets.casefile.library.meeting import the_meeting
from netwerk_widgets.exchange.methods import read_methods
from netwerk_widgets.model.edits import Add
the = the_meeting()
the.path.unlink(missing_ok=True)
the.poll()
the.gather()
for one, role in (("AB", "bringer"), ("CD", "facilitator"), ("EF", "participant"), ("GH", "participant")):
    the.act({{"do": "arrive", "initials": one, "role": role}})
the.choose(read_methods().methods["incident"])
file, now = workbook.desk().file, the.time.at
def say(kind, text, **more):
    file.apply(Add("answer", f"{{kind.replace('_', '')}}1", {{"card": f"meeting.{{kind}}", "text": text, "at": now(), **more}}))
"""
"""The check-in; ``say`` puts down what was said."""
BEGUN = f"""{HELD}
the.act({{"do": "start"}})
"""


def at_phase(name: str) -> str:
    """The meeting in the phase of this id."""
    return f"{BEGUN}\nthe.act({{'do': 'go', 'phase': '{name}'}})"
