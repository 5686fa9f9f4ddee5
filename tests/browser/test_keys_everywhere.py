"""A walk through every workbook by keys alone: each step is reached, and in it all that can be used."""

import pytest

from tests.browser.maps import BEGIN, OPEN_OWN, NetMap
from tests.browser.test_every_step import BOOKS, DRAWN, steps_of

USABLE = """(() => {
    const places = [...document.querySelectorAll(".nw-bar, .nw-root")].filter((one) => one.checkVisibility());
    const acts = "button, input, select, textarea, summary, a[href], [tabindex='0']";
    return places.flatMap((place) => [...place.querySelectorAll(acts)]).filter((one) =>
        one.tabIndex >= 0 && !one.disabled && !one.closest("[inert]") && one.checkVisibility({ visibilityProperty: true })
        // Of radio buttons with one name the keyboard stops at one, and the arrows go to the others.
        && !(one.type === "radio" && !one.checked && document.querySelector(`input[name='${one.name}']:checked`)));
})()"""
HERE = """() => {
    const one = document.activeElement;
    const lost = one === document.body || !one.checkVisibility();
    globalThis.reached ??= new Set();
    const again = one === globalThis.reached.values().next().value; // a date has three stops of its own
    if (!lost) globalThis.reached.add(one);
    const style = getComputedStyle(one);
    const seen = lost || style.outlineStyle !== "none" || style.boxShadow !== "none" || one.matches(".nw-canvas, .jp-Cell, iframe");
    return { lost, again, seen, what: one.outerHTML.slice(0, 120) };
}"""
MOST = 160
"""So many stops has no step."""


def tabbed(net: NetMap) -> list[str]:
    """Tabs through a step until it begins anew; gives what was never reached, and where the focus could not be seen."""
    page = net.page
    page.evaluate("globalThis.reached = new Set()")
    faults: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if not here["seen"]:
            faults.append(f"the focus is not seen: {here['what']}")
        if here["again"]:
            break
    left = page.evaluate(
        f"{USABLE}.filter((one) => !globalThis.reached.has(one)).map((one) => one.outerHTML.slice(0, 120))"
    )
    return faults + [f"never reached: {one}" for one in left]


@pytest.mark.parametrize("book", BOOKS)
def test_a_workbook_is_walked_by_keys_alone(turn_to, netwerk_server, book: str):
    first, *further = steps_of(book)
    net = NetMap(turn_to(book, step=first), netwerk_server.home)
    net.kernel(f"{BEGIN}\n{OPEN_OWN}")
    net.told()
    faults = {}
    for step in (first, *further):
        if step != first:
            net.page.keyboard.press("PageDown")
        net.page.wait_for_function(DRAWN, arg=step)
        net.rest().still()
        assert net.page.evaluate("document.activeElement !== document.body"), f"{step}: the focus fell to the page"
        if found := tabbed(net):
            faults[step] = found
    assert not faults, "\n".join(f"{step}: {fault}" for step, found in faults.items() for fault in found)
