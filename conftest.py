"""What holds for every test: examples are drawn anew, what takes long goes first, what was run once more is counted."""

from __future__ import annotations

import secrets

import pytest
from hypothesis import HealthCheck, settings

MOST = 2
"""So many tests may be late on a busy machine; more than that have a reason."""

LONG = {"browser", "workbooks"}
"""The rooms whose files take longest. Whatever comes last is short, so that neither process of a run waits for the other."""

settings.register_profile(
    "netwerk",
    # Hypothesis's own choice under CI draws no new examples, and its deadline fails by chance on a busy machine.
    derandomize=False,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """One seed for all processes of a run."""
    settings.load_profile("netwerk")
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(secrets.randbelow(1 << 32))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long goes first (xdist would begin with the files of most tests, and end on the longest)."""
    items.sort(key=lambda item: LONG.isdisjoint(item.path.parts))


def pytest_report_header(config: pytest.Config) -> str:
    """Where something fails: the same examples again."""
    return f"examples: --hypothesis-seed={config.option.hypothesis_seed}"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run in which many tests had to be repeated is not green."""
    if session.exitstatus == pytest.ExitCode.OK and len(_repeated(session.config)) > MOST:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Why a test had to be run once more is told as fully as a failure is."""
    repeated = _repeated(terminalreporter.config)
    for report in repeated:
        terminalreporter.section(f"run once more: {report.nodeid}")
        terminalreporter.write_line(report.longreprtext)
    if len(repeated) > MOST:
        terminalreporter.section(f"{len(repeated)} tests were run once more, {MOST} may be: this run failed")


def _repeated(config: pytest.Config) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return reporter.stats.get("rerun", []) if reporter else []
