"""Marked words in every place of a case, of an own file and of a meeting in which something can be written.

What stays in sight with the client by design (roles, good words, small steps, what the client answers) is not marked.
"""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.storage.slips import Aside
from netwerk_widgets.exchange.boards import read_boards
from netwerk_widgets.exchange.cards import deck_now
from netwerk_widgets.locale import Message
from netwerk_widgets.model.case.phases import PhaseMark
from netwerk_widgets.model.edits import Add
from netwerk_widgets.model.edits.acts import Change
from netwerk_widgets.views.handlers.slips import laid_open

SECRET, WRITER = "GEHEIM", "ZQXW"
"""What is marked: words, and the initials of whoever wrote."""
AT = "2026-03-04T10:00:00Z"
WORKBOOKS = Path(__file__).parents[1] / "workbooks"
MEETING = ("stuck", "hypothesis", "question", "advice", "minority", "intention", "not_done", "take")


def hidden_cards() -> list[str]:
    """Under what name answers are kept that are not for the client: of boards, of cards, and of what a step asks."""
    boards = read_boards().boards.values()
    parts = [board.card(part.id) for board in boards for part in board.parts if not part.for_client]
    cards = [card.id for card in deck_now().deck.cards.values() if card.audience != "client"]
    calls = re.findall(r"network_map\(([^)]*)\)", "".join(path.read_text() for path in WORKBOOKS.glob("*.ipynb")))
    calls = [call.replace('\\"', '"') for call in calls]
    asks = [found[1] for call in calls if (found := re.search(r'ask="([^"]+)"', call)) and "with_client" not in call]
    assert parts
    assert cards
    assert asks
    return [
        *parts,
        *cards,
        *(ask for ask in asks if ask not in ("centre", "story")),
        *(f"meeting.{m}" for m in MEETING),
    ]


def plant(file: CaseFile, own: CaseFile | None = None) -> None:
    """Write all of it, each an edit of its own so that history tells of each."""
    number = itertools.count()
    word = lambda: f"{SECRET} {next(number)}"  # noqa: E731
    person = next(p for p in file.case.people.values() if p.circle != 0)
    tie = next(iter(file.case.ties_of(person.id)))
    reasons = {name: word() for name in ("notes", "unsafe_why", "left_out_why", "left_out_by")}
    file.apply(Change("person", person.id, {"unsafe": True, "left_out": True, **reasons}))
    file.apply(Change("tie", tie.id, {"notes": word()}))
    file.apply(Change("info", "info", {name: word() for name in ("question", "story")}))
    for place, card in enumerate(hidden_cards()):
        file.apply(Add("answer", f"g{place}", {"card": card, "text": word(), "more": {"why": word()}, "at": AT}))
    for identity, more in {
        "n1": {"on": person.id},
        "n2": {"on": tie.id},
        "n3": {"goal": True},
        "n4": {"reply": "n1"},
    }.items():
        fields = {"text": word(), "tag": word(), "author": WRITER, "at": AT, **more}
        file.apply(Add("annotation", identity, fields))
    file.apply(Add("stroke", "s1", {"points": "0,0 80,80", "author": WRITER, "at": AT}))
    file.apply(Add("group", "u1", {"name": "huishouden", "members": person.id}))
    file.apply(Add("version", "v1", {"name": word(), "revision": file.revision, "at": AT}))
    file.mark(PhaseMark("f1", "m1", "begin", "p", word(), "", AT), Message("model.edit.phase", {"title": word()}))
    file.put_aside(Aside("hypothesis", f"{word()} over {person.role}"))
    file.put_aside(Aside("question", word()))
    file.lay_open(lambda case, found: laid_open(case, found, AT))
    file.put_aside(Aside("hypothesis", word()))
    if own is not None:
        for place, card in enumerate(hidden_cards()):
            own.apply(Add("answer", f"g{place}", {"card": card, "text": word(), "more": {"case": file.code}, "at": AT}))
        own.apply(Add("annotation", "n9", {"text": word(), "case": file.code, "author": WRITER, "at": AT}))


def marked(told: object) -> list[str]:
    """The marked words in whatever was told."""
    text = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False, default=str)
    return [text[max(0, at.start() - 40) : at.end() + 20] for at in re.finditer(f"{SECRET}|{WRITER}", text)]
