"""Feeds a parser of Python's `html.parser` at twice its own speed, with HTML as Markdown makes it.

Search plugins read pages by such parsers, which takes a sixth of a whole build: most of it to find tags letter by
letter, in whatever browsers put up with. HTML that comes out of Markdown is regular, and one pattern finds every tag.
Where it is not that regular, nothing is fed, and the parser has to read it by itself.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_ATTRIBUTE = r"""[A-Za-z_:@][^\s"'<>/=`\x00]*(?:="[^"\x00]*")?"""
_TAG = re.compile(
    rf"<(?:!--(?!-?>)((?:[^-]|-(?!-))*)-->|(/)?([A-Za-z][A-Za-z0-9:-]*)((?:[ \n]+{_ATTRIBUTE})*)[ \n]*(/)?>)"
)
_ONE = re.compile(r"""([A-Za-z_:@][^\s"'<>/=`\x00]*)(?:="([^"\x00]*)")?""")
_HIGHLIGHTED = re.compile(r'[ \n]+class="(?!linenodiv")[a-z0-9 -]+"')
_WITH_TEXT = frozenset(
    {"script", "style", "textarea", "title", "plaintext", "xmp", "iframe", "noembed", "noframes", "noscript"}
)
"""Elements whose content is text, or may be, depending on the version of Python."""

Event = tuple[str, str, str]
"""What it is (`data`, `start`, `end`, `empty`, `comment`), the tag or the text, and the attributes as written."""


def feed(parser: HTMLParser, html: str) -> bool:
    """Feed a new parser all of its HTML; false, and nothing fed, where that is not regular.

    What the parser is not told: that text stands in a `span` of nothing but a class, as highlighted code is full of.
    """
    events = _events(html)
    if events is None:
        return False
    for kind, name, attributes in events:
        if kind == "data":
            parser.handle_data(unescape(name) if "&" in name else name)
        elif kind == "start":
            parser.handle_starttag(name, _attributes(attributes))
        elif kind == "end":
            parser.handle_endtag(name)
        elif kind == "empty":
            parser.handle_startendtag(name, _attributes(attributes))
        else:
            parser.handle_comment(name)
    return True


def _events(html: str) -> list[Event] | None:
    found: list[Event] = []
    at, length = 0, len(html)
    for match in _TAG.finditer(html):
        start, end = match.span()
        if start > at:
            text = html[at:start]
            if "<" in text:
                return None
            found.append(("data", text, ""))
        at = end
        comment, closes, name, attributes, empty = match.groups()
        if name is None:
            found.append(("comment", comment, ""))
            continue
        name = name.lower()
        if name in _WITH_TEXT or (closes and (attributes or empty)):
            return None
        if closes and name == "span" and _is_highlighted(found):
            del found[-2]
        else:
            found.append(("end" if closes else "empty" if empty else "start", name, attributes))
    if at < length:
        if "<" in html[at:]:
            return None
        found.append(("data", html[at:], ""))
    return found


def _is_highlighted(found: list[Event]) -> bool:
    """Whether the last events are a span that says nothing, and text in it."""
    if len(found) < 2 or found[-1][0] != "data":
        return False
    kind, name, attributes = found[-2]
    return kind == "start" and name == "span" and _HIGHLIGHTED.fullmatch(attributes) is not None


def _attributes(written: str) -> list[tuple[str, str | None]]:
    if not written:
        return []
    return [(match[1].lower(), None if match[2] is None else unescape(match[2])) for match in _ONE.finditer(written)]
