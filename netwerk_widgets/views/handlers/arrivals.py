"""What is brought in from outside: a file of another program becomes a case, with its versions.

Views do not know other programs' files; whoever puts the program together says which reader reads what
(:data:`Importer`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.locale import Message, Someone
from netwerk_widgets.model.case.arrival import Question, State
from netwerk_widgets.model.case.entities import Version
from netwerk_widgets.views.messages import Read


class Reading(Protocol):
    """A file that was read, before its questions are answered."""

    @property
    def questions(self) -> Sequence[Question]:
        """What to ask the user."""

    @property
    def lost(self) -> Sequence[Message]:
        """What cannot be kept, or only in another form."""

    @property
    def warnings(self) -> Sequence[Message]:
        """What to look through before anybody else sees it."""

    def answered(self, answers: Mapping[str, Any], names: Any = "roles") -> Sequence[State]:
        """The versions as cases, oldest first; ``names`` is ``roles`` (pseudonyms) or ``names``."""


Importer = Callable[[bytes], Reading]
"""Reads a file of another program; raises a NetwerkError where it cannot."""


def begin_from(desk: Desk, states: Sequence[State], phrase: str | None) -> CaseFile:
    """Begin a case from versions and put it on the desk; each version can be looked back at under its name.

    Args:
        desk: where it comes.
        states: the versions, oldest first; at least one. On an error nothing of them is left.
        phrase: the pass phrase of an own case; None for a practice case.

    Raises:
        CaseFileError: it could not be kept.
    """
    message = Message("model.edit.import")
    versions = {"v1": Version("v1", states[0].title, 1, states[0].date)}
    first = replace(states[0].case, versions=dict(versions))
    if phrase is None:
        file = desk.begin_practice(first, message=message)
    else:
        file = desk.begin_own(phrase, first, message=message)
    try:
        for number, state in enumerate(states[1:], start=2):
            versions[f"v{number}"] = Version(f"v{number}", state.title, file.revision + 1, state.date)
            file.take_in(replace(state.case, versions=dict(versions)), message)
    except BaseException:
        desk.forget(file.code)  # half a case would look like a whole one
        raise
    return file


def on_the_page(reading: Reading) -> Read:
    """A reading as JSON for the page: questions, what is lost, and what its people are called in the file."""
    said = [*reading.lost, *reading.warnings]
    people = {someone.id: someone.name for message in said for someone in _people(message)}
    people |= {question.person.id: question.person.name for question in reading.questions}
    return {
        "questions": [
            {"id": question.person.id, "options": list(question.options), "suggested": question.suggested}
            for question in reading.questions
        ],
        "lost": [message.wire() for message in reading.lost],
        "warnings": [message.wire() for message in reading.warnings],
        "people": people,
    }


def _people(value: Any) -> Iterator[Someone]:
    if isinstance(value, Someone):
        yield value
    elif isinstance(value, Message):
        for inner in value.params.values():
            yield from _people(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _people(inner)
