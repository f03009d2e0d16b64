"""The whole blog from its sources: posts, taxonomies, archive, and a view for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter

from .archive import build_archive
from .findings import Finding, Problem
from .model import Blog, Post, Source, State, Taxonomy
from .posts import Surroundings, read_post
from .taxonomy import KINDS, build_taxonomy
from .views import build_overviews, build_views, giving_way, one_an_address


def build_blog(
    sources: Iterable[Source], around: Surroundings, *, locale: str, drafts: bool, taken: Mapping[str, str]
) -> tuple[Blog, list[Finding]]:
    """Read every source and work out every page of the blog.

    `drafts` says whether unpublished posts get pages. `taken` maps addresses of the site's other pages,
    without slashes at their ends, to their files: a post gives way to them.
    """
    settings = around.settings
    findings: list[Finding] = []
    posts: list[Post] = []
    for source in sources:
        post, found = read_post(source, around)
        if post is None:
            findings += found
        elif post.state is State.PUBLISHED or drafts:
            findings += found
            posts.append(post)
    posts, clashes = _one_an_address(posts, taken)
    posts = listing_order(posts)
    listed = [post for post in posts if not post.unlisted]
    taxonomies: dict[str, Taxonomy] = {}
    for kind in KINDS:
        taxonomies[kind.name], found = build_taxonomy(kind, posts, settings, listed)
        findings += found
    archive = build_archive(listed, settings, locale)
    views, view_clashes = one_an_address(build_views(listed, archive, taxonomies, settings), posts)
    overviews, notes = giving_way(build_overviews(archive, taxonomies, settings), views, posts, taken)
    blog = Blog(tuple(posts), tuple(listed), taxonomies, archive, views, overviews)
    return blog, [*findings, *clashes, *view_clashes, *notes]


def listing_order(posts: Iterable[Post]) -> list[Post]:
    """Newest first; posts of one moment by source, so that every build agrees."""
    # Two stable sorts: reversing one (date, source) key would reverse the tie-break too.
    return sorted(sorted(posts, key=attrgetter("source")), key=attrgetter("published.at"), reverse=True)


def _one_an_address(posts: Iterable[Post], taken: Mapping[str, str]) -> tuple[list[Post], list[Finding]]:
    kept: dict[str, Post] = {}
    clashes: list[Finding] = []
    # What is published first, so that a draft never takes an address away.
    for post in sorted(posts, key=lambda post: (post.state is not State.PUBLISHED, post.source)):
        other = kept[post.path].source if post.path in kept else taken.get(post.path)
        if other is None:
            kept[post.path] = post
            continue
        what = f"The address `/{post.path}/` is that of `{other}`, so no page can be made."
        draft = post.state is not State.PUBLISHED
        line = next((post.lines[key] for key in ("slug", "title", "date") if key in post.lines), 1)
        clashes.append(Problem(post.source, line, what, "Give one of them another `slug`.", unbuilt=True, draft=draft))
    return list(kept.values()), clashes
