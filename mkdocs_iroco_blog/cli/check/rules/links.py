"""Links between the texts of a site: where they lead, which lead nowhere, and which posts none leads to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.cli.check.documents import Document
from mkdocs_iroco_blog.cli.check.host_build import Site
from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.html.malformed_links import line_of
from mkdocs_iroco_blog.core.messages import check as messages
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.permalinks import address_from, is_outside
from mkdocs_iroco_blog.core.urls import split_url
from mkdocs_iroco_blog.host.compat.redirects import old_paths
from mkdocs_iroco_blog.host.load.site_folder import host_files
from mkdocs_iroco_blog.host.output.render import Output
from mkdocs_iroco_blog.host.pages.files import FileIndex, page_url
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.layout.context.parts import LinkContext

_COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.DOTALL)
_TAG = re.compile(r"<(a|area|audio|embed|iframe|img|source|video)\s([^<>]*)>", re.IGNORECASE)
_ADDRESS = re.compile(r"""(?:^|\s)(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ID = re.compile(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BOUNDARY = re.compile(r"[\s()<>\[\]\"']")
_NO_ID = re.compile(r"top$|:~:|__|[!/]", re.IGNORECASE)
"""Fragments that browsers, themes and scripts give a meaning."""
_FEEDS_OF_RSS = ("feed_rss_created.xml", "feed_rss_updated.xml", "feed_json_created.json", "feed_json_updated.json")


@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture in a text, which leads to a place in the site."""

    document: Document
    tag: str
    address: str
    """The address as the page has it."""
    file: File | None
    """None if there is nothing."""
    fragment: str


def read_links(site: Site) -> Iterator[Link]:
    """Yield the links inside the site, of every text, and the pictures of posts. A missing one, a build reports."""
    targets = _Targets(site)
    for document in site.documents:
        yield from _links_of(document, targets)
        if document.post and (cover := targets.cover(document, document.post)):
            yield cover


def _links_of(document: Document, targets: _Targets) -> Iterator[Link]:
    html = _COMMENT.sub("", document.html) if "<!--" in document.html else document.html
    for match in _TAG.finditer(html):
        attribute = _ADDRESS.search(match[2])
        address = unescape(next(filter(None, attribute.groups()), "")).strip() if attribute else ""
        link = targets.resolve(document, match[1].lower(), address) if address else None
        if link:
            yield link


class _Targets:
    """Finds the targets of links in one site."""

    def __init__(self, site: Site) -> None:
        root = split_url(site.config.site_url or "")
        self._base = root.path.rstrip("/") if root else ""
        origin = f"{root.scheme}://{root.netloc}{self._base}" if root and root.netloc else ""
        self._index = FileIndex(site.files, origins=[origin] if origin else [], base_path=self._base)
        self._others = {*_other_paths(site)}

    def resolve(self, document: Document, tag: str, address: str) -> Link | None:
        """Return a link; None if it leads out of the site, or to a file that the host does not know yet."""
        parts = split_url(address)
        path = self._path(document, address) if parts else None
        if parts is None or path is None:
            return None
        file = document.file if not parts.path and not parts.netloc else self._index.file_at(unquote(path))
        if file is None and self._others.intersection(_forms(unquote(path))):
            return None
        return Link(document, tag, address, file, unquote(parts.fragment))

    def cover(self, document: Document, post: Post) -> Link | None:
        """Return the picture that front matter names, if it is one of the site's."""
        file = self._index.file(post.image.src, post.source) if post.image else None
        return Link(document, "img", post.image.src, file, "") if post.image and file else None

    def _path(self, document: Document, address: str) -> str | None:
        """Return the path under the site's root; None if it is outside."""
        inside = self._index.inside(address)
        if inside is not None:
            is_foreign = self._base and address.startswith("/") and not f"{address}/".startswith(f"{self._base}/")
            return None if is_foreign else _path_of(inside).lstrip("/")
        if is_outside(address):
            return None
        path = _path_of(address)
        climbs = posixpath.normpath(posixpath.join(posixpath.dirname(document.url), path)).startswith("..")
        return None if climbs and self._base else address_from(document.url, path)


def _path_of(address: str) -> str:
    parts = split_url(address)
    return parts.path if parts else ""


def _forms(path: str) -> list[str]:
    """Return the files that a server may answer an address with."""
    bare = path.strip("/")
    return [bare, f"{bare}/index.html".lstrip("/"), f"{bare}.html"]


def _other_paths(site: Site) -> Iterator[str]:
    """Yield the paths of files that are no pages and not in the list of files: feeds, redirects, templates."""
    config: MkDocsConfig = site.config
    yield from host_files([], config)
    yield from old_paths(config)
    if "rss" in config.plugins:
        yield from _FEEDS_OF_RSS
    for output in site.outputs:
        yield from output.extra_files.origins


def broken_links(site: Site, links: Iterable[Link]) -> Iterator[Finding]:
    """Report each link that leads nowhere, and each to an id that its page does not have."""
    ids: dict[str, frozenset[str]] = {}
    for link in {(link.document.source, link.address): link for link in links}.values():
        document, page = link.document, link.file and link.file.page
        if link.file is None:
            line = line_of(link.address, document.text)
            yield messages.BROKEN_LINK(document.source, line, link=link.address, draft=document.is_draft)
        elif link.fragment and not _NO_ID.match(link.fragment) and isinstance(page, Page) and page.content is not None:
            if link.fragment in (ids.get(page.url) or ids.setdefault(page.url, _ids(page.content))):
                continue
            ids[page.url] |= _ids(_laid_out(site, page))
            if link.fragment not in ids[page.url]:
                yield _broken_anchor(link, ids[page.url])


def _laid_out(site: Site, page: Page) -> str:
    """Return a page as the blogs lay it out. Few links need that, so it is not done for every page."""
    pages = ((output.layout, output.build.pages.find(page)) for output in site.outputs)
    texts = (layout.lay_out(blog_page).html if blog_page else layout.with_lists(page) for layout, blog_page in pages)
    return "".join(filter(None, texts))


def _broken_anchor(link: Link, known: Iterable[str]) -> Finding:
    document, anchor, text = link.document, link.fragment, link.document.text
    address, close = link.address, nearest(anchor, sorted(known))
    if line_of(address, text) is None:  # the host has converted it
        before, mark, _ = text.partition(f"#{anchor}")
        address = f"{_BOUNDARY.split(before)[-1]}{mark}" if mark else address
    hint = f"Write `#{close}`." if close else "Write the id of a heading there, or delete it."
    return messages.BROKEN_ANCHOR(
        document.source, line_of(address, text), link=address, anchor=anchor, hint=hint, draft=document.is_draft
    )


def _ids(html: str) -> frozenset[str]:
    return frozenset(unescape(next(filter(None, match.groups()), "")) for match in _ID.finditer(html))


def unlinked_posts(site: Site, links: Iterable[Link]) -> Iterator[Finding]:
    """Report the posts that no list, no text of another page, no front matter and no navigation links to."""
    linked = {id(link.file) for link in links if link.file is not link.document.file}
    linked |= {id(page.file) for page in site.nav.pages}
    posts = [
        page
        for output in site.outputs
        for page in _unlinked_by_blog(output)
        if id(page.file) not in linked and not page.post.redirect_to
    ]
    linked_by_lists = {id(link.file) for link in _links_of_inserts(site)} if posts else set()
    for page in posts:
        if id(page.file) not in linked_by_lists:
            yield messages.UNLINKED_POST(page.post.source)


def _unlinked_by_blog(output: Output) -> Iterator[PostPage]:
    """Yield the posts that a blog's lists leave out, and that no other post's header or footer links to."""
    pages, layout = output.build.pages, output.layout
    listed = pages.blog.listed
    neighbours = listed if len(listed) > 1 else ()  # each has a newer or an older post, which links to it
    linked = {post.source for posts in (neighbours, *(view.posts for view in pages.blog.views)) for post in posts}
    linked |= {source for sources in layout.related.values() for source in sources}
    linked |= {successor.source for successor in layout.fragments.site.successors.values()}
    urls = {
        address_from(page.url, link.url.partition("#")[0])
        for page in pages.posts for link in _flat(layout.links[page.path])
    }  # fmt: skip
    yield from (page for page in pages.posts if page.post.source not in linked and page.url not in urls)


def _links_of_inserts(site: Site) -> Iterator[Link]:
    """Yield the links of every page that has a list in the place of a line."""
    targets = _Targets(site)
    for output in site.outputs:
        files = filter(None, map(site.files.get_file_from_path, output.layout.inserts.pages))
        for page in filter(None, (file.page for file in files)):
            html = (
                output.layout.with_lists(page) or page.content or ""
            )  # if it is rendered, the lists are there already
            yield from _links_of(Document(page.file.src_uri, page_url(page.url), html, page.file), targets)


def _flat(links: Iterable[LinkContext]) -> Iterator[LinkContext]:
    for link in links:
        yield link
        yield from _flat(link.children)
