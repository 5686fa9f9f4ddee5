"""The map as a test uses it: gestures in the browser, what came of them read from the case file on disk."""

from __future__ import annotations

import functools
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Any

from playwright.sync_api import Locator, Page

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.home import CASES, practice_key
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.case.entities import Case, Person, Tie
from tests.stage.stage import PATIENCE, Line, Stage
from tests.waiting import eventually

__all__ = ["eventually"]

ROOT = Path(__file__).parents[2]
PRACTICE = "from netwerk_widgets.exchange.content import practice_case as made; case = made('mo', 'nl')"
BEGIN = f"{PRACTICE}\nfrom netwerk_widgets import workbook\nworkbook.desk().begin_practice(case)"
MANY = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.benchmarks.networks import network; case = network({{0}})"

OPEN_OWN = """
from netwerk_widgets import workbook
own = workbook.own_desk()
if own.file is None:
    kept = own.shelf.list()
    phrase = 'vijf natte laarzen dansen'
    own.open(kept[0].code, phrase, take_over=True) if kept else own.begin_own(phrase)
"""

KERNEL = """async (code) => {
    const panel = [...jupyterapp.shell.widgets("main")].find((one) => one.isVisible && one.sessionContext);
    const future = panel.sessionContext.session.kernel.requestExecute({ code });
    let text = "";
    future.onIOPub = ({ header, content }) => {
        if (header.msg_type === "stream") text += content.text;
        if (header.msg_type === "error") text += content.traceback.join("\\n");
    };
    const reply = await future.done;
    if (reply.content.status !== "ok") throw new Error(text);
    return text;
}"""
READY = ".nw-bar[data-ready='true']"
STATUS = "globalThis[Symbol.for('netwerk-widgets.page.1')].status.get()"
DRAFTS = "globalThis[Symbol.for('netwerk-widgets.page.1')].drafts"
LEAVE = """() => document.activeElement?.matches("textarea, input") && document.activeElement.closest(".nw-root")
    && !document.activeElement.closest("dialog") && document.activeElement.blur()"""
"""A field is left as by a tap beside it: what is typed goes into history then."""
IN_SIGHT = "[...document.querySelectorAll('.nw-root[data-case]')].filter((one) => one.offsetParent)"
OF_ONE_CASE = f"{IN_SIGHT}.every((one) => one.dataset.case === {STATUS}.code)"
"""A view that was out of sight hears of another case when it comes into sight; what is done before that is the old one's."""
CANVAS = (
    "[...document.querySelectorAll('.nw-canvas')].find((one) => one.clientWidth && one.netwerkCanvas).netwerkCanvas"
)
PICTURE = """(() => { const order = (all) => [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(keys);
    const keys = (one) => Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
    const { nodes, edges, network } = canvas; const map = canvas.look.map;
    return JSON.stringify({ nodes: order(nodes), edges: order(edges), middle: network.getViewPosition().x,
        lines: map.lines(), notes: [...map.notes()] }); })()"""
"""What a canvas shows, as canonical JSON: all nodes and edges with their looks, lines, notes, and what is in its middle line."""


DOUBLE, SAME_PLACE = 320, 12
"""Within how many milliseconds and pixels the canvas takes two taps for a double one, and a little more."""
STILL = """() => new Promise((done) => {
    let frames = 0;
    const painted = () => { frames = 0; };
    window.addEventListener("nw-painted", painted);
    const next = () => {
        frames += 1;
        if (frames <= 12) return requestAnimationFrame(next);
        window.removeEventListener("nw-painted", painted);
        done();
    };
    next();
})"""
"""Until there were so many frames one after the other in which no map was painted: more than a picture waits after a drag."""


@dataclass
class NetMap:
    """The map that is in sight on a page."""

    page: Page
    home: Path
    server: int = 0
    """The process that serves it, where a test may halt it."""
    phrase: str = ""
    """The pass phrase of an own case; a practice case has none."""
    stage: Stage | None = None
    """What stands in JupyterLab's place, where the view needs none of it."""
    tapped: tuple[float, tuple[float, float]] = (0, (0, 0))
    """When and where there was a tap last."""

    def kernel(self, code: str) -> str:
        """Run this in the kernel behind the page; gives what it printed."""
        return self.stage.run(code) if self.stage else self.page.evaluate(KERNEL, code)

    def show(self, *lines: Line) -> NetMap:
        """Show other views on the stage, made by these lines of a workbook's cells; the case stays on its desk."""
        assert self.stage
        self.page.goto(self.stage.set("test", *lines))
        self.page.wait_for_selector("body[data-ready]", state="attached")
        return self

    def reload(self) -> NetMap:
        """Load the page anew, and wait until its views are there."""
        self.page.reload()
        self.page.wait_for_selector("body[data-ready]" if self.stage else READY, state="attached")
        return self

    def plain(self) -> NetMap:
        """The screen as it is at first: names shown, no lens, nothing chosen, nothing open."""
        self.page.evaluate(
            "document.querySelectorAll('.nw-canvas').forEach((one) => one.netwerkCanvas?.look.map.listOpen?.set(false))"
        )
        self.until(f"{CANVAS}.network", 30)
        prefs = "globalThis[Symbol.for('netwerk-widgets.page.1')].prefs"
        self.page.evaluate(f"{prefs}.set({{ ...{prefs}.get(), hideNames: false, labelSize: 22, singleKeys: true }})")
        self.canvas("void canvas.look.map.lookThrough(''), canvas.fit()")
        return self

    def begin(self, making: str = PRACTICE) -> NetMap:
        """Begin a practice case of its own for this test, so that no test meets what another one did."""
        self.kernel(f"{making}\nfrom netwerk_widgets import workbook\nprint(workbook.desk().begin_practice(case).code)")
        code = self.kernel("print(workbook.desk().file.code)").strip()
        shown = f"{CANVAS}.look.map.mirror"
        self.until(f"{STATUS}.code === '{code}' && {shown}.info.code === '{code}' && {shown}.people().length > 1")
        self.rest()
        return self

    def told(self) -> NetMap:
        """Wait until all that is in sight shows the case on the desk: what is typed before that goes nowhere."""
        code = self.kernel("from netwerk_widgets import workbook\nprint(workbook.desk().file.code)").strip()
        self.until(f"{STATUS}.code === '{code}' && {IN_SIGHT}.every((one) => one.dataset.case === '{code}')")
        return self

    def many(self, people: int) -> NetMap:
        """Begin a practice case of so many people."""
        return self.begin(MANY.format(people))

    def canvas(self, expression: str, *given: Any) -> Any:
        """Evaluate JavaScript in which ``canvas`` is the canvas in sight."""
        return self.page.evaluate(f"(given) => {{ const canvas = {CANVAS}; return {expression}; }}", list(given))

    def until(self, condition: str, seconds: float = 15) -> None:
        """Wait until this JavaScript is true."""
        safely = f"() => {{ try {{ return {condition}; }} catch {{ return false; }} }}"
        self.page.wait_for_function(safely, timeout=1000 * seconds)

    def saved(self) -> NetMap:
        """Leave the field, and wait until nothing waits to be saved."""
        self.page.evaluate(LEAVE)
        self.until(f"{STATUS}.pending === 0 && !{STATUS}.away && {DRAFTS}.bar.get() !== 'new'")
        return self

    def rest(self) -> NetMap:
        """Wait until all that was told is painted."""
        self.page.evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
        )
        return self

    @property
    def code(self) -> str:
        """The case in sight."""
        return self.page.evaluate(f"{STATUS}.code")

    def case(self) -> Case:
        """The case as it is on disk."""
        path = self.home / CASES / f"{self.code}.casus"
        key = own_key(path, self.phrase) if self.phrase else practice_key(self.home, self.code)
        with CaseFile.open(path, key, Author("T", "test"), read_only=True) as file:
            return file.case

    def person(self, role: str) -> Person:
        """Whoever has this role, as on disk."""
        found = [person for person in self.case().people.values() if person.role == role]
        assert len(found) == 1, f"{len(found)} with the role {role}"
        return found[0]

    def tie(self, one: str, other: str) -> Tie:
        """The tie between two roles, as on disk."""
        ends = {self.person(one).id, self.person(other).id}
        found = [tie for tie in self.case().ties.values() if {tie.source, tie.target} == ends]
        assert len(found) == 1, f"{len(found)} ties between {one} and {other}"
        return found[0]

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """Where a place on the map is on the page."""
        at = self.canvas("canvas.toScreen({ x: given[0], y: given[1] })", x, y)
        box = self.canvas("canvas.element.getBoundingClientRect().toJSON()")
        return box["left"] + at["x"], box["top"] + at["y"]

    def where(self, role: str) -> tuple[float, float]:
        """Where somebody stands on the page."""
        return self.where_id(self.person(role).id)

    def where_id(self, identity: str) -> tuple[float, float]:
        """Where whoever has this id stands on the page."""
        at = self.canvas("canvas.position(given[0])", identity)
        return self.spot(at["x"], at["y"])

    def tap(self, at: tuple[float, float], **how: Any) -> None:
        """One tap; where there was one a moment ago, as slow as whoever does not mean a double one."""
        when, where = self.tapped
        if math.dist(at, where) < SAME_PLACE:
            self.page.wait_for_timeout(max(0, DOUBLE - 1000 * (time.monotonic() - when)))
        self.tapped = (time.monotonic(), at)
        self.page.mouse.click(*at, **how)
        self.rest()

    def still(self) -> NetMap:
        """Wait until nothing is left to say, and nothing is painted any more."""
        if self.stage:
            self.page.evaluate("stage.silence()")
        else:
            self.kernel("pass")
        self.page.evaluate(STILL)
        return self

    @contextmanager
    def occupied(self, then: str) -> Iterator[None]:
        """The kernel of the stage does something else for as long as this ``with`` lasts, and then what is said here."""
        assert self.stage
        begun, ended = Event(), Event()
        self.stage.names.update(begun=begun, ended=ended)
        busy = Thread(target=self.kernel, args=(f"begun.set(); ended.wait({PATIENCE})\n{then}",))
        busy.start()
        assert begun.wait(PATIENCE)
        try:
            yield
        finally:
            ended.set()
            busy.join()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press, move in steps, let go."""
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        for part in range(1, 9):
            mouse.move(start[0] + (end[0] - start[0]) * part / 8, start[1] + (end[1] - start[1]) * part / 8)
        mouse.up()
        self.rest()

    def tool(self, name: str) -> None:
        """Press a tool."""
        tool_button(self.page, name).click()

    def side(self) -> Locator:
        """What stands beside the map."""
        return self.page.locator(".nw-map-side:visible")

    def choose(self, role: str) -> None:
        """Tap on somebody."""
        self.tap(self.where(role))
        self.until(f"{CANVAS}.selectedNodes[0] === '{self.person(role).id}'")

    def labels(self) -> list[str]:
        """What the canvas says, in words."""
        return self.canvas("canvas.placed.map((label) => label.text)")

    def add(self, role: str, at: tuple[float, float] = (250, 250)) -> None:
        """Add somebody by a double tap."""
        self.page.mouse.dblclick(*self.spot(*at))
        self.page.locator(".nw-map-adding:visible input").fill(role)
        self.page.keyboard.press("Enter")
        self.saved().rest()


def tool_button(page: Page, name: str) -> Locator:
    """A tool of the map in sight: in the column, or in the menu of what does not fit there, which opens for it."""
    tools = page.locator(".nw-map-tools:visible").first
    found = tools.get_by_role("button", name=name)
    if not found.count():
        tools.locator("[data-nw-tool='rest']").click()
    return found


@functools.cache
def own_key(path: Path, phrase: str) -> Key:
    """The key of an own case; to make it takes most of a second."""
    return Shelf(path.parents[1]).key(path, phrase)
