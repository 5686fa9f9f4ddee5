"""The workbook in real JupyterLab: one step at a time, no code, and back by itself whatever happens beneath it."""

from __future__ import annotations

import itertools
import json
import os
import re
import time
from pathlib import Path

from playwright.sync_api import Page, expect

from .conftest import wait_ready
from .maps import KERNEL, NetMap, eventually

DIALOG = ".jp-Dialog"
VIEW = ".nw-root"
MAP = ".nw-book .jp-Cell:visible .nw-root"
NEXT = """document.querySelector(".nw-bar[data-ready='true'] .nw-bar-title")?.textContent.includes("in kaart") &&
    [...document.querySelectorAll(".nw-book .jp-Cell .nw-root")].some((one) => one.checkVisibility())"""


def state_of(server) -> dict:
    return server.ask("netwerk/state")


def bar(page: Page):
    return page.locator(".nw-bar")


def steps(server, name: str = "00_start") -> list[str]:
    cells = json.loads((server.home / "werkboeken" / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    return list(dict.fromkeys(cell["metadata"]["netwerk"]["step"] for cell in cells))


def kill_kernel(page: Page) -> None:
    """Let the kernel end as a crash would: at once and without a word."""
    page.evaluate(
        """() => void window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute(
            {code: "import os, signal; os.kill(os.getpid(), getattr(signal, 'SIGKILL', 9))"})"""
    )


def test_a_workbook_opens_without_code_toolbars_menus_or_side_bars(workbook, page):
    workbook()
    expect(page.locator(MAP).first).to_be_visible()
    for selector in (".jp-InputArea-editor", ".jp-InputPrompt", ".jp-NotebookPanel-toolbar", ".jp-SideBar"):
        assert page.locator(f"{selector}:visible").count() == 0
    assert page.locator("#jp-top-panel:visible, #jp-menu-panel:visible, #jp-bottom-panel:visible").count() == 0
    assert "token" not in page.url
    assert page.title() == "Netwerk Werkboek"
    box = page.locator("#main").bounding_box()
    assert (box["x"], round(box["y"] + box["height"])) == (0, 720)


def test_one_step_fills_the_screen_and_the_next_one_follows(turn_to, netwerk_server):
    page = turn_to("00_start")
    names = steps(netwerk_server)
    expect(bar(page)).to_have_attribute("data-step", names[0])
    page.get_by_role("button", name="Volgende").click()
    expect(bar(page)).to_have_attribute("data-step", names[1])
    expect(bar(page)).to_contain_text(f"stap 2 van {len(names)}")
    shown = page.locator(".nw-book .jp-Cell:visible")
    assert 0 < shown.count() <= 3
    heading = page.locator(".nw-book .jp-Cell:visible :is(h1, h2, h3)").first
    expect(heading).to_be_focused()
    assert float(heading.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")) >= 22
    page.keyboard.press("PageUp")
    expect(bar(page)).to_have_attribute("data-step", names[0])


def test_page_down_in_a_field_of_several_lines_stays_there(turn_to, netwerk_server):
    page = turn_to("00_start")
    page.evaluate("document.querySelector('.nw-book').append(document.createElement('textarea'))")
    page.locator(".nw-book > textarea").focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("Alt+b")  # a later key of the same listener has done its work
    expect(page.get_by_role("dialog", name="Leeg scherm")).to_be_visible()
    expect(bar(page)).to_have_attribute("data-step", steps(netwerk_server)[0])
    page.keyboard.press("Alt+b")
    page.locator(".nw-book > textarea").evaluate("(field) => field.remove()")


def test_the_next_workbook_opens_soon_and_on_the_same_kernel(start_netwerk, page, tmp_path):
    running = start_netwerk(tmp_path).ready()  # its own: another test's workbooks have kernels of their own
    running.ask("netwerk/state", {"steps": {"00_start": steps(running)[-1]}}, "PUT")
    page.goto(running.url)
    wait_ready(page)
    begun = time.monotonic()
    page.keyboard.press("PageDown")
    page.wait_for_function(NEXT)  # looked for at every frame
    took = time.monotonic() - begun
    sessions = running.ask("api/sessions")
    assert len({session["kernel"]["id"] for session in sessions}) == 1
    page.keyboard.press("PageUp")
    page.wait_for_selector(".nw-bar[data-ready='true'] .nw-bar-title:text('Begin')")
    expect(bar(page)).to_have_attribute("data-step", steps(running)[-1])
    assert took <= 6  # on a busy machine; what is promised is measured in tests/benchmarks


def test_a_server_that_ends_is_told_in_the_bar_and_one_resumes_where_one_stopped_on_another_port(
    start_netwerk, browser, tmp_path
):
    first = start_netwerk(tmp_path).ready()
    page = browser.new_page()
    page.goto(first.url)
    wait_ready(page)
    second_step = steps(first)[1]
    page.keyboard.press("PageDown")
    page.wait_for_selector(f".nw-bar[data-step='{second_step}']")
    page.keyboard.press("Alt+n")
    eventually(
        lambda: (kept := state_of(first)).get("hideNames") is True and kept["steps"].get("00_start") == second_step
    )
    assert first.stop() == 0
    expect(bar(page)).to_contain_text(re.compile("Verbinding weg|Gestopt"), timeout=15_000)
    expect(bar(page)).to_contain_text("Start opnieuw met: netwerk", timeout=30_000)  # not in English
    assert page.locator(DIALOG).count() == 0
    second = start_netwerk(tmp_path).ready()
    page.goto(second.url)
    wait_ready(page)
    expect(bar(page)).to_have_attribute("data-step", second_step)
    expect(page.get_by_role("button", name="Namen tonen")).to_be_visible()
    page.close()


def test_names_are_hidden_with_one_key_in_every_window_state(workbook, page, netwerk_server):
    workbook()
    page.keyboard.press("n")
    expect(page.get_by_role("button", name="Namen tonen")).to_be_visible()
    eventually(lambda: state_of(netwerk_server).get("hideNames") is True)
    page.reload()
    wait_ready(page)
    expect(page.get_by_role("button", name="Namen tonen")).to_be_visible()
    page.keyboard.press("Alt+n")
    expect(page.get_by_role("button", name="Namen verbergen")).to_be_visible()


def test_single_letters_can_be_switched_off(turn_to):
    page = turn_to("00_start")
    page.get_by_role("button", name="Meer", exact=True).click()
    page.get_by_role("button", name="één letter uitzetten").click()
    page.keyboard.press("n")
    expect(page.get_by_role("button", name="Namen verbergen")).to_be_visible()
    page.keyboard.press("Alt+n")  # shows them again where the single letter did hide them
    expect(page.get_by_role("button", name="Namen tonen")).to_be_visible()


def test_the_screen_blanks_and_comes_back(turn_to):
    page = turn_to("00_start")
    page.keyboard.press("b")
    expect(page.get_by_role("dialog", name="Leeg scherm")).to_be_visible()
    assert page.locator("#main").get_attribute("inert") is not None
    page.keyboard.press("b")
    expect(page.get_by_role("dialog", name="Leeg scherm")).to_have_count(0)


def test_the_language_changes_words_steps_and_jupyterlab(turn_to, netwerk_server):
    page = turn_to("00_start")
    page.get_by_role("button", name="Meer", exact=True).click()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    assert page.title() == "Network Workbook"
    shown = page.locator(".nw-book .jp-MarkdownCell:visible").all()
    assert len(shown) == 1
    eventually(lambda: state_of(netwerk_server)["lang"] == "en")


def test_the_code_can_be_shown_and_hidden_again(turn_to):
    page = turn_to("00_start")
    page.get_by_role("button", name="Meer", exact=True).click()
    page.get_by_role("button", name="Toon de code").click()
    expect(page.locator(".jp-InputArea-editor:visible").first).to_be_visible()
    page.get_by_role("button", name="Meer", exact=True).click()
    page.get_by_role("button", name="Verberg de code").click()
    expect(page.locator(".jp-InputArea-editor:visible")).to_have_count(0)


def test_jupyterlabs_shortcuts_do_nothing_while_the_code_is_hidden(turn_to, netwerk_server):
    page = turn_to("00_start")
    cells = page.locator(".nw-book .jp-Cell").count()
    page.locator(".nw-book .jp-Cell:visible :is(h1, h2)").first.click()
    for key in ("d", "d", "a", "m", "1", "x", "Shift+Enter", "Control+s"):
        page.keyboard.press(key)
    page.locator(".nw-book .jp-MarkdownCell:visible").first.dblclick()
    page.evaluate(KERNEL, "pass")  # a cell that was run would have been before this
    NetMap(page, netwerk_server.home).rest()
    assert page.locator(".nw-book .jp-Cell").count() == cells
    assert page.locator(".jp-InputArea-editor:visible").count() == 0
    assert page.locator(DIALOG).count() == 0


def test_jupyterlabs_shortcuts_do_nothing_on_the_heading_that_took_the_focus(turn_to, netwerk_server):
    """At a step that somebody went to: there "d d" took the step's words out of the notebook."""
    page = turn_to("00_start")
    page.keyboard.press("PageDown")
    expect(bar(page)).to_have_attribute("data-step", steps(netwerk_server)[1])
    expect(page.locator(".nw-book .jp-Cell:visible :is(h1, h2, h3)").first).to_be_focused()
    texts = "() => jupyterapp.shell.currentWidget.content.widgets.map((one) => one.model.sharedModel.source)"
    before = page.evaluate(texts)
    for key in ("d", "d", "a", "m", "1", "x"):
        page.keyboard.press(key)
    page.evaluate(KERNEL, "pass")
    NetMap(page, netwerk_server.home).rest()
    assert page.evaluate(texts) == before
    assert page.locator(".jp-InputArea-editor:visible").count() == 0


def test_a_killed_kernel_comes_back_by_itself_without_a_dialog(turn_to):
    page = turn_to("00_start")
    page.wait_for_selector(MAP)
    before = page.locator(VIEW).count()
    kill_kernel(page)
    expect(bar(page)).to_contain_text("Verbinding weg", timeout=10_000)
    assert page.locator(DIALOG).count() == 0
    expect(bar(page)).not_to_contain_text("Verbinding weg", timeout=20_000)
    page.wait_for_selector(MAP)
    expect(page.locator(VIEW)).to_have_count(before, timeout=20_000)
    assert page.locator(DIALOG).count() == 0


def test_a_kernel_that_is_restarted_or_taken_away_elsewhere_comes_back(turn_to, netwerk_server):
    page = turn_to("00_start")
    page.wait_for_selector(MAP)
    kernel = netwerk_server.ask("api/kernels")[0]["id"]
    netwerk_server.ask(f"api/kernels/{kernel}/restart", {}, "POST")
    expect(bar(page)).not_to_contain_text("Verbinding weg", timeout=20_000)
    page.wait_for_selector(MAP)
    netwerk_server.ask(f"api/kernels/{kernel}", None, "DELETE")
    expect(bar(page)).to_contain_text("Verbinding weg", timeout=20_000)
    expect(bar(page)).not_to_contain_text("Verbinding weg", timeout=60_000)
    page.wait_for_selector(MAP)
    assert page.locator(DIALOG).count() == 0


def test_a_reload_brings_the_workbook_back(workbook, page, netwerk_server):
    workbook(step=steps(netwerk_server)[1])
    page.reload()
    wait_ready(page)
    expect(bar(page)).to_have_attribute("data-step", steps(netwerk_server)[1])
    page.wait_for_selector(MAP)


def test_a_file_that_changed_on_disk_asks_nothing(workbook, page, netwerk_server):
    workbook()
    path: Path = netwerk_server.home / "werkboeken" / "00_start.ipynb"
    os.utime(path, (time.time() + 100, time.time() + 100))
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    page.evaluate(
        """() => void window.jupyterapp.commands.execute("docmanager:save").catch(() => undefined)
            .then(() => { window.tried = true; })"""
    )
    page.wait_for_function("window.tried")  # a question would have held it up, or have been answered by now
    assert page.locator(f"{DIALOG}:visible").count() == 0


def test_a_saved_workbook_holds_no_output_and_no_name(workbook, page, netwerk_server):
    workbook()
    page.wait_for_selector(MAP)
    path = netwerk_server.home / "werkboeken" / "00_start.ipynb"
    before = path.stat().st_mtime_ns
    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    assert path.stat().st_mtime_ns > before
    saved = json.loads(path.read_text(encoding="utf-8"))
    code = [cell for cell in saved["cells"] if cell["cell_type"] == "code"]
    assert all((cell["outputs"], cell["execution_count"]) == ([], None) for cell in code)
    assert "widgets" not in saved["metadata"]


def test_nothing_in_the_bar_overlaps_or_is_cut_off(turn_to):
    page = turn_to("00_start")
    for width, height in ((1280, 720), (3840, 2160)):
        page.set_viewport_size({"width": width, "height": height})
        boxes = [b for b in (item.bounding_box() for item in page.locator(".nw-bar button").all()) if b]
        for one, other in itertools.pairwise(boxes):
            assert one["x"] + one["width"] <= other["x"]
        for box in boxes:
            assert box["height"] >= 44
            assert box["width"] >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_waiting_page_needs_nothing_from_elsewhere(start_netwerk, page, tmp_path):
    server = start_netwerk(tmp_path, NETWERK_LANG="en")
    page.goto(server.url)
    expect(page.get_by_text("This is not a client file.")).to_be_visible()
    page.wait_for_url("**/doc/tree/00_start.ipynb", wait_until="commit")
    wait_ready(page)
    expect(page.get_by_role("button", name="Next")).to_be_visible()
