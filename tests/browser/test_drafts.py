"""What is typed and not put down yet: kept within two seconds, shown again in its place, and told truly in the bar."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import expect

from netwerk_widgets.casefile.library.home import CASES, practice_key
from netwerk_widgets.casefile.storage import drafts
from tests.browser.boards import PREFS, answers, part
from tests.browser.maps import DRAFTS, STATUS, NetMap, eventually

SENTENCE = "Bij mijn zus en oom, als het te veel wordt."


HOLD = """(drafts) => {
    const send = drafts.send.get();
    drafts.send.set((query, body) => {
        if (!body || globalThis.late) return send(query, body);
        return new Promise((done) => { globalThis.late = () => send(query, body).then(done); });
    });
}"""
"""The first request of the page arrives when the test says so."""


def kept(net: NetMap) -> list[drafts.Draft]:
    """The drafts on disk."""
    return drafts.kept(net.home / CASES / f"{net.code}.casus", practice_key(net.home, net.code))[0]


def rows(net: NetMap) -> int:
    return net.kernel("from netwerk_widgets import workbook\nprint(workbook.desk().file.revision)")


def bar(net: NetMap):
    return net.page.locator(".nw-bar-saved")


def again(net: NetMap) -> NetMap:
    """The page loaded anew, at the same step."""
    return net.reload().told()


def told(net: NetMap, bar: str) -> None:
    """What the page's bar is given to say of what is typed: it is in the page only ("new"), on disk ("kept"), or nowhere.

    In which words it does, the tests in JupyterLab read, which has the bar.
    """
    net.until(f"{DRAFTS}.bar.get() === '{bar}'")


def saved(net: NetMap) -> None:
    """The bar may say that all is in history."""
    net.until(f"{DRAFTS}.bar.get() === '' && {STATUS}.saved && {STATUS}.pending === 0 && {STATUS}.writable")


@pytest.fixture
def words(board) -> NetMap:
    return board("words")


@pytest.fixture
def lab_words(lab_board) -> NetMap:
    """The same below the top bar."""
    return lab_board("words")


def test_the_bar_tells_the_three_truths_and_one_sitting_is_one_row(lab_words: NetMap):
    before = int(rows(lab_words))
    field = part(lab_words).locator("textarea")
    field.click()
    lab_words.page.keyboard.type("Bij")
    expect(bar(lab_words)).to_have_text("nog niet opgeslagen")
    expect(bar(lab_words)).to_have_text("concept bewaard")
    assert [(one.text, one.base) for one in kept(lab_words)] == [("Bij", "")]
    lab_words.page.keyboard.type(" mijn zus")
    expect(bar(lab_words)).to_have_text("nog niet opgeslagen")
    expect(bar(lab_words)).to_have_text("concept bewaard")
    lab_words.page.keyboard.type(" en oom")
    assert int(rows(lab_words)) == before
    lab_words.saved()
    expect(bar(lab_words)).to_contain_text("✓ Opgeslagen")
    assert int(rows(lab_words)) == before + 1
    assert [one.text for one in answers(lab_words, "search.said")] == ["Bij mijn zus en oom"]
    assert kept(lab_words) == []


def test_typing_without_a_pause_loses_at_most_two_seconds_at_a_reload(words: NetMap):
    part(words).locator("textarea").click()
    typed, begun = [], time.monotonic()
    for word in (SENTENCE + " ") * 3:
        words.page.keyboard.type(word, delay=35)
        typed.append((time.monotonic() - begun, word))
    last = time.monotonic() - begun
    safe = "".join(sign for at, sign in typed if at < last - 2)
    again(words)
    field = part(words).locator("textarea")
    expect(field).to_have_value(SENTENCE + " " + SENTENCE + " " + SENTENCE + " ")
    assert field.input_value().startswith(safe)
    told(words, "kept")
    assert answers(words, "search.said") == []
    # Whoever enters it and goes on has put it down.
    field.click()
    words.saved()
    eventually(lambda: len(answers(words, "search.said")) == 1)
    eventually(lambda: kept(words) == [])


def test_escape_throws_nothing_away_and_leaves_the_field(words: NetMap):
    field = part(words).locator("textarea")
    field.click()
    words.page.keyboard.type("Bij mijn zus en oom.")
    words.page.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    expect(field).to_have_value("Bij mijn zus en oom.")
    words.saved()
    assert [one.text for one in answers(words, "search.said")] == ["Bij mijn zus en oom."]


def test_in_a_field_undo_goes_back_by_words_to_what_stood_there(words: NetMap):
    field = part(words).locator("textarea")
    field.click()
    words.page.keyboard.type("Bij mijn zus")
    told(words, "kept")
    seen = []
    for _ in range(4):
        words.page.keyboard.press("Control+z")
        seen.append(field.input_value())
    assert seen == ["Bij mijn ", "Bij ", "", ""]
    for _ in range(3):
        words.page.keyboard.press("Control+y")
    expect(field).to_have_value("Bij mijn zus")
    words.saved()
    assert [one.text for one in answers(words, "search.said")] == ["Bij mijn zus"]
    # Outside the field the same key takes back the whole sitting, as one edit.
    words.page.locator(".nw-part:visible h3").first.click()
    words.page.keyboard.press("Control+z")
    expect(field).to_have_value("")


def test_words_changed_elsewhere_are_not_written_over_and_the_draft_is_offered(words: NetMap):
    field = part(words).locator("textarea")
    field.fill("eerst dit")
    words.saved()
    field.click()
    words.page.keyboard.press("End")
    words.page.keyboard.type(" en toen dat")
    told(words, "kept")
    words.kernel(
        "from netwerk_widgets.model.edits import Change\nfile = workbook.desk().file\n"
        "found = next(one for one in file.case.answers.values() if one.card == 'search.said')\n"
        "file.apply(Change('answer', found.id, {'text': 'van een ander'}))"
    )
    words.page.keyboard.press("Escape")
    expect(field).to_have_value("van een ander")
    offer = words.page.locator(".nw-draft:visible")
    expect(offer).to_contain_text("eerst dit en toen dat")
    told(words, "kept")
    again(words)
    expect(field).to_have_value("van een ander")
    offer.get_by_role("button", name="Zet het concept terug").click()
    expect(field).to_have_value("eerst dit en toen dat")
    field.click()
    words.saved()
    assert [one.text for one in answers(words, "search.said")] == ["eerst dit en toen dat"]
    eventually(lambda: kept(words) == [])


def test_what_is_half_typed_in_a_dialog_outlives_escape_and_a_reload_and_leaves_with_its_edit(network_map: NetMap):
    """The smallest of them: the name of somebody new on the map."""
    net = network_map
    net.page.mouse.dblclick(*net.spot(250, 250))
    field = net.page.locator(".nw-map-adding:visible input")
    field.press_sequentially("tante To")
    net.page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    told(net, "kept")
    again(net)
    net.page.mouse.dblclick(*net.spot(250, 250))
    expect(field).to_have_value("tante To")
    net.page.keyboard.press("End")
    net.page.keyboard.type("on")
    net.page.keyboard.press("Enter")
    net.saved()
    assert net.person("tante Toon").role == "tante Toon"
    eventually(lambda: kept(net) == [])
    saved(net)


def test_what_was_typed_without_the_client_is_not_on_the_page_while_they_look_along(lab_map: NetMap):
    net = lab_map
    net.page.mouse.dblclick(*net.spot(250, 250))
    net.page.locator(".nw-map-adding:visible input").press_sequentially("die lastige buur")
    net.page.keyboard.press("Escape")
    expect(bar(net)).to_have_text("concept bewaard")
    together = f"{PREFS}.set({{ ...{PREFS}.get(), together: given }})"
    net.page.evaluate(f"(given) => {together}", True)
    net.until(f"{DRAFTS}.list().length === 0")
    expect(bar(net)).to_have_text("concept bewaard")
    again(net)
    assert net.page.evaluate(f"{DRAFTS}.list().length") == 0
    net.page.evaluate(f"(given) => {together}", False)
    net.until(f"{DRAFTS}.list()[0]?.text === 'die lastige buur'")
    # From the bar one sees it, and may let it go.
    bar(net).click()
    dialog = net.page.locator("dialog[open]")
    expect(dialog).to_contain_text("die lastige buur")
    dialog.get_by_role("button", name="Gooi het concept weg").click()
    dialog.get_by_role("button", name="Sluiten").click()
    expect(bar(net)).to_contain_text("✓ Opgeslagen")
    eventually(lambda: kept(net) == [])


def test_a_draft_never_comes_back_over_what_was_put_down_after_it(words: NetMap):
    """A request that arrives after the commit, and one that was overtaken."""
    page = words.page
    field = part(words).locator("textarea")
    page.evaluate(f"({HOLD})({DRAFTS})")
    field.click()
    page.keyboard.type("oude woorden")
    words.until("globalThis.late")
    page.keyboard.type(", en nieuwe")
    words.saved()
    page.evaluate("globalThis.late()")
    saved(words)
    assert [one.text for one in answers(words, "search.said")] == ["oude woorden, en nieuwe"]
    assert kept(words) == []
    again(words)
    expect(field).to_have_value("oude woorden, en nieuwe")


def test_words_for_a_case_that_is_not_open_any_more_stay_on_the_page_and_it_says_so(lab_words: NetMap):
    """Another case comes on the desk while one types, and this window has not heard of it: the old case's words wait."""
    page = lab_words.page
    code = lab_words.code
    part(lab_words).locator("textarea").click()
    page.keyboard.type("over de eerste casus")
    lab_words.kernel("first = workbook.desk().file.path\nworkbook.desk().begin_practice()")
    expect(bar(lab_words)).to_have_text("nog niet opgeslagen: hoort bij een andere casus", timeout=10_000)
    lab_words.kernel("workbook.desk().open(first)")
    lab_words.told()
    assert lab_words.code == code
    expect(bar(lab_words)).to_have_text("concept bewaard", timeout=10_000)
    expect(part(lab_words).locator("textarea")).to_have_value("over de eerste casus")
    assert [one.text for one in kept(lab_words)] == ["over de eerste casus"]
