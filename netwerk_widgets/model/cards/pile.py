"""What was done with a card besides answering it: kept for later, or an offer declined for good.

Each is an answer of the case without words, under a name that no card can have; so it is saved, can be undone, and
is seen by every view like any other answer.
"""

from __future__ import annotations

from typing import Literal

from netwerk_widgets.model.case.entities import Answer, Case

Laid = Literal["declined", "later"]

DECLINED = "declined:"
"""What stands before the id of an offer (:class:`.called_for.Offer`) in the ``card`` of the answer that declines it."""

LATER = "later:"
"""What stands before the id of a card in the ``card`` of the answer that keeps it for later."""

_MARKS: tuple[tuple[str, Laid], ...] = ((DECLINED, "declined"), (LATER, "later"))


def laid(answer: Answer) -> Laid | None:
    """What an answer without words stands for; ``None`` for one with an answer in it.

    >>> laid(Answer("a", card="later:facts-01"))
    'later'
    """
    return next((name for mark, name in _MARKS if answer.card.startswith(mark)), None)


def declined(case: Case) -> frozenset[str]:
    """The ids of the offers that were declined for good in this case.

    >>> declined(Case())
    frozenset()
    """
    return frozenset(one.card.removeprefix(DECLINED) for one in case.answers.values() if laid(one) == "declined")
