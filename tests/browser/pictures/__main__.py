"""Takes the manual's pictures, into docs/images, and records their sources.

    python -m tests.browser.pictures

Unless all can be taken, it writes none. Chromium is found on the path; the variable CHROMIUM names another.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.browser.pictures.record import IMAGES, RECORD, build_all, digest
from tests.browser.readable import CHROMIUM
from tests.browser.shots import FLAGS


def main() -> None:
    """Build the sites, take all pictures, then write them."""
    if CHROMIUM is None:
        raise SystemExit("No chromium on the path. Install it (`apt install chromium`), or name it in CHROMIUM.")
    with TemporaryDirectory() as folder:
        pictures = build_all(Path(folder))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            shots = {picture.name: picture.take(browser, picture.scenes) for picture in pictures}
            browser.close()
        for name, shot in shots.items():
            (IMAGES / name).write_bytes(shot)
        RECORD.write_text(json.dumps(digest(pictures), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
