"""What the network calls for, who is never proposed, cards that do not fit, and the deck on paper; in the browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from netwerk_widgets.exchange import content
from netwerk_widgets.exchange.cards import read_deck
from netwerk_widgets.locale import LANGUAGES, said
from netwerk_widgets.model.cards.deck import SIGNS
from netwerk_widgets.report.cards import render
from tests.browser.asking import Cards
from tests.browser.maps import STATUS, eventually
from tests.stage.stage import Stage

ALL = "workbook.question_cards()"
DECK = read_deck().deck
SIGNED = """
from netwerk_widgets.model.case.entities import Case, Compliment, Person, Tie
def person(id, number, **fields):
    return Person(id=id, number=number, role=id, **{{"circle": 3, "x": 40.0 * number, "y": 90.0, **fields}})
everybody = [person("mo", 1, circle=0, x=0.0, y=0.0), {people}]
ties = [Tie(id="t" + who, source="mo", target=who, support=(way,)) for who, way in {support}]
praise = {{f"c{{n}}": Compliment(f"c{{n}}", person="tante", text="Goed zo") for n in range({praised})}}
case = Case(people={{one.id: one for one in everybody}}, ties={{tie.id: tie for tie in ties}}, compliments=praise)
"""
PEOPLE = {
    "only_professionals": 'person("coach", 2, circle=1, professional=True, domain="professionals")',
    "unheard": 'person("tante", 2)',
    "one_carries": 'person("tante", 2), person("vriend", 3)',
    "sleeping": 'person("oom", 2, sleeping=True, circle=4)',
    "praised": 'person("tante", 2)',
}
SUPPORT = {
    "unheard": '[("tante", ("emotional", "none"))]',
    "one_carries": '[("tante", ("practical", "received")), ("vriend", ("company", "given"))]',
}


def network_of(sign: str) -> str:
    """Python that makes a case in which one can see this sign, and no other."""
    praised = 3 if sign == "praised" else 0
    return SIGNED.format(people=PEOPLE[sign], support=SUPPORT.get(sign, "[]"), praised=praised)


@pytest.fixture
def cards(on_stage) -> Cards:
    return on_stage(ALL, begin="", kind=Cards)


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_offers_its_card_with_the_reason_and_stays_declined_after_a_reload(cards: Cards, sign: str):
    cards.lay(network_of(sign))
    offer = cards.pane.locator(".nw-cards-offer")
    expect(offer.get_by_role("button")).to_have_count(2)
    reason = offer.locator("p").inner_text()
    assert reason.endswith(".")
    called = [said(card.questions, "nl") for card in DECK.called(sign)]  # type: ignore[arg-type]
    offer.get_by_role("button", name="Laat zien").press("Enter")
    eventually(lambda: cards.question in called)
    cards.press("Waarom deze kaart?")
    expect(cards.pane.locator(".nw-cards-why")).to_have_text(reason)
    offer.get_by_role("button", name="Dit niet meer tonen").press("Enter")
    expect(offer).to_have_count(0)
    expect(cards.pane.locator(".nw-cards-question")).to_be_focused()
    eventually(lambda: len(cards.aside()) == 1)
    assert cards.aside().pop().startswith(f"declined:{sign}")
    told: list[str] = []
    cards.page.once("websocket", lambda line: line.on("framereceived", lambda text: told.append(str(text))))
    cards.reload()
    expect(cards.pane.locator(".nw-cards-question")).to_be_visible()
    eventually(lambda: any('"offers"' in text for text in told), page=cards.page)
    cards.still()
    expect(offer).to_have_count(0)
    cards.page.locator(".nw-cards-trail:visible .nw-undo").click()
    expect(offer).to_be_visible()


def test_with_several_signs_one_sees_them_all_without_declining_one(cards: Cards):
    people = f"{PEOPLE['only_professionals']}, {PEOPLE['sleeping'].replace('2', '3', 1)}"
    cards.lay(SIGNED.format(people=people, support="[]", praised=0))
    offer = cards.pane.locator(".nw-cards-offer")
    expect(offer).to_contain_text("coach")
    offer.get_by_role("button", name="Wat nog meer? (1)").click()
    expect(offer).to_contain_text("oom")
    offer.get_by_role("button", name="Wat nog meer? (1)").click()
    expect(offer).to_contain_text("coach")


def test_whoever_is_marked_unsafe_is_in_no_card_trail_or_lens(cards: Cards):
    cards.lay(network_of("praised"))
    cards.write("Mijn @tante zegt het")
    cards.press("Compliment van tante: op het spoor")
    offer = cards.pane.locator(".nw-cards-offer")
    offer.get_by_role("button", name="Laat zien").click()
    cards.press("Waarom deze kaart?")
    expect(cards.pane.locator(".nw-cards-why")).to_contain_text("tante")
    cards.edit(edit="change", kind="person", id="tante", fields={"unsafe": True})
    expect(offer).to_have_count(0)
    shown = cards.page.locator(".nw-cards:visible")
    expect(shown).not_to_contain_text(re.compile(r"(?<!@)tante"))  # but the client's own words stay
    cards.turns("Terug")
    expect(cards.pane.locator(".nw-link")).to_have_count(0)
    assert "tante" not in cards.pane.get_by_label("Noem iemand in dit antwoord").inner_text()
    cards.field.focus()
    cards.field.press("End")
    cards.page.keyboard.type(" en @tan")
    expect(cards.options.filter(has_text=re.compile("^tante"))).to_have_count(0)
    cards.page.keyboard.press("Escape")
    cards.until(f"{STATUS}.pending === 0")
    cards.show("workbook.network_map(cards='all')")
    expect(cards.pane.locator(".nw-cards-question")).to_be_visible()
    for lens in ("Nu", "Zonder ons", "Wat geef jij?", "Getekend en gezegd"):
        cards.page.locator(".nw-map-lenses:visible").get_by_role("button", name=lens, exact=True).click()
        look = cards.page.locator(".nw-map-look:visible")
        expect(look).to_contain_text(lens)
        expect(look).not_to_contain_text("tante")


HOSTILE = """name = "<img src=x onerror='window.hurt = 1'>"
[cards.01]
question = "<script>window.hurt = 1</script>Wie\u202e draait er om?"
follow_ups = ["</li></ul><img src=x onerror='window.hurt = 1'>"]
[cards.02]
question = 3
tempo = "snel"
kleur = "rood"
"""


class TestCardsThatDoNotFit:
    @pytest.fixture
    def own(self, stage: Stage):
        folder = stage.home / "kaarten"
        folder.mkdir(exist_ok=True)
        yield folder
        for file in folder.iterdir():
            file.unlink()

    def test_every_fault_is_told_and_the_other_cards_work(self, cards: Cards, own: Path):
        (own / "team.toml").write_text(HOSTILE, encoding="utf-8")
        (own / "groot.toml").write_text("#" * 1_000_001, encoding="utf-8")
        (own / "dubbel.toml").write_text("name='a'\n[cards.01]\nquestion='Wie?'\n[cards.01]\nquestion='Wie?'", "utf-8")
        cards.show(ALL)
        notice = cards.view.locator(".nw-cards-problems")
        notice.locator("summary").click()
        for sentence in (
            "In dubbel.toml staat cards.01 twee keer, de tweede keer rond regel 4.",
            "Het bestand groot.toml is te groot voor vraagkaarten.",
            "In team.toml past question niet bij team-02.",
            "In team.toml past tempo niet bij team-02. De andere kaarten werken gewoon. Kies uit: calm, ordinary, brisk.",
            "In team.toml staat bij team-02 het onderdeel kleur",
        ):
            expect(notice).to_contain_text(sentence)
        cards.pane.locator("details", has_text="Kies waar de vraag bij past").locator("summary").click()
        cards.pane.get_by_label("Vraagfamilie").select_option(value="team")
        expect(cards.pane.locator(".nw-cards-question")).to_have_text(
            "<script>window.hurt = 1</script>Wie draait er om?"
        )
        cards.press("Doorvragen")
        expect(cards.pane.locator(".nw-cards-further")).to_contain_text("<img src=x")
        assert cards.page.evaluate("window.hurt") is None
        assert len(cards.view.evaluate("(one) => [...one.querySelectorAll('img, script')]")) == 0
        notice.get_by_role("button", name="Sluiten").click()
        expect(notice).to_have_count(0)

    def test_an_emptied_folder_says_so_and_the_own_cards_work(
        self, cards: Cards, own: Path, tmp_path: Path, monkeypatch
    ):
        (own / "team.toml").write_text("name = 'Wij'\n[cards.01]\nquestion = 'Wie lacht er?'", encoding="utf-8")
        (tmp_path / "cards").mkdir()
        monkeypatch.setattr(content, "data_folder", lambda _name: tmp_path)
        cards.show(ALL)
        notice = cards.view.locator(".nw-cards-problems")
        expect(notice).to_contain_text("De vraagkaarten van het programma zijn niet gevonden. Eigen kaarten")
        expect(cards.pane.locator(".nw-cards-question")).to_have_text("Wie lacht er?")
        (own / "team.toml").unlink()
        cards.show(ALL)
        expect(cards.pane).to_contain_text("Er zijn nu geen vraagkaarten om te laten zien.")


class TestOnPaper:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_card_is_a6_on_a4_and_none_is_cut(self, browser: Browser, language: str, tmp_path: Path):
        page = browser.new_page()
        page.set_content(render(DECK, language=language))
        page.emulate_media(media="print")
        cards = page.locator("article")
        assert cards.count() == len(DECK.cards)
        cut = """(cards) => cards.filter((card) => card.scrollHeight > card.clientHeight + 1 ||
            card.scrollWidth > card.clientWidth + 1).map((card) => card.id)"""
        assert cards.evaluate_all(cut) == []
        sizes = """(cards) => cards.map((card) => card.getBoundingClientRect()).map(({ width, height }) =>
            [Math.round(width * 254 / 96) / 10, Math.round(height * 254 / 96) / 10].join(" x "))"""
        assert set(cards.evaluate_all(sizes)) == {"105 x 148.5"}
        sheets = [sum(card.family == family for card in DECK.cards.values()) for family in DECK.families]
        pdf = page.pdf(prefer_css_page_size=True, print_background=True)
        (tmp_path / f"kaarten-{language}.pdf").write_bytes(pdf)
        assert pages(pdf) == sum(-(-number // 4) for number in sheets)
        boxes = re.findall(rb"/MediaBox\s*\[([\d. ]+)\]", pdf)
        assert {tuple(round(float(one)) for one in box.split()) for box in boxes} == {(0, 0, 595, 842)}
        page.close()

    def test_it_is_printed_and_kept_from_the_page(self, cards: Cards):
        cards.lay()
        cards.pane.locator("details", has_text="Kies waar de vraag bij past").locator("summary").click()
        cards.press("Kaarten afdrukken")
        dialog = cards.page.get_by_role("dialog", name="Kaarten afdrukken")
        dialog.get_by_label("Vraagfamilie").select_option(label="Erkenning")
        dialog.get_by_label("Taal op de kaarten").select_option(label="English")
        with cards.page.expect_download() as kept:
            dialog.get_by_role("button", name="Bewaren als pagina").click()
        assert kept.value.suggested_filename == "vraagkaarten.html"
        text = Path(kept.value.path()).read_text(encoding="utf-8")
        assert said(DECK.cards["recognition-01"].questions, "en").replace("'", "&#x27;") in text
        assert "Wie" not in text
        dialog.get_by_role("button", name="Afdrukken", exact=True).click()
        paper = cards.page.frame_locator("iframe.nw-print")
        expect(paper.locator("article").first).to_contain_text("Recognition 1")
        assert "allow-scripts" not in cards.page.locator("iframe.nw-print").get_attribute("sandbox")
        dialog.get_by_role("button", name="Sluiten").click()


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
