"""Footnotes of posts that views show."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.hosts.built import words
from tests.hosts.feed_reading import entries
from tests.hosts.head_reading import head
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
    assert words(site.page("blog/").css_first(".p-summary")) == "Text and."
    assert site.lost_links("blog/") == []


KRAMDOWN = (
    '<p>One<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>.</p>',
    '<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1"><p>Note.<a href="#fnref:1">↩</a></p></li></ol></div>',
)
PANDOC = (
    '<p>One<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p>',
    '<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Note.</p></li></ol></section>',
)
GITHUB = (
    '<p>One<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref>1</a></sup>.</p>',
    '<section data-footnotes class="footnotes"><ol><li id="user-content-fn-1"><p>Note.</p></li></ol></section>',
)
FORMS = {
    "footnotes": ("One[^1].", "[^1]: Note."),
    "with a space": ("One [^long-name].", "[^long-name]: Note."),
    "by hand": ("One<sup>[1](#note)</sup>.", '<p id="note">Note.</p>'),
    "annotation": ("One (1).\n{ .annotate }", "1.  Note."),
    "kramdown": KRAMDOWN, "pandoc": PANDOC, "github": GITHUB,
}  # fmt: skip
WITH_MARK = ("One1.", "One (1).", "One 1.")
EXTENSIONS = [["footnotes", "attr_list"], ["pymdownx.extra"]]
CUTS = {"first": "{0}\n\nRest.\n\n{1}", "cut": "{0}\n\n<!-- more -->\n\n{1}"}


def marked(form: str, body: str) -> dict[str, str]:
    return {"docs/blog/posts/a.md": post(body=body.format(*FORMS[form]), title="A")}


@pytest.mark.parametrize("extensions", EXTENSIONS, ids=["markdown", "pymdownx"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("body", CUTS.values(), ids=CUTS)
def test_an_excerpt_has_no_mark_of_a_note_that_it_lacks(build, form, extensions, body) -> None:
    options = {"feeds": [{"kind": kind, "content": "excerpt"} for kind in ("atom", "rss", "json")]}
    site = build(marked(form, body), options=options, config={"markdown_extensions": extensions})
    assert words(site.page("blog/").css_first(".p-summary")) == "One."
    assert words(site.page(site.post("a")).css_first(".e-content")).startswith(WITH_MARK)
    assert head(site, site.post("a"))["description"] == "One."
    for path in ("blog/feed.xml", "blog/rss.xml", "blog/feed.json"):
        [entry] = entries(site, path)
        assert words(LexborHTMLParser(entry.html).body) == "One."
        assert words(LexborHTMLParser(entry.summary).body) == "One."


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_post_keeps_its_marks_with_their_notes(build, form) -> None:
    texts = marked(form, "{0}\n\n{1}")
    site = build(texts, options={"index_full_posts": 1}, config={"markdown_extensions": EXTENSIONS[0]})
    shown = words(site.page("blog/").css_first(".p-summary"))
    assert shown.startswith(WITH_MARK)
    assert "Note." in shown
    assert site.lost_links("blog/") == []
    assert head(site, site.post("a"))["description"] == "One."


@pytest.mark.parametrize("title", [None, "Weighed[^1]"])
def test_marks_in_front_matter_and_in_the_title_lead_nowhere_either(build, title) -> None:
    front = {"title": title, "description": "Described[^1] by `[^a-z]`.", "excerpt": "Own[^1] *excerpt* `[^b]`."}
    texts = {"docs/blog/posts/a.md": post(body="# Weighed[^1]\n\nText.\n\n[^1]: Note.", **front)}
    site = build(texts, config={"markdown_extensions": ["footnotes"]})
    [url] = [url for url in site.urls if url.startswith("blog/2026/")]
    assert site.listed("blog/") == ["Weighed"]
    assert words(site.page("blog/").css_first(".p-summary")) == "Own excerpt [^b]."
    assert head(site, url)["description"] == "Described by `[^a-z]`."
    assert head(site, url)["og:title"] == "Weighed"
    assert words(site.page(url).css_first("h1")).startswith("Weighed")
    assert site.lost_links(url) == []


def test_other_links_in_an_excerpt_lead_to_the_post(build) -> None:
    body = "See [below](#below) and x<sup>2</sup>.\n\n## Below\n\nText."
    site = build({"docs/blog/posts/a.md": post(body=body, title="A")})
    [link] = [node.attributes["href"] for node in site.page("blog/").css(".p-summary a")]
    assert site.target("blog/", link or "") == f"{site.post('a')}index.html"
    assert words(site.page("blog/").css_first(".p-summary")) == "See below and x2."
