"""One browser for all modules of this folder, and the sites that several of them look at."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import readable_site
from tests.browser.readable import CHROMIUM
from tests.browser.shots import FLAGS
from tests.hosts.once import build_faster


@pytest.fixture(scope="session", autouse=True)
def faster_builds() -> Iterator[None]:
    """Work that every build repeats is done once."""
    with pytest.MonkeyPatch.context() as patched:
        build_faster(patched)
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium. Without it, a test is skipped, but not in CI."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no chromium on the path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    """Chromium without a window; those of a module are closed at its end."""
    yield chromium
    for context in chromium.contexts:
        context.close()


@pytest.fixture(scope="session")
def readable(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build the site with every kind of page on a theme, or get the same from another test. Tests only read it."""

    @cache
    def build(theme: str) -> Path:
        return readable_site.build_site(tmp_path_factory.mktemp(theme), theme)

    return build
