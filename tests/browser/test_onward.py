"""Typing goes on where the view is drawn anew under the hands, and words that were refused come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from netwerk_widgets.casefile.library.home import CASES, practice_key
from netwerk_widgets.casefile.storage import drafts
from tests.browser.maps import STATUS, NetMap, eventually
from tests.browser.test_map_kernel import HELD, KILL, send_silently

BOOK = "97_verder"
FIELD = ".nw-part:visible textarea"
PAGE = "globalThis[Symbol.for('netwerk-widgets.page.1')]"
KERNEL_LINE = """[...jupyterapp.shell.widgets("main")].find((one) => one.isVisible && one.sessionContext)
    .sessionContext.session.kernel"""
MUTE = f"""() => {{
    const kernel = {KERNEL_LINE};
    const {{ requestKernelInfo, reconnect }} = kernel;
    kernel.requestKernelInfo = () => new Promise(() => undefined);
    kernel.reconnect = () => {{
        kernel.requestKernelInfo = requestKernelInfo;
        globalThis.connectedAnew = true;
        return reconnect.call(kernel);
    }};
}}"""
"""The kernel answers nobody until the line to it is made anew."""
OTHER = """
from netwerk_widgets import workbook
from netwerk_widgets.model.edits import Change
file = workbook.desk().file
answer = next(one for one in file.case.answers.values() if one.card == "search.said")
file.apply(Change("answer", answer.id, {"text": "van een ander"}))
"""
"""While the page writes, another program changes the same text; the page's own edit waits behind it."""
FIRST = """
from netwerk_widgets import workbook
from netwerk_widgets.model.edits import Add
workbook.desk().file.apply(Add("answer", "other", {"card": "search.said", "text": "van een ander"}))
"""
"""So too where nothing stood there yet."""


@pytest.fixture
def net(in_a_book) -> NetMap:
    return in_a_book(BOOK, {"velden": 'workbook.board("search", parts="said try")'})


def kept(net: NetMap) -> list[str]:
    path = net.home / CASES / f"{net.code}.casus"
    return [one.text for one in drafts.kept(path, practice_key(net.home, net.code))[0]]


def said(net: NetMap) -> list[str]:
    return [one.text for one in net.case().answers.values() if one.card == "search.said"]


def test_keys_that_come_while_the_view_is_drawn_anew_are_words_and_not_shortcuts(net: NetMap):
    """n hides the names, b blanks the screen, s begins "samen": none of them may happen to somebody who writes."""
    page = net.page
    field = page.locator(FIELD).first
    field.focus()
    page.evaluate("globalThis.before = document.activeElement")
    send_silently(net, KILL)
    text = " ".join(f"nbs{number}" for number in range(60))
    page.keyboard.type(text, delay=15)
    net.until(f"!globalThis.before.isConnected && !{STATUS}.away", 30)
    page.keyboard.type(" slot", delay=15)
    expect(field).to_have_value(f"{text} slot")
    expect(field).to_be_focused()
    assert page.evaluate(f"{PAGE}.cover.get()") == ""
    assert not page.evaluate(f"{PAGE}.prefs.get().hideNames || {PAGE}.prefs.get().together")
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.keyboard.press("Tab")
    eventually(lambda: said(net)[-1:] == [f"{text} slot"])


def test_a_kernel_that_came_back_and_answers_to_nobody_is_reached_by_another_line(net: NetMap):
    net.page.evaluate(MUTE)
    send_silently(net, KILL)
    net.until(f"{STATUS}.away", 20)
    net.until(f"globalThis.connectedAnew && !{STATUS}.away", 40)
    field = net.page.locator(FIELD).first
    field.fill("er is weer iemand")
    field.press("Tab")
    eventually(lambda: said(net) == ["er is weer iemand"])


def test_a_text_that_another_changed_meanwhile_stays_and_mine_is_offered_beside_it(net: NetMap, tmp_path: Path):
    page = net.page
    field = page.locator(FIELD).first
    field.fill("eerst")
    field.press("Tab")
    eventually(lambda: said(net) == ["eerst"])
    sign = tmp_path / "sign"
    send_silently(net, HELD.format(str(sign)) + OTHER)
    field.press("End")
    page.keyboard.type(" en dan ik")
    field.press("Tab")
    sign.touch()
    offered(net, "eerst en dan ik")


def test_first_words_that_come_after_those_of_another_make_no_second_answer(net: NetMap, tmp_path: Path):
    field = net.page.locator(FIELD).first
    sign = tmp_path / "sign"
    send_silently(net, HELD.format(str(sign)) + FIRST)
    field.focus()
    net.page.keyboard.type("en dan ik")
    field.press("Tab")
    sign.touch()
    offered(net, "en dan ik")


def offered(net: NetMap, mine: str) -> None:
    """What another wrote stands, these words lie beside it, and take its place where somebody says so."""
    page, field = net.page, net.page.locator(FIELD).first
    expect(page.locator(".nw-draft blockquote:visible")).to_have_text(mine)
    expect(field).to_have_value("van een ander")
    expect(page.locator(".nw-bar-saved")).to_have_text("concept bewaard")
    assert said(net) == ["van een ander"]
    assert kept(net) == [mine]
    page.get_by_role("button", name="Zet het concept terug").click()
    field.press("Tab")
    eventually(lambda: said(net) == [mine] and kept(net) == [])
