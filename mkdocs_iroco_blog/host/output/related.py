"""A post's related pages: front matter's `links`, in the syntax of the host's `nav`."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter
from mkdocs_iroco_blog.core.front_matter.titles import opening_title
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.core.permalinks import is_outside, relative_address
from mkdocs_iroco_blog.host.pages.files import page_url
from mkdocs_iroco_blog.host.pages.pages import PostPage
from mkdocs_iroco_blog.host.pages.toc import find_anchor, plain
from mkdocs_iroco_blog.layout.context import LinkContext

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# https://html.spec.whatwg.org/multipage/text-level-semantics.html, with edits and what is out of use
_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time"
    r"|tt|u|var|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def related_links(page: PostPage, files: Files, config: MkDocsConfig) -> tuple[list[LinkContext], list[Finding]]:
    """Links to pages by their titles, sections of links, links to headings and to other sites.

    Every page has to be converted, or its headings are not known. What leads nowhere is told as loudly as the
    site wants to hear of links that the host cannot follow: `validation.links.unrecognized_links`.
    """
    lost: list[Problem] = []
    links = list(_links(page, files, list(page.post.links), lost))
    if config.validation.links.unrecognized_links >= logging.WARNING:
        return links, list(lost)
    return links, [Note(one.source, one.line, one.what, one.hint) for one in lost]


def lost_file(post: Post, key: str, target: str) -> Problem:
    """A front-matter value that names a file which is not there."""
    what = f"`{key}` names `{target}`, which is no file of the site."
    return _lost(post, key, what, "Write its path from the docs folder.")


def lost_heading(post: Post, key: str, target: str) -> Problem:
    """A front-matter value that names a heading which is not there, in a file that is."""
    what = f"`{key}` names `{target}`: the file is there, but has no such heading."
    return _lost(post, key, what, "Write what the heading's own link has behind its `#`.")


def _lost(post: Post, key: str, what: str, hint: str) -> Problem:
    return Problem(post.source, post.lines.get(key), what, hint, draft=post.state is not State.PUBLISHED)


def _links(page: PostPage, files: Files, items: list[Any], lost: list[Problem]) -> Iterator[LinkContext]:
    for item in items:
        titled = item.items() if isinstance(item, dict) else [(None, item)]
        for written, inner in titled:
            title = text_of(str(written)) if written is not None else None
            if isinstance(inner, list):
                yield LinkContext(title or "", "", list(_links(page, files, inner, lost)))
            elif isinstance(inner, str):
                yield _link(page, files, title, inner, lost)


def _link(page: PostPage, files: Files, title: str | None, written: str, lost: list[Problem]) -> LinkContext:
    if is_outside(written):
        return LinkContext(title or written, written)
    parts = urlsplit(written)
    file = files.get_file_from_path(parts.path.lstrip("/"))
    if file is None:
        lost.append(lost_file(page.post, "links", written))
        return LinkContext(title or written, written)
    url = relative_address(page_url(file.url), page.url)
    if not isinstance(file.page, Page):
        return LinkContext(title or file.name, url)
    unread = file.page.content is None  # by a build of only what has changed
    name = title or (unread and _title_in_source(file)) or plain(file.page.title or file.name)
    if not parts.fragment:
        return LinkContext(name, url)
    if unread:
        return LinkContext(name, f"{url}#{parts.fragment}")
    heading = find_anchor(file.page.toc, parts.fragment)
    if heading is None and parts.fragment not in (file.page.present_anchor_ids or ()):
        lost.append(lost_heading(page.post, "links", written))
    section = "" if title or heading is None else f" – {plain(heading.title)}"
    return LinkContext(name + section, f"{url}#{parts.fragment}")


def text_of(title: str) -> str:
    """A title's text: it may hold HTML, as those of `nav` do; `List<T>` is none."""
    spaced = _BREAK.sub(" ", title)
    return " ".join(unescape(_TAG.sub("", spaced)).split())


def _title_in_source(file: File) -> str | None:
    """A page's title, where the host has not read the page."""
    read = read_front_matter(file.src_uri, file.content_bytes)
    if not isinstance(read, FrontMatter):
        return None
    return str(read.meta.get("title") or "") or opening_title(read.body)
