"""Groups posts by authors, categories, tags and series, all with the same code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages import terms as messages
from mkdocs_iroco_blog.core.model import Author, Post, State, Taxonomy, Term, names_of
from mkdocs_iroco_blog.core.options import term_name
from mkdocs_iroco_blog.core.permalinks import slug_of, term_path
from mkdocs_iroco_blog.core.settings import Settings, material_name

from .series import number_parts, shared_numbers
from .slugs import TermGroup, group_names


@dataclass(frozen=True, slots=True)
class Kind:
    """The differences between taxonomies: their words, and the order of their posts."""

    name: str
    singular: str
    """The word for a term, in messages."""
    numbered: bool = False
    """Its posts are parts, in reading order, each with a number."""


KINDS = (
    Kind("authors", "author"),
    Kind("categories", "category"),
    Kind("tags", "tag"),
    Kind("series", "series", numbered=True),
)


def build_taxonomy(
    kind: Kind, posts: Sequence[Post], settings: Settings, listed: Sequence[Post]
) -> tuple[Taxonomy, list[Finding]]:
    """Group posts by their terms. Views show the `listed` ones, so a term with only unlisted posts has no view."""
    authors = {author.key: author for post in posts for author in post.authors} if kind.name == "authors" else {}
    uses = Counter(name for post in posts for name in names_of(post, kind.name))
    groups, findings = _author_groups(uses, authors, posts) if authors else _groups(kind, uses, posts, settings)
    by_name = {name: group.slug for group in groups for name in group.spellings}
    of_slug = _posts_by_slug(kind, by_name, listed)
    terms, by_spelling, clashes = [], {}, list[Finding]()
    for group in groups:
        author = authors.get(group.name)
        name = author.name if author else group.name
        term = _term(kind, name, group.slug, of_slug[group.slug], settings, author)
        if kind.numbered:
            term = number_parts(term, group.spellings)
            clashes += shared_numbers(term)
        by_spelling.update(dict.fromkeys(group.spellings, term))
        terms.append(term)
    viewed = getattr(settings, material_name(kind.name))  # the findings are about addresses and names of views
    return Taxonomy(kind.name, _sorted(kind, terms, settings), by_spelling), [*clashes, *(findings if viewed else ())]


def _groups(
    kind: Kind, uses: Counter[str], posts: Sequence[Post], settings: Settings
) -> tuple[list[TermGroup], list[Finding]]:
    slugify, separator = settings.categories_slugify, settings.categories_slugify_separator
    make_slug = partial(slug_of, slugify=slugify, separator=separator)
    groups, clashes = group_names(uses, _ages(kind, posts), make_slug, kind.singular)
    notes = _spelling_notes(kind, (group.spellings for group in groups), posts)
    return groups, [*notes, *(_clash_note(kind, clash, posts) for clash in clashes)]


def _ages(kind: Kind, posts: Sequence[Post]) -> Mapping[str, Any]:
    """Return a sort key of each name: its oldest post, published ones first, because drafts decide no address."""
    ages: dict[str, Any] = {}
    for post in posts:
        age = post.state is not State.PUBLISHED, post.published.instant, post.source
        for name in names_of(post, kind.name):
            ages[name] = min(age, ages.get(name, age))
    return ages


def _author_groups(
    uses: Counter[str], authors: Mapping[str, Author], posts: Sequence[Post]
) -> tuple[list[TermGroup], list[Finding]]:
    """Group authors by the slugs that they have already. A page is somebody's own, so sharing one is a Problem."""
    by_slug: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for name, number in uses.items():
        by_slug[authors[name].slug][name.casefold()][name] = number
    spellings = [counted for same in by_slug.values() for counted in same.values()]
    findings = list(_spelling_notes(KINDS[0], spellings, posts))
    for slug, same in by_slug.items():
        if len(same) > 1:
            names = sorted(TermGroup(slug, counted).name for counted in same.values())
            where, listed = _where(KINDS[0], names[1], posts), " and ".join(f"`{name}`" for name in names)
            findings.append(messages.AUTHORS_SHARE_VIEW(where, names=listed, slug=slug))
    return [TermGroup(slug, sum(same.values(), Counter[str]())) for slug, same in by_slug.items()], findings


def _posts_by_slug(kind: Kind, slugs: Mapping[str, str], listed: Sequence[Post]) -> dict[str, list[Post]]:
    posts: dict[str, list[Post]] = {slug: [] for slug in slugs.values()}
    for post in listed:
        for slug in dict.fromkeys(slugs[name] for name in names_of(post, kind.name)):
            posts[slug].append(post)
    return posts


def _term(kind: Kind, name: str, slug: str, posts: Sequence[Post], settings: Settings, author: Author | None) -> Term:
    viewed = posts and getattr(settings, material_name(kind.name))
    path = term_path(settings.of_kind(kind.name, "url_format"), slug, settings, name) if viewed else ""
    return Term(name, slug, path, tuple(posts), author)


def _sorted(kind: Kind, terms: list[Term], settings: Settings) -> tuple[Term, ...]:
    # By name first, so that ties in a custom sort function always come out the same.
    terms = sorted(terms, key=lambda term: (term_name(term), term.name))
    if kind.name == "categories":
        terms.sort(key=settings.categories_sort_by, reverse=settings.categories_sort_reverse)
    return tuple(terms)


def _where(kind: Kind, name: str, posts: Sequence[Post]) -> str:
    return min(post.source for post in posts if name in names_of(post, kind.name))


def _spelling_notes(kind: Kind, spellings: Iterable[Counter[str]], posts: Sequence[Post]) -> Iterator[Finding]:
    for counted in spellings:
        main = TermGroup("", counted).name
        others = [name for name in sorted(counted) if name != main]
        if others:
            listed = ", ".join(f"`{name}` ({counted[name]})" for name in others)
            yield messages.TERM_IN_TWO_SPELLINGS(
                _where(kind, others[0], posts), None, others=listed, main=main, count=counted[main],
                kind=kind.singular, taxonomy=kind.name, spellings=tuple(others),
            )  # fmt: skip


def _clash_note(kind: Kind, groups: Sequence[TermGroup], posts: Sequence[Post]) -> Finding:
    first, *others = groups
    given = ", ".join(f"`{group.name}` has `{group.slug}`" for group in others)
    where = _where(kind, next(iter(others[0].spellings)), posts)
    return messages.TERMS_WITH_ONE_SLUG(where, kind=kind.name, main=first.name, slug=first.slug, others=given)
