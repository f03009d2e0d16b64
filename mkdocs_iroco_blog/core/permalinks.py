"""Makes the paths of posts and views from option formats and slugs, and links between pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from datetime import datetime

from .dates import format_moment
from .settings import Settings
from .urls import join_url, split_url

UNSAFE = re.compile(r"[\\?#%\x00-\x1f\x7f]")
NO_SLUG = "post"
"""The slug of a post whose title and file name make none."""
INDEXES = frozenset({"index", "README"})
"""Names of files that stand for their folder, to MkDocs and in Hugo's page bundles."""
LONGEST_NAME = 250  # file systems allow names of 255 bytes, and `.html` has to fit


def address_key(settings: Settings) -> str:
    """Return the front-matter key that decides a post's address."""
    return "permalink" if settings.jekyll else "slug"


def displayed(path: str) -> str:
    """Return the address of a path as messages name it: `/`, `/a/` or `/a.html`."""
    return f"/{path}" if path.endswith(".html") or not path else f"/{path}/"


def safe_path(path: str) -> bool:
    """Whether a path is relative, does not lead upwards, and needs no escaping in an address."""
    segments = path.split("/")
    return bool(path) and not UNSAFE.search(path) and not path.startswith("/") and not {"..", "."} & set(segments)


def file_stem(path: str, settings: Settings) -> str:
    """Return a file's name without its ending; of an index in a folder of its own, the folder's name."""
    folder, _, name = path.rpartition("/")
    stem = posixpath.splitext(name)[0]
    in_bundle = stem in INDEXES and folder != settings.posts_folder
    return (folder.rpartition("/")[2] if in_bundle else stem) or stem


def slug_of(name: str, slugify: Callable[[str, str], str], separator: str) -> str:
    """Make the slug of a title or a term: no longer than a file name can be, and never outside its folder."""
    slug = _shortened(str(slugify(name, separator)))
    return "/".join(part for part in slug.split("/") if part not in ("", ".", ".."))


def _shortened(name: str) -> str:
    return name.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore")


def post_path(
    published: datetime, categories: Sequence[str], slug: str, settings: Settings, stem: str, locale: str
) -> str:
    """Make a post's path, without slashes at its ends; the file's name is used if the format gives nothing.

    Month names in `{date}` are in the language of `locale`.
    """
    slugify, separator = settings.categories_slugify, settings.categories_slugify_separator
    folders = "/".join(slug_of(name, slugify, separator) for name in categories[: settings.post_url_max_categories])
    date = format_moment(published, settings.post_url_date_format, locale)
    path = settings.post_url_format.format(date=date, slug=slug, file=stem, categories=folders)
    path = posixpath.normpath(path.strip("/"))
    return settings.below_root(stem if path == "." else path)


def term_path(pattern: str, slug: str, settings: Settings, name: str = "") -> str:
    """Make the path of a term's view, without slashes at its ends; `{name}` is the slug if `name` is unsafe."""
    safe_name = _shortened(name).strip("./\\ ") if safe_path(name) else slug
    return settings.below_root(posixpath.normpath(pattern.format(slug=slug, name=safe_name or slug).strip("/")))


def period_path(date: str, settings: Settings) -> str:
    """Make the path of an archive period, without slashes at its ends."""
    return settings.below_root(posixpath.normpath(settings.archive_url_format.format(date=date).strip("/")))


def view_page_path(view: str, number: int, settings: Settings) -> str:
    """Make the path of a numbered page of a view; page 1 has the path of the view."""
    if number == 1:
        return view
    page = settings.pagination_url_format.format(page=number).strip("/")
    return "/".join(part for part in (view.removesuffix(".html"), page) if part)


def relative_address(target: str, base: str) -> str:
    """Make a link from the page at `base` to `target`; both are addresses under the site's root.

    Addresses end in `/` or in a file name: `blog/a/`, `blog/a.html`, and `` for the root. A page that the server shows
    at any address, such as `404.html`, has the path of the site's root as its base: `/`, or `/docs/`.
    """
    if base.startswith("/"):
        return base + target
    path, mark, fragment = target.partition("#")
    here, there = base.split("/")[:-1], path.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    relative = "../" * (len(here) - shared) + "/".join(there[shared:])
    if not relative or ":" in relative.partition("/")[0]:
        relative = "./" + relative
    return relative + mark + fragment


def address_from(base: str, link: str) -> str | None:
    """Resolve a link on the page at `base` to an address under the site's root.

    None for links that mean the same on every page: `https:`, `//host`, `/absolute`, `data:` and the like.
    """
    link = link.strip()
    if is_outside(link) or link.startswith("/"):
        return None
    address = join_url("/" + base, link)
    return None if address is None else address.removeprefix("/")


def is_outside(address: str) -> bool:
    """Whether an address leads to another site, or is malformed."""
    parts = split_url(address)
    return parts is None or bool(parts.scheme or parts.netloc)
