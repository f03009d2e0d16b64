"""Builds the views and overviews, with their addresses and styles, and resolves shared addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import addresses as messages
from mkdocs_iroco_blog.core.model import Author, Overview, Period, Post, Taxonomy, Term, View
from mkdocs_iroco_blog.core.permalinks import displayed
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.site_paths import SitePaths
from mkdocs_iroco_blog.core.terms.taxonomy import KINDS

from .pagination import paginate
from .refused import refused_overview, refused_pages

_OURS = frozenset({"tags", "series"})
_EXCERPTS = frozenset({"index", "categories"})
_MATERIAL = ("toc", "pagination", "pagination_per_page")
_PER_PAGE = 10
_TITLES_PER_PAGE = 50  # for the kinds that Material's plugin lacks; page 2 of the others keeps its address


def build_views(
    listed: Sequence[Post], archive: Iterable[Period], taxonomies: Mapping[str, Taxonomy], settings: Settings
) -> list[View]:
    """Build the index, then a view for each period and term."""
    pinned_first = sorted((post for post in listed if not post.hidden), key=lambda post: not post.pinned)
    views = [_view("index", "", settings.index_path, pinned_first, settings)]
    views += [_view("archive", period.name, period.path, period.posts, settings) for period in archive]
    for kind in KINDS:
        terms = (term for term in taxonomies[kind.name].terms if term.path)
        views += [_view(kind.name, term.name, term.path, term.posts, settings, term.author) for term in terms]
    return views


def _view(
    kind: str, name: str, path: str, posts: Sequence[Post], settings: Settings, author: Author | None = None
) -> View:
    style = view_style(kind, settings)
    paginated = _first_set(settings.of_kind(kind, "pagination"), settings.pagination)
    pages = paginate(path, posts, settings, per_page=_per_page(kind, style, settings) if paginated else None)
    toc = _first_set(settings.of_kind(kind, "toc"), settings.blog_toc)
    return View(kind, name, path, tuple(posts), pages, style, toc, author)


def view_style(kind: str, settings: Settings) -> str:
    """Return how a kind of view lists its posts: as `view_style` says, or by default as suits the kind.

    Material shows excerpts everywhere: a kind that one of its options sets, such as `archive_toc`, does too.
    """
    as_material = any(settings.of_kind(kind, option) is not None for option in _MATERIAL)
    default = "excerpts" if kind in _EXCERPTS or as_material else "titles"
    return str(settings.by_kind("view_style", kind) or default)


def _per_page(kind: str, style: str, settings: Settings) -> int:
    chosen = settings.by_kind("pagination_per_page", kind)
    if chosen and isinstance(settings.pagination_per_page, Mapping):
        return int(chosen)
    if chosen in (None, _PER_PAGE) and style == "titles" and kind in _OURS:
        return _TITLES_PER_PAGE
    return int(_first_set(settings.of_kind(kind, "pagination_per_page"), chosen, _PER_PAGE))


def _first_set(*values: Any) -> Any:
    return next(value for value in values if value is not None)


def build_overviews(
    archive: Sequence[Period], taxonomies: Mapping[str, Taxonomy], settings: Settings
) -> list[Overview]:
    """Build an overview for the archive and for each taxonomy that has views."""
    groups: dict[str, Sequence[Period | Term]] = {"archive": archive}
    groups |= {kind.name: [term for term in taxonomies[kind.name].terms if term.path] for kind in KINDS}
    return [
        Overview(kind, settings.of_kind(kind, "name"), path, tuple(items))
        for kind, items in groups.items()
        if items and (path := settings.overview_path(kind)) is not None
    ]


def drop_occupied_overviews(
    overviews: Iterable[Overview],
    views: Iterable[View],
    posts: Iterable[Post],
    occupied: Mapping[str, str],
    paths: SitePaths,
) -> tuple[tuple[Overview, ...], list[Finding]]:
    """Drop overviews whose address is occupied: with a Note by a page of the site, with a Problem by a list."""
    pages = {**{post.path: post.source for post in posts}, **occupied}
    listed = {page.path: view for view in views for page in view.pages}
    result: dict[str, Overview] = {}
    findings: list[Finding] = []
    for overview in overviews:
        values = {"address": displayed(overview.path), "kind": overview.kind}
        if overview.path in pages and overview.path not in listed:
            findings.append(messages.OVERVIEW_GIVES_WAY(pages[overview.path], **values))
        elif overview.path in listed or overview.path in result:
            findings.append(messages.OVERVIEW_SHARES_ADDRESS("overviews", **values))
        elif fault := paths.list_fault(overview.path):
            findings.append(refused_overview(overview, fault))
        else:
            result[overview.path] = overview
    return tuple(result.values()), findings


def drop_occupied_views(
    views: Iterable[View], posts: Iterable[Post], paths: SitePaths, key: str = "slug"
) -> tuple[tuple[View, ...], list[Finding]]:
    """Drop views whose address is occupied by an earlier one, and report each view page that is occupied by a post.

    The post keeps the address, and that page of the view is not built. Nor is one whose address no file can have.
    `key` is the one that decides the post's address.
    """
    by_path = {post.path: post for post in posts}
    result: dict[str, View] = {}
    clashes: list[Finding] = []
    for view in views:
        if view.path in result:
            names = " and ".join(f"`{other.name}` ({other.kind})" for other in (result[view.path], view))
            option = f"{view.kind}_url_format"
            clashes.append(messages.VIEWS_SHARE_ADDRESS(option, names=names, address=displayed(view.path)))
            continue
        refused = dict(refused_pages(view, paths))
        if refused:
            view = replace(view, pages=tuple(page for page in view.pages if page.path not in refused))  # noqa: PLW2901
        clashes += refused.values()
        result[view.path] = view
        for page in view.pages:
            if post := by_path.get(page.path):
                values = {"view": view.name or view.kind, "address": displayed(page.path), "key": key}
                clashes.append(messages.POST_HIDES_VIEW(post.source, **values))
    return tuple(result.values()), clashes
