"""Walks a step of a workbook as somebody would: answers each part of its boards, its cards, what its map asks."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, expect

from netwerk_widgets.exchange.boards import read_boards
from netwerk_widgets.model.cards.board import Board, Part
from tests.browser.maps import NetMap, eventually

ROOT = Path(__file__).parents[2]
OWN = "from netwerk_widgets.casefile.library.desk import the_own_desk\nfound = the_own_desk().file.case\n"
CASE = "from netwerk_widgets import workbook\nfound = workbook.desk().file.case\n"
SAID = "dat zei ze zo"
AT_ONCE = 3
"""How many parts a board with many shows at a time."""
CALL = re.compile(r"workbook\.(\w+)\((.*)\)")


@dataclass
class Step:
    """One step: the notebook's code cells, read as what they show."""

    book: str
    name: str

    @property
    def lines(self) -> list[str]:
        """What its cells show, as a stage takes it."""
        return [f"workbook.{what}({arguments})" for what, arguments in self.calls]

    @property
    def calls(self) -> list[tuple[str, str]]:
        """What each code cell of the step calls, with its arguments as they stand."""
        notebook = json.loads((ROOT / "workbooks" / f"{self.book}.ipynb").read_text(encoding="utf-8"))
        found = []
        for cell in notebook["cells"]:
            if cell["cell_type"] != "code" or cell["metadata"].get("netwerk", {}).get("step") != self.name:
                continue
            found += CALL.findall("".join(cell["source"]))
        assert found, f"{self.book}: the step {self.name} shows nothing"
        return found


def rows_of_the_articles() -> dict[str, list[Step]]:
    """The README's table: for each row of the articles its steps."""
    rows: dict[str, list[Step]] = {}
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 4 or not re.fullmatch(r"[PJ]\d+", cells[0]):
            continue
        books, names = re.findall(r"`([^`]+)`", cells[2]), re.findall(r"`([^`]+)`", cells[3])
        pairs = zip(books, names, strict=True) if len(books) > 1 else ((books[0], name) for name in names)
        rows[cells[0]] = [Step(book, name) for book, name in pairs]
    return rows


class Walker:
    """Somebody who does what a step asks, and looks whether it came into the file."""

    def __init__(self, net: NetMap) -> None:
        self.net, self.page = net, net.page

    def walk(self, step: Step) -> None:
        """Does everything that the step shows."""
        for what, arguments in step.calls:
            match what:
                case "board":
                    self._board(arguments)
                case "question_cards" if "own=True" in arguments:
                    self._own_card()
                case "question_cards":
                    self._card()
                case "network_map":
                    self._map(arguments)
                case "conversations":
                    self._conversation()
                case _:
                    expect(self.page.locator(".nw-root:visible").first).to_be_visible()

    def _board(self, arguments: str) -> None:
        name, *_ = re.findall(r'"([^"]*)"', arguments)
        board = read_boards(only=name).boards[name]
        wanted = re.search(r'parts="([^"]*)"', arguments)
        parts = [board.part(one) for one in wanted[1].split()] if wanted else list(board.parts)
        shown = parts[:AT_ONCE]
        expect(self.page.locator(".nw-part:visible")).to_have_count(len(shown))
        for index, part in enumerate(shown):
            assert part is not None
            self._part(board, part, self.page.locator(".nw-part:visible").nth(index))

    def _conversation(self) -> None:
        """The first conversation of the practice case: own words, kept in the case."""
        place = self.page.locator(".nw-part:visible")
        expect(place).to_have_count(1)
        place.locator("textarea").first.fill(SAID)
        place.locator("textarea").first.blur()
        eventually(lambda: any(a.card.startswith("practice_mo.") for a in self.net.case().answers.values()))

    def _part(self, board: Board, part: Part, place: Locator) -> None:
        expect(place.locator(".nw-part-title").first).to_be_visible()
        act = getattr(self, f"_{part.kind}", None)
        if act is None:
            return
        act(part, place)
        if part.kind not in ("steps", "trail") and not part.sleeping:
            card = board.card(part.id)
            eventually(lambda: self._kept(board, card), pause=0.1)

    def _kept(self, board: Board, card: str) -> bool:
        code = f"{OWN if board.desk == 'own' else CASE}print(any(a.card == {card!r} for a in found.answers.values()))"
        return self.net.kernel(code).strip() == "True"

    def _words(self, _part: Part, place: Locator) -> None:
        place.locator("textarea").first.fill(SAID)
        place.locator("textarea").first.blur()

    _exercise = _words

    def _choice(self, _part: Part, place: Locator) -> None:
        option = place.locator("button[aria-pressed]").first
        option.click()
        expect(option).to_have_attribute("aria-pressed", "true")

    def _rows(self, part: Part, place: Locator) -> None:
        if part.person:
            self._somebody(place)
        elif part.look == "iceberg":
            place.get_by_role("button", name=re.compile(r"^\+ ")).first.click()
        field = place.locator(".nw-board-row textarea").first
        field.fill(SAID)
        field.blur()

    def _scene(self, part: Part, place: Locator) -> None:
        self._somebody(place)
        if part.sleeping:
            eventually(lambda: self.net.person("buurvrouw").sleeping)

    def _silence(self, _part: Part, place: Locator) -> None:
        place.get_by_role("button", name="We hebben erbij stilgestaan").click()

    def _steps(self, _part: Part, place: Locator) -> None:
        place.get_by_label("Wat", exact=True).first.fill("samen koffie")
        place.get_by_label("Wat", exact=True).first.blur()
        eventually(lambda: any(one.text == "samen koffie" for one in self.net.case().steps.values()))

    def _trail(self, _part: Part, place: Locator) -> None:
        row = place.locator(".nw-trail-person", has_text="tante")
        row.get_by_role("button", name="de cliënt", exact=True).click()
        eventually(lambda: self.net.person("tante").invited_by == "client")

    def _somebody(self, place: Locator) -> None:
        place.locator(".nw-who select").first.select_option(label="buurvrouw")

    def _card(self) -> None:
        before = len(self.net.case().answers)
        self._answer_card()
        eventually(lambda: len(self.net.case().answers) == before + 1)

    def _own_card(self) -> None:
        """A card about oneself: its answer is in the own file, and nothing of it in the case."""
        of_case = f"{CASE}print(workbook.desk().file.revision, sorted(found.answers))"
        before = self.net.kernel(of_case)
        self._answer_card()
        kept = f"{OWN}print([a.text for a in found.answers.values() if a.card.startswith('mirror-')])"
        eventually(lambda: SAID in self.net.kernel(kept), pause=0.1)
        assert self.net.kernel(of_case) == before

    def _answer_card(self) -> None:
        field = self.page.locator(".nw-cards-pane:visible").get_by_label("Antwoord, in de eigen woorden")
        field.fill(SAID)
        field.blur()

    def _map(self, arguments: str) -> None:
        expect(self.page.locator(".nw-canvas:visible")).to_be_visible()
        if "lens=" in arguments:
            expect(self.page.locator(".nw-map-look:visible p").first).not_to_be_empty()
        if "cards=" in arguments:
            (self._own_card if "own=True" in arguments else self._card)()
        asked = re.search(r'ask="([^"]+)"', arguments)
        if asked and asked[1] != "centre":
            field = self.page.locator(".nw-map-side:visible").get_by_label("Schrijf het hier op, als je wilt")
            field.fill(SAID)
            field.blur()
            eventually(lambda: any(a.card == asked[1] and a.text == SAID for a in self.net.case().answers.values()))
