"""Reads the folder of a built site. Nothing outside of it is read, and nothing is written."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Protocol, TypeVar

from .addresses import resolve
from .feeds import may_be_feed, read_feed
from .files import list_files
from .limits import BIGGEST
from .model import Feed, Page, SiteFiles
from .page import read_page

T = TypeVar("T")
_PAGES = frozenset({".html", ".htm"})
_FEEDS = frozenset({".xml", ".atom", ".rss", ".rdf", ".json", ""})
_CHARSET = re.compile(rb"""<meta[^>]{0,80}?charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16", codecs.BOM_UTF8: "utf-8-sig"}
_OPENING = 2000
"""Bytes of a file that tell what it is."""
_SITEMAP = re.compile(rb"<loc>\s*([^<\s]+)\s*</loc>")
_LOADED = re.compile(rb"""url\(\s*["']?([^"')\s]+)""")


class Progress(Protocol):
    """Yields items, and may show how many are done."""

    def __call__(self, items: Collection[T], label: str, /) -> Iterable[T]:
        """Yield the items."""
        ...


def no_progress(items: Collection[T], label: str, /) -> Iterable[T]:  # noqa: ARG001 - as `Progress` has it
    """Yield the items, and show nothing."""
    return items


def read_site(folder: Path, progress: Progress = no_progress) -> SiteFiles:
    """Read all pages and feeds of a site."""
    files, notes = list_files(folder)
    pages: dict[str, Page] = {}
    feeds: dict[str, Feed] = {}
    theme_files: set[str] = set()
    urls: list[str] = []
    for address, path in progress(files.items(), f"Reading {folder.name or folder}"):
        match path.suffix.lower():
            case suffix if suffix in _PAGES:
                if page := _read_page(address, path):
                    pages[address] = page
            case ".css":
                theme_files.update(resolve(address, link) for link in _matches(_LOADED, _read(path)))
            case ".xml" if path.name == "sitemap.xml":
                urls += _matches(_SITEMAP, _read(path))
            case suffix if suffix in _FEEDS:
                content = _read(path) or b""
                if may_be_feed(content[:_OPENING]) and (feed := read_feed(address, content)):
                    feeds[address] = feed
    if unread := [page.address for page in pages.values() if not page.is_read]:
        notes.append(f"Too big or nested too deeply to be read: {len(unread)}, such as {unread[0]}.")
    return SiteFiles(files, pages, feeds, frozenset(theme_files), urls, notes)


def _read_page(address: str, path: Path) -> Page | None:
    """Read a page. None if the file is no text."""
    content = _read(path)
    if content is None:
        return Page(address, is_read=False)
    html = decode(content)
    return None if html is None else read_page(address, html)


def _read(path: Path) -> bytes | None:
    """Read a file. None if it is too big, or cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(BIGGEST + 1)
    except OSError:
        return None
    return None if len(content) > BIGGEST else content


def decode(content: bytes) -> str | None:
    """Decode a page as a browser would. None if it is no text."""
    opening = content[:_OPENING]
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "")
    if not encoding and b"\0" in opening:
        return None
    charset = _CHARSET.search(opening)
    encoding = encoding or (charset[1].decode("ascii") if charset else "utf-8")
    try:
        return content.decode(encoding, errors="replace")
    except (LookupError, ValueError):  # no such encoding, or one that is not of text
        return content.decode("utf-8", errors="replace")


def _matches(pattern: re.Pattern[bytes], content: bytes | None) -> list[str]:
    return [match.decode("utf-8", errors="replace") for match in pattern.findall(content or b"")]
