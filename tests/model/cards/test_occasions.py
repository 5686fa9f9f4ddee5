"""Cards that the network calls for: each sign on a case one can check by hand, and whom none of them may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.exchange.content import practice_case
from netwerk_widgets.locale import LANGUAGES, Message, Someone
from netwerk_widgets.model.cards.deck import SIGNS, Card, Deck
from netwerk_widgets.model.cards.occasions import Offer, called_for
from netwerk_widgets.model.case.entities import Answer, Case, Compliment, Person, Step, Tie
from netwerk_widgets.model.case.wired import wired
from tests.strategies import cases

DECK = Deck(cards={f"a-{sign}": Card(f"a-{sign}", "a", {"nl": "Wie?"}, {}, signs=(sign,)) for sign in SIGNS})


def person(identity: str, **fields: Any) -> Person:
    return Person(**{"id": identity, "role": identity, "circle": 2, **fields})


def network(*people: tuple[Person, dict[str, str]], **more: Any) -> Case:
    everybody = [Person(id="mo", number=1, role="Mo", circle=0)]
    everybody += [replace(one, number=number) for number, (one, _) in enumerate(people, start=2)]
    ties = [
        Tie(id=f"t{one.id}", source="mo", target=one.id, support=tuple(support.items()))  # type: ignore[arg-type]
        for one, support in people
    ]
    return Case(people={one.id: one for one in everybody}, ties={tie.id: tie for tie in ties}, **more)


def says(case: Case, language: str = "nl") -> dict[str, str]:
    return {offer.id: offer.reason.text(language) for offer in called_for(case, DECK)}


def praise(*people: str) -> dict[str, Compliment]:
    return {f"c{place}": Compliment(f"c{place}", person=who) for place, who in enumerate(people)}


COACH = person("begeleider", professional=True, domain="professionals")
TEAM = person("wijkteam", professional=True, domain="professionals")
AUNT = person("tante")
FRIEND = person("vriendin", domain="friends")
UNCLE = person("oom", sleeping=True, circle=4)
EX = person("ex", unsafe=True)
DOG = person("hond", pet=True)


def test_an_empty_map_calls_for_nothing() -> None:
    assert says(Case()) == {}
    assert says(network()) == {}


class TestOnlyProfessionals:
    def test_only_professionals_close_by(self) -> None:
        found = says(network((COACH, {}), (TEAM, {}), (replace(AUNT, circle=3), {}), (DOG, {})))
        text = "Dichtbij, in kring 1 en 2, staan nu alleen hulpverleners: begeleider en wijkteam."
        assert found == {"only_professionals": text}

    @pytest.mark.parametrize("other", [AUNT, replace(AUNT, circle=1)])
    def test_somebody_else_is_close(self, other: Person) -> None:
        assert says(network((COACH, {}), (other, {}))) == {}

    @pytest.mark.parametrize("field", ["sleeping", "left_out", "deceased"])
    def test_who_is_out_of_sight_is_not_close(self, field: str) -> None:
        case = network((COACH, {}), (replace(AUNT, **{field: True}), {}))
        assert "only_professionals" in says(case)

    def test_nobody_is_close(self) -> None:
        assert says(network((replace(COACH, circle=3), {}))) == {}

    def test_somebody_unsafe_does_not_count_and_is_not_named(self) -> None:
        text = says(network((COACH, {}), (EX, {})))["only_professionals"]
        assert text.endswith("alleen hulpverleners: begeleider (wie je niet benadert, telt hier niet mee).")


class TestUnheard:
    def test_asked_and_not_named(self) -> None:
        found = says(network((AUNT, {"emotional": "none"}), (COACH, {"emotional": "received"})))
        assert found == {
            "unheard": "Er is naar emotionele steun gevraagd, en buiten de hulpverlening is die nog van niemand genoemd."
        }

    def test_given_is_not_received(self) -> None:
        assert "unheard" in says(network((AUNT, {"emotional": "given"})))

    def test_not_asked_is_not_none(self) -> None:
        assert says(network((AUNT, {"practical": "received"}))) == {}
        assert says(network((AUNT, {"emotional": "not_asked"}))) == {}
        assert says(network((AUNT, {}), (COACH, {"emotional": "none"}))) == {}

    @pytest.mark.parametrize("one", [AUNT, DOG, replace(AUNT, sleeping=True)])
    @pytest.mark.parametrize("direction", ["received", "both"])
    def test_somebody_hears(self, one: Person, direction: str) -> None:
        assert "unheard" not in says(network((FRIEND, {"emotional": "none"}), (one, {"emotional": direction})))

    def test_somebody_unsafe_does_not_count(self) -> None:
        text = says(network((AUNT, {"emotional": "none"}), (EX, {"emotional": "received"})))["unheard"]
        assert text.endswith("(wie je niet benadert, telt hier niet mee).")
        assert "unheard" not in says(network((EX, {"emotional": "none"})))


class TestOneCarries:
    def test_one_of_several(self) -> None:
        case = network(
            (AUNT, {"practical": "received"}), (FRIEND, {"company": "given"}), (COACH, {"advice": "received"})
        )
        assert says(case) == {"one_carries.tante": "Buiten de hulpverlening komt alle steun die genoemd is van tante."}

    def test_nobody_else_was_asked(self) -> None:
        assert says(network((AUNT, {"practical": "received"}), (FRIEND, {}))) == {}

    def test_two_carry(self) -> None:
        assert says(network((AUNT, {"practical": "received"}), (FRIEND, {"company": "both"}))) == {}

    @pytest.mark.parametrize("one", [EX, DOG, replace(AUNT, deceased=True), replace(AUNT, left_out=True)])
    def test_who_is_not_to_be_named(self, one: Person) -> None:
        assert says(network((one, {"practical": "received"}), (FRIEND, {"company": "none"}))) == {}

    def test_support_of_somebody_unsafe_is_support_too(self) -> None:
        assert says(network((AUNT, {"advice": "received"}), (EX, {"practical": "received"}))) == {}


class TestSleeping:
    def test_never_asked_about(self) -> None:
        text = "Met oom is het contact nu stil, en er is nog niet naar gevraagd."
        assert says(network((UNCLE, {}))) == {"sleeping.oom": text}

    @pytest.mark.parametrize(
        "more",
        [
            {"answers": {"a": Answer("a", persons="tante oom")}},
            {"compliments": praise("oom")},
            {"steps": {"s": Step("s", person="oom")}},
        ],
    )
    def test_spoken_of(self, more: dict[str, Any]) -> None:
        assert says(network((UNCLE, {}), **more)) == {}

    def test_asked_what_support_there_is(self) -> None:
        assert says(network((UNCLE, {"practical": "none"}))) == {}

    @pytest.mark.parametrize("field", ["unsafe", "left_out", "deceased", "pet", "professional"])
    def test_who_is_not_to_be_asked_after(self, field: str) -> None:
        assert says(network((replace(UNCLE, **{field: True}), {}))) == {}


class TestPraised:
    def test_three_times_and_no_step(self) -> None:
        found = says(network((AUNT, {}), compliments=praise("tante", "tante", "tante")))
        text = "Er staan al 3 goede woorden van tante op het spoor, en een kleine stap samen is er nog niet."
        assert found == {"praised.tante": text}

    def test_twice_is_not_three_times(self) -> None:
        assert says(network((AUNT, {}), (FRIEND, {}), compliments=praise("tante", "vriendin", "tante"))) == {}

    def test_a_step_with_that_person(self) -> None:
        more = {"compliments": praise(*["tante"] * 5), "steps": {"s": Step("s", person="tante")}}
        assert says(network((AUNT, {}), **more)) == {}

    @pytest.mark.parametrize("inviter", ["client", "worker"])
    def test_somebody_whom_one_proposed_to_invite(self, inviter: str) -> None:
        invited = replace(AUNT, invited_by=inviter)
        assert says(network((invited, {}), compliments=praise(*["tante"] * 5))) == {}

    def test_somebody_unsafe(self) -> None:
        assert says(network((EX, {}), compliments=praise(*["ex"] * 5))) == {}


class TestOffers:
    CASE = network((COACH, {}), (UNCLE, {}), (replace(UNCLE, id="neef", role="neef"), {}))

    def test_declined_for_good(self) -> None:
        ids = [offer.id for offer in called_for(self.CASE, DECK)]
        assert ids == ["only_professionals", "sleeping.oom", "sleeping.neef"]
        left = called_for(self.CASE, DECK, {"only_professionals", "sleeping.oom"})
        assert [offer.id for offer in left] == ["sleeping.neef"]

    def test_without_a_card_there_is_no_offer(self) -> None:
        assert called_for(self.CASE, Deck()) == ()

    def test_on_the_wire_people_are_ids(self) -> None:
        offer = wired(called_for(self.CASE, DECK)[1])
        assert offer["cards"] == ["a-sleeping"]
        assert offer["people"] == ["oom"]
        assert offer["reason"]["params"]["who"] == {"person": "oom"}

    def test_a_practice_case(self) -> None:
        assert "sleeping.oldmate" in says(practice_case("mo", "nl"))


def named(value: object) -> Iterator[str]:
    if isinstance(value, Someone):
        yield value.id
    elif isinstance(value, Message):
        yield from (who for param in value.params.values() for who in named(param))
    elif isinstance(value, list | tuple):
        yield from (who for part in value for who in named(part))


@st.composite
def telling(draw: st.DrawFn) -> Case:
    """Cases in which much calls for a card: people who sleep, who are praised, of whom support is told."""
    case = draw(cases(max_edits=8))
    people = {
        one.id: replace(one, role=f"rol{one.number}", sleeping=draw(st.booleans()), unsafe=draw(st.booleans()))
        for one in case.people.values()
    }
    often = {one: draw(st.sampled_from((0, 0, 3, 4))) for one in people}
    praised = [one for one, count in often.items() for _ in range(count)]
    return replace(case, people=people, compliments=praise(*praised))


def about(case: Case) -> list[Offer]:
    return list(called_for(case, DECK))


@given(telling())
def test_nobody_unsafe_is_ever_named_or_proposed(case: Case) -> None:
    unsafe = {one.id for one in case.people.values() if one.unsafe}
    for offer in about(case):
        assert not unsafe & {*offer.people, *named(offer.reason)}
        assert offer.id.partition(".")[2] not in unsafe


@given(telling(), st.sampled_from(LANGUAGES))
def test_a_reason_is_one_whole_sentence(case: Case, language: str) -> None:
    offers = about(case)
    assert len({offer.id for offer in offers}) == len(offers)
    for offer in offers:
        text = offer.reason.text(language)
        assert text[0].isupper()
        assert text.endswith(".")
        assert "?" not in text
        assert not [scrap for scrap in ("  ", " ,", ": .", " .", "{", "}", "%") if scrap in text]
        assert set(offer.people) <= set(case.people)


@given(telling())
def test_what_was_declined_never_comes_back(case: Case) -> None:
    ids = [offer.id for offer in about(case)]
    assert [offer.id for offer in called_for(case, DECK, ids[:2])] == ids[2:]
