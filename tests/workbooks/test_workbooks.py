"""The workbooks execute in both languages, hold no output and say the same in Dutch and in English."""

import json
import os
import re
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
    nbval = ("-p", "nbval", "--nbval-lax")
    command = [sys.executable, "-m", "pytest", *nbval, "-q", "-n", "0", *map(str, WORKBOOKS)]
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
def test_words_for_the_client_speak_to_them_in_both_languages(path):
    said, steps = {}, {}
    for cell in cells(path):
        mark = cell["metadata"]["netwerk"]
        if cell["cell_type"] == "code":
            steps[mark["step"]] = "".join(cell["source"])
        if mark.get("with") is not None:
            assert mark["with"] == "client"
            said.setdefault(mark["step"], {})[mark["lang"]] = "".join(cell["source"])
    for step, words in said.items():
        assert set(words) == {"nl", "en"}, step
        assert all(re.match(r"## [^\n]+\n\n[^\n]", text) for text in words.values()), step
        # One speaks to them, and in short sentences: "the client" is how one speaks about somebody.
        assert not re.search(r"cliënt|deze persoon|\biemands\b", words["nl"]), step
        assert not re.search(r"client|this person", words["en"]), step
        for text in words.values():
            sentences = re.split(r"(?<=[.?!])\s+|\n\n", text)
            assert all(len(one.split()) <= 22 for one in sentences), step
            assert len(text) <= 330, step
    # What a map asks of the client too is asked in words to them.
    assert {step for step, source in steps.items() if "with_client=True" in source} <= set(said)


def test_a_client_finds_words_where_a_map_or_a_card_lies_before_them():
    """In the workbooks that are done with a client; the iceberg's, the mirror's and the team's are not."""
    for name in ("01", "03", "04", "05", "06", "11"):
        path = next(path for path in WORKBOOKS if path.stem.startswith(name))
        marks = [cell["metadata"]["netwerk"] | {"source": "".join(cell["source"])} for cell in cells(path)]
        spoken = {mark["step"] for mark in marks if mark.get("with") == "client"}
        drawn = {mark["step"] for mark in marks if re.search(r"network_map|question_cards|replay", mark["source"])}
        assert drawn <= spoken, name


@pytest.mark.parametrize("name", ["01", "02", "03", "04", "05", "06"])
def test_a_workbook_opens_with_what_is_hard_and_not_with_the_map(name):
    """Row P1: the first screen asks for a moment that got stuck, in one's own words."""
    path = next(path for path in WORKBOOKS if path.stem.startswith(name))
    source = next("".join(cell["source"]) for cell in cells(path) if cell["cell_type"] == "code")
    assert re.search(r'parts="(stuck|said|dilemma)', source)


@pytest.mark.parametrize("path", WORKBOOKS, ids=NAMES)
def test_next_and_previous_name_workbooks_that_exist(path):
    mark = json.loads(path.read_text(encoding="utf-8"))["metadata"]["netwerk"]
    assert mark["workbook"] == path.stem
    assert set(mark["title"]) == {"nl", "en"}
    for way in ("next", "previous"):
        assert mark.get(way) in (None, *NAMES)


ON_THE_MAP = {
    "00_start": {"welkom"},
    "01_netwerk_in_kaart": {"tekenen", "geven", "krijgen", "uit-beeld"},
    "04_ik_heb_niemand": {"toen"},
    "05_van_praktisch_naar_emotioneel": {"geven"},
    "07_spiegel": {"eigen-kaart"},
    "11_terugblik": {"naam"},
}
"""Whose question is answered by drawing: whom one sees, who may count on somebody, who was there once."""
ASKED = re.compile(r"^\*\*.+?\*\*$", re.MULTILINE)
WRITTEN = re.compile(r"workbook\.(board|notes|conversations|meeting_guide)\(")


@pytest.mark.parametrize("path", WORKBOOKS, ids=NAMES)
def test_every_question_has_a_place_for_its_answer(path):
    steps, asked = {}, {"": set(), "client": set()}
    for cell in cells(path):
        mark, source = cell["metadata"]["netwerk"], "".join(cell["source"])
        if cell["cell_type"] == "code":
            steps[mark["step"]] = steps.get(mark["step"], "") + source
        elif ASKED.search(source):
            asked[mark.get("with", "")].add(mark["step"])
    for step in asked[""] - ON_THE_MAP.get(path.stem, set()):
        assert WRITTEN.search(steps[step]) or re.search(r'ask="[^"]*\d\d\.', steps[step]), step
    for step in asked["client"] - ON_THE_MAP.get(path.stem, set()):
        theirs = re.search(r"with_client=True|client_ask=", steps[step])
        assert theirs or re.search(r"workbook\.board\(", steps[step]), step
