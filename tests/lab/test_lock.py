"""The lock without a browser: windows leave, kernels end, the vault forgets; and only a phrase brings the keys back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from netwerk_widgets import workbook
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import ring as remember
from netwerk_widgets.casefile.library.desk import Desk, Memory
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.library.vault import Safe as Vault
from netwerk_widgets.lab.idleness import Beat, Quiet
from netwerk_widgets.lab.lock import Lock, Standing
from netwerk_widgets.lab.reopening import Given, Wanted, Wrong
from tests.finishing import finish
from tests.views.declared import faults

PHRASE, MINE = "vijf natte laarzen dansen", "zeven droge sokken slapen"


@dataclass
class Windows:
    """Windows that leave as soon as they are told to, each remembered with what it was told."""

    working: int = 2
    stays: bool = False
    states: list[str] = field(default_factory=list)
    told: list[dict[str, Any]] = field(default_factory=list)
    greeting: Callable[[], dict[str, Any]] = dict
    heard: Callable[[], None] = lambda: None

    def tell(self, news: dict[str, Any]) -> None:
        assert list(faults(news, Standing)) == []
        self.told.append(news)
        self.states.append(news.get("state", ""))
        if news.get("state") == "locking" and not self.stays:
            self.working = 0


@dataclass
class Kernels:
    """Kernels that note what the vault held when they ended."""

    vault: Vault
    acts: list[str] = field(default_factory=list)

    async def still(self) -> None:
        self.acts.append("still")

    async def end(self) -> None:
        self.acts.append("end" if self.vault.shut else "end while the vault was open")

    async def begin(self) -> None:
        self.acts.append("begin")


class Run:
    """One run of the program, in a home of its own, on a clock of its own."""

    def __init__(self, home: Path) -> None:
        self.home, self.time = home, 0.0
        self.beat: Beat | None = None
        self.said: list[str] = []
        self.vault, self.windows = Vault(), Windows()
        self.kernels = Kernels(self.vault)
        quiet = Quiet(600, lambda: self.time)
        self.lock = Lock(
            *(home, self.vault, self.windows, self.kernels),
            quiet=quiet,
            beat=lambda: self.beat,
            say=lambda message: self.said.append(message.key),
        )
        self.lock.leave, self.lock.grace = 0.2, 0.0

    def hold(self, file: CaseFile, desk: str = "case") -> CaseFile:
        """The vault holds the key of a file, as after opening it."""
        self.vault.do({"do": "put", "desk": desk, "path": str(file.path), "key": file.key.hex()})
        file.close()
        return file

    def case(self) -> CaseFile:
        return self.hold(Shelf(self.home).create_own(PHRASE))

    def mine(self) -> CaseFile:
        shelf = OwnShelf(self.home / "eigen")
        shelf.initials = "AB"
        return self.hold(shelf.create_own(MINE), "own")

    async def after(self, minutes: float) -> None:
        """So much later the server looks, and what follows from it is done."""
        self.time += minutes * 60
        self.lock.look()
        for _ in range(100):
            await asyncio.sleep(0.01)  # until it was done
            if self.lock.state != "locking":
                return


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_ten_quiet_minutes_lock_all_windows_and_nothing_holds_a_key(run):
    case = run.case()
    finish(run.after(10.1))
    assert run.windows.states == ["locking", "locked"]
    assert run.kernels.acts == ["still", "end"]
    assert run.vault.keys == {}
    assert run.lock.wanted() == Wanted(case.code, practice=False)
    assert run.said == ["lock.terminal.quiet"]


def test_activity_in_one_window_counts_for_all(run):
    run.case()

    async def work() -> None:
        for _ in range(4):
            await run.after(9)
            run.windows.heard()
        assert run.lock.state == "open"
        await run.after(10.1)
        assert run.lock.state == "locked"

    finish(work())


def test_a_window_that_sleeps_does_not_hold_the_lock_up(run):
    run.case()
    run.windows.stays = True
    finish(run.after(10.1))
    assert run.lock.state == "locked"
    assert run.windows.working == 2
    run.lock.sign()  # it wakes, and what it says then opens nothing
    assert run.lock.state == "locked"


def test_while_it_is_locked_the_vault_gives_nothing_and_takes_nothing_in(run):
    case = run.case()
    finish(run.lock.lock())
    assert run.vault.shut
    assert case.key.hex() not in repr(run.vault)


def test_with_no_window_left_what_has_a_phrase_is_locked_and_a_practice_case_waits(run):
    run.windows.working = 0
    run.hold(Shelf(run.home).create_practice())
    finish(run.after(300))
    assert run.lock.state == "open"
    run.lock.sign()  # a window is opened again
    assert run.lock.state == "open"
    run.mine()
    finish(run.after(10.1))
    assert run.lock.state == "locked"


def test_a_running_clock_covers_and_a_standing_one_locks(run):
    run.case()
    run.beat = Beat(runs=True, left=1200, told={"title": {"nl": "Vragen"}, "say": {"nl": "Wat wil je weten?"}})

    async def meet() -> None:
        await run.after(11)
        assert run.lock.state == "covered"
        assert run.windows.told[-1]["clock"]["say"] == {"nl": "Wat wil je weten?"}
        await run.after(5)
        assert run.kernels.acts == []
        assert len(run.vault.keys) == 1
        run.windows.heard()
        assert run.lock.state == "open"
        assert "clock" not in run.windows.told[-1]
        run.beat = Beat(runs=False, left=600)
        await run.after(10.1)
        assert run.lock.state == "locked"

    finish(meet())


def locked(run: Run, given: Given) -> None:
    async def both() -> None:
        await run.lock.lock()
        await run.lock.unlock(given)

    finish(both())


def test_the_right_phrase_brings_the_key_back_and_a_wrong_one_nothing(run):
    case = run.case()
    with pytest.raises(Wrong) as wrong:
        locked(run, Given(phrase="iets anders dan dat"))
    assert wrong.value.where == "case"
    assert (run.lock.state, run.vault.keys) == ("locked", {})
    finish(run.lock.unlock(Given(phrase=PHRASE)))
    assert run.lock.state == "open"
    assert run.vault.keys == {str(case.path): case.key.hex()}
    assert run.kernels.acts[-1] == "begin"
    assert run.windows.states[-1] == "open"


@pytest.mark.parametrize("given", [Given(), Given(how="known"), Given(phrase=MINE, own=MINE)])
def test_an_own_case_opens_by_nothing_but_its_phrase(run, given):
    run.case()
    run.mine()
    with pytest.raises(Wrong):
        locked(run, given)
    assert run.vault.keys == {}


def test_who_knows_only_the_cases_phrase_goes_on_without_the_own_file(run):
    case, mine = run.case(), run.mine()
    locked(run, Given(phrase=PHRASE))
    assert [*run.vault.keys] == [str(case.path)]
    assert run.vault.current == {"case": str(case.path)}
    run.hold(mine, "own")
    locked(run, Given(phrase=PHRASE, own=MINE))
    assert run.vault.current == {"case": str(case.path), "own": str(mine.path)}


def test_a_wrong_phrase_for_the_own_file_opens_nothing_and_is_named(run):
    run.case()
    run.mine()
    with pytest.raises(Wrong) as wrong:
        locked(run, Given(phrase=PHRASE, own="iets anders dan dat"))
    assert wrong.value.where == "own"
    assert run.vault.keys == {}


def test_a_practice_case_opens_with_one_button(run):
    case = run.hold(Shelf(run.home).create_practice())
    locked(run, Given())
    assert [*run.vault.keys] == [str(case.path)]


class Ring:
    """A key ring that keeps one key and notes who asks."""

    def __init__(self) -> None:
        self.key, self.asked = None, 0

    def get(self, salt):
        self.asked += 1
        return self.key if self.key and self.key.salt == salt else None

    def put(self, key):
        self.key = key


@pytest.fixture
def ring(monkeypatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr(remember, "get", ring.get)
    monkeypatch.setattr(remember, "put", ring.put)
    return ring


def test_a_remembered_key_opens_only_when_somebody_asks_for_it(run, ring):
    shelf = Shelf(run.home)
    file = shelf.create_own(PHRASE)
    shelf.remember(file)
    run.hold(file)
    finish(run.lock.lock())
    assert run.lock.wanted().remembered
    assert ring.asked == 0
    finish(run.lock.unlock(Given(how="known")))
    assert run.vault.keys == {str(file.path): file.key.hex()}


def test_going_on_without_the_case_does_not_open_it_by_the_key_that_is_remembered(run, ring, monkeypatch):
    shelf = Shelf(run.home)
    file = shelf.create_own(PHRASE)
    shelf.remember(file)
    run.hold(file)
    locked(run, Given(how="without"))
    assert run.vault.current == {}
    vault = Memory()
    monkeypatch.setattr(vault, "shy", lambda: run.vault.do({"do": "shy", "desk": "case"}) is not None)
    desk = Desk(shelf, vault)
    monkeypatch.setattr(workbook, "the_desk", lambda: desk)
    assert workbook.desk().file.practice
    desk.close()


def test_two_that_come_at_once_open_it_once(run):
    run.case()

    async def both() -> None:
        await asyncio.gather(run.lock.lock(), run.lock.lock())
        await asyncio.gather(*(run.lock.unlock(Given(phrase=PHRASE)) for _ in range(2)))

    finish(both())
    assert run.kernels.acts == ["still", "end", "begin"]
