"""A revision: one place in a case's history, who made it, and how it stands in the file.

Undo and redo are two stacks that live in the history rows themselves. Each row names the top of both after
it (``undo_top``, ``redo_top``) and what lies below it in the stack that it is on (``below``), so that they
survive a restart and cost one row. See :mod:`.history`.
"""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias, cast, get_args

from netwerk_widgets.casefile.errors import Damaged
from netwerk_widgets.locale import Message, Someone, words
from netwerk_widgets.model.case.annotations import Annotation, Stroke
from netwerk_widgets.model.case.entities import MEETING, Answer
from netwerk_widgets.model.case.initials import as_initials
from netwerk_widgets.model.case.letters import cut
from netwerk_widgets.model.case.phases import PhaseMark
from netwerk_widgets.model.edits.changes import Changes, decode_changes, encode_changes
from netwerk_widgets.model.errors import EditError

RevisionKind = Literal["edit", "undo", "redo", "forget", "import", "begin", "mark"]
KINDS: tuple[RevisionKind, ...] = get_args(RevisionKind)
OID = re.compile(r"[A-Za-z0-9._:-]{0,80}")
Row: TypeAlias = tuple[Any, ...]
COLUMNS = "number, at, initials, machine, kind, oid, message, changes, undo_top, redo_top, below"


@dataclass(frozen=True, slots=True)
class Author:
    """Who edits: initials as the user gave them (may be empty), and the computer's name."""

    initials: str
    machine: str

    @classmethod
    def here(cls, initials: str = "") -> Author:
        """An author at this computer."""
        return cls(as_initials(initials), platform.node()[:64] or "?")

    @classmethod
    def nobody(cls) -> Author:
        """Of what came without author, such as what a group wrote in silence: it is everybody's."""
        return cls("", "")

    def same(self, other: Author) -> bool:
        """Whether it is the same person: the same initials, or without initials the same computer; nobody is anybody."""
        if NOBODY in (self, other):
            return True
        return self.initials == other.initials and bool(self.initials or self.machine == other.machine)


NOBODY = Author.nobody()


@dataclass(frozen=True, slots=True)
class Revision:
    """One step in a case's history.

    ``number`` counts from 1 (the beginning), ``at`` is ISO 8601 in UTC, ``oid`` the page's own id of the
    edit, ``message`` the sentence that names it, ``changes`` what it altered.
    """

    number: int
    at: str
    author: Author
    kind: RevisionKind
    oid: str
    message: Message
    changes: Changes
    undo_top: int | None = None
    redo_top: int | None = None
    below: int | None = None

    def row(self) -> Row:
        """The revision as it stands in the file, in the order of ``COLUMNS``."""
        author, message = self.author, compact(encode_message(self.message))
        changes = compact(encode_changes(self.changes))
        start = (self.number, self.at, author.initials, author.machine, self.kind, self.oid)
        return (*start, message, changes, self.undo_top, self.redo_top, self.below)

    @property
    def signed(self) -> str:
        """Whose initials stand with it: of a note or line its writer's, and nobody's with what a group said in a meeting.

        All type on one keyboard then, so who works at this computer says nothing about who said it.
        """
        entities = [change.after or change.before for change in self.changes]
        if any(isinstance(e, PhaseMark) or (isinstance(e, Answer) and e.card.startswith(MEETING)) for e in entities):
            return ""
        notes = [entity for entity in entities if isinstance(entity, (Annotation, Stroke))]
        if not notes or len(notes) < len(entities):
            return self.author.initials
        writers = {note.author for note in notes}
        return writers.pop() if len(writers) == 1 else ""

    @classmethod
    def read(cls, row: Row) -> Revision:
        """A revision from the file.

        Raises:
            Damaged: the row says what no program of this version writes.
        """
        number, at, initials, machine, kind, oid, message, changes, *stacks = row
        if kind not in KINDS or not all(isinstance(part, str) for part in (at, initials, machine, oid)):
            raise Damaged("casefile.error.bad_rows")
        try:
            altered = decode_changes(json.loads(changes))
            sentence = decode_message(json.loads(message))
        except (EditError, ValueError, TypeError, AttributeError, RecursionError):
            raise Damaged("casefile.error.bad_rows") from None
        author = Author(as_initials(initials), machine[:64])
        return cls(number, at, author, cast("RevisionKind", kind), oid, sentence, altered, *stacks)


def now(moment: datetime | None = None) -> str:
    """This moment, or another one, in UTC as history writes it."""
    return (moment or datetime.now(UTC)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def compact(data: object) -> str:
    """JSON without blanks; what UTF-8 cannot hold is escaped rather than refused."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":"))
    return text


def encode_message(value: Any) -> Any:
    """A sentence as JSON for the file, the roles in it included (the page's form leaves those out)."""
    if isinstance(value, Message):
        return {"key": value.key, "params": {name: encode_message(part) for name, part in value.params.items()}}
    if isinstance(value, Someone):
        return {"someone": value.id, "name": value.name}
    if isinstance(value, (list, tuple)):
        return [encode_message(part) for part in value]
    return value if isinstance(value, (int, float, str)) else str(value)


def decode_message(data: Any) -> Message:
    """A sentence from the file; one that this version has no words for becomes a plain one."""
    message = _part(data)
    try:
        if isinstance(message, Message) and message.text("nl"):
            return message
    except (KeyError, IndexError, ValueError, AttributeError):
        pass  # a gap of the sentence is not filled
    return Message("casefile.history.unknown")


def _part(data: Any) -> Any:
    if isinstance(data, list):
        return [_part(item) for item in data]
    if not isinstance(data, Mapping):
        return data if isinstance(data, (int, float, str)) else ""
    if "someone" in data:
        return Someone(str(data["someone"])[:32], cut(str(data.get("name", "")), 60))
    key, params = data.get("key"), data.get("params", {})
    if not isinstance(key, str) or key not in words("nl") or not isinstance(params, Mapping):
        return Message("casefile.history.unknown")
    return Message(key, {str(name): _part(part) for name, part in params.items()})
