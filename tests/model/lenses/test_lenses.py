"""The lenses: what each says of cases one can check by hand, and what none of them may ever do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.locale import Message, Someone
from netwerk_widgets.model.case.entities import Case, Person, Tie
from netwerk_widgets.model.case.wired import wired
from netwerk_widgets.model.case.words import SUPPORT_KINDS
from netwerk_widgets.model.lenses import LENSES, LOOKS, Look, View, look
from tests.strategies import cases

ALL_ASKED = dict.fromkeys(SUPPORT_KINDS, "none")


def network(*people: tuple[Person, dict[str, str]]) -> Case:
    """Mo in the middle, and these people with what was said of their support (empty: not asked)."""
    everybody = [Person(id="mo", number=1, role="Mo", circle=0)]
    everybody += [replace(person, number=i) for i, (person, _) in enumerate(people, start=2)]
    ties = [
        Tie(id=f"t{person.id}", source="mo", target=person.id, support=tuple(support.items()))  # type: ignore[arg-type]
        for person, support in people
    ]
    return Case(people={p.id: p for p in everybody}, ties={t.id: t for t in ties})


def person(identity: str, **fields: Any) -> Person:
    return Person(**{"id": identity, "role": identity, "circle": 2, **fields})


def says(lens: Look, *people: tuple[Person, dict[str, str]]) -> str:
    return look(lens, network(*people)).sentence.text("nl")


COACH = person("begeleider", domain="professionals", professional=True)
TEAM = person("wijkteam", domain="professionals", professional=True)
AUNT = person("tante")
FRIEND = person("vriendin", domain="friends")
EX = person("ex", unsafe=True)


class TestWithoutUs:
    def test_nobody_on_the_map(self) -> None:
        assert says("without_us") == "Er staat nog niemand op de kaart."

    def test_no_professional(self) -> None:
        assert says("without_us", (AUNT, {})) == (
            "Er staat nu geen hulpverlener op de kaart: wie er is, blijft ook zonder ons."
        )

    def test_nobody_is_left(self) -> None:
        text = says("without_us", (COACH, {"emotional": "received"}), (TEAM, {}))
        assert text == "Zonder begeleider en wijkteam is er nu niemand in beeld om op terug te vallen."

    def test_nothing_was_asked_is_not_nothing(self) -> None:
        text = says("without_us", (COACH, {}), (AUNT, {}))
        assert text == "Zonder begeleider zie je nog op de kaart: tante; welke steun dan wegvalt, is nog niet gevraagd."

    def test_what_only_we_give_falls_away_and_what_others_give_remains(self) -> None:
        text = says(
            "without_us",
            (COACH, {"emotional": "received", "practical": "received"}),
            (AUNT, ALL_ASKED | {"practical": "both", "company": "received", "advice": "given"}),
        )
        assert text == "Zonder begeleider valt dit weg: emotionele steun; en dit blijft: praktische hulp en gezelschap."

    def test_it_tells_that_not_all_was_asked(self) -> None:
        text = says("without_us", (COACH, {"advice": "received"}), (AUNT, {"company": "received"}))
        assert text.endswith("gezelschap (voor zover ernaar gevraagd is).")

    def test_nothing_falls_away(self) -> None:
        text = says("without_us", (COACH, {"advice": "received"}), (AUNT, ALL_ASKED | {"advice": "received"}))
        assert text == "Ook zonder begeleider blijft dit staan: advies."

    def test_support_of_somebody_unsafe_holds_nothing_up(self) -> None:
        text = says(
            "without_us",
            (COACH, {"practical": "received"}),
            (EX, ALL_ASKED | {"practical": "received"}),
            (AUNT, ALL_ASKED),
        )
        assert text == (
            "Zonder begeleider zie je nog op de kaart: tante, en valt dit weg: praktische hulp"
            " (wie je niet benadert, telt hier niet mee)."
        )

    def test_professionals_leave_with_their_ties_and_the_rest_stays_where_it_was(self) -> None:
        far = person("nicht", circle=4, moment="five_years")
        view = look("without_us", network((COACH, {}), (AUNT, {"advice": "received"}), (far, {}), (EX, {})))
        assert view.people == {"mo": "bright", "begeleider": "gone", "tante": "bright", "nicht": "dim", "ex": "dim"}
        assert view.ties == {"tbegeleider": "gone", "ttante": "bright", "tnicht": "dim", "tex": "dim"}
        assert {who: mark.text("nl") for who, mark in view.marks.items()} == {"tante": "A"}

    def test_somebody_drawn_among_the_professionals_leaves_too(self) -> None:
        drawn = person("coach", domain="professionals", professional=False)
        assert look("without_us", network((drawn, {}), (AUNT, {}))).people["coach"] == "gone"

    def test_what_somebody_is_counts_and_not_where_they_stand(self) -> None:
        son = person("zoon", domain="professionals", belongs="family", professional_asked="open")
        no = person("vrijwilliger", domain="professionals", professional_asked="no")
        friend = person("oud-begeleider", domain="friends", belongs="professionals", professional=True)
        shades = look("without_us", network((son, {}), (no, {}), (friend, {}))).people
        assert (shades["zoon"], shades["vrijwilliger"], shades["oud-begeleider"]) == ("bright", "bright", "gone")

    def test_an_unsafe_professional_leaves_without_being_named(self) -> None:
        text = says("without_us", (replace(COACH, unsafe=True), {}), (AUNT, {}))
        assert text.startswith("Zonder de hulpverleners ")

    def test_support_on_an_arrow_towards_the_client_reads_from_the_client(self) -> None:
        case = network((COACH, ALL_ASKED), (AUNT, ALL_ASKED))
        arrow = Tie(id="a", source="begeleider", target="mo", directed=True, support=(("advice", "given"),))
        view = look("without_us", replace(case, ties={**case.ties, "a": arrow}))
        assert "valt dit weg: advies" in view.sentence.text("nl")


class TestYouGive:
    def test_nobody_asked(self) -> None:
        assert says("you_give", (AUNT, {})) == "Er is nog niet gevraagd wat er van Mo naar anderen gaat."

    def test_what_goes_to_whom_and_where_it_was_not_asked(self) -> None:
        view = look("you_give", network((AUNT, {"practical": "both", "advice": "received"}), (FRIEND, {})))
        assert (
            view.sentence.text("nl") == "Dit gaat van Mo naar tante: praktische hulp; nog niet gevraagd bij: vriendin."
        )
        assert view.people == {"mo": "bright", "tante": "bright", "vriendin": "ask"}
        assert {who: mark.text("nl") for who, mark in view.marks.items()} == {"tante": "P", "vriendin": "?"}

    def test_asked_and_nothing_named(self) -> None:
        assert says("you_give", (AUNT, ALL_ASKED)) == "Er is naar geven gevraagd, en er is nog niets genoemd."

    def test_what_goes_to_somebody_unsafe_is_left_out_and_that_is_told(self) -> None:
        text = says("you_give", (AUNT, ALL_ASKED), (EX, {"practical": "given"}))
        assert text.endswith("niets genoemd (wie je niet benadert, telt hier niet mee).")

    def test_many_people_are_told_in_short(self) -> None:
        people = [(person(f"p{n}"), {"company": "given"}) for n in range(9)]
        assert says("you_give", *people) == "Dit gaat van Mo naar p0, p1, p2, p3 en nog 5 anderen: gezelschap."


class TestMoments:
    def test_then_shows_both_layers_of_the_past(self) -> None:
        niece = person("nicht", moment="five_years", circle=4)
        trainer = person("trainer", moment="once", circle=4)
        view = look("then", network((niece, {}), (trainer, {}), (AUNT, {})))
        assert view.sentence.text("nl") == "Toen waren nicht en trainer er ook."
        assert view.people == {"mo": "bright", "nicht": "bright", "trainer": "bright", "tante": "dim"}
        assert view.marks["trainer"].text("nl") == "ooit"

    @pytest.mark.parametrize(
        ("lens", "text"),
        [
            ("then", "Van toen staat er nog niemand op de kaart."),
            ("now", "Nu is er niemand in beeld."),
            ("soon", "Voor straks staat er nog niemand op de kaart."),
        ],
    )
    def test_nobody(self, lens: Look, text: str) -> None:
        assert says(lens) == text

    def test_now_tells_of_who_is_in_the_background(self) -> None:
        assert says("now", (AUNT, {}), (person("oom", sleeping=True), {})) == (
            "Nu is tante in beeld; op de achtergrond: oom."
        )

    def test_now_leaves_the_dead_unnamed(self) -> None:
        assert says("now", (AUNT, {}), (person("oma", deceased=True), {})) == "Nu is tante in beeld."

    def test_only_somebody_unsafe(self) -> None:
        assert says("now", (EX, {})) == "Nu is er verder niemand in beeld."
        assert says("then", (replace(EX, moment="once"), {})) == "Van toen staat er verder nog niemand op de kaart."

    def test_soon_never_brings_somebody_unsafe_or_dead_into_the_light(self) -> None:
        ex, grandma = replace(EX, moment="soon"), person("oma", moment="soon", deceased=True)
        view = look("soon", network((ex, {}), (grandma, {}), (person("coach", moment="soon"), {})))
        assert view.sentence.text("nl") == "Straks hoort coach er misschien ook bij."
        assert (view.people["ex"], view.people["oma"]) == ("dim", "dim")


class TestDrawnAndSaid:
    @pytest.mark.parametrize(
        ("circle", "closeness", "differs"),
        [
            (1, 1, True),
            (1, 2, False),
            (1, 3, False),
            (2, 1, False),
            (2, 3, False),
            (3, 1, False),
            (3, 3, True),
            (4, 1, False),
            (4, 2, True),
            (4, 3, True),
        ],
    )
    def test_the_rule(self, circle: int, closeness: int, differs: bool) -> None:
        view = look("drawn_said", network((person("oom", circle=circle, closeness=closeness), {})))
        assert (view.people["oom"] == "bright") is differs
        assert view.sentence.key == f"lenses.drawn_said.{'one' if differs else 'same'}.sentence"

    def test_it_tells_both_and_who_was_not_asked(self) -> None:
        view = look("drawn_said", network((person("oom", circle=3, closeness=3), {}), (AUNT, {})))
        assert view.sentence.text("nl") == (
            "Bij oom is getekend: kring 3, en gezegd: heel dichtbij; nog niet gevraagd bij: tante."
        )
        assert view.people["tante"] == "ask"
        assert view.marks["oom"].text("nl") == "gezegd: heel dichtbij"

    def test_nobody_was_asked(self) -> None:
        assert says("drawn_said", (AUNT, {})) == "Er is nog niet gevraagd hoe dichtbij iemand voelt."

    def test_a_difference_at_somebody_unsafe_is_seen_but_not_named(self) -> None:
        view = look("drawn_said", network((replace(EX, circle=1, closeness=1), {})))
        assert view.people["ex"] == "bright"
        assert view.sentence.text("nl") == (
            "Waar ernaar gevraagd is, liggen tekening en woorden dicht bij elkaar (wie je niet benadert, telt hier niet mee)."
        )


def named(message: Message) -> Iterator[str]:
    """The ids of all people in a message, however deep."""
    stack: list[Any] = [message]
    while stack:
        value = stack.pop()
        if isinstance(value, Message):
            stack.extend(value.params.values())
        elif isinstance(value, (list, tuple)):
            stack.extend(value)
        elif isinstance(value, Someone):
            yield value.id


ANY_LOOK = st.sampled_from(LOOKS)


def test_every_look_belongs_to_one_lens() -> None:
    assert [one for looks in LENSES.values() for one in looks] == list(LOOKS)
    for name in LENSES:
        assert Message(f"lenses.lens.{name}").text("en")
    for name in LOOKS:
        assert Message(f"lenses.look.{name}").text("en")


@given(ANY_LOOK, cases(max_edits=20))
def test_somebody_unsafe_is_never_named_nor_asked_after(lens: Look, case: Case) -> None:
    view = look(lens, case)
    unsafe = {p.id for p in case.people.values() if p.unsafe}
    assert not unsafe & {*named(view.sentence), *named(view.question)}
    assert not [who for who in unsafe if view.people[who] == "ask"]
    if lens in ("without_us", "you_give", "soon"):
        assert not [who for who in unsafe - {m.id for m in case.centre} if view.people[who] == "bright"]


@given(ANY_LOOK, cases(max_edits=20), st.sampled_from(("nl", "en")))
def test_a_lens_answers_with_one_whole_sentence_and_one_question(lens: Look, case: Case, language: str) -> None:
    plain = {identity: replace(p, role=f"rol{p.number}") for identity, p in case.people.items()}
    view = look(lens, replace(case, people=plain))
    sentence, question = view.sentence.text(language), view.question.text(language)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "?" not in sentence
    assert question.endswith("?")
    assert question.count("?") == 1
    for text in (sentence, question):
        assert not [scrap for scrap in ("  ", " ,", ": ;", ": ,", ": .", " .", "{", "}", "%") if scrap in text]
    assert all(mark.text(language) for mark in view.marks.values())


@given(ANY_LOOK, cases(max_edits=20))
def test_a_view_speaks_of_this_case_alone(lens: Look, case: Case) -> None:
    view: View = look(lens, case)
    assert view == look(lens, case)
    assert set(view.people) == set(case.people)
    assert set(view.ties) == set(case.ties)
    assert set(view.marks) <= set(case.people)
    assert all(view.people[member.id] == "bright" for member in case.centre)
    wire = wired(view)
    assert wire["sentence"]["key"] == view.sentence.key
