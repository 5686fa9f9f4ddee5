"""The table of examples: what names somebody and what does not, for all who ask (see examples.json).

``roles`` are the people P1, P2 ...; ``go`` are the places in the text that name somebody, in order, with whom (by place in
``roles``). What stands in no such place must stay.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from netwerk_widgets.model.case.entities import Case, Person
from netwerk_widgets.model.case.letters import composed

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Example:
    kind: str
    roles: tuple[str, ...]
    text: str
    go: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def people(self) -> list[tuple[str, str]]:
        return [(f"p{at}", role) for at, role in enumerate(self.roles, 1)]

    @property
    def case(self) -> Case:
        return case_of(*self.roles)

    def with_words(self, word) -> str:
        """The text with another word in each place; None leaves it."""
        rest, done = composed(self.text), ""
        for written, people in self.go:
            before, found, rest = rest.partition(composed(written))
            assert found, f"{written!r} is not in the text"
            done += before + (found if (put := word(people)) is None else put)
            if put_space(done, rest):
                done += " "
        return done + rest


def put_space(done: str, rest: str) -> bool:
    """A figure right after a label would make it another's."""
    return rest[:1].isdigit() and done[-1:].isalnum() and not done[-1:].isalpha()


def case_of(*roles: str) -> Case:
    people = {f"p{at}": Person(f"p{at}", number=at, role=role) for at, role in enumerate(roles, 1)}
    return Case(people=people)


def examples() -> list[Example]:
    rows = json.loads((FOLDER / "examples.json").read_text(encoding="utf-8"))
    go = lambda row: tuple((written, tuple(people)) for written, people in row["go"])  # noqa: E731
    return [Example(row["kind"], tuple(row["roles"]), row["text"], go(row)) for row in rows]
