"""Looking back: any moment of a long history, and the difference between two versions."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.library.desk import Desk
from netwerk_widgets.casefile.library.shelf import Shelf
from netwerk_widgets.model.case.entities import Case
from netwerk_widgets.model.edits import Add, AddPerson, Place, Put, Remove, SetSupport, perform
from netwerk_widgets.model.edits.difference import difference
from netwerk_widgets.views.replay import Replay
from tests.benchmarks.networks import network
from tests.benchmarks.report import Report, median

PEOPLE = 150
REVISIONS = 5000
SEEKS = 60


def seek(report: Report, repeats: int) -> None:
    """What the kernel takes for a moment: first ever, anywhere, and the next one."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Shelf(Path(folder)))
        desk.begin_practice(network(PEOPLE))
        file = desk.file
        assert file is not None
        for number in range(REVISIONS - file.revision):
            file.apply(Place(((f"p{2 + number % (PEOPLE - 1)}", 20.0 + number % 300, 60.0),)))
        replay = _Caught(desk)
        replay.ask("hello", {"kind": "hello", "lang": "nl"})
        report.most("the time line of 5,000 revisions", replay.timed("timeline"), 500, "ms")
        # The farthest first: nothing is remembered of the past yet.
        report.most(
            "seek to the first of 5,000 revisions, never looked back", replay.timed("seek", number=1), 150, "ms"
        )
        draw = random.Random(7)
        places = [draw.randrange(1, REVISIONS + 1) for _ in range(SEEKS)]
        anywhere = [replay.timed("seek", number=number) for number in places]
        report.most("seek anywhere in 5,000 revisions, median", median(anywhere), 150, "ms")
        report.most("seek anywhere in 5,000 revisions, the slowest", max(anywhere), 150, "ms")
        steps = [replay.timed("seek", number=n + 1, **{"from": n}) for n in range(2000, 2000 + SEEKS)]
        report.most("the next of 5,000 revisions", median(steps), 40, "ms")
        desk.close()


class _Caught:
    """A replay whose messages to the page are caught."""

    def __init__(self, desk: Desk) -> None:
        self.said: list[Any] = []
        self.view = Replay(desk)
        self.view.send = lambda content, buffers=None: self.said.append(content)  # type: ignore[method-assign]

    def ask(self, what: str, message: dict[str, Any]) -> Any:
        self.view._receive(self.view, {"kind": "ask", "id": "q", "what": what, **message}, [])
        return self.said[-1]

    def timed(self, what: str, **content: Any) -> float:
        begin = time.perf_counter()
        answer = self.ask(what, content)
        spent = 1000 * (time.perf_counter() - begin)
        assert "error" not in answer
        return spent


def versions(report: Report, repeats: int) -> None:
    """The difference between two versions of 150 people, in which everybody differs or a few do."""
    before = network(PEOPLE)
    for name, after in (("everybody", everybody(before)), ("a tenth", some(before))):
        times = []
        for _ in range(max(5, repeats)):
            begin = time.perf_counter()
            found = difference(before, after)
            sentences = [line.sentence.wire() for line in found.lines]
            times.append(1000 * (time.perf_counter() - begin))
            assert len(sentences) >= PEOPLE / 20
        report.most(f"difference between two versions of 150 people, {name}", median(times), 50, "ms")


def everybody(case: Case) -> Case:
    """Each of them put elsewhere and said something new of; some gone, some come."""
    people = [person for person in case.people if person != "ego"]
    for number, person in enumerate(people):
        case = perform(case, Put((person,), circle=1 + number % 3))
        case = perform(case, SetSupport(person, "practical", ("given", "received", "both")[number % 3]))
        case = perform(case, Add("compliment", f"c{number}", {"person": person, "text": "fijn"}))
    case = perform(case, Remove(tuple(("person", person) for person in people[:20])))
    for number in range(20):
        case = perform(case, AddPerson(f"n{number}", f"nieuw {number}", circle=2))
    return case


def some(case: Case) -> Case:
    """One in ten put elsewhere."""
    for person in [person for person in case.people if person != "ego"][::10]:
        case = perform(case, Put((person,), circle=1 if case.people[person].circle != 1 else 2))
    return case
