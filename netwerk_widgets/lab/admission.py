"""Who may come in: by the token in the printed address, by a code that works once, and from then on by a cookie.

A browser gets its first address in its command line, which every user of this computer can read. So what stands there is
no token but a code: whoever shows it first gets the cookie, within two minutes; nobody does a second time. The token is
for the window of the terminal alone: it goes on working there, for another browser too, and is on no page. Token, code
and cookie are made anew at every start and are only in memory, so that those of an earlier run open nothing.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from threading import Lock
from urllib.parse import parse_qs, urlsplit

PATIENCE = 120.0
"""Seconds that a code waits for its browser."""

ATTRIBUTES = "HttpOnly; Path=/; SameSite=Strict"
"""Of the cookie. It has no date, so a browser forgets it when it closes."""


class Admission:
    """The ways in of one run.

    Args:
        clock: seconds that only go up.

    Example:
        >>> admission = Admission()
        >>> admission.spend(admission.code), admission.spend(admission.code)
        (True, False)
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.token = secrets.token_urlsafe(24)
        self.code = secrets.token_urlsafe(24)
        self.cookie = secrets.token_urlsafe(24)
        self._clock, self._until = clock, clock() + PATIENCE
        self._spent = False
        self._lock = Lock()

    def spend(self, code: str) -> bool:
        """Whether this is the code, for the first time and in time; from then on it opens nothing."""
        with self._lock:
            good = not self._spent and self._clock() < self._until and _same(code, self.code)
            self._spent = self._spent or good
        return good

    def fits(self, cookie: str) -> bool:
        """Whether this is the cookie of this run."""
        return _same(cookie, self.cookie)

    def opens(self, address: str) -> bool:
        """Whether an address (path and query) holds the token, or the code for the first time."""
        given = query(address)
        return _same(given.get("token", ""), self.token) or self.spend(given.get("code", ""))


def query(address: str) -> Mapping[str, str]:
    """What stands after the question mark of an address, the last of each name."""
    return {name: values[-1] for name, values in parse_qs(urlsplit(address).query).items()}


def _same(given: str, ours: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), ours.encode())
