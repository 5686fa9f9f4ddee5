"""What was written in a silent round, laid on the table: as answers of the case, each beside whom it names.

Nothing says who wrote it. A slip that names nobody, or somebody who cannot be told from another, lies in the list only.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from netwerk_widgets.casefile.storage.slips import Aside
from netwerk_widgets.model.case.entities import MEETING, Answer, Case
from netwerk_widgets.model.case.letters import cut
from netwerk_widgets.model.case.words import OUT_OF_SIGHT
from netwerk_widgets.model.edits import perform
from netwerk_widgets.model.edits.acts import AddPerson
from netwerk_widgets.model.names.mentions import MOST, called, names_in


def laid_open(case: Case, found: Sequence[Aside], at: str) -> Case:
    """The case with all that was written in silence, in the order in which it was shuffled.

    A person comes out of sight, on the map and not yet placed; somebody who is there already is not put there twice.
    """
    people = [one for one in found if one.kind == "person"]
    looked_for = {}
    for one in people:
        case, looked_for[one] = _looked_for(case, cut(one.text, 60))
    for one in found:
        identity = f"a{secrets.token_hex(8)}"
        about = [looked_for[one]] if looked_for.get(one) else named_in(case, one.text)
        answer = Answer(identity, card=f"{MEETING}{one.kind}", text=one.text, at=at, persons=" ".join(about))
        case = case.with_entities("answer", {identity: answer})
    return case


def named_in(case: Case, text: str) -> list[str]:
    """Who is named in a text, by any part or form of what they are called; where several may be meant, nobody.

    >>> named_in(case, "Zou Beps zus het weten?")  # doctest: +SKIP
    ['p3']
    """
    spots = names_in(case).spots(text)
    return list(dict.fromkeys(spot.people[0] for spot in spots if len(spot.people) == 1))[:MOST]


def _looked_for(case: Case, role: str) -> tuple[Case, str]:
    known = called(case, role)
    if known:  # of several who are called so nobody is chosen
        return case, known[0] if len(known) == 1 else ""
    identity = f"p{secrets.token_hex(8)}"
    asleep = AddPerson(identity, role, circle=OUT_OF_SIGHT, domain="family", fields={"sleeping": True})
    return perform(case, asleep), identity
