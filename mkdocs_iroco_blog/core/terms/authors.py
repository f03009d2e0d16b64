"""Reads the authors file, and the authors that front matter names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, Raw
from mkdocs_iroco_blog.core.links import ProfileLink
from mkdocs_iroco_blog.core.messages import terms as messages
from mkdocs_iroco_blog.core.model import Author
from mkdocs_iroco_blog.core.permalinks import safe_path, slug_of
from mkdocs_iroco_blog.core.settings import Settings
from mkdocs_iroco_blog.core.urls import is_safe, split_url

from .profiles import ACCOUNT, account_of, read_links

_LINKS = ("url", "avatar")
_FIELDS = ("name", "description", "avatar", "url", "email", "slug")
_KEYS = (*_FIELDS, "display_name", "fediverse", "links")
_SYNONYMS = {
    "bio": "description", "about": "description", "website": "url", "web": "url", "homepage": "url", "site": "url",
    "image": "avatar", "picture": "avatar", "photo": "avatar", "mail": "email", "mastodon": "fediverse",
    "social": "links",
}  # fmt: skip
"""Words of other tools for the same."""
_ELSEWHERE = re.compile(r"(?:https?://[^\s/?#<>\"]++|mailto:[^\s/?#<>\"@]++@)[^\s<>\"]*+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AuthorDirectory:
    """The authors in a file or an option; an empty directory accepts every name."""

    by_key: Mapping[str, Author] = field(default_factory=dict)
    place: str = ""
    """The file or option, for messages."""

    def find(self, name: str) -> Author | None:
        """Return the author with this id, or with this name, ignoring case and outer spaces."""
        name = name.strip()
        same = (a for a in self.by_key.values() if a.name.strip().casefold() == name.casefold())
        return self.by_key.get(name) or next(same, None)

    def objection(self, name: str) -> str | None:
        """Suggest what to write instead of an unknown id, or of a name that resembles a known one.

        None if there are no known authors, and for a full name that resembles no known one: a guest author's.
        """
        several = [self.find(part) for part in name.split(",")]
        if len(several) > 1 and all(several):
            return f"Write `[{', '.join(author.key for author in several if author)}]`."
        names = {author.name: key for key, author in self.by_key.items()}
        close = nearest(name, [*self.by_key, *names])
        if not self.by_key or (" " in name.strip() and close is None):
            return None
        meant = names.get(close, close) if close else None
        listed = ", ".join(f"`{key}`" for key in sorted(self.by_key)[:8])
        hint = f"Write `{meant}`" if meant else f"Write one of {listed}"
        return f"{hint}, or add `{name.strip()}` to {self.place}."


def read_directory(
    source: str, read: FrontMatter, known_keys: Collection[str] = ()
) -> tuple[AuthorDirectory, list[Finding]]:
    """Read a file in Material's format: `authors:`, below it the ids, and below each id its fields.

    `known_keys` are keys of the site's own.
    https://squidfunk.github.io/mkdocs-material/setup/setting-up-a-blog/#adding-authors
    """
    listed = read.raw.get("authors", read.raw)
    line, prefix = read.lines.get("authors"), "authors." if "authors" in read.raw else ""
    if not isinstance(listed, dict):
        return AuthorDirectory(), [messages.AUTHORS_NOT_A_MAPPING(source, line)] if listed else []
    findings: list[Finding] = []
    known: dict[str, Author] = {}
    values = _values_by_text(read)
    for key, fields in listed.items():
        key_line = read.lines.get(f"{prefix}{key}", line)
        if not isinstance(fields, dict):
            findings.append(messages.AUTHOR_WITHOUT_FIELDS(source, key_line, key=key, name=fields or key))
            known[key] = _author(key, {"name": fields if isinstance(fields, str) else key})
            continue
        lines = {name: read.lines.get(f"{prefix}{key}.{name}", key_line) for name in ("", *fields)}
        meta = keys_of_the_site(values.get(key))
        known[key] = replace(_author(key, fields), place=(source, lines.get("avatar", key_line)), meta=meta)
        findings += [*unknown_keys(fields, key, source, lines, known_keys), *faults_of(known[key], key, source, lines)]
        known[key] = without_unsafe_links(known[key])
        if not safe_path(known[key].slug):
            findings.append(messages.AUTHOR_WITHOUT_ADDRESS(source, key_line, key=key))
            known[key] = _author(key, {**fields, "slug": "author"})
    return AuthorDirectory(known, source), findings


def _values_by_text(read: FrontMatter) -> dict[str, Any]:
    """Return YAML's values of each author, by the text of the author's id."""
    values: Any = read.meta or read.raw
    return {str(key): value for key, value in values.get("authors", values).items()}


def unknown_keys(
    fields: Mapping[str, Any], label: str, source: str, lines: Mapping[str, int | None], known_keys: Collection[str]
) -> Iterator[Finding]:
    """Report keys that mean nothing. `lines` are those of the keys, and, by an empty name, the author's."""
    for key in fields:
        if key in _KEYS or key in known_keys:
            continue
        meant, line = _SYNONYMS.get(key.casefold()) or nearest(key, _KEYS), lines.get(key, lines.get(""))
        if meant and meant not in fields:
            yield messages.UNKNOWN_AUTHOR_KEY(source, line, name=label, key=key, meant=meant)
        else:
            yield messages.UNUSED_AUTHOR_KEY(source, line, name=label, key=key)


def faults_of(author: Author, label: str, source: str, lines: Mapping[str, int | None]) -> Iterator[Finding]:
    """Report the faults in an author's addresses; `label` names the author in messages."""
    for name in _LINKS:
        if not _is_link(link := getattr(author, name)):
            line = lines.get(name, lines.get(""))
            yield messages.UNSAFE_AUTHOR_LINK(source, line, field=name, name=label, link=link)
    if author.fediverse and not ACCOUNT.fullmatch(author.fediverse):
        line = lines.get("fediverse", lines.get(""))
        yield messages.INVALID_ACCOUNT(source, line, name=label, account=author.fediverse)
    for link in author.links:
        if not _leads_elsewhere(link):
            line = lines.get("links", lines.get(""))
            yield messages.AUTHOR_LINK_INSIDE(source, line, name=label, link=link.url)


def without_unsafe_links(author: Author) -> Author:
    """Remove an author's addresses that run code or are invalid."""
    fediverse = author.fediverse if ACCOUNT.fullmatch(author.fediverse) else ""
    links = tuple(filter(_leads_elsewhere, author.links))
    safe: dict[str, Any] = {name: link if _is_link(link := getattr(author, name)) else "" for name in _LINKS}
    return replace(author, fediverse=fediverse, links=links, **safe)


def _is_link(address: str) -> bool:
    """Whether an address is well-formed, and runs no code."""
    return is_safe(address) and split_url(address) is not None


def _leads_elsewhere(link: ProfileLink) -> bool:
    return bool(_ELSEWHERE.fullmatch(link.url)) and _is_link(link.url)


def read_authors(raw: Raw, directory: AuthorDirectory, settings: Settings) -> tuple[list[Author], dict[str, str]]:
    """Read the authors in a front-matter value; also return a hint for each unknown name.

    Accepts an id, a name, a mapping with `name` or `display_name`, or a list of these. Raises `ValueError`
    for anything else.
    """
    authors: list[Author] = []
    unknown: dict[str, str] = {}
    for entry in raw if isinstance(raw, list) else [raw]:
        if entry is None or entry == "":
            continue
        name = _name_in(entry)
        author = directory.find(name)
        if author is None:
            author = _guest(name, entry, settings)
            if isinstance(entry, str) and (objection := directory.objection(name)):
                unknown[author.name] = objection
        if all(author.key != other.key for other in authors):
            authors.append(author)
    return authors, unknown


def _name_in(entry: Raw) -> str:
    if isinstance(entry, dict):
        for key in ("name", "display_name", "id", "login"):
            if isinstance(entry.get(key), str) and str(entry[key]).strip():
                return str(entry[key])
        raise ValueError("has an author without `name`")
    if isinstance(entry, str) and entry.strip():
        return entry
    raise ValueError("is not an author's id, a name, or a mapping with `name`")


def _guest(name: str, entry: Raw, settings: Settings) -> Author:
    fields = entry if isinstance(entry, dict) else {}
    name = name.strip()
    slug = slug_of(name, settings.post_slugify, settings.post_slugify_separator) or "author"
    return _author(name, {**fields, "name": name, "slug": slug})


def _author(key: str, fields: Mapping[str, Raw]) -> Author:
    text: dict[str, Any] = {name: str(fields.get(name) or "").strip() for name in _FIELDS}
    text["name"] = text["name"] or str(fields.get("display_name") or key).strip()
    text["slug"] = text["slug"] or key
    account = account_of(str(fields.get("fediverse") or ""))
    return Author(key=key, **text, fediverse=account, links=read_links(fields.get("links")))


def keys_of_the_site(fields: Any) -> dict[str, Any]:
    """Return the keys of an author's that mean nothing to the blog, with their values."""
    return {key: value for key, value in fields.items() if key not in _KEYS} if isinstance(fields, dict) else {}
