"""Who wrote what: authors as front matter names them, and the authors file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from mkdocs_iroco_blog.core.findings import Finding, Problem, nearest
from mkdocs_iroco_blog.core.front_matter.parse import FrontMatter, Raw
from mkdocs_iroco_blog.core.model import Author
from mkdocs_iroco_blog.core.permalinks import runs, safe_path, slug_of
from mkdocs_iroco_blog.core.settings import Settings

HOW_TO_LINK = "Write an address that begins with `https:`, or a path."
_LINKS = ("url", "avatar")
_FIELDS = ("name", "description", "avatar", "url", "email", "slug")
_ELSEWHERE = re.compile(r"https?://[^\s/?#<>\"]++[^\s<>\"]*+", re.IGNORECASE)
_ACCOUNT = re.compile(r"@?(?P<name>\w[\w.-]*)@(?P<server>[\w-]+(?:\.[\w-]+)+)")
_PROFILE = re.compile(r"https?://(?P<server>[\w-]+(?:\.[\w-]+)+)/@(?P<name>\w[\w.-]*)/?")


@dataclass(frozen=True, slots=True)
class AuthorDirectory:
    """The authors that a file or an option names; an empty one takes every name as it is."""

    by_key: Mapping[str, Author] = field(default_factory=dict)
    place: str = ""
    """Where they are named, for messages."""

    def find(self, written: str) -> Author | None:
        """The author with this id or, trimmed and case-folded, this name."""
        wanted = written.strip()
        if wanted in self.by_key:
            return self.by_key[wanted]
        folded = wanted.casefold()
        return next((a for a in self.by_key.values() if a.name.strip().casefold() == folded), None)

    def objection(self, written: str) -> str | None:
        """What to write instead of an id that should be here, or of a name all but the same as one that is.

        None where no file names authors, and for a name of several words that resembles none: a guest's.
        """
        names = {author.name: key for key, author in self.by_key.items()}
        close = nearest(written, [*self.by_key, *names])
        if not self.by_key or (" " in written.strip() and close is None):
            return None
        meant = names.get(close, close) if close else None
        listed = ", ".join(f"`{key}`" for key in sorted(self.by_key)[:8])
        hint = f"Write `{meant}`" if meant else f"Write one of {listed}"
        return f"{hint}, or add `{written.strip()}` to {self.place}."


def read_directory(source: str, read: FrontMatter) -> tuple[AuthorDirectory, list[Finding]]:
    """Authors from a file in Material's format: `authors:`, below it an id each, below that its fields.

    https://squidfunk.github.io/mkdocs-material/setup/setting-up-a-blog/#adding-authors
    """
    listed = read.raw.get("authors", read.raw)
    line = read.lines.get("authors")
    if not isinstance(listed, dict):
        what = "`authors` is not a list of ids with their fields."
        return AuthorDirectory(), [
            Problem(source, line, what, "Write an id, and `name: …` indented below it.")
        ] if listed else []
    findings: list[Finding] = []
    known: dict[str, Author] = {}
    for key, fields in listed.items():
        at = read.lines.get(key, line)
        if not isinstance(fields, dict):
            hint = f"Write `{key}:` and, indented below it, `name: {fields or key}`."
            findings.append(Problem(source, at, f"The author `{key}` has no fields.", hint))
            known[key] = _author(key, {"name": fields if isinstance(fields, str) else key})
            continue
        known[key] = _author(key, fields)
        findings += [Problem(source, at, what, hint) for what, hint in faults_of(known[key], key)]
        known[key] = without_unsafe_links(known[key])
        if not safe_path(known[key].slug):
            findings.append(
                Problem(source, at, f"The author `{key}` has no usable address.", f"Give `{key}` a `slug`.")
            )
            known[key] = _author(key, {**fields, "slug": "author"})
    return AuthorDirectory(known, source), findings


def unsafe_links(author: Author) -> list[tuple[str, str]]:
    """Which of an author's addresses would run something, and what that means, as two parts of a sentence."""
    return [
        (f"The `{name}`", f"is `{getattr(author, name)}`, which is left out.")
        for name in _LINKS
        if runs(getattr(author, name))
    ]


def faults_of(author: Author, called: str) -> list[tuple[str, str]]:
    """What is wrong with the addresses of an author `called` so, a sentence each, and what to write instead."""
    faults = [(f"{what} of `{called}` {why}", HOW_TO_LINK) for what, why in unsafe_links(author)]
    if author.fediverse and not _ACCOUNT.fullmatch(author.fediverse):
        what = f"The `fediverse` of `{called}` is `{author.fediverse}`, which is no account, and is left out."
        faults.append((what, "Write it as `@name@server.example`."))
    for link in author.links:
        if not _ELSEWHERE.fullmatch(link):
            what = f"The `links` of `{called}` hold `{link}`, which is no address of another site, and is left out."
            faults.append((what, "Write an address that begins with `https:`."))
    return faults


def without_unsafe_links(author: Author) -> Author:
    """The author without the addresses that would run something, or that are none."""
    fediverse = author.fediverse if _ACCOUNT.fullmatch(author.fediverse) else ""
    links = tuple(link for link in author.links if _ELSEWHERE.fullmatch(link))
    kept = {name: "" if runs(getattr(author, name)) else getattr(author, name) for name in _LINKS}
    return replace(author, fediverse=fediverse, links=links, **kept)


def read_authors(written: Raw, directory: AuthorDirectory, settings: Settings) -> tuple[list[Author], dict[str, str]]:
    """The authors that one front-matter value names, and for each that no file knows what to write instead.

    Takes an id, a name, a mapping with `name` or `display_name`, or a list of these. Raises `ValueError`
    for anything else.
    """
    found: list[Author] = []
    unknown: dict[str, str] = {}
    for entry in written if isinstance(written, list) else [written]:
        if entry is None or entry == "":
            continue
        name = _name_in(entry)
        author = directory.find(name)
        if author is None:
            author = _guest(name, entry, settings)
            objection = directory.objection(name) if isinstance(entry, str) else None
            if objection:
                unknown[author.name] = objection
        if all(author.key != other.key for other in found):
            found.append(author)
    return found, unknown


def _name_in(entry: Raw) -> str:
    if isinstance(entry, dict):
        for key in ("name", "display_name", "id", "login"):
            if isinstance(entry.get(key), str) and str(entry[key]).strip():
                return str(entry[key])
        raise ValueError("names an author without `name`")
    if isinstance(entry, str) and entry.strip():
        return entry
    raise ValueError("is not an author's id, name or mapping with `name`")


def _guest(name: str, entry: Raw, settings: Settings) -> Author:
    fields = entry if isinstance(entry, dict) else {}
    name = name.strip()
    slug = slug_of(name, settings.post_slugify, settings.post_slugify_separator) or "author"
    return _author(name, {**fields, "name": name, "slug": slug})


def _author(key: str, fields: Mapping[str, Raw]) -> Author:
    text = {name: str(fields.get(name) or "").strip() for name in _FIELDS}
    text["name"] = text["name"] or str(fields.get("display_name") or key).strip()
    text["slug"] = text["slug"] or key
    account = account_of(str(fields.get("fediverse") or ""))
    return Author(key=key, **text, fediverse=account, links=tuple(dict.fromkeys(addresses_in(fields.get("links")))))


def account_of(written: str) -> str:
    """An account of the fediverse as `@name@server`, from that or from its page's address; any other text as it is."""
    written = written.strip()
    match = _ACCOUNT.fullmatch(written) or _PROFILE.fullmatch(written)
    return f"@{match['name']}@{match['server']}" if match else written


def addresses_in(written: Any) -> Iterator[str]:
    """Addresses: one, a list, or as a mapping by name; an entry of a list may be a mapping with `url`."""
    if isinstance(written, dict):
        values = [written["url"]] if "url" in written else list(written.values())
    else:
        values = written if isinstance(written, list) else [written]
    for value in values:
        if isinstance(value, dict):
            yield str(value.get("url") or "").strip()
        elif value not in (None, ""):
            yield str(value).strip()
