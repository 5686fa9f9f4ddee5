"""An edit in a sentence, for the history and for undo ("tante verplaatst")."""

from __future__ import annotations

from typing import TypeAlias

from netwerk_widgets.locale import Message, Someone
from netwerk_widgets.model.cards.pile import Laid, laid
from netwerk_widgets.model.case.entities import Case, Kind, Person
from netwerk_widgets.model.edits import acts


def describe(case: Case, edit: acts.Edit) -> Message:
    """The edit in a sentence.

    Args:
        case: one in which what the edit is about still, or already, exists: the case before a
            :class:`Remove`, the case after any other edit.
        edit: the edit that was done.
    """
    match edit:
        case acts.AddPerson():
            return Message("model.edit.add_person", {"who": Someone(edit.id, edit.role.strip())})
        case acts.Add():
            done = _laid(case, edit.kind, edit.id) or "add"
            return Message(f"model.edit.{done}", {"what": _what(case, edit.kind, edit.id)})
        case acts.Change():
            return Message("model.edit.change", {"what": _what(case, edit.kind, edit.id)})
        case acts.ChangePeople():
            return Message("model.edit.change", {"what": [someone(case, identity) for identity in edit.people]})
        case acts.Remove():
            return Message("model.edit.remove", {"what": [_what(case, kind, identity) for kind, identity in edit.ids]})
        case acts.Place() | acts.Put() | acts.Connect() | acts.Copy():
            return Message(f"model.edit.{_deed(edit)}", {"who": [someone(case, one) for one in _whom(edit)]})
        case acts.SetSupport():
            return Message("model.edit.set_support", {"who": someone(case, edit.person)})
        case acts.Name():
            return Message("model.edit.change", {"what": _what(case, "answer", edit.answer)})


_Several: TypeAlias = acts.Place | acts.Put | acts.Connect | acts.Copy


def _deed(edit: _Several) -> str:
    if isinstance(edit, acts.Place | acts.Put):
        return "wish" if edit.wished else "place"
    return edit.name


def _whom(edit: _Several) -> list[str]:
    match edit:
        case acts.Place():
            return [move[0] for move in edit.moves]
        case acts.Copy():
            return [old for old, _ in edit.copies]
        case acts.Connect(hub=hub) if hub:
            return list(dict.fromkeys([hub, *edit.people]))
    return list(edit.people)


def someone(case: Case, identity: str) -> Someone:
    """A person to name in a sentence, by role; a person without a role goes by their number."""
    person = case.people.get(identity)
    return named(person) if person else Someone(identity, "?")


def named(person: Person) -> Someone:
    """The same, of a person who is at hand."""
    return Someone(person.id, person.role or Message("model.somebody", {"number": person.number}).text())


def _what(case: Case, kind: Kind, identity: str) -> Message | Someone:
    if kind == "person":
        return someone(case, identity)
    tie = case.ties.get(identity) if kind == "tie" else None
    if tie is not None:
        return Message("model.tie_between", {"who": [someone(case, tie.source), someone(case, tie.target)]})
    return Message(f"model.kind.{_laid(case, kind, identity) or kind}")


def _laid(case: Case, kind: Kind, identity: str) -> Laid | None:
    answer = case.answers.get(identity) if kind == "answer" else None
    return None if answer is None else laid(answer)
