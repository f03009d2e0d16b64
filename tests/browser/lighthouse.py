"""Measures pages of the example with Lighthouse, served with gzip as a web server would.

    python -m tests.browser.lighthouse [THEME]

Lighthouse comes from npm: `npm install --prefix build/lighthouse lighthouse`; the variable LIGHTHOUSE names another.
Ends with 1 where a page of the blog has a fault, or is slow, that a page of the docs on the same theme is without.
https://github.com/GoogleChrome/lighthouse
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from tests.browser.shots import PAGES, ROOT, QuietHandler, address, build_site, served

NEEDED = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 95}
"""The scores to reach, where the theme itself reaches them."""
MEASURED = ("post-long", "index", "tag", "author", "archive")
SETTINGS = {"mkdocs": {"name": "mkdocs", "highlightjs": False}}  # a choice of colours logs an error of the theme's
FEED = '<link rel="alternate" type="application/rss+xml" href="https://plume.example/blog/feed.xml">'
"""What any plugin writes that makes a feed. Material's script takes it for a translation, and looks for its sitemap."""
SMALL = frozenset({".html", ".css", ".js", ".svg", ".xml", ".json"})


class GzipHandler(QuietHandler):
    """Serves a folder, and compresses what is text."""

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in SMALL or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


def measure(url: str) -> Mapping[str, Any]:
    """Run Lighthouse as a phone with a slow network; its report."""
    program = os.environ.get("LIGHTHOUSE") or ROOT / "build" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
    done = subprocess.run(
        [program, url, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
        env={**os.environ, "CHROME_PATH": chromium}, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def failures(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield each audit that lowers a score, apart from speed, with an element that it names."""
    for name in NEEDED:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                items = (audit.get("details") or {}).get("items") or [{}]
                for item in items:
                    place = item.get("node", {}).get("snippet") or item.get("description", "")
                    yield f"{audit['id']}: {place}" if place else audit["id"]


def plain_page(site: Path) -> str:
    """Write a page without our markup, and return its address: a page of the docs that names a feed."""
    (site / "plain").mkdir(exist_ok=True)
    html = (site / "install" / "index.html").read_text(encoding="utf-8").replace("</head>", f"{FEED}</head>", 1)
    (site / "plain" / "index.html").write_text(html, encoding="utf-8")
    return "/plain/"


def main() -> None:
    """Build, serve and measure, first a page without our markup: what fails there is the theme's."""
    theme = sys.argv[1] if len(sys.argv) > 1 else "mkdocs"
    site, faults = build_site(theme, SETTINGS.get(theme)), []
    with served(site, GzipHandler) as base:
        plain = measure(base + plain_page(site))
        known = set(failures(plain))
        fastest = round(100 * plain["categories"]["performance"]["score"])
        print(f"{theme}, a page without a blog: speed {fastest}, {', '.join(sorted(known)) or 'no faults'}")
        for name in MEASURED:
            report = measure(base + address(site, PAGES[name]))
            scores = {key: round(100 * report["categories"][key]["score"]) for key in NEEDED}
            all_faults = sorted(set(failures(report)))
            ours = [fault for fault in all_faults if fault not in known]
            print("\n  ".join([f"{theme}, {name}: {scores}", *ours, *(f"({x})" for x in all_faults if x in known)]))
            slow = scores["performance"] < min(NEEDED["performance"], fastest - 1)
            faults += [f"{name}: {fault}" for fault in ours if ":" in fault] + [f"{name}: slow"] * slow
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
