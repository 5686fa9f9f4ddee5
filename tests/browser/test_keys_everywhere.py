"""A walk through every workbook by keys alone: each step is reached, and in it all that can be used."""

import pytest

from tests.browser.maps import BEGIN, OPEN_OWN, NetMap
from tests.browser.test_every_step import BOOKS, DRAWN, steps_of
from tests.browser.test_ways_in import tab_to

USABLE = """(() => {
    const places = [...document.querySelectorAll(".nw-bar, .nw-root")].filter((one) => one.checkVisibility());
    const acts = "button, input, select, textarea, summary, a[href], [tabindex='0']";
    return places.flatMap((place) => [...place.querySelectorAll(acts)]).filter((one) =>
        one.tabIndex >= 0 && !one.disabled && !one.closest("[inert]") && one.checkVisibility({ visibilityProperty: true })
        // Of radio buttons with one name the keyboard stops at one, and the arrows go to the others.
        && !(one.type === "radio" && !one.checked && document.querySelector(`input[name='${one.name}']:checked`)));
})()"""
LISTEN = """() => {
    const reached = new Set(), unseen = new Set();
    let first = null, again = false;
    const heard = ({ target }) => {
        again ||= target === first;
        first ??= target;
        reached.add(target);
        const { outlineStyle, boxShadow } = getComputedStyle(target);
        if (outlineStyle === "none" && boxShadow === "none" && !target.matches(".nw-canvas, .jp-Cell, iframe"))
            unseen.add(target.outerHTML.slice(0, 120));
    };
    document.addEventListener("focusin", heard);
    globalThis.tabbed = { reached, unseen, done: () => again, end: () => document.removeEventListener("focusin", heard) };
}"""
"""Hears where the focus comes; `done`: it came where it began."""
AT_ONCE, MOST = 12, 180
"""So often Tab is pressed before one looks; so many stops has no step."""


def tabbed(net: NetMap) -> list[str]:
    """Tabs through a step until it begins anew; gives what was never reached, and where the focus could not be seen."""
    page = net.page
    page.evaluate(LISTEN)
    for _ in range(MOST // AT_ONCE):
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
        if page.evaluate("globalThis.tabbed.done()"):
            break
    left = page.evaluate(
        f"{USABLE}.filter((one) => !globalThis.tabbed.reached.has(one)).map((one) => one.outerHTML.slice(0, 120))"
    )
    unseen = page.evaluate("globalThis.tabbed.end(), [...globalThis.tabbed.unseen]")
    return [f"the focus is not seen: {one}" for one in unseen] + [f"never reached: {one}" for one in left]


@pytest.mark.parametrize("book", BOOKS)
def test_a_workbook_is_walked_by_keys_alone(turn_to, netwerk_server, book: str):
    first, *further = steps_of(book)
    net = NetMap(turn_to(book, step=first), netwerk_server.home)
    net.kernel(f"{BEGIN}\n{OPEN_OWN}")
    net.told()
    faults = {}
    for step in (first, *further):
        if step != first:
            tab_to(net.page, "document.activeElement.matches('.nw-bar button')")
            net.page.keyboard.press("PageDown")
        net.page.wait_for_function(DRAWN, arg=step)
        net.rest().still()
        assert net.page.evaluate("document.activeElement !== document.body"), f"{step}: the focus fell to the page"
        if found := tabbed(net):
            faults[step] = found
    assert not faults, "\n".join(f"{step}: {fault}" for step, found in faults.items() for fault in found)
