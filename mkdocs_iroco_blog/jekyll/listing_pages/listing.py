"""Finds pages that only list posts, terms or authors. The blog's own pages replace them, at the same address.

A page is a listing if it is empty and its layout lists; or if it loops over all posts, the paginator's posts,
categories, tags or authors, and has little other text. Loops may be in included files. A page that selects posts, or
loops over anything else, has content of its own and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.slugs import slugify

from .loop_scan import LoopScan, scan_loops
from .other_content import Render, measure, shows_more_than_posts
from .text_detection import balance_tags, blank_hidden, count_words

_LAYOUTS = {
    "home": "index", "index": "index", "blog": "index",
    "archive": "archive", "archives": "archive", "posts": "archive", "year-archive": "archive",
    "categories": "categories", "category-archive": "categories",
    "tags": "tags", "tag-archive": "tags", "authors": "authors",
}  # fmt: skip
"""The kind of listing by layout, as in minima, minimal-mistakes and other common themes."""

_INDEXES = frozenset({"index", "blog", "news", "posts", "articles", "home"})
_ARCHIVE = re.compile(r"archiv|histor|by-?_?(?:year|month|date)|timeline", re.IGNORECASE)
_LABELS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "dt", "li", "summary", "button"})
_COUNT = re.compile(r"\s*[(\[]?\s*\d+\s*[)\]]?\s*$")
_AFFIX = re.compile(
    r"^(?:tags?|cat|category|categories|term|t|c)[-_:]|[-_](?:refs?|tag|cat|category|list|posts?|anchor)$"
)
_NORMALISERS: tuple[Callable[[str], str], ...] = (
    str, str.casefold, lambda text: "-".join(text.casefold().split()), slugify, partial(slugify, mode="latin"),
)  # fmt: skip
"""Ways in which themes make an anchor of a term's name, the exact one first."""

MOST_WORDS = 150
"""A page with more words beside its loop has content of its own, unless it is the paginated index."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The kind of a listing page, and its own text."""

    kind: str
    """`index`, `archive`, `categories`, `tags` or `authors`."""
    introduction: str
    """The page's source above and below the loop, with Liquid; empty if it contains no sentence."""


def detect_listing(document: Document, includes: Mapping[str, str], render: Render, site: str = "") -> Listing | None:
    """Examine a page's front matter and source; None if the page has content of its own.

    `includes` are the texts of `_includes`, by name: they may contain the loop. `render` renders a part of the page as
    if the site had no posts. `site` is the site's title.
    """
    is_html = document.output_extension in (".html", ".htm", ".xhtml")
    if not is_html or not document.runs_liquid or document.data.get("redirect_to"):
        return None
    body = blank_hidden(document.body)
    scan = scan_loops(body, includes)
    if not scan.spans:
        return _by_layout(document, body, scan)
    head, between, tail = _split(scan, document.body)
    kind = _kind(document, scan)
    if kind is None or count_words(between) > MOST_WORDS // 3:
        return None
    titles = (document.title, site)
    if "paginator" not in scan.kinds:
        count = count_words(head) + count_words(tail)
        if scan.foreign or count > (MOST_WORDS // 3 if scan.limited else MOST_WORDS):
            return None
        if shows_more_than_posts(document.body, render, titles):
            return None
    parts = [balance_tags(part).strip() for part in (head, between, tail)]
    return Listing(kind, "\n\n".join(part for part in parts if _is_introduction(render(part), titles)))


def _is_introduction(html: str, titles: tuple[str, str]) -> bool:
    """Whether a part of a page shows more than its title and a link or two."""
    visible = measure(html, titles)
    return visible.says_something or visible.media > 0 or count_words(html) > 0


def _by_layout(document: Document, body: str, scan: LoopScan) -> Listing | None:
    """Examine a page without a loop, whose layout may list. The index shows the page's text above the posts."""
    kind = _LAYOUTS.get((document.layout or "").casefold())
    if kind is None or scan.foreign:
        return None
    if not body.strip():
        return Listing(kind, "")
    return Listing(kind, document.body.strip()) if document.layout in ("home", "index") else None


def _split(scan: LoopScan, body: str) -> tuple[str, str, str]:
    """Split a page's source: before the first loop, between loops, and after the last."""
    spans = sorted(scan.spans)
    between, position = "", spans[0][1]
    for start, end in spans[1:]:
        between += body[position:start]
        position = max(position, end)
    return body[: spans[0][0]], between, body[position:]


def _kind(document: Document, scan: LoopScan) -> str | None:
    kinds = scan.kinds
    name = f"{document.path} {document.url} {document.layout or ''} {document.title}".casefold()
    if "paginator" in kinds:
        return "index"
    if "posts" in kinds:
        return _index_or_archive(document, name, limited=scan.limited)
    terms = kinds & {"categories", "tags"}
    if len(terms) == 1:
        return next(iter(terms))
    if len(terms) == 2:  # only the page's name can tell which of them it lists
        named = [kind for kind, word in (("categories", "categor"), ("tags", "tag")) if word in name]
        return named[0] if len(named) == 1 else None
    return "authors" if "authors" in kinds else None


def _index_or_archive(document: Document, name: str, *, limited: bool) -> str | None:
    """Tell archives by their names or by years, and indexes by their addresses."""
    by_year = '"%Y"' in document.body or "'%Y'" in document.body
    if not limited and (_ARCHIVE.search(name) or (by_year and document.slug != "index")):
        return "archive"
    if document.slug.casefold() in _INDEXES or (document.layout or "").casefold() in _INDEXES:
        return "index"
    return None if limited else "archive"


def ids_of_terms(html: str | None, kind: str, names: Sequence[str]) -> dict[str, list[str]]:
    """Return the ids that a listing page had for terms, by their names.

    For a site without such a page: those of Jekyll Bootstrap, the origin of many of these pages.
    """
    if html is None:
        return {name: [f"{name}-ref"] for name in names if kind in {"categories", "tags"}}
    ids: dict[str, list[str]] = {}
    for anchor, name in old_anchors(html, names).items():
        ids.setdefault(name, []).append(anchor)
    return ids


def old_anchors(html: str, names: Iterable[str]) -> dict[str, str]:
    """Map the anchors in a rendered listing to the terms in `names` that they mark.

    `<h2 id="Grand public-ref">Grand public</h2>` marks `Grand public`. An element marks a term if its id is the
    term's name, perhaps with a usual prefix or suffix, or if its label is the name.
    """
    known = tuple(dict.fromkeys(names))
    anchors: dict[str, str] = {}
    for node in parse(html).css("[id], a[name]"):
        anchor = node.attributes.get("id") or node.attributes.get("name") or ""
        name = _by_id(unquote(anchor), known) or _by_label(node, known)
        if anchor and name:
            anchors.setdefault(anchor, name)
    return anchors


def _by_id(anchor: str, known: tuple[str, ...]) -> str | None:
    bare = _AFFIX.sub("", anchor.strip())
    names = (_only_match(known, normalise, (anchor, bare)) for normalise in _NORMALISERS)
    return next(filter(None, names), None)


def _by_label(node: LexborNode, known: tuple[str, ...]) -> str | None:
    text = " ".join(node.text().split()) if node.tag in _LABELS else ""
    return None if len(text) > 200 else _only_match(known, slugify, (text, _COUNT.sub("", text)))


def _only_match(known: tuple[str, ...], normalise: Callable[[str], str], texts: tuple[str, str]) -> str | None:
    """The name that equals one of the texts when normalised, if there is only one such name."""
    normalised = {normalise(text) for text in texts} - {""}
    matching = [name for name in known if normalise(name) in normalised] if normalised else []
    return matching[0] if len(matching) == 1 else None
