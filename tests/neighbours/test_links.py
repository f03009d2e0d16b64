"""Neighbours that look at links: redirects to and from the blog, and proofs of all links."""

import re
from urllib.parse import urljoin

import pytest

from tests.declared import checks
from tests.hosts.written import SITE_URL
from tests.neighbours.garden import BEES, BEES_URL, LISTS, bees

PLACES = pytest.mark.parametrize("place", ["first", "last"])


@checks("redirects", "Redirects lead to posts, by their files, to headings in them, and to every kind of list.")
@PLACES
@pytest.mark.parametrize("directories", [True, False], ids=["folders", "files"])
def test_redirects_to_the_blog(beside, place, directories) -> None:
    maps = {
        "old.md": ("blog/posts/bees.md", BEES_URL), "care/older.md": ("blog/posts/bees.md#until-spring", BEES_URL),
        "news.md": ("blog/index.md", "blog/"), "oldest.md": ("blog/tag/winter.md", "blog/tag/winter/"),
        "p2.md": ("blog/page/2/index.md", "blog/page/2/"), "tags.md": ("blog/tags.md", "blog/tags/"),
    }  # fmt: skip
    named = [{"redirects": {"redirect_maps": {old: new for old, (new, _) in maps.items()}}}]
    site = beside("redirects", place=place, plugins=named, config={"use_directory_urls": directories})
    for old, (new, url) in maps.items():
        page, mark, name = led_to(site, old, directories=directories).partition("#")
        address = url if directories or url in ("blog/", "blog/page/2/") else f"{url.removesuffix('/')}.html"
        assert page.removesuffix("index.html") == SITE_URL + address
        assert mark + name == "".join(re.findall("#.*", new))
        assert address in site.urls


@checks("redirects", "A redirect also works at the former file or address of a post from another blog.")
@PLACES
def test_redirects_from_the_blog(beside, place) -> None:
    maps = {"blog/posts/moved.md": "blog/posts/bees.md", "blog/2025/12/31/eve.md": "guide.md"}
    site = beside("redirects", place=place, plugins=[{"redirects": {"redirect_maps": maps}}])
    assert led_to(site, "blog/posts/moved.md") == SITE_URL + BEES_URL
    assert led_to(site, "blog/2025/12/31/eve.md") == SITE_URL + "guide/"
    assert site.listed("blog/") == LISTS["blog/"]


@checks(
    "redirects",
    "A redirect to an address that ends in `.html` is a Problem that names both, because the plugin would add a slash.",
)
@PLACES
def test_a_redirect_to_a_file(beside, place) -> None:
    maps = {"old.md": "blog/posts/bees.md#until-spring", "older.md": f"{SITE_URL}blog/the-bees-are-asleep.html"}
    named = [{"redirects": {"redirect_maps": maps}}]
    site = beside("redirects", place=place, plugins=named, options={"post_url_format": "{slug}.html"}, strict=False)
    [told] = site.warnings
    assert re.sub(r"^iroco-blog: | \[IB\d+\]$", "", told) == (
        "mkdocs.yml: The plugin redirects cannot lead `old.md` to `blog/posts/bees.md#until-spring`, whose address "
        "ends in `.html`: it writes `blog/the-bees-are-asleep.html/`. Write the whole address of that page, `https://…`."
    )
    assert led_to(site, "older.md") == f"{SITE_URL}blog/the-bees-are-asleep.html"
    assert "blog/the-bees-are-asleep.html" in site.urls


def led_to(site, old: str, *, directories: bool = True) -> str:
    """Where the page at an old file's address sends its reader."""
    url = old.replace(".md", "/" if directories else ".html")
    refresh = str(site.page(url).css_first("meta[http-equiv=refresh]").attributes["content"])
    return urljoin(SITE_URL + url, refresh.partition("url=")[2])


@checks("htmlproofer", "It finds nothing to report on posts, lists and overviews.")
@PLACES
def test_nothing_is_broken(beside, place) -> None:
    site = beside("htmlproofer", place=place)
    assert site.warnings == []
    assert set(site.config.plugins["htmlproofer"].rendered_pages) >= {"blog/posts/bees.md", "blog/tag/winter.md"}


@checks("htmlproofer", "It finds a broken link in a post, and in a list that shows it, and names the file.")
@PLACES
def test_a_broken_link_is_found(beside, place) -> None:
    texts = {"docs/blog/posts/bees.md": bees(f"<a href='../nowhere/'>No</a> [mark](#nothing)\n\n{BEES}")}
    told = "\n".join(beside("htmlproofer", place=place, texts=texts, strict=False).warnings)
    assert "invalid url - ../nowhere/ [404] [blog/posts/bees.md]" in told
    assert "invalid url - #nothing [404] [blog/posts/bees.md]" in told
    assert "invalid url - ../../2026/01/05/nowhere/ [404] [blog/page/2/index.md]" in told
