"""One value with everything that a blog's pages, feeds and metadata are made from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from .dates import Moment, full_years
from .html.body import Body
from .licenses import NO_LICENSE
from .links import FeedLink, License, Translation
from .model import Author, Blog, Post
from .pictures.read import PictureFile
from .pictures.variants import Variant
from .settings import Settings

TERM_PHRASES = {
    "archive": "archive", "categories": "category", "tags": "tag", "series": "one_series", "authors": "author",
}  # fmt: skip
"""The phrase for what a view of each kind is about."""


def no_picture(target: str, source: str) -> PictureFile | None:  # noqa: ARG001 - in the place of a reader
    """Know no picture."""
    return None


class Translator(Protocol):
    """Phrases and dates in the blog's language."""

    @property
    def lang(self) -> str:
        """As in `<html lang>`: `fr`, `pt-BR`."""

    @property
    def locale(self) -> str:
        """As Babel names it: `fr`, `pt_BR`."""

    @property
    def direction(self) -> str:
        """The direction of its script, as HTML's `dir` names it: `ltr` or `rtl`."""

    @property
    def english(self) -> Collection[str]:
        """The keys of the phrases that are in English because the language lacks them."""

    def t(self, key: str, **values: object) -> str:
        """Return a phrase with its placeholders filled in."""

    def date(self, moment: Moment, pattern: str) -> str:
        """Format a date."""


@dataclass(frozen=True, slots=True)
class Successor:
    """The page to read instead of a post."""

    title: str
    """The address, if the page is on another site."""
    url: str
    """Under the site's root, or whole."""
    source: str = ""
    """The post that it is, if it is of this blog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A blog with its settings, finished posts and URLs. All text is plain, not escaped."""

    blog: Blog
    settings: Settings
    translator: Translator
    urls: Mapping[str, str]
    """The URL under the site's root of every page of the blog, percent-encoded, by the page's path."""
    bodies: Mapping[str, Body]
    """Every post's finished body, by the post's source."""
    find: Callable[[str, str], str | None]
    """Takes a path as an author wrote it, and the file it is written in. Returns the URL under the site's root, or None
    if the path leads to no file of the site.
    """
    today: date
    picture: Callable[[str, str], PictureFile | None] = no_picture
    """Takes the same as `find`. Returns the picture there, or None if the site has none, or its size is not known."""
    variants: Mapping[str, Sequence[Variant]] = field(default_factory=dict)
    """The lighter variants of pictures, by the pictures' URLs under the site's root."""
    locked: Collection[str] = ()
    """Sources of the posts of which nothing but the title and the date may be shown."""
    root_url: str = ""
    """The site's address with a slash at its end. Empty if unknown; then no page has a whole URL."""
    name: str = ""
    blog_name: str = ""
    description: str = ""
    """The site's description, which a theme writes on every page."""
    author: str = ""
    image: str = ""
    """The whole URL of a picture, such as the logo, for pages and authors that have none."""
    icon: str = ""
    """The whole URL of the site's icon, for posts without any picture."""
    first_post: str = ""
    """The file to create for a first post, relative to the folder of `mkdocs.yml`."""
    lang_differs: bool = False
    """The theme writes its pages in another language than the blog, or names none."""
    direction_differs: bool = False
    """The theme's pages have another direction than the blog's language."""
    switches_language: bool = False
    """The theme has a language switch of its own on every page."""
    feed_author: Author | None = None
    """The author of the whole blog, for feeds."""
    entry_author: Author | None = None
    """The author of posts that name none, for feeds."""
    shows_tags: bool = False
    """The theme shows the tags of each post on its page."""
    license: License = NO_LICENSE
    """The licence of posts that name none."""
    shows_license: bool = False
    """The theme shows that licence on each page."""
    rights: str = ""
    """The site's copyright notice."""
    owner_links: Sequence[str] = ()
    """Profiles of the blog's owner on other sites."""
    former_ids: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    """Ids that older links may use for a term on its overview, by the overview's kind and the term's name."""
    translations: Mapping[str, Sequence[Translation]] = field(default_factory=dict)
    """The other languages of each page, by the page's path, with URLs under the site's root."""
    planned: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The titles of the parts of each series that are not written yet, by the path of the series' view."""
    successors: Mapping[str, Successor] = field(default_factory=dict)
    """The page to read instead of each superseded post, by the post's source."""
    predecessors: Mapping[str, Sequence[Post]] = field(default_factory=dict)
    """The posts to read it instead of, by a post's source; without unlisted ones, which are in no list."""
    versions: Collection[str] = ()
    """The versions of the site that mike deploys beside this one, each in a folder of its name."""
    find_mentions: Callable[[], Mapping[str, Sequence[Post]]] = dict
    """Returns `mentions`. Most sites never ask for them."""
    feeds: Mapping[str, Sequence[FeedLink]] = field(default_factory=dict)
    """The feeds of each view, by its path; the index has the whole blog's. URLs are under the site's root."""

    @property
    def index_url(self) -> str:
        """The URL of the index under the site's root."""
        return self.urls[self.settings.index_path]

    def title(self, post: Post) -> str:
        """Return a post's title as text."""
        return self.bodies[post.source].title

    @property
    def mentions(self) -> Mapping[str, Sequence[Post]]:
        """The listed posts that link to a page of the site, newest first, by the page's URL under the root."""
        return self.find_mentions()

    def age(self, post: Post) -> int:
        """Return the full years since a post was written, if nobody has changed it for `post_old_after`; else 0."""
        least = self.settings.post_old_after
        if not least:
            return 0
        changed = max(moment.instant for moment in (post.published, post.updated) if moment)
        is_old = full_years(changed.date(), self.today) >= least
        return full_years(post.published.instant.date(), self.today) if is_old else 0

    def lists_mentions(self, post: Post) -> bool:
        """Whether a post's footer lists the posts that link to it."""
        return self.settings.mentions and "mentions" not in post.hide

    def mentions_below(self, post: Post) -> list[Post]:
        """Return the posts that a post's footer lists because they link to it.

        Not those of its series, which the page lists already, and whose parts often link to each other.
        """
        if not self.lists_mentions(post):
            return []
        listed = {post, *(part for term in self.blog.terms_of(post, "series") for part in term.posts)}
        return [other for other in self.mentions.get(self.urls[post.path], ()) if other not in listed]

    def license_of(self, post: Post) -> License | None:
        """Return a post's licence, or the blog's. The address is as the author wrote it. None if it has none."""
        licence = post.license or self.license
        return licence if licence.name else None

    def absolute_url(self, url: str | None) -> str:
        """Return the whole URL for one under the site's root, or an empty string for None."""
        return "" if url is None or not self.root_url else self.root_url + url

    def page_url(self, path: str) -> str:
        """Return the whole URL of a page of the blog, or an empty string if it has none."""
        return self.absolute_url(self.urls.get(path))

    def file_url(self, target: str, source: str) -> str:
        """Return the whole URL of a target written in `source`, or an empty string if it leads nowhere."""
        if not target:
            return ""
        if (url := self.find(target, source)) is not None:
            return self.absolute_url(url)
        if target.startswith("//"):
            return f"https:{target}"
        return target if target.lower().startswith(("https://", "http://")) else ""
