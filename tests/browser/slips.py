"""A silent round as those at the table see it: typed covered, then laid on the map beside whom it names."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.maps import NetMap


def covered(dialog: Locator) -> None:
    """What is typed shows as dots, in a field that is none for a pass phrase; whoever holds the button reads it."""
    field, look = dialog.locator("textarea"), dialog.get_by_role("button", name="Houd vast om te kijken")
    expect(field).to_have_css("-webkit-text-security", "disc")
    look.focus()
    dialog.page.keyboard.down("Space")
    expect(field).to_have_css("-webkit-text-security", "none")
    dialog.page.keyboard.up("Space")
    expect(field).to_have_css("-webkit-text-security", "disc")
    look.hover()
    dialog.page.mouse.down()
    expect(field).to_have_css("-webkit-text-security", "none")
    dialog.page.mouse.up()
    expect(field).to_have_css("-webkit-text-security", "disc")


def the_slips_on_the_map(net: NetMap) -> None:
    """What was laid open lies beside whom it names, and moves nobody; what names nobody lies in the list only."""
    page, dialog = net.page, net.page.locator("dialog[open]")
    laid = (
        "Object.fromEntries([...canvas.look.map.slips()].map(([id, all]) => [canvas.nodes.get(id).label, all.length]))"
    )
    assert net.canvas(laid) == {"tante": 1, "oma": 1, "oude trainer": 1}
    before = net.canvas("[...canvas.nodes.values()].map(({ id, x, y }) => [id, x, y])")
    dialog.get_by_role("button", name="Toon tante op de kaart").click()
    read = page.locator(".nw-map-slips:visible")
    expect(read).to_contain_text("tante schaamt zich voor oma")
    page.keyboard.press("Alt+n")
    expect(read).not_to_contain_text("schaamt")
    page.keyboard.press("Alt+n")
    net.canvas("canvas.look.map.find('')")
    expect(read).to_have_count(0)
    at = net.canvas(
        "(([id]) => { const n = canvas.nodes.get(id); const { x, y } = canvas.position(id);"
        "return [x - n.size * 0.8, y + n.size * 0.8]; })(given)",
        net.person("oma").id,
    )
    net.tap(net.spot(*at))
    expect(read).to_contain_text("tante schaamt zich voor oma")
    assert net.canvas("[...canvas.nodes.values()].map(({ id, x, y }) => [id, x, y])") == before
