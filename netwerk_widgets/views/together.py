"""What one page is told while the client looks along with it: nothing that is not for them leaves the kernel.

The page says with every ``hello`` whether they do; from then on each picture, change, offer and answer of its view is
made from what :mod:`netwerk_widgets.model.together` leaves.
"""

from __future__ import annotations

from collections.abc import Callable

from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits.changes import Changes
from netwerk_widgets.model.together import MAP, Shares, case_for_client, changes_for_client


class Together:
    """Whether the client looks along with a view, and what they may then see of a case.

    >>> together = Together()
    >>> together.share(lambda card: card == "facts-01")
    >>> together.shares("facts-01"), together.shares("meeting.hypothesis"), together.on
    (True, False, False)
    """

    def __init__(self) -> None:
        self.on = False
        self._shared: list[Shares] = []

    def share(self, shares: Callable[[str], bool]) -> None:
        """The answers under these cards are the client's own, and stay in sight."""
        self._shared.append(shares)

    def shares(self, card: str) -> bool:
        """Whether the client may see what was answered under this card."""
        return any(shares(card) for shares in self._shared)

    def case(self, case: Case) -> Case:
        """The case to show now."""
        return case_for_client(case, self.shares) if self.on else case

    def changes(self, changes: Changes) -> Changes:
        """The changes to tell now."""
        return changes_for_client(changes, self.shares) if self.on else changes

    def shows(self, kinds: frozenset[str]) -> bool:
        """Whether a moment at which these kinds of entity were altered is one of the map's own history."""
        return not self.on or bool(kinds & MAP)

    def message(self, revision: Revision) -> Message:
        """What was done, in a sentence; with the client only what was done to the map, and to nothing else with it."""
        if not self.on or all(change.kind in MAP or change.kind == "info" for change in revision.changes):
            return revision.message
        kinds = frozenset(change.kind for change in revision.changes)
        return Message("model.edit.map" if kinds & MAP else "model.edit.something")

    def author(self, revision: Revision) -> str:
        """Whose initials stand with it; with the client nobody's."""
        return "" if self.on else revision.signed
