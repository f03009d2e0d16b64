"""Which feeds a blog has, from the option `feeds` and the blog itself: where each stands, and its posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_iroco_blog.core.blog import listing_order
from mkdocs_iroco_blog.core.findings import Finding, Note, Problem
from mkdocs_iroco_blog.core.model import Blog, Post, State, Term
from mkdocs_iroco_blog.core.permalinks import LONGEST_NAME, safe_path
from mkdocs_iroco_blog.core.settings import Settings

from .atom import MEDIA_TYPE as ATOM
from .json_feed import MEDIA_TYPE as JSON
from .options import FeedOption
from .rss import MEDIA_TYPE as RSS

MEDIA_TYPES = {"atom": ATOM, "rss": RSS, "json": JSON}
"""For `<link rel="alternate" type="…">`."""


@dataclass(frozen=True, slots=True, eq=False)
class FeedPlan:
    """A feed to be written."""

    option: FeedOption
    path: str
    """Address of the file under the site's root: `blog/feed.xml`."""
    home: str
    """Path of the view that it is the feed of: the term's, else the index."""
    posts: tuple[Post, ...]
    """As many as it has, newest first."""
    term: Term | None = None

    @property
    def media_type(self) -> str:
        """What a link to it says it is."""
        return MEDIA_TYPES[self.option.kind]

    def title(self, blog: str) -> str:
        """Its name, for a blog of this name."""
        if self.term is None:
            return self.option.title or blog
        return (self.option.title or f"{blog} – {{name}}").replace("{name}", self.term.name)


def plan_feeds(
    blog: Blog, options: Iterable[FeedOption], settings: Settings, taken: Mapping[str, str]
) -> tuple[list[FeedPlan], list[Finding]]:
    """Every feed of a blog, each at an address of its own.

    `taken` maps addresses of the site's other files to their sources, under which a feed would lie: it gives way.
    What is no post that everyone may see, a draft in the preview or an unlisted post, is in no feed; nor does a pinned
    post come first. A term of drafts alone has none.
    """
    plans: dict[str, FeedPlan] = {}
    findings: list[Finding] = []
    for option in options:
        findings += _unknown_terms(blog, option)
        for plan in _planned(blog, option, settings):
            if plan.path in taken:
                what = f"This file stands at `/{plan.path}`, so the blog writes no feed there."
                findings.append(Note(taken[plan.path], None, what, "Give the feed another `path` to have both."))
            elif plan.path in plans:
                findings.append(_clash(plans[plan.path], plan))
            else:
                plans[plan.path] = plan
    return list(plans.values()), findings


def _planned(blog: Blog, option: FeedOption, settings: Settings) -> Iterator[FeedPlan]:
    index = settings.index_path
    if option.of == "blog":
        yield FeedPlan(option, _below(option.pattern, settings), index, _newest(blog.listed, option))
        return
    for term in _terms(blog, option):
        posts = _newest(term.posts, option)
        path = _term_path(option.pattern, term, settings)
        if posts and path:
            yield FeedPlan(option, path, term.path or index, posts, term)


def _newest(posts: Iterable[Post], option: FeedOption) -> tuple[Post, ...]:
    published = (post for post in posts if post.state is State.PUBLISHED)
    return tuple(listing_order(published)[: option.limit])


def _terms(blog: Blog, option: FeedOption) -> Iterable[Term]:
    terms = blog.taxonomies[option.of].terms
    if not option.terms:
        return terms
    wanted = {name.casefold() for name in option.terms}
    return [term for term in terms if wanted & _names(term)]


def _names(term: Term) -> set[str]:
    """What the option may call a term."""
    own = (term.name, term.slug, *([term.author.key] if term.author else []))
    return {name.casefold() for name in own}


def _unknown_terms(blog: Blog, option: FeedOption) -> Iterator[Note]:
    if option.of == "blog":
        return
    known = {name for term in blog.taxonomies[option.of].terms for name in _names(term)}
    for name in option.terms:
        if name.casefold() not in known:
            what = f"`terms` names `{name}`, which no post has among its {option.of}, so it has no feed."
            yield Note("feeds", None, what, "")


def _below(pattern: str, settings: Settings) -> str:
    return pattern.lstrip("/") if pattern.startswith("/") else settings.below_root(pattern)


def _term_path(pattern: str, term: Term, settings: Settings) -> str:
    """Empty for a term without a view, where the path needs one."""
    if "{view}" in pattern and not term.path:
        return ""
    safe = safe_path(term.name) and len(term.name.encode()) <= LONGEST_NAME
    path = pattern.replace("{slug}", term.slug).replace("{name}", term.name.strip("/") if safe else term.slug)
    if "{view}" in path:  # which is from the site's root, and may be a page's file
        return path.lstrip("/").replace("{view}", term.path.removesuffix(".html"))
    return _below(path, settings)


def _clash(first: FeedPlan, second: FeedPlan) -> Problem:
    def named(plan: FeedPlan) -> str:
        return f"`{plan.term.name}` ({plan.option.of})" if plan.term else "the blog"

    what = (
        f"The feeds of {named(first)} and of {named(second)} share the address `/{first.path}`, so only one is written."
    )
    return Problem("feeds", None, what, "Give one of them another `path`.")
