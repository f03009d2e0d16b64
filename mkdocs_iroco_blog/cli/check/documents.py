"""The texts of a site: its pages as they are converted, without what a theme or a layout puts around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs.structure.files import File, Files

from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.host.output.render import Output
from mkdocs_iroco_blog.host.pages.files import page_url, source_text
from mkdocs_iroco_blog.host.pages.list_page import ListPage
from mkdocs_iroco_blog.host.pages.post_page import PostPage


@dataclass(frozen=True)
class Document:
    """A text of the site."""

    source: str
    """The file as a build's messages name it."""
    url: str
    """The page's address under the site's root."""
    html: str
    """The text as HTML, before it is laid out."""
    file: File
    post: Post | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it is a post that is not published yet."""
        return self.post is not None and self.post.state is not State.PUBLISHED

    @cached_property
    def text(self) -> str:
        """The text of the file."""
        return source_text(self.file)


def read_documents(files: Files, outputs: Sequence[Output]) -> Iterator[Document]:
    """Yield the text of every page. A list of posts has one if it has an introduction.

    Locked posts are left out.
    """
    for file in files.documentation_pages():
        page = file.page
        blog_page = page and next(filter(None, (output.build.pages.find(page) for output in outputs)), None)
        if page is None or page.content is None:
            continue
        if isinstance(blog_page, PostPage):
            if not blog_page.locked:
                post = blog_page.post
                yield Document(post.source, page_url(page.url), blog_page.content or "", file, post)
        elif not isinstance(blog_page, ListPage) or blog_page.spec.introduced:
            yield Document(file.src_uri, page_url(page.url), page.content, file)
