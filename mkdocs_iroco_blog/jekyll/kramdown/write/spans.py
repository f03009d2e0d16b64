"""Writes spans, so that Python-Markdown makes the same HTML of them as kramdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import VOID_ELEMENTS
from mkdocs_iroco_blog.jekyll.kramdown.typography import symbol_signs

from .escapes import RISKY, balance_brackets, escape_all, escape_braces, escape_text
from .single_spans import (
    unbroken,
    write_code_span,
    write_image,
    write_link,
    write_maths,
    write_quote,
    write_raw,
    write_tag,
)  # fmt: skip

_LONE_BANG = re.compile(r"(?<!\\)(?:\\\\)*!\Z")
_COUNTED = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])|(?<![\s*])\*+|\*+(?![\s*])|\$|\[")
_OPENING_DOLLAR = re.compile(r"\$(?!\s)")
_CLOSING_DOLLAR = re.compile(r"(?<=\S)\$")
_LEAVES = {"codespan": write_code_span, "math": write_maths, "raw": write_raw}
# attr_list reads `{` after one of these as the start of an attribute list. HTML elements are text to it.
_ELEMENTS = frozenset({"em", "strong", "a", "img", "codespan", "footnote", "math"})


def write_spans(spans: Sequence[Element], document: Document) -> str:
    """Write the spans of a block."""
    if len(spans) == 1 and spans[0].kind == "text" and not spans[0].options and not RISKY.search(spans[0].text):
        return spans[0].text
    return _Writer(document, spans).write(spans)


@dataclass(slots=True, eq=False)
class _Writer:
    """Writes the spans of one block."""

    document: Document
    block: Sequence[Element]
    alone: frozenset[str] | None = None
    in_link: bool = False
    after_attributes: bool = False
    """Whether an attribute list has been written in this line, after the last element."""
    parts: list[str] = field(default_factory=list)
    """The output so far, within the innermost element."""

    def write(self, spans: Sequence[Element]) -> str:
        """Write spans that follow each other."""
        outer, self.parts = self.parts, []
        previous: Element | None = None
        for span, following in zip_longest(spans, spans[1:]):
            if span.kind == "text":
                self.parts.append(self._text(span, previous, following))
            else:
                self.parts.append(self._span(span, _first_sign(following)))
                if _takes_attributes(span):
                    self.after_attributes = self.parts[-1].endswith(" }")
            previous = span
        output, self.parts = "".join(self.parts), outer
        return output

    def _span(self, span: Element, after: str) -> str:
        if leaf := _LEAVES.get(span.kind):
            return leaf(span, self._before, after)
        return _WRITERS.get(span.kind, _Writer.sign)(self, span, after)

    def sign(self, span: Element, _after: str) -> str:
        """Write a span that does not depend on the spans beside it."""
        if span.kind == "img":
            return write_image(span, self.document.link)
        if span.kind == "footnote":
            return f"[^{span.text}]"
        if span.kind == "smart_quote":
            return write_quote(span, self.document.options)
        if span.kind == "typographic_sym":
            symbol = symbol_signs(span.text, self.document.options)
            return escape_all(symbol) if span.text in self.document.options.typographic_symbols else symbol
        return span.text

    @property
    def _before(self) -> str:
        return self.parts[-1][-1:] if self.parts else ""

    def _text(self, span: Element, previous: Element | None, following: Element | None) -> str:
        text = output = span.text
        positions = span.options.get("escaped")
        if positions or RISKY.search(text):
            output = escape_text(text, alone=self._alone(), positions=positions)
        if output.startswith("{") and previous and _takes_attributes(previous):
            output = f"\\{output}"
        if self.after_attributes:
            output = escape_braces(output)
            self.after_attributes = "\n" not in output
        if self.in_link and ("[" in text or "]" in text):
            output = balance_brackets(output)
        if following is not None and following.kind == "a" and _LONE_BANG.search(output):
            output = f"{output[:-1]}\\!"
        return output

    def _alone(self) -> frozenset[str]:
        """The signs that have nothing to pair with in the block."""
        if self.alone is None:
            counts = dict.fromkeys(("*", "_", "$", "$ opens", "$ closes", "["), 0)
            _count(self.block, counts)
            alone = {sign for sign in "*_$" if counts[sign] < 2}
            if not (counts["$ opens"] and counts["$ closes"]):
                alone.add("$")
            if not counts["["]:
                alone.add("[")
            self.alone = frozenset(alone)
        return self.alone

    def emphasis(self, span: Element, after: str) -> str:
        """Write emphasis with the author's marks, with others if the characters beside them matter, or as HTML."""
        mark = span.options["mark"]
        _vary_mark(span, mark)
        self.after_attributes = False
        inner = self.write(span.children)
        attributes = write_attributes(span.attributes)
        if attributes is not None and not _spaced(inner):
            for sign in dict.fromkeys((mark[0], "*", "_")):
                if _may_mark(sign, inner, self._before, "" if attributes else after):
                    return f"{sign * len(mark)}{inner}{sign * len(mark)}{attributes}"
        return f"{write_tag(span.kind, span.attributes)}{inner}</{span.kind}>"

    def line_break(self, _span: Element, after: str) -> str:
        """Write two spaces at the end of a line with text, else a tag."""
        blank = bool(self.parts) and self.parts[-1].rstrip(" ").endswith("\n")
        return "  " if after == "\n" and not blank else "<br />"

    def comment(self, span: Element, _after: str) -> str:
        """Write a comment; it moves to the end of the previous line, as a line's beginning would make it a block."""
        comment = span.text if span.kind == "xml_comment" else f"<!-- {span.text} -->"
        if self._before != "\n":
            return comment
        self.parts[-1] = self.parts[-1].rstrip("\n")
        return f" {comment}\n"

    def link(self, span: Element, _after: str) -> str:
        """Write a link; the brackets in its text must pair."""
        self.in_link, self.after_attributes = True, False
        inner = self.write(span.children)
        self.in_link = False
        return write_link(span, inner, self.document.link)

    def html(self, span: Element, after: str) -> str:
        """Write an HTML element or struck text."""
        inner, name = self.write(span.children), span.text
        if span.options["content_model"] == "raw":
            inner = unbroken(inner)
        struck = span.options.get("struck") and not span.attributes and inner and not _spaced(inner)
        if struck and "~" not in inner[0] + inner[-1] and _may_mark("~", inner, self._before, after):
            return f"~~{inner}~~"
        closed = not inner and name in VOID_ELEMENTS
        tag = span.options.get("tag")
        if not tag or "$" in tag:  # two of them would be maths
            tag = write_tag(name, span.attributes, closed=closed)
        return tag if closed else f"{tag}{inner}</{name}>"


_WRITERS = {
    "em": _Writer.emphasis, "strong": _Writer.emphasis, "a": _Writer.link, "html_element": _Writer.html,
    "br": _Writer.line_break, "comment": _Writer.comment, "xml_comment": _Writer.comment,
}  # fmt: skip


def _takes_attributes(span: Element) -> bool:
    return span.kind in _ELEMENTS or bool(span.options.get("struck"))


def _spaced(text: str) -> bool:
    return text[:1].isspace() or text[-1:].isspace()


def _count(spans: Sequence[Element], counts: dict[str, int], *, inner: bool = False) -> None:
    """Count the signs that could pair; `_` within a word and `*` between spaces could not."""
    for span in spans:
        if span.kind == "text":
            escaped = set(span.options.get("escaped", ()))
            for match in _COUNTED.finditer(span.text):
                if not escaped.issuperset(range(*match.span())):
                    counts[match[0][0]] += 1
            counts["$ opens"] += len(_OPENING_DOLLAR.findall(span.text))
            counts["$ closes"] += len(_CLOSING_DOLLAR.findall(span.text))
            counts["$ closes"] += span.text.startswith("$") and (inner or span is not spans[0])
        elif span.kind in {"em", "strong"}:
            counts["*"] = counts["_"] = 2
        elif span.kind == "math":
            counts |= dict.fromkeys(("$", "$ opens", "$ closes"), 2)
        _count(span.children, counts, inner=True)


def _first_sign(span: Element | None) -> str:
    """A character like the one that the span begins with, as far as the mark before it depends on it."""
    if span is None:
        return ""
    if span.kind == "text":
        return span.text[:1]
    return "*" if span.kind in {"em", "strong"} else "<"


def _vary_mark(span: Element, mark: str) -> None:
    """Change the mark of emphasis that fills other emphasis, as `***both***` is ambiguous."""
    only = span.children[0] if len(span.children) == 1 else None
    if only is not None and only.kind in {"em", "strong"} and only.options["mark"][0] == mark[0]:
        only.options["mark"] = ("_" if mark[0] == "*" else "*") * len(only.options["mark"])


def _may_mark(sign: str, inner: str, before: str, after: str) -> bool:
    """Whether Python-Markdown recognises marks at both ends of `inner`, given the characters beside them.

    One end of the inner text may have the same mark, as in `**a *b***`: Python-Markdown divides the longer run.
    """
    if sign in {before, after} or (inner[0] == sign and inner[-1] == sign):
        return False
    if sign == "_":
        return not (before.isalnum() or after.isalnum())
    return (inner[0].isalnum() or not before.isalnum()) and (inner[-1].isalnum() or not after.isalnum())
