"""The page's half of the contract is written from the kernel's, and nothing of it by hand a second time."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NotRequired, TypedDict, get_args, get_origin

import pytest

from netwerk_widgets import contract
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.contract import CHOICES, FILE, LIMITED, TYPES, source
from netwerk_widgets.lab import workbooks
from netwerk_widgets.model.cards.deck import Card
from netwerk_widgets.model.case import entities as case
from netwerk_widgets.model.case import words
from netwerk_widgets.model.edits import EDITS
from netwerk_widgets.model.errors import EditError
from netwerk_widgets.views.handlers import uploads

SOURCES = {
    path.relative_to(FILE.parent).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(FILE.parent.rglob("*.ts*"))
    if path != FILE
}


def test_the_contract_in_the_page_is_the_one_of_today() -> None:
    assert FILE.read_text(encoding="utf-8") == source(), "python -m netwerk_widgets.contract"


def test_its_examples_are_true() -> None:
    assert doctest.testmod(contract).failed == 0


class Some(TypedDict):
    """A message."""

    count: int
    why: NotRequired[str | None]


@pytest.mark.parametrize(
    ("hint", "spelled"),
    [
        (str, "string"),
        (float | None, "number | null"),
        (int | float, "number"),
        (words.Ink, "Ink"),
        (Literal["a", "b"], '"a" | "b"'),
        (tuple[str, ...], "string[]"),
        (list[Literal["a", "b"]], '("a" | "b")[]'),
        (tuple[str, float], "[string, number]"),
        (Mapping[str, words.Ink], "Record<string,\u00a0Ink>"),
        (Mapping[words.Ink, int], "Partial<Record<Ink,\u00a0number>>"),
        (Mapping[str, Any], "object"),
        (case.Person, "Written<Person>"),
    ],
)
def test_a_type_is_spelled_as_typescript_does(hint: Any, spelled: str) -> None:
    assert contract._spelled(hint) == spelled


def test_what_cannot_be_spelled_is_no_silent_unknown() -> None:
    with pytest.raises(TypeError):
        contract._spelled(set[str])
    with pytest.raises(TypeError):
        contract._spelled(bytes)


def test_what_may_be_left_out_says_so() -> None:
    assert contract._message(Some) == {"count": "number", "why?": "string | null"}
    assert contract._edit(EDITS["put"])["circle?"] == "number"
    assert contract._edit(EDITS["put"])["people"] == "string[]"
    person, tie = contract._entity(case.Person), contract._entity(case.Tie)
    assert (person["circle"], person["closeness?"]) == ("number", "number")
    assert tie["support"] == "Partial<Record<SupportKind,\u00a0Direction>>"
    assert contract._told(Card)["question"] == "Record<string,\u00a0string>"


def test_what_stands_at_its_default_is_known_for_every_field_that_is_left_out() -> None:
    """An entity with what is left out is whole again, and says the same."""
    for kind, entity in case.ENTITIES.items():
        defaults = contract._of_each(contract._default)[kind]
        fields = {name.removesuffix("?") for name in contract._entity(entity) if not name.endswith("?")}
        needed = {spec for spec in fields if entity.__dataclass_fields__[spec].metadata.get("needed")}
        assert defaults.keys() == fields - {"id"} - needed
        ends = dict.fromkeys(needed, "p1")
        assert case.decode(kind, {"id": "a1", **ends, **defaults}) == case.decode(kind, {"id": "a1", **ends})


def test_every_limit_holds() -> None:
    for kind, limits in contract._of_each(lambda spec: spec.metadata.get("limit")).items():
        checks = {spec: LIMITED[kind].__dataclass_fields__[spec].metadata["check"] for spec in limits}
        for name in limits.keys() - {"mark", "more", "author", "members"}:
            assert checks[name]("x" * limits[name])
            with pytest.raises(EditError, match=str(limits[name])):
                checks[name]("x" * (limits[name] + 1))


def test_what_a_user_brings_may_be_as_large_on_every_way_in() -> None:
    """An upload took 20 MiB and a workbook 20,000,000 bytes, each with a number of its own."""
    assert uploads.LARGEST == outside.LARGEST == contract.VALUES["LARGEST_FILE"]
    assert not hasattr(workbooks, "LARGEST")


# What was copied by hand, and had begun to drift: each of these found something.

NAMED = {
    name: frozenset(get_args(hint)) - {""}
    for name, hint in {**CHOICES, **TYPES}.items()
    if get_origin(hint) is Literal and len(frozenset(get_args(hint)) - {""}) > 2
}
ROW = re.compile(r'(: readonly (\w+)\[\] = )?\[((?:\s*"[^"\n]*",?)+)\s*\]')
UNION = re.compile(r'(?:"[^"\n]*"\s*\|\s*)+"[^"\n]*"')


def copies(text: str) -> Iterator[str]:
    """The choices that are listed here by hand; in an order of its own a list has the contract's type."""
    for row in ROW.finditer(text):
        if row[2] not in NAMED:
            yield from _same(row[3])
    for union in UNION.finditer(text):
        yield from _same(union[0])


def _same(text: str) -> Iterator[str]:
    found = frozenset(re.findall(r'"([^"]+)"', text))
    # A list without one, or a kind that came later: a copy that has drifted.
    yield from (name for name, all_of in NAMED.items() if len(found & all_of) > 2 and len(found ^ all_of) < 2)


@pytest.mark.parametrize("name", SOURCES)
def test_no_choice_is_listed_by_hand(name: str) -> None:
    """``Kind`` lacked "phase" in the page."""
    assert list(copies(SOURCES[name])) == []


def test_a_choice_that_is_listed_by_hand_would_be_seen() -> None:
    without = (
        '"info" | "person" | "tie" | "version" | "compliment" | "answer" | "annotation" | "step" | "stroke" | "phase"'
    )
    assert list(copies(f"export type Kind = {without};")) == ["Kind"]
    assert list(copies('const ROLES = [\n  "bringer",\n  "facilitator",\n  "participant",\n  "recorder",\n];')) == [
        "Role"
    ]
    assert list(copies('const LENSES = ["now", "then", "soon", "without_us", "you_give", "drawn_said"];')) == ["Look"]
    assert not list(copies('const LENSES: readonly Look[] = ["now", "then", "soon", "without_us", "you_give"];'))


FIXED = re.compile(r"\b(?:limit|maxLength)(?:=\{| = )\d+|\bmax=\{\d{2,}\}")
OTHERWISE = re.compile(r'\b(?:circle|domain|moment|quality|weight|colour|centre_kind|form) \?\? (?:"\w+"|\d)')
TIED = re.compile(r"\.py\b[^\n]*\*/\n(?:export )?const \w+(?:: [^=\n]+)? = (?:[\d\"'\[{]|new )")


@pytest.mark.parametrize("name", SOURCES)
def test_no_limit_and_no_default_is_written_by_hand(name: str) -> None:
    """What each said at the meeting's end could be 600 signs, of an answer's 4000; five defaults stood in a table here."""
    assert [found[0] for shape in (FIXED, OTHERWISE, TIED) for found in shape.finditer(SOURCES[name])] == []


def test_a_limit_or_a_default_that_is_written_by_hand_would_be_seen() -> None:
    assert FIXED.search("<TextField limit={60} />")
    assert OTHERWISE.search('t(`model.quality.${one.quality ?? "ordinary"}`)')
    assert TIED.search(
        "/** How long a valued role is at most (Python: model/case/entities.py). */\nconst ROLE = 120;\n"
    )


FIELDS = {
    name: frozenset(re.findall(r"(\w+)\??: ", contract._type(name, hint))) - {"extra"}
    for name, hint in TYPES.items()
    if get_origin(hint) is None and hint is not EDITS
}
INTERFACE = re.compile(
    r"^(?:export )?(?:interface|type) \w+[^{\n]*\{(?:\n(?P<lines>(?:.*\n)*?)| (?P<line>.*) )\};?$", re.MULTILINE
)
ASIDE = re.compile(r"/\*\*.*?\*/|\{[^{}]*\}", re.DOTALL)
"""What is no field of it: a comment, and what stands in a field."""


def lists(text: str) -> Iterator[str]:
    """The messages and entities whose fields are listed here by hand: all of them, or of a long one most."""
    for interface in INTERFACE.finditer(text):
        body = ASIDE.sub("", interface["lines"] or interface["line"] or "")
        found = frozenset(re.findall(r"(\w+)\??:", body))
        yield from (
            name
            for name, fields in FIELDS.items()
            if (len(found & fields) > 3 and len(found & fields) / len(fields) > 0.8)
            or (found == fields and len(found) > 1)
        )


@pytest.mark.parametrize("name", SOURCES)
def test_no_message_and_no_entity_is_spelled_out_by_hand(name: str) -> None:
    """``Info`` had no ``own`` in the page, an entry of the shelf no ``source``, and a step of last time a ``by`` too many."""
    assert list(lists(SOURCES[name])) == []


def test_a_message_that_is_spelled_out_by_hand_would_be_seen() -> None:
    fields = ("code", "practice", "opened", "expires", "kept", "remembered", "expired")
    by_hand = "export interface Entry {\n" + "".join(f"  {field}: string;\n" for field in fields) + "}\n"
    assert list(lists(by_hand)) == ["ShelfEntry"]
    assert list(lists("interface Fit {\n  method: string;\n  suits: Sentence[];\n  mind: Sentence[];\n}\n")) == ["Fit"]
    assert list(lists("export type Beside = { annotation?: Annotation[]; stroke?: Stroke[]; group?: Group[] };")) == [
        "AlsoDrawn"
    ]
