"""The deck of question cards: what came with the program, and a team's own cards beside it.

How their files stand and are read is told in :mod:`.reader`; a team's own cards stand in ``kaarten/<family>.toml``, and
``data/cards/voorbeeld.toml`` is one to copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.storage.stamp import Stamp, stamp
from netwerk_widgets.exchange import content
from netwerk_widgets.exchange import reader as r
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.exchange.toml import mapping, plain
from netwerk_widgets.locale import Message
from netwerk_widgets.model.cards import deck as d
from netwerk_widgets.model.cards.deck import Card, Deck

KIND = r.Kind(
    "deck",
    "cards",
    "kaarten",
    rows="cards",
    apart="cards",
    heads=("name", "purpose"),
    words=("question", "follow_ups"),
    nothing="no_deck",
    listed=False,
)
own_folder = KIND.own_folder
SHARED: Mapping[str, r.Reads] = {
    "stage": r.one_of(d.STAGES),
    "relation": r.some_of(d.RELATIONS),
    "audience": r.one_of(d.AUDIENCES),
    "tempo": r.one_of(d.TEMPOS),
    "kind": r.one_of(d.CARD_KINDS),
    "puts": r.some_of(d.PUTS),
}
"""What may stand with the family for all its cards; what a card says of itself goes before it."""
FAMILY: Mapping[str, r.Reads] = {"name": r.texts(60), "purpose": r.texts(400), "sources": r.sources, **SHARED}
CARD: Mapping[str, r.Reads] = {
    "question": r.texts(300),
    "follow_ups": r.by_language(r.row_of_texts(5, 200)),
    "gentler": r.text(60),
    "signs": r.some_of(d.SIGNS),
    **SHARED,
}
_NUMBER = re.compile(r"[a-z0-9][a-z0-9_]{0,19}")


@dataclass(frozen=True)
class Reading:
    """What was read: the cards that fit, and a sentence for each thing that did not."""

    deck: Deck
    problems: tuple[Message, ...] = ()


def read_deck(folder: Path | None = None, own: Path | None = None) -> Reading:
    """All cards: the program's, then the team's own.

    >>> read_deck().deck.cards["facts-01"].questions["nl"]
    'Wie zie of spreek je in een gewone week?'

    Args:
        folder: where ``structure.toml`` and the folders of the languages lie; the program's own cards where left out.
        own: the folder with the team's own cards; :func:`own_folder` where left out.
    """
    whole = Deck()
    places: dict[str, str] = {}

    def add(sheet: r.Sheet) -> None:
        nonlocal whole
        if sheet.name in whole.families:
            raise sheet.problem("taken")
        family, found = _family(sheet)
        if found:
            whole = whole.joined(Deck({family.id: family}, found))
            places.update(dict.fromkeys(found, sheet.files[""]))

    reader = r.Reader(KIND)
    reader.read(add, folder, own)
    deck, lost = _linked(whole, places)
    return Reading(deck, (*reader.problems, *lost))


def _family(sheet: r.Sheet) -> tuple[d.Family, dict[str, Card]]:
    """A family and those of its cards that fit.

    Raises:
        Problem: something in its header does not fit, or it has no cards.
    """
    head = sheet.read(sheet.head, FAMILY, KIND.header, needed=("name",))
    rests_on = head.get("sources") or (d.Source(),)
    family = d.Family(sheet.name, head["name"], head.get("purpose", {}), rests_on, own=not sheet.spoken)
    shared = {key: value for key, value in head.items() if key in SHARED}
    rows = mapping(sheet.data.get("cards"))
    if not rows:
        raise sheet.problem("no_cards")
    cards: dict[str, Card] = {}
    for number, row in rows.items():
        try:
            card = _card(sheet, number, row, shared)
        except r.Problem as problem:
            sheet.tell(problem)
        else:
            cards[card.id] = card
    return family, cards


def _card(sheet: r.Sheet, number: str, row: Any, shared: Mapping[str, Any]) -> Card:
    identity = f"{sheet.name}-{number}"
    if not _NUMBER.fullmatch(number):
        raise sheet.problem("number", plain(number))
    if not isinstance(row, Mapping):
        raise sheet.problem("table", identity, field=number)
    found = sheet.read(row, CARD, identity, needed=("question",))
    words = {"questions": found.pop("question"), "follow_ups_in": found.pop("follow_ups", {})}
    return Card(identity, sheet.name, **words, **{**shared, **found})


def deck_now() -> Reading:
    """All cards as they lie on disk now; read anew only where a file came, went or changed.

    Every step with cards asks for them, and most workbooks have several.
    """
    files = [*own_folder().glob("*.toml")]
    with suppress(ContentError):
        files += (content.data_folder("cards") / "cards").rglob("*.toml")
    return _read(tuple(sorted((file, stamp(file, behind_links=True)) for file in files)))


@lru_cache(maxsize=1)
def _read(_stamps: tuple[tuple[Path, Stamp | None], ...]) -> Reading:
    return read_deck()


def _linked(deck: Deck, places: Mapping[str, str]) -> tuple[Deck, list[Message]]:
    """The deck with each gentler card found, and a problem for each that is not there or leads in a circle."""
    problems: list[Message] = []
    cards: dict[str, Card] = {}
    for card in deck.cards.values():
        near = f"{card.family}-{card.gentler}"
        gentler = near if near in deck.cards else card.gentler
        if gentler and gentler not in deck.cards:
            where = {"file": places[card.id], "card": card.id, "gentler": plain(card.gentler)}
            problems.append(Message("deck.problem.gentler", where))
            gentler = ""
        cards[card.id] = replace(card, gentler=gentler)
    for identity in list(_circles(cards)):
        problems.append(Message("deck.problem.circle", {"file": places[identity], "card": identity}))
        cards[identity] = replace(cards[identity], gentler="")
    return Deck(deck.families, cards), problems


def _circles(cards: Mapping[str, Card]) -> Iterator[str]:
    """Of each circle that one comes into by going gentler and gentler: the card that stands first in the deck."""
    place = {identity: number for number, identity in enumerate(cards)}
    settled: set[str] = set()  # each card is gone by once, however long the way
    for start in cards:
        way: dict[str, None] = {}
        here = start
        while here and here not in settled and here not in way:
            way[here] = None
            here = cards[here].gentler
        if here in way:
            trail = [*way]
            yield min(trail[trail.index(here) :], key=place.__getitem__)
        settled.update(way)
