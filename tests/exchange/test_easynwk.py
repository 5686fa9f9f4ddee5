"""easyNWK files: the real one, one with several versions, and hostile ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerk_widgets.exchange.content import data_folder
from netwerk_widgets.exchange.easynwk import Import, State, read
from netwerk_widgets.exchange.easynwk_case import age_band, circle_of
from netwerk_widgets.exchange.easynwk_roles import SECTORS, options, role_key
from netwerk_widgets.exchange.errors import ExchangeError
from netwerk_widgets.exchange.pseudonyms import Scrubber, first_name
from netwerk_widgets.exchange.toml import load
from netwerk_widgets.locale import LANGUAGES, words
from netwerk_widgets.model.case import letters
from netwerk_widgets.model.case.entities import Case, Person, decode, encode
from netwerk_widgets.model.case.geometry import circle_at, domain_at
from netwerk_widgets.model.case.words import DOMAINS

FILES = Path(__file__).parent / "easynwk"
ROSA = FILES / "Rosa_Braunsteigl-Mueller.json"
THREE = FILES / "drie_versies.json"


def by_role(case: Case) -> dict[str, Person]:
    return {person.role: person for person in case.people.values()}


def keys(found: Import) -> set[str]:
    return {message.key.removeprefix("easynwk.lost.") for message in found.lost}


class TestRosa:
    @pytest.fixture
    def state(self) -> State:
        (state,) = read(ROSA).answered({})
        return state

    def test_everybody_is_there_under_a_role(self, state: State) -> None:
        assert (state.title, state.date) == ("Erstgespräch", "2024-02-26")
        assert [person.role for person in state.case.people.values()] == [
            *("middelpunt", "familielid", "oudtante", "hond", "studiegenoot", "arts", "vader", "vriend of vriendin"),
            *("studiegenoot 2", "levenspartner", "moeder"),
        ]

    def test_no_name_is_left_anywhere(self, state: State) -> None:
        text = json.dumps([encode(entity) for entity in (*state.case.people.values(), *state.case.ties.values())])
        for name in (
            "Rosa",
            "Braunsteigl",
            "Ewald",
            "Josefine",
            "Strolchi",
            "Susi",
            "Maier",
            "Hubert",
            "Lara",
            "Maria",
        ):
            assert name not in text

    def test_everybody_stands_in_the_circle_and_domain_they_had(self, state: State) -> None:
        where = {role: (p.circle, p.domain) for role, p in by_role(state.case).items()}
        assert where == {
            "middelpunt": (0, "family"),
            "familielid": (2, "family"),
            "oudtante": (3, "family"),
            "hond": (2, "household"),
            "studiegenoot": (2, "work_school"),
            "arts": (3, "professionals"),
            "vader": (4, "family"),
            "vriend of vriendin": (3, "friends"),
            "studiegenoot 2": (3, "work_school"),
            "levenspartner": (1, "household"),
            "moeder": (1, "family"),
        }

    def test_what_else_was_said_of_them(self, state: State) -> None:
        people = by_role(state.case)
        assert {role for role, p in people.items() if p.deceased} == {"vader"}
        assert {role for role, p in people.items() if p.pet} == {"hond"}
        assert {role for role, p in people.items() if p.professional} == {"arts"}
        assert {role for role, p in people.items() if p.sleeping} == {"oudtante"}
        assert people["middelpunt"].age_band == "40-59"
        assert people["oudtante"].age_band == "75+"
        assert people["middelpunt"].notes == "lorem ipsum"

    def test_ties(self, state: State) -> None:
        role = {person.id: person.role for person in state.case.people.values()}
        pairs = {frozenset((role[t.source], role[t.target])) for t in state.case.ties.values()}
        assert len(pairs) == len(state.case.ties) == 12
        assert frozenset(("moeder", "oudtante")) in pairs
        assert frozenset(("middelpunt", "oudtante")) not in pairs
        assert {t.weight for t in state.case.ties.values() if t.label == "meervoudig"} == {2}

    def test_only_what_the_role_does_not_tell_is_asked(self) -> None:
        asked = {q.person.name: (q.suggested, set(q.options)) for q in read(ROSA).questions}
        assert asked == {role: ("family", {"family", "household"}) for role in ("familielid", "moeder")}

    def test_an_answer_moves_somebody_to_their_domain(self) -> None:
        found = read(ROSA)
        mother = next(q.person.id for q in found.questions if q.person.name == "moeder")
        person = found.answered({mother: "household"})[0].case.people[mother]
        assert (person.circle, person.domain) == (1, "household")

    def test_what_is_lost_is_told(self) -> None:
        assert keys(read(ROSA)) == {"sectors", "names", "gender", "age", "multiplex", "sleeping"}

    def test_first_names_only_by_choice_and_surnames_never(self) -> None:
        names = [person.role for person in read(ROSA).answered({}, "names")[0].case.people.values()]
        assert names[:2] == ["Rosa (middelpunt)", "Ewald (familielid)"]
        assert "arts" in names
        assert not [name for name in names if "Maier" in name or "Braunsteigl" in name]


class TestThreeVersions:
    @pytest.fixture
    def states(self) -> tuple[State, ...]:
        return read(THREE).answered({})

    def test_oldest_first_under_their_titles_without_names(self, states: tuple[State, ...]) -> None:
        assert [(s.title, s.date) for s in states] == [
            ("Eerste gesprek", "2025-01-14"),
            ("Met tante aan tafel", "2025-05-20"),
            ("versie 3", "2025-09-02"),
        ]

    def test_a_person_keeps_id_and_number_through_all_versions(self, states: tuple[State, ...]) -> None:
        aunts = [by_role(state.case)["tante"] for state in states]
        assert [aunt.circle for aunt in aunts] == [2, 1, 1]
        assert len({(aunt.id, aunt.number) for aunt in aunts}) == 1

    def test_a_number_given_away_again_is_another_person(self, states: tuple[State, ...]) -> None:
        assert by_role(states[0].case)["Trommler"].id != by_role(states[1].case)["schoolgenoot"].id
        assert states[0].case.info.last_number == states[2].case.info.last_number == 11

    def test_support_conflict_and_multiplex(self, states: tuple[State, ...]) -> None:
        aunt, neighbour = (states[1].case.ties[f"t{by_role(states[1].case)[role].id}"] for role in ("tante", "buur"))
        assert dict(aunt.support) == {"practical": "both", "advice": "given", "emotional": "received"}
        assert aunt.direction("company") == "not_asked"
        assert neighbour.quality == "strained"

    def test_names_leave_the_notes(self, states: tuple[State, ...]) -> None:
        assert by_role(states[0].case)["tante"].notes == "tante belt elke zondag. middelpunt belt tante nooit terug."

    def test_a_role_that_holds_a_name_is_not_used(self, states: tuple[State, ...]) -> None:
        assert "kennis" in by_role(states[2].case)

    def test_what_is_lost_is_told_with_pseudonyms(self) -> None:
        found = read(THREE)
        assert {
            "linking",
            "partner",
            "emoji",
            "support_none",
            "age_unread",
            "role_name",
            "no_place",
            "own_roles",
        } <= keys(found)
        assert {"connections"} <= keys(found)
        text = " ".join(message.text(language) for message in found.lost for language in ("nl", "en"))
        assert not [name for name in ("Bep", "Noor", "Karim", "Joris", "Hofman", "Sanne") if name in text]

    def test_notes_are_to_be_looked_through(self) -> None:
        texts = [message.text("nl") for message in read(THREE).warnings]
        assert texts[1] == "Notitie bij Trommler: Dit lijkt op een e-mailadres. Laat het liever weg."


@pytest.mark.parametrize("source", [ROSA, THREE])
def test_all_cases_are_such_as_the_model_makes(source: Path) -> None:
    for state in read(source).answered({}):
        case = state.case
        for person in case.people.values():
            assert decode("person", encode(person)) == person
            if person.circle:
                assert (circle_at(person.x, person.y), domain_at(person.x, person.y)) == (person.circle, person.domain)
        for tie in case.ties.values():
            assert decode("tie", encode(tie)) == tie
            assert {tie.source, tie.target} <= set(case.people)
        places = [(person.x, person.y) for person in case.people.values()]
        assert len(set(places)) == len(places)


def test_the_old_form_without_versions_reads_as_one_version() -> None:
    bare = json.dumps({"ego": {"name": "A"}, "alteri": [{"name": "B", "angle": 10, "distance": 10}]}).encode()
    (state,) = read(bare).answered({})
    assert (state.title, state.date, len(state.case.people)) == ("versie 1", "", 2)


@pytest.mark.parametrize("answers", [{"p99": "family"}, {"p2": "castle"}])
def test_an_answer_about_nobody_is_refused(answers: Any) -> None:
    with pytest.raises(ExchangeError):
        read(ROSA).answered(answers)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        ("", ""),
        ("0", "0-3"),
        ("8 Monate", "0-3"),
        ("17", "12-17"),
        ("ca. 30", "25-39"),
        ("75", "75+"),
        ("119", "75+"),
        ("1978", ""),
        ("06.05.1978", ""),
        ("30-35", ""),
        ("oud", ""),
    ],
)
def test_ages_become_bands(age: str, band: str) -> None:
    assert age_band(age) == band


@pytest.mark.parametrize(
    ("distance", "circle"), [(1, 1), (33.3, 1), (34, 2), (66.6, 2), (100, 3), (100.1, 4), (None, 3)]
)
def test_distances_become_circles(distance: float | None, circle: int) -> None:
    assert circle_of(distance) == circle


def test_roles_are_known_in_three_languages() -> None:
    assert {role_key(role) for role in ("Freund*in", "Freund:in", "friend", "vriend of vriendin")} == {"friend"}
    assert role_key("Nachbar/in") == "neighbour"
    assert role_key("Onbekend") is None


def test_each_role_of_the_list_is_known_in_each_language_and_lies_in_a_domain() -> None:
    roles = load(data_folder("easynwk") / "easynwk" / "roles.toml")
    assert len(roles) == 73
    for key, (domain, *german) in roles.items():
        assert domain in DOMAINS or domain in ("ask", "ask_home", "ask_child")
        assert german
        found = [role_key(word) for word in (*german, *(words(language)[f"roles.{key}"] for language in LANGUAGES))]
        assert set(found) <= set(roles)
        assert key in found


@given(st.sampled_from(["mother", "doctor", "friend", "ex_partner", "dog", None]), st.sampled_from(list(SECTORS)))
def test_there_is_always_a_domain_to_suggest(key: str | None, sector: int | None) -> None:
    for human in (True, False):
        found = options(key, sector, human=human, deceased=False)
        assert found
        assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Rosa Braunsteigl-Müller", "Rosa"),
        ("Dr. Maier", ""),
        ("Mw. Fatma Yilmaz", "Fatma"),
        ("", ""),
        ("Jean-Luc", "Jean-Luc"),
    ],
)
def test_first_names(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Rosas moeder", "middelpunt moeder"),
        ("ROSA belt", "middelpunt belt"),
        ("Marosa niet", "Marosa niet"),
        ("Rosa Vermeer-Bos en Jan Bos", "middelpunt en oom"),
        ("de familie Bos", "de familie [naam]"),
        ("an den Arzt, An's hond", "an den Arzt, buur hond"),
        ("van der Berg", "van der Berg"),
        ("Mu\u0308ller", "arts"),
    ],
)
def test_names_leave_free_text(text: str, clean: str) -> None:
    people = [("Rosa Vermeer-Bos", "middelpunt"), ("Jan Bos", "oom"), ("An", "buur"), ("Piet van der Veen", "chef")]
    assert Scrubber([*people, ("Dr. Müller", "arts")], "[naam]").clean(text) == clean


@pytest.mark.parametrize("name", ["नीता", "மீரா", "مُحَمَّد", "שָׂרָה", "Zoe\u0308"])
def test_a_name_in_any_script_leaves_free_text_whole(name: str) -> None:
    found = Scrubber([(name, "tante"), ("Jan", "oom")], "[naam]")
    assert found.clean(f"{name} en Jan; {name}कx") == f"tante en oom; {found.clean(name + 'कx')}"
    assert first_name(f"{name} Jansen") == letters.composed(name)
