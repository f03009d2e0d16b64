"""One file of a Jekyll site with front matter: a post, a draft, a page, or a document of a collection."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

from .file_kinds import Kind
from .terms import text_of


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Document:
    """A file with front matter, as Jekyll reads it; nothing is rendered."""

    path: str
    """Below `source`, `/`-separated."""
    relative_path: str
    """As templates know it: `path` without `collections_dir`."""
    kind: Kind
    """`POST`, `DRAFT`, `DOCUMENT` or `PAGE`."""
    collection: str
    """`posts`, a collection's name, or empty for a page."""
    front: FrontMatter
    """Defaults merged in by Jekyll's rule; `lines` are of the file's own keys."""
    data: Mapping[str, Any]
    """`front.meta` with what Jekyll adds and mends: `title`, `slug`, `ext`, `date`, `categories`, `tags`, `draft`."""
    body: str = ""
    body_line: int = 1
    """The line on which the body begins, counted from 1 at the top of the file."""
    title: str
    """Empty for a page that has none."""
    titled: bool
    """The title is the author's, not made of the file's name."""
    categories: tuple[str, ...] = ()
    """Folders above `_posts` first."""
    tags: tuple[str, ...] = ()
    date: Moment | None = None
    """In the site's time zone; none for a page, and for a document without one. A draft without one has today's."""
    slug: str = ""
    extension: str
    """The file's, with its dot."""
    output_extension: str
    """`.html` for Markdown, `.css` for Sass, else the file's own."""
    url: str
    """Escaped, with a slash before it: `/nec-2024/`, `/2024/10/04/nec.html`."""
    output_path: str
    """The file under the site's root: `nec-2024/index.html`."""
    published: bool
    """Not `published: false`, whatever `unpublished` says."""

    @property
    def layout(self) -> str | None:
        """The layout's name; none where it has none or says `none` or null."""
        layout = self.data.get("layout")
        return None if layout in (None, False, "", "none") else text_of(layout)

    @property
    def is_markdown(self) -> bool:
        """Its text is Markdown; of any other page it is HTML."""
        return self.output_extension == ".html" != self.extension.lower()

    @property
    def draft(self) -> bool:
        """In `_drafts`, or `draft: true`, which to Jekyll changes nothing else."""
        return self.kind is Kind.DRAFT or bool(self.data.get("draft"))

    @property
    def id(self) -> str:
        """Jekyll's id of a document: its address' folder and its slug."""
        return posixpath.join(posixpath.dirname(self.url.rstrip("/") or "/"), self.slug)


def is_shown(document: Document, config: JekyllConfig, now: datetime) -> bool:
    """Whether Jekyll would build it: published or `unpublished`, and not in the future or `future`."""
    late = document.date is not None and document.date.at.timestamp() // 1 > now.timestamp() // 1
    return (document.published or config.unpublished) and (config.future or not late)


def is_written(document: Document, config: JekyllConfig, now: datetime) -> bool:
    """Whether it gets a page: shown, and of no collection without `output`."""
    written = document.kind is not Kind.DOCUMENT or config.collections[document.collection].output
    return written and is_shown(document, config, now)
