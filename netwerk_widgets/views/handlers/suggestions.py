"""What answers a page that asks what the answers to a card, or to a part of a board, suggest for the map."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netwerk_widgets.model.cards.pile import declined
from netwerk_widgets.model.cards.suggestions import suggestions
from netwerk_widgets.model.case.wired import wired

if TYPE_CHECKING:
    from netwerk_widgets.views.base import CaseView

Puts = Callable[[str], Sequence[str]]
"""What an answer kept under this card may put on the map; nothing where the card is not here, or not to be seen now."""


def join(view: CaseView, puts: Puts) -> None:
    """Have this view answer what its page asks of the suggestions under a card."""

    def answer(content: Mapping[str, Any]) -> Mapping[str, Any]:
        card = content.get("card")
        may = puts(card) if isinstance(card, str) else ()
        found = suggestions(view.case, str(card), may, declined(view.case)) if may else ()
        return {"suggestions": [wired(one) for one in found]}

    view.answers_to(suggestions=answer)
