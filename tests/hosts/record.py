"""Rows of the manual's table for hosts and themes: what tests say that they check there, once all of them pass.

`nox -- --update` has pytest load this file in each environment. `BLOG_ROW` names the row, if there is one.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.declared import declared
from tools.neighbours_table import FILE, Row, dump, read_rows

TRIED = {
    "MkDocs": ("mkdocs", "https://www.mkdocs.org/"),
    "Material for MkDocs": ("mkdocs-material", "https://squidfunk.github.io/mkdocs-material/"),
    "MaterialX": ("mkdocs-materialx", "https://jaywhj.github.io/mkdocs-materialx/"),
    "ProperDocs": ("properdocs", "https://properdocs.org/"),
}
"""Rows by name: the package, and where its manual is."""

_passed: set[tuple[str, str]] = set()


def sentences(name: str) -> tuple[str, ...]:
    """What the tests say that they check of a host or theme."""
    return tuple(dict.fromkeys(said for of, said in declared(Path(__file__).parent) if of == name))


def write(name: str) -> None:
    """Write a row, with the version that is installed: below those of plugins, in the order of `TRIED`."""
    package, home = TRIED[name]
    row = Row("host", name, package, version(package), home, sentences(name))
    order = {("host", known): at for at, known in enumerate(TRIED)}
    rows = [row, *(one for one in read_rows() if (one.kind, one.name) != ("host", name))]
    FILE.write_text(dump(sorted(rows, key=lambda one: order.get((one.kind, one.name), -1))), encoding="utf-8")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Have a report carry what its test says: it may be read by another process."""
    report = yield
    report.user_properties.extend(("checks", list(mark.args)) for mark in item.iter_markers("checks"))
    return report


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note what was seen to pass, for one theme at least."""
    if report.when == "call" and report.passed:
        for kind, given in report.user_properties:
            if kind == "checks" and isinstance(given, list):
                _passed.add((given[0], given[1]))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Write the row, where nothing failed and nothing that it says was skipped."""
    name = os.environ["BLOG_ROW"]
    if name and exitstatus == 0 and not hasattr(session.config, "workerinput"):
        skipped = [said for said in sentences(name) if (name, said) not in _passed]
        assert not skipped, f"Not run here: {skipped}"
        write(name)
