"""Read the option `feeds`: the feeds of a blog, their paths and contents.

    feeds: true                             # the default: one Atom feed of the blog, `feed.xml` below `blog_dir`
    feeds: false                            # no feeds
    feeds: [atom, json]                     # two feeds of the blog, `feed.xml` and `feed.json`
    feeds:
      - kind: rss
        path: /feed_rss_created.xml         # at the site's root, where the rss plugin put its feed
      - kind: atom
        of: tags                            # one for each tag, `feed.xml` below the tag's page
        limit: 50
        content: excerpt

Every key has a default. `kind` is `atom`, `rss` or `json`; `of` is `blog`, `authors`, `categories`, `tags` or `series`.
`path` is relative to `blog_dir`, or to the site's root if it begins with `/`. For terms, `{view}` stands for the
address of the term's page, `{slug}` for its slug and `{name}` for its name. `limit` is the number of entries, `content`
is `full` or `excerpt`, `title` names the feed (`{name}` stands for the term), and `terms` lists the terms with a feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mkdocs_iroco_blog.core.findings import Finding, nearest
from mkdocs_iroco_blog.core.messages import feeds as messages
from mkdocs_iroco_blog.core.permalinks import safe_path
from mkdocs_iroco_blog.core.terms.taxonomy import KINDS

Kind = Literal["atom", "rss", "json"]

_FILES = {"atom": "feed.xml", "rss": "rss.xml", "json": "feed.json"}
_KEYS = ("kind", "of", "path", "limit", "content", "title", "terms")
_CHOICES = {"kind": tuple(_FILES), "of": ("blog", *(kind.name for kind in KINDS)), "content": ("full", "excerpt")}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_TERM_PLACEHOLDERS = ("{view}", "{slug}", "{name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOption:
    """One feed, or one for each term of a taxonomy. The defaults are those of the option."""

    kind: Kind = "atom"
    of: str = "blog"
    """`blog`, or the name of a taxonomy."""
    path: str = ""
    """As the author wrote it; empty for the default."""
    limit: int = 20
    content: Literal["full", "excerpt"] = "full"
    title: str = ""
    """Empty for the names of the blog and the term."""
    terms: tuple[str, ...] = ()
    """Names or slugs of terms with a feed; empty for all terms."""

    @property
    def pattern(self) -> str:
        """`path`, or the default one."""
        return self.path or ("" if self.of == "blog" else "{view}/") + _FILES[self.kind]


def read_feeds(value: Any) -> tuple[tuple[FeedOption, ...], list[Finding]]:
    """Read the option `feeds`. Its Problems must be fixed before a blog can be built."""
    if value is None or isinstance(value, bool):
        return ((FeedOption(),) if value is not False else ()), []
    if not isinstance(value, list | tuple):
        return (), [messages.NOT_A_FEED("feeds", value=value, label="the option")]
    feeds: list[FeedOption] = []
    problems: list[Finding] = []
    for number, entry in enumerate(value, 1):
        faults = list(_check_entry(entry, f"feed {number}"))
        problems += faults
        if not faults:
            feeds.append(_to_option(entry))
    return tuple(feeds), problems + list(_check_repeats(feeds))


def _to_option(entry: str | Mapping[str, Any]) -> FeedOption:
    values = {"kind": entry} if isinstance(entry, str) else _without_none(entry)
    return FeedOption(**{**values, "terms": tuple(map(str, _as_list(values.get("terms", ()))))})


def _without_none(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if value is not None}


def _as_list(terms: Any) -> Sequence[Any]:
    return terms if isinstance(terms, list | tuple) else [terms]


def _invalid(key: str, label: str, value: Any, hint: str, fault: str = "") -> Finding:
    return messages.INVALID_FEED_VALUE("feeds", key=key, label=label, value=value, fault=fault, hint=hint)


def _check_entry(entry: Any, label: str) -> Iterator[Finding]:
    if isinstance(entry, str):
        yield from _check_choice("kind", entry, label)
        return
    if not isinstance(entry, Mapping):
        yield messages.NOT_A_FEED("feeds", value=entry, label=label)
        return
    for key in entry:
        if key not in _KEYS:
            close = nearest(str(key), _KEYS)
            hint = f"Write `{close}`." if close else f"Use {_enumerate(_KEYS, 'and')}."
            yield messages.UNKNOWN_FEED_KEY("feeds", key=key, label=label, hint=hint)
    values = _without_none(entry)
    for key in _CHOICES:
        if key in values:
            yield from _check_choice(key, values[key], label)
    of = values.get("of", "blog")
    if isinstance(of, str) and "path" in values:
        yield from _check_path(values["path"], label, of=of, single=_count_terms(values.get("terms")) == 1)
    yield from _check_values(values, label, of=of)


def _check_choice(key: str, value: Any, label: str) -> Iterator[Finding]:
    if not isinstance(value, str) or value not in _CHOICES[key]:
        yield _invalid(key, label, value, f"Write {_enumerate(_CHOICES[key], 'or')}.")


def _check_values(values: Mapping[str, Any], label: str, *, of: Any) -> Iterator[Finding]:
    limit, title, terms = values.get("limit", 1), values.get("title", ""), values.get("terms")
    if type(limit) is not int or limit < 1:
        yield _invalid("limit", label, limit, "Write the number of entries, 1 or more.")
    if not isinstance(title, str):
        yield _invalid("title", label, title, "Put it in quotation marks.", ", which is not text")
    if terms is None:
        return
    if of == "blog":
        yield messages.TERMS_OF_A_BLOG("feeds", label=label.capitalize())
    elif not _count_terms(terms):
        yield _invalid("terms", label, terms, "Write a list of names.")


def _count_terms(terms: Any) -> int:
    """Count the names in `terms`; 0 if anything else is among them."""
    names = _as_list(terms)
    return len(names) if all(type(name) in (str, int, float) and name != "" for name in names) else 0


def _check_path(path: Any, label: str, *, of: str, single: bool) -> Iterator[Finding]:
    if not isinstance(path, str):
        yield _invalid("path", label, path, "Write a path such as `feed.xml`.")
        return
    allowed = () if of == "blog" else _TERM_PLACEHOLDERS
    used = _PLACEHOLDER.findall(path)
    unknown = next((name for name in used if name not in allowed), None)
    relative = path.removeprefix("/")
    if unknown:
        hint = f"Use {_enumerate(allowed, 'or')}." if allowed else "Write a path such as `feed.xml`."
        yield messages.UNKNOWN_FEED_PLACEHOLDER("feeds", label=label, name=unknown, hint=hint)
    elif allowed and not used and not single:
        yield messages.FEED_PATH_WITHOUT_PLACEHOLDER("feeds", label=label, names=_enumerate(allowed, "or"))
    elif not safe_path(_PLACEHOLDER.sub("x", relative)) or path.endswith("/") or "{view}" in relative[1:]:
        yield _invalid("path", label, path, "Write one such as `feed.xml`.", ", which is not a file path")


def _check_repeats(feeds: list[FeedOption]) -> Iterator[Finding]:
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    for feed in feeds:
        key = feed.of, feed.pattern, feed.terms
        if key in seen:
            yield messages.FEED_TWICE("feeds", of=feed.of, path=feed.pattern)
        seen.add(key)


def _enumerate(words: tuple[str, ...], conjunction: str) -> str:
    *first, last = (f"`{word}`" for word in words)
    return f"{', '.join(first)} {conjunction} {last}"
