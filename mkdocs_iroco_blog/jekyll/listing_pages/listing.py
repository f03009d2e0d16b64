"""Pages that only list posts: the blog's own stand in their place, at the same address.

A page lists when its layout is one that lists and the page is empty, or when it loops over all posts, over the
paginator's, or over the categories, tags or authors, and says little besides. Loops are found in the source and in
what it includes. A page that picks some posts, or loops over anything else, is a page of its own and stays one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.slugs import slugify

from .loop_scan import Survey, survey
from .text_detection import balanced, hidden, is_prose, words

_LAYOUTS = {
    "home": "index", "index": "index", "blog": "index",
    "archive": "archive", "archives": "archive", "posts": "archive", "year-archive": "archive",
    "categories": "categories", "category-archive": "categories",
    "tags": "tags", "tag-archive": "tags", "authors": "authors",
}  # fmt: skip
"""What the layouts of common themes list: minima, minimal-mistakes, and those named after what they list."""

_INDEXES = frozenset({"index", "blog", "news", "posts", "articles", "home"})
_ARCHIVE = re.compile(r"archiv|histor|by-?_?(?:year|month|date)|timeline", re.IGNORECASE)
_LABELS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "dt", "li", "summary", "button"})
_COUNT = re.compile(r"\s*[(\[]?\s*\d+\s*[)\]]?\s*$")
_AFFIX = re.compile(
    r"^(?:tags?|cat|category|categories|term|t|c)[-_:]|[-_](?:refs?|tag|cat|category|list|posts?|anchor)$"
)

MOST_WORDS = 150
"""A page that says more than this beside its loop has content of its own, unless it is the paginated index."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page lists."""

    kind: str
    """`index`, `archive`, `categories`, `tags` or `authors`."""
    introduction: str
    """The page's own prose, above the loop and below it, as written, with Liquid; empty where it has none."""


def listing_of(document: Document, includes: Mapping[str, str] | None = None) -> Listing | None:
    """What a page lists, from its front matter and raw body; none for a page with content of its own.

    `includes` are the texts of `_includes`, by name: a loop may stand in one.
    """
    if document.output_extension not in (".html", ".htm", ".xhtml") or document.data.get("redirect_to"):
        return None
    body = hidden(document.body)
    found = survey(body, includes or {})
    if not found.spans:
        return _by_layout(document, body, found)
    head, between, tail = _around(found, document.body)
    said = words(head) + words(tail)
    kind = _kind(document, found)
    if kind is None or (found.foreign and "paginator" not in found.kinds) or words(between) > MOST_WORDS // 3:
        return None
    if "paginator" not in found.kinds and said > (MOST_WORDS // 3 if found.limited else MOST_WORDS):
        return None
    parts = [balanced(part).strip() for part in (head, tail) if is_prose(part)]
    return Listing(kind, "\n\n".join(filter(None, parts)))


def _by_layout(document: Document, body: str, found: Survey) -> Listing | None:
    """A page without a loop: its layout lists. One of the index shows what the page says above the posts."""
    kind = _LAYOUTS.get((document.layout or "").casefold())
    if kind is None or found.foreign:
        return None
    if not body.strip():
        return Listing(kind, "")
    return Listing(kind, document.body.strip()) if document.layout in ("home", "index") else None


def _around(found: Survey, body: str) -> tuple[str, str, str]:
    """What stands above the first loop, between loops, and below the last."""
    spans = sorted(found.spans)
    between, at = "", spans[0][1]
    for start, end in spans[1:]:
        between += body[at:start] if start > at else ""
        at = max(at, end)
    return body[: spans[0][0]], between, body[at:]


def _kind(document: Document, found: Survey) -> str | None:
    kinds = found.kinds
    name = f"{document.path} {document.url} {document.layout or ''} {document.title}".casefold()
    if "paginator" in kinds:
        return "index"
    if "posts" in kinds:
        return _index_or_archive(document, name, limited=found.limited)
    terms = kinds & {"categories", "tags"}
    if len(terms) == 1:
        return next(iter(terms))
    if len(terms) == 2:  # both on one page: what it is called says which is meant, if that
        named = [kind for kind, word in (("categories", "categor"), ("tags", "tag")) if word in name]
        return named[0] if len(named) == 1 else None
    return "authors" if "authors" in kinds else None


def _index_or_archive(document: Document, name: str, *, limited: bool) -> str | None:
    """All posts on one page: the archive, where it is called so or groups them by year; else by where it stands."""
    by_year = '"%Y"' in document.body or "'%Y'" in document.body
    if not limited and (_ARCHIVE.search(name) or (by_year and document.slug != "index")):
        return "archive"
    if document.slug.casefold() in _INDEXES or (document.layout or "").casefold() in _INDEXES:
        return "index"
    return None if limited else "archive"


def old_anchors(html: str, names: Iterable[str]) -> dict[str, str]:
    """Ids and names of anchors in a rendered listing that stand for a term, with the term.

    `<h2 id="Grand public-ref">Grand public</h2>` stands for `Grand public`. An element stands for a term where its
    id is the term's name, or the name with something usual before or behind it, or where its label is the name.
    """
    known = tuple(dict.fromkeys(names))
    found: dict[str, str] = {}
    body = parse(html)
    for node in body.css("[id], a[name]"):
        anchor = node.attributes.get("id") or node.attributes.get("name") or ""
        name = _by_id(unquote(anchor), known) or _by_label(node, known)
        if anchor and name:
            found.setdefault(anchor, name)
    return found


def _by_id(anchor: str, known: tuple[str, ...]) -> str | None:
    bare = _AFFIX.sub("", anchor.strip())
    ways: tuple[Callable[[str], str], ...] = (str, str.casefold, _with_dashes, slugify, _ascii)
    for way in ways:
        wanted = {way(anchor), way(bare)} - {""}
        matching = [name for name in known if way(name) in wanted]
        if len(matching) == 1:
            return matching[0]
    return None


def _by_label(node: LexborNode, known: tuple[str, ...]) -> str | None:
    text = " ".join(node.text().split()) if node.tag in _LABELS else ""
    if not text or len(text) > 200:
        return None
    wanted = {slugify(text), slugify(_COUNT.sub("", text))} - {""}
    matching = [name for name in known if slugify(name) in wanted]
    return matching[0] if len(matching) == 1 else None


def _with_dashes(text: str) -> str:
    return "-".join(text.casefold().split())


def _ascii(text: str) -> str:
    return slugify(text, "latin")
