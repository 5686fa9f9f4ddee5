"""The network map: the case drawn in circles and sectors, editable on the canvas and in the side panel."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Literal, get_args

import traitlets

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.locale import Message
from netwerk_widgets.model import lenses
from netwerk_widgets.model.case.entities import encode
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.edits.description import someone
from netwerk_widgets.model.edits.restoration import called_back
from netwerk_widgets.model.errors import EditError, NetwerkError
from netwerk_widgets.views import drawing
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.handlers import comparison as comparing
from netwerk_widgets.views.handlers.cards import Dealer

ALL_CARDS = "*"
"""What the trait ``cards`` holds where no family is chosen at first."""
Needs = Literal["", "giving", "support", "moment", "left_out", "closeness"]
"""What a step needs of somebody who is chosen: it stands on top of their panel; with *giving* the first tap gives."""
NEEDED_BY: tuple[tuple[str, Needs], ...] = (("you_give", "giving"), ("then", "moment"), ("drawn_said", "closeness"))
"""What each lens needs, where the step names nothing."""
IN_PERSON = ("x", "y", "n", "label")
"""What of a node its person tells as well."""


class NetworkMap(CaseView):
    """An editable map of the case on the desk.

    Args:
        desk: the desk whose case is shown.
        lens: the lens that is on when the map opens, one of ``lenses.LOOKS``, or "since" (now beside the latest
            version), "wished" (now beside the wished map), or "".
        pane: what stands beside the map at first: "panel" or "list".
        ask: what the step asks beside it: the name under which an answer is kept ("01.slot"), "centre" (who stands in the
            middle), "story" (what the case tells), or one of these two and a name after it.
        client_ask: the name under which the client answers what the step asks them, where that is another question.
        needs: what stands on top of the panel of whoever is chosen, one of ``Needs``; else what the lens needs.
        dealer: question cards that lie beside it; a tap on somebody on the map then names them in the answer.
        traits: ``height`` (a CSS length), ``with_client`` (the client may answer what is asked too: it stays on the page
            while they look along), and what any widget takes.

    >>> NetworkMap(desk)  # doctest: +SKIP
    NetworkMap(people=12, ties=18)
    """

    lens = traitlets.Unicode("").tag(sync=True)
    pane = traitlets.Unicode("panel").tag(sync=True)
    ask = traitlets.Unicode("").tag(sync=True)
    with_client = traitlets.Bool(default_value=False).tag(sync=True)
    cards = traitlets.Unicode("").tag(sync=True)
    client_ask = traitlets.Unicode("").tag(sync=True)
    needs = traitlets.Enum(get_args(Needs), default_value="").tag(sync=True)

    def __init__(
        self,
        desk: Desk,
        *,
        lens: str = "",
        pane: str = "panel",
        ask: str = "",
        dealer: Dealer | None = None,
        **traits: Any,
    ) -> None:
        cards = "" if dealer is None else dealer.family or ALL_CARDS
        super().__init__(desk, view="map", lens=lens, pane=pane, ask=ask, cards=cards, **traits)
        self._scale = 1.0
        self._looked: dict[str, Any] = {}
        """What the page asked last to look through; from then on each change brings what that says."""
        if dealer is not None:
            dealer.join(self)
        self.together.share(self._is_clients)
        self.answers_to(lens=self._look, look_away=self._look_away, entities=self._entities)
        self.answers_to(drawn=self._drawn, call_back=self._call_back, taken_away=self._taken_away)

    def picture(self, file: CaseFile) -> dict[str, Any]:
        """The drawn network first; the page asks for the entities behind it once it has painted."""
        self._looked = {}  # a page that is drawn anew asks again
        self._scale = drawing.scale_for(file.case)
        return {"info": encode(self.named(file)), "entities": {}, **drawing.painted(file.case, self._scale)}

    def delta(self, file: CaseFile, revision: Revision) -> dict[str, Any]:
        """The changed entities, how the persons and ties among them now look, and what the lens says now."""
        told = super().delta(file, revision)
        drawn = drawing.altered(file.case, revision.changes, self._scale)
        people = {one["id"] for one in told["changes"] if one["kind"] == "person"}
        for node in drawn["nodes"]:
            for name in IN_PERSON if node["id"] in people else ():
                node.pop(name, None)
        return {**told, **drawn, **self._looking()}

    def _is_clients(self, card: str) -> bool:
        """Whether what is answered under this name is the client's own."""
        return card != "" and (card == self.client_ask or (self.with_client and card in self.ask.split()))

    def _entities(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"rev": self.file.revision, "entities": super().picture(self.file)["entities"]}

    def _look(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """What is seen through a lens, or beside another map; and so from now on with every change."""
        self._looked = {}
        found = self._through(content)
        self._looked = {"lens": content["lens"], "version": content.get("version", "")}
        return found

    def _look_away(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        """The page looks through nothing any more."""
        self._looked = {}
        return {}

    def _looking(self) -> dict[str, Any]:
        """What a change brings of what the page looks through; nothing where its version is gone: it then asks."""
        with suppress(NetwerkError):
            return {"look": {**self._looked, "view": self._through(self._looked)}} if self._looked else {}
        return {}

    def _through(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        name = content.get("lens")
        if name in comparing.BESIDE:
            found = comparing.compare(self.file, *comparing.beside_of(content))
            return comparing.for_client(found) if self.together.on else found
        if not isinstance(name, str) or name not in lenses.LOOKS:
            raise EditError("model.error.bad_value", field="lens")
        return wired(lenses.look(name, self.file.case))

    def _drawn(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """The map that stands at the left when two stand side by side."""
        then = comparing.earlier(self.file, *comparing.beside_of(content))
        groups = [encode(one) for one in self.together.case(then).groups.values()]
        return {**drawing.painted(then, self._scale), "beside": {"group": groups}}

    def _call_back(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Call people of a version back onto the map: an edit, which every view is told of and undo takes back."""
        people, oid = content.get("people"), content.get("oid", "")
        if not isinstance(people, list) or not all(isinstance(one, str) for one in people):
            raise EditError("model.error.bad_value", field="people")
        then = comparing.earlier(self.file, "since", str(content.get("version", "")))
        after = called_back(self.file.case, then, people)
        words = {"who": [someone(after, one) for one in people if one in then.people]}
        return {"rev": self.file.take_in(after, Message("model.edit.call_back", words), oid).number}

    def _taken_away(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Who is known from history only; asked when somebody wants to forget one of them."""
        return {"people": [comparing.gone(person) for person in self.file.taken_away()]}

    __repr__ = CaseView.counted
