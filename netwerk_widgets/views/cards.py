"""Question cards: one at a time, what is answered in the client's words, and the cards that the network calls for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from netwerk_widgets.casefile.desk import Desk
from netwerk_widgets.locale import Message
from netwerk_widgets.model.called_for import Offer, called_for
from netwerk_widgets.model.case import Case
from netwerk_widgets.model.deck import AUDIENCES, RELATIONS, STAGES, TEMPOS, Card, Deck, Situation, why
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.views.base import CaseView

DECLINED = "declined:"
"""What stands before the id of an offer in the ``card`` of the answer that declines it for good."""

CHOICES: Mapping[str, tuple[str, ...]] = {"stage": STAGES, "relation": RELATIONS, "tempo": TEMPOS}


class QuestionCards(CaseView):
    """The deck beside the case on the desk.

    Answers, compliments and declined offers are edits of the case; which card lies on top is not kept in it.

    Args:
        desk: the desk whose case is spoken of.
        deck: the cards.
        family: the family that is chosen at first; empty for all of them.
        audience: for whom the cards are (``deck.AUDIENCES``); empty for everybody.
        problems: what did not fit when the deck was read, in sentences for whoever wrote those cards.
        traits: ``height`` (a CSS length), and what any widget takes.

    A family or audience that is not in the deck is said on the page, and all cards are shown.

    >>> QuestionCards(desk, deck)  # doctest: +SKIP
    QuestionCards(cards=190)
    """

    family = traitlets.Unicode("").tag(sync=True)

    def __init__(
        self,
        desk: Desk,
        deck: Deck,
        *,
        family: str = "",
        audience: str = "client",
        problems: Sequence[Message] = (),
        **traits: Any,
    ) -> None:
        self._deck = _for(deck, audience) if audience in AUDIENCES else deck
        known = family in ("", *self._deck.families)
        super().__init__(desk, view="cards", family=family if known else "", **traits)
        strange = [*([] if known else [family]), *([] if audience in ("", *AUDIENCES) else [audience])]
        unknown = [Message("cards.unknown", {"what": name}) for name in strange]
        self._problems = (*problems, *unknown)
        self.answers_to("deck", self._cards)
        self.answers_to("fitting", self._fitting)
        self.answers_to("called_for", self._called_for)
        self.answers_to("why", self._why)

    def _cards(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"deck": self._deck.wire(), "problems": [problem.wire() for problem in self._problems]}

    def _fitting(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """The ids of the cards that fit what was chosen."""
        now = _situation(content)
        family = content.get("family") or None
        if family is not None and (not isinstance(family, str) or family not in self._deck.families):
            raise EditError("model.error.bad_value", field="family")
        cards = self._deck.fitting(stage=now.stage, relation=now.relation, tempo=now.tempo, family=family)
        return {"cards": [card.id for card in cards]}

    def _called_for(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"offers": [offer.wire() for offer in self._offers()]}

    def _why(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Why a card: what the network calls for where it was offered, else what it serves and what was chosen."""
        card = self._card(content.get("card"))
        now = _situation(content)
        offered = (offer.reason for offer in self._offers() if offer.id == content.get("offer"))
        return {"why": why(card, Situation(now.stage, now.relation, now.tempo, next(offered, None))).wire()}

    def _offers(self) -> tuple[Offer, ...]:
        """The offers with a card for these people, without what was declined for good."""
        case = self.file.case
        return called_for(case, self._deck, declined(case))

    def _card(self, identity: object) -> Card:
        if not isinstance(identity, str) or identity not in self._deck.cards:
            raise EditError("cards.error.gone")
        return self._deck.cards[identity]

    def __repr__(self) -> str:
        return f"QuestionCards(cards={len(self._deck.cards)})"


def declined(case: Case) -> frozenset[str]:
    """The ids of the offers that were declined for good in this case.

    >>> declined(Case())
    frozenset()
    """
    cards = (answer.card for answer in case.answers.values())
    return frozenset(card.removeprefix(DECLINED) for card in cards if card.startswith(DECLINED))


def _for(deck: Deck, audience: str) -> Deck:
    """The deck with the cards for these people, and the families that still have one."""
    cards = {card.id: card for card in deck.cards.values() if card.audience == audience}
    families = {card.family for card in cards.values()}
    return Deck({key: family for key, family in deck.families.items() if key in families}, cards)


def _situation(content: Mapping[str, Any]) -> Situation:
    """What was chosen about the conversation; what is empty was left open.

    Raises:
        EditError: a choice that does not exist.
    """
    chosen: dict[str, Any] = {}
    for name, values in CHOICES.items():
        value = content.get(name) or None
        if value is not None and value not in values:
            raise EditError("model.error.bad_value", field=name)
        chosen[name] = value
    return Situation(**chosen)
