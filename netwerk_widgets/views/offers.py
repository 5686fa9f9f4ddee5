"""What undo or redo would do, as a page says it: whose work it was, what it was and whom it names."""

from __future__ import annotations

from typing import cast

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case, Entity, encode
from netwerk_widgets.views.messages import Named, Offer
from netwerk_widgets.views.together import Together


def offer(file: CaseFile, revision: Revision | None, together: Together) -> Offer | None:
    """The offer to take this revision back, or to do it again; ``None`` where there is none."""
    if revision is None:
        return None
    # What an undo took back is what redo offers: "tante moved", not "taken back: tante moved".
    said = together.message(revision)
    inner = said.params.get("what") if revision.kind in ("undo", "redo") else None
    message = inner if isinstance(inner, Message) else said
    return {
        "message": message.wire(),
        "author": together.author(revision),
        "mine": revision.author.same(file.author),
        "gone": absent(revision, file.case),
    }


def absent(revision: Revision, case: Case) -> list[Named]:
    """Whom a revision speaks of who are not in the case: what the page needs to name them.

    It comes from history, from which whoever was forgotten is gone.
    """
    people = [c.before or c.after for c in revision.changes if c.kind == "person" and c.id not in case.people]
    return [named(person) for person in people if person]


def named(person: Entity) -> Named:
    """What the page needs to name somebody who is not on the map."""
    return cast("Named", {name: value for name, value in encode(person).items() if name in Named.__annotations__})
