"""First paint, and one edit from Python to paint."""

from __future__ import annotations

from tests.benchmarks.lab import EMPTY, MAP, PYVIS, REFERENCE, Lab, lab
from tests.benchmarks.report import Report, median
from tests.browser.maps import STILL

SIZES = (150, 2000)
ROUNDS = 3
FRAME = 1000 / 60
BETWEEN = 60
"""Milliseconds from one edit to the next, and a part of a frame more each time: all at the same moment of a frame, they would
all just catch it or all just miss it."""
FIRST_LIMITS = {150: 1.3, 2000: 1.1}
EDITS = {
    MAP: ("b.edit({x})", "from.netwerkCanvas?.position('p2').x === {x}"),
    REFERENCE: ("b.reference_edit({x})", "from.benchPosition?.('p2').x === {x}"),
    EMPTY: ("b.SEEN['empty'].value = {x}", "from.benchValue === {x}"),
    PYVIS: ("b.pyvis_edit({x})", "data?.benchPainted?.x === {x}"),
}


def first_paint(report: Report, repeats: int) -> None:
    """From executing the cell to the first painted frame with the network in it."""
    with lab() as here:
        for people in SIZES:
            here.load(people)
            warm = _alternate(here, repeats)
            cold = {what: median(_cold(here, what, 3)) for what in (EMPTY, REFERENCE, MAP)} if people == 150 else {}
            for what, time in warm.items():
                report.figure(f"first paint, {people} people, {what}", time)
                report.figure(f"first paint, {people} people, {what} / empty", time / warm[EMPTY], "x")
            for what, time in cold.items():
                report.figure(f"first paint on a new page, {people} people, {what}", time)
            report.most(f"first paint, {people} people / reference", warm[MAP] / warm[REFERENCE], FIRST_LIMITS[people])
            report.least(f"first paint, {people} people: faster than pyvis", warm[PYVIS] / warm[MAP], 3)


def _alternate(here: Lab, repeats: int) -> dict[str, float]:
    times: dict[str, list[float]] = {what: [] for what in (EMPTY, REFERENCE, MAP, PYVIS)}
    for turn in range(repeats + 1):
        for what, found in times.items():
            time = here.show(what)
            here.clear()
            if turn:  # the first round loads what stays loaded
                found.append(time)
    return {what: median(found) for what, found in times.items()}


def _cold(here: Lab, what: str, repeats: int) -> list[float]:
    times = []
    for _ in range(repeats):
        here.clear()
        here.reload()
        times.append(here.show(what))
    return times


def edit(report: Report, repeats: int) -> None:
    """One edit from Python to paint; ours is on disk on the way."""
    with lab() as here:
        for people in SIZES:
            here.load(people)
            times = _rounds(here, repeats)
            for what, time in times.items():
                report.figure(f"one edit, {people} people, {what}", time)
            report.most(f"one edit, {people} people / reference", times[MAP] / times[REFERENCE], 2)
            report.least(f"one edit, {people} people: faster than pyvis", times[PYVIS] / times[MAP], 10)


def _rounds(here: Lab, repeats: int) -> dict[str, float]:
    """Each in turn, some times over: a machine that slows down meanwhile slows all of them."""
    found: dict[str, list[float]] = {what: [] for what in EDITS}
    for _ in range(ROUNDS):
        for what, times in found.items():
            times.extend(_edits(here, what, repeats))
    return {what: median(times) for what, times in found.items()}


def _edits(here: Lab, what: str, repeats: int) -> list[float]:
    """The edits run in the kernel, outside any cell; pyvis's new page takes the place of the one before."""
    if what == PYVIS:
        here.paint(0, "b.pyvis_shown()", "data?.benchPainted")
    else:
        here.show(what)
    here.rest()
    times = []
    for turn in range(repeats):
        code, seen = (text.format(x=60.0 + turn) for text in EDITS[what])
        times.append(here.edit(code, seen))
        here.page.wait_for_timeout(BETWEEN + FRAME * turn / repeats)
    here.clear()
    return times[1:]


def drag(report: Report, repeats: int) -> None:
    """From letting somebody go to "Opgeslagen"."""
    with lab() as here:
        times = {}
        for people in SIZES:
            here.load(people)
            here.show(MAP)
            here.rest()
            times[people] = median(_drags(here, repeats))
            report.figure(f"drag end to saved, {people} people", times[people])
            here.clear()
        report.most("drag end to saved, 150 people", times[150], 40, "ms")
        report.most("drag end to saved, 2,000 people / 150 people", times[2000] / times[150], 2)


def _drags(here: Lab, repeats: int) -> list[float]:
    mouse = here.page.mouse
    times = []
    for turn in range(repeats):
        x, y = here.spot("p2")
        here.page.evaluate("bench.saved()")
        step = 6 if turn % 2 else -6
        mouse.move(x, y)
        mouse.down()
        for part in range(1, 6):
            mouse.move(x + step * part, y + part)
        here.page.evaluate(STILL)  # the last move is painted before the hand lets go
        mouse.up()
        times.append(here.page.evaluate("benchSaved"))
        here.rest()
    return times
