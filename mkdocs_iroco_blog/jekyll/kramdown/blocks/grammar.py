"""Patterns for lines that several block rules need. They match at the start of a line, which ends with a newline.

https://kramdown.gettalong.org/syntax.html, and for GFM https://github.com/kramdown/parser-gfm.
"""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import NAME as WORD
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import NAME, SPAN_ELEMENTS

WHITE = " \t\n\r\f\v"
"""kramdown's white space. Python's includes the no-break space."""
S = r"[ \t\r\f\v]"
"""White space inside a line."""

_INSIDE = r"(?:\\\}|[^}]){1,2000}"  # bounded, so that an unclosed brace costs little
_SPANS = "|".join(sorted(SPAN_ELEMENTS | {"script"}))
_TAG = rf" {{0,3}}<(?:/(?!(?:{_SPANS})\b)(?:{NAME}){S}*>|(?!/)(?!(?:{_SPANS})\b){NAME})"

ATTRIBUTE_LIST = rf"\{{:(?!:|/)({_INSIDE})\}}{S}*\n"
END = rf"\^{S}*\n"
LAZY_END = rf"{S}*\n| {{0,3}}{ATTRIBUTE_LIST}|{END}|{_TAG}|\Z"
_LIST_MARK = r" {0,3}(?:[+*-]|\d+\.)[\t| ]"
_DEFINITION_MARK = r" {0,3}:[\t| ]"

blank_lines = re.compile(rf"(?:{S}*+\n)++")
block_attributes = re.compile(rf" {{0,3}}{ATTRIBUTE_LIST}")
end_marker = re.compile(END)
boundary = re.compile(rf"{S}*\n| {{0,3}}{ATTRIBUTE_LIST}|{END}|\Z")
"""The end of a table or of maths."""
lazy_end = re.compile(LAZY_END)
"""The end of a paragraph, or of a quotation's lines without a mark."""
html_tag_line = re.compile(_TAG)
paragraph_end = re.compile(rf"{LAZY_END}|{_DEFINITION_MARK}")
paragraph_end_gfm = re.compile(
    rf"{LAZY_END}|{_DEFINITION_MARK}|{_LIST_MARK}|#{{1,6}}[\t ]| {{0,3}}>| {{0,3}}(?:[~`]){{3}}"
)
list_mark = re.compile(_LIST_MARK)
rule_line = re.compile(r" {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
indent = re.compile(r"^(?:\t| {4})", re.MULTILINE)
code_lines = re.compile(
    rf"(?:(?:(?:{S}*+\n)++)?(?:(?:\t| {{4}})[ \t]*[^ \t\n\r\f\v].*\n)++"
    rf"(?:(?! {{0,3}}{ATTRIBUTE_LIST}|{END}|{_TAG})[ \t]*[^ \t\n\r\f\v].*\n)*+)*+"
)
"""Indented lines with blank lines between them, and the unindented lines right after them."""
item_attributes = re.compile(rf"[ \t\n\r\f\v]*\{{:(?!(?:{WORD})?:|/)({_INSIDE})\}}[ \t\n\r\f\v]*")
