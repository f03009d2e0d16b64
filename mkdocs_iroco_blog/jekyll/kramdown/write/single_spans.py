"""Writes single spans: links, images, code, maths, HTML and quotes.

Functions take the character before the span in the output, and the first character after it. Both may be empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import accumulate

from mkdocs_iroco_blog.jekyll.kramdown.attributes import write_attributes
from mkdocs_iroco_blog.jekyll.kramdown.document import Element, Options
from mkdocs_iroco_blog.jekyll.kramdown.html_tags import open_tag
from mkdocs_iroco_blog.jekyll.kramdown.typography import quote_sign

from .escapes import escape_all

_BARE = re.compile(r"(?:https?|ftp)://[^<>\s]*")
_MAIL = re.compile(r"mailto:[^<>\s!@]+@[^@<>\s]+")
_SPOILT = re.compile(r"[<>\n\x00$]")
_TO_ENCLOSE = re.compile(r"""["' ]|^<""")
_PARENTHESIS = re.compile(r"[()]")
_IN_TARGET = re.compile(r"[\\`]")
_IN_ALT = re.compile(r"[\\`\[\]]")
_BACKSLASHED = r"\\\g<0>"
_IN_TAG = re.compile(r"[\\`\[\]$*_]")
_TICKS = re.compile("`+")
_BREAK = re.compile(r" {2,}\n")
_REFERENCE = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z0-9]+);)")
_TAG = re.compile(r"<!--(?:(?!-->).)*-->|</?[A-Za-z][^<>]*>|&(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z0-9]+);", re.DOTALL)


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
    return f"![{_IN_ALT.sub(_BACKSLASHED, alt)}]({target}){attribute_list}"


def _target(url: str, title: str | None) -> str | None:
    """Write the inside of the parentheses; None if Python-Markdown would misread it."""
    if _SPOILT.search(url):
        return None
    target = _IN_TARGET.sub(_BACKSLASHED, url)
    levels = list(accumulate((1 if sign == "(" else -1 for sign in _PARENTHESIS.findall(url)), initial=0))
    if _TO_ENCLOSE.search(url) or min(levels) < 0 or levels[-1]:
        target = f"<{target}>"
    if title is None:
        return target
    if "\n" in title or "$" in title or ('"' in title and ("'" in title or ")" in title)):
        return None
    quote = "'" if '"' in title else '"'
    return f"{target} {quote}{_IN_TARGET.sub(_BACKSLASHED, title)}{quote}"


def write_code_span(span: Element, before: str, after: str) -> str:
    """Write code between enough backticks, or as HTML if outer spaces count or other code is right before."""
    code = span.text
    attributes = write_attributes(span.attributes)
    spaced = (code[:1].isspace() and not (before or " ").isspace()) or (
        code[-1:].isspace() and not (after or " ").isspace()
    )
    if attributes is None or not code.strip() or spaced or before == "`":
        plain = escape_all(unbroken(code).replace("&", "&amp;"))
        return f"{write_tag('code', span.attributes)}{plain}</code>"
    mark = span.options["mark"]
    if "`" not in code:
        return f"`{code}`{attributes}" if len(mark) > 2 else f"{mark}{code}{mark}{attributes}"
    runs = set(map(len, _TICKS.findall(code)))
    while len(mark) in runs:
        mark += "`"
    return f"{mark} {code} {mark}{attributes}"


def unbroken(text: str) -> str:
    """Reduce the spaces at the end of each line, so that they are no line break."""
    return _BREAK.sub(" \n", text) if "  \n" in text else text


def write_maths(span: Element, before: str, _after: str) -> str:
    """Write maths for arithmatex, or escaped in the text if arithmatex would not recognise it."""
    content = span.text
    if span.attributes:
        return f"{write_tag('span', span.attributes)}&#36;{escape_all(content)}&#36;</span>"
    if not content or "`" in content:  # Python-Markdown reads code before maths
        return f"\\\\({escape_all(content)}\\\\)"
    text = _REFERENCE.sub("&amp;", content)
    return f"\\({text}\\)" if "$" in content or content.endswith("\\") or before == "$" else f"${text}$"


def write_raw(span: Element, _before: str, _after: str) -> str:
    """Write raw HTML: tags and references unchanged, the text between them escaped."""
    if span.options["type"] and "html" not in span.options["type"]:
        return ""
    parts: list[str] = []
    last = 0
    for tag in _TAG.finditer(span.text):
        parts += escape_all(span.text[last : tag.start()]), tag[0]
        last = tag.end()
    return "".join((*parts, escape_all(span.text[last:])))


def write_quote(span: Element, options: Options) -> str:
    """Write a quote; straight quotes become entities, as an extension would bend them."""
    return "".join({"'": "&#39;", '"': "&quot;"}.get(sign, sign) for sign in quote_sign(span.text, options))
