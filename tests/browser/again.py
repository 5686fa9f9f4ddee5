"""What fails in a browser is run once more, on a page loaded anew (told and counted in the root conftest.py)."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

failed: list[str] = []
"""The tests that failed since a page for several tests was loaded last."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A busy machine can make any browser late: what fails here is run once more, and told of as a rerun."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        failed.append(item.nodeid)
    return report
