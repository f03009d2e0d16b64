"""Takes the pictures of the page "Five looks", of the blogs that its tests build.

    python -m tests.browser.looks

They go to docs/images/look-NAME.png. Chromium is found on the path; the variable CHROMIUM names another.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import FloatRect, sync_playwright

from tests.browser.readable import CHROMIUM
from tests.browser.shots import FLAGS, SETTLE, served
from tests.manual.looks import LOOKS, build_look
from tests.manual.reading import DOCS

WIDTH, HEIGHT, MARGIN = 1100, 900, 16
SCALE = 0.65  # still legible, and a file of less than 40 kB


def main() -> None:
    """Build, serve and shoot each look."""
    if CHROMIUM is None:
        raise SystemExit("No chromium on the path. Install it (`apt install chromium`), or name it in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for look in LOOKS:
            with TemporaryDirectory() as folder, served(build_look(Path(folder), look)) as base:
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE)
                page.goto(f"{base}/blog/")
                page.evaluate(SETTLE)
                box = page.locator(".iroco-view").bounding_box()
                assert box
                top, left = box["y"] - MARGIN, box["x"] - MARGIN
                height = min(box["height"] + 2 * MARGIN, HEIGHT - top)
                clip: FloatRect = {"x": left, "y": top, "width": box["width"] + 2 * MARGIN, "height": height}
                page.screenshot(path=DOCS / "images" / f"look-{look}.png", animations="disabled", clip=clip)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
