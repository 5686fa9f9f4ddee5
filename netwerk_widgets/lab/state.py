"""What the page remembers between two days: language, hidden names, sizes, and the step of each workbook.

The file ``voorkeuren.json`` holds no case and no name: only these few words. It is read leniently (a damaged file
means the defaults) and written strictly (an unknown word from the page is refused).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, TypedDict, get_args

from netwerk_widgets.casefile.storage import disk
from netwerk_widgets.casefile.storage import strangers as outside
from netwerk_widgets.casefile.storage.stamp import Stamp, stamp
from netwerk_widgets.lab.errors import StateError
from netwerk_widgets.locale import LANGUAGES, Language

MAX_BYTES = 16_384
LABEL_SIZES = (22, 26, 32, 40)
Size = Literal["room", "near"]
SIZES: tuple[Size, ...] = get_args(Size)
"""How large all is: as the screen is, for a room, or as large as somebody close by needs it."""
KEYS = 6
"""How many keys put a word on a note."""
LONGEST_TAG = 18


class KeptPrefs(TypedDict, total=False):
    """What is kept: of the screen, and of the workbooks.

    ``tags`` are the team's own words for the keys of notes, "" where ours stands; ``hush``: what is noted next is only
    for its writer, until they say otherwise; ``size``: all grows with the screen, or hardly ("near"); ``together``: the
    client sits beside the professional.
    """

    lang: Language
    hideNames: bool
    singleKeys: bool
    labelSize: int
    size: Size
    tags: list[str]
    hush: bool
    together: bool
    steps: dict[str, str]
    last: str


_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(_NAME.fullmatch(value))


def _are_steps(value: object) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= 64
        and all(_is_name(book) and _is_name(step) for book, step in value.items())
    )


def _are_tags(value: object) -> bool:
    """The team's own words for the six keys of notes."""
    return (
        isinstance(value, list)
        and len(value) <= KEYS
        and all(isinstance(tag, str) and len(tag) <= LONGEST_TAG for tag in value)
    )


_CHECKS: Mapping[str, Callable[[object], bool]] = {
    "lang": lambda value: value in LANGUAGES,
    "hideNames": lambda value: isinstance(value, bool),
    "singleKeys": lambda value: isinstance(value, bool),
    "hush": lambda value: isinstance(value, bool),
    "together": lambda value: isinstance(value, bool),
    "labelSize": lambda value: isinstance(value, int) and value in LABEL_SIZES,
    "size": lambda value: isinstance(value, str) and value in SIZES,
    "tags": _are_tags,
    "steps": _are_steps,
    "last": _is_name,
}


class State:
    """The kept preferences in one small file.

    Example:
        >>> state = State(Path("voorkeuren.json"))  # doctest: +SKIP
        >>> state.merge({"lang": "en"})["lang"]  # doctest: +SKIP
        'en'
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unsaved: dict[str, Any] | None = None

    def stamp(self) -> Stamp | None:
        """Another one whenever the file was written; None where there is none."""
        return stamp(self._path, behind_links=True)

    def read(self) -> dict[str, Any]:
        """What is kept now; an absent or damaged file is read as nothing kept."""
        return self._on_disk() if self._unsaved is None else self._unsaved

    def _on_disk(self) -> dict[str, Any]:
        try:
            data = outside.read_json(self._path, MAX_BYTES)
        except (OSError, ValueError):
            return {}
        if not isinstance(data, dict):
            return {}
        return {name: value for name, value in data.items() if name in _CHECKS and _CHECKS[name](value)}

    def merge(self, change: object) -> dict[str, Any]:
        """Keep these words beside the ones already kept, and give all of them.

        Args:
            change: a JSON object with some of lang, hideNames, singleKeys, labelSize, size, hush, together, steps (workbook -> step), last.

        Raises:
            StateError: an unknown word or a wrong value; nothing is written.
            NotSaved: the file cannot be written; what was kept there is untouched, and these words hold for this run.
        """
        if not isinstance(change, dict):
            raise StateError("lab.error.state")
        for name, value in change.items():
            if name not in _CHECKS or not _CHECKS[name](value):
                raise StateError("lab.error.state")
        kept = self.read()
        steps = {**kept.get("steps", {}), **change.get("steps", {})}
        if not _are_steps(steps):
            raise StateError("lab.error.state")
        merged = {**kept, **change} | ({"steps": steps} if steps else {})
        if merged != kept or self._unsaved is not None:
            self._unsaved = merged  # whoever hid the names has hidden them, also on a full disk
            disk.write_private(self._path, json.dumps(merged, indent=1, sort_keys=True))
            self._unsaved = None
        return merged
