"""What a page says of itself, into its finished HTML: each thing once, whatever a theme or a plugin wrote already.

What stands there and is right stays: the description of a template of the user's own, the cards of Material's `social`
plugin. What is ours to know is written anew where it differs: the address that an author names (`canonical_url`),
dates, authors, the numbered pages before and after. A description that a theme repeats on every page of the site is
none of this page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urljoin

from .scan import Placed, Tag, read_head, read_tags
from .statements import Statement, robots, statements
from .values import PageMetadata

_OURS = frozenset({
    "author", "og:type", "article:published_time", "article:modified_time", "article:section", "prev", "next",
})  # fmt: skip
"""What we know better than a theme."""
_DESCRIPTIONS = frozenset({"description", "og:description", "twitter:description"})
_SINGLE = _OURS | _DESCRIPTIONS | {
    "canonical", "og:url", "og:title", "og:site_name", "og:locale", "twitter:card", "twitter:title", "twitter:image",
}  # fmt: skip
_SEVERAL = frozenset({"article:tag", "article:author", "fediverse:creator"})
_RELATIONS = frozenset({"canonical", "prev", "next"})
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"})
_OPEN = frozenset({"", "index", "all"})


class Rewritten(NamedTuple):
    """A head, with all that stands before it."""

    before: str
    after: str


def with_metadata(
    html: str, page: PageMetadata, tags: Iterable[Statement] | None = None, *, structured: str = "", more: str = ""
) -> str:
    """The page with everything said of it in its head.

    `tags` are its `statements`, where they are made already, and `structured` is JSON-LD, of which `structured_data`
    is safe to write; `more` is HTML that goes in besides, and is looked through as well. HTML without a head is left
    as it is.
    """
    head = rewritten_head(html, page, tags, structured=structured, more=more)
    return html if head is None else head.after + html[len(head.before) :]


def rewritten_head(
    html: str, page: PageMetadata, tags: Iterable[Statement] | None = None, *, structured: str = "", more: str = ""
) -> Rewritten | None:
    """What a page's HTML begins with, up to where its head ends, and what that becomes; none without a head.

    It depends on nothing that comes after the head.
    """
    head = read_head(html)
    if head is None:
        return None
    sifted = _Sifted(page, {said.key: said for said in (statements(page) if tags is None else tags)})
    parts = list(_without(html, sifted.dropped(head.tags), head.end))
    before = parts[-1]
    indent = before[len(before.rstrip(" \t")) :]
    added = "".join(_without(more, sifted.dropped(read_tags(more)), len(more))).strip() if more else ""
    lines = [added] if added else []
    lines += [said.html for said in sifted.missing()]
    if structured:
        lines.append(f'<script type="application/ld+json">{structured}</script>')
    parts.append(f"\n{indent}".join((*lines, "")))
    return Rewritten(html[: head.end], "".join(parts))


@dataclass(slots=True)
class _Sifted:
    """The tags of a page while they are looked through."""

    page: PageMetadata
    ours: dict[str, Statement]
    said: set[str] = field(default_factory=set)
    robots: list[str] = field(default_factory=list)
    """What the page told search engines."""
    pictured: bool = False
    """The tags of `og:image` that follow belong to a picture that stays."""

    def dropped(self, tags: Iterable[Placed]) -> Iterator[Placed]:
        """Those that have to go."""
        for placed in tags:
            keys, value, feed = _claims(placed.tag)
            if feed:
                keys = (*keys, f"alternate {urljoin(self.page.url, value)}")
            if not keys:
                continue
            if all(self._stays(key, value) for key in keys):
                self.said.update(keys)
            else:
                yield placed

    def missing(self) -> Iterator[Statement]:
        """What is left to say."""
        for key, said in self.ours.items():
            if key == "robots" and self.robots:
                words = (word for word in self.robots if word.lower() not in _OPEN)
                yield robots((*words, *self.page.robots))
            elif key not in self.said and not ("og:image" in self.said and key.startswith("og:image:")):
                yield said

    def _stays(self, key: str, value: str) -> bool:
        if key == "robots" and self.page.robots:
            self.robots += [word.strip() for word in value.split(",")]
            return False
        if key.startswith("og:image"):
            return self._picture_stays(key)
        if key in self.said and key != "robots":
            return False
        if key in _DESCRIPTIONS and "description" in self.ours:
            return " ".join(value.split()) not in self.page.sayings
        if key in ("prev", "next") and key not in self.ours:  # a theme means the page's neighbours in the navigation
            return not (self.page.previous or self.page.next)
        return key not in self.ours or self._is_right(key, value)

    def _is_right(self, key: str, value: str) -> bool:
        """Whether a value may stand where we have one of our own."""
        if key in _OURS or (key in ("canonical", "og:url") and self.page.canonical_url):
            return value == self.ours[key].value
        return bool(value)

    def _picture_stays(self, key: str) -> bool:
        """The first picture stays, with what is said of it right below."""
        if key in ("og:image", "og:image:url"):
            self.pictured = "og:image" not in self.said
            return self.pictured
        return self.pictured and key not in self.said


@lru_cache(maxsize=1024)
def _claims(tag: Tag) -> tuple[tuple[str, ...], str, bool]:
    """What a tag says: of several things that a page may say, each with its value; and whether it names a feed."""
    attributes = tag.attributes
    if tag.name == "meta":
        value = attributes.get("content", "").strip()
        keys = []
        for name in dict.fromkeys(attributes.get(one, "").lower() for one in ("name", "property")):
            if name in _SEVERAL:
                keys.append(f"{name} {value}")
            elif name in _SINGLE or name == "robots" or name.startswith("og:image"):
                keys.append("og:image" if name == "og:image:url" else name)
        return tuple(keys), value, False
    relations = set(attributes.get("rel", "").lower().split())
    address = attributes.get("href", "").strip()
    keys = sorted(relations & _RELATIONS)
    if "me" in relations:
        keys.append(f"me {address}")
    return tuple(keys), address, "alternate" in relations and attributes.get("type", "").lower() in _FEEDS


def _without(html: str, tags: Iterable[Placed], end: int) -> Iterator[str]:
    """The pieces of HTML up to an end, between tags; with a tag that has a line to itself goes the line."""
    at = 0
    for start, after, _ in tags:
        line = html.rfind("\n", at, start) + 1
        alone = line > at and not html[line:start].strip() and html[after : after + 1] in ("\n", "\r")
        yield html[at : line - 1 if alone else start]
        at = after
    yield html[at:end]
