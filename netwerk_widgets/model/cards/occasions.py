"""Cards that the network calls for: what one sees on the map, said in a sentence, with the cards that fit it.

An offer is an observation and never a verdict: it says what is on the map and what was said, and the cards ask the
client. "Not asked" is never read as "none". Who is marked unsafe is never named, proposed or counted as support. An
offer can be declined for good: its id holds the sign and, where it is about one person, that person's id.

The signs: only professionals close by (``only_professionals``), nobody hears the hard things (``unheard``) and asking
after those who were there once (``sleeping``) after Thoen & De Jong; one person carries all support (``one_carries``)
after Offer & Fischer (2018); praised and never invited (``praised``) after Paans (2018).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netwerk_widgets.locale import Message
from netwerk_widgets.model.cards.deck import Deck, Sign
from netwerk_widgets.model.case.entities import Case, Person
from netwerk_widgets.model.edits.description import someone
from netwerk_widgets.model.lenses.sight import Said, Sight, aside, kinds, safe, stands

CLOSE = (1, 2)
"""The circles that count as close by, as drawn."""

PRAISED = 3
"""From how many good words about a person on the trail calls for a card."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Cards that the network calls for, and why: ``id`` is what declining it for good keeps."""

    id: str
    sign: Sign
    cards: tuple[str, ...]
    reason: Message
    people: tuple[str, ...] = ()


def called_for(case: Case, deck: Deck, declined: Collection[str] = ()) -> tuple[Offer, ...]:
    """What this network calls for now, without what was declined for good.

    A sign for which the deck has no card gives no offer.

    >>> called_for(Case(), Deck())
    ()

    Args:
        case: whose network.
        deck: where the cards come from (:meth:`.Deck.called`).
        declined: ids of offers that are not to come back.
    """
    sight = Sight(case, "now")
    said = sight.support()
    ours = [person for person in sight.around if not person.formal]
    found = (
        *_only_professionals(sight),
        *_unheard(ours, said),
        *_one_carries(sight, ours, said),
        *_sleeping(sight, said),
        *_praised(sight),
    )
    offers = (
        Offer(sign if one is None else f"{sign}.{one}", sign, tuple(card.id for card in deck.called(sign)), reason, who)
        for sign, one, reason, who in found
    )
    return tuple(offer for offer in offers if offer.cards and offer.id not in declined)


_Seen = tuple[Sign, str | None, Message, tuple[str, ...]]
"""A sign, the one person whom it is about (``None`` where it is about the network), the reason, who is named."""


def _only_professionals(sight: Sight) -> Iterator[_Seen]:
    """Everybody drawn close by is a professional; a pet is nobody's stand-in, so it changes nothing."""
    close = [person for person in sight.around if stands(person) and person.circle in CLOSE and not person.pet]
    near = safe(close)
    if near and all(person.formal for person in near):
        words = {"who": sight.names(near), "aside": aside(unsafe=len(near) < len(close))}
        yield "only_professionals", None, Message("deck.called.only_professionals", words), _ids(near)


def _unheard(ours: Sequence[Person], said: Mapping[str, Said]) -> Iterator[_Seen]:
    """Outside the professionals somebody was asked about, and nobody gives emotional support."""
    asked = [person for person in safe(ours) if "emotional" in said[person.id]]
    if asked and "emotional" not in kinds(said[person.id] for person in asked):
        words = {"aside": aside(unsafe=len(safe(ours)) < len(ours))}
        yield "unheard", None, Message("deck.called.unheard", words), ()


def _one_carries(sight: Sight, ours: Sequence[Person], said: Mapping[str, Said]) -> Iterator[_Seen]:
    """Outside the professionals more than one person was asked about, and one alone gives support."""
    asked = [person for person in ours if said[person.id]]
    carriers = [person for person in asked if kinds([said[person.id]])]
    if len(asked) > 1 and len(carriers) == 1 and _may_be_named(carriers[0]):
        words = {"who": sight.names(carriers)}
        yield "one_carries", carriers[0].id, Message("deck.called.one_carries", words), _ids(carriers)


def _sleeping(sight: Sight, said: Mapping[str, Said]) -> Iterator[_Seen]:
    """A tie that sleeps, with somebody who was never spoken of: in no answer, good word, step or kind of support."""
    named = {identity for answer in sight.case.answers.values() for identity in answer.persons.split()}
    named |= {compliment.person for compliment in sight.case.compliments.values()}
    named |= {step.person for step in sight.case.steps.values()}
    for person in sight.around:
        if person.sleeping and _may_be_named(person) and person.id not in named and not said[person.id]:
            reason = Message("deck.called.sleeping", {"who": someone(sight.case, person.id)})
            yield "sleeping", person.id, reason, (person.id,)


def _praised(sight: Sight) -> Iterator[_Seen]:
    """Somebody with several good words on the trail, whom nobody proposed to invite, and with no small step."""
    invited = {step.person for step in sight.case.steps.values()} | {one.id for one in sight.around if one.invited_by}
    for person in sight.around:
        count = sum(one.person == person.id for one in sight.case.compliments.values())
        if count >= PRAISED and _may_be_named(person) and person.id not in invited:
            words = {"who": someone(sight.case, person.id), "count": count}
            yield "praised", person.id, Message("deck.called.praised", words), (person.id,)


def _may_be_named(person: Person) -> bool:
    """Somebody to ask after: not unsafe, and not left out on purpose, deceased, a pet or a professional."""
    aside_now = person.unsafe or person.left_out or person.deceased
    return not (aside_now or person.pet or person.formal)


def _ids(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(person.id for person in people)
