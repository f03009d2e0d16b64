"""The blog's feeds, with posts as entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from mimetypes import MimeTypes
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs_iroco_blog.core.links import FeedLink, License
from mkdocs_iroco_blog.core.model import Author, Post
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.host.pages.files import FileIndex
from mkdocs_iroco_blog.publish.feeds.atom import write_atom
from mkdocs_iroco_blog.publish.feeds.content import make_readable
from mkdocs_iroco_blog.publish.feeds.json_feed import write_json
from mkdocs_iroco_blog.publish.feeds.model import Enclosure, Feed, FeedCategory, FeedEntry
from mkdocs_iroco_blog.publish.feeds.plan import FeedPlan
from mkdocs_iroco_blog.publish.feeds.rss import write_rss
from mkdocs_iroco_blog.publish.metadata.pages import SiteMetadata
from mkdocs_iroco_blog.publish.metadata.values import Person
from mkdocs_iroco_blog.publish.sitemap import post_change

STYLESHEET = "iroco_blog/feed.css"
_TYPES = MimeTypes()  # Python's own, whatever the machine adds
for _ending in ("avif", "webp"):  # unknown to older versions of Python
    _TYPES.add_type(f"image/{_ending}", f".{_ending}")


def feed_links(plans: Sequence[FeedPlan], title: str) -> Mapping[str, Sequence[FeedLink]]:
    """Return links to the feeds of each view, by its path. `title` names the blog."""
    links: dict[str, list[FeedLink]] = defaultdict(list)
    for plan in plans:
        links[plan.home].append(FeedLink(plan.title(title), quote(plan.path), plan.media_type))
    return links


class Feeds:
    """The feeds of one blog in one build."""

    def __init__(
        self, plans: Sequence[FeedPlan], site: Site, metadata: SiteMetadata, index: FileIndex, title: str, root: str
    ) -> None:
        """`title` names the blog. `root` is the root of a Jekyll site's feed ids, or empty."""
        self.plans, self._site, self._metadata, self._index = plans, site, metadata, index
        self._title, self._former_root = title, root
        self._entry: Callable[[Post, str], FeedEntry] = cache(self._make_entry)
        self._schemes = {overview.kind: site.page_url(overview.path) for overview in site.blog.overviews}

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and content of every feed."""
        cached_entries: dict[str, Any] = {"atom": {}, "rss": {}}
        for plan in self.plans:
            feed = self._feed(plan)
            if plan.option.kind == "json":
                yield plan.path, write_json(feed)
            else:
                write = write_atom if plan.option.kind == "atom" else write_rss
                yield plan.path, write(feed, cached_entries[plan.option.kind])

    def _feed(self, plan: FeedPlan) -> Feed:
        site, translator, address = self._site, self._site.translator, quote(plan.path)
        return Feed(
            title=plan.title(self._title), home=site.page_url(plan.home), address=site.absolute_url(address),
            entries=tuple(self._entry(post, plan.option.content) for post in plan.posts),
            id=f"{self._former_root}/{address}" if self._former_root else "",
            authors=self._public(site.feed_author),
            subtitle=site.description, icon=site.icon, stylesheet=relative_address(STYLESHEET, address),
            lang=translator.lang, direction="rtl" if translator.direction == "rtl" else "",
            note=translator.t("feed_note"), note_lang="en" if "feed_note" in translator.english else "",
            rights=site.rights, license=self._license(site.license, "") if site.license.name else None,
        )  # fmt: skip

    def _make_entry(self, post: Post, content: str) -> FeedEntry:
        site, body = self._site, self._site.bodies[post.source]
        url, image = site.page_url(post.path), site.file_url(post.image.src, post.source) if post.image else ""
        excerpt = body.excerpt.content.html(site.urls[post.path]) if content == "excerpt" else ""
        excerpt = excerpt.replace(f'"#{post.id}--', '"#')  # its links to itself lead into the post, without that prefix
        categories = (FeedCategory(name, self._schemes.get("categories", "")) for name in post.categories)
        tags = (FeedCategory(name, self._schemes.get("tags", "")) for name in post.tags)
        return FeedEntry(
            id=post.guid or url, url=url, title=body.title,
            published=post.published.instant, updated=post_change(post).instant,
            date=site.translator.date(post.published, site.settings.post_date_format),
            authors=tuple(map(self._metadata.person, post.authors)) or self._public(site.entry_author),
            categories=(*categories, *tags),
            summary=self._metadata.description(post),
            excerpt=make_readable(excerpt, url) if excerpt else "",
            content=make_readable(body.html, url) if content == "full" else "",
            license=self._license(site.license_of(post), post.source),
            image=image, credit=post.image.credit if post.image else "", enclosure=self._enclosure(post, image),
            lang=post.lang or "",
        )  # fmt: skip

    def _license(self, licence: License | None, source: str) -> License | None:
        return licence and replace(licence, url=self._site.file_url(licence.url, source))

    def _public(self, author: Author | None) -> tuple[Person, ...]:
        """Return the blog's own author. Its feeds give the e-mail address to everyone, as jekyll-feed's do."""
        return (replace(self._metadata.person(author), email=author.email),) if author else ()

    def _enclosure(self, post: Post, url: str) -> Enclosure | None:
        """Return the post's picture at `url`, if the type of its file is known."""
        kind = _TYPES.guess_type(url)[0] if url else None
        if not post.image or not kind:
            return None
        file = self._index.file(post.image.src, post.source)
        size = Path(file.abs_src_path).stat().st_size if file and file.abs_src_path else 0
        return Enclosure(url, kind, size, post.image.caption or post.image.alt)
