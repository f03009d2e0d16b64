"""`links` in front matter, in the syntax of `nav`."""

import pytest

from tests.hosts.built import words
from tests.hosts.written import post

TEXTS = {
    "docs/guide.md": "# The *guide*\n\n## A section\n\nText.\n\n<p id=raw>Raw</p>\n",
    "docs/blog/posts/other.md": post("2026-01-01", "Text.\n\n## Part\n\nText.", title="Other"),
    "docs/blog/posts/none.md": post("2025-12-01", title="None"),
}

LOUD = {"validation": {"links": {"not_found": "warn", "anchors": "warn"}}}
QUIET = {"validation": {"links": {"not_found": "info", "anchors": "info"}}}


def related(site, url: str) -> list[tuple[str, str]]:
    return [(words(link), link.attributes["href"]) for link in site.page(url).css(".iroco-related a")]


@pytest.mark.parametrize("directories", [True, False])
def test_every_form(build, directories) -> None:
    links = [
        "guide.md", "guide.md#a-section", "blog/posts/other.md", {"Own title": "guide.md"},
        {"Group": ["index.md", {"Inner": "blog/posts/other.md#part"}]}, {"Outside": "https://example.net/"},
    ]  # fmt: skip
    texts = {**TEXTS, "docs/blog/posts/a.md": post(title="A", links=links)}
    site = build(texts, config={"use_directory_urls": directories})
    url = site.post("a")
    found = related(site, url)
    assert [title for title, _ in found] == [
        "The guide", "The guide – A section", "Other", "Own title", "Home", "Inner", "Outside",
    ]  # fmt: skip
    assert "Group" in words(site.page(url).css_first(".iroco-related"))
    assert site.lost_links(url) == []
    assert found[-1][1] == "https://example.net/"
    assert site.warnings == []
    assert site.page(site.post("none")).css(".iroco-related") == []


@pytest.mark.parametrize(
    ("link", "what"),
    [("none.md", "none.md"), ("guide.md#none", "guide.md#none"), ({"T": "gone.md"}, "gone.md")],
)
def test_a_lost_one_is_told_with_its_line_as_loudly_as_the_site_wants(build, link, what) -> None:
    written = f"{{T: {link['T']}}}" if isinstance(link, dict) else link
    text = f"---\ndate: 2026-01-02\ntitle: A\nlinks:\n  - {written}\n---\nText.\n"
    site = build({**TEXTS, "docs/blog/posts/a.md": text}, config=QUIET)
    assert site.problems == []
    [problem] = build({**TEXTS, "docs/blog/posts/a.md": text}, config=LOUD).problems
    assert problem in site.notes
    assert problem.startswith(("blog/posts/a.md:4: ", "blog/posts/a.md:5: "))
    assert what in problem


def test_an_anchor_may_be_written_in_html(build) -> None:
    site = build({**TEXTS, "docs/blog/posts/a.md": post(title="A", links=["guide.md#raw"])})
    assert site.problems == []
    assert site.lost_links(site.post("a")) == []


def test_a_link_to_a_draft_is_lost_in_a_build(build) -> None:
    texts = {"docs/blog/posts/a.md": post(title="A", links=["blog/posts/d.md"]),
             "docs/blog/posts/d.md": post(title="D", draft=True)}  # fmt: skip
    assert len(build(texts, config=LOUD).problems) == 1
    assert build(texts, command="serve", config=LOUD).problems == []


def test_a_file_that_is_no_page(build) -> None:
    texts = {"docs/data.csv": "1,2", "docs/blog/posts/a.md": post(title="A", links=["data.csv", {"Data": "data.csv"}])}
    site = build(texts)
    assert [words_ for words_, _ in related(site, site.post("a"))][1] == "Data"
    assert site.lost_links(site.post("a")) == []
    assert site.problems == []


@pytest.mark.parametrize("links", ["guide.md", {"a": "guide.md"}, 3, [3], [["guide.md"]], [{"a": 3}]])
def test_what_is_no_list_of_links_is_a_problem(build, links) -> None:
    site = build({**TEXTS, "docs/blog/posts/a.md": post(title="A", links=links)}, config=LOUD)
    assert len(site.problems) == 1
    assert site.entry(site.post("a"))["name"] == ["A"]
