"""A board or a card beside a live map: whoever is tapped is taken, and the answer appears on the map."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.maps import CANVAS, NetMap, eventually
from tests.browser.test_together_everywhere import go
from tests.stage.scenes import MAP

HEARS = "workbook.board('handover', parts='hears evening')"
BADGES = "[...canvas.nodes.keys()].filter((id) => canvas.look.map.mark(id)).map((id) => canvas.look.label(id)).sort()"


def beside(on_stage: Callable[..., NetMap], board: str = HEARS) -> NetMap:
    net = on_stage(MAP, board)
    net.until(f"{CANVAS}.look.map.mirror.people().length > 1 && document.querySelector('.nw-who')")
    return net.rest()


def about(net: NetMap, card: str) -> list[str]:
    case = net.case()
    return sorted(case.people[one.persons].role for one in case.answers.values() if one.card == card)


def test_whoever_is_tapped_is_taken_and_marked_on_the_map(on_stage):
    net = beside(on_stage)
    net.tap(net.where("tante"))
    expect(net.page.get_by_label("Wat hoort die?")).to_be_focused()
    net.page.keyboard.type("zij hoorde het eerst")
    net.saved()
    assert about(net, "handover.hears") == ["tante"]
    assert net.canvas(BADGES) == ["tante"]
    net.tap(net.where("buurvrouw"))
    eventually(lambda: about(net, "handover.hears") == ["buurvrouw", "tante"])
    net.tap(net.where("tante"))  # who is there is not taken twice: their field is gone on with
    expect(net.page.get_by_label("Wat hoort die?").first).to_be_focused()
    assert about(net, "handover.hears") == ["buurvrouw", "tante"]


def test_the_part_where_one_was_last_takes_them(on_stage):
    net = beside(on_stage)
    net.page.locator(".nw-part").nth(1).locator("select").first.focus()
    net.tap(net.where("tante"))
    eventually(lambda: about(net, "handover.evening") == ["tante"])
    assert about(net, "handover.hears") == []


def test_whoever_must_not_be_approached_and_the_centre_are_not_taken(on_stage):
    net = beside(on_stage)
    unsafe = net.person("chef").id
    net.canvas(
        "canvas.look.map.connection.edit({ edit: 'change', kind: 'person', id: given[0], fields: { unsafe: true } })",
        unsafe,
    )
    net.saved()
    net.tap(net.where("chef"))
    net.tap(net.where("Mo"))
    net.still()
    assert about(net, "handover.hears") == []


def test_by_keys_alone(on_stage):
    net = beside(on_stage)
    net.page.locator(".nw-canvas").focus()
    net.page.keyboard.press("ArrowRight")
    chosen = net.canvas("canvas.look.label(canvas.selectedNodes[0])")
    net.page.keyboard.press("Enter")
    eventually(lambda: about(net, "handover.hears") == [chosen])


def test_a_board_out_of_sight_takes_nobody_and_marks_nobody(turn_to, netwerk_server):
    """In one workbook stand steps with a board beside a map, and others: a tap is meant for what is in sight."""
    net = NetMap(turn_to("06_niet_de_hoofdrol", step="moeilijke-dingen"), netwerk_server.home).begin()
    net.tap(net.where("tante"))
    eventually(lambda: about(net, "handover.hears") == ["tante"])
    net.saved()
    go(net, "06_niet_de_hoofdrol", "avond")
    net.tap(net.where("buurvrouw"))
    eventually(lambda: about(net, "handover.evening") == ["buurvrouw"])
    assert about(net, "handover.hears") == ["tante"]
    assert net.canvas(BADGES) == ["buurvrouw"]
    go(net, "06_niet_de_hoofdrol", "zonder-ons")
    net.tap(net.where("oma"))
    net.still()
    assert about(net, "handover.evening") == ["buurvrouw"]


def test_whoever_was_chosen_is_let_go_with_the_step(turn_to, netwerk_server):
    net = NetMap(turn_to("01_netwerk_in_kaart", step="tekenen"), netwerk_server.home).begin()
    net.choose("tante")
    go(net, "01_netwerk_in_kaart", "geven")
    assert net.canvas("canvas.selectedNodes") == []
    expect(net.page.locator(".nw-panel-title:visible")).to_have_count(0)


class TestSuggestions:
    """What is said speaks to the map: offered in one tap, and never done by itself."""

    SUPPORT = "[...canvas.look.map.mirror.ties()].find((tie) => tie.target === given[0]).support.emotional"

    def said(self, on_stage, board: str = HEARS) -> tuple[NetMap, str]:
        net = beside(on_stage, board)
        aunt = net.person("tante").id
        net.canvas(
            "canvas.look.map.connection.edit({ edit: 'set_support', person: given[0], kind: 'emotional', direction: given[1] })",
            aunt,
            "none",
        )
        net.saved().tap(net.where("tante"))
        return net, aunt

    def test_one_tap_puts_on_the_map_what_was_said_and_undo_takes_it_off(self, on_stage):
        net, aunt = self.said(on_stage)
        offer = net.page.locator(".nw-suggested")
        expect(offer).to_contain_text("Op de kaart staat dat er van tante geen emotionele steun komt.")
        assert net.canvas(self.SUPPORT, aunt) == "none"
        offer.get_by_role("button", name="Pas de kaart aan").click()
        expect(offer).to_have_count(0)
        net.saved()
        assert net.canvas(self.SUPPORT, aunt) == "received"
        net.page.locator(".nw-board .nw-undo").click()
        expect(offer).to_contain_text("Klopt de kaart nog?")

    def test_what_is_left_as_it_is_does_not_come_back(self, on_stage):
        net, aunt = self.said(on_stage)
        net.page.locator(".nw-suggested").get_by_role("button", name="Laat de kaart zoals hij is").click()
        expect(net.page.locator(".nw-suggested")).to_have_count(0)
        net.saved().reload()
        net.until(f"{CANVAS}.look.map.mirror.people().length > 1 && document.querySelector('.nw-board-row')")
        net.still()
        assert net.page.locator(".nw-suggested").count() == 0
        assert net.canvas(self.SUPPORT, aunt) == "none"

    def test_half_a_step_becomes_a_small_step(self, on_stage):
        net = beside(on_stage, "workbook.board('support', parts='works')")
        net.tap(net.where("tante"))
        net.page.get_by_role("textbox", name="Een halve stap verder").fill("samen koffie")
        net.saved()
        net.page.get_by_role("button", name="Maak er een kleine stap van").click()
        net.saved()
        assert [(step.text, step.person) for step in net.case().steps.values()] == [
            ("samen koffie", net.person("tante").id)
        ]

    def test_a_card_on_giving_asks_of_which_kind(self, on_stage):
        net = on_stage("workbook.network_map(cards='meaning')")
        net.until(f"{CANVAS}.look.map.mirror.people().length > 1 && document.querySelector('.nw-cards-answer')")
        net.rest().tap(net.where("chef"))
        net.page.locator(".nw-suggested").get_by_role("button", name="gezelschap").click()
        net.saved()
        ties = net.case().ties_of(net.person("chef").id)
        assert {dict(tie.support).get("company") for tie in ties} >= {"given"}
