"""The links of a post in front matter: `links`, in the syntax of the host's `nav`, and `superseded_by`."""

from __future__ import annotations

import logging
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding, Level, nearest
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter
from mkdocs_iroco_blog.core.front_matter.titles import opening_title
from mkdocs_iroco_blog.core.html.entities import unescape
from mkdocs_iroco_blog.core.messages import addresses as messages
from mkdocs_iroco_blog.core.messages import terms
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.core.permalinks import is_outside, relative_address
from mkdocs_iroco_blog.core.site import Successor
from mkdocs_iroco_blog.core.urls import split_url
from mkdocs_iroco_blog.host.load.pictures import Pictures
from mkdocs_iroco_blog.host.pages.blog_pages import BlogPages
from mkdocs_iroco_blog.host.pages.files import BlogFile, FileIndex, page_url, source_text
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.toc import find_anchor, plain
from mkdocs_iroco_blog.layout.context.parts import LinkContext

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# https://html.spec.whatwg.org/multipage/text-level-semantics.html, with edits and obsolete elements
_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time"
    r"|tt|u|var|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def all_related_links(
    posts: Iterable[PostPage], files: Files, config: MkDocsConfig
) -> tuple[dict[str, list[LinkContext]], list[Finding]]:
    """Return the related links of every post, by its path, and all that is wrong with them."""
    links = {page.path: related_links(page, files, config) for page in posts}
    return {path: link for path, (link, _) in links.items()}, [it for _, problems in links.values() for it in problems]


def related_links(page: PostPage, files: Files, config: MkDocsConfig) -> tuple[list[LinkContext], Sequence[Finding]]:
    """Return links to pages by their titles, sections of links, links to headings and to other sites.

    Every page must be converted, or its headings are not known. Broken links are reported at the level of the same
    links in a page's text.
    """
    reader = _LinkReader(page, files, config)
    links = [] if page.locked else list(page.post.links)
    return list(reader.links(links)), reader.findings


def missing_file(post: Post, key: str, target: str, files: Iterable[File], config: MkDocsConfig) -> Iterator[Finding]:
    """Report a front-matter value that names no file, at the level that `validation.links` has for links to none."""
    level = config.validation.links.not_found
    if level >= logging.INFO:  # `ignore` is lower
        values = {"key": key, "target": target, "hint": hint_for_file(target, files)}
        draft = post.state is not State.PUBLISHED
        yield messages.MISSING_FILE(post.source, post.lines.get(key), draft=draft, level=Level(level), **values)


@dataclass(frozen=True, slots=True)
class Succession:
    """Which posts another page supersedes. The fields of `Site` have the same names."""

    successors: Mapping[str, Successor]
    predecessors: Mapping[str, Sequence[Post]]
    findings: Sequence[Finding]


def find_succession(posts: Sequence[PostPage], files: Files, index: FileIndex, config: MkDocsConfig) -> Succession:
    """Find the page that supersedes each post: the last, where that one is superseded, too.

    A path that leads nowhere is reported like a related link, and so are posts that supersede each other.
    """
    superseded = {page.post.source: page.post for page in posts if page.post.superseded_by}
    sources = {page.file.src_uri: page.post.source for page in posts} if superseded else {}
    direct: dict[str, Successor] = {}
    findings: list[Finding] = []
    for source, post in superseded.items():
        target = post.superseded_by
        if file := _file_at(target, source, files, index):
            url = page_url(file.url) + "".join(re.findall(r"[?#].*", target)[:1])
            direct[source] = Successor(_title_of(file), url, sources.get(file.src_uri, ""))
        elif is_outside(target):
            direct[source] = Successor(target, target)
        else:
            findings += missing_file(post, "superseded_by", target, files, config)
    following = {source: page.source for source, page in direct.items() if page.source in direct}
    ways = {source: _way(source, following) for source in direct}
    circles = {source: way for source, way in ways.items() if following.get(way[-1]) == source}
    findings += [_circle(superseded[source], way) for source, way in circles.items() if source == min(way)]
    successors = {
        source: direct[source if following.get(way[-1]) else way[-1]]
        for source, way in ways.items()
        if source not in circles
    }
    predecessors: dict[str, list[Post]] = defaultdict(list)
    for source, page in successors.items():
        if page.source and not superseded[source].unlisted:
            predecessors[page.source].append(superseded[source])
    return Succession(successors, predecessors, findings)


def _way(start: str, following: Mapping[str, str]) -> list[str]:
    """Return the posts from one to the last that supersedes it, or to the last before the way repeats itself."""
    way = {start: None}
    source = start
    while (source := following.get(source, "")) and source not in way:
        way[source] = None
    return list(way)


def _circle(post: Post, way: Sequence[str]) -> Finding:
    names = " → ".join(f"`{source}`" for source in (*way, post.source))
    draft = post.state is not State.PUBLISHED
    return messages.SUPERSEDED_IN_CIRCLE(post.source, post.lines.get("superseded_by"), draft=draft, way=names)


def _file_at(target: str, source: str, files: Files, index: FileIndex) -> File | None:
    """Return the file that a post names by its path from the post or from `docs_dir`, or by its address."""
    parts = split_url(target)
    path = unquote(parts.path) if parts and not is_outside(target) else ""
    near = [] if path.startswith("/") else [posixpath.join(posixpath.dirname(source), path)]
    named = (files.get_file_from_path(posixpath.normpath(uri)) for uri in (*near, path.lstrip("/")) if path)
    file = next((file for file in named if file and not file.inclusion.is_excluded()), None)
    return file or index.file(index.inside(target) or target, source)


def missing_avatars(pages: BlogPages, pictures: Pictures, config: MkDocsConfig) -> Iterator[Finding]:
    """Report the pictures of authors that the site does not have, or that are none, at the same level."""
    index, place = pictures.index, pages.settings.authors_path
    level = config.validation.links.not_found
    for term in pages.blog.taxonomies["authors"].terms if level >= logging.INFO else ():
        author = term.author
        if author is None or not author.avatar or not author.place[0] or is_outside(author.avatar):
            continue
        if index.find(author.avatar, place) is None:
            hint = hint_for_file(author.avatar, index.files())
            values = {"name": author.key, "avatar": author.avatar, "hint": hint}
            yield terms.MISSING_AVATAR(*author.place, level=Level(level), **values)
        pictures.find(author.avatar, place)
        for target, fault in pictures.take_broken():
            yield messages.NO_PICTURE(*author.place, level=Level(level), target=target, fault=fault)


def hint_for_file(target: str, files: Iterable[File]) -> str:
    """Say what to write instead of a path that names none of the `files`: one of the same name, or of a similar one.

    A list of the blog's that happens to have the name, such as a category's, is not what the author means.
    """
    name = posixpath.basename(target)
    paths = [file.src_uri for file in files if not (isinstance(file, BlogFile) and file.src_dir is None)]
    by_name = {posixpath.basename(path): path for path in reversed(paths)}
    stem, ending = posixpath.splitext(name)
    close = nearest(stem, (other.removesuffix(ending) for other in by_name if ending and other.endswith(ending)))
    meant = by_name.get(name) or (by_name[f"{close}{ending}"] if close else None)
    return f"Write `{meant}`." if meant else "Write the path of a file from the docs folder, or delete the line."


@dataclass(frozen=True, slots=True)
class _LinkReader:
    """Reads the links of one post, and collects the broken ones."""

    page: PostPage
    files: Files
    config: MkDocsConfig
    findings: list[Finding] = field(default_factory=list)

    def links(self, items: list[Any]) -> Iterator[LinkContext]:
        """Yield links, and sections of links."""
        for item in items:
            titled = item.items() if isinstance(item, dict) else [(None, item)]
            for name, inner in titled:
                title = _plain_title(str(name)) if name is not None else None
                if isinstance(inner, list):
                    yield LinkContext(title or "", "", list(self.links(inner)))
                elif isinstance(inner, str):
                    yield self._link(title, inner)

    def _link(self, title: str | None, target: str) -> LinkContext:
        parts = split_url(target)
        if parts is None or is_outside(target):
            return LinkContext(title or target, target)
        file = self.files.get_file_from_path(parts.path.lstrip("/"))
        if file is None:
            self.findings.extend(missing_file(self.page.post, "links", target, self.files, self.config))
            return LinkContext(title or target, target)
        url = relative_address(page_url(file.url), self.page.url)
        if not isinstance(file.page, Page):
            return LinkContext(title or file.name, url)
        url += f"#{parts.fragment}" if parts.fragment else ""
        name = title or _title_of(file)
        if file.page.content is None or not parts.fragment:
            return LinkContext(name, url)
        heading = find_anchor(file.page.toc, parts.fragment)
        if heading is None and parts.fragment not in (file.page.present_anchor_ids or ()):
            self._report_heading(target)
        section = "" if title or heading is None else f" – {plain(heading.title)}"
        return LinkContext(name + section, url)

    def _report_heading(self, target: str) -> None:
        post, level = self.page.post, self.config.validation.links.anchors
        if level >= logging.INFO:
            draft, line = post.state is not State.PUBLISHED, post.lines.get("links")
            self.findings.append(
                messages.MISSING_HEADING(post.source, line, draft=draft, level=Level(level), target=target)
            )


def _plain_title(title: str) -> str:
    """Return a title's text. Titles may hold HTML, as those of `nav`, but `List<T>` is text."""
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", title))).split())


def _title_of(file: File) -> str:
    page = file.page
    if not isinstance(page, Page):
        return file.name
    is_unread = page.content is None  # `--dirty` reads changed pages only
    return (is_unread and _title_in_source(file)) or plain(page.title or file.name)


def _title_in_source(file: File) -> str | None:
    """Return the title of a page that the host has not read."""
    source = read_front_matter(file.src_uri, source_text(file).encode())
    if not isinstance(source, FrontMatter):
        return None
    return str(source.meta.get("title") or "") or opening_title(source.body)
