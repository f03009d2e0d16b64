"""Takes away the addresses of lists that cannot be written: their names are shown, without a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.addresses import LIST_REFUSED
from mkdocs_iroco_blog.core.model import Overview, Period, Post, Taxonomy, View
from mkdocs_iroco_blog.core.permalinks import displayed
from mkdocs_iroco_blog.core.settings import material_name
from mkdocs_iroco_blog.core.site_paths import SitePaths

_KEYS = {
    "authors": ("authors", "author"), "categories": ("categories", "category"), "tags": ("tags", "tag"),
    "series": ("series",), "archive": ("date",),
}  # fmt: skip
"""The keys of front matter that put a post into a list."""


def without_refused_terms(taxonomy: Taxonomy, paths: SitePaths) -> tuple[Taxonomy, list[Finding]]:
    """Take the addresses of terms away that no file can have, with a Problem each."""
    findings: list[Finding] = []
    changed = {}
    for term in taxonomy.terms:
        if term.path and (fault := paths.list_fault(term.path)):
            changed[term] = replace(term, path="")
            findings.append(_refused(taxonomy.kind, term.name, term.path, term.posts, fault))
    if not changed:
        return taxonomy, []
    terms = tuple(changed.get(term, term) for term in taxonomy.terms)
    by_spelling = {name: changed.get(term, term) for name, term in taxonomy.by_spelling.items()}
    return replace(taxonomy, terms=terms, by_spelling=by_spelling), findings


def without_refused_periods(periods: Sequence[Period], paths: SitePaths) -> tuple[tuple[Period, ...], list[Finding]]:
    """Drop periods whose address no file can have, with a Problem each."""
    faults = {period: paths.list_fault(period.path) for period in periods}
    findings = [
        _refused("archive", period.name, period.path, period.posts, fault) for period, fault in faults.items() if fault
    ]
    return tuple(period for period, fault in faults.items() if not fault), findings


def refused_pages(view: View, paths: SitePaths) -> Iterator[tuple[str, Finding]]:
    """Yield the address of each later page of a view that no file can have, with a Problem."""
    for page in view.pages[1:]:
        if fault := paths.list_fault(page.path):
            yield page.path, _refused(view.kind, view.name or view.kind, page.path, page.posts, fault)


def refused_overview(overview: Overview, fault: str) -> Finding:
    """Return a Problem for an overview whose address no file can have."""
    name, address = overview.name or overview.kind, displayed(overview.path)
    return LIST_REFUSED("overviews", name=name, address=address, fault=fault, option="overviews")


def _refused(kind: str, name: str, path: str, posts: Sequence[Post], fault: str) -> Finding:
    post = posts[0]
    line = next((post.lines[key] for key in _KEYS.get(kind, ()) if key in post.lines), 1)
    option = "pagination_url_format" if kind == "index" else f"{material_name(kind)}_url_format"
    return LIST_REFUSED(post.source, line, name=name, address=displayed(path), fault=fault, option=option)
