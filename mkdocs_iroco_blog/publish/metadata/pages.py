"""What each page of a blog says of itself, from the blog's own values.

The rules: a description is front matter's, else the beginning of the excerpt; of a list, else what it lists. A picture
is the post's, else its first author's, else the site's. A numbered page is a page of its own, with its own title and
address. Unlisted posts, posts that are not published, and terms of fewer than `thin_views` posts are kept out of
search engines.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from mkdocs_iroco_blog.core.html.body import Body
from mkdocs_iroco_blog.core.links import FeedLink
from mkdocs_iroco_blog.core.model import Author, Blog, Overview, Post, State, View, ViewPage
from mkdocs_iroco_blog.publish.sitemap import changed, is_thin, view_changed

from .text import shortened, summary
from .values import Crumb, PageMetadata, Person, Picture, Publication

_OPEN = frozenset({"index", "all"})


def post_metadata(
    post: Post, body: Body, blog: Blog, about: Publication, *, feeds: Iterable[FeedLink] = ()
) -> PageMetadata:
    """A post's page. `feeds` are those of its terms, beside the blog's own."""
    url = about.page(post.path)
    authors = tuple(person(author, blog, about) for author in post.authors)
    hidden = post.unlisted or post.state is not State.PUBLISHED
    return PageMetadata(
        kind="post",
        title=body.title,
        description=described(post, body, about),
        url=url,
        canonical_url=post.canonical_url,
        site_name=about.site_name,
        site_description=about.site_description,
        lang=post.lang or about.lang,
        published=moment(post.published.at),
        modified=moment(changed(post).at),
        authors=authors,
        sections=post.categories,
        tags=post.tags,
        image=_picture(post, authors, about),
        minutes=body.minutes,
        robots=robots(post.robots, hidden=hidden),
        feeds=(*about.feeds, *feeds),
        trail=(*_trail(about), *_category(post, blog, about), Crumb(body.title, url)),
    )


def view_metadata(
    view: View,
    view_page: ViewPage,
    blog: Blog,
    about: Publication,
    *,
    title: str,
    description: str = "",
    feeds: Iterable[FeedLink] = (),
) -> PageMetadata:
    """A numbered page of a view. `description` is its own Markdown file's, `feeds` are the view's own."""
    url, first = about.page(view_page.path), view_page.number == 1
    at = view_page.number - 1
    people = (person(view.author, blog, about),) if view.author else ()
    index, newest = view.kind == "index", view_changed(view)
    crumb = Crumb(title, url)
    return PageMetadata(
        kind="profile" if people and first else "index" if index and first else "list",
        title=title,
        description=(_own(view, about, description) if first else "")
        or _listed(post.title for post in view_page.posts),
        url=url,
        site_name=about.site_name,
        site_description=about.site_description,
        lang=about.lang,
        modified=moment(newest.at if newest else None),
        authors=people,
        image=_portrait(people) or about.image,
        previous=about.page(view.pages[at - 1].path) if at else "",
        next=about.page(view.pages[at + 1].path) if at + 1 < len(view.pages) else "",
        robots=robots((), hidden=is_thin(view, about.thin_views)),
        feeds=(*about.feeds, *feeds),
        me=_owners(view, blog) if first else (),
        trail=_trail(about) if index and first else (*_trail(about), crumb),
    )


def overview_metadata(overview: Overview, about: Publication, *, title: str, description: str = "") -> PageMetadata:
    """The page that lists a taxonomy's terms, or the archive's periods."""
    url = about.page(overview.path)
    return PageMetadata(
        kind="list",
        title=title,
        description=description or _listed(group.name for group in overview.groups),
        url=url,
        site_name=about.site_name,
        site_description=about.site_description,
        lang=about.lang,
        image=about.image,
        feeds=about.feeds,
        trail=(*_trail(about), Crumb(title, url)),
    )


def described(post: Post, body: Body, about: Publication) -> str:
    """What a post is about, as text."""
    known = about.descriptions
    if post.source not in known:
        known[post.source] = post.description or summary("".join(body.excerpt.content.pieces))
    return known[post.source]


def person(author: Author, blog: Blog, about: Publication) -> Person:
    """An author, with the address of their page on the site, else of their own site."""
    if author not in about.people:
        about.people[author] = _person(author, blog, about)
    return about.people[author]


def _person(author: Author, blog: Blog, about: Publication) -> Person:
    term = blog.taxonomies["authors"].by_spelling.get(author.key)
    page = about.page(term.path) if term and term.path else ""
    own = about.file(author.url, about.authors_path)
    elsewhere = dict.fromkeys(filter(None, (own, *author.links)))
    url = page or own
    elsewhere.pop(url, None)
    avatar = about.file(author.avatar, about.authors_path)
    return Person(author.name, url, avatar, author.description, tuple(elsewhere), author.fediverse)


def robots(said: Iterable[str], *, hidden: bool) -> tuple[str, ...]:
    """What search engines are told: what front matter says, and `noindex` for what they should not show."""
    if not hidden:
        return tuple(said)
    return tuple(dict.fromkeys((*(word for word in said if word.lower() not in _OPEN), "noindex")))


def moment(at: datetime | None) -> str:
    """ISO 8601 with the offset; empty for none."""
    return at.isoformat(timespec="seconds") if at else ""


def _picture(post: Post, authors: tuple[Person, ...], about: Publication) -> Picture | None:
    url = about.file(post.image.src, post.source) if post.image else ""
    if post.image and url:
        return Picture(url, post.image.alt, own=True)
    return _portrait(authors[:1]) or about.image


def _portrait(people: tuple[Person, ...]) -> Picture | None:
    return Picture(people[0].image, people[0].name) if people and people[0].image else None


def _own(view: View, about: Publication, description: str) -> str:
    """What somebody wrote of a view: its own file, the authors file, of the index the site."""
    said = view.author.description if view.author else about.site_description if view.kind == "index" else ""
    return description or said


def _listed(names: Iterable[str]) -> str:
    return shortened(" · ".join(names))


def _owners(view: View, blog: Blog) -> tuple[str, ...]:
    """Whose page it is: an author's own, and of a blog that one person writes, the index."""
    if view.author:
        return view.author.links
    terms = blog.taxonomies["authors"].terms
    alone = terms[0].author if view.kind == "index" and len(terms) == 1 else None
    return alone.links if alone else ()


def _trail(about: Publication) -> tuple[Crumb, ...]:
    """The site's first page and the blog's; one of them, where they are the same."""
    home = (Crumb(about.site_name, about.site_url),) if not about.at_root else ()
    return (*home, Crumb(about.name, about.absolute(about.index)))


def _category(post: Post, blog: Blog, about: Publication) -> tuple[Crumb, ...]:
    """The post's first category that has a page."""
    terms = blog.terms_of(post, "categories")
    return tuple(Crumb(term.name, about.page(term.path)) for term in terms if term.path)[:1]
