"""The metadata of each page of a blog.

A post's description is front matter's, else the beginning of its excerpt; a list's names what it lists. A post's
picture is its own, else its first author's, else the site's. A numbered page has its own title and URL. Search
engines are kept away from unlisted and unpublished posts, and from terms with fewer than `thin_views` posts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any

from mkdocs_iroco_blog.core.html.plain_text import shorten, summary
from mkdocs_iroco_blog.core.links import FeedLink
from mkdocs_iroco_blog.core.model import Author, Overview, Post, State, Term, View, ViewPage
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.core.terms.series import Place, main_place, places
from mkdocs_iroco_blog.core.urls import split_url
from mkdocs_iroco_blog.publish.sitemap import is_thin, post_change, view_change

from .values import Crumb, Kind, PageMetadata, Person, Picture, SeriesLink, restrict_robots


class SiteMetadata:
    """Makes the metadata of a blog's pages."""

    def __init__(self, site: Site) -> None:
        self._site, self._blog = site, site.blog
        self._image = self._picture_at(site.image, site.settings.image or "", "") if site.image else None
        self._feeds = self._view_feeds(site.settings.index_path)
        blog = Crumb(site.blog_name, site.absolute_url(site.index_url))
        is_home = site.index_url in ("", "index.html")
        self._trail = (blog,) if is_home else (Crumb(site.name, site.root_url), blog)
        self._series_views = {term.path: term for term in self._blog.taxonomies["series"].terms}
        self.person: Callable[[Author], Person] = cache(self._person)
        """Returns an author with the URL of their page here, else of their own site."""
        self.description: Callable[[Post], str] = cache(self._description)
        """Returns a post's description as text."""

    def post(self, post: Post) -> PageMetadata:
        """Make the metadata of a post's page. That of a locked one tells nothing of its text."""
        body = self._site.bodies[post.source]
        authors = tuple(map(self.person, post.authors))
        image = self._picture(post, authors)
        hidden = post.unlisted or post.state is not State.PUBLISHED
        is_locked = post.source in self._site.locked
        series = places(self._blog, post)
        categories = (
            self._crumb(term.name, term.path) for term in self._blog.terms_of(post, "categories") if term.path
        )
        return self._page(
            "post", body.title, post.path, (*islice(categories, 1), self._crumb(body.title, post.path)),
            description=self.description(post), image=image, card_image=self._card_image(image), minutes=body.minutes,
            published=_iso(post.published.instant), modified=_iso(post_change(post).instant),
            authors=authors, sections=() if is_locked else post.categories, tags=() if is_locked else post.tags,
            lang=post.lang or self._site.translator.lang, canonical_url=post.canonical_url,
            robots=restrict_robots(post.robots, ("noindex",)) if hidden else post.robots, license=self._license(post),
            series=tuple(self._series(place.series, place.number) for place in series if place.number),
            **self._neighbours(main_place(series)), **self._replacements(post),
        )  # fmt: skip

    def view(
        self, view: View, view_page: ViewPage, *, title: str, full_title: str = "", description: str = ""
    ) -> PageMetadata:
        """Make the metadata of a numbered page. `description` is from the view's own Markdown file."""
        is_first, is_index = view_page.number == 1, view.kind == "index"
        people = (self.person(view.author),) if view.author else ()
        newest, position = view_change(view), view_page.number - 1
        kind: Kind = "list" if not is_first else "profile" if people else "index" if is_index else "list"
        return self._page(
            kind, title, view_page.path, () if is_first and is_index else (self._crumb(title, view_page.path),),
            description=(is_first and (description or self._own_description(view)))
            or _join(post.title for post in view_page.posts),
            modified=_iso(newest.instant) if newest else "", authors=people, image=_portrait(people) or self._image,
            previous="" if is_first else self._site.page_url(view.pages[position - 1].path),
            next=self._site.page_url(view.pages[position + 1].path) if position + 1 < len(view.pages) else "",
            full_title=full_title, robots=("noindex",) if is_thin(view, self._site.settings.thin_views) else (),
            **self._parts(view, view_page),
            feeds=self._feeds if is_index else (*self._feeds, *self._view_feeds(view.path)),
            me=self._owner_links(view) if is_first else (),
        )  # fmt: skip

    def overview(self, overview: Overview, *, title: str, description: str = "") -> PageMetadata:
        """Make the metadata of the page that lists a taxonomy's terms, or the archive's periods."""
        return self._page(
            "list", title, overview.path, (self._crumb(title, overview.path),),
            description=description or _join(group.name for group in overview.groups), image=self._image,
        )  # fmt: skip

    def _page(self, kind: Kind, title: str, path: str, trail: tuple[Crumb, ...], **values: Any) -> PageMetadata:
        site = self._site
        values = {"lang": site.translator.lang, "feeds": self._feeds, **values}
        return PageMetadata(
            kind=kind, title=title, url=site.page_url(path), site_name=site.name, site_description=site.description,
            trail=(*self._trail, *trail), **values,
        )  # fmt: skip

    def _series(self, series: Term, number: int = 0) -> SeriesLink:
        return SeriesLink(series.name, self._site.page_url(series.path) if series.path else "", number)

    def _neighbours(self, place: Place | None) -> dict[str, str]:
        """Return the URLs of the parts before and after a post."""
        ways = {"previous": place.neighbour(-1), "next": place.neighbour(1)} if place else {}
        return {name: self._site.page_url(post.path) for name, post in ways.items() if post}

    def _replacements(self, post: Post) -> dict[str, Any]:
        """Return the URL of the page to read instead of a post, and those of the posts that it replaces."""
        site, successor = self._site, self._site.successors.get(post.source)
        replaces = tuple(filter(None, (site.page_url(other.path) for other in site.predecessors.get(post.source, ()))))
        url = successor.url if successor else None
        return {"replaced_by": url if url and is_outside(url) else site.absolute_url(url), "replaces": replaces}

    def _parts(self, view: View, view_page: ViewPage) -> dict[str, tuple[SeriesLink, ...]]:
        series = self._series_views.get(view.path) if view.kind == "series" else None
        if series is None:
            return {}
        parts = (
            SeriesLink(self._site.title(post), self._site.page_url(post.path), series.numbers[series.places[post]])
            for post in view_page.posts
        )
        return {"series": (self._series(series),), "parts": tuple(parts)}

    def _license(self, post: Post) -> str:
        licence = self._site.license_of(post)
        return self._site.file_url(licence.url, post.source) or licence.name if licence else ""

    def _description(self, post: Post) -> str:
        if post.source in self._site.locked:
            return ""
        return post.description or summary("".join(self._site.bodies[post.source].excerpt.content.pieces))

    def _person(self, author: Author) -> Person:
        site = self._site
        term = self._blog.taxonomies["authors"].by_spelling.get(author.key)
        page = site.page_url(term.path) if term and term.path else ""
        own_site = site.file_url(author.url, site.settings.authors_path)
        url = page or own_site
        pages = (own_site, *(link.url for link in author.links if link.kind != "email"))
        links = tuple(link for link in dict.fromkeys(pages) if link and link != url)
        avatar = site.file_url(author.avatar, site.settings.authors_path)
        return Person(author.name, url, avatar, author.description, links, author.fediverse)

    def _picture(self, post: Post, authors: tuple[Person, ...]) -> Picture | None:
        is_shown = post.image and post.source not in self._site.locked
        url = self._site.file_url(post.image.src, post.source) if post.image and is_shown else ""
        if post.image and url:
            image, target = post.image, (post.image.src, post.source)
            return self._picture_at(url, *target, alt=image.alt, caption=image.caption, credit=image.credit, large=True)
        return _portrait(authors) or self._image

    def _picture_at(self, url: str, target: str, source: str, **values: Any) -> Picture:
        """Return the picture at a URL, which `target` in the file `source` leads to, with the size of its file."""
        file = self._site.picture(target, source) if target else None
        if file:
            values |= {"width": file.width or None, "height": file.height or None, "type": file.type}
        return Picture(url, **values)

    def _card_image(self, image: Picture | None) -> Picture | None:
        """Return the site's picture in place of a drawing in SVG, which social networks do not show."""
        usable = self._site.settings.image and self._image and not _is_drawing(self._image)
        return self._image if usable and image and _is_drawing(image) else None

    def _view_feeds(self, path: str) -> tuple[FeedLink, ...]:
        feeds = self._site.feeds.get(path, ())
        return tuple(replace(feed, url=self._site.absolute_url(feed.url)) for feed in feeds)

    def _own_description(self, view: View) -> str:
        """Return what the authors file says of an author, or `mkdocs.yml` of the site, for the index."""
        if view.author:
            return view.author.description
        return self._site.description if view.kind == "index" else ""

    def _owner_links(self, view: View) -> tuple[str, ...]:
        """Return the profiles of the page's owner: an author page's author, or the only author for the index."""
        if view.author:
            return tuple(link.url for link in view.author.links)
        terms = self._blog.taxonomies["authors"].terms
        owner = terms[0].author if view.kind == "index" and len(terms) == 1 else None
        return tuple(link.url for link in owner.links) if owner else ()

    def _crumb(self, name: str, path: str) -> Crumb:
        return Crumb(name, self._site.page_url(path))


def _portrait(people: tuple[Person, ...]) -> Picture | None:
    return Picture(people[0].image, people[0].name) if people and people[0].image else None


def _is_drawing(picture: Picture) -> bool:
    parts = split_url(picture.url)
    return parts is not None and parts.path.lower().endswith((".svg", ".svgz"))


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _join(names: Iterable[str]) -> str:
    return shorten(" · ".join(names))
