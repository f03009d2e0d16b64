"""A line `<!-- iroco-blog/posts -->` without keys: the place of a list in the text of its own page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.hosts.built import Site, contents, words
from tests.hosts.written import post, write

LINE = "<!-- iroco-blog/posts -->"
POSTS = {
    f"docs/blog/posts/{n}.md": post(f"2026-0{n}-01", title=f"Post {n}", categories=["Bees"], tags=["t"])
    for n in range(1, 5)
}
NAMES = ["Post 4", "Post 3", "Post 2", "Post 1"]
ABOVE, BELOW = "Above it, a [guide](../guide.md).", "Below it, a [guide](../guide.md)."
INDEX = f"# Journal\n\n{ABOVE}\n\n{LINE}\n\n{BELOW}\n"


def texts(index: str | bytes, path: str = "docs/blog/index.md", **more: Any) -> dict[str, Any]:
    return {**POSTS, "docs/guide.md": "# Guide\n", path: index, **more}


def order(site: Site, url: str, *parts: str) -> list[str]:
    """The parts that a page shows, in its order."""
    page = site.page(url)
    text = words(page.css_first(".md-content") or page.css_first("main, [role=main]"))
    return sorted((part for part in parts if part in text), key=text.index)


def section(site: Site, url: str = "blog/") -> Any:
    """The only list of a page, whose heading is the only one of its level."""
    [_heading] = site.page(url).css("h1")
    [feed] = site.page(url).css("section.h-feed:not(.iroco-insert)")
    assert LINE not in site.text(url)
    return feed


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs", "bare"])
def test_the_list_stands_where_the_line_is(build, theme) -> None:
    site = build(texts(INDEX), theme, strict=True)
    assert site.listed("blog/") == NAMES
    assert order(site, "blog/", "Journal", "Above it", *NAMES, "Below it") == [
        "Journal",
        "Above it",
        *NAMES,
        "Below it",
    ]
    assert site.lost_links("blog/") == []
    assert "Below it" in words(section(site))


def test_without_a_line_it_stands_below_the_text(build) -> None:
    site = build(texts(f"# Journal\n\n{ABOVE}\n\n{BELOW}\n"))
    assert order(site, "blog/", "Above it", "Below it", *NAMES) == ["Above it", "Below it", *NAMES]


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_on_the_home_page(build, theme) -> None:
    home = f"# Plume\n\nA tool.\n\n## News\n\n{LINE}\n\n## Install\n\nSee the [guide](guide.md).\n"
    posts = {path.replace("blog/", ""): text for path, text in POSTS.items()}
    site = build({**posts, "docs/guide.md": "# Guide\n", "docs/index.md": home}, theme, options={"blog_dir": "."})
    assert order(site, "", "A tool.", "News", *NAMES, "See the guide") == ["A tool.", "News", *NAMES, "See the guide"]
    assert site.lost_links("") == []
    toc = [words(link) for link in site.page("").css("[href='#news'], [href='#install']") if words(link) != "¶"]
    assert toc[:2] == ["News", "Install"]


@pytest.mark.parametrize("path", ["category/bees", "tag/t", "archive/2026"])
def test_on_the_page_of_a_term_or_a_year(build, path) -> None:
    site = build(texts(INDEX.replace("../", "../../"), f"docs/blog/{path}.md"))
    assert order(site, f"blog/{path}/", "Above it", *NAMES, "Below it") == ["Above it", *NAMES, "Below it"]


@pytest.mark.parametrize("keep", [False, True])
def test_later_pages_show_the_text_around_it_if_they_show_the_introduction(build, keep) -> None:
    options = {"pagination_per_page": 2, "pagination_keep_content": keep}
    site = build(texts(INDEX), options=options, strict=True)
    parts = ["Above it", "Post 2", "Post 1", "Below it"]
    assert order(site, "blog/page/2/", *parts, *NAMES[:2]) == (parts if keep else parts[1:3])
    assert section(site, "blog/page/2/")
    assert site.lost_links("blog/page/2/") == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (f"- One\n- {LINE}\n- Two\n", "li:empty"),
        (f"1. One\n\n    {LINE}\n\n2. Two\n", "li p:empty"),
        (f"> One\n>\n> {LINE}\n>\n> Two\n", "blockquote p:empty"),
        (f"- One\n    - {LINE}\n- Two\n", "li ul"),
        (f"!!! note\n    One\n\n    {LINE}\n\n    Two\n", ".admonition .h-feed"),
        (f'<div class="grid">One {LINE} Two</div>\n', ".grid .h-feed"),
        (f"| One | Two |\n| --- | --- |\n| {LINE} | x |\n", "table .h-feed"),
    ],
    ids=["list", "ordered list", "quotation", "nested list", "admonition", "div", "table"],
)
def test_inside_another_block_it_stands_below_that_block(build, text, gone) -> None:
    index = f"# Journal\n\n{ABOVE}\n\n{text}\n{BELOW}\n"
    site = build(texts(index), config={"markdown_extensions": ["admonition", "tables"]})
    parts = ["Above it", "One", "Two", *NAMES, "Below it"]
    assert order(site, "blog/", *parts) == parts
    assert section(site).css(gone) == []
    assert section(site).parent.css("p:empty, em:empty, blockquote:empty") == []


def test_a_block_with_nothing_else_in_it_makes_room(build) -> None:
    index = f'# Journal\n\n{ABOVE}\n\n<div class="news" markdown>\n{LINE}\n</div>\n\n- {LINE}\n\n{BELOW}\n'
    site = build(texts(index), config={"markdown_extensions": ["md_in_html"]})
    assert order(site, "blog/", "Above it", *NAMES, "Below it") == ["Above it", *NAMES, "Below it"]
    assert section(site).css(".news") == []


def test_in_the_middle_of_a_paragraph_it_splits_the_paragraph(build) -> None:
    site = build(texts(f"# Journal\n\nAbove it {LINE} below it.\n"))
    assert order(site, "blog/", "Above it", *NAMES, "below it") == ["Above it", *NAMES, "below it"]
    assert [words(node) for node in section(site).css("p") if "it" in words(node)] == ["Above it", "below it."]


def test_a_block_around_the_whole_text_stays_around_it(build) -> None:
    index = f'<div class="page" markdown>\n\n# Journal\n\nAbove it.\n\n{LINE}\n\nBelow it.\n\n</div>\n'
    site = build(texts(index), config={"markdown_extensions": ["md_in_html"]})
    assert order(site, "blog/", "Journal", "Above it", *NAMES, "Below it") == [
        "Journal", "Above it", *NAMES, "Below it"
    ]  # fmt: skip
    assert section(site).parent.attributes["class"] == "page"


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_the_second_line_is_reported_and_goes(build, theme) -> None:
    code, second = f"```\n{LINE}\n```", "<!--iroco-blog/posts-->"
    index = f"# Journal\n\n{code}\n\nAbove it.\n\n{LINE}\n\nBelow it.\n\n{second}\n{LINE}\n\nEnd.\n"
    site = build(texts(index), theme)
    [problem] = site.problems
    assert problem.startswith("blog/index.md:13: The page's own list is already where the first"), problem
    assert order(site, "blog/", *NAMES, "Below it", "End.") == [*NAMES, "Below it", "End."]


def test_in_code_it_stays_text(build) -> None:
    site = build(texts(f"# Journal\n\nWrite `{LINE}`:\n\n    {LINE}\n\nBelow it.\n"), strict=True)
    assert order(site, "blog/", LINE, "Below it", *NAMES) == [LINE, "Below it", *NAMES]
    assert len(site.page("blog/").css(".h-feed code")) == 2


def test_it_may_come_from_a_snippet(build, tmp_path) -> None:
    (tmp_path / "list.md").write_text(LINE, encoding="utf-8")
    extension = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    index = INDEX.replace(LINE, '--8<-- "list.md"')
    site = build(texts(index), config={"markdown_extensions": [extension]}, strict=True)
    assert order(site, "blog/", "Above it", *NAMES, "Below it") == ["Above it", *NAMES, "Below it"]


def test_it_may_come_from_a_macro(build) -> None:
    index = INDEX.replace(LINE, f"{{{{ '{LINE}' }}}}")
    site = build(texts(index), plugins=["search", "macros", "iroco-blog"], strict=True)
    assert order(site, "blog/", "Above it", *NAMES, "Below it") == ["Above it", *NAMES, "Below it"]


def test_windows_line_ends(build) -> None:
    index = INDEX.replace(LINE, "<!-- iroco-blog/posts {\n  blog: blog\n} -->").replace("\n", "\r\n").encode()
    site = build(texts(index), strict=True)
    assert order(site, "blog/", "Above it", *NAMES, "Below it") == ["Above it", *NAMES, "Below it"]


@pytest.mark.parametrize("keys", ["{}", "{ blog: blog }", "{ blog: ./blog/ }", "blog: blog"])
def test_it_may_name_its_own_blog(build, keys) -> None:
    site = build(texts(INDEX.replace(" -->", f" {keys} -->")), strict=True)
    assert order(site, "blog/", "Above it", *NAMES, "Below it") == ["Above it", *NAMES, "Below it"]
    assert section(site)


def test_with_other_keys_it_is_a_list_like_any_other(build) -> None:
    insert = "<!-- iroco-blog/posts { limit: 1, style: titles } -->"
    site = build(texts(f"# Journal\n\n{insert}\n\nBetween them.\n\n{LINE}\n\n{insert}\n"), strict=True)
    text = words(section(site))
    assert text.count("Post 4") == 3
    assert text.index("Post 4") < text.index("Between them.") < text.index("Post 3") < text.rindex("Post 4")
    assert "iroco-blog/posts" not in site.text("blog/")


def test_the_name_of_another_blog_is_that_blogs(build) -> None:
    news = {"docs/news/posts/a.md": post("2026-05-05", title="Of the news")}
    plugins = ["search", "iroco-blog", {"iroco-blog": {"blog_dir": "news"}}]
    line = "<!-- iroco-blog/posts { blog: news } -->"
    site = build(texts(f"# Journal\n\nAbove it.\n\n{line}\n\nBelow it.\n", **news), plugins=plugins, strict=True)
    parts = ["Above it", "Of the news", "Below it", *NAMES]
    assert order(site, "blog/", *parts) == parts


HOOK = """
def on_page_markdown(markdown, page, **_):
    return f"Banner.\\n\\n{markdown}\\n\\nSource." if "blog" in page.url else markdown

def on_page_content(html, page, **_):
    return f'<div class="wrap"><p>Before.</p>{html}<p>Helpful?</p></div>' if "blog" in page.url else html
"""


def test_what_other_plugins_add_stays_above_and_below(build) -> None:
    options = {"pagination_per_page": 2, "pagination_keep_content": True}
    more = {"hook.py": HOOK}
    site = build(texts(INDEX, **more), options=options, config={"hooks": ["hook.py"]}, strict=True)
    for url, names in (("blog/", NAMES[:2]), ("blog/page/2/", NAMES[2:])):
        text = words(site.page(url).css_first(".wrap"))
        parts = ["Before.", "Journal", "Above it", *names, "Below it", "Helpful?"]
        assert order(site, url, *parts) == parts
        assert [text.count(part) for part in ("Before.", "Above it", "Below it", "Helpful?")] == [1, 1, 1, 1], url
        assert "Helpful?" not in words(section(site, url))


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_search_finds_the_text_and_no_titles(build, theme) -> None:
    site = build(texts(INDEX), theme)
    read = " ".join(
        str(entry) for entry in site.search if entry["location"].startswith("blog/#") or entry["location"] == "blog/"
    )
    assert "Above it" in read
    assert "Below it" in read
    assert "Post 4" not in read


def test_the_table_of_contents_has_the_order_of_the_page(build) -> None:
    index = f"# Journal\n\n## News\n\n{LINE}\n\n## Contact\n\nWrite.\n"
    site = build(texts(index), options={"blog_toc": True})
    links = [words(node) for node in site.page("blog/").css(".bs-sidebar a")]
    assert links == ["Journal", "News", *NAMES, "Contact"]


def test_the_description_is_the_beginning_of_the_text(build) -> None:
    site = build(texts(f"# Journal\n\n{LINE}\n\nBelow it, a text.\n"), strict=True)
    described = site.page("blog/").css_first("meta[name=description]").attributes["content"]
    assert described == "Below it, a text."


def test_no_feed_shows_it(build) -> None:
    site = build(texts(INDEX), options={"feeds": ["atom", {"kind": "rss"}, {"kind": "json"}]})
    for path in ("feed.xml", "rss.xml", "feed.json"):
        assert "iroco-blog/" not in site.text(f"blog/{path}")


def test_the_preview_follows_the_line(build) -> None:
    site = build(texts(INDEX), options={"pagination_per_page": 2, "pagination_keep_content": True}, command="serve")
    for text in (INDEX.replace(LINE, ""), f"{INDEX}\n{LINE}\n", INDEX.replace("Below", "Under")):
        write(site.root, {"docs/blog/index.md": text})
        preview = contents(site.run(command="serve", fresh=False).out)
        assert preview == contents(site.run(command="serve").out), text
    assert order(site, "blog/page/2/", "Above it", "Post 1", "Under it") == ["Above it", "Post 1", "Under it"]


BANNER = """<div class="banner" markdown>

# Plume

Weighs pages. [Install](guide.md){ .button }

</div>

Small and free.
"""


@pytest.mark.parametrize("line", [f"\n{LINE}\n\nBelow it.\n", ""], ids=["line", "end"])
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_the_heading_of_a_home_page_stays_in_its_banner(build, theme, line) -> None:
    posts = {path.replace("blog/", ""): text for path, text in POSTS.items()}
    config = {"markdown_extensions": ["md_in_html", "attr_list"]}
    options = {"blog_dir": ".", "pagination_per_page": 2, "pagination_keep_content": True}
    files = {**posts, "docs/guide.md": "# Guide\n", "docs/index.md": BANNER + line}
    site = build(files, theme, config=config, options=options, strict=True)
    page, later = site.page(""), site.page("page/2/")
    assert [words(node) for node in page.css(".banner > *")] == [words(page.css_first("h1")), "Weighs pages. Install"]
    assert len(page.css("h1")) == len(later.css("h1")) == 1
    assert page.css(".h-feed .banner") == []
    assert order(site, "", "Weighs pages.", "Small and free.", *NAMES[:2])[2:] == NAMES[:2]
    assert order(site, "page/2/", "Plume", "Small and free.", *NAMES[2:]) == ["Plume", "Small and free.", *NAMES[2:]]
    assert "Weighs pages." not in words(later.css_first("body"))
    assert site.feed("")["properties"]["name"] == site.feed("page/2/")["properties"]["name"]
    assert site.lost_links("") == site.lost_links("page/2/") == []


def test_a_heading_in_a_banner_has_an_id_for_the_table_of_contents(build) -> None:
    posts = {path.replace("blog/", ""): text for path, text in POSTS.items()}
    files = {**posts, "docs/index.md": "<div><h1>Plume</h1></div>\n\nSmall.\n"}
    site = build(files, options={"blog_dir": "."})
    assert site.lost_links("") == []
    assert len(site.page("").css("h1[id]")) == 1


def test_a_home_page_may_have_a_template_of_its_own(build) -> None:
    home = "{% extends 'base.html' %}{% block content %}<p class='hero'>Hello</p>{{ super() }}{% endblock %}"
    posts = {path.replace("blog/", ""): text for path, text in POSTS.items()}
    files = {
        **posts, "docs/guide.md": "# Guide\n", "own/home.html": home,
        "docs/index.md": f"---\ntemplate: home.html\n---\n\n# Plume\n\nAbove it.\n\n{LINE}\n\nBelow it.\n",
    }  # fmt: skip
    site = build(files, {"name": "mkdocs", "custom_dir": "own"}, options={"blog_dir": "."}, strict=True)
    assert words(site.page("").css_first(".hero")) == "Hello"
    assert order(site, "", "Plume", "Above it", *NAMES, "Below it") == ["Plume", "Above it", *NAMES, "Below it"]
