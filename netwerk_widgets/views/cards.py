"""Question cards: one at a time, what is answered in the client's words, and the cards that the network calls for."""

from __future__ import annotations

from typing import Any

import traitlets

from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.views.base import CaseView
from netwerk_widgets.views.handlers.cards import Dealer


class QuestionCards(CaseView):
    """The deck beside the case on the desk.

    Args:
        desk: the desk whose case is spoken of.
        dealer: the cards, for whom they are and with which family they begin.
        traits: ``height`` (a CSS length), and what any widget takes.

    >>> QuestionCards(desk, Dealer(deck))  # doctest: +SKIP
    QuestionCards(cards=190)
    """

    family = traitlets.Unicode("").tag(sync=True)

    def __init__(self, desk: Desk, dealer: Dealer, **traits: Any) -> None:
        super().__init__(desk, view="cards", family=dealer.family, **traits)
        self._dealer = dealer
        dealer.join(self)

    def __repr__(self) -> str:
        return f"QuestionCards(cards={len(self._dealer.deck.cards)})"
