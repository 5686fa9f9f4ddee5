"""What answers a page that asks who is meant: by the letters after an ``@``, by what is looked for, in a text to print.

The rule is :mod:`netwerk_widgets.model.names.naming`; a page knows none of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case, Person
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.names import mentions as mentioned
from netwerk_widgets.model.names.redaction import Unnamed
from netwerk_widgets.views.answers import Meant, Unlinked

if TYPE_CHECKING:
    from netwerk_widgets.views.base import CaseView

LONGEST = 8000
"""How long a text may be in which somebody is looked for: twice the longest answer."""

_OFFERED = 5
"""How many people are offered after an @; more letters make it fewer."""

Content = Mapping[str, Any]


def questions(view: CaseView) -> dict[str, Callable[[Content], Content]]:
    """What a page may ask about names, by question.

    - ``offered`` (name): whom the letters after an @ may mean, or whom to add; ``people`` is None where nobody is being named
    - ``named`` (text, persons): whom a text names with an @ who is not on the map, and between whom is to be chosen
    - ``called`` (name): who is called exactly so
    - ``find`` (text): whom what was typed fits, the closest first
    - ``unnamed`` (texts): these texts without anybody's name
    """
    return {
        "offered": lambda content: _offered(view.case, _text(content, "name")),
        "named": lambda content: _named(view.case, _text(content, "text"), _text(content, "persons").split()),
        "called": lambda content: {"people": mentioned.called(view.case, _text(content, "name"))},
        "find": lambda content: {"people": _ids(mentioned.found(view.case, _text(content, "text")))},
        "unnamed": lambda content: {"texts": _unnamed(view.file, content.get("texts"))},
    }


def _offered(case: Case, name: str) -> Meant:
    found = mentioned.offered(case, name)
    if found is None:
        return {"people": None, "new": ""}
    return {"people": _ids(found.people[:_OFFERED]), "new": found.new}


def _named(case: Case, text: str, persons: list[str]) -> Unlinked:
    names = mentioned.names_in(case)
    safe = [one for one in mentioned.unclear(text, names, persons) if not case.people[one].unsafe]
    return {"unknown": mentioned.unknown(text, names), "unclear": safe}


def _unnamed(file: CaseFile, texts: object) -> list[str]:
    if not isinstance(texts, list) or not all(isinstance(text, str) and len(text) <= LONGEST for text in texts):
        raise EditError("model.error.bad_value", field="texts")
    people = file.case.people.values()
    before = ((who, role) for who, roles in file.called().items() for role in sorted(roles))
    labels = {person.id: _label(person) for person in people}
    somebody = Message("casefile.someone").text()
    unnamed = Unnamed(((person.id, person.role) for person in people), labels, somebody, before)
    return [unnamed.out_of_text(text) for text in texts]


def _label(person: Person) -> str:
    if person.circle == 0:
        return Message("model.circle.0").text()
    return Message("model.neutral", {"number": person.number}).text()


def _ids(people: list[Person] | tuple[Person, ...]) -> list[str]:
    return [person.id for person in people]


def _text(content: Content, name: str) -> str:
    value = content.get(name)
    if not isinstance(value, str) or len(value) > LONGEST:
        raise EditError("model.error.bad_value", field=name)
    return value
