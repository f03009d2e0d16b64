"""Writes links and images."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import open_tag

_BARE = re.compile(r"(?:https?|ftp)://[^<>\s]*")
_MAIL = re.compile(r"mailto:[^<>\s!@]+@[^@<>\s]+")
_SPOILT = re.compile(r"[<>\n\x00$]")
_TO_ENCLOSE = re.compile(r"""["' ]|^<""")
_IN_TARGET = re.compile(r"[\\`]")
_IN_ALT = re.compile(r"[\\`\[\]]")
_IN_TAG = re.compile(r"[\\`\[\]$*_]")


def write_tag(name: str, attributes: Mapping[str, str], *, closed: bool = False) -> str:
    """Write an opening tag in which Markdown finds no markup."""
    return _IN_TAG.sub(lambda match: f"&#{ord(match[0])};", open_tag(name, attributes, closed=closed))


def write_link(element: Element, inner: str, link: Callable[[str], str]) -> str:
    """Write `[inner](url "title"){: … }` or `<url>`, or HTML if Markdown cannot express the link.

    `link` turns the address into the one to write in Markdown. HTML gets the original address.
    """
    attributes = dict(element.attributes)
    url, title = attributes.pop("href"), attributes.pop("title", None)
    attribute_list = write_attributes(attributes)
    new_url = link(url)
    bare = element.options.get("bare") and attribute_list == "" and new_url == url
    if bare and (_BARE.fullmatch(url) or _MAIL.fullmatch(url)):
        return f"<{url.removeprefix('mailto:')}>"
    target = _target(new_url, title)
    if target is None or attribute_list is None:
        return f"{write_tag('a', element.attributes)}{inner}</a>"
    return f"[{inner}]({target}){attribute_list}"


def write_image(element: Element, link: Callable[[str], str]) -> str:
    """Write `![alt](src "title"){: … }`, or HTML if Markdown cannot express the image; `link` as in `write_link`."""
    attributes = dict(element.attributes)
    source, alt = attributes.pop("src"), attributes.pop("alt")
    target = _target(link(source), attributes.pop("title", None))
    attribute_list = write_attributes(attributes)
    if target is None or attribute_list is None or "$" in alt:
        return write_tag("img", element.attributes, closed=True)
    return f"![{_IN_ALT.sub(_backslashed, alt)}]({target}){attribute_list}"


def _target(url: str, title: str | None) -> str | None:
    """Write the inside of the parentheses; None if Python-Markdown would misread it."""
    if _SPOILT.search(url):
        return None
    target = _IN_TARGET.sub(_backslashed, url)
    if _TO_ENCLOSE.search(url) or not _is_balanced(url):
        target = f"<{target}>"
    if title is None:
        return target
    if "\n" in title or "$" in title or ('"' in title and ("'" in title or ")" in title)):
        return None
    quote = "'" if '"' in title else '"'
    return f"{target} {quote}{_IN_TARGET.sub(_backslashed, title)}{quote}"


def _backslashed(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _is_balanced(url: str) -> bool:
    level = 0
    for char in url:
        level += (char == "(") - (char == ")")
        if level < 0:
            return False
    return level == 0
