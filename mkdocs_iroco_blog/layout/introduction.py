"""The text of a view's own Markdown file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from mkdocs_iroco_blog.core.html.excerpt import as_relocatable
from mkdocs_iroco_blog.core.html.relocatable import RelocatableHtml
from mkdocs_iroco_blog.core.inserts.marker import has_markers


@dataclass(frozen=True, slots=True)
class Introduction:
    """The text of a view's own Markdown file. Usable on all pages of the view."""

    heading: Markup | None = None
    heading_id: str | None = None
    titled: bool = False
    """The page has its heading above the view, in a block of the author's."""
    body: RelocatableHtml = field(default_factory=RelocatableHtml)
    conclusion: RelocatableHtml = field(default_factory=RelocatableHtml)
    """The part of it below the list."""

    def concludes(self, anchor: str) -> bool:
        """Whether the heading with an id is below the list."""
        return any(f'id="{anchor}"' in piece for piece in self.conclusion.pieces)

    def filled(self, fill: Callable[[str, str], str], url: str) -> Introduction:
        """Return the introduction for the page at a URL, with its inserts filled in: `fill` takes HTML and its name."""
        body, conclusion = (
            RelocatableHtml((fill(part.html(url), name),)) if any(map(has_markers, part.pieces)) else part
            for name, part in (("list", self.body), ("end", self.conclusion))
        )
        return replace(self, body=body, conclusion=conclusion)


def introduce(
    heading: Markup | None, heading_id: str | None, html: str, conclusion: str = "", *, url: str, titled: bool = False
) -> Introduction:
    """Make the introduction at a URL usable on the other pages of its view."""
    parts = (as_relocatable(part, address=url) if part else RelocatableHtml() for part in (html, conclusion))
    return Introduction(heading, heading_id, titled, *parts)
