"""Read authors from a data file and from a collection, and drop lists of posts from their pages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import yaml

from mkdocs_iroco_blog.jekyll.authors import JekyllAuthors, read_authors
from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.file_kinds import Kind
from mkdocs_iroco_blog.jekyll.documents.read_document import DocumentReader
from mkdocs_iroco_blog.jekyll.listing_pages.author_page import without_posts

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
CONFIG = b"permalink: /:title/\ncollections: {authors: {output: true}}\n"


def page(name: str, front: str) -> Document:
    config, _ = read_config("_config.yml", CONFIG)
    reader = DocumentReader(config=config, zone=UTC, now=NOW)
    document, _ = reader.read(f"_authors/{name}.md", f"---\n{front}\n---\n".encode(), Kind.DOCUMENT, "authors")
    assert document
    return document


def read(data: str = "", *pages: Document) -> JekyllAuthors:
    return read_authors("_data/authors.yml", yaml.safe_load(data) if data else None, pages)


def shown(authors: JekyllAuthors) -> dict[str, dict[str, Any]]:
    fields = ("name", "slug", "description", "avatar", "url", "email")
    return {
        key: {name: getattr(author, name) for name in fields if getattr(author, name)}
        for key, author in authors.directory.by_key.items()
    }


def test_a_mapping_by_id() -> None:
    authors = read("""
ines:
  name: Inès Martin
  bio: Writes.
  avatar: /images/ines.png
  website: https://ines.example.org
  email: ines@example.org
tomek: Tomek
silent:
""")
    assert shown(authors) == {
        "ines": {"name": "Inès Martin", "slug": "ines", "description": "Writes.", "avatar": "images/ines.png",
                 "url": "https://ines.example.org", "email": "ines@example.org"},
        "tomek": {"name": "Tomek", "slug": "tomek"},
        "silent": {"name": "silent", "slug": "silent"},
    }  # fmt: skip
    assert authors.directory.place == "_data/authors.yml"


def test_a_list_of_mappings() -> None:
    authors = read("- {name: Inès Martin, position: Editor}\n- {id: tm, name: Tomek}\n- tomek2: {name: T2}\n- Plain\n")
    assert shown(authors) == {
        "Inès Martin": {"name": "Inès Martin", "slug": "inès-martin", "description": "Editor"},
        "tm": {"name": "Tomek", "slug": "tm"},
        "tomek2": {"name": "T2", "slug": "tomek2"},
        "Plain": {"name": "Plain", "slug": "plain"},
    }


def test_pages_of_a_collection() -> None:
    authors = read(
        "", page("bruno", "name: bruno\ndisplay_name: Bruno Thomas"), page("jill", "short_name: js\nname: Jill Smith")
    )
    assert shown(authors) == {
        "bruno": {"name": "Bruno Thomas", "slug": "bruno"},
        "jill": {"name": "Jill Smith", "slug": "jill"},
    }
    assert authors.directory.place == "_authors"
    assert [page.url for page in authors.pages] == ["/authors/bruno/", "/authors/jill/"]
    assert {name: authors.aliases[name] for name in ("bruno", "bruno thomas", "jill", "js", "jill smith")} == {
        "bruno": "bruno", "bruno thomas": "bruno", "jill": "jill", "js": "jill", "jill smith": "jill",
    }  # fmt: skip


def test_someone_in_both_is_one_author() -> None:
    authors = read(
        "ines: {name: Inès Martin, email: i@example.org}", page("ines-martin", "name: Inès Martin\nbio: Writes.")
    )
    assert shown(authors) == {
        "ines": {"name": "Inès Martin", "slug": "ines-martin", "description": "Writes.", "email": "i@example.org"}
    }


def test_a_link_that_would_run_code_is_a_problem() -> None:
    authors = read("x: {name: X, url: 'javascript:alert(1)'}")
    assert shown(authors) == {"x": {"name": "X", "slug": "x"}}
    assert [str(found) for found in authors.findings] == [
        (
            "_data/authors.yml: The `url` of `x` is `javascript:alert(1)`, which is not a safe address, "
            "so it is ignored. Write an address that starts with `https:`, or a path."
        )
    ]


def test_a_data_file_without_authors_is_a_problem() -> None:
    authors = read("just text")
    assert not authors.directory.by_key
    assert [str(found) for found in authors.findings] == [
        (
            "_data/authors.yml: The file has no authors: it is neither a mapping of ids nor a list. "
            "Write an id and, indented below it, `name: …`."
        )
    ]


def test_without_a_file_or_pages_there_are_no_authors() -> None:
    assert read().directory.by_key == {}


POSTS = ("/nec-2024/", "/2024/10/04/été.html")


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<h1>Bruno Thomas</h1><p>Hello.</p>", "<p>Hello.</p>"),
        ("<h2> Bruno  THOMAS </h2><p>Hello.</p>", "<p>Hello.</p>"),
        ("<h1>Bruno</h1><p>Hello.</p>", "<h1>Bruno</h1><p>Hello.</p>"),
        ('<p>a</p><h2>Articles</h2><ul><li><a href="/nec-2024/">NEC</a></li></ul>', "<p>a</p>"),
        (('<p>a</p><h2>Articles</h2><!-- --><ul><li>2024: <a href="/base/nec-2024">NEC</a></li></ul><!-- -->'
         '<ul><li><a href="https://x.org/2024/10/04/%C3%A9t%C3%A9.html">b</a></li></ul><p>b</p>'), "<p>a</p><p>b</p>"),
        ("<p>a</p><h2>Articles</h2>\n<!-- x -->\n", "<p>a</p>"),
        ('<ul><li><a href="https://x.org/">me</a></li></ul>', '<ul><li><a href="https://x.org/">me</a></li></ul>'),
        ('<ul><li><a href="/nec-2024/">NEC</a></li><li>me</li></ul>',
         '<ul><li><a href="/nec-2024/">NEC</a></li><li>me</li></ul>'),
        ('<p><a href="/nec-2024/">NEC</a></p>', '<p><a href="/nec-2024/">NEC</a></p>'),
        ("", ""),
        ("<ul></ul>", "<ul></ul>"),
        ('<p>a</p><ul><li><a href="http://[">x</a></li></ul>', '<p>a</p><ul><li><a href="http://[">x</a></li></ul>'),
    ],
)  # fmt: skip
def test_an_authors_page_loses_their_name_and_posts(html: str, kept: str) -> None:
    assert without_posts(html, "Bruno Thomas", POSTS) == kept
