"""*Mijn eigen schrift*: the professional's own file, begun, opened, locked, backed up and forgotten."""

from __future__ import annotations

from typing import Any

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.model.case.entities import encode
from netwerk_widgets.views.base import CaseView


class OwnBook(CaseView):
    """Where the own file is kept; what is in it is shown by other views.

    Args:
        desk: the desk with the own file.
        traits: ``height`` (a CSS length), and what any widget takes.

    >>> OwnBook(desk)  # doctest: +SKIP
    OwnBook()
    """

    def __init__(self, desk: Desk, **traits: Any) -> None:
        super().__init__(desk, view="own", **traits)

    def picture(self, file: CaseFile) -> dict[str, Any]:
        """Only which file it is, and nothing of what is in it."""
        return {"info": encode(self.named(file)), "entities": {}}

    def changed(self, revision: Revision) -> None:
        """Say nothing: what is written in the file does not alter where it is kept."""
