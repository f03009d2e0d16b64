"""Finds the loops of a template without running it, by following its tags and variables.

https://shopify.github.io/liquid/tags/iteration/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_iroco_blog.jekyll.liquid.lexer import BLOCKS, Kind, Token, match_comments, tokenize

PARTIAL, FOREIGN, LIMITED = "partial", "foreign", "limited"
LISTED = frozenset({"posts", "paginator", "categories", "tags", "authors"})
"""The things that the blog has pages for."""

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
"""How deeply nested includes are scanned."""
_MOST_TAGS = 25_000
"""The number of tags to scan in a page and its includes, as includes may multiply."""

Origins = frozenset[str]
"""The origins of a value: words of `LISTED`, whether it is a part of these, and whether it is anything else."""
_NO_ORIGINS: Origins = frozenset()


@dataclass(slots=True)
class LoopScan:
    """The loops of a template."""

    kinds: set[str] = field(default_factory=set)
    """The things of `LISTED` that outermost loops go through completely."""
    limited: bool = False
    """Whether every loop over posts has a limit."""
    foreign: bool = False
    """Whether the page itself loops over something else of the site."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """The positions of the loops in the page's own text."""


@dataclass(slots=True)
class _Block:
    name: str
    start: int
    lists: bool = False
    variable: str = ""
    origins: Origins = _NO_ORIGINS


def scan_loops(text: str, includes: Mapping[str, str]) -> LoopScan:
    """Scan a template and the files that it includes."""
    scanner = _Scanner(includes)
    scanner.scan(text, {}, depth=0, place=None)
    scanner.result.limited = bool(scanner.limits) and all(scanner.limits)
    return scanner.result


@dataclass(slots=True)
class _Scanner:
    includes: Mapping[str, str]
    result: LoopScan = field(default_factory=LoopScan)
    limits: list[bool] = field(default_factory=list)
    """Whether each loop over posts has a limit."""
    tag_count: int = 0
    blocks: list[_Block] = field(default_factory=list)
    captures: list[_Block] = field(default_factory=list)
    """The open `capture` blocks."""
    listing: int = 0
    """The number of open loops that list."""

    def scan(self, text: str, variables: dict[str, Origins], *, depth: int, place: tuple[int, int] | None) -> None:
        """Scan a text. In an included file, `place` is the position of the `include` in the page's own text."""
        base = len(self.blocks)
        for token in _tags(text):
            span = place or (token.start, token.end)
            self.tag_count += 1
            if self.tag_count > _MOST_TAGS:
                break
            if token.name in ("for", "tablerow"):
                self._loop(token, variables, span, depth)
            elif token.name == "assign" and (match := _ASSIGN.match(token.markup)):
                variables[match[1]] = _origins(match[2], variables)
            elif token.name == "capture":
                self._open(_Block("capture", span[0], variable=token.markup.strip()))
            elif token.name in ("include", "include_cached") and depth < _DEEPEST:
                self._include(token, variables, depth, span)
            elif token.name in BLOCKS:
                self._open(_Block(token.name, span[0]))
            elif token.name.removeprefix("end") in BLOCKS and len(self.blocks) > base:
                self._close(variables, span[1])
        while len(self.blocks) > base:
            self._close(variables, len(text) if place is None else place[1])

    def _open(self, block: _Block) -> None:
        self.blocks.append(block)
        self.listing += block.lists
        if block.name == "capture":
            self.captures.append(block)

    def _loop(self, token: Token, variables: dict[str, Origins], span: tuple[int, int], depth: int) -> None:
        match = _FOR.match(token.markup)
        origins = _origins(match[2], variables) if match else _NO_ORIGINS
        if match:
            variables[match[1]] = origins
        block = _Block("for", span[0])
        if self.captures:
            self.captures[-1].origins |= origins
        elif not self.listing:
            block.lists = self._record(origins, depth)
        self._open(block)

    def _record(self, origins: Origins, depth: int) -> bool:
        """Record an outermost loop. Returns whether it lists posts, terms or authors."""
        if FOREIGN in origins and not origins & LISTED:
            self.result.foreign |= depth == 0
            return False
        if PARTIAL in origins:
            return True
        self.result.kinds |= origins & LISTED
        if origins & {"posts", "paginator"}:
            self.limits.append(LIMITED in origins)
        return bool(origins & LISTED)

    def _close(self, variables: dict[str, Origins], end: int) -> None:
        block = self.blocks.pop()
        self.listing -= block.lists
        if block.name == "capture":
            self.captures.pop()
            variables[block.variable] = block.origins
        elif block.lists:
            self.result.spans.append((block.start, end))

    def _include(self, token: Token, variables: dict[str, Origins], depth: int, span: tuple[int, int]) -> None:
        name, _, parameters = token.markup.strip().partition(" ")
        text = self.includes.get(name.strip("'\""))
        if text is not None:
            arguments = {f"include.{key}": _origins(value, variables) for key, value in _PARAMETER.findall(parameters)}
            self.scan(text, variables | arguments, depth=depth + 1, place=span)


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


def _origins(expression: str, variables: Mapping[str, Origins]) -> Origins:
    """Find the origins of a value."""
    match = _PATH.match(expression.strip())
    if match is None:
        return _NO_ORIGINS
    path = match[0]
    if path in _SOURCES:
        origins = frozenset({_SOURCES[path]})
    elif path.startswith(("site.categories", "site.tags", "site.posts")):
        origins = frozenset({PARTIAL})
    elif path in variables:
        origins = variables[path]
    elif path.startswith(("site.", "page.")):
        origins = frozenset({FOREIGN})
    else:
        origins = variables.get(re.split(r"[.\[]", path, maxsplit=1)[0], _NO_ORIGINS)
    if origins & LISTED and _CHOOSING.search(expression):
        origins |= {PARTIAL}
    return origins | {LIMITED} if re.search(r"\blimit\s*:", expression) else origins
