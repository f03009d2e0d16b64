"""Plan the feeds of a blog, from the option `feeds` and the blog itself: their addresses and posts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_iroco_blog.core.blog import listing_order
from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.messages import feeds as messages
from mkdocs_iroco_blog.core.messages.addresses import FEED_REFUSED
from mkdocs_iroco_blog.core.model import Blog, Post, State, Term
from mkdocs_iroco_blog.core.permalinks import LONGEST_NAME, safe_path
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.site_paths import SitePaths

from .atom import MEDIA_TYPE as ATOM
from .json_feed import MEDIA_TYPE as JSON
from .options import FeedOption
from .rss import MEDIA_TYPE as RSS

MEDIA_TYPES = {"atom": ATOM, "rss": RSS, "json": JSON}
"""For `<link rel="alternate" type="…">`."""


@dataclass(frozen=True, slots=True, eq=False)
class FeedPlan:
    """A feed to write."""

    option: FeedOption
    path: str
    """Address under the site's root, such as `blog/feed.xml`."""
    home: str
    """Path of the term's view, or of the index."""
    posts: tuple[Post, ...]
    """Newest first, limited to the number in the option."""
    term: Term | None = None

    @property
    def media_type(self) -> str:
        """Media type, for links to the feed."""
        return MEDIA_TYPES[self.option.kind]

    def title(self, blog: str) -> str:
        """Name the feed, in a blog of this name."""
        if self.term is None:
            return self.option.title or blog
        return (self.option.title or f"{blog} – {{name}}").replace("{name}", self.term.name)


def plan_feeds(
    blog: Blog,
    options: Iterable[FeedOption],
    settings: Settings,
    existing: Mapping[str, str],
    paths: SitePaths | None = None,
    locked: Collection[str] = (),
) -> tuple[list[FeedPlan], list[Finding]]:
    """Plan every feed of a blog, each with a different address.

    `existing` maps the addresses of the site's other files to their sources. A feed gives way to them. `paths` has
    everything that the site has, and gets the feeds.
    Feeds leave out drafts in the preview, unlisted posts, and posts whose sources are in `locked`. They do not put
    pinned posts first. A term without any other posts has no feed.
    """
    paths = paths or SitePaths({})
    plans: dict[str, FeedPlan] = {}
    findings: list[Finding] = []
    for option in options:
        findings += _unknown_terms(blog, option, "_config.yml" if settings.jekyll else "mkdocs.yml")
        for plan in _plans_for(blog, option, settings, locked):
            if plan.path in existing:
                findings.append(messages.FEED_GIVES_WAY(existing[plan.path], address=f"/{plan.path}"))
            elif plan.path in plans:
                findings.append(_clash(plans[plan.path], plan))
            elif fault := paths.fault(plan.path):
                findings.append(FEED_REFUSED("feeds", address=f"/{plan.path}", fault=fault))
            else:
                plans[plan.path] = plan
                paths.claim(plan.path, "a feed")
    return list(plans.values()), findings


def _plans_for(blog: Blog, option: FeedOption, settings: Settings, locked: Collection[str]) -> Iterator[FeedPlan]:
    index = settings.index_path
    if option.of == "blog":
        yield FeedPlan(option, _below(option.pattern, settings), index, _newest(blog.listed, option, locked))
        return
    for term in _terms(blog, option):
        posts = _newest(term.posts, option, locked)
        path = _term_path(option.pattern, term, settings)
        if posts and path:
            yield FeedPlan(option, path, term.path or index, posts, term)


def _newest(posts: Iterable[Post], option: FeedOption, locked: Collection[str]) -> tuple[Post, ...]:
    published = (post for post in posts if post.state is State.PUBLISHED and post.source not in locked)
    return tuple(listing_order(published)[: option.limit])


def _terms(blog: Blog, option: FeedOption) -> Iterable[Term]:
    terms = blog.taxonomies[option.of].terms
    if not option.terms:
        return terms
    names = {name.casefold() for name in option.terms}
    return [term for term in terms if names & _names(term)]


def _names(term: Term) -> set[str]:
    """Names by which the option can refer to a term."""
    names = (term.name, term.slug, *([term.author.key] if term.author else []))
    return {name.casefold() for name in names}


def _unknown_terms(blog: Blog, option: FeedOption, source: str) -> Iterator[Finding]:
    if option.of == "blog":
        return
    terms = blog.taxonomies[option.of].terms
    known = {name for term in terms for name in _names(term)}
    for name in option.terms:
        if name.casefold() not in known:
            close = nearest(name, (term.name for term in terms))
            hint = f"Write `{close}`." if close else f"Write the name of one of the {option.of}, or delete it."
            yield messages.UNKNOWN_TERM(source, name=name, kind=option.of, hint=hint)


def _below(pattern: str, settings: Settings) -> str:
    return pattern.lstrip("/") if pattern.startswith("/") else settings.below_root(pattern)


def _term_path(pattern: str, term: Term, settings: Settings) -> str:
    """Fill in a path for a term; empty if the path needs a view and the term has none."""
    if "{view}" in pattern and not term.path:
        return ""
    safe = safe_path(term.name) and len(term.name.encode()) <= LONGEST_NAME
    path = pattern.replace("{slug}", term.slug).replace("{name}", term.name.strip("/") if safe else term.slug)
    if "{view}" in path:  # a view's address starts at the site's root and can be a file
        return path.lstrip("/").replace("{view}", term.path.removesuffix(".html"))
    return _below(path, settings)


def _clash(first: FeedPlan, second: FeedPlan) -> Finding:
    owners = [f"`{plan.term.name}` ({plan.option.of})" if plan.term else "the blog" for plan in (first, second)]
    return messages.FEEDS_SHARE_ADDRESS("mkdocs.yml", owners=" and of ".join(owners), address=f"/{first.path}")
