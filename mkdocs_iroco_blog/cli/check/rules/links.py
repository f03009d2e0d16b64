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
from mkdocs_iroco_blog.cli.check.run import Site
from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.html.malformed_links import line_of
from mkdocs_iroco_blog.core.messages import check as messages
from mkdocs_iroco_blog.core.model import Post
from mkdocs_iroco_blog.core.permalinks import address_from, is_outside
from mkdocs_iroco_blog.core.urls import split_url
from mkdocs_iroco_blog.host.compat.redirects import old_paths
from mkdocs_iroco_blog.host.load.site_folder import host_files
from mkdocs_iroco_blog.host.pages.files import FileIndex
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
        html = _COMMENT.sub("", document.html) if "<!--" in document.html else document.html
        for match in _TAG.finditer(html):
            attribute = _ADDRESS.search(match[2])
            address = unescape(next(filter(None, attribute.groups()), "")).strip() if attribute else ""
            link = targets.resolve(document, match[1].lower(), address) if address else None
            if link:
                yield link
        if document.post and (cover := targets.cover(document, document.post)):
            yield cover


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
    """Return a page as the blog lays it out. Few links need that, so it is not done for every page."""
    pages = ((output, output.build.pages.find(page)) for output in site.outputs)
    return "".join(output.layout.lay_out(blog_page).html for output, blog_page in pages if blog_page)


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
    for output in site.outputs:
        pages, layout = output.build.pages, output.layout
        listed = {post.source for view in pages.blog.views for post in view.posts}
        related = {source for sources in layout.related.values() for source in sources}
        urls = {
            address_from(page.url, link.url.partition("#")[0])
            for page in pages.posts for link in _flat(layout.links[page.path])
        }  # fmt: skip
        for page in pages.posts:
            is_linked = page.post.source in listed | related or id(page.file) in linked or page.url in urls
            if not is_linked and not page.post.redirect_to:
                yield messages.UNLINKED_POST(page.post.source)


def _flat(links: Iterable[LinkContext]) -> Iterator[LinkContext]:
    for link in links:
        yield link
        yield from _flat(link.children)
