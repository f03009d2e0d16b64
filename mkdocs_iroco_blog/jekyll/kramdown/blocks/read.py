"""Reads blocks: paragraphs, headers, quotations, rules, code and maths. The tables at the end order all block rules.

https://kramdown.gettalong.org/syntax.html#block-level-elements
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element

from . import grammar as lines
from .definitions import read_abbreviation, read_extension, read_footnote, read_link
from .foreign import read_foreign
from .html_blocks import read_html
from .lists import read_definition_list, read_list
from .reader import Grammar, Reader, Rule
from .tables import read_table

_ID = (
    r":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_header_id = re.compile(rf"[\t ]\{{#([{_ID}][{_ID}.0-9\u00B7\u0300-\u036F\u203F-\u2040-]*)\}}\Z")
_setext = re.compile(r" {0,3}([^ \t\n].*)\n([-=])[-=]*[ \t\r\f\v]*\n")
_atx = re.compile(r"(#{1,6})[\t ]*([^ \t\n].*)\n")
_atx_gfm = re.compile(r"(#{1,6})[\t ]+(.*)\n")
_closing_hashes = re.compile(r"[\t ]#+\Z")
_quote_mark = re.compile(r"^ {0,3}> ?", re.MULTILINE)
_maths = re.compile(r" {0,3}(\\)?\$\$")
_MOST_SHORTER = 8
"""If no line closes a fence, the fence is tried with up to this many characters fewer."""
_fence_line = re.compile(r"((?:~|`){3,})(.*)\n")
_white = re.compile(r"[ \t\n\r\f\v]")
_unindented = re.compile(r"\n( {0,3}[^ \t\n\r\f\v])")


def read_blocks(text: str, document: Document) -> Element:
    """Read a whole text into a tree of blocks, and its definitions into `document`."""
    root = Element("root")
    text = re.sub(r"\r\n?", "\n", text).removesuffix("\n") + "\n"
    Reader(GFM if document.options.input == "GFM" else KRAMDOWN, document, text, root).read()
    return root


def read_blank(reader: Reader) -> bool:
    """Read blank lines; all that follow each other are one block."""
    match = reader.scan(lines.blank_lines)
    if not match:
        return False
    last = reader.last()
    if last is not None and last.kind == "blank":
        last.text += match[0]
    else:
        reader.add(Element("blank", match[0]))
    return True


def read_paragraph(reader: Reader) -> bool:
    """Read the lines of a paragraph; right after a paragraph, the lines continue it."""
    start = reader.position
    end = lines.paragraph_end_gfm if _ends_paragraphs(reader) else lines.paragraph_end
    text = reader.scan_lines(end).rstrip(lines.WHITE)
    last = reader.last()
    if last is not None and last.kind == "p":
        hard = start >= 3 and reader.text.startswith("  \n", start - 3)
        last.text += ("  \n" if hard else "\n") + text
    else:
        reader.add(Element("p", text.lstrip(lines.WHITE)))
    return True


def _ends_paragraphs(reader: Reader) -> bool:
    """Whether lists, headers, quotations and fences end a paragraph, a quirk of GFM."""
    options = reader.document.options
    return options.input == "GFM" and "paragraph_end" in options.gfm_quirks


def read_quote(reader: Reader) -> bool:
    """Read lines that open with `>`, and the lines right after them."""
    text = reader.scan_lines(lines.lazy_end)
    reader.read_into(reader.add(Element("blockquote")), _quote_mark.sub("", text))
    return True


def read_rule(reader: Reader) -> bool:
    """Read three stars, hyphens or underscores, with or without spaces."""
    return bool(reader.scan(lines.rule_line)) and bool(reader.add(Element("hr")))


def read_setext_header(reader: Reader) -> bool:
    """Read an underlined line, where a block may begin."""
    match = _setext.match(reader.text, reader.position)
    if not match or not reader.after_boundary():
        return False
    return _add_header(reader, match, 1 if match[2] == "=" else 2, *_text_and_id(match[1]))


def read_atx_header(reader: Reader) -> bool:
    """Read `## Text ##`. In GFM a space must follow the first `#`, and the header may end a paragraph."""
    match = (_atx_gfm if reader.document.options.input == "GFM" else _atx).match(reader.text, reader.position)
    if not match:
        return False
    text, name = _text_and_id(match[2])
    if _ends_paragraphs(reader):
        text = _closing_hashes.sub("", text)
    elif not reader.after_boundary():
        return False
    else:
        bare = text.rstrip("#")
        text = bare + "#" if bare.endswith("\\") and bare != text else bare
    return _add_header(reader, match, len(match[1]), text.rstrip(lines.WHITE), name)


def _text_and_id(content: str) -> tuple[str, str | None]:
    text = content.rstrip(lines.WHITE)
    match = _header_id.search(text)
    return (text[: match.start()].rstrip(lines.WHITE), match[1]) if match else (text, None)


def _add_header(reader: Reader, match: re.Match[str], level: int, text: str, name: str | None) -> bool:
    if not text:
        return False
    reader.position = match.end()
    reader.add(Element("header", text, {"id": name} if name else {}, options={"level": level}))
    return True


def read_indented(reader: Reader) -> bool:
    """Read indented lines; an unindented line right after one continues it."""
    match = reader.scan(lines.code_lines)
    assert match is not None
    code = _unindented.sub(r" \1", match[0])
    reader.add(Element("codeblock", lines.indent.sub("", code)))
    return True


def read_fence(reader: Reader) -> bool:
    """Read fenced lines. Only a single word, the language, may follow the opening fence."""
    text, start = reader.text, reader.position
    gfm = reader.document.options.input == "GFM"
    if gfm:
        while text[start] == " ":
            start += 1
    match = _fence_line.match(text, start)
    if not match or (not gfm and match[1][0] == "`"):
        return False
    fence = match[1]
    for size in range(len(fence), max(2, len(fence) - _MOST_SHORTER), -1):
        language = (fence[size:] + match[2]).strip(lines.WHITE)
        end = None if _white.search(language) else reader.find(_closing(fence[:size], gfm), match.end())
        if end:
            reader.position = end.end()
            code = text[match.end() : end.start()]
            reader.add(Element("codeblock", code, options={"language": language.split("?")[0]}))
            return True
    return False


@lru_cache(maxsize=64)
def _closing(fence: str, gfm: bool) -> re.Pattern[str]:  # noqa: FBT001
    return re.compile(rf"^{' {0,3}' if gfm else ''}{fence}{fence[-1]}*{lines.S}*\n", re.MULTILINE)


def read_maths(reader: Reader) -> bool:
    """Read `$$ … $$` if nothing else is beside it."""
    text = reader.text
    match = _maths.match(text, reader.position)
    end = text.find("$$", match.end()) if match else -1
    if not match or end < 0 or not reader.after_boundary():
        return False
    blank = lines.blank_lines.match(text, end + 2)
    if match[1]:
        if blank:
            reader.position = match.end() - 2  # skip the backslash that makes this a paragraph
        return False
    position = reader.next_line(end) if blank else end + 2
    if not lines.boundary.match(text, position):
        return False
    reader.position = position
    reader.add(Element("math", text[match.end() : end].strip(lines.WHITE)))
    return True


def read_end(reader: Reader) -> bool:
    """Read `^` alone in a line, which ends a block."""
    return bool(reader.scan(lines.end_marker)) and bool(reader.add(Element("end")))


def _rules(*first: Rule, last: Sequence[Rule] = ()) -> Sequence[Rule]:
    return (*first, read_setext_header, read_table, *last, read_paragraph)


KRAMDOWN: Grammar = {
    "": _rules(),
    "\n": (read_blank, read_paragraph),
    "\t": (read_indented,),
    "~": _rules(read_fence),
    ">": (read_quote,),
    "#": _rules(read_atx_header),
    "*": _rules(read_rule, read_list, last=(read_abbreviation,)),
    "-": _rules(read_foreign, read_rule, read_list),
    "_": _rules(read_rule),
    "+": _rules(read_list),
    ":": _rules(read_foreign, read_definition_list),
    "<": _rules(read_html),
    "[": _rules(read_foreign, last=(read_footnote, read_link)),
    "{": _rules(last=(read_extension,)),
    "^": _rules(last=(read_end,)),
    **dict.fromkeys("0123456789", _rules(read_list)),
    **dict.fromkeys("!?=/", _rules(read_foreign)),
    **dict.fromkeys("$\\", (read_setext_header, read_maths, read_table, read_paragraph)),
}
GFM: Grammar = {**KRAMDOWN, **dict.fromkeys("`~", _rules(read_foreign, read_fence))}
