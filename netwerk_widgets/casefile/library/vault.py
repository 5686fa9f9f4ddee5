"""Where the keys of unlocked cases are while they are unlocked. Never on disk, in argv or in the environment."""

from __future__ import annotations

import secrets
from abc import ABC, abstractmethod
from dataclasses import dataclass, field


@dataclass
class Safe:
    """What a process keeps in memory until it locks or ends, and never writes down."""

    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    keys: dict[str, str] = field(default_factory=dict)
    current: dict[str, str] = field(default_factory=dict)
    """Per desk ("case", "own") the file that lay on it last."""
    offered: str | None = None
    shut: bool = False
    """The screen is locked: nothing is given, and nothing taken in."""
    shy: bool = False
    """The screen was locked: no case opens any more because this computer remembers its key, until somebody asks for it."""

    def wipe(self) -> None:
        """Hold no key any more; which files lay open stays known, so that the door can name what it asks for."""
        self.shut = True
        self.keys.clear()

    def open(self, found: dict[str, tuple[str, str]]) -> None:
        """Hold these keys again (per desk the path and the key); what is not among them is put away."""
        self.shut, self.shy = False, True
        self.current = {desk: path for desk, (path, _) in found.items()}
        self.keys = dict(found.values())

    def do(self, asked: object) -> str | None:
        """One act of a :class:`Vault`: ``{"do": "get", "desk": "case", "path": ...}`` and its kin.

        Raises:
            ValueError: it is none of them; nothing is altered.
        """
        match asked:
            case {"do": "get", "desk": ("case" | "own"), "path": str(path)}:
                return self.keys.get(path)
            case {"do": "put", "desk": ("case" | "own") as desk, "path": str(path), "key": str(key)} if (
                len(path) <= 4096 and len(key) <= 1024
            ):
                self.keys[path], self.current[desk] = key, path
            case {"do": "forget", "desk": ("case" | "own") as desk, "path": str(path)}:
                self.keys.pop(path, None)
                if self.current.get(desk) == path:
                    del self.current[desk]
            case {"do": "current", "desk": ("case" | "own") as desk}:
                return self.current.get(desk)
            case {"do": "shy", "desk": ("case" | "own")}:
                return "shy" if self.shy else None
            case {"do": "offered", "desk": ("case" | "own") as desk}:
                return self.offered if desk == "case" else None
            case {"do": "take", "desk": "case"}:
                self.offered = None
            case _:
                raise ValueError("lab.vault")
        return None


class Vault(ABC):
    """A desk's way to the safe, wherever that is. Each desk ("case", "own") has its own current file."""

    def __init__(self, desk: str = "case") -> None:
        self.desk = desk

    def get(self, path: str) -> str | None:
        """The key of this file as :meth:`Key.hex` spells it, where it is unlocked."""
        return self.ask("get", path=path)

    def put(self, path: str, key: str) -> None:
        """Keep the key of this file, which is now the current one."""
        self.ask("put", path=path, key=key)

    def forget(self, path: str) -> None:
        """Lock this file: know its key no longer."""
        self.ask("forget", path=path)

    def current(self) -> str | None:
        """The file that was on the desk last."""
        return self.ask("current")

    def offered(self) -> str | None:
        """A file that the user gave the program to open (``netwerk open FILE``), until it is taken; for the case's desk."""
        return self.ask("offered")

    def take(self) -> None:
        """The offered file was opened or refused: offer it no longer."""
        self.ask("take")

    def shy(self) -> bool:
        """Whether a case whose key this computer remembers waits to be asked for: so it is once the screen was locked."""
        return self.ask("shy") is not None

    @abstractmethod
    def ask(self, act: str, **words: str) -> str | None:
        """Have the safe do this (:meth:`Safe.do`)."""


class Memory(Vault):
    """A safe in this process, which no program started and nothing locks."""

    def __init__(self) -> None:
        super().__init__()
        self._safe = Safe()

    def ask(self, act: str, **words: str) -> str | None:
        """Have the safe do this."""
        return self._safe.do({"do": act, "desk": self.desk, **words})
