"""Make contexts from the blog's values, with links relative to the page that shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_iroco_blog.core.dates import Moment, without_year
from mkdocs_iroco_blog.core.html.picture_sources import offer_sources, text_sizes, without_query
from mkdocs_iroco_blog.core.html.relocatable import Marks
from mkdocs_iroco_blog.core.links import FeedLink, Image, License, Translation
from mkdocs_iroco_blog.core.model import Author, Period, Post, Term
from mkdocs_iroco_blog.core.permalinks import address_from, is_outside, relative_address
from mkdocs_iroco_blog.core.pictures.variants import Variant, sources
from mkdocs_iroco_blog.core.posts.versions import newest_version
from mkdocs_iroco_blog.core.site import Site, Successor
from mkdocs_iroco_blog.core.terms.profiles import profile_links

from .context.parts import AuthorContext, DateContext, LinkContext, TermContext
from .context.post import PostContext
from .series import describe_places
from .translator import text_direction

_LOCKED: Mapping[str, Any] = {"description": "", "image": None, "meta": {}, "readtime": None}
"""The values of a locked post, which tell nothing of its text."""
_LOCKED_ENTRY: Mapping[str, Any] = {
    "authors": (), "categories": (), "tags": (), "series": (), "updated": None, "revised": False, "applies_to": None,
}  # fmt: skip
"""Values that only a locked post's own page shows."""
_SOON = timedelta(days=1)
_UNCHANGED = ("description", "pinned", "unlisted", "comments", "lang", "meta", "hide")
"""Attributes that a `PostContext` takes from its post."""


@dataclass(frozen=True, slots=True)
class Page:
    """Makes contexts whose links are relative to one page, or are marks in HTML that several pages will show."""

    site: Site
    base: str | Marks
    """The page's URL under the site's root, or the marks."""

    def url(self, path: str) -> str:
        """Link to a page of the blog; return "" if it has none."""
        url = self.site.urls.get(path)
        return "" if url is None else self._link(url)

    def translations(self, path: str) -> list[Translation]:
        """Link to a page's translations."""
        return [replace(other, url=self._link(other.url)) for other in self.site.translations.get(path, ())]

    def feeds(self, path: str) -> list[FeedLink]:
        """Link to the feeds of a view."""
        return [replace(feed, url=self._link(feed.url)) for feed in self.site.feeds.get(path, ())]

    def file(self, target: str, source: str) -> str:
        """Link to a file that `source` names; return the target unchanged if the site has no such file."""
        url = self.site.find(target, source) if target else None
        return target if url is None else self._link(url)

    def _link(self, url: str) -> str:
        return self.base.mark(url) if isinstance(self.base, Marks) else relative_address(url, self.base)

    def date(self, moment: Moment, *, in_year: bool = False) -> DateContext:
        """Format a date in the blog's language, without the year where a whole list is of one."""
        translator, pattern = self.site.translator, self.site.settings.post_date_format
        format_date = translator.date
        short = "medium" if pattern in ("full", "long", "medium", "short") else pattern
        if in_year:
            pattern, short = (without_year(each, translator.locale) for each in (pattern, short))
        return DateContext(moment.attribute(), format_date(moment, pattern), format_date(moment, short))

    def term(self, term: Term | Period, name: str | None = None, *, overview: str = "") -> TermContext:
        """Describe a term by a post's spelling of its name. On an overview, named by its kind, add its former ids."""
        slug = term.slug if isinstance(term, Term) else term.path.rpartition("/")[2]
        former_ids = self.site.former_ids.get((overview, term.name), ())
        url = self.url(term.path) if term.path else ""
        return TermContext(name or term.name, url, len(term.posts), slug, [old for old in former_ids if old != slug])

    def author(self, author: Author) -> AuthorContext:
        """Describe an author, with the link to their page."""
        term = self.site.blog.taxonomies["authors"].by_spelling.get(author.key)
        url = self.url(term.path) if term and term.path else ""
        place = self.site.settings.authors_path
        exists = is_outside(author.avatar) or self.site.find(author.avatar, place) is not None
        avatar = self.file(author.avatar, place) if author.avatar and exists else ""
        count = len(term.posts) if term else 0
        links = profile_links(author)
        if author.url and not is_outside(author.url):  # a page of this site
            links = (replace(links[0], url=self.file(author.url, place)), *links[1:])
        introduced = bool(author.description) or any(link.url != (url or author.url) for link in links)
        return AuthorContext(
            author.name, url or author.url, author.url, avatar, author.description, count, f"author-{author.slug}",
            links, introduced, *(self._size(author.avatar, place) if avatar else (0, 0)), author.meta,
        )  # fmt: skip

    def post(self, post: Post, **values: Any) -> PostContext:
        """Describe a post; `values` are those that depend on the page that shows it."""
        site, body = self.site, self.site.bodies[post.source]
        if post.source in site.locked:
            values = {**values, **_LOCKED, **(_LOCKED_ENTRY if isinstance(self.base, Marks) else {})}
        successor = site.successors.get(post.source)
        by_spelling = {kind: site.blog.taxonomies[kind].by_spelling for kind in ("categories", "tags")}
        return PostContext(**{
            "title": site.title(post),
            "url": self.url(post.path),
            "id": post.id,
            "published": self.date(post.published),
            "updated": self.date(post.updated) if post.updated else None,
            "revised": post.updated is not None and post.updated.instant - post.published.instant > _SOON,
            "dates": {name: self.date(moment) for name, moment in post.dates.items()},
            "authors": [self.author(author) for author in post.authors],
            "categories": [self.term(by_spelling["categories"][name], name) for name in post.categories],
            "tags": [self.term(by_spelling["tags"][name], name) for name in post.tags],
            "series": describe_places(site, post, self.url, in_list=isinstance(self.base, Marks)),
            "readtime": body.minutes,
            "wordcount": body.words,
            "state": post.state.value,
            "applies_to": self._versions(post.applies_to) if post.applies_to else None,
            "superseded_by": self._successor(successor) if successor else None,
            "replaces": [
                LinkContext(site.title(other), self.url(other.path), lang=other.lang)
                for other in site.predecessors.get(post.source, ())
            ],
            "age": site.age(post),
            "dir": self._direction(post),
            "image": post.image and self._image(post.image, post.source),
            "license": self._license(post),
            **{name: getattr(post, name) for name in _UNCHANGED},
            **values,
        })  # fmt: skip

    def _versions(self, text: str) -> LinkContext:
        """Link a range of versions to the newest of them, which is beside this site in a folder of its name."""
        version = newest_version(text, self.site.versions)
        return LinkContext(text, self._link(f"../{quote(version)}/") if version else "")

    def _successor(self, page: Successor) -> LinkContext:
        return LinkContext(page.title, page.url if is_outside(page.url) else self._link(page.url))

    def _image(self, image: Image, source: str) -> Image:
        width, height = self._size(image.src, source)
        dark = image.dark and self._image(image.dark, source)
        credit_url = image.credit_url if is_outside(image.credit_url) else self.file(image.credit_url, source)
        offered = sources(self._variants(self.site.find(image.src, source)), self._link)
        return replace(
            image, src=self.file(image.src, source), width=width, height=height, dark=dark, credit_url=credit_url,
            sources=offered, srcset=offered[-1].srcset if offered else "", sizes=text_sizes() if offered else "",
        )  # fmt: skip

    def offer_variants(self, html: str) -> Markup:
        """Offer the lighter variants of the pictures in a text that links as this page does."""
        return offer_sources(html, self.site.variants, self._address, self._link)

    def _address(self, link: str) -> str | None:
        base = self.base
        return base.address(link) if isinstance(base, Marks) else address_from(base, link)

    def _variants(self, url: str | None) -> Sequence[Variant]:
        return self.site.variants.get(without_query(url), ()) if url else ()

    def _size(self, target: str, source: str) -> tuple[int, int]:
        picture = self.site.picture(target, source)
        return (picture.width, picture.height) if picture else (0, 0)

    def _direction(self, post: Post) -> str:
        direction = text_direction(post.lang) if post.lang else ""
        return "" if direction == self.site.translator.direction else direction

    def _license(self, post: Post) -> License | None:
        licence = None if self.site.shows_license and not post.license else self.site.license_of(post)
        if licence is None or is_outside(licence.url):
            return licence
        return replace(licence, url=self.file(licence.url, post.source))
