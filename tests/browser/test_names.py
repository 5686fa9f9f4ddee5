"""Names as people write them, on the page: with an @, in find, in the list, on the sheet without roles, on the map."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from netwerk_widgets.model.case.letters import cut
from tests.browser.asking import Cards
from tests.browser.maps import NetMap, eventually
from tests.browser.test_paper import CATCH, edit, printed

PEOPLE = ("Zoë", "André", "Andre", "Ahmed", "Ahmed", "tante Bep", "Fatima El Idrissi", "👨‍👩‍👧‍👦 gezin Ünal")
MAKING = f"""
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import AddPerson, perform
case = perform(Case(), AddPerson("ego", "Mo", circle=0))
for at, role in enumerate({PEOPLE!r}, 1):
    case = perform(case, AddPerson(f"p{{at}}", role, circle=1 + at % 3, domain=("family", "friends")[at % 2]))
"""

SIGNS = "👨‍👩‍👧‍👦👩🏽‍⚕️🇳🇱 Zoe\u0308s नीता 👨‍👩‍👧 een lange rol"
CROWD = f"""
for at in range(9, 70):
    case = perform(case, AddPerson(f"p{{at}}", {SIGNS!r}, circle=1 + at % 3, domain="family"))
"""


@pytest.fixture
def cards(on_stage) -> Cards:
    return on_stage("workbook.question_cards()", begin="", kind=Cards).lay(MAKING)


class TestAt:
    def test_composed_or_not_with_accents_or_without(self, cards: Cards):
        for typed, person in (
            ("@Andre\u0301 was er", "p2"),
            ("@Zoe\u0308 was er", "p1"),
            ("@zoe", "p1"),
            ("@Beps huis", "p6"),
        ):
            cards.write(typed)
            assert cards.answers()[-1].persons == person, typed
            expect(cards.pane.locator(".nw-offer")).to_have_count(0)

    def test_the_list_offers_whom_one_means_and_the_keys_wait_for_it(self, cards: Cards):
        cards.field.press_sequentially("@zoe")
        expect(cards.options.first).to_have_text("Zoë")
        cards.field.press("Enter")
        expect(cards.field).to_have_value("@Zoë ")
        cards.page.keyboard.type("en @bep")
        cards.page.keyboard.press("Enter")  # before the kernel can have answered
        expect(cards.field).to_have_value("@Zoë en @tante Bep ")
        cards.page.keyboard.type("x@y en @Piet")
        expect(cards.options).to_have_text(["+ Piet op de kaart"])
        cards.page.keyboard.press("Enter")  # somebody new is never added by a stray Enter
        eventually(lambda: sorted(cards.named()) == ["Zoë", "tante Bep"])
        expect(cards.field).to_have_value("@Zoë en @tante Bep x@y en @Piet\n")

    def test_two_of_one_name_are_told_apart_and_nobody_is_chosen_for_the_writer(self, cards: Cards):
        cards.write("@Ahmed belde")
        assert cards.answers()[-1].persons == ""
        wanted = ["+ Ahmed (familie, kring 2) noemen", "+ Ahmed (vrienden, kring 3) noemen"]
        offers = cards.pane.locator(".nw-offer")
        expect(offers).to_have_count(2)
        assert sorted(offers.all_inner_texts()) == wanted
        offers.filter(has_text="vrienden").click()
        expect(offers).to_have_count(0)
        eventually(lambda: cards.answers()[-1].persons == "p5")
        cards.field.fill("")
        cards.field.press_sequentially("@ahm")
        expect(cards.options).to_have_count(3)
        assert sorted(cards.options.all_inner_texts()[:2]) == ["Ahmed (familie, kring 2)", "Ahmed (vrienden, kring 3)"]
        cards.options.filter(has_text="familie").click()
        expect(cards.field).to_have_value("@Ahmed ")
        eventually(lambda: "p4" in cards.answers()[-1].persons)


class TestOnTheMap:
    @pytest.mark.parametrize(
        ("typed", "people"), [("zoe", ["Zoë"]), ("andre", ["Andre", "André"]), ("ANDRÉ", ["André", "Andre"])]
    )
    def test_find(self, network_map: NetMap, typed: str, people: list[str]):
        network_map.begin(MAKING)
        network_map.page.locator(".nw-canvas:visible").focus()
        network_map.page.keyboard.press("/")
        field = network_map.page.locator(".nw-map-found input")
        field.fill(typed)
        expect(network_map.page.locator(".nw-map-found button")).to_have_text(people)
        field.press("Enter")
        expect(field).to_have_count(0)
        network_map.rest()
        expect(field).to_have_count(0)  # the key that found somebody does not press what gets the focus next
        eventually(lambda: network_map.canvas("canvas.selectedNodes.length") == 1)
        assert network_map.case().people[network_map.canvas("canvas.selectedNodes[0]")].role == people[0]

    def test_the_list_finds_by_the_same_rule(self, network_map: NetMap):
        network_map.begin(MAKING)
        network_map.page.locator(".nw-canvas:visible").focus()
        network_map.page.keyboard.press("l")
        find = network_map.page.locator(".nw-list:visible [data-nw-find]")
        names = network_map.page.locator(".nw-list:visible [data-part='name']")
        for typed, found in (("andre", ["Andre", "André"]), ("el  idrissi", ["Fatima El Idrissi"]), ("niemand zo", [])):
            find.fill(typed)
            expect(names).to_have_count(len(found))
            assert sorted(names.all_inner_texts()) == found
        network_map.page.keyboard.press("Escape")

    def test_a_sheet_of_numbers_names_nobody(self, network_map: NetMap):
        network_map.begin(MAKING)
        now = datetime.now(UTC).isoformat()
        texts = ("Ahmeds broer", "tante  Bep", "Zoe\u0308 belt", "Fatima komt", "oma omarmen en beppen")
        for at, text in enumerate(texts):
            edit(network_map, edit="add", kind="annotation", id=f"n{at}", fields={"text": text, "at": now})
        edit(
            network_map,
            edit="add",
            kind="step",
            id="s1",
            fields={"text": "Andrés fiets", "by": "als Bep kan", "person": "p1"},
        )
        network_map.saved()
        page = network_map.page
        page.evaluate(CATCH)
        network_map.tool("Afdrukken of bewaren")
        dialog = page.locator("dialog[open]")
        dialog.get_by_role("checkbox", name=re.compile("één A4")).check()
        lines = re.findall("<li>(.*?)</li>", printed(dialog))
        page.evaluate("() => { delete document.body.append; document.querySelector('.nw-print')?.remove(); }")
        page.keyboard.press("Escape")
        number = {one: person.number for one, person in network_map.case().people.items()}
        p = [f"P{number[f'p{at}']}" for at in range(1, 9)]
        assert lines == [
            f"{p[1]} fiets ({p[0]}, als {p[5]} kan)",
            f"{p[3]}/{p[4]} broer",
            p[5],
            f"{p[0]} belt",
            f"{p[6]} komt",
            "oma omarmen en beppen",
        ]

    def test_a_family_in_one_sign_is_not_cut_where_there_is_room_and_never_inside(self, network_map: NetMap):
        network_map.begin(MAKING)
        network_map.rest()
        assert PEOPLE[-1] in network_map.labels()
        network_map.begin(MAKING + CROWD)
        network_map.rest()
        shortened = [label for label in network_map.labels() if label.endswith("…")]
        assert len(shortened) > 5
        for label in shortened:
            role = next(role for role in (*PEOPLE, SIGNS) if role.startswith(label[:-1].rstrip()))
            kept = role[: len(label) - 1].rstrip()
            assert cut(role, len(kept)) == kept, label
