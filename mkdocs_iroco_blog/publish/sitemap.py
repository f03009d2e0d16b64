"""Decide which pages search engines may find, and when each last changed."""

from __future__ import annotations

from functools import lru_cache

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.model import Overview, Post, State, View

_FIRST_YEAR = 1970
_GROUPING = frozenset({"authors", "categories", "tags", "series"})


def post_change(post: Post) -> Moment:
    """Return when a post last changed.

    An `updated` before the publication is ignored, such as the same day without a time.
    """
    updated = post.updated
    return updated if updated and updated.instant > post.published.instant else post.published


def is_thin(view: View, thin_views: int) -> bool:
    """Whether a view is of a term with fewer posts than `thin_views`, so that its page adds nothing to them."""
    return view.kind in _GROUPING and len(view.posts) < thin_views


def post_in_sitemap(post: Post, url: str) -> bool:
    """Whether search engines may find a post's page at the absolute URL `url`.

    `sitemap: false` is jekyll-sitemap's: https://github.com/jekyll/jekyll-sitemap#exclusions
    """
    robots = {word.lower() for word in post.robots}
    is_public = post.state is State.PUBLISHED and not post.unlisted and not robots & {"noindex", "none"}
    is_canonical = not post.redirect_to and post.canonical_url in ("", url)
    return is_public and is_canonical and post.meta.get("sitemap") is not False


@lru_cache(maxsize=4)  # called for each numbered page of a view in turn
def view_change(view: View | Overview) -> Moment | None:
    """Return the newest change of a view's posts, which is the date of all its numbered pages."""
    posts = view.posts if isinstance(view, View) else [post for group in view.groups for post in group.posts]
    return max(map(post_change, posts), key=lambda moment: moment.instant, default=None)


def lastmod(moment: Moment | None) -> str:
    """Write a moment for `<lastmod>`, as a day if the author gave no time; at least the first that computers count.

    https://www.sitemaps.org/protocol.html#lastmoddef
    """
    if moment and moment.instant.year < _FIRST_YEAR:
        return f"{_FIRST_YEAR}-01-01"
    return moment.attribute() if moment else ""
