"""Addresses: slugs, and the paths that option formats make of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from .dates import format_moment
from .settings import Settings

_UNSAFE = re.compile(r"[\\?#%\x00-\x1f\x7f]")
_HARMLESS = frozenset({"http", "https", "mailto", "tel", "xmpp", "matrix", "irc", "ircs", "geo", "gemini", "acct"})
LONGEST_NAME = 250  # file systems hold 255 bytes a name, and `.html` has to fit


def safe_path(path: str) -> bool:
    """Whether a path stays where it is put: not absolute, no way up, nothing that an address would escape."""
    segments = path.split("/")
    return bool(path) and not _UNSAFE.search(path) and not path.startswith("/") and not {"..", "."} & set(segments)


def slug_of(name: str, slugify: Callable[[str, str], str], separator: str) -> str:
    """The slug of a title or a term, never longer than a file's name may be, never a way out of its folder."""
    slug = _shortened(str(slugify(name, separator)))
    return "/".join(part for part in slug.split("/") if part not in ("", ".", ".."))


def _shortened(name: str) -> str:
    return name.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore")


def post_path(
    published: datetime, categories: Sequence[str], slug: str, settings: Settings, stem: str, locale: str
) -> str:
    """Where a post lives, without slashes at its ends; by its file's name where nothing else names it.

    Months that `{date}` has by name are in the language of `locale`.
    """
    folders = [
        slug_of(name, settings.categories_slugify, settings.categories_slugify_separator)
        for name in categories[: settings.post_url_max_categories]
    ]
    path = settings.post_url_format.format(
        date=format_moment(published, settings.post_url_date_format, locale),
        slug=slug,
        file=stem,
        categories="/".join(folders),
    )
    path = posixpath.normpath(path.strip("/"))
    return settings.below_root(stem if path == "." else path)


def term_path(pattern: str, slug: str, settings: Settings, name: str = "") -> str:
    """Where a term's view lives, without slashes at its ends; a `name` is made safe for it."""
    own = _shortened(name).strip("./\\ ") if safe_path(name) else slug
    return settings.below_root(posixpath.normpath(pattern.format(slug=slug, name=own or slug).strip("/")))


def period_path(date: str, settings: Settings) -> str:
    """Where a period of the archive lives, without slashes at its ends."""
    return settings.below_root(posixpath.normpath(settings.archive_url_format.format(date=date).strip("/")))


def view_page_path(view: str, number: int, settings: Settings) -> str:
    """Where a numbered page of a view lives; the first has the view's own address."""
    if number == 1:
        return view
    page = settings.pagination_url_format.format(page=number).strip("/")
    return "/".join(part for part in (view.removesuffix(".html"), page) if part)


def relative_address(target: str, at: str) -> str:
    """A link from the page at address `at` to `target`; both as they stand under the site's root.

    Addresses end in `/` or in a file's name: `blog/a/`, `blog/a.html`, and `` for the root.
    """
    path, mark, fragment = target.partition("#")
    here, there = at.split("/")[:-1], path.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    relative = "../" * (len(here) - shared) + "/".join(there[shared:])
    if not relative or ":" in relative.partition("/")[0]:
        relative = "./" + relative
    return relative + mark + fragment


def address_from(base: str, written: str) -> str | None:
    """What a link on the page at address `base` means, under the site's root; none if it leads outside.

    `https:`, `//host`, `/absolute`, `data:` and the like mean the same from everywhere.
    """
    written = written.strip()
    if is_outside(written) or written.startswith("/"):
        return None
    return urljoin("/" + base, written).removeprefix("/")


def runs(written: str) -> bool:
    """Whether an address would run something instead of leading somewhere: `javascript:`, `data:` and the like."""
    scheme, colon, _ = "".join(written.split()).partition(":")
    return bool(colon) and scheme.isalnum() and scheme.casefold() not in _HARMLESS


def is_outside(written: str) -> bool:
    """Whether an address leads to another site, or cannot be read as one at all."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)
