"""The whole blog from its sources: posts, taxonomies, archive, and a view for each."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import attrgetter
from pathlib import PurePosixPath

from .findings import Finding, Note, Problem
from .model import Blog, Post, Source, State, Taxonomy
from .permalinks import slug_of
from .posts.field_reader import ReadContext
from .posts.read import read_post
from .settings import Settings
from .terms.archive import build_archive, build_longer_periods
from .terms.taxonomy import KINDS, build_taxonomy
from .views.build import build_overviews, build_views, giving_way, one_an_address


def build_blog(
    sources: Iterable[Source], context: ReadContext, *, drafts: bool, taken: Mapping[str, str]
) -> tuple[Blog, list[Finding]]:
    """Read every source and work out every page of the blog.

    `drafts` says whether unpublished posts get pages. `taken` maps addresses of the site's other pages,
    without slashes at their ends, to their files: a post gives way to them.
    """
    settings = context.settings
    findings: list[Finding] = []
    posts: list[Post] = []
    for source in sources:
        post, found = read_post(source, context)
        if post is None:
            findings += found
        elif post.state is State.PUBLISHED or drafts:
            findings += found
            posts.append(post)
    posts, clashes = _one_an_address(posts, taken, settings)
    posts = listing_order(posts, jekyll=bool(settings.jekyll))
    listed = [post for post in posts if not post.unlisted]
    taxonomies: dict[str, Taxonomy] = {}
    for kind in KINDS:
        taxonomies[kind.name], found = build_taxonomy(kind, posts, settings, listed)
        findings += found
    archive = build_archive(listed, settings, context.locale)
    periods = (*archive, *build_longer_periods(listed, settings, context.locale))
    views, view_clashes = one_an_address(build_views(listed, periods, taxonomies, settings), posts)
    overviews, notes = giving_way(build_overviews(archive, taxonomies, settings), views, posts, taken)
    blog = Blog(tuple(posts), tuple(listed), taxonomies, archive, views, overviews)
    return blog, [*findings, *clashes, *view_clashes, *notes]


def listing_order(posts: Iterable[Post], *, jekyll: bool = False) -> list[Post]:
    """Newest first; posts of one moment in the host's order of files, or as Jekyll has them."""
    if jekyll:  # https://github.com/jekyll/jekyll/blob/v4.3.4/lib/jekyll/document.rb, `<=>`, from its end
        return sorted(posts, key=lambda post: (post.published.instant, post.source), reverse=True)
    # Two stable sorts: reversing one key of both would reverse the order of files, too.
    return sorted(sorted(posts, key=_place), key=attrgetter("published.instant"), reverse=True)


def _place(post: Post) -> tuple[tuple[bool, bool, str], ...]:
    """Where the host comes upon a post's file: a folder's own files, its index first, before those of its subfolders.

    So Material's plugin does, too. https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/structure/files.py, `get_files`
    """
    *folders, name = post.source.split("/")
    index = posixpath.splitext(name)[0] in ("index", "README")
    return (*((True, False, folder) for folder in folders), (False, not index, name))


def _one_an_address(
    posts: Iterable[Post], taken: Mapping[str, str], settings: Settings
) -> tuple[list[Post], list[Finding]]:
    """Every post at an address of its own: of two at one, the later in the order of files goes by its file's name."""
    kept: dict[str, Post] = {}
    clashes: list[Finding] = []
    # What is published first, so that a draft never takes an address away.
    for post in sorted(posts, key=lambda post: (post.state is not State.PUBLISHED, post.source)):
        other = kept[post.path].source if post.path in kept else taken.get(post.path)
        if other is None:
            kept[post.path] = post
            continue
        draft = post.state is not State.PUBLISHED
        line = next((post.lines[key] for key in ("slug", "title", "date") if key in post.lines), 1)
        beside = _named_by_file(post, settings)
        if post.path in kept and not settings.jekyll and not draft and not {beside} & {*kept, *taken}:
            kept[beside] = replace(post, path=beside)
            what = f"The address `/{post.path}/` is that of `{other}`, so this post is at `/{beside}/`."
            clashes.append(Note(post.source, line, what, "Give it a `slug` of its own, which no other post can take."))
            continue
        what = f"The address `/{post.path}/` is that of `{other}`, so no page can be made."
        clashes.append(Problem(post.source, line, what, "Give one of them another `slug`.", no_page=True, draft=draft))
    return list(kept.values()), clashes


def _named_by_file(post: Post, settings: Settings) -> str:
    """A post's address, if its file's name stood in the place of its slug."""
    stem = PurePosixPath(post.source).stem
    slug = slug_of(stem, settings.post_slugify, settings.post_slugify_separator)
    return posixpath.join(posixpath.dirname(post.path), slug or "post")
