"""Parts of a build, timed by pytest-benchmark: `pytest tests/benchmarks/parts.py`. Not among the tests."""

from __future__ import annotations

from typing import Any

import pytest
from markdown import markdown

from mkdocs_iroco_blog.core.front_matter.parse import read_front_matter
from mkdocs_iroco_blog.core.html.body import finish_body
from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.core.html.readtime import prose, words_in
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.posts.read import read_post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.speed.cache.html_events import feed
from tests.benchmarks.corpus import posts
from tests.core.conftest import read_context, source

pytest.importorskip("pytest_benchmark")
NAME, SOURCE = next(posts(1))
HTML = markdown(SOURCE.split("---")[2], extensions=["tables", "toc", "pymdownx.superfences"])


def test_front_matter(benchmark: Any) -> None:
    assert benchmark(read_front_matter, NAME, SOURCE.encode())


class NoFiles:
    """A site without other files."""

    roots = ("/",)

    def from_root(self, written: str, /) -> str | None:
        assert not is_outside(written)
        return None

    def picture_at(self, _address: str, /) -> None:
        return None


def test_body(benchmark: Any) -> None:
    post, _ = read_post(source(NAME, SOURCE), read_context())
    assert post is not None
    assert benchmark(finish_body, post, HTML, address="a/", settings=Settings(), links=NoFiles()).html


def test_words(benchmark: Any) -> None:
    assert words_in(benchmark(prose, parse(HTML))) > 100


def test_search(benchmark: Any) -> None:
    from material.plugins.search.plugin import Parser  # noqa: PLC0415 - an extra

    assert benchmark(lambda: feed(Parser(), HTML))
