"""One open case: edits go in, are on disk before anybody hears of them, and then everybody does.

State lives in :mod:`.live`; here is what one can do with a case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Self

from netwerk_widgets.casefile import opening
from netwerk_widgets.casefile.errors import CaseFileError, NothingToDo, UndoOther
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.live import LiveFile
from netwerk_widgets.casefile.storage import copies, drafts, history, schema
from netwerk_widgets.casefile.storage import forgetting as forget
from netwerk_widgets.casefile.storage import slips as aside
from netwerk_widgets.casefile.storage.revision import NOBODY, Author, Revision
from netwerk_widgets.casefile.storage.slips import Aside
from netwerk_widgets.casefile.storage.timeline import Moment, moments
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import Case, Person, encode
from netwerk_widgets.model.case.phases import PhaseMark
from netwerk_widgets.model.edits import Add, Edit, Remove, describe, perform
from netwerk_widgets.model.edits import changes as ch


class CaseFile(LiveFile):
    """One open case file. Make one with :meth:`create` or :meth:`open`, and :meth:`close` it.

    Attributes:
        path: where the file lies.
        case: the case as on disk.
        author: who edits here.
        writable: whether edits are taken.
        notices: what the user should know about how it was opened (read-only folder, newer format).

    >>> import tempfile
    >>> from netwerk_widgets.model.edits import AddPerson
    >>> folder = Path(tempfile.mkdtemp())
    >>> file = CaseFile.create(folder / "Linde-7.casus", Key.new(), Case(), Author("AB", "kantoor"))
    >>> file.apply(AddPerson("p1", "tante")).number, file.undo().kind
    (2, 'undo')
    >>> file.close()
    """

    @classmethod
    def create(  # noqa: PLR0913 -- said by name
        cls,
        path: Path,
        key: Key,
        case: Case,
        author: Author,
        *,
        practice: bool = False,
        message: Message | None = None,
    ) -> Self:
        """Begin a case file; ``message`` says how it began where that was not from nothing.

        Raises:
            EditError: a field of the case holds what the model refuses.
            ShelfError: a file of that name is there. NotSaved, ReadOnly: the disk refuses; no file is left.
        """
        info = replace(case.info, practice=practice, code=case.info.code or code_of(path))
        opening.begin(path, key, replace(case, info=info), author, message)
        return cls.open(path, key, author, keep_copy=False)

    @classmethod
    def open(  # noqa: PLR0913 -- said by name
        cls,
        path: Path,
        key: Key,
        author: Author,
        *,
        take_over: bool = False,
        read_only: bool = False,
        keep_copy: bool = True,
    ) -> Self:
        """Open a case file; where nothing can be written there, to read only, with a notice.

        Args:
            path: the file.
            key: its key (see :mod:`.keys`).
            author: who opens it.
            take_over: work here although another computer has it open.
            read_only: only look; also where another computer has it open.
            keep_copy: renew the last good copy beside the file.

        Raises:
            NotACase, WrongKey, Damaged: it cannot be read (``last_good`` names the copy beside it).
            InUse: another computer has it open.
        """
        opened = opening.open_store(path, key, read_only=read_only)
        try:
            file = cls(opened, key, author)
            if file.writable:
                copied = not keep_copy or copies.keep_last_good(opened.store, key)
                file._arrive(take_over=take_over)
                file._pour()
                if file.writable and not copied:
                    file.notices.append(Message("casefile.notice.no_copy"))
        except CaseFileError:
            opened.store.close()
            raise
        return file

    @property
    def practice(self) -> bool:
        """Whether this is a practice case."""
        return self.case.info.practice

    @property
    def code(self) -> str:
        """The code under which the case goes: the file's name."""
        return code_of(self.path)

    @property
    def key(self) -> Key:
        """The key of this file, for the vault and the recovery code."""
        return self._key

    def apply(self, edit: Edit, oid: str = "") -> Revision:
        """Do an edit; it is on disk when this returns.

        The same ``oid`` (the page's own id of the edit) twice gives the first revision again, and nothing is done.

        Raises:
            EditError: the edit cannot be done. NotSaved, Busy, ReadOnly, TakenOver: it was not kept.
            Nothing has changed then, in the file or here.
        """

        def plan(stamp: history.Stamp) -> Revision:
            after = perform(self.case, edit)
            named = describe(self.case if isinstance(edit, Remove) else after, edit)
            return history.edit(self._head, stamp, named, ch.diff(self.case, after))

        return self._commit(plan, oid)

    def take_in(self, case: Case, message: Message | None = None, oid: str = "") -> Revision:
        """Make the case equal to this one, as one revision that can be undone: an import, a table read back.

        Raises:
            EditError: a field holds what the model refuses. Otherwise as :meth:`apply`.
        """
        wanted = schema.tidy(case)

        def plan(stamp: history.Stamp) -> Revision:
            here = self.case.info
            after = replace(wanted, info=replace(wanted.info, code=here.code, practice=here.practice, own=here.own))
            named = message or Message("model.edit.import")
            return history.edit(self._head, stamp, named, ch.diff(self.case, after), "import")

        return self._commit(plan, oid)

    def mark(self, phase: PhaseMark, message: Message) -> Revision:
        """Note that a meeting came to a phase; it is looked back on, and no undo takes it back.

        Raises:
            As :meth:`apply`.
        """

        def plan(stamp: history.Stamp) -> Revision:
            after = perform(self.case, Add("phase", phase.id, {k: v for k, v in encode(phase).items() if k != "id"}))
            stamp = replace(stamp, author=NOBODY)
            return history.mark(self._head, stamp, message, ch.diff(self.case, after))

        return self._commit(plan, "")

    def put_aside(self, found: Aside, draft: str = "") -> int:
        """Keep what somebody wrote in a silent round, out of sight and without its author; gives how much there is.

        The ``draft`` of that id goes, and nothing of the id stays with what is put aside.

        Raises:
            NotSaved, Busy, ReadOnly, TakenOver: it was not kept.
        """
        self._must_write()
        with self._store.writing():
            self._presence.hold(self._store, writing=True)
            aside.add(self._store, found)
            drafts.commit(self._store, draft)
        return self.set_aside

    @property
    def set_aside(self) -> int:
        """How much lies aside until all is shown at once."""
        return aside.count(self._store)

    def lay_open(self, making: Callable[[Case, list[Aside]], Case], oid: str = "") -> Revision:
        """Show all that lies aside at once, shuffled, as one revision that can be undone.

        Args:
            making: what the case becomes with it.
            oid: the page's own id of this act.

        Raises:
            As :meth:`apply`; all still lies aside then.
        """

        def plan(stamp: history.Stamp) -> Revision:
            found = aside.take(self._store)
            message = Message("model.edit.silent", {"count": len(found)})
            stamp = replace(stamp, author=NOBODY)
            return history.edit(self._head, stamp, message, ch.diff(self.case, making(self.case, found)))

        return self._commit(plan, oid)

    def undo(self, oid: str = "", *, other: bool = False) -> Revision:
        """Take the last edit back; without limit, and across restarts.

        Raises:
            UndoOther: it is another person's, and ``other`` does not say that this is meant.
            NothingToDo: there is nothing to undo. Otherwise as :meth:`apply`.
        """

        def plan(stamp: history.Stamp) -> Revision:
            target = self.can_undo
            if target is None:
                raise NothingToDo("casefile.error.nothing_to_undo")
            if not other and not target.author.same(self.author):
                raise UndoOther(target)
            return history.undo(self._head, stamp, target)

        return self._commit(plan, oid)

    def redo(self, oid: str = "") -> Revision:
        """Do again what was undone last.

        Raises:
            NothingToDo: there is nothing to redo. Otherwise as :meth:`apply`.
        """

        def plan(stamp: history.Stamp) -> Revision:
            target = self.can_redo
            if target is None:
                raise NothingToDo("casefile.error.nothing_to_redo")
            return history.redo(self._head, stamp, target)

        return self._commit(plan, oid)

    def history(self, limit: int = 50, before: int | None = None) -> list[Revision]:
        """The last revisions, newest first; ``before`` a number goes further back. Empty ones are left out."""
        told = "changes <> '[]' OR kind = 'forget' OR number = 1"
        where = f"number < ? AND ({told}) ORDER BY number DESC LIMIT ?"
        return schema.revisions(self._store, where, self.revision + 1 if before is None else before, limit)

    def at(self, revision: int) -> Case:
        """The case as it was at a revision (a named version holds such a number).

        Raises:
            CaseFileError: there is no such revision.
        """
        return self._past.at(self._store, self.case, self.revision, revision)

    def timeline(self) -> list[Moment]:
        """All moments of history at which something was altered, oldest first: only when, and what kind of thing."""
        return moments(self._store)

    def taken_away(self) -> list[Person]:
        """Who stood on the map once and is known from history only, as they were last."""
        return forget.taken_away(self._store, self.case)

    def called(self) -> dict[str, set[str]]:
        """All that everybody was ever called, by id, also who was taken off the map."""
        return forget.called(self._store)

    def forget_person(self, identity: str) -> Revision:
        """Forget a person, on the map or taken off it: gone from the case, history and all words, past undoing.

        Raises:
            EditError: nobody of that id, or the last one in the middle. Otherwise as :meth:`apply`.
        """
        row = self._rewrite(lambda stamp: forget.person(self._store, self.case, identity, self._head, stamp))
        forget.sweep(self._store, self._key)
        return row

    def change_key(self, key: Key) -> None:
        """Lock the file with another key from now on, for instance that of a new pass phrase.

        All or nothing: an interruption leaves the old key valid. Copies under the old key are made anew.

        Raises:
            KeyProblem, NotSaved, Busy, ReadOnly, TakenOver: the old key still fits.
        """
        self._must_write()
        self._key = opening.change_key(self._store, self._presence, key)
        copies.renew(self._store, self._key)

    def back_up(self, target: Path) -> Path:
        """Copy the file to a place that has none of that name, without its drafts, verified by opening the copy.

        Raises:
            ShelfError: there is one. NotSaved, ReadOnly, Damaged: no copy was made.
        """
        copies.verified_copy(self._store, self._key, target, replace=False, leaving=True)
        return target


def code_of(path: Path) -> str:
    """The code of a case: the name of its file."""
    return path.name.removesuffix(".casus")
