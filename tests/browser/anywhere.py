"""Takes the pictures of the page "Show posts on any page", of the samples that its tests build, on Material.

    python -m tests.browser.anywhere

They go to docs/images/anywhere-NAME.jpg. Chromium is found on the path; the variable CHROMIUM names another.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import FloatRect, sync_playwright

from tests.browser.readable import CHROMIUM
from tests.browser.shots import FLAGS, SETTLE, served
from tests.manual.anywhere import MATERIAL, PICTURES, build_section
from tests.manual.reading import DOCS

WIDTH, HEIGHT, MARGIN = 1000, 1400, 12


def main() -> None:
    """Build, serve and shoot each sample."""
    if CHROMIUM is None:
        raise SystemExit("No chromium on the path. Install it (`apt install chromium`), or name it in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, (title, address) in PICTURES.items():
            with TemporaryDirectory() as folder, served(build_section(Path(folder), title, MATERIAL)) as base:
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                page.goto(f"{base}/{address}")
                page.evaluate(SETTLE)
                text, posts = page.locator("h1").bounding_box(), page.locator(".iroco-insert").bounding_box()
                assert text
                assert posts
                left, top = text["x"] - MARGIN, text["y"] - MARGIN
                height = posts["y"] + posts["height"] + MARGIN - top
                clip: FloatRect = {"x": left, "y": top, "width": text["width"] + 2 * MARGIN, "height": height}
                file = DOCS / "images" / f"anywhere-{name}.jpg"
                page.screenshot(path=file, animations="disabled", clip=clip, type="jpeg", quality=70)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
