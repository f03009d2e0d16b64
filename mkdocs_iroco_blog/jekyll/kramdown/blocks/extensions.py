"""Attribute lists beside blocks, and kramdown's extensions: comments, text that is not Markdown, options.

https://kramdown.gettalong.org/syntax.html#block-ials and #extensions
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from mkdocs_iroco_blog.jekyll.kramdown.attributes import NAME as WORD
from mkdocs_iroco_blog.jekyll.kramdown.attributes import merge_attributes, read_attributes, read_names
from mkdocs_iroco_blog.jekyll.kramdown.document import Element, Options

from . import grammar as lines
from .reader import Reader

_named_list = re.compile(rf" {{0,3}}\{{:({WORD}):((?:\\\}}|[^}}]){{1,2000}})\}}{lines.S}*\n")
_extension = re.compile(
    rf" {{0,3}}\{{::(\w+)(?:[ \t\n\r\f\v]((?:\\\}}|[^}}]){{0,2000}}?)|)(/)?\}}{lines.S}*\n", re.ASCII
)
_TRUE = {"true": True, "false": False}


def read_extension(reader: Reader) -> bool:
    """Anything that opens with `{:`."""
    if match := reader.scan(_named_list):
        known = reader.document.attribute_lists.setdefault(match[1], {})
        merge_attributes(known, read_attributes(match[2], reader.document))
        reader.add(Element("end", "attributes"))
        return True
    if match := _extension.match(reader.text, reader.at):
        return _read_tag(reader, match)
    if match := reader.scan(lines.block_attributes):
        _keep_attributes(reader, match[1])
        return True
    return False


def _keep_attributes(reader: Reader, text: str) -> None:
    """An attribute list is the last block's, or, after a blank line, the next one's."""
    last = reader.last()
    if last is None or last.kind == "blank" or (last.kind == "end" and last.text in ("", "attributes", "extension")):
        reader.waiting.append(text)
        return
    last.options.setdefault("lists", []).append(text)
    if not lines.block_attributes.match(reader.text, reader.at):
        reader.add(Element("end", "attributes"))


def _read_tag(reader: Reader, match: re.Match[str]) -> bool:
    name, written, closed = match[1], match[2] or "", match[3]
    body, after = None, match.end()
    if not closed:
        stop = reader.find(re.compile(rf"^ {{0,3}}\{{:/(?:{name})?\}}{lines.S}*\n", re.MULTILINE), after)
        if not stop:
            return False
        body, after = reader.text[match.end() : stop.start()].removesuffix("\n"), stop.end()
    if name not in ("comment", "nomarkdown", "options"):
        return False
    reader.at = after
    attributes = read_attributes(written, reader.document)
    if name == "options":
        reader.document.options = with_options(reader.document.options, attributes)
        reader.add(Element("end", "extension"))
    elif body is not None and name == "comment":
        reader.into.children.append(Element("comment", f"<!-- {body} -->"))
    elif body is not None and "html" in (attributes.get("type") or "html").split():
        reader.into.children.append(Element("raw", body))
    return True


def with_options(options: Options, written: dict[str, str]) -> Options:
    """Options as a text sets them; what it sets wrongly, or cannot set, stays."""
    changed: dict[str, Any] = {}
    for name, value in written.items():
        default = getattr(Options(), name, None)
        if isinstance(default, bool):
            changed[name] = _TRUE.get(value.strip().lower(), default)
        elif isinstance(default, int) and re.fullmatch(r"[+-]?\d{1,4}", value):
            changed[name] = int(value)
        elif name == "toc_levels":
            changed[name] = levels(value)
        elif name == "auto_id_prefix":
            changed[name] = value
    return replace(options, **changed)


def levels(text: str) -> tuple[int, ...]:
    """Header levels as kramdown's `toc_levels` writes them, `1..3` or `1,2,3`."""
    match = re.fullmatch(r"\s*(\d)\s*\.\.\s*(\d)\s*", text)
    return tuple(range(int(match[1]), int(match[2]) + 1)) if match else tuple(map(int, re.findall(r"\d", text)))


def says(element: Element, name: str) -> bool:
    """Whether an attribute list beside the block has this bare word, as `{:toc}`."""
    return any(name in read_names(text) for text in element.options.get("lists", ()))
