"""A blog's files in, posts, blogs and messages out: what the tests of the core say again and again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mkdocs_iroco_blog.core.blog import build_blog
from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.front_matter.parse import read_yaml_file
from mkdocs_iroco_blog.core.html.body import Body, finish_body
from mkdocs_iroco_blog.core.model import Blog, Post, Source
from mkdocs_iroco_blog.core.pictures.read import PictureFile
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import read_post
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.authors import AuthorDirectory, read_directory

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def read_context(
    authors: str = "", now: datetime = NOW, git_date: Any = None, locale: str = "en", **options: Any
) -> ReadContext:
    """Options by name, the authors file as text, and the clock at noon on 2026-11-20."""
    settings = Settings(**options)
    directory = AuthorDirectory()
    if authors:
        read = read_yaml_file("blog/.authors.yml", authors.encode())
        assert not isinstance(read, Finding), read
        directory, faults = read_directory("blog/.authors.yml", read)
        assert not faults, faults
    return ReadContext(settings, directory, ZoneInfo(settings.timezone), now, git_date, locale)


def source(path: str, text: str | bytes, defaults: tuple[str, ...] = ()) -> Source:
    """A file of the docs folder; `defaults` are the `.meta.yml` files above it."""
    read = [read_yaml_file(".meta.yml", default.encode()) for default in defaults]
    outer = tuple(front for front in read if not isinstance(front, Finding))
    return Source(path, text if isinstance(text, bytes) else text.encode(), outer)


@pytest.fixture(scope="session")
def read() -> Callable[..., tuple[Post | None, list[str]]]:
    """Read one post: `read(text, path, **options)` gives the post and its findings, as they are printed."""

    def run(
        text: str | bytes, path: str = "blog/posts/2024-10-04-nec.md", *, defaults: tuple[str, ...] = (), **options: Any
    ) -> tuple[Post | None, list[str]]:
        post, findings = read_post(source(path, text, defaults), read_context(**options))
        return post, [str(finding) for finding in findings]

    return run


@pytest.fixture(scope="session")
def build() -> Callable[..., tuple[Blog, list[Finding]]]:
    """Build a blog of a mapping of paths under `blog/posts/` to texts."""

    def run(
        files: Mapping[str, str | bytes], *, drafts: bool = False, locale: str = "en",
        occupied: Mapping[str, str] | None = None, **options: Any,
    ) -> tuple[Blog, list[Finding]]:  # fmt: skip
        sources = [source(f"blog/posts/{path}", text) for path, text in files.items()]
        return build_blog(sources, read_context(locale=locale, **options), drafts=drafts, occupied=occupied or {})

    return run


@pytest.fixture(scope="session")
def finish() -> Callable[..., Body]:
    """Take apart the HTML of a post at `blog/2024/10/04/nec/`; `/images/` is a folder of the docs."""

    def run(html: str, *, front: str = "", **options: Any) -> Body:
        context = read_context(**options)
        post, _ = read_post(source("blog/posts/2024-10-04-nec.md", f"---\n{front}\n---\n"), context)
        assert post is not None
        return finish_body(post, html, address="blog/2024/10/04/nec/", settings=context.settings, links=Images())

    return run


class Images:
    """A docs folder with nothing but images."""

    roots = ("/",)

    def from_root(self, link: str) -> str | None:
        """The address of a link from the root, where that is a file of the docs folder."""
        return link.removeprefix("/") if link.startswith("/images/") else None

    def picture_at(self, address: str) -> PictureFile | None:
        """The picture of an address whose name has its size."""
        size = re.search(r"(\d+)x(\d+)\.png", address)
        return PictureFile(int(size[1]), int(size[2]), "image/png") if size else None
