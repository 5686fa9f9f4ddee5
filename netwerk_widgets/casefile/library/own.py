"""The shelf of own files: what a professional keeps for themselves, apart from the cases.

An own file is a case file with the professional in the centre (own map, own asking for help, journal). It lies in
``<data folder>/eigen``, so that no list of cases, no copy and no export of a case ever meets it; its first row says
that it is an own file, so that it is not opened as a case by mistake, nor a case as an own file. Several people who
share a computer have one each, named after their initials.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from netwerk_widgets.casefile.errors import ShelfError
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library import home
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.casefile.storage.revision import Author
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import AddPerson, perform

PREFIX = "Eigen"
"""What the code of every own file begins with; initials follow where they were given."""


class OwnShelf(Shelf):
    """The folder of own files; :attr:`initials` say whose is begun next.

    >>> import tempfile
    >>> shelf = OwnShelf(Path(tempfile.mkdtemp()))
    >>> shelf.initials = "AB"
    >>> file = shelf.create_own("vier natte laarzen")
    >>> file.code, [person.circle for person in file.case.people.values()]
    ('Eigen-AB', [0])
    >>> file.close()
    """

    OWN = True

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder.absolute() if folder else home.data_folder() / home.OWN)

    def new_code(self, like: str = "") -> str:
        """A code with the initials in ``like``, or else with :attr:`initials`; numbered where that one is taken."""
        first = code_for(initials_of(like) if like.startswith(PREFIX) else self.initials)
        taken = self._taken()
        numbered = (f"{first}-{number}" for number in itertools.count(2))
        return next(code for code in itertools.chain([first], numbered) if code.casefold() not in taken)

    def create_own(self, passphrase: str, case: Case | None = None, *, message: Message | None = None) -> CaseFile:
        """Begin an own file, kept until its owner forgets it; print ``file.key.recovery_code``.

        Raises:
            ShelfError: there is one with these initials. Otherwise as :meth:`Shelf.create_own`.
        """
        code = code_for(self.initials)
        if code.casefold() in self._taken():
            raise ShelfError("casefile.error.own_there", code=code)
        begun = case or perform(Case(), AddPerson("p1", Message("casefile.own.me").text(), circle=0, tie=False))
        marked = replace(begun, info=replace(begun.info, own=True))
        file = super().create_own(passphrase, marked, message=message)
        self.keep(file.code)  # a journal is not thrown away after thirty days
        return file

    def create_practice(self, case: Case | None = None, *, message: Message | None = None) -> NoReturn:  # noqa: ARG002
        """Refuse: an own file is never without a pass phrase.

        Raises:
            ShelfError: always.
        """
        raise ShelfError("casefile.error.own_not_practice")

    def save_as_own(self, practice: CaseFile, passphrase: str) -> NoReturn:  # noqa: ARG002
        """Refuse: a case is not copied into an own file.

        Raises:
            ShelfError: always.
        """
        raise ShelfError("casefile.error.not_own", code=practice.code)

    def _taken(self) -> set[str]:
        return {entry.code.casefold() for entry in self.list()}

    def _signed(self, code: str) -> Author:
        """The owner, whoever works on this computer now: an own file has one author."""
        return Author.here(initials_of(code))


def code_for(initials: str) -> str:
    """The code of the own file of whoever has these initials.

    >>> code_for("a.b."), code_for("É-J"), code_for("")
    ('Eigen-AB', 'Eigen-EJ', 'Eigen')
    """
    plain = unicodedata.normalize("NFKD", initials).encode("ascii", "ignore").decode()
    letters = re.sub(r"[^A-Za-z0-9]", "", plain).upper()
    return f"{PREFIX}-{letters}" if letters else PREFIX


def initials_of(code: str) -> str:
    """The initials in the code of an own file; empty where it has none.

    >>> initials_of("Eigen-AB"), initials_of("Eigen-AB-2"), initials_of("Eigen")
    ('AB', 'AB', '')
    """
    parts = code.split("-")[1:]
    return parts[0][:12] if parts and not parts[0].isdigit() else ""
