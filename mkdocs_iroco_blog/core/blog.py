"""Builds the whole blog from its sources: posts, taxonomies, archive, and views."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from operator import attrgetter

from .findings import Finding
from .messages import addresses as messages
from .messages.beside import MOVED_TWICE
from .model import Blog, Post, Source, State, Taxonomy
from .permalinks import NO_SLUG, address_key, displayed, file_stem, post_path, slug_of
from .posts.field_reader import ReadContext
from .posts.read import ReadPost, read_post
from .settings import Settings
from .site_paths import SitePaths
from .terms.archive import build_archive, build_longer_periods
from .terms.taxonomy import KINDS, build_taxonomy
from .views.build import build_overviews, build_views, drop_occupied_overviews, drop_occupied_views
from .views.refused import without_refused_periods, without_refused_terms
from .views.removed import without, without_pages, without_views


def build_blog(
    sources: Iterable[Source], context: ReadContext, *, drafts: bool, occupied: Mapping[str, str],
    paths: SitePaths | None = None, removed: Collection[str] = (), read: ReadPost = read_post,
) -> tuple[Blog, list[Finding]]:  # fmt: skip
    """Read every source, and work out every page of the blog.

    With `drafts`, unpublished posts get pages too. `occupied` maps the addresses of the site's other pages,
    without slashes at their ends, to their files; no post can have one of these addresses. `paths` has all files of the
    site but the posts, and gets the posts' pages. `removed` are addresses of lists that get no page.
    `read` reads a post, as `read_post` does.
    """
    paths, sources = paths or SitePaths({}), list(sources)
    settings = context.settings
    joined = {source.path: source.jekyll_path for source in sources if source.jekyll_path}
    posts, findings, is_new = _read_posts(sources, context, read, drafts=drafts)
    posts, clashes = _resolve_clashes(posts, occupied, context, paths, joined)
    posts = listing_order(posts, jekyll=bool(settings.jekyll), joined=joined)
    listed = [post for post in posts if not post.unlisted]
    taxonomies: dict[str, Taxonomy] = {}
    for kind in KINDS:
        taxonomy, notes = build_taxonomy(kind, posts, settings, listed)
        taxonomies[kind.name], refused_terms = without_refused_terms(without_views(taxonomy, removed), paths)
        findings += [*notes, *refused_terms]
    years, longer = (build(listed, settings, context.locale) for build in (build_archive, build_longer_periods))
    archive, refused = without_refused_periods(without(years, removed), paths)
    longer, refused_too = without_refused_periods(without(longer, removed), paths)
    all_views = without_pages(build_views(listed, (*archive, *longer), taxonomies, settings), removed)
    views, view_clashes = drop_occupied_views(all_views, posts, paths, address_key(settings))
    all_overviews = without(build_overviews(archive, taxonomies, settings), removed)
    overviews, overview_clashes = drop_occupied_overviews(all_overviews, views, posts, occupied, paths)
    blog = Blog(tuple(posts), tuple(listed), taxonomies, archive, views, overviews, is_new)
    return blog, [*findings, *clashes, *refused, *refused_too, *view_clashes, *overview_clashes]


def _read_posts(
    sources: Iterable[Source], context: ReadContext, read: ReadPost, *, drafts: bool
) -> tuple[list[Post], list[Finding], bool]:
    """Return the posts to publish, the findings, and whether nobody has written a post yet."""
    findings: list[Finding] = []
    is_new = True
    posts: list[Post] = []
    for source in sources:
        post, problems = read(source, context)
        is_new = is_new and post is None and not any(finding.is_problem for finding in problems)
        if post is None:
            findings += problems
        elif post.state is State.PUBLISHED or drafts:
            findings += problems
            posts.append(post)
    return posts, findings, is_new


def listing_order(
    posts: Iterable[Post], *, jekyll: bool = False, joined: Mapping[str, str] | None = None
) -> list[Post]:
    """Sort posts, newest first. Posts with the same time are in the host's order of files, or in Jekyll's order."""
    if jekyll:  # https://github.com/jekyll/jekyll/blob/v4.3.4/lib/jekyll/document.rb, `<=>`, from its end
        paths = joined or {}
        return sorted(
            posts, key=lambda post: (post.published.instant, paths.get(post.source, post.source)), reverse=True
        )
    # Two stable sorts, because one reversed key would reverse the order of files, too.
    return sorted(sorted(posts, key=_file_order), key=attrgetter("published.instant"), reverse=True)


def _file_order(post: Post) -> tuple[tuple[bool, bool, str], ...]:
    """Make a sort key for the host's order of files: a folder's index, its other files, then its subfolders.

    Material's plugin uses the same order.
    https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/structure/files.py, `get_files`
    """
    *folders, name = post.source.split("/")
    index = posixpath.splitext(name)[0] in ("index", "README")
    return (*((True, False, folder) for folder in folders), (False, not index, name))


def _resolve_clashes(
    posts: Iterable[Post], occupied: Mapping[str, str], context: ReadContext, paths: SitePaths,
    joined: Mapping[str, str],
) -> tuple[list[Post], list[Finding]]:  # fmt: skip
    """Give every post its own address: of two with the same one, the later takes its file's name as slug."""
    settings = context.settings
    by_path: dict[str, Post] = {}
    clashes: list[Finding] = []

    def is_free(path: str) -> bool:
        return path not in by_path and path not in occupied and not paths.post_fault(path)

    # Published posts first, so that a draft never takes an address from one. Of two copies, the moved one is built.
    for post in sorted(posts, key=lambda it: (it.state is not State.PUBLISHED, it.source not in joined, it.source)):
        other = by_path[post.path].source if post.path in by_path else occupied.get(post.path)
        draft = post.state is not State.PUBLISHED
        if other is None:
            if fault := paths.post_fault(post.path):
                clashes.append(_refused(post, fault, settings, draft=draft))
            else:
                by_path[post.path] = post
                paths.claim_page(post.path, f"`{post.source}`")
            continue
        line = next((post.lines[key] for key in ("slug", "title", "date") if key in post.lines), 1)
        path = next((path for path in _other_paths(post, context) if is_free(path)), None)
        if post.path in by_path and not settings.jekyll and not draft and path:
            by_path[path] = replace(post, path=path)
            paths.claim_page(path, f"`{post.source}`")
            addresses = {"address": displayed(post.path), "new": displayed(path)}
            clashes.append(messages.ADDRESS_CHANGED(post.source, line, other=other, **addresses))
            continue
        values = {"other": other, "address": displayed(post.path), "key": address_key(settings)}
        message = MOVED_TWICE if other in joined and post.source not in joined else messages.ADDRESS_TAKEN
        clashes.append(message(post.source, line, draft=draft, **values))
    return list(by_path.values()), clashes


def _refused(post: Post, fault: str, settings: Settings, *, draft: bool) -> Finding:
    line = next((post.lines[key] for key in ("permalink", "slug", "title", "date") if key in post.lines), 1)
    values = {"address": displayed(post.path), "fault": fault, "key": address_key(settings)}
    return messages.POST_REFUSED(post.source, line, draft=draft, **values)


def _other_paths(post: Post, context: ReadContext) -> Iterator[str]:
    """Yield addresses for a post, all made by `post_url_format`: with its file's name, then with numbers."""
    settings = context.settings
    stem = file_stem(post.source, settings)
    slug = slug_of(stem, settings.post_slugify, settings.post_slugify_separator) or NO_SLUG
    make = partial(post_path, post.published.instant, post.categories, settings=settings, locale=context.locale)
    yield make(slug=slug, stem=stem)
    for number in range(2, 100):
        yield make(slug=f"{slug}-{number}", stem=f"{stem}-{number}")
        yield re.sub(r"(\.html)?$", rf"-{number}\1", post.path, count=1)
