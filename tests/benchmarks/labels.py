"""Whose name is read as another's: labels on maps of 8 to 60 people, on screens of four sizes, with and without a lens."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from netwerk_widgets.model.lenses import LOOKS
from tests.benchmarks.report import Report, median
from tests.browser.conftest import QUIET, find_browser
from tests.browser.labelled import Labels, labels_on
from tests.browser.maps import BEGIN, NetMap
from tests.stage.scenes import MAP
from tests.stage.stage import Stage

PEOPLE = (8, 16, 25, 40, 60)
SCREENS = ((1024, 768), (1280, 720), (1366, 768), (1920, 1080))
KINDS = ("network", "crowded")
MAKING = (
    f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
    "from tests.benchmarks.networks import {kind}; case = {kind}({people}, {seed})"
)
PLACING = """(() => { const { labels } = canvas.frames; const began = performance.now();
    labels.placer.picture = ""; labels.place(canvas.frames.ground.ctx, labels.sheet, false);
    return performance.now() - began; })()"""
"""How long all labels take to find their places anew, in milliseconds."""


def labels(report: Report, repeats: int) -> None:
    """Each size of network on each size of screen, ``repeats`` networks of each kind; no name may be another's."""
    with _map() as net:
        for kind in KINDS:
            for people in PEOPLE:
                found = list(_measured(net, kind, people, max(1, repeats // 3)))
                ours = [one for one, _ in found]
                named = sum(one.named for one in ours)
                whole = 100 * sum(one.whole for one in ours) / named
                name = f"{kind}, {people} people on {len(ours)} screens"
                report.figure(f"{name}: all words", whole, "%")
                report.figure(f"{name}: numbers", 100 * sum(one.numbers for one in ours) / named, "%")
                report.figure(f"{name}: letters, the smallest", min(one.letters for one in ours), "px")
                report.figure(f"{name}: finding places, median", median([time for _, time in found]))
                report.most(f"{name}: at fault", sum(len(one.fault) for one in ours), 0, "names")


def _measured(net: NetMap, kind: str, people: int, seeds: int) -> Iterator[tuple[Labels, float]]:
    for seed in range(7, 7 + seeds):
        net.begin(MAKING.format(kind=kind, people=people, seed=seed))
        for width, height in SCREENS:
            net.page.set_viewport_size({"width": width, "height": height})
            for lens in ("", *LOOKS):
                net.canvas(f"canvas.look.map.lookThrough({lens!r})")
                net.canvas("canvas.fit()")
                net.rest()
                [found] = labels_on(net.page)
                yield found, net.canvas(PLACING)


@contextmanager
def _map() -> Iterator[NetMap]:
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright, Stage(Path(home)) as stage:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=[*QUIET, "--no-sandbox"])
        stage.run(BEGIN)
        net = NetMap(browser.new_page(), Path(home), stage=stage)
        yield net.show(MAP).plain()
        browser.close()
