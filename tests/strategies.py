"""Hypothesis strategies: random edits that could have come from a browser, and the cases they make."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from netwerk_widgets.model import words as w
from netwerk_widgets.model.case import Case, Kind
from netwerk_widgets.model.edits import (
    Add,
    AddPerson,
    Change,
    Edit,
    Place,
    Put,
    Remove,
    SetSupport,
    perform,
)
from netwerk_widgets.model.errors import EditError

IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)
TEXTS = st.text(max_size=20)
SPOTS = st.floats(-500, 500, allow_nan=False)
CIRCLES = st.sampled_from((w.CENTRE, *w.CIRCLES))
DOMAINS = st.sampled_from(w.DOMAINS)
SUPPORT = st.dictionaries(st.sampled_from(w.SUPPORT_KINDS), st.sampled_from(w.DIRECTIONS))

PERSON_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "role": TEXTS,
    "circle": CIRCLES,
    "domain": DOMAINS,
    "x": SPOTS,
    "y": SPOTS,
    "moment": st.sampled_from(w.MOMENTS),
    "closeness": st.sampled_from((None, *w.CLOSENESS)),
    "frequency": st.sampled_from(w.FREQUENCIES),
    "age_band": st.sampled_from(w.AGE_BANDS),
    "years_known": st.none() | st.integers(0, 110),
    "notes": TEXTS,
    **dict.fromkeys(
        ("professional", "pet", "deceased", "sleeping", "left_out", "unsafe"),
        st.booleans(),
    ),
}
TIE_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "quality": st.sampled_from(w.QUALITIES),
    "weight": st.floats(1, 5),
    "label": TEXTS,
    "directed": st.booleans(),
    "moment": st.sampled_from(w.MOMENTS),
    "support": SUPPORT,
}


def some_of(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """A few of these fields with a value each."""
    return st.fixed_dictionaries({}, optional=fields)


def edits(case: Case) -> st.SearchStrategy[Edit]:
    """Edits that fit this case; a few cannot be done, as happens."""
    people, ties = sorted(case.people), sorted(case.ties)
    new: list[st.SearchStrategy[Edit]] = [
        st.builds(
            AddPerson,
            id=IDS,
            role=TEXTS,
            circle=st.none() | CIRCLES,
            domain=st.none() | DOMAINS,
            tie=st.booleans(),
            fields=some_of({name: PERSON_FIELDS[name] for name in PERSON_FIELDS if name not in ("role", "x", "y")}),
        ),
        st.builds(AddPerson, id=IDS, role=TEXTS, x=SPOTS, y=SPOTS),
        st.builds(Change, kind=st.just("info"), id=st.just("info"), fields=some_of({"question": TEXTS})),
        st.builds(Add, kind=st.just("answer"), id=IDS, fields=some_of({"text": TEXTS, "card": TEXTS})),
    ]
    if people:
        someone = st.sampled_from(people)
        new += [
            st.builds(Change, kind=st.just("person"), id=someone, fields=some_of(PERSON_FIELDS)),
            st.builds(Place, moves=st.lists(st.tuples(someone, SPOTS, SPOTS), min_size=1, max_size=3).map(tuple)),
            st.builds(
                Put,
                people=st.lists(someone, min_size=1, max_size=3).map(tuple),
                circle=st.none() | CIRCLES,
                domain=st.none() | DOMAINS,
            ),
            st.builds(
                SetSupport,
                person=someone,
                kind=st.sampled_from(w.SUPPORT_KINDS),
                direction=st.sampled_from(w.DIRECTIONS),
            ),
            st.builds(
                Add, kind=st.just("tie"), id=IDS, fields=some_of(TIE_FIELDS | {"source": someone, "target": someone})
            ),
            st.builds(Add, kind=st.just("compliment"), id=IDS, fields=some_of({"person": someone, "text": TEXTS})),
            st.builds(Add, kind=st.just("step"), id=IDS, fields=some_of({"person": someone, "text": TEXTS})),
            st.builds(Add, kind=st.just("annotation"), id=IDS, fields=some_of({"on": someone, "text": TEXTS})),
            st.builds(Remove, ids=st.lists(_pair("person", someone), min_size=1, max_size=2).map(tuple)),
        ]
    if ties:
        tie = st.sampled_from(ties)
        new += [
            st.builds(Change, kind=st.just("tie"), id=tie, fields=some_of(TIE_FIELDS)),
            st.builds(Remove, ids=st.lists(_pair("tie", tie), min_size=1, max_size=2).map(tuple)),
        ]
    return st.one_of(new)


def _pair(kind: Kind, identity: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Kind, str]]:
    return st.tuples(st.just(kind), identity)


@st.composite
def histories(draw: st.DrawFn, *, max_edits: int = 12, centre: bool = True) -> list[tuple[Edit, Case]]:
    """Edits that were done one after another, each with the case that it made."""
    history: list[tuple[Edit, Case]] = []
    case = Case()
    if centre:
        first = AddPerson(id="ego", role=draw(TEXTS), circle=w.CENTRE)
        case = perform(case, first)
        history.append((first, case))
    for _ in range(draw(st.integers(0, max_edits))):
        edit = draw(edits(case))
        try:
            case = perform(case, edit)
        except EditError:
            continue
        history.append((edit, case))
    return history


def cases(*, max_edits: int = 12) -> st.SearchStrategy[Case]:
    """Cases that edits could have made."""
    return histories(max_edits=max_edits).map(lambda history: history[-1][1])
