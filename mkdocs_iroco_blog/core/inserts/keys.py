"""The table of keys: reading, messages and the manual's reference are derived from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_iroco_blog.core.findings import nearest
from mkdocs_iroco_blog.core.front_matter.parse import Raw
from mkdocs_iroco_blog.core.numbers import whole_number
from mkdocs_iroco_blog.core.posts.values import NO, YES, MendableError, as_flag, as_names, as_text

from .values import Filter, Insert, MentionsInsert, PostsInsert, SeriesInsert, TermsInsert


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an insert."""

    name: str
    forms: str
    """The values that it takes, as the end of a sentence."""
    does: str
    """A sentence about its effect."""
    read: Callable[[Raw], Any]
    """Converts a value. Raises `ValueError` with the fault as the end of a sentence."""
    example: str
    field: str = ""
    """The field of the value that it sets, if it has another name."""


@dataclass(frozen=True, slots=True)
class InsertKind:
    """A kind of insert: its value's class, and its keys."""

    make: Callable[..., Insert]
    does: str
    keys: Mapping[str, Key] = field(default_factory=dict)


def _number(raw: Raw) -> int:
    text = as_text(raw)
    number = whole_number(text)
    if not number:
        raise ValueError(f'is "{text}"')
    return number


def _level(raw: Raw) -> int:
    level = _number(raw)
    if level not in range(2, 7):
        raise ValueError(f'is "{level}"')
    return level


def _years(raw: Raw) -> tuple[int, ...]:
    return tuple(map(_number, as_names(raw)))


def _choice(*words: str) -> Callable[[Raw], str]:
    def read(raw: Raw) -> str:
        word = as_text(raw)
        if word not in words:
            fault = f'is "{word}"'
            near = nearest(word, words)
            raise MendableError(fault, near) if near else ValueError(fault)
        return word

    return read


def _link(raw: Raw) -> bool | str:
    text = as_text(raw)
    return text.casefold() in YES if text.casefold() in YES | NO else text


_NAMES = "a name or a list of names"
_LIMIT = Key("limit", "a number", "How many entries to list at most. By default, all.", _number, "limit: 3")
_LEVEL = Key(
    "level", "a number from 2 to 6",
    "The level of the entries' headings. By default, one below the last heading above the list.", _level,
    "level: 3",
)  # fmt: skip
_ALL = Key(
    "all", "`true` or a text", "Adds a link to the page with all of them. A text replaces the usual words of the link.",
    _link, "all: true",
)  # fmt: skip
_EMPTY = Key(
    "empty", "a text", "The text to show if the list is empty. By default, there is none.", as_text, "empty: No news."
)
_BLOG = Key(
    "blog", "the `blog_dir` of a blog",
    "The blog to list, if the site has several. By default, a page of a blog lists its own, and any other page the "
    "first in `mkdocs.yml`. The name of a blog at `.` is `.`, too.", as_text, "blog: news",
)  # fmt: skip
FILTERS = {
    key.name: key
    for key in (
        Key("category", _NAMES, "Only posts in one of these categories.", as_names, "category: [Releases, News]"),
        Key("tag", _NAMES, "Only posts with one of these tags.", as_names, "tag: bees"),
        Key("author", _NAMES, "Only posts by one of these authors, by their id or name.", as_names, "author: ada"),
        Key("series", _NAMES, "Only parts of one of these series.", as_names, "series: Build a hive"),
        Key("pinned", "`true` or `false`", "Only pinned posts, or only the others.", as_flag, "pinned: true"),
        Key("year", "a year or a list of years", "Only posts of one of these years.", _years, "year: 2026"),
        Key("language", "a language or a list of them", "Only posts in these languages.", as_names, "language: fr"),
    )
}  # fmt: skip
"""The keys by which posts are chosen."""


def _unless(raw: Raw) -> dict[str, Any]:
    """Leave the mapping to the reader, which knows the keys in it."""
    if not isinstance(raw, dict):
        raise ValueError("is not a mapping")
    return raw


_POSTS = (
    _LIMIT,
    *FILTERS.values(),
    Key(
        "not", "a mapping of the filters above", "Leaves out posts that match any of these.", _unless,
        "not: { tag: wip }", "unless",
    ),
    Key(
        "order", "`newest`, `oldest`, `updated` or `title`", "The order. By default, `newest` comes first.",
        _choice("newest", "oldest", "updated", "title"), "order: title",
    ),
    Key(
        "style", "`titles`, `excerpts` or `cards`", "What a post shows. By default, its date and its title.",
        _choice("titles", "excerpts", "cards"), "style: cards",
    ),
    _LEVEL, _ALL, _EMPTY, _BLOG,
)  # fmt: skip
_TERMS = (
    Key(
        "kind", "`tags`, `categories`, `series`, `authors` or `archive`",
        "What to list: `tags` by default. `archive` lists its years or months.",
        _choice("tags", "categories", "series", "authors", "archive"), "kind: categories",
    ),
    _LIMIT,
    Key(
        "order", "`posts` or `name`", "By default, those with most `posts` come first. Years and months stay in order.",
        _choice("posts", "name"), "order: name",
    ),
    _ALL, _EMPTY, _BLOG,
)  # fmt: skip
_SERIES = (
    Key("name", "the name of a series", "The series whose parts are listed.", as_text, "name: Build a hive"),
    _EMPTY,
    _BLOG,
)
_MENTIONS = (
    _LIMIT,
    Key(
        "level", "a number from 2 to 6", "Puts a heading of this level above the list. By default, there is none.",
        _level, "level: 2",
    ),
    _EMPTY,
)  # fmt: skip
INSERTS: Mapping[str, InsertKind] = {
    name: InsertKind(make, does, {key.name: key for key in keys})
    for name, make, does, keys in (
        ("posts", PostsInsert, "Lists posts.", _POSTS),
        ("terms", TermsInsert, "Lists terms with the number of their posts.", _TERMS),
        ("series", SeriesInsert, "Lists the parts of a series.", _SERIES),
        ("mentions", MentionsInsert, "Lists the posts that link to the page, newest first.", _MENTIONS),
    )
}
"""Every kind of insert by its name."""


def filter_of(values: Mapping[str, Any]) -> Filter:
    """Make a filter of the values that are keys of one."""
    return Filter(**{name: value for name, value in values.items() if name in FILTERS})
