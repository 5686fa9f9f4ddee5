"""The map on paper: alone in the size that is chosen, or with what was agreed today on one sheet of A4."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.maps import NetMap

CATCH = """() => {
    window.printed = [];
    const append = document.body.append;
    document.body.append = function (...nodes) {
        append.apply(this, nodes);
        for (const node of nodes) if (node.className === "nw-print") {
            node.contentWindow.print = () => window.printed.push(node.contentDocument.documentElement.outerHTML);
        }
    };
}"""


@pytest.fixture
def paper(network_map: NetMap):
    """The dialog that prints, and what it gives the printer."""
    page = network_map.page
    page.evaluate(CATCH)
    network_map.tool("Afdrukken of bewaren")
    yield page.locator("dialog[open]")
    page.evaluate("() => { delete document.body.append; document.querySelector('.nw-print')?.remove(); }")
    page.keyboard.press("Escape")


def printed(dialog: Locator) -> str:
    page = dialog.page
    dialog.get_by_role("button", name="Afdrukken", exact=True).click()
    page.wait_for_function("window.printed.length > 0")
    (sheet,) = page.evaluate("window.printed")
    return sheet


def edit(net: NetMap, **act: object) -> None:
    net.canvas("void canvas.look.map.connection.edit(given[0])", act)


def pages(dialog: Locator, html: str) -> int:
    """How many pages the browser makes of it."""
    page = dialog.page.context.browser.new_page()
    page.set_content(html)
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_printing_prints_the_map_alone_in_the_chosen_size(paper: Locator):
    paper.get_by_role("combobox").select_option("A3")
    sheet = printed(paper)
    assert "A3 landscape" in sheet
    assert "<svg" in sheet
    assert "tante" not in sheet
    assert pages(paper, sheet) == 1


def test_the_sheet_of_the_day_is_one_a4_with_neutral_labels_also_in_what_was_written(
    network_map: NetMap, paper: Locator
):
    at = datetime.now(tz=UTC).isoformat()
    aunt = network_map.person("tante").id
    for number in range(60):
        text = f"Vraagt de buurvrouw en tante om raad, nummer {number}, en kijkt dan een tijd uit het raam"
        edit(network_map, edit="add", kind="annotation", id=f"n{number}", fields={"text": text, "at": at, "on": aunt})
    edit(network_map, edit="add", kind="step", id="s1", fields={"text": "Tante appen", "person": aunt, "by": "vrijdag"})
    said = {"card": "meeting.intention", "text": "Ik vraag eerst wat tante ziet", "at": at}
    edit(network_map, edit="add", kind="answer", id="a1", fields=said)
    for number, (card, text, moment) in enumerate(
        (
            ("case.dilemma", "Toen ik naar tante vroeg werd het stil", at),
            ("meeting.advice", "Laat tante zelf bellen", at),
            ("meeting.advice", "Advies van vorig jaar", "2020-01-01T10:00:00Z"),
            ("meeting.hypothesis", "zij schaamt zich", at),
        )
    ):
        said = {"card": card, "text": text, "at": moment}
        edit(network_map, edit="add", kind="answer", id=f"b{number}", fields=said)
    network_map.saved()
    paper.get_by_role("checkbox", name=re.compile("één A4")).check()
    expect(paper.get_by_role("combobox")).to_have_count(0)
    sheet = printed(paper)
    words = re.sub(r"<[^>]+>", " ", sheet)
    assert "tante" not in words.lower()
    assert "buurvrouw" not in words
    assert re.search(r"P\d+ appen", words)
    assert re.search(r"Voornemen\s+Ik vraag eerst wat P\d+ ziet", words)
    assert re.search(r"Waar het vastliep\s+Toen ik naar P\d+ vroeg werd het stil", words)
    assert re.search(r"Adviezen uit de bijeenkomst\s+Laat P\d+ zelf bellen\s+Voornemen", words)
    assert "vorig jaar" not in words
    assert "schaamt" not in words
    assert re.search(r"… en nog \d+", words)
    assert "Dit is geen dossier" in words
    assert pages(paper, sheet) == 1
