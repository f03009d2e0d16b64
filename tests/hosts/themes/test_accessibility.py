"""What our fragments owe to every reader, on every theme and every page."""

import re
from itertools import pairwise

import pytest

from tests.hosts.built import words
from tests.hosts.written import post

BODY = "Opening.\n\n<!-- more -->\n\n## Part\n\n### Inner\n\nText.\n\n## Other\n\nText."
AUTHORS = "authors:\n  ada: {name: Ada, avatar: images/a.svg, description: Writes, url: https://example.net/}\n"
TEXTS = {
    f"docs/blog/posts/{n}.md": post(
        f"2026-01-0{n}", BODY, title=f"P{n}", authors=["ada"], categories=["C"], tags=["t"], series="S",
        description="What it is.", image="/images/a.svg", links=["index.md"], pin=n == 1, updated="2026-02-02",
    )
    for n in (1, 2, 3)
} | {
    "docs/blog/.authors.yml": AUTHORS, "docs/images/a.svg": "<svg/>",
    "docs/blog/posts/d.md": post("2026-03-01", "# One\n\nA.\n\n# Two\n\nB.", title="D", draft=True),
}  # fmt: skip


@pytest.fixture
def pages(build, theme):
    """Every page of the blog: address and tree."""
    site = build(TEXTS, theme, options={"pagination_per_page": 2, "index_full_posts": 1}, command="serve")
    return {url: site.page(url) for url in site.urls if url.startswith("blog/")}


def ours(page, selector: str):
    return [node for part in page.css("article.iroco-post, section.iroco-view") for node in part.css(selector)]


def test_on_every_page(pages) -> None:
    assert len(pages) > 15
    for url, page in pages.items():
        assert len(page.css("h1")) == 1, url
        for image in ours(page, "img"):
            assert image.attributes.get("alt") is not None, (url, image.html)
        for link in ours(page, "a"):
            assert link.attributes.get("href"), (url, link.html)
            assert words(link) or link.attributes.get("aria-label") or link.css_first("img[alt]"), (url, link.html)
        regions = page.css("nav[aria-label], [role=navigation][aria-label]")
        labels = [node.attributes.get("aria-label") for node in regions]
        own = [node.attributes.get("aria-label") for node in ours(page, "[role=navigation]")]
        assert all(own), url
        assert all(labels.count(label) == 1 for label in own), (url, labels)
        levels = [int(node.tag[1]) for node in ours(page, "h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1, url
        assert all(after <= before + 1 for before, after in pairwise(levels)), (url, levels)
        for node in ours(page, "time"):
            assert re.match(r"\d{4}-\d\d-\d\d", node.attributes["datetime"]), url


def test_lists_hold_items_and_nothing_is_empty(pages) -> None:
    for url, page in pages.items():
        for group in ours(page, "ul, ol"):
            assert {child.tag for child in group.iter()} == {"li"}, (url, group.html)
        for node in ours(page, "[role=navigation], p, h1, h2, h3, li, .iroco-header, .iroco-footer"):
            assert words(node) or node.css_first("img, hr"), (url, node.html)


def test_what_the_fragments_label_is_told_once(pages) -> None:
    for url, page in pages.items():
        ids = [node.attributes["id"] for node in page.css("[id]") if node.attributes["id"]]
        mine = {node.attributes["id"] for node in ours(page, "[id]")}
        assert [name for name in mine if ids.count(name) > 1] == [], url


def test_read_on_says_which_post(pages) -> None:
    names = [link.attributes.get("aria-label") for link in pages["blog/"].css(".iroco-more a")]
    assert names
    assert len(set(names)) == len(names)
    assert all(name.startswith("Continue reading") for name in names)


def test_there_is_no_script_and_no_inline_style(pages) -> None:
    for url, page in pages.items():
        assert ours(page, "script, style, [style], [onclick]") == [], url


def test_no_block_is_an_element_that_themes_style_by_name(pages) -> None:
    for url, page in pages.items():
        assert ours(page, "header, footer, nav, aside, hgroup") == [], url


def test_names_of_kinds_and_of_parts_never_meet(pages) -> None:
    nodes = [node for page in pages.values() for node in ours(page, "*")]
    names = {name for node in nodes for name in (node.attributes.get("class") or "").split()}
    views = [node.attributes["class"] for page in pages.values() for node in page.css(".iroco-view")]
    kinds = {name for view in views for name in re.findall(r"iroco-view-(\S+)", view)}
    assert "series" in kinds
    assert {f"iroco-{kind}" for kind in kinds} & names == set()
