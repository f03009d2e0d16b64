"""The pictures of the page "Show posts on any page", of the samples that its tests build, on Material."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, FloatRect

from tests.browser.pictures.scenes import Picture, Scene, opened
from tests.manual.anywhere import MATERIAL, PICTURES, build_section

WIDTH, HEIGHT, MARGIN = 1000, 1400, 12


def build(root: Path) -> Iterator[Picture]:
    """Build each sample, and yield its picture."""
    for name, (title, page) in PICTURES.items():
        site = build_section(root / name, title, MATERIAL)
        address = f"/{page}/" if page else "/"
        scene = Scene(f"docs/anywhere.md, {name}", "material", root / name, site, address)
        yield Picture(f"anywhere-{name}.jpg", [scene], shoot)


def shoot(browser: Browser, scenes: Sequence[Scene]) -> bytes:
    """Take a picture of a page's text, from its title to the end of its posts."""
    with opened(browser, scenes[0], WIDTH, HEIGHT) as page:
        text, posts = page.locator("h1").bounding_box(), page.locator(".iroco-insert").bounding_box()
        assert text
        assert posts
        left, top = text["x"] - MARGIN, text["y"] - MARGIN
        height = posts["y"] + posts["height"] + MARGIN - top
        clip: FloatRect = {"x": left, "y": top, "width": text["width"] + 2 * MARGIN, "height": height}
        return page.screenshot(animations="disabled", clip=clip, type="jpeg", quality=70)
