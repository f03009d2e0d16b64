"""Definitions that the whole text uses: link addresses, footnotes and abbreviations.

https://kramdown.gettalong.org/syntax.html#link-definitions, #footnotes, #abbreviations
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import NAME as WORD
from mkdocs_iroco_blog.jekyll.kramdown.document import Element, Link

from . import grammar as lines
from .reader import Reader

_link = re.compile(r" {0,3}\[([^\n\]]+)\]:[ \t]*([^ \t\n].*)\n")
_title_after = re.compile(r"""[ \t]+(?:"(.+)"|'(.+)')[ \t]*\Z""")
_title_below = re.compile(r"""[ \t]*(["'])(.+)\1[ \t]*\n""")
_title_start = re.compile(r"""[ \t]["']""")
_footnote = re.compile(rf" {{0,3}}\[\^({WORD})\]:")
_abbreviation = re.compile(r" {0,3}\*\[(.+?)\]:(.*)\n")
_white = re.compile(r"[ \t\n\r\f\v]+")


def read_link(reader: Reader) -> bool:
    """Read `[name]: address "title"`; the title may be in the next line."""
    match = _link.match(reader.text, reader.position)
    if not match:
        return False
    target, end = match[2].rstrip(" \t"), match.end()
    url, title = target, None
    if target.startswith("<") and (angled := _in_angles(target)):
        url, title = angled
    elif start := _title_start.search(target):
        url = target[: start.start()].rstrip(" \t")
        title_match = _title_after.fullmatch(target, len(url))
        if not title_match:
            return False
        title = title_match[1] or title_match[2]
    if title is None and (below := _title_below.match(reader.text, end)):
        title, end = below[2], below.end()
    reader.position = end
    place = reader.add(Element("end", "link"))
    reader.document.links[_white.sub(" ", match[1]).lower()] = Link(url, title, place.attributes)
    return True


def _in_angles(target: str) -> tuple[str, str | None] | None:
    end = target.find(">")
    if end == len(target) - 1:
        return target[1:end], None
    title = _title_after.fullmatch(target, end + 1) if end > 0 else None
    return (target[1:end], title[1] or title[2]) if title else None


def read_footnote(reader: Reader) -> bool:
    """Read `[^name]: text`, with the indented blocks below it."""
    match = reader.scan(_footnote)
    if not match:
        return False
    end = reader.next_line(reader.position)
    more = lines.code_lines.match(reader.text, end)
    reader.position = more.end() if more else end
    text = reader.text[match.end() : reader.position]
    footnote = Element("footnote")
    reader.read_into(footnote, lines.indent.sub("", text.lstrip("\n")))
    reader.add(Element("end", "footnote"))
    reader.document.footnotes[match[1]] = footnote
    return True


def read_abbreviation(reader: Reader) -> bool:
    """Read `*[HTML]: full text`."""
    match = reader.scan(_abbreviation)
    if not match:
        return False
    reader.add(Element("end", "abbreviation"))
    reader.document.abbreviations[match[1]] = match[2].strip(lines.WHITE)
    return True
