"""Looking back: the history of a case moment by moment, with the map as it was.

Nothing is changed by looking. Whoever goes on from a past moment first gets a name for the map of now, and the
case is then set back by an edit that can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from netwerk_widgets.casefile.errors import CaseFileError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case, Kind, encode
from netwerk_widgets.model.edits import Add
from netwerk_widgets.model.edits.changes import diff
from netwerk_widgets.model.edits.restoration import set_back
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.views import drawing
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.messages import Sign
from netwerk_widgets.views.offers import absent

SIGNS: Mapping[str, Sign] = {
    "person": "map",
    "tie": "map",
    "group": "map",
    "phase": "phase",
    "annotation": "note",
    "stroke": "stroke",
    "answer": "answer",
    "compliment": "answer",
    "step": "answer",
    "version": "version",
}
"""What kind of moment an altered entity makes; the first of these that fits. Any other kind is "other"."""

BESIDE: tuple[Kind, ...] = ("annotation", "stroke", "group")
"""What is painted on the map besides persons and ties."""

TOLD: tuple[Kind, ...] = ("answer", "compliment", "annotation", "step")
"""Of what the words are shown when it was written."""


class Replay(CaseView):
    """The history of the case on the desk, as a time line with the map as it was.

    Args:
        desk: the desk whose case is looked back on.
        traits: ``height`` (a CSS length), and what any widget takes.

    >>> Replay(desk)  # doctest: +SKIP
    Replay(people=12, ties=18)
    """

    def __init__(self, desk: Desk, **traits: Any) -> None:
        super().__init__(desk, view="replay", **traits)
        self._scale = 1.0
        self.answers_to(timeline=self._timeline, seek=self._seek, go_on=self._go_on)

    def picture(self, file: CaseFile) -> dict[str, Any]:
        """Nothing of the case: each moment is asked for."""
        self._scale = drawing.scale_for(file.case)
        return {"info": encode(self.named(file)), "entities": {}}

    def changed(self, revision: Revision) -> None:
        """Each moment stands in the row by itself, also where several happened while nobody looked."""
        self._tell(revision, [])

    def delta(self, file: CaseFile, revision: Revision) -> dict[str, Any]:  # noqa: ARG002 -- as all views
        """The moment that was added; after somebody was forgotten all is asked for anew."""
        kinds = frozenset(change.kind for change in revision.changes)
        told = revision.changes and self.together.shows(kinds)
        moment = [revision.number, _milliseconds(revision.at), sign(kinds)] if told else None
        return {"changes": [], "moment": moment, "anew": revision.kind == "forget"}

    def _timeline(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        self.file.poll()
        found = [one for one in self.file.timeline() if one.number == 1 or self.together.shows(one.kinds)]
        return {"moments": [[one.number, _milliseconds(one.at), sign(one.kinds)] for one in found]}

    def _seek(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """The map as it was: all of it, or what differs from the moment that the page shows (``from``)."""
        file = self.file
        number = _number(content, "number")
        case, revision = self.together.case(file.at(number)), file.history(1, number + 1)[0]
        shown = self._shown(content)
        return {
            "number": number,
            "at": _milliseconds(revision.at),
            "author": self.together.author(revision),
            "message": self.together.message(revision).wire(),
            "absent": absent(revision, case),
            "told": [] if self.together.on else _told(revision),
            **_beside(case, shown),
            **(
                drawing.painted(case, self._scale)
                if shown is None
                else drawing.altered(case, diff(shown, case), self._scale)
            ),
        }

    def _shown(self, content: Mapping[str, Any]) -> Case | None:
        """The case that the page shows now; None where all is to be drawn."""
        if content.get("from") is None:
            return None
        try:
            return self.together.case(self.file.at(_number(content, "from")))
        except CaseFileError:
            return None

    def _go_on(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Name the map of now, and set the case back to the moment that is shown; both can be undone."""
        file, number = self.file, _number(content, "number")
        then = file.at(number)
        name, identity = content.get("name"), content.get("version")
        if not isinstance(name, str) or not name.strip() or not isinstance(identity, str):
            raise EditError("model.error.bad_value", field="name")
        latest = file.history(1)[0]
        file.apply(Add("version", identity, {"name": name.strip(), "revision": file.revision, "at": latest.at}))
        revision = file.take_in(set_back(file.case, then), Message("model.edit.go_on"))
        return {"rev": revision.number}

    __repr__ = CaseView.counted


def sign(kinds: frozenset[str]) -> Sign:
    """What kind of moment this is, to mark it on the time line and to step through those of one kind.

    >>> sign(frozenset({"annotation"})), sign(frozenset({"person", "compliment"})), sign(frozenset())
    ('note', 'map', 'other')
    """
    return next((SIGNS[kind] for kind in SIGNS if kind in kinds), "other")


def _milliseconds(at: str) -> int:
    try:
        return round(datetime.fromisoformat(at).timestamp() * 1000)
    except ValueError:
        return 0


def _number(content: Mapping[str, Any], key: str) -> int:
    number = content.get(key)
    if isinstance(number, bool) or not isinstance(number, int):
        raise EditError("model.error.bad_value", field=key)
    return number


def _beside(case: Case, shown: Case | None) -> dict[str, Any]:
    """What stands on the map besides persons and ties, where that differs from what is shown."""
    differs = [kind for kind in BESIDE if shown is None or case.collection(kind) != shown.collection(kind)]
    return {"beside": {kind: [encode(one) for one in case.collection(kind).values()] for kind in differs}}


def _told(revision: Revision) -> list[dict[str, Any]]:
    """The words that were written at this moment."""
    written = [(c.kind, encode(c.after)) for c in revision.changes if c.kind in TOLD and c.after is not None]
    return [{"kind": kind, "text": entity["text"]} for kind, entity in written if entity.get("text")]
