"""Contexts from values: every link made relative to the page at one address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.html.relocatable import Marks
from mkdocs_iroco_blog.core.links import FeedLink, Translation
from mkdocs_iroco_blog.core.model import Author, Image, Period, Post, Term
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.core.site import Site

from .context import (
    AuthorContext,
    DateContext,
    ImageContext,
    PartContext,
    PostContext,
    TermContext,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What contexts are made for: a page at an address, or HTML that several pages will show."""

    site: Site
    at: str | Marks

    def url(self, path: str) -> str:
        """A link to one of the blog's pages; empty where there is none."""
        address = self.site.urls.get(path)
        return "" if address is None else self._link(address)

    def translations(self, path: str) -> list[Translation]:
        """Links to a page's translations."""
        return [replace(other, url=self._link(other.url)) for other in self.site.translations.get(path, ())]

    def feeds(self, path: str) -> list[FeedLink]:
        """Links to the feeds of a view."""
        return [replace(feed, url=self._link(feed.url)) for feed in self.site.feeds.get(path, ())]

    def file(self, written: str, source: str) -> str:
        """A link to a file that `source` names; as written where it is no file of the site."""
        address = self.site.find(written, source) if written else None
        return written if address is None else self._link(address)

    def _link(self, address: str) -> str:
        return self.at.mark(address) if isinstance(self.at, Marks) else relative_address(address, self.at)

    def date(self, moment: Moment) -> DateContext:
        """Format a date in the blog's language."""
        format_date, pattern = self.site.translator.date, self.site.settings.post_date_format
        short = "medium" if pattern in ("full", "long", "medium", "short") else pattern
        return DateContext(moment.attribute(), format_date(moment, pattern), format_date(moment, short))

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
        site = self.site
        spelt = {kind: site.blog.taxonomies[kind].by_spelling for kind in ("categories", "tags", "series")}
        return PostContext(**{
            "title": site.title(post),
            "url": self.url(post.path),
            "id": post.id,
            "published": self.date(post.published),
            "updated": self.date(post.updated) if post.updated else None,
            "dates": {name: self.date(moment) for name, moment in post.dates.items()},
            "authors": [self.author(author) for author in post.authors],
            "categories": [self.term(spelt["categories"][name], name) for name in post.categories],
            "tags": [self.term(spelt["tags"][name], name) for name in post.tags],
            "series": [self._part(post, spelt["series"][name]) for name in post.series],
            "description": post.description,
            "readtime": site.bodies[post.source].minutes,
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
