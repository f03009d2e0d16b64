"""A page's title, content and text, in the form that themes and other plugins expect."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from markupsafe import Markup, escape
from mkdocs.structure import pages as host
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_iroco_blog.core.html.additions import mark_written, split_written
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.urls import is_malformed

_LEVELS = (logging.DEBUG, logging.INFO, logging.WARNING)
"""The host's levels of messages about links. With another value, it resolves links from the root itself."""
_ESCAPES = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;"})


class AddressedPage(Page):
    """A page whose canonical address is that of its links."""

    def _set_canonical_url(self, base: str | None) -> None:
        super()._set_canonical_url(base)
        if self.canonical_url and self.abs_url and str(self.url) != self.url:
            ending = len(self.url) - len(str(self.url))
            self.canonical_url, self.abs_url = self.canonical_url[:-ending], self.abs_url[:-ending]


def as_markup(text: str) -> Markup:
    """Escape text for the host's templates, which do not escape. Escaped text stays as it is."""
    return escape(unescape(text))


def without_markup(value: Any) -> Any:
    """Escape every text in a value of front matter, for themes and plugins that print it as it is.

    An ampersand stays, because slugs and addresses are made of it.
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return value.translate(_ESCAPES)
    if isinstance(value, dict):
        return {key: without_markup(inner) for key, inner in value.items()}
    return [without_markup(inner) for inner in value] if isinstance(value, list) else value


def plain_text(markup: object) -> str:
    """Undo `as_markup`. `None` is an empty text."""
    return unescape(str(markup or ""))


def set_title(page: Page, title: str, *, in_nav: bool = True, in_meta: bool = True) -> None:
    """Set a page's title, in navigation and in its `meta`, which Material prefers."""
    markup = as_markup(title)
    if in_nav:
        page.title = markup
    if in_meta:
        page.meta["title"] = markup


def convert_written(page: Page, source: str, convert: Callable[[], None]) -> str:
    """Convert a page's Markdown. Return the HTML of the author's `source`, if others added to it."""
    markdown = page.markdown or ""
    page.markdown = (None if markdown == source else mark_written(markdown, source)) or markdown
    try:
        convert()
        if page.markdown != markdown:
            parts = split_written(page.content or "")
            if parts is not None:
                set_content(page, parts[0])
                return parts[1]
            page.markdown = markdown
            convert()
    finally:
        page.markdown = markdown
    return page.content or ""


def set_content(page: Page, html: str, toc: TableOfContents | None = None) -> None:
    """Set a page's HTML, and its table of contents if there is a new one."""
    page.content = html
    if toc is not None:
        page.toc = toc


def as_mapping(value: object) -> dict[str, Any]:
    """Return a mapping of front matter, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


@contextmanager
def lenient_links(*, from_root: bool = False) -> Iterator[None]:
    """Let the host leave malformed links as they are while it converts a page. Otherwise one ends the build.

    With `from_root`, it says nothing of links from the site's root either: those of posts are corrected later.
    """
    links: Any = host._RelativePathTreeprocessor  # noqa: SLF001 - a step of `Page.render`
    resolve = links.path_to_url

    def path_to_url(step: Any, url: str) -> str:
        if from_root and url.startswith("/") and step.config.validation.links.absolute_links in _LEVELS:
            return url
        return url if is_malformed(url) else resolve(step, url)

    links.path_to_url = path_to_url
    try:
        yield
    finally:
        links.path_to_url = resolve
