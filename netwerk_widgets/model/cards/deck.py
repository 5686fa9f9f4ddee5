"""The deck: question cards in families, which of them fit now, and why a card is there.

A family rests on somebody's thinking and names it. A card's words stand in it in every language that it has, so that
one switch changes the language; all else about it holds in every language. No card steers: its kind (after Tomm 1988)
is linear, circular or reflexive.

Stages after Paans (2018): accept the problem, trust yourself, trust the other, ask. Relation stages after the Bruges
model (general knowledge, not checked against a source).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, ClassVar, Literal, get_args

from netwerk_widgets.locale import Message, Sentence
from netwerk_widgets.model.case.wired import wired

Stage = Literal["accept", "trust_self", "trust_other", "ask", "any", "worker"]
Relation = Literal["vrijblijvend", "zoekend", "consulterend", "co_expert"]
Tempo = Literal["calm", "ordinary", "brisk"]
Audience = Literal["client", "team", "self"]
CardKind = Literal["linear", "circular", "reflexive"]
Put = Literal["person", "compliment", "received", "given", "step"]
Sign = Literal["only_professionals", "unheard", "one_carries", "sleeping", "praised"]

STAGES: tuple[Stage, ...] = get_args(Stage)
RELATIONS: tuple[Relation, ...] = get_args(Relation)
TEMPOS: tuple[Tempo, ...] = get_args(Tempo)  # from slow to fast
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
CARD_KINDS: tuple[CardKind, ...] = get_args(CardKind)
PUTS: tuple[Put, ...] = get_args(Put)
SIGNS: tuple[Sign, ...] = get_args(Sign)


@dataclass(frozen=True, slots=True)
class Source:
    """Whose thinking a family rests on; ``general``: general knowledge, not checked against a source."""

    author: str = ""
    year: str = ""
    title: str = ""
    general: bool = False

    @property
    def message(self) -> Message:
        """The source as it stands on a card.

        >>> Source("Alvin Gouldner", "1960", "The Norm of Reciprocity").message.text("nl")
        'Alvin Gouldner (1960), The Norm of Reciprocity'
        """
        if not self.author:
            return Message("deck.source.own")
        year: str | Message = self.year or Message("deck.source.no_year")
        words = {"author": self.author, "year": year, "title": self.title}
        name = "general" if self.general else "whole" if self.title else "no_title"
        return Message(f"deck.source.{name}", words)

    def wire(self) -> Sentence:
        """The source as JSON for the page: the sentence alone."""
        return self.message.wire()


@dataclass(frozen=True, slots=True)
class Family:
    """Questions that belong together: what they are for and whose thinking they rest on.

    ``names`` and ``purposes`` are by language. ``own``: a team's own family, not one that came with the program.
    """

    WIRE: ClassVar[Mapping[str, str]] = {"names": "name", "purposes": "purpose"}

    id: str
    names: Mapping[str, str] = field(hash=False)
    purposes: Mapping[str, str] = field(hash=False)
    sources: tuple[Source, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A question, what it fits, and what an answer may put on the map.

    ``gentler`` is the id of the card one step gentler, or empty. ``signs`` are what in a network calls for this card
    (:mod:`.called_for`). ``questions`` and ``follow_ups_in`` are by language.
    """

    WIRE: ClassVar[Mapping[str, str]] = {"questions": "question", "follow_ups_in": "follow_ups"}

    id: str
    family: str
    questions: Mapping[str, str] = field(hash=False)
    follow_ups_in: Mapping[str, tuple[str, ...]] = field(hash=False)
    stage: Stage = "any"
    relation: tuple[Relation, ...] = RELATIONS
    tempo: Tempo = "ordinary"
    audience: Audience = "client"
    kind: CardKind = "linear"
    gentler: str = ""
    puts: tuple[Put, ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """What was chosen about the conversation; what is ``None`` was left open.

    ``reason`` is why the network calls for a card (:class:`.called_for.Offer`), where it does.
    """

    stage: Stage | None = None
    relation: Relation | None = None
    tempo: Tempo | None = None
    reason: Message | None = None


@dataclass(frozen=True)
class Deck:
    """All cards, by id, in their families, in their order."""

    families: Mapping[str, Family] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)

    def fitting(
        self,
        *,
        stage: Stage | None = None,
        relation: Relation | None = None,
        tempo: Tempo | None = None,
        family: str | None = None,
        audience: Audience | None = None,
    ) -> tuple[Card, ...]:
        """The cards that fit all that was asked, in the deck's order; what is ``None`` asks nothing.

        A card for any stage fits every stage but the worker's. A card fits a tempo that is its own or faster: who
        goes briskly can also be asked something calm, and not the other way round.
        """
        situation = Situation(stage, relation, tempo)
        return tuple(
            card
            for card in self.cards.values()
            if family in (None, card.family) and audience in (None, card.audience) and not _unmet(card, situation)
        )

    def draw(self, rng: Random, among: Iterable[Card] | None = None, without: Collection[str] = ()) -> Card | None:
        """A card at random.

        >>> Deck().draw(Random(1)) is None
        True

        Args:
            rng: where the chance comes from.
            among: cards to draw from (as :meth:`fitting` gives them); the whole deck where left out.
            without: ids of cards to leave in the deck: those already seen.
        """
        cards = self.cards.values() if among is None else among
        left = [card for card in cards if card.id not in without]
        return rng.choice(left) if left else None

    def gentler(self, card: Card) -> Card | None:
        """The card one step gentler than this one; ``None`` where there is none."""
        return self.cards.get(card.gentler)

    def called(self, sign: Sign) -> tuple[Card, ...]:
        """The cards that this sign in a network calls for."""
        return tuple(card for card in self.cards.values() if sign in card.signs)

    def joined(self, other: Deck) -> Deck:
        """This deck with the families and cards of another laid under it; at an equal id this deck's stays."""
        families = {**self.families, **{key: one for key, one in other.families.items() if key not in self.families}}
        return Deck(families, {**self.cards, **{key: one for key, one in other.cards.items() if key not in self.cards}})

    def wire(self) -> dict[str, Any]:
        """The deck as JSON for the page, in all its languages."""
        families = [wired(family) for family in self.families.values()]
        return {"families": families, "cards": [wired(card) for card in self.cards.values()]}


def why(card: Card, situation: Situation | None = None) -> Message:
    """Why this card? A sentence or two, whatever was chosen: what the card serves, and how that fits now.

    >>> card = Card("facts-01", "facts", {"nl": "Wie zie je in een gewone week?"}, {}, stage="accept")
    >>> why(card, Situation(stage="accept")).text("nl")
    'Deze kaart helpt om te kunnen zeggen wat er speelt. Dat past bij wat je koos: erkennen wat er speelt.'
    """
    now = situation or Situation()
    if now.reason is not None:
        return now.reason
    serves = Message(f"deck.serves.{card.stage if card.audience == 'client' else card.audience}")
    if card.audience == "client" and (unmet := _unmet(card, now)):
        return Message("deck.why.other", {"serves": serves, "chosen": unmet})
    if card.audience == "client" and (chosen := _chosen(now)):
        return Message("deck.why.fits", {"serves": serves, "chosen": chosen})
    if card.audience == "client" and card.relation and card.relation != RELATIONS:
        relations = [Message(f"deck.relation.{relation}") for relation in card.relation]
        return Message("deck.why.suits", {"serves": serves, "relations": relations})
    return Message("deck.why.serves", {"serves": serves})


def _chosen(now: Situation) -> list[Message]:
    picked = (("stage", now.stage), ("relation", now.relation), ("tempo", now.tempo))
    return [Message(f"deck.{name}.{value}") for name, value in picked if value is not None]


def _unmet(card: Card, now: Situation) -> list[Message]:
    """What was chosen that this card does not fit."""
    missed: list[Message] = []
    general = card.stage == "any" and now.stage != "worker"
    if now.stage not in (None, card.stage) and not general:
        missed.append(Message(f"deck.stage.{now.stage}"))
    if now.relation is not None and now.relation not in card.relation:
        missed.append(Message(f"deck.relation.{now.relation}"))
    if now.tempo is not None and TEMPOS.index(card.tempo) > TEMPOS.index(now.tempo):
        missed.append(Message(f"deck.tempo.{now.tempo}"))
    return missed
