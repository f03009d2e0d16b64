"""Notes and styles for blogs that were written for the theme Material and are built on another one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.html.material_syntax import Use, find_uses
from mkdocs_iroco_blog.core.messages.site import MATERIAL_SYNTAX
from mkdocs_iroco_blog.host.pages.files import source_text
from mkdocs_iroco_blog.host.pages.post_page import PostPage
from mkdocs_iroco_blog.host.pages.theme import is_material

STYLESHEET = "iroco_blog/markdown.css"
# What the stylesheet has rules for; a <details> that an author wrote as HTML has no class, and needs none. Nor do ours.
_STYLED = re.compile(
    r"""\bclass=["'][^"'<>]*(?<![\w-])(?:admonition|tabbed-set|twemoji|emojione|gemoji|grid|card|md-button|keys)(?![\w])"""
    r"""|<details class=(?!["']?iroco-)|#only-(?:light|dark)|#gh-(?:light|dark)-mode-only"""
)


def wants_styles(content: str, config: MkDocsConfig) -> bool:
    """Whether a page's HTML holds something that needs the rules of `markdown.css`."""
    return not is_material(config) and _STYLED.search(content) is not None


def material_syntax_notes(posts: Iterable[PostPage], config: MkDocsConfig) -> Iterator[Finding]:
    """Write a Note for each post, drafts too, that uses syntax which only Material renders in full."""
    for page in () if is_material(config) else posts:
        if uses := find_uses(page.content or "", source_text(page.file)):
            sentences = " ".join(map(_sentence, uses))
            line = min((use.line for use in uses if use.line), default=None)
            yield MATERIAL_SYNTAX(page.post.source, line, sentences=sentences)


def _sentence(use: Use) -> str:
    name, where = use.feature.name, f", first on line {use.line}" if use.line else ""
    becomes = f"appear as plain text: {use.feature.hint}" if use.as_text else use.feature.becomes
    return f"{name[0].upper()}{name[1:]} ({use.count}{where}) {becomes}."
