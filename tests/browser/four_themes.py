"""Takes the manual's pictures of the example site: two whole pages, and parts of pages, each on four themes.

    python -m tests.browser.four_themes

They go to docs/images/PAGE.png and docs/images/themes-PART.jpg. Chromium is found on the path; the variable CHROMIUM
names another.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, FloatRect, sync_playwright

from tests.browser.readable import CHROMIUM
from tests.browser.shots import FLAGS, SETTLE, Scheme, address, build_site, served
from tests.manual.reading import DOCS

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
TILE = '<figure><figcaption>{}</figcaption><img src="data:image/png;base64,{}" width="{}"></figure>'


def shoot(browser: Browser, base: str, site: Path, scheme: Scheme, part: str) -> bytes:
    """A part of a site, as a reader at a small desk sees it."""
    where, element, share = PARTS[part]
    page = browser.new_page(viewport={"width": WINDOW, "height": 900}, color_scheme=scheme)
    page.goto(base + address(site, where))
    page.evaluate("document.querySelectorAll('details.iroco-parts').forEach(series => series.open = true)")
    page.evaluate(SETTLE)
    box = page.locator(element).first.bounding_box()
    assert box
    width = min(box["width"] + 2 * MARGIN, WINDOW)
    clip: FloatRect = {"x": box["x"] - MARGIN, "y": box["y"] - MARGIN, "width": width, "height": width * share}
    taken = page.screenshot(animations="disabled", clip=clip, full_page=True)
    page.close()
    return taken


def shoot_page(browser: Browser, url: str, file: Path) -> None:
    """Write a picture of a page as it opens on a desk."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(url)
    page.evaluate(SETTLE)
    page.screenshot(path=file, animations="disabled")
    page.close()


def put_together(browser: Browser, shots: Mapping[str, bytes], file: Path) -> None:
    """Write one picture with all shots, each below the name of its theme."""
    page = browser.new_page(viewport={"width": 2 * TILE_WIDTH + 30, "height": 100})
    tiles = (TILE.format(theme, b64encode(shot).decode(), TILE_WIDTH) for theme, shot in shots.items())
    page.set_content(BOARD + "".join(tiles))
    page.evaluate(SETTLE)
    page.screenshot(path=file, full_page=True, type="jpeg", quality=70)
    page.close()


def main() -> None:
    """Build and serve the example on each theme, and shoot its parts."""
    if CHROMIUM is None:
        raise SystemExit("No chromium on the path. Install it (`apt install chromium`), or name it in CHROMIUM.")
    with sync_playwright() as playwright, ExitStack() as stack:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        sites = {theme: build_site(theme) for theme in THEMES}
        bases = {theme: stack.enter_context(served(site)) for theme, site in sites.items()}
        for name, where in PAGES.items():
            url = bases["material"] + address(sites["material"], where)
            shoot_page(browser, url, DOCS / "images" / f"{name}.png")
        for part in PARTS:
            shots = {theme: shoot(browser, bases[theme], sites[theme], THEMES[theme], part) for theme in THEMES}
            put_together(browser, shots, DOCS / "images" / f"themes-{part}.jpg")
        browser.close()


if __name__ == "__main__":
    main()
