"""Makes all files of the new site from the Jekyll site."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any, TypeVar

from mkdocs_iroco_blog.host.pages.theme import colours_in_browser, is_material
from mkdocs_iroco_blog.jekyll.documents.document import Document

from .authors import write_authors
from .configuration import SiteParts, write_configuration
from .extras import add_stylesheets, report_extras, report_feeds, write_robots
from .feed_ids import TemplateFeed, entry_ids, read_template_feed, site_address
from .new_site import NewSite
from .old_site import OldSite
from .other_files import copy_files, render_templates, write_redirects, write_template
from .pages import write_introductions, write_pages
from .places import place_files
from .posts import address_posts, write_posts
from .text.extensions import Extensions, all_extensions, choose_slugs, needed_extensions
from .text.texts import Text, Texts, headings

Item = TypeVar("Item")
Progress = Callable[[Collection[Item], str], Iterable[Item]]
"""Yields the items, and shows how many are done."""


def import_site(old: OldSite, theme: str, now: datetime, progress: Progress[Document]) -> NewSite:
    """Make the new site, for a theme."""
    new, places = NewSite(), place_files(old)
    texts = Texts(old, places, now)
    replaced = write_redirects(new, old, places)
    documents = [*old.site.posts, *(page for page, _ in places.pages if page.path not in replaced)]
    everything = _extensions(documents, texts, old)
    converter = everything.converter()
    edited: dict[str, Text] = {item.path: texts.edited(item, converter) for item in progress(documents, "Converting")}
    plan, feeds = address_posts(old, places), _write_templates(new, old, texts)
    site_url = site_address(old, [feed.text for feed in feeds])
    ids = entry_ids(old, places, feeds, site_url)
    write_posts(new, old, places, edited, plan, ids, converter)
    write_pages(new, places, edited, converter)
    write_introductions(new, old, texts, converter)
    copy_files(new, places)
    write_robots(new, old, site_url)
    write_authors(new, old)
    options = {**plan.options, **_feed_options(old, feeds)}
    markdown = [text.decode() for path, text in new.files.items() if path.endswith(".md")]
    extensions = needed_extensions(markdown, everything)
    site = SiteParts(theme, site_url, extensions, add_stylesheets(new, markdown))
    report_extras(new, old, extensions)
    report_feeds(new, old, feeds, ids)
    write_configuration(new, old, places, site, options)
    for problem in old.problems:
        new.lose(problem.place, problem.sentences)
    return new


def _extensions(documents: Iterable[Document], texts: Texts, old: OldSite) -> Extensions:
    originals = [texts.unedited(document).text for document in documents]
    return all_extensions(
        choose_slugs(headings(originals)), coloured_in_browser=colours_in_browser(old.config),
        diagrams=is_material(old.config),
    )  # fmt: skip


def _write_templates(new: NewSite, old: OldSite, texts: Texts) -> list[TemplateFeed]:
    """Write files that Liquid makes. Return the feeds among them, which the blog makes from now on."""
    feeds: list[TemplateFeed] = []
    for document, text in render_templates(old, texts):
        feed = read_template_feed(document, text, old) if text else None
        if feed is None:
            write_template(new, document, text)
            continue
        feeds.append(feed)
        new.has_own_feeds |= "feeds" not in old.jekyll.options
        if feed.others:
            entries = "1 entry is not a post" if feed.others == 1 else f"{feed.others} entries are not posts"
            new.lose(document.path, f"{entries}, and not in the feed any more.")
    return feeds


def _feed_options(old: OldSite, feeds: list[TemplateFeed]) -> dict[str, Any]:
    if not feeds:
        return {}
    return {"feeds": [*old.jekyll.options.get("feeds", []), *(dict(feed.option) for feed in feeds)]}
