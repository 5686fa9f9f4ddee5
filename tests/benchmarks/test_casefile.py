"""What the case file must reach: run with ``python -m pytest tests/benchmarks/test_casefile.py -s``.

Times of the kernel's own work are processor time, so that a busy disk does not count as ours.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.case.entities import Case, Info, Person, Tie
from netwerk_widgets.model.edits import Place

AUTHOR = Author("AB", "kantoor")


def network(size: int) -> Case:
    """A client with this many people around them, each tied to the client."""
    chance = random.Random(size)
    people = {
        f"p{i}": Person(
            id=f"p{i}",
            number=i + 1,
            role=f"buur {i}",
            x=round(chance.uniform(-300, 300), 1),
            y=round(chance.uniform(-300, 300), 1),
            circle=2 if i else 0,
        )
        for i in range(size)
    }
    ties = {f"t{i}": Tie(id=f"t{i}", source="p0", target=f"p{i}") for i in range(1, size)}
    return Case(info=Info(last_number=size), people=people, ties=ties)


def drag(size: int) -> Place:
    return Place(((f"p{random.randrange(1, size)}", random.uniform(-300, 300), random.uniform(-300, 300)),))


def milliseconds(act: Callable[[], object], times: int, clock: Callable[[], float]) -> list[float]:
    """How long an act takes, each time."""
    taken = []
    for _ in range(times):
        start = clock()
        act()
        taken.append((clock() - start) * 1000)
    return taken


@pytest.fixture
def saving(tmp_path: Path) -> dict[int, list[float]]:
    """Milliseconds of processor time per edit, at 150 and at 2,000 people, in turns."""
    files = {n: CaseFile.create(tmp_path / f"Eik-{n}.casus", Key.new(), network(n), AUTHOR) for n in (150, 2000)}
    taken: dict[int, list[float]] = {n: [] for n in files}
    for number in range(300):
        for n, file in files.items():
            taken[n] += milliseconds(partial(file.apply, drag(n), f"page.{number}"), 1, time.process_time)
    for file in files.values():
        file.close()
    return taken


def test_saving_costs_little_and_no_more_in_a_large_network(saving: dict[int, list[float]]) -> None:
    median = {n: statistics.median(times) for n, times in saving.items()}
    tail = {n: statistics.quantiles(times, n=20)[-1] for n, times in saving.items()}
    print(f"\nsaving, ms of processor time: median {median}, p95 {tail}")
    assert tail[150] <= 5
    assert median[2000] <= 2 * median[150]


def test_a_long_history_opens_at_once_and_is_looked_back_on_quickly(tmp_path: Path) -> None:
    path, key = tmp_path / "Eik-1.casus", Key.new()
    with CaseFile.create(path, key, network(150), AUTHOR) as file:
        start = file.case
        for number in range(5000):
            file.apply(drag(150), f"page.{number}")
        back = milliseconds(lambda: file.at(1), 5, time.perf_counter)
        assert file.at(1) == start

    def open_and_close() -> None:
        CaseFile.open(path, key, AUTHOR).close()

    opening = milliseconds(open_and_close, 9, time.perf_counter)
    print(f"\nopening {statistics.median(opening):.1f} ms, back to the first revision {statistics.median(back):.1f} ms")
    assert statistics.median(opening) <= 250
    assert statistics.median(back) <= 150


def test_looking_whether_anything_happened_costs_next_to_nothing(tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "Eik-1.casus", Key.new(), network(150), AUTHOR) as file:
        polls = milliseconds(file.poll, 500, time.perf_counter)
    print(f"\npoll {statistics.median(polls):.3f} ms")
    assert statistics.median(polls) <= 1
