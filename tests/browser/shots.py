"""Takes pictures of the example site on six themes, as a reader on a phone or at a desk sees it.

    python tests/browser/shots.py [THEME ...]

Pictures go to build/shots/THEME/PAGE-DEVICE-SCHEME.png, with `-full` for the whole length of a post. Ends with 1
where a page of ours logs an error, asks its own site for what is not there, or scrolls sideways on a phone.
Chromium is found on the path; the variable CHROMIUM names another.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from threading import Thread
from typing import Any, Literal, get_args

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response, sync_playwright

ROOT = Path(__file__).parents[2]
OUT = ROOT / "build"

Scheme = Literal["light", "dark"]

# The example is written for Material. The others show code without the scripts that they would fetch from elsewhere.
THEMES = {
    "material": None,
    "mkdocs": {"name": "mkdocs", "color_mode": "auto", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
    "shadcn": {"name": "shadcn"},
    "terminal": {"name": "terminal"},
    "dracula": {"name": "dracula", "highlightjs": False},
}
WHOLE = ("material", "mkdocs")
"""The themes of which all pages are taken. Of the others, some show how they differ."""
WIDENED = ("dracula",)
"""The theme that its own footer makes wider than a phone."""
BRIEF: tuple[tuple[str, Scheme], ...] = (("phone", "light"), ("desktop", "dark"))
DEVICES = {"phone": (390, 844), "desktop": (1280, 900)}
# Each pattern is that of one page's folder.
POSTS = {
    "post-long": "blog/2025/01/20/what-a-kilowatt-hour*",
    "post-jekyll": "blog/2024/10/04/*rencontres*",
}
PAGES = {
    **POSTS,
    "home": ".",
    "guide": "guide/weigh-a-page",
    "index": "blog",
    "tags": "blog/tags",
    "author": "blog/author/maud",
    "archive": "blog/archive",
    "page-2": "blog/page/2",
    "category": "blog/category/engineering",
    "tag": "blog/tag/images",
    "series": "blog/series/*",
    "year": "blog/archive/2025",
    "categories": "blog/categories",
    "all-series": "blog/series",
    "authors": "blog/authors",
    "french": "journal",
}
SOME = ("post-long", "index", "tags", "archive")
# The theme `mkdocs` looks for the stylesheet of the highlighter in a dark scheme, also where a site has none.
# The theme `terminal` links to icons that it does not have.
FAULTY = ("/js/darkmode.js", "/img/favicon", "/img/android-chrome")
# The blocked network is the pages', and the browser's own look-ups are switched off with it.
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
]
# Pictures below the fold are fetched only when they come near it, which a picture of the whole page does too late.
SETTLE = """async () => {
  for (const image of document.images) image.loading = "eager"
  await Promise.all([document.fonts.ready, ...[...document.images].map(image => image.decode().catch(() => {}))])
}"""
# The elements that stick out, and lie in none that scrolls or clips by itself.
SIDEWAYS = """() => {
  if (document.scrollingElement.scrollWidth <= innerWidth) return []
  const clipped = element => element.parentElement && element.parentElement !== document.body
    && (getComputedStyle(element.parentElement).overflowX !== "visible" || clipped(element.parentElement))
  const wide = [...document.body.querySelectorAll("*")].filter(
    element => element.getBoundingClientRect().right > innerWidth + 1 && !clipped(element))
  return [`${document.scrollingElement.scrollWidth} px`,
    ...wide.slice(-3).map(element => element.cloneNode(false).outerHTML.slice(0, 120))]
}"""


@dataclass
class Watch:
    """Gathers what goes wrong in the pages of one site."""

    base: str
    """Address of the site. What comes from elsewhere is blocked, and no trouble."""
    place: str = ""
    """What is being looked at, for the reader of a trouble."""
    troubles: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", self._script_error)
        page.on("response", self._response)
        page.on("requestfailed", self._request_failed)

    def add(self, trouble: str) -> None:
        self.troubles.append(f"{self.place}: {trouble}")

    def _is_ours(self, url: str) -> bool:
        return url.startswith(self.base) and not _is_faulty(url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and self._is_ours(message.location["url"]):
            self.add(f"console: {message.text}")

    def _script_error(self, error: Error) -> None:
        if not _is_faulty(error.stack or ""):
            self.add(f"script error: {error.stack or error}")

    def _response(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST and self._is_ours(response.url):
            self.add(f"{response.status} {response.url.removeprefix(self.base)}")

    def _request_failed(self, request: Request) -> None:
        # What a page was still fetching when the next one was asked for.
        if request.url.startswith(self.base) and request.failure != "net::ERR_ABORTED":
            self.add(f"{request.failure} {request.url.removeprefix(self.base)}")


def _is_faulty(text: str) -> bool:
    return any(path in text for path in FAULTY)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder and logs nothing: what fails is seen from the browser's side."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # a page that is left stops its downloads
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name that its caller uses
        pass


def build_site(theme: str, settings: Mapping[str, Any] | None = None, folder: Path | None = None) -> Path:
    """Build the example strictly on a theme, with its settings or these; its folder."""
    folder = folder or OUT / "sites" / theme
    example = str(ROOT / "example-site" / "mkdocs.yml")
    config = load_config(example, theme=settings or THEMES[theme], site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return folder


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on a free port of this machine; its address, without a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def address(site: Path, pattern: str) -> str:
    """The address of the one page whose folder matches."""
    found = [path.parent for path in site.glob(f"{pattern}/index.html")]
    if len(found) != 1:
        raise SystemExit(f"{site}: {len(found)} pages match `{pattern}`, not one")
    return f"/{found[0].relative_to(site).as_posix()}/"


def shoot(browser: Browser, theme: str, site: Path, watch: Watch) -> int:
    """Take every picture of a site; how many."""
    out = OUT / "shots" / theme
    shutil.rmtree(out, ignore_errors=True)
    looks = product(DEVICES, get_args(Scheme)) if theme == "material" else BRIEF
    for device, scheme in looks:
        width, height = DEVICES[device]
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        watch.follow(page)
        for name in PAGES if theme in WHOLE else SOME:
            watch.place = f"{theme}, {name}, {device}, {scheme}"
            page.goto(watch.base + address(site, PAGES[name]))
            page.evaluate(SETTLE)
            file = out / f"{name}-{device}-{scheme}.png"
            page.screenshot(path=file, animations="disabled")
            if name in POSTS:
                page.screenshot(path=file.with_stem(f"{file.stem}-full"), animations="disabled", full_page=True)
            if device == "phone" and theme not in WIDENED and (wide := page.evaluate(SIDEWAYS)):
                watch.add(f"scrolls sideways: {', '.join(wide)}")
        context.close()
    return len(list(out.iterdir()))


def main() -> None:
    """Build, serve and shoot each theme."""
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.WARNING)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        raise SystemExit("No chromium on the path. Install it (`apt install chromium`), or name it in CHROMIUM.")
    troubles: list[str] = []
    with sync_playwright() as playwright:
        # Playwright starts it without a sandbox, which root needs; the pages are our own.
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for theme in sys.argv[1:] or THEMES:
            site = build_site(theme)
            with served(site) as base:
                watch = Watch(base)
                taken = shoot(browser, theme, site, watch)
            print(f"{theme}: {taken} pictures in {OUT.relative_to(ROOT)}/shots/{theme}, {len(watch.troubles)} troubles")
            troubles += watch.troubles
        browser.close()
    if troubles:
        raise SystemExit("\n".join(troubles))


if __name__ == "__main__":
    main()
