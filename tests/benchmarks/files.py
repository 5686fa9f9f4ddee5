"""Opening a case with a long history, and what an import costs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.edits import Place
from tests.benchmarks.networks import network
from tests.benchmarks.report import Report, median

REVISIONS = 5000


def opening(report: Report, repeats: int) -> None:
    """Open a case of 150 people and 5,000 revisions, its key known."""
    author, key = Author("AB", "bench"), Key.new()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Linde-7.casus"
        with CaseFile.create(path, key, network(150), author) as file:
            for number in range(REVISIONS - 1):
                file.apply(Place(((f"p{2 + number % 149}", 20.0 + number % 300, 60.0),)))
            assert file.revision == REVISIONS
        times = []
        for _ in range(repeats):
            begin = time.perf_counter()
            file = CaseFile.open(path, key, author)
            times.append(1000 * (time.perf_counter() - begin))
            file.close()
        report.most("opening 150 people and 5,000 revisions", median(times), 250, "ms")


def imports(report: Report, repeats: int) -> None:
    """What our import adds to that of ipywidgets."""
    for name in ("import netwerk_widgets", "from netwerk_widgets import workbook"):
        times = [_import(name) for _ in range(repeats)]
        report.most(f"{name}, on top of ipywidgets", median(time for time, _ in times) / 1000, 0.3, "s")
        report.most(f"{name}: pandas, pyvis imported", max(found for _, found in times), 0, "")


def _import(name: str) -> tuple[float, int]:
    code = (
        "import time, sys, ipywidgets\nbegin = time.perf_counter()\n"
        f"{name}\n"
        "print(1000 * (time.perf_counter() - begin), len({'pandas', 'pyvis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    spent, found = done.stdout.split()
    return float(spent), int(found)
