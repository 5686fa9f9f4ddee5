"""Widgets on an empty page: the real bundle and the real Python, without JupyterLab between them.

What a widget says is handed to its page and what the page says to its widget, one message after the other, whenever
:meth:`Host.pass_on` is called.
"""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from netwerk_widgets.canvas.editable import EditableNetwork
from netwerk_widgets.canvas.surface import EXTENSION, bundle_name

ADDRESS = "http://localhost/hosted/"
SHOW = """async ([place, traits, height]) => {
    const { render } = await import("/hosted/views.js");
    const heard = new Set();
    const said = [];
    const model = {
        get: (name) => traits[name],
        on: (_event, listener) => heard.add(listener),
        off: (_event, listener) => heard.delete(listener),
        send: (message) => said.push(message),
    };
    const el = document.createElement("div");
    document.body.append(el);
    const end = render({ model, el });
    (globalThis.hosted ??= [])[place] = { said, end, hear: (message) => heard.forEach((one) => one(message)) };
}"""
PASS = """([place, messages]) => {
    for (const message of messages) hosted[place].hear(JSON.parse(message));
    return hosted[place].said.splice(0);
}"""
DRAWN = "(count) => [...document.querySelectorAll('.nw-canvas')].filter((e) => e.netwerkCanvas?.network).length === count"


class Host:
    """An empty page with widgets on it, in the order in which they are shown."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.widgets: list[EditableNetwork] = []
        self._waiting: list[list[str]] = []
        bundle = (EXTENSION / bundle_name()).read_text(encoding="utf-8")
        empty = "<!doctype html><meta charset='utf-8'><body style='margin: 0'></body>"
        page.route(f"{ADDRESS}views.js", lambda route: route.fulfill(body=bundle, content_type="text/javascript"))
        page.route(ADDRESS, lambda route: route.fulfill(body=empty, content_type="text/html"))
        page.goto(ADDRESS)

    def show(self, *widgets: EditableNetwork) -> None:
        """Put widgets on the page, and wait until they are drawn."""
        for widget in widgets:
            place = len(self.widgets)
            waiting: list[str] = []
            # As it goes over a wire: what is no JSON (a NaN) ends the test here.
            widget.send = lambda content, buffers=None, to=waiting: to.append(json.dumps(content, allow_nan=False))  # type: ignore[method-assign]
            self.widgets.append(widget)
            self._waiting.append(waiting)
            self.page.evaluate(SHOW, [place, {"view": widget.view, "height": widget.height}, widget.height])
        self.pass_on()
        self.page.wait_for_function(DRAWN, arg=len(self.widgets))
        self.rest()

    def clear(self) -> None:
        """Take all widgets off the page."""
        self.page.evaluate("for (const one of globalThis.hosted ?? []) one.end(); globalThis.hosted = []; document.body.replaceChildren()")
        for widget in self.widgets:
            widget.close()
        self.widgets, self._waiting = [], []

    def pass_on(self) -> Host:
        """Carry what was said to and fro until nothing is left to say."""
        quiet = False
        while not quiet:
            quiet = True
            for place, widget in enumerate(self.widgets):
                told, self._waiting[place][:] = list(self._waiting[place]), []
                for message in self.page.evaluate(PASS, [place, told]):
                    widget._receive(widget, message, [])
                    quiet = quiet and message["kind"] == "sight"
            quiet = quiet and not any(self._waiting)
        return self

    def rest(self) -> None:
        """Wait until all that was told is painted."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))")

    def canvas(self, expression: str, *given: Any, place: int = 0) -> Any:
        """Evaluate JavaScript in which ``canvas`` is a widget's canvas."""
        return self.page.evaluate(
            f"""(given) => {{
                const canvas = document.querySelectorAll(".nw-canvas")[{place}].netwerkCanvas;
                return {expression};
            }}""",
            list(given),
        )
