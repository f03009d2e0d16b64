"""After every page is converted: bodies taken apart, links of front matter resolved, fragments made ready."""

from __future__ import annotations

from copy import deepcopy

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding, Note
from mkdocs_iroco_blog.core.html.body import Body, check_excerpt, mend_root_links, split_heading
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.permalinks import is_outside
from mkdocs_iroco_blog.host.build import BlogBuild
from mkdocs_iroco_blog.host.compat.material_syntax import material_syntax_notes
from mkdocs_iroco_blog.host.compat.neighbours import name_files
from mkdocs_iroco_blog.host.pages.files import FileIndex
from mkdocs_iroco_blog.host.pages.mermaid import script_of
from mkdocs_iroco_blog.host.pages.nav import name_section
from mkdocs_iroco_blog.host.pages.pages import ListPage, PostPage
from mkdocs_iroco_blog.host.pages.theme import is_material
from mkdocs_iroco_blog.host.pages.toc import below_heading
from mkdocs_iroco_blog.host.speed.cache.bodies import KeptBodies
from mkdocs_iroco_blog.host.speed.caches import Caches
from mkdocs_iroco_blog.host.speed.site_files import make_folders
from mkdocs_iroco_blog.layout.fragments import Fragments, introduce

from .extra_files import Publishing
from .layout import Layouts
from .related import lost_file, related_links
from .site import make_site


def finish(build: BlogBuild, files: Files, config: MkDocsConfig, caches: Caches | None) -> None:
    """Take the finished HTML of every post, and make the fragments ready for its page and for every view."""
    index = build.jekyll.index if build.jekyll else FileIndex(files)
    kept = caches.bodies if caches else KeptBodies(None)
    kept.begin(build.settings, index)
    bodies = _take_apart(build, index, config, kept)
    if build.jekyll:
        build.jekyll.finish()
        build.findings += build.jekyll.findings
    else:
        build.findings += material_syntax_notes(build.posts, config)
    for page in build.posts:
        page.related, found = related_links(page, files, config)
        build.findings += found
    _introduce(build, index)
    name_section(build.index)
    publishing = Publishing(build, files, config, index, make_site(build, config, index, bodies))
    build.publishing = publishing
    build.findings += publishing.findings
    name_files(config, publishing.paths())
    make_folders(page.file for page in build.pages())
    build.fragments = Fragments(
        publishing.site, config.theme.dirs, config, compiled=caches.compiled if caches else None
    )
    build.layouts = Layouts(build, config, caches.layouts if caches else None)


def _take_apart(build: BlogBuild, index: FileIndex, config: MkDocsConfig, kept: KeptBodies) -> dict[str, Body]:
    """Every post's finished body; its page has the text alone, and a name."""
    bodies = {}
    quiet = is_material(config) and not build.jekyll  # where a picture meant nothing before
    for page in build.posts:
        post = page.post
        body = kept.of(post, page.content or "", page.url)
        bodies[post.source] = body
        page.content = body.html
        page.toc = below_heading(body.title, body.heading_id or post.id, page.toc, shifted=body.shifted)
        page.settle(body.title)
        build.findings += [*_image_findings(post, index, quiet=quiet), *check_excerpt(post, body, build.settings)]
    return bodies


def _introduce(build: BlogBuild, index: FileIndex) -> None:
    """What lists say before their posts, and their titles."""
    for listing in build.lists:
        opening = listing.content or ""
        if listing.opening:
            opening = mend_root_links(opening, listing.url, index)
        heading, anchor, rest = split_heading(opening)
        if heading is None and build.jekyll and listing is build.index:
            heading = escape(build.jekyll.site.config.title) or None
        listing.introduction = introduce(heading, anchor, rest, url=listing.url)
        listing.headings = list(listing.toc)
        listing.settle_title()


def show(build: BlogBuild, page: PostPage | ListPage) -> None:
    """Put header and footer around a post, and the list into a view."""
    assert build.layouts is not None
    shown = build.layouts.of(page)
    page.content = shown.content
    if shown.toc is not None:
        page.toc = deepcopy(shown.toc)  # a plugin may change it


def finished(build: BlogBuild, page: Page, output: str) -> str:
    """A page as it is written, from what the theme made; the page of another site's, or of another blog, as it is."""
    publishing = build.publishing
    if publishing and build.layouts and isinstance(page, PostPage | ListPage) and page.owner is build:
        return publishing.moved(page.file.dest_uri) or build.layouts.finished(page, output)
    if publishing and build.jekyll and build.jekyll.owns(page):
        script = script_of(build.settings.mermaid, page.content or "", page.url)
        return publishing.moved(page.file.dest_uri) or output.replace("</head>", f"{script}</head>", 1)
    return output


def release(build: BlogBuild, page: PostPage | ListPage) -> None:
    """After a page is written: what comes later finds a post's text alone, and no page is kept twice."""
    assert build.fragments is not None
    page.content = build.fragments.site.bodies[page.post.source].html if isinstance(page, PostPage) else ""


def _image_findings(post: Post, index: FileIndex, *, quiet: bool) -> list[Finding]:
    if post.image is None or index.find(post.image.src, post.source) is not None or is_outside(post.image.src):
        return []
    lost = lost_file(post, "image", post.image.src)
    return [Note(lost.source, lost.line, lost.what, lost.hint) if quiet else lost]
