"""A workbook of boards alone, for the tests: one step a board, on the practice case."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

NAME = "99_borden"
STEPS = {
    "wall": 'workbook.board("wall", parts="said ways")',
    "gauge": 'workbook.board("caseload", parts="goes one")',
    "ladder": 'workbook.board("ladder", parts="stage early")',
    "iceberg": 'workbook.board("iceberg")',
    "words": 'workbook.board("search", parts="said try")',
    "call": 'workbook.board("search", parts="call")',
    "birthday": 'workbook.board("search", parts="birthday")',
    "sleeping": 'workbook.board("search", parts="sleeping said")',
    "steps": 'workbook.board("support", parts="steps heavy")',
    "works": 'workbook.board("support", parts="works")',
    "line": 'workbook.board("handover", parts="line")',
    "tasks": 'workbook.board("handover", parts="tasks since")',
    "trail": 'workbook.board("trail")',
    "slow": 'workbook.board("slow")',
    "safe": 'workbook.board("safe", parts="code danger colleague")',
    "circular": 'workbook.board("circular")',
    "cards": "workbook.question_cards()",
    "unknown": 'workbook.board("gone")',
    "part": 'workbook.board("wall", parts="said gone")',
}


def make(home: Path, steps: Mapping[str, str] = STEPS) -> str:
    """Write the workbook where `netwerk` looks for workbooks; gives its name."""
    cells = []
    for step, code in steps.items():
        for lang in ("nl", "en"):
            title = "Bord" if lang == "nl" else "Board"
            mark = {"netwerk": {"step": step, "lang": lang}}
            words = "Neem er de tijd voor. Niets hoeft." if lang == "nl" else "Take your time. Nothing is compulsory."
            cells.append(new_markdown_cell(f"## {title}: {step}\n\n{words}", metadata=mark))
        source = f"from netwerk_widgets import workbook\n\n{code}"
        cells.append(new_code_cell(source, metadata={"netwerk": {"step": step}}))
    book = new_notebook(cells=cells)
    book.metadata["netwerk"] = {"workbook": NAME, "title": {"nl": "Borden", "en": "Boards"}}
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    folder = home / "werkboeken"
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(book, folder / f"{NAME}.ipynb")
    return NAME
