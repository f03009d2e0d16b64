"""JSON-LD, read back by extruct."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import extruct
import pytest

from mkdocs_iroco_blog.publish.metadata.pages import SiteMetadata
from mkdocs_iroco_blog.publish.metadata.structured import structured_data
from mkdocs_iroco_blog.publish.metadata.values import PageMetadata
from tests.publish.metadata_blog import SITE, blog_of, site_of, view_of, with_metadata

EMPTY = "<!doctype html><html><head><title>T</title></head><body></body></html>"
URL = f"{SITE}blog/2026/01/02/scales/"
ALWAYS = ("headline", "datePublished", "dateModified", "author", "image", "mainEntityOfPage")


def nodes(page: PageMetadata, data: str) -> dict[str, Any]:
    """Read the nodes of the finished page, by type."""
    html = with_metadata(EMPTY, page, structured=data)
    [read] = extruct.extract(html, base_url=page.url or SITE, syntaxes=["json-ld"])["json-ld"]
    assert read["@context"] == "https://schema.org"
    return {node["@type"]: node for node in read["@graph"]}


def post_nodes(text: str, **said: Any) -> dict[str, Any]:
    blog = blog_of({"2026-01-02-scales.md": text})
    [post] = blog.posts
    site = site_of(blog, **said)
    page = SiteMetadata(site).post(post)
    return nodes(page, structured_data(page, site))


def test_a_post_in_full() -> None:
    found = post_nodes(
        "title: Scales\ndate: 2026-01-02 10:00 +0100\nupdated: 2026-02-01\nauthors: [ines, tomek]\n"
        "tags: [honey, winter]\ncategories: [Bees, Garden]\ndescription: What a hive weighs.\n"
        "image: {path: scales.png, alt: A hive}\n---\n",
        image=f"{SITE}logo.svg",
    )
    assert found["BlogPosting"] == {
        "@type": "BlogPosting",
        "headline": "Scales",
        "description": "What a hive weighs.",
        "url": URL,
        "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
        "datePublished": "2026-01-02T10:00:00+01:00",
        "dateModified": "2026-02-01T00:00:00+00:00",
        "author": [
            {
                "@type": "Person",
                "name": "Inès Vasseur",
                "description": "Front end",
                "url": f"{SITE}blog/author/ines/",
                "image": f"{SITE}images/ines.png",
                "sameAs": ["https://ines.example/", "https://social.example/@ines", "https://code.example/ines"],
            },
            {
                "@type": "Person",
                "name": "Tomek Lindqvist",
                "url": f"{SITE}blog/author/tomek/",
                "sameAs": [f"{SITE}people/tomek/"],
            },
        ],
        "publisher": {"@type": "Organization", "name": "Plume", "url": SITE, "logo": f"{SITE}logo.svg"},
        "image": {"@type": "ImageObject", "url": f"{SITE}blog/posts/scales.png", "caption": "A hive"},
        "inLanguage": "en",
        "articleSection": ["Bees", "Garden"],
        "keywords": ["honey", "winter"],
        "timeRequired": "PT1M",
        "isPartOf": {"@type": "Blog", "@id": f"{SITE}blog/#blog", "name": "Blog", "url": f"{SITE}blog/"},
    }
    assert found["BreadcrumbList"]["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Plume", "item": SITE},
        {"@type": "ListItem", "position": 2, "name": "Blog", "item": f"{SITE}blog/"},
        {"@type": "ListItem", "position": 3, "name": "Bees", "item": f"{SITE}blog/category/bees/"},
        {"@type": "ListItem", "position": 4, "name": "Scales", "item": URL},
    ]


@pytest.mark.parametrize(
    ("said", "image", "author"),
    [
        ({}, f"{SITE}favicon.png", "Plume"),
        ({"image": f"{SITE}logo.svg"}, f"{SITE}logo.svg", "Plume"),
        ({"author": "Iroco"}, f"{SITE}favicon.png", "Iroco"),
    ],
)
def test_a_post_that_names_nobody_and_no_picture_has_the_site_s(said: dict[str, Any], image: str, author: str) -> None:
    post = post_nodes("title: Scales\n---\n", **said)["BlogPosting"]
    assert all(post[name] for name in ALWAYS)
    assert post["image"] == image
    [written_by] = post["author"]
    assert (written_by["@type"], written_by["name"], written_by["url"]) == ("Organization", author, SITE)


def test_another_canonical_address_is_the_post_s() -> None:
    post = post_nodes("title: Scales\ncanonical_url: https://elsewhere.example/\n---\n")["BlogPosting"]
    assert post["url"] == post["mainEntityOfPage"]["@id"] == "https://elsewhere.example/"


POSTS = {
    f"2026-01-{day:02}-post.md": f"title: Post {day}\nslug: post-{day}\nauthor: ines\ncategory: Bees\n---\n"
    for day in range(1, 16)
}


@pytest.mark.parametrize(
    ("kind", "name", "view_page", "types"),
    [
        ("index", "", 0, {"Blog", "BreadcrumbList"}),
        ("index", "", 1, {"CollectionPage", "BreadcrumbList"}),
        ("authors", "Inès Vasseur", 0, {"ProfilePage", "BreadcrumbList"}),
        ("categories", "Bees", 0, {"CollectionPage", "BreadcrumbList"}),
        ("archive", "2026", 0, {"CollectionPage", "BreadcrumbList"}),
    ],
)
def test_what_each_view_is(kind: str, name: str, view_page: int, types: set[str]) -> None:
    blog = blog_of(POSTS)
    view, site = view_of(blog, kind, name), site_of(blog)
    page = SiteMetadata(site).view(view, view.pages[view_page], title=name or "Blog")
    found = nodes(page, structured_data(page, site))
    assert set(found) == types
    assert next(iter(found.values()))["url"] == page.url
    if kind == "authors":
        assert found["ProfilePage"]["mainEntity"]["name"] == "Inès Vasseur"
        assert found["ProfilePage"]["mainEntity"]["sameAs"][0] == "https://ines.example/"


def test_an_overview_is_a_collection() -> None:
    blog = blog_of(POSTS)
    site = site_of(blog)
    page = SiteMetadata(site).overview(blog.overviews[0], title="Archive")
    assert nodes(page, structured_data(page, site))["CollectionPage"]["name"] == "Archive"


def test_a_blog_that_is_the_site_has_no_way_to_it() -> None:
    blog = blog_of(POSTS, blog_dir=".", post_dir="blog/posts")
    site, index = site_of(blog, options={"blog_dir": "."}), view_of(blog, "index")
    page = SiteMetadata(site).view(index, index.pages[0], title="Blog")
    assert set(nodes(page, structured_data(page, site))) == {"Blog"}


@pytest.mark.parametrize(
    "title",
    ["</script><script>alert(1)</script>", "<!--<script>", "a & b", 'a "quoted" \\ word', "fin\u2028ligne", "]]>"],
)
def test_no_title_ends_the_script_and_every_title_is_read_back(title: str, blog_post: Callable[[str], Any]) -> None:
    post, data = blog_post(title)
    assert not set("<>&") & set(data)
    assert post["headline"] == title


@pytest.fixture
def blog_post() -> Callable[[str], Any]:
    """Make the JSON-LD of a post with a title; return it as extruct reads it, and as text."""

    def run(title: str) -> Any:
        page = PageMetadata(kind="post", title=title, url=URL, published="2026-01-02", modified="2026-01-02")
        data = structured_data(page, site_of(blog_of({})))
        return nodes(page, data)["BlogPosting"], data

    return run


def test_without_the_site_s_address_nothing_is_said() -> None:
    assert structured_data(PageMetadata(kind="post", title="A"), site_of(blog_of({}), root_url="")) == ""


def test_the_same_page_is_the_same_text() -> None:
    blog = blog_of(POSTS)
    pages = [SiteMetadata(site_of(blog)).post(post) for post in blog.posts]
    assert [structured_data(page, site_of(blog)) for page in pages] == [
        structured_data(page, site_of(blog)) for page in pages
    ]
