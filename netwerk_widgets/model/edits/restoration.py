"""Back from an earlier version: people who are called back onto the map, or the whole case as it was.

Both give the next case; whoever keeps it does so by an edit that can be undone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from netwerk_widgets.model.case.entities import INFO_ID, Case
from netwerk_widgets.model.errors import EditError


def called_back(now: Case, then: Case, people: Collection[str]) -> Case:
    """The case with these people of then, where they stood, with their ties and the compliments they gave.

    A tie comes back where both its ends stand on the map; whoever is there already stays as they are.

    >>> called_back(Case(), Case(people={"p1": Person("p1", role="oom")}), ["p1"])
    Case(people=1, ties=0)

    Raises:
        EditError: none of them was there then, or all are there now.
    """
    back = {i: then.people[i] for i in people if i in then.people and i not in now.people}
    if not back:
        raise EditError("model.error.nothing_chosen")
    case = now.with_entities("person", back)
    ties = {
        tie.id: tie
        for tie in then.ties.values()
        if {tie.source, tie.target} & set(back)
        and tie.id not in now.ties
        and {tie.source, tie.target} <= set(case.people)
    }
    said = {c.id: c for c in then.compliments.values() if c.person in back and c.id not in now.compliments}
    last = max([now.info.last_number, *(person.number for person in back.values())])
    info = replace(now.info, last_number=last)
    return case.with_entities("tie", ties).with_entities("compliment", said).with_entities("info", {INFO_ID: info})


def set_back(now: Case, then: Case) -> Case:
    """The case as it was then. Names of versions and phases of meetings stay, and no number is given out twice.

    >>> set_back(Case(people={"p1": Person("p1")}), Case())
    Case(people=0, ties=0)
    """
    info = replace(then.info, last_number=max(now.info.last_number, then.info.last_number))
    return replace(then, info=info, versions=now.versions, phases=now.phases)
