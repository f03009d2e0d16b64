"""Writes blocks for Python-Markdown: a blank line between them, four spaces of indentation inside them."""

from __future__ import annotations

import re

from mkdocs_iroco_blog.jekyll.kramdown.attributes import has_name, write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Document, Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import open_tag

from . import html
from .escapes import escape_all, escape_line_starts
from .lists import NOT_WRITTEN, indented, write_definitions, write_list, write_table
from .spans import write_spans

_WOULD_JOIN = frozenset({"ul", "ol", "blockquote"})
_SEPARATOR = "<!-- -->"
"""Keeps two lists, or two quotations, from becoming one."""
_line_start = re.compile(r"^(?=.)", re.MULTILINE)
_empty_line = re.compile(r"^$", re.MULTILINE)
_brace = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|\\.|(?<= )\{(?!:)", re.DOTALL)
_last_hash = re.compile(r"(?<!\\)((?:\\\\)*)#\Z")
_like_attributes = re.compile(r"\{[ ]+(?:[#.][\w-]|[\w-]+=)")
_bare_id = re.compile(r"\{: (#\S+) \}")


class Writer:
    """Writes the blocks of one text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.inside = 0
        """The number of lists and quotations around the block. Python-Markdown's HTML parser ignores them."""

    def write_document(self, root: Element) -> str:
        """Write the whole text, with footnotes and abbreviations at its end."""
        parts = [self.write(root.children)]
        parts += [self.footnote(name) for name in self.document.referred]
        abbreviations = self.document.abbreviations.items()
        parts.append("\n".join(f"*[{short}]: {long}" for short, long in abbreviations if long))
        text = "\n\n".join(filter(None, parts))
        return f"{text}\n" if text else ""

    def write(self, blocks: list[Element]) -> str:
        """Write blocks with a blank line between them."""
        parts: list[str] = []
        before = ""
        for block in blocks:
            text = "" if block.kind in NOT_WRITTEN else getattr(self, f"_{block.kind}")(block)
            if not text:
                continue
            if before == block.kind and before in _WOULD_JOIN:
                parts.append(_SEPARATOR)
            parts.append(text)
            before = block.kind
        return "\n\n".join(parts)

    def _write_inside(self, blocks: list[Element]) -> str:
        self.inside += 1
        text = self.write(blocks)
        self.inside -= 1
        return text

    def footnote(self, name: str) -> str:
        """Write a footnote's definition."""
        blocks = self.document.footnotes[name].children
        text = self._write_inside(blocks)
        first = next((block.kind for block in blocks if block.kind not in NOT_WRITTEN), "p")
        return f"[^{name}]: {indented(text)}" if first == "p" else indented(f"[^{name}]:\n{text}")

    def spans(self, element: Element) -> str:
        """Write the spans of a leaf."""
        return write_spans(element.children, self.document).strip()

    def _line(self, element: Element) -> str:
        """Write a header, term or cell, where attr_list would read braces at the end as an attribute list."""
        text = self.spans(element)
        return _brace.sub(lambda match: r"\{" if match[0] == "{" else match[0], text) if " {" in text else text

    def _with_attributes(self, element: Element, text: str) -> str:
        """Add a block's attributes in a separate paragraph; see `mkdocs_iroco_blog.jekyll.markdown`."""
        attributes = write_attributes(element.attributes)
        return f"{text}\n\n{attributes}" if attributes else text

    def _p(self, element: Element) -> str:
        text = self._spans(element)
        if _like_attributes.match(text):
            text = f"\\{text}"
        attributes = write_attributes(element.attributes)
        if attributes is None and not self.inside:
            return f"{open_tag('p', {**element.attributes, 'markdown': '1'})}{text}</p>"
        return f"{text}\n{attributes}" if text and attributes else text

    def _header(self, element: Element) -> str:
        level = max(1, min(6, element.options["level"] + self.document.options.header_offset))
        text = _last_hash.sub(r"\1\\#", self._line(element))  # Python-Markdown removes all at the end: `Learning F#`
        attributes = write_attributes(element.attributes)
        if attributes is None and not self.inside:
            return f"{open_tag(f'h{level}', {**element.attributes, 'markdown': '1'})}{text}</h{level}>"
        attributes = _bare_id.sub(r"{\1}", attributes or "")
        return f"{'#' * level} {text} {attributes}".rstrip()

    def _blockquote(self, element: Element) -> str:
        text = self._write_inside(element.children)
        return self._with_attributes(element, _empty_line.sub(">", _line_start.sub("> ", text)))

    def _codeblock(self, element: Element) -> str:
        return html.write_fence(element.text, element.options.get("language", ""), element.attributes)

    def _hr(self, element: Element) -> str:
        return self._with_attributes(element, "---")

    def _ul(self, element: Element) -> str:
        if has_name(element, "footnotes"):
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

    _verbatim = _foreign

    def _comment(self, element: Element) -> str:
        return html.in_one_piece(element.text, "") if self.inside else element.text

    _xml_comment = _comment

    def _raw(self, element: Element) -> str:
        """Write `{::nomarkdown}`: an HTML block, or text with tags in it."""
        if html.opens_html(element.text):
            return self._comment(element)
        return escape_line_starts(write_spans([Element("raw", element.text, options={"type": []})], self.document))

    def _html_element(self, element: Element) -> str:
        if code := html.write_highlighted(element):
            return code
        known = element.text in html.BLOCK_LEVEL
        if html.has_markdown(element):
            return self._html_with_markdown(element, known=known and not self.inside)
        text = html.serialise(element)
        if self.inside:
            return html.in_one_piece(text, element.text)
        return text if known else html.in_one_line(text, element.text)

    def _html_with_markdown(self, element: Element, *, known: bool) -> str:
        attributes = dict(element.attributes)
        if known:
            attributes["markdown"] = html.markdown_attribute(element)
        opening, closing = open_tag(element.text, attributes), f"</{element.text}>"
        if element.options["content_model"] != "span":
            inner = self.write(element.children)
        elif known:
            return f"{opening}{self.spans(element.children[0])}{closing}"
        else:
            inner = self._spans(element.children[0])
        return f"{opening}\n\n{inner}\n\n{closing}" if inner else opening + closing

    def _spans(self, element: Element) -> str:
        return escape_line_starts(self.spans(element))

    def _text(self, element: Element) -> str:
        """Write text in HTML beside an element with Markdown."""
        return escape_line_starts(escape_all(" ".join(element.text.split())))
