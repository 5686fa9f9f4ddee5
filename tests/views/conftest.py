"""A desk with a small case on it, and views whose messages to the page are caught."""

import pytest

from netwerk_widgets.canvas.surface import Surface
from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.exchange import easynwk
from netwerk_widgets.exchange.content import Example as Told
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import perform, read_edit
from netwerk_widgets.views.shelf import CaseShelf, Examples
from tests.views.declared import undeclared, unexpected

PHRASE = "vijf natte laarzen dansen"
OTHER = "zeven droge sokken slapen"
EDITS = (
    {"edit": "add_person", "id": "mo", "role": "Mo", "circle": 0},
    {"edit": "add_person", "id": "tante", "role": "tante", "x": 60, "y": -160},
    {"edit": "add_person", "id": "begeleider", "role": "begeleider", "x": -200, "y": -30},
)


@pytest.fixture
def desk(tmp_path):
    case = Case()
    for edit in EDITS:
        case = perform(case, read_edit(edit))
    made = Desk(Shelf(tmp_path))
    made.shelf.initials = "AB"
    made.begin_practice(case)
    yield made
    made.close()


@pytest.fixture
def told(monkeypatch):
    """All that any view says to its page: pairs of the view and the message; each is as its kind was declared.

    Bytes beside a message stand in it as ``buffers``, as the page has them.
    """
    said = []

    def send(self, content, buffers=None):
        said.append((self, {**content, "buffers": buffers} if buffers else content))

    monkeypatch.setattr(Surface, "send", send)
    yield said
    assert [fault for view, message in said for fault in undeclared(message, view)] == []


@pytest.fixture
def page(told):
    """Sends a message as the page would, with bytes beside it; gives what that view said since."""

    def send(view, *, buffers=(), **message):
        before = len(told)
        view._receive(view, message, [memoryview(one) for one in buffers])
        said = [content for who, content in told[before:] if who is view]
        asked = str(message.get("what", ""))
        assert [fault for one in said if one["kind"] == "answer" for fault in unexpected(asked, one)] == []
        return said

    return send


@pytest.fixture
def shelf(desk, told):
    examples = Examples(lambda: {"leeg": Told("Een leeg netwerk", "Er is nog niemand.")}, lambda _name: Case())
    return CaseShelf(desk, importers={".json": easynwk.read}, examples=examples)


@pytest.fixture
def ask(shelf, page):
    def asked(what, **content):
        return next(m for m in page(shelf, kind="ask", id="q1", what=what, **content) if m["kind"] == "answer")

    return asked


@pytest.fixture
def own(ask):
    """The code of an own case that lies open."""
    return ask("begin", phrase=PHRASE, centre="Sam")["code"]
