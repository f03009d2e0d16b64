"""What a text defines for use elsewhere in it: addresses of links, footnotes, abbreviations.

https://kramdown.gettalong.org/syntax.html#link-definitions, #footnotes, #abbreviations
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import NAME as WORD
from mkdocs_iroco_blog.jekyll.kramdown.document import Element, Footnote, Link

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
    """`[name]: address "title"`, the title in the next line where it is not in this one."""
    match = _link.match(reader.text, reader.at)
    if not match:
        return False
    rest, after = match[2].rstrip(" \t"), match.end()
    url, title = rest, None
    if rest.startswith("<") and (found := _in_angles(rest)):
        url, title = found
    elif start := _title_start.search(rest):
        found_title = _title_after.fullmatch(rest, _space_before(rest, start.start()))
        if not found_title:
            return False
        url, title = rest[: found_title.start()], found_title[1] or found_title[2]
    if title is None and (below := _title_below.match(reader.text, after)):
        title, after = below[2], below.end()
    reader.at = after
    _define(reader, "link")
    name = _white.sub(" ", match[1]).lower()
    reader.document.links[name] = Link(url, title, reader.into.children[-1].attributes)
    return True


def _in_angles(rest: str) -> tuple[str, str | None] | None:
    end = rest.find(">")
    if end == len(rest) - 1:
        return rest[1:end], None
    title = _title_after.fullmatch(rest, end + 1) if end > 0 else None
    return (rest[1:end], title[1] or title[2]) if title else None


def _space_before(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    return at


def read_footnote(reader: Reader) -> bool:
    """`[^name]: text`, with indented blocks below it."""
    match = _footnote.match(reader.text, reader.at)
    if not match:
        return False
    end = reader.line_end(match.end())
    more = lines.code_lines.match(reader.text, end)
    text = reader.text[match.end() : more.end() if more else end]
    reader.at += len(match[0]) + len(text)
    content = Element("footnote")
    reader.read_into(content, lines.indent.sub("", text.lstrip("\n")))
    _define(reader, "footnote")
    reader.document.footnotes[match[1]] = Footnote(match[1], content)
    return True


def read_abbreviation(reader: Reader) -> bool:
    """`*[HTML]: what it stands for`."""
    match = reader.scan(_abbreviation)
    if not match:
        return False
    _define(reader, "abbreviation")
    reader.document.abbreviations[match[1]] = match[2].strip(lines.WHITE)
    return True


def _define(reader: Reader, what: str) -> None:
    """Leave a mark where a definition stood, for an attribute list after it."""
    reader.add(Element("end", what))
