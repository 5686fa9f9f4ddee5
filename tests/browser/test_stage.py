"""The stage as somebody uses it who works at the front end: one command, and what is changed is seen at once."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.maps import CANVAS, ROOT, STATUS, NetMap, eventually
from tests.stage.__main__ import FRONTEND
from tests.stage.scenes import SCENES

SOON = 6
"""Within how many seconds something is there; two where the machine does nothing else."""


@pytest.fixture
def frontend(tmp_path: Path) -> Path:
    """A copy of the front end, to be changed."""
    copy = tmp_path / "package" / "frontend"
    shutil.copytree(FRONTEND, copy, ignore=shutil.ignore_patterns("node_modules"))
    (copy / "node_modules").symlink_to(FRONTEND / "node_modules")
    shutil.copytree(FRONTEND.parent / "locale", copy.parent / "locale")
    return copy


def complaints(folder: Path) -> str:
    """What the command wrote on stderr."""
    return (folder / "complaints").read_text(encoding="utf-8")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Starts the command; gives the address that it prints. It ends by Ctrl-C, without a complaint."""
    begun: list[subprocess.Popen[str]] = []

    def started(*arguments: str) -> str:
        command = [sys.executable, "-m", "tests.stage", *arguments, "--no-browser", "--home", str(tmp_path / "home")]
        settings = {**os.environ, "PYTHONFAULTHANDLER": "1"}
        with (tmp_path / "complaints").open("a") as complaining:
            process = subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=complaining, text=True, env=settings
            )
        begun.append(process)
        assert process.stdout is not None
        return process.stdout.readline().strip()

    yield started
    for process in begun:
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(20) == 0
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)  # it says where it stands, and ends
            process.wait(20)
            raise AssertionError(complaints(tmp_path)) from None
    assert "Traceback" not in complaints(tmp_path)


def test_a_map_is_there_soon_and_what_is_changed_is_seen_on_the_same_case(
    start, frontend: Path, page: Page, tmp_path: Path
):
    page.goto("about:blank")
    begin = time.monotonic()
    page.goto(start("map", "--frontend", str(frontend)))
    shown = NetMap(page, tmp_path / "home")
    shown.until(f"{CANVAS}.placed.length > 5")
    assert time.monotonic() - begin < SOON
    shown.add("opa")
    code = shown.code
    view = frontend / "src" / "map" / "view.tsx"
    text = view.read_text(encoding="utf-8")
    view.write_text(text.replace('class="nw-map"', 'class="nw-map'), encoding="utf-8")  # no TypeScript: all stays
    eventually(lambda: "view.tsx" in complaints(tmp_path), 20)
    begin = time.monotonic()
    view.write_text(text.replace('class="nw-map"', 'class="nw-map changed"'), encoding="utf-8")
    shown.until("document.querySelector('.changed .nw-canvas')?.checkVisibility()")  # looked for at every frame
    assert time.monotonic() - begin < SOON
    shown.until(f"{STATUS}.code === '{code}' && {CANVAS}.placed.some(({{ text }}) => text === 'opa')")
    assert page.evaluate("fetch('/script/views.js.map').then((found) => found.json()).then((map) => map.version)") == 3


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_is_drawn(name: str, on_stage):
    page = on_stage(*SCENES[name]).page
    expect(page.locator(".nw-root")).to_have_count(len(SCENES[name]))
    for one in page.locator(".nw-root").all():
        expect(one).not_to_be_empty()


def test_a_scene_is_told_to_this_computer_alone(on_stage):
    page = on_stage(*SCENES["map"]).page
    elsewhere = page.request.get(page.url, headers={"Host": "example.org"})
    assert elsewhere.status == 404
    assert page.request.get(page.url).status == 200
