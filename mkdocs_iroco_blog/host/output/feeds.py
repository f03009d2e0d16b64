"""The blog's feeds: posts as entries, and each feed as the file that is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from mimetypes import MimeTypes
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from mkdocs_iroco_blog.core.html.body import Body
from mkdocs_iroco_blog.core.links import FeedLink
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.host.pages.files import FileIndex
from mkdocs_iroco_blog.publish.feeds.atom import write_atom
from mkdocs_iroco_blog.publish.feeds.content import make_readable
from mkdocs_iroco_blog.publish.feeds.json_feed import write_json
from mkdocs_iroco_blog.publish.feeds.model import Enclosure, Feed, FeedCategory, FeedEntry
from mkdocs_iroco_blog.publish.feeds.plan import FeedPlan
from mkdocs_iroco_blog.publish.feeds.rss import write_rss
from mkdocs_iroco_blog.publish.metadata.pages import described, person
from mkdocs_iroco_blog.publish.metadata.values import Publication
from mkdocs_iroco_blog.publish.sitemap import changed

if TYPE_CHECKING:
    from mkdocs_iroco_blog.host.build import BlogBuild

STYLESHEET = "iroco_blog/feed.css"
_TYPES = MimeTypes()  # Python's own, whatever the machine adds
for _ending in ("avif", "webp"):  # which not every Python knows
    _TYPES.add_type(f"image/{_ending}", f".{_ending}")


class Feeds:
    """The feeds of one blog in one build."""

    def __init__(
        self, build: BlogBuild, plans: Sequence[FeedPlan], bodies: Mapping[str, Body], about: Publication,
        files: FileIndex, *, title: str,
    ) -> None:  # fmt: skip
        """`title` names the blog."""
        self._plans, self._blog, self._bodies, self._about = plans, build.blog, bodies, about
        self._translator, self._files = build.translator, files
        self._former_root = build.jekyll.former_root if build.jekyll else ""
        self._entries: dict[tuple[Post, str], FeedEntry] = {}
        self._schemes = {overview.kind: about.page(overview.path) for overview in build.blog.overviews}
        self._names = {plan: plan.title(title) for plan in plans}
        self._build = build
        self._places: dict[str, list[FeedLink]] = defaultdict(list)
        for plan in plans:
            self._places[plan.home].append(FeedLink(self._names[plan], quote(plan.path), plan.media_type))

    def places(self) -> Mapping[str, Sequence[FeedLink]]:
        """Where feeds stand, by the path of the view that each is of."""
        return self._places

    def links(self, view: str) -> tuple[FeedLink, ...]:
        """What the page at a path says of its view's feeds."""
        places = self._places.get(view, ())
        return tuple(replace(feed, url=self._about.absolute(feed.url)) for feed in places)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every feed: its path under the site's folder, and what stands there."""
        written: dict[str, Any] = {"atom": {}, "rss": {}}
        for plan in self._plans:
            feed = self._feed(plan)
            if plan.option.kind == "json":
                yield plan.path, write_json(feed)
            else:
                write = write_atom if plan.option.kind == "atom" else write_rss
                yield plan.path, write(feed, written[plan.option.kind])

    def _feed(self, plan: FeedPlan) -> Feed:
        about, address = self._about, quote(plan.path)
        return Feed(
            title=self._names[plan],
            home=about.page(plan.home),
            address=about.absolute(address),
            entries=tuple(self._entry(post, plan.option.content) for post in plan.posts),
            id=f"{self._former_root}/{address}" if self._former_root else "",
            subtitle=about.site_description,
            lang=about.lang,
            icon=about.icon,
            stylesheet=relative_address(STYLESHEET, address),
            note=self._translator.t("feed_note"),
        )

    def _entry(self, post: Post, content: Literal["full", "excerpt"]) -> FeedEntry:
        if (post, content) not in self._entries:
            self._entries[post, content] = self._made(post, content)
        return self._entries[post, content]

    def _made(self, post: Post, content: Literal["full", "excerpt"]) -> FeedEntry:
        about, body = self._about, self._bodies[post.source]
        url, address = about.page(post.path), about.addresses[post.path]
        return FeedEntry(
            id=post.guid or url,
            url=url,
            title=body.title,
            published=post.published.at,
            updated=changed(post).at,
            authors=tuple(person(author, self._blog, about) for author in post.authors),
            categories=tuple(self._categories(post)),
            summary=described(post, body, about),
            excerpt=_excerpt(post, body.excerpt.content.html(address), url) if content == "excerpt" else "",
            content=make_readable(body.html, url) if content == "full" else "",
            image=about.file(post.image.src, post.source) if post.image else "",
            enclosure=self._enclosure(post),
            lang=post.lang or "",
            date=self._date(post),
        )

    def _date(self, post: Post) -> str:
        """The day as the blog's pages show it."""
        fragments = self._build.fragments
        return fragments.site.shown(post.published).text if fragments else ""

    def _categories(self, post: Post) -> Iterator[FeedCategory]:
        for kind in ("categories", "tags"):
            for name in getattr(post, kind):
                yield FeedCategory(name, self._schemes.get(kind, ""))

    def _enclosure(self, post: Post) -> Enclosure | None:
        """The post's picture, where it is a file of a kind that is known."""
        url = self._about.file(post.image.src, post.source) if post.image else ""
        kind = _TYPES.guess_type(url)[0] if url else None
        if not post.image or not kind:
            return None
        file = self._files.file(post.image.src, post.source)
        size = Path(file.abs_src_path).stat().st_size if file and file.abs_src_path else 0
        return Enclosure(url, kind, size)


def _excerpt(post: Post, html: str, url: str) -> str:
    """An excerpt's links inside itself lead to the same places of the whole post, whose ids have no prefix."""
    return make_readable(html.replace(f'"#{post.id}--', '"#'), url)
