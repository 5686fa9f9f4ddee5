"""Boards: what is said, rows, scenes and small steps, by keys where that can be; read from disk."""

import re

from playwright.sync_api import expect

from tests.browser.boards import PREFS, answers, new, part
from tests.browser.maps import eventually


def test_what_was_said_is_chosen_written_linked_and_taken_back(board):
    net = board("wall")
    said = part(net).get_by_role("button", name="Ik wil niemand tot last zijn")
    said.press("Enter")
    expect(said).to_have_attribute("aria-pressed", "true")
    expect(part(net).locator(".nw-option-text")).to_be_visible()
    words = "Mijn @tante heeft het druk, en mijn @buurman ook"
    part(net).locator("textarea").fill(words)
    part(net, 1).get_by_role("button", name="Ik vraag iets anders").press("Enter")
    tante = net.person("tante").id
    eventually(lambda: [(one.mark, one.text) for one in answers(net, "wall.said")] == [("burden", words)])
    assert answers(net, "wall.said")[0].persons == tante
    eventually(lambda: [one.mark for one in answers(net, "wall.ways")] == ["ask"])
    part(net, 1).locator(".nw-part-title").press("Control+z")
    eventually(lambda: answers(net, "wall.ways") == [])
    part(net).get_by_role("button", name="+ buurman op de kaart").press("Enter")
    eventually(lambda: net.person("buurman").id in answers(net, "wall.said")[0].persons.split())


def test_names_are_hidden_everywhere_on_a_board(board):
    net = board("wall")
    part(net).locator("textarea").fill("mijn @tante ziet het")
    net.saved()
    eventually(lambda: bool(answers(net, "wall.said")))
    net.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), hideNames: true }})")
    net.rest()
    view = net.page.locator(".nw-board:visible")
    typed = view.evaluate("(one) => [...one.querySelectorAll('input, textarea')].map((two) => two.value).join(' ')")
    assert "verborgen" in typed
    assert "tante" not in view.evaluate("(one) => one.outerHTML") + typed


def test_another_view_and_another_workbook_see_what_is_answered(board):
    net = board("wall")
    edit = {"edit": "add", "kind": "answer", "id": "a1", "fields": {"card": "wall.said", "mark": "private"}}
    net.kernel(f"from netwerk_widgets.model.edits import read_edit\nworkbook.desk().file.apply(read_edit({edit}))")
    expect(part(net).get_by_role("button", name="Dit gaat niemand iets aan")).to_have_attribute("aria-pressed", "true")
    part(net).locator("textarea").fill("dat is van ons")
    net.saved()
    eventually(lambda: [(one.id, one.text) for one in answers(net, "wall.said")] == [("a1", "dat is van ons")])


def test_a_call_is_rehearsed_by_keys_alone_with_somebody_new(board):
    net = board("call")
    keys = net.page.keyboard
    new(net).focus()
    keys.type("@peetoom")
    keys.press("Enter")
    expect(net.page.locator(".nw-board-row textarea:focus")).to_have_count(1)
    for text in ("dat hij zwijgt", "hij is verrast", "Hoi"):
        keys.type(text)
        keys.press("Tab")
    row = {"fear": "dat hij zwijgt", "likely": "hij is verrast", "message": "Hoi"}
    eventually(lambda: [dict(one.more) for one in answers(net, "search.call")] == [row])
    assert answers(net, "search.call")[0].persons == net.person("peetoom").id
    net.page.locator(".nw-row-away:visible").press("Enter")
    eventually(lambda: answers(net, "search.call") == [])


def test_somebody_who_is_on_the_map_is_not_added_again(board):
    net = board("call")
    new(net).fill("Tante")
    net.page.keyboard.press("Enter")
    tante = net.person("tante").id
    eventually(lambda: [one.persons for one in answers(net, "search.call")] == [tante])
    assert [one.role.lower() for one in net.case().people.values()].count("tante") == 1


def test_what_is_typed_below_the_water_goes_on_through_its_saving(board):
    net = board("iceberg")
    net.page.get_by_role("button", name="+ Schaamte").press("Enter")
    expect(net.page.locator(".nw-ice-below textarea:focus")).to_have_count(1)
    net.page.keyboard.type("bang dat ")
    net.page.keyboard.press("Control+Enter")
    eventually(lambda: [one.mark for one in answers(net, "iceberg.ice")] == ["shame"])
    net.page.keyboard.type("ze het ziet")
    net.page.keyboard.press("Tab")
    net.page.keyboard.type("vragen wie het weet")
    net.page.keyboard.press("Tab")
    row = {"what": "bang dat ze het ziet", "check": "vragen wie het weet"}
    eventually(lambda: [dict(one.more) for one in answers(net, "iceberg.ice")] == [row])
    expect(net.page.locator(".nw-ice-below .nw-supposed")).to_be_visible()
    net.page.get_by_role("button", name=re.compile("^\\+ Boven water")).press("Enter")
    net.page.keyboard.type("het gaat wel")
    net.page.keyboard.press("Tab")
    eventually(lambda: len(answers(net, "iceberg.ice")) == 2)
    expect(net.page.locator(".nw-ice-above textarea")).to_have_count(1)


def test_a_birthday_is_filled_and_puts_nobody_in_another_place(board):
    net = board("birthday")
    tante = net.person("tante")
    net.page.locator(".nw-who select:visible").first.select_option(label="tante")
    eventually(lambda: [one.persons for one in answers(net, "search.birthday")] == [tante.id])
    assert net.person("tante") == tante
    new(net).fill("juf Els")
    part(net).get_by_label("Waar hoort die bij?").select_option("work_school")
    new(net).press("Enter")
    eventually(lambda: any(one.role == "juf Els" for one in net.case().people.values()))
    teacher = net.person("juf Els")
    assert (teacher.circle, teacher.moment, teacher.domain) == (4, "five_years", "work_school")
    expect(net.page.locator(".nw-guest:visible", has_text="juf Els")).to_be_visible()
    net.page.locator(".nw-guest:visible", has_text="tante").press("Enter")
    net.page.get_by_role("button", name="Was er toch niet").press("Enter")
    eventually(lambda: tante.id not in answers(net, "search.birthday")[0].persons)


def test_with_whom_it_has_grown_quiet(board):
    net = board("sleeping")
    net.page.locator(".nw-who select:visible").first.select_option(label="buurvrouw")
    eventually(lambda: net.person("buurvrouw").sleeping)
    net.page.locator(".nw-guest:visible", has_text="buurvrouw").press("Enter")
    net.page.get_by_role("button", name="Toch niet stil").press("Enter")
    eventually(lambda: not net.person("buurvrouw").sleeping)


def test_small_steps_and_what_came_of_them(board):
    net = board("steps")
    for label, text in (("Wat", "samen koffie"), ("Wanneer", "zaterdag"), ("Wat kwam ervan?", "het werd thee")):
        part(net).get_by_label(label, exact=True).fill(text)
    part(net).get_by_label("Met wie").select_option(label="buurvrouw")
    part(net).get_by_label("geweest").check()
    neighbour = net.person("buurvrouw").id

    def kept() -> bool:
        steps = [(one.text, one.person, one.by, one.outcome, one.done) for one in net.case().steps.values()]
        return steps == [("samen koffie", neighbour, "zaterdag", "het werd thee", True)]

    eventually(kept)


def test_a_line_of_time_goes_by_its_dates_and_the_words_come_first(board):
    net = board("line")
    for person, words, date in (("tante", "belde zelf", "2026-10-02"), ("buurvrouw", "bracht soep", "2026-08-12")):
        more = part(net).get_by_role("button", name="+ Nog iemand")
        if more.count():
            more.press("Enter")
        part(net).locator(".nw-who select").select_option(label=person)
        expect(part(net).locator(".nw-board-row textarea:focus")).to_have_count(1)
        net.page.keyboard.type(words)
        net.page.keyboard.press("Tab")
        row = part(net).locator(".nw-board-row", has_text=person)
        row.locator("input[type=date]").fill(date)
        row.locator("input[type=date]").press("Enter")
        eventually(lambda date=date: date in [dict(one.more).get("date") for one in answers(net, "handover.line")])
    expect(part(net).locator(".nw-board-row").first).to_contain_text("buurvrouw")


def test_a_row_that_is_written_on_stays_while_other_views_hear_of_it_first(board):
    net = board("works")
    part(net).locator(".nw-who select").select_option(label="tante")
    field = part(net).locator(".nw-board-row textarea").first
    expect(field).to_be_focused()
    field.evaluate("(one) => { one.dataset.first = 'yes'; }")
    for number, word in enumerate(("oppassen ", "en ", "koken"), start=1):
        net.page.keyboard.type(word)
        net.page.keyboard.press("Control+Enter")
        eventually(
            lambda number=number: len(dict(answers(net, "support.works")[0].more).get("works", "").split()) == number
        )
    expect(field).to_be_focused()
    assert field.evaluate("(one) => one.dataset.first") == "yes"
    assert [dict(one.more)["works"] for one in answers(net, "support.works")] == ["oppassen en koken"]
