"""HTML tags as kramdown reads and writes them, and the content that each element may have.

https://kramdown.gettalong.org/syntax.html#html-blocks; the patterns are those of Ruby's REXML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .document import Attributes

NAME = r"(?:[^\W\d][-\w.]*+:)?[^\W\d][-\w.]*+"
"""The name of an element or attribute: letters of any language, with an optional prefix and colon."""

_S = r"[ \t\r\n\f\v]"
_QUOTED = r"""(?:"[^"]*"|'[^']*')"""

TAG = re.compile(rf"<({NAME}){_S}*((?>{_S}+{NAME}(?:{_S}*={_S}*(?:\w+|{_QUOTED}))?)*){_S}*(/)?>")
"""An opening tag. Groups: name, attributes, `/` of a self-closing tag."""
CLOSING_TAG = re.compile(rf"</({NAME}){_S}*>")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ENTITY = re.compile(r"&(?:([A-Za-z0-9_:][-A-Za-z0-9_.:]*)|#([0-9]+)|#x([0-9a-fA-F]+));")
"""A character reference. Groups: name, decimal number, hexadecimal number."""

_ATTRIBUTE = re.compile(rf"({NAME})(?:{_S}*={_S}*(?:(\w+)|({_QUOTED})))?")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCK_CONTENT = _names(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header"
    " hgroup iframe li main map menu nav noscript object section summary td"
)
"""Elements whose content is read as blocks if Markdown in HTML is on."""
SPAN_CONTENT = _names(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb"
    " rbc rp rt rtc ruby select small span strong sub sup th tt"
)
"""Elements whose content is read as spans. All other elements keep their content as it is."""
_RAW_CONTENT = _names("script style math option textarea pre code kbd samp var")

SPAN_ELEMENTS = _names(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc"
    " ruby samp select small span strong sub sup tt u var"
)
"""Elements that begin a paragraph at the start of a line, not an HTML block."""
BLOCK_ELEMENTS = _names(
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary"
    " table tbody td th thead tfoot tr ul"
)
"""Elements whose tags are plain text inside a paragraph."""
VOID_ELEMENTS = _names("area base br col command embed hr img input keygen link meta param source track wbr")
KNOWN_ELEMENTS = SPAN_ELEMENTS | BLOCK_ELEMENTS | VOID_ELEMENTS | BLOCK_CONTENT | SPAN_CONTENT | _RAW_CONTENT
"""HTML's elements: upper and lower case are the same in their names and attributes."""

_UNSAFE = re.compile(rf"{ENTITY.pattern}|[<>&\"]")
_ESCAPED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_ESCAPED_VALUE = _ESCAPED | {'"': "&quot;"}


def content_model(name: str) -> str:
    """How to read an element's content if Markdown in HTML is on: `block`, `span` or `raw`."""
    return "block" if name in BLOCK_CONTENT else "span" if name in SPAN_CONTENT else "raw"


def element_name(name: str) -> str:
    """Normalise an element's name: lower case for HTML's own elements, unchanged for others."""
    return lowered if (lowered := name.lower()) in KNOWN_ELEMENTS else name


def read_tag(tag: re.Match[str]) -> tuple[str, Attributes, bool]:
    """Read a match of `TAG`. Returns the element's name and attributes, and whether it has no content."""
    name = element_name(tag[1])
    return name, read_html_attributes(tag[2], known=name in KNOWN_ELEMENTS), bool(tag[3]) or name in VOID_ELEMENTS


def read_html_attributes(text: str, *, known: bool = True) -> Attributes:
    """Read the attributes of a tag; their names become lower case in HTML's own (`known`) elements."""
    attributes: Attributes = {}
    for match in _ATTRIBUTE.finditer(text):
        name, bare, quoted = match.groups()
        attributes[name.lower() if known else name] = bare or (quoted[1:-1] if quoted else "")
    return attributes


def escape_html(text: str, *, quotes: bool = False) -> str:
    """Escape HTML's special characters, and quotes for the value of an attribute; character references stay."""
    escaped = _ESCAPED_VALUE if quotes else _ESCAPED
    return _UNSAFE.sub(lambda match: escaped.get(match[0], match[0]), text)


def open_tag(name: str, attributes: Mapping[str, str], *, closed: bool = False) -> str:
    """Write an opening tag, with ` /` if the element is `closed`."""
    items = ((key, value) for key, value in attributes.items() if key != "id" or value.strip())
    text = "".join(f' {key}="{escape_html(value, quotes=True)}"' for key, value in items)
    return f"<{name}{text}{' /' if closed else ''}>"
