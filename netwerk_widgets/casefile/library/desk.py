"""The desk: this process's shelf, and the one case now open, shared by all views of the kernel.

State: the open case, whoever watches for another one, and (through a vault) the keys of unlocked cases. The
vault of a kernel that ``netwerk`` started lives in the server's memory, so that a killed kernel comes back
without asking; elsewhere it is a dictionary of this process.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from netwerk_widgets.casefile.errors import CaseFileError, KeyProblem
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.library.own import OwnShelf
from netwerk_widgets.casefile.library.rescue import keep_mine, was_forgotten
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.library.vault import Memory, Vault
from netwerk_widgets.casefile.watchers import Callbacks
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case

DeskWatcher: TypeAlias = Callable[[CaseFile | None], None]


class Desk:
    """One shelf and at most one open case.

    >>> import tempfile
    >>> desk = Desk(Shelf(Path(tempfile.mkdtemp())))
    >>> desk.begin_practice().practice
    True
    >>> desk.close()

    Attributes:
        file: the case on the desk; None where there is none.
        spare: puts a case on the desk that needs no asking (a practice case), for whoever stands before an empty one.
    """

    def __init__(self, shelf: Shelf | None = None, vault: Vault | None = None) -> None:
        self.shelf = shelf or Shelf()
        self.vault: Vault = vault or Memory()
        self.file: CaseFile | None = None
        self.spare: Callable[[Desk], CaseFile] | None = None
        self._watchers: Callbacks[CaseFile | None] = Callbacks()

    def open(
        self,
        target: str | Path,
        passphrase: str | None = None,
        *,
        recovery: str | None = None,
        take_over: bool = False,
        read_only: bool = False,
    ) -> CaseFile:
        """Put a case on the desk, by code or path; one that is unlocked, remembered or for practice opens without a phrase.

        Raises:
            KeyProblem: its pass phrase is needed. WrongKey, Damaged, InUse, NotACase: it cannot be opened; the
            case that was on the desk stays there.
        """
        key = self._unlocked(target) if passphrase is None and recovery is None else None
        key = key or self.shelf.key(target, passphrase, recovery=recovery)
        return self._put(self.shelf.open(target, key, take_over=take_over, read_only=read_only))

    def take_up(self) -> CaseFile:
        """The case on the desk; where it is empty, the spare one comes to lie there.

        Raises:
            KeyProblem: it is empty, and no spare case is known. Otherwise as :meth:`open`.
        """
        if self.file is not None:
            return self.file
        if self.spare is None:
            raise KeyProblem("casefile.error.empty_desk")
        return self.spare(self)

    def begin_practice(self, case: Case | None = None, *, message: Message | None = None) -> CaseFile:
        """Begin a practice case and put it on the desk."""
        return self._put(self.shelf.create_practice(case, message=message))

    def begin_own(self, passphrase: str, case: Case | None = None, *, message: Message | None = None) -> CaseFile:
        """Begin an own case and put it on the desk."""
        return self._put(self.shelf.create_own(passphrase, case, message=message))

    def save_as_own(self, passphrase: str) -> CaseFile:
        """Copy the practice case on the desk into an own case, and put that on the desk instead."""
        return self._put(self.shelf.save_as_own(self.there(), passphrase))

    def change_phrase(self, passphrase: str) -> Key:
        """Another pass phrase for the case on the desk; print the new recovery code."""
        file = self.there()
        key = self.shelf.change_phrase(file, passphrase)
        self.vault.put(str(file.path), key.hex())
        return key

    def keep_mine(self) -> CaseFile:
        """Keep what is in view of a case that is apart from its file (see :mod:`.kept`), and go on in that.

        Raises:
            NotSaved, ReadOnly: it could not be kept; it is still in view.
        """
        file = self.there()
        return self._put(self.shelf.open(keep_mine(self.shelf, file), file.key), settled=True)

    def take_other(self) -> CaseFile:
        """Go on in what now lies where the case was; what was in view and is not in it goes. Ask first.

        Raises:
            CaseFileError: it does not open; what was in view is still there.
        """
        file = self.there()
        return self._put(self.shelf.open(file.path, file.key), settled=True)

    def secure(self) -> None:
        """Keep what is apart from its file and would go when it is put away, or with this process."""
        file = self.file
        if file is not None and file.apart and not was_forgotten(self.shelf, file):
            with suppress(CaseFileError):
                keep_mine(self.shelf, file)

    def resume(self) -> CaseFile | None:
        """The case that was on the desk before the kernel died, opened with the vault's key; None where there is none.

        Raises:
            CaseFileError: it is there and cannot be opened.
        """
        if self.file is not None:
            return self.file
        current = self.vault.current()
        text = self.vault.get(current) if current else None
        if not current or not text:
            return None
        path = Path(current)
        if not path.exists():
            self.vault.forget(current)
            return None
        return self._put(self.shelf.open(path, Key.from_hex(text)))

    def poll(self) -> None:
        """Pick up what other processes did to the case on the desk; errors as :meth:`CaseFile.poll`."""
        if self.file is not None:
            self.file.poll()

    def watch(self, callback: DeskWatcher) -> Callable[[], None]:
        """Hear of it when another case (or none) comes on the desk; the result ends it."""
        return self._watchers.add(callback)

    def close(self) -> None:
        """Put the case away and lock it."""
        if self.file is None:
            return
        self.secure()
        file, self.file = self.file, None
        self.vault.forget(str(file.path))
        file.close()
        self._tell()

    def forget(self, code: str) -> None:
        """Forget a case (see :meth:`Shelf.forget`), also when it is the one on the desk."""
        path = self.shelf.path(code)
        if self.file is not None and self.file.path == path:
            self.file.close()  # what is forgotten is not kept, whatever became of its file
            self.close()
        self.vault.forget(str(path))
        self.shelf.forget(code)

    def _unlocked(self, target: str | Path) -> Key | None:
        text = self.vault.get(str(self.shelf.path(target).absolute()))
        if text:
            with suppress(CaseFileError):
                return Key.from_hex(text)
        return None

    def _put(self, file: CaseFile, *, settled: bool = False) -> CaseFile:
        if not settled:
            self.secure()
        old, self.file = self.file, file
        self.vault.put(str(file.path), file.key.hex())
        if old is not None:
            old.close()
        self._tell()
        return file

    def there(self) -> CaseFile:
        """The case on the desk.

        Raises:
            KeyProblem: there is none.
        """
        if self.file is None:
            raise KeyProblem("casefile.error.empty_desk")
        return self.file

    def _tell(self) -> None:
        for callback in self._watchers:
            callback(self.file)


_desks: list[Desk] = []
_own_desks: list[Desk] = []


def the_desk() -> Desk:
    """The desk of this process, made at the first question; ``lab`` gives it the server's vault."""
    if not _desks:
        _desks.append(Desk())
        atexit.register(_desks[0].secure)
    return _desks[0]


def the_own_desk() -> Desk:
    """The desk with the professional's own file, beside the one with the case; ``lab`` gives it a vault of its own.

    It lies on an :class:`.own.OwnShelf` (``<data folder>/eigen``). Nothing is opened or begun on it unasked.

    >>> the_own_desk().file is None
    True
    """
    if not _own_desks:
        _own_desks.append(Desk(OwnShelf()))
        atexit.register(_own_desks[0].secure)
    return _own_desks[0]
