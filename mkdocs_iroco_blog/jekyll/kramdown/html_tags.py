"""HTML as kramdown sees it in a text: what a tag is, and what each element may hold.

https://kramdown.gettalong.org/syntax.html#html-blocks and, for the patterns, those of Ruby's REXML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .document import Attributes

NAME = r"(?:[^\W\d][-\w.]*+:)?[^\W\d][-\w.]*+"
"""The name of an element or an attribute: letters of any language, a prefix before a colon."""

_S = r"[ \t\r\n\f\v]"
_QUOTED = r"""(?:"[^"]*"|'[^']*')"""

TAG = re.compile(rf"<({NAME}){_S}*((?>{_S}+{NAME}(?:{_S}*={_S}*(?:\w+|{_QUOTED}))?)*){_S}*(/)?>")
"""An opening tag. Groups: name, attributes, `/` of an element that closes itself."""
CLOSING_TAG = re.compile(rf"</({NAME}){_S}*>")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
INSTRUCTION = re.compile(r"<\?.*?\?>", re.DOTALL)
ENTITY = re.compile(r"&(?:([A-Za-z0-9_:][-A-Za-z0-9_.:]*)|#([0-9]+)|#x([0-9a-fA-F]+));")
"""A character reference. Groups: name, decimal number, hexadecimal number."""

_ATTRIBUTE = re.compile(rf"({NAME})(?:{_S}*={_S}*(?:(\w+)|({_QUOTED})))?")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCK_CONTENT = _names(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header"
    " hgroup iframe li main map menu nav noscript object section summary td"
)
"""Elements whose content is read as blocks, where Markdown in HTML is on."""
SPAN_CONTENT = _names(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb"
    " rbc rp rt rtc ruby select small span strong sub sup th tt"
)
"""Elements whose content is read as spans. That of every element in neither set is kept as it is."""
_RAW_CONTENT = _names("script style math option textarea pre code kbd samp var")

SPAN_ELEMENTS = _names(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc"
    " ruby samp select small span strong sub sup tt u var"
)
"""Elements that, at the start of a line, begin a paragraph and no HTML block."""
BLOCK_ELEMENTS = _names(
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary"
    " table tbody td th thead tfoot tr ul"
)
"""Elements that stay text inside a paragraph."""
VOID_ELEMENTS = _names("area base br col command embed hr img input keygen link meta param source track wbr")
KNOWN_ELEMENTS = SPAN_ELEMENTS | BLOCK_ELEMENTS | VOID_ELEMENTS | BLOCK_CONTENT | SPAN_CONTENT | _RAW_CONTENT
"""Elements whose names and attributes count in any case."""

_REFERENCE = r"&(?:[A-Za-z0-9_:][-A-Za-z0-9_.:]*|#[0-9]+|#x[0-9a-fA-F]+);"
_TO_ESCAPE = re.compile(rf"({_REFERENCE})|[<>&\"]")
_ESCAPED = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}


def content_model(name: str) -> str:
    """`block`, `span` or `raw`: how what an element holds is read, where Markdown in HTML is on."""
    return "block" if name in BLOCK_CONTENT else "span" if name in SPAN_CONTENT else "raw"


def element_name(written: str) -> str:
    """An element's name: HTML's own in lower case, others as written."""
    return lowered if (lowered := written.lower()) in KNOWN_ELEMENTS else written


def read_html_attributes(text: str, *, known: bool = True) -> Attributes:
    """The attributes of a tag; of HTML's own elements (`known`) with their names in lower case."""
    attributes: Attributes = {}
    for match in _ATTRIBUTE.finditer(text):
        name, bare, quoted = match.groups()
        attributes[name.lower() if known else name] = bare or (quoted[1:-1] if quoted else "")
    return attributes


def escape_value(value: str) -> str:
    """An attribute's value between double quotes; character references in it stay."""
    return _TO_ESCAPE.sub(lambda match: match[1] or _ESCAPED[match[0]], value)


def open_tag(name: str, attributes: Mapping[str, str], *, closed: bool = False) -> str:
    """An opening tag; of a void element with ` /`."""
    written = "".join(
        f' {key}="{escape_value(value)}"' for key, value in attributes.items() if key != "id" or value.strip()
    )
    return f"<{name}{written}{' /' if closed else ''}>"
