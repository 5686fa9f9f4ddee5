"""The workbooks execute in both languages, hold no output and say the same in Dutch and in English."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
WORKBOOKS = sorted((ROOT / "workbooks").glob("*.ipynb"))
NAMES = [path.stem for path in WORKBOOKS]


def cells(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def test_there_are_workbooks():
    assert NAMES[:2] == ["00_start", "01_netwerk_in_kaart"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nbval_executes_every_workbook(language, tmp_path):
    settings = {**os.environ, "NETWERK_HOME": str(tmp_path), "NETWERK_LANG": language, "JUPYTER_PLATFORM_DIRS": "1"}
    command = [sys.executable, "-m", "pytest", "--nbval-lax", "-q", "-p", "no:cacheprovider", *map(str, WORKBOOKS)]
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    code = sum(cell["cell_type"] == "code" for path in WORKBOOKS for cell in cells(path))
    assert f"{code} passed" in done.stdout


@pytest.mark.parametrize("path", WORKBOOKS, ids=NAMES)
def test_a_workbook_is_valid_and_holds_no_output(path):
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    assert "widgets" not in book.metadata
    for cell in book.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None
            assert len(cell.source.splitlines()) <= 12


@pytest.mark.parametrize("path", WORKBOOKS, ids=NAMES)
def test_every_step_speaks_both_languages(path):
    steps = {}
    for cell in cells(path):
        mark = cell["metadata"]["netwerk"]
        steps.setdefault(mark["step"], []).append(mark.get("lang", cell["cell_type"]))
    for step, parts in steps.items():
        assert {"nl", "en", "code"} <= set(parts), f"{path.stem}: {step} lacks one of nl, en and a view"


@pytest.mark.parametrize("path", WORKBOOKS, ids=NAMES)
def test_next_and_previous_name_workbooks_that_exist(path):
    mark = json.loads(path.read_text(encoding="utf-8"))["metadata"]["netwerk"]
    assert mark["workbook"] == path.stem
    assert set(mark["title"]) == {"nl", "en"}
    for way in ("next", "previous"):
        assert mark.get(way) in (None, *NAMES)
