"""A browser, for the modules of this folder that look at several sites."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.readable import CHROMIUM
from tests.browser.shots import FLAGS


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. Without it, a test is skipped, but not in CI."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no chromium on the path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
