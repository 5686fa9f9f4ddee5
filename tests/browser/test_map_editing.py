"""Editing on the map: what a hand does there, and what it is told."""

from collections.abc import Callable

from playwright.sync_api import expect

from .maps import CANVAS, NetMap

AMONG_PROFESSIONALS = (-200, -60)


def test_whoever_is_dragged_among_the_professionals_is_asked_about_in_one_tap(network_map: NetMap):
    asks = network_map.page.locator(".nw-panel-asks:visible")
    network_map.drag(network_map.where("buurvrouw"), network_map.spot(*AMONG_PROFESSIONALS))
    network_map.saved()
    expect(asks).to_contain_text("Is buurvrouw een hulpverlener?")
    expect(network_map.page.locator("dialog:visible")).to_have_count(0)
    asks.get_by_role("button", name="Ja").click()
    network_map.saved().rest()
    expect(asks).to_have_count(0)
    assert network_map.person("buurvrouw").professional
    assert network_map.canvas("canvas.nodes.get('neighbour').kind") == "professional"
    network_map.page.locator(".nw-map-lens:visible", has_text="Zonder ons").click()
    network_map.until(f"{CANVAS}.nodes.get('neighbour').opacity < 0.3")


def test_a_son_among_the_professionals_stays_family_and_no_is_remembered(network_map: NetMap):
    asks = network_map.page.locator(".nw-panel-asks:visible")
    network_map.drag(network_map.where("zoon"), network_map.spot(*AMONG_PROFESSIONALS))
    network_map.saved().rest()
    assert network_map.canvas("canvas.nodes.get('son').kind") == "kin"
    expect(network_map.side()).to_contain_text("hulpverleners · kring 2 · gezinslid")
    asks.get_by_role("button", name="Nee").click()
    network_map.saved()
    for place in ((200, 60), AMONG_PROFESSIONALS):
        network_map.drag(network_map.where("zoon"), network_map.spot(*place))
        network_map.saved().rest()
    expect(asks).to_have_count(0)
    assert (network_map.person("zoon").belongs, network_map.person("zoon").professional_asked) == ("household", "no")
    network_map.tool("Ongedaan maken: zoon verplaatst")
    network_map.saved()


def test_the_list_asks_it_too(on_stage: Callable[..., NetMap]):
    net = on_stage("workbook.network_list()")
    net.page.get_by_label("Levensgebied van tante").select_option("professionals")
    asks = net.page.locator(".nw-panel-asks:visible")
    expect(asks).to_contain_text("Is tante een hulpverlener?")
    asks.get_by_role("button", name="Nee").click()
    net.saved()
    expect(asks).to_have_count(0)
    assert net.person("tante").professional_asked == "no"


WRITTEN = """() => { window.written = [];
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
    window.written.push(text);
    return fillText.call(this, text, ...where);
}; }"""
"""From now on the page keeps what is written on its canvases."""


def held(net: NetMap, role: str, *ways: tuple[float, float]) -> None:
    """Somebody is taken along these places, and not let go."""
    net.page.mouse.move(*net.where(role))
    net.page.mouse.down()
    for way in ways:
        net.page.mouse.move(*net.spot(*way), steps=4)


def test_a_drag_shows_where_somebody_is_and_says_what_they_become(network_map: NetMap):
    page = network_map.page
    page.evaluate(WRITTEN)
    held(network_map, "chef", (-200, 150))
    network_map.until("window.written.includes('chef')")
    assert not page.evaluate("window.written.some((text) => text.startsWith('wordt:'))"), "still among work and school"
    page.mouse.move(*network_map.spot(110, 150), steps=4)
    network_map.until("window.written.includes('wordt: buurt')")
    page.mouse.up()
    network_map.saved().rest()
    assert network_map.person("chef").domain == "neighbours"
    page.evaluate("window.written = []")
    network_map.canvas("canvas.refresh()")
    network_map.until("window.written.includes('chef')")
    assert not page.evaluate("window.written.some((text) => text.startsWith('wordt:'))"), "nobody is dragged now"


def test_escape_in_a_drag_puts_back(network_map: NetMap):
    before, start = network_map.case(), network_map.where("chef")
    held(network_map, "chef", (110, 150))
    network_map.page.keyboard.press("Escape")
    network_map.page.mouse.move(*network_map.spot(160, 100), steps=4)
    network_map.page.mouse.up()
    network_map.rest()
    assert network_map.saved().case() == before
    assert network_map.canvas("canvas.position(given[0]).x", "boss") == before.people["boss"].x
    network_map.drag(start, network_map.spot(110, 150))
    assert network_map.saved().person("chef").domain == "neighbours", "and can be taken hold of again"


def test_the_wished_map_says_that_it_is_a_wish(network_map: NetMap):
    network_map.canvas("canvas.look.map.lookThrough('wished')")
    network_map.until(f"{CANVAS}.look.map.look.get()?.lens === 'wished'")
    network_map.page.evaluate(WRITTEN)
    held(network_map, "chef", (110, 150))
    network_map.until("window.written.includes('wens: buurt')")
    network_map.page.mouse.up()
    network_map.saved()
