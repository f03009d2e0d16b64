"""The posts of the docs folder in the blog of a Jekyll site, in one build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.beside import MOVED_TWICE
from mkdocs_iroco_blog.core.model import Post, Source, State
from mkdocs_iroco_blog.core.permalinks import displayed
from mkdocs_iroco_blog.core.posts.field_reader import ReadContext
from mkdocs_iroco_blog.core.posts.read import ReadPost
from mkdocs_iroco_blog.host.load.sources import PostSources
from mkdocs_iroco_blog.jekyll.documents.document import Document
from mkdocs_iroco_blog.jekyll.joined_posts import (
    JoinedPost,
    join_directories,
    join_post,
    joined_source,
    liquid_findings,
)
from mkdocs_iroco_blog.jekyll.site import JekyllSite


@dataclass(slots=True)
class JoinedPosts:
    """The posts, from the time that they are read."""

    site: JekyllSite
    """The Jekyll site, without them."""
    templated: bool
    """Whether another plugin runs tags that look like Liquid."""
    places: Mapping[str, str] = field(default_factory=dict)
    """The path that each would have in the Jekyll site, by its source."""
    _others: Mapping[str, Document] = field(default_factory=dict)
    """The posts of the Jekyll site, by their paths."""
    _by_source: dict[str, JoinedPost] = field(default_factory=dict)

    def place(self, docs: PostSources, jekyll: PostSources) -> PostSources:
        """Return the sources of both. A file of the docs folder wins over one of the same path in the Jekyll site."""
        self.places = {source.path: source.jekyll_path for source in docs.sources}
        self._by_source = {}
        self._others = {post.path: post for post in self.site.posts if post.path not in docs.files}
        sources = [source for source in jekyll.sources if source.path not in docs.files]
        twice = [source for source in jekyll.sources if source.path in docs.files]
        findings = [*docs.findings, *map(_moved_twice, twice)]
        sources += [joined_source(source, self.site, docs.directory) for source in docs.sources]
        directory = join_directories(jekyll.directory, docs.directory)
        return replace(
            docs, files={**jekyll.files, **docs.files}, sources=sources, directory=directory, findings=findings
        )

    def reader(self, read: ReadPost) -> ReadPost:
        """Return a function that reads a post, and gives one in the docs folder its address in the Jekyll site."""

        def read_joined(source: Source, context: ReadContext) -> tuple[Post | None, list[Finding]]:
            post, findings = read(source, context)
            if post is None or source.path not in self.places:
                return post, findings
            joined = self._by_source[source.path] = join_post(post, self.places[source.path], self.site, self._others)
            liquid = [] if self.templated else liquid_findings(post, _body_line(source, post))
            is_draft = post.state is not State.PUBLISHED
            added = [replace(finding, draft=is_draft) for finding in (*joined.findings, *liquid)]
            return joined.post, [*findings, *added]

        return read_joined

    def documents(self, posts: Iterable[Post]) -> dict[str, Document]:
        """Return the posts of the docs folder among these as templates see them, by their sources."""
        joined = (self._by_source.get(post.source) for post in posts)
        return {it.post.source: it.document for it in joined if it}


def _moved_twice(source: Source) -> Finding:
    address = displayed(source.path_given or "")
    return MOVED_TWICE(source.path, None, other=source.path, address=address, key="permalink")


def _body_line(source: Source, post: Post) -> int:
    """Return the line of the file that a post's text begins on."""
    return max(1, source.data.count(b"\n") - post.body.count("\n") + 1)
