"""*Mijn casussen*, with a home of its own: from a first own case to forgetting it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.maps import NetMap
from tests.stage.stage import Stage

PHRASE = "vijf natte laarzen dansen"


@pytest.fixture
def shelf(page: Page, tmp_path) -> Iterator[Page]:
    with Stage(tmp_path / "home") as stage:
        NetMap(page, stage.home, stage=stage).show("workbook.case_shelf()")
        expect(page.locator(".nw-shelf")).to_be_visible()
        yield page


def press(page: Page, name: str) -> None:
    page.locator(".nw-shelf").get_by_role("button", name=name, exact=True).click()


def case(page: Page, code: str):
    return page.locator(f".nw-case[data-code='{code}']")


def begin(page: Page) -> str:
    """An own case, begun; gives its code."""
    press(page, "Nieuwe casus")
    page.get_by_label("Nieuwe wachtzin").fill("welkom")
    expect(page.get_by_text("heel zwak")).to_be_visible()
    expect(page.get_by_role("button", name="Begin de casus")).to_be_disabled()
    page.get_by_label("Nieuwe wachtzin").fill(PHRASE)
    page.get_by_label("Nog een keer").fill("iets anders")
    expect(page.get_by_text("niet gelijk")).to_be_visible()
    page.get_by_label("Nog een keer").fill(PHRASE)
    press(page, "Begin de casus")
    title = page.get_by_role("heading", name=re.compile("Herstelcode van"))
    expect(title).to_be_visible()
    expect(page.get_by_role("button", name="Verder")).to_be_disabled()
    page.get_by_label("Ik heb de code bewaard").check()
    code = title.inner_text().removeprefix("Herstelcode van ")
    press(page, "Verder")
    expect(case(page, code)).to_contain_text("ligt open")
    return code


def test_an_own_case_from_beginning_to_forgetting(shelf: Page, tmp_path):
    code = begin(shelf)
    case(shelf, code).get_by_role("button", name=f"{code} bewaren", exact=True).click()
    expect(case(shelf, code)).to_contain_text("wordt bewaard")
    # A backup, and it says where it is.
    case(shelf, code).get_by_role("button", name=f"Meer met {code}").click()
    press(shelf, "Back-up maken")
    shelf.get_by_label("In welke map").fill(str(tmp_path / "nergens"))
    press(shelf, "Maak de kopie")
    expect(shelf.get_by_role("alert")).to_contain_text("Deze map is er niet")
    shelf.get_by_label("In welke map").fill(str(tmp_path))
    press(shelf, "Maak de kopie")
    where = shelf.locator(".nw-dialog .nw-path")
    expect(where).to_contain_text(code)
    backup = where.inner_text()
    shelf.locator("dialog[open]").get_by_role("button", name="Sluiten").click()
    # Forgotten only when its code is typed.
    press(shelf, "Vergeten")
    expect(shelf.get_by_role("button", name="Vergeet voorgoed")).to_be_disabled()
    shelf.get_by_label(f"Typ de code {code}").fill(code)
    press(shelf, "Vergeet voorgoed")
    expect(case(shelf, code)).to_have_count(0)
    # Brought in again from the backup: a wrong phrase says both that it can be, the right one opens.
    press(shelf, "Bestand erbij halen")
    shelf.locator("input[type=file]").set_input_files(backup)
    phrase = shelf.get_by_label("Wachtzin", exact=True)
    phrase.fill("zeven droge sokken slapen")
    shelf.keyboard.press("Enter")
    expect(shelf.get_by_role("alert")).to_contain_text("beschadigd")
    expect(phrase).to_have_value("")
    phrase.fill(PHRASE)
    shelf.keyboard.press("Enter")
    expect(case(shelf, code)).to_contain_text("ligt open")


def test_a_practice_case_becomes_ones_own(shelf: Page):
    expect(shelf.locator(".nw-banner")).to_contain_text("Oefencasus.")
    press(shelf, "Bewaar als eigen casus")
    shelf.get_by_label("Nieuwe wachtzin").fill(PHRASE)
    shelf.get_by_label("Nog een keer").fill(PHRASE)
    press(shelf, "Bewaar")
    shelf.get_by_label("Ik heb de code bewaard").check()
    press(shelf, "Verder")
    expect(shelf.locator(".nw-banner")).to_contain_text("Dit is geen dossier")
    expect(shelf.locator(".nw-case")).to_have_count(2)


def test_another_programs_network_comes_in_with_its_questions(shelf: Page, tmp_path):
    file = tmp_path / "rosa.json"
    file.write_text(
        '{"ego": {"name": "Rosa"}, "alteri": [{"id": 1, "name": "Bep", "role": "", "angle": 45, "distance": 20}]}',
        encoding="utf-8",
    )
    press(shelf, "Bestand erbij halen")
    shelf.get_by_label("Of typ waar het staat").fill(str(file))
    press(shelf, "Haal erbij")
    expect(shelf.get_by_text("Waar hoort ieder bij?")).to_be_visible()
    shelf.get_by_label("Maak er een oefencasus van").check()
    press(shelf, "Begin de casus")
    expect(shelf.locator(".nw-case")).to_have_count(2)


def test_escape_closes_a_question_and_the_focus_returns(shelf: Page):
    button = shelf.get_by_role("button", name="Nieuwe casus")
    button.focus()
    shelf.keyboard.press("Enter")
    expect(shelf.locator("dialog[open]")).to_be_visible()
    shelf.keyboard.press("Escape")
    expect(shelf.locator("dialog")).to_have_count(0)
    expect(button).to_be_focused()
