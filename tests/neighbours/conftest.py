"""What tests of neighbours share: sites that are built once, and a record of what passes."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import pytest

from tests.hosts.built import shut_down
from tests.hosts.once import build_faster
from tests.hosts.written import epoch
from tests.neighbours.building import Gardener
from tests.neighbours.table import Passed

NOW = "2026-11-01"
PASSED = pytest.StashKey[Passed]()


def pytest_configure(config: pytest.Config) -> None:
    """Know the mark that a test says by what it checks."""
    config.addinivalue_line("markers", "checks(neighbour, said): what the manual's table says that this test checks")
    config.stash[PASSED] = Passed()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep what passes, for the manual's table."""
    report = yield
    if report.when == "call":
        for mark in item.iter_markers("checks"):
            item.config.stash[PASSED].add(*mark.args, passed=report.passed)
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the manual's table anew, where that is asked for."""
    if session.config.getoption("--update-goldens"):
        session.config.stash[PASSED].write()


@pytest.fixture(scope="session", autouse=True)
def _quiet() -> Iterator[None]:
    """No advertisement, a clock that stands still, and nothing done twice."""
    with pytest.MonkeyPatch.context() as patch:
        build_faster(patch)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", epoch(NOW))
        yield
        shut_down()


@pytest.fixture(scope="session")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Gardener:
    """Strict builds of the garden's site: `beside("macros", place="first")`."""
    return Gardener(lambda: tmp_path_factory.mktemp("garden"))
