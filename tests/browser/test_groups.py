"""Groups on the map: made of who is chosen, named, chosen by a tap on their hull, left and dissolved; in the list and the film."""

from collections.abc import Callable

from playwright.sync_api import expect

from .maps import CANVAS, NetMap

HOME = (-30, -165)
"""Between the son, the daughter and the cat."""


def choose(net: NetMap, *roles: str) -> None:
    net.tap(net.where(roles[0]))
    net.page.keyboard.down("Shift")
    for role in roles[1:]:
        net.tap(net.where(role))
    net.page.keyboard.up("Shift")


def groups(net: NetMap) -> list[str]:
    """The names of groups that stand on the map."""
    return net.canvas("canvas.look.groupNames.map(({ text }) => text)")


def household(net: NetMap) -> None:
    choose(net, "zoon", "dochter", "kat")
    field = net.side().get_by_role("textbox", name="Maak er een groep van")
    field.fill("huishouden")
    field.press("Enter")
    net.saved().rest()


def test_a_group_is_made_of_who_is_chosen_and_its_name_hides_no_other(network_map: NetMap):
    household(network_map)
    (group,) = network_map.case().groups.values()
    assert (group.name, set(group.members.split())) == ("huishouden", {"son", "daughter", "cat"})
    labels = network_map.canvas(
        "[...canvas.placed, ...canvas.look.groupNames].map(({ text, x, y, width, height }) => [text, x, y, width, height])"
    )
    (named,) = [label for label in labels if label[0] == "huishouden"]
    for text, x, y, width, height in labels:
        apart = x >= named[1] + named[3] or named[1] >= x + width or y >= named[2] + named[4] or named[2] >= y + height
        assert text == "huishouden" or apart, text
    network_map.tool("Ongedaan maken: groep toegevoegd")
    network_map.saved()
    assert not network_map.case().groups


def test_a_tap_on_the_hull_chooses_all_who_rename_and_dissolve_it(network_map: NetMap):
    household(network_map)
    side, page = network_map.side(), network_map.page
    network_map.tap(network_map.spot(-330, 250))
    network_map.until(f"{CANVAS}.selectedNodes.length === 0")
    network_map.tap(network_map.spot(*HOME))
    network_map.until(f"{CANVAS}.selectedNodes.length === 3")
    name = side.get_by_label("Naam van deze groep")
    expect(name).to_have_value("huishouden")
    name.fill("thuis")
    page.locator(".nw-canvas:visible").focus()
    network_map.saved().rest()
    assert "thuis" in groups(network_map)
    network_map.tap(network_map.where("kat"))
    side.get_by_role("button", name="Haal uit deze groep").click()
    network_map.saved().rest()
    (group,) = network_map.case().groups.values()
    assert set(group.members.split()) == {"son", "daughter"}
    side.get_by_label("Zet in een groep").select_option("thuis")
    network_map.saved()
    side.get_by_role("button", name="In: thuis").click()
    side.get_by_role("button", name="Hef deze groep op").click()
    network_map.saved().rest()
    assert not network_map.case().groups
    assert "thuis" not in groups(network_map)


def test_a_dragged_member_takes_the_hull_along_and_leaves_no_stain(network_map: NetMap):
    household(network_map)
    network_map.drag(network_map.where("kat"), network_map.spot(-250, -250))
    network_map.saved().rest()
    picture = "canvas.element.querySelector('canvas').toDataURL()"
    drawn = network_map.canvas(picture)
    network_map.canvas("canvas.refresh()")
    network_map.still()
    assert network_map.canvas(picture) == drawn


def test_names_of_groups_are_hidden_with_the_names_and_the_client_sees_the_group(network_map: NetMap):
    household(network_map)
    prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
    network_map.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: true }})")
    network_map.rest()
    assert "huishouden" not in groups(network_map)
    expect(network_map.side()).not_to_contain_text("huishouden")
    network_map.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: false, together: true }})")
    network_map.until(f"{CANVAS}.look.map.mirror.others('annotation').length === 0")
    network_map.saved().rest()
    assert "huishouden" in groups(network_map)
    network_map.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), together: false }})")


def test_the_list_says_it_and_makes_one_by_key(network_map: NetMap):
    page = network_map.page
    page.locator(".nw-canvas:visible").focus()
    page.keyboard.press("l")
    for who in ("tante", "oma"):
        page.get_by_label(f"Kies {who}").check()
    page.keyboard.press("g")
    page.keyboard.type("familie van Mo")
    page.keyboard.press("Enter")
    network_map.saved()
    expect(page.locator("tr[data-id='aunt']")).to_contain_text("in familie van Mo")
    (group,) = network_map.case().groups.values()
    assert set(group.members.split()) == {"aunt", "grandma"}


def test_the_film_shows_the_group_of_that_moment(on_stage: Callable[..., NetMap], network_map: NetMap):
    household(network_map)
    network_map.page.locator(".nw-canvas:visible").focus()
    network_map.show("workbook.replay()")
    network_map.until(f"{CANVAS}.look.groupNames.some(({{ text }}) => text === 'huishouden')")
    network_map.page.keyboard.press("Tab")
    network_map.page.locator(".nw-replay").press("ArrowLeft")
    network_map.until(f"!{CANVAS}.look.groupNames.some(({{ text }}) => text === 'huishouden')")


def test_the_map_of_then_shows_the_group_of_then(network_map: NetMap):
    household(network_map)
    network_map.kernel("""
from netwerk_widgets import workbook
from netwerk_widgets.model.edits import Add, Remove
file = workbook.desk().file
file.apply(Add("version", "v0", {"name": "toen", "revision": file.revision, "at": "2026-01-01"}))
file.apply(Remove(tuple(("group", one) for one in file.case.groups)))
""")
    network_map.until(f"{CANVAS}.look.map.mirror.others('group').length === 0")
    network_map.canvas("canvas.look.map.lookThrough('since').then(() => canvas.look.map.looking.pair.set(true))")
    twin = "document.querySelector('.nw-map-twin')?.netwerkCanvas?.look"
    network_map.until(f"{twin}?.groupNames.some(({{ text }}) => text === 'huishouden')")
    now = "document.querySelector('.nw-canvas:not(.nw-map-twin)').netwerkCanvas.look"
    assert network_map.page.evaluate(f"{now}.groupNames") == []
    told = network_map.page.evaluate(f"{now}.map.look.get().lines.map(({{ sentence }}) => sentence.key)")
    assert "difference.group.gone" in told
