"""The question cards, by themselves: lay, choose, answer, name people; read back from disk."""

import re

import pytest
from playwright.sync_api import expect

from netwerk_widgets.exchange.cards import read_deck
from netwerk_widgets.locale import LANGUAGES, said
from tests.browser.asking import Cards
from tests.browser.conftest import VIEWPORT
from tests.browser.maps import eventually

DECK = read_deck().deck
SMALL = """(root) => [...root.querySelectorAll('button, select, summary, textarea, [role=option]')].filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return height && (width < 44 || height < 44);
}).map((one) => one.textContent)"""
CUT = """(root) => [...root.querySelectorAll('p, h2, h3, button, li, q')].filter((one) =>
    one.clientHeight && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"""


@pytest.fixture
def cards(on_stage) -> Cards:
    """All cards for the client."""
    return on_stage("workbook.question_cards()", begin="", kind=Cards).lay()


def choose(cards: Cards, label: str, option: str) -> None:
    fold = cards.pane.locator("details", has_text="Kies waar de vraag bij past")
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    cards.pane.get_by_label(label).select_option(label=option)


def card_of(question: str):
    return next(card for card in DECK.cards.values() if question in card.questions.values())


class TestPlaying:
    def test_a_card_is_large_and_nothing_of_it_is_cut_or_too_small_to_touch(self, cards: Cards):
        size = "(one) => parseFloat(getComputedStyle(one).fontSize)"
        assert cards.pane.locator(".nw-cards-question").evaluate(size) >= 26
        assert cards.field.evaluate(size) >= 22
        cards.press("Doorvragen")
        assert cards.pane.locator(".nw-cards-further").evaluate(size) >= 22
        cards.write("@tante en @zoon")
        assert cards.view.evaluate(SMALL) == cards.view.evaluate(CUT) == []
        least = """(root) => Math.min(...[...root.querySelectorAll('*')].filter((one) => one.clientHeight && one.innerText)
            .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
        assert cards.view.evaluate(least) >= 16
        box = cards.pane.get_by_role("button", name="Waarom deze kaart?").bounding_box()
        assert box["y"] + box["height"] < VIEWPORT["height"]

    def test_gentler_skip_draw_and_back(self, cards: Cards):
        while not card_of(cards.question).gentler:
            cards.turns("Overslaan")
        before, after = cards.turns("Zachter")
        assert card_of(after).id == card_of(before).gentler
        assert cards.turns("Terug") == (after, before)
        seen = [cards.question, *(cards.turns("Trek een kaart")[1] for _ in range(12))]
        assert len(set(seen)) == len(seen)  # nothing twice while there are others
        for expected in reversed(seen[:-1]):
            cards.press("Terug")
            eventually(lambda expected=expected: cards.question == expected)

    def test_nothing_is_compulsory(self, cards: Cards):
        for _ in range(3):
            cards.turns("Overslaan")
        cards.field.focus()
        cards.turns("Overslaan")
        assert not cards.case().answers

    def test_the_gentlest_card_offers_none_and_keeps_the_focus_on_the_question(self, cards: Cards):
        while not card_of(cards.question).gentler:
            cards.turns("Overslaan")
        gentler = cards.pane.get_by_role("button", name="Zachter", exact=True)
        while card_of(cards.question).gentler:
            before = cards.question
            gentler.press("Enter")
            eventually(lambda before=before: cards.question != before)
        expect(gentler).to_be_disabled()
        expect(cards.pane.locator(".nw-cards-question")).to_be_focused()

    def test_ask_on_and_why_always_answer(self, cards: Cards):
        for _ in range(4):
            card = card_of(cards.question)
            cards.press("Doorvragen")
            expect(cards.pane.locator(".nw-cards-further li")).to_have_text(list(said(card.follow_ups_in, "nl")))
            cards.press("Waarom deze kaart?")
            expect(cards.pane.locator(".nw-cards-why")).to_have_text(re.compile("^Deze kaart .+"))
            cards.turns("Trek een kaart")
            expect(cards.pane.locator(".nw-cards-why, .nw-cards-further")).to_have_count(0)

    @pytest.mark.parametrize(
        ("label", "option", "fits"),
        [
            ("Vraagfamilie", "Volgorde", {"family": "sequence"}),
            ("Waar het nu om gaat", "iets vragen", {"stage": "ask"}),
            ("Hoe het contact is", "vrijblijvend", {"relation": "vrijblijvend"}),
            ("Tempo", "rustig tempo", {"tempo": "calm"}),
        ],
    )
    def test_what_is_chosen_is_what_one_gets(self, cards: Cards, label: str, option: str, fits: dict):
        wanted = DECK.fitting(audience="client", **fits)
        choose(cards, label, option)
        number = cards.pane.get_by_text(re.compile("Kaarten die hierbij passen"))
        expect(number).to_have_text(f"Kaarten die hierbij passen: {len(wanted)}")
        for _ in range(3):
            assert card_of(cards.question) in wanted
            cards.turns("Trek een kaart")
        assert "over jezelf" not in cards.pane.get_by_label("Waar het nu om gaat").inner_text()

    def test_where_nothing_fits_that_is_said(self, cards: Cards):
        choose(cards, "Vraagfamilie", "Volgorde")
        choose(cards, "Hoe het contact is", "co-expert")
        expect(cards.pane).to_contain_text("Er is geen kaart die bij al je keuzes past")
        expect(cards.pane.get_by_role("button", name="Trek een kaart")).to_be_disabled()
        choose(cards, "Hoe het contact is", "alles")
        expect(cards.pane).not_to_contain_text("Er is geen kaart die bij al je keuzes past")

    def test_a_card_that_is_kept_for_later_is_saved_and_there_after_a_reload(self, cards: Cards):
        first = cards.question
        cards.pane.get_by_role("button", name="Bewaar voor later").press("Enter")
        eventually(lambda: cards.question != first)
        eventually(lambda: cards.aside() == {f"later:{card_of(first).id}"})
        cards.reload()
        cards.page.locator(".nw-cards-trail:visible").get_by_role("button", name=first).press("Enter")
        eventually(lambda: cards.question == first)
        kept = cards.pane.get_by_role("button", name="Bewaar voor later")
        expect(kept).to_have_attribute("aria-pressed", "true")
        kept.click()
        eventually(lambda: cards.aside() == set())


class TestAnswering:
    def test_a_good_word_and_an_expectation_join_the_trail_and_go_with_whoever_is_let_go(self, cards: Cards):
        said = "Mijn @tante ziet het"
        cards.write(said)
        assert cards.named() == ["tante"]
        cards.press("Compliment van tante: op het spoor")
        cards.press("Goede verwachting van tante: op het spoor")
        eventually(lambda: sorted(one.expectation for one in cards.compliments()) == [False, True])
        assert {one.text for one in cards.compliments()} == {said}
        trail = cards.page.locator(".nw-cards-trail:visible")
        expect(trail).to_contain_text("(verwachting)")
        cards.write(f"{said}, altijd")
        eventually(lambda: {one.text for one in cards.compliments()} == {f"{said}, altijd"})
        cards.press("tante niet meer noemen in dit antwoord")
        eventually(lambda: not cards.compliments() and cards.named() == [])
        assert cards.pane.evaluate("(pane) => pane.contains(document.activeElement)")

    def test_undo_and_redo_by_key_and_by_button(self, cards: Cards):
        cards.write("Mijn buurvrouw")
        cards.pane.locator(".nw-cards-question").press("Control+z")
        eventually(lambda: not cards.answers())
        expect(cards.field).to_have_value("")
        cards.pane.locator(".nw-cards-question").press("Control+y")
        eventually(lambda: [one.text for one in cards.answers()] == ["Mijn buurvrouw"])
        expect(cards.field).to_have_value("Mijn buurvrouw")
        cards.page.locator(".nw-cards-trail:visible .nw-undo").click()
        eventually(lambda: not cards.answers())

    def test_a_list_opens_at_an_at_and_is_gone_through_by_keys(self, cards: Cards):
        cards.field.focus()
        cards.page.keyboard.type("Dat is @vriendin")
        options = cards.options
        expect(options).to_have_text(["vriendin", "vriendin van de opleiding", "+ iemand die er nog niet staat …"])
        eventually(lambda: cards.heard().startswith("Kies wie je bedoelt"))
        cards.page.keyboard.press("ArrowDown")
        chosen = cards.field.get_attribute("aria-activedescendant")
        expect(cards.pane.locator(f"[id='{chosen}']")).to_have_text("vriendin van de opleiding")
        cards.page.keyboard.press("Enter")
        expect(cards.field).to_have_value("Dat is @vriendin van de opleiding ")
        expect(options).to_have_count(0)
        cards.page.keyboard.type("en @tan")
        cards.page.keyboard.press("Escape")
        expect(options).to_have_count(0)
        cards.page.keyboard.type("t ")
        expect(options).to_have_count(0)
        cards.saved()
        eventually(lambda: cards.named() == ["vriendin van de opleiding"])

    def test_somebody_new_of_several_words(self, cards: Cards):
        cards.field.focus()
        cards.page.keyboard.type("@collega van de bakkerij")
        cards.options.click()
        expect(cards.field).to_have_value("@collega van de bakkerij ")
        cards.page.keyboard.type("en @buurvrouw")  # there is one; this is another
        cards.page.keyboard.press("ArrowUp")
        cards.page.keyboard.press("Enter")
        name = cards.pane.get_by_label("Welke rol heeft deze persoon?")
        expect(name).to_be_focused()
        expect(name).to_have_value("buurvrouw")
        cards.page.keyboard.type(" van nummer 4")
        cards.page.keyboard.press("Enter")
        expect(cards.field).to_have_value("@collega van de bakkerij en @buurvrouw van nummer 4 ")
        expect(cards.field).to_be_focused()
        cards.saved()
        eventually(lambda: cards.named() == ["collega van de bakkerij", "buurvrouw van nummer 4"])
        cards.pane.get_by_label("Noem iemand in dit antwoord").select_option(label="iemand die er nog niet staat …")
        name.fill("oude juf")
        cards.press("Zet op de kaart")
        eventually(lambda: "oude juf" in cards.named())
        assert [one.role for one in cards.case().people.values()].count("buurvrouw van nummer 4") == 1

    def test_who_was_written_and_is_not_there_can_be_added_later(self, cards: Cards):
        cards.write("Mijn @peetoom weet het")
        cards.press("+ peetoom op de kaart")
        eventually(lambda: cards.named() == ["peetoom"])

    def test_one_view_never_writes_over_what_another_just_named(self, cards: Cards):
        """Words and a name, faster than the kernel can answer."""
        cards.page.evaluate(
            """async () => {
                const field = document.querySelector('.nw-cards-pane textarea');
                const select = document.querySelector('.nw-named select');
                field.value = 'Mijn @zoon';
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                field.dispatchEvent(new FocusEvent('blur'));
                select.value = 'aunt';
                select.dispatchEvent(new Event('change', { bubbles: true }));
            }"""
        )
        eventually(lambda: sorted(cards.named()) == ["tante", "zoon"])
        assert len(cards.answers()) == 1

    def test_hidden_names_are_nowhere_and_nobody_is_named_meanwhile(self, cards: Cards):
        cards.write("Mijn @tante en mijn @peetoom zien het")
        cards.press("Compliment van tante: op het spoor")
        eventually(cards.compliments)
        cards.hide()
        typed = "(one) => [...one.querySelectorAll('input, textarea')].map((field) => field.value).join(' ')"
        shown = cards.view.evaluate("(one) => one.innerHTML") + cards.view.evaluate(typed)
        assert "verborgen" in cards.view.evaluate(typed)
        assert not re.search("tante|peetoom", shown)
        cards.field.focus()
        cards.page.keyboard.type("@ta")
        expect(cards.options).to_have_count(0)
        assert "nog niet staat" not in cards.pane.get_by_label("Noem iemand in dit antwoord").inner_text()

    def test_a_screen_reader_hears_the_next_question_and_every_part_has_a_name(self, cards: Cards):
        _, question = cards.turns("Trek een kaart")
        eventually(lambda: question in cards.heard())
        cards.write("@tante")
        nameless = """(root) => [...root.querySelectorAll('button, select, textarea, summary, [role]')].filter((one) =>
            one.clientHeight && !(one.ariaLabel || one.textContent.trim() || one.labels?.length)).length"""
        assert cards.view.evaluate(nameless) == 0
        expect(cards.view.get_by_role("region", name="Vraagkaart")).to_be_visible()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_one_switch_changes_the_language_of_the_card(self, cards: Cards, language: str):
        card = card_of(cards.question)
        prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
        cards.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), lang: '{language}' }})")
        expect(cards.pane.locator(".nw-cards-question")).to_have_text(said(card.questions, language))
        cards.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), lang: 'nl' }})")
