"""Sites in a browser's window: the one with every kind of page, and one of a few posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser import readable_site
from tests.browser.shots import served
from tests.hosts.built import Site
from tests.hosts.written import Texts, theme_name, write

WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
Window = tuple[str, Page]
"""The address of a site, with a slash at its end, and a browser's page."""


@contextmanager
def readable_window(browser: Browser, folder: Path) -> Iterator[Window]:
    """Open a window on the site with every kind of page, which was built into a folder."""
    with served(folder) as base:
        yield f"{base}/", browser.new_page(viewport=WIDE, reduced_motion="reduce")


@contextmanager
def small_window(
    browser: Browser, root: Path, theme: Mapping[str, Any], texts: Texts, **values: Any
) -> Iterator[Window]:
    """Build a site of these files on a theme, with values for `mkdocs.yml`, and open a window on it."""
    values = {"site_name": "Notes", "site_url": "https://example.org/", "plugins": ["search", "iroco-blog"], **values}
    values["theme"] = {**theme, "name": theme_name(theme["name"])}
    write(root, {**texts, "mkdocs.yml": yaml.safe_dump(values, sort_keys=False)})
    with served(Site(root).run().out) as base:
        yield f"{base}/", browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")


def opened(window: Window, kind: str, size: ViewportSize = WIDE) -> Page:
    """Open a kind of page in a window of a size."""
    base, page = window
    page.set_viewport_size(size)
    page.goto(base + readable_site.PAGES[kind])
    return page
