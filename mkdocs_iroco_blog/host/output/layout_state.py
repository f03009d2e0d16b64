"""All that a blog's pages show before the theme comes to them, as values that two builds can be compared by."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.host.pages.pages import ListPage, PostPage
from mkdocs_iroco_blog.host.pages.toc import headings
from mkdocs_iroco_blog.host.speed.preview.state import State, plain, templates

if TYPE_CHECKING:  # a build has its pages
    from mkdocs_iroco_blog.host.build import BlogBuild


def _reader(kind: Any, *left_out: str) -> Any:
    return attrgetter(*(one.name for one in fields(kind) if one.name not in left_out))


_of_post = _reader(Post, "body", "lines", "meta")
_of_site = _reader(Site, "blog", "settings", "translator", "bodies", "find")


def common_state(build: BlogBuild, config: MkDocsConfig) -> State:
    """What any page may show: every post but its text, every address, the configuration, the fragments."""
    assert build.fragments is not None
    assert build.publishing is not None
    site = build.fragments.site
    # Front matter is compared as it prints, which tells 1 from true, and 1.0 from 1.
    posts = [(_of_post(post), repr(post.meta), site.title(post)) for post in build.blog.posts]
    listed = [post.source for post in build.blog.listed]
    language = (build.translator.lang, build.translator.locale, build.edition.lang if build.edition else "")
    return (
        posts, listed, language, plain(build.settings), _of_site(site),
        build.publishing.file_addresses(), plain(config), tuple(templates(config)),
    )  # fmt: skip


def own_state(build: BlogBuild, page: PostPage | ListPage) -> State:
    """What only this page shows: a post's own text, or those that a view lists."""
    assert build.fragments is not None
    bodies = build.fragments.site.bodies
    if isinstance(page, PostPage):
        return (bodies[page.post.source], page.related)
    first = page.first
    own = (first.title, first.meta.get("description"), first.introduction, tuple(headings(first.headings)))
    listed = [bodies[post.source] for post in page.view_page.posts] if page.view_page else []
    whole = build.settings.index_full_posts if page is build.index else 0
    return (own, [(body.excerpt, body.minutes) for body in listed], [body.html for body in listed[:whole]])
