"""Writes the pages of the new site: those with a text of their own, and the introductions of lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.model import Overview, Term
from mkdocs_iroco_blog.host.pages.list_page import ListPage
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.permalinks import decode_path
from mkdocs_iroco_blog.jekyll.kramdown.write.escapes import escape_all
from mkdocs_iroco_blog.jekyll.sources import plain_title

from .fields import unread_keys
from .front_matter import write_front_matter
from .new_site import NewSite, comments_of
from .old_site import OldSite
from .places import Places, introduced_lists
from .posts import problems, report_text
from .text.editor import simplify
from .text.extensions import Converter
from .text.simpler import escapes
from .text.texts import Text, Texts

_OF_JEKYLL = frozenset({
    "title", "description", "redirect_from", "redirect_to", "nav_order", "has_children", "pagination", "date",
    "categories", "tags", "icon", "template", "hide", "search", "social",
})  # fmt: skip
"""Keys of pages that are elsewhere in the new site, do nothing without Jekyll, or mean something else to a theme."""


def write_pages(new: NewSite, places: Places, texts: Mapping[str, Text], converter: Converter) -> None:
    """Write every page with a text of its own."""
    for document, path in places.pages:
        if document.path in texts:
            text = texts[document.path]
            new.write(f"docs/{path}", page_text(document, text, converter))
            report_text(new, document, text)


def page_text(document: Document, text: Text, converter: Converter) -> str:
    """Return a page's file. Its title is the heading, where the text has none."""
    values: dict[str, Any] = {}
    title, body = unescape(plain_title(document.title)), text.markdown
    if document.titled and "<h1" in converter.tree(body):
        values["title"] = title
    elif document.titled:
        body = f"{heading(title, converter)}\n\n{body}"
    if description := document.data.get("description"):
        values["description"] = str(description)
    values |= {key: value for key, value in unread_keys(document) if key not in _OF_JEKYLL}
    comments = comments_of(problems(text.findings))
    if comments and not values:  # the host knows front matter by its keys
        values["title"] = title
    return write_front_matter(values, comments) + body


def heading(title: str, converter: Converter) -> str:
    """Write a title as a heading."""
    text = f"# {escape_all(title)}"
    return simplify(text, escapes(text), converter.tree)


def write_introductions(new: NewSite, old: OldSite, texts: Texts, converter: Converter) -> None:
    """Write what lists have above their posts: the text of the Jekyll pages that they replace."""
    lists = introduced_lists(old)
    overviews = {page.path: page for page in old.build.pages.lists if isinstance(page.spec.listing, Overview)}
    for listing in old.site.listings.values():
        path, text = decode_path(listing.document.url), listing.listing.introduction
        if path in lists:
            _introduce(
                new, listing.document, lists[path], texts.introduction(listing.document, text, converter), converter
            )
        elif path in overviews:
            _report_overview(new, listing.document, text, overviews[path])
    for document in old.site.authors.pages:
        path = decode_path(document.url)
        if path in lists:
            body = texts.of_author(document, old.site.posts, converter)
            _introduce(new, document, lists[path], body, converter, titled=False)


def _report_overview(new: NewSite, document: Document, text: str, page: ListPage) -> None:
    """Note everything of a listing page that an overview does not have."""
    if text.strip() or document.data.get("description"):
        new.lose(document.path, "Its introduction and description: the list makes the page.")
    groups = page.spec.listing.groups if isinstance(page.spec.listing, Overview) else ()
    slugs = {group.name: group.slug for group in groups if isinstance(group, Term)}
    lost = [name for term, ids in page.spec.former_ids().items() for name in ids if name != slugs.get(term)]
    if lost:
        number = "1 term" if len(lost) == 1 else f"{len(lost)} terms"
        new.lose(document.path, f"The old ids of {number}, such as `{lost[0]}`: a link there leads to the page's top.")


def _introduce(
    new: NewSite, document: Document, path: str, body: str, converter: Converter, *, titled: bool = True
) -> None:
    description, values = document.data.get("description"), {}
    title = unescape(plain_title(document.title)) if titled and document.titled else ""
    if not (title or description or body.strip()):
        return
    if description:
        values["description"] = str(description)
    if title and "<h1" in converter.tree(body):
        values["title"] = title
    elif title:
        body = f"{heading(title, converter)}\n\n{body}"
    new.write(f"docs/{path}", write_front_matter(values) + body.rstrip("\n") + "\n")
