"""Question cards as a test uses them: by themselves, or beside a map; what came of it read from the case file."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from netwerk_widgets.model.case.entities import Answer, Compliment
from tests.browser.maps import PRACTICE, NetMap, eventually

PREFS = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
ANSWER = re.compile("Antwoord, in de eigen woorden")


class Cards(NetMap):
    """The cards that are in sight on a page."""

    def lay(self, making: str = PRACTICE) -> Cards:
        """Begin a practice case of its own, and wait until a card of it lies there."""
        self.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: false, lang: 'nl' }})")
        self.kernel(f"{making}\nfrom netwerk_widgets import workbook\nworkbook.desk().begin_practice(case)")
        self.told()
        expect(self.pane.locator(".nw-cards-question")).to_be_visible()
        expect(self.pane.locator(".nw-link")).to_have_count(0)
        return self

    @property
    def pane(self) -> Locator:
        """The card, its answer and its buttons."""
        return self.page.locator(".nw-cards-pane:visible")

    @property
    def view(self) -> Locator:
        """All that stands in the view."""
        return self.page.locator(".nw-root:visible")

    @property
    def field(self) -> Locator:
        """Where the answer is written."""
        return self.pane.get_by_label(ANSWER)

    @property
    def options(self) -> Locator:
        """The list that opens at an @."""
        return self.pane.get_by_role("listbox", name="Wie bedoel je?").get_by_role("option")

    @property
    def question(self) -> str:
        """The question that lies on top."""
        return self.pane.locator(".nw-cards-question").inner_text()

    def press(self, name: str) -> None:
        """Press one of the pane's buttons."""
        self.pane.get_by_role("button", name=name, exact=True).click()

    def turns(self, name: str) -> tuple[str, str]:
        """Press a button that lays another card on top; gives the question before and after."""
        before = self.question
        self.press(name)
        eventually(lambda: self.question != before)
        return before, self.question

    def edit(self, **edit: object) -> None:
        """Do an edit in the kernel, as another view would."""
        self.kernel(
            f"from netwerk_widgets.model.edits import read_edit\nworkbook.desk().file.apply(read_edit({edit!r}))"
        )

    def write(self, text: str) -> None:
        """Type an answer, and wait until it is on disk."""
        self.field.fill(text)
        self.field.blur()
        eventually(lambda: any(one.text == text for one in self.answers()))
        self.saved()

    def answers(self) -> list[Answer]:
        """What was answered to cards, without what was only laid aside."""
        return [one for one in self.case().answers.values() if ":" not in one.card]

    def aside(self) -> set[str]:
        """What was kept for later or declined."""
        return {one.card for one in self.case().answers.values() if ":" in one.card}

    def named(self) -> list[str]:
        """The roles of those who are named in the last answer."""
        case, answers = self.case(), self.answers()
        return [case.people[one].role for one in answers[-1].persons.split()] if answers else []

    def compliments(self) -> list[Compliment]:
        """The good words on the trail that came from a card: a practice case has some of its own."""
        return [one for one in self.case().compliments.values() if one.card]

    def hide(self, hidden: bool = True) -> None:
        """Hide the names, or show them again."""
        self.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: {str(hidden).lower()} }})")
        self.rest()

    def heard(self) -> str:
        """What screen readers were told last."""
        return self.view.locator(":scope > .nw-live").inner_text()
