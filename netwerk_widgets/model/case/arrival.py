"""What comes in from another program's file: the network at a moment, and whose place the file does not tell."""

from __future__ import annotations

from typing import NamedTuple

from netwerk_widgets.locale import Someone
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.case.words import Domain


class Question(NamedTuple):
    """Where somebody belongs whose role does not tell it: the domains that are possible, and the likeliest."""

    person: Someone
    options: tuple[Domain, ...]
    suggested: Domain


class State(NamedTuple):
    """One version: its title, its date (ISO, or empty) and the case as it was."""

    title: str
    date: str
    case: Case
