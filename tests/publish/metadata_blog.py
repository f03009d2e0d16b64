"""A blog as its author writes it, and what its pages say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_iroco_blog.core.blog import build_blog
from mkdocs_iroco_blog.core.html.body import Body, finish_body
from mkdocs_iroco_blog.core.model import Blog, Post, View
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.publish.metadata.pages import post_metadata
from mkdocs_iroco_blog.publish.metadata.values import PageMetadata, Publication
from tests.core.conftest import Images, read_context, source

SITE = "https://example.org/"
AUTHORS = """\
ines:
  name: Inès Vasseur
  description: Front end
  avatar: images/ines.png
  url: https://ines.example/
  fediverse: "@ines@social.example"
  links: [https://social.example/@ines, https://code.example/ines]
tomek:
  name: Tomek Lindqvist
  url: /people/tomek/
"""


def blog_of(files: Mapping[str, str], *, authors: str = AUTHORS, drafts: bool = False, **options: Any) -> Blog:
    """Posts below `blog/posts/`, each by its front matter and, after a line of three dashes, its text."""
    sources = [source(f"blog/posts/{path}", f"---\n{text}") for path, text in files.items()]
    blog, findings = build_blog(sources, read_context(authors=authors, **options), drafts=drafts, taken={})
    assert not findings, findings
    return blog


def about(blog: Blog, **said: Any) -> Publication:
    """The blog at https://example.org/, with a file for every picture in `images/` and `blog/posts/`."""
    paths = [post.path for post in blog.posts] + [overview.path for overview in blog.overviews]
    paths += [view_page.path for view in blog.views for view_page in view.pages]
    addresses = {path: f"{path}/" if path else "" for path in paths}
    return Publication(**{
        "site_url": SITE, "site_name": "Plume", "name": "Blog", "index": "blog/", "lang": "en", "addresses": addresses,
        "find": find, "site_description": "It weighs pages.", "authors_path": "blog/.authors.yml",
        "icon": f"{SITE}favicon.png", **said,
    })  # fmt: skip


def find(written: str, source: str) -> str | None:
    """Where a file lies that another names."""
    if is_outside(written):
        return None
    if written.startswith(("images/", "/people/")):
        return written.removeprefix("/")
    return f"{source.rpartition('/')[0]}/{written}" if written.endswith(".png") else None


def body_of(post: Post, html: str = "<p>Text.</p>", **options: Any) -> Body:
    """A post's finished body."""
    settings = read_context(**options).settings
    return finish_body(post, html, at=f"{post.path}/", settings=settings, links=Images())


def post_of(text: str, html: str = "<p>Text.</p>", **said: Any) -> PageMetadata:
    """What the page of the one post of a blog says."""
    blog = blog_of({"2026-01-02-scales.md": text}, drafts=True)
    [post] = blog.posts
    return post_metadata(post, body_of(post, html), blog, about(blog, **said))


def view_of(blog: Blog, kind: str, name: str = "") -> View:
    """The one view of a kind and a name."""
    [view] = [view for view in blog.views if (view.kind, view.name) == (kind, name)]
    return view
