"""The pictures of the page "Moving from Material's blog": its example, built with both plugins.

Left is Material's own plugin, right is this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.pictures.scenes import Picture, Scene, as_image, opened, put_together
from tests.manual.reading import DOCS, build_site, sections, steps, write

EXAMPLE = "Try it"
PAGES = {"index": "/blog/", "post": "/blog/2026/11/20/the-bees-are-asleep/"}
WIDTH, HEIGHT = 1280, 960
# Two screens in a row at this share of their size are still legible, and one file of about 100 kB.
SCALE = 0.7
BOARD = """<body style="margin: 0; display: flex; align-items: start; gap: 20px; background: #9aa5a5">{}{}</body>"""


def build(root: Path) -> Iterator[Picture]:
    """Follow the page's example, which builds a site with each plugin, and yield its pictures."""
    for step in steps(sections((DOCS / "material.md").read_text(encoding="utf-8"))[EXAMPLE]):
        if step.kind == "file":
            write(root, step.name, step.text)
        elif step.kind == "commands":
            build_site(root, *step.text.split()[2:])
    for name, address in PAGES.items():
        scenes = [
            Scene(f"docs/material.md, {site}", "material", root, root / site, address) for site in ("before", "after")
        ]
        yield Picture(f"material-{name}.png", scenes, shoot)


def shoot(browser: Browser, scenes: Sequence[Scene]) -> bytes:
    """Take one picture of a page on both sites, as a reader at a desk sees them."""
    shots = [shoot_page(browser, scene) for scene in scenes]
    width = round(WIDTH * SCALE)
    return put_together(browser, BOARD.format(*(as_image(shot, width) for shot in shots)), 2 * width + 20)


def shoot_page(browser: Browser, scene: Scene) -> bytes:
    """Take a picture of a page as it opens."""
    with opened(browser, scene, WIDTH, HEIGHT, color_scheme="light") as page:
        return page.screenshot(animations="disabled")
