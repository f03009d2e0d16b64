"""The option `feeds`: which feeds a blog has, where, and what is in them.

    feeds: true                             # one Atom feed of the blog, `feed.xml` below `blog_dir`: the default
    feeds: false                            # none
    feeds: [atom, json]                     # of the blog, at `feed.xml` and `feed.json`
    feeds:
      - kind: rss
        path: /feed_rss_created.xml         # from the site's root, where the rss plugin had its feed
      - kind: atom
        of: tags                            # one for each tag, at `feed.xml` below the tag's own page
        limit: 50
        content: excerpt

Every key has a default. `kind` is `atom`, `rss` or `json`; `of` is `blog`, `authors`, `categories`, `tags` or `series`.
`path` is below `blog_dir`, or from the site's root with `/` before it; for a term, `{view}` stands for the address of
its page, `{slug}` for its slug and `{name}` for its name. `limit` is the number of entries, `content` is `full` or
`excerpt`, `title` names the feed (`{name}` stands for the term), and `terms` lists the terms that have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from mkdocs_iroco_blog.core.findings import Problem, nearest
from mkdocs_iroco_blog.core.permalinks import safe_path
from mkdocs_iroco_blog.core.terms.taxonomy import KINDS

Kind = Literal["atom", "rss", "json"]

_FILES = {"atom": "feed.xml", "rss": "rss.xml", "json": "feed.json"}
_KEYS = ("kind", "of", "path", "limit", "content", "title", "terms")
_CHOICES = {"kind": tuple(_FILES), "of": ("blog", *(kind.name for kind in KINDS)), "content": ("full", "excerpt")}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_OF_TERMS = ("{view}", "{slug}", "{name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOption:
    """One feed, or one for each term of a taxonomy. The defaults are the option's."""

    kind: Kind = "atom"
    of: str = "blog"
    """`blog`, or the name of a taxonomy."""
    path: str = ""
    """As written; empty for the usual one."""
    limit: int = 20
    content: Literal["full", "excerpt"] = "full"
    title: str = ""
    """Empty for the blog's name, and the term's."""
    terms: tuple[str, ...] = ()
    """Empty for all."""

    @property
    def pattern(self) -> str:
        """Where it stands: `path`, or the usual one."""
        return self.path or ("" if self.of == "blog" else "{view}/") + _FILES[self.kind]


def read_feeds(written: Any) -> tuple[tuple[FeedOption, ...], list[Problem]]:
    """The feeds that the option asks for, and what has to be mended before a blog can be built."""
    if written is None or isinstance(written, bool):
        return ((FeedOption(),) if written is not False else ()), []
    if not isinstance(written, list | tuple):
        return (), [
            _fault(f"`{written}` is no list of feeds.", "Write `true`, `false`, or a list such as `- kind: rss`.")
        ]
    feeds: list[FeedOption] = []
    faults: list[Problem] = []
    for number, entry in enumerate(written, 1):
        found = list(_faults(entry, f"feed {number}"))
        faults += found
        if not found:
            feeds.append(_option(entry))
    return tuple(feeds), faults + list(_repeated(feeds))


def _option(entry: str | Mapping[str, Any]) -> FeedOption:
    said: Mapping[str, Any] = {"kind": entry} if isinstance(entry, str) else entry
    given = {key: value for key, value in said.items() if value is not None}
    terms = given.pop("terms", ())
    named = terms if isinstance(terms, list | tuple) else [terms]
    return FeedOption(**given, terms=tuple(map(str, named)))


def _fault(what: str, hint: str) -> Problem:
    return Problem("feeds", None, what, hint)


def _faults(entry: Any, which: str) -> Iterator[Problem]:
    if isinstance(entry, str):
        yield from _choice("kind", entry, which)
        return
    if not isinstance(entry, Mapping):
        yield _fault(f"`{entry}` ({which}) is no feed.", "Write keys with values, such as `kind: rss`.")
        return
    for key in entry:
        if key not in _KEYS:
            close = nearest(str(key), _KEYS)
            hint = f"Write `{close}`." if close else f"Use {_listed(_KEYS, 'and')}."
            yield _fault(f"`{key}` ({which}) means nothing here.", hint)
    said = {key: value for key, value in entry.items() if value is not None}
    for key in _CHOICES:
        if key in said:
            yield from _choice(key, said[key], which)
    of = said.get("of", "blog")
    if isinstance(of, str):
        yield from _path(said.get("path"), which, of=of, alone=_count(said.get("terms")) == 1)
    yield from _values(said, which, of=of)


def _choice(key: str, value: Any, which: str) -> Iterator[Problem]:
    if not isinstance(value, str) or value not in _CHOICES[key]:
        yield _fault(f"`{key}` of {which} is `{value}`.", f"Write {_listed(_CHOICES[key], 'or')}.")


def _values(said: Mapping[str, Any], which: str, *, of: Any) -> Iterator[Problem]:
    limit, title, terms = said.get("limit", 1), said.get("title", ""), said.get("terms")
    if type(limit) is not int or limit < 1:
        yield _fault(f"`limit` of {which} is `{limit}`.", "Write how many entries it has, 1 or more.")
    if not isinstance(title, str):
        yield _fault(f"`title` of {which} is `{title}`.", "Write a text.")
    if terms is None:
        return
    if of == "blog":
        yield _fault(f"{which.capitalize()} has `terms`, and is of the blog.", "Add `of`, such as `of: tags`.")
    elif not _count(terms):
        yield _fault(f"`terms` of {which} is `{terms}`.", "Write a list of names.")


def _count(terms: Any) -> int:
    """How many terms are named; 0 for what is no name, or list of names."""
    named = terms if isinstance(terms, list | tuple) else [terms]
    return len(named) if all(type(name) in (str, int, float) and name != "" for name in named) else 0


def _path(path: Any, which: str, *, of: str, alone: bool) -> Iterator[Problem]:
    if path is None:
        return
    if not isinstance(path, str):
        yield _fault(f"`path` of {which} is `{path}`.", "Write a path such as `feed.xml`.")
        return
    known = () if of == "blog" else _OF_TERMS
    used = _PLACEHOLDER.findall(path)
    foreign = next((name for name in used if name not in known), None)
    if foreign:
        instead = f"Use {_listed(known, 'or')}." if known else "Write a path such as `feed.xml`."
        yield _fault(f"`{foreign}` in `path` of {which} means nothing here.", instead)
    elif known and not used and not alone:
        yield _fault(f"`path` of {which} gives every feed one address.", f"Use {_listed(known, 'or')} in it.")
    elif (
        not safe_path(_PLACEHOLDER.sub("x", path).removeprefix("/"))
        or path.endswith("/")
        or "{view}" in path.removeprefix("/")[1:]
    ):
        yield _fault(f"`path` of {which} is `{path}`, which is no address of a file.", "Write one such as `feed.xml`.")


def _repeated(feeds: list[FeedOption]) -> Iterator[Problem]:
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for feed in feeds:
        key = feed.of, feed.pattern, feed.terms
        if key in seen:
            yield _fault(f"Two feeds of `{feed.of}` are at `{feed.pattern}`.", "Give one of them another `path`.")
        seen.add(key)


def _listed(words: tuple[str, ...], last: str) -> str:
    *first, end = (f"`{word}`" for word in words)
    return f"{', '.join(first)} {last} {end}"
