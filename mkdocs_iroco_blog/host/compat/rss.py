"""mkdocs-rss-plugin: titles and dates in its feeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.host.pages.page import as_mapping
from mkdocs_iroco_blog.host.pages.post_page import PostPage


def unescape_titles(config: MkDocsConfig) -> None:
    """Give the plugin titles as plain text: posts' titles are escaped for themes, and its JSON feed shows that."""
    for plugin in _plugins(config):
        pages: list[Any] = getattr(plugin, "pages_to_filter", [])
        for page in pages:
            if isinstance(page.title, Markup):
                page.title = page.title.unescape()


def set_date(page: PostPage, config: MkDocsConfig) -> None:
    """Give the plugin a post's date in the form that its settings ask for: `date`, or `date.created`.

    https://guts.github.io/mkdocs-rss-plugin/configuration/#date_from_meta
    """
    post = page.post
    for plugin in _plugins(config):
        keys = dict(plugin.config.get("date_from_meta") or {}).values()
        if any(str(key).startswith("date.") for key in keys):
            dates = {"created": post.published, "updated": post.updated or post.published}
            other_dates = as_mapping(page.meta.get("date"))
            page.meta["date"] = {**other_dates, **{name: _as_date(moment) for name, moment in dates.items()}}
        elif "date" in keys:
            page.meta["date"] = _as_date(post.published)


def _as_date(moment: Moment) -> date:
    """Return a day where no time is known: the plugin has a setting for the time then."""
    return moment.instant if moment.has_time else moment.instant.date()


def _plugins(config: MkDocsConfig) -> Iterator[Any]:
    return (plugin for name, plugin in config.plugins.items() if name.partition(" ")[0] == "rss")
