"""Authors of a Jekyll site: a data file, or a collection of pages, read into the blog's directory of authors.

https://jekyllrb.com/docs/step-by-step/09-collections/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import unquote

from mkdocs_iroco_blog.core.findings import Finding, Problem
from mkdocs_iroco_blog.core.model import Author
from mkdocs_iroco_blog.core.terms.authors import (
    AuthorDirectory,
    account_of,
    addresses_in,
    faults_of,
    without_unsafe_links,
)

from .config.social import addresses_elsewhere
from .documents.document import Document
from .documents.slugs import slugify
from .documents.terms import text_of
from .listing_pages.author_page import without_posts

__all__ = ["AuthorPage", "JekyllAuthors", "read_authors", "without_posts"]

_NAMES = ("display_name", "full_name", "fullname", "name", "title")
"""What an author is called; the first that is there is shown, and any of them finds the author."""

_KEYS = ("id", "short_name", "username", "key", "slug", "login", "nickname", "nick")
_FIELDS = {
    "description": ("bio", "description", "about", "position", "role", "job"),
    "avatar": ("avatar", "image", "picture", "photo", "img", "gravatar"),
    "url": ("url", "website", "web", "site", "uri", "homepage", "home", "link"),
    "email": ("email", "mail"),
}


@dataclass(frozen=True, slots=True, eq=False)
class AuthorPage:
    """An author with a file of their own in a collection."""

    key: str
    """Of the author in the directory."""
    document: Document


@dataclass(frozen=True, slots=True)
class JekyllAuthors:
    """Everyone who writes."""

    directory: AuthorDirectory = field(default_factory=AuthorDirectory)
    """By key: the id in the data file, else the file's name in the collection. A slug is an address' last part."""
    pages: tuple[AuthorPage, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Any name that posts may use, case-folded, with the key that it means."""
    findings: tuple[Finding, ...] = ()


def read_authors(data_source: str, data: Any, documents: Sequence[Document] = ()) -> JekyllAuthors:
    """Authors from a data file and from the documents of the collection `authors`.

    `data` is what the file holds: a mapping by id, or a list of mappings; None for no file. Someone in both is one
    author, with the page's address and what either says.
    """
    gathered = _Gathered(data_source)
    for key, fields in _listed(data):
        gathered.add(key, fields)
    if data is not None and not isinstance(data, dict | list):
        what = "Here stand no authors: neither ids with their fields, nor a list of them."
        gathered.findings.append(Problem(data_source, None, what, "Write an id, and `name: …` indented below it."))
    for document in documents:
        gathered.add_page(document)
    place = data_source if data else documents[0].path.rpartition("/")[0] if documents else ""
    directory = AuthorDirectory(gathered.by_key, place)
    return JekyllAuthors(directory, tuple(gathered.pages), gathered.aliases, tuple(gathered.findings))


@dataclass(slots=True)
class _Gathered:
    """Authors while they are read."""

    source: str
    by_key: dict[str, Author] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    pages: list[AuthorPage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, key: str, fields: Mapping[str, Any]) -> None:
        """Someone from the data file."""
        author = _author(key, fields)
        self._keep(replace(author, slug=slugify(author.key) or "author"), fields, self.source, None)

    def add_page(self, document: Document) -> None:
        """Someone with a page; known by name to the data file, perhaps."""
        fields = {**document.data, "title": document.title if document.titled else None}
        names = [document.slug, *_texts(fields, (*_KEYS, *_NAMES))]
        key = next((self.aliases[name.casefold()] for name in names if name.casefold() in self.aliases), document.slug)
        author = _author(key, fields)
        known = self.by_key.get(key)
        if known:
            said = {
                name: getattr(author, name) or getattr(known, name)
                for name in ("description", "avatar", "url", "email", "fediverse", "links")
            }
            author = replace(author, **said, name=author.name if author.name != key else known.name)
        address = unquote(document.url).strip("/").removesuffix("index.html").rstrip("/")
        author = replace(author, slug=address.rpartition("/")[2] or document.slug)
        self._keep(author, fields, document.path, document.slug)
        self.pages.append(AuthorPage(key, document))

    def _keep(self, author: Author, fields: Mapping[str, Any], source: str, file: str | None) -> None:
        for what, hint in faults_of(author, author.key):
            self.findings.append(Problem(source, None, what, hint))
        self.by_key[author.key] = without_unsafe_links(author)
        for name in (author.key, file or "", *_texts(fields, (*_KEYS, *_NAMES))):
            if name:
                self.aliases.setdefault(name.strip().casefold(), author.key)


def _listed(data: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each author's id and fields, in both of the usual shapes; a text in the place of fields is the name."""
    if isinstance(data, dict):
        inner = data.get("authors")
        for key, fields in (inner if isinstance(inner, dict) and len(data) == 1 else data).items():
            yield text_of(key), fields if isinstance(fields, dict) else {"name": fields}
    for entry in data if isinstance(data, list) else ():
        fields = entry if isinstance(entry, dict) else {"name": entry}
        if len(fields) == 1 and isinstance(next(iter(fields.values())), dict):
            yield from _listed(fields)
        elif names := _texts(fields, (*_KEYS, *_NAMES)):
            yield names[0], fields


def _author(key: str, fields: Mapping[str, Any]) -> Author:
    said: dict[str, Any] = {name: next(iter(_texts(fields, keys)), "") for name, keys in _FIELDS.items()}
    first, last = (next(iter(_texts(fields, (name,))), "") for name in ("first_name", "last_name"))
    name = next(iter(_texts(fields, _NAMES)), "") or f"{first} {last}".strip() or key
    said["avatar"] = said["avatar"].removeprefix("/") if not said["avatar"].startswith("//") else said["avatar"]
    account = account_of(next(iter(_texts(fields, ("fediverse", "mastodon"))), ""))
    named = (link for link in addresses_in(fields.get("links")) if link.startswith(("https://", "http://")))
    links = dict.fromkeys((*addresses_elsewhere(fields), *named))
    return Author(
        key=key, name=name, slug=slugify(key) or "author", **said,
        fediverse=account if account.startswith("@") else "", links=tuple(links),
    )  # fmt: skip


def _texts(fields: Mapping[str, Any], keys: Iterable[str]) -> list[str]:
    """What stands under these keys, where that is text."""
    found = (fields.get(key) for key in keys)
    return [" ".join(text_of(value).split()) for value in found if _is_text(value)]


def _is_text(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool) and bool(text_of(value).strip())
