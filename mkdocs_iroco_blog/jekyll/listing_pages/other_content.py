"""Measures what a page shows besides posts: its own text, and what its includes and loops over data render."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_iroco_blog.core.html.excerpt import parse
from mkdocs_iroco_blog.jekyll.liquid.lexer import Kind, tokenize

Render = Callable[[str], str]
"""Renders a part of a page as if the site had no posts."""

_SILENT = "script, style, template, noscript, nav"
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_MEDIA = "img, picture, video, audio, iframe, form, object, embed, canvas"
_INCLUDES = frozenset({"include", "include_cached", "include_relative"})
FEW_WORDS = 3
"""`Subscribe via RSS` is no content of its own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The visible part of a page, without navigation and the page's title."""

    words: int
    """Without those of links."""
    media: int
    """Pictures, videos, forms and the like."""


def measure(html: str, titles: Iterable[str] = ()) -> Shown:
    """Measure rendered HTML or Markdown. Headings with one of the `titles` do not count."""
    body, names = parse(html), {_folded(title) for title in titles}
    headings = [node for node in body.css(_HEADINGS) if _folded(node.text()) in names]
    for node in [*body.css(_SILENT), *headings]:
        node.decompose()
    media = len(body.css(_MEDIA)) + html.count("![")
    for node in body.css("a"):
        node.decompose()
    return Shown(sum(any(map(str.isalnum, word)) for word in body.text(separator=" ").split()), media)


def shows_more_than_posts(body: str, render: Render, titles: Iterable[str]) -> bool:
    """Whether a page shows media, or text that does not stand in its own source."""
    names = tuple(titles)
    whole, text = measure(render(body), names), measure(render(_without_includes(body)), names)
    return whole.media > 0 or whole.words - text.words > FEW_WORDS


def _without_includes(body: str) -> str:
    parts, position = [], 0
    for token in tokenize(body):
        if token.kind is Kind.TAG and token.name in _INCLUDES:
            parts.append(body[position : token.start])
            position = token.end
    return "".join((*parts, body[position:]))


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
