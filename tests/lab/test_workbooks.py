"""Workbooks: clean as shipped, copied for work, refreshed as long as nobody changed them."""

from __future__ import annotations

import json
import os

import pytest

from netwerk_widgets.lab import workbooks
from netwerk_widgets.lab.errors import LabError

SHIPPED = sorted(workbooks.shipped().glob("*.ipynb"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_workbook_is_clean_and_says_what_it_is(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    own = notebook["metadata"]["netwerk"]
    assert own["workbook"] == path.stem
    assert set(own["title"]) == {"nl", "en"}
    assert "widgets" not in notebook["metadata"]
    names = {book.stem for book in SHIPPED}
    assert {own.get("next", path.stem), own.get("previous", path.stem)} <= names
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
            assert len("".join(cell["source"]).splitlines()) <= 12


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_step_has_its_words_in_both_languages(path):
    spoken: dict[str, set[str]] = {}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            own = cell["metadata"]["netwerk"]
            spoken.setdefault(own["step"], set()).add(own["lang"])
    assert all(languages == {"nl", "en"} for languages in spoken.values())


def test_the_workbooks_lead_to_each_other_and_back():
    own = {path.stem: json.loads(path.read_text(encoding="utf-8"))["metadata"]["netwerk"] for path in SHIPPED}
    for name, book in own.items():
        if "next" in book:
            assert own[book["next"]]["previous"] == name


def test_the_start_workbook_has_a_step_that_takes_in_a_file():
    path = workbooks.shipped() / "00_start.ipynb"
    steps = [cell["metadata"]["netwerk"]["step"] for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    assert workbooks.step_that_opens(path) in steps


def test_working_copies_are_made_once_and_are_private(tmp_path):
    folder = workbooks.working_copies(tmp_path)
    assert sorted(path.name for path in folder.glob("*.ipynb")) == [path.name for path in SHIPPED]
    before = {path: path.stat().st_mtime_ns for path in folder.glob("*.ipynb")}
    workbooks.working_copies(tmp_path)
    assert before == {path: path.stat().st_mtime_ns for path in folder.glob("*.ipynb")}
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0
        assert all(path.stat().st_mode & 0o077 == 0 for path in folder.glob("*.ipynb"))


@pytest.fixture
def editions(tmp_path, monkeypatch):
    """A shipped folder with one workbook, of which a newer edition can be written."""
    shipped = tmp_path / "geleverd"
    shipped.mkdir()
    monkeypatch.setattr(workbooks, "shipped", lambda: shipped)

    def edition(text: str) -> None:
        cell = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": [text]}
        notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (shipped / "a.ipynb").write_text(json.dumps(notebook), encoding="utf-8")

    return edition


def words(folder):
    return json.loads((folder / "a.ipynb").read_text(encoding="utf-8"))["cells"][0]["source"][0]


def test_a_newer_workbook_replaces_a_copy_that_nobody_changed(editions, tmp_path):
    editions("een")
    folder = workbooks.working_copies(tmp_path)
    touched = json.loads((folder / "a.ipynb").read_text())
    touched["metadata"]["language_info"] = {"name": "python", "version": "3.13"}  # what Lab writes by itself
    (folder / "a.ipynb").write_text(json.dumps(touched))
    editions("twee")
    assert words(workbooks.working_copies(tmp_path)) == "twee"


def test_a_copy_that_somebody_changed_stays_theirs(editions, tmp_path):
    editions("een")
    folder = workbooks.working_copies(tmp_path)
    (folder / "a.ipynb").write_text((folder / "a.ipynb").read_text().replace("een", "van mij"))
    editions("twee")
    assert words(workbooks.working_copies(tmp_path)) == "van mij"
    editions("drie")
    assert words(workbooks.working_copies(tmp_path)) == "van mij"


def test_a_damaged_ledger_loses_nothing(editions, tmp_path):
    editions("een")
    folder = workbooks.working_copies(tmp_path)
    (folder / ".herkomst.json").write_text("{")
    (folder / "a.ipynb").write_text((folder / "a.ipynb").read_text().replace("een", "van mij"))
    assert words(workbooks.working_copies(tmp_path)) == "van mij"


def test_a_saved_workbook_holds_nothing_of_a_run():
    output = {"output_type": "display_data", "data": {"text/plain": "tante Truus"}, "metadata": {}}
    code = {"cell_type": "code", "execution_count": 3, "outputs": [output], "metadata": {"execution": {"a": 1}}}
    notebook = {"cells": [code, {"cell_type": "markdown", "metadata": {}}], "metadata": {"widgets": {"x": 1}}}
    workbooks.strip(notebook)
    assert "Truus" not in json.dumps(notebook)
    assert notebook["metadata"] == {}
    assert notebook["cells"][0] == {"cell_type": "code", "execution_count": None, "outputs": [], "metadata": {}}


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "werkboeken").write_text("geen map")
    with pytest.raises(LabError) as told:
        workbooks.working_copies(tmp_path)
    assert "werkboeken" in str(told.value)
