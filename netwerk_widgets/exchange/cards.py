"""The deck of question cards: what came with the program, and a team's own cards beside it.

The program's cards stand in ``data/cards``: ``structure.toml`` says once what holds in every language, and
``<language>/<family>.toml`` holds the words. A team's own cards stand in ``kaarten/<family>.toml`` in the user's data
folder, where an upgrade leaves them alone: one file a family, with words and all else together, a text in one language
or in both (``{ nl = "...", en = "..." }``). ``data/cards/voorbeeld.toml`` is one to copy.

Reading never fails: what does not fit is left out and said in a :class:`Message` that names file, card and field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.library.home import data_folder as user_folder
from netwerk_widgets.exchange import content
from netwerk_widgets.exchange.cardfields import Problem, Table, family_of
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.exchange.toml import Unreadable, load, plain, slug
from netwerk_widgets.locale import LANGUAGES, Message
from netwerk_widgets.model.cards.deck import Card, Deck

OWN = "kaarten"


@dataclass(frozen=True)
class Reading:
    """What was read: the cards that fit, and a sentence for each thing that did not."""

    deck: Deck
    problems: tuple[Message, ...] = ()


def own_folder() -> Path:
    """Where a team puts its own cards."""
    return user_folder() / OWN


def read_deck(folder: Path | None = None, own: Path | None = None) -> Reading:
    """All cards: the program's, then the team's own.

    >>> read_deck().deck.cards["facts-01"].question("nl")
    'Wie zie of spreek je in een gewone week?'

    Args:
        folder: where ``structure.toml`` and the folders of the languages lie; the program's own cards where left out.
        own: the folder with the team's own cards; :func:`own_folder` where left out.
    """
    shipped = _Reader()
    with suppress(ContentError):
        shipped.shipped(folder or content.data_folder("cards") / "cards")
    theirs = _Reader(taken=frozenset(shipped.deck.families))
    theirs.own(own or own_folder())
    if not shipped.deck.cards:
        shipped.problems = [Message("deck.problem.no_deck")]
    whole = shipped.deck.joined(theirs.deck)
    deck, lost = _linked(whole, {**theirs.places, **shipped.places})
    return Reading(deck, (*shipped.problems, *theirs.problems, *lost))


def deck_now() -> Reading:
    """All cards as they lie on disk now; read anew only where a file came, went or changed.

    Every step with cards asks for them, and most workbooks have several.
    """
    files = [*own_folder().glob("*.toml")]
    with suppress(ContentError):
        files += (content.data_folder("cards") / "cards").rglob("*.toml")
    return _read(tuple(sorted(_stamp(file) for file in files)))


@lru_cache(maxsize=1)
def _read(_stamps: tuple[tuple[str, int, int], ...]) -> Reading:
    return read_deck()


def _stamp(file: Path) -> tuple[str, int, int]:
    """What changes when a file does; a file that went meanwhile has none."""
    try:
        found = file.stat()
    except OSError:
        return str(file), 0, 0
    return str(file), found.st_mtime_ns, found.st_size


class _Reader:
    """Reads files of cards one by one, and keeps what fits, what does not, and where each card stands."""

    def __init__(self, taken: frozenset[str] = frozenset()) -> None:
        self.deck = Deck()
        self.problems: list[Message] = []
        self.places: dict[str, str] = {}
        self._taken = taken

    def shipped(self, folder: Path) -> None:
        """The program's cards: what holds in every language joined with the words of each."""
        meta = self._load(folder / "structure.toml", "structure.toml") or {}
        files = {
            language: {file.stem: file for file in sorted((folder / language).glob("*.toml"))} for language in LANGUAGES
        }
        names = dict.fromkeys([*meta, *(name for found in files.values() for name in found)])
        for language in [language for language, found in files.items() if not found]:
            self.problems.append(Message("deck.problem.unreadable", {"file": f"{language}/"}))
            del files[language]
        for name in names:
            words = {}
            for language, found in files.items():
                file = found.get(name, folder / language / f"{name}.toml")
                data = self._load(file, f"{language}/{name}.toml")
                if data is not None:
                    words[language] = data
            if words:
                self._add(Table.joined(name, meta.get(name), words))

    def own(self, folder: Path) -> None:
        """A team's own cards; a folder that is not there holds none."""
        for file in sorted(folder.glob("*.toml")):
            name = plain(file.name, 80)
            data = self._load(file, name)
            if data is not None:
                self._add(Table.own(slug(file.stem), name, data))

    def _add(self, table: Table) -> None:
        if table.family in self._taken or table.family in self.deck.families:
            self.problems.append(Message("deck.problem.taken", {"file": table.file()}))
            return
        try:
            family = family_of(table)
        except Problem as problem:
            self.problems.append(problem.message)
            return
        cards: dict[str, Card] = {}
        for found in table.cards():
            if isinstance(found, Problem):
                self.problems.append(found.message)
            else:
                cards[found.id] = found
                self.places[found.id] = table.file()
        self.problems += (problem.message for problem in table.untranslated())
        if cards:
            self.deck = self.deck.joined(Deck({family.id: family}, cards))
        elif not table.rows:
            self.problems.append(Message("deck.problem.no_cards", {"file": table.file()}))

    def _load(self, file: Path, name: str) -> Mapping[str, Any] | None:
        """A TOML file; ``None``, and a problem, where it cannot be read."""
        try:
            return load(file)
        except Unreadable as error:
            why, twice = ("twice", {"what": error.twice}) if error.twice else (error.why, {})
            self.problems.append(Message(f"deck.problem.{why}", {"file": name, **twice, **error.words}))
            return None


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
