"""What a template loops over, found without running it: Liquid's tags in order, and what its variables hold.

https://shopify.github.io/liquid/tags/iteration/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_iroco_blog.jekyll.liquid.lexer import BLOCKS, Kind, Token, match_comments, tokenize

PARTIAL, FOREIGN, LIMITED = "partial", "foreign", "limited"
LISTED = frozenset({"posts", "paginator", "categories", "tags", "authors"})
"""What a page may loop over that the blog has a page for."""

_SOURCES = {
    "site.posts": "posts", "paginator.posts": "paginator", "site.categories": "categories", "site.tags": "tags",
    "site.authors": "authors", "site.data.authors": "authors",
}  # fmt: skip
_PATH = re.compile(r"[A-Za-z_][\w-]*(?:\.[\w-]+|\[[^\[\]]*\])*")
_FOR = re.compile(r"\s*([\w-]+)\s+in\s+(.*)", re.DOTALL)
_ASSIGN = re.compile(r"\s*([\w.-]+)\s*=(.*)", re.DOTALL)
_PARAMETER = re.compile(r"([\w-]+)\s*=\s*([A-Za-z_][\w.-]*)")
_CHOOSING = re.compile(r"\|\s*(?:where|where_exp|find|find_exp|slice|first|last|sample)\b")
_DEEPEST = 4
"""Includes in includes that are looked into."""
_MOST_TAGS = 25_000
"""Of a page and all that it includes, after which the rest is left unread: includes may multiply."""

Held = frozenset[str]
_NOTHING: Held = frozenset()


@dataclass(slots=True)
class Survey:
    """What a template lists."""

    kinds: set[str] = field(default_factory=set)
    """Of its loops that no other holds: what they go through, wholly."""
    partial: bool = False
    """A loop goes through some posts only."""
    limited: bool = False
    """Every loop over posts stops after so many."""
    foreign: bool = False
    """The page itself loops over something else of the site."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where the loops stand in the page's own text."""


@dataclass(slots=True)
class _Block:
    name: str
    start: int
    lists: bool = False
    variable: str = ""
    held: Held = _NOTHING


def survey(text: str, includes: Mapping[str, str]) -> Survey:
    """Walk through a template and the files that it includes."""
    found = Survey()
    limits: list[bool] = []
    _Walk(includes, found, limits).walk(text, {}, depth=0, place=None)
    found.limited = bool(limits) and all(limits)
    return found


@dataclass(slots=True)
class _Walk:
    includes: Mapping[str, str]
    found: Survey
    limits: list[bool]
    seen: int = 0
    blocks: list[_Block] = field(default_factory=list)
    captures: list[_Block] = field(default_factory=list)
    """Those among the blocks whose text goes into a variable."""
    listing: int = 0
    """How many of the blocks are loops that list."""

    def walk(self, text: str, held: dict[str, Held], *, depth: int, place: tuple[int, int] | None) -> None:
        """`place` is that of the `include` in the page's own text, where the walk is in an included file."""
        base = len(self.blocks)
        for token in _tags(text):
            span = place or (token.start, token.end)
            self.seen += 1
            if self.seen > _MOST_TAGS:
                break
            if token.name in ("for", "tablerow"):
                self._loop(token, held, span, depth)
            elif token.name == "assign" and (match := _ASSIGN.match(token.markup)):
                held[match[1]] = holding(match[2], held)
            elif token.name == "capture":
                self._open(_Block("capture", span[0], variable=token.markup.strip()))
            elif token.name in ("include", "include_cached") and depth < _DEEPEST:
                self._include(token, held, depth, span)
            elif token.name in BLOCKS:
                self._open(_Block(token.name, span[0]))
            elif token.name.removeprefix("end") in BLOCKS and len(self.blocks) > base:
                self._close(held, span[1])
        while len(self.blocks) > base:
            self._close(held, len(text) if place is None else place[1])

    def _open(self, block: _Block) -> None:
        self.blocks.append(block)
        self.listing += block.lists
        if block.name == "capture":
            self.captures.append(block)

    def _loop(self, token: Token, held: dict[str, Held], span: tuple[int, int], depth: int) -> None:
        match = _FOR.match(token.markup)
        through = holding(match[2], held) if match else _NOTHING
        if match:
            held[match[1]] = through
        block = _Block("for", span[0], held=through)
        if self.captures:
            self.captures[-1].held |= through
        elif not self.listing:
            block.lists = self._note(through, depth)
        self._open(block)

    def _note(self, through: Held, depth: int) -> bool:
        """Write down a loop that no other listing holds; whether it lists posts or terms."""
        if FOREIGN in through and not through & LISTED:
            self.found.foreign |= depth == 0
            return False
        if PARTIAL in through:
            self.found.partial = True
            return True
        self.found.kinds |= through & LISTED
        if through & {"posts", "paginator"}:
            self.limits.append(LIMITED in through)
        return bool(through & LISTED)

    def _close(self, held: dict[str, Held], end: int) -> None:
        block = self.blocks.pop()
        self.listing -= block.lists
        if block.name == "capture":
            self.captures.pop()
            held[block.variable] = block.held
        elif block.lists:
            self.found.spans.append((block.start, end))

    def _include(self, token: Token, held: dict[str, Held], depth: int, span: tuple[int, int]) -> None:
        name, _, parameters = token.markup.strip().partition(" ")
        text = self.includes.get(name.strip("'\""))
        if text is not None:
            inner = held | {f"include.{key}": holding(value, held) for key, value in _PARAMETER.findall(parameters)}
            self.walk(text, inner, depth=depth + 1, place=span)


def _tags(text: str) -> Iterator[Token]:
    """The tags of a template, without comments and raw text."""
    tokens = tokenize(text)
    comments = match_comments(tokens)
    resume = 0
    for index, token in enumerate(tokens):
        if index < resume:
            continue
        if index in comments:
            resume = comments[index] + 1
        elif token.kind is Kind.TAG and token.name.removeprefix("end") not in ("comment", "raw"):
            yield token


def holding(expression: str, held: Mapping[str, Held]) -> Held:
    """What a value was made of: words of `LISTED`, and whether it is a part of that, or something else of the site."""
    match = _PATH.match(expression.strip())
    if match is None:
        return _NOTHING
    path = match[0]
    found = _SOURCES.get(path)
    if found:
        made = frozenset({found})
    elif path.startswith(("site.categories", "site.tags", "site.posts")):
        made = frozenset({PARTIAL})
    elif path in held:
        made = held[path]
    elif path.startswith(("site.", "page.")):
        made = frozenset({FOREIGN})
    else:
        made = held.get(re.split(r"[.\[]", path, maxsplit=1)[0], _NOTHING)
    if made & LISTED and _CHOOSING.search(expression):
        made |= {PARTIAL}
    return made | {LIMITED} if re.search(r"\blimit\s*:", expression) else made
