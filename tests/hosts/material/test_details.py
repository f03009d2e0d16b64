"""What a Material blog shows, link by link and word by word, it shows here too."""

import pytest

from tests.hosts.built import words
from tests.hosts.search_index import search_entries
from tests.hosts.written import THEMES, post

STYLE = "<style>\n.md-typeset h1 { display: none }\n</style>\n\n"
LOUD = {"validation": {"links": {"not_found": "warn", "anchors": "warn"}}}


def related(site, url: str) -> list[str]:
    return [words(item) for item in site.page(url).css(".iroco-related li a, .iroco-related li:has(ul)")]


def told(site, word: str) -> list[str]:
    return [note for note in (*site.problems, *site.notes) if word in note]


@pytest.mark.parametrize("opening", [STYLE, "<!-- Ours -->\n\n", "<script>let own = 1</script>\n\n"])
def test_an_introduction_that_opens_with_a_style_shows_its_heading_once(build, opening) -> None:
    texts = {"docs/blog/index.md": f"{opening}# Our news\n\nWelcome.\n", "docs/blog/posts/a.md": post(title="A")}
    page = build(texts).page("blog/")
    assert [words(heading).rstrip("¶ ") for heading in page.css("h1")] == ["Our news"]
    assert len(page.css("#our-news")) == 1
    assert opening.split()[0] in page.css_first("section.h-feed").html
    assert "Welcome." in words(page.css_first("section.h-feed"))


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_that_opens_with_a_style_shows_its_heading_once(build, theme) -> None:
    site = build({"docs/blog/posts/a.md": post(body=f"{STYLE}# On *weight*\n\nText.", slug="a")}, theme)
    page = site.page(site.post("a"))
    assert [words(heading).rstrip("¶ ") for heading in page.css("h1")] == ["On weight"]
    assert len(page.css("#on-weight")) == 1


def test_no_word_of_authors_or_categories_where_none_are_to_be_shown(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", authors=[{"name": "Ines"}], categories=["C"])}
    none = {"post_excerpt_max_authors": 0, "post_excerpt_max_categories": 0}
    site = build(texts, options=none)
    assert site.page("blog/").css(".iroco-entry .p-author, .iroco-entry .p-category") == []
    assert len(site.page(site.post("a")).css(".p-author, .p-category")) == 2
    assert len(build(texts).page("blog/").css(".iroco-entry .p-author, .iroco-entry .p-category")) == 2


@pytest.mark.parametrize(
    ("pattern", "shown", "listed"),
    [
        ("yyyy/MM/dd", "2026/01/02", "01/02"),
        ("'Week' w, YYYY", "Week 1, 2026", "Week 1"),
        ("full", "Friday, January 2, 2026", "Jan 2"),
        ("long", "January 2, 2026", "Jan 2"),
        ("short", "1/2/26", "Jan 2"),
    ],
)
def test_lists_of_titles_have_dates_in_a_pattern_of_ones_own(build, pattern, shown, listed) -> None:
    texts = {"docs/blog/posts/a.md": post("2026-01-02", title="A")}
    site = build(texts, options={"post_date_format": pattern})
    assert words(site.page(site.post("a")).css_first(".dt-published")) == shown
    for url in ("blog/archive/2026/", "blog/archive/"):
        assert words(site.page(url).css_first(".dt-published")) == listed


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Encryption<br><small>a <em>short</em> one</small>", "Encryption a short one"),
        ("One<BR/>two<br />three", "One two three"),
        ('<span class="twemoji">R&amp;D</span>', "R&D"),
        ("List<T>, and a < b > c", "List<T>, and a < b > c"),
        ("&lt;b&gt; makes bold", "<b> makes bold"),
    ],
)
def test_titles_of_links_are_text(build, written, shown) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", links=[{written: "index.md"}, {written: ["index.md"]}])}
    site = build(texts)
    title, group, _ = related(site, site.post("a"))
    assert title == shown
    assert group == f"{shown} Home"
    assert site.page(site.post("a")).css(".iroco-related small, .iroco-related br, .iroco-related b") == []


@pytest.mark.parametrize(
    ("link", "what"),
    [
        ("gone.md", "the site has no such file"),
        ("gone.md#part", "the site has no such file"),
        ("index.md#part", "has no such heading"),
    ],
)
def test_a_lost_link_says_whether_the_file_is_lost_or_the_heading(build, link, what) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", links=["index.md#home", link])}
    [problem] = build(texts, config=LOUD).problems
    assert f"`{link}`" in problem
    assert what in problem


def test_authors_have_pages_in_material_too_where_mkdocs_yml_asks_for_them(build) -> None:
    authors = "authors:\n  ines: {name: Ines, description: Writes, avatar: 'https://example.net/i.png'}\n"
    texts = {"docs/blog/.authors.yml": authors, "docs/blog/posts/a.md": post(title="A", authors=["ines"])}
    [note] = told(build(texts, "material", options={"archive_toc": True}), "would not make")
    assert "`authors_profiles: false`" in note
    [note] = told(build(texts, "material", options={"authors_profiles": True}), "would not make")
    assert "authors_profiles" not in note
    quiet = {"authors_profiles": True, "overviews": False}
    assert told(build(texts, "material", options=quiet), "would not make") == []


@pytest.mark.parametrize("theme", THEMES)
def test_search_knows_a_title_with_its_quotes(build, theme) -> None:
    site = build({"docs/blog/posts/a.md": post(title='Don\'t say "bees" & <b>honey</b>', slug="a")}, theme)
    [title] = [entry["title"] for entry in search_entries(site.out) if entry["location"] == site.post("a")]
    markup = title != 'Don\'t say "bees" & <b>honey</b>'  # Material sets titles as HTML
    assert title == ('Don\'t say "bees" &amp; &lt;b&gt;honey&lt;/b&gt;' if markup else title)
    assert markup is (theme == "material" and (site.out / "search/search_index.json").is_file())


def test_nothing_is_said_of_tags_that_materials_plugin_lists(build) -> None:
    texts = {
        f"docs/blog/posts/{slug}.md": post(title=slug, tags=[tag], categories=[category])
        for slug, tag, category in (("a", "web", "C"), ("b", "Web", "C++"), ("c", "web!", "C"))
    }
    site = build({**texts, "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"}, "material",
                 plugins=["search", "tags", "iroco-blog"])  # fmt: skip
    assert site.problems == []
    assert told(site, "tag `") == told(site, "The tags") == []
    assert sorted(site.listed("blog/category/c/")) == ["a", "c"]
    assert site.listed("blog/category/c-plus-plus/") == ["b"]


def test_posts_of_one_day_stand_in_the_order_of_materials_plugin(build) -> None:
    names = ("z.md", "a.md", "a/x.md", "b-c/x.md", "b/x.md", "b/a.md", "b/c/a.md")
    texts = {f"docs/blog/posts/{name}": post(body=f"# {name}\n\nText.") for name in names}
    theirs = build(texts, "material", plugins=["search", "blog"]).page("blog/")
    assert build(texts, "material").listed("blog/") == [words(one).rstrip("¶ ") for one in theirs.css("article h2")]


def test_the_pager_shows_the_numbers_that_materials_plugin_shows(build) -> None:
    texts = {f"docs/blog/posts/{n}.md": post(f"2026-01-{n:02}", body=f"# P{n}") for n in range(1, 10)}
    options = {"pagination_per_page": 1}
    theirs = build(texts, "material", plugins=["search", {"blog": options}])
    ours = build(texts, "material", options=options)
    for page in ("blog/", "blog/page/5/", "blog/page/9/"):
        shown = words(ours.page(page).css_first(".iroco-pager ul"))
        assert shown.replace("…", "..") == words(theirs.page(page).css_first(".md-pagination"))
