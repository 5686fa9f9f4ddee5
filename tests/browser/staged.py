"""Views on a stage (see tests/stage): the real bundle and the real Python, without JupyterLab between them.

stage        where the views of a module's tests stand; its data folder is `stage.home`
stage_page   one page for all tests of a module; it asks for nothing outside this computer
on_stage     shows lines of a workbook's cells on that page: `on_stage("workbook.network_list()")`
network_map  the map on a fresh practice case (see maps.py)
board        a board on a practice case of its own (see boards.py): `board("wall")`
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import boards
from tests.browser.maps import BEGIN, CANVAS, NetMap
from tests.stage.scenes import MAP
from tests.stage.stage import Line, Stage

FORGET = "localStorage.clear(), sessionStorage.clear()"
Shown = TypeVar("Shown", bound=NetMap)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with Stage(tmp_path_factory.mktemp("stage")) as found:
        yield found


@pytest.fixture(scope="module")
def stage_page(browser: Browser, stage: Stage) -> Iterator[Page]:
    from .conftest import VIEWPORT, is_outside  # which finds these fixtures here

    context = browser.new_context(viewport=VIEWPORT, locale="nl-NL", reduced_motion="reduce", accept_downloads=True)
    context.set_default_timeout(30_000)
    outside: list[str] = []
    context.on("request", lambda request: outside.append(request.url) if is_outside(request.url) else None)
    yield context.new_page()
    context.close()
    assert not outside, f"asked for outside this computer: {outside}"


@pytest.fixture
def on_stage(stage: Stage, stage_page: Page) -> Callable[..., NetMap]:
    """The page is loaded for each test, with the preferences as they are at first and a practice case of its own."""
    from .conftest import VIEWPORT

    if stage_page.viewport_size != VIEWPORT:
        stage_page.set_viewport_size(VIEWPORT)
    if stage_page.url != "about:blank":
        stage_page.evaluate(FORGET)

    def shown(*lines: Line, begin: str = BEGIN, kind: type[Shown] = NetMap) -> Shown:
        stage.run(begin)
        net = kind(stage_page, stage.home, stage=stage)
        net.show(*lines)
        return net

    return shown


@pytest.fixture
def network_map(on_stage: Callable[..., NetMap]) -> NetMap:
    """The map in sight, with a fresh practice case."""
    net = on_stage(MAP).plain()
    net.until(f"{CANVAS}.look.map.mirror.people().length > 1")
    return net.rest()


@pytest.fixture
def board(on_stage: Callable[..., NetMap], stage: Stage) -> Callable[[str], NetMap]:
    folder = stage.home / "borden"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "stil.toml").write_text(boards.TEAM, encoding="utf-8")

    def opened(step: str) -> NetMap:
        net = on_stage(boards.STEPS[step])
        if step not in boards.OWN:
            expect(net.page.locator(".nw-part:visible, .nw-board:visible .nw-notice").first).to_be_visible()
        return net

    return opened
