"""Insert a page's metadata into the head of its finished HTML, without repeating what is already there.

Stylesheets go before the first of the site's own, whose rules then win over ours. A tag that a theme or a plugin wrote
stays if it is right, such as the description from a user's own template, or the cards of Material's `social` plugin.
Where we know better, our value replaces a different one: the URL that an author gives as `canonical_url`, dates,
authors, the numbered pages before and after. A description that a theme repeats on every page of the site is removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import NamedTuple

from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.urls import join_url

from .scan import Head, PlacedTag, Tag, read_head, read_tags
from .tags import HeadTag, robots_tag
from .values import PageMetadata, restrict_robots

_OURS = {"author", "og:type", "article:published_time", "article:modified_time", "article:section", "prev", "next"}
"""Keys that we know better than a theme."""
_DESCRIPTIONS = {"description", "og:description", "twitter:description"}
_SINGLE = _OURS | _DESCRIPTIONS | {
    "canonical", "og:url", "og:title", "og:site_name", "og:locale", "twitter:card", "twitter:title", "twitter:image",
}  # fmt: skip
_REPEATABLE = {"article:tag", "article:author", "fediverse:creator"}
_SEPARATORS = frozenset("-–—|·:•»/")
"""Between a page's title and the site's name, as themes write them."""
_RELATIONS = {"canonical", "prev", "next"}
_FEEDS = {"application/rss+xml", "application/atom+xml", "application/feed+json", "application/json"}


class RewrittenHead(NamedTuple):
    """A page's HTML up to the end of its head."""

    before: str
    after: str


def rewrite_head(
    html: str, page: PageMetadata, tags: Iterable[HeadTag], *, structured: str, extra_html: str,
    site_styles: Collection[str] = (),
) -> RewrittenHead | None:  # fmt: skip
    """Rewrite a page's HTML up to the end of its head; return None if it has no head.

    `tags` come from `make_tags`, and `structured` from `structured_data`. `extra_html` passes the same checks, and its
    stylesheets go before the first of `site_styles`. Nothing after the head affects the result.
    """
    head = read_head(html)
    if head is None:
        return None
    sifter = _Sifter(page, {tag.key: tag for tag in tags})
    rejected = list(sifter.find_rejected(head.tags))
    extra = "".join(_cut_out(extra_html, sifter.find_rejected(read_tags(extra_html)), len(extra_html))).strip()
    parts, extra = _insert_styles(html, head, rejected, extra, site_styles)
    indent = parts[-1][len(parts[-1].rstrip(" \t")) :]
    script = f'<script type="application/ld+json">{structured}</script>' if structured else ""
    lines = filter(None, (extra, *(tag.html for tag in sifter.missing()), script))
    parts.append(f"\n{indent}".join((*lines, "")))
    before, after = html[: head.end], "".join(parts)
    if page.full_title:
        title = html[slice(*head.title)]
        after = after.replace(f">{title}</", f">{_full_title(title, page)}</", 1)
    return RewrittenHead(before, after)


def _full_title(html: str, page: PageMetadata) -> str:
    """Say in a page's `<title>` what it is about, if the theme wrote the page's title, with or without the site's."""
    title, name = " ".join(unescape(html).split()), " ".join(page.title.split())
    if title == name:
        return escape(page.full_title, quote=False)
    between = title.removeprefix(name).removesuffix(page.site_name)
    if len(name) + len(between) + len(page.site_name) != len(title) or between.strip() not in _SEPARATORS:
        return html
    return escape(f"{page.full_title} · {page.site_name}", quote=False)


def insert_extra(html: str, extra_html: str, site_styles: Collection[str]) -> str:
    """Insert HTML into the head of a page whose metadata are not ours."""
    head = read_head(html)
    if head is None:
        return html
    parts, extra = _insert_styles(html, head, [], extra_html, site_styles)
    return "".join((*parts, extra, html[head.end :]))


def _insert_styles(
    html: str, head: Head, rejected: list[PlacedTag], extra: str, site_styles: Collection[str]
) -> tuple[list[str], str]:
    """Split HTML up to the end of its head, without rejected tags. Insert stylesheets of `extra`; return the rest.

    If the head has none of the site's stylesheets, the rest is all of it.
    """
    links = (tag.start for tag in head.tags if _style_address(tag.tag) in site_styles)
    first = next(links, None) if site_styles else None
    if first is None:
        return list(_cut_out(html, rejected, head.end)), extra
    styles, rest = _split_styles(extra)
    indent = html[html.rfind("\n", 0, first) + 1 : first]
    return [
        *_cut_out(html, [tag for tag in rejected if tag.start < first], first),
        *(f"{style}\n{indent if indent.isspace() else ''}" for style in styles),
        *_cut_out(html, [tag for tag in rejected if tag.start > first], head.end, first),
    ], rest


@lru_cache(maxsize=64)
def _split_styles(html: str) -> tuple[tuple[str, ...], str]:
    """Split the end of a head, which many pages share, into its stylesheets and the rest."""
    tags = [placed for placed in read_tags(html) if _style_address(placed.tag)]
    return tuple(html[tag.start : tag.end] for tag in tags), "".join(_cut_out(html, tags, len(html))).strip()


@lru_cache(maxsize=1024)
def _style_address(tag: Tag) -> str | None:
    is_style = tag.name == "link" and "stylesheet" in tag.attributes.get("rel", "").lower().split()
    return tag.attributes.get("href", "").strip() if is_style else None


@dataclass(slots=True)
class _Sifter:
    """Compares the tags in a head with ours."""

    page: PageMetadata
    ours: dict[str, HeadTag]
    present: set[str] = field(default_factory=set)
    """Keys of tags that stay."""
    robots: list[str] = field(default_factory=list)
    """Words for robots in tags that were rejected."""
    keeps_image: bool = False
    """The last `og:image` stays, and so do the tags about it that follow."""

    def find_rejected(self, tags: Iterable[PlacedTag]) -> Iterator[PlacedTag]:
        """Find the tags to remove, and remember the others."""
        for placed in tags:
            keys, value, is_feed = _keys(placed.tag)
            if is_feed:
                keys = (*keys, f"alternate {join_url(self.page.url, value)}")
            if all(self._stays(key, value) for key in keys):
                self.present.update(keys)
            else:
                yield placed

    def missing(self) -> Iterator[HeadTag]:
        """List our tags that the head still lacks."""
        for key, tag in self.ours.items():
            if key == "robots" and self.robots:
                yield robots_tag(restrict_robots(self.robots, self.page.robots))
            elif key not in self.present and not ("og:image" in self.present and key.startswith("og:image:")):
                yield tag

    def _stays(self, key: str, value: str) -> bool:
        if key == "robots" and self.page.robots:
            self.robots += [word.strip() for word in value.split(",")]
            return False
        if key.startswith("og:image"):
            return self._image_stays(key)
        if key in self.present and key != "robots":
            return False
        if key in _DESCRIPTIONS and "description" in self.ours:
            return " ".join(value.split()) not in self.page.generic_descriptions
        if key in ("prev", "next") and key not in self.ours:  # a theme means the page's neighbours in the navigation
            return not (self.page.previous or self.page.next)
        is_decided = key in _OURS or (key in ("canonical", "og:url") and self.page.canonical_url)
        return key not in self.ours or (value == self.ours[key].value if is_decided else bool(value))

    def _image_stays(self, key: str) -> bool:
        """Keep the first image, with the tags about it right below."""
        if key in ("og:image", "og:image:url"):
            self.keeps_image = "og:image" not in self.present
            return self.keeps_image
        return self.keeps_image and key not in self.present


@lru_cache(maxsize=1024)
def _keys(tag: Tag) -> tuple[tuple[str, ...], str, bool]:
    """Return the keys of a tag (with the value, if a page may have several), its value, and whether it is a feed's."""
    attributes = tag.attributes
    if tag.name == "meta":
        value = attributes.get("content", "").strip()
        keys = []
        for name in dict.fromkeys(attributes.get(attribute, "").lower() for attribute in ("name", "property")):
            if name in _REPEATABLE:
                keys.append(f"{name} {value}")
            elif name in _SINGLE or name == "robots" or name.startswith("og:image"):
                keys.append("og:image" if name == "og:image:url" else name)
        return tuple(keys), value, False
    relations = set(attributes.get("rel", "").lower().split())
    url = attributes.get("href", "").strip()
    keys = sorted(relations & _RELATIONS)
    if "me" in relations:
        keys.append(f"me {url}")
    return tuple(keys), url, "alternate" in relations and attributes.get("type", "").lower() in _FEEDS


def _cut_out(html: str, tags: Iterable[PlacedTag], end: int, position: int = 0) -> Iterator[str]:
    """Split HTML from `position` to `end` into the parts between tags. A tag alone on a line takes the line with it."""
    for start, after, _ in tags:
        line = html.rfind("\n", position, start) + 1
        is_alone = line > position and not html[line:start].strip() and html[after : after + 1] in ("\n", "\r")
        yield html[position : line - 1 if is_alone else start]
        position = after
    yield html[position:end]
