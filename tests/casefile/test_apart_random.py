"""A sync program writes at any moment between edits: what was acknowledged is on disk or in view, and no file is a mix."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from netwerk_widgets.casefile.errors import Apart, CaseFileError, NothingToDo
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.damage import check
from netwerk_widgets.model.edits import AddPerson, Place
from tests.casefile.make import small_case
from tests.casefile.overwritten import HANDS, Disk, in_place, renamed

STEPS = 42
ACTS = ("edit",) * 12 + ("undo", "poll", "poll", "copy", "back", "back in place", "hand", "hand")


class Table:
    """A desk, and what was acknowledged on it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.desk = Desk(Shelf(folder))
        self.desk.begin_practice(small_case())
        self.chance = chance
        self.saved = [self.file.path.read_bytes()]
        self.said: list[str] = []

    @property
    def file(self):
        assert self.desk.file is not None
        return self.desk.file

    def step(self, number: int) -> None:
        act, chance = self.chance.choice(ACTS), self.chance
        try:
            if act == "edit":
                new = AddPerson(f"p{number + 2}", f"iemand {number}" * chance.randrange(1, 6))
                move = Place((("p1", chance.uniform(-300, 300), 5.0),))
                self.file.apply(new if chance.random() < 0.6 else move, oid=f"o{number}")
                self.said.append(f"o{number}")
            elif act == "undo":
                self.file.undo(oid=f"o{number}", other=True)
                self.said.append(f"o{number}")
            elif act == "poll":
                self.file.poll()
            elif act == "copy":
                self.file.poll()
                if not self.file.apart:
                    self.saved.append(self.file.path.read_bytes())
            elif act in ("back", "back in place"):
                self.back(renamed if act == "back" else in_place)
            elif act == "hand":
                self.hand()
        except (Apart, NothingToDo):
            pass

    def back(self, put) -> None:
        if self.file.path.is_file():
            put(self.at(), self.chance.choice(self.saved))

    def hand(self) -> None:
        names = [
            name
            for name in HANDS
            if name.split()[0] in ("older", "forked", "foreign", "empty", "half", "tail", "removed")
        ]
        if self.file.path.is_file() and len(self.at().older) > 8192:
            HANDS[self.chance.choice(names)](self.at())

    def at(self) -> Disk:
        return Disk(self.file.path, self.file.key, self.chance.choice(self.saved))

    def in_view(self) -> list[str]:
        """All that was acknowledged and is in the history behind what is in view, in its order."""
        return [row.oid for row in reversed(self.file.history(10_000)) if row.oid.startswith("o")]

    def settle(self) -> None:
        """What a user does who is told: keep what is in view; it is all that was acknowledged."""
        try:
            self.file.poll()
        except CaseFileError:
            assert self.file.apart
        assert self.in_view() == self.said
        if self.file.apart:
            left, was, case = self.file.path.is_file() and self.file.path.read_bytes(), self.file.path, self.file.case
            self.desk.keep_mine()
            assert self.file.case == case
            assert not left or was.read_bytes() == left
            self.saved = [self.file.path.read_bytes()]
        report = check(self.file.path, self.file.key)
        assert report.ok, report.findings


@pytest.mark.parametrize("seed", range(15))
def test_overwritten_at_any_moment(tmp_path: Path, seed: int) -> None:
    table = Table(tmp_path, random.Random(seed))
    for number in range(STEPS):
        table.step(number)
        if number % 7 == 6:
            table.settle()
    table.settle()
    table.desk.close()
