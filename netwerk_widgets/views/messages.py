"""What a view and its page say to each other: the messages by kind, and what stands in them.

What a page draws from beside these, its own view adds to the picture and the change. From these declarations come the
page's types (``netwerk_widgets.contract``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NotRequired, Required, TypeAlias, TypedDict

from netwerk_widgets.canvas.drawn import CanvasEdge, CanvasNode, CanvasOptions
from netwerk_widgets.casefile.library.index import Entry
from netwerk_widgets.locale import Sentence
from netwerk_widgets.model.case.annotations import Annotation, Stroke
from netwerk_widgets.model.case.entities import Entity, Info, Kind
from netwerk_widgets.model.case.groups import Group
from netwerk_widgets.model.case.words import Domain
from netwerk_widgets.model.edits.difference import Line
from netwerk_widgets.model.lenses.sight import Shade, View
from netwerk_widgets.model.meeting.meeting import Meeting
from netwerk_widgets.model.meeting.method import Move, Role

Way = Literal["keep", "put_back", "other", "beside", "again"]
"""A way on where a case cannot be saved (:mod:`.parting`)."""
Beside = Literal["since", "wished"]
"""What now is laid beside: an earlier version, or the wished map."""
Sign = Literal["map", "answer", "note", "stroke", "phase", "version", "other"]
"""What kind of moment of history it is."""


class Named(TypedDict, total=False):
    """What the page needs to name somebody who is not on the map."""

    id: Required[str]
    role: str
    number: int
    circle: int


class Gone(Named, total=False):
    """Somebody of then who is on the map no longer; ``back``: they may be called back."""

    x: float
    y: float
    back: Required[bool]


class Offer(TypedDict):
    """What undo or redo would do: whose it is, and what; ``gone`` are those of whom it speaks who are not on the map."""

    message: Sentence
    author: str
    mine: bool
    gone: list[Named]


class Trouble(TypedDict):
    """What keeps a case from being saved; ``apart``: what is in view is on disk no longer."""

    message: Sentence
    ways: list[Way]
    apart: bool


class OnDesk(TypedDict):
    """The case that lies beside somebody's own file."""

    code: str
    practice: bool


class State(TypedDict):
    """How a file stands: in every picture and every change."""

    rev: int
    at: str
    writable: bool
    trouble: Trouble | None
    undo: Offer | None
    redo: Offer | None
    own_open: bool
    beside: NotRequired[OnDesk | None]


class Picture(State):
    """All of a case, or of a pyvis network, which has only a name and a revision."""

    kind: Literal["picture"]
    info: Info
    network: NotRequired[str]
    entities: Mapping[Kind, list[Entity]]


class Changed(TypedDict):
    """One entity as it is after a change; None where it is no longer."""

    kind: Kind
    id: str
    after: Entity | None


class Change(State):
    """What an edit altered; ``oids`` are the page's ids of those that it did, ``forgotten`` who was forgotten for good."""

    kind: Literal["change"]
    oids: list[str]
    changes: list[Changed]
    forgotten: NotRequired[list[str]]


class Frame(TypedDict):
    """What lies under a map: circles from the centre's own outwards, in map units; sectors clockwise from the top."""

    radii: list[float]
    domains: list[Domain]


class Drawn(TypedDict):
    """A whole map as a page paints it (:mod:`.drawing`)."""

    nodes: list[CanvasNode]
    edges: list[CanvasEdge]
    options: CanvasOptions
    frame: Frame


class Differing(TypedDict):
    """What of a map is painted anew, and the ids of what went."""

    nodes: list[CanvasNode]
    edges: list[CanvasEdge]
    gone: list[str]


class BesideView(TypedDict):
    """Now beside what was, or beside what is wished: as a lens, and what differs, sentence by sentence.

    ``were``: where somebody stood who now stands elsewhere; ``wishes``: on the wished map, in which circle and domain
    somebody is wished.
    """

    lens: Beside
    version: str
    people: Mapping[str, Shade]
    ties: Mapping[str, Shade]
    sentence: Sentence
    question: Sentence
    marks: Mapping[str, Sentence]
    lines: list[Line]
    were: Mapping[str, tuple[float, float]]
    gone: list[Gone]
    wishes: NotRequired[Mapping[str, tuple[int, Domain]]]


LensView: TypeAlias = View | BesideView
"""The map through a lens, or beside another."""


class Looked(TypedDict):
    """What a change brings of what the map's page asked for last."""

    lens: str
    version: str
    view: LensView


class MapPicture(Picture, Drawn):
    """All of a map; the entities behind it are asked for."""


class ChangedNode(TypedDict, total=False):
    """How somebody looks after an edit; where they are and what they are called stands in their person among the changes."""

    id: Required[str]
    label: str
    x: float
    y: float
    size: float


class MapChange(Change):
    """What an edit altered on a map."""

    nodes: list[ChangedNode]
    edges: list[CanvasEdge]
    gone: list[str]
    look: NotRequired[Looked]


class ReplayChange(Change):
    """The moment that was added to a history: its number, when (in milliseconds) and its kind; ``anew``: ask for all."""

    moment: tuple[int, int, Sign] | None
    anew: bool


class Refused(TypedDict):
    """An edit that was not done; ``other`` is what undo asks first."""

    kind: Literal["refused"]
    oid: str
    message: Sentence
    other: NotRequired[Offer | None]


class Notice(TypedDict):
    """Something to read."""

    kind: Literal["notice"]
    message: Sentence
    level: Literal["info", "warning", "error"]


class Answered(TypedDict):
    """What was asked, under the question's id."""

    kind: Literal["answer"]
    id: str
    error: NotRequired[Sentence]


class Closed(TypedDict):
    """The own file is closed."""

    kind: Literal["closed"]


class OtherCase(TypedDict):
    """Another case lies on the desk, or none: ask anew."""

    kind: Literal["case"]


class Empty(TypedDict):
    """No case lies on the desk; ``offer``: one can be put there with one tap."""

    kind: Literal["empty"]
    message: Sentence
    offer: bool


Incoming: TypeAlias = Picture | Change | Refused | Notice | Answered | Closed | OtherCase | Empty
"""All that every view's page hears; a part of a meeting's guide hears ``meeting`` besides (:class:`Told`)."""


class AlsoDrawn(TypedDict, total=False):
    """What stands on a map besides persons and ties; what is not told is as it was."""

    annotation: list[Annotation]
    stroke: list[Stroke]
    group: list[Group]


class Earlier(Drawn):
    """The map as it was, with what stood on it besides persons and ties."""

    beside: AlsoDrawn


class Wrote(TypedDict):
    """Words that were written at a moment."""

    kind: Kind
    text: str


class Shown(TypedDict):
    """A moment of history: when (in milliseconds), whose and what it was; with it comes how its map is drawn."""

    number: int
    at: int
    author: str
    message: Sentence
    absent: list[Named]
    told: list[Wrote]
    beside: AlsoDrawn


class Last(TypedDict):
    """The meeting before: which method, who was there and in which role."""

    method: str
    members: list[tuple[str, Role]]
    ended: str


class Suited(TypedDict):
    """A family of cards that fits the phase."""

    id: str
    name: dict[str, str]


class Told(TypedDict):
    """How a meeting stands; ``questions_left`` -1: no limit."""

    meeting: Meeting | None
    last: Last
    running: bool
    left: float
    ahead: float
    spent: list[float]
    moves: list[Move]
    listening: list[str]
    speakers: list[str]
    fits: list[Suited]
    questions_left: int
    aside: int


class Example(TypedDict):
    """A practice case to choose; ``begun`` is the code of the case that was begun from it last, where there is one."""

    name: str
    title: str
    about: str
    begun: str


class Current(OnDesk):
    """The case that lies open."""

    writable: bool


class Shelved(TypedDict):
    """A shelf of encrypted files.

    ``asked``: the initials were asked once; ``copies``: where copies go unless somebody says otherwise; ``imports``: the
    endings of other programs' files that can be read; ``offered``: the file of ``netwerk open FILE``.
    """

    cases: list[Entry]
    current: Current | None
    initials: str
    asked: bool
    folder: str
    copies: str
    examples: list[Example]
    imports: list[str]
    offered: str


class Choice(TypedDict):
    """Somebody in another program's file of whom is asked what they are."""

    id: str
    options: list[str]
    suggested: str


class Read(TypedDict):
    """Another program's file as it was read; ``people`` are called so in it."""

    questions: list[Choice]
    lost: list[Sentence]
    warnings: list[Sentence]
    people: dict[str, str]


class Acts(TypedDict):
    """The last acts of a version, newest first, and how many more there are."""

    acts: list[Act]
    more: int


class Act(TypedDict):
    """What was done in a version, when and by whom."""

    at: str
    author: str
    message: Sentence


class Apart(TypedDict):
    """What is in view (``mine``) beside what lies on disk."""

    mine: Acts
    theirs: Acts
    map: list[Sentence]
    more: int
    people: list[Named]
