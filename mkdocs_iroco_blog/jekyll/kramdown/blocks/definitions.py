"""Definitions that the whole text uses, attribute lists beside blocks, and extensions: comments, raw text, options.

https://kramdown.gettalong.org/syntax.html#link-definitions, #footnotes, #abbreviations, #block-ials, #extensions
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import NAME as WORD
from mkdocs_iroco_blog.jekyll.kramdown.attributes import merge_attributes, read_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element, Link

from . import grammar as lines
from .reader import Reader

_link = re.compile(r" {0,3}\[([^\n\]]+)\]:[ \t]*([^ \t\n].*)\n")
_title_after = re.compile(r"""[ \t]+(?:"(.+)"|'(.+)')[ \t]*\Z""")
_title_below = re.compile(r"""[ \t]*(["'])(.+)\1[ \t]*\n""")
_title_start = re.compile(r"""[ \t]["']""")
_footnote = re.compile(rf" {{0,3}}\[\^({WORD})\]:")
_abbreviation = re.compile(r" {0,3}\*\[(.+?)\]:(.*)\n")
_named_list = re.compile(rf" {{0,3}}\{{:({WORD}):((?:\\\}}|[^}}]){{1,2000}})\}}{lines.S}*\n")
_extension = re.compile(
    rf" {{0,3}}\{{::(\w+)(?:[ \t\n\r\f\v]((?:\\\}}|[^}}]){{0,2000}}?)|)(/)?\}}{lines.S}*\n", re.ASCII
)
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


def read_extension(reader: Reader) -> bool:
    """Read anything that opens with `{:`."""
    if match := reader.scan(_named_list):
        attributes = reader.document.attribute_lists.setdefault(match[1], {})
        merge_attributes(attributes, read_attributes(match[2], reader.document))
        reader.add(Element("end", "attributes"))
        return True
    if match := _extension.match(reader.text, reader.position):
        return _read_tag(reader, match)
    if match := reader.scan(lines.block_attributes):
        _assign_attributes(reader, match[1])
        return True
    return False


def _assign_attributes(reader: Reader, text: str) -> None:
    """Assign an attribute list to the previous block or, after a blank line, to the next."""
    last = reader.last()
    if last is None or last.kind == "blank" or (last.kind == "end" and last.text in ("", "attributes", "extension")):
        reader.pending.append(text)
        return
    last.options.setdefault("lists", []).append(text)
    if not lines.block_attributes.match(reader.text, reader.position):
        reader.add(Element("end", "attributes"))


def _read_tag(reader: Reader, opening: re.Match[str]) -> bool:
    name, items, closed = opening[1], opening[2] or "", opening[3]
    body, end = None, opening.end()
    if not closed:
        closing = reader.find(re.compile(rf"^ {{0,3}}\{{:/(?:{name})?\}}{lines.S}*\n", re.MULTILINE), end)
        if not closing:
            return False
        body, end = reader.text[end : closing.start()].removesuffix("\n"), closing.end()
    if name not in ("comment", "nomarkdown", "options"):
        return False
    reader.position = end
    attributes = read_attributes(items, reader.document)
    if name == "options":
        reader.document.options = reader.document.options.updated(attributes)
        reader.add(Element("end", "extension"))
    elif body is not None and name == "comment":
        reader.parent.children.append(Element("comment", f"<!-- {body} -->"))
    elif body is not None and "html" in (attributes.get("type") or "html").split():
        reader.parent.children.append(Element("raw", body))
    return True
