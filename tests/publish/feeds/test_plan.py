"""Which feeds a blog has: of what, where, and with which posts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from mkdocs_iroco_blog.core.blog import build_blog
from mkdocs_iroco_blog.core.model import Blog
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.publish.feeds.options import read_feeds
from mkdocs_iroco_blog.publish.feeds.plan import FeedPlan, plan_feeds
from tests.core.conftest import read_context, source

POSTS = {
    "a.md": ("2024-10-01", "tags: [css, Low Tech]\nauthors: [ada]\ncategories: [News]"),
    "b.md": ("2024-10-02", "tags: [css]\nseries: Lighter\npin: true"),
    "c.md": ("2024-10-03", "tags: [css]\nseries: Lighter\ndraft: true"),
    "d.md": ("2024-10-04", "tags: [html]\ndraft: true"),
    "e.md": ("2024-10-05", "tags: [css]\nunlisted: true"),
    "f.md": ("2024-10-06", "tags: [css, Low Tech]\nseries: Lighter\nauthors: [ada, Bob]"),
    "g.md": ("2030-01-01", "tags: [css]"),
}
AUTHORS = "authors:\n  ada:\n    name: Ada Lovelace\n    slug: lovelace\n"


def blog_of(posts: Mapping[str, tuple[str, str]], **options: Any) -> tuple[Blog, Settings]:
    """A blog as the preview has it: with drafts, and with what is not due yet."""
    context = read_context(AUTHORS, **options)
    sources = [
        source(f"blog/posts/{name}", f"---\ntitle: {name[0].upper()}\ndate: {day}\n{front}\n---\n")
        for name, (day, front) in posts.items()
    ]
    return build_blog(sources, context, drafts=True, occupied={})[0], context.settings


def plans(feeds: Any, taken: Mapping[str, str] | None = None, **options: Any) -> tuple[list[FeedPlan], list[str]]:
    """The feeds of `POSTS`, and what is told."""
    blog, settings = blog_of(POSTS, draft_if_future_date=True, **options)
    asked, problems = read_feeds(feeds)
    assert problems == []
    found, findings = plan_feeds(blog, asked, settings, taken or {})
    return found, [f"{'Problem' if finding.is_problem else 'Note'}: {finding}" for finding in findings]


def shown(feeds: Any, **options: Any) -> dict[str, str]:
    """The titles of the posts in each feed, by its address."""
    found, told = plans(feeds, **options)
    assert told == []
    return {plan.path: "".join(post.title for post in plan.posts) for plan in found}


def test_the_blog_s_feed_has_what_everyone_may_see_newest_first() -> None:
    [plan], told = plans(None)
    assert told == []
    assert (plan.path, plan.home, plan.term, plan.media_type) == ("blog/feed.xml", "blog", None, "application/atom+xml")
    assert [post.title for post in plan.posts] == ["F", "B", "A"]


@pytest.mark.parametrize(
    ("feeds", "found"),
    [
        ([{"limit": 2}], {"blog/feed.xml": "FB"}),
        (["atom", "rss", "json"], {"blog/feed.xml": "FBA", "blog/rss.xml": "FBA", "blog/feed.json": "FBA"}),
        ([{"path": "/atom.xml"}], {"atom.xml": "FBA"}),
        ([{"path": "x/y.atom"}], {"blog/x/y.atom": "FBA"}),
        ([{"of": "tags"}], {"blog/tag/css/feed.xml": "FBA", "blog/tag/low-tech/feed.xml": "FA"}),
        ([{"of": "series"}], {"blog/series/lighter/feed.xml": "FB"}),
        ([{"of": "categories", "kind": "rss"}], {"blog/category/news/rss.xml": "A"}),
        (
            [{"of": "authors", "kind": "json"}],
            {"blog/author/lovelace/feed.json": "FA", "blog/author/bob/feed.json": "F"},
        ),
        (
            [{"of": "tags", "path": "/feed/by_tag/{name}.xml"}],
            {"feed/by_tag/css.xml": "FBA", "feed/by_tag/Low Tech.xml": "FA"},
        ),
        (
            [{"of": "tags", "path": "tags/{slug}.xml", "limit": 1}],
            {"blog/tags/css.xml": "F", "blog/tags/low-tech.xml": "F"},
        ),
        ([{"of": "tags", "terms": ["LOW TECH"], "path": "lt.xml"}], {"blog/lt.xml": "FA"}),
        ([{"of": "authors", "terms": "ada", "path": "/{view}/f.xml"}], {"blog/author/lovelace/f.xml": "FA"}),
    ],
)
def test_feeds_stand_where_the_option_says(feeds: Any, found: dict[str, str]) -> None:
    assert shown(feeds) == found


def test_a_blog_at_the_site_s_root() -> None:
    feeds = [{}, {"of": "tags", "terms": "css"}]
    assert list(shown(feeds, blog_dir=".", post_dir="blog/posts")) == ["feed.xml", "tag/css/feed.xml"]


def test_a_term_whose_page_is_a_file_has_its_feed_beside_it() -> None:
    found = shown([{"of": "categories"}], categories_url_format="{slug}.html")
    assert found == {"blog/news/feed.xml": "A"}


def test_a_term_without_a_page_has_a_feed_where_its_path_needs_none() -> None:
    assert shown([{"of": "tags"}], tags=False) == {}
    [plan], _ = plans([{"of": "tags", "terms": "css", "path": "{slug}.xml"}], tags=False)
    assert (plan.path, plan.home) == ("blog/css.xml", "blog")


def test_a_feed_is_named_after_the_blog_and_its_term() -> None:
    found, _ = plans([{}, {"of": "tags"}, {"kind": "rss", "title": "News"}, {"of": "series", "title": "All of {name}"}])
    assert [plan.title("Notes") for plan in found] == [
        "Notes",
        "Notes – css",
        "Notes – Low Tech",
        "News",
        "All of Lighter",
    ]
    assert [plan.home for plan in found] == ["blog", "blog/tag/css", "blog/tag/low-tech", "blog", "blog/series/lighter"]


def test_a_file_of_the_site_keeps_its_address() -> None:
    found, told = plans(["atom", "json"], taken={"blog/feed.xml": "blog/feed.xml"})
    assert [plan.path for plan in found] == ["blog/feed.json"]
    what = "This file has the address `/blog/feed.xml`, so the blog writes no feed there."
    assert told == [f"Note: blog/feed.xml: {what} To have both, give the feed another `path`."]


def test_of_two_feeds_at_one_address_the_first_is_written() -> None:
    found, told = plans([{"path": "css.xml"}, {"of": "tags", "path": "{slug}.xml"}])
    assert [plan.path for plan in found] == ["blog/css.xml", "blog/low-tech.xml"]
    what = (
        "The feeds of the blog and of `css` (tags) have the same address `/blog/css.xml`, so only the first is written."
    )
    assert told == [f"Problem: mkdocs.yml: {what} Give one of them another `path`."]


def test_a_term_that_no_post_has_is_told() -> None:
    found, told = plans([{"of": "tags", "terms": ["css", "rust"]}])
    assert [plan.path for plan in found] == ["blog/tag/css/feed.xml"]
    what = "`terms` of a feed names `rust`, but no post has it among its tags, so there is no feed for it."
    assert told == [f"Problem: mkdocs.yml: {what} Write the name of one of the tags, or delete it."]


def test_an_empty_blog_has_a_feed_to_subscribe_to() -> None:
    blog, settings = blog_of({})
    [plan], told = plan_feeds(blog, read_feeds(None)[0], settings, {})
    assert (plan.path, plan.posts, told) == ("blog/feed.xml", (), [])


def test_posts_of_one_moment_keep_one_order() -> None:
    blog, settings = blog_of({"b.md": ("2024-10-01", ""), "a.md": ("2024-10-01", ""), "c.md": ("2024-10-02", "")})
    [plan], _ = plan_feeds(blog, read_feeds(None)[0], settings, {})
    assert [post.title for post in plan.posts] == ["C", "A", "B"]
