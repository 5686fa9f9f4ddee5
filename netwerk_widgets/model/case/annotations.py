"""What whoever looks on puts on a case: notes pinned on something, and lines drawn on the map by hand."""

# ruff: noqa: RUF009 -- the functions of .fields make a dataclasses.field, as dataclasses.field itself does

from __future__ import annotations

from dataclasses import dataclass

from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case import words as w


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note pinned on something, with the moment. Only shared notes live in a case; private ones have their own file.

    ``on`` is the id of what it is pinned on; ``about`` a card, a phase or a step ("card:facts-01"), which have no
    entity; both empty is the case itself. ``reply`` is the note that it answers. ``goal`` makes it a learning goal.
    ``case`` is the code of the case that it is about, where it lives in somebody's own file.
    """

    id: str
    on: str = f.reference(optional=True)
    about: str = f.text(80)
    text: str = f.text(1000, lines=True)
    tag: str = f.text(40)
    author: str = f.initials()
    at: str = f.text(32)
    reply: str = f.reference(optional=True)
    goal: bool = f.flag()
    case: str = f.text(40)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn on the map by hand: ``points`` are map units, "x,y" by spaces."""

    id: str
    points: str = f.text(8000)
    colour: w.Ink = f.choice(w.INKS, "blue")
    author: str = f.initials()
    at: str = f.text(32)
