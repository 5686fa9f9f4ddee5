"""Waiting until something came about: the one place in which a test sleeps."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def eventually(
    check: Callable[[], object], seconds: float = 10, pause: float = 0.02, page: Page | None = None
) -> float:
    """Wait until a check is true; gives the seconds that it took. Whoever is looked for on disk need not be there yet.

    Args:
        check: is asked until it gives something true; an AssertionError counts as not yet.
        seconds: how long it may take.
        pause: between two looks, in seconds.
        page: whose events (a request, a message) are to be heard meanwhile.

    Raises:
        AssertionError: it did not come about; that of the check, where it raised one.
    """
    begin = time.monotonic()
    while True:
        try:
            if check():
                return time.monotonic() - begin
            assert time.monotonic() - begin < seconds, "it did not come about"
        except AssertionError:
            if time.monotonic() - begin >= seconds:
                raise
        if page:
            page.wait_for_timeout(1000 * pause)
        else:
            time.sleep(pause)
