"""The pages that list posts: which there are, where they live, and how they show what they list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.model import Author, Overview, Period, Post, Taxonomy, View
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.terms.taxonomy import KINDS

from .pagination import paginate

_T = TypeVar("_T")
_OURS = frozenset({"tags", "series"})
_EXCERPTS = frozenset({"index", "categories"})
_MATERIAL = ("toc", "pagination", "pagination_per_page")
_TITLES_PER_PAGE = 50  # for the kinds that Material's plugin has not; of the others, page 2 keeps its address


def build_views(
    listed: Sequence[Post], archive: Iterable[Period], taxonomies: Mapping[str, Taxonomy], settings: Settings
) -> list[View]:
    """The index, then a view for each period and term."""
    pinned_first = sorted(listed, key=lambda post: not post.pinned)
    views = [_view("index", "index", "", settings.index_path, pinned_first, settings)]
    views += [_view("archive", "archive", one.name, one.path, one.posts, settings) for one in archive]
    views += [
        _view(kind.name, kind.options, term.name, term.path, term.posts, settings, term.author)
        for kind in KINDS
        for term in taxonomies[kind.name].terms
        if term.path
    ]
    return views


def _view(
    kind: str,
    options: str,
    name: str,
    path: str,
    posts: Sequence[Post],
    settings: Settings,
    author: Author | None = None,
) -> View:
    style = view_style(kind, options, settings)
    paginated = _own(settings, options, "pagination", settings.pagination)
    usual = settings.pagination_per_page
    if style == "titles" and kind in _OURS and usual == Settings().pagination_per_page:
        usual = _TITLES_PER_PAGE
    per_page = _own(settings, options, "pagination_per_page", usual)
    pages = paginate(path, posts, settings, per_page=per_page if paginated else None)
    toc = _own(settings, options, "toc", settings.blog_toc)
    return View(kind, name, path, tuple(posts), pages, style, toc, author)


def view_style(kind: str, options: str, settings: Settings) -> str:
    """A kind's own option, else the general one, else what suits the kind.

    Material shows excerpts everywhere: a kind that one of its options sets, such as `archive_toc`, does too.
    """
    chosen = settings.of_kind(options, "view_style") or settings.view_style
    as_material = kind not in _OURS and any(settings.of_kind(options, option) is not None for option in _MATERIAL)
    return chosen or ("excerpts" if kind in _EXCERPTS or as_material else "titles")


def _own(settings: Settings, options: str, option: str, otherwise: _T) -> _T:
    value: _T | None = settings.of_kind(options, option)
    return otherwise if value is None else value


def build_overviews(
    archive: Sequence[Period], taxonomies: Mapping[str, Taxonomy], settings: Settings
) -> list[Overview]:
    """An overview for the archive and each taxonomy that has views."""
    overviews: list[Overview] = []
    if not settings.overviews:
        return overviews
    if archive:
        path = settings.below_root(settings.archive_overview_url)
        overviews.append(Overview("archive", settings.archive_name, path, tuple(archive), settings.archive_overview))
    for kind in KINDS:
        groups = tuple(term for term in taxonomies[kind.name].terms if term.path)
        if groups:
            path = settings.below_root(getattr(settings, f"{kind.name}_overview_url"))
            name = getattr(settings, f"{kind.options}_name")
            overviews.append(Overview(kind.name, name, path, groups, "counts"))
    return overviews


def giving_way(
    overviews: Iterable[Overview], views: Iterable[View], posts: Iterable[Post], taken: Mapping[str, str]
) -> tuple[tuple[Overview, ...], list[Finding]]:
    """Overviews whose address nothing else has, and for each of the others a Note, or a Problem where it is our own."""
    pages = {**{post.path: post.source for post in posts}, **taken}
    listed = {page.path: view for view in views for page in view.pages}
    kept: dict[str, Overview] = {}
    findings: list[Finding] = []
    for overview in overviews:
        option = f"{overview.kind}_overview_url"
        if overview.path in pages and overview.path not in listed:
            what = f"This page stands at `/{overview.path}/`, so the blog makes no overview of {overview.kind} there."
            findings.append(Note(pages[overview.path], None, what, f"Set `{option}` to have both."))
        elif overview.path in listed or overview.path in kept:
            what = f"The address `/{overview.path}/` is taken by another of the blog's lists, so this one is not made."
            findings.append(Problem(option, None, what, "Give it another address."))
        else:
            kept[overview.path] = overview
    return tuple(kept.values()), findings


def one_an_address(views: Iterable[View], posts: Iterable[Post]) -> tuple[tuple[View, ...], list[Finding]]:
    """Views that share no address with one before them, and a Problem for each page that something else stands on.

    A post keeps its address: the page of the view that would lie there is not made.
    """
    by_path = {post.path: post for post in posts}
    kept: dict[str, View] = {}
    clashes: list[Finding] = []
    for view in views:
        if view.path in kept:
            what = (
                f"`{kept[view.path].name}` ({kept[view.path].kind}) and `{view.name}` ({view.kind}) share the address "
            )
            what += f"`/{view.path}/`, so only the first has a page."
            clashes.append(Problem(f"{view.kind}_url_format", None, what, "Give one kind another address."))
            continue
        kept[view.path] = view
        for page in view.pages:
            post = by_path.get(page.path)
            if post:
                name = view.name or view.kind
                what = f"The address `/{page.path}/` is also that of the view `{name}`, which is not made."
                clashes.append(Problem(post.source, None, what, "Give the post another `slug`."))
    return tuple(kept.values()), clashes
