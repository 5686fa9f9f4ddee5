"""Whose name is read as another's: the labels of every map in sight, measured as somebody at the table would see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MEASURE = """() => [...document.querySelectorAll(".nw-canvas")].map((one) => one.netwerkCanvas)
  .filter((canvas) => canvas?.network && canvas.element.clientWidth && canvas.element.checkVisibility())
  .map((canvas) => {
    const scale = canvas.network.getScale();
    const symbols = [...canvas.nodes.values()].map(({ id, size = 18 }) => {
        const { x, y } = canvas.toScreen(canvas.position(id));
        return { id, x, y, reach: size * scale };
    });
    const off = (box, { x, y }) => Math.hypot(
        Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));
    const { frames, look } = canvas;
    const sheet = frames.labels.sheet;
    const fault = [], placed = canvas.placed;
    for (const label of placed) {
        const own = symbols.find(({ id }) => id === label.id);
        if (!own) continue;
        const line = label.height / label.text.split("\\n").length;
        const to = off(label, own), reach = own.reach + (look.reach?.(own.id, sheet.words / scale) ?? 0) * scale;
        if (to - reach > line + 0.5) fault.push(`${label.text}: ${Math.round(to - reach)} px off`);
        for (const other of symbols) {
            if (other === own) continue;
            const there = off(label, other);
            if (there <= to || label.spot < 84 && there - other.reach <= Math.max(0, to - own.reach) - 0.5)
                fault.push(`${label.text}: nearer to ${look.label(other.id)}`);
            if (there < 0.9 * other.reach && label.form !== "number") fault.push(`${label.text}: on ${look.label(other.id)}`);
        }
    }
    placed.forEach((one, at) => placed.slice(at + 1).forEach((other) => {
        if (one.x < other.x + other.width - 0.5 && other.x < one.x + one.width - 0.5
            && one.y < other.y + other.height - 0.5 && other.y < one.y + one.height - 0.5)
            fault.push(`${one.text} over ${other.text}`);
    }));
    for (const name of look.named?.(sheet) ?? [])
        for (const symbol of symbols)
            if (/kring|circle|uit beeld|out of sight/.test(name.text) && off(name, symbol) < symbol.reach)
                fault.push(`${name.text} under ${look.label(symbol.id)}`);
    const inside = symbols.filter(({ id }) => look.inside?.(id)).length;
    const letters = Math.min(...placed.map(({ text, height }) => height / text.split("\\n").length)) / 1.06;
    const whole = placed.filter(({ form }) => form === "whole" || form === "lines").length;
    const numbers = placed.filter(({ form }) => form === "number").length;
    return { people: symbols.length, named: placed.length, inside, whole, numbers, letters, fault };
  })"""


@dataclass(frozen=True)
class Labels:
    """The labels of one map."""

    people: int
    named: int
    inside: int
    """Who may be named within their own symbol."""
    whole: int
    """Labels with all their words, in one line or two."""
    numbers: int
    letters: float
    """How large letters are, in pixels."""
    fault: list[str]

    def expect(self, words: int) -> None:
        """None is another's, and all say what so many people may expect on a screen with this many lines' letters.

        Up to 25 people all have words, nine in ten of them whole; at 40 at most a fifth have numbers, at 60 half.
        """
        assert not self.fault, self.fault
        assert self.named >= self.people - self.inside, f"{self.people - self.named} of {self.people} have no label"
        assert self.letters >= words - 0.1, self.letters
        most = 0 if self.people <= 25 else 0.2 if self.people <= 40 else 0.5
        assert self.numbers <= most * self.people, f"{self.numbers} of {self.people} are numbers"
        if self.people <= 25:
            assert self.whole >= 0.9 * self.named, f"{self.whole} of {self.named} are whole"


def labels_on(page: Any) -> list[Labels]:
    """Of every map in sight on this page."""
    return [Labels(**found) for found in page.evaluate(MEASURE)]
