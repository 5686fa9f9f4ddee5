"""What answers a page that lays question cards: by themselves, or beside a map.

It stands beside the views and is none itself: a view that has cards hands it its questions (:meth:`Dealer.join`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.cards.deck import AUDIENCES, RELATIONS, STAGES, TEMPOS, Card, Deck, Situation, why
from netwerk_widgets.model.cards.occasions import Offer, called_for
from netwerk_widgets.model.cards.pile import LATER, declined
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.views.handlers import suggestions

if TYPE_CHECKING:
    from netwerk_widgets.views.base import CaseView

CHOICES: Mapping[str, tuple[str, ...]] = {"stage": STAGES, "relation": RELATIONS, "tempo": TEMPOS}

_UNSAID = Message("cards.offer.together").wire()

Paper = Callable[[Deck, Collection[str] | None, str], str]
"""Makes a page to print of a deck: its families (all where ``None``), and the language."""


class Dealer:
    """A deck, for the people whom its cards are for, and what a page may ask of it.

    Answers, compliments and declined offers are edits of the case; which card lies on top is not kept in it.

    Args:
        deck: the cards.
        family: the family that is chosen at first; empty for all of them.
        audience: for whom the cards are (``deck.AUDIENCES``); empty for everybody.
        problems: what did not fit when the deck was read, in sentences for whoever wrote those cards.
        paper: makes the printable page; without it nothing can be printed.

    A family or audience that is not in the deck is said on the page, and all cards are shown.

    >>> Dealer(Deck()).deck
    Deck(families={}, cards={})
    """

    def __init__(
        self,
        deck: Deck,
        *,
        family: str = "",
        audience: str = "client",
        problems: Sequence[Message] = (),
        paper: Paper | None = None,
    ) -> None:
        self.deck = _for(deck, audience) if audience in AUDIENCES else deck
        known = family in ("", *self.deck.families)
        self.family = family if known else ""
        strange = [*([] if known else [family]), *([] if audience in ("", *AUDIENCES) else [audience])]
        self._problems = (*problems, *(Message("cards.unknown", {"what": name}) for name in strange))
        self._paper = paper

    def join(self, view: CaseView) -> None:
        """Have this view answer what its page asks of the cards."""
        view.together.share(self._is_clients)
        view.answers_to(
            deck=lambda _: self._cards(together=view.together.on),
            fitting=self._fitting,
            called_for=lambda _: {"offers": self._called_for(view)},
            why=lambda content: self._why(view, content),
            paper=self._on_paper,
        )
        suggestions.join(view, lambda card: self._puts(card, together=view.together.on))

    def _is_clients(self, card: str) -> bool:
        """Whether this is a card for the client, laid or kept for later."""
        found = self.deck.cards.get(card.removeprefix(LATER))
        return found is not None and found.audience == "client"

    def _puts(self, card: str, *, together: bool) -> Sequence[str]:
        """What an answer to this card may put on the map; while the client looks along only to one that is theirs."""
        found = self.deck.cards.get(card)
        return found.puts if found and (found.audience == "client" or not together) else ()

    def _cards(self, *, together: bool) -> Mapping[str, Any]:
        problems = [] if together else [problem.wire() for problem in self._problems]
        deck = _for(self.deck, "client") if together else self.deck
        return {"deck": deck.wire(), "problems": problems, "paper": self._paper is not None}

    def _fitting(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """The ids of the cards that fit what was chosen."""
        now = _situation(content)
        family = self._family(content.get("family"))
        cards = self.deck.fitting(stage=now.stage, relation=now.relation, tempo=now.tempo, family=family)
        return {"cards": [card.id for card in cards]}

    def _why(self, view: CaseView, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Why a card: what the network calls for where it was offered, else what it serves and what was chosen."""
        if view.together.on:
            raise EditError("ui.together.away")
        card = self._card(content.get("card"))
        now = _situation(content)
        offered = (offer.reason for offer in self._offers(view) if offer.id == content.get("offer"))
        return {"why": why(card, Situation(now.stage, now.relation, now.tempo, next(offered, None))).wire()}

    def _called_for(self, view: CaseView) -> list[dict[str, Any]]:
        """The offers; why each is made is what the professional noticed, and not for a client who looks along."""
        offers = [wired(offer) for offer in self._offers(view)]
        return [offer | {"reason": _UNSAID, "people": []} for offer in offers] if view.together.on else offers

    def _on_paper(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        """The page to print: one family or all of them, in one of the languages."""
        family, spoken = self._family(content.get("family")), content.get("lang")
        if self._paper is None or spoken not in LANGUAGES:
            raise EditError("model.error.bad_value", field="lang")
        return {"html": self._paper(self.deck, None if family is None else [family], spoken)}

    def _offers(self, view: CaseView) -> tuple[Offer, ...]:
        """The offers with a card for these people, without what was declined for good."""
        case = view.file.case
        return called_for(case, self.deck, declined(case))

    def _family(self, family: object) -> str | None:
        if family in (None, ""):
            return None
        if not isinstance(family, str) or family not in self.deck.families:
            raise EditError("model.error.bad_value", field="family")
        return family

    def _card(self, identity: object) -> Card:
        if not isinstance(identity, str) or identity not in self.deck.cards:
            raise EditError("cards.error.gone")
        return self.deck.cards[identity]


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
