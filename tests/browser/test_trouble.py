"""Files that cannot be worked in as usual, each opened as a user would: what is said, and that it is true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from netwerk_widgets.casefile.errors import CaseFileError, TakenOver
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key, derive, salt_of
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.casefile.storage.schema import FORMAT
from netwerk_widgets.exchange.content import practice_case
from netwerk_widgets.model.edits import AddPerson
from tests.browser.conftest import Netwerk, as_anybody, wait_ready
from tests.browser.maps import CANVAS, STATUS, NetMap
from tests.browser.test_map_screen import shot
from tests.casefile import format1
from tests.casefile.make import keyed
from tests.stage.scenes import MAP
from tests.stage.stage import Stage

COR = Author("CD", "laptop-van-Cor")
PHRASE = "vijf natte laarzen dansen"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A home with one practice case in it; whatever a test locked is unlocked again."""
    shelf = Shelf(tmp_path / "thuis")
    shelf.create_practice(practice_case("mo", "nl")).close()
    yield shelf.home
    shelf.cases.chmod(0o700)


@pytest.fixture
def opened(page: Page, start_netwerk: Callable[..., Netwerk], home: Path) -> Callable[..., NetMap]:
    """Starts `netwerk` on this home and opens a step of the start workbook."""

    def open_step(step: str = "kaart") -> NetMap:
        running = start_netwerk(home, before=as_anybody).ready()
        running.ask("netwerk/state", {"lang": "nl", "last": "00_start", "steps": {"00_start": step}}, "PUT")
        page.goto(running.url)
        wait_ready(page)
        return NetMap(page, home)

    return open_step


@pytest.fixture
def case(spare_netwerk: Netwerk) -> tuple[Path, Key]:
    """A practice case of the spare `netwerk`, and its key."""
    with Shelf(spare_netwerk.home).create_practice(practice_case("mo", "nl")) as file:
        return file.path, file.key


@pytest.fixture
def laid(case: tuple[Path, Key], spare_turn_to: Callable[..., Page], spare_netwerk: Netwerk) -> Callable[[str], NetMap]:
    """Lays that case on the desk, with a step of the start workbook in sight."""

    def lay(step: str = "kaart") -> NetMap:
        here = NetMap(spare_turn_to("00_start", step=step), spare_netwerk.home)
        here.kernel(f"from netwerk_widgets import workbook\nworkbook.desk().open({case[0].stem!r})")
        return here.told()

    return lay


def the_case(home: Path) -> tuple[Path, Key]:
    """The one case of this home, and its key."""
    shelf = Shelf(home)
    (entry,) = shelf.list()
    return entry.path, shelf.key(entry.code)


def lock(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)


def assert_only_to_read(here: NetMap, *said: str, refused: str = "Er is niets veranderd", lasts: bool = False) -> None:
    """The map shows the case, says why it cannot be altered (and goes on saying so), and takes no edit."""
    page = here.page
    here.until(f"{CANVAS}.look.map.mirror.people().length > 1")
    why = page.locator(".nw-notice:visible").first
    for words in said:
        expect(why).to_contain_text(words)
    expect(page.locator(".nw-map-hint:visible")).to_have_text("Tik op iemand om meer te zien.")
    expect(page.locator(".nw-bar-saved")).to_have_text("Alleen lezen")
    for tool in ("persoon erbij", "band trekken", "ongedaan"):
        expect(
            page.locator(".nw-map-tools:visible").get_by_role("button", name=re.compile(tool, re.IGNORECASE))
        ).to_be_disabled()
    people = here.canvas("canvas.nodes.size")
    page.mouse.dblclick(*here.spot(250, 250))
    expect(page.locator(".nw-map-adding:visible")).to_have_count(0)
    first = here.canvas("canvas.look.map.mirror.people()[1].id")
    here.canvas("canvas.look.map.connection.edit({ edit: 'place', moves: [[given[0], 5, 5]] })", first)
    expect(page.locator(".nw-notice:visible").last).to_contain_text(refused)
    if lasts:
        expect(why).to_contain_text(said[-1])
    here.until(f"{STATUS}.pending === 0")
    assert here.canvas("canvas.nodes.size") == people


def test_a_case_where_nothing_can_be_written_opens_to_read(home: Path, opened):
    path, _ = the_case(home)
    lock(path)
    before = path.read_bytes()
    here = opened()
    shot(here.page, "read-only")
    assert_only_to_read(here, "niet schrijven", lasts=True)
    assert path.read_bytes() == before


def test_a_case_of_a_newer_format_opens_to_read(case: tuple[Path, Key], laid):
    path, key = case
    db = keyed(path, key)
    db.execute("UPDATE entity SET data = json_set(data, '$.gezicht', 'iets nieuws') WHERE kind = 'person'").close()
    db.execute(f"PRAGMA user_version = {FORMAT + 1}").close()
    db.close()
    before = path.read_bytes()
    here = laid()
    shot(here.page, "newer-format")
    assert_only_to_read(here, "nieuwere versie")
    assert path.read_bytes() == before


def test_an_old_format_where_nothing_can_be_written_opens_to_read(home: Path, opened):
    path, key = the_case(home)
    path.unlink()
    format1.build(path, key)
    lock(path)
    before = path.read_bytes()
    here = opened()
    assert_only_to_read(here, "oude vorm", "niet schrijven", lasts=True)
    shot(here.page, "old-format")
    assert "tante Rosa" in here.labels()
    assert path.read_bytes() == before


def test_a_case_that_another_computer_has_open_can_be_read_or_taken_over(case: tuple[Path, Key], laid):
    path, key = case
    here = laid("casus")
    page, code = here.page, path.stem
    page.locator(".nw-shelf").get_by_role("button", name="Lege oefencasus").click()
    row = page.locator(f".nw-case[data-code='{code}']")
    expect(row).not_to_contain_text("ligt open")
    with CaseFile.open(path, key, COR) as there:
        row.get_by_role("button", name=f"{code} openen").click()
        dialog = page.locator("dialog[open]")
        expect(dialog).to_contain_text(
            re.compile(r"CD heeft deze casus open op laptop-van-Cor, sinds \d\d-\d\d-\d{4} \d\d:\d\d\.")
        )
        shot(page, "in-use")
        dialog.get_by_role("button", name="Alleen lezen").click()
        expect(row).to_contain_text("ligt open om te lezen")
        expect(page.locator(".nw-bar-saved")).to_have_text("Alleen lezen")
        there.apply(AddPerson("n1", "nieuwe buur", x=150, y=150))
        page.keyboard.press("PageUp")
        here.until(f"{CANVAS}.nodes.has('n1')")
        shot(page, "in-use-reading")
        # Taken over after all: the other one hears of it and can only read from then on.
        page.keyboard.press("PageDown")
        row.get_by_role("button", name=f"{code} opnieuw openen").click()
        dialog.get_by_role("button", name="Overnemen").click()
        expect(row).to_contain_text("ligt open")
        expect(page.locator(".nw-bar-saved")).to_contain_text("Opgeslagen")
        with pytest.raises(TakenOver):
            there.poll()
        with pytest.raises(CaseFileError):
            there.apply(AddPerson("n2", "nog een buur"))
    page.keyboard.press("PageUp")
    here.until(f"{CANVAS}.nodes.has('n1') && {CANVAS}.look.map.connection.writable.get()")
    here.add("wie erbij kwam")
    assert "wie erbij kwam" in [person.role for person in here.case().people.values()]


def test_a_case_that_is_taken_over_says_so_and_can_be_taken_back(case: tuple[Path, Key], laid):
    path, key = case
    here = laid()
    page = here.page
    here.until(f"{CANVAS}.look.map.mirror.people().length > 5")
    with CaseFile.open(path, key, COR, take_over=True, keep_copy=False) as there:
        assert_only_to_read(here, "CD werkt nu aan deze casus op laptop-van-Cor", refused="alleen nog lezen")
        shot(page, "taken-over")
        there.apply(AddPerson("n1", "nieuwe buur", x=150, y=150))
        page.keyboard.press("PageDown")
        page.get_by_role("button", name=f"{path.stem} opnieuw openen").click()
        page.locator("dialog[open]").get_by_role("button", name="Overnemen").click()
        expect(page.locator(".nw-bar-saved")).to_contain_text("Opgeslagen")
    page.keyboard.press("PageUp")
    here.until(f"{CANVAS}.nodes.has('n1')")
    expect(page.locator(".nw-notice:visible")).to_have_count(0)


def own_case(home: Path) -> Path:
    """An own case with a last good copy beside it."""
    shelf = Shelf(home)
    shelf.create_own(PHRASE, practice_case("mo", "nl")).close()
    path = next(entry.path for entry in shelf.list() if not entry.practice)
    shelf.open(path.stem, derive(PHRASE, salt_of(path))).close()
    assert (path.parent / f"{path.name}.kopie").exists()
    return path


SPOILT = {
    "a page": lambda data: data[: 3 * 4096] + bytes(2 * 4096) + data[5 * 4096 :],
    "the end": lambda data: data[:-4000],
    "the beginning": lambda data: bytes(100) + data[100:],
    "everything": lambda data: b"",
}
SAID = {"a page": "beschadigd", "the end": "niet compleet", "the beginning": "beschadigd", "everything": "leeg"}


@pytest.mark.parametrize(
    ("how", "way"),
    [(how, "Open de reservekopie") for how in SPOILT] + [(how, "Red wat leesbaar is") for how in ("a page", "the end")],
)
def test_a_damaged_case_offers_its_copy_and_what_is_readable(home: Path, page: Page, how, way):
    path = own_case(home)
    path.write_bytes(SPOILT[how](path.read_bytes()))
    spoilt = path.read_bytes()
    with Stage(home) as stage:
        here = NetMap(page, home, stage=stage).show("workbook.case_shelf()")
        a_way_is_taken(here, path, how, way)
        here.show(MAP).told().until(f"{CANVAS}.nodes.size > {1 if 'Red' in way else 10}")
        here.add("wie erbij kwam")
    assert path.read_bytes() == spoilt


def a_way_is_taken(here: NetMap, path: Path, how: str, way: str) -> None:
    """The case is opened by its phrase, it says what is wrong with it, and it is gone on with in this way."""
    page = here.page
    page.get_by_role("button", name=f"{path.stem} openen").click()
    dialog = page.locator("dialog[open]")
    phrase = dialog.get_by_label("Wachtzin", exact=True)
    phrase.fill(PHRASE)
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text(SAID[how])
    shot(page, f"damaged-{how.rsplit(maxsplit=1)[-1]}")
    if how == "the beginning":  # a damaged beginning looks like a wrong phrase: it was cleared
        phrase.fill(PHRASE)
    dialog.get_by_role("button", name=way).click()
    expect(dialog).to_have_count(0, timeout=30_000)  # a key is made, and a file is read through
    current = page.locator(".nw-case", has_text="ligt open")
    expect(current).to_have_count(1)
    expect(current).not_to_contain_text(path.stem)
