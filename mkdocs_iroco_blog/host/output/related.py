"""The links of a post: front matter's `links`, in the syntax of the host's `nav`."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, read_front_matter
from mkdocs_iroco_blog.core.front_matter.titles import opening_title
from mkdocs_iroco_blog.core.model import Post, State
from mkdocs_iroco_blog.core.permalinks import is_outside, relative_address
from mkdocs_iroco_blog.core.urls import split_url
from mkdocs_iroco_blog.host.pages.files import page_url
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.toc import find_anchor, plain
from mkdocs_iroco_blog.layout.context import LinkContext

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# https://html.spec.whatwg.org/multipage/text-level-semantics.html, with edits and obsolete elements
_TAG = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time"
    r"|tt|u|var|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def related_links(page: PostPage, files: Files, config: MkDocsConfig) -> tuple[list[LinkContext], Sequence[Finding]]:
    """Return links to pages by their titles, sections of links, links to headings and to other sites.

    Every page must be converted, or its headings are not known. Broken links are reported at the level of links that
    the host can't follow: `validation.links.unrecognized_links`.
    """
    problems: list[Problem] = []
    links = list(_links(page, files, list(page.post.links), problems))
    if config.validation.links.unrecognized_links >= logging.WARNING:
        return links, problems
    return links, [Note(problem.source, problem.line, problem.what, problem.hint) for problem in problems]


def missing_file(post: Post, key: str, target: str) -> Problem:
    """Return a Problem for a front-matter value that names no file."""
    what = f"`{key}` names `{target}`, but the site has no such file."
    return _broken(post, key, what, "Write its path from the docs folder.")


def _broken(post: Post, key: str, what: str, hint: str) -> Problem:
    return Problem(post.source, post.lines.get(key), what, hint, draft=post.state is not State.PUBLISHED)


def _links(page: PostPage, files: Files, items: list[Any], problems: list[Problem]) -> Iterator[LinkContext]:
    for item in items:
        titled = item.items() if isinstance(item, dict) else [(None, item)]
        for name, inner in titled:
            title = _plain_title(str(name)) if name is not None else None
            if isinstance(inner, list):
                yield LinkContext(title or "", "", list(_links(page, files, inner, problems)))
            elif isinstance(inner, str):
                yield _link(page, files, title, inner, problems)


def _link(page: PostPage, files: Files, title: str | None, target: str, problems: list[Problem]) -> LinkContext:
    parts = split_url(target)
    if parts is None or is_outside(target):
        return LinkContext(title or target, target)
    file = files.get_file_from_path(parts.path.lstrip("/"))
    if file is None:
        problems.append(missing_file(page.post, "links", target))
        return LinkContext(title or target, target)
    url = relative_address(page_url(file.url), page.url)
    if not isinstance(file.page, Page):
        return LinkContext(title or file.name, url)
    url += f"#{parts.fragment}" if parts.fragment else ""
    is_unread = file.page.content is None  # `--dirty` reads changed pages only
    name = title or (is_unread and _title_in_source(file)) or plain(file.page.title or file.name)
    if is_unread or not parts.fragment:
        return LinkContext(name, url)
    heading = find_anchor(file.page.toc, parts.fragment)
    if heading is None and parts.fragment not in (file.page.present_anchor_ids or ()):
        what = f"`links` names `{target}`: the file exists, but has no such heading."
        problems.append(_broken(page.post, "links", what, "After `#`, write the id that the heading's own link has."))
    section = "" if title or heading is None else f" – {plain(heading.title)}"
    return LinkContext(name + section, url)


def _plain_title(title: str) -> str:
    """Return a title's text. Titles may hold HTML, as those of `nav`, but `List<T>` is text."""
    return " ".join(unescape(_TAG.sub("", _BREAK.sub(" ", title))).split())


def _title_in_source(file: File) -> str | None:
    """Return the title of a page that the host has not read."""
    source = read_front_matter(file.src_uri, file.content_bytes)
    if not isinstance(source, FrontMatter):
        return None
    return str(source.meta.get("title") or "") or opening_title(source.body)
