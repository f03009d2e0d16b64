"""What a blog that was written for the theme Material has to know on another one, and what its pages are given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_iroco_blog.core.findings import Note
from mkdocs_iroco_blog.core.material_syntax import ICONS, Use, uses
from mkdocs_iroco_blog.host.pages.pages import PostPage
from mkdocs_iroco_blog.host.pages.theme import MATERIAL_PACKAGES, is_material

STYLESHEET = "iroco_blog/markdown.css"
# What the stylesheet has rules for; a <details> that an author wrote as HTML has no class, and needs none.
_STYLED = re.compile(
    r"""\bclass=["'][^"'<>]*(?<![\w-])(?:admonition|tabbed-set|twemoji|emojione|gemoji|grid|card|md-button|keys)(?![\w])"""
    r"|<details class=|#only-(?:light|dark)|#gh-(?:light|dark)-mode-only"
)


def wants_styles(content: str, config: MkDocsConfig) -> bool:
    """Whether a page's content, as HTML, holds something that `markdown.css` has to make readable."""
    return not is_material(config) and _STYLED.search(content) is not None


def dialect_notes(posts: Iterable[PostPage], config: MkDocsConfig) -> Iterator[Note]:
    """A Note for each post, drafts too, that holds what only Material shows as it is meant."""
    for page in () if is_material(config) else posts:
        found = uses(page.post.body)
        if found:
            above = _lines_above(page)
            told = " ".join(_sentence(use, above, config) for use in found)
            what = f"The post is written for the theme Material. {told}"
            yield Note(page.post.source, min(use.line for use in found) + above, what, "")


def _sentence(use: Use, above: int, config: MkDocsConfig) -> str:
    name, more = use.feature.name, f", and {use.count - 1} more" if use.count > 1 else ""
    return f"{name[0].upper()}{name[1:]} (line {use.line + above}{more}) {_becomes(use, config)}."


def _becomes(use: Use, config: MkDocsConfig) -> str:
    """What the site makes of it, which has Markdown extensions of its own."""
    names = {name.removeprefix("markdown.extensions.") for name in config.markdown_extensions}
    needs = use.feature.needs
    if needs and names.isdisjoint(needs):
        return f"are shown as they are written: `markdown_extensions` does not list `{needs[0]}`"
    if use.feature is ICONS and not _knows_icons(config):
        return "are shown as they are written: `pymdownx.emoji` is not given `material.extensions.emoji`"
    return use.feature.becomes


def _knows_icons(config: MkDocsConfig) -> bool:
    """Whether emoji are looked up among Material's icons, which its package brings along."""
    index = (config.mdx_configs.get("pymdownx.emoji") or {}).get("emoji_index")
    return str(getattr(index, "__module__", "")).partition(".")[0] in MATERIAL_PACKAGES


def _lines_above(page: PostPage) -> int:
    """How many lines of the post's file stand above its body."""
    lines = page.file.content_string.count("\n")
    return max(0, lines - page.post.body.count("\n"))
