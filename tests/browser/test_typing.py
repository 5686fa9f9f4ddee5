"""Random typing in two windows with reloads, closed tabs and killed kernels: at most two seconds are lost, and never
what stood under "Opgeslagen".

Every word is unlike any other. A word is safe where the case on disk says it or a draft on disk holds it. A short form
runs always; `NETWERK_TYPING=20` plays so many rounds, and `NETWERK_SEED` another game (see tests/benchmarks/README.md).
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.home import CASES, practice_key
from netwerk_widgets.casefile.storage import drafts
from netwerk_widgets.casefile.storage.revision import Author
from tests.browser.books import write_book
from tests.browser.conftest import Netwerk, wait_ready
from tests.browser.maps import PRACTICE, NetMap, eventually
from tests.browser.test_map_kernel import KILL, send_silently

ROUNDS = int(os.environ.get("NETWERK_TYPING", "3"))
SEED = int(os.environ.get("NETWERK_SEED", "11"))
BOOK = "98_typen"
LATEST = 2.0
WORD = re.compile(r"w\d+")
SAID = """() => [...document.querySelectorAll(".nw-part textarea, .nw-draft blockquote, body > .nw-visually-hidden")]
    .map((one) => one.value ?? one.textContent)"""


def words(texts: list[str]) -> set[str]:
    """All words in these texts, also one cut in two: where a field changes under the hands that type in it, the draft
    of what stood there ends in its first half, and what stands there now has the rest."""
    halves = [half.group() for text in texts if (half := re.search(r"w\d*$", text))]
    rests = re.findall(r"(?<!\S)\d+(?!\S)", " ".join(texts))
    return set(WORD.findall(" ".join(texts))) | {half + rest for half in halves for rest in rests}


class Game:
    """Two windows on one case, and when each word was typed."""

    def __init__(self, running: Netwerk, context: BrowserContext) -> None:
        self.running, self.context = running, context
        self.chance = random.Random(SEED)
        self.words: list[tuple[float, str]] = []
        self.count = 0
        self.windows = [self.open(), self.open()]
        first = self.windows[0]
        first.kernel(f"{PRACTICE}\nfrom netwerk_widgets import workbook\nworkbook.desk().begin_practice(case)")
        self.code = first.told().code
        self.windows[1].told()

    def open(self) -> NetMap:
        page = self.context.new_page()
        page.goto(self.running.url)
        wait_ready(page)
        found = NetMap(page, self.running.home)
        expect(self.fields(found).first).to_be_visible()
        return found

    @staticmethod
    def fields(net: NetMap):
        return net.page.locator(".nw-part:visible textarea")

    def safe(self) -> set[str]:
        """All words that are on disk, in the case or in a draft of it."""
        home = self.running.home
        path, key = home / CASES / f"{self.code}.casus", practice_key(home, self.code)
        with CaseFile.open(path, key, Author("T", "test"), read_only=True) as file:
            answers = file.case.answers.values()
        texts = [answer.text for answer in answers] + [draft.text for draft in drafts.kept(path, key)[0]]
        return words(texts)

    def typed(self, before: float) -> set[str]:
        return {word for at, word in self.words if at < before}

    def type(self) -> None:
        net = self.chance.choice(self.windows)
        field = self.fields(net).nth(self.chance.randrange(2))
        net.page.bring_to_front()
        field.focus()
        net.page.keyboard.press("Control+End")
        for _ in range(self.chance.randint(1, 6)):
            self.count += 1
            word = f"w{self.count}"
            net.page.keyboard.type(word + " ", delay=20)
            self.words.append((time.monotonic(), word))

    def act(self) -> None:
        what = self.chance.choices(["type", "pause", "leave", "look"], [6, 2, 2, 1])[0]
        if what == "type":
            self.type()
        elif what == "pause":  # somebody thinks, for less or more than the time in which words are kept
            self.windows[0].page.wait_for_timeout(self.chance.choice([100, 700, 1500]))
        elif what == "leave":
            self.chance.choice(self.windows).page.keyboard.press("Escape")
        else:
            self.look()

    def look(self) -> None:
        """Where a window says "Opgeslagen", all that was typed in it is in the case."""
        for net in self.windows:
            said = net.page.locator(".nw-bar-saved").inner_text()
            if not said.startswith("✓"):
                continue
            shown = words(net.page.evaluate(SAID))
            assert shown <= self.safe(), (said, shown - self.safe())

    def disaster(self, what: str) -> None:
        net = self.windows[0]
        old = self.typed(time.monotonic() - LATEST)
        if what == "kill":
            send_silently(net, KILL)
        elif what == "reload":
            net.page.reload()
            wait_ready(net.page)
        else:
            net.page.close(run_before_unload=False)
            self.windows[0] = self.open()
        with contextlib.suppress(AssertionError):
            eventually(lambda: old <= self.safe() | self.on_screen(), 20)
        lost = old - self.safe() - self.on_screen()
        assert not lost, f"{what}: {sorted(lost)}"
        # What went with the page within the two seconds is no longer asked after.
        there = self.safe() | self.on_screen()
        self.words = [(at, word) for at, word in self.words if word in there]

    def on_screen(self) -> set[str]:
        """What the windows show: they are there still, and bring it to the disk."""
        return words([text for net in self.windows for text in net.page.evaluate(SAID)])


@pytest.fixture
def game(start_netwerk, tmp_path, context: BrowserContext, requests_outside: list[str]) -> Iterator[Game]:
    home = tmp_path / "thuis"
    home.mkdir()
    running = start_netwerk(home).ready()
    write_book(home, BOOK, {"velden": 'workbook.board("search", parts="said try")'})
    running.ask("netwerk/state", {"lang": "nl", "last": BOOK}, "PUT")
    return Game(running, context)


@pytest.mark.timeout(120 + 60 * ROUNDS)
def test_whatever_happens_two_seconds_are_lost_at_most_and_nothing_that_was_saved(game: Game):
    disasters = ["reload", "kill", "close"]
    for turn in range(ROUNDS):
        for _ in range(10):
            game.act()
        game.disaster(disasters[turn % 3])
    for net in game.windows:
        net.page.bring_to_front()
        net.saved()
    missing = game.typed(time.monotonic()) - game.safe()
    assert not missing, sorted(missing)
