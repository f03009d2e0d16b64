"""Measures what a page shows besides posts: its own text, and what its includes and loops over data render."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.jekyll.liquid.lexer import Kind, tokenize

Render = Callable[[str], str]
"""Renders a part of a page as if the site had no posts."""

_SILENT = "script, style, template, noscript, nav"
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_TITLES = f"{_HEADINGS}, p, span"
_MEDIA = "img, picture, video, audio, iframe, form, object, embed, canvas, [style*=background]"
_SENTENCE = re.compile(r"\w\W*[.!?…。](?:\s|$)")
_INCLUDES = frozenset({"include", "include_cached", "include_relative"})


@dataclass(frozen=True, slots=True)
class Shown:
    """The visible part of a page, without navigation and the page's title."""

    words: int
    """Without those of links."""
    media: int
    """Pictures, videos, forms and the like."""
    says_something: bool
    """Outside of headings, it has a sentence or at least three words: more than `subscribe via RSS` or `Page of`."""


def measure(html: str, titles: Iterable[str] = ()) -> Shown:
    """Measure rendered HTML or Markdown. Headings and lines with one of the `titles` do not count."""
    body, names = parse(html), {_folded(title) for title in titles}
    for node in body.css(_SILENT):
        node.decompose()
    for node in body.css(_TITLES):
        is_innermost = all(inner.mem_id == node.mem_id for inner in node.css(_TITLES))
        if is_innermost and _folded(node.text()) in names:
            node.decompose()
    media = len(body.css(_MEDIA)) + html.count("![")
    for node in body.css("a"):
        node.decompose()
    words = _count(body.text(separator=" "))
    for node in body.css(_HEADINGS):
        node.decompose()
    text = body.text(separator=" ")
    return Shown(words, media, _count(text) > 2 or _SENTENCE.search(text) is not None)


def shows_more_than_posts(body: str, render: Render, titles: Iterable[str]) -> bool:
    """Whether a page shows media, or text that does not stand in its own source."""
    names = tuple(titles)
    whole, text = measure(render(body), names), measure(render(_without_includes(body)), names)
    return whole.media > 0 or whole.words > text.words


def _without_includes(body: str) -> str:
    parts, position = [], 0
    for token in tokenize(body):
        if token.kind is Kind.TAG and token.name in _INCLUDES:
            parts.append(body[position : token.start])
            position = token.end
    return "".join((*parts, body[position:]))


def _count(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


class WithoutPosts(Mapping[str, object]):
    """The variable `site` of a site without posts, terms and authors."""

    _EMPTY = frozenset({"posts", "related_posts", "categories", "tags", "authors"})

    def __init__(self, site: Mapping[str, object]) -> None:
        self._site = site

    def __getitem__(self, key: str) -> object:
        if key in self._EMPTY:
            return {} if key in {"categories", "tags"} else []
        value = self._site[key]
        if key == "data" and isinstance(value, Mapping):
            return {name: inner for name, inner in value.items() if name != "authors"}
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._site)

    def __len__(self) -> int:
        return len(self._site)
