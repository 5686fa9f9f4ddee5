"""How each edit is done: pure functions from a case and an act to the next case.

What no edit may break, and every one of them keeps (``tests/model/edits/test_edits.py``): a person's place lies
in the circle and sector that are written of them, both ends of a tie are in the case, and somebody is in the middle.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from netwerk_widgets.model.case import fields as f
from netwerk_widgets.model.case import words as w
from netwerk_widgets.model.case.entities import ENTITIES, INFO_ID, Answer, Case, Entity, Kind, Person, Step, Tie
from netwerk_widgets.model.case.geometry import circle_at, domain_at, spot
from netwerk_widgets.model.case.groups import Group, seen_to, without
from netwerk_widgets.model.case.letters import named
from netwerk_widgets.model.case.placement import settled, standing, wished
from netwerk_widgets.model.case.wishes import wished_in
from netwerk_widgets.model.edits import acts
from netwerk_widgets.model.edits.several import connected, copied, in_a_row, next_id
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.model.names.mentions import answered, with_named

T = TypeVar("T")

_OWN = {"person": {"number"}, "info": {"last_number", "practice", "code", "own"}}
"""Fields that only the program itself sets, by kind."""

_NAME: Mapping[str, str] = {"person": "role", "version": "name", "group": "name"}
"""By which field something is called; it is refused where nothing of it can be seen."""

_WHERE = ("circle", "domain")


def perform(case: Case, edit: acts.Edit) -> Case:
    """The case after this edit.

    Raises:
        EditError: the edit cannot be done; ``case`` stands as it was.
    """
    try:
        return _come_in(case, _settled(case, _DONE[type(edit)](case, edit)))
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError):
        # An act made by hand may hold anything; the reader of a browser's message checks shapes before.
        raise EditError("model.error.unknown_edit") from None


def _settled(before: Case, case: Case) -> Case:
    """The case in which what follows for people from where they were put is said of them, whatever edit put them there."""
    if case.people is before.people:
        return case
    found = {
        identity: after
        for identity, person in case.people.items()
        if person is not (old := before.people.get(identity)) and (after := settled(old, person)) is not person
    }
    return case.with_entities("person", found) if found else case


def _add_person(case: Case, edit: acts.AddPerson) -> Case:
    identity = _free_id(case, "person", edit.id)
    number = case.info.last_number + 1
    if edit.x is not None and edit.y is not None:
        where = standing(edit.x, edit.y)
    else:
        circle = _one_of(edit.circle, (w.CENTRE, *w.CIRCLES), 3)
        domain = _one_of(edit.domain, w.DOMAINS, "family")
        where = _spot(case, circle, domain)
    own = {"professional": where["domain"] == w.PROFESSIONALS} | _checked("person", edit.fields)
    for name in ("x", "y", *_WHERE):
        own.pop(name, None)  # the act itself says where
    called = f.read(Person, {"role": named(edit.role)})
    person = Person(**{**called, **where, **own, "id": identity, "number": number})
    info = replace(case.info, **f.read(type(case.info), {"last_number": number}))
    case = case.with_entities("info", {INFO_ID: info}).with_entities("person", {identity: person})
    return _tied(case, person) if edit.tie else case


def _tied(case: Case, person: Person) -> Case:
    """The case in which somebody within sight has a tie with the centre, as others have."""
    middle = [member.id for member in case.centre]
    if person.circle not in (1, 2, 3) or not middle or case.tie_with_centre(person.id):
        return case
    tie = Tie(id=next_id(case.ties, f"t{person.id}"), source=middle[0], target=person.id, moment=person.moment)
    return case.with_entities("tie", {tie.id: tie})


def _come_in(before: Case, case: Case) -> Case:
    """The case in which whoever came in from out of sight has the tie that they would have got when they were added."""
    for identity, person in case.people.items() if case.people is not before.people else ():
        old = before.people.get(identity)
        if old is not person and old is not None and old.circle == w.OUT_OF_SIGHT:
            case = _tied(case, person)
    return case


def _add(case: Case, edit: acts.Add) -> Case:
    if edit.kind not in ENTITIES or edit.kind in ("person", "info"):
        raise EditError("model.error.bad_value", field="kind")
    identity = _free_id(case, edit.kind, edit.id)
    values = _with_table((), _checked(edit.kind, edit.fields))
    if edit.kind == "answer":
        values = answered(case, Answer(identity), values)
    entity = ENTITIES[edit.kind](id=identity, **values)
    if edit.beside is not None and isinstance(entity, Answer) and _there(case, entity) - set(edit.beside):
        raise EditError("model.error.overtaken")
    return case.with_entities(edit.kind, {identity: _linked(case, entity)})


def _there(case: Case, answer: Answer) -> set[str]:
    """Who answers in the same place: to the same card, about the same case."""

    def place(one: Answer) -> tuple[str, str]:
        return one.card, dict(one.more).get("case", "")

    return {one.id for one in case.answers.values() if place(one) == place(answer)}


def _change(case: Case, edit: acts.Change) -> Case:
    if edit.kind not in ENTITIES:
        raise EditError("model.error.bad_value", field="kind")
    entity = case.get(edit.kind, edit.id)
    values = _checked(edit.kind, edit.fields)
    if edit.was and not (_holds(entity, edit.kind, edit.was) or _holds(entity, edit.kind, edit.fields)):
        raise EditError("model.error.overtaken")
    if isinstance(entity, Person):
        if entity.circle == w.CENTRE and values.get("circle", w.CENTRE) != w.CENTRE:
            _keep_a_centre(case, {entity.id})
        values |= _where(case, entity, values)
    if isinstance(entity, Answer):
        values = answered(case, entity, _with_table(entity.more, values))
    changed = _linked(case, replace(entity, **values))
    return case if changed == entity else case.with_entities(edit.kind, {edit.id: changed})


def _holds(entity: Entity, kind: Kind, texts: Mapping[str, Any]) -> bool:
    """Whether these texts stand in its fields: to write them there would change nothing."""
    values = _checked(kind, texts)
    if isinstance(entity, Answer):
        values = _with_table(entity.more, values)
    return replace(entity, **values) == entity


def _change_people(case: Case, edit: acts.ChangePeople) -> Case:
    for identity in _some(edit.people):
        case = _change(case, acts.Change("person", identity, edit.fields))
    return case


def _with_table(old: tuple[tuple[str, str], ...], values: dict[str, Any]) -> dict[str, Any]:
    """The values with the rest of an answer's table: two people who fill in two texts of a row keep both."""
    return values | f.read(Answer, {"more": f.merged(old, values["more"])}) if "more" in values else values


def _where(case: Case, person: Person, values: Mapping[str, Any]) -> dict[str, Any]:
    """What follows for the place of a person who gets these values, so that place and words agree."""
    x, y = values.get("x", person.x), values.get("y", person.y)
    circle, domain = values.get("circle", person.circle), values.get("domain", person.domain)
    if (circle, domain) != (person.circle, person.domain):
        if circle != w.CENTRE and (circle_at(x, y), domain_at(x, y)) == (circle, domain):
            return {}
        return _spot(case, circle, domain, but=person.id)
    if (x, y) != (person.x, person.y):
        return standing(x, y, person)
    return {}


def _remove(case: Case, edit: acts.Remove) -> Case:
    gone: dict[Kind, dict[str, Entity | None]] = {}
    for kind, identity in _some(edit.ids):
        if kind not in ENTITIES or kind == "info":
            raise EditError("model.error.bad_value", field="kind")
        case.get(kind, identity)
        gone.setdefault(kind, {})[identity] = None
        if kind == "person":
            gone.setdefault("tie", {}).update({tie.id: None for tie in case.ties_of(identity)})
            gone.setdefault("compliment", {}).update(
                {c.id: None for c in case.compliments.values() if c.person == identity}
            )
    people = set(gone.get("person", {}))
    _keep_a_centre(case, people)
    everything = {identity for entities in gone.values() for identity in entities}
    pinned: dict[str, Entity | None] = {a.id: None for a in case.annotations.values() if a.on in everything}
    notes = gone.setdefault("annotation", {})
    notes |= pinned
    notes |= {a.id: None for a in case.annotations.values() if a.reply in notes}
    for kind, entities in gone.items():
        if entities:
            case = case.with_entities(kind, entities)
    return _unlink(case, people) if people else case


def _unlink(case: Case, people: set[str]) -> Case:
    """The case in which small steps, answers and groups no longer point at people who have gone."""
    steps: dict[str, Step] = {s.id: replace(s, person="") for s in case.steps.values() if s.person in people}
    answers: dict[str, Answer] = {}
    for answer in case.answers.values():
        named = answer.persons.split()
        if people & set(named):
            answers[answer.id] = replace(answer, persons=" ".join(one for one in named if one not in people))
    groups: dict[str, Entity | None] = {}
    for group in case.groups.values():
        if people & set(group.members.split()):
            left = without(group.members, people)
            groups[group.id] = replace(group, members=left) if left else None
    if groups:
        case = case.with_entities("group", groups)
    if steps:
        case = case.with_entities("step", steps)
    return case.with_entities("answer", answers) if answers else case


def _place(case: Case, edit: acts.Place) -> Case:
    placed = wished if edit.wished else standing
    moved: dict[str, Entity | None] = {}
    for identity, x, y in _some(edit.moves):
        person = _person(case, identity)
        moved[identity] = replace(person, **placed(x, y, person))
    return case.with_entities("person", moved)


def _put(case: Case, edit: acts.Put) -> Case:
    if edit.domain is None and edit.circle in w.CIRCLES and len(edit.people) > 1:
        return in_a_row(case, edit.people, edit.circle, wish=edit.wished)
    for identity in _some(edit.people):
        person = _person(case, identity)
        if edit.wished:
            case = case.with_entities("person", {identity: wished_in(case, person, edit.circle, edit.domain)})
            continue
        circle = _one_of(edit.circle, (w.CENTRE, *w.CIRCLES), person.circle)
        domain = _one_of(edit.domain, w.DOMAINS, person.domain)
        if (circle, domain) == (person.circle, person.domain):
            continue
        if person.circle == w.CENTRE and circle != w.CENTRE:
            _keep_a_centre(case, {identity})
        put = replace(person, **_spot(case, circle, domain, but=identity))
        case = case.with_entities("person", {identity: put})
    return case


def _spot(case: Case, circle: int, domain: w.Domain, but: str = "") -> dict[str, Any]:
    """A free place in this circle and sector, as fields of a person."""
    taken = [(person.x, person.y) for person in case.people.values() if person.id != but]
    x, y = spot(circle, domain, taken)
    return {"x": x, "y": y, "circle": circle, "domain": domain}


def _set_support(case: Case, edit: acts.SetSupport) -> Case:
    person = _person(case, edit.person)
    kind = _one_of(edit.kind, w.SUPPORT_KINDS, None)
    direction = _one_of(edit.direction, w.DIRECTIONS, None)
    centre = [member.id for member in case.centre]
    if person.id in centre or not centre:
        raise EditError("model.error.centre_support")
    tie = case.tie_with_centre(person.id)
    if tie is None:
        tie = Tie(id=next_id(case.ties, f"t{person.id}"), source=centre[0], target=person.id, moment=person.moment)
    if tie.target in centre:
        direction = w.TURNED.get(direction, direction)
    table = dict(tie.support) | {kind: direction}
    changed = replace(tie, **f.read(Tie, {"support": {k: v for k, v in table.items() if v != "not_asked"}}))
    return case if case.ties.get(tie.id) == changed else case.with_entities("tie", {tie.id: changed})


def _linked(case: Case, entity: Entity) -> Entity:
    """The entity, once what it points at is seen to exist; a tie with the centre begins there."""
    if isinstance(entity, Tie):
        ends = [_person(case, entity.source), _person(case, entity.target)]
        if entity.source == entity.target:
            raise EditError("model.error.tie_to_self")
        if ends[1].circle == w.CENTRE and ends[0].circle != w.CENTRE and not entity.directed:
            return _turned(entity)
    if isinstance(entity, Group):
        return seen_to(entity, case.people)
    target = getattr(entity, "person", "")
    if target:
        _person(case, target)
    return entity


def _turned(tie: Tie) -> Tie:
    """The same tie read from its other end: what one end gives, the other receives."""
    support = tuple((kind, w.TURNED.get(direction, direction)) for kind, direction in tie.support)
    return replace(tie, source=tie.target, target=tie.source, support=support)


def _keep_a_centre(case: Case, leaving: set[str]) -> None:
    if case.centre and leaving and not [member for member in case.centre if member.id not in leaving]:
        raise EditError("model.error.last_centre")


def _person(case: Case, identity: str) -> Person:
    return cast("Person", case.get("person", identity))


def _some(items: tuple[T, ...]) -> tuple[T, ...]:
    if not items:
        raise EditError("model.error.nothing_chosen")
    return items


def _checked(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Fields from outside, read strictly; those that only the program sets are refused."""
    own = _OWN.get(kind, set()) & set(values)
    if own:
        raise EditError("model.error.unknown_field", field=min(own))
    read, name = f.read(ENTITIES[kind], values), _NAME.get(kind, "")
    return read | {name: named(values[name])} if name in read else read


def _free_id(case: Case, kind: Kind, identity: str) -> str:
    if f.identifier(identity) in case.collection(kind):
        raise EditError("model.error.id_taken")
    return identity


def _one_of(value: Any, options: tuple[Any, ...], default: Any) -> Any:
    if value is None and default is not None:
        return default
    if isinstance(value, bool) or value not in options:
        raise EditError("model.error.bad_value", field=str(value)[:40])
    return options[options.index(value)]


_DONE: Mapping[type[acts.Edit], Callable[[Case, Any], Case]] = {
    acts.AddPerson: _add_person,
    acts.Add: _add,
    acts.Change: _change,
    acts.ChangePeople: _change_people,
    acts.Remove: _remove,
    acts.Place: _place,
    acts.Put: _put,
    acts.Connect: connected,
    acts.Copy: copied,
    acts.SetSupport: _set_support,
    acts.Name: with_named,
}
