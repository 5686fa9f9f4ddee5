"""What was written in a silent round, laid on the table: as answers of the case, each beside whom it names.

Nothing says who wrote it. A slip that names nobody, or somebody who cannot be told from another, lies in the list only.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from netwerk_widgets.casefile.aside import Aside
from netwerk_widgets.model.acts import AddPerson
from netwerk_widgets.model.case import MEETING, Answer, Case
from netwerk_widgets.model.edits import perform
from netwerk_widgets.model.words import OUT_OF_SIGHT

_MOST = 30


def laid_open(case: Case, found: Sequence[Aside], at: str) -> Case:
    """The case with all that was written in silence, in the order in which it was shuffled.

    A person comes out of sight, on the map and not yet placed; somebody who is there already is not put there twice.
    """
    people = [one for one in found if one.kind == "person"]
    looked_for = {}
    for one in people:
        case, looked_for[one] = _looked_for(case, one.text[:60])
    for one in found:
        identity = f"a{secrets.token_hex(8)}"
        about = [looked_for[one]] if one in looked_for else named_in(case, one.text)
        answer = Answer(identity, card=f"{MEETING}{one.kind}", text=one.text, at=at, persons=" ".join(about))
        case = case.with_entities("answer", {identity: answer})
    return case


def named_in(case: Case, text: str) -> list[str]:
    """Who is named in a text: by the whole role, the longest that fits; of two with one role neither.

    >>> named_in(case, "Zou oma Bep het weten?")  # doctest: +SKIP
    ['p3']
    """
    roles: dict[str, list[str]] = {}
    for person in case.people.values():
        if role := person.role.strip().casefold():
            roles.setdefault(role, []).append(person.id)
    if not roles:
        return []
    longest = sorted(map(re.escape, roles), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(longest)})s?(?!\w)")
    found = dict.fromkeys(role for role in pattern.findall(text.casefold()))
    return [roles[role][0] for role in found if len(roles[role]) == 1][:_MOST]


def _looked_for(case: Case, role: str) -> tuple[Case, str]:
    known = next((p.id for p in case.people.values() if p.role.casefold() == role.casefold()), "")
    if known:
        return case, known
    identity = f"p{secrets.token_hex(8)}"
    asleep = AddPerson(identity, role, circle=OUT_OF_SIGHT, domain="family", fields={"sleeping": True})
    return perform(case, asleep), identity
