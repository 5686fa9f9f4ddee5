"""Makes cases of an easyNWK file: versions kept, ages banded, roles for names, four sectors asked into seven.

What does not fit is listed in :attr:`Import.lost`, what the role does not tell is asked in :attr:`Import.questions`.
Sectors and horizons are read as easyNWK itself draws them: family upper right, friends and acquaintances upper left,
colleagues lower left, professionals lower right; horizons at one third, two thirds and the whole of distance 100.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from netwerk_widgets.exchange.easynwk_case import build
from netwerk_widgets.exchange.easynwk_file import Alter, Network, load
from netwerk_widgets.exchange.easynwk_lost import lost
from netwerk_widgets.exchange.easynwk_people import Register
from netwerk_widgets.exchange.errors import ExchangeError
from netwerk_widgets.exchange.pseudonyms import plain
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.arrival import Question, State
from netwerk_widgets.model.case.words import DOMAINS, Domain
from netwerk_widgets.model.names.privacy import warnings


@dataclass(frozen=True)
class Import:
    """An easyNWK file, read: what to ask, what is lost, and with the answers the cases.

    >>> found = read(b'{"ego": {}, "alteri": [{"id": 1, "name": "Bep", "role": "Tante", "angle": 45, "distance": 20}]}')
    >>> [person.role for person in found.answered({})[-1].case.people.values()]
    ['middelpunt', 'tante']
    """

    networks: tuple[Network, ...]

    @cached_property
    def _register(self) -> Register:
        return Register(self.networks)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """One question for each person whose role does not tell the domain, in the order of the file."""
        people = self._register
        return tuple(
            Question(people.someone(person), options, options[0])
            for person, options in people.options.items()
            if len(options) > 1
        )

    @cached_property
    def lost(self) -> tuple[Message, ...]:
        """What could not be kept or was put in another form, each in one sentence."""
        return lost(self._register)

    @cached_property
    def warnings(self) -> tuple[Message, ...]:
        """What to look through before anybody else sees it: notes, and details in them that tell who somebody is."""
        people = self._register
        notes = {person: note for person, alter in people.latest() if (note := alter.note)}
        found = [
            Message("easynwk.warning.note", {"who": people.someone(person), "what": what})
            for person, note in notes.items()
            for what in warnings(note)
        ]
        return (Message("easynwk.warning.notes"), *found) if notes else ()

    def answered(self, answers: Mapping[str, Domain], names: Literal["roles", "names"] = "roles") -> tuple[State, ...]:
        """The versions as cases, oldest first.

        Args:
            answers: the domain of each person asked after, by id; where one is missing the suggestion holds.
            names: ``roles`` puts role pseudonyms for names everywhere; ``names`` keeps given names, never surnames
                in the name of a person, and leaves notes as they are.

        Raises:
            ExchangeError: an answer about nobody in the file, or that is no domain.
        """
        if not set(answers) <= set(self._register.options) or not set(answers.values()) <= set(DOMAINS):
            raise ExchangeError("easynwk.error.bad_answer")
        people = self._register
        labels = people.labels(names)
        clean = people.scrubber.clean if names == "roles" else plain
        states = []
        for number, network in enumerate(self.networks, start=1):
            title = clean(network.title)[:80] or Message("easynwk.version", {"number": number}).text()
            states.append(State(title, network.date, build(people, number - 1, labels, answers, clean)))
        return tuple(states)


def read(source: Path | bytes) -> Import:
    """Read an easyNWK file.

    Args:
        source: the file, or its bytes.

    Raises:
        ExchangeError: no such file, too large, not JSON, not of easyNWK, or a value of another type.
    """
    return Import(load(source))


__all__ = ["Alter", "Import", "Question", "State", "read"]
