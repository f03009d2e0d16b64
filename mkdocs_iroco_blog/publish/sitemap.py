"""Which pages of a blog search engines may find, and when each was last changed."""

from __future__ import annotations

from functools import lru_cache

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.model import Overview, Post, State, View

_GROUPING = frozenset({"authors", "categories", "tags", "series"})


def changed(post: Post) -> Moment:
    """When a post was last changed. A change before its publication, such as that of its day, is none."""
    updated = post.updated
    return updated if updated and updated.at > post.published.at else post.published


def is_thin(view: View, thin_views: int) -> bool:
    """Whether a term has so few posts that its page says nothing of its own: fewer than `thin_views`."""
    return view.kind in _GROUPING and len(view.posts) < thin_views


def post_in_sitemap(post: Post, url: str) -> bool:
    """Whether a post's page, at the whole address `url`, may be found, and found here.

    `sitemap: false` is jekyll-sitemap's: https://github.com/jekyll/jekyll-sitemap#exclusions
    """
    robots = {word.lower() for word in post.robots}
    shown = post.state is State.PUBLISHED and not post.unlisted and not robots & {"noindex", "none"}
    here = not post.redirect_to and post.canonical_url in ("", url)
    return shown and here and post.meta.get("sitemap") is not False


def view_in_sitemap(view: View, thin_views: int) -> bool:
    """Whether the pages of a view may be found, each of its numbered pages alike."""
    return not is_thin(view, thin_views)


@lru_cache(maxsize=4)  # a view's numbered pages ask one after the other
def view_changed(view: View | Overview) -> Moment | None:
    """When a view was last changed, all its numbered pages with it: with the newest change of its posts."""
    posts = view.posts if isinstance(view, View) else [post for group in view.groups for post in group.posts]
    return max(map(changed, posts), key=lambda moment: moment.at, default=None)


def last_change(moment: Moment | None) -> str:
    """For `<lastmod>`: the day alone, where the author gave no time.

    https://www.sitemaps.org/protocol.html#lastmoddef
    """
    return moment.attribute() if moment else ""
