"""From the key that sends an answer to a question card to "Opgeslagen"."""

from __future__ import annotations

from tests.benchmarks.lab import Lab, lab
from tests.benchmarks.report import Report, median, p95

PEOPLE = 150
PACE = 500
"""Milliseconds from one answer to the next: nobody answers faster, and the cards ask meanwhile what is called for."""
VIEWS = {"cards by themselves": "b.cards()", "cards beside the map": "b.cards_beside()"}

ANSWER = """(text) => new Promise((done) => {
    const { status } = globalThis[Symbol.for("netwerk-widgets.page.1")];
    const field = document.querySelector(".nw-cards-pane textarea");
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => {
        const begin = performance.now();
        const end = status.watch(({ pending, away }) => {
            if (pending || away) return;
            end();
            const saved = performance.now() - begin;
            // And until the frame in which it can be read.
            requestAnimationFrame(() => bench.presented().then(() => done([saved, performance.now() - begin])));
        });
        const key = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
        field.dispatchEvent(new KeyboardEvent("keydown", key));
    }, 30));
})"""


def cards(report: Report, repeats: int) -> None:
    """An answer of some words at 150 people, each longer than the one before; what was sent is on disk."""
    with lab() as here:
        here.load(PEOPLE)
        for name, cell in VIEWS.items():
            times = _answers(here, cell, 4 * repeats)
            saved, shown = ([one[part] for one in times] for part in (0, 1))
            report.figure(f"{name}, at {PEOPLE}: p95", p95(saved))
            report.figure(f"{name}, at {PEOPLE}: until its frame, median", median(shown))
            report.most(f"{name}, at {PEOPLE}: from key to Opgeslagen, median", median(saved), 50, "ms")
            here.clear()


def _answers(here: Lab, cell: str, turns: int) -> list[list[float]]:
    here.page.evaluate("([code]) => { bench.cell(0, code); return bench.run(); }", [cell])
    here.page.wait_for_selector(".nw-cards-pane textarea")
    here.rest()
    times = []
    for turn in range(turns):
        times.append(here.page.evaluate(ANSWER, f"Zij weet het, en dat al jaren. {turn}"))
        here.page.wait_for_timeout(PACE)
    saved = here.python("print(b.answered())").strip()
    assert saved.endswith(f" {turns - 1}"), saved
    return times[1:]  # the first begins the answer, and finds everything cold
