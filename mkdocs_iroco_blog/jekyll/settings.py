"""The blog's options as a Jekyll site decides them: from `_config.yml`, and from where its own listing pages stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from .feeds import feed_options
from .site import JekyllSite

_OVERVIEWS = {
    "archive": ("archive_overview_url", "archive_name"),
    "categories": ("categories_overview_url", "categories_name"),
    "tags": ("tags_overview_url", "tags_name"),
    "authors": ("authors_overview_url", "authors_profiles_name"),
}
_ARCHIVES = {"category": "categories_url_format", "tag": "tags_url_format", "year": "archive_url_format"}
_COMMENT = re.compile(r"\s*<!--.*-->\s*", re.DOTALL)


def is_comment(separator: str) -> bool:
    """Whether an excerpt's separator is an HTML comment, which no reader sees."""
    return bool(_COMMENT.fullmatch(separator))


def path_of_url(url: str) -> str:
    """A page's path as the blog has it: without slashes at its ends, decoded; `index.html` is its folder."""
    path = unquote(url).strip("/")
    return path.removesuffix("index.html").strip("/") if path.rpartition("/")[2] == "index.html" else path


def origins_of(url: str) -> tuple[str, ...]:
    """Addresses that mean the site itself: `url`, secure or not; none for what is no plain address."""
    bare = re.fullmatch(r"https?://([\w.:-]+(?:/[\w./~-]*)?)", url.rstrip("/"))
    return (f"https://{bare[1]}", f"http://{bare[1]}") if bare else ()


def options_of(site: JekyllSite) -> dict[str, Any]:
    """Options, by name, for those that `mkdocs.yml` leaves alone."""
    config = site.config
    options: dict[str, Any] = {
        "blog_dir": ".",
        "draft_if_future_date": not config.future,
        "draft_on_serve": config.show_drafts,
        "index_url": _index_url(site),
        **dict(_overviews(site)),
        **dict(_archives(site)),
        **_pagination(site),
    }
    feeds = feed_options(site)
    if feeds:
        options["feeds"] = feeds
    if config.timezone:
        options["timezone"] = site.zone.key
    if config.lang:
        options["lang"] = config.lang.replace("_", "-")
    if config.show_excerpts is False:
        options["index_view_style"] = "titles"
    if is_comment(config.excerpt_separator):
        options["post_excerpt_separator"] = config.excerpt_separator.strip()
    return options


def _index_url(site: JekyllSite) -> str:
    """Where the index stands: where Jekyll's did, else at the root, or in `blog` where a page stands there."""
    listing = site.listings.get("index")
    if listing:
        return path_of_url(listing.document.url)
    return "blog" if any(path_of_url(page.url) == "" for page in site.pages) else ""


def _overviews(site: JekyllSite) -> Iterator[tuple[str, Any]]:
    for kind, (address, name) in _OVERVIEWS.items():
        listing = site.listings.get(kind)
        if listing:
            yield address, path_of_url(listing.document.url)
            if listing.document.titled:
                yield name, listing.document.title
    page = next(iter(site.authors.pages), None)
    if page:  # every author of the collection has the address that the first shows
        folder, _, _ = path_of_url(page.document.url).rpartition("/")
        yield "authors_profiles_url_format", f"{folder}/{{slug}}".lstrip("/")


def _archives(site: JekyllSite) -> Iterator[tuple[str, Any]]:
    """Where jekyll-archives put its pages.

    https://github.com/jekyll/jekyll-archives/blob/master/docs/configuration.md
    """
    settings = site.config.values.get("jekyll-archives")
    permalinks = settings.get("permalinks") if isinstance(settings, dict) else None
    if "jekyll-archives" not in site.plugins or not isinstance(permalinks, dict):
        return
    for kind, option in _ARCHIVES.items():
        written = permalinks.get(kind)
        if isinstance(written, str):
            pattern = written.strip("/").replace(":name", "{slug}").replace(":year", "{date}")
            if "{" in pattern and ":" not in pattern:
                yield option, pattern


def _pagination(site: JekyllSite) -> dict[str, Any]:
    paginated = site.paginated
    if paginated is None:
        return {}
    first, later = (path_of_url(url) for url in (paginated.first_url, paginated.later_url))
    options: dict[str, Any] = {"index_pagination_per_page": paginated.per_page}
    below = later.removeprefix(f"{first}/") if first else later
    if ":num" in below and (not first or later.startswith(f"{first}/")):
        options["pagination_url_format"] = below.replace(":num", "{page}")
    return options
