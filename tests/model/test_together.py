"""What a client who looks along may see of a case: decided field by field, and nothing by accident."""

import dataclasses

from hypothesis import given

from netwerk_widgets.model.case.entities import ENTITIES, Annotation, Answer, Case, Info, PhaseMark, Stroke, Version
from netwerk_widgets.model.edits.changes import Change, apply, diff
from netwerk_widgets.model.together import SEEN, case_for_client, changes_for_client, for_client
from tests.strategies import cases

SECRET = "GEHEIM"
FOR_THE_CLIENT = {
    "info": {"code"},
    "person": {
        "role",
        "organisation",
        "valued_role",
        "frequency",
        "age_band",
        "invited_by",
        "belongs",
        "professional_asked",
    },
    "tie": {"source", "target", "label"},
    "group": {"name", "members"},
    "version": {"at"},
    "compliment": {"person", "text", "at", "card"},
    "answer": {"card", "text", "mark", "more", "at", "persons"},
    "step": {"text", "person", "by", "outcome"},
}
"""Every text that stays, by hand: what is not here must be gone."""


def planted(kind):
    """An entity of this kind with the marked word in each text that it has."""
    entity = ENTITIES[kind]
    texts = {spec.name: SECRET for spec in dataclasses.fields(entity) if spec.default == "" and spec.name != "id"}
    return entity(id="x1", **texts)


def texts_of(entity):
    found = dataclasses.asdict(entity).items()
    return {name for name, value in found if isinstance(value, str) and SECRET in value}


def test_of_every_kind_only_these_texts_stay():
    for kind in ENTITIES:
        left = for_client(kind, planted(kind), lambda _card: True)
        stays = texts_of(left) if left is not None else set()
        more = stays - FOR_THE_CLIENT.get(kind, set())
        assert not more, (
            f"the client would see {sorted(more)} of a {kind}: hide it in model/together.py, or say it here"
        )
        assert (left is None) == (kind not in SEEN), kind
        assert for_client(kind, planted(kind), lambda _card: False) is None or kind != "answer"


NOT_SEEN = {
    "info": "question source story",
    "person": "left_out_by left_out_why notes unsafe_why",
    "tie": "notes",
    "version": "name",
}
"""What of a kind that the client sees is kept from them."""


def test_every_field_was_decided():
    """Also a mark or a number: one that nobody decided about is not in sight."""
    for kind, seen in SEEN.items():
        kept = {spec.name for spec in dataclasses.fields(ENTITIES[kind])} - seen
        assert kept == set(NOT_SEEN.get(kind, "").split()), f"{kind}: say of it in SEEN (model/together.py) or here"


def test_an_answer_stays_only_where_its_card_is_the_clients():
    case = Case(
        info=Info(story=SECRET, question=SECRET),
        answers={one: Answer(one, card=one, text=one) for one in ("facts", "meeting")},
        annotations={"n": Annotation("n", text=SECRET)},
        strokes={"s": Stroke("s", points="0,0 1,1", author="AB")},
        phases={"f": PhaseMark("f")},
        versions={"v": Version("v", SECRET, 3, "2026-01-01")},
    )
    seen = case_for_client(case, lambda card: card == "facts")
    assert list(seen.answers) == ["facts"]
    assert (seen.annotations, seen.strokes, seen.phases) == ({}, {}, {})
    assert seen.versions == {"v": Version("v", "", 3, "2026-01-01")}
    assert (seen.info.story, seen.info.question) == ("", "")


@given(cases(), cases())
def test_the_changes_lead_from_what_the_client_saw_to_what_they_see(before, after):
    told = changes_for_client(diff(before, after), lambda card: len(card) % 2 == 0)
    first, then = (case_for_client(case, lambda card: len(card) % 2 == 0) for case in (before, after))
    assert apply(first, told) == then


def test_what_alters_nothing_for_the_client_is_not_told():
    note = Annotation("n", text=SECRET)
    assert changes_for_client([Change("annotation", "n", None, note)], lambda _card: True) == ()
