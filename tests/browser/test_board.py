"""Boards in real JupyterLab: every kind of part answered, by keys where that can be, and read back from disk."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import boards
from tests.browser.maps import PRACTICE, STATUS, NetMap, eventually

PREFS = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
QUIET = """
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


@pytest.fixture
def board(workbook, netwerk_server):
    """Opens a step with a board, on a practice case of its own."""
    boards.make(netwerk_server.home)

    def opened(step: str) -> NetMap:
        page = workbook(boards.NAME, step=step)
        net = NetMap(page, netwerk_server.home)
        net.kernel(f"{PRACTICE}\nfrom netwerk_widgets import workbook\nworkbook.desk().begin_practice(case)")
        code = net.kernel("print(workbook.desk().file.code)").strip()
        net.until(f"{STATUS}.code === '{code}'")
        expect(page.locator(".nw-part:visible, .nw-board:visible .nw-notice").first).to_be_visible()
        return net

    return opened


def part(net: NetMap, number: int = 0) -> Locator:
    return net.page.locator(".nw-part:visible").nth(number)


def new(net: NetMap) -> Locator:
    """The field for somebody who is not on the map yet."""
    return part(net).get_by_role("textbox", name="Of een nieuwe naam")


def answers(net: NetMap, card: str) -> list:
    return [one for one in net.case().answers.values() if one.card == card]


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


def test_a_good_word_joins_the_trail_and_who_proposed_to_invite_is_kept(board):
    net = board("trail")
    more = part(net).get_by_role("button", name="+ Nog een goed woord")
    if more.count():
        more.click()
    part(net).locator(".nw-who select").select_option(label="vriendin")
    part(net).get_by_label("Wat zei vriendin?").fill("Je houdt vol")
    part(net).get_by_role("button", name="Klaar").click()
    friend = net.person("vriendin").id
    eventually(
        lambda: [one.text for one in net.case().compliments.values() if one.person == friend] == ["Je houdt vol"]
    )
    row = part(net).locator(".nw-trail-person", has_text="vriendin")
    expect(row).to_contain_text("één keer genoemd")
    row.get_by_role("button", name="de cliënt", exact=True).press("Enter")
    eventually(lambda: net.person("vriendin").invited_by == "client")


def test_ideas_stay_closed_until_standing_alone_was_faced(board):
    net = board("slow")
    shut = net.page.locator(".nw-part-shut:visible")
    expect(shut).to_have_count(2)
    assert net.page.locator(".nw-part-rows:visible textarea").count() == 0
    part(net).get_by_role("button", name="We hebben erbij stilgestaan").press("Enter")
    expect(shut).to_have_count(1)
    part(net, 1).locator("textarea").fill("heel stil")
    expect(shut).to_have_count(0)
    expect(net.page.locator(".nw-live").filter(has_text="Nu open: Ideeën")).to_have_count(1)
    eventually(lambda: [one.mark for one in answers(net, "slow.silence")] == ["faced"])
    part(net).locator(".nw-part-title").press("Control+z")
    expect(shut).to_have_count(1)


def test_a_silence_that_is_stopped_does_not_count_and_one_that_ran_does(board, netwerk_server):
    folder = netwerk_server.home / "borden"
    folder.mkdir(exist_ok=True)
    (folder / "stil.toml").write_text(QUIET, encoding="utf-8")
    boards.make(netwerk_server.home, {**boards.STEPS, "own": 'workbook.board("stil")'})
    net = board("own")
    part(net).get_by_role("button", name="Begin de stilte").press("Enter")
    part(net).get_by_role("button", name="Stop").press("Enter")
    expect(net.page.locator(".nw-part-shut:visible")).to_have_count(1)
    assert answers(net, "stil.still") == []
    part(net).get_by_role("button", name="Begin de stilte").press("Enter")
    expect(net.page.locator(".nw-part-shut:visible")).to_have_count(0, timeout=15_000)
    eventually(lambda: [one.mark for one in answers(net, "stil.still")] == ["ran"])


def test_own_words_come_before_an_experienced_colleagues_thoughts(board):
    net = board("words")
    page = net.page
    show = page.get_by_role("button", name="Wat zou een ervaren collega kunnen denken?")
    show.press("Enter")
    expect(page.locator(".nw-thoughts li")).to_have_count(0)
    show.press("Enter")
    page.get_by_label("Jouw eerste zin, of jouw stilte").fill("Hoe is dat?")
    page.get_by_label("Jouw eerste zin, of jouw stilte").press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".nw-thoughts li").first).to_be_visible()
    eventually(lambda: [one.text for one in answers(net, "search.try")] == ["Hoe is dat?"])


def test_a_board_or_part_that_is_not_there_is_said_in_a_sentence(board):
    expect(board("unknown").page.locator(".nw-board:visible")).to_contain_text("Het bord gone is er niet")
    net = board("part")
    expect(net.page.locator(".nw-board:visible")).to_contain_text("Het deel gone staat niet op het bord wall")
    expect(part(net)).to_be_visible()


CLIPPED = """(view) => {
    const faults = [];
    const wide = view.scrollWidth - view.clientWidth;
    if (wide > 1) faults.push(`the board is ${wide} px too wide`);
    for (const card of view.querySelectorAll(".nw-part")) {
        if (card.scrollWidth > card.clientWidth + 1) faults.push(`wide: ${card.className}`);
        const box = card.getBoundingClientRect();
        if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1) faults.push(`off: ${card.className}`);
    }
    for (const one of view.querySelectorAll(".nw-part button, .nw-part input:not([type=checkbox]), .nw-part select")) {
        const { height } = one.getBoundingClientRect();
        if (height && height < 43.5) faults.push(`low: ${one.className} ${height}`);
    }
    for (const one of view.querySelectorAll(".nw-part *")) {
        const said = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        const size = parseFloat(getComputedStyle(one).fontSize);
        if (said && size < 16) faults.push(`small: ${one.className} ${size}`);
    }
    for (const one of view.querySelectorAll(".nw-part-title, .nw-part-text, .nw-option-button, .nw-part textarea")) {
        if (parseFloat(getComputedStyle(one).fontSize) < 22) faults.push(`below 22: ${one.className}`);
    }
    return faults;
}"""


def test_nothing_is_clipped_or_small_on_a_projector(board):
    net = board("wall")
    steps = [step for step, code in boards.STEPS.items() if ".board(" in code and "gone" not in code]
    for size in ({"width": 1280, "height": 720}, {"width": 1920, "height": 1080}):
        net.page.set_viewport_size(size)
        for index, step in enumerate(steps):
            if index:
                net.page.get_by_role("button", name="Volgende").click()
            if step == "gauge":
                continue  # on the own desk, which is closed here
            expect(net.page.locator(".nw-part:visible").first).to_be_visible()
            net.rest()
            faults = net.page.locator(".nw-board:visible").evaluate(CLIPPED)
            assert not faults, f"{step} at {size['width']}: {faults}"
        for _ in steps[1:]:
            net.page.get_by_role("button", name="Vorige").click()


def test_the_rung_that_was_chosen_is_the_stage_with_which_the_cards_begin(board):
    net = board("ladder")
    part(net).get_by_role("button", name="Op jezelf vertrouwen").press("Enter")
    eventually(lambda: [one.mark for one in answers(net, "ladder.stage")] == ["trust_self"])
    steps = list(boards.STEPS)
    for _ in range(steps.index("cards") - steps.index("ladder")):
        net.page.get_by_role("button", name="Volgende").click()
    pane = net.page.locator(".nw-cards-pane:visible")
    expect(pane.locator(".nw-cards-rung")).to_contain_text("vertrouwen in jezelf")
    expect(pane.locator(".nw-cards-kind")).to_contain_text("Zelfvertrouwen")
    pane.get_by_role("button", name="Alle kaarten").press("Enter")
    expect(pane.locator(".nw-cards-rung")).to_have_count(0)


def test_a_board_of_many_parts_shows_three_at_a_time(board):
    net = board("circular")
    shown = net.page.locator(".nw-part:visible")
    expect(shown).to_have_count(3)
    first = shown.nth(1).locator(".nw-part-title").inner_text()
    shown.nth(1).get_by_role("textbox").first.fill("Wie merkt het?")
    net.page.get_by_role("button", name="Verder in dit bord").press("Enter")
    expect(net.page.locator(".nw-board-page:visible")).to_have_text("2 van 4")
    expect(shown).to_have_count(3)
    assert first not in shown.locator(".nw-part-title").all_inner_texts()
    eventually(lambda: [one.text for one in answers(net, "circular.one")] == ["Wie merkt het?"])
    for _ in range(2):
        net.page.get_by_role("button", name="Verder in dit bord").press("Enter")
    expect(shown).to_have_count(2)
    expect(net.page.get_by_role("button", name="Verder in dit bord")).to_be_disabled()
