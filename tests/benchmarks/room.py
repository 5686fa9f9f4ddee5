"""Bytes over the websocket, memory in the page, and frames while somebody is dragged."""

from __future__ import annotations

from tests.benchmarks.lab import MAP, Lab, lab, wait_json
from tests.benchmarks.networks import SIZES
from tests.benchmarks.report import Report, median, p95
from tests.browser.maps import STILL

KB = 1024


def bytes_per_edit(report: Report, repeats: int) -> None:
    """What goes over the kernel's websocket when one person is moved, and when one tie is changed.

    The promise is about the messages of the edit, whole, with Jupyter's headers; beside them the kernel says "busy"
    and "idle", whatever it is asked, which is shown as a figure of its own.
    """
    with lab() as here:
        for people in SIZES:
            here.load(people)
            here.show(MAP)
            here.rest()
            for what, edit in _EDITS.items():
                sent, received, everything = _bytes_of(here, edit, min(repeats, 5))
                report.figure(f"{what} at {people}: kernel to page, busy and idle too", everything / 1000, "kB")
                report.most(f"{what} at {people}: page to kernel", sent / 1000, 2, "kB")
                report.most(f"{what} at {people}: kernel to page", received / 1000, 2, "kB")
            here.clear()


SAVED = "globalThis[Symbol.for('netwerk-widgets.page.1')].status.get().pending === 0"
_EDITS = {
    "a person": "{edit: 'place', moves: [['p2', %f, 50]]}",
    "a tie": "{edit: 'change', kind: 'tie', id: 'tp2', fields: {weight: %f}}",
}


def _bytes_of(here: Lab, edit: str, repeats: int) -> tuple[float, float, float]:
    sent, received, everything = [], [], []
    for turn in range(repeats):
        here.page.evaluate("bench.saved()")
        here.frames.begin()
        here.page.evaluate(f"bench.canvas().look.map.connection.edit({edit % (1 + turn % 4 + 0.5)})")
        here.page.wait_for_function(SAVED)
        here.rest()
        sent.append(sum(map(len, here.frames.sent)))
        received.append(sum(len(frame) for frame in here.frames.received if b'"execution_state"' not in frame))
        everything.append(sum(map(len, here.frames.received)))
    return median(sent), median(received), median(everything)


def ten_maps(report: Report, _repeats: int) -> None:
    """Ten maps of 150 people on one page: bytes and memory per further map, and how often the bundle was loaded."""
    with lab() as here:
        bundles: list[str] = []
        here.page.on("request", lambda request: bundles.append(request.url) if "/views-" in request.url else None)
        here.load(150)
        here.reload()
        here.show(MAP)
        here.rest()
        first = _heap(here)
        costs = []
        for cell in range(1, 11):
            here.frames.begin()
            here.show(MAP, cell)
            here.rest()
            frames = [*here.frames.sent, *here.frames.received]
            costs.append(sum(len(frame) for frame in frames if not _is_network(frame)))
        heap = (_heap(here) - first) / 10
        report.most("a further map: websocket, apart from its network", median(costs) / 1000, 15, "kB")
        report.most("a further map: heap", heap / KB / KB, 1.5, "MB")
        report.most("times the bundle was loaded", len(bundles), 1, "")
        loads = here.page.evaluate("globalThis[Symbol.for('netwerk-widgets.bundles')].size")
        report.most("times the bundle was evaluated", loads, 1, "")


def _is_network(frame: bytes) -> bool:
    """The picture of a network, or the entities behind it."""
    return (b'"nodes"' in frame and b'"frame"' in frame) or (b'"entities"' in frame and b'"person"' in frame)


def _heap(here: Lab) -> float:
    client = here.page.context.new_cdp_session(here.page)
    sizes = [float("inf")]
    while len(sizes) < 2 or sizes[-1] < sizes[-2] - KB:  # what was finalised lets go of more
        client.send("HeapProfiler.collectGarbage")
        here.page.evaluate(STILL)
        sizes.append(client.send("Runtime.getHeapUsage")["usedSize"])
    client.detach()
    return sizes[-1]


def dragging(report: Report, repeats: int) -> None:
    """Frames while somebody is dragged at 150 people, and the kernel's time for saving."""
    with lab() as here:
        here.load(150)
        here.show(MAP)
        here.rest()
        ours, empty = [], []
        for _ in range(max(2, repeats // 4)):
            here.page.evaluate("bench.emptyCanvas()")
            empty += _drag(here)
            here.page.evaluate("bench.emptyDone()")
            ours += _drag(here)
        report.figure("frame p95, dragging at 150 people", p95(ours))
        report.figure("frame p95, empty canvas", p95(empty))
        report.figure("frame median, dragging at 150 people", median(ours))
        report.figure("frame median, empty canvas", median(empty))
        report.most("dragging at 150 people: frame p95 / empty canvas", p95(ours) / p95(empty), 1.3)
        times = wait_json(here, "b.saving(150)")
        report.figure("saving p95, the case file alone", p95(times["alone"]))
        report.figure("saving median, all that the kernel does", median(times["whole"]))
        report.figure("one bare write to this disk, p95", p95(times["disk"]))
        report.most("saving p95, all that the kernel does", p95(times["whole"]), 5, "ms")


def _drag(here: Lab) -> list[float]:
    mouse = here.page.mouse
    x, y = here.spot("p20")
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 3, y + 3)
    here.page.evaluate("bench.frames()")
    for part in range(100):
        mouse.move(x + 3 + (part % 50), y + 3 + part % 20)
    times = here.page.evaluate("bench.stop()")
    mouse.up()
    here.rest()
    return times
