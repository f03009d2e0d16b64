"""Blocks as Markdown in Python-Markdown's dialect: a blank line between them, four spaces of indentation in them."""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.blocks.extensions import says
from mkdocs_iroco_blog.jekyll.kramdown.document import Element
from mkdocs_iroco_blog.jekyll.kramdown.finish import Finished
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import open_tag
from mkdocs_iroco_blog.jekyll.kramdown.spans.escapes import escape_all

from .code import write_code
from .html import (
    BLOCK_LEVEL,
    has_markdown,
    highlighted,
    in_one_line,
    in_one_piece,
    markdown_attribute,
    opens_html,
    serialise,
)
from .line_starts import escape_line_starts
from .lists import indented, write_definitions, write_list
from .spans import write_spans
from .tables import write_table
from .toc import contents

_UNSAID = frozenset({"blank", "end"})
_JOINED = frozenset({"ul", "ol", "blockquote"})
_APART = "<!-- -->"
"""What keeps lists that follow each other, or quotations, from becoming one."""
_line_start = re.compile(r"^(?=.)", re.MULTILINE)
_empty_line = re.compile(r"^$", re.MULTILINE)
_brace = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\.|(?<= )\{(?!:)", re.DOTALL)
_bare_id = re.compile(r"\{: (#\S+) \}")


class Writer:
    """Writes the blocks of one text."""

    def __init__(self, finished: Finished) -> None:
        self.finished = finished
        self.document = finished.document
        self.inside = 0
        """How many lists and quotations are around the block: Python-Markdown's HTML parser sees none of those."""

    def write_document(self) -> str:
        """The whole text, and what it defines at its end."""
        text = self.write(self.finished.root.children)
        parts = [text] if text else []
        parts += [self.footnote(name) for name in self.finished.footnotes]
        abbreviations = self.document.abbreviations.items()
        if written := "\n".join(f"*[{short}]: {long}" for short, long in abbreviations if long):
            parts.append(written)
        return "\n\n".join(parts) + "\n" if parts else ""

    def write(self, blocks: list[Element]) -> str:
        """Blocks with a blank line between them."""
        parts: list[str] = []
        before = ""
        for block in blocks:
            if block.kind in _UNSAID:
                continue
            text = getattr(self, f"_{block.kind}")(block)
            if not text:
                continue
            if _would_join(before, block.kind):
                parts.append(_APART)
            parts.append(text)
            before = block.kind
        return "\n\n".join(parts)

    def _write_inside(self, blocks: list[Element]) -> str:
        self.inside += 1
        text = self.write(blocks)
        self.inside -= 1
        return text

    def footnote(self, name: str) -> str:
        """A footnote's definition."""
        text = self._write_inside(self.document.footnotes[name].content.children)
        first = next((b for b in self.document.footnotes[name].content.children if b.kind not in _UNSAID), None)
        opening = f"[^{name}]:"
        return f"{opening} {indented(text)}" if first is None or first.kind == "p" else indented(f"{opening}\n{text}")

    def spans(self, element: Element) -> str:
        """The text of a leaf."""
        return write_spans(element.children, self.document).strip()

    def _line(self, element: Element) -> str:
        """Spans where attr_list takes braces at the end of a line for attributes: headers, terms and cells."""
        text = self.spans(element)
        return _brace.sub(lambda match: r"\{" if match[0] == "{" else match[0], text) if " {" in text else text

    def _with_attributes(self, element: Element, text: str) -> str:
        """A block with its attributes in a paragraph of their own; see `mkdocs_iroco_blog.jekyll.markdown`."""
        attributes = write_attributes(element.attributes) if element.attributes else ""
        return f"{text}\n\n{attributes}" if attributes else text

    def _p(self, element: Element) -> str:
        text = escape_line_starts(self.spans(element))
        attributes = write_attributes(element.attributes) if element.attributes else ""
        if attributes is None and not self.inside:
            return f"{open_tag('p', {**element.attributes, 'markdown': '1'})}{text}</p>"
        return f"{text}\n{attributes}" if text and attributes else text

    def _header(self, element: Element) -> str:
        level = max(1, min(6, element.options["level"] + self.document.options.header_offset))
        text = self._line(element)
        attributes = write_attributes(element.attributes)
        if attributes is None and not self.inside:
            return f"{open_tag(f'h{level}', {**element.attributes, 'markdown': '1'})}{text}</h{level}>"
        said = _bare_id.sub(r"{\1}", attributes or "")
        return f"{'#' * level} {text} {said}".rstrip()

    def _blockquote(self, element: Element) -> str:
        text = self._write_inside(element.children)
        return self._with_attributes(element, _empty_line.sub(">", _line_start.sub("> ", text)))

    def _codeblock(self, element: Element) -> str:
        return write_code(element.text, element.options.get("language", ""), element.attributes)

    def _hr(self, element: Element) -> str:
        return self._with_attributes(element, "---")

    def _ul(self, element: Element) -> str:
        if element is self.finished.contents:
            element = contents(element, self.finished)
        elif says(element, "footnotes"):
            return "///Footnotes Go Here///"
        return self._with_attributes(element, write_list(element, self._write_inside)) if element.children else ""

    _ol = _ul

    def _dl(self, element: Element) -> str:
        return self._with_attributes(element, write_definitions(element, self._write_inside, self._term))

    def _term(self, element: Element) -> str:
        text = escape_line_starts(self._line(element))
        attributes = write_attributes(element.attributes)
        return f"{text} {attributes}" if attributes else text

    def _table(self, element: Element) -> str:
        return self._with_attributes(element, write_table(element, self._line))

    def _math(self, element: Element) -> str:
        value = re.sub(r"\n[ \t]*(?=\n)", "", element.text)
        return self._with_attributes(element, f"$$\n{value}\n$$")

    def _foreign(self, element: Element) -> str:
        return element.text

    def _comment(self, element: Element) -> str:
        return in_one_piece(element.text, "") if self.inside else element.text

    _xml_comment = _comment

    def _raw(self, element: Element) -> str:
        """`{::nomarkdown}`: HTML as a block, or text with tags in it."""
        if opens_html(element.text):
            return self._comment(element)
        return escape_line_starts(write_spans([Element("raw", element.text, options={"type": []})], self.document))

    def _html_element(self, element: Element) -> str:
        if code := highlighted(element):
            return write_code(code[0], code[1], {}, code[2])
        known = element.text in BLOCK_LEVEL
        if not has_markdown(element):
            text = serialise(element)
            if self.inside:
                return in_one_piece(text, element.text)
            return text if known else in_one_line(text, element.text)
        return self._html_with_markdown(element, known=known and not self.inside)

    def _html_with_markdown(self, element: Element, *, known: bool) -> str:
        attributes = dict(element.attributes)
        if known:
            attributes["markdown"] = markdown_attribute(element)
        opening, closing = open_tag(element.text, attributes), f"</{element.text}>"
        model = element.options["content_model"]
        if model == "span" and known:
            return f"{opening}{self.spans(element.children[0]).strip()}{closing}"
        parts = [self._spans(child) if child.kind == "spans" else "" for child in element.children]
        inner = "\n\n".join(filter(None, parts)) if model == "span" else self.write(element.children)
        return f"{opening}\n\n{inner}\n\n{closing}" if inner else opening + closing

    def _spans(self, element: Element) -> str:
        return escape_line_starts(self.spans(element))

    def _text(self, element: Element) -> str:
        """Text in HTML, beside an element with Markdown in it."""
        return escape_line_starts(escape_all(" ".join(element.text.split())))

    def _verbatim(self, element: Element) -> str:
        return element.text


def _would_join(before: str, kind: str) -> bool:
    return before == kind and kind in _JOINED
