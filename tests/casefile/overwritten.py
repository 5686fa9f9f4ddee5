"""What a sync program, or a hand, does to a file that is open: one function for each way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import AddPerson, perform
from tests.casefile.make import ANN


@dataclass(frozen=True)
class Disk:
    """The open file's path and key, and a copy of the file as it was ten edits ago."""

    path: Path
    key: Key
    older: bytes


def in_place(at: Disk, data: bytes) -> None:
    """Over the very same file, as a program that copies into it does."""
    with at.path.open("r+b") as file:
        file.write(data)
        file.truncate()


def renamed(at: Disk, data: bytes) -> None:
    """Written beside it and put in its place, as most sync programs do."""
    fresh = at.path.with_name("~fresh")
    fresh.write_bytes(data)
    fresh.replace(at.path)


def foreign(at: Disk) -> bytes:
    """A whole case file under another key."""
    return _made(at, Key.new(), 3)


def forked(at: Disk) -> bytes:
    """The older copy, in which another computer did as many edits as were done here."""
    path = at.path.with_name("elders.casus")
    path.write_bytes(at.older)
    with CaseFile.open(path, at.key, Author("CD", ANN.machine), take_over=True, keep_copy=False) as file:
        for number in range(10):
            file.apply(AddPerson(f"f{file.revision}x{number}", "van elders"))
    return _taken(path)


def _made(at: Disk, key: Key, people: int) -> bytes:
    path = at.path.with_name("vreemd.casus")
    case = Case()
    for number in range(people):
        case = perform(case, AddPerson(f"v{number}", "vreemde"))
    CaseFile.create(path, key, case, ANN).close()
    return _taken(path)


def _taken(path: Path) -> bytes:
    data = path.read_bytes()
    path.unlink()
    return data


def half(at: Disk) -> bytes:
    """The first pages of the older copy over ours."""
    ours = at.path.read_bytes()
    return at.older[:8192] + ours[8192:]


def tail(at: Disk) -> bytes:
    """The last pages of the older copy over ours; the first is as it was."""
    ours = at.path.read_bytes()
    return ours[: len(at.older) - 8192] + at.older[-8192:] + ours[len(at.older) :]


CONTENTS: dict[str, Callable[[Disk], bytes]] = {
    "older": lambda at: at.older,
    "foreign": foreign,
    "forked": forked,
    "empty": lambda _: b"",
    "half": half,
    "tail": tail,
    "cut": lambda at: at.older[: len(at.older) // 2 // 4096 * 4096],
    "text": lambda _: b"dit is geen casus" * 900,
}
"""What is written, by name."""

HANDS: dict[str, Callable[[Disk], object]] = {
    **{f"{name} in place": lambda at, made=made: in_place(at, made(at)) for name, made in CONTENTS.items()},
    **{f"{name} by rename": lambda at, made=made: renamed(at, made(at)) for name, made in CONTENTS.items()},
    "removed": lambda at: at.path.unlink(),
    "moved away": lambda at: at.path.rename(at.path.with_name("ergens anders")),
    "a folder in its place": lambda at: (at.path.unlink(), at.path.mkdir()),
    "a link in its place": lambda at: (at.path.rename(at.path.with_name("echt")), at.path.symlink_to("echt")),
    "its folder taken away": lambda at: shutil.move(at.path.parent, f"{at.path.parent} weg"),
}
"""What is done, by name; each leaves something that is not ours where the case was."""

if os.name == "nt":  # there, nobody can take a file away that is open
    HANDS = {name: hand for name, hand in HANDS.items() if name.endswith("in place") and "link" not in name}
