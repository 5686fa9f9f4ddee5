"""Versions, the wished map and looking back: gestures in the browser, what came of them on disk."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.home import CASES, practice_key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.case.wishes import as_wished_of, wish_of
from tests.browser.boards import PREFS
from tests.browser.maps import CANVAS, PICTURE, NetMap, eventually


def revisions(shown: NetMap) -> int:
    path = shown.home / CASES / f"{shown.code}.casus"
    with CaseFile.open(path, practice_key(shown.home, shown.code), Author("T", "t"), read_only=True) as file:
        return file.revision


def panel(shown: NetMap):
    return shown.page.locator(".nw-map-versions:visible")


def open_versions(shown: NetMap) -> None:
    if not panel(shown).count():
        shown.tool("Toen, nu en gewenst")
    panel(shown).wait_for()


@pytest.fixture
def versioned(network_map: NetMap) -> NetMap:
    """A map with the version "na de zomer", after which the neighbour came nearer and the boss was taken away."""
    open_versions(network_map)
    panel(network_map).get_by_text("Geef de kaart van vandaag een naam").click()
    panel(network_map).get_by_label("Naam van deze versie").fill("na de zomer")
    network_map.page.keyboard.press("Enter")
    eventually(lambda: len(network_map.case().versions) == 1)
    network_map.kernel(
        "from netwerk_widgets import workbook\nfrom netwerk_widgets.model.edits import *\nfile = workbook.desk().file\n"
        "file.apply(Put(('neighbour',), circle=2))\nfile.apply(Remove((('person', 'boss'),)))"
    )
    yield network_map
    if panel(network_map).count():
        network_map.tool("Toen, nu en gewenst")


def test_now_beside_then_in_sentences_and_arrows(versioned: NetMap) -> None:
    was = versioned.kernel("print(file.at(next(iter(file.case.versions.values())).revision).people['neighbour'].x)")
    panel(versioned).get_by_label("Leg de kaart van nu naast").select_option(index=1)
    panel(versioned).get_by_text("buurvrouw: van kring 3 naar kring 2.").wait_for()
    panel(versioned).get_by_text("chef: staat niet meer op de kaart.").wait_for()
    assert versioned.canvas("canvas.look.map.trail.were.neighbour[0]") == pytest.approx(float(was))
    assert "chef" in versioned.labels()


def test_somebody_of_then_is_called_back_and_undo_takes_them_away_again(versioned: NetMap) -> None:
    panel(versioned).get_by_label("Leg de kaart van nu naast").select_option(index=1)
    panel(versioned).get_by_role("button", name="Roep chef terug").click()
    eventually(lambda: "boss" in versioned.case().people)
    versioned.tool("Ongedaan maken: chef teruggeroepen")
    eventually(lambda: "boss" not in versioned.case().people)


def test_somebody_who_is_off_the_map_is_forgotten_for_good(versioned: NetMap) -> None:
    panel(versioned).get_by_label("Leg de kaart van nu naast").select_option(index=1)
    panel(versioned).get_by_text("chef: staat niet meer op de kaart.").wait_for()
    panel(versioned).get_by_role("button", name="Wie is van de kaart gehaald?").click()
    dialog = versioned.page.locator("dialog[open]")
    dialog.get_by_role("button", name="Vergeet chef voorgoed").click()
    dialog.get_by_role("heading", name="chef voorgoed vergeten?").wait_for()
    dialog.get_by_role("button", name="Ja, vergeet voorgoed").click()
    dialog.get_by_text("Er is niemand van de kaart gehaald").wait_for()
    dialog.get_by_role("button", name="Sluiten").click()
    panel(versioned).get_by_text("chef").wait_for(state="detached")
    path = versioned.home / CASES / f"{versioned.code}.casus"
    with CaseFile.open(path, practice_key(versioned.home, versioned.code), Author("T", "t"), read_only=True) as file:
        assert not file.taken_away()
        version = next(iter(file.case.versions.values()))
        assert "boss" not in file.at(version.revision).people
    assert "chef" not in versioned.page.locator(".nw-map:visible").inner_html()


def test_two_maps_stand_side_by_side(versioned: NetMap) -> None:
    panel(versioned).get_by_label("Leg de kaart van nu naast").select_option(index=1)
    panel(versioned).get_by_role("button", name="Naast elkaar").click()
    versioned.until("document.querySelector('.nw-map-twin')?.netwerkCanvas?.nodes.has('boss')")
    assert not versioned.canvas("canvas.nodes.has('boss')") or versioned.page.locator(".nw-map-twin").count() == 1
    panel(versioned).get_by_role("button", name="Naast elkaar").click()
    versioned.until("!document.querySelector('.nw-map-twin')")


def test_hidden_names_are_hidden_in_what_differs(versioned: NetMap) -> None:
    panel(versioned).get_by_label("Leg de kaart van nu naast").select_option(index=1)
    panel(versioned).get_by_text("buurvrouw: van kring 3 naar kring 2.").wait_for()
    versioned.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: true }})")
    versioned.rest()
    assert not [word for word in ("buurvrouw", "chef", "zomer", "Mo ") if word in panel(versioned).inner_html()]
    assert "chef" not in versioned.labels()
    versioned.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: false }})")


def test_a_wish_is_drawn_and_nobody_moves(network_map: NetMap) -> None:
    open_versions(network_map)
    panel(network_map).get_by_label("Leg de kaart van nu naast").select_option("wished")
    panel(network_map).get_by_text("De kaart van nu blijft zoals hij is.").wait_for()
    before = network_map.person("vriendin")
    x, y = network_map.where("vriendin")
    network_map.drag((x, y), (x - 50, y - 60))
    network_map.saved()
    eventually(lambda: wish_of(network_map.person("vriendin")) is not None)
    after = network_map.person("vriendin")
    assert (after.x, after.y, after.circle) == (before.x, before.y, before.circle)
    panel(network_map).get_by_text("Zo zou Mo het graag zien.").wait_for()
    wished = network_map.canvas("canvas.nodes.get('friend').x")
    assert wished == pytest.approx(after.wish_x)
    panel(network_map).get_by_label("Leg de kaart van nu naast").select_option("")
    network_map.until(f"{CANVAS}.nodes.get('friend').x === {before.x}")
    network_map.tool("Toen, nu en gewenst")


def test_on_the_wished_map_the_panel_makes_wishes_and_the_rest_says_that_it_is_about_now(network_map: NetMap) -> None:
    open_versions(network_map)
    panel(network_map).get_by_label("Leg de kaart van nu naast").select_option("wished")
    panel(network_map).get_by_text("De kaart van nu blijft zoals hij is.").wait_for()
    before = network_map.person("tante")
    network_map.canvas("canvas.look.map.find('aunt')")
    side = network_map.page.locator(".nw-map-side:visible .nw-panel")
    assert not side.get_by_label("Getekend").is_visible()
    side.get_by_label("Gewenste kring").select_option("1")
    eventually(lambda: wish_of(network_map.person("tante")) is not None)
    side.get_by_label("Gewenst levensgebied").select_option("friends")
    eventually(lambda: as_wished_of(network_map.person("tante")).domain == "friends")
    after = network_map.person("tante")
    assert as_wished_of(after).circle == 1
    assert (after.x, after.y, after.circle, after.domain) == (before.x, before.y, before.circle, before.domain)
    network_map.until(f"Math.abs({CANVAS}.nodes.get('aunt').x - {after.wish_x}) < 1")
    side.get_by_text("Over nu: rol, steun, banden en meer").click()
    side.get_by_text("Dit gaat over nu, niet over de wens.").wait_for()
    assert side.get_by_label("Getekend").is_visible()
    side.get_by_role("button", name="Haal deze wens weg").click()
    eventually(lambda: wish_of(network_map.person("tante")) is None)


def test_on_the_wished_map_a_tie_is_wished_and_nobody_of_now_is_taken_away(network_map: NetMap) -> None:
    open_versions(network_map)
    panel(network_map).get_by_label("Leg de kaart van nu naast").select_option("wished")
    panel(network_map).get_by_text("De kaart van nu blijft zoals hij is.").wait_for()
    network_map.canvas("canvas.look.map.connect('aunt', 'friend')")
    eventually(lambda: [tie for tie in network_map.case().ties_of("friend") if tie.moment == "soon"])
    network_map.page.get_by_text("Deze band hoort bij de wens, voor straks.").wait_for()
    network_map.canvas("canvas.look.map.find('aunt')")
    network_map.page.locator(".nw-canvas:visible").press("Delete")
    network_map.page.get_by_text("Op de gewenste kaart haal je niemand weg").wait_for()
    assert "aunt" in network_map.case().people
    network_map.tool("Toen, nu en gewenst")


def test_the_list_beside_the_wished_map_has_its_room_and_says_that_it_is_about_now(network_map: NetMap) -> None:
    open_versions(network_map)
    panel(network_map).get_by_label("Leg de kaart van nu naast").select_option("wished")
    network_map.tool("Lijst")
    said, table = (network_map.page.locator(f".nw-map-main:visible {part}") for part in (".nw-map-said", ".nw-table"))
    expect(said).to_contain_text("Deze lijst gaat over nu")
    above, below = said.bounding_box(), table.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]
    assert below["width"] > 600
    network_map.tool("Lijst")
    network_map.tool("Toen, nu en gewenst")


def test_several_people_fall_asleep_as_one_step(network_map: NetMap) -> None:
    count = revisions(network_map)
    network_map.page.evaluate(f"{CANVAS}.look.map.connection.code")
    network_map.canvas("canvas.look.map.take('more')")
    for role in ("vriendin", "chef"):
        network_map.tap(network_map.where(role))
    network_map.side().get_by_role("button", name="Zet op slapend").click()
    eventually(lambda: network_map.person("chef").sleeping and network_map.person("vriendin").sleeping)
    assert revisions(network_map) == count + 1
    network_map.canvas("canvas.look.map.take('more')")


@pytest.fixture
def film(on_stage) -> NetMap:
    """Looking back on a fresh practice case with a history of all kinds of moments."""
    shown = on_stage("workbook.network_map(ask='11.doel', with_client=True)")
    shown.kernel(
        "from netwerk_widgets import workbook\nfrom netwerk_widgets.model.edits import *\nfile = workbook.desk().file\n"
        "for n in range(40): file.apply(Place((('aunt', 100.0 - 4 * n, -150.0),)))\n"
        "file.apply(Add('answer', 'filma', {'card': 'x', 'text': 'Tante belt elke zondag.'}))\n"
        "file.apply(Add('annotation', 'filmn', {'on': 'aunt', 'text': 'Wie zag dat?', 'tag': 'question'}))\n"
        "file.apply(Add('stroke', 'films', {'points': '0,0 60,-40'}))\n"
        "file.apply(Add('compliment', 'filmc', {'person': 'aunt', 'text': 'trots'}))\n"
        "file.apply(AddPerson('late', 'opa', circle=2))\n"
        "file.apply(Remove((('person', 'boss'),)))\n"
    )
    shown.until(f"{CANVAS}.nodes.has('late') && !{CANVAS}.nodes.has('boss')")
    return shown.rest()


def replay_of(shown: NetMap) -> NetMap:
    shown.show("workbook.replay()")
    shown.page.locator(".nw-replay-happened:visible").wait_for()
    shown.page.locator(".nw-replay-happened:visible").get_by_text("Chef weggehaald").wait_for()
    shown.until(f"{CANVAS}.network && {CANVAS}.nodes.has('late') && !{CANVAS}.nodes.has('boss')")
    return shown.rest()


def to_the_beginning(shown: NetMap) -> None:
    """By key, on the time line."""
    shown.page.locator(".nw-replay-line:visible input").press("Home")
    shown.page.locator(".nw-replay-happened:visible").get_by_text("Casus begonnen").wait_for()


def button(shown: NetMap, name: str):
    return shown.page.locator(".nw-replay:visible").get_by_role("button", name=name, exact=True)


def test_the_last_picture_is_the_live_one_and_looking_alters_nothing(film: NetMap) -> None:
    live = film.canvas(PICTURE)
    count = revisions(film)
    replay_of(film)
    assert json.loads(film.canvas(PICTURE)) == json.loads(live)
    # Back to the beginning, played to the end again: the same picture.
    to_the_beginning(film)
    film.until(f"{CANVAS}.nodes.has('boss') && !{CANVAS}.nodes.has('late')")
    assert json.loads(film.canvas(PICTURE)) != json.loads(live)
    film.page.get_by_label("Hoe snel").locator("visible=true").select_option("8")
    button(film, "Speel af").click()
    film.until(f"{CANVAS}.nodes.has('late') && !{CANVAS}.nodes.has('boss')", 40)
    button(film, "Speel af").wait_for()
    assert json.loads(film.canvas(PICTURE)) == json.loads(live)
    assert revisions(film) == count


def test_one_steps_through_answers_alone_and_reads_them(film: NetMap) -> None:
    replay_of(film)
    film.page.get_by_label("Waar je langs gaat").locator("visible=true").select_option("answer")
    button(film, "Een stap terug").click()
    button(film, "Een stap terug").click()
    said = film.page.locator(".nw-replay-happened:visible")
    said.get_by_text("Tante belt elke zondag.").wait_for()
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    film.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: true }})")
    film.rest()
    assert "Tante belt" not in said.inner_text()
    assert "tante" not in film.labels()


def test_going_on_from_then_loses_nothing(film: NetMap) -> None:
    replay_of(film)
    to_the_beginning(film)
    film.until(f"{CANVAS}.nodes.has('boss')")
    button(film, "Ga hier verder").click()
    dialog = film.page.locator("dialog[open]")
    dialog.get_by_label("Naam voor de kaart van nu").fill("voor we teruggingen")
    dialog.get_by_role("button", name="Ga hier verder").click()
    eventually(lambda: "boss" in film.case().people)
    case = film.case()
    assert "late" not in case.people
    (version,) = case.versions.values()
    assert version.name == "voor we teruggingen"
    assert "late" in film.kernel(f"print(list(file.at({version.revision}).people))")
    film.kernel("file.undo(); file.undo()")
    assert "late" in film.case().people


def test_whoever_is_forgotten_is_in_no_picture(film: NetMap) -> None:
    replay_of(film)
    to_the_beginning(film)
    film.until(f"{CANVAS}.nodes.has('aunt')")
    film.kernel("file.forget_person('aunt')")
    film.until(f"!{CANVAS}.nodes.has('aunt')")
    film.rest()
    assert "tante" not in film.labels()
    assert not film.canvas("canvas.look.map.name('aunt').includes('tante')")


def test_whoever_goes_back_stays_there_also_where_all_is_told_anew_before_the_map_came(film: NetMap) -> None:
    replay_of(film)
    with film.occupied("file.forget_person('aunt')"):
        film.page.locator(".nw-replay-line:visible input").press("Home")
        film.rest()
    film.until(f"!{CANVAS}.nodes.has('aunt')")
    assert film.page.locator(".nw-replay-line:visible input").input_value() == "0"
    film.page.locator(".nw-replay-happened:visible").get_by_text("Casus begonnen").wait_for()


def test_undo_names_whoever_was_taken_away_after_a_reload_too(film: NetMap) -> None:
    film.reload()
    film.page.locator(".nw-map-tools:visible").get_by_role("button", name="Ongedaan maken: chef weggehaald").wait_for()
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    film.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: true }})")
    film.page.locator(".nw-map-tools:visible").get_by_role(
        "button", name=re.compile(r"Ongedaan maken: P\d+ weg")
    ).wait_for()
