"""Notes on a case while somebody looks on: one key, one line, pinned on what is chosen.

Shared notes are edits of the case. Private ones are edits of their author's own file, and reach the case only when
their author releases them; so no history, replay or copy of the case ever held them.
"""

from __future__ import annotations

from typing import Any

import traitlets
from ipywidgets import widget_serialization

from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.views.base import CaseView


class OwnSide(CaseView):
    """The line between a view of a case and its user's own file; it draws nothing."""

    def __init__(self, desk: Desk, **traits: Any) -> None:
        super().__init__(desk, view="", **traits)
        self.answers_to(writer=self.whose)


class NotesView(CaseView):
    """Notes beside the map: six keys, private or shared, replies, release, learning goals.

    Args:
        desk: the desk whose case the notes are about.
        own: the desk with the writer's own file, where private notes live until they are released.
        goals: begin with turning notes into learning goals, with three minutes on the clock.
        traits: ``height`` (a CSS length), and what any widget takes.

    >>> NotesView(desk, own)  # doctest: +SKIP
    NotesView(shared=3)
    """

    FOR_CLIENT = False

    secret = traitlets.Instance(OwnSide).tag(sync=True, **widget_serialization)
    goals = traitlets.Bool(default_value=False).tag(sync=True)

    def __init__(self, desk: Desk, own: Desk, *, goals: bool = False, **traits: Any) -> None:
        super().__init__(desk, view="notes", secret=OwnSide(own), goals=goals, **traits)
        self.answers_to(writer=self.whose)

    def __repr__(self) -> str:
        return f"NotesView(shared={len(self.file.case.annotations)})"
