"""Pictures of the example: two whole pages on Material, and parts of pages, each on four themes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, FloatRect

from tests.browser.pictures.scenes import Picture, Scene, as_image, opened, put_together
from tests.browser.shots import ROOT, Scheme, address, build_site

THEMES: Mapping[str, Scheme] = {"material": "light", "mkdocs": "dark", "readthedocs": "light", "terminal": "light"}
PARTS = {
    "cards": ("blog/category/field-notes", ".iroco-cards", 0.62),
    "covers": ("blog", ".iroco-entries > :nth-child(4)", 0.8),
    "series": ("blog/2024/02/02/thirty-one-pictures", ".iroco-parts", 0.6),
    "related": ("blog/2024/02/02/thirty-one-pictures", ".iroco-footer", 0.6),
}
"""Of each picture the page, the element that it begins with and is as wide as, and its height as a share of that."""
PAGES = {"index": "blog", "post": "blog/2024/02/02/thirty-one-pictures"}
"""The pages that the README and the manual begin with, on Material."""
WINDOW, TILE_WIDTH, MARGIN = 1100, 410, 16
BOARD = """<style>
  body { display: grid; grid-template-columns: auto auto; gap: 10px; margin: 0; padding: 10px; background: #9aa5a5; }
  figure { margin: 0; } img { display: block; } figcaption { font: 14px/1.6 sans-serif; }
</style>"""


def build(root: Path) -> Iterator[Picture]:
    """Build the example on each theme, and yield its pictures."""
    sites = {theme: build_site(theme, folder=root / theme) for theme in THEMES}

    def scene(theme: str, where: str) -> Scene:
        return Scene("example-site", theme, ROOT / "example-site", sites[theme], address(sites[theme], where))

    for name, where in PAGES.items():
        yield Picture(f"{name}.png", [scene("material", where)], shoot_page)
    for part, (where, element, share) in PARTS.items():
        scenes = [scene(theme, where) for theme in THEMES]
        yield Picture(f"themes-{part}.jpg", scenes, partial(shoot_parts, element, share))


def shoot_page(browser: Browser, scenes: Sequence[Scene]) -> bytes:
    """Take a picture of a page as it opens on a desk."""
    with opened(browser, scenes[0], 1280, 900) as page:
        return page.screenshot(animations="disabled")


def shoot_parts(element: str, share: float, browser: Browser, scenes: Sequence[Scene]) -> bytes:
    """Take a picture of a part of a page on all themes, each below the theme's name."""
    shots = {scene.theme: shoot_part(element, share, browser, scene) for scene in scenes}
    tiles = (
        f"<figure><figcaption>{theme}</figcaption>{as_image(shot, TILE_WIDTH)}</figure>"
        for theme, shot in shots.items()
    )
    return put_together(browser, BOARD + "".join(tiles), 2 * TILE_WIDTH + 30, type="jpeg", quality=70)


def shoot_part(element: str, share: float, browser: Browser, scene: Scene) -> bytes:
    """Take a picture of a part of a page, as a reader at a small desk sees it."""
    with opened(browser, scene, WINDOW, 900, color_scheme=THEMES[scene.theme]) as page:
        page.evaluate("document.querySelectorAll('details.iroco-parts').forEach(series => series.open = true)")
        box = page.locator(element).first.bounding_box()
        assert box
        width = min(box["width"] + 2 * MARGIN, WINDOW)
        clip: FloatRect = {"x": box["x"] - MARGIN, "y": box["y"] - MARGIN, "width": width, "height": width * share}
        return page.screenshot(animations="disabled", clip=clip, full_page=True)
