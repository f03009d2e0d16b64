"""One file of a Jekyll site with front matter: a post, a draft, a page, or a document of a collection."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mkdocs_iroco_blog.core.dates import Moment
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter
from mkdocs_iroco_blog.core.posts.private import TELLING, as_refusal, is_refused
from mkdocs_iroco_blog.jekyll.config.model import JekyllConfig

from .file_kinds import Kind
from .terms import text_of


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Document:
    """A file with front matter, before rendering."""

    path: str
    """Relative to `source`."""
    relative_path: str
    """`path` without `collections_dir`, as templates see it."""
    kind: Kind
    """`POST`, `DRAFT`, `DOCUMENT` or `PAGE`."""
    collection: str
    """`posts`, a collection's name, or empty for a page."""
    front: FrontMatter
    """Merged over its defaults. `lines` has the keys of the file itself."""
    data: Mapping[str, Any]
    """`front.meta` with Jekyll's `title`, `slug`, `ext`, `date`, `categories`, `tags` and `draft`."""
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body begins, counted from 1."""
    title: str
    titled: bool
    """The title comes from front matter, not from the file's name."""
    categories: tuple[str, ...] = ()
    """The folders above `_posts` come first."""
    tags: tuple[str, ...] = ()
    date: Moment | None = None
    """In the site's time zone. None for a page or a document without one; a draft without one has today's."""
    slug: str = ""
    extension: str
    output_extension: str
    """`.html` for Markdown, `.css` for Sass, else the file's own."""
    url: str
    """Percent-encoded, with a leading slash: `/nec-2024/`, `/2024/10/04/nec.html`."""
    output_path: str
    """The output file: `nec-2024/index.html`."""
    published: bool
    """False for `published: false`, whatever the site's `unpublished` is."""

    @property
    def layout(self) -> str | None:
        """The layout's name. None for `none`, null, or no layout."""
        layout = self.data.get("layout")
        return None if layout in (None, False, "", "none") else text_of(layout)

    @property
    def is_markdown(self) -> bool:
        """Whether the body is Markdown. Otherwise it is HTML."""
        return self.output_extension == ".html" != self.extension.lower()

    @property
    def runs_liquid(self) -> bool:
        """Whether Liquid in the body is run. Otherwise it is text.

        https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting
        """
        return self.data.get("render_with_liquid") is not False

    @property
    def draft(self) -> bool:
        """Whether it is in `_drafts` or has `draft: true`, which Jekyll otherwise ignores."""
        return self.kind is Kind.DRAFT or bool(self.data.get("draft"))

    @property
    def is_withheld(self) -> bool:
        """Whether it is a post that the author keeps back by a word that Jekyll does not know."""
        raw = self.front.raw
        return self.is_post and (as_refusal(raw.get("private")) or is_refused(raw.get("publish")))

    def is_locked(self, keys: Sequence[str]) -> bool:
        """Whether it is a post that one of these keys locks."""
        return self.is_post and any(as_refusal(self.front.raw.get(key)) for key in keys)

    @property
    def is_post(self) -> bool:
        """Whether it is a post or a draft of one."""
        return self.kind in (Kind.POST, Kind.DRAFT)

    @property
    def id(self) -> str:
        """Jekyll's id of a document: the folder of its address, and its slug."""
        return posixpath.join(posixpath.dirname(self.url.rstrip("/") or "/"), self.slug)


def without_text(document: Document) -> Document:
    """Return a document of which nothing is left but its title, date and address."""
    return replace(document, body="", data={key: value for key, value in document.data.items() if key not in TELLING})


def is_shown(document: Document, config: JekyllConfig, now: datetime) -> bool:
    """Whether Jekyll would build the document, by `published`, its date, and the site's `unpublished` and `future`.

    Our drafts are not shown either: a post with `private: true` or `publish: false`.
    """
    if document.is_withheld:
        return False
    late = document.date is not None and document.date.instant.timestamp() // 1 > now.timestamp() // 1
    return (document.published or config.unpublished) and (config.future or not late)
