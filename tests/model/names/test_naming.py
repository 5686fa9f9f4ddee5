"""Where a text names somebody: one table of examples, and laws over many scripts, for all four who ask."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netwerk_widgets.model.case import letters
from netwerk_widgets.model.case.entities import Answer, Case, Person
from netwerk_widgets.model.edits import Add, Change, Name, perform, read_edit
from netwerk_widgets.model.names.everyday import ALSO_WORDS, NOBODY
from netwerk_widgets.model.names.forgetting import Forgotten
from netwerk_widgets.model.names.mentions import called, found, linked, mentions, names_in, offered, unclear, unknown
from netwerk_widgets.model.names.naming import Names
from netwerk_widgets.model.names.redaction import Unnamed
from tests.naming.examples import FOLDER, Example, case_of, examples

ALL = examples()
IDS = [f"{example.kind}: {example.text[:24]}" for example in ALL]


def labels(count: int) -> dict[str, str]:
    return {f"p{at}": f"P{at}" for at in range(1, count + 1)}


@pytest.mark.parametrize("example", ALL, ids=IDS)
class TestOneTable:
    def test_a_sheet_without_names(self, example: Example) -> None:
        sheet = Unnamed(example.people, labels(len(example.roles)), "iemand").out_of_text(example.text)
        assert sheet == example.with_words(lambda people: "/".join(f"P{at + 1}" for at in people))

    def test_forgetting_takes_out_whom_it_is_about_and_leaves_the_others(self, example: Example) -> None:
        for at, role in enumerate(example.roles):
            others = [other for place, other in enumerate(example.roles) if place != at]
            left = Forgotten({role}, "iemand", others).out_of_text(example.text)
            wanted = example.with_words(lambda people, at=at: "iemand" if at in people else None)
            assert letters.composed(left).replace("iemand 2", "iemand2") == wanted.replace("iemand 2", "iemand2"), role

    def test_an_at_links_whom_it_names(self, example: Example) -> None:
        names = Names(example.people)
        for written, people in example.go:
            if written[0].isalnum():
                assert mentions(f"Mijn @{written} weet het", names)[0].people == tuple(f"p{at + 1}" for at in people)

    def test_whoever_is_named_is_found(self, example: Example) -> None:
        case = example.case
        for at, role in enumerate(example.roles, 1):
            for typed in (role, role.upper(), letters.folded(role), f"  {role} "):
                assert f"p{at}" in [person.id for person in found(case, typed)]


def test_the_sheet_of_the_case_file() -> None:
    """As printed before, these showed names."""
    cases = json.loads((FOLDER / "day_sheet.json").read_text(encoding="utf-8"))
    sheet = Unnamed(case_pairs(cases["roles"]), labels(5), "iemand")
    for text, right in cases["wrong_today"].items():
        assert re.sub(r"P\d", "P?", sheet.out_of_text(text)) == letters.composed(right)


def case_pairs(roles: list[str]) -> list[tuple[str, str]]:
    return [(f"p{at}", role) for at, role in enumerate(roles, 1)]


class TestMentioning:
    case = case_of("tante", "oom", "Zoë", "André", "Andre", "Ahmed", "Ahmed", "tante Bep", "collega van de bakkerij")

    def answered(self, text: str, before: Case | None = None) -> str:
        case = before or perform(self.case, Add("answer", "a1", {}))
        return perform(case, Change("answer", "a1", {"text": text})).answers["a1"].persons

    @pytest.mark.parametrize(
        ("typed", "persons"),
        [
            ("@Andre\u0301 was er", "p4"),
            ("@André was er", "p4"),
            ("@Andre was er", "p5"),
            ("@Zoe\u0308 was er", "p3"),
            ("@zoe", "p3"),
            ("@ZOË", "p3"),
            ("@tante en @oom", "p1 p2"),
            ("@tante Bep", "p8"),
            ("@Bep", "p8"),
            ("@Beps huis", "p8"),
            ("@tante\u00a0 Bep", "p8"),
            ("@collega van de bakkerij", "p9"),
            ("@collega", ""),
            ("@ahmed", ""),
            ("mail naar zoe@voorbeeld.nl", ""),
            ("(@Zoë)", "p3"),
            ("@@Zoë", "p3"),
            ("@ Zoë", ""),
        ],
    )
    def test_persons_of_an_answer_are_decided_here(self, typed: str, persons: str) -> None:
        assert self.answered(typed) == persons
        added = perform(self.case, Add("answer", "a2", {"text": typed}))
        assert added.answers["a2"].persons == persons

    def test_whoever_is_said_apart_is_linked_as_said(self) -> None:
        case = perform(self.case, Add("answer", "a1", {"text": "@tante", "persons": "p2"}))
        assert case.answers["a1"].persons == "p2"

    def test_who_is_no_longer_named_goes_and_who_was_pointed_at_stays(self) -> None:
        case = perform(self.case, Add("answer", "a1", {"text": "@tante"}))
        case = perform(case, Name("a1", "p2"))
        assert self.answered("@Zoë", case) == "p2 p3"
        assert self.answered("niemand", case) == "p2"

    def test_nobody_who_is_not_safe_is_linked(self) -> None:
        case = perform(self.case, Change("person", "p3", {"unsafe": True}))
        case = perform(case, Add("answer", "a1", {"text": "@Zoë en @tante"}))
        assert case.answers["a1"].persons == "p1"
        assert unknown("@Zoë", names_in(case)) == [], "they are on the map: nobody is offered a second"

    def test_two_of_one_name_are_for_the_writer_to_choose_from(self) -> None:
        names = names_in(self.case)
        assert unclear("@Ahmed belde, @ahmed ook", names, []) == ["p6", "p7"]
        assert unclear("@Ahmed belde", names, ["p7"]) == []
        assert linked(names, "", "@Ahmed belde", ["p7"], {"p6", "p7"}) == ["p7"]
        assert unknown("@Ahmed", names) == []

    def test_only_who_is_not_there_is_offered_to_add(self) -> None:
        names = names_in(self.case)
        text = "@Piet's fiets, @zoe, @Andre\u0301, @Jan-Peter en @jan-peter, @मीरा"
        assert unknown(text, names) == ["Piet", "Jan-Peter", "मीरा"]

    @pytest.mark.parametrize(
        ("typed", "people", "new"),
        [
            ("zoe", ["p3"], ""),
            ("Zo", ["p3"], ""),
            ("ZOE\u0308", ["p3"], ""),
            ("andre", ["p5", "p4"], ""),
            ("André", ["p4", "p5"], ""),
            ("ahmed", ["p6", "p7"], ""),
            ("tante", ["p1", "p8"], ""),
            ("bep", ["p8"], ""),
            ("Beps", [], ""),
            ("piet", [], "piet"),
            ("piet uit zwolle", [], "piet uit zwolle"),
            ("...", None, ""),
            ("collega van", ["p9"], ""),
        ],
    )
    def test_what_the_list_offers(self, typed: str, people: list[str] | None, new: str) -> None:
        got = offered(self.case, typed)
        assert (None if got is None else [one.id for one in got.people]) == people
        assert got is None or got.new == new

    @pytest.mark.parametrize(
        "typed", ["zoë was er", "zoë ", "bep ", "Ahmeds broer", " zoë", "een twee drie vier vijf zes", "x" * 61]
    )
    def test_a_name_that_is_finished_has_no_list(self, typed: str) -> None:
        assert offered(self.case, typed) is None

    def test_a_longer_role_goes_on_after_a_shorter_one(self) -> None:
        assert [one.id for one in offered(self.case, "tante ").people] == ["p1", "p8"]

    def test_called_exactly_so(self) -> None:
        assert called(self.case, "TANTE  bep") == ["p8"]
        assert called(self.case, "Ahmed") == ["p6", "p7"]
        assert called(self.case, "Bep") == called(self.case, "Ahmeds") == called(self.case, "") == []

    @pytest.mark.parametrize(
        ("typed", "people"), [("zoe", ["p3"]), ("andre", ["p5", "p4"]), ("André", ["p4", "p5"]), ("kker", ["p9"])]
    )
    def test_finding(self, typed: str, people: list[str]) -> None:
        assert [one.id for one in found(self.case, typed)] == people

    def test_naming_is_an_act_of_its_own(self) -> None:
        case = perform(self.case, Add("answer", "a1", {"text": "@tante"}))
        case = perform(case, read_edit({"edit": "name", "answer": "a1", "person": "p2"}))
        assert case.answers["a1"].persons == "p1 p2"
        assert perform(case, Name("a1", "p2")) is case
        case = perform(case, Name("a1", "p1", named=False))
        assert case.answers["a1"].persons == "p2"


class TestSheets:
    def test_somebody_of_before_is_hidden_too_and_who_is_called_so_now_goes_first(self) -> None:
        before = [("p1", "oom Kwibus"), ("p9", "Wilhelmientje"), ("p2", "Truus")]
        sheet = Unnamed([("p1", "Truus")], {"p1": "P1"}, "iemand", before)
        assert sheet.out_of_text("Truus, Kwibus en Wilhelmientjes hond") == "P1, P1 en iemand hond"

    def test_another_one_in_a_role_is_hidden_and_gets_nobodys_number(self) -> None:
        sheet = Unnamed([("p1", "Ahmeds broer"), ("p2", "moeder van Rosa")], {"p1": "P1", "p2": "P2"}, "iemand")
        assert sheet.out_of_text("Ahmed en Rosa; Ahmeds broer") == "iemand en iemand; P1"


class TestForgetting:
    def test_anothers_name_of_which_it_is_a_part_stays(self) -> None:
        gone = Forgotten({"Fatima"}, "iemand", ["Fatima El Idrissi", "moeder van Fatima"])
        assert (
            gone.out_of_text("Fatima, Fatima El Idrissi, moeder van Fatima")
            == "iemand, Fatima El Idrissi, moeder van iemand"
        )
        assert gone.out_of_role("Fatima El Idrissi") == "Fatima El Idrissi"
        assert gone.out_of_role("moeder van Fatima") == "moeder van iemand"

    def test_who_had_no_name_takes_no_word_along(self) -> None:
        gone = Forgotten({"persoon 3"}, "iemand")
        assert gone.out_of_text("een persoon met persoon 3") == "een persoon met iemand"

    def test_of_two_with_one_name_neither_is_left_readable(self) -> None:
        gone = Forgotten({"Ahmed"}, "iemand", ["Ahmed"])
        assert gone.out_of_text("Ahmed") == "iemand"
        assert gone.out_of_role("Ahmed") == "Ahmed"


SCRIPTS = {
    "Latin": "aàáâäåãçčeéèëiíïñoóöuúüyÿzšžbdfgklmnprst",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψωάέ",
    "Cyrillic": "абвгдежзийклмнопрстуфхцчшщыэюяё",
    "Arabic": "ابتثجحخدرزسشصضطعغفقكلمنهوي\u064e\u064f\u0650\u0651",
    "Hebrew": "אבגדהוזחטיכלמנסעפצקרשת\u05b0\u05b8\u05b4",
    "Devanagari": "अकखगघचजटडतदनपबमयरलवशसह\u093e\u093f\u0940\u0941\u0947\u094b\u094d\u0902",
    "Bengali": "অকখগচজটডতদনপবমযরলশসহ\u09be\u09bf\u09c0\u09c1\u09c7",
    "Tamil": "அகஙசஞடணதநபமயரலவழளறன\u0bbe\u0bbf\u0bc0\u0bc1\u0bc6\u0bcd",
    "Telugu": "అకగచజటడతదనపబమయరలవశసహ\u0c3e\u0c3f\u0c41\u0c46",
    "Thai": "กขคงจชซดตนบปพมยรลวสหอ\u0e34\u0e35\u0e38\u0e31\u0e48\u0e49",
    "Khmer": "កខគចជតនបមយរលសហ\u17b6\u17b7\u17b8\u17c1\u17d2",
    "Burmese": "ကခဂငစဇညတနပဘမယရလဝသဟ\u102c\u102d\u102f\u1031\u103a",
    "Georgian": "აბგდევზთიკლმნოპრსტუფქღყშჩცძწჭხ",
    "Amharic": "ሀለሐመሠረሰሸቀበተቸነኘአከወዘየደገጠፀፈፐ",
    "Hangul": "가나다라마바사아자차카타파하민준서연지",
    "Han": "王李张刘陈杨赵黄周吴小明华丽",
    "Kana": "あいうえおかきくけこさしすせそたなはまやらわん",
}


@st.composite
def someones_name(draw: st.DrawFn) -> str:
    alphabet = SCRIPTS[draw(st.sampled_from(sorted(SCRIPTS)))]
    bases = [sign for sign in alphabet if unicodedata.category(sign)[0] == "L"]
    first = draw(st.sampled_from(bases))
    name = first.upper() + draw(st.text(st.sampled_from(alphabet), min_size=2, max_size=8))
    folded = letters.folded(name)
    assume(len(folded) > 2 and folded not in NOBODY | ALSO_WORDS)
    return name


FORMS = {
    "as it is": lambda name: name,
    "composed": lambda name: unicodedata.normalize("NFC", name),
    "apart": lambda name: unicodedata.normalize("NFD", name),
    "shouted": str.upper,
    "small": str.lower,
    "genitive": lambda name: name + "s" if name[-1] < "\u0250" else name,
    "owned": lambda name: name + "'s",
    "folded": letters.folded,
    "broken": lambda name: name[0] + "\u00ad" + name[1:],
}
AROUND = ["", "(", '"', "… ", "hoi ", "1 ", "\n", "\u00a0", "，"]


class TestLaws:
    @given(
        someones_name(),
        st.sampled_from(sorted(FORMS)),
        st.sampled_from(AROUND),
        st.sampled_from([".", " komt", "", ",", "\t", ")"]),
    )
    def test_any_form_of_any_name_goes_from_any_text(self, name: str, form: str, before: str, after: str) -> None:
        written = FORMS[form](name)
        text = f"{before}{written}{after}"
        left = Forgotten({name}, "#").out_of_text(text)
        assert letters.folded(name) not in letters.folded(left)
        assert left.endswith(("#" + after, "#'s" + after))
        assert Unnamed([("p1", name)], {"p1": "P1"}, "?").out_of_text(text) == left.replace("#", "P1")

    @given(someones_name(), someones_name(), st.text(max_size=30))
    def test_a_text_without_the_name_is_left_as_it_was(self, name: str, other: str, rest: str) -> None:
        text = f"{rest} {other}x {rest}"
        names = Names([("p1", name)])
        if not names.spots(text):
            assert Forgotten({name}, "#").out_of_text(text) is text

    @given(st.lists(someones_name(), min_size=1, max_size=4), st.text(max_size=60))
    def test_places_follow_one_another_and_lie_in_the_text(self, names: list[str], text: str) -> None:
        whole = letters.composed(f"{text} {names[0]} {text}")
        spots = Names((f"p{at}", name) for at, name in enumerate(names)).spots(whole)
        assert all(0 <= one.start < one.end <= len(whole) for one in spots)
        assert all(one.end <= other.start for one, other in itertools.pairwise(spots))

    @given(someones_name())
    def test_whoever_is_on_the_map_is_linked_and_found_by_their_name(self, name: str) -> None:
        role = letters.clean(name)
        case = Case(people={"p1": Person("p1", number=1, role=role)}, answers={"a1": Answer("a1")})
        for written in (role, letters.folded(role), role.upper()):
            assert perform(case, Change("answer", "a1", {"text": f"ja @{written}."})).answers["a1"].persons == "p1"
            assert [one.id for one in found(case, written)] == ["p1"]

    @given(st.text(max_size=40), st.text(max_size=200))
    def test_no_role_and_no_text_breaks_it(self, role: str, text: str) -> None:
        names = Names([("p1", role), ("p2", role[:3])])
        names.spots(text + role)
        mentions(f"@{role} {text}", names)
        offered(case_of(role, text), role)
        found(case_of(role), text)
