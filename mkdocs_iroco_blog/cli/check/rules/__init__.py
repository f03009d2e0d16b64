"""Finds what no build reports: a module for each kind of question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mkdocs_iroco_blog.cli.check.host_build import Site
from mkdocs_iroco_blog.core.findings import Finding

from .drafts import old_drafts
from .links import broken_links, read_links, unlinked_posts
from .pictures import missing_alt_texts
from .terms import odd_terms
from .weights import heavy_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From where on something is worth a message."""

    now: datetime
    picture: int
    """Bytes of a picture."""
    page: int
    """Bytes of a page with its pictures."""
    draft: int
    """Days since a draft's date."""


def find_all(site: Site, limits: Limits) -> Iterator[Finding]:
    """Yield what no build reports."""
    links = list(read_links(site))
    yield from broken_links(site, links)
    yield from missing_alt_texts(site.documents)
    yield from heavy_pages(site, links, picture_budget=limits.picture, page_budget=limits.page)
    yield from unlinked_posts(site, links)
    for output in site.outputs:
        yield from odd_terms(output.build.pages.blog)
        yield from old_drafts(output, site, limits.now, limits.draft)
