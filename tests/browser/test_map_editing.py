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
