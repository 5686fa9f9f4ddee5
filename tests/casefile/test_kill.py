"""SIGKILL at random moments while saving: nothing acknowledged is lost, nothing becomes unreadable.

25 kills in a plain run; the full run is ``NETWERK_KILLS=1000 python -m pytest tests/casefile/test_kill.py``.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import WrongKey
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.casefile.storage.revision import Author
from tests.casefile.make import ANN, small_case

KILLS = int(os.environ.get("NETWERK_KILLS", "25"))
SAVER = """
import random, sys
from pathlib import Path
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.edits import AddPerson, Change, Place, Remove
path, key, start = Path(sys.argv[1]), Key.from_hex(sys.stdin.readline()), int(sys.argv[2])
file = CaseFile.open(path, key, Author("AB", "kantoor"))
print("ready", flush=True)
number = start
while True:
    number += 1
    oid = f"page.{number}"
    match number % 5:
        case 0 if len(file.case.people) > 40:
            revision = file.apply(Remove((("person", list(file.case.people)[-1]),)), oid)
        case 0 | 1:
            revision = file.apply(AddPerson(f"n{number}", f"buur {number}"), oid)
        case 2:
            revision = file.undo(oid)
        case 3:
            revision = file.redo(oid) if file.can_redo else file.apply(Place((("p1", number % 300, 5),)), oid)
        case _:
            revision = file.apply(Change("person", "p1", {"notes": "x" * random.randrange(3000)}), oid)
    print(oid, revision.number, flush=True)
"""
LOCKSMITH = """
import sys
from pathlib import Path
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
path, one, two = Path(sys.argv[1]), Key.from_hex(sys.stdin.readline()), Key.from_hex(sys.stdin.readline())
file = CaseFile.open(path, one, Author("AB", "kantoor"))
print("ready", flush=True)
while True:
    for key in (two, one):
        file.change_key(key)
"""


def killed(code: str, arguments: list[str], said: str, after: float) -> list[str]:
    """Run a process, kill it some seconds after it is ready, and give what it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(said)
    process.stdin.close()
    assert process.stdout.readline() == "ready\n"
    threading.Timer(after, process.kill).start()
    lines = process.stdout.read().split("\n")
    assert process.wait(30) != 0
    process.stdout.close()
    return lines[:-1]  # the last may be half a line


@pytest.mark.timeout(60 + KILLS * 3)
def test_nothing_acknowledged_is_lost(path: Path, key: Key) -> None:
    seed = random.randrange(1 << 30)
    chance = random.Random(seed)
    CaseFile.create(path, key, small_case(), ANN).close()
    acknowledged: dict[str, int] = {}
    for kill in range(KILLS):
        lines = killed(SAVER, [str(path), str(kill * 100_000)], key.hex() + "\n", chance.uniform(0, 0.12))
        acknowledged |= {oid: int(number) for oid, number in (line.split(" ") for line in lines)}
        with CaseFile.open(path, key, Author("AB", "kantoor")) as file:
            last = max(acknowledged.values(), default=1)
            assert last <= file.revision <= last + 1, f"seed {seed}, kill {kill}"
            rows = file._store.rows("SELECT oid, number FROM history WHERE oid <> ''")
            assert acknowledged.items() <= dict(rows).items(), f"seed {seed}, kill {kill}"
            acknowledged |= dict(rows)  # the one on disk whose word did not get out
        assert check(path, key).ok, f"seed {seed}, kill {kill}"
    assert len(acknowledged) > KILLS


@pytest.mark.timeout(60 + KILLS * 3)
def test_a_change_of_key_is_all_or_nothing(path: Path, key: Key) -> None:
    keys = [key, Key(bytes(range(32)), key.salt)]
    with CaseFile.create(path, key, small_case(), ANN) as file:
        case = file.case
    chance = random.Random()
    for _ in range(max(8, KILLS // 5)):
        said = "".join(k.hex() + "\n" for k in keys)
        killed(LOCKSMITH, [str(path)], said, chance.uniform(0, 0.08))
        fits = []
        for k in keys:
            try:
                with CaseFile.open(path, k, ANN, keep_copy=False) as file:
                    assert file.case == case
                fits.append(k)
            except WrongKey:
                continue
        assert len(fits) == 1
        assert check(path, fits[0]).ok
        keys = [fits[0], next(k for k in keys if k != fits[0])]
