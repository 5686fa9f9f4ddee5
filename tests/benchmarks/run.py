"""Run benchmarks: ``python -m tests.benchmarks.run [NAME...] [--repeats N] [--json FILE]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.benchmarks import asking, files, labels, painting, past, room, starting
from tests.benchmarks.report import Report

BENCHMARKS = {
    "labels": labels.labels,
    "first_paint": painting.first_paint,
    "edit": painting.edit,
    "drag": painting.drag,
    "bytes": room.bytes_per_edit,
    "ten_maps": room.ten_maps,
    "dragging": room.dragging,
    "opening": files.opening,
    "imports": files.imports,
    "seek": past.seek,
    "versions": past.versions,
    "cards": asking.cards,
    "start": starting.start,
    "switch": starting.switch,
}


def main() -> int:
    """Run what is asked for, all by default; 1 where a promise was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.run")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    everything = Report()
    for name in given.names or BENCHMARKS:
        print(name, flush=True)
        report = Report()
        BENCHMARKS[name](report, given.repeats)
        report.print()
        everything.figures += report.figures
        everything.promises += report.promises
    if given.json:
        everything.save(given.json)
    print(f"missed: {', '.join(everything.missed)}" if everything.missed else "all promises kept")
    return 1 if everything.missed else 0


if __name__ == "__main__":
    sys.exit(main())
