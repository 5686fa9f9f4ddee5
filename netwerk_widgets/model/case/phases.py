"""What a meeting leaves in a case: that a phase began, for looking back."""

from __future__ import annotations

from dataclasses import dataclass

from netwerk_widgets.model.case import fields as f


@dataclass(frozen=True, slots=True)
class PhaseMark:
    """That a meeting about this case came to a phase, or left its order (``act``): for looking back, and never undone.

    ``title`` is what the phase was called; ``meeting`` tells meetings apart. Nobody's initials stand in it.
    """

    id: str
    meeting: str = f.text(32)
    act: str = f.text(20)
    phase: str = f.text(30)
    title: str = f.text(60)
    what: str = f.text(20)
    at: str = f.text(32)
