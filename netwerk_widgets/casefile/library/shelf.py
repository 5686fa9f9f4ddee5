"""The shelf, "Mijn casussen": the case files in the data folder, and what is known of each without opening it.

State: only the folder. Every question looks at the disk, so two workbooks see the same shelf.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from netwerk_widgets.casefile.errors import CaseFileError, Damaged, KeyProblem, ShelfError
from netwerk_widgets.casefile.file import CaseFile, code_of
from netwerk_widgets.casefile.keys import Key, derive, read_recovery_code, salt_of
from netwerk_widgets.casefile.keys import ring as remember
from netwerk_widgets.casefile.library import codes, duplicate, home
from netwerk_widgets.casefile.library import transport as travel
from netwerk_widgets.casefile.library.index import DAYS, Entry, Index, stamp
from netwerk_widgets.casefile.storage import copies, disk, store
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case

SHORTEST = 8
"""A pass phrase has at least this many characters."""

__all__ = ["Entry", "Shelf"]


class Shelf:
    """The folder of case files.

    A case is named by its code, or by the path of a file that lies elsewhere (a stick).

    >>> import tempfile
    >>> shelf = Shelf(Path(tempfile.mkdtemp()))
    >>> file = shelf.create_practice()
    >>> [entry.practice for entry in shelf.list()]
    [True]
    >>> file.close()
    """

    OWN = False  # whether these are own files (see .own); neither kind is opened as the other

    def __init__(self, folder: Path | None = None) -> None:
        self.home = folder.absolute() if folder else home.data_folder()
        self.cases = self.home / home.CASES
        self._index = Index(self.home / home.NOTES)

    @property
    def author(self) -> Author:
        """Who works here; set :attr:`initials` to sign edits."""
        return home.read_author(self.home)

    @property
    def initials(self) -> str:
        """The initials with which edits are signed; may be empty."""
        return self.author.initials

    @initials.setter
    def initials(self, initials: str) -> None:
        home.write_initials(self.home, initials)

    def list(self) -> tuple[Entry, ...]:
        """All cases, the one opened last in front."""
        files = [path for path in self._files() if path.is_file()]
        entries = [self._index.read(code_of(path), path) for path in files]
        return tuple(sorted(entries, key=lambda entry: (entry.opened, entry.code), reverse=True))

    def entry(self, code: str) -> Entry:
        """What is known of one case.

        Raises:
            ShelfError: there is no such case here.
        """
        path = self.path(code)
        if not os.path.lexists(path):
            raise ShelfError("casefile.error.no_such_case", code=code)
        return self._index.read(code, path)

    def path(self, target: str | Path) -> Path:
        """The file of a case named by code or by path."""
        return target.absolute() if isinstance(target, Path) else self.cases / f"{codes.checked(target)}{codes.ENDING}"

    def new_code(self, like: str = "") -> str:  # noqa: ARG002 -- an own file keeps its owner's initials
        """A code that is free here, for a file that stands in for the one called ``like``."""
        return codes.new_code([code_of(path) for path in self._files()])

    def create_practice(self, case: Case | None = None, *, message: Message | None = None) -> CaseFile:
        """Begin a practice case under a machine-made key.

        Raises:
            NotSaved, ReadOnly: the disk refuses; nothing is left.
        """
        disk.private_folder(self.cases)
        code, key = self.new_code(), Key.new()
        home.keep_practice_key(self.home, code, key)
        try:
            path = self.path(code)
            file = CaseFile.create(path, key, _named(case, code), self._signed(code), practice=True, message=message)
        except BaseException:
            home.drop_practice_key(self.home, code)
            raise
        self._note_opened(file)
        return file

    def create_own(self, passphrase: str, case: Case | None = None, *, message: Message | None = None) -> CaseFile:
        """Begin an own case under a pass phrase; print ``file.key.recovery_code``.

        Raises:
            KeyProblem: a pass phrase of fewer than eight characters. NotSaved, ReadOnly: nothing is left.
        """
        key = derive(_long_enough(passphrase))
        disk.private_folder(self.cases)
        code = self.new_code()
        file = CaseFile.create(self.path(code), key, _named(case, code), self._signed(code), message=message)
        self._note_opened(file)
        return file

    def save_as_own(self, practice: CaseFile, passphrase: str) -> CaseFile:
        """Copy an open practice case, history and all, into an own case with a new code.

        Raises:
            As :meth:`create_own`; the practice case stays as it is.
        """
        key = derive(_long_enough(passphrase))
        disk.private_folder(self.cases)
        code = self.new_code()
        with store.Store(practice.path, practice.key, "ro") as source:
            duplicate.as_own(source, self.path(code), key, code)
        return self.open(code, key)

    def open(self, target: str | Path, key: Key, *, take_over: bool = False, read_only: bool = False) -> CaseFile:
        """Open a case; errors as :meth:`CaseFile.open`, and ShelfError where it is an own file (or on that shelf a case)."""
        path = self.path(target)
        if isinstance(target, str):
            self.entry(target)
        file = CaseFile.open(path, key, self._signed(code_of(path)), take_over=take_over, read_only=read_only)
        if file.case.info.own != self.OWN:
            file.close()
            raise ShelfError("casefile.error.not_own" if self.OWN else "casefile.error.is_own", code=file.code)
        self._note_opened(file)
        return file

    def key(self, target: str | Path, passphrase: str | None = None, *, recovery: str | None = None) -> Key:
        """The key of a case: from a pass phrase, a recovery code, or as known here (practice, remembered).

        Raises:
            KeyProblem: nothing was given and none is known, or the code has a typing error.
            NotACase, Damaged: the file is not there, or has no salt and no copy.
        """
        path = self.path(target)
        with suppress(Damaged):  # it still needs its key: for the copy, and for what is readable
            store.look(path)
        salt = copies.salt_left(path)
        if recovery is not None:
            return read_recovery_code(recovery, salt)
        if passphrase is not None:
            return derive(passphrase, salt)
        known = self.known_key(target)
        if known is None:
            raise KeyProblem("casefile.error.key_needed", code=code_of(path))
        return known

    def known_key(self, target: str | Path) -> Key | None:
        """The key of a case that opens without asking: a practice case, or one remembered on this computer."""
        path = self.path(target)
        code = code_of(path)
        if path.parent == self.cases:
            with suppress(KeyProblem):
                return home.practice_key(self.home, code)
            if not self._index.read(code, path).remembered:
                return None  # the system may ask for leave to look in its key ring
        return remember.get(copies.salt_left(path))

    def change_phrase(self, file: CaseFile, passphrase: str) -> Key:
        """Give an open own case another pass phrase; the recovery code changes with it.

        Raises:
            KeyProblem: too short, or a practice case. Otherwise as :meth:`CaseFile.change_key`.
        """
        if file.practice:
            raise KeyProblem("casefile.error.practice_has_no_phrase")
        key = derive(_long_enough(passphrase), file.key.salt)
        remembered = remember.get(key.salt) is not None if self._entry_of(file).remembered else False
        file.change_key(key)
        if remembered:
            remember.put(key)
        return key

    def remember(self, file: CaseFile) -> None:
        """Remember the key of an open case; KeyProblem where this computer has no key ring, and nothing changes."""
        remember.put(file.key)
        if file.path.parent == self.cases:
            self._index.write(replace(self._entry_of(file), remembered=True))

    def stop_remembering(self, code: str) -> None:
        """Remember the key of a case, open or not, no longer."""
        entry = self.entry(code)
        remember.forget(copies.salt_left(entry.path))
        self._index.write(replace(entry, remembered=False))

    def keep(self, code: str, *, on: bool = True) -> Entry:
        """Keep a case on purpose, or let it expire thirty days from now."""
        entry = replace(self.entry(code), kept=on, expires=stamp(DAYS))
        self._index.write(entry)
        return entry

    def back_up(self, code: str, folder: Path, key: Key | None = None) -> Path:
        """Copy a case to a folder, verified by opening the copy; today's date is in its name.

        Raises:
            KeyProblem: no key was given and none is known. ShelfError: today's copy is there already.
        """
        today = datetime.now(UTC).astimezone().date().isoformat()
        return self._copied(code, Path(folder) / f"{code} {today}{codes.ENDING}", key)

    def move_out(self, code: str, folder: Path, key: Key | None = None) -> Path:
        """Copy a case to a folder for another computer and, once the copy is verified, forget it here.

        Raises:
            ShelfError: a practice case (its key lives here: save it as an own case first), or a file of that
                name is there. Otherwise as :meth:`back_up`; the case is still here then.
        """
        if self.entry(code).practice:
            raise ShelfError("casefile.error.practice_stays")
        target = self._copied(code, Path(folder) / f"{code}{codes.ENDING}", key)
        self.forget(code)
        return target

    def move_in(self, source: Path) -> Entry:
        """Copy a case file from elsewhere onto the shelf, bit for bit; the source stays where it is.

        Raises:
            NotACase, Damaged: it cannot be one. NotSaved, ReadOnly: it is not on the shelf.
        """
        disk.private_folder(self.cases)
        code = self._free(code_of(source).split(" ")[0])
        travel.copy_in(source, self.path(code))
        entry = replace(self.entry(code), expires=stamp(DAYS))
        self._index.write(entry)
        return entry

    def forget(self, code: str) -> None:
        """Forget a case: the file, its journal, all copies beside it, its keys and what the list knew of it.

        The caller has asked for confirmation and closed the file. It cannot be undone.
        """
        path = self.entry(code).path
        with suppress(CaseFileError):
            remember.forget(salt_of(path))
        for file in copies.everything(path):
            disk.erase(file)
        home.drop_practice_key(self.home, code)
        self._index.forget(code)

    def _signed(self, code: str) -> Author:  # noqa: ARG002 -- an own file is signed by its owner
        """Who signs what is done in this file."""
        return self.author

    def _copied(self, code: str, target: Path, key: Key | None) -> Path:
        return travel.copy_out(self.entry(code).path, key or self.key(code), target)

    def _free(self, wish: str) -> str:
        """The code wished for where it is one and free, else a new one."""
        taken = {code_of(path).casefold() for path in self._files()}
        try:
            return codes.checked(wish) if wish.casefold() not in taken else self.new_code(wish)
        except ShelfError:
            return self.new_code(wish)

    def _files(self) -> tuple[Path, ...]:
        return tuple(path for path in self.cases.glob(f"*{codes.ENDING}") if not path.name.startswith("."))

    def _entry_of(self, file: CaseFile) -> Entry:
        return self._index.read(file.code, file.path)

    def _note_opened(self, file: CaseFile) -> None:
        if file.path.parent == self.cases:
            entry = self._entry_of(file)
            entry = replace(entry, opened=stamp(), expires=stamp(DAYS), practice=file.practice)
            self._index.write(replace(entry, source=file.case.info.source if file.practice else ""))


def _named(case: Case | None, code: str) -> Case:
    case = case or Case()
    return replace(case, info=replace(case.info, code=code))


def _long_enough(passphrase: str) -> str:
    if len(passphrase) < SHORTEST:
        raise KeyProblem("casefile.error.phrase_short", shortest=SHORTEST)
    return passphrase
