"""Takes the pictures of the page "Moving from Material's blog": its example, built with both plugins.

    python -m tests.browser.side_by_side

Left is Material's own plugin, right is this one. The pictures go to docs/images/material-PAGE.png.
Chromium is found on the path; the variable CHROMIUM names another.
"""

from __future__ import annotations

import os
import shutil
from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.shots import FLAGS, SETTLE, served
from tests.manual.reading import DOCS, run, sections, steps, write

EXAMPLE = "Try it"
PAGES = {"index": "/blog/", "post": "/blog/2026/11/20/the-bees-are-asleep/"}
DESKTOP: ViewportSize = {"width": 1280, "height": 960}
# Two screens in a row at this share of their size are still legible, and one file of about 100 kB.
SCALE = 0.7
BOARD = """<body style="margin: 0; display: flex; gap: 20px; background: #9aa5a5">{}{}</body>"""
SHOT = '<img src="data:image/png;base64,{}" width="{}" alt="">'


def build_both(root: Path) -> tuple[Path, Path]:
    """Follow the page's example; the folders of the site before and after the change."""
    for step in steps(sections((DOCS / "material.md").read_text(encoding="utf-8"))[EXAMPLE]):
        if step.kind == "file":
            write(root, step.name, step.text)
        elif step.kind == "commands":
            run(*step.text.split(), cwd=root)
    return root / "before", root / "after"


def shoot(browser: Browser, site: Path, address: str) -> bytes:
    """A page of a site, as a reader at a desk sees it."""
    with served(site) as base:
        page = browser.new_page(viewport=DESKTOP, color_scheme="light")
        page.goto(base + address)
        page.evaluate(SETTLE)
        taken = page.screenshot(animations="disabled")
        page.close()
    return taken


def put_together(browser: Browser, shots: list[bytes], file: Path) -> None:
    """Write one picture with all shots in a row."""
    width = round(DESKTOP["width"] * SCALE)
    page = browser.new_page(viewport={"width": 2 * width + 20, "height": round(DESKTOP["height"] * SCALE)})
    page.set_content(BOARD.format(*(SHOT.format(b64encode(shot).decode(), width) for shot in shots)))
    page.evaluate(SETTLE)
    page.screenshot(path=file)
    page.close()


def main() -> None:
    """Build, serve and shoot both."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        raise SystemExit("No chromium on the path. Install it (`apt install chromium`), or name it in CHROMIUM.")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = build_both(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, address in PAGES.items():
            file = DOCS / "images" / f"material-{name}.png"
            put_together(browser, [shoot(browser, site, address) for site in sites], file)
        browser.close()


if __name__ == "__main__":
    main()
