"""After every page is converted: bodies taken apart, links of front matter resolved, fragments made ready."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.body import Body, finish_body, split_heading
from mkdocs_iroco_blog.core.findings import Problem
from mkdocs_iroco_blog.core.model import Overview, Post, State
from mkdocs_iroco_blog.core.permalinks import relative_address
from mkdocs_iroco_blog.layout.context import LinkContext
from mkdocs_iroco_blog.layout.fragments import Fragments, Introduction
from mkdocs_iroco_blog.layout.links import Site

from .build import BlogBuild
from .files import FileIndex, page_url
from .pages import ListPage, PostPage
from .theme import shows_toc, theme_language
from .toc import below_heading, find_anchor, of_entries, plain, sections


def finish(build: BlogBuild, files: Files, config: MkDocsConfig) -> None:
    """Take the finished HTML of every post, and make the fragments ready for its page and for every view."""
    index = FileIndex(files)
    bodies: dict[str, Body] = {}
    for page in build.posts:
        post = page.post
        body = finish_body(post, page.content or "", at=page.url, settings=build.settings, root_link=index.from_root)
        bodies[post.source] = body
        page.content = str(body.html)
        page.toc = below_heading(body.title, body.heading_id or post.id, page.toc, shifted=body.shifted)
        page.rename(body.title)
        if post.image and not _exists(post.image.src, post.source, index):
            build.findings.append(_lost(build, post, "image", post.image.src))
    for listing in build.lists:
        listing.introduction = Introduction(*split_heading(listing.content or ""))
    pages: list[PostPage | ListPage] = [*build.posts, *build.lists]
    site = Site(
        build.blog, build.settings, build.interface, {_path(page): page.url for page in pages}, bodies, index.find,
        build.today.date(), theme_language(config) != build.interface.lang,
    )  # fmt: skip
    build.fragments = Fragments(site, config.theme.dirs, config)


def content_of(build: BlogBuild, page: PostPage | ListPage, files: Files, config: MkDocsConfig) -> str:
    """What the page shows, header and footer included."""
    fragments = build.fragments
    assert fragments is not None
    if isinstance(page, PostPage):
        body = fragments.site.bodies[page.post.source]
        toc = [] if shows_toc(config) else sections(page.toc)
        return fragments.post(page.post, toc=toc, links=_links(build, page, files, page.post.links))
    title = str(Markup(page.title or "").unescape())
    if isinstance(page.listing, Overview):
        page.toc = below_heading(title, page.listing.id, ())
        return fragments.overview(page.listing, title=title)
    assert page.leaf is not None
    first = build.first_leaf(page)
    introduction = first.introduction or Introduction()
    if page is not first:
        title = str(Markup(first.title or "").unescape())
        if not build.settings.pagination_keep_content:
            introduction = Introduction(introduction.heading)
    inner = of_entries((fragments.site.title(post), post.id) for post in page.leaf.posts) if page.listing.toc else page.toc
    page.toc = below_heading(title, introduction.heading_id or page.listing.id, inner)
    return fragments.view(page.listing, page.leaf, introduction, title=title)


def head_of(build: BlogBuild, page: PostPage | ListPage) -> str:
    """What goes before `</head>`."""
    assert build.fragments is not None
    return build.fragments.head(_path(page))


def _path(page: PostPage | ListPage) -> str:
    if isinstance(page, PostPage):
        return page.post.path
    return page.leaf.path if page.leaf else page.listing.path


def _exists(written: str, source: str, index: FileIndex) -> bool:
    parts = urlsplit(written)
    return bool(parts.scheme or parts.netloc) or index.find(written, source) is not None


def _lost(build: BlogBuild, post: Post, key: str, target: str) -> Problem:
    what = f"`{key}` names `{target}`, which is no file of the site."
    remedy = "Write its path from the post, or from the docs folder with a leading `/`."
    return Problem(post.source, post.lines.get(key), what, remedy, draft=post.state is not State.PUBLISHED)


def _links(build: BlogBuild, page: PostPage, files: Files, written: Sequence[Any]) -> list[LinkContext]:
    return [link for item in written for link in _link(build, page, files, item)]


def _link(build: BlogBuild, page: PostPage, files: Files, item: Any) -> Iterator[LinkContext]:
    if isinstance(item, str):
        yield _target(build, page, files, None, item)
    elif isinstance(item, dict):
        for title, inner in item.items():
            if isinstance(inner, list):
                yield LinkContext(str(title), "", _links(build, page, files, inner))
            elif isinstance(inner, str):
                yield _target(build, page, files, str(title), inner)


def _target(build: BlogBuild, page: PostPage, files: Files, title: str | None, written: str) -> LinkContext:
    """A link of `nav` syntax: a path under `docs_dir`, with a fragment if need be, or an address."""
    parts = urlsplit(written)
    if parts.scheme or parts.netloc:
        return LinkContext(title or written, written)
    file = files.get_file_from_path(parts.path.lstrip("/"))
    if file is None:
        build.findings.append(_lost(build, page.post, "links", written))
        return LinkContext(title or written, written)
    url = relative_address(page_url(file.url), page.url)
    if not isinstance(file.page, Page):
        return LinkContext(title or file.name, url)
    name = title or plain(file.page.title or file.name)
    if not parts.fragment:
        return LinkContext(name, url)
    anchor = find_anchor(file.page.toc, parts.fragment)
    if anchor is None and parts.fragment not in (file.page.present_anchor_ids or ()):
        build.findings.append(_lost(build, page.post, "links", written))
    section = "" if title or anchor is None else f" – {plain(anchor.title)}"
    return LinkContext(name + section, f"{url}#{parts.fragment}")
