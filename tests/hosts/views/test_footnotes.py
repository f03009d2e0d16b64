"""Footnotes of posts that views show."""

from __future__ import annotations

import pytest

from tests.hosts.built import words
from tests.hosts.written import post

FOOTNOTES = "Text[^1] and[^two].\n\n<!-- more -->\n\nRest[^late].\n\n[^1]: First.\n[^two]: Second.\n[^late]: Late."


@pytest.mark.parametrize("extensions", [["footnotes"], [{"footnotes": {"UNIQUE_IDS": True}}]], ids=["plain", "unique"])
@pytest.mark.parametrize("style", ["cut", "whole"])
def test_footnotes_of_several_posts_on_one_view(build, style, extensions) -> None:
    body = FOOTNOTES if style == "cut" else FOOTNOTES.replace("<!-- more -->\n\n", "")
    texts = {f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", body, title=f"P{n}", tags=["t"]) for n in (1, 2, 3)}
    options = {"view_style": "excerpts", "post_excerpt": "optional"}
    site = build(texts, options=options, config={"markdown_extensions": extensions})
    for url in ("blog/", "blog/tag/t/", "blog/archive/2026/"):
        page = site.page(url)
        ids = [node.attributes["id"] for node in page.css("body [id]:not([id^='__'])")]  # `__` marks a theme's own
        assert len(ids) == len(set(ids)), url
        assert site.lost_links(url) == []
        shown = [words(node) for node in page.css(".p-summary")]
        assert len(shown) == 3
        for text in shown:
            assert ("Late." in text) is (style == "whole")
            assert "Rest" in text or style == "cut"
            assert not [node for node in page.css(".footnote-backref") if style == "cut"]


def test_footnotes_that_stand_above_the_cut_are_not_shown_either(build) -> None:
    """The extension puts them where its place marker is; those of the rest would stand there without their text."""
    body = FOOTNOTES.replace("<!-- more -->", "///Footnotes Go Here///\n\n<!-- more -->")
    site = build({"docs/blog/posts/a.md": post(body=body, title="A")}, config={"markdown_extensions": ["footnotes"]})
    assert "Late." in words(site.page(site.post("a")).css_first(".e-content"))
    assert words(site.page("blog/").css_first(".p-summary")) == "Text1 and2."
    assert site.lost_links("blog/") == []


def test_a_footnote_of_the_excerpt_leads_to_the_post(build) -> None:
    """The reader of an excerpt cannot see the note, and finds it where the post is."""
    texts = {"docs/blog/posts/a.md": post(body=FOOTNOTES, title="A")}
    site = build(texts, config={"markdown_extensions": ["footnotes"]})
    references = [link.attributes["href"] for link in site.page("blog/").css(".p-summary a")]
    assert [site.target("blog/", link) for link in references] == [f"{site.post('a')}index.html"] * len(references)
