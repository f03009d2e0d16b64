"""Addresses: the golden cases hold those that Jekyll 4.3.1 gives the same files."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.documents.addresses import file_path
from mkdocs_iroco_blog.jekyll.documents.file_kinds import Kind, classify, has_front_matter
from mkdocs_iroco_blog.jekyll.documents.permalinks import normalise, output_path, style_suffix, unknown_placeholder
from mkdocs_iroco_blog.jekyll.documents.read_document import DocumentReader

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def address(path: str, text: str, config: str) -> str:
    """A file's address and, after an arrow, its output file."""
    read, _ = read_config("_config.yml", config.encode())
    kind, collection = classify(path, read)
    if kind in (Kind.PAGE, Kind.DOCUMENT) and not has_front_matter(text.encode()):
        copied = file_path(read, path, collection)
        return f"copied to {copied}" if copied else "not copied"
    reader = DocumentReader(config=read, zone=ZoneInfo(read.timezone or "UTC"), now=NOW)
    document, _ = reader.read(path, text.encode(), kind, collection)
    assert document
    return f"{document.url} -> {document.output_path}"


@pytest.mark.golden_test("../../cases/permalinks/*.yml")
def test_addresses(golden: Any) -> None:
    """The address of each file under a configuration."""
    config = golden.get("config") or ""
    made = {path: address(path, text, config) for path, text in golden["files"].items()}
    assert golden.out["addresses"] == made


@pytest.mark.parametrize(
    ("url", "extension", "written"),
    [
        ("/", ".html", "index.html"),
        ("/a/", ".html", "a/index.html"),
        ("/a", ".html", "a.html"),
        ("/a.html", ".html", "a.html"),
        ("/a%20b/%C3%A9", ".html", "a b/é.html"),
        ("/feed.xml", ".xml", "feed.xml"),
        ("/a/%2E%2E/%2E%2E/b", ".html", "b.html"),
    ],
)
def test_every_address_is_a_file_below_the_root(url: str, extension: str, written: str) -> None:
    assert output_path(url, extension) == written


@pytest.mark.parametrize(("written", "address"), [("a//b", "/a/b"), ("/../a", "/a"), ("./a/./b", "/a/b"), ("", "/")])
def test_an_address_has_one_leading_slash_and_no_parent_folders(written: str, address: str) -> None:
    assert normalise(written) == address


@pytest.mark.parametrize(
    ("permalink", "suffix"),
    [
        ("date", ":output_ext"),
        ("pretty", "/"),
        ("weekdate", ""),
        ("/:title/", "/"),
        ("/:title:output_ext", ":output_ext"),
        (":title", ""),
    ],
)
def test_pages_end_as_the_sites_permalink_does(permalink: str, suffix: str) -> None:
    assert style_suffix(permalink) == suffix


@pytest.mark.parametrize(
    ("template", "unknown"), [("/:year_:month/", None), ("/:jahr/:title", "jahr"), ("/plain/", None)]
)
def test_the_first_unknown_placeholder_is_named(template: str, unknown: str | None) -> None:
    assert unknown_placeholder(template) == unknown


def test_the_sites_permalink_replaces_a_wrong_one_of_a_post() -> None:
    read, _ = read_config("_config.yml", b"permalink: /:title/")
    reader = DocumentReader(config=read, zone=ZoneInfo("UTC"), now=NOW)
    text = b"---\ntitle: NEC\npermalink: /:jahr/:title/\n---\n"
    document, findings = reader.read("_posts/2024-10-04-nec.md", text, Kind.POST, "posts")
    assert document
    assert document.url == "/nec/"
    assert str(findings[0]).startswith(
        "_posts/2024-10-04-nec.md:3: `permalink: /:jahr/:title/` has the placeholder `:jahr`, which Jekyll does "
        "not know. Use `:year`"
    )
