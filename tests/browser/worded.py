"""A workbook with words and cells for the client, put among those that `netwerk` serves before it starts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import nbformat
from playwright.sync_api import Page, expect

from tests.browser.conftest import Netwerk, wait_ready

Words = tuple[str, Mapping[str, str]]
"""A markdown cell: its text, and what its metadata says besides the step."""


def write_worded_book(home: Path, name: str, steps: Mapping[str, tuple[Sequence[Words], str]]) -> None:
    """Write a workbook whose steps each have words and one line of code."""
    book = nbformat.v4.new_notebook()
    book.metadata = {
        "kernelspec": {"name": "python3", "display_name": "Python", "language": "python"},
        "netwerk": {"workbook": name, "title": {"nl": "Proef", "en": "Trial"}},
    }
    for step, (words, line) in steps.items():
        for text, about in words:
            cell = nbformat.v4.new_markdown_cell(text)
            cell.metadata = {"netwerk": {"step": step, **about}}
            book.cells.append(cell)
        cell = nbformat.v4.new_code_cell(f"from netwerk_widgets import workbook\n\nworkbook.{line}")
        cell.metadata = {"netwerk": {"step": step, "layout": "beside"}}
        book.cells.append(cell)
    folder = home / "werkboeken"
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(book, folder / f"{name}.ipynb")


def open_worded_book(
    page: Page,
    start_netwerk: Callable[..., Netwerk],
    home: Path,
    name: str,
    steps: Mapping[str, tuple[Sequence[Words], str]],
) -> Netwerk:
    """Write such a workbook in a home of its own, start `netwerk` there and open it."""
    write_worded_book(home, name, steps)
    running = start_netwerk(home).ready()
    running.ask("netwerk/state", {"lang": "nl", "last": name}, "PUT")
    page.goto(running.url)
    wait_ready(page)
    return running


def share(page: Page) -> None:
    """The client begins to look along."""
    page.keyboard.press("Alt+s")
    page.get_by_role("button", name="Ja, samen kijken").click()
    expect(page.locator("#nw-asking dialog")).to_have_count(0)


SECRET = "GEHEIM"
"""Stands in every text that nobody but the professional may see."""

FOUND = """() => {
    const found = [];
    for (const element of document.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) if (value.includes("GEHEIM")) found.push(`${name}: ${value}`);
        if ("value" in element && String(element.value).includes("GEHEIM")) found.push(`value: ${element.value}`);
        for (const node of element.childNodes)
            if (node.nodeType === Node.TEXT_NODE && node.data.includes("GEHEIM")) found.push(node.data);
    }
    for (const canvas of document.querySelectorAll(".nw-canvas"))
        if (canvas.netwerkCanvas)
            for (const [id] of canvas.netwerkCanvas.nodes) {
                const label = canvas.netwerkCanvas.look.map.name(id);
                if (label.includes("GEHEIM")) found.push(`label: ${label}`);
            }
    return found;
}"""
"""All that the page holds of it: every text, value and attribute in the document, and the labels on the canvases."""
