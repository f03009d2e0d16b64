"""The pages that a paginator makes of an index."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mkdocs_iroco_blog.jekyll.config.read import read_config
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.documents.file_kinds import classify
from mkdocs_iroco_blog.jekyll.documents.read_document import DocumentReader
from mkdocs_iroco_blog.jekyll.pagination import PaginatedIndex, paginated_index

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
SECOND = "plugins: [jekyll-paginate-v2]\npagination: {enabled: true, per_page: 2"
FIRST = "plugins: [jekyll-paginate]\npaginate: 2\n"


def paginated(config: str, **pages: str) -> list[PaginatedIndex]:
    parsed, _ = read_config("_config.yml", config.encode())
    reader = DocumentReader(config=parsed, zone=UTC, now=NOW)
    documents = [document(reader, path, front) for path, front in pages.items()]
    indexes = [paginated_index(parsed, parsed.plugins, index, documents) for index in documents]
    return [index for index in indexes if index]


def document(reader: DocumentReader, path: str, front: str) -> Document:
    found, _ = reader.read(path, f"---\n{front}\n---\n".encode(), *classify(path, reader.config))
    assert found
    return found


def urls(pages: list[PaginatedIndex], total: int = 3) -> list[str]:
    later = range(2, total + 1)
    return [url for page in pages for url in (page.first_url, *(page.later_url.replace(":num", str(n)) for n in later))]


ASKS = "pagination: {enabled: true}"


@pytest.mark.parametrize(
    ("config", "page", "front", "addresses"),
    [
        (SECOND + "}", "index.md", ASKS, ["/", "/page2/", "/page3/"]),
        (SECOND + ", permalink: '/page/:num/'}", "index.md", ASKS, ["/", "/page/2/", "/page/3/"]),
        (SECOND + "}", "blog/index.html", ASKS, ["/blog/", "/blog/page2/", "/blog/page3/"]),
        (SECOND + "}", "blog.md", f"permalink: /news/\n{ASKS}", ["/news/", "/news/page2/", "/news/page3/"]),
        (SECOND + ", permalink: '/page-:num.html'}", "index.md", ASKS, ["/", "/page-2.html", "/page-3.html"]),
        (SECOND + ", permalink: '/p:num'}", "index.md", ASKS, ["/", "/p2index.html", "/p3index.html"]),
        (SECOND + ", permalink: '/:num-of-:max/'}", "index.md", ASKS, ["/", "/2-of-:max/", "/3-of-:max/"]),
        (SECOND + ", indexpage: feed, extension: json}", "index.md", ASKS,
         ["/feed.json", "/page2/feed.json", "/page3/feed.json"]),
        (FIRST, "index.html", "a: b", ["/", "/page2/", "/page3/"]),
        (FIRST + "paginate_path: /blog/page:num/\n", "blog/index.html", "a: b",
         ["/blog/", "/blog/page2/", "/blog/page3/"]),
        (FIRST + "paginate_path: /blog/page:num/\n", "index.html", "a: b", ["/", "/blog/page2/", "/blog/page3/"]),
    ],
)  # fmt: skip
def test_addresses(config: str, page: str, front: str, addresses: list[str]) -> None:
    assert urls(paginated(config, **{page: front})) == addresses


@pytest.mark.parametrize(
    ("config", "page", "front"),
    [
        (SECOND + "}", "index.md", "a: b"),
        (SECOND + "}", "index.md", "pagination: {enabled: false}"),
        (SECOND.replace("true", "false") + "}", "index.md", ASKS),
        ("plugins: []\npagination: {enabled: true}", "index.md", ASKS),
        (FIRST, "index.md", "a: b"),
        (FIRST, "blog/index.html", "a: b"),
        ("paginate: 2\n", "index.html", "a: b"),
    ],
)
def test_pages_that_are_not_paginated(config: str, page: str, front: str) -> None:
    assert paginated(config, **{page: front}) == []


def test_the_deepest_of_several_indexes_is_paginated() -> None:
    pages = paginated(FIRST + "paginate_path: /a/b/page:num\n", **{"index.html": "a: b", "a/index.html": "a: b"})
    assert urls(pages, 2) == ["/a/", "/a/b/page2/"]
