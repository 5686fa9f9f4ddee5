"""A workbook made for a test, in the folder that `netwerk` opens them from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import nbformat


def write_book(home: Path, name: str, steps: Mapping[str, str], layout: str = "") -> None:
    """Write a workbook whose steps each hold some words and one cell.

    Args:
        home: the NETWERK_HOME in which it is to be found.
        name: what it is called, without ``.ipynb``.
        steps: the code of each step, by the step's name.
        layout: "beside" lays the words over the view's side panel.
    """
    cells = []
    for step, code in steps.items():
        place = {"step": step, **({"layout": layout} if layout else {})}
        words = nbformat.v4.new_markdown_cell(f"## {step}\n\nEen stap om te proberen.", metadata={"netwerk": place})
        source = f"from netwerk_widgets import workbook\n\n{code}"
        cells += [words, nbformat.v4.new_code_cell(source, metadata={"netwerk": place})]
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "netwerk": {"workbook": name, "title": {"nl": "Proef", "en": "Trial"}},
    }
    folder = home / "werkboeken"
    folder.mkdir(mode=0o700, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), folder / f"{name}.ipynb")
