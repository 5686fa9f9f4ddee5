"""The practice cases as material: dignified networks that nobody is harmed by, and conversations with more than one way on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.exchange.cards import read_deck
from netwerk_widgets.exchange.content import (
    SOURCE,
    data_folder,
    practice_case,
    practice_conversations,
    practice_name,
)
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.locale import LANGUAGES, Message, Someone, said
from netwerk_widgets.model.cards.board import Part
from netwerk_widgets.model.cards.occasions import PRAISED, called_for
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.case.geometry import RADII, circle_at, domain_at
from netwerk_widgets.model.edits import perform, read_edit
from netwerk_widgets.model.lenses import LOOKS, NEARNESS, look
from netwerk_widgets.model.names.privacy import warnings

FOLDER = data_folder() / "practice"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
ALL = [(name, language) for name in NAMES for language in LANGUAGES]
DECK = read_deck(own=Path(__file__).parent / "nowhere").deck

PUSHING = re.compile(
    r"\b(je|u|hij|zij|ze) moet\b|\bmotiveren\b|\beigen regie\b|\bhulpvraag\b|\binterventie|\bcasus|\bcliënt"
    r"|\b(you|he|she) (must|should)\b|\bintervention|\bempower",
    re.IGNORECASE,
)


def named(value: Any) -> Iterator[str]:
    """The ids of everybody whom a message names."""
    if isinstance(value, Someone):
        yield value.id
    elif isinstance(value, Message):
        for inner in value.params.values():
            yield from named(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from named(inner)


def texts(part: Part, language: str) -> list[str]:
    return [
        said(part.titles, language),
        said(part.texts, language),
        part.prompts[language],
        *said(part.thoughts, language),
    ]


def praised(case: Case, person: str) -> Case:
    """The case in which somebody was praised often enough to call for a card."""
    for number in range(PRAISED):
        said = {"edit": "add", "kind": "compliment", "id": f"x{number}", "fields": {"person": person, "text": "Mooi."}}
        case = perform(case, read_edit(said))
    return case


@pytest.mark.parametrize(("name", "language"), ALL)
def test_everybody_stands_within_the_map(name: str, language: str) -> None:
    case = practice_case(name, language)
    assert 9 <= len(case.people) <= 18
    for person in case.people.values():
        x, y = person.x, person.y
        if person.circle:
            assert (person.circle, person.domain) == (circle_at(x, y), domain_at(x, y))
            assert x**2 + y**2 <= (RADII[4] - 12) ** 2
    for tie in case.ties.values():
        assert {tie.source, tie.target} <= set(case.people)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_has_what_there_is_to_practise_on(name: str) -> None:
    case = practice_case(name, "nl")
    people = list(case.people.values())
    assert any(p.left_out and p.left_out_by and p.left_out_why for p in people) or name == "mo"
    assert any(p.valued_role for p in people)
    assert any(p.closeness is not None and p.circle and abs(NEARNESS[p.circle] - p.closeness) > 1 for p in people)
    assert any(tie.quality in ("strained", "broken", "weak") for tie in case.ties.values())
    assert len({one.at for one in case.compliments.values()}) > 1, "good words from more than one conversation"
    assert any(support == "given" for tie in case.ties.values() for _, support in tie.support)


@pytest.mark.parametrize(("name", "language"), ALL)
def test_nobody_unsafe_is_ever_proposed(name: str, language: str) -> None:
    case = practice_case(name, language)
    unsafe = {person.id for person in case.people.values() if person.unsafe}
    assert all(case.people[one].unsafe_why for one in unsafe)
    assert not unsafe & {one.person for one in case.compliments.values()}
    for one in [*unsafe, ""]:
        seen = praised(case, one) if one else case
        for lens in LOOKS:
            view = look(lens, seen)
            assert not unsafe & {*named(view.sentence), *named(view.question)}
        for offer in called_for(seen, DECK):
            assert not unsafe & {*offer.people, *named(offer.reason)}


def test_one_case_is_about_a_network_that_does_harm_and_one_has_two_homes() -> None:
    unsafe = [person for person in practice_case("stef", "nl").people.values() if person.unsafe]
    assert len(unsafe) > 1
    assert any(person.circle == 1 for person in unsafe), "close by is not the same as safe"
    two = practice_case("noor", "nl")
    assert two.info.centre_kind == "two_homes"
    assert [person.role for person in two.centre] == ["Noor", "Sem"]
    assert {person.home for person in two.people.values()} == {0, 1, 2}
    assert "Noor en Sem" in look("you_give", two).sentence.text("nl")


def test_mo_is_a_mother_of_two() -> None:
    mo = practice_case("mo", "nl")
    assert {"zoon", "dochter"} <= {person.role for person in mo.people.values()}


@pytest.mark.parametrize(("name", "language"), ALL)
def test_conversations_are_complete(name: str, language: str) -> None:
    board = practice_conversations(name)
    assert board.id == f"practice_{name}"
    assert said(board.titles, language)
    assert len(board.parts) in (3, 4)
    for part in board.parts:
        assert part.kind == "exercise"
        assert len(said(part.thoughts, language)) in (2, 3)
        assert len(set(said(part.thoughts, language))) == len(said(part.thoughts, language))
        assert part.prompts[language].endswith("?")
        talk, halt = said(part.texts, language).split("\n\n")
        assert len(talk.splitlines()) >= 2
        assert all(": " in line for line in talk.splitlines())
        assert halt
        for text in texts(part, language):
            assert not warnings(text), text
            assert not PUSHING.search(text), text
    both = practice_conversations(name).parts
    assert all(set(part.texts) == set(part.thoughts) == set(LANGUAGES) for part in both)
    assert all(said(part.texts, "nl") != said(part.texts, "en") for part in both)


@pytest.mark.parametrize("name", NAMES)
def test_no_answer_is_called_right(name: str) -> None:
    for part in practice_conversations(name).parts:
        for language in LANGUAGES:
            thought = " ".join(said(part.thoughts, language)).lower()
            assert not re.search(r"\b(het juiste|het goede antwoord|correct|the right answer|best answer)\b", thought)


@pytest.mark.parametrize(("name", "language"), ALL)
def test_nobody_has_a_surname(name: str, language: str) -> None:
    """A role is words; a name in the middle of a case is one word."""
    case = practice_case(name, language)
    for person in case.people.values():
        capitals = [word for word in re.findall(r"[\w']+", person.role) if word[0].isupper()]
        assert len(capitals) <= 1 or language == "en", person.role
        assert not re.search(r"\b[A-Z][a-z]+ (van |de |der |den )*[A-Z][a-z]+", person.role), person.role
    for member in case.centre:
        assert len(member.role.split()) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_case_knows_which_practice_case_it_was(name: str) -> None:
    case = practice_case(name)
    assert case.info.source == f"{SOURCE}{name}"
    assert practice_name(case) == name
    assert practice_name(Case()) == ""


def test_a_copy_that_is_kept_as_an_own_case_still_knows_it(tmp_path: Path) -> None:
    """What was written at the conversations goes along, so where it belongs must go along too."""
    desk = Desk(Shelf(tmp_path))
    practice = desk.begin_practice(practice_case("jaap", "nl"))
    answer = {"card": "practice_jaap.pan", "text": "Ik zou vragen voor wie hij kookt."}
    practice.apply(read_edit({"edit": "add", "kind": "answer", "id": "a1", "fields": answer}))
    assert [entry.source for entry in desk.shelf.list()] == ["practice/jaap"]
    own = desk.save_as_own("vier natte laarzen")
    assert not own.case.info.practice
    assert practice_name(own.case) == "jaap"
    assert own.case.answers["a1"].card == practice_conversations("jaap").card("pan")
    sources = {entry.code: entry.source for entry in desk.shelf.list()}
    assert sources[own.code] == "", "what an own case is about is not noted outside it"
    desk.close()


def edited(change: Callable[[Any], object]) -> str:
    data = json.loads((FOLDER / "mo.json").read_text(encoding="utf-8"))
    change(data["conversations"])
    return json.dumps(data)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda c: c.clear(), "conversations"),
        (lambda c: c.append("talk"), "conversations"),
        (lambda c: c[0].update(id="A b"), "conversations[1].id"),
        (lambda c: c[1].update(id="kitchen"), "conversations[2].id"),
        (lambda c: c[0].pop("ask"), "conversations[1].ask"),
        (lambda c: c[0].update(answer="this one"), "conversations[1].answer"),
        (lambda c: c[0].update(when="12 maart"), "conversations[1].when"),
        (lambda c: c[0]["halt"].pop("en"), "conversations[1].halt"),
        (lambda c: c[0].update(lines={}), "conversations[1].lines"),
        (lambda c: c[0].update(lines=c[0]["lines"][:1]), "conversations[1].lines"),
        (lambda c: c[0]["lines"].append("Mo: ja"), "conversations[1].lines[7]"),
        (lambda c: c[0]["lines"][1].update(who="nobody"), "conversations[1].lines[2].who"),
        (lambda c: c[0]["lines"][1].update(words={"nl": "Nee."}), "conversations[1].lines[2].words"),
        (lambda c: c[0].update(thoughts=c[0]["thoughts"][:1]), "conversations[1].thoughts"),
        (lambda c: c[0]["thoughts"][1].update(nl=" "), "conversations[1].thoughts[2]"),
    ],
)
def test_a_conversation_that_does_not_fit_is_named_with_its_field(tmp_path: Path, change: Any, where: str) -> None:
    (tmp_path / "practice").mkdir()
    (tmp_path / "practice" / "own.json").write_text(edited(change), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        practice_conversations("own", folder=tmp_path)
    for language in LANGUAGES:
        assert "own.json" in caught.value.message.text(language)
        assert f" {where} " in caught.value.message.text(language).replace(",", " ")
