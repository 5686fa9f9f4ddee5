"""What the tests of the case file have in common: a small case, authors, a look at all that is on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import engine
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import AddPerson, Edit, Place, perform
from tests.casefile.pages import pages

ANN = Author("AB", "kantoor")
BOB = Author("CD", "thuis")


def small_case() -> Case:
    """The client and an aunt."""
    case = perform(Case(), AddPerson("ego", "ik", circle=0, domain="family"))
    return perform(case, AddPerson("p1", "tante Rosa", circle=2, domain="family"))


def move(who: str = "p1", x: float = 10.0, y: float = -100.0) -> Edit:
    return Place(((who, x, y),))


def keyed(path: Path, key: Key) -> Any:
    """A bare connection, as any SQLCipher program would make one."""
    return unlocked(path, f'"{key.pragma}"')


def unlocked(path: Path, key: str) -> Any:
    """A bare connection with its key as SQL has it: a phrase or raw; the file is made where there is none."""
    chosen = engine.chosen()
    path.touch()
    db = chosen.connect(chosen.address(path, "rw"))
    db.execute(f"PRAGMA key = {key}").close()
    return db


def plaintext(path: Path, key: Key) -> str:
    """All that a file holds, decrypted page by page, so that free pages and the slack in pages are seen too."""
    db = keyed(path, key)
    free = db.execute("PRAGMA freelist_count").fetchone()[0]
    db.close()
    return f"free pages: {free}\n" + "".join(page.decode("utf-8", "replace") for page in pages(path, key))


class Ring:
    """A key ring in memory, as a desktop has one."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, text: str) -> None:
        self.kept[service, name] = text

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]
