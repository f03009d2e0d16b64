"""Neighbours that add files, remove files, or change whole pages."""

import pytest

from tests.declared import checks
from tests.hosts.built import walk, words
from tests.neighbours.garden import BEES_URL, DRAFT, GENERATE, MICE_URL, POSTS, SPRING_URL, bees, notebook, spring
from tests.neighbours.looked_at import texts_of

PLACES = pytest.mark.parametrize("place", ["first", "last"])
FEED = "blog/feed.xml"


def holding(site, text: str) -> set[str]:
    """The files of a site that hold a text."""
    return {path.relative_to(site.out).as_posix() for path in texts_of(site.out) if text in path.read_text("utf-8")}


@checks("awesome-pages", "The blog is where `nav` names its index, or in the rest `...`. Posts are not there.")
@PLACES
@pytest.mark.parametrize(("nav", "title"), [([], "Blog"), ([{"News": "blog/index.md"}], "News")])
def test_a_rest_of_the_navigation(beside, place, nav, title) -> None:
    site = beside("awesome-pages", place=place, config={"nav": ["index.md", *nav, "..."]})
    assert title in walk(site.outline())
    assert not set(POSTS) & {page.url for page in site.nav.pages}
    assert "left by it" in words(site.page(MICE_URL).css_first(".e-content"))


@checks("exclude", "A post whose file it removes has no page, and is on no list and in no feed.")
@PLACES
def test_a_removed_post(beside, place) -> None:
    site = beside("exclude", place=place)
    assert not [path for path in texts_of(site.out) if DRAFT in path.read_text("utf-8").casefold()]
    assert "Plan" not in {name for url in ("blog/", "blog/page/2/") for name in site.listed(url)}


@checks("gen-files", "A file that it adds to the posts' folder is a post, on lists and in the feed.")
@PLACES
def test_a_generated_post(beside, place) -> None:
    script = GENERATE.format(path="blog/posts/yield.md", text="---\ndate: 2026-10-20\n---\n# Yield\n\nNine crates.\n")
    site = beside("gen-files", place=place, texts={"generate.py": script})
    assert site.listed("blog/")[0] == "Yield"
    assert {FEED, "blog/index.html", "blog/2026/10/20/yield/index.html"} <= holding(site, "Nine crates.")


@checks(
    "mkdocs-jupyter",
    "A notebook in the posts' folder is a post, on lists and in the feed, dated by its name.",
)
@PLACES
def test_a_notebook(beside, place) -> None:
    texts = {"docs/blog/posts/2026-10-20-count.ipynb": notebook("# Count\n\nBees in numbers.")}
    site = beside("mkdocs-jupyter", place=place, texts=texts)
    assert site.listed("blog/")[0] == "Count"
    assert {FEED, "blog/index.html", "blog/2026/10/20/count/index.html"} <= holding(site, "Bees in numbers.")


@checks("encryptcontent", "A post is locked on its page. Its text is on no list, in no feed and not in the search.")
@PLACES
def test_a_locked_post(beside, place) -> None:
    locked = bees("Under the kettle.").replace("---\n", "---\npassword: Quince-kettle-44-under-the-crooked-tree!\n", 1)
    site = beside("encryptcontent", place=place, texts={"docs/blog/posts/bees.md": locked})
    assert site.page(BEES_URL).css_first("#mkdocs-encrypted-content")
    assert holding(site, "Under the kettle.") == set()
    assert "The bees are asleep" in site.listed("blog/page/2/")


@checks("git-authors", "Posts have the authors of their files. A list without a file of its own has none.")
@PLACES
def test_authors_of_files(beside, place) -> None:
    texts = {"docs/blog/posts/spring.md": spring("By {{ git_page_authors }}.")}
    site = beside("git-authors", place=place, texts=texts)
    assert "ada@example.org" in words(site.page(SPRING_URL).css_first(".e-content .git-page-authors"))
    assert site.page("blog/tags/").css(".git-page-authors") == []


@checks("mkdocs-video", "Videos play in posts, in introductions, and in excerpts on lists.")
@PLACES
def test_videos(beside, place) -> None:
    site = beside("mkdocs-video", place=place)
    for url, names in ((SPRING_URL, ["spring"]), ("blog/", ["news", "spring"]), ("blog/category/garden/", ["spring"])):
        assert [frame.attributes["src"] for frame in site.page(url).css("iframe")] == [
            f"https://video.example/{name}.mp4" for name in names
        ]


@checks("print-site", "It prints docs pages, the names of lists and overviews, and no post.")
@PLACES
def test_the_printed_page(beside, place) -> None:
    site = beside("print-site", place=place)
    printed = words(site.page("print_page/").css_first("#print-site-page"))
    assert "Keep the mice out." in printed
    assert "left by it" not in printed
