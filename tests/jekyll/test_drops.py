"""The values that templates see as `site`, `page` and `post`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.file_kinds import classify
from mkdocs_iroco_blog.jekyll.documents.read_document import DocumentReader
from mkdocs_iroco_blog.jekyll.drops import DocumentDrop, SiteDrop

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CONFIG = """
title: Blog
github_username: iroco
permalink: /:title/
collections:
  authors: {output: true, sort_by: rank}
  parts: {order: [b.md], own: 1}
"""
FILES = {
    "_posts/2024-01-01-old.md": "title: Old\ncategories: a\ntags: [x, 2024]",
    "_posts/2024-03-01-new.md": "title: New\ncategories: [b, a]\nexcerpt: Short",
    "_posts/2024-02-01-mid.md": "title: Mid\ncustom: {key: 1}",
    "_posts/2030-01-01-late.md": "title: Late",
    "_posts/2024-02-02-hidden.md": "published: false",
    "_drafts/draft.md": "title: Draft",
    "zebra.md": "title: Zebra",
    "a/about.md": "title: About",
    "data.json": "a: b",
    "_authors/ines.md": "rank: 2",
    "_authors/tomek.md": "rank: 1",
    "_authors/nobody.md": "name: nobody",
    "_parts/a.md": "a: b",
    "_parts/b.md": "a: b",
}


def documents(config: str = CONFIG) -> list[Document]:
    parsed, _ = read_config("_config.yml", config.encode())
    reader = DocumentReader(config=parsed, zone=UTC, now=NOW)
    read = [
        reader.read(path, f"---\n{front}\n---\nBody of {path}\n".encode(), *classify(path, parsed))[0]
        for path, front in FILES.items()
    ]
    return [document for document in read if document]


def site(config: str = CONFIG, asked: list[str] | None = None) -> SiteDrop:
    parsed, _ = read_config("_config.yml", config.encode())

    def content(document: Document) -> str:
        if asked is not None:
            asked.append(document.path)
        return f"<p>{document.body.strip()}</p>"

    return SiteDrop(
        parsed, documents(config), time=NOW, data={"k": 1}, static_files=["images/b.png", "a.pdf"],
        content=content, excerpt=content,
    )  # fmt: skip


def titles(drops: list[DocumentDrop]) -> list[str]:
    return [drop["title"] for drop in drops]


def test_published_posts_are_newest_first() -> None:
    assert titles(site()["posts"]) == ["New", "Mid", "Old"]


def test_the_configuration_may_show_drafts_and_future_posts() -> None:
    shown = site(CONFIG + "show_drafts: true\nfuture: true\nunpublished: true\n")
    assert titles(shown["posts"]) == ["Late", "Draft", "New", "Hidden", "Mid", "Old"]


def test_categories_and_tags_list_their_posts_newest_first() -> None:
    drop = site()
    assert {name: titles(posts) for name, posts in drop["categories"].items()} == {"a": ["New", "Old"], "b": ["New"]}
    assert {name: titles(posts) for name, posts in drop["tags"].items()} == {"x": ["Old"], "2024": ["Old"]}


def test_pages_and_html_pages_are_sorted_by_name() -> None:
    assert [page["name"] for page in site()["pages"]] == ["about.md", "data.json", "zebra.md"]
    assert [page["url"] for page in site()["html_pages"]] == ["/a/about/", "/zebra/"]


def test_the_configuration_may_order_collections() -> None:
    drop = site()
    assert titles(drop["authors"]) == ["Tomek", "Ines", "Nobody"]
    assert titles(drop["parts"]) == ["B", "A"]
    assert [one["label"] for one in drop["collections"]] == ["authors", "parts", "posts"]
    assert drop["collections"][1]["own"] == 1
    assert [one["relative_path"] for one in drop["documents"]][:2] == [
        "_posts/2024-01-01-old.md",
        "_posts/2024-02-01-mid.md",
    ]


def test_configuration_data_time_and_files() -> None:
    drop = site()
    assert (drop["title"], drop["github_username"], drop["markdown"]) == ("Blog", "iroco", "kramdown")
    assert drop["time"] == NOW
    assert drop["data"] == {"k": 1}
    assert [file["path"] for file in drop["static_files"]] == ["/a.pdf", "/images/b.png"]
    assert drop["static_files"][1]["extname"] == ".png"
    assert drop.get("nothing") is None
    assert "posts" in drop
    assert "nothing" not in drop
    assert set(drop) >= {"posts", "pages", "authors", "title"}
    assert len(drop) == len(list(drop))


def test_a_post() -> None:
    post = site()["posts"][1]
    assert isinstance(post, Mapping)
    assert dict(post, next=0, previous=0) == {
        "title": "Mid", "custom": {"key": 1}, "url": "/mid/", "id": "/mid", "date": datetime(2024, 2, 1, tzinfo=UTC),
        "path": "_posts/2024-02-01-mid.md", "relative_path": "_posts/2024-02-01-mid.md", "name": "2024-02-01-mid.md",
        "slug": "mid", "ext": ".md", "collection": "posts", "draft": False, "categories": [], "tags": [],
        "content": "<p>Body of _posts/2024-02-01-mid.md</p>", "excerpt": "<p>Body of _posts/2024-02-01-mid.md</p>",
        "output": "<p>Body of _posts/2024-02-01-mid.md</p>", "next": 0, "previous": 0,
    }  # fmt: skip
    assert (post["next"]["title"], post["previous"]["title"]) == ("New", "Old")


def test_the_newest_and_the_oldest_post_have_one_neighbour() -> None:
    newest, *_, oldest = site()["posts"]
    assert newest["next"] is None
    assert oldest["previous"] is None
    assert newest["excerpt"] == "Short"


def test_a_page_has_a_folder_and_no_date() -> None:
    page = site()["pages"][0]
    assert (page["dir"], page["path"], page["title"]) == ("/a/about/", "a/about.md", "About")
    assert "date" not in page
    assert page["excerpt"] is None


def test_a_document_is_rendered_once_and_only_on_access() -> None:
    asked: list[str] = []
    post = site(asked=asked)["posts"][0]
    assert (post["title"], asked) == ("New", [])
    assert post["content"] == post["content"]
    assert asked == ["_posts/2024-03-01-new.md"]


def test_a_document_has_the_same_drop_everywhere() -> None:
    drop = site()
    assert drop["posts"][0] is drop["categories"]["b"][0]
    assert drop["posts"][0] is drop["posts"][1]["next"]
    assert drop.drop_of(documents()[1]) is drop["posts"][0]


def test_a_document_without_a_date_has_the_time_of_the_build() -> None:
    assert site()["authors"][0]["date"] == NOW


def test_a_missing_key_raises_a_key_error() -> None:
    with pytest.raises(KeyError):
        site()["posts"][0]["nothing"]
