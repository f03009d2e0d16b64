"""Renders inserts: lists that stand in the place of a comment, on any page of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any

from mkdocs_iroco_blog.core.inserts.choose import choose_posts, choose_terms, find_term, single_term
from mkdocs_iroco_blog.core.inserts.values import Insert, MentionsInsert, PostsInsert, SeriesInsert, TermsInsert
from mkdocs_iroco_blog.core.model import Post, Term
from mkdocs_iroco_blog.core.site import Site

from .context.lists import EntryViewContext, InsertContext
from .context.parts import LinkContext
from .entries import Entries
from .links import Page
from .mentions import Mentions
from .series import SeriesParts


class InsertRenderer:
    """Renders the inserts of one blog. `say` returns a phrase, `render` renders a fragment."""

    def __init__(
        self, site: Site, entries: Entries, mentions: Mentions, say: Callable[[str], str], render: Callable[..., str]
    ) -> None:
        self._site, self._entries, self._mentions, self._say, self._render = site, entries, mentions, say, render
        self._chosen: dict[PostsInsert, Sequence[Post]] = {}

    def render(
        self, insert: Insert, page_url: str, *, level: int, without: Post | None = None, name: str = "list"
    ) -> str:
        """Render an insert for the page at a URL under the site's root. `level` is that of its entries' headings.

        `without` is the post that it stands in. `name` is in the ids of excerpts, and differs from those of the page's
        other inserts. Return an empty text if the insert lists nothing, and has no text for that.
        """
        page = Page(self._site, page_url)
        if isinstance(insert, PostsInsert):
            fragment, values = "insert_posts.html", self._posts(insert, page_url, level, without, name)
        elif isinstance(insert, TermsInsert):
            fragment, values = "insert_terms.html", self._terms(insert, page)
        elif isinstance(insert, SeriesInsert):
            fragment, values = "insert_series.html", self._series(insert, page, without)
        else:
            return self._list_mentions(insert, page, page_url)
        return self._render(fragment, page, insert=InsertContext(**values, empty=insert.empty)) if values else ""

    def _posts(
        self, insert: PostsInsert, page_url: str, level: int, without: Post | None, name: str
    ) -> Mapping[str, Any]:
        if insert not in self._chosen:  # the same for every page
            self._chosen[insert] = choose_posts(self._site, insert)
        posts = islice((post for post in self._chosen[insert] if post is not without), insert.limit)
        view = EntryViewContext("insert", insert.style, in_year=False, level=insert.level or level, anchors=False)
        page = Page(self._site, page_url)
        # The ids of an excerpt begin with the post's.
        entries = [
            self._entries.entry(post, view).html(page_url).replace(f"{post.id}--", f"{post.id}--{name}-")
            for post in posts
        ]
        if not entries and not insert.empty:
            return {}
        term = single_term(self._site, insert)
        path = term.path if term and term.path else self._site.settings.index_path
        return {"style": insert.style, "entries": entries, "all": self._all(insert, page, path)}

    def _terms(self, insert: TermsInsert, page: Page) -> Mapping[str, Any]:
        terms = choose_terms(self._site, insert)
        if not terms and not insert.empty:
            return {}
        paths = (overview.path for overview in self._site.blog.overviews if overview.kind == insert.kind)
        return {"terms": [page.term(term) for term in terms], "all": self._all(insert, page, next(paths, None))}

    def _series(self, insert: SeriesInsert, page: Page, without: Post | None) -> Mapping[str, Any]:
        series = find_term(self._site, "series", insert.name)
        if series is None or not series.posts:
            return {"parts": ()} if insert.empty else {}
        return self._parts(series, page, without)

    def _parts(self, series: Term, page: Page, current: Post | None) -> Mapping[str, Any]:
        parts = SeriesParts(self._site, series, page.url)
        place = series.places.get(current) if current else None
        links: Sequence[Any] = [parts.link(index, current=index == place) for index in range(len(parts))]
        return {"parts": links, "name": series.name, "url": parts.url}

    def _list_mentions(self, insert: MentionsInsert, page: Page, page_url: str) -> str:
        mentions = self._mentions.of(page_url)[: insert.limit]
        values = {"mentions": mentions, "level": insert.level, "empty": insert.empty, "in_footer": False}
        return self._render("mentions.html", page, **values) if mentions or insert.empty else ""

    def _all(self, insert: PostsInsert | TermsInsert, page: Page, path: str | None) -> LinkContext | None:
        """Link to all posts or terms, if the author asks for it and there is such a page."""
        if not insert.all or path is None:
            return None
        phrase = f"all_{insert.kind}" if isinstance(insert, TermsInsert) else "all_posts"
        return LinkContext(insert.all if isinstance(insert.all, str) else self._say(phrase), page.url(path))
