"""Settles which host the tests run on, before one of them imports it, and how many examples Hypothesis tries."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.hosts.host import HOST

# The same examples in every run: a change fails where it is made, and not some day later.
# `pytest --hypothesis-profile thorough` tries more of them; `nox -s lowest` does so.
register = partial(
    settings.register_profile, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
register("quick", max_examples=30)
register("thorough", max_examples=200)
settings.load_profile("quick")


TESTS = Path(__file__).parent
SLOW = (
    "browser",
    "cli/check/test_same_messages.py",
    "cli/check/test_same_messages_of_lists.py",
    "faults",
    "hosts/builds/test_reproducible.py",
    "hosts/inserts/test_preview.py",
    "hosts/jekyll/test_manual.py",
    "hosts/jekyll/test_preview.py",
    "hosts/languages/test_versions.py",
    "hosts/serve",
    "hosts/speed/test_site_files.py",
    "hosts/speed/test_walk.py",
    "hosts/speed/test_worker.py",
    "hosts/test_host.py",
    "hosts/themes/test_accessibility.py",
    "neighbours",
)
"""Folders and files of tests that take long."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the checkout that `tests/faults` builds with, so that a test can be seen to fail where its fault still is."""
    parser.addoption("--package", type=Path, default=Path(__file__).parents[1], help="the checkout to build with")
    parser.addoption("--themes", default="", help="`all`, or names: the themes of `tests/browser`")
    parser.addoption("--walk", action="store_true", help="edit a site at random in many steps: `tests/hosts/speed`")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marks of these tests."""
    config.addinivalue_line("markers", "checks(name, said): what the manual's tables say that this test checks")
    config.addinivalue_line("markers", "slow: takes long, and is run by `make test-slow` in place of `make test`")
    config.addinivalue_line("markers", "theme: the result may differ on another theme; `tests/hosts` sets it")


def pytest_collection_finish() -> None:
    """Keep no more of what Python compiles: beside a hook, it would be a file of a site that a test reads."""
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes long."""
    for item in items:
        if any(item.path.is_relative_to(TESTS / name) for name in SLOW):
            item.add_marker("slow")


def pytest_report_header() -> str:
    """Say which host it is."""
    return f"host: {HOST}"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let no test meet what an earlier one left in this process."""
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):  # a preview's, which waits for a second without edits, and then freezes
            thread.cancel()
            thread.join()
    gc.unfreeze()  # a build that ended early: Hypothesis looks for what refers to its random numbers
    logging.getLogger(f"{HOST}.commands.build").filters.clear()  # the host's own command drops what it has said before
    # encryptcontent keeps the paths of the last site in its class.
    if module := sys.modules.get("encryptcontent.plugin"):
        module.encryptContentPlugin.setup = {}
