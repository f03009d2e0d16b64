"""Markdown that only the theme Material shows as it is meant: found in a post's source, with what becomes of it.

Sources: https://squidfunk.github.io/mkdocs-material/reference/ for the features, and for how they are written
https://facelessuser.github.io/pymdown-extensions/ (tabs, icons, fences) and
https://python-markdown.github.io/extensions/attr_list/ (`{ .class }`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from math import inf


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that Material's reference documents, and that other themes do not know."""

    name: str
    """In the plural."""
    becomes: str
    """What a page on another theme makes of it, given `iroco_blog/markdown.css`: the rest of a sentence."""
    needs: tuple[str, ...] = ()
    """Markdown extensions that read it: without any, it is text on every theme. Empty where it never is."""


@dataclass(frozen=True, slots=True)
class Use:
    """That a post uses a feature."""

    feature: Feature
    line: int
    """The first, counted from 1 at the top of the file."""
    count: int


ICONS = Feature(
    "icons", "are drawn as before, as long as the package `mkdocs-material` is installed", ("pymdownx.emoji",)
)
_LISTS = ("attr_list", "extra", "pymdownx.extra")
FEATURES = {
    "tabs": Feature("content tabs", "stay tabs", ("pymdownx.tabbed", "pymdownx.blocks.tab")),
    "icons": ICONS,
    "grids": Feature("grids", "stay grids, their cards with a plain border"),
    "annotations": Feature("annotations", "keep their numbers, and show what these mean in the list below the text"),
    "code": Feature("annotations of code", "keep their numbers, and show what these mean in the list below the code"),
    "buttons": Feature("buttons", "are links with a border", _LISTS),
    "inline": Feature("admonitions beside the text", "stand between paragraphs"),
    "pictures": Feature("pictures for light or dark pages", "are the light ones unless the page says it is dark"),
    "previews": Feature("link previews", "are plain links", _LISTS),
    "classes": Feature("other classes of the theme's (`md-…`)", "change nothing"),
}
"""In the order in which they are told."""

_ANY = re.compile(
    r"===|/// *tab|:(?:material|octicons|fontawesome|simple)-|grid|annotate|\(\d+\)|md-|inline|#only-|#gh-|data-preview"
)
_TAB = re.compile(r'[ \t>]*(?:===(?:\+!?|!\+?)?[ ]+"|/{3,}[ ]*tab[ ]*\|)')
_ICON = re.compile(r":(?:material|octicons|fontawesome|simple)-[\w+-]+:")
_ATTRIBUTES = re.compile(r"(?<!\{)\{:?([^{}\n]*)\}")
_TAG = re.compile(r"<[A-Za-z][\w-]*\s([^<>]*)>")
_CLASS = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ADMONITION = re.compile(r'[ \t>]*(?:!!!|\?\?\?\+?)[ \t]+([^"\n]*)')
_PICTURE = re.compile(r"(?<=[^\s(`])#(?:only-(?:light|dark)|gh-(?:light|dark)-mode-only)\b")
# Without its exclamation mark a marker is one only where nothing but a comment can open so: `9 // (2)` is a sum.
_MARKERS = re.compile(
    r"(?:(?:#|/\*|<!--)[ \t]*(?:\(\d+\)!?[ \t]*)+|(?://|--|;|%)[ \t]*(?:\(\d+\)![ \t]*)+)(?:\*/|-->)?$"
)

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:(`{3,})[^`]*|(~{3,}).*)$")
_CLOSING = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*$")
_CONTAINER = re.compile(r"[ \t>]*(?:[-*+][ \t]|\d+[.)][ \t]|===|!!!|\?\?\?|\[\^[^\]\n]+\]:|:[ \t])")
_TICKS = re.compile(r"`+")
_TAB_STOP = 4


def uses(body: str, first: int = 1) -> tuple[Use, ...]:
    """What a post's Markdown uses, outside code and comments; the body begins on the file's line `first`."""
    if not _ANY.search(body):
        return ()
    text = _Text(body)
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(text.prose(), first):
        for key in _in_prose(line):
            found[key].append(number)
    for number, line in text.code:
        if match := _MARKERS.search(line.rstrip()):
            found["code"] += [number + first] * match[0].count("(")
    return tuple(Use(feature, found[key][0], len(found[key])) for key, feature in FEATURES.items() if key in found)


def _in_prose(line: str) -> Iterator[str]:
    """The features that a line uses, each as often as it does."""
    if _TAB.match(line):
        yield "tabs"
    if admonition := _ADMONITION.match(line):
        words = admonition[1].split()[1:]
        yield from (key for word, key in (("inline", "inline"), ("annotate", "annotations")) if word in words)
    yield from ("icons" for _ in _ICON.finditer(line))
    yield from ("pictures" for _ in _PICTURE.finditer(line))
    for match in _ATTRIBUTES.finditer(line):
        words = match[1].split()
        yield from _in_classes(word[1:] for word in words if word.startswith("."))
        yield from ("previews" for word in words if word.partition("=")[0] == "data-preview")
    for match in _TAG.finditer(line):
        if given := _CLASS.search(match[1]):
            yield from _in_classes((given[1] or given[2] or given[3] or "").split())


def _in_classes(classes: Iterable[str]) -> Iterator[str]:
    names = set(classes)
    yield from (key for name, key in (("grid", "grids"), ("annotate", "annotations")) if name in names)
    own = [name for name in names if name.startswith("md-")]
    if own:
        yield "buttons" if any(name.startswith("md-button") for name in own) else "classes"


@dataclass(slots=True)
class _Text:
    """A body's lines, from which fences and comments are taken out."""

    body: str
    code: list[tuple[int, str]] = field(default_factory=list)
    """The lines inside of fences, numbered from 0."""
    _lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._lines = self.body.split("\n")
        fences, comment_ends = _Fences(self._lines), [n for n, line in enumerate(self._lines) if "-->" in line]
        at = 0
        while at < len(self._lines):
            end = fences.end(at)
            if end is not None:
                self.code += [(number, self._lines[number]) for number in range(at + 1, end)]
                self._lines[at : end + 1] = [""] * (end + 1 - at)
                at = end
            elif self._lines[at].lstrip(" \t>").startswith("<!--"):
                following = bisect_left(comment_ends, at)
                if following < len(comment_ends):
                    at = self._blank(at, comment_ends[following])
            at += 1

    def _blank(self, start: int, end: int) -> int:
        """Take out the comment that opens one line and closes on another; the last line that is done with."""
        rest = self._lines[end].partition("-->")[2]
        self._lines[start : end + 1] = [""] * (end - start) + [rest]
        return end

    def prose(self) -> Iterator[str]:
        """The lines with all code and comments blank."""
        return map(_without_comments, _without_spans(_without_indented(self._lines)))


def _without_comments(line: str) -> str:
    """A line without the comments that open and close on it."""
    *before, rest = line.split("-->")
    return "".join([*(part.partition("<!--")[0] for part in before), rest])


class _Fences:
    """Where fences end: at the next line of as many of the same marks or more, and without one there is no fence."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._closing: dict[str, list[tuple[int, int]]] = {"`": [], "~": []}
        self._lost = {"`": inf, "~": inf}
        """From how many marks on nothing closes a fence, as found so far: each is looked for once."""
        for number, line in enumerate(lines):
            if match := _CLOSING.match(line):
                self._closing[match[1][0]].append((number, len(match[1])))

    def end(self, at: int) -> int | None:
        """The closing line of the fence that a line opens, if it opens one."""
        match = _FENCE.match(self._lines[at])
        marks = (match[1] or match[2]) if match else ""
        if not marks or len(marks) >= self._lost[marks[0]]:
            return None
        closing = self._closing[marks[0]]
        for index in range(bisect_left(closing, (at + 1, 0)), len(closing)):
            number, length = closing[index]
            if length >= len(marks):
                return number
        self._lost[marks[0]] = len(marks)
        return None


def _without_indented(lines: list[str]) -> Iterator[str]:
    """Lines with indented code blank. What is indented below a list's item, a tab or an admonition belongs to it."""
    inside: list[int] = []
    after_blank, in_code = True, False
    for line in lines:
        text = line.expandtabs(_TAB_STOP)
        column = len(text) - len(text.lstrip())
        if column < len(text):
            while inside and column <= inside[-1]:
                inside.pop()
            base = inside[-1] + _TAB_STOP if inside else 0
            in_code = column >= base + _TAB_STOP and (after_blank or in_code)
            if not in_code and _CONTAINER.match(line):
                inside.append(column)
        after_blank = column == len(text)
        yield "" if in_code else line


def _without_spans(lines: Iterable[str]) -> Iterator[str]:
    """Lines with code spans blank, which may go on over the lines of a paragraph."""
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        paragraph = list(group)
        yield from paragraph if blank else _spans_blank("\n".join(paragraph)).split("\n")


def _spans_blank(text: str) -> str:
    runs = [match.span() for match in _TICKS.finditer(text)]
    partner: dict[int, int] = {}
    following: dict[int, int] = {}
    for number, (start, end) in reversed(list(enumerate(runs))):
        if end - start in following:
            partner[number] = following[end - start]
        following[end - start] = number
    parts, at, number = [], 0, 0
    while number < len(runs):
        other = partner.get(number, number)
        if other > number:
            start, end = runs[number][0], runs[other][1]
            parts.append(text[at:start] + " " + "\n" * text.count("\n", start, end))
            at = end
        number = other + 1
    return "".join([*parts, text[at:]])
