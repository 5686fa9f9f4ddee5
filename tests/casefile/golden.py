"""Case files as the program wrote them once, kept as they are: ``python -m tests.casefile.golden`` wrote these two.

Both hold the same case with its history and something of every kind, one by each engine. They are never written anew
when the program changes, since users' files are not either.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from netwerk_widgets.casefile.file import CaseFile
from netwerk_widgets.casefile.keys import Key
from netwerk_widgets.casefile.storage import engine
from netwerk_widgets.casefile.storage.drafts import Draft, keep, kept
from netwerk_widgets.model.case.entities import KINDS, encode
from netwerk_widgets.model.edits import Add, Change
from tests.casefile.make import ANN, small_case
from tests.casefile.test_format import everything_new

FOLDER = Path(__file__).parent / "written"
NAMES = ("SQLCipher", "MultipleCiphers")
KEY = Key(bytes(range(32)), bytes(range(100, 116)))


def golden(name: str) -> Path:
    """The file that the engine of this name wrote."""
    return FOLDER / f"{name}.casus"


def write(path: Path) -> None:
    """Something of every kind; the last act is undone, and a text is still being typed."""
    with CaseFile.create(path, KEY, small_case(), ANN) as file:
        for edit in (
            Add("tie", "t1", {"source": "ego", "target": "p1", "support": {"practical": "received"}}),
            Add("compliment", "c1", {"person": "p1", "text": "belt elke zondag"}),
            Add("version", "v1", {"name": "Na het eerste gesprek", "revision": 1, "at": "2026-11-29T10:00:00Z"}),
            Add("step", "s1", {"text": "tante Rosa bellen", "person": "p1"}),
            Change("person", "p1", {"notes": "Tante Rosa — één trap op, “altijd koffie” ☕ नीतांशु"}),
        ):
            file.apply(edit, oid=f"page.{file.revision}")
        everything_new(file)
    keep(path, KEY, [Draft("d1", "note:person:p1", "nog niet af", "", shared=True)])


def told(file: CaseFile) -> dict[str, Any]:
    """All that is in an open file, as JSON has it; without the moments, which differ between the two, and empty kinds."""
    return {
        "case": {
            kind: [encode(one) for one in held.values()] for kind in KINDS if (held := file.case.collection(kind))
        },
        "history": [[one.number, one.kind, one.oid, one.author.initials, one.message.key] for one in file.history()],
        "drafts": [[one.id, one.place, one.text] for one in kept(file.path, file.key)[0]],
        "aside": file.set_aside,
        "can": [file.can_undo is not None, file.can_redo is not None],
    }


if __name__ == "__main__":
    for kind in (engine.SQLCipher, engine.MultipleCiphers):
        engine.chosen = kind  # type: ignore[assignment]
        write(FOLDER / "Linde-7.casus")
        (FOLDER / "Linde-7.casus").rename(golden(kind.__name__))
    with CaseFile.open(golden("SQLCipher"), KEY, ANN, read_only=True) as written:
        (FOLDER / "told.json").write_text(json.dumps(told(written), ensure_ascii=False, indent=1), encoding="utf-8")
