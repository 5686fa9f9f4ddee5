"""*Mijn casussen*: begin, open, keep, back up, move, bring in and forget cases.

Nothing of this is ever kept in a trait: what the page asks it is told, once. A pass phrase lives in the one
message that carries it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from netwerk_widgets import locale
from netwerk_widgets.casefile import remember
from netwerk_widgets.casefile.desk import Desk
from netwerk_widgets.casefile.errors import CaseFileError, Damaged, InUse, KeyProblem, ShelfError, WrongKey
from netwerk_widgets.casefile.file import CaseFile, code_of
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.revision import Revision
from netwerk_widgets.casefile.strength import strength
from netwerk_widgets.model.case import Case, encode
from netwerk_widgets.model.edits import AddPerson, perform
from netwerk_widgets.views.base import CaseView, named
from netwerk_widgets.views.bringing import Importer, Reading, begin_from, on_the_page
from netwerk_widgets.views.rescue import open_copy, salvage
from netwerk_widgets.views.uploads import Uploads

Content = Mapping[str, Any]
Result = dict[str, Any]


class Examples(NamedTuple):
    """The practice cases that come with the program: their titles by name, and how one is made."""

    titles: Callable[[], Mapping[str, str]]
    make: Callable[[str], Case]


class CaseShelf(CaseView):
    """The list of one's own cases, and all that can be done with them.

    Args:
        desk: the desk on which a case comes to lie.
        importers: what reads another program's file, by the ending of its name (``.json``).
        examples: the practice cases to begin from.
        traits: ``height`` (a CSS length), and what any widget takes.

    >>> CaseShelf(desk)  # doctest: +SKIP
    CaseShelf()
    """

    def __init__(
        self,
        desk: Desk,
        *,
        importers: Mapping[str, Importer] | None = None,
        examples: Examples | None = None,
        **traits: Any,
    ) -> None:
        super().__init__(desk, view="shelf", **traits)
        self._shelf = desk.shelf
        self._importers = dict(importers or {})
        self._examples = examples
        self._uploads = Uploads()
        self._reading: Reading | None = None
        self.answers("hello", self._greeted)
        questions = {
            "cases": self._cases,
            "initials": self._initials,
            "strength": self._strength,
            "open": self._open,
            "begin": self._begin,
            "begin_practice": self._begin_practice,
            "save_as_own": self._save_as_own,
            "change_phrase": self._change_phrase,
            "keep": self._keep,
            "remember": self._remember,
            "copy": self._copy,
            "upload": self._uploads.take,
            "bring_in": self._bring_in,
            "begin_from": self._begin_from,
            "forget": self._forget,
            "take_offer": self._take_offer,
        }
        for what, method in questions.items():
            self.answers_to(what, _explained(method))

    def picture(self, file: CaseFile) -> dict[str, Any]:
        """Only which case it is: the shelf shows nothing of what is in it."""
        return {"info": encode(named(file)), "entities": {}}

    def changed(self, revision: Revision) -> None:
        """Say nothing: what is edited in a case does not alter the shelf."""

    def _greeted(self, content: Content) -> None:
        locale.use(str(content.get("lang", "")))
        if self._desk.file is not None:
            self._hello(content)

    def _cases(self, _content: Content) -> Result:
        file = self._desk.file
        return {
            "cases": [entry.wire() for entry in self._shelf.list()],
            "current": None if file is None else {"code": file.code, "practice": file.practice},
            "initials": self._shelf.initials,
            "folder": str(self._shelf.cases),
            "copies": str(_copies_folder()),
            "examples": dict(self._examples.titles()) if self._examples else {},
            "imports": list(self._importers),
            "offered": self._desk.vault.offered() or "",
        }

    def _initials(self, content: Content) -> Result:
        self._shelf.initials = _said(content, "initials")
        return {"initials": self._shelf.initials}

    def _strength(self, content: Content) -> Result:
        phrase = _said(content, "phrase")
        found = strength(phrase)
        return {"score": found.score, "message": found.message.wire(), "keyring": remember.available()}

    def _open(self, content: Content) -> Result:
        code, how = _said(content, "code"), content.get("how", "open")
        file = self._desk.file
        if file is not None and file.code == code and how == "open":
            return self._opened(file, content)
        if how in ("copy", "salvage"):
            key = self._key(content)
            found = open_copy(self._desk, code, key) if how == "copy" else salvage(self._desk, code, key)
            return self._opened(found, content)
        phrase, recovery = _phrase(content), _said(content, "recovery") or None
        return self._opened(
            self._desk.open(
                code, phrase, recovery=recovery, take_over=how == "take_over", read_only=how == "read_only"
            ),
            content,
        )

    def _begin(self, content: Content) -> Result:
        centre = perform(Case(), AddPerson("p1", _said(content, "centre"), circle=0, tie=False))
        return self._opened(self._desk.begin_own(_said(content, "phrase"), centre), content, new=True)

    def _begin_practice(self, content: Content) -> Result:
        name = _said(content, "example")
        case = self._examples.make(name) if self._examples and name else None
        return self._opened(self._desk.begin_practice(case), {})

    def _save_as_own(self, content: Content) -> Result:
        return self._opened(self._desk.save_as_own(_said(content, "phrase")), content, new=True)

    def _change_phrase(self, content: Content) -> Result:
        return {"code": self.file.code, "recovery": self._desk.change_phrase(_said(content, "phrase")).recovery_code}

    def _opened(self, file: CaseFile, content: Content, *, new: bool = False) -> Result:
        notices = list(file.notices)
        if content.get("remember") is True:
            try:
                self._shelf.remember(file)
            except KeyProblem as error:  # the case is open all the same
                notices.append(error.message)
        result: Result = {"code": file.code, "notices": [message.wire() for message in notices]}
        return result | {"recovery": file.key.recovery_code} if new else result

    def _keep(self, content: Content) -> Result:
        return self._shelf.keep(_said(content, "code"), on=content.get("on") is True).wire()

    def _remember(self, content: Content) -> Result:
        self._shelf.remember(self.file, on=content.get("on") is True)
        return {}

    def _copy(self, content: Content) -> Result:
        """A backup, or with ``move`` a copy for another computer after which the case is gone here."""
        code, folder = _said(content, "code"), _folder(content)
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

    def _bring_in(self, content: Content) -> Result:
        """A file, by its path or as an upload: a case file comes onto the shelf, another program's is read."""
        name, path = _said(content, "name"), _said(content, "path")
        source = Path(path).expanduser() if path else None
        ending = (source.suffix if source else Path(name).suffix).casefold()
        importer = self._importers.get(ending)
        if importer is not None:
            data = _bytes(source) if source else self._uploads.whole(content.get("upload"))
            self._reading = importer(data)
            return on_the_page(self._reading)
        if source is not None:
            here = source.resolve().parent == self._shelf.cases.resolve()
            return {"code": code_of(source) if here else self._shelf.move_in(source).code}
        return {"code": self._uploads.as_file(content.get("upload"), name, self._shelf.move_in).code}

    def _begin_from(self, content: Content) -> Result:
        reading, answers = self._reading, content.get("answers")
        if reading is None or not isinstance(answers, Mapping):
            raise ShelfError("shelf.error.upload")
        states = reading.answered(answers, "names" if content.get("names") == "names" else "roles")
        own = content.get("practice") is not True
        file = begin_from(self._desk, states, _said(content, "phrase") if own else None)
        self._reading = None
        return self._opened(file, content, new=own)

    def _take_offer(self, _content: Content) -> Result:
        """The file of ``netwerk open FILE`` was brought in, or the user closed the dialogue."""
        self._desk.vault.take()
        return {}

    def _forget(self, content: Content) -> Result:
        code = _said(content, "code")
        if _said(content, "typed").strip().casefold() != code.casefold():
            raise ShelfError("shelf.error.typed", code=code)
        self._desk.forget(code)
        return {}

    def _key(self, content: Content) -> Key:
        """The key of a case: of the one that lies open, as said, or as known here."""
        code, file = _said(content, "code"), self._desk.file
        if file is not None and file.code == code:
            return file.key
        return self._shelf.key(code, _phrase(content), recovery=_said(content, "recovery") or None)


def _explained(method: Callable[[Content], Result]) -> Callable[[Content], Result]:
    """The same, where an error also says by what the page can help on: another key, a copy, taking over."""

    def explained(content: Content) -> Result:
        try:
            return method(content)
        except CaseFileError as error:
            reasons = {InUse: "in_use", Damaged: "damaged", WrongKey: "wrong_key"}
            reason = next((word for kind, word in reasons.items() if isinstance(error, kind)), "")
            if error.message.key == "casefile.error.key_needed":
                reason = "key_needed"
            copy = isinstance(error, WrongKey) and error.last_good is not None
            return {"error": error.message.wire(), "reason": reason, "copy": copy}

    return explained


def _said(content: Content, field: str) -> str:
    value = content.get(field)
    return value if isinstance(value, str) and len(value) <= 1000 else ""


def _phrase(content: Content) -> str | None:
    return _said(content, "phrase") or None


def _folder(content: Content) -> Path:
    said = _said(content, "folder").strip().strip('"')
    folder = Path(said).expanduser()
    if not said or not folder.is_dir():
        raise ShelfError("shelf.error.no_folder", folder=said)
    return folder


def _copies_folder() -> Path:
    """Where a copy goes unless the user says otherwise."""
    home = Path.home()
    places = (home / name for name in ("Documents", "Documenten", "Downloads"))
    return next((place for place in places if place.is_dir()), home)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise ShelfError("casefile.error.unreachable", file=path.name) from None
