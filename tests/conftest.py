"""Settles which host the tests run on, before one of them imports it."""

from __future__ import annotations

import pytest

from tests.hosts.host import HOST


def pytest_configure(config: pytest.Config) -> None:
    """Know the mark that a test says by what it checks."""
    config.addinivalue_line("markers", "checks(name, said): what the manual's tables say that this test checks")


def pytest_report_header() -> str:
    """Say which host it is."""
    return f"host: {HOST}"
