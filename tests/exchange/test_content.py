"""Practice cases: what came with the program is whole, and a file that does not fit is named with its field."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from netwerk_widgets import locale
from netwerk_widgets.exchange.content import data_folder, practice_case, practice_cases
from netwerk_widgets.exchange.errors import ContentError
from netwerk_widgets.model.case.entities import decode, encode
from netwerk_widgets.model.lenses import LOOKS, look
from netwerk_widgets.model.names.privacy import warnings

NAMES = sorted(path.stem for path in (data_folder() / "practice").glob("*.json"))


def test_there_are_practice_cases_with_a_title() -> None:
    assert {"mo", "jay", "hanna", "jaap", "farid", "stef", "noor"} <= set(practice_cases())
    for told in practice_cases().values():
        assert told.title
        assert len(re.findall(r"[.!?]'?(?: |$)", told.about)) == 2, told.about


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_practice_case_is_such_as_the_model_makes(name: str, language: str) -> None:
    case = practice_case(name, language)
    for kind, entities in (("person", case.people), ("tie", case.ties)):
        for entity in entities.values():
            assert decode(kind, encode(entity)) == entity  # type: ignore[arg-type]
    assert case.info.story
    assert case.info.question
    assert [person.number for person in case.people.values()] == list(range(1, case.info.last_number + 1))


@pytest.mark.parametrize("name", NAMES)
def test_nobody_in_a_practice_case_hides_another(name: str) -> None:
    people = list(practice_case(name).people.values())
    near = [
        (a.role, b.role) for i, a in enumerate(people) for b in people[:i] if math.dist((a.x, a.y), (b.x, b.y)) < 60
    ]
    assert not near


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_tell_the_same_network(name: str) -> None:
    dutch, english = practice_case(name, "nl"), practice_case(name, "en")
    assert [(p.id, p.x, p.y) for p in dutch.people.values()] == [(p.id, p.x, p.y) for p in english.people.values()]
    assert dict(dutch.ties) == dict(english.ties)
    assert dutch.info.story != english.info.story


@pytest.mark.parametrize("name", NAMES)
def test_a_practice_case_shows_what_it_is_for(name: str) -> None:
    case = practice_case(name, "nl")
    people = case.people.values()
    assert any(p.professional for p in people)
    assert any(p.sleeping for p in people)
    assert any(p.moment != "now" for p in people)
    assert any(len(tie.support) < 5 for tie in case.ties.values() if tie.support)
    assert look("drawn_said", case).sentence.key.startswith("lenses.drawn_said.")
    texts = [getattr(p, field) for p in people for field in ("role", "notes", "unsafe_why", "left_out_why")]
    texts += [one.text for one in case.compliments.values()]
    assert not [text for text in (*texts, case.info.story) if warnings(text)]
    for lens in LOOKS:
        assert look(lens, case).sentence.text("nl").endswith(".")


def test_mo_shows_every_lens() -> None:
    case = practice_case("mo", "nl")
    assert look("without_us", case).sentence.text("nl") == (
        "Zonder wijkteam en begeleider valt dit weg: emotionele steun; en dit blijft: praktische hulp, gezelschap, advies"
        " en waardering (voor zover ernaar gevraagd is)."
    )
    assert look("then", case).sentence.text("nl") == "Toen waren nicht (5 jaar terug) en trainer (toen) er ook."
    assert (
        look("drawn_said", case)
        .sentence.text("nl")
        .startswith("Bij vriendin is getekend: kring 3, en gezegd: heel dichtbij")
    )
    assert any(p.pet for p in case.people.values())
    assert any(p.deceased for p in case.people.values())


def edited(change: Callable[[Any], None]) -> str:
    data = json.loads((data_folder() / "practice" / "mo.json").read_text(encoding="utf-8"))
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda d: d.update(extra=1), "extra"),
        (lambda d: d.update(centre=[]), "centre"),
        (lambda d: d.update(people={}), "people"),
        (lambda d: d.update(story="alleen Nederlands"), "story"),
        (lambda d: d["title"].pop("en"), "title"),
        (lambda d: d["people"][0].update(id="A b"), "people[1].id"),
        (lambda d: d["people"][1].update(id="son"), "people[2].id"),
        (lambda d: d["people"][0].update(role={"nl": "zoon"}), "people[1].role"),
        (lambda d: d["people"][0].pop("role"), "people[1].role"),
        (lambda d: d["people"][0].update(at=[1]), "people[1].at"),
        (lambda d: d["people"][0].update(at="top"), "people[1].at"),
        (lambda d: d["people"][0].update(circle=1), "people[1].circle"),
        (lambda d: d["people"][0].update(surname="Jansen"), "people[1].surname"),
        (lambda d: d["people"][0].update(closeness=9), "people[1].closeness"),
        (lambda d: d["people"][0].update(tie=[]), "people[1].tie"),
        (lambda d: d["people"][0].update(tie={"quality": "super"}), "people[1].tie.quality"),
        (lambda d: d["people"][0].update(tie={"support": {"money": "given"}}), "people[1].tie.support"),
        (lambda d: d.update(about={"nl": "Alleen Nederlands."}), "about"),
        (lambda d: d.update(centre_kind="couple"), "centre_kind"),
        (lambda d: d.update(centre_kind="many"), "centre_kind"),
        (lambda d: d["centre"][0].update(at="here"), "centre[1].at"),
        (lambda d: d["people"][0].update(home=1), "people[1].home"),
        (lambda d: d["compliments"][0].update(person="nobody"), "compliments[1].person"),
        (
            lambda d: d["people"][-1].update(unsafe=True) or d["compliments"][0].update(person="worker"),
            "compliments[1].person",
        ),
        (lambda d: d["compliments"][0].pop("at"), "compliments[1].at"),
        (lambda d: d["compliments"][0].update(text={"nl": "Mooi."}), "compliments[1].text"),
        (lambda d: d["compliments"][0].update(score=3), "compliments[1].score"),
        (lambda d: d["ties"][0].update(target="nobody"), "ties[1].target"),
        (lambda d: d["ties"][0].update(target="ex"), "ties[1].target"),
    ],
)
def test_a_file_that_does_not_fit_is_named_with_its_field(tmp_path: Path, change: Any, where: str) -> None:
    (tmp_path / "practice").mkdir()
    (tmp_path / "practice" / "own.json").write_text(edited(change), encoding="utf-8")
    read = practice_cases if where in ("title", "about") else partial(practice_case, "own", "nl")
    with pytest.raises(ContentError) as caught:
        read(folder=tmp_path)
    for language in locale.LANGUAGES:
        assert "own.json" in caught.value.message.text(language)
        assert f" {where} " in caught.value.message.text(language).replace(",", " ")


def test_two_in_the_middle_are_a_couple_unless_the_file_says_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "practice").mkdir()
    sam = {"id": "sam", "role": {"nl": "Sam", "en": "Sam"}}
    for kind in ({}, {"centre_kind": "siblings"}):
        text = edited(lambda d, kind=kind: d.update(centre=[*d["centre"], sam], **kind))
        (tmp_path / "practice" / "own.json").write_text(text, encoding="utf-8")
        case = practice_case("own", folder=tmp_path)
        assert [person.id for person in case.centre] == ["mo", "sam"]
        assert case.info.centre_kind == kind.get("centre_kind", "couple")


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000])
def test_a_file_that_is_no_json_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "practice").mkdir()
    (tmp_path / "practice" / "own.json").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        practice_case("own", folder=tmp_path)
    assert caught.value.message.key == "content.error.not_json"


def test_a_case_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        practice_case("none", folder=tmp_path)
