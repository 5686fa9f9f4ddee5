"""Files as real JupyterLab carries them: a case of several megabytes comes in, an own file too, and a document goes out."""

from __future__ import annotations

import io
import secrets
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.model.case.entities import Annotation, Case
from tests.browser.conftest import wait_ready

PHRASE = "vijf natte laarzen dansen"
STEPS = {"plank": "workbook.case_shelf()", "schrift": "workbook.own_book()", "leren": "workbook.learning_log()"}
NOTES, LONG = 6000, 1000
QUESTION = "Wat doe ik als het stil valt?"


def written(shelf: Shelf, notes: int = 0) -> Path:
    """A file on a shelf elsewhere, with so many notes of which every sign differs."""
    made = {f"n{number}": Annotation(f"n{number}", "p1", text=secrets.token_hex(LONG // 2)) for number in range(notes)}
    with shelf.create_own(PHRASE, Case(annotations=made)) as file:
        return file.path


def bring(page: Page, button: str, file: Path) -> None:
    page.get_by_role("button", name=button).click()
    page.locator("dialog[open] input[type=file]").set_input_files(file)


def unlock(page: Page, code: str) -> None:
    """What was brought in asks for its pass phrase, and opens."""
    page.locator("dialog[open]").get_by_label("Wachtzin", exact=True).fill(PHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{code} ligt open").first).to_be_visible()


def test_a_case_of_several_megabytes_and_an_own_file_come_in_by_upload(in_a_book, tmp_path: Path):
    large, own = written(Shelf(tmp_path / "elders"), NOTES), written(OwnShelf(tmp_path / "eigen"))
    assert large.stat().st_size > 7_000_000
    empty = tmp_path / "leeg.casus"
    empty.touch()
    net = in_a_book("96_bestanden", STEPS)
    page = net.page
    bring(page, "Bestand erbij halen", empty)
    expect(page.get_by_role("alert")).to_contain_text("Dit bestand is leeg")
    page.keyboard.press("Escape")
    bring(page, "Bestand erbij halen", large)
    unlock(page, large.stem)
    told = net.kernel("print(len(workbook.desk().file.case.annotations), workbook.desk().file.code)")
    assert told.split() == [str(NOTES), large.stem]
    page.keyboard.press("PageDown")
    wait_ready(page)
    bring(page, "Terughalen uit een back-up", own)
    unlock(page, own.stem)
    assert net.kernel("print(workbook.own_desk().file.code)").strip() == own.stem


def test_the_log_goes_out_as_a_document_that_is_whole(in_a_book):
    page = in_a_book("97_document", {"leren": STEPS["leren"]}).page
    log = page.locator(".nw-log:visible")
    log.get_by_label("Leervraag").fill(QUESTION)
    for label, time in (("Begin", "13:00"), ("Einde", "14:30")):
        log.get_by_label(label).first.fill(time)
    log.get_by_role("button", name="Bewaar in het logboek").click()
    expect(log.get_by_text("Bewaard in het logboek")).to_be_visible()
    with page.expect_download() as download:
        log.get_by_role("button", name="Maak een tekstdocument").click()
    with zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes())) as document:
        assert document.testzip() is None
        assert QUESTION in document.read("word/document.xml").decode()
