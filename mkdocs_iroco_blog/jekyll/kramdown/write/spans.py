"""Spans written for Python-Markdown, so that it makes the HTML that kramdown makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import VOID_ELEMENTS
from mkdocs_iroco_blog.jekyll.kramdown.spans.escapes import RISKY, escape_all, escape_text
from mkdocs_iroco_blog.jekyll.kramdown.spans.leaves import unbroken, write_code, write_maths, write_quote, write_raw
from mkdocs_iroco_blog.jekyll.kramdown.spans.targets import write_image, write_link, write_tag
from mkdocs_iroco_blog.jekyll.kramdown.typography import written_symbol

_LONE_BANG = re.compile(r"(?<!\\)(?:\\\\)*!\Z")
_BARE_BRACE = re.compile(r"(?<!\\)((?:\\\\)*)\}")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_COUNTED = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])|(?<![\s*])\*+|\*+(?![\s*])|\$|\[")
_OPENING_DOLLAR = re.compile(r"\$(?!\s)")
_CLOSING_DOLLAR = re.compile(r"(?<=\S)\$")
_LEAVES = {"codespan": write_code, "math": write_maths, "raw": write_raw}
# After these, attr_list takes `{` for the beginning of their attributes; HTML is no element to it but text.
_ELEMENTS = frozenset({"em", "strong", "a", "img", "codespan", "footnote", "math"})


def write_spans(elements: Sequence[Element], document: Document) -> str:
    """The inline text of a block."""
    if len(elements) == 1 and elements[0].kind == "text" and not elements[0].options:
        text = elements[0].text
        if not RISKY.search(text):
            return text
    return _Writer(document, elements).write(elements)


@dataclass(slots=True, eq=False)
class _Writer:
    """What is known while one block's spans are written."""

    document: Document
    block: Sequence[Element]
    alone: frozenset[str] | None = None
    in_link: bool = False
    listed: bool = False
    """Whether the last element has attributes written out, and its line goes on."""
    parts: list[str] = field(default_factory=list)
    """Of the spans that are being written now, those within one element."""

    def write(self, elements: Sequence[Element]) -> str:
        """Spans that follow each other."""
        outer, self.parts = self.parts, []
        previous: Element | None = None
        for element, following in zip_longest(elements, elements[1:]):
            if element.kind == "text":
                self.parts.append(self._text(element, previous, following))
            else:
                self.parts.append(self._span(element, following))
                self._go_on(element)
            previous = element
        written, self.parts = "".join(self.parts), outer
        return written

    def _go_on(self, element: Element) -> None:
        if element.kind in _ELEMENTS or element.options.get("struck"):
            self.listed = self.parts[-1].endswith(" }")

    def _span(self, element: Element, following: Element | None) -> str:
        after = _first_sign(following)
        if leaf := _LEAVES.get(element.kind):
            return leaf(element, self._before, after)
        write = _WRITERS.get(element.kind, _Writer.sign)
        return write(self, element, after)

    def sign(self, element: Element, _after: str) -> str:
        """What does not depend on the spans around it."""
        if element.kind == "img":
            return write_image(element, self.document.link)
        if element.kind == "footnote":
            return f"[^{element.text}]"
        if element.kind == "smart_quote":
            return write_quote(element, self.document.options)
        if element.kind == "typographic_sym":
            custom = element.text in self.document.options.typographic_symbols
            symbol = written_symbol(element.text, self.document.options)
            return escape_all(symbol) if custom else symbol
        return element.text

    @property
    def _before(self) -> str:
        return self.parts[-1][-1:] if self.parts else ""

    def _text(self, element: Element, previous: Element | None, following: Element | None) -> str:
        text = written = element.text
        positions = element.options.get("escaped")
        if positions or RISKY.search(text):
            written = escape_text(text, alone=self._alone(), positions=positions)
        if written.startswith("{") and previous and (previous.kind in _ELEMENTS or previous.options.get("struck")):
            written = f"\\{written}"
        if self.listed:
            written = _without_brace(written) if "}" in written else written
            self.listed = "\n" not in written
        if self.in_link and ("[" in text or "]" in text):
            written = _balanced(written)
        if following is not None and following.kind == "a" and _LONE_BANG.search(written):
            written = f"{written[:-1]}\\!"
        return written

    def _alone(self) -> frozenset[str]:
        """Signs that have nothing to pair with in the block."""
        if self.alone is None:
            counts = dict.fromkeys(("*", "_", "$", "$ opens", "$ closes", "["), 0)
            _count(self.block, counts)
            lonely = {sign for sign in "*_$" if counts[sign] < 2}
            lonely |= {"$"} if not (counts["$ opens"] and counts["$ closes"]) else set()
            self.alone = frozenset(lonely | ({"["} if not counts["["] else set()))
        return self.alone

    def emphasis(self, element: Element, after: str) -> str:
        """With the author's marks, or others that are not read together with what stands around, or as HTML."""
        mark = element.options["mark"]
        _tell_apart(element, mark)
        self.listed = False
        inner = self.write(element.children)
        listed = write_attributes(element.attributes)
        if listed is not None and not inner[:1].isspace() and not inner[-1:].isspace():
            for sign in dict.fromkeys((mark[0], "*", "_")):
                if _may_mark(sign, inner, self._before, "" if listed else after):
                    return f"{sign * len(mark)}{inner}{sign * len(mark)}{listed}"
        return f"{write_tag(element.kind, element.attributes)}{inner}</{element.kind}>"

    def line_break(self, _element: Element, after: str) -> str:
        """Two spaces, where a line ends and has something in it."""
        blank = bool(self.parts) and self.parts[-1].rstrip(" ").endswith("\n")
        return "  " if after == "\n" and not blank else "<br />"

    def comment(self, element: Element, _after: str) -> str:
        """A comment, at the end of a line rather than at the beginning: there it would be a block of its own."""
        comment = element.text if element.kind == "xml_comment" else f"<!-- {element.text} -->"
        if self._before != "\n":
            return comment
        self.parts[-1] = self.parts[-1].rstrip("\n")
        return f" {comment}\n"

    def link(self, element: Element, _after: str) -> str:
        """A link; brackets in its text must pair."""
        self.in_link, self.listed = True, False
        inner = self.write(element.children)
        self.in_link = False
        return write_link(element, inner, self.document.link)

    def html(self, element: Element, after: str) -> str:
        """An HTML element, or struck text."""
        inner, name = self.write(element.children), element.text
        if element.options["content_model"] == "raw":
            inner = unbroken(inner)
        if element.options.get("struck") and not element.attributes and self._before != "~":
            ends = inner[:1] + inner[-1:]
            spaced = inner[:1].isspace() or inner[-1:].isspace()
            if inner and "~" not in ends and not spaced and _may_mark("~", inner, self._before, after):
                return f"~~{inner}~~"
        closed = not inner and name in VOID_ELEMENTS
        tag = element.options.get("tag")
        if not tag or "$" in tag:  # two of them would be maths
            tag = write_tag(name, element.attributes, closed=closed)
        return tag if closed else f"{tag}{inner}</{name}>"


_WRITERS = {
    "em": _Writer.emphasis,
    "strong": _Writer.emphasis,
    "a": _Writer.link,
    "html_element": _Writer.html,
    "br": _Writer.line_break,
    "comment": _Writer.comment,
    "xml_comment": _Writer.comment,
}


def _count(spans: Sequence[Element], counts: dict[str, int], *, inner: bool = False) -> None:
    """Add up the signs that could pair: `_` within a word and `*` between spaces could not."""
    for span in spans:
        if span.kind == "text":
            own = set(span.options.get("escaped", ()))
            for match in _COUNTED.finditer(span.text):
                if not own.issuperset(range(*match.span())):
                    counts[match[0][0]] += 1
            counts["$ opens"] += len(_OPENING_DOLLAR.findall(span.text))
            counts["$ closes"] += len(_CLOSING_DOLLAR.findall(span.text))
            counts["$ closes"] += span.text.startswith("$") and (inner or span is not spans[0])
        elif span.kind in {"em", "strong"}:
            counts["*"] = counts["_"] = 2
        elif span.kind == "math":
            counts |= dict.fromkeys(("$", "$ opens", "$ closes"), 2)
        _count(span.children, counts, inner=True)


def _first_sign(element: Element | None) -> str:
    """What kind of character a span begins with, as far as that counts for the mark before it."""
    if element is None:
        return ""
    if element.kind == "text":
        return element.text[:1]
    return "*" if element.kind in {"em", "strong"} else "<"


def _tell_apart(element: Element, mark: str) -> None:
    """Give emphasis that is all of other emphasis another sign: `***both***` may be read either way round."""
    only = element.children[0] if len(element.children) == 1 else None
    if only is not None and only.kind in {"em", "strong"} and only.options["mark"][0] == mark[0]:
        only.options["mark"] = ("_" if mark[0] == "*" else "*") * len(only.options["mark"])


def _may_mark(sign: str, inner: str, before: str, after: str) -> bool:
    """Whether marks around `inner` are read as such: none of their kind beside them, no word beyond a sign.

    One end of the inner text may have marks of its own, as in `**a *b***`: the longer run is taken apart.
    """
    if sign in {before, after} or (inner[0] == sign and inner[-1] == sign):
        return False
    if sign == "_":
        return not (before.isalnum() or after.isalnum())
    return (inner[0].isalnum() or not before.isalnum()) and (inner[-1].isalnum() or not after.isalnum())


def _without_brace(text: str) -> str:
    """A text after attributes, on whose first line no brace closes: attr_list would go up to the last one."""
    line, end, rest = text.partition("\n")
    return _BARE_BRACE.sub(r"\1\\}", line) + end + rest


def _balanced(text: str) -> str:
    """A text whose brackets pair: those that do not are escaped."""
    lonely: list[int] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            opened.pop()
        elif match[0] == "]":
            lonely.append(match.start())
    parts: list[str] = []
    last = 0
    for position in sorted((*lonely, *opened)):
        parts += text[last:position], "\\"
        last = position
    return "".join((*parts, text[last:]))
