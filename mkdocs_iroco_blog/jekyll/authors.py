"""Read the authors of a Jekyll site from a data file and from a collection of pages.

https://jekyllrb.com/docs/step-by-step/09-collections/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding
from mkdocs_iroco_blog.core.messages.jekyll import NO_AUTHORS
from mkdocs_iroco_blog.core.model import Author
from mkdocs_iroco_blog.core.terms.authors import (
    AuthorDirectory,
    faults_of,
    keys_of_the_site,
    without_unsafe_links,
)
from mkdocs_iroco_blog.core.terms.profiles import account_of, profile_link, read_links

from .config.social import profile_urls
from .documents.document import Document
from .documents.permalinks import decode_path
from .documents.terms import text_of
from .slugs import slugify

_NAMES = ("display_name", "full_name", "fullname", "name", "title")
"""Keys for an author's name. The first with text is displayed, and posts may use any of them."""

_ALIASES = ("id", "short_name", "username", "key", "slug", "login", "nickname", "nick", *_NAMES)
_FIELDS = {
    "description": ("bio", "description", "about", "position", "role", "job"),
    "avatar": ("avatar", "image", "picture", "photo", "img", "gravatar"),
    "url": ("url", "website", "web", "site", "uri", "homepage", "home", "link"),
    "email": ("email", "mail"),
}
_MERGED = (*_FIELDS, "fediverse", "links")


@dataclass(frozen=True, slots=True)
class JekyllAuthors:
    """The authors of a site."""

    directory: AuthorDirectory
    """By key: the id in the data file, or else the file's name. A slug is the last part of the page's address."""
    pages: tuple[Document, ...]
    """The documents of the collection."""
    aliases: Mapping[str, str]
    """The key for each name that posts may use, case-folded."""
    findings: tuple[Finding, ...]


def read_authors(data_source: str, data: Any, documents: Sequence[Document] = ()) -> JekyllAuthors:
    """Read authors from a data file and from the documents of the collection `authors`.

    `data` is a mapping by id, a list of mappings, or None for no file. Someone in both places is one author, whose
    page decides the address and wins over the data file.
    """
    reader = _AuthorReader()
    for key, fields in _entries(data):
        reader.add(_author(key, fields), data_source, _texts(fields, _ALIASES))
    if data is not None and not isinstance(data, dict | list):
        reader.findings.append(NO_AUTHORS(data_source))
    for document in documents:
        reader.add_page(document)
    place = data_source if data else documents[0].path.rpartition("/")[0] if documents else ""
    directory = AuthorDirectory(reader.by_key, place)
    return JekyllAuthors(directory, tuple(documents), reader.aliases, tuple(reader.findings))


@dataclass(slots=True)
class _AuthorReader:
    """Collects authors, and merges those with the same name."""

    by_key: dict[str, Author] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add_page(self, document: Document) -> None:
        """Add an author with a page, or merge the page into the author of that name from the data file."""
        fields = {**document.data, "title": document.title if document.titled else None}
        names = [document.slug, *_texts(fields, _ALIASES)]
        key = next((self.aliases[name.casefold()] for name in names if name.casefold() in self.aliases), document.slug)
        author = _author(key, fields)
        if existing := self.by_key.get(key):
            values = {name: getattr(author, name) or getattr(existing, name) for name in _MERGED}
            author = replace(author, **values, name=author.name if author.name != key else existing.name)
        author = replace(author, slug=decode_path(document.url).rpartition("/")[2] or document.slug)
        self.add(author, document.path, names)

    def add(self, author: Author, source: str, names: Iterable[str]) -> None:
        """Add an author with the names that posts may use."""
        self.findings += faults_of(author, author.key, source, {})
        self.by_key[author.key] = without_unsafe_links(author)
        for name in filter(None, (author.key, *names)):
            self.aliases.setdefault(name.strip().casefold(), author.key)


def _entries(data: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The id and fields of each author in a mapping or a list. Text in the place of fields is the name."""
    if isinstance(data, dict):
        inner = data.get("authors")
        for key, fields in (inner if isinstance(inner, dict) and len(data) == 1 else data).items():
            yield text_of(key), fields if isinstance(fields, dict) else {"name": fields}
    for entry in data if isinstance(data, list) else ():
        fields = entry if isinstance(entry, dict) else {"name": entry}
        if len(fields) == 1 and isinstance(next(iter(fields.values())), dict):
            yield from _entries(fields)
        elif names := _texts(fields, _ALIASES):
            yield names[0], fields


def _author(key: str, fields: Mapping[str, Any]) -> Author:
    values: dict[str, Any] = {name: _first(fields, keys) for name, keys in _FIELDS.items()}
    if not values["avatar"].startswith("//"):
        values["avatar"] = values["avatar"].removeprefix("/")
    first_and_last = " ".join(_texts(fields, ("first_name", "last_name")))
    account = account_of(_first(fields, ("fediverse", "mastodon")))
    links = [*map(profile_link, profile_urls(fields)), *read_links(fields.get("links"))]
    web = {link.url: link for link in links if link.url.startswith(("https://", "http://"))}
    return Author(
        key=key, name=_first(fields, _NAMES) or first_and_last or key, slug=slugify(key) or "author", **values,
        fediverse=account if account.startswith("@") else "",
        links=tuple(web.values()), meta=keys_of_the_site(fields),
    )  # fmt: skip


def _first(fields: Mapping[str, Any], keys: Iterable[str]) -> str:
    return next(iter(_texts(fields, keys)), "")


def _texts(fields: Mapping[str, Any], keys: Iterable[str]) -> list[str]:
    """The values of these keys, without those that are empty or not text."""
    values = (fields.get(key) for key in keys)
    scalars = (value for value in values if isinstance(value, str | int | float) and not isinstance(value, bool))
    return [text for value in scalars if (text := " ".join(text_of(value).split()))]
