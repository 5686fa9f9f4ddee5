"""Who hears of edits: each is called, also after one that raised, and what went wrong is not kept quiet."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Listener: TypeAlias = Callable[[Mapping[str, Any]], None]


class Listeners:
    """Functions to call, in the order in which they came."""

    def __init__(self) -> None:
        self._all: list[Listener] = []

    def add(self, listener: Listener) -> Callable[[], None]:
        """Call this one too; gives what ends it."""
        self._all.append(listener)
        return lambda: self._all.remove(listener) if listener in self._all else None

    def call(self, edit: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Call all of them; gives who raised, and what.

        The traceback goes to standard error, where Jupyter shows it too: in the notebook, or in its log.
        """
        failed = []
        for listener in list(self._all):
            try:
                listener(edit)
            except Exception as error:  # noqa: BLE001 -- whatever it is, the next ones are called
                traceback.print_exception(error, file=sys.stderr)
                name = getattr(listener, "__qualname__", type(listener).__name__)
                failed.append((name, "".join(traceback.format_exception_only(error)).strip()[:200]))
        return failed
