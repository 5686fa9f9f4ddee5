"""What every view of a case shares: edits in, changes out.

The page asks ``hello`` and gets a picture; it sends an edit and, once the case file has it on disk, every view
gets the same small change. What the page sends is read strictly; what cannot be done comes back as a sentence
together with the true state.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

import traitlets

from netwerk_widgets import locale
from netwerk_widgets.canvas.surface import Surface
from netwerk_widgets.casefile.errors import CaseFileError, UndoOther
from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.library.desk import Desk, the_desk, the_own_desk
from netwerk_widgets.casefile.storage.revision import Revision
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.entities import KINDS, Case, Info, encode
from netwerk_widgets.model.edits import read_edit
from netwerk_widgets.model.edits.changes import encode_changes
from netwerk_widgets.model.errors import EditError, NetwerkError
from netwerk_widgets.model.names.privacy import warnings
from netwerk_widgets.views.following import follow
from netwerk_widgets.views.handlers import mentions as whom
from netwerk_widgets.views.handlers.files import said
from netwerk_widgets.views.handlers.own import OwnKeeping
from netwerk_widgets.views.handlers.trouble import Parting, told
from netwerk_widgets.views.messages import Offer, State
from netwerk_widgets.views.offers import offer
from netwerk_widgets.views.together import Together
from netwerk_widgets.views.unseen import Unseen

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]

NOTHING_SAID = frozenset({"unlock", "take_up", "meeting", "gather"})
"""What a view that is put away for the client still answers: the lock and the clock, nothing that was said."""

BRINGS_BYTES = frozenset({"upload"})
"""The questions that bring a file, or a part of one."""


class CaseView(Surface):
    """A view of the case that lies on the desk, or of the professional's own file where it is the own desk.

    ``own`` tells the page which of the two; an own file that is closed can be opened or begun in the view itself.
    A subclass adds to :meth:`picture` and :meth:`delta` what its front end draws from, and to the questions
    that it answers by :meth:`answers_to`.
    """

    FOR_CLIENT: ClassVar[bool] = True
    """Whether the view stays while the client looks along; a view of the own file never does."""

    own = traitlets.Bool().tag(sync=True)

    def __init__(self, desk: Desk, **traits: Any) -> None:
        super().__init__(**traits, own=desk.shelf.OWN)
        self._desk = desk
        self.together = Together()
        self._asked: dict[str, Answer] = {}
        self.answers("hello", self._hello)
        self.answers("edit", self._edit)
        self.answers("undo", self._undo)
        self.answers("redo", self._undo)
        self.answers("ask", self._ask)
        self.answers("sight", self._sight)
        self.answers_to(privacy=self._privacy, forget_person=self._forget_person, take_up=self._take_up)
        self.answers_to(**whom.questions(self) | Parting(desk).questions())
        if self.own:
            self.answers_to(**OwnKeeping(desk).questions())
        self._unseen = Unseen(self._tell, self._other_case)
        self._leave = follow(desk, self)

    @property
    def file(self) -> CaseFile:
        """The case file that this view shows.

        Raises:
            KeyProblem: no case lies on the desk.
        """
        return self._desk.there()

    @property
    def case(self) -> Case:
        """The case to draw; an empty one where none lies on the desk."""
        return self._desk.file.case if self._desk.file else Case()

    def picture(self, file: CaseFile) -> dict[str, Any]:
        """All that the page needs to draw the view anew."""
        case = self.together.case(file.case)
        return {
            "info": encode(self.named(file)),
            "entities": {
                kind: [encode(entity) for entity in case.collection(kind).values()] for kind in KINDS if kind != "info"
            },
        }

    def delta(self, file: CaseFile, revision: Revision) -> dict[str, Any]:  # noqa: ARG002 -- for subclasses
        """What the page needs to draw this revision on top of the one before."""
        return {
            "changes": [
                {key: row[key] for key in ("kind", "id", "after")}
                for row in encode_changes(self.together.changes(revision.changes))
            ]
        }

    def named(self, file: CaseFile) -> Info:
        """What the case says of itself, under the code by which its file now goes: a copy has another than it was born with."""
        return replace(self.together.case(file.case).info, code=file.code)

    def answers_to(self, **methods: Answer) -> None:
        """Answer the page's questions of these names with what the methods give."""
        self._asked |= methods

    def counted(self) -> str:
        """The view by name, with how much is in the case: how one that shows the network stands in a notebook."""
        people, ties = len(self.case.people), len(self.case.ties)
        return f"{type(self).__name__}({'own' if self.own else f'people={people}, ties={ties}'})"

    def close(self) -> None:
        """Stop following the case, then close the widget."""
        self._leave()
        self._unseen.clear()
        super().close()

    def _hello(self, content: Mapping[str, Any]) -> None:
        self._heed(content)
        if self._put_away:
            self._unseen.clear()  # all of it is told anew once the client has gone
            return
        if self.own and not self._taken_up():
            self.say("closed")
            return
        if self._desk.file is None:
            self._empty()
            return
        with self._spoken():
            self.file.poll()
            self._show()
            here = told(self.file)
            for message in self.file.notices if content.get("told") is not False and here is None else ():
                self.say("notice", message=message.wire(), level="warning")

    def _heed(self, content: Mapping[str, Any]) -> None:
        """Take in how the page now speaks, and who looks at it."""
        locale.use(str(content.get("lang", "")))
        self.together.on = content.get("together") is True

    @property
    def _put_away(self) -> bool:
        """Whether the page shows nothing of this view now, since the client looks along."""
        return self.together.on and (self.own or not self.FOR_CLIENT)

    def _taken_up(self) -> bool:
        """Whether the own file is open, or was until the kernel died and so is again."""
        with contextlib.suppress(CaseFileError):
            self._desk.resume()
        return self._desk.file is not None

    def _empty(self) -> None:
        """Say that nothing lies on the desk, so that nothing of a case that was put away stays in sight."""
        message = Message("casefile.error.empty_desk")
        self.say("empty", message=message.wire(), offer=self._desk.spare is not None)

    def _sight(self, content: Mapping[str, Any]) -> None:
        """The view came into sight, or left it."""
        self._unseen.out_of_sight = content.get("seen") is False
        if not self._unseen.out_of_sight:
            self._unseen.let_go()

    def _show(self) -> None:
        self._unseen.clear()
        self.say("picture", **self._state(), **self.picture(self.file))

    def _edit(self, content: Mapping[str, Any]) -> None:
        self._do(content, lambda oid: self.file.apply(read_edit(content.get("edit")), oid))

    def _undo(self, content: Mapping[str, Any]) -> None:
        other = content.get("other") is True
        undone = content["kind"] == "undo"
        self._do(content, lambda oid: self.file.undo(oid, other=other) if undone else self.file.redo(oid))

    def _do(self, content: Mapping[str, Any], deed: Callable[[str], Revision]) -> None:
        """Do what the page asks; what was done in a case that has left the desk waits in the page until that one is back."""
        oid, code, file = said(content, "oid", 64), said(content, "code", 64), self._desk.file
        if code and (file is None or code != file.code):
            self._other_case() if file else self._empty()
            return
        with self._spoken(oid), self._unseen.at_once():
            _without_bytes(content)
            before = self.file.revision
            revision = deed(oid)
            # No change says so where it was there already, under the same id.
            if revision.number <= before:
                self.say("change", **self._state(), oids=[oid], changes=[])

    def _ask(self, content: Mapping[str, Any]) -> None:
        identity, what = said(content, "id", 64), said(content, "what", 64)
        try:
            method = self._asked.get(what)
            if method is None:
                raise EditError("model.error.unknown_edit")
            if self._put_away and what not in NOTHING_SAID:
                raise EditError("ui.together.away")
            if what not in BRINGS_BYTES:
                _without_bytes(content)
            self.say("answer", id=identity, **method(content))
        except NetwerkError as error:
            self.say("answer", id=identity, error=error.message.wire())

    def _privacy(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        text = content.get("text")
        return {"warnings": [m.wire() for m in warnings(text)] if isinstance(text, str) else []}

    def _forget_person(self, content: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"rev": self.file.forget_person(said(content, "person", 64)).number}

    def _take_up(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Put a case that needs no asking on an empty desk; all views hear of it."""
        return {"code": self._desk.take_up().code}

    def whose(self, _content: Mapping[str, Any]) -> Mapping[str, Any]:
        """Whose initials stand with a note until another writer takes the keyboard."""
        return {"initials": self.file.author.initials}

    def changed(self, revision: Revision) -> None:
        """Tell the page what a revision changed. Called after it is on disk."""
        if not self._put_away and not self._unseen.keeps(revision):
            self._tell(revision, [revision.oid] if revision.oid else [])

    def _tell(self, revision: Revision, oids: list[str]) -> None:
        file = self.file
        delta = self.delta(file, revision)
        if revision.kind == "forget":
            delta["forgotten"] = [
                change.id for change in revision.changes if change.kind == "person" and not change.after
            ]
        self.say("change", **self._state(revision.at), oids=oids, **delta)

    def another_case(self) -> None:
        """Tell the page that another case lies on the desk; that none does, at once."""
        if self._desk.file is None or not self._unseen.keeps(None):
            self._unseen.clear()
            self._other_case()

    def _other_case(self) -> None:
        self.say("case")

    def troubled(self, error: NetwerkError) -> None:
        """Say that the case can no longer be edited here (taken over, another file in its place), and show it as it was."""
        if self._put_away:
            return
        if told(self.file) is None:
            self.say("notice", message=error.message.wire(), level="error")
        self._show()

    def eased(self) -> None:
        """Show that it can be edited again."""
        if not self._put_away:
            self._show()

    def _state(self, at: str = "") -> State:
        file = self.file
        state: State = {
            "rev": file.revision,
            "at": at or file.history(1)[0].at,
            "writable": file.writable,
            "trouble": told(file),
            "undo": self._offer(file.can_undo),
            "redo": self._offer(file.can_redo),
            # Of the other desk the page's bar must know that it holds something, and not what.
            "own_open": self.own or the_own_desk().file is not None,
        }
        if self.own:
            case = the_desk().file
            state["beside"] = {"code": case.code, "practice": case.practice} if case else None
        return state

    def _offer(self, revision: Revision | None) -> Offer | None:
        return offer(self.file, revision, self.together)

    @contextlib.contextmanager
    def _spoken(self, oid: str = "") -> Iterator[None]:
        """Say what went wrong in a sentence, with the true state after it; never a stack trace."""
        try:
            yield
        except UndoOther as error:
            message = Message("ui.undo.another") if self.together.on else error.message
            self.say("refused", oid=oid, message=message.wire(), other=self._offer(error.revision))
        except NetwerkError as error:
            if oid:
                self.say("refused", oid=oid, message=error.message.wire())
            else:
                self.say("notice", message=error.message.wire(), level="error")


def _without_bytes(content: Mapping[str, Any]) -> None:
    if content["buffers"]:
        raise EditError("model.error.unknown_field", field="buffers")
