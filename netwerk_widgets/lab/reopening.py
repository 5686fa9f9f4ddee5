"""What lay open when the screen was locked, and by which key it opens again.

The server knows of it only the files' places; the keys come from a pass phrase, from the data folder (practice cases)
or, when somebody asks for it, from the system's key ring.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from netwerk_widgets.casefile.errors import CaseFileError, KeyProblem, ShelfError
from netwerk_widgets.casefile.file import code_of
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.keys import ring as remember
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.copies import salt_left
from netwerk_widgets.casefile.storage.store import Store

How = Literal["phrase", "known", "without"]
HOWS: tuple[How, ...] = ("phrase", "known", "without")
"""By a pass phrase, by the key that this computer remembers, or without the case."""


@dataclass(frozen=True)
class Wanted:
    """What the door asks for.

    Attributes:
        code: the case that lay open; empty where none did.
        practice: it is a practice case, or none: one button opens it.
        remembered: this computer has its key, and gives it to whoever asks.
        own: an own file lay open too.
    """

    code: str = ""
    practice: bool = True
    remembered: bool = False
    own: bool = False

    @property
    def asks(self) -> bool:
        """Whether something lay open that has a pass phrase."""
        return self.own or not self.practice


@dataclass(frozen=True)
class Given:
    """What somebody gave at the door: how, and the phrases of the case and of the own file."""

    how: How = "phrase"
    phrase: str = ""
    own: str = ""


class Wrong(CaseFileError):  # noqa: N818 -- named as its kin in casefile
    """A phrase does not fit, or its file does not open; ``where`` says which: "case" or "own"."""

    def __init__(self, where: str, error: CaseFileError) -> None:
        super().__init__(error.message.key, **error.message.params)
        self.where = where


def wanted(home: Path, current: Mapping[str, str]) -> Wanted:
    """What the door asks for, when these files lay open.

    Args:
        home: the data folder.
        current: the path per desk ("case", "own").

    >>> wanted(Path("/nowhere"), {"own": "/nowhere/eigen/Eigen-AB.casus"}).asks
    True
    """
    own, path = "own" in current, current.get("case", "")
    if not path:
        return Wanted(own=own)
    code = code_of(Path(path))
    with suppress(ShelfError):
        entry = Shelf(home).entry(code)
        if entry.path == Path(path):
            return Wanted(code, entry.practice, entry.remembered, own)
    return Wanted(code, practice=False, own=own)


def keys(home: Path, current: Mapping[str, str], given: Given) -> dict[str, tuple[str, Key]]:
    """The files that open now, each with its key, per desk. An own file without a phrase stays closed.

    Raises:
        Wrong: a phrase that does not fit, or a file that does not open. Nothing is opened then.
    """
    found: dict[str, tuple[str, Key]] = {}
    if "case" in current and given.how != "without":
        found["case"] = current["case"], _key(Shelf(home), "case", current["case"], given)
    if "own" in current and given.own:
        found["own"] = current["own"], _key(OwnShelf(home / "eigen"), "own", current["own"], Given(phrase=given.own))
    return found


def _key(shelf: Shelf, desk: str, path: str, given: Given) -> Key:
    """The key of this file, tried on it.

    Raises:
        Wrong: it does not open.
    """
    place = Path(path)
    target = code_of(place) if place.parent == shelf.cases else place
    try:
        asks = desk == "own" or wanted(shelf.home, {"case": path}).asks
        if given.how == "known" or not asks:
            key = shelf.known_key(target) or remember.get(salt_left(place))
        else:
            key = shelf.key(target, given.phrase)
        if key is None:
            raise KeyProblem("casefile.error.key_needed", code=code_of(place))
        Store(place, key, "ro").close()
    except CaseFileError as error:
        raise Wrong(desk, error) from None
    return key
