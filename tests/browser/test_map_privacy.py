"""What leaves the map and what does not: hidden names, hostile text, files, paper."""

import re
import struct
import zlib

from playwright.sync_api import expect

from .maps import CANVAS, NetMap


def test_hostile_text_shows_as_text_and_executes_nothing(network_map: NetMap):
    page = network_map.page
    hostile = "<img src=x onerror=alert(1)><b>oom</b>"
    page.evaluate("void (window.alert = () => { window.hit = true; })")
    network_map.add(hostile)
    network_map.choose(hostile)
    expect(network_map.side().locator(".nw-panel-title")).to_have_text(hostile)
    for lens in ("Nu", "Wat geef jij?", "Zonder ons"):
        page.locator(".nw-map-lens:visible", has_text=lens).first.click()
        expect(page.locator(".nw-map-lens[aria-pressed='true']:visible")).to_contain_text(lens)
        network_map.still()
    network_map.tool("Zoek iemand")
    expect(page.locator(".nw-map-found:visible input")).to_be_focused()
    page.keyboard.type("<img")
    expect(page.locator(".nw-map-found:visible button")).to_have_text(hostile)
    page.keyboard.press("Escape")
    network_map.tool("Lijst")
    expect(page.locator(".nw-table:visible")).to_contain_text("<img src=x")
    network_map.tool("Lijst")
    assert page.locator(".nw-root img").count() == 0
    assert page.evaluate("window.hit") is None


def test_an_impossible_edit_from_the_page_is_told_in_words_and_changes_nothing(network_map: NetMap):
    before = network_map.case()
    edits = (
        {"edit": "place", "moves": [["nobody", 1, 1]]},
        {"edit": "place", "moves": [["aunt", "NaN", 1]]},
        {"edit": "explode"},
        {"edit": "change", "kind": "person", "id": "aunt", "fields": {"surname": "Jansen"}},
        {"edit": "add", "kind": "tie", "id": "t1", "fields": {"source": "aunt", "target": "aunt"}},
        {"edit": "remove", "ids": [["person", "mo"]]},
        ["no", "edit"],
    )
    notice = network_map.page.locator(".nw-notice:visible")
    for edit in edits:
        network_map.page.evaluate(f"{CANVAS}.look.map.connection.notice.set(null)")
        network_map.canvas(
            "canvas.look.map.connection.model.send({ kind: 'edit', oid: given[1], edit: given[0] })", edit, "x1"
        )
        expect(notice).to_be_visible()
        text = notice.inner_text()
        assert re.search(r"[a-z]{3,}.*\.", text), text
        assert "Traceback" not in text
        assert "Error" not in text
    network_map.canvas("canvas.move([['aunt', -300, 300]])")
    network_map.canvas("canvas.look.map.connection.model.send({ kind: 'edit', oid: 'x2', edit: { edit: 'explode' } })")
    network_map.until(f"Math.abs({CANVAS}.position('aunt').x - {before.people['aunt'].x}) < 1")
    assert network_map.case() == before
    network_map.page.evaluate(f"{CANVAS}.look.map.connection.notice.set(null)")


def paper(network_map: NetMap):
    network_map.tool("Afdrukken of bewaren")
    return network_map.page.locator("dialog[open]")


def download(network_map: NetMap, dialog, kind: str) -> bytes:
    with network_map.page.expect_download() as found:
        dialog.get_by_role("button", name=kind, exact=True).click()
    return found.value.path().read_bytes()


def test_a_picture_holds_roles_only_when_chosen(network_map: NetMap):
    dialog = paper(network_map)
    svg = download(network_map, dialog, "SVG").decode()
    assert "<svg" in svg
    assert not any(role in svg for role in ("tante", "buurvrouw", "wijkteam"))
    assert re.search(r">P\d+<", svg)
    png = download(network_map, dialog, "PNG")
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (2800, 1920)
    assert b"tEXt" not in png
    assert len(zlib.compress(png)) > 20_000, "there is something on it"
    dialog.get_by_role("checkbox").first.check()
    svg = download(network_map, dialog, "SVG").decode()
    assert all(role in svg for role in ("tante", "buurvrouw", "wijkteam"))
    assert "overleden" in svg  # what a sign means that somebody has
    assert "niet benaderen" not in svg
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    network_map.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
