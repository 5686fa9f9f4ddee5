"""Boards: the trail, silence, exercises, one's own file, and what a screen shows of it all."""

from playwright.sync_api import expect

from tests.browser import boards
from tests.browser.boards import PREFS, answers, part
from tests.browser.maps import PRACTICE, eventually


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
    net.saved()
    expect(shut).to_have_count(0)
    expect(net.page.locator(".nw-live").filter(has_text="Nu open: Ideeën")).to_have_count(1)
    eventually(lambda: [one.mark for one in answers(net, "slow.silence")] == ["faced"])
    part(net).locator(".nw-part-title").press("Control+z")
    expect(shut).to_have_count(1)


def test_a_silence_that_is_stopped_does_not_count_and_one_that_ran_does(board):
    net = board("quiet")
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


def test_with_the_client_beside_one_the_parts_for_the_worker_are_away(board):
    net = board("slow")
    part(net).get_by_role("button", name="We hebben erbij stilgestaan").press("Enter")
    part(net, 1).locator("textarea").fill("heel stil")
    net.saved()
    expect(net.page.locator(".nw-part-rows:visible")).to_have_count(1)
    net.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), together: true }})")
    expect(net.page.locator(".nw-part-rows:visible")).to_have_count(0)
    expect(net.page.locator(".nw-part:visible")).to_have_count(1)
    net.page.evaluate(f"{PREFS}.set({{ ...{PREFS}.get(), together: false }})")
    expect(net.page.locator(".nw-part-rows:visible")).to_have_count(1)


def test_how_the_contact_is_goes_to_ones_own_file_for_this_case_alone(board):
    net = board("contact")
    own = "from netwerk_widgets.casefile.library.desk import the_own_desk\nown = the_own_desk()\n"
    # Another module may have left one, with answers of its own.
    net.kernel(f"{own}for old in own.shelf.list(): own.forget(old.code)\nown.begin_own('vijf natte laarzen dansen')")
    steady = part(net).get_by_role("button", name="Gewoon: we kunnen verder")
    steady.press("Enter")
    expect(steady).to_have_attribute("aria-pressed", "true")
    expect(part(net, 1).locator("textarea")).to_be_visible()
    told = f"{own}print([(one.card, one.mark, dict(one.more)) for one in own.file.case.answers.values()])"
    kept = [("relation.before", "steady", {"case": net.code})]
    eventually(lambda: net.kernel(told).strip() == str(kept))
    assert not net.case().answers
    net.kernel(f"{PRACTICE}\nworkbook.desk().begin_practice(case)")
    expect(steady).to_have_attribute("aria-pressed", "false")
    net.kernel(f"{own}code = own.file.code\nown.close()\nown.forget(code)")


def test_a_board_or_part_that_is_not_there_is_said_in_a_sentence(board):
    expect(board("unknown").page.locator(".nw-board:visible")).to_contain_text("Het bord gone is er niet")
    net = board("part")
    expect(net.page.locator(".nw-board:visible")).to_contain_text("Het deel gone staat niet op het bord wall")
    expect(part(net)).to_be_visible()


def test_the_rung_that_was_chosen_is_the_stage_with_which_the_cards_begin(board):
    net = board("ladder")
    part(net).get_by_role("button", name="Op jezelf vertrouwen").press("Enter")
    eventually(lambda: [one.mark for one in answers(net, "ladder.stage")] == ["trust_self"])
    net.saved().show(boards.STEPS["cards"])
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
