"""Every kind of page is readable, on any theme: what a browser and axe-core see of it.

`pytest tests/browser/test_readable.py --themes all` looks at every theme and size; `--themes terminal,flatly` at two.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import readable_site
from tests.browser.readable import AXE, CHROMIUM, PHONE, Eyes, report
from tests.browser.shots import served

WIDTHS = (PHONE, 820, 1440)
AT_ALL_SIZES = ("post", "index", "cards", "archive")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    named = metafunc.config.getoption("themes")
    themes = tuple(readable_site.THEMES) if named == "all" else named.split(",") if named else readable_site.FEW
    metafunc.parametrize("eyes", themes, indirect=True, scope="module")


@pytest.fixture(scope="module")
def eyes(browser: Browser, request: pytest.FixtureRequest, readable: Callable[[str], Path]) -> Iterator[Eyes]:
    """A browser on the site, built on a theme."""
    if not (CHROMIUM and AXE.is_file()) and not os.environ.get("CI"):
        pytest.skip("no chromium on the path, or no axe-core")
    with served(readable(request.param)) as base:
        yield Eyes(browser, f"{base}/", readable_site.PLAIN)


@pytest.mark.parametrize("kind", readable_site.PAGES)
def test_page_is_readable(eyes: Eyes, kind: str, request: pytest.FixtureRequest) -> None:
    theme = request.node.callspec.params["eyes"]
    schemes = ("light", "dark") if theme in readable_site.DARK else ("light",)
    chosen = list(product(WIDTHS, schemes))
    if kind not in AT_ALL_SIZES and not request.config.getoption("themes"):
        chosen = [(WIDTHS[0], schemes[0]), (WIDTHS[-1], schemes[-1])]
    faults = report(eyes, chosen, readable_site.PAGES[kind])
    assert not faults, faults
