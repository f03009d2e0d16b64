"""The metadata that follows from front matter: title, description, picture and URLs."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_iroco_blog.core.html.plain_text import plain_text, shorten, summary
from mkdocs_iroco_blog.core.links import FeedLink
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.publish.metadata.pages import SiteMetadata
from mkdocs_iroco_blog.publish.metadata.values import Crumb, PageMetadata, Person, Picture
from tests.publish.metadata_blog import SITE, blog_of, post_of, site_of, view_of

URL = f"{SITE}blog/2026/01/02/scales/"
LONG = "<p>" + "Twelve kilos each, on average, and the third hive none at all. " * 4 + "</p>"


def test_a_post_in_full() -> None:
    page = post_of(
        "title: Scales\ndate: 2026-01-02 10:00 +0100\nupdated: 2026-02-01\nauthor: ines\ntags: [honey, winter]\n"
        "categories: [Bees, Garden]\ndescription: What a hive weighs.\n"
        "image: {path: scales.png, alt: A hive on scales}\n---\n",
        feeds={"blog": [FeedLink("Blog", "feed.xml", "application/atom+xml")]},
    )
    ines = Person(
        "Inès Vasseur", f"{SITE}blog/author/ines/", f"{SITE}images/ines.png", "Front end",
        ("https://ines.example/", "https://social.example/@ines", "https://code.example/ines"), "@ines@social.example",
    )  # fmt: skip
    assert page == PageMetadata(
        kind="post",
        title="Scales",
        description="What a hive weighs.",
        url=URL,
        site_name="Plume",
        site_description="It weighs pages.",
        lang="en",
        published="2026-01-02T10:00:00+01:00",
        modified="2026-02-01T00:00:00+00:00",
        authors=(ines,),
        sections=("Bees", "Garden"),
        tags=("honey", "winter"),
        image=Picture(f"{SITE}blog/posts/scales.png", "A hive on scales", large=True),
        minutes=1,
        feeds=(FeedLink("Blog", f"{SITE}feed.xml", "application/atom+xml"),),
        trail=(
            Crumb("Plume", SITE), Crumb("Blog", f"{SITE}blog/"), Crumb("Bees", f"{SITE}blog/category/bees/"),
            Crumb("Scales", URL),
        ),
    )  # fmt: skip


def test_the_excerpt_describes_a_post_that_has_no_description() -> None:
    page = post_of("title: Scales\n---\n", f"<h2>Before</h2>{LONG}<p>Then more.</p>")
    assert page.description.startswith("Twelve kilos each, on average")
    assert page.description.endswith("on average…")
    assert 100 < len(page.description) <= 160


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One <b>bold</b>er <a href='>'>word</a>.</p>", "One bolder word."),
        ("<ul><li>One</li><li>Two</li></ul>", "One Two"),
        ("<p>Line<br>break</p>\n\n<p>and\n paragraph</p>", "Line break and paragraph"),
        ("<p>A &lt;tag&gt; &amp; more</p>", "A <tag> & more"),
        ("<p>Before</p><pre><code>rm -rf /</code></pre><p>after</p>", "Before after"),
        ("<p>Weighed<sup id='fnref:1'><a class=\"footnote-ref\" href='#fn:1'>1</a></sup> twice.</p>", "Weighed twice."),
        ("<p>A<!-- <p>no</p> -->B</p><SVG><text>no</text></SVG>", "AB"),
        ("<p>Open <svg", "Open <svg"),
        ("<p>Open<svg><text>no", "Open"),
        ("", ""),
    ],
)
def test_html_in_words(html: str, words: str) -> None:
    assert plain_text(html, enough=160) == words


def test_a_summary_is_cut_after_a_word_and_says_so() -> None:
    assert shorten("one two three", 13) == "one two three"
    assert shorten("one two, three", 13) == "one two…"
    assert shorten("一二三四五六七八九十", 5) == "一二三四…"
    assert summary("<p>" + "word " * 60 + "</p>", 20) == "word word word word…"
    assert len(summary("<p>" + " \n" * 500 + "word " * 60 + "</p>")) > 140


def test_long_posts_are_not_read_to_their_end() -> None:
    assert len(plain_text("<p>word</p>" * 100_000, enough=160)) < 400


@pytest.mark.parametrize(
    ("front", "image"),
    [
        ("image: scales.png", Picture(f"{SITE}blog/posts/scales.png", large=True)),
        ("image: https://cdn.example/a.png\nauthor: ines", Picture("https://cdn.example/a.png", large=True)),
        ("image: //cdn.example/a.png", Picture("https://cdn.example/a.png", large=True)),
        ("image: lost.gif\nauthor: ines", Picture(f"{SITE}images/ines.png", "Inès Vasseur")),
        ("authors: [ines, tomek]", Picture(f"{SITE}images/ines.png", "Inès Vasseur")),
        ("authors: [tomek, ines]", Picture(f"{SITE}logo.svg")),
        ("tags: none", Picture(f"{SITE}logo.svg")),
    ],
)
def test_a_picture_is_the_post_s_else_its_first_author_s_else_the_site_s(front: str, image: Picture) -> None:
    assert post_of(f"title: Scales\n{front}\n---\n", image=f"{SITE}logo.svg").image == image


@pytest.mark.parametrize(
    ("front", "robots"),
    [
        ("pin: true", ()),
        ("unlisted: true", ("noindex",)),
        ("draft: true", ("noindex",)),
        ("robots: noarchive", ("noarchive",)),
        ("robots: [index, noarchive]\nunlisted: true", ("noarchive", "noindex")),
        ("robots: noindex\nunlisted: true", ("noindex",)),
    ],
)
def test_what_search_engines_are_told(front: str, robots: tuple[str, ...]) -> None:
    assert post_of(f"title: Scales\n{front}\n---\n").robots == robots


def test_a_canonical_url_wins_over_the_page_s_own() -> None:
    page = post_of("title: Scales\ncanonical_url: https://elsewhere.example/scales/\n---\n")
    assert (page.url, page.canonical) == (URL, "https://elsewhere.example/scales/")
    assert post_of("title: Scales\n---\n").canonical == URL


def test_a_change_before_its_publication_is_none() -> None:
    page = post_of("title: Scales\ndate: 2026-01-02 10:00\nupdated: 2026-01-02\n---\n")
    assert page.modified == page.published == "2026-01-02T10:00:00+00:00"


def test_a_post_may_be_in_another_language() -> None:
    assert post_of("title: Peser\nslug: scales\nlang: fr\n---\n").lang == "fr"


def test_without_the_site_s_address_no_address_is_said() -> None:
    page = post_of("title: Scales\nauthor: ines\nimage: scales.png\n---\n", root_url="")
    assert (page.url, page.canonical, page.image) == ("", "", None)
    assert page.authors[0].url == "https://ines.example/"
    assert [crumb.url for crumb in page.trail] == [""] * 3


def test_an_author_without_a_page_is_at_their_own_site() -> None:
    blog = blog_of({"2026-01-02-scales.md": "title: Scales\nauthors: [ines, tomek]\n---\n"}, authors_profiles=False)
    page = SiteMetadata(site_of(blog)).post(blog.posts[0])
    assert [author.url for author in page.authors] == ["https://ines.example/", f"{SITE}people/tomek/"]
    assert page.authors[0].links == ("https://social.example/@ines", "https://code.example/ines")


POSTS = {
    f"2026-01-{day:02}-post.md": f"title: Post {day}\nslug: post-{day}\nauthor: ines\ncategory: Bees\n---\n"
    for day in range(1, 26)
}


def test_the_index_and_its_numbered_pages() -> None:
    blog = blog_of(POSTS)
    index = view_of(blog, "index")
    pages = [
        SiteMetadata(site_of(blog)).view(index, view_page, title=f"Blog {view_page.number}")
        for view_page in index.pages
    ]
    assert [page.url for page in pages] == [f"{SITE}blog/", f"{SITE}blog/page/2/", f"{SITE}blog/page/3/"]
    assert [page.canonical for page in pages] == [page.url for page in pages]
    assert [page.title for page in pages] == ["Blog 1", "Blog 2", "Blog 3"]
    assert [page.kind for page in pages] == ["index", "list", "list"]
    assert [(page.previous, page.next) for page in pages] == [
        ("", f"{SITE}blog/page/2/"), (f"{SITE}blog/", f"{SITE}blog/page/3/"), (f"{SITE}blog/page/2/", ""),
    ]  # fmt: skip
    titles = [" · ".join(f"Post {day}" for day in range(first, last, -1)) for first, last in ((15, 5), (5, 0))]
    assert [page.description for page in pages] == ["It weighs pages.", *titles]
    assert [len(page.trail) for page in pages] == [2, 3, 3]
    assert {page.modified for page in pages} == {"2026-01-25T00:00:00+00:00"}


def test_the_index_of_one_person_s_blog_is_theirs() -> None:
    for text, links in (("", ("https://social.example/@ines", "https://code.example/ines")), ("author: tomek\n", ())):
        blog = blog_of({**POSTS, "2026-02-01-other.md": f"title: Other\n{text}---\n"})
        index = view_of(blog, "index")
        assert SiteMetadata(site_of(blog)).view(index, index.pages[0], title="Blog").me == links
        if len(index.pages) > 1:
            assert SiteMetadata(site_of(blog)).view(index, index.pages[1], title="Blog").me == ()


def test_an_author_s_page_is_about_them() -> None:
    blog = blog_of(POSTS)
    view = view_of(blog, "authors", "Inès Vasseur")
    page = SiteMetadata(site_of(blog)).view(view, view.pages[0], title="Inès Vasseur")
    assert (page.kind, page.url, page.description) == ("profile", f"{SITE}blog/author/ines/", "Front end")
    assert page.image == Picture(f"{SITE}images/ines.png", "Inès Vasseur")
    assert page.me == ("https://social.example/@ines", "https://code.example/ines")
    assert page.authors[0].fediverse == "@ines@social.example"


@pytest.mark.parametrize(
    ("kind", "name", "thin", "robots"),
    [
        ("tags", "alone", 2, ("noindex",)),
        ("tags", "twice", 2, ()),
        ("tags", "twice", 3, ("noindex",)),
        ("tags", "alone", 0, ()),
        ("archive", "2026", 5, ()),
        ("index", "", 5, ()),
    ],
)
def test_terms_of_few_posts_are_kept_out_of_search_engines(kind: str, name: str, thin: int, robots: Any) -> None:
    blog = blog_of({
        "2026-01-01-a.md": "title: A\ntags: [alone, twice]\n---\n", "2026-01-02-b.md": "title: B\ntags: twice\n---\n",
    })  # fmt: skip
    view = view_of(blog, kind, name)
    assert (
        SiteMetadata(site_of(blog, options={"thin_views": thin})).view(view, view.pages[0], title=name).robots == robots
    )


def test_an_overview() -> None:
    blog = blog_of(POSTS)
    [overview] = [one for one in blog.overviews if one.kind == "categories"]
    page = SiteMetadata(site_of(blog)).overview(overview, title="Categories")
    assert (page.kind, page.canonical) == ("list", f"{SITE}blog/categories/")
    assert [crumb.name for crumb in page.trail] == ["Plume", "Blog", "Categories"]
    assert page.description == "Bees"


def test_a_list_that_nobody_describes_is_described_by_what_it_lists() -> None:
    titles = {f"2026-01-{day:02}-a.md": f"title: {'Weighing ' * day}{day}\ntags: honey\n---\n" for day in range(1, 9)}
    blog = blog_of(titles)
    tag = view_of(blog, "tags", "honey")
    page = SiteMetadata(site_of(blog)).view(tag, tag.pages[0], title="honey")
    assert page.description.startswith("Weighing Weighing Weighing Weighing Weighing Weighing Weighing Weighing 8 · W")
    assert page.description.endswith("…")
    assert len(page.description) <= 160


def test_a_blog_at_the_site_s_root_has_one_first_page() -> None:
    blog = blog_of(POSTS, blog_dir=".", post_dir="blog/posts")
    index = view_of(blog, "index")
    assert Settings(blog_dir=".").index_path == ""
    page = SiteMetadata(site_of(blog, options={"blog_dir": "."})).view(index, index.pages[1], title="Blog 2")
    assert [(crumb.name, crumb.url) for crumb in page.trail] == [("Blog", SITE), ("Blog 2", f"{SITE}page/2/")]
    assert page.previous == SITE
