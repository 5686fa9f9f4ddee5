"""What the user reads in the terminal: sentences only, whatever the terminal is and whoever listens."""

from __future__ import annotations

import io
import os
import sys
import warnings
from typing import TextIO


def prepare() -> None:
    """Make this process fit to speak: before anything is said, opened or warned of.

    A letter that the terminal or a file does not know is written as its number. What a library warns its developers of
    is no news for the user and no reason to stop, whatever ``PYTHONWARNINGS`` says.
    """
    warnings.simplefilter("ignore")
    # A number that whoever started us closed would go to the next file opened, and what is printed would go into a case.
    while (free := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(free, True)  # noqa: FBT003 -- the standard library's signature
    os.close(free)
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123 -- as long as this process lives
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nowhere())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Tell the user; where nobody listens any more, that is no reason to fail."""
    _tell("stdout", text)


def complain(text: str) -> None:
    """Tell the user what could not be done."""
    _tell("stderr", text)


def _tell(name: str, text: str) -> None:
    try:
        print(text, file=getattr(sys, name), flush=True)
    except (OSError, ValueError):
        setattr(sys, name, _nowhere())  # for the rest of this process


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 -- as long as this process lives
