"""The Markdown of each document, as the new site's files hold it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, partial

from mkdocs_iroco_blog.cli.importing.old_site import OldSite
from mkdocs_iroco_blog.cli.importing.places import Places
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.urls import join_url, split_url
from mkdocs_iroco_blog.host.jekyll.links import JekyllLinks
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.listing_pages.author_page import without_posts
from mkdocs_iroco_blog.jekyll.rendering import Conversion, ConversionCache, Rendering
from mkdocs_iroco_blog.layout.includes import IncludeFragments

from .editor import simplify
from .extensions import Converter, normal_html
from .html_blocks import blocks
from .simpler import addresses, elements, escapes, spaces, without_level_one

_HEADING = re.compile(r"^#{1,6}[ ]+(.*?)[ ]\{#([^\s{}]+)\}$", re.MULTILINE)
_TAG = re.compile(r"(</?h)([1-6])(?=[\s>])")
_OPENING = re.compile(r"\s*<h1\b")
_ID = re.compile(r"<h[1-6]\b[^<>]*?\bid=[\"']([^\"']*)")
_AROUND_PICTURE = re.compile(r"(<a\b[^<>]*>)\n(?=<img\b)|(?<=>)\n(?=</a>)")
_NESTED = 3
"""Elements inside of one another that are simplified, the innermost first."""
_MARKUP = re.compile(r"[*_`~]|!?\[|\]\([^)]*\)|\\")


@dataclass(frozen=True, slots=True)
class Text:
    """A document's Markdown."""

    markdown: str
    findings: tuple[Finding, ...]
    faithful: bool = True
    """It makes the page that the build of the Jekyll site makes."""


class Texts:
    """Renders the documents of one site."""

    def __init__(self, old: OldSite, places: Places, now: datetime) -> None:
        self._find, self._baseurl = JekyllLinks(places.files(), old.site, places.by_document), old.site.config.baseurl
        self._rendering = Rendering(
            old.site, now=now, link=self.link, beside=old.folder.beside, cache=ConversionCache(),
            fragments=IncludeFragments(old.config.theme.dirs), locking=(),
        )  # fmt: skip

    def link(self, document: Document, link: str) -> str:
        """Return the link to write for a link in a document: to the target's file, or from the site's root.

        A link to a file that is not there would be a link into the folder of the Markdown file to the host.
        """
        target, parts = self._find(document, link), split_url(link)
        if target != link or parts is None or parts.scheme or parts.netloc or not parts.path or link.startswith("/"):
            return target
        address = join_url(document.url, link)
        return link if address is None else f"{self._baseurl}{address}"

    def plain(self, document: Document) -> Conversion:
        """Render a file that is no page, by Liquid alone."""
        return self._rendering.text(document)

    def unedited(self, document: Document) -> Conversion:
        """Render a document as a build does."""
        return self._rendering.markdown(document)

    def edited(self, document: Document, converter: Converter) -> Text:
        """Render a document, and simplify its text."""
        conversion = self.unedited(document)
        link = partial(self.link, document)
        if not document.is_markdown:
            text, faithful = _html_as_markdown(conversion.text, converter)
            return Text(edit_text(text, converter, link), conversion.findings, faithful)
        return Text(edit_text(conversion.text, converter, link), conversion.findings)

    def introduction(self, document: Document, body: str, converter: Converter) -> str:
        """Render a part of a document, and simplify it."""
        return self.edited(replace(document, body=body), converter).markdown

    def of_author(self, document: Document, posts: Sequence[Document], converter: Converter) -> str:
        """Render the text of an author's page, without the name and the posts, which the new page shows anyway."""
        name = str(document.data.get("display_name") or document.data.get("name") or document.title)
        whole = self._rendering.html(document)
        part = without_posts(whole, name, [post.url for post in posts])
        if document.is_markdown and normal_html(part).split() == normal_html(whole.strip()).split():
            return self.edited(document, converter).markdown
        return _html_as_markdown(part, converter)[0]


def edit_text(text: str, converter: Converter, link: Callable[[str], str]) -> str:
    """Simplify a text, without a change in its page, except ids for headings that had none."""
    replaced = {address: link(address) for address in addresses(text)}
    tree = cache(partial(converter.tree, links={old: new for old, new in replaced.items() if old != new}))
    ids = frozenset(_ID.findall(converter.html(text))) if "<h" in text else frozenset()

    def tree_of_spans(text: str) -> str:
        return _AROUND_PICTURE.sub(r"\1", tree(text))

    def loose_tree(text: str) -> str:
        return " ".join(tree(text, ids=ids).split())

    for _ in range(_NESTED):
        before = text
        text = simplify(text, blocks(text), loose_tree)
        text = simplify(text, elements(text, lambda address: replaced.get(address, address)), tree_of_spans)
        if text == before:
            break
    text = simplify(text, escapes(text), tree)
    return simplify(text, spaces(text), loose_tree)


def lower_headings(text: str, title: str, converter: Converter) -> str | None:
    """Move the headings of a post below its title, if its page does. None if the text cannot express that."""
    lowered, tree = without_level_one(text, title), converter.tree(text)
    if lowered is None:
        opens = _OPENING.match(tree.removeprefix("<body>"))
        return text if opens or "<h1" not in tree else None
    expected = _TAG.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", tree)
    return lowered if converter.tree(lowered) == expected else None


def headings(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the headings in texts, without markup, and their ids."""
    pairs = [match.groups() for text in texts for match in _HEADING.finditer(text)]
    return [(unescape(_MARKUP.sub("", heading)), name) for heading, name in pairs]


def _html_as_markdown(text: str, converter: Converter) -> tuple[str, bool]:
    """Return HTML as a Markdown file can hold it, and whether it stays the same."""
    text = text.strip()
    wrapped = f"<div>\n{text}\n</div>"
    for candidate, expected in ((text, text), (wrapped, wrapped)):
        if converter.tree(candidate).split() == normal_html(expected).split():
            return f"{candidate}\n" if candidate else "", True
    return f"{wrapped}\n", False
