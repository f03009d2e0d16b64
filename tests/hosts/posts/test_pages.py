"""A post's page, as a reader's program and a reader see it."""

from itertools import product

import pytest

from tests.hosts.built import words
from tests.hosts.written import THEMES, post

AUTHORS = """\
authors:
  bruno:
    name: Bruno Thomas
    description: Writes
    avatar: images/bruno.svg
    url: https://example.net/bruno
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
FULL = post(
    "2024-10-04 10:00:00 +0200", "Opening words.\n\n## First\n\nA.\n\n### Deeper\n\nB.\n\n## Second\n\nC.",
    title="Weighing a page", description="What it weighs.", authors=["bruno", {"name": "Ada Lovelace"}],
    categories=["Grand public", "Numérique responsable"], tags=["css", "3.10"], updated="2025-01-31",
)  # fmt: skip
URL = "blog/2024/10/04/weighing-a-page/"
SITE = {"docs/blog/posts/weigh.md": FULL, "docs/blog/.authors.yml": AUTHORS, "docs/images/bruno.svg": SVG}


def test_microformats_say_all_of_a_post(build, theme) -> None:
    site = build(SITE, theme)
    entry = site.entry(URL)
    assert entry["name"] == ["Weighing a page"]
    assert entry["summary"] == ["What it weighs."]
    assert site.page(URL).css_first("time.dt-published").attributes["datetime"] == "2024-10-04T10:00:00+02:00"
    assert entry["published"] == ["2024-10-04T10:00:00+0200"]
    assert entry["updated"] == ["2025-01-31"]
    assert entry["url"] == [f"https://example.org/{URL}"]
    assert entry["category"] == ["Grand public", "Numérique responsable", "css", "3.10"]
    assert [author["type"] for author in entry["author"]] == [["h-card"], ["h-card"]]
    assert [author["properties"]["name"] for author in entry["author"]] == [["Bruno Thomas"], ["Ada Lovelace"]]
    assert entry["author"][0]["properties"]["photo"][0] in (
        "https://example.org/images/bruno.svg",
        {"value": "https://example.org/images/bruno.svg", "alt": ""},
    )
    assert site.warnings == []


def test_content_holds_the_body_and_nothing_else(build) -> None:
    content = build(SITE).page(URL).css(".e-content")
    assert len(content) == 1
    assert [child.tag for child in content[0].iter()] == ["p", "h2", "p", "h3", "p", "h2", "p"]
    assert words(content[0]).replace("¶", "").startswith("Opening words. First")


BODIES = {
    "no heading": "Text.",
    "an opening one": "# Heading\n\nText.",
    "two of them": "# Weighing\n\nText.\n\n# More\n\nText.",
    "sections": "Text.\n\n# One\n\nA.\n\n# Two\n\nB.",
}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("title", [None, "Weighing"])
def test_a_page_has_one_h1(build_once, theme, body, title) -> None:
    cases = list(product(BODIES.values(), (None, "Weighing")))
    texts = {
        f"docs/blog/posts/{number}.md": post(body=text, title=given, slug=f"n{number}")
        for number, (text, given) in enumerate(cases)
    }
    number = cases.index((BODIES[body], title))
    headings = build_once(texts, theme).page(f"blog/2026/01/02/n{number}/").css("h1")
    assert len(headings) == 1
    assert "p-name" in headings[0].attributes["class"]


def test_the_opening_heading_is_shown_as_html_and_named_by_the_title(build, theme) -> None:
    site = build({"docs/blog/posts/a.md": post(body="# The *heading*\n\nText.", title="Short")}, theme)
    url = site.post("short")
    assert site.page(url).css_first("h1 em").text() == "heading"
    assert words(site.page(url).css_first("title")).startswith("Short")
    assert site.listed("blog/") == ["Short"]


def test_reading_time_counts_prose_and_can_be_said(build) -> None:
    long = "word " * 1060 + "\n\n```\n" + "code " * 2000 + "\n```\n"
    site = build({
        "docs/blog/posts/a.md": post(body=long, title="Long"),
        "docs/blog/posts/b.md": post(body=long, title="Said", readtime=12),
        "docs/blog/posts/c.md": post(body="字" * 1060, title="Cjk"),
    })  # fmt: skip
    shown = {slug: words(site.page(site.post(slug)).css_first(".iroco-readtime")) for slug in ("long", "said", "cjk")}
    assert shown["long"].startswith("4 min")
    assert shown["said"].startswith("12 min")
    assert shown["cjk"].startswith("2 min")


def test_the_footer_leads_to_newer_and_older_posts_and_back(build) -> None:
    site = build({f"docs/blog/posts/{n}.md": post(f"2026-01-0{n}", title=f"Post {n}") for n in (1, 2, 3)})
    page = site.page("blog/2026/01/02/post-2/")
    links = {link.attributes.get("rel"): link.attributes["href"] for link in page.css(".iroco-neighbours a")}
    assert links == {"next": "../../03/post-3/", "prev": "../../01/post-1/"}
    assert page.css_first(".iroco-back a").attributes["href"] == "../../../../"
    ends = [site.page(f"blog/2026/01/0{n}/post-{n}/").css(".iroco-neighbours a") for n in (1, 3)]
    assert [[link.attributes["rel"] for link in links] for links in ends] == [["next"], ["prev"]]


def test_header_and_footer_are_left_out_of_search(build) -> None:
    page = build(SITE).page(URL)
    for mark in (".iroco-header", ".iroco-footer"):
        [node] = page.css(mark)
        assert "data-search-exclude" in node.attributes
        # Material's search goes on reading after the first end tag of the same name.
        assert node.css(node.tag) in ([], [node])


def test_the_stylesheet_is_there_once(build, theme) -> None:
    for config in ({}, {"site_url": "https://example.org/docs/"}, {"use_directory_urls": False}):
        site = build({"docs/blog/posts/a.md": post(title="A")}, theme, config=config)
        url = site.post("a")
        [link] = site.page(url).css("link[href*='iroco_blog']")
        assert (site.out / site.target(url, link.attributes["href"])).is_file()


def test_the_pages_title_is_the_posts(build, theme) -> None:
    assert words(build(SITE, theme).page(URL).css_first("title")).startswith("Weighing a page")


def test_an_image_is_shown_with_its_alternative_text(build) -> None:
    text = post(title="A", image={"path": "/images/bruno.svg", "alt": "A man"})
    site = build({**SITE, "docs/blog/posts/a.md": text})
    [image] = site.page(site.post("a")).css("img.u-featured")
    assert image.attributes["alt"] == "A man"
    assert site.target(site.post("a"), image.attributes["src"]) == "images/bruno.svg"


def test_a_missing_image_is_a_problem_with_its_line(build) -> None:
    site = build({"docs/blog/posts/a.md": "---\ndate: 2026-01-02\ntitle: A\nimage: none.png\n---\nText.\n"})
    [problem] = site.problems
    assert problem.startswith("blog/posts/a.md:4: ")


def test_one_markdown_file_with_a_line_like_metadata_keeps_it(build) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", body="Note: this is text.\n\nMore.")})
    assert "Note: this is text." in words(site.page(site.post("a")).css_first(".e-content"))


def test_a_template_of_the_theme_is_used(build) -> None:
    theme = {"name": "mkdocs", "custom_dir": "own"}
    wide = "<html><head></head><body id=wide>{{ page.content }}</body></html>"
    site = build({"own/wide.html": wide, "docs/blog/posts/a.md": post(title="A", template="wide.html")}, theme)
    page = site.page(site.post("a"))
    assert page.css_first("body").attributes["id"] == "wide"
    assert page.css(".e-content")


@pytest.mark.parametrize("layout", ["post", "page", "default", "home"])
def test_a_jekyll_layout_is_the_standard_one(build, layout) -> None:
    site = build({"docs/blog/posts/a.md": post(title="A", layout=layout)})
    assert site.page(site.post("a")).css(".e-content")
    assert (site.problems, site.notes) == ([], [])


@pytest.mark.parametrize("theme", THEMES)
def test_a_title_of_front_matter_alone_names_the_post_everywhere(build, theme) -> None:
    body = "Opening.\n\n<!-- more -->\n\n## A section\n\nRest."
    site = build({"docs/blog/posts/a.md": post(body=body, title="Only here", tags=["t"])}, theme)
    url = site.post("only-here")
    assert site.entry(url)["name"] == ["Only here"]
    assert [words(heading) for heading in site.page(url).css("h1")] == ["Only here"]
    assert words(site.page(url).css_first("title")).startswith("Only here")
    for view in ("blog/", "blog/tag/t/", "blog/archive/2026/"):
        assert site.listed(view) == ["Only here"]
    titles = {entry["location"].partition("#")[0]: entry["title"] for entry in reversed(site.search)}
    assert titles[url] == "Only here"


ICONS = ":material-scale-balance: :octicons-star-16: 🎈 👩🏽‍💻 — … "
EMOJI = """
from material.extensions.emoji import to_svg, twemoji

def on_config(config):
    config.markdown_extensions.append("pymdownx.emoji")
    config.mdx_configs["pymdownx.emoji"] = {"emoji_index": twemoji, "emoji_generator": to_svg}
"""


def test_icons_emoji_and_drawings_add_nothing_to_the_reading_time(build) -> None:
    drawing = "<svg><style>" + ".a { fill: red } " * 500 + "</style><text>" + "word " * 500 + "</text></svg>"
    bodies = {"icons": ICONS * 300, "drawing": drawing, "balloons": "🎈 " * 600, "characters": "节" * 530 + "。" * 900}
    texts = {f"docs/blog/posts/{n}.md": post(body=f"{text}\n\nText.", title=n) for n, text in bodies.items()}
    site = build({**texts, "hook.py": EMOJI}, "material", config={"hooks": ["hook.py"]})
    assert len(site.page(site.post("icons")).css(".e-content svg")) == 600
    shown = {name: words(site.page(site.post(name)).css_first(".iroco-readtime")) for name in bodies}
    assert {name: text.split()[0] for name, text in shown.items()} == {
        "icons": "1", "drawing": "1", "balloons": "1", "characters": "2",
    }  # fmt: skip
