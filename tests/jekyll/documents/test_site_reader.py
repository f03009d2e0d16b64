"""Read a file into a document: its date, terms, title, states and body."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.documents.document import Document, is_shown
from mkdocs_iroco_blog.jekyll.documents.file_kinds import Kind, classify
from mkdocs_iroco_blog.jekyll.documents.read_document import DocumentReader
from mkdocs_iroco_blog.jekyll.sources import old_addresses, redirect_target

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SITE = "collections: [authors, docs]\n"


def reader(config: str = SITE) -> DocumentReader:
    parsed, _ = read_config("_config.yml", config.encode())
    return DocumentReader(config=parsed, zone=ZoneInfo(parsed.timezone or "UTC"), now=NOW)


def read(front: str, path: str = "_posts/2024-10-04-nec.md", config: str = SITE) -> tuple[Document, list[str]]:
    by = reader(config)
    document, findings = by.read(path, f"---\n{front}\n---\nText\n".encode(), *classify(path, by.config))
    assert document, findings
    return document, [str(found) for found in findings]


@pytest.mark.parametrize(
    ("front", "categories"),
    [
        ("categories: a b", ["a", "b"]),
        ("categories: [Grand public, b]", ["Grand public", "b"]),
        ("category: Grand public", ["Grand public"]),
        ("category: [a, b]\ncategories: c", ["c", "a", "b"]),
        ("categories: a\ncategory: a", ["a"]),
        ("categories: [2024, 1.50, true, ~]", ["2024", "1.5", "true"]),
        ('categories: "a, b"', ["a,", "b"]),
        ("categories:", []),
        ('category: ""', []),
        ("title: a", []),
    ],
)
def test_categories(front: str, categories: list[str]) -> None:
    assert list(read(front)[0].categories) == categories


@pytest.mark.parametrize(
    ("front", "tags"),
    [
        ("tags: a b", ["a", "b"]),
        ("tags: [a, 'b c', 2024]", ["a", "b c", "2024"]),
        ("tag: a b", ["a b"]),
        ("tag: a\ntags: b", ["a"]),
        ("tags: 2024", []),
        ("tags:", []),
        ("tag: [a, [b]]", ["a", "b"]),
    ],
)
def test_tags(front: str, tags: list[str]) -> None:
    assert list(read(front)[0].tags) == tags


def test_categories_come_from_folders_then_defaults_then_the_post() -> None:
    config = "defaults:\n- {scope: {path: ''}, values: {categories: [all], tags: [t]}}\n"
    document, _ = read("categories: own", "Un deux/b/_posts/sub/2024-10-04-nec.md", config)
    assert document.categories == ("Un deux", "b", "all", "own")
    assert document.tags == ("t",)
    assert document.url == "/un%20deux/b/all/own/2024/10/04/nec.html"


@pytest.mark.parametrize(
    ("front", "path", "title", "titled"),
    [
        ("title: NEC 2024", "_posts/2024-10-04-nec.md", "NEC 2024", True),
        ("title: 3.10", "_posts/2024-10-04-nec.md", "3.10", True),
        ("a: b", "_posts/2024-10-04-my-first-post.md", "My First Post", False),
        ("slug: other", "_posts/2024-10-04-my-post.md", "My Post", False),
        ("title:", "_posts/2024-10-04-nec.md", "Nec", False),
        ("a: b", "_authors/jane-doe.md", "Jane Doe", False),
        ("a: b", "about.md", "", False),
        ("title: About", "about.md", "About", True),
    ],
)
def test_titles(front: str, path: str, title: str, titled: bool) -> None:
    document, _ = read(front, path)
    assert (document.title, document.titled) == (title, titled)


@pytest.mark.parametrize(
    ("front", "path", "attribute"),
    [
        ("a: b", "_posts/2024-10-04-nec.md", "2024-10-04"),
        ("date: 2024-10-05", "_posts/2024-10-04-nec.md", "2024-10-05"),
        ("date: 2024-10-05 10:00", "_posts/2024-10-04-nec.md", "2024-10-05T10:00:00+02:00"),
        ("date: 2024-10-05 10:00:00", "_posts/2024-10-04-nec.md", "2024-10-05T12:00:00+02:00"),  # YAML: that is UTC
        ('date: "2024-10-05 10:00:00"', "_posts/2024-10-04-nec.md", "2024-10-05T10:00:00+02:00"),
        ("date: 2024-10-05 23:30:00 -0800", "_posts/2024-10-04-nec.md", "2024-10-06T09:30:00+02:00"),
        ("date:", "_posts/2024-10-04-nec.md", "2024-10-04"),
        ("a: b", "_posts/24-1-5-nec.md", "2024-01-05"),
        ("a: b", "_drafts/2024-10-04-nec.md", "2024-10-04"),
        ("a: b", "_drafts/nec.md", "2026-11-20"),
        ("a: b", "_authors/jane.md", None),
        ("date: 2024-10-05", "_authors/jane.md", "2024-10-05"),
    ],
)
def test_dates(front: str, path: str, attribute: str | None) -> None:
    document, messages = read(front, path, "timezone: Europe/Paris\ncollections: [authors]\n")
    assert not messages
    assert (document.date.attribute() if document.date else None) == attribute


def test_the_date_in_the_files_name_replaces_an_invalid_one() -> None:
    document, messages = read("title: NEC\ndate: yesterday")
    assert document.date
    assert document.date.attribute() == "2024-10-04"
    assert messages == [
        (
            "_posts/2024-10-04-nec.md:3: `date` is `yesterday`, which is not a date. "
            "Write it as `date: 2026-11-20` or `date: 2026-11-20 14:30`."
        )
    ]


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\ntitle: a\n---\nText\n", "Text\n", 4),
        ("---\ntitle: a\n---\n\n \nText\n", "Text\n", 6),
        ("---\ntitle: a\n...\n    code\n", "    code\n", 4),
        ("---\r\ntitle: a\r\n---\r\n\r\nText\r\nb", "Text\nb", 5),
        ("\n\nText", "\n\nText", 1),
        ("---\ntitle: a\n---", "", 3),
        ("---\ntitle: a\n---\n \n\n", "", 6),
    ],
)
def test_a_body_begins_below_the_blank_lines_under_the_front_matter(text: str, body: str, line: int) -> None:
    document, _ = reader().read("_posts/2024-10-04-a.md", text.encode(), Kind.POST, "posts")
    assert document
    assert (document.body, document.body_line) == (body, line)


def test_a_file_that_cannot_be_read_is_a_problem() -> None:
    document, findings = reader().read("_posts/2024-10-04-a.md", b"---\ntitle: [\n---\n", Kind.POST, "posts")
    assert document is None
    assert len(findings) == 1


@pytest.mark.parametrize(
    ("front", "config", "shown"),
    [
        ("a: b", "", True),
        ("published: false", "", False),
        ("published: false", "unpublished: true", True),
        ("published:", "", False),
        ('published: "false"', "", True),
        ("date: 2030-01-01", "", False),
        ("date: 2030-01-01", "future: true", True),
        ("draft: true", "", True),
        ("a: b", "defaults:\n- {scope: {path: ''}, values: {published: false}}", False),
    ],
)
def test_documents_that_jekyll_would_build(front: str, config: str, shown: bool) -> None:
    document, _ = read(front, config=config)
    assert is_shown(document, reader(config).config, NOW) is shown


def test_defaults_hide_no_page() -> None:
    config = "defaults:\n- {scope: {path: ''}, values: {published: false, layout: page}}"
    document, _ = read("title: a", "about.md", config)
    assert document.published
    assert document.layout == "page"


def test_values_for_templates() -> None:
    document, _ = read("title: NEC\ncategories: a\ntags: [1]\ncustom: {x: 1}", config="permalink: /:title/\n")
    assert document.data == {
        "title": "NEC", "categories": ["a"], "tags": [1], "custom": {"x": 1}, "slug": "nec", "ext": ".md",
        "draft": False, "date": datetime(2024, 10, 4, tzinfo=ZoneInfo("UTC")),
    }  # fmt: skip
    assert document.id == "/nec"
    assert document.is_markdown


@pytest.mark.parametrize(("front", "layout"), [("layout: post", "post"), ("layout: none", None), ("layout:", None)])
def test_layouts(front: str, layout: str | None) -> None:
    assert read(front)[0].layout == layout


def test_yaml_documents_of_a_collection_are_data() -> None:
    document, findings = reader().read("_authors/a.yml", b"---\nname: Jane\n", Kind.DOCUMENT, "authors")
    assert document
    assert not findings
    assert document.data["name"] == "Jane"
    assert document.output_path == "authors/a.yml"


def test_an_empty_permalink_is_a_problem() -> None:
    document, messages = read('permalink: ""', "about.md")
    assert document.url == "/about.html"
    assert messages == ["about.md:2: `permalink` is empty. Write an address such as `/about/`, or delete the line."]


def test_redirects() -> None:
    document, _ = read("redirect_from: [/old/, a/b, c.html, 3]\nredirect_to: https://x.org/")
    assert old_addresses(document) == ("/old/", "/a/b", "/c.html")
    assert redirect_target(document) == "https://x.org/"
    assert old_addresses(read("redirect_from: /x/")[0]) == ("/x/",)
    assert redirect_target(read("a: b")[0]) == ""
