"""Takes out the lists that a site does without: their names are shown, without a link."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from mkdocs_iroco_blog.core.model import Overview, Period, Taxonomy, View

T = TypeVar("T", Period, Overview)


def without(lists: Iterable[T], removed: Collection[str]) -> tuple[T, ...]:
    """Drop periods or overviews whose addresses are `removed`."""
    return tuple(item for item in lists if item.path not in removed)


def without_views(taxonomy: Taxonomy, removed: Collection[str]) -> Taxonomy:
    """Take the addresses that are `removed` away from terms."""
    changed = {term: replace(term, path="") for term in taxonomy.terms if term.path in removed}
    if not changed:
        return taxonomy
    terms = tuple(changed.get(term, term) for term in taxonomy.terms)
    by_spelling = {name: changed.get(term, term) for name, term in taxonomy.by_spelling.items()}
    return replace(taxonomy, terms=terms, by_spelling=by_spelling)


def without_pages(views: Iterable[View], removed: Collection[str]) -> list[View]:
    """Drop later pages of views whose addresses are `removed`."""
    return [
        replace(view, pages=(view.pages[0], *(page for page in view.pages[1:] if page.path not in removed)))
        if removed
        else view
        for view in views
    ]
