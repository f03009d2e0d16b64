"""The posts that link to a page, newest first, of all blogs of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.core.site import Site

from .context.parts import LinkContext
from .links import Page


class Mention(NamedTuple):
    """A post that links to a page, in a form that every blog of the site can show."""

    published: Moment
    url: str
    """Under the site's root."""
    title: str
    lang: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """Links to the posts that mention a page."""

    site: Site
    """The blog whose pages show them."""
    sites: list[Site]
    """All blogs. It grows until the first page is written."""

    def of(self, url: str) -> list[LinkContext]:
        """Link to the posts that mention the page at a URL: of the blogs with the option, or of all if none has it.

        So a line in a page does without the option.
        """
        sites = [site for site in self.sites if site.settings.mentions] or self.sites
        return self._links((mention for site in sites for mention in _describe(site, site.mentions.get(url, ()))), url)

    def below(self, post: Post) -> list[LinkContext]:
        """Link to the posts that a post's footer lists: of its blog, and of the other blogs with the option."""
        if not self.site.lists_mentions(post):
            return []
        url, mentions = self.site.urls[post.path], [*_describe(self.site, self.site.mentions_below(post))]
        for other in self.sites:
            if other is not self.site and other.settings.mentions:
                mentions += _describe(other, other.mentions.get(url, ()))
        return self._links(mentions, url)

    def are_later(self, url: str) -> bool:
        """Whether posts mention a page whose blogs come later, and may not have been there when it was laid out."""
        later = reversed(self.sites)
        return any(url in site.mentions for site in takewhile(lambda site: site is not self.site, later))

    def _links(self, mentions: Iterable[Mention], url: str) -> list[LinkContext]:
        page, lang = Page(self.site, url), self.site.translator.lang
        return [
            LinkContext(
                mention.title, relative_address(mention.url, url), lang=None if mention.lang == lang else mention.lang,
                date=page.date(mention.published),
            )
            for mention in sorted(mentions, key=lambda mention: mention.published.instant, reverse=True)
        ]  # fmt: skip


def _describe(site: Site, posts: Iterable[Post]) -> Iterator[Mention]:
    for post in posts:
        lang = post.lang or site.translator.lang
        yield Mention(post.published, site.urls[post.path], site.title(post), lang)
