"""The lock: an act of the server, for all windows at once.

After ten quiet minutes, or when somebody asks for it, every window leaves for the door (``pages/locked.html``), which
takes all that it had painted and remembered out of the browser; what was typed is sent on the way out. Then the
kernels end, and with them the open case files and their keys, and the vault forgets its own. At the door somebody
gives the phrase: the keys come back, one kernel starts, and every window goes to where it was.

    open <-> covered     while the clock of a meeting runs: the windows show that and the question, no phrase is asked
    open -> locking -> locked -> open

State: which of these it is, how long it has been quiet, and the lines to the windows.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict

from netwerk_widgets.casefile.library.vault import Safe
from netwerk_widgets.lab.events import News, Windows
from netwerk_widgets.lab.idleness import Beat, Quiet, Wish
from netwerk_widgets.lab.reopening import Given, Wanted, keys, wanted
from netwerk_widgets.lab.state import KeptPrefs
from netwerk_widgets.locale import Message

if TYPE_CHECKING:
    from netwerk_widgets.lab.kernels import KernelsOfAll

State = Literal["open", "covered", "locking", "locked"]
DOOR = "/netwerk/lock"
TICK = 0.5
"""How often the server looks, in seconds."""
LEAVE = 2.0
"""How long windows may take to leave, in seconds; one that sleeps leaves when it wakes."""
GRACE = 0.3
"""How long a request may take that a window sent while it left, in seconds."""
OFTEN = 15.0
"""How often a window says that somebody is there, in seconds."""


class PauseClock(TypedDict):
    """The clock of a meeting on the cover over the case; texts by language."""

    left: float
    runs: bool
    title: dict[str, str]
    say: dict[str, str]


class Standing(TypedDict, total=False):
    """What a window is told: how things stand, and what another window chose.

    ``often``: how often (seconds) it says that somebody is there; ``limit``: how long it may be quiet.
    """

    state: State
    often: float
    limit: float
    clock: PauseClock
    prefs: KeptPrefs


class Lock:
    """The lock of one run of the program.

    Args:
        home: the data folder.
        vault: the keys that it takes away and gives back.
        windows: the lines to the windows.
        kernels: what holds the open cases.
        quiet: how long nothing was done.
        beat: gives the clock of the meeting that goes on.
        say: says a sentence in the terminal; never a code or a name.
    """

    def __init__(  # noqa: PLR0913 -- said by name
        self,
        home: Path,
        vault: Safe,
        windows: Windows,
        kernels: KernelsOfAll,
        *,
        quiet: Quiet,
        beat: Callable[[], Beat | None] = lambda: None,
        news: News | None = None,
        say: Callable[[Message], None] = lambda _: None,
    ) -> None:
        self.state: State = "open"
        self.asked = False
        self.leave, self.grace = LEAVE, GRACE
        self._home, self._vault, self._windows, self._kernels = home, vault, windows, kernels
        self._quiet, self._beat, self._news, self._say = quiet, beat, news, say
        self._one = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        windows.greeting, windows.heard = self.told, self.sign

    @property
    def shut(self) -> bool:
        """Whether the workbook is out of reach: locked, or about to be."""
        return self.state in ("locking", "locked")

    def wanted(self) -> Wanted:
        """What the door asks for."""
        return wanted(self._home, self._vault.current)

    def told(self) -> dict[str, Any]:
        """How things stand, for a window."""
        often = min(OFTEN, self._quiet.limit / 8)
        found: dict[str, Any] = {"state": self.state, "often": often, "limit": self._quiet.limit}
        if self.state == "covered" and (beat := self._beat()):
            found["clock"] = {"left": beat.left, "runs": beat.runs, **beat.told}
        return found

    def sign(self) -> None:
        """Somebody did something in a window."""
        if not self.shut:
            self._heed(self._quiet.sign(self._beat()))

    def look(self) -> None:
        """Look how long it has been quiet, and what changed in the preferences. Called again and again."""
        self.spread()
        if not self.shut:
            self._heed(self._quiet.wish(self._beat()))

    def spread(self) -> None:
        """Tell every window what changed in the preferences."""
        if self._news and (changed := self._news.look()):
            self._windows.tell({"prefs": changed})

    async def lock(self, *, asked: bool = True) -> None:
        """Lock all windows; done when no key is held any more."""
        if not self.shut:
            self.asked = asked
            self._turn("locking")  # at once, so that no window waits for another act to end
        async with self._one:
            if self.state == "locking":
                await self._lock()

    async def unlock(self, given: Given) -> None:
        """Open for all windows.

        Raises:
            Wrong: a phrase does not fit. All stays locked.
        """
        async with self._one:
            if self.state != "locked":
                return
            found = await asyncio.to_thread(keys, self._home, self._vault.current, given)
            self._vault.open({desk: (path, key.hex()) for desk, (path, key) in found.items()})
            self._quiet.anew()
            try:
                await self._kernels.begin()
            finally:
                self._turn("open")
                self._say(Message("lock.terminal.open"))

    async def _lock(self) -> None:
        try:
            await self._left()
            await asyncio.sleep(self.grace)
            await self._kernels.still()
            self._vault.shut = True
            await self._kernels.end()
        finally:
            self._vault.wipe()
            self._turn("locked")
            self._say(Message("lock.terminal.asked" if self.asked else "lock.terminal.quiet"))

    async def _left(self) -> None:
        """Wait until the windows have left for the door, for a while."""
        for _ in range(int(self.leave / 0.05)):
            if not self._windows.working:
                return
            await asyncio.sleep(0.05)

    def _heed(self, wish: Wish) -> None:
        if wish == "locked":
            if self._windows.working or self._asks():
                self._task = asyncio.get_running_loop().create_task(self.lock(asked=False))
            else:  # nobody sees the practice case, which opens for anybody anyway: it waits for the next window
                self._quiet.anew()
        elif wish != self.state:
            self._turn(wish)
        elif wish == "covered":
            self._windows.tell(self.told())  # the clock

    def _asks(self) -> bool:
        """Whether anything is held that has a pass phrase."""
        return any(wanted(self._home, {"case": path}).asks for path in self._vault.keys)

    def _turn(self, state: State) -> None:
        self.state = state
        self._windows.tell(self.told())
