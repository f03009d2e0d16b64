"""Groups posts by authors, categories, tags and series, all with the same code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import terms as messages
from mkdocs_iroco_blog.core.model import Author, Post, Taxonomy, Term, names_of
from mkdocs_iroco_blog.core.options import term_name
from mkdocs_iroco_blog.core.permalinks import slug_of, term_path
from mkdocs_iroco_blog.core.settings import Settings, material_name


@dataclass(frozen=True, slots=True)
class Kind:
    """The differences between taxonomies: the names of their options, and the order of their posts."""

    name: str
    singular: str
    """The word for a term, in messages."""
    hint: str
    """How to give two terms different addresses, as the end of a sentence."""
    may_share_page: bool = False
    """Two terms may share a page. Not for authors, whose page is personal, nor for series, whose posts are numbered."""
    oldest_first: bool = False


KINDS = (
    Kind("authors", "author", "give each a `slug` in the authors file"),
    Kind("categories", "category", "set `categories_slugify` to tell them apart", may_share_page=True),
    Kind("tags", "tag", "set `categories_slugify` to tell them apart", may_share_page=True),
    Kind("series", "series", "set `categories_slugify` to tell them apart", oldest_first=True),
)


def build_taxonomy(
    kind: Kind, posts: Sequence[Post], settings: Settings, listed: Sequence[Post]
) -> tuple[Taxonomy, list[Finding]]:
    """Group posts by their terms. Views show the `listed` ones, so a term with only unlisted posts has no view."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for post in posts:
        for name in names_of(post, kind.name):
            spellings[name.casefold()][name] += 1
    findings = list(_case_notes(kind, spellings, posts))
    authors = {author.key: author for post in posts for author in post.authors} if kind.name == "authors" else {}
    by_slug: dict[str, list[str]] = defaultdict(list)
    for folded, counted in spellings.items():
        name = _commonest(counted)
        slug = slug_of(name, settings.categories_slugify, settings.categories_slugify_separator) or kind.singular
        by_slug[authors[name].slug if authors else slug].append(folded)
    of_slug = _posts_by_slug(kind, by_slug, listed)
    terms, by_spelling = [], {}
    for slug, folded_names in by_slug.items():
        counted = sum((spellings[folded] for folded in folded_names), Counter[str]())
        if len(folded_names) > 1:
            findings.append(_clash(kind, slug, [_commonest(spellings[folded]) for folded in folded_names], posts))
        name = _commonest(counted)
        author = authors.get(name)
        term = _term(kind, author.name if author else name, slug, of_slug[slug], settings, author)
        by_spelling.update(dict.fromkeys(counted, term))
        terms.append(term)
    viewed = getattr(settings, material_name(kind.name))  # the findings are about addresses and names of views
    return Taxonomy(kind.name, _sorted(kind, terms, settings), by_spelling), findings if viewed else []


def _posts_by_slug(kind: Kind, by_slug: dict[str, list[str]], listed: Sequence[Post]) -> dict[str, list[Post]]:
    slugs = {folded: slug for slug, names in by_slug.items() for folded in names}
    posts: dict[str, list[Post]] = {slug: [] for slug in by_slug}
    for post in listed:
        for slug in dict.fromkeys(slugs[name.casefold()] for name in names_of(post, kind.name)):
            posts[slug].append(post)
    return posts


def _term(kind: Kind, name: str, slug: str, posts: Sequence[Post], settings: Settings, author: Author | None) -> Term:
    viewed = posts and getattr(settings, material_name(kind.name))
    path = term_path(settings.of_kind(kind.name, "url_format"), slug, settings, name) if viewed else ""
    return Term(name, slug, path, tuple(reversed(posts)) if kind.oldest_first else tuple(posts), author)


def _commonest(counted: Counter[str]) -> str:
    """Return the most frequent spelling; of several, the first in order, so that every build agrees."""
    return min(counted, key=lambda name: (-counted[name], name))


def _sorted(kind: Kind, terms: list[Term], settings: Settings) -> tuple[Term, ...]:
    # By name first, so that ties in a custom sort function always come out the same.
    terms = sorted(terms, key=lambda term: (term_name(term), term.name))
    if kind.name == "categories":
        terms.sort(key=settings.categories_sort_by, reverse=settings.categories_sort_reverse)
    return tuple(terms)


def _where(kind: Kind, name: str, posts: Sequence[Post]) -> str:
    return min(post.source for post in posts if name in names_of(post, kind.name))


def _case_notes(kind: Kind, spellings: dict[str, Counter[str]], posts: Sequence[Post]) -> Iterator[Finding]:
    for counted in spellings.values():
        main = _commonest(counted)
        others = [name for name in sorted(counted) if name != main]
        if others:
            listed = ", ".join(f"`{name}` ({counted[name]})" for name in others)
            yield messages.TERM_IN_TWO_SPELLINGS(
                _where(kind, others[0], posts), None, others=listed, main=main, count=counted[main], kind=kind.singular
            )


def _clash(kind: Kind, slug: str, names: list[str], posts: Sequence[Post]) -> Finding:
    names = sorted(names)
    listed, where = " and ".join(f"`{name}`" for name in names), _where(kind, names[1], posts)
    if kind.may_share_page:
        every = "both" if len(names) == 2 else "all"
        return messages.TERMS_SHARE_PAGE(where, kind=kind.name, names=listed, slug=slug, all=every, hint=kind.hint)
    return messages.TERMS_SHARE_VIEW(where, kind=kind.name, names=listed, slug=slug, hint=kind.hint)
