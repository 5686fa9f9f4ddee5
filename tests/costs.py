"""What something may cost at the most: the processor's time, memory, and never a wait without end."""

from __future__ import annotations

import signal
import time
import tracemalloc
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

SECONDS, BYTES = 1.0, 100e6
PATIENCE = 20
"""Seconds on the clock, of a busy machine; who waits for a pipe waits for ever."""


def cheaply(act: Callable[[], T]) -> T:
    """What comes of an act, which must cost less than a second and a hundred megabytes."""

    def waited(*_: object) -> None:
        raise AssertionError(f"it took more than {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, waited) if hasattr(signal, "SIGALRM") else None
    if before is not None:
        signal.alarm(PATIENCE)
    try:
        begun = time.process_time()
        result = act()
        took = time.process_time() - begun
        tracemalloc.start()
        act()
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        if before is not None:
            signal.alarm(0)
            signal.signal(signal.SIGALRM, before)
    assert took < SECONDS, f"{took:.1f} s"
    assert most < BYTES, f"{most / 1e6:.0f} MB"
    return result
