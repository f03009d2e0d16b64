"""Links and images as Python-Markdown reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import open_tag

_BARE = re.compile(r"(?:https?|ftp)://[^<>\s]*")
_MAIL = re.compile(r"mailto:[^<>\s!@]+@[^@<>\s]+")
_SPOILT = re.compile(r"[<>\n\x00]")
_TO_ENCLOSE = re.compile(r"""["' ]|^<""")
_IN_TARGET = re.compile(r"[\\`]")
_IN_ALT = re.compile(r"[\\`\[\]]")
_IN_TAG = re.compile(r"[\\`\[\]$*_]")


def write_tag(name: str, attributes: Mapping[str, str], *, closed: bool = False) -> str:
    """An opening tag, with nothing in it that Markdown could find a meaning for."""
    tag = open_tag(name, attributes, closed=closed)
    return _IN_TAG.sub(lambda match: f"&#{ord(match[0])};", tag) if _IN_TAG.search(tag) else tag


def write_link(element: Element, inner: str, link: Callable[[str], str]) -> str:
    """`[inner](url "title"){: … }`, `<url>`, or the HTML where that cannot be said.

    `link` gives what is written for an address in Markdown; HTML, which no converter looks into, has it as it is.
    """
    attributes = dict(element.attributes)
    url = attributes.pop("href")
    listed = write_attributes({key: value for key, value in attributes.items() if key != "title"})
    meant = link(url)
    bare = element.options.get("bare") and listed == "" and meant == url
    if bare and (_BARE.fullmatch(url) or _MAIL.fullmatch(url)):
        return f"<{url.removeprefix('mailto:') if url.startswith('mailto:') else url}>"
    target = _target(meant, attributes.get("title"))
    if target is None or listed is None:
        return f"{write_tag('a', element.attributes)}{inner}</a>"
    return f"[{inner}]({target}){listed}"


def write_image(element: Element, link: Callable[[str], str]) -> str:
    """`![alt](src "title"){: … }`, or the HTML where that cannot be said; `link` as for links."""
    attributes = dict(element.attributes)
    source, alt = attributes.pop("src"), attributes.pop("alt")
    target = _target(link(source), attributes.pop("title", None))
    listed = write_attributes(attributes)
    if target is None or listed is None or "$" in alt:
        return write_tag("img", element.attributes, closed=True)
    return f"![{_IN_ALT.sub(_backslashed, alt)}]({target}){listed}"


def _target(url: str, title: str | None) -> str | None:
    """What stands in the parentheses; None where it would be read otherwise."""
    if _SPOILT.search(url) or "$" in url:
        return None
    written = _IN_TARGET.sub(_backslashed, url)
    if _TO_ENCLOSE.search(url) or not _is_balanced(url):
        written = f"<{written}>"
    if title is None:
        return written
    if '"' in title and ("'" in title or ")" in title):
        return None
    if "\n" in title or "$" in title:
        return None
    quote = "'" if '"' in title else '"'
    return f"{written} {quote}{_IN_TARGET.sub(_backslashed, title)}{quote}"


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _is_balanced(url: str) -> bool:
    level = 0
    for char in url:
        level += (char == "(") - (char == ")")
        if level < 0:
            return False
    return level == 0
