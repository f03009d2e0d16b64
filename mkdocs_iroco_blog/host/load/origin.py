"""Another site that posts come from, beside the docs folder or instead of it: so far a Jekyll site.

The rest of the host knows it by these protocols. So nobody else waits for its reader, which takes 0.13 s to import.
What each part does is said in `host/jekyll/build.py`.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.model import Author, Overview, Post
from mkdocs_iroco_blog.core.posts.read import ReadPost
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.host.pages.files import FileIndex
from mkdocs_iroco_blog.host.pages.list_page import Opening
from mkdocs_iroco_blog.host.pages.post_page import Convert, PostPage
from mkdocs_iroco_blog.publish.redirects.routes import MovedPage

from .sources import PostSources, authors_file

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""The host's server, as WSGI has it."""


class OriginBuild(Protocol):
    """The site in one build."""

    config_path: str
    title: str
    profiles: tuple[str, ...]
    feed_author: Author | None
    entry_author: Author | None
    findings: list[Finding]
    options: dict[str, Any]
    without_ending: set[str]
    """Paths of pages whose addresses lack the ending of the file. Grows with the posts that join."""
    lost_feeds: dict[str, str]
    """The addresses of feeds that the site's templates fail to make, with their kinds."""

    @property
    def index(self) -> FileIndex: ...
    @property
    def former_root(self) -> str: ...
    def place(self, docs: PostSources | None = None) -> PostSources: ...
    def reader(self, read: ReadPost) -> ReadPost: ...
    def join(self, posts: Iterable[Post]) -> None: ...
    def reads(self, source: str) -> bool: ...
    def settle(self, files: Files, removed: Collection[str] = ()) -> None: ...
    def post(self, post: Post, file: File, convert: Convert) -> PostPage: ...
    def openings(self) -> dict[str, Opening]: ...
    def former_ids(self, overview: Overview) -> Mapping[str, Sequence[str]]: ...
    def place_unlisted(self, listed: set[str]) -> None: ...
    def hidden(self) -> Sequence[Page]: ...
    def place_in(self, nav: Navigation, config: MkDocsConfig, *, after: Page) -> None: ...
    def finish(self) -> None: ...
    def owns(self, page: Page) -> bool: ...
    def unmapped(self, files: Files) -> list[str]: ...
    def moved(self) -> Iterator[MovedPage]: ...


class Origin(Protocol):
    """The site, from one build to the next."""

    def read(
        self, files: Files, config: MkDocsConfig, now: datetime, *, mermaid: str | None, posts: Collection[str] = ()
    ) -> OriginBuild: ...
    def watched(self) -> Iterable[Path]: ...


def watched_paths(config: MkDocsConfig, settings: Settings, origin: Origin | None) -> Iterator[str]:
    """Yield the user's fragments, an authors file outside the docs folder, and the Jekyll site."""
    docs = Path(os.path.normpath(config.docs_dir))
    folders = [Path(folder) / "iroco_blog" for folder in config.theme.dirs if config.theme.custom_dir == folder]
    authors = Path(os.path.normpath(authors_file(config, settings)))
    for path in folders if authors.is_relative_to(docs) else [*folders, authors]:
        if path.exists():
            yield str(path)
    yield from map(str, origin.watched() if origin else ())


def prepare_server(server: Any, config: MkDocsConfig, settings: Settings, origin: Origin | None) -> None:
    """Watch the files that the host does not, and answer the addresses of a Jekyll site."""
    for path in watched_paths(config, settings, origin):
        server.watch(path)
    if origin:
        _answer_without_ending(server)


def _answer_without_ending(server: Any) -> None:
    """Make the server answer `/a` with `a.html` if there is no file `a`, as the servers of Jekyll sites do."""
    application: Application = server.get_app()

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")  # as the host reads it
        inside = posixpath.normpath("/" + path.removeprefix(server.mount_path)).lstrip("/")
        file = Path(server.root, inside)
        if inside and not path.endswith("/") and not file.is_file() and Path(f"{file}.html").is_file():
            environ = {**environ, "PATH_INFO": environ["PATH_INFO"] + ".html"}
        return application(environ, start_response)

    server.set_app(answer)
