"""The widget under every view: loads the one bundle of the front end, and speaks in small messages.

Nothing of a network stands in a synced trait: such a trait would be saved in the notebook, and would lose
one user's work when two edit at once. So the page asks (``hello``) and is told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import anywidget
import traitlets

Asked = Literal["bundle", "hello", "edit", "undo", "redo", "ask", "sight"]
"""The kinds of message that come from a page."""
Said = Literal["bundle", "picture", "change", "refused", "notice", "answer", "closed", "case", "empty", "meeting"]
"""The kinds of message that go to it."""

PACKAGE = Path(__file__).parents[1]
EXTENSION = PACKAGE / "labextension"


@lru_cache(maxsize=1)
def bundle_name() -> str:
    """The bundle's address within the Lab extension, its hash included: ``static/views-<hash>.js``.

    Raises:
        FileNotFoundError: the front end has not been built (an unfinished install).
    """
    manifest = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    return str(manifest["netwerk"]["views"])


@lru_cache(maxsize=1)
def _loader() -> str:
    source = (Path(__file__).with_name("loader.js")).read_text(encoding="utf-8")
    code = "\n".join(line for line in source.splitlines() if not line.startswith("//"))
    return code.replace("__BUNDLE__", bundle_name())


class Surface(anywidget.AnyWidget):
    """A widget whose front end is in the bundle under the name ``view``.

    A subclass answers messages from the page by a method per kind, given to :meth:`answers`. Bytes travel beside the
    words of a message, in either direction: under ``buffers``, which nobody can write in the words themselves.
    """

    view = traitlets.Unicode("").tag(sync=True)
    height = traitlets.Unicode("").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        self._esm = _loader()
        self._answers: dict[str, Callable[[Mapping[str, Any]], None]] = {"bundle": self._send_bundle}
        super().__init__(**traits)
        self.on_msg(self._receive)

    def answers(self, kind: Asked, method: Callable[[Mapping[str, Any]], None]) -> None:
        """Call this method with every message of this kind that comes from the page."""
        self._answers[kind] = method

    def say(self, kind: Said, *, buffers: Sequence[bytes] = (), **content: Any) -> None:
        """Send a message to the page, to all places where this widget is shown."""
        self.send({"kind": kind, **content}, list(buffers))

    def _receive(self, _widget: Any, content: Any, buffers: Sequence[memoryview]) -> None:
        kind = content.get("kind") if isinstance(content, Mapping) else None
        method = self._answers.get(kind) if isinstance(kind, str) else None
        if method is not None:
            method({**content, "buffers": buffers})

    def _send_bundle(self, _content: Mapping[str, Any]) -> None:
        self.say("bundle", buffers=[(EXTENSION / bundle_name()).read_bytes()])

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"
