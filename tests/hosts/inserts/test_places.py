"""Pages that may hold an insert, and the places in them: any page of the site, on any theme, from any source."""

from __future__ import annotations

import json

import feedparser
import pytest

from tests.hosts.built import Site, contents, words
from tests.hosts.written import post

POSTS = "docs/blog/posts"
LINE = "<!-- iroco-blog/posts { limit: 2 } -->"
TEXTS = {
    f"{POSTS}/a.md": post("2026-01-01", "First of a.\n\n<!-- more -->\n\nMore of a.", title="Apples", tags=["fruit"]),
    f"{POSTS}/b.md": post("2026-02-01", "First of b.", title="Beans"),
    f"{POSTS}/c.md": post("2026-03-01", "First of c.", title="Carrots"),
}


def titles(site: Site, url: str, within: str = ".iroco-insert") -> list[str]:
    """The titles of posts in a page's inserts."""
    return [words(node) for node in site.page(url).css(f"{within} .iroco-entry-title")]


def test_a_list_looks_like_one_on_every_theme(build_once, theme: str) -> None:
    site = build_once({**TEXTS, "docs/guide.md": f"# Guide\n\n## In winter\n\n{LINE}\n"}, theme)
    assert titles(site, "guide/") == ["Carrots", "Beans"]
    assert site.text("guide/").count("iroco_blog/blog.css") == 1
    assert site.lost_links("guide/", "main, body") == []
    assert "iroco_blog" not in site.text("")
    assert "Carrots" not in json.dumps([entry for entry in site.search if entry["location"].startswith("guide")])
    if site.page("guide/").css('a[href="#in-winter"]'):  # in the table of contents
        assert not [link for link in site.page("guide/").css("a") if words(link) == "Carrots" and
                    (link.attributes.get("href") or "").startswith("#")]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        LINE,
        f"Some text.\n{LINE}\nMore text.",
        f"- {LINE}\n- Next",
        f"- Item\n\n    {LINE}\n\n- Next",
        f"1. {LINE}",
        f"> {LINE}",
        f"> Quoted.\n>\n> {LINE}\n>\n> Quoted.",
        f"Inline {LINE} text.",
        "<!-- iroco-blog/posts\nlimit: 2\n-->",
        "<!-- iroco-blog/posts {\n  limit: 2\n} -->",
        "> <!-- iroco-blog/posts {\n>   limit: 2\n> } -->",
        "- <!-- iroco-blog/posts {\n  limit: 2\n  } -->",
        f"<div markdown>\n\n{LINE}\n\n</div>",
        f"!!! note\n\n    {LINE}\n",
    ],
)  # fmt: skip
def test_a_line_may_stand_anywhere_in_markdown(build, text: str) -> None:
    texts = {**TEXTS, "docs/guide.md": f"# Guide\n\n{text}\n"}
    site = build(texts, config={"markdown_extensions": ["admonition", "md_in_html"]})
    assert titles(site, "guide/") == ["Carrots", "Beans"]
    assert "iroco-blog/posts" not in site.text("guide/")
    assert site.warnings == []


def test_a_file_with_windows_line_ends_may_hold_a_line(build) -> None:
    text = b"# Guide\r\n\r\nText.\r\n\r\n<!-- iroco-blog/posts {\r\n  limit: 2\r\n} -->\r\n\r\nText.\r\n"
    site = build({**TEXTS, "docs/guide.md": text})
    assert titles(site, "guide/") == ["Carrots", "Beans"]


@pytest.mark.parametrize("code", [f"`{LINE}`", f"```html\n{LINE}\n```", f"    {LINE}", f"- a\n\n        {LINE}"])
def test_in_code_it_stays_text(build, code: str) -> None:
    extensions = ["fenced_code", "pymdownx.highlight"]
    site = build({**TEXTS, "docs/guide.md": f"# Guide\n\n{code}\n"}, config={"markdown_extensions": extensions})
    assert titles(site, "guide/") == []
    assert LINE in words(site.page("guide/").css_first("code"))
    assert "iroco_blog/" not in site.text("guide/")


def test_a_line_may_come_from_a_snippet(build, tmp_path) -> None:
    (tmp_path / "list.md").write_text(f"## News\n\n{LINE}\n", encoding="utf-8")
    extensions = [{"pymdownx.snippets": {"base_path": [str(tmp_path)]}}]
    texts = {**TEXTS, "docs/guide.md": '# Guide\n\n--8<-- "list.md"\n'}
    site = build(texts, config={"markdown_extensions": extensions})
    assert titles(site, "guide/") == ["Carrots", "Beans"]


def test_a_line_may_come_from_a_macro(build) -> None:
    pytest.importorskip("mkdocs_macros")
    texts = {**TEXTS, "docs/guide.md": "# Guide\n\n{{ line }}\n"}
    plugins = ["search", "macros", "iroco-blog"]
    site = build(texts, plugins=plugins, config={"extra": {"line": LINE}})
    assert titles(site, "guide/") == ["Carrots", "Beans"]


def test_a_post_lists_posts_but_not_itself(build) -> None:
    texts = {**TEXTS, f"{POSTS}/c.md": post("2026-03-01", f"Text.\n\n## Read on\n\n{LINE}\n", title="Carrots")}
    site = build(texts)
    url = site.post("carrots")
    assert titles(site, url) == ["Beans", "Apples"]
    assert {node.tag for node in site.page(url).css(".iroco-insert .iroco-entry-title")} == {"h3"}
    assert site.lost_links(url) == []
    [entry] = [item for item in site.parsed(url) if "h-entry" in item["type"]]
    assert entry["properties"]["name"] == ["Carrots"]
    assert site.text(url).count("iroco_blog/blog.css") == 1


def test_a_series_marks_the_part_that_it_stands_in(build) -> None:
    line = "<!-- iroco-blog/series { name: Garden } -->"
    texts = {f"{POSTS}/{n}.md": post(f"2026-0{n}-01", f"Text.\n\n{line}\n", title=f"Part {n}", series="Garden")
             for n in (1, 2, 3)}  # fmt: skip
    site = build({**texts, "docs/guide.md": f"# Guide\n\n{line}\n"})
    for url, current in ((site.post("part-2"), ["Part 2"]), ("guide/", [])):
        box = site.page(url).css_first(".iroco-insert .iroco-parts")
        assert [words(item) for item in box.css("li")] == ["Part 1", "Part 2", "Part 3"]
        assert [words(node) for node in box.css('[aria-current="page"]')] == current


def test_a_post_that_opens_with_a_list_has_an_excerpt_and_a_feed_entry_of_its_own_text(build) -> None:
    body = f"{LINE}\n\nFirst of c.\n\nSecond of c.\n"
    site = build({**TEXTS, f"{POSTS}/c.md": post("2026-03-01", body, title="Carrots")})
    [summary] = [node for node in site.page("blog/").css(".iroco-entry") if "Carrots" in words(node)]
    assert words(summary.css_first(".p-summary")) == "First of c."
    assert "iroco-blog/posts" not in site.text("blog/")
    assert site.page("blog/").css(".iroco-insert") == []
    feed = feedparser.parse(site.text("blog/feed.xml"))
    [item] = [item for item in feed.entries if item.title == "Carrots"]
    assert "Second of c." in item.content[0].value
    assert "iroco" not in item.content[0].value
    assert "Beans" not in item.content[0].value


@pytest.mark.parametrize("fallback", ["everything", 5])
def test_an_excerpt_has_no_list(build, fallback) -> None:
    body = f"First.\n\n- {LINE}\n- Item\n\nSecond.\n"
    texts = {**TEXTS, f"{POSTS}/c.md": post("2026-03-01", body, title="Carrots")}
    site = build(texts, options={"post_excerpt_fallback": fallback})
    assert "iroco-blog/posts" not in site.text("blog/")
    assert site.page("blog/").css(".iroco-insert") == []


def test_the_head_of_a_post_says_nothing_of_a_list(build) -> None:
    texts = {**TEXTS, f"{POSTS}/c.md": post("2026-03-01", f"{LINE}\n\nFirst of c.\n", title="Carrots")}
    site = build(texts)
    head = site.page(site.post("carrots")).css_first("head")
    assert "Beans" not in (head.html or "")
    assert "First of c." in (head.html or "")


def test_the_introduction_of_a_list_may_hold_another(build) -> None:
    text = "# Blog\n\nHello.\n\n<!-- iroco-blog/posts { tag: fruit, style: cards } -->\n\nBye.\n"
    site = build({**TEXTS, "docs/blog/index.md": text}, options={"pagination_per_page": 1})
    assert titles(site, "blog/", ".iroco-header .iroco-insert") == ["Apples"]
    assert site.page("blog/page/2/").css(".iroco-insert") == []
    assert site.lost_links("blog/") == []


def test_later_pages_repeat_the_introduction_with_its_list(build) -> None:
    text = "# Blog\n\nHello.\n\n<!-- iroco-blog/posts { tag: fruit, style: excerpts } -->\n"
    options = {"pagination_per_page": 1, "pagination_keep_content": True}
    site = build({**TEXTS, "docs/blog/index.md": text}, options=options)
    for url in ("blog/", "blog/page/2/", "blog/page/3/"):
        assert titles(site, url, ".iroco-header .iroco-insert") == ["Apples"]
        assert site.lost_links(url) == []


def test_two_lists_on_a_page_have_no_id_twice(build) -> None:
    body = "First.\n\n## Part { #part }\n\nText[^1].\n\n[^1]: Note.\n"
    texts = {f"{POSTS}/a.md": post("2026-01-01", body, title="Apples")}
    line = "<!-- iroco-blog/posts { style: excerpts } -->\n\n"
    config = {"markdown_extensions": ["footnotes", "attr_list"]}
    site = build({**texts, "docs/guide.md": f"# Guide\n\n{line}{line}"}, config=config,
                 options={"post_excerpt_fallback": "everything"})  # fmt: skip
    ids = [node.attributes["id"] for node in site.page("guide/").css("[id]")]
    assert len([name for name in ids if name.endswith("-part")]) == 2
    assert len(ids) == len(set(ids))
    assert site.lost_links("guide/") == []


def test_excerpts_bring_the_styles_that_their_markdown_needs(build) -> None:
    texts = {f"{POSTS}/a.md": post("2026-01-01", "!!! note\n\n    Beware.\n\n<!-- more -->\n\nMore.", title="Apples")}
    line = "<!-- iroco-blog/posts { style: excerpts } -->"
    pages = {"docs/guide.md": f"# Guide\n\n{line}\n", "docs/other.md": f"# Other\n\n{LINE}\n\n!!! note\n\n    Mine.\n"}
    site = build({**texts, **pages}, config={"markdown_extensions": ["admonition"]})
    assert site.text("guide/").count("iroco_blog/markdown.css") == 1
    assert "iroco_blog/markdown.css" not in site.text("other/")


def test_headings_of_an_excerpt_are_below_its_title(build) -> None:
    texts = {f"{POSTS}/a.md": post("2026-01-01", "First.\n\n## Part\n\n### Detail\n", title="Apples")}
    line = "<!-- iroco-blog/posts { style: excerpts } -->"
    site = build({**texts, "docs/guide.md": f"# Guide\n\n## News\n\n{line}\n"},
                 options={"post_excerpt_fallback": "everything"})  # fmt: skip
    tags = [node.tag for node in site.page("guide/").css(".iroco-insert :is(h2, h3, h4, h5, h6)")]
    assert tags == ["h3", "h4", "h5"]


@pytest.mark.parametrize("site_url", ["https://example.org/docs/", "https://example.org/", ""])
@pytest.mark.parametrize("directories", [True, False])
def test_links_are_relative_to_the_page(build, site_url: str, directories: bool) -> None:
    texts = {**TEXTS, "docs/index.md": f"# Home\n\n{LINE}\n", "docs/guide/deep/page.md": f"# Page\n\n{LINE}\n"}
    site = build(texts, config={"site_url": site_url, "use_directory_urls": directories})
    for url in ("", "guide/deep/page/" if directories else "guide/deep/page.html"):
        links = [node.attributes["href"] for node in site.page(url or "index.html").css(".iroco-insert a")]
        assert len(links) == 2
        assert all(not link.startswith(("/", "http")) for link in links)
        assert site.lost_links(url or "index.html", ".iroco-insert") == []


def test_a_blog_at_the_root_of_the_site_lists_posts_elsewhere(build) -> None:
    texts = {"docs/posts/a.md": post("2026-01-01", title="Apples"), "docs/index.md": "# Home\n",
             "docs/guide.md": "# Guide\n\n<!-- iroco-blog/posts { blog: . } -->\n"}  # fmt: skip
    site = build(texts, options={"blog_dir": "."})
    assert titles(site, "guide/") == ["Apples"]
    assert site.lost_links("guide/") == []


def test_a_line_changes_no_other_page(build, theme: str) -> None:
    home = {"docs/index.md": "# Home\n\n", "docs/guide.md": "# Guide\n\nText.\n"}
    plain = contents(build({**TEXTS, **home}, theme).out)
    listed = contents(build({**TEXTS, **home, "docs/index.md": f"# Home\n\n{LINE}\n"}, theme).out)
    assert {name for name in plain.keys() | listed.keys() if plain.get(name) != listed.get(name)} == {"index.html"}


def test_pages_and_posts_of_a_jekyll_site_may_hold_a_line(build) -> None:
    texts = {
        "_config.yml": "title: Garden\nurl: https://example.org\n", "docs/.gitkeep": "", "docs/index.md": None,
        "index.md": f"---\ntitle: Home\n---\n\n# Home\n\n- {LINE}\n\n`{LINE}`\n",
        "about.html": f"---\ntitle: About\n---\n<p>About.</p>\n{LINE}\n",
        **{f"_posts/2026-0{n}-01-p{n}.md": f"---\ntitle: P{n}\n---\nHello.\n\n{LINE}\n" for n in (1, 2, 3)},
    }  # fmt: skip
    site = build(texts, options={"jekyll": "."})
    for url, listed in (("", ["P3", "P2"]), ("about.html", ["P3", "P2"]), (site.post("p3"), ["P2", "P1"])):
        assert titles(site, url) == listed
        assert site.lost_links(url, ".iroco-insert") == []
        assert site.text(url).count("iroco_blog/blog.css") == 1
    assert site.problems == []
