"""A small table of what was measured, and which promises were kept."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

median = statistics.median


def p95(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[max(0, round(0.95 * len(times)) - 1)]


@dataclass
class Report:
    """Figures with their unit, and promises with whether they were kept."""

    figures: list[tuple[str, float, str]] = field(default_factory=list)
    promises: list[tuple[str, float, float, str]] = field(default_factory=list)

    def figure(self, name: str, value: float, unit: str = "ms") -> float:
        """Note a figure."""
        self.figures.append((name, value, unit))
        return value

    def most(self, name: str, value: float, limit: float, unit: str = "x") -> None:
        """Promise: at most this."""
        self.promises.append((name, value, limit, f"<= {limit:g} {unit}"))

    def least(self, name: str, value: float, limit: float, unit: str = "x") -> None:
        """Promise: at least this."""
        self.promises.append((name, -value, -limit, f">= {limit:g} {unit}"))

    @property
    def missed(self) -> list[str]:
        """The promises that were not kept."""
        return [name for name, value, limit, _ in self.promises if value > limit]

    def print(self) -> None:
        """Print the tables, what falls short first."""
        wide = max((len(name) for name, *_ in [*self.figures, *self.promises]), default=10)
        for name, value, unit in self.figures:
            print(f"  {name:<{wide}}  {value:>10.2f} {unit}")
        print()
        for name, value, limit, wish in sorted(self.promises, key=lambda one: one[1] <= one[2]):
            print(f"  {name:<{wide}}  {abs(value):>10.2f}  {wish:<14} {'kept' if value <= limit else 'MISSED'}")
        print()

    def save(self, path: Path) -> None:
        """Write all as JSON."""
        rows = [
            {"promise": name, "value": round(abs(value), 3), "wish": wish, "kept": value <= limit}
            for name, value, limit, wish in self.promises
        ]
        figures = [{"figure": name, "value": round(value, 3), "unit": unit} for name, value, unit in self.figures]
        path.write_text(json.dumps({"promises": rows, "figures": figures}, indent=1) + "\n", encoding="utf-8")
