"""The pictures of the page "Five looks", of the blogs that its tests build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, FloatRect

from tests.browser.pictures.scenes import Picture, Scene, opened
from tests.manual.looks import LOOKS, build_look

WIDTH, HEIGHT, MARGIN = 1100, 900, 16
SCALE = 0.65  # still legible, and a file of less than 40 kB


def build(root: Path) -> Iterator[Picture]:
    """Build each look, and yield its picture."""
    for look in LOOKS:
        site = build_look(root / look, look)
        scene = Scene(f"docs/looks.md, {look}", "mkdocs", root / look, site, "/blog/")
        yield Picture(f"look-{look}.png", [scene], shoot)


def shoot(browser: Browser, scenes: Sequence[Scene]) -> bytes:
    """Take a picture of a blog's index, without the page around it."""
    with opened(browser, scenes[0], WIDTH, HEIGHT, device_scale_factor=SCALE) as page:
        box = page.locator(".iroco-view").bounding_box()
        assert box
        top, left = box["y"] - MARGIN, box["x"] - MARGIN
        height = min(box["height"] + 2 * MARGIN, HEIGHT - top)
        clip: FloatRect = {"x": left, "y": top, "width": box["width"] + 2 * MARGIN, "height": height}
        return page.screenshot(animations="disabled", clip=clip)
