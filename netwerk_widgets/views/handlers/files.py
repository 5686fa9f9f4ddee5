"""What can be done with any encrypted file, a case or an own file: open it, change its lock, copy it, forget it.

What the page asks it is told, once; nothing of it is kept in a trait. A pass phrase lives in the one message that
carries it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.errors import CaseFileError, Damaged, InUse, KeyProblem, NotSaved, ShelfError, WrongKey
from netwerk_widgets.casefile.file import CaseFile, code_of
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.keys import ring as remember
from netwerk_widgets.casefile.keys.phrase_strength import strength
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.index import Entry
from netwerk_widgets.casefile.storage.copies import last_good
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import AddPerson, perform
from netwerk_widgets.views.handlers.rescue import open_copy, salvage
from netwerk_widgets.views.handlers.uploads import Uploads

Content = Mapping[str, Any]
Result = dict[str, Any]
Question = Callable[[Content], Result]


class Keeping:
    """The page's questions about the files on one shelf.

    Args:
        desk: the desk on which a file comes to lie.

    >>> sorted(Keeping(Desk()).questions())[:3]
    ['change_phrase', 'copy', 'forget']
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shelf = desk.shelf
        self.uploads = Uploads()
        self.elsewhere: dict[str, Entry] = {}
        """Files that could not be brought onto the shelf, since the disk is full: they are read where they lie."""

    def brought_in(self, source: Path) -> str:
        """The code of a file from elsewhere, which now lies on the shelf; on a full disk it is read where it lies.

        Raises:
            NotACase, Damaged: it cannot be a case.
        """
        code = code_of(source)
        self.elsewhere.pop(code, None)
        try:
            return self._shelf.move_in(source).code
        except NotSaved:
            self.elsewhere[code] = Entry(code, source.absolute())
        return code

    def bring_in(self, content: Content) -> Result:
        """A case file, by its path or as an upload: it comes beside what is here, never over it."""
        path = said(content, "path")
        if not path:
            upload, name = content.get("upload"), said(content, "name")
            return {"code": self.uploads.as_file(upload, name, self._shelf.move_in).code}
        source = Path(path).expanduser()
        here = source.resolve().parent == self._shelf.cases.resolve()
        return {"code": code_of(source) if here else self.brought_in(source)}

    def begin(self, content: Content) -> Result:
        """Begin a file under a pass phrase, with somebody in the middle."""
        centre = perform(Case(), AddPerson("p1", said(content, "centre"), circle=0, tie=False))
        return self.opened(self._desk.begin_own(said(content, "phrase"), centre), content, new=True)

    def shelved(self, **more: Any) -> Result:
        """What lies on the shelf and which file lies open, with what a page of cases is told besides."""
        file = self._desk.file
        return {
            "cases": [entry.wire() for entry in (*self.elsewhere.values(), *self._shelf.list())],
            "current": file and {"code": file.code, "practice": file.practice, "writable": file.writable},
            "initials": self._shelf.initials,
            "asked": True,
            "folder": str(self._shelf.cases),
            "copies": str(copies_folder()),
            "examples": [],
            "imports": [],
            "offered": "",
            **more,
        }

    def questions(self) -> dict[str, Question]:
        """What answers which question, errors included (see :func:`explained`)."""
        asked = {
            "initials": self._initials,
            "strength": self._strength,
            "open": self._open,
            "change_phrase": self._change_phrase,
            "remember": self._remember,
            "copy": self._copy,
            "forget": self._forget,
        }
        return all_explained(asked)

    def opened(self, file: CaseFile, content: Content, *, new: bool = False) -> Result:
        """What the page is told of a file that was opened; of a new one its recovery code, this once."""
        notices = list(file.notices)
        if content.get("remember") is True:
            try:
                self._shelf.remember(file)
            except KeyProblem as error:  # the file is open all the same
                notices.append(error.message)
        result: Result = {"code": file.code, "notices": [message.wire() for message in notices]}
        return result | {"recovery": file.key.recovery_code} if new else result

    def _initials(self, content: Content) -> Result:
        self._shelf.initials = said(content, "initials")
        return {"initials": self._shelf.initials}

    def _strength(self, content: Content) -> Result:
        phrase = said(content, "phrase")
        found = strength(phrase)
        return {"score": found.score, "message": found.message.wire(), "keyring": remember.available()}

    def _open(self, content: Content) -> Result:
        code, how = said(content, "code"), content.get("how", "open")
        file = self._desk.file
        if file is not None and file.code == code and file.writable and how == "open":
            return self.opened(file, content)
        if how in ("copy", "salvage"):
            key = self._key(content, of_copy=how == "copy")
            found = open_copy(self._desk, code, key) if how == "copy" else salvage(self._desk, code, key)
            return self.opened(found, content)
        phrase, recovery = _phrase(content), said(content, "recovery") or None
        away = self.elsewhere.get(code)
        looks = how == "read_only" or away is not None
        target = away.path if away else code
        found = self._desk.open(target, phrase, recovery=recovery, take_over=how == "take_over", read_only=looks)
        if away:
            found.notices.append(Message("shelf.notice.elsewhere", {"folder": str(away.path.parent)}))
        return self.opened(found, content)

    def _change_phrase(self, content: Content) -> Result:
        return {
            "code": self._desk.there().code,
            "recovery": self._desk.change_phrase(said(content, "phrase")).recovery_code,
        }

    def _remember(self, content: Content) -> Result:
        if content.get("on") is True:
            self._shelf.remember(self._desk.there())
        else:
            self._shelf.stop_remembering(said(content, "code"))
        return {}

    def _copy(self, content: Content) -> Result:
        """A backup, or with ``move`` a copy for another computer after which the case is gone here."""
        code, folder = said(content, "code"), _folder(content)
        key = self._key(content)
        if content.get("move") is not True:
            return {"path": str(self._shelf.back_up(code, folder, key))}
        open_here = self._desk.file is not None and self._desk.file.code == code
        if open_here:
            self._desk.close()
        try:
            return {"path": str(self._shelf.move_out(code, folder, key))}
        except CaseFileError:
            if open_here:  # it has not moved, so it lies where it lay
                self._desk.open(code, recovery=key.recovery_code)
            raise

    def _forget(self, content: Content) -> Result:
        code = said(content, "code")
        if said(content, "typed").strip().casefold() != code.casefold():
            raise ShelfError("shelf.error.typed", code=code)
        self._desk.forget(code)
        return {}

    def _key(self, content: Content, *, of_copy: bool = False) -> Key:
        """The key of a case: of the one that lies open, as said, or as known here.

        With ``of_copy`` for the copy beside it: what is damaged may be the very salt that goes with the phrase.
        """
        code, file = said(content, "code"), self._desk.file
        if file is not None and file.code == code:
            return file.key
        phrase, recovery = _phrase(content), said(content, "recovery") or None
        copy = last_good(self._shelf.path(code)) if of_copy and (phrase or recovery) else None
        return self._shelf.key(copy or code, phrase, recovery=recovery)


def explained(method: Question) -> Question:
    """The same, where an error also says by what the page can help on: another key, a copy, taking over."""

    def answer(content: Content) -> Result:
        try:
            return method(content)
        except CaseFileError as error:
            reasons = {InUse: "in_use", Damaged: "damaged", WrongKey: "wrong_key"}
            reason = next((word for kind, word in reasons.items() if isinstance(error, kind)), "")
            if error.message.key == "casefile.error.key_needed":
                reason = "key_needed"
            copy = isinstance(error, WrongKey) and error.last_good is not None
            return {"error": error.message.wire(), "reason": reason, "copy": copy}

    return answer


def all_explained(asked: Mapping[str, Question]) -> dict[str, Question]:
    """Questions by name, each answered with its errors :func:`explained`."""
    return {what: explained(method) for what, method in asked.items()}


def said(content: Content, field: str, longest: int = 1000) -> str:
    """What the page said in this field; nothing where that is no text, or too long a one."""
    value = content.get(field)
    return value if isinstance(value, str) and len(value) <= longest else ""


def _phrase(content: Content) -> str | None:
    return said(content, "phrase") or None


def _folder(content: Content) -> Path:
    named = said(content, "folder").strip().strip('"')
    folder = Path(named).expanduser()
    if not named or not folder.is_dir():
        raise ShelfError("shelf.error.no_folder", folder=named)
    return folder


def copies_folder() -> Path:
    """Where a copy goes unless the user says otherwise."""
    home = Path.home()
    places = (home / name for name in ("Documents", "Documenten", "Downloads"))
    return next((place for place in places if place.is_dir()), home)
