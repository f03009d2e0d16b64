"""Which pages search engines may find, and when each was last changed."""

from __future__ import annotations

import pytest

from mkdocs_iroco_blog.publish.sitemap import is_thin, lastmod, post_in_sitemap, view_change
from tests.publish.metadata_blog import SITE, blog_of, view_of

URL = f"{SITE}blog/2026/01/02/scales/"


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ("pin: true", True),
        ("unlisted: true", False),
        ("draft: true", False),
        ("robots: noarchive", True),
        ("robots: NoIndex", False),
        ("robots: none", False),
        ("redirect_to: https://elsewhere.example/", False),
        ("canonical_url: https://elsewhere.example/", False),
        (f"canonical_url: {URL}", True),
        ("sitemap: false", False),
        ("sitemap: true", True),
        ("sitemap: {priority: 0.7}", True),
    ],
)
def test_posts(front: str, found: bool) -> None:
    [post] = blog_of({"2026-01-02-scales.md": f"title: Scales\n{front}\n---\n"}, drafts=True).posts
    assert post_in_sitemap(post, URL) is found


def test_views_but_those_of_terms_with_few_posts() -> None:
    blog = blog_of({
        "2026-01-01-a.md": "title: A\ntags: [alone, twice]\nauthor: ines\n---\n",
        "2026-01-02-b.md": "title: B\ntags: twice\nauthor: tomek\n---\n",
    })  # fmt: skip
    listed = [(view.kind, view.name) for view in blog.views if not is_thin(view, 2)]
    assert listed == [("index", ""), ("archive", "2026"), ("tags", "twice")]
    assert not any(is_thin(view, 1) for view in blog.views)


def test_a_view_changes_with_the_newest_change_of_its_posts() -> None:
    blog = blog_of({
        "2026-01-01-a.md": "title: A\ntags: honey\nupdated: 2026-03-01 10:00 +0100\n---\n",
        "2026-01-02-b.md": "title: B\n---\n",
    })  # fmt: skip
    assert lastmod(view_change(view_of(blog, "index"))) == "2026-03-01T10:00:00+01:00"
    assert lastmod(view_change(view_of(blog, "tags", "honey"))) == "2026-03-01T10:00:00+01:00"
    assert {lastmod(view_change(overview)) for overview in blog.overviews} == {"2026-03-01T10:00:00+01:00"}


def test_a_day_without_a_time_is_a_day() -> None:
    blog = blog_of({"2026-01-02-b.md": "title: B\n---\n"})
    assert lastmod(view_change(view_of(blog, "index"))) == "2026-01-02"


def test_an_empty_blog_never_changed() -> None:
    assert lastmod(view_change(view_of(blog_of({}), "index"))) == ""
