"""Every row of the two articles is walked in the browser: the thing is done, and its effect is found in the file.

The rows and their steps are the README's table; what is special about a row stands here.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.maps import BEGIN, OPEN_OWN, eventually
from tests.browser.walking import Step, Walker, rows_of_the_articles

ROWS = rows_of_the_articles()
ALL = {f"P{number}" for number in range(1, 16)} | {f"J{number}" for number in range(1, 14)}
PRAISE = """
from netwerk_widgets.model.edits import read_edit
said = {"edit": "add", "kind": "compliment", "id": "good", "fields": {"person": "aunt", "text": "Je houdt vol"}}
workbook.desk().file.apply(read_edit(said))
"""


PHRASE = "zeven droge sokken slapen"
TWO_PEOPLE = f"""
from netwerk_widgets import workbook
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import perform, read_edit
case = Case()
for edit in (
    {{"edit": "add_person", "id": "sam", "role": "Sam", "circle": 0}},
    {{"edit": "add_person", "id": "aunt", "role": "tante", "x": 60, "y": -160}},
    {{"edit": "add_person", "id": "neighbour", "role": "buurvrouw", "x": 150, "y": 120}},
):
    case = perform(case, read_edit(edit))
workbook.desk().begin_own('{PHRASE}', case)
"""


@pytest.fixture
def walker(on_stage):
    """Opens a step on a practice case of its own, or on an own case of two people; with the own file open."""

    def opened(step: Step, *, again: bool = False, own: bool = False) -> Walker:
        making = f"{TWO_PEOPLE if own else BEGIN}\n{PRAISE}\n{OPEN_OWN}"
        net = on_stage(*step.lines, begin="" if again else making)
        net.phrase = PHRASE if own else ""
        if step.book != "07_spiegel":  # which shows the own file alone, and no case
            net.told()
        expect(net.page.locator(".nw-root:visible").first).to_be_visible()
        return Walker(net)

    return opened


def test_every_row_of_the_articles_has_its_steps():
    assert set(ROWS) == ALL


@pytest.mark.parametrize("row", sorted(ROWS))
def test_a_row_is_walked_on_an_own_case_with_two_people(row: str, walker):
    before = None
    for step in ROWS[row]:
        own = not any(what == "conversations" for what, _ in step.calls)  # which belong to a practice case
        now = step.book, own  # a workbook may have a kernel of its own, and that a case of its own
        walker(step, again=now == before, own=own).walk(step)
        before = now


def test_a_valued_role_comes_to_stand_on_the_map(walker):
    (step,) = ROWS["P13"]
    done = walker(step)
    done.walk(step)
    assert done.net.person("buurvrouw").valued_role == ""
    done.page.locator(".nw-suggested:visible").get_by_role("button", name="Zet op de kaart").click()
    eventually(lambda: done.net.person("buurvrouw").valued_role == "dat zei ze zo")


def test_a_gentler_card_is_one_step_away(walker):
    (step,) = ROWS["P14"]
    done = walker(step)
    pane = done.page.locator(".nw-cards-pane:visible")
    question = pane.locator(".nw-cards-question")
    gentler = pane.get_by_role("button", name="Zachter", exact=True)
    for _ in range(12):
        if gentler.count() and gentler.is_enabled():
            break
        pane.get_by_role("button", name="Trek een kaart").click()
    before = question.inner_text()
    gentler.click()
    eventually(lambda: question.inner_text() != before)


def test_what_moved_since_a_version_is_said_in_a_sentence(walker):
    step = next(one for one in ROWS["P15"] if one.name == "toen-nu")
    done = walker(step)
    net = done.net
    version = '{"edit": "add", "kind": "version", "id": "v1", "fields": {"name": "intake", "revision": %s}}'
    revision = net.kernel("print(workbook.desk().file.revision)").strip()
    move = '{"edit": "put", "people": ["neighbour"], "circle": 1}'
    net.kernel(f"for act in ({version % revision}, {move}): workbook.desk().file.apply(read_edit(act))")
    done.page.get_by_label("Leg de kaart van nu naast").locator("visible=true").select_option("v1")
    expect(done.page.locator(".nw-map-lines:visible")).to_contain_text("buurvrouw")


COLOUR = """(() => {
    const { x, y } = canvas.toScreen(canvas.position(given[0]));
    const picture = canvas.element.querySelector("canvas");
    const ratio = picture.width / picture.clientWidth;
    return [...picture.getContext("2d").getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data];
})()"""
"""What is painted in the middle of a person."""
GREY = [0xB8, 0xC2, 0xCC, 255]


def test_who_is_left_out_keeps_by_whom_and_why(walker):
    (step,) = ROWS["J2"]
    net = walker(step).net
    net.choose("buurvrouw")
    side = net.side()
    side.locator("details").evaluate_all("(folds) => folds.forEach((fold) => { fold.open = true; })")
    side.get_by_label("Wordt buiten gelaten").check()
    eventually(lambda: net.person("buurvrouw").left_out)
    eventually(lambda: net.canvas(COLOUR, "neighbour") == GREY)
    side.get_by_label("Door wie").fill("Mo zelf")
    side.get_by_label("Door wie").blur()
    eventually(lambda: net.person("buurvrouw").left_out_by == "Mo zelf")
