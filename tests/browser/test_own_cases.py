"""A case of one's own, from its pass phrase to another computer: every way that `test_shelf` does not go."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.core import init_backend
from playwright.sync_api import Locator, Page, expect

from tests.browser.maps import CANVAS, NetMap
from tests.browser.test_map_screen import assert_clear, shot
from tests.stage.scenes import MAP
from tests.stage.stage import Stage

PHRASE, OTHER = "vijf natte laarzen dansen", "zeven droge sokken slapen"
RING = {"PYTHON_KEYRING_BACKEND": "tests.browser.ring.FileRing"}
SHELF = "workbook.case_shelf()"
NO_RING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
Start = Callable[..., NetMap]


@pytest.fixture
def at_shelf(page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Shows the shelf of a home. What ran before has ended: no key is in its memory any more."""
    with contextlib.ExitStack() as running:

        def start(home: str = "thuis", **environment: str) -> NetMap:
            running.close()
            for name, value in environment.items():
                monkeypatch.setenv(name, value)
            init_backend()
            stage = running.enter_context(Stage(tmp_path / home))
            net = NetMap(page, stage.home, stage=stage).show(SHELF)
            expect(page.locator(".nw-shelf")).to_be_visible()
            return net

        yield start
    monkeypatch.undo()
    init_backend()


def press(page: Page, name: str) -> None:
    page.locator(".nw-shelf").get_by_role("button", name=name, exact=True).click()


def dialog(page: Page) -> Locator:
    return page.locator("dialog[open]")


def row(page: Page, code: str) -> Locator:
    return page.locator(f".nw-case[data-code='{code}']")


def new_phrase(page: Page, phrase: str, go: str) -> tuple[str, str]:
    """Fill in a phrase twice, go on, keep the recovery code; gives the case's code and that."""
    page.get_by_label("Nieuwe wachtzin").fill(phrase)
    page.get_by_label("Nog een keer").fill(phrase)
    press(page, go)
    title = page.get_by_role("heading", name=re.compile("Herstelcode van"))
    expect(title).to_be_visible()
    recovery = "-".join(dialog(page).locator(".nw-code span").all_inner_texts())
    assert re.fullmatch(r"([0-9A-Z]{4}-){13}[0-9A-Z]{4}", recovery)
    page.get_by_label("Ik heb de code bewaard").check()
    code = title.inner_text().removeprefix("Herstelcode van ")
    press(page, "Verder")
    expect(row(page, code)).to_contain_text("ligt open")
    return code, recovery


def begin(page: Page, *, remember: bool = False) -> tuple[str, str]:
    press(page, "Nieuwe casus")
    if remember:
        page.get_by_label("Onthoud op deze computer").check()
    return new_phrase(page, PHRASE, "Begin de casus")


def put_away(page: Page, code: str) -> None:
    """Another case on the desk: this one is closed, and after a new start it is locked as well."""
    press(page, "Lege oefencasus")
    expect(row(page, code)).not_to_contain_text("ligt open")


def enter(page: Page, code: str, words: str, *, label: str = "Wachtzin") -> None:
    field = dialog(page).get_by_label(label, exact=True)
    field.fill(words)
    page.keyboard.press("Enter")


def test_wrong_phrase_right_phrase_recovery_code_and_another_phrase(at_shelf, tmp_path):
    page = at_shelf().page
    press(page, "Nieuwe casus")
    strength = dialog(page).locator(".nw-strength")
    for phrase, words in (("welkom01", "heel zwak"), ("laarzen fiets", "zwak"), (PHRASE, "goed")):
        page.get_by_label("Nieuwe wachtzin").fill(phrase)
        expect(strength).to_contain_text(words)
    shot(page, "own-strength")
    page.keyboard.press("Escape")
    code, recovery = begin(page)
    at_shelf()
    press(page, f"{code} openen")
    expect(dialog(page).get_by_label("Wachtzin", exact=True)).to_be_focused()
    enter(page, code, "helemaal verkeerd geraden")
    expect(dialog(page).get_by_role("alert")).to_contain_text("De wachtzin klopt niet, of het begin van het bestand is")
    enter(page, code, PHRASE)
    expect(row(page, code)).to_contain_text("ligt open")
    at_shelf()
    press(page, f"{code} openen")
    press(page, "Ik weet de wachtzin niet meer, ik heb de herstelcode")
    enter(page, code, recovery[:-6], label="Herstelcode")
    expect(dialog(page).get_by_role("alert")).to_contain_text("groepje")
    enter(page, code, f" {recovery.replace('-', ' ').lower()} ", label="Herstelcode")
    expect(row(page, code)).to_contain_text("ligt open")
    press(page, "Andere wachtzin")
    _, another = new_phrase(page, OTHER, "Verander de wachtzin")
    assert another != recovery
    at_shelf()
    press(page, f"{code} openen")
    for old, label in ((PHRASE, "Wachtzin"), (recovery, "Herstelcode")):
        if label == "Herstelcode":
            press(page, "Ik weet de wachtzin niet meer, ik heb de herstelcode")
        enter(page, code, old, label=label)
        expect(dialog(page).get_by_role("alert")).to_contain_text("gaat niet open")
    press(page, "Toch met de wachtzin")
    enter(page, code, OTHER)
    expect(row(page, code)).to_contain_text("ligt open")


def test_the_recovery_code_is_shown_large_and_printed_alone(at_shelf):
    page = at_shelf().page
    press(page, "Nieuwe casus")
    page.get_by_label("Nieuwe wachtzin").fill(PHRASE)
    page.get_by_label("Nog een keer").fill(PHRASE)
    press(page, "Begin de casus")
    expect(dialog(page)).to_contain_text("Zonder wachtzin en zonder code kan niemand de casus nog openen")
    shot(page, "own-recovery")
    assert_clear(page, ("dialog[open] .nw-dialog-buttons button",), "recovery")
    recovery = "-".join(dialog(page).locator(".nw-code span").all_inner_texts())
    page.evaluate(
        """() => {
            document.body.append = (node) => {
                document.body.appendChild(node);
                node.contentWindow.print = () => { window.printed = node.contentDocument.body.innerText; };
            };
        }"""
    )
    press(page, "Druk af")
    page.wait_for_function("window.printed")
    printed = page.evaluate("window.printed")
    assert recovery in printed.replace("\n", "-")
    assert "127.0.0.1" not in printed
    # Escape does not throw the code away before it is said to be kept.
    page.keyboard.press("Escape")
    expect(dialog(page)).to_contain_text(recovery[:19])


def test_a_case_moves_to_another_computer(at_shelf, tmp_path: Path):
    here = at_shelf("thuis")
    page = here.page
    code, _ = begin(page)
    here.show(MAP).until(f"{CANVAS}.look.map.mirror.people().length === 1")
    page.mouse.dblclick(*here.spot(150, 150))
    page.locator(".nw-map-adding:visible input").fill("tante")
    page.keyboard.press("Enter")
    here.saved().show(SHELF)
    press(page, f"Meer met {code}")
    press(page, "Naar een andere computer")
    stick = tmp_path / "stick"
    stick.mkdir()
    page.get_by_label("In welke map").fill(str(stick))
    page.get_by_label("Haal de casus hier daarna weg").check()
    press(page, "Verhuis")
    expect(dialog(page)).to_contain_text("De casus is verhuisd")
    shot(page, "own-moved")
    dialog(page).get_by_role("button", name="Sluiten").click()
    expect(row(page, code)).to_have_count(0)
    assert not list((tmp_path / "thuis" / "casussen").glob(f"{code}*"))
    (file,) = stick.iterdir()
    assert file.name == f"{code}.casus"
    # The other computer.
    there = at_shelf("elders")
    press(page, "Bestand erbij halen")
    page.locator("input[type=file]").set_input_files(file)
    enter(page, code, PHRASE)
    expect(row(page, code)).to_contain_text("ligt open")
    there.show(MAP).until(f"{CANVAS}.look.map.mirror.people().some((one) => one.role === 'tante')")


def test_an_expired_case_is_asked_about_and_never_thrown_away(at_shelf, tmp_path: Path):
    page = at_shelf().page
    code, _ = begin(page)
    put_away(page, code)
    note = tmp_path / "thuis" / "lijst" / f"{code}.json"
    note.write_text(json.dumps(json.loads(note.read_text()) | {"expires": "2026-01-01T00:00:00Z"}))
    at_shelf()
    expect(row(page, code)).to_contain_text("De 30 dagen zijn om: bewaren of vergeten?")
    shot(page, "own-expired")
    press(page, f"{code} bewaren")
    expect(row(page, code)).to_contain_text("wordt bewaard")
    press(page, f"{code} niet meer bewaren")
    expect(row(page, code)).to_contain_text("nog 30 dagen")


def test_a_key_remembered_on_this_computer_opens_the_case_until_it_is_forgotten(at_shelf, tmp_path):
    ring = RING | {"NETWERK_TEST_RING": str(tmp_path / "sleutelbos.json")}
    page = at_shelf(**ring).page
    code, _ = begin(page, remember=True)
    assert PHRASE not in (tmp_path / "sleutelbos.json").read_text()
    put_away(page, code)
    at_shelf(**ring)
    press(page, f"{code} openen")
    expect(row(page, code)).to_contain_text("ligt open")
    put_away(page, code)  # also of a case that does not lie open
    press(page, f"Meer met {code}")
    press(page, "Niet meer onthouden")
    expect(page.locator(".nw-notice", has_text="wordt hier niet meer onthouden")).to_be_visible()
    assert json.loads((tmp_path / "sleutelbos.json").read_text()) == {}
    at_shelf(**ring)
    press(page, f"{code} openen")
    expect(dialog(page).get_by_label("Wachtzin", exact=True)).to_be_visible()


def test_without_a_key_ring_it_says_so(at_shelf):
    page = at_shelf(**NO_RING).page
    press(page, "Nieuwe casus")
    expect(dialog(page)).to_contain_text("Deze computer kan de sleutel niet veilig onthouden")
    expect(page.get_by_label("Onthoud op deze computer")).to_have_count(0)
