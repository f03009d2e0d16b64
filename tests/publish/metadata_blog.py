"""Make blogs from front matter, and the metadata of their pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from mkdocs_iroco_blog.core.blog import build_blog
from mkdocs_iroco_blog.core.html.body import Body, finish_body
from mkdocs_iroco_blog.core.model import Blog, Post, View
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.core.site import Site
from mkdocs_iroco_blog.layout.translator import load_translator
from mkdocs_iroco_blog.publish.metadata.head import rewrite_head
from mkdocs_iroco_blog.publish.metadata.pages import SiteMetadata
from mkdocs_iroco_blog.publish.metadata.tags import make_tags
from mkdocs_iroco_blog.publish.metadata.values import PageMetadata
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
    """Make a blog of posts in `blog/posts/`, from their front matter (without its first line) and text."""
    sources = [source(f"blog/posts/{path}", f"---\n{text}") for path, text in files.items()]
    blog, findings = build_blog(sources, read_context(authors=authors, **options), drafts=drafts, occupied={})
    assert not findings, findings
    return blog


def site_of(blog: Blog, html: str = "<p>Text.</p>", *, options: Mapping[str, Any] | None = None, **values: Any) -> Site:
    """Put a blog at https://example.org/, with a file for every picture in `images/` and `blog/posts/`."""
    paths = [post.path for post in blog.posts] + [overview.path for overview in blog.overviews]
    paths += [view_page.path for view in blog.views for view_page in view.pages]
    settings = read_context(**options or {}).settings
    return Site(**{
        "blog": blog, "settings": settings, "translator": load_translator("en"),
        "urls": {path: f"{path}/" if path else "" for path in paths},
        "bodies": {post.source: body_of(post, html) for post in blog.posts}, "find": find, "today": date(2026, 3, 1),
        "root_url": SITE, "name": "Plume", "blog_name": "Blog", "description": "It weighs pages.",
        "icon": f"{SITE}favicon.png", **values,
    })  # fmt: skip


def find(written: str, source: str) -> str | None:
    """Find the URL of a file that another names."""
    if is_outside(written):
        return None
    if written.startswith(("images/", "/people/")):
        return written.removeprefix("/")
    return f"{source.rpartition('/')[0]}/{written}" if written.endswith(".png") else None


def body_of(post: Post, html: str = "<p>Text.</p>", **options: Any) -> Body:
    """Finish a post's body."""
    settings = read_context(**options).settings
    return finish_body(post, html, address=f"{post.path}/", settings=settings, links=Images())


def post_of(text: str, html: str = "<p>Text.</p>", **values: Any) -> PageMetadata:
    """Make the metadata of a blog's only post."""
    blog = blog_of({"2026-01-02-scales.md": text}, drafts=True)
    [post] = blog.posts
    return SiteMetadata(site_of(blog, html, **values)).post(post)


def with_metadata(
    html: str, page: PageMetadata, *, structured: str = "", extra_html: str = "", site_styles: Collection[str] = ()
) -> str:
    """Insert metadata into a page, if it has a head."""
    tags = make_tags(page)
    head = rewrite_head(html, page, tags, structured=structured, extra_html=extra_html, site_styles=site_styles)
    return html if head is None else head.after + html[len(head.before) :]


def view_of(blog: Blog, kind: str, name: str = "") -> View:
    """Find the view of a kind with a name."""
    [view] = [view for view in blog.views if (view.kind, view.name) == (kind, name)]
    return view
