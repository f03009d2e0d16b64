"""Derive the blog's options from a Jekyll site: from `_config.yml`, and from the addresses of its listing pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from mkdocs_iroco_blog.core.options import SlugFunction
from mkdocs_iroco_blog.core.settings import material_name

from .documents.permalinks import decode_path
from .feeds import feed_options
from .site import JekyllSite
from .slugs import slugify
from .sources import plain_title

_ARCHIVES = {"category": "categories_url_format", "tag": "tags_url_format", "year": "archive_url_format"}
_COMMENT = re.compile(r"\s*<!--.*-->\s*", re.DOTALL)


def is_comment(separator: str) -> bool:
    """Whether an excerpt's separator is an HTML comment, which readers do not see."""
    return bool(_COMMENT.fullmatch(separator))


def list_origins(url: str) -> tuple[str, ...]:
    """The forms of the site's own `url`, with `https:` and `http:`. None if it is not a plain address."""
    bare = re.fullmatch(r"https?://([\w.:-]+(?:/[\w./~-]*)?)", url.rstrip("/"))
    return (f"https://{bare[1]}", f"http://{bare[1]}") if bare else ()


def derive_options(site: JekyllSite) -> dict[str, Any]:
    """The options that apply where `mkdocs.yml` sets none."""
    config = site.config
    options: dict[str, Any] = {
        "blog_dir": ".",
        "draft_if_future_date": not config.future,
        "draft_on_serve": config.show_drafts,
        "index_url": _index_url(site),
        "categories_slugify": _slugify(site),
        "overviews": {kind: decode_path(page.document.url) for kind, page in site.listings.items() if kind != "index"},
        **dict(_titles(site)), **dict(_archives(site)), **dict(_pagination(site)),
    }  # fmt: skip
    if feeds := list(feed_options(site)):
        options["feeds"] = feeds
    if config.timezone:
        options["timezone"] = site.zone.key
    if config.lang:
        options["lang"] = config.lang
    if config.show_excerpts is False:
        options["view_style"] = {"index": "titles"}
    if is_comment(config.excerpt_separator):
        options["post_excerpt_separator"] = config.excerpt_separator.strip()
    return options


def _slugify(site: JekyllSite) -> SlugFunction:
    """The slugs of terms as jekyll-archives makes them: https://github.com/jekyll/jekyll-archives, `slug_mode`."""
    settings = site.config.values.get("jekyll-archives")
    mode = settings.get("slug_mode") if isinstance(settings, dict) else None
    return _slugify_in(mode if isinstance(mode, str) else None)


@cache  # one function for each mode, so that the preview sees that nothing has changed
def _slugify_in(mode: str | None) -> SlugFunction:
    return lambda name, _separator: slugify(name, mode)


def _index_url(site: JekyllSite) -> str:
    """The index replaces Jekyll's. Otherwise it is at the root, or at `blog` if a page is at the root."""
    if listing := site.listings.get("index"):
        return decode_path(listing.document.url)
    return "blog" if any(decode_path(page.url) == "" for page in site.pages) else ""


def _titles(site: JekyllSite) -> Iterator[tuple[str, Any]]:
    for kind, listing in site.listings.items():
        if kind != "index" and listing.document.titled:
            yield f"{material_name(kind)}_name", plain_title(listing.document.title)
    if site.authors.pages:  # every page of the collection has an address of the same form
        folder, _, _ = decode_path(site.authors.pages[0].url).rpartition("/")
        yield "authors_profiles_url_format", f"{folder}/{{slug}}".lstrip("/")


def _archives(site: JekyllSite) -> Iterator[tuple[str, Any]]:
    """The addresses of the pages of jekyll-archives.

    https://github.com/jekyll/jekyll-archives/blob/master/docs/configuration.md
    """
    settings = site.config.values.get("jekyll-archives")
    if "jekyll-archives" not in site.plugins or not isinstance(settings, dict):
        return
    given, enabled = settings.get("permalinks"), settings.get("enabled")
    permalinks = given if isinstance(given, dict) else {}
    years = enabled == "all" or (isinstance(enabled, list) and "year" in enabled)
    for kind, option in _ARCHIVES.items():
        usual = "/:year/" if kind == "year" and years else None  # the others' are ours
        if isinstance(permalink := permalinks.get(kind, usual), str):
            pattern = permalink.strip("/").replace(":name", "{slug}").replace(":year", "{date}")
            if "{" in pattern and ":" not in pattern:
                yield option, pattern


def _pagination(site: JekyllSite) -> Iterator[tuple[str, Any]]:
    if site.paginated:
        yield "pagination_per_page", {"index": site.paginated.per_page}
        first, later = (decode_path(url) for url in (site.paginated.first_url, site.paginated.later_url))
        above = f"{first.removesuffix('.html')}/" if first else ""
        if later.startswith(above) and ":num" in later[len(above) :]:
            yield "pagination_url_format", later[len(above) :].replace(":num", "{page}")
