"""The pages that a picture of the manual shows, and how a browser opens them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.shots import SETTLE, served


@dataclass(frozen=True)
class Scene:
    """A page of a site, built of the example or of a sample of the manual."""

    origin: str
    """The example's folder, or a page of the manual and the name of its sample."""
    theme: str
    root: Path
    """The folder with `mkdocs.yml` and `docs`."""
    site: Path
    address: str
    """The page's, between two slashes."""


@dataclass(frozen=True)
class Picture:
    """A picture of the manual."""

    name: str
    """Its file's, in docs/images."""
    scenes: Sequence[Scene]
    """The pages that it shows."""
    take: Callable[[Browser, Sequence[Scene]], bytes]


@contextmanager
def opened(browser: Browser, scene: Scene, width: int, height: int, **window: Any) -> Iterator[Page]:
    """Open a page in a window of its own, and wait for its pictures and fonts."""
    with served(scene.site) as base:
        page = browser.new_page(viewport={"width": width, "height": height}, **window)
        page.goto(base + scene.address)
        page.evaluate(SETTLE)
        yield page
        page.close()


def as_image(shot: bytes, width: int) -> str:
    """Return a picture as an element, at a width."""
    return f'<img src="data:image/png;base64,{b64encode(shot).decode()}" width="{width}" alt="">'


def put_together(browser: Browser, board: str, width: int, **file: Any) -> bytes:
    """Take one picture of several, which are elements of a board."""
    page = browser.new_page(viewport={"width": width, "height": 100})
    page.set_content(board)
    page.evaluate(SETTLE)
    result = page.screenshot(full_page=True, **file)
    page.close()
    return result
