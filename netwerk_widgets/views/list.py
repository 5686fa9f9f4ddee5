"""The network as an accessible list: all that the map can do, by keyboard and without dragging."""

from __future__ import annotations

from typing import Any

from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.views.base import CaseView


class NetworkList(CaseView):
    """An editable list of the case on the desk, under headings per circle or domain.

    Args:
        desk: the desk whose case is shown.
        traits: ``height`` (a CSS length), and what any widget takes.

    >>> NetworkList(desk)  # doctest: +SKIP
    NetworkList(people=12, ties=18)
    """

    def __init__(self, desk: Desk, **traits: Any) -> None:
        super().__init__(desk, view="list", **traits)

    __repr__ = CaseView.counted
