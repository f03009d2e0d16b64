"""Contexts from values: every link made relative to the page at one address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.html.body import Body
from mkdocs_iroco_blog.core.html.relocatable import Marks
from mkdocs_iroco_blog.core.links import FeedLink
from mkdocs_iroco_blog.core.model import Author, Blog, Image, Period, Post, Term
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.site import Translator

from .context import (
    AuthorContext,
    DateContext,
    ImageContext,
    PartContext,
    PostContext,
    TermContext,
    TranslationContext,
)

FileAddress = Callable[[str, str], str | None]
"""Of a path, and the file that names it: the address under the site's root, or none where it leads outside."""


@dataclass(frozen=True, slots=True)
class Translation:
    """Where a page can be read in another language."""

    lang: str
    name: str
    """Of the language."""
    address: str
    """Under the site's root."""


@dataclass(frozen=True, slots=True)
class Site:
    """One blog, ready to be laid out."""

    blog: Blog
    settings: Settings
    translator: Translator
    addresses: Mapping[str, str]
    """The address under the site's root of every page, by its path."""
    bodies: Mapping[str, Body]
    """Finished bodies, by the post's source."""
    file_address: FileAddress
    today: date
    first_post: str
    """The file to write for a first post, as seen from `mkdocs.yml`."""
    lang_differs: bool
    """The theme's pages are in another language than the blog, or say none."""
    elsewhere: Sequence[str] = ()
    """Addresses of whom the blog belongs to, on other sites."""
    former_ids: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    """Of a kind and a term's name: ids that links from elsewhere may name."""
    translations: Mapping[str, Sequence[Translation]] = field(default_factory=dict)
    """Of pages that there are in other languages, by their paths."""
    feeds: Mapping[str, Sequence[FeedLink]] = field(default_factory=dict)
    """The feeds of each view, by its path; the index has the whole blog's. Addresses are under the site's root."""
    switches_language: bool = False
    """The theme leads every page to its translations by itself."""
    dates: dict[str, DateContext] = field(default_factory=dict)
    """Dates shown so far: a view shows most of them again."""

    def shown(self, moment: Moment) -> DateContext:
        """A date in the blog's language."""
        key = moment.attribute()
        if key not in self.dates:
            format_date, pattern = self.translator.date, self.settings.post_date_format
            short = "medium" if pattern in ("full", "long", "medium", "short") else pattern
            self.dates[key] = DateContext(key, format_date(moment, pattern), format_date(moment, short))
        return self.dates[key]

    def title(self, post: Post) -> str:
        """A post's name as text."""
        body = self.bodies.get(post.source)
        return body.title if body else post.title


@dataclass(frozen=True, slots=True)
class Page:
    """What contexts are made for: a page at an address, or HTML that several pages will show."""

    site: Site
    at: str | Marks

    def url(self, path: str) -> str:
        """A link to one of the blog's pages; empty where there is none."""
        address = self.site.addresses.get(path)
        return "" if address is None else self._link(address)

    def translations(self, path: str) -> list[TranslationContext]:
        """Links to a page's translations."""
        return [
            TranslationContext(other.name, self._link(other.address), other.lang)
            for other in self.site.translations.get(path, ())
        ]

    def feeds(self, path: str) -> list[FeedLink]:
        """Links to the feeds of a view."""
        return [replace(feed, url=self._link(feed.url)) for feed in self.site.feeds.get(path, ())]

    def file(self, written: str, source: str) -> str:
        """A link to a file that `source` names; as written where it is no file of the site."""
        address = self.site.file_address(written, source) if written else None
        return written if address is None else self._link(address)

    def _link(self, address: str) -> str:
        return self.at.mark(address) if isinstance(self.at, Marks) else relative_address(address, self.at)

    def term(self, term: Term | Period, name: str | None = None, *, of: str = "") -> TermContext:
        """A term under the spelling that a post gives it; on the overview `of` a kind, with the ids it had before."""
        slug = term.slug if isinstance(term, Term) else term.path.rpartition("/")[2]
        former = self.site.former_ids.get((of, term.name), ())
        url = self.url(term.path) if term.path else ""
        return TermContext(name or term.name, url, len(term.posts), slug, [old for old in former if old != slug])

    def author(self, author: Author) -> AuthorContext:
        """An author with the link to their page."""
        term = self.site.blog.taxonomies["authors"].by_spelling.get(author.key)
        path, count = (term.path, len(term.posts)) if term else ("", 0)
        own = self.url(path) if path else ""
        avatar = self.file(author.avatar, self.site.settings.authors_path)
        return AuthorContext(
            author.name, own or author.url, author.url, avatar, author.description, count, f"author-{author.slug}"
        )

    def post(self, post: Post, **shown: Any) -> PostContext:
        """A post; `shown` holds what depends on where it is shown."""
        site, body = self.site, self.site.bodies.get(post.source)
        spelt = {kind: site.blog.taxonomies[kind].by_spelling for kind in ("categories", "tags", "series")}
        return PostContext(**{
            "title": site.title(post),
            "url": self.url(post.path),
            "id": post.id,
            "published": site.shown(post.published),
            "updated": site.shown(post.updated) if post.updated else None,
            "dates": {name: site.shown(moment) for name, moment in post.dates.items()},
            "authors": [self.author(author) for author in post.authors],
            "categories": [self.term(spelt["categories"][name], name) for name in post.categories],
            "tags": [self.term(spelt["tags"][name], name) for name in post.tags],
            "series": [self._part(post, spelt["series"][name]) for name in post.series],
            "description": post.description,
            "readtime": body.minutes if body else post.readtime,
            "state": post.state.value,
            "pinned": post.pinned,
            "unlisted": post.unlisted,
            "comments": post.comments,
            "lang": post.lang,
            "image": self._image(post.image, post.source),
            "meta": post.meta,
            "hide": post.hide,
            **shown,
        })  # fmt: skip

    def _part(self, post: Post, series: Term) -> PartContext:
        number = next((at for at, other in enumerate(series.posts, 1) if other is post), 0)
        return PartContext(series.name, self.url(series.path) if series.path else "", number, len(series.posts))

    def _image(self, image: Image | None, source: str) -> ImageContext | None:
        return ImageContext(self.file(image.src, source), image.alt) if image else None
