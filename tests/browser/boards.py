"""The steps of a workbook of boards alone, for the tests: one step a board (or the cards, which the ladder begins)."""

from playwright.sync_api import Locator

from tests.browser.maps import NetMap

NAME = "99_borden"
STEPS = {
    "wall": 'workbook.board("wall", parts="said ways")',
    "contact": 'workbook.board("relation")',
    "ladder": 'workbook.board("ladder", parts="stage early")',
    "iceberg": 'workbook.board("iceberg")',
    "words": 'workbook.board("search", parts="said try")',
    "call": 'workbook.board("search", parts="call")',
    "birthday": 'workbook.board("search", parts="birthday")',
    "sleeping": 'workbook.board("search", parts="sleeping said")',
    "steps": 'workbook.board("support", parts="steps heavy")',
    "works": 'workbook.board("support", parts="works")',
    "line": 'workbook.board("handover", parts="line")',
    "tasks": 'workbook.board("handover", parts="tasks since")',
    "trail": 'workbook.board("trail")',
    "slow": 'workbook.board("slow")',
    "safe": 'workbook.board("safe", parts="code danger colleague")',
    "circular": 'workbook.board("circular")',
    "cards": "workbook.question_cards()",
    "quiet": 'workbook.board("stil")',  # a team's own (TEAM)
    "unknown": 'workbook.board("gone")',
    "part": 'workbook.board("wall", parts="said gone")',
}
TEAM = """
title = "Stil"
[[parts]]
id = "still"
kind = "silence"
title = "Even stil"
seconds = 5
[[parts]]
id = "then"
kind = "words"
title = "En nu?"
after = "still"
closed = "Eerst de stilte."
"""
"""A board of a team's own, `stil`: a silence that is over soon."""
OWN = ("contact",)
"""Steps on the own desk, which is closed at first."""
PREFS = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"


def part(net: NetMap, number: int = 0) -> Locator:
    return net.page.locator(".nw-part:visible").nth(number)


def new(net: NetMap) -> Locator:
    """The field for somebody who is not on the map yet."""
    return part(net).get_by_role("textbox", name="Of een nieuwe naam")


def answers(net: NetMap, card: str) -> list:
    return [one for one in net.case().answers.values() if one.card == card]
