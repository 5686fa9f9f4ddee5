"""Hypothesis strategies: random edits that could have come from a browser, and the cases they make."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import Case, Kind
from netwerk_widgets.model.case.letters import visible
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
NAMES = TEXTS.filter(lambda text: visible(text) or not text.strip())  # of another one nothing can be seen
SPOTS = st.floats(-500, 500, allow_nan=False)
CIRCLES = st.sampled_from((w.CENTRE, *w.CIRCLES))
DOMAINS = st.sampled_from(w.DOMAINS)
TABLES = st.dictionaries(st.sampled_from(("fear", "likely", "date")), TEXTS)
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
    "invited_by": st.sampled_from(w.INVITERS),
    "belongs": st.sampled_from(("", *w.DOMAINS)),
    "professional_asked": st.sampled_from(w.ASKED),
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


_SOMEONE = st.integers(0, 7).map(str)  # stands for a person or tie that is there, see _fit
_PLAIN = {name: PERSON_FIELDS[name] for name in PERSON_FIELDS if name not in ("role", "x", "y")}


def _rows(*parts: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.tuples(*parts), min_size=1, max_size=most).map(tuple)


def _add(kind: Kind, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Edit]:
    return st.builds(Add, kind=st.just(kind), id=IDS, fields=some_of(fields))


# Made once: building strategies costs far more than drawing from them.
_EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(
        AddPerson,
        id=IDS,
        role=TEXTS,
        circle=st.none() | CIRCLES,
        domain=st.none() | DOMAINS,
        tie=st.booleans(),
        fields=some_of(_PLAIN),
    ),
    st.builds(AddPerson, id=IDS, role=TEXTS, x=SPOTS, y=SPOTS),
    st.builds(Change, kind=st.just("info"), id=st.just("info"), fields=some_of({"question": TEXTS})),
    st.builds(Change, kind=st.just("person"), id=_SOMEONE, fields=some_of(PERSON_FIELDS)),
    st.builds(Change, kind=st.just("tie"), id=_SOMEONE, fields=some_of(TIE_FIELDS)),
    st.builds(Place, moves=_rows(_SOMEONE, SPOTS, SPOTS, most=3)),
    st.builds(
        Put,
        people=st.lists(_SOMEONE, min_size=1, max_size=3).map(tuple),
        circle=st.none() | CIRCLES,
        domain=st.none() | DOMAINS,
    ),
    st.builds(
        SetSupport,
        person=_SOMEONE,
        kind=st.sampled_from(w.SUPPORT_KINDS),
        direction=st.sampled_from(w.DIRECTIONS),
    ),
    st.builds(
        Add,
        kind=st.just("tie"),
        id=IDS,
        fields=st.fixed_dictionaries({"source": _SOMEONE, "target": _SOMEONE}, optional=TIE_FIELDS),
    ),
    _add("answer", text=TEXTS, card=TEXTS, mark=st.sampled_from(("", "a", "a b_2")), more=TABLES),
    _add("compliment", person=_SOMEONE, text=TEXTS),
    _add("step", person=_SOMEONE, text=TEXTS),
    _add("annotation", on=_SOMEONE, text=TEXTS),
    _add("group", members=_SOMEONE, name=TEXTS),
    st.builds(Remove, ids=_rows(st.sampled_from(("person", "tie")), _SOMEONE)),
)


def edits(case: Case) -> st.SearchStrategy[Edit]:
    """Edits about what is in this case; a few cannot be done, as happens."""
    return _EDITS.map(lambda edit: _fit(case, edit))


def _fit(case: Case, edit: Edit) -> Edit:
    """The edit with its stand-ins replaced by persons and ties of this case."""

    def real(kind: str, stand_in: str) -> str:
        there = sorted(case.ties if kind == "tie" else case.people)
        return there[int(stand_in) % len(there)] if there and stand_in.isdigit() else stand_in

    match edit:
        case Change(kind="person" | "tie"):
            return replace(edit, id=real(edit.kind, edit.id))
        case Place():
            return replace(edit, moves=tuple((real("person", who), x, y) for who, x, y in edit.moves))
        case Put():
            return replace(edit, people=tuple(real("person", who) for who in edit.people))
        case SetSupport():
            return replace(edit, person=real("person", edit.person))
        case Remove():
            return replace(edit, ids=tuple((kind, real(kind, identity)) for kind, identity in edit.ids))
        case Add():
            links = {name: real("person", edit.fields[name]) for name in _LINKS if name in edit.fields}
            return replace(edit, fields={**edit.fields, **links})
    return edit


_LINKS = ("source", "target", "person", "on", "members")


@st.composite
def histories(draw: st.DrawFn, *, max_edits: int = 12, centre: bool = True) -> list[tuple[Edit, Case]]:
    """Edits that were done one after another, each with the case that it made."""
    history: list[tuple[Edit, Case]] = []
    case = Case()
    if centre:
        first = AddPerson(id="ego", role=draw(NAMES), circle=w.CENTRE)
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
